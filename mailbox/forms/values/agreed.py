"""Read the boxes of consents: a yes on a condition is neither yes nor no, and is asked about with its words.

The condition may stand in the same box or in another ("Övrigt: men spara inget om min diagnos").
"""

import re
from collections.abc import Sequence
from typing import Any, Protocol

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.rows import TICKED
from medverkan.mailbox.forms.naming.consents import consent_key, is_refusal
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.registry import field, label_of
from medverkan.mailbox.forms.values import options, raised
from medverkan.mailbox.forms.values.conditions import conditional
from medverkan.mailbox.forms.values.elsewhere import Said, conditions_elsewhere
from medverkan.mailbox.forms.values.one_box import yes_no
from medverkan.mailbox.forms.values.stating import is_put_off
from medverkan.mailbox.values import Evidence, Kind

# What consents to nothing: an answer to another question.
_NOT_MINE = re.compile(r"(?:ej|inte|icke) (?:aktuellt|relevant|tillämpligt|tillämplig|för mig)")
_ONLY_READ = re.compile(r"(?:har |jag har )?(?:läst|tagit del|informerad)")
_PRINTED = re.compile(r"\((?:kryssa|sätt (?:ett )?kryss|bocka|markera|stryk|ja ?/ ?nej)[^()]{0,40}\)\s*$", re.I)
# "Ja till registrering" beside the matching: a yes to something else.
_ONLY_TO = re.compile(
    r"\W*(?:ja|ok|okej|samtycker|godkänner|jag samtycker|jag godkänner)\W+(?:bara |endast )?(?:till|för) "
    r"(?!(?:att|all\w*|det|dett?a|båda|bägge|match\w*|sök\w*|häls\w*|min|mina|dessa|ovan\w*|både|samtliga)\b)"
    r"(?![^\n]{0,200}(?:match|häls))",
    re.I,
)
# "Jag vill ha informationen hemskickad: Ja": who wants it has not read it.
_WANTS_IT = re.compile(
    r"^(?!.*\b(?:läst|tagit del|fått)\b).*\b(?:skicka|mejla|maila|posta|sänd|hemskickad|beställ\w*|"
    r"(?:vill|önskar) (?:\w+ )?(?:ha|få|läsa))\b",
    re.I,
)
_SAYS_NO = re.compile(r"\b(?:samtycker|godkänner|medger|tillåter|accepterar) (?:\w+ )?(?:inte|ej)\b", re.I)


class Reader(Protocol):
    """What reads the boxes of a form."""

    kind: Kind
    fields: dict[str, Any]
    evidence: dict[str, Evidence]
    contested: set[str]
    entry: Entry

    def put(self, key: str, value: Any) -> None:
        """Keep a value."""

    def ask(self, question: str) -> None:
        """Ask a question, if there is one."""


def consented(reader: Reader, key: str, value: str) -> bool | None:
    """Return the yes or no of a consent; None, with a question, where the yes has a condition."""
    if _asked(reader, key, value) or _PRINTED.search(value) or _NOT_MINE.fullmatch(value.casefold().strip(" .!()-")):
        return None
    said = yes_no(key, value)
    if said and key == "consent_matching" and _ONLY_TO.match(value):
        reader.ask(raised.on_condition(label_of(reader.kind, key), value.strip()))
        return None
    if said and key != "privacy_notice_read" and _ONLY_READ.fullmatch(value.casefold().strip(" .!")):
        return None
    if key == "privacy_notice_read" and _WANTS_IT.search(reader.entry.asked):
        return None
    if _SAYS_NO.search(reader.entry.asked):
        # "Jag samtycker inte till …: Ja" is a no; a "Nej" beside it is neither.
        return False if said or TICKED in value else None
    return said


def consented_to(reader: Reader, value: str) -> None:
    """Read a bare "Samtycke": only an answer that says to what is a consent to it."""
    for said in options.ticked(value) or value.split("\n"):
        key = consent_key(f"samtycke {said}")
        if key and not is_put_off(said) and not _asked(reader, key, said):
            reader.put(key, options.yes_no(said) is not False and not is_refusal(said))


def contested(reader: Reader, key: str) -> None:
    """Take neither answer where one box says yes and another no to the same; ask which it is."""
    if key not in reader.contested:
        reader.contested.add(key)
        reader.ask(raised.yes_and_no(label_of(reader.kind, key)))
    reader.fields.pop(key, None)
    reader.evidence.pop(key, None)


def _asked(reader: Reader, key: str, value: str) -> bool:
    said = conditional(value, options.chosen(value))
    reader.ask(raised.on_condition(label_of(reader.kind, key), said) if said else "")
    return bool(said)


# What tells of a life, or only of how to be reached: neither sets a condition by what it names alone.
_TOLD = frozenset(("experience", "care_met", "experience_years"))
_NEVER = frozenset(
    ("contact_preference", "first_name", "last_name", "phone", "email", "postal_address", "associations")
)


def withhold(reader: Reader, entries: Sequence[Entry]) -> None:
    """Take no consent to which another box sets a condition, and ask about it in its words."""
    texts, beside = [], ""
    for entry in entries:
        if not entry.value.strip():
            continue
        asked = field(reader.kind, entry.key)
        consent = entry.key == "_consent" or bool(asked and asked.type is Type.CONSENT)
        if not consent and entry.key not in _NEVER:
            texts.append(Said(entry.value, beside, entry.key in _TOLD))
        # Which of several is meant cannot be told: the gravest is asked about.
        beside = "consent_matching" if consent else ""
    for question in limited(reader.kind, reader.fields, texts):
        reader.ask(question)


def limited(kind: Kind, fields: dict[str, Any], texts: Sequence[Said]) -> list[str]:
    """Take the consents to which texts set a condition out of `fields`; return the question about each."""
    found = {key: said for key, said in conditions_elsewhere(texts).items() if fields.get(key) is True}
    for key in found:
        del fields[key]
    return [raised.on_condition(label_of(kind, key), said) for key, said in found.items()]
