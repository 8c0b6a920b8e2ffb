"""Read one mail: what kind it is, and for forms and replies what it says. The one entry to this half of the room.

Total: whatever the bytes, a `Reading` comes back; what cannot be read is UNKNOWN with a reason for the lead.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.classify import Verdict, certain_machine_mail, is_reply, likely_machine_mail
from medverkan.mailbox.form_reading import read_forms, read_prose
from medverkan.mailbox.forms.finding.outside import (
    consent_keys,
    consents_asked,
    is_consent,
    without_labelled,
    without_open_labels,
    words_outside,
)
from medverkan.mailbox.forms.finding.scoring import Found, best_form
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.kinds import bounces, bulk, calendars, matters
from medverkan.mailbox.kinds.farewells import leaver, may_leave
from medverkan.mailbox.mime import parse, plain_text
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.sources import Sources, sources_of, text_of
from medverkan.mailbox.values import Candidate, Form, Kind, Letter, Matter, Reading, Stage

MAX_MAIL_BYTES = 25 * 1024 * 1024
MIN_LETTER = 200
_SPEAKS_OF_ATTACHMENT = re.compile(r"bifog|bilag|formulär|blankett|attach", re.IGNORECASE)

# Who answers with all of this registers, whatever mail they answer.
_TELLS_BIRTH = re.compile(r"\b(?:född|föddes|födelseår|årgång|årsmodell)\b|\b19\d\d\b", re.IGNORECASE)
_WHOLE_FORM = 9
_FEW_WORDS = 8
_LABELLED = frozenset(("first_name", "last_name", "phone", "email", "postal_address", "municipality", "birth_year"))
_SAID_OF_ONESELF = frozenset((*_LABELLED, "contact_preference", "perspectives"))
_WHO = frozenset(("first_name", "last_name", "birth_year", "municipality", "experience"))
_WHAT = frozenset(("unit", "description", "experience", "people_wanted", "when_text", "date_start", "place"))

TOO_LARGE = "Brevet är större än 25 MB och lästes inte."
NO_FORM = "I brevet finns varken ett formulär eller en text som går att förstå som en förfrågan eller en anmälan."
BROKEN = "Brevet gick inte att läsa."


def read(raw: bytes, *, candidates: Sequence[Candidate] = (), stage: Stage = Stage.PROPOSAL) -> Reading:
    """Say what one mail is and what it says. Total: never raises."""
    if len(raw) > MAX_MAIL_BYTES:
        return Reading(parse(raw[:65536].partition(b"\r\n\r\n")[0]), Kind.UNKNOWN, 1.0, reason=TOO_LARGE)
    letter = Letter()
    try:
        letter = parse(raw)
        return _read(letter, candidates, stage)
    except Exception:  # noqa: BLE001 - the promise of this function: one bad mail is put aside, nothing stops
        return Reading(letter, Kind.UNKNOWN, 0.0, reason=BROKEN)


def _read(letter: Letter, candidates: Sequence[Candidate], stage: Stage) -> Reading:
    text = plain_text(letter)
    if certain := certain_machine_mail(letter, text):
        bounce = bounces.bounce_of(letter, text) if certain.kind is Kind.BOUNCE else None
        return Reading(letter, certain.kind, certain.confidence, bounce=bounce)
    if candidates:
        likely = likely_machine_mail(letter, text)
        return Reading(letter, likely.kind, likely.confidence) if likely else _reply(letter, candidates, stage, 0.95)
    sources = sources_of(letter)
    looked = [*sources.founds, *(best_form(one, letter.subject) for one in sources.segments[len(sources.founds) :])]
    founds = [found for found in looked if found]
    machine = None if any(found.is_form(strictly=True) for found in founds) else likely_machine_mail(letter, text)
    strictly = machine is not None or is_reply(letter)
    strong = [found for found in founds if found.is_form(strictly=strictly and not found.segment.typed)]
    attached = "" if strong else "\n".join(map(text_of, sources.segments[1:]))
    has_form = any(not found.only_names() for found in strong)
    beside = _beside_registration(letter, strong)
    if urgent := matters.urgent(letter, attached, has_form=has_form, by_machine=machine is not None, beside=beside):
        own = own_words(letter)
        return Reading(letter, Kind.UNKNOWN, 0.9, own_words=own, matter=urgent[0], reason=urgent[1])
    if strong:
        forms = read_forms(letter, strong, text)
        forms = _told_beside(letter, forms, strong, text, sources.own) or _completed(letter, forms, sources.own, strong)
        return _beside(_with_forms(letter, forms), sources)
    return _beside(_no_form(letter, text, machine, sources, founds, stage), sources)


def _beside_registration(letter: Letter, strong: Sequence[Found]) -> str:
    """Return what a resident writes around their registration, "" beside any other form and where nobody leaves."""
    if not strong or any(found.kind is not Kind.REGISTRATION for found in strong):
        return ""
    entries = [entry for found in strong for form in found.forms for entry in form]
    # Whose words they are is costly to find, and hardly any mail says anything of the kind.
    if leaver(words_outside(f"{letter.subject}\n\n{plain_text(letter)}", entries)) is None:
        return ""
    return words_outside(f"{letter.subject}\n\n{own_words(letter)}", entries)


def _beside(reading: Reading, sources: Sources) -> Reading:
    """Return what forms say with a remark on each attachment that lay beside them and could not be read."""
    if not reading.forms or not sources.unread:
        return reading
    first, *more = reading.forms
    first = replace(first, remarks=(*first.remarks, *sources.unread))
    return replace(reading, forms=(first, *more), unread=sources.unread)


def _told_beside(
    letter: Letter, forms: tuple[Form, ...], strong: Sequence[Found], text: str, own: Segment
) -> tuple[Form, ...]:
    """Return a request with what the sentences say beside its few labels ("När: …"); () for a whole form."""
    if (
        len(forms) > 1
        or forms[0].kind is not Kind.REQUEST
        or strong[0].segment is not own
        or strong[0].keys >= _WHOLE_FORM
        or len(words_outside(text, strong[0].forms[0]).split()) < _FEW_WORDS
    ):
        return ()
    from medverkan.mailbox.prose.letters import prose_form  # long to load, and most letters hold a whole form

    prose = prose_form(own, letter.subject, letter.date)
    if prose is None or prose.kind is not Kind.REQUEST:
        return ()
    return read_forms(letter, strong, text, prose.fields)


def _completed(letter: Letter, forms: tuple[Form, ...], own: Segment, founds: Sequence[Found]) -> tuple[Form, ...]:
    """Return a registration with what the sentences say below a few labels ("Namn: …, Född: …"); any other as it is."""
    form = forms[0]
    if (
        len(forms) > 1
        or len(form.fields) >= _WHOLE_FORM
        or form.kind is not Kind.REGISTRATION
        or form.fields.keys() >= {"experience", "first_name"}
        or founds[0].segment is not own
    ):
        return forms
    from medverkan.mailbox.prose.letters import prose_form  # long to load, and most letters hold a whole form

    labels = founds[0].forms[0]
    prose = prose_form(without_open_labels(own, labels), letter.subject, letter.date)
    if prose is None or prose.kind is not Kind.REGISTRATION:
        return forms
    # Labels name a person well; what a sentence says is better read as one.
    labelled = {key: value for key, value in form.fields.items() if key in _LABELLED}
    # A consent that has a label is answered beside it, and a whole form has one for each.
    asked = consent_keys() if founds[0].keys >= _WHOLE_FORM else consents_asked(labels)
    told = {key: value for key, value in without_labelled(prose.fields, labels).items() if key not in asked}
    told |= {key: value for key, value in form.fields.items() if key in consent_keys()}
    if "experience" in form.fields:
        # The labels say all but who it is ("namn Kim Ek", "född 1960", without a colon).
        labelled, told = dict(form.fields), {key: value for key, value in told.items() if key in _SAID_OF_ONESELF}
    return (read_prose(letter, replace(prose, fields={**told, **labelled}), own),)


def _no_form(
    letter: Letter, text: str, machine: Verdict | None, sources: Sources, weak: Sequence[Found], stage: Stage
) -> Reading:
    """Read a mail without a form: machine mail, a reply, a letter in prose, or something for a person."""
    if calendars.is_invitation(letter) and not (is_reply(letter) and own_words(letter)):
        return Reading(letter, Kind.UNKNOWN, 0.9, reason=matters.INVITED)
    if machine:
        return Reading(letter, machine.kind, machine.confidence)
    if is_reply(letter):
        return _written_by_reply(letter, sources.own) or _reply(letter, (), stage, 0.85)
    own = "\n".join(row.cells[0] for row in sources.own.rows if row.table == 0 and row.cells)
    if (nothing := matters.nothing_said(letter)) and not any(map(text_of, sources.segments[1:])):
        return Reading(letter, Kind.UNKNOWN, 0.9, reason=nothing)
    # A covering letter says too little; without the form that it speaks of, a person must look.
    if sources.problem and (len(own) < MIN_LETTER or _SPEAKS_OF_ATTACHMENT.search(own)):
        return Reading(letter, Kind.UNKNOWN, 0.6, reason=sources.problem)
    from medverkan.mailbox.prose.letters import prose_form  # long to load, and most letters hold a form

    for segment in sources.segments:
        printed = [e for found in weak if found.segment is segment for e in found.forms[0] if is_consent(e)]
        prose = prose_form(without_open_labels(segment, printed), letter.subject, letter.date)
        if prose:
            return _with_forms(letter, (read_prose(letter, prose, segment),), 0.7)
    if likely := [found for found in weak if found.may_be_form()]:
        likeliest = max(likely, key=lambda found: found.score)
        return _with_forms(letter, read_forms(letter, [likeliest], text), 0.5)
    if bulk.is_spam_like(letter, text):
        return Reading(letter, Kind.AUTOMATIC, 0.7)
    if may_leave(matters.writers_words(letter)):
        return Reading(letter, Kind.UNKNOWN, 0.6, matter=Matter.FAREWELL, reason=matters.MAY_LEAVE)
    return Reading(letter, Kind.UNKNOWN, 0.6, reason=sources.problem or NO_FORM)


def _written_by_reply(letter: Letter, own: Segment) -> Reading | None:
    """Read whoever answers a folder or good advice with all that a form asks for; None for every other reply."""
    # Not only the words above a name: some go on below it.
    words = text_of(own)
    if not _TELLS_BIRTH.search(words) and len(words) < MIN_LETTER:
        return None
    from medverkan.mailbox.prose.letters import prose_form

    form = prose_form(own, letter.subject, letter.date)
    if form is None or not form.fields.keys() >= (_WHO if form.kind is Kind.REGISTRATION else _WHAT):
        return None
    return _with_forms(letter, (read_prose(letter, form, own),), 0.7)


def _reply(letter: Letter, candidates: Sequence[Candidate], stage: Stage, confidence: float) -> Reading:
    from medverkan.mailbox.replies.by_letter import named_by_letter  # long to load, and most letters are no reply
    from medverkan.mailbox.replies.decide import decide

    words = own_words(letter)
    named = named_by_letter(words, plain_text(letter), candidates, stage)
    return Reading(letter, Kind.REPLY, confidence, decision=decide(named, candidates, stage), own_words=words)


def _with_forms(letter: Letter, forms: tuple[Form, ...], confidence: float = 0.0) -> Reading:
    """Return the reading; the more fields the fullest form has, the surer it is that it is one."""
    size = max(len(form.fields) for form in forms)
    return Reading(letter, forms[0].kind, confidence or min(0.98, 0.6 + 0.03 * size), forms)
