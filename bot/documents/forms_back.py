"""The form that goes back with a release: the unit's own, filled in, or else our own document with the same in it.

The unit's own is found among what it mailed, by what the case says: a mail may carry other files, and other cases'
forms. What is in the file is the unit's, and goes to nobody else.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from medverkan.bot.documents.answers import answer_document
from medverkan.bot.documents.filling import filled_in
from medverkan.bot.documents.pdf import PDF
from medverkan.bot.documents.places import contact_of
from medverkan.bot.documents.unfilled import UnfilledError, Why
from medverkan.bot.filled import WORD
from medverkan.bot.post import Attachment, Desk
from medverkan.mailbox.documents.reader import read_documents
from medverkan.mailbox.forms.finding.scoring import best_form
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Kind, Letter, Part
from medverkan.storage.values import Mail, Member, Request
from medverkan.storage.vault import VaultError

MOST_MAILS, MOST_FORMS, MOST_INNER = 8, 6, 2
# What a unit writes in its own words, and what therefore stands in its form as it stands in the case.
_WORDS = ("unit", "organisation", "contact_name", "title", "activity", "description", "purpose", "expectations",
          "experience", "place", "when_text", "feedback")  # fmt: skip
# What another case of the same unit would say otherwise.
_ITS_OWN = ("title", "description")
_ENOUGH, _SHORTEST = 0.5, 4
_WORD = re.compile(r"\w+")
_STARTS = {b"PK\x03\x04": (WORD, "docx"), b"%PDF-": (PDF, "pdf")}
# What a person must know of: the unit has sent a form that nobody should open without a thought.
TOLD = {
    Why.MACROS: "det innehåller makron eller skript",
    Why.CHANGES: "det innehåller spårade ändringar",
    Why.PASSWORD: "det är låst med lösenord",
    Why.EMBEDDED: "det innehåller inbäddade filer",
    Why.SIGNED: "det är elektroniskt undertecknat",
    Why.BROKEN: "filen är skadad eller för stor",
}


def form_back(
    desk: Desk,
    request: Request,
    member: Member,
    contact: Sequence[tuple[str, str]],
    facts: Sequence[tuple[str, str]],
    *,
    minor: bool,
    within: str,
) -> Attachment:
    """Return the form with one person's contact details, to be attached: (filename, content type, content).

    Where the unit's own cannot be filled in because of what is in it, the leads are told, once for each case.
    """
    own, why = _own_form(desk, request, member, contact)
    if own:
        return own
    if why in TOLD:
        desk.note_to_leads(
            "lead-own-form", f"own-form:{request.id}", request_id=request.id, request=request, why=TOLD[why]
        )
    content = answer_document(request.number, contact, facts, minor=minor, within=within)
    return f"Forfragan-{request.number}-svar.pdf", PDF, content


def _own_form(
    desk: Desk, request: Request, member: Member, contact: Sequence[tuple[str, str]]
) -> tuple[Attachment | None, Why | None]:
    first, last = (str(member.fields.get(key) or "") for key in ("first_name", "last_name"))
    details = contact_of(first, last, contact)
    part = _form(desk, request)
    if part is None:
        return None, None
    kind, ending = _kind(part)
    try:
        content = filled_in(part.content, details)
    except UnfilledError as error:
        return None, error.why
    return (f"Forfragan-{request.number}.{ending}", kind, content), None


def _form(desk: Desk, request: Request) -> Part | None:
    """Return the attachment that says most of what the case says, of two that say as much the newer one."""
    attached = ((part, letter.subject) for letter in _letters(desk, request) for part in _parts(letter))
    best, most = None, 0.0
    for part, subject in islice(attached, MOST_FORMS):
        said = _said(part, request.fields, subject)
        if said > most:
            best, most = part, said
    return best


def _letters(desk: Desk, request: Request) -> Iterator[Letter]:
    """Yield what the unit mailed in the case until people were proposed; later forms have changed nothing."""
    proposals = desk.books.proposals.of(request)
    until = max((one.at for one in proposals), default=desk.now)
    mails = [mail for mail in desk.books.mails.of_request(request.id) if mail.received_at <= until]
    first = _first(desk, request, mails)
    for mail in [*[one for one in reversed(mails) if one != first][:MOST_MAILS], *([first] if first else [])]:
        with suppress(VaultError):
            letter = parse(desk.books.mails.raw(mail))
            if letter.sender.lower() == request.sender.lower():
                yield letter


def _first(desk: Desk, request: Request, mails: Sequence[Mail]) -> Mail | None:
    """Return the mail that the case began with; one that began several cases belongs to the first of them."""
    found = next((mail for mail in mails if mail.id == request.mail_id), None)
    return found or desk.books.mails.get(request.mail_id or "")


def _parts(letter: Letter) -> Iterator[Part]:
    yield from (part for part in letter.parts if _kind(part)[0])
    inner = [part for part in letter.parts if part.content_type == "message/rfc822"]
    for mail in inner[:MOST_INNER]:
        yield from (part for part in parse(mail.content).parts if _kind(part)[0])


def _kind(part: Part) -> tuple[str, str]:
    """Return content type and ending of a Word or PDF file, ("", "") for anything else; its name may say anything."""
    return next((kind for start, kind in _STARTS.items() if part.content.startswith(start)), ("", ""))


def _said(part: Part, fields: Mapping[str, Any], subject: str) -> float:
    """Return how much of a case an attachment says, 1 for all of it; 0 where it is not the form of that case alone."""
    documents = read_documents(part)
    if len(documents) != 1 or documents[0].scanned or not documents[0].rows:
        return 0.0
    found = best_form(Segment(documents[0].rows, attached=True), subject)
    if found is None or found.kind is not Kind.REQUEST or len(found.forms) != 1:
        return 0.0
    text = " ".join(_folded(cell) for row in documents[0].rows for cell in row.cells)
    told = {key: words for key in _WORDS if len(words := _folded(str(fields.get(key) or ""))) >= _SHORTEST}
    if not told or any(told.get(key, "") not in text for key in _ITS_OWN):
        return 0.0
    share = sum(words in text for words in told.values()) / len(told)
    return share if share >= _ENOUGH else 0.0


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
