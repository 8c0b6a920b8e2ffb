"""A letter of ours did not arrive: found by what the report sends back, written down, and made a task for the lead.

Never a letter: a letter about a letter that did not arrive is how loops begin. Anybody can write a report, so one does
no more than tell. A delay is only written down; what gives up in the end is reported once more.
"""

from contextlib import suppress

from medverkan.bot.aside import put_aside
from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.bot.tokens import find
from medverkan.mailbox.kinds.bounces import returned
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Bounce, Kind, Reading
from medverkan.storage.lifecycle import IllegalMove, MailEvent
from medverkan.storage.values import Mail, Outgoing, Request

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
    letter, request = _told_of(desk, reading, message)
    if bounce.permanent and message is None and request is None:
        put_aside(desk, mail, Kind.BOUNCE, "Ett mejl kom inte fram (studs). Det går inte att se vilket.", tell=False)
        return
    if bounce.permanent:
        _not_arrived(desk, mail, bounce, letter, message, request)
    request_id, member_id = _about(message, request)
    detail = {"status": bounce.status, "to": bounce.recipient, "outgoing": message.id if message else ""}
    what = "mail-bounced" if bounce.permanent else "mail-delayed"
    books.audit.add(what, "bot", desk.now, mail_id=mail.id, request_id=request_id, member_id=member_id, detail=detail)
    books.mails.move(
        mail, MailEvent.UNDERSTOOD, kind=Kind.BOUNCE, disposal="handled", request_id=request_id, member_id=member_id
    )


def why(status: str) -> str:
    """Return in Swedish why a letter did not arrive, from a status ("5.1.1") or a server's code ("550")."""
    return next((words for start, words in REASONS if status.startswith(start)), "orsaken framgår inte")


def _told_of(desk: Desk, reading: Reading, message: Outgoing | None) -> tuple[str, Request | None]:
    """Return what the letter is called, and its case: by the letter itself, or by the token that came back with it."""
    if message:
        letter = LETTERS.get(message.kind) or AUDIENCES.get(message.kind.partition("-")[0], "ett brev")
        return letter, desk.books.requests.get(message.request_id) if message.request_id else None
    # Some systems give a letter an id of their own; subject and body still carry the token.
    sent_back = f"{returned(reading.letter)}\n{plain_text(reading.letter)}"
    token = find(desk.parts.store.vault, reading.letter, sent_back)
    if token is None:
        return "ett brev", None
    return AUDIENCES[token.purpose.audience], desk.books.requests.get(token.about)


def _not_arrived(
    desk: Desk, mail: Mail, bounce: Bounce, letter: str, message: Outgoing | None, request: Request | None
) -> None:
    """Make a letter that did not arrive a task; several reports on one letter are one."""
    reason = why(bounce.status)
    if message:
        # A letter that has left stays "sent": the task and the audit tell of it.
        with suppress(IllegalMove):
            desk.books.outgoing.gave_up(message, reason)
    request_id, member_id = _about(message, request)
    code = f" ({bounce.status})" if bounce.status else ""
    desk.books.tasks.add(
        "failed",
        f"bounced:{message.id if message else mail.id}",
        due_in(desk.now, 0, desk.parts.settings),
        request_id=request_id,
        member_id=member_id,
        mail_id=mail.id,
        note=f"{letter} kom inte fram: {reason}{code}",
    )


def _about(message: Outgoing | None, request: Request | None) -> tuple[str | None, str | None]:
    if message:
        return message.request_id, message.member_id
    return request.id if request else None, None
