"""A letter of ours did not arrive: found by what the report sends back, written down, and made a task for the lead.

A letter about a letter that did not arrive is how loops begin: the leads are written to of letters to units and
participants alone, once for each, and never of letters to leads. Anybody can write a report, so one does no more than
tell. A delay is only written down; what gives up in the end is reported once more.
"""

from contextlib import suppress
from dataclasses import replace

from medverkan.bot.aside import put_aside
from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.bot.register import DELIVERY
from medverkan.bot.tokens import find
from medverkan.mailbox.kinds.bounces import returned
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Bounce, Kind, Reading
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import IllegalMove, MailEvent
from medverkan.storage.values import Mail, Outgoing, Request, Task

BOUNCED = "mail-bounced"
IDS_MOST = 20
LETTERS = {
    "unit-received": "kvittot till verksamheten",
    "unit-question": "frågan till verksamheten",
    "unit-unanswered": "påminnelsen till verksamheten",
    "unit-unfilled": "beskedet till verksamheten om att ingen passade",
    "unit-delivery": "brevet till verksamheten med kontaktuppgifter",
    "unit-feedback": "frågan till verksamheten om återkoppling",
    "participant-assignment": "uppdragsbeskrivningen till deltagaren",
}
AUDIENCES = {
    "unit": "ett brev till verksamheten",
    "participant": "ett brev till deltagaren",
    "lead": "ett brev till utvecklingsledaren",
}
TOLD_OF = ("unit", "participant")
# By the beginning of the status (RFC 3463), the most exact first.
REASONS = (
    ("5.1.8", "vår egen avsändaradress godtogs inte"),
    ("5.1", "adressen finns inte"),
    ("5.2.1", "brevlådan är avstängd"),
    ("5.2.2", "brevlådan är full"),
    ("5.2.3", "brevet är för stort"),
    ("5.3.4", "brevet är för stort"),
    ("5.7", "ett mejlsystem släppte inte fram det. Det är en spärr och inget fel i adressen"),
    ("5.4", "mottagarens mejlserver gick inte att nå"),
    ("4.2.2", "brevlådan är full"),
    ("4", "mottagarens mejlserver gick inte att nå"),
    ("552", "brevlådan är full"),
    ("5", "mottagarens mejlserver tog inte emot det"),
)


def bounced(desk: Desk, mail: Mail, reading: Reading) -> None:
    """Connect one delivery report to our letter and its case; put it aside where that cannot be seen."""
    books = desk.books
    bounce = reading.bounce or Bounce()
    found = (books.outgoing.by_message_id(one) for one in bounce.message_ids[:IDS_MOST])
    message = next((one for one in found if one), None)
    audience, letter, request = _told_of(desk, reading, message)
    if bounce.permanent and message is None and request is None:
        put_aside(desk, mail, Kind.BOUNCE, "Ett mejl kom inte fram (studs). Det går inte att se vilket.", tell=False)
        return
    if bounce.permanent:
        task = _not_arrived(desk, mail, bounce, letter, message, request)
        if audience in TOLD_OF:
            _tell_leads(desk, task, audience, letter, why(bounce.status), message, request)
    request_id, member_id = _about(message, request)
    detail = {"status": bounce.status, "to": bounce.recipient, "outgoing": message.id if message else ""}
    what = BOUNCED if bounce.permanent else "mail-delayed"
    books.audit.add(what, "bot", desk.now, mail_id=mail.id, request_id=request_id, member_id=member_id, detail=detail)
    books.mails.move(
        mail, MailEvent.UNDERSTOOD, kind=Kind.BOUNCE, disposal="handled", request_id=request_id, member_id=member_id
    )


def why(status: str) -> str:
    """Return in Swedish why a letter did not arrive, from a status ("5.1.1") or a server's code ("550")."""
    return next((words for start, words in REASONS if status.startswith(start)), "orsaken framgår inte")


def not_arrived(books: Books) -> dict[str, str]:
    """Return why each letter that came back did not arrive, by the id of the letter."""
    told = (event.detail for event in books.audit.of() if event.what == BOUNCED)
    return {str(detail["outgoing"]): why(str(detail.get("status", ""))) for detail in told if detail.get("outgoing")}


def _told_of(desk: Desk, reading: Reading, message: Outgoing | None) -> tuple[str, str, Request | None]:
    """Return to whom the letter went, what it is called, and its case.

    By the letter itself, or by the token that came back with it.
    """
    if message:
        audience = message.kind.partition("-")[0]
        letter = LETTERS.get(message.kind) or AUDIENCES.get(audience, "ett brev")
        return audience, letter, desk.books.requests.get(message.request_id) if message.request_id else None
    # Some systems give a letter an id of their own; subject and body still carry the token.
    sent_back = f"{returned(reading.letter)}\n{plain_text(reading.letter)}"
    token = find(desk.parts.store.vault, reading.letter, sent_back)
    if token is None:
        return "", "ett brev", None
    audience = token.purpose.audience
    return audience, AUDIENCES[audience], desk.books.requests.get(token.about)


def _not_arrived(
    desk: Desk, mail: Mail, bounce: Bounce, letter: str, message: Outgoing | None, request: Request | None
) -> Task:
    """Make a letter that did not arrive a task, and return it; several reports on one letter are one."""
    reason = why(bounce.status)
    if message:
        # A letter that has left stays "sent": the task and the audit tell of it.
        with suppress(IllegalMove):
            desk.books.outgoing.gave_up(message, reason)
    request_id, member_id = _about(message, request)
    code = f" ({bounce.status})" if bounce.status else ""
    return desk.books.tasks.add(
        "failed",
        f"bounced:{message.id if message else mail.id}",
        due_in(desk.now, 0, desk.parts.settings),
        request_id=request_id,
        member_id=member_id,
        mail_id=mail.id,
        note=f"{letter} kom inte fram: {reason}{code}",
    )


def _tell_leads(
    desk: Desk, task: Task, audience: str, letter: str, reason: str, message: Outgoing | None, request: Request | None
) -> None:
    """Write to the leads once about a letter; where nobody can see which it was, once a day and case."""
    known = f"{audience}:{request.id if request else ''}:{desk.now.astimezone(desk.parts.settings.zone).date()}"
    request_id, member_id = _about(message, request)
    # Without the mail in it the key is the letter's alone, however many reports come.
    replace(desk, mail_id="").note_to_leads(
        "lead-bounced",
        f"bounced:{message.id if message else known}",
        request_id=request_id,
        member_id=member_id,
        audience=audience,
        letter=letter,
        delivery=bool(message and message.kind == DELIVERY),
        to=message.to if message else "",
        reason=reason,
        request=request,
        task=task.number,
    )


def _about(message: Outgoing | None, request: Request | None) -> tuple[str | None, str | None]:
    if message:
        return message.request_id, message.member_id
    return request.id if request else None, None
