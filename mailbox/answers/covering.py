"""Read what a covering mail says against the form that it brings: "datumet i blanketten är fel, det ska vara 18 mars".

What is plain is taken instead of the form's value; what only says that something is wrong becomes a question.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from medverkan.mailbox.answers import said
from medverkan.mailbox.answers.asked import key_of
from medverkan.mailbox.answers.chatter import is_hedged, is_no_answer, sentences, without_chatter
from medverkan.mailbox.answers.corrections import corrected, fitting_value, joined, may_lean, named_fields
from medverkan.mailbox.answers.counted import ANY_COUNT, is_bare_number, people
from medverkan.mailbox.answers.merging import merged
from medverkan.mailbox.answers.plain import bare, contrasted, says_when
from medverkan.mailbox.answers.smalltalk import without_opening
from medverkan.mailbox.answers.withdrawals import speaks_of_an_end
from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.forms.values.normalise import STOCKHOLM, normalised
from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.forms.values.written import email_in
from medverkan.mailbox.values import Evidence, Kind

MAX_COVER = 6_000
_SURE = 0.85
_WHERE = "brevet"
_OF_FORM = re.compile(
    r"\b(?:blankett|formulär|bilag|bifog|förfrågan|ansökan|nedan\b|dokumentet|wordfilen|pdf)\w*", re.I
)
_WRONG = re.compile(
    r"\bfel(?:aktig\w*)?\b|\bstämmer (?:inte|ej)\b|\binte rätt\b|\brättelse\b|\bändr(?:a|at|ad|ats|ing)\w*\b|"
    r"\bi ?stället\b|\brätta?\b|\bbortse\b|\bstår (?:det|att)\b|\binte längre\b|\bflytta(?:t|d|s|ts)\b|"
    r"\bsom det står\b|\bgäller inte\b|\binaktuell\w*\b|\bgammalt?\b|\bbytt\b",
    re.I,
)
_CLOCK = re.compile(r"\bkl(?:ockan|\.)? ?\d", re.I)
_AMENDS = re.compile(r"^(?:obs|rättelse|ändring|en ändring|tillägg)\b", re.I)
_REPLY = re.compile(r"\b(?:svara?|besked|återkoppl\w+)\b[^.!?]{0,40}\b(?:senast|före|innan)\b", re.I)
_COUNTED = re.compile(r"^(?:det|antalet) (?:blir|ska (?:vara|bli))\b", re.I)
_ALSO = re.compile(
    r"\b(?:söker|önskar|vill ha|behöver|gäller|välkomnar)\b[^.!?,]{0,15}\b(?:även|också) "
    r"(?P<role>närstående|anhöriga|patienter|brukare)\b(?! (?:till|som|med))",
    re.I,
)
_PHONE = re.compile(r"(?:\+|\b)\d[\d\s()/–-]{5,22}\d\b")
_TOLD_BY_VALUE = ("place", "when_text", "activity", "people_wanted", "reply_by", "title")


@dataclass(frozen=True, slots=True)
class Cover:
    """What a covering mail says against its form: fields as they are now, what was taken, and what must be asked."""

    fields: Mapping[str, Any]
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    questions: tuple[str, ...] = ()


def covered(cover: str, fields: Mapping[str, Any], when: datetime | None, *, attached: bool) -> Cover:
    """Hold a covering mail against the fields of a request. Total.

    `attached`: the form is a document beside the letter, so that all of `cover` is the letter's own words.
    """
    today = when.astimezone(STOCKHOLM).date() if when else None
    now: dict[str, Any] = dict(fields)
    evidence: dict[str, Evidence] = {}
    questions: list[str] = []
    if not attached and not _OF_FORM.search(cover):
        return Cover(now)
    for sentence in _spoken(cover[:MAX_COVER], attached=attached):
        if not attached and not _OF_FORM.search(sentence):
            continue
        if speaks_of_an_end(sentence) and not _is_hedge(sentence):
            questions += _question(sentence, now, ["when_text"])
            continue
        if not (_WRONG.search(sentence) or contrasted(sentence)[1] is not None or _told(sentence, now, today)):
            continue
        found = _found(sentence, now, today)
        given = normalised([Entry(key, value) for key, value in found.items()], Kind.REQUEST, when)[0]
        if found and given and set(found) <= set(given):
            taken = merged(now, given, when)
            evidence |= {key: Evidence("", sentence, _SURE, _WHERE) for key in taken if taken[key] != now.get(key)}
            now = taken
        else:
            questions += _asked(sentence, now, today)
    open_ = [one for one in dict.fromkeys(questions) if key_of(Kind.REQUEST, one) not in evidence]
    return Cover(now, evidence, tuple(open_))


def _spoken(cover: str, *, attached: bool) -> list[str]:
    """Return the sentences of a covering mail that may speak of its form, and those that lean on each other as one."""
    if not attached and not may_lean(cover):
        # Beside the form's own lines, only what speaks of the form is held against it.
        cover = "\n".join(line for line in cover.split("\n") if _OF_FORM.search(line))
    return joined([plain for one in sentences(cover) if (plain := without_chatter(one))])


def _found(sentence: str, fields: Mapping[str, Any], today: date | None) -> dict[str, str]:
    """Return what a sentence says instead of a value of the form: by the field's name, or by the value it replaces."""
    if is_no_answer(without_opening(sentence)):
        return {}
    if found := _told(sentence, fields, today):
        return found
    core, old = contrasted(without_opening(sentence))
    words = (old or "").strip(" .,!”\"'").casefold()
    if len(words) < 2 or is_hedged(core):
        return {}
    meant = [key for key in _TOLD_BY_VALUE if words in str(fields.get(key, "")).casefold()]
    value = fitting_value(meant[0], bare(core), today) if len(meant) == 1 else ""
    return {meant[0]: value} if value else {}


def _told(sentence: str, fields: Mapping[str, Any], today: date | None) -> dict[str, str]:
    """Return what a sentence says by itself: by the field's name, by what it counts, by whom it adds."""
    if is_no_answer(without_opening(sentence)):
        return {}
    if found := said.stated(sentence, today) or corrected(sentence, today):
        return found | (_reached(sentence) if "contact_name" in found else {})
    core, old = contrasted(without_opening(sentence))
    counted = people(core, today) if ANY_COUNT.search(core) or (old and is_bare_number(old)) else ""
    if counted and (old is not None or _COUNTED.match(core)):
        return {"people_wanted": counted}
    also = _ALSO.search(sentence)
    if also and "perspectives" in fields and not is_hedged(sentence[: also.start()]):
        return {"perspectives": ", ".join([*map(str, fields["perspectives"]), also["role"]])}
    return {}


def _reached(sentence: str) -> dict[str, str]:
    """Return how a new contact is reached, where the sentence says so."""
    number = _PHONE.search(sentence)
    found = {"contact_phone": number[0] if number and e164(number[0]) else "", "contact_email": email_in(sentence)}
    return {key: value for key, value in found.items() if value}


def _asked(sentence: str, fields: Mapping[str, Any], today: date | None) -> list[str]:
    """Ask about the fields that a sentence calls wrong, or sets something against, without being plain."""
    speaks_of_form = _OF_FORM.search(sentence) or _AMENDS.match(sentence)
    keys = _about(sentence, fields, today) if speaks_of_form else _mentioned(sentence, fields)
    denied = _denied(sentence, fields)
    keys = keys or denied
    if not 0 < len(keys) <= 2 or not (_WRONG.search(sentence) or denied):
        return []
    return _question(sentence, fields, keys)


def _question(sentence: str, fields: Mapping[str, Any], keys: Sequence[str]) -> list[str]:
    keys = [key for key in keys if key in fields]
    said = " ".join(sentence.split())[:160]
    written = {key: f"men i blanketten står ”{_written(fields[key])}”. Vad gäller?" for key in keys}
    return [f"{label_of(Kind.REQUEST, key)}: i mejlet skriver ni ”{said}”, {form}" for key, form in written.items()]


def _denied(sentence: str, fields: Mapping[str, Any]) -> list[str]:
    """Return the first field that holds what a sentence says is not so: "KOL och inte astma"."""
    old = (contrasted(without_opening(sentence))[1] or "").strip(" .,!”\"'").casefold()
    whole = re.compile(rf"\b{re.escape(old)}\b")
    told = (*_TOLD_BY_VALUE, "experience", "perspectives", "description", "purpose", "focus_areas")
    return [key for key in told if len(old) > 2 and whole.search(_written(fields.get(key, "")).casefold())][:1]


def _is_hedge(sentence: str) -> bool:
    return bool(re.search(r"\b(?:om|ifall|kanske|risk\w*|hoppas)\b", sentence, re.I))


def _about(sentence: str, fields: Mapping[str, Any], today: date | None) -> list[str]:
    """Return the fields of the form that a sentence may be about: by name, by what it counts or dates, by value."""
    keys = [*named_fields(sentence), *_mentioned(sentence, fields)]
    keys += ["people_wanted"] if ANY_COUNT.search(sentence) else []
    if _REPLY.search(sentence):
        keys.append("reply_by")
    elif says_when(sentence, today) or _CLOCK.search(sentence):
        keys.append("when_text")
    return [key for key in dict.fromkeys(keys) if key in fields]


def _mentioned(sentence: str, fields: Mapping[str, Any]) -> list[str]:
    """Return the fields whose value a sentence repeats: the name of the place, of the contact."""
    words = set(re.findall(r"[A-ZÅÄÖ][\w-]{3,}", sentence))
    where = set(re.findall(r"[A-ZÅÄÖ][\w-]{3,}", str(fields.get("place", "")).partition(",")[0]))
    name = str(fields.get("contact_name", ""))
    found = ["place"] if words & where else []
    return [*found, "contact_name"] if len(name.split()) > 1 and name in sentence else found


def _written(value: Any) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return " ".join(text.split())[:120]
