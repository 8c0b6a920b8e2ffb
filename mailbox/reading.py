"""Read one mail: what kind it is, and for forms and replies what it says. The one entry to this half of the room.

Total: whatever the bytes, a `Reading` comes back; what cannot be read is UNKNOWN with a reason for the lead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from medverkan.mailbox.classify import Verdict, is_forward, is_reply, is_unattended, machine_mail
from medverkan.mailbox.documents.reader import is_document, is_unreadable, read_documents
from medverkan.mailbox.forms.fit import DERIVED
from medverkan.mailbox.forms.html import rows_of_html
from medverkan.mailbox.forms.judge import judge, people_questions
from medverkan.mailbox.forms.normalise import values_of
from medverkan.mailbox.forms.prose import prose_form
from medverkan.mailbox.forms.rows import Row, lines_of
from medverkan.mailbox.forms.scoring import Found, best_form
from medverkan.mailbox.forms.segments import Segment, segments_of
from medverkan.mailbox.kinds import bounces, bulk, calendars, matters
from medverkan.mailbox.kinds.farewells import may_leave
from medverkan.mailbox.mime import html_of, parse, plain_text
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Candidate, Evidence, Form, Kind, Letter, Matter, Reading, Stage

MAX_MAIL_BYTES = 25 * 1024 * 1024
MAX_DOCUMENTS = 8
MAX_FORMS = 6
MAX_INNER_MAILS = 3
MAX_ATTACHED_ROWS = 200

MIN_LETTER = 200
IN_PROSE = 0.7
SCANNED = 0.75
_SPEAKS_OF_ATTACHMENT = re.compile(r"bifog|bilag|formulär|blankett|attach", re.IGNORECASE)

TOO_LARGE = "Brevet är större än 25 MB och lästes inte."
NO_FORM = "I brevet finns varken ett formulär eller en text som går att förstå som en förfrågan eller en anmälan."
NO_TEXT = "Bilagan innehåller ingen text som går att läsa."
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
    machine = machine_mail(letter, text)
    if machine and not machine.unless_form:
        bounce = bounces.bounce_of(letter, text) if machine.kind is Kind.BOUNCE else None
        return Reading(letter, machine.kind, machine.confidence, bounce=bounce)
    if candidates:
        return _reply(letter, candidates, stage, 0.95)
    sources = _sources(letter)
    founds = [found for source in sources.segments if (found := best_form(source, letter.subject))]
    strong = [found for found in founds if found.is_form(strictly=machine is not None or is_reply(letter))]
    attached = "" if strong else "\n".join(map(_text_of, sources.segments[1:]))
    if urgent := matters.urgent(letter, attached, has_form=bool(strong), by_machine=machine is not None):
        own = own_words(letter)
        return Reading(letter, Kind.UNKNOWN, 0.9, own_words=own, matter=urgent[0], reason=urgent[1])
    if strong:
        return _forms(letter, strong, text)
    return _no_form(letter, text, machine, sources, founds, stage)


def _no_form(
    letter: Letter, text: str, machine: Verdict | None, sources: "_Sources", weak: Sequence[Found], stage: Stage
) -> Reading:
    """Read a mail without a form: machine mail, a reply, a letter in prose, or something for a person."""
    if calendars.is_invitation(letter) and not (is_reply(letter) and own_words(letter)):
        return Reading(letter, Kind.UNKNOWN, 0.9, reason=matters.INVITED)
    if machine:
        return Reading(letter, machine.kind, machine.confidence)
    if is_reply(letter):
        return _reply(letter, (), stage, 0.85)
    own = "\n".join(row.cells[0] for row in sources.own.rows if row.table == 0 and row.cells)
    if (nothing := matters.nothing_said(letter)) and not any(map(_text_of, sources.segments[1:])):
        return Reading(letter, Kind.UNKNOWN, 0.9, reason=nothing)
    # A covering letter says too little; without the form that it speaks of, a person must look.
    if sources.problem and (len(own) < MIN_LETTER or _SPEAKS_OF_ATTACHMENT.search(own)):
        return Reading(letter, Kind.UNKNOWN, 0.6, reason=sources.problem)
    for segment in sources.segments:
        prose = prose_form(segment, letter.subject, letter.date)
        if prose:
            evidence = {key: Evidence("", str(value), IN_PROSE) for key, value in prose.fields.items()}
            return _judged(letter, [_ReadForm(prose.kind, dict(prose.fields), [], segment, evidence)], 0.7)
    if likely := [found for found in weak if found.may_be_form()]:
        return _forms(letter, [max(likely, key=lambda found: found.score)], text, 0.5)
    if bulk.is_spam_like(letter, text):
        return Reading(letter, Kind.AUTOMATIC, 0.7)
    if may_leave(matters.writers_words(letter)):
        return Reading(letter, Kind.UNKNOWN, 0.6, matter=Matter.FAREWELL, reason=matters.MAY_LEAVE)
    return Reading(letter, Kind.UNKNOWN, 0.6, reason=sources.problem or NO_FORM)


def _reply(letter: Letter, candidates: Sequence[Candidate], stage: Stage, confidence: float) -> Reading:
    words = own_words(letter)
    return Reading(letter, Kind.REPLY, confidence, decision=decide(words, candidates, stage), own_words=words)


@dataclass(frozen=True, slots=True)
class _Sources:
    """Everything in a mail that may hold a form."""

    own: Segment
    segments: tuple[Segment, ...]
    problem: str = ""


def _sources(letter: Letter, depth: int = 0) -> _Sources:
    body = _body_segments(letter)
    place = "det bifogade brevet" if depth else "brevet"
    own = replace(body[0], sender_name=letter.sender_name, sender=letter.sender, where=place)
    # What is quoted in a reply was said by somebody else to somebody else; what is passed on is meant for us.
    passed_on = body[1:] if is_forward(letter) or not is_reply(letter) else ()
    passed_on = tuple(replace(segment, where="det vidarebefordrade brevet") for segment in passed_on)
    segments = [own, *passed_on]
    problem = ""
    for part in [p for p in letter.parts if is_document(p) or is_unreadable(p)][:MAX_DOCUMENTS]:
        for document in read_documents(part):
            problem = problem or document.problem or ("" if any(map(_has_text, document.rows)) else NO_TEXT)
            if document.rows:
                where = f"bilagan {document.name}".strip() + (" (inskannad)" if document.scanned else "")
                sure = SCANNED if document.scanned else 1.0
                segments.append(Segment(document.rows, letter.sender_name, letter.sender, where=where, sure=sure))
    inner = [p for p in letter.parts if p.content_type == "message/rfc822"][:MAX_INNER_MAILS]
    for part in inner if depth < MAX_INNER_MAILS else ():
        found = _sources(parse(part.content), depth + 1)
        segments += found.segments
        problem = problem or found.problem
    return _Sources(own, tuple(segments), problem)


def _has_text(row: Row) -> bool:
    return any(cell.strip() for cell in row.cells)


def _text_of(segment: Segment) -> str:
    return "\n".join(" ".join(row.cells) for row in segment.rows[:MAX_ATTACHED_ROWS] if _has_text(row))


def _body_segments(letter: Letter) -> tuple[Segment, ...]:
    """Return the body as text or as HTML, whichever says more as a form."""
    html = html_of(letter)
    rich = segments_of(rows_of_html(html)) if html else ()
    if rich and not any(part.inline and part.content_type == "text/plain" for part in letter.parts):
        return rich
    plain = segments_of(lines_of(plain_text(letter)))
    if not rich:
        return plain
    return rich if _worth(rich, letter) >= _worth(plain, letter) else plain


def _worth(segments: Sequence[Segment], letter: Letter) -> float:
    return sum(found.score for segment in segments if (found := best_form(segment, letter.subject)))


def _forms(letter: Letter, founds: Sequence[Found], cover: str, confidence: float = 0.0) -> Reading:
    """Read the forms; what the letter around a single one says of how many must agree with it."""
    read_forms = []
    for found in founds:
        for entries in found.forms[:MAX_FORMS]:
            values = values_of(entries, found.kind, letter.date)
            questions = list(values.questions)
            if len(founds) == 1 and len(found.forms) == 1:
                questions += people_questions(cover, values.fields)
            read_forms.append(
                _ReadForm(found.kind, dict(values.fields), questions, found.segment, dict(values.evidence))
            )
    size = max(len(form.fields) for form in read_forms)
    return _judged(letter, _distinct(read_forms), confidence or min(0.98, 0.6 + 0.03 * size))


@dataclass(slots=True)
class _ReadForm:
    """One form before it is judged."""

    kind: Kind
    fields: dict[str, object]
    questions: list[str]
    segment: Segment
    evidence: dict[str, Evidence]


def _distinct(forms: list[_ReadForm]) -> list[_ReadForm]:
    """Drop a form that stands in the mail twice (as text and as attachment); the fuller one stays."""
    kept: list[_ReadForm] = []
    for form in sorted(forms, key=lambda f: -len(f.fields)):
        if not any(_same(form, other) for other in kept):
            kept.append(form)
    return [form for form in forms if any(form is other for other in kept)][:MAX_FORMS]


def _same(one: _ReadForm, other: _ReadForm) -> bool:
    telling = ("unit", "activity", "description", "when_text", "first_name", "last_name", "birth_year", "phone")
    shared = [key for key in telling if key in one.fields and key in other.fields]
    different = [key for key in shared if one.fields[key] != other.fields[key]]
    # One difference may be a slip between two copies; two are two requests of one unit.
    alike = len(shared) - len(different) >= 2 and len(different) <= 1
    return one.kind == other.kind and one.segment is not other.segment and alike


def _judged(letter: Letter, read_forms: Sequence[_ReadForm], confidence: float) -> Reading:
    forms = []
    for form in read_forms:
        _stand_in(letter, form)
        missing, asked, remarks = judge(form.kind, form.fields, letter.date)
        questions = tuple(dict.fromkeys([*form.questions, *asked]))
        evidence = {
            key: found if found.where else _placed(found, form.segment)
            for key, found in form.evidence.items()
        }
        forms.append(Form(form.kind, form.fields, missing, questions, remarks, evidence))
    return Reading(letter, forms[0].kind, confidence, tuple(forms))


def _placed(found: Evidence, segment: Segment) -> Evidence:
    return replace(found, where=segment.where, sure=round(found.sure * segment.sure, 2))


def _stand_in(letter: Letter, form: _ReadForm) -> None:
    """Let the sender's address stand in for a missing one, unless nobody reads it or it is the mailbox itself."""
    key = "contact_email" if form.kind is Kind.REQUEST else "email"
    address = form.segment.sender or letter.sender
    if key not in form.fields and address and not is_unattended(address) and address not in letter.to:
        form.fields[key] = address
        form.evidence[key] = Evidence("", address, DERIVED, "avsändarens adress")
