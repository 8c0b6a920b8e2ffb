"""Labels that are whole sentences, that were broken over two lines, or that say the same twice.

"Jag samtycker till att uppgifter om hälsa registreras" with "Ja" below it is a question and its answer, however long.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.finding.shapes import Line, Sign, Split, like_a_label, splits
from medverkan.mailbox.forms.naming.consents import consent_key, consents_in
from medverkan.mailbox.forms.naming.labels import Label, Strength, label_of_text, worded_label
from medverkan.mailbox.forms.values.stating import is_own, is_put_off
from medverkan.mailbox.values import Kind

Named = tuple[Label, str]

MIN_STATEMENT, MAX_STATEMENT = 20, 400
_REGISTRATION = Kind.REGISTRATION  # looked up once, for every line is asked about
_ANSWER = re.compile(
    rf"(?:[-–•*·]\s+)?[{TICKED}{UNTICKED}]?\s*(?:(?:ja|nej|yes|no)\b.{{0,80}}|jag (?:samtycker|godkänner|"
    rf"har läst)[.!]?)$|"
    rf"[{TICKED}{UNTICKED}]$",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"(?P<said>(?:ja|nej)[,.!]? )?(?:och )?(?:härmed )?jag (?:har (?:också |även )?(?:läst|tagit del)|"
    r"(?:härmed )?samtycker|"
    r"godkänner|ger (?:härmed )?mitt samtycke)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:undrar|vill veta|skulle vilja|läst\b[^.]*\b(?:inte|ej|aldrig|men))\b", re.IGNORECASE)
_TO_US = re.compile(r"\b(?:ni|er|ert|era)\b", re.IGNORECASE)
_MAY_DECLARE = frozenset("jJnNoOhH")
_WHOLE_FORM = 9
_ENDED = (".", "!", "?", ":", ";", ",")


def is_answer(line: str) -> bool:
    """Tell whether a line answers a yes-or-no question: "Ja, jag samtycker", "☐ Nej"."""
    return bool(_ANSWER.match(line))


def is_statement(line: str, below: str, kind: Kind) -> bool:
    """Tell whether a line asks for a consent in a sentence that the line below answers."""
    if not MIN_STATEMENT <= len(line) <= MAX_STATEMENT or kind is not _REGISTRATION or not is_answer(below):
        return False
    return line[0] not in {TICKED, UNTICKED} and not is_answer(line) and bool(consents_in(line))


def stated(lines: Sequence[Line], at: int, kind: Kind) -> tuple[Split, Label] | None:
    """Read a line as a sentence that asks for a consent, with the answer below it; None for any other."""
    text = lines[at].bare
    if kind is not _REGISTRATION or len(text) < MIN_STATEMENT:
        return None
    below = next((line.text for line in lines[at + 1 : at + 3] if line.text), "")
    if not is_statement(text, below, kind) or not (found := consents_in(text)):
        return None
    return Split(text, "", Sign.NONE), Label(found[0], Strength.EXACT, found[1:], text)


def declared(lines: Sequence[str], named: Sequence[Named | None], kind: Kind) -> list[Named | None]:
    """Name sentences in which somebody says by themselves what they have read or agree to, beside labels with values.

    "Jag har läst om personuppgifterna." is its own answer beside a few labels. A whole form prints its consents: there
    only "Ja, jag har läst …" and what speaks to "er" is one's own; "Ja, …" above "Nej, …" are choices that lost boxes.
    """
    result = list(named)
    if kind is not Kind.REGISTRATION:
        return result
    whole = len({label.key for label, _ in filter(None, named)}) >= _WHOLE_FORM
    said: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        found = _DECLARED.match(line) if named[at] is None and line[:1] in _MAY_DECLARE else None
        if (
            not found
            or line[-1] not in ".!"
            or len(line) > MAX_STATEMENT
            or (whole and not found["said"] and not _TO_US.search(line))
        ):
            continue
        below = next((later for later in lines[at + 1 : at + 3] if later), "")
        above = next((one for one in reversed(named[max(at - 2, 0) : at]) if one), None)
        if is_answer(below) or (found["said"] and above and not above[1] and consent_key(above[0].text)):
            continue
        if not is_own(line) or _UNSURE.search(line) or (found["said"] is None and is_put_off(line)):
            continue
        if keys := consents_in(line) or ((consent_key(line),) if found["said"] else ()):
            said.setdefault(keys[0], []).append(at)
            result[at] = (Label(keys[0], Strength.EXACT, keys[1:], line), line)
    for at in (at for ats in said.values() if len({lines[at][:1].casefold() for at in ats}) > 1 for at in ats):
        result[at] = None
    return result


def joined_labels(lines: Sequence[str], kind: Kind) -> list[str]:
    """Return lines in which a label that goes on in the next line stands on one; the lines stay as many."""
    result = list(lines)
    for at, (line, below) in enumerate(pairwise(lines)):
        if not below[:1].islower() or not line or line[0] in {TICKED, UNTICKED} or line.endswith(_ENDED):
            continue
        if len(line) + len(below) > MAX_STATEMENT or not line[0].isupper() or splits(line):
            continue
        answer = lines[at + 2] if at + 2 < len(lines) else ""
        if is_statement(f"{line} {below}", answer, kind) or _names_a_field(line, below, kind):
            result[at], result[at + 1] = "", f"{line} {below}"
    return result


def _names_a_field(line: str, below: str, kind: Kind) -> bool:
    """Tell whether the line below ends the label and gives its value: "Får söka på" / "mina uppgifter: ja"."""
    for split in splits(below)[:2]:
        if split.plain and len(split.text.split()) <= 5 and label_of_text(split.text, kind) is None:
            return worded_label(f"{line} {split.text}", kind) is not None
    return False


def one_of_two(text: str, kind: Kind) -> Label | None:
    """Read a label in two languages or two wordings, "Enhet / Unit", of which one is known."""
    for part in text.split("/")[:3]:
        label = worded_label(part.strip(), kind) if len(part) > 2 else None
        if label and label.strength is Strength.EXACT and like_a_label(text):
            return replace(label, strength=Strength.CLOSE, text=text, sure=0.0)
    return None
