"""How a line is set: every way in which a label and its value can stand on one line, and what is in front of them.

Only the looks of a line are judged here; what the words mean is for `labels`, what the whole form shows for `layout`.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED


class Sign(StrEnum):
    """What stands between a label and its value."""

    COLON = ":"
    EQUALS = "="
    BAR = "|"
    ARROW = "→"
    DOTS = "…"
    TAB = "\t"
    ASKED = "?"
    BOXES = "☐"
    STARS = "*"
    BRACKETS = "["
    SEMICOLON = ";"
    CAPITALS = "A"  # only the label is in capitals
    DASH = "–"
    SYMBOL = "»"  # any other sign with a space on either side
    NONE = ""  # the label is all there is on the line, or nothing parts it from its value


class Split(NamedTuple):
    """One way to read a line as a label and its value."""

    text: str
    value: str
    sign: Sign

    @property
    def plain(self) -> bool:
        """Whether the sign alone says that this is a label."""
        return self.sign in _PLAIN

    @property
    def is_time(self) -> bool:
        """Whether the colon stands in a time: "kl 9:15"."""
        return self.text[-1:].isdigit() and self.value[:1].isdigit()

    @property
    def answer(self) -> str:
        """The value, where a box alone says yes."""
        return f"{self.value} Ja" if self.value in (TICKED, UNTICKED) else self.value


class Line(NamedTuple):
    """One line of a form as it looks."""

    text: str
    bare: str  # without its number or bullet, and the stars that stand for bold
    mark: str = ""
    strong: bool = False
    indent: int = 0
    after_blank: bool = False
    before_text: bool = False


# These part label and value only where a text does so line after line.
LOOSE = frozenset((Sign.BRACKETS, Sign.SEMICOLON, Sign.CAPITALS, Sign.DASH, Sign.SYMBOL))
_PLAIN = frozenset((Sign.COLON, Sign.EQUALS, Sign.BAR, Sign.ARROW, Sign.DOTS))
# Each way begins with a plain character, so that the search can leap from one of these to the next.
_SIGN = re.compile(
    r"→|⇒|->|=>|\.\.\.\.+:?|\.\.\.(?<=\s\.{3})(?=\s)|\.\.(?<=\s\.{2})(?=\s)|……+:?|__+:?|=|\||:(?!//|[a-zåäö]{1,3}\b)"
)
_MIN_TEXT, _MAX_TEXT = 2, 200
_NAMES = {":": Sign.COLON, "=": Sign.EQUALS, "|": Sign.BAR, ".": Sign.DOTS, "…": Sign.DOTS, "_": Sign.DOTS}
_ARROW = Sign.ARROW
_BOX_LAST = re.compile(f"^([^{TICKED}{UNTICKED}]{{2,200}})([{TICKED}{UNTICKED}])$")
_BOX_NEXT = re.compile(f"^([^{TICKED}{UNTICKED}]{{2,150}}?)\\s*([{TICKED}{UNTICKED}] ?[^{TICKED}{UNTICKED} ].*)$")
_OTHERS = (
    ("\t", re.compile(r"^([^\t]{2,120})\t(.+)$"), Sign.TAB),
    ("?", re.compile(r"^([^?]{3,150}\?(?:\s?\([^()]{2,120}\))?):?\s*([^(\s].*|\([^()]{1,120}\).+)$"), Sign.ASKED),
    (TICKED, _BOX_LAST, Sign.BOXES),
    (UNTICKED, _BOX_LAST, Sign.BOXES),
    (TICKED, _BOX_NEXT, Sign.BOXES),
    (UNTICKED, _BOX_NEXT, Sign.BOXES),
)
_STARS = re.compile(r"^(?:[-–•] ?)?(\*{1,2})(?=[^\s*])([^*]{2,120}?):?\1:?\s*(.*)$")
_WHOLE = re.compile(r"^(\*{1,2}|_)(?=[^\s*_])([^*]{2,150})\1(:?)$")
_LOOSE = (
    (re.compile(r"^[\[(<{]([^\[\](){}<>]{2,80})[\])>}]:?\s*([^<]+)"), Sign.BRACKETS),
    (re.compile(r'^"([^"]{2,150})"\s?[,;]\s?"(.*)"$'), Sign.SEMICOLON),
    (re.compile(r"^([^;:]{2,100});\s?(.+)$"), Sign.SEMICOLON),
)
# These stand between: how far into a line, too.
_BETWEEN = (
    (re.compile(r"(?:\s?[–—]\s?|-\s|\s-)(?=.)"), 120, Sign.DASH),
    (re.compile(r"\s[^\w\s.,!?;:'\"()☒☐–—-]{1,4}\s(?=.)"), 80, Sign.SYMBOL),
)
_CAPITALS = re.compile(r"^([A-ZÅÄÖ][A-ZÅÄÖ /&,()-]{1,80}[A-ZÅÄÖ)])\s+(\S.*)$")
_EMPHASIS = frozenset("*_")
_ANY_LOOSE = re.compile(r"[;–—\[(<{»>/~·•+#\"-]")
_DRAWN = re.compile(r"^_{2,}\s?|\s?_{2,}$")
_RULE = re.compile(r"^(?:[=_*~#–—+|:-][=_*~#–—+| :-]+[=_*~#–—+|:-]|</?\w{1,30}>)$")
_RULES = frozenset("=_*~#–—+|:<-")
_MARK = re.compile(
    r"^(?:(?P<digit>\(?\d{1,2}[.):]\)?(?=[ \t]|[^\W\d_])|\d{1,2}(?= [A-ZÅÄÖ]))|(?P<section>\d{1,2}\.\d{1,2}[.)]?(?= ))"
    r"|(?P<code>[A-Z]\d{1,2}[.):]?(?= )|\d{1,2}[a-z][.)](?= ))|(?P<letter>\(?[A-Za-z]\)(?= )|[A-Z]\.(?= ))"
    r"|(?P<bullet>[-–*#>](?= )|[•·►▪‣●○◦](?=[ \w])))\s*"
)


_LONG_LABEL = 2
_TELLS_TO = frozenset(("Besk", "Berä", "Ange", "Redo", "Förk", "Skri"))


def splits(line: str, *, loose: bool = False) -> list[Split]:
    """Return the ways in which a line may be label and value, likeliest first; `loose`: by weak signs too."""
    return list(each_split(line, loose=loose))


def each_split(line: str, *, loose: bool = False) -> Iterator[Split]:
    """Yield what `splits` returns; who stops at the first that is a label spares the weak signs."""
    if line.startswith("*") and (starred := _STARS.match(line)):
        text = starred[2].strip()
        if starred[3]:
            yield Split(text, starred[3].strip(), Sign.STARS)
        return
    found = []
    if sign := _SIGN.search(line, _MIN_TEXT):
        text, value = line[: sign.start()].rstrip(), line[sign.end() :].strip()
        if len(text) <= _MAX_TEXT and "\n" not in line:
            value = _DRAWN.sub("", value) if "__" in value else value
            if text[-1:] == "." and text.count(" ") >= _LONG_LABEL:
                # What remains of a row of dots: "Vad det ska leda till.: …".
                text = text.rstrip(" .")
            found.append(Split(text.strip(), value, _NAMES.get(sign[0][0], _ARROW)))
    if "?" in line or "\t" in line or TICKED in line or UNTICKED in line:
        for needed, shape, name in _OTHERS:
            if needed in line and (other := shape.match(line)):
                found.append(Split(other[1].strip(), other[2].strip(), name))
    if len(found) > 1 and ("?:" in line or "?\t" in line) and "?" not in found[0].text:
        # "Uppgifterna: har du läst dem?: Ja" is asked to the end.
        found.sort(key=lambda split: not split.text.endswith("?"))
    yield from found
    if loose:
        yield from _loosely(line)


def _loosely(line: str) -> list[Split]:
    found = []
    if _ANY_LOOSE.search(line):
        for sign, name in _LOOSE:
            if other := sign.match(line):
                found.append(Split(other[1].strip(), other[2].strip(), name))
        for between, furthest, name in _BETWEEN:
            if (other := between.search(line, _MIN_TEXT)) and other.start() <= furthest:
                found.append(Split(line[: other.start()].strip(), line[other.end() :].strip(), name))
    if line[:3].isupper() and (capitals := _CAPITALS.match(line)) and not capitals[2].isupper():
        found.append(Split(capitals[1].strip(), capitals[2].strip(), Sign.CAPITALS))
    return found


def looks(lines: Sequence[str], strong: Sequence[bool] = (), indents: Sequence[int] = ()) -> list[Line]:
    """Return lines with all that can be seen of each."""
    seen = []
    above = ""  # the first line stands apart as well
    for at, text in enumerate(lines):
        mark, bare = mark_of(text) if text else ("", "")
        if bare[:1] in _EMPHASIS and (whole := _WHOLE.match(bare)):
            bare = f"{whole[2].strip()}{whole[3]}"
        if bare[-1:] == "." and bare[:4] in _TELLS_TO and mark and bare.count(".") == 1:
            # "7. Beskriv kort din erfarenhet."
            bare = bare[:-1]
        below = lines[at + 1] if at + 1 < len(lines) else ""
        bold = bool(strong and strong[at]) or (text[:1] == "*" and is_starred(text))
        bold = bold or (below[:1] in _RULES and is_rule(below))
        seen.append(Line(text, bare, mark, bold, indents[at] if indents else 0, not above, bool(below)))
        above = text
    return seen


def is_rule(line: str) -> bool:
    """Tell whether a line is only drawn: "=====", "-----", "+----+----+"."""
    return line[:1] in _RULES and bool(_RULE.match(line))


def is_starred(line: str) -> bool:
    """Tell whether a line is bold as plain text shows it: "*Syfte*", all of it or its beginning."""
    return line.startswith("*") and bool(_STARS.match(line))


def mark_of(line: str) -> tuple[str, str]:
    """Return what kind of number or bullet a line begins with ("" for none), and the line without it."""
    if line[:1].isalpha() and not (line[1:2].isdigit() or line[1:2] in {")", "."}):
        return "", line
    found = _MARK.match(line)
    if not found or not found.lastgroup:
        return "", line
    kind = found[0].strip() if found.lastgroup == "bullet" else found.lastgroup
    return kind, line[found.end() :]


def is_capitals(text: str) -> bool:
    """Tell whether all letters of a text are capitals, and there are some."""
    return text.isupper() and sum(c.isalpha() for c in text) >= 3


def _first_letter(text: str) -> str:
    return text[0] if text[:1].isalpha() else next((c for c in text if c.isalpha()), "")


def like_a_label(text: str) -> bool:
    """Tell whether a text is written as labels are: few words, a capital or a number first, no full stop."""
    first = _first_letter(text) or "a"
    return first.isupper() and len(text.split()) <= 10 and not text.endswith((".", ",", ";", "!"))


_SHORTENED = re.compile(r"[^\W\d]{2,14}\.(?: ?[^\W\d]{1,10}\.?)?$")
# One of these is in all that `_NO_LABEL` finds.
_MAY_BE_NONE = re.compile(r"[@/.,;!\d]")
_NO_LABEL = re.compile(r"@|://|[wW]{3}\.|\d[:.]\d\d|\d{4,}|[!;] \w|\. [A-ZÅÄÖ\d]|\.(?<=\w{7}\.) |[.,;!]$")
_NO_BEGINNING = re.compile(r"(?:kl|obs|ps|nb|p\.s)\b|(?:ja|nej), ", re.IGNORECASE)


def may_be_label(text: str, *, small: bool = False) -> bool:
    """Tell whether a text that is set like a label can be one; `small`: the form's labels begin with small letters."""
    first = _first_letter(text)
    if not first or not (first.isupper() or small):
        return False
    if "." in text and _SHORTENED.match(text):
        return True
    if not 2 <= len(text) <= 150 or len(text.split()) > 16:
        return False
    if _NO_BEGINNING.match(text):
        return False
    return not (_MAY_BE_NONE.search(text) and _NO_LABEL.search(text))
