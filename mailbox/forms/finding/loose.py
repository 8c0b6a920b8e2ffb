"""Boxes that stand without a question: each goes to the question that has such an option."""

import re

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.rows import TICKED
from medverkan.mailbox.forms.naming.consents import consent_key, is_refusal
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.naming.suits import is_activity
from medverkan.mailbox.forms.values.options import FOCUS_AREAS, is_bare_format, is_option
from medverkan.mailbox.values import Kind

_ACCESS = re.compile(
    r"\bhiss\b|\bramp|slinga|rullstol|\btolk|teckenspråk|\btoalett|\bhandikapp|tillgänglig|ledstång|parkering",
    re.IGNORECASE,
)


def loose_options(text: str, kind: Kind) -> list[Entry]:
    """Sort boxes that stand without a question to the questions that have such options."""
    sorted_: dict[str, list[str]] = {}
    for line in text.split("\n"):
        sorted_.setdefault(_question_of(line[1:].strip(), kind), []).append(line)
    return [Entry(key, _said(key, lines, kind)) for key, lines in sorted_.items()]


def ticked_answer(box: str, sentence: str) -> str:
    """Return the answer that a box before a whole sentence gives: a ticked "Jag samtycker inte …" is a no."""
    return f"{box} {'Nej' if box == TICKED and is_refusal(sentence) else 'Ja'}"


def _said(key: str, lines: list[str], kind: Kind) -> str:
    asked = field(kind, key)
    if asked and asked.type is Type.CONSENT:
        return ticked_answer(lines[0][0], lines[0][1:])
    return "\n".join(lines)


def _question_of(option: str, kind: Kind) -> str:
    if kind is Kind.REGISTRATION:
        if key := consent_key(option):
            return key
        if re.search(r"\bläst\b|tagit del", option, re.IGNORECASE):
            return "privacy_notice_read"
        if is_option(Type.CHANNEL, option) and len(option.split()) == 1:
            return "contact_preference"
        if re.search(r"samtyck", option, re.IGNORECASE):
            return "_consent"
    # "Brukarrevision" and "Patientråd" are what people take part in, and not who they are.
    if is_option(Type.PERSPECTIVES, option) and not is_activity(option):
        return "perspectives"
    if option.casefold() in FOCUS_AREAS:
        return "focus_areas"
    if kind is Kind.REQUEST and _ACCESS.search(option):
        return "accessibility"
    if kind is Kind.REQUEST and is_bare_format(option):
        return "format"
    return "activity" if kind is Kind.REQUEST else "activities"
