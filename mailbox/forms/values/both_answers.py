"""Read a box that shows both "Ja" and "Nej": which of them is marked, by a cross, a line or stars.

Where the mark may belong to either ("Ja X Nej") nothing is said: a yes that is guessed is worse than a question.
"""

import re

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED

_LONGEST = 60
_YES, _NO = ("ja", "yes"), ("nej", "no")
_SIGN = re.compile(rf"[^\W_]+|[{TICKED}{UNTICKED}]|_{{2,}}|:")
_STARRED = re.compile(r"(\*{1,2}|(?<![\w_])_{1,2})(ja|nej|yes|no)\1(?![\w_])")
_MENU = re.compile(r"\W*(?:ja|yes)\W{0,3}(?:/|eller|or)\W{0,3}(?:nej|no)\b")
_CROSSED_LINE = re.compile(r"_+[x×]_+")
_BEGINS = re.compile(r"(?:ja|yes|nej|no)\b")
_MARKS = {"x": TICKED, "×": TICKED, TICKED: TICKED, UNTICKED: UNTICKED}
_WORDS = frozenset((*_YES, *_NO))


def shows_both(value: str) -> bool:
    """Tell whether a line holds a "ja" and a "nej", and nothing else but marks."""
    return bool(_signs(value))


def marked_of_both(value: str) -> bool | None:
    """Return the answer that is marked on a line that shows both; None where none surely is."""
    folded = value.casefold().strip()
    signs = _signs(value)
    words = [sign for sign in signs if sign in _WORDS]
    if len(words) == 3 and _MENU.match(folded) and TICKED not in signs:
        # "Ja/nej: nej" repeats the one that counts.
        return words[2] in _YES
    starred = _STARRED.findall(folded)
    if len(words) != 2:
        return None
    if len(starred) == 1:
        return starred[0][1] in _YES
    if signs.count(TICKED) != 1:
        return None
    plain = [sign for sign in signs if sign != ":"]
    at = plain.index(TICKED)
    if at == 0 or at == len(plain) - 1:
        ends = {plain[0], plain[-1]} & {TICKED, UNTICKED}
        both_ends = plain[0] not in _WORDS and plain[-1] not in _WORDS
        return None if both_ends and len(ends) else (plain[1] if at == 0 else words[-1]) in _YES
    after = plain[-1] == UNTICKED or ":" in signs
    meant = plain[at - 1 if after else at + 1]
    return None if after == (plain[0] == UNTICKED) or meant not in _WORDS else meant in _YES


def offers_both(value: str) -> bool:
    """Tell whether one line begins with "Ja" and another with "Nej": the choices themselves, and none chosen."""
    if "\n" not in value:
        return False
    begun = {found[0] for line in value.split("\n") if (found := _BEGINS.match(line.casefold()))}
    return bool(begun & {*_YES}) and bool(begun & {*_NO})


def _signs(value: str) -> list[str]:
    if len(value) > _LONGEST or "\n" in value.strip():
        return []
    found = _SIGN.findall(_CROSSED_LINE.sub(TICKED, value.casefold()).replace("*", " "))
    signs = [_MARKS.get(sign, UNTICKED if sign[0] == "_" else sign) for sign in found if sign != "eller"]
    words = [sign for sign in signs if sign in _WORDS]
    known = all(sign in _WORDS or sign in {TICKED, UNTICKED, ":"} for sign in signs)
    return signs if known and {word in _YES for word in words} == {True, False} else []
