"""A request is received: a case with a number, and a receipt to the unit that says what was understood.

Required fields that are missing make it incomplete: the unit is asked, and its answer by reply is merged in
`unit_answers`.
"""

from medverkan.bot.aside import tell_of_unread
from medverkan.bot.canonical import canonical
from medverkan.bot.post import Desk
from medverkan.bot.receipt import awaited, send_receipt
from medverkan.bot.tokens import Purpose, find
from medverkan.bot.trust import is_vouched
from medverkan.bot.unit_answers import take_form
from medverkan.mailbox.values import Form, Kind, Letter, Reading
from medverkan.storage.lifecycle import MailEvent
from medverkan.storage.values import Mail, Request


def receive(desk: Desk, mail: Mail, reading: Reading) -> None:
    """Open a case for every request of one mail."""
    answered = _case_it_answers(desk, reading)
    if answered:
        requests = [take_form(desk, answered, reading)]
    else:
        requests = [open_case(desk, mail, reading.letter, form) for form in reading.forms]
    if reading.unread and requests:
        tell_of_unread(desk, mail, requests[0], reading.unread)
    desk.books.mails.move(
        mail,
        MailEvent.UNDERSTOOD,
        kind=Kind.REQUEST,
        disposal="handled",
        request_id=requests[0].id if requests else None,
    )


def open_case(desk: Desk, mail: Mail, letter: Letter, form: Form) -> Request:
    """Open one case; contact details may later go to the sender only where the mail system vouched for it."""
    books = desk.books
    fields = canonical(Kind.REQUEST, form.fields)
    vouched = is_vouched(letter, desk.parts.settings.trust)
    contact = str(fields.get("contact_email") or letter.sender)
    request = books.requests.add(
        fields,
        sender=letter.sender,
        vouched=vouched,
        now=desk.now,
        mail_id=mail.id,
        message_id=letter.message_id,
        subject=letter.subject,
        release_to=letter.sender if vouched and contact.lower() == letter.sender else "",
        missing=form.missing,
        questions=form.questions,
        remarks=form.remarks,
    )
    books.audit.add("request-received", "unit", desk.now, request_id=request.id, mail_id=mail.id)
    request = awaited(desk, request)
    send_receipt(desk, request, f"received:{request.id}", remarks=request.remarks)
    return request


def is_the_unit(desk: Desk, letter: Letter, request: Request) -> bool:
    """Tell whether the writer is the unit of the case: the same address, and vouched for where the request was."""
    vouched = is_vouched(letter, desk.parts.settings.trust)
    known = (request.sender, request.contact.lower())
    return bool(letter.sender) and letter.sender in known and (vouched or not request.vouched)


def _case_it_answers(desk: Desk, reading: Reading) -> Request | None:
    """Return the case that this form belongs to: the unit sent it filled in anew, as a reply to our letter."""
    token = find(desk.parts.store.vault, reading.letter, "")
    if token is None or token.purpose is not Purpose.UNIT or token.is_over(desk.now) or len(reading.forms) != 1:
        return None
    request = desk.books.requests.get(token.about)
    return request if request and is_the_unit(desk, reading.letter, request) else None
