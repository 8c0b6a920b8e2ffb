"""Labels that are whole sentences, that were broken over two lines, or that say the same twice.

"Jag samtycker till att uppgifter om hälsa registreras" with "Ja" below it is a question and its answer, however long.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.finding.shapes import Line, Sign, Split, like_a_label, splits
from medverkan.mailbox.forms.naming.consents import consents_in
from medverkan.mailbox.forms.naming.labels import Label, Strength, label_of_text, worded_label
from medverkan.mailbox.values import Kind

Named = tuple[Label, str]

MIN_STATEMENT, MAX_STATEMENT = 20, 400
_REGISTRATION = Kind.REGISTRATION  # looked up once, for every line is asked about
_ANSWER = re.compile(
    rf"[{TICKED}{UNTICKED}]?\s*(?:(?:ja|nej|yes|no)\b.{{0,80}}|jag (?:samtycker|godkänner|har läst)[.!]?)$|"
    rf"[{TICKED}{UNTICKED}]$",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"(?:och )?jag (?:har (?:också )?(?:läst|tagit del)|samtycker|godkänner)\b", re.IGNORECASE)
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

    "Jag har läst om personuppgifterna." is its own answer.
    """
    result = list(named)
    for at, line in enumerate(lines if kind is Kind.REGISTRATION else ()):
        if named[at] is not None or not _DECLARED.match(line) or line[-1] not in ".!" or len(line) > MAX_STATEMENT:
            continue
        below = next((later for later in lines[at + 1 : at + 3] if later), "")
        if not is_answer(below) and (found := consents_in(line)):
            result[at] = (Label(found[0], Strength.EXACT, found[1:], line), "Ja")
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
