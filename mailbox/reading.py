"""Read one mail: what kind it is, and for forms and replies what it says. The one entry to this half of the room.

Total: whatever the bytes, a `Reading` comes back; what cannot be read is UNKNOWN with a reason for the lead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from medverkan.mailbox.classify import Verdict, is_forward, is_reply, is_unattended, machine_mail, wants_to_leave
from medverkan.mailbox.documents.reader import document_type, is_unreadable, read_document
from medverkan.mailbox.forms.html import rows_of_html
from medverkan.mailbox.forms.judge import judge, people_questions
from medverkan.mailbox.forms.normalise import normalised
from medverkan.mailbox.forms.prose import prose_form
from medverkan.mailbox.forms.rows import Row, lines_of
from medverkan.mailbox.forms.scoring import Found, best_form
from medverkan.mailbox.forms.segments import Segment, segments_of
from medverkan.mailbox.mime import html_of, parse, plain_text
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Candidate, Form, Kind, Letter, Reading, Stage

MAX_MAIL_BYTES = 25 * 1024 * 1024
MAX_DOCUMENTS = 8
MAX_FORMS = 6
MAX_INNER_MAILS = 3

MIN_LETTER = 200
_SPEAKS_OF_ATTACHMENT = re.compile(r"bifog|bilag|formulär|blankett|attach", re.IGNORECASE)

TOO_LARGE = "Brevet är större än 25 MB och lästes inte."
EMPTY = "Brevet är tomt."
NO_FORM = "I brevet finns varken ett formulär eller en text som går att förstå som en förfrågan eller en anmälan."
LEAVES = "Avsändaren vill inte längre vara med i Intressebanken."
NO_TEXT = "Bilagan innehåller ingen text som går att läsa. Den kan vara inskannad."
UNREADABLE = "Bilagan är av ett slag som inte kan läsas, till exempel ett äldre Word-dokument."
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
        return Reading(letter, machine.kind, machine.confidence)
    if candidates:
        return _reply(letter, candidates, stage, 0.95)
    sources = _sources(letter)
    founds = [found for source in sources.segments if (found := best_form(source, letter.subject))]
    strong = [found for found in founds if found.is_form(strictly=machine is not None or is_reply(letter))]
    if strong:
        return _forms(letter, strong, text)
    return _no_form(letter, text, machine, sources, founds, stage)


def _no_form(
    letter: Letter, text: str, machine: Verdict | None, sources: "_Sources", weak: Sequence[Found], stage: Stage
) -> Reading:
    """Read a mail without a form: machine mail, a farewell, a reply, a letter in prose, or something for a person."""
    if machine:
        return Reading(letter, machine.kind, machine.confidence)
    own = "\n".join(row.cells[0] for row in sources.own.rows if row.table == 0 and row.cells)
    if wants_to_leave(own):
        return Reading(letter, Kind.UNKNOWN, 0.9, own_words=own.strip(), reason=LEAVES)
    if is_reply(letter):
        return _reply(letter, (), stage, 0.85)
    # A covering letter says too little; without the form that it speaks of, a person must look.
    if sources.problem and (len(own) < MIN_LETTER or _SPEAKS_OF_ATTACHMENT.search(own)):
        return Reading(letter, Kind.UNKNOWN, 0.6, reason=sources.problem)
    for segment in sources.segments:
        prose = prose_form(segment, letter.subject, letter.date)
        if prose:
            return _judged(letter, [(prose.kind, dict(prose.fields), [], segment)], 0.7)
    if likely := [found for found in weak if found.may_be_form()]:
        return _forms(letter, [max(likely, key=lambda found: found.score)], text, 0.5)
    nothing = NO_FORM if text.strip() or letter.parts else EMPTY
    return Reading(letter, Kind.UNKNOWN, 0.6, reason=sources.problem or nothing)


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
    own = replace(body[0], sender_name=letter.sender_name, sender=letter.sender)
    # What is quoted in a reply was said by somebody else to somebody else; what is passed on is meant for us.
    passed_on = body[1:] if is_forward(letter) or not is_reply(letter) else ()
    segments = [own, *passed_on]
    problem = ""
    for part in [p for p in letter.parts if not p.inline and document_type(p)][:MAX_DOCUMENTS]:
        document = read_document(part)
        problem = problem or document.problem or ("" if any(map(_has_text, document.rows)) else NO_TEXT)
        if document.rows:
            segments.append(Segment(document.rows, letter.sender_name, letter.sender))
    if not problem and any(is_unreadable(p) for p in letter.parts):
        problem = UNREADABLE
    inner = [p for p in letter.parts if p.content_type == "message/rfc822"][:MAX_INNER_MAILS]
    for part in inner if depth < MAX_INNER_MAILS else ():
        found = _sources(parse(part.content), depth + 1)
        segments += found.segments
        problem = problem or found.problem
    return _Sources(own, tuple(segments), problem)


def _has_text(row: Row) -> bool:
    return any(cell.strip() for cell in row.cells)


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
            fields, questions = normalised(entries, found.kind, letter.date)
            if len(founds) == 1 and len(found.forms) == 1:
                questions += people_questions(cover, fields)
            read_forms.append((found.kind, fields, questions, found.segment))
    size = max(len(fields) for _, fields, _, _ in read_forms)
    return _judged(letter, _distinct(read_forms), confidence or min(0.98, 0.6 + 0.03 * size))


_ReadForm = tuple[Kind, dict[str, object], list[str], Segment]


def _distinct(forms: list[_ReadForm]) -> list[_ReadForm]:
    """Drop a form that stands in the mail twice (as text and as attachment); the fuller one stays."""
    kept: list[_ReadForm] = []
    for form in sorted(forms, key=lambda f: -len(f[1])):
        if not any(_same(form, other) for other in kept):
            kept.append(form)
    return [form for form in forms if any(form is other for other in kept)][:MAX_FORMS]


def _same(one: _ReadForm, other: _ReadForm) -> bool:
    telling = ("unit", "activity", "description", "when_text", "first_name", "last_name", "birth_year", "phone")
    shared = [key for key in telling if key in one[1] and key in other[1]]
    different = [key for key in shared if one[1][key] != other[1][key]]
    # One difference may be a slip between two copies; two are two requests of one unit.
    alike = len(shared) - len(different) >= 2 and len(different) <= 1
    return one[0] == other[0] and one[3] is not other[3] and alike


def _judged(letter: Letter, read_forms: Sequence[_ReadForm], confidence: float) -> Reading:
    forms = []
    for kind, fields, questions, segment in read_forms:
        _stand_in(letter, kind, fields, segment)
        missing, asked, remarks = judge(kind, fields, letter.date)
        forms.append(Form(kind, fields, missing, tuple(dict.fromkeys([*questions, *asked])), remarks))
    return Reading(letter, forms[0].kind, confidence, tuple(forms))


def _stand_in(letter: Letter, kind: Kind, fields: dict[str, object], segment: Segment) -> None:
    """Let the sender's address stand in for a missing one, unless nobody reads it or it is the mailbox itself."""
    key = "contact_email" if kind is Kind.REQUEST else "email"
    address = segment.sender or letter.sender
    if key not in fields and address and not is_unattended(address) and address not in letter.to:
        fields[key] = address
