"""From the labels that were found to forms with fields, questions and evidence: the last step of reading a form."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from medverkan.mailbox.classify import is_unattended
from medverkan.mailbox.copies import differences
from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.outside import consent_keys, words_outside
from medverkan.mailbox.forms.finding.scoring import Found
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.judging.ages import stated_minor_age
from medverkan.mailbox.forms.judging.judge import judge, people_questions
from medverkan.mailbox.forms.judging.spotting import is_spotted
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.agreed import limited
from medverkan.mailbox.forms.values.domains import organisation_of_address
from medverkan.mailbox.forms.values.elsewhere import Said
from medverkan.mailbox.forms.values.fit import BAR, DERIVED
from medverkan.mailbox.forms.values.names import is_of_name
from medverkan.mailbox.forms.values.normalise import values_of
from medverkan.mailbox.sources import text_of
from medverkan.mailbox.values import Evidence, Form, Kind, Letter

MAX_FORMS = 6
# An address from the head of the mail is not one that the form gives.
_NONE_GIVEN = (
    "ingen e-postadress är angiven. Vilken e-postadress gäller?",
    "i anmälan står ingen e-postadress, bara avsändarens. Är det den som gäller?",
)
IN_PROSE = 0.7
_NAMES_THE_CONTACT = frozenset(("contact_name", "_contact", "_first_name", "_last_name"))
MAX_COVER = 6_000
# The words without which no letter says that its form is wrong.
_MAY_CORRECT = re.compile(
    r"\bfel|stämmer (?:inte|ej)|inte rätt|rättelse|\bändr|i ?stället|flytta|som det står|gäller inte|inaktuell|"
    r"\bgammal|\bbytt\b|\b(?:och|,) ?inte\b|\brätta? (?:datum|tid|dag|plats|lokal|nummer|telefon|antal)|bortse|"
    r"står det|inte längre|numera|\b(?:ska(?:ll)?|blir|även|också|senast|söker|tiden)\b|inställ|ställ\w* in\b",
    re.I,
)
# The words without which nobody limits or takes back a consent beside the form that gives it.
_MAY_TAKE_BACK = re.compile(
    r"\b(?:inte|ej|aldrig|ingen|inget|inga|men|bara|endast|först|tillbaka|fel|innan|såvida|förutsatt|misstag|nej)\b|"
    r"ångra|återkall|ändra",
    re.I,
)
# What it finds begins with one of these.
_OF_CORRECTIONS = (
    "ska", "senast", "söker", "fel", "stämmer inte", "stämmer ej", "inte rätt", "rättelse", "ändr", "i stället",
    "istället", "flytta", "som det står", "gäller inte", "inaktuell", "gammal", "bytt", "och inte", "ochinte",
    ", inte", ",inte", "rätt ", "rätta ", "bortse", "står det", "inte längre", "numera", "blir", "även", "också",
    "tiden", "inställ", "ställ",
)  # fmt: skip


def read_forms(
    letter: Letter, founds: Sequence[Found], cover: str, told: Mapping[str, object] | None = None
) -> tuple[Form, ...]:
    """Read the forms; what the letter around a single one (`cover`) says of how many must agree with it.

    `told` is what the sentences of a letter with a few labels say; a label is the plainer word.
    """
    found_forms = []
    for found in founds:
        for entries in found.forms[:MAX_FORMS]:
            # What is read from a scan is placed when it is judged, for it is less sure.
            where = found.segment.where if found.segment.sure == 1.0 else ""
            values = values_of(entries, found.kind, letter.date, where)
            read = _ReadForm(
                found.kind,
                {**(told or {}), **values.fields},
                list(values.questions),
                found.segment,
                dict(values.evidence),
            )
            if not _NAMES_THE_CONTACT & {key for entry in entries for key in (entry.key, *entry.extra)}:
                _know_the_contact(letter, read)
            if len(founds) == 1 and len(found.forms) == 1:
                _hold_against(cover, read, letter, entries)
            found_forms.append(read)
    return tuple(_judged(letter, form) for form in _distinct(found_forms))


def read_prose(letter: Letter, prose: Form, segment: Segment) -> Form:
    """Judge what a letter without a form says."""
    evidence = {key: Evidence("", str(value), IN_PROSE) for key, value in prose.fields.items()}
    return _judged(letter, _ReadForm(prose.kind, dict(prose.fields), list(prose.questions), segment, evidence))


@dataclass(slots=True)
class _ReadForm:
    """One form before it is judged."""

    kind: Kind
    fields: dict[str, object]
    questions: list[str]
    segment: Segment
    evidence: dict[str, Evidence]


def _hold_against(cover: str, form: _ReadForm, letter: Letter, entries: Sequence[Entry]) -> None:
    """Let what the letter says against the form it brings count, and ask where the two do not agree."""
    attached = form.segment.attached
    if form.kind is Kind.REGISTRATION and (attached or _MAY_TAKE_BACK.search(cover[:MAX_COVER])):
        around = cover[:MAX_COVER] if attached else words_outside(cover[:MAX_COVER], entries, beside=False)
        form.questions += limited(form.kind, form.fields, [Said(around, told=not attached)])
        form.evidence = {key: found for key, found in form.evidence.items() if key in form.fields}
    if form.kind is Kind.REQUEST and is_spotted(_MAY_CORRECT, _OF_CORRECTIONS, cover[:MAX_COVER]):
        from medverkan.mailbox.answers.covering import covered  # long to load, and few letters correct their form

        said = covered(cover, form.fields, letter.date, attached=attached)
        form.fields = dict(said.fields)
        form.evidence |= said.evidence
        form.questions += said.questions
    form.questions += people_questions(cover, form.fields)


def _distinct(forms: list[_ReadForm]) -> list[_ReadForm]:
    """Drop a form that stands in the mail twice (as text and as attachment); the fuller one stays."""
    kept: list[_ReadForm] = []
    for form in sorted(forms, key=lambda f: -len(f.fields)):
        copied = next(((other, keys) for other in kept if (keys := differences(other, form)) is not None), None)
        if copied is None:
            kept.append(form)
        else:
            copied[0].questions += [_which(key, copied[0], form) for key in copied[1]]
    return [form for form in forms if any(form is other for other in kept)][:MAX_FORMS]


def _which(key: str, one: _ReadForm, other: _ReadForm) -> str:
    asked = field(one.kind, key)
    said = " och ".join(f"i {form.segment.where} står ”{form.fields[key]}”" for form in (one, other))
    return f"{asked.label if asked else key}: {said}. Vilket gäller?"


def _judged(letter: Letter, form: _ReadForm) -> Form:
    if form.segment.sure < 1.0:
        _without_consents(form)
    if form.segment.attached:
        _without_printed(form)
    _stand_in(letter, form)
    _know_the_organisation(letter, form)
    _know_a_minor(letter, form)
    missing, asked, remarks = judge(form.kind, form.fields, letter.date)
    questions = tuple(dict.fromkeys([*form.questions, *asked]))
    evidence = {key: found if found.where else _placed(found, form.segment) for key, found in form.evidence.items()}
    spoken = {key: Evidence("", str(value), IN_PROSE) for key, value in form.fields.items() if key not in evidence}
    evidence |= {key: _placed(found, form.segment) for key, found in spoken.items()}
    return Form(form.kind, form.fields, missing, questions, remarks, evidence)


def _know_the_contact(letter: Letter, form: _ReadForm) -> None:
    """Let the sender be the contact of a form that asks for none by name, where the address is made of their name."""
    name, address = form.segment.sender_name, form.segment.sender
    name, address = (name, address) if name or address else (letter.sender_name, letter.sender)
    if form.kind is Kind.REQUEST and "contact_name" not in form.fields and is_of_name(address, name):
        form.fields["contact_name"] = name
        form.evidence["contact_name"] = Evidence("", name, DERIVED, "avsändaren")


def _know_the_organisation(letter: Letter, form: _ReadForm) -> None:
    """Let a region's or a municipality's own domain stand in for an organisation that is not said."""
    if form.kind is not Kind.REQUEST or "organisation" in form.fields:
        return
    address = str(form.fields.get("contact_email") or form.segment.sender or letter.sender)
    if organisation := organisation_of_address(address):
        form.fields["organisation"] = organisation
        form.evidence["organisation"] = Evidence("", address.rpartition("@")[2], DERIVED, "avsändarens adress")


def _know_a_minor(letter: Letter, form: _ReadForm) -> None:
    """Let a stated age under 18 stand in for the year of birth, which is asked about all the same."""
    if form.kind is not Kind.REGISTRATION or "birth_year" in form.fields or letter.date is None:
        return
    age = stated_minor_age(text_of(form.segment))
    if age is not None:
        form.fields["birth_year"] = letter.date.year - age
        form.evidence["birth_year"] = Evidence("", f"{age} år", BAR)
        form.questions.append(f"Födelseår: i anmälan står {age} år. Vilket år är personen född?")


def _without_consents(form: _ReadForm) -> None:
    """Take no consent from a scanned page, where a box that is not ticked can look ticked."""
    for key in list(form.fields):
        asked = field(form.kind, key)
        if asked and asked.type is Type.CONSENT:
            del form.fields[key], form.evidence[key]


def _without_printed(form: _ReadForm) -> None:
    """Take no consent from a sentence alone in a document: its box may be drawn beside it, and be open."""
    for key, found in list(form.evidence.items()):
        if key in consent_keys() and found.label and found.label == found.text:
            del form.fields[key], form.evidence[key]


def _placed(found: Evidence, segment: Segment) -> Evidence:
    sure = found.sure if segment.sure == 1.0 else found.sure * segment.sure
    return Evidence(found.label, found.text, round(sure, 2), segment.where)


def _stand_in(letter: Letter, form: _ReadForm) -> None:
    """Let the sender's address stand in for a missing one, unless nobody reads it or it is somebody else's."""
    key = "contact_email" if form.kind is Kind.REQUEST else "email"
    address = form.segment.sender or letter.sender
    if key in form.fields or not address or is_unattended(address) or address in letter.to:
        return
    if form.kind is Kind.REGISTRATION and _is_somebody_else(letter, form):
        return
    form.questions = [question.replace(*_NONE_GIVEN) for question in form.questions]
    form.fields[key] = address
    form.evidence[key] = Evidence("", address, DERIVED, "avsändarens adress")


def _is_somebody_else(letter: Letter, form: _ReadForm) -> bool:
    """Tell whether the sender is plainly not the resident, but a nurse or a web form with an address of its own."""
    sender = (form.segment.sender_name or letter.sender_name).casefold().replace(",", " ").split()
    first, last = (str(form.fields.get(key, "")).casefold().split() for key in ("first_name", "last_name"))
    if form.fields.get("guardian_name") and not set(first) & set(sender):
        # A child is reached through the guardian, and the address is the guardian's, unless the child writes.
        return True
    # A daughter shares her mother's last name; an initial may be the first.
    told = first or last
    same = set(sender) & set(told) or any(
        len(part.strip(".")) == 1 and part[0] == told[0][0] for part in sender if told
    )
    return len(sender) >= 2 and bool(told) and not same
