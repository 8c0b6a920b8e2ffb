"""Read one line by its words alone: the label it is or begins with, and what follows on it.

What the lines around it say of it is for `layout`.
"""

import re

from medverkan.mailbox.forms.finding.closings import is_instruction, is_ruled_title
from medverkan.mailbox.forms.finding.helped import is_worded_help
from medverkan.mailbox.forms.finding.loose import ticked_answer
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.finding.shapes import Line, Sign, Split, each_split, is_rule, like_a_label
from medverkan.mailbox.forms.finding.statements import one_of_two
from medverkan.mailbox.forms.naming.consents import consent_key
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import Label, Strength, label_of_text, worded_label
from medverkan.mailbox.forms.naming.placing import consented
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.values import Kind

_ANSWERED = re.compile(r"^(.{4,150}?) (ja|nej|yes|no)[.!]?$", re.IGNORECASE)
_ENDS_ANSWERED = tuple(f" {answer}{stop}" for answer in ("ja", "nej", "yes", "no") for stop in ("", ".", "!"))
_BRACKETS = re.compile(r"\([^()]{0,120}\)")
# Looked up once, for every line is asked about.
_NONE = Sign.NONE
MAX_BEFORE = 60
MAX_DIGITS = 4  # "Född 1961" may be a label, a line with a phone number is none


def known_label(line: Line, kind: Kind, *, loose: bool = True) -> tuple[Split, Label] | None:
    """Read a label by its words, and the rest of the line."""
    text = line.bare
    if not text or is_rule(line.text) or is_ruled_title(line.text) or (text[0] == "(" and text[-1] == ")"):
        return None
    if text[-1] == "?" and ":" in text and (label := label_of_text(text, kind)):
        # The colon stands within a question: "Personuppgifter: har du läst om dem?".
        return Split(text, "", Sign.NONE), label
    if (" – " in text or " - " in text) and (told := _with_help(text, kind)):
        return told
    for split in each_split(text, loose=loose):
        # Outside of plain signs, what is only likely is no label.
        of_words = label_of_text if split.plain and like_a_label(split.text) else worded_label
        if label := of_words(split.text, kind):
            return split, label
        if split.plain and (consent := consented(split.text, kind, split.value)):
            return split, Label(consent, Strength.EXACT, text=split.text)
        if split.plain and "/" in split.text and (label := one_of_two(split.text, kind)):
            return split, label
    if TICKED in text or UNTICKED in text:
        return None
    # "Jag har erfarenhet som …"
    text = text.rstrip(" .…") if text.endswith(("...", "…")) else text
    if label := _told_how(text, kind):
        return Split(text, "", _NONE), label
    asked = text.endswith((":", "?"))
    # An example in brackets may be long and hold a day: "Datum (t.ex. 2027-03-01)".
    plain = _BRACKETS.sub("", text).rstrip(": ") if "(" in text else text
    if (not asked and not like_a_label(plain)) or sum(map(str.isdigit, plain)) > MAX_DIGITS:
        return None
    answered = _ANSWERED.match(text) if text.casefold().endswith(_ENDS_ANSWERED) else None
    if answered and (label := worded_label(answered[1], kind)):
        return Split(answered[1], answered[2], Sign.NONE), label
    bare = text.rstrip(": ")
    if label := (label_of_text if asked else worded_label)(bare, kind):
        return Split(bare, "", Sign.COLON if text.endswith(":") else _NONE), label
    return None


def _with_help(text: str, kind: Kind) -> tuple[Split, Label] | None:
    """Read a label with help behind a dash: "Plats – ange adress: Sal 4", "Födelseår - fyra siffror"."""
    before, dash, rest = text.replace(" – ", " - ").partition(" - ")
    told, colon, value = rest.partition(": ")
    label = worded_label(before, kind) if dash and len(before) <= MAX_BEFORE else None
    if not label or label.strength < Strength.EXACT:
        return None
    asked = field(kind, label.key)
    is_answer = asked is not None and is_option(asked.type, told)
    again = worded_label(told.rstrip(":"), kind) if len(told) <= MAX_BEFORE and not is_answer else None
    if not is_worded_help(told.rstrip(":")) and not (again and again.key == label.key):
        return None
    return Split(before, value.strip(), Sign.COLON if colon else Sign.NONE), label


def _told_how(text: str, kind: Kind) -> Label | None:
    """Read a question by how it is to be answered: "Hur gammal är du? Skriv ditt födelseår."."""
    told = text.partition("? ")[2]
    return label_of_text(told, kind) if is_instruction(told) else None


def ticked_sentence(line: str, kind: Kind) -> tuple[Label, str] | None:
    """Read "☒ Jag samtycker till …" as a field of its own; other ticked lines are options of the open one."""
    text = line[1:].strip()
    if kind is not Kind.REGISTRATION or TICKED in text or UNTICKED in text:
        return None
    label = worded_label(text, kind)
    asked = field(kind, label.key) if label and label.strength is Strength.EXACT else None
    if not label or not asked or asked.type is not Type.CONSENT:
        key = consent_key(text)
        label = Label(key, Strength.EXACT, text=text) if key else None
    return (label, ticked_answer(line[0], text)) if label else None
