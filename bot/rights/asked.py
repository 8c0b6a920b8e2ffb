"""Somebody asks by mail for what is registered about them, or to have it put right: the lead's task, within a month.

Nothing is ever sent out by itself: an address does not prove who wrote. To restrict harms nobody, and is done at once.
"""

import calendar
from datetime import date, timedelta

from medverkan.bot import register
from medverkan.bot.aside import put_aside
from medverkan.bot.hours import may_contact_on, opening
from medverkan.bot.letters import swedish_day
from medverkan.bot.post import Desk
from medverkan.mailbox.classify import is_forward
from medverkan.mailbox.kinds.matters import writers_words
from medverkan.mailbox.kinds.rights import Right, right_asked_for
from medverkan.mailbox.values import Kind, Reading
from medverkan.storage.lifecycle import MailEvent, MemberStatus
from medverkan.storage.values import Mail, Member

ASKS = {
    Right.ACCESS: "Någon vill veta vad som finns registrerat om dem. {how}",
    Right.RECTIFY: "Någon vill få en uppgift om sig själv ändrad. {how}",
    Right.RESTRICT: "Någon vill att uppgifter om dem inte ska användas så länge. {how}",
}
HOW = {
    Right.ACCESS: "Be den som sköter boten om ett utdrag för {member} (members export).",
    Right.RECTIFY: "Be den som sköter boten att ändra uppgiften för {member} (members edit).",
    Right.RESTRICT: "Be den som sköter boten att spärra {member} (members restrict).",
}
NOTES = {Right.ACCESS: "utdrag", Right.RECTIFY: "rättelse", Right.RESTRICT: "begränsning"}
UNKNOWN_WRITER = "Avsändarens adress finns inte i registret."
IN_TIME = " Svara senast {day}. Kontrollera först vem det är, till exempel genom att ringa."
ERASURE = "radering"


def asks_for_right(desk: Desk, mail: Mail, reading: Reading) -> bool:
    """Make a request for a right the lead's task and tell them at once; return whether that was what the mail said."""
    letter = reading.letter
    right = None if reading.matter or is_forward(letter) else right_asked_for(writers_words(letter))
    if right is None:
        return False
    known = desk.books.members.by_email(letter.sender) if letter.sender else []
    known = [member for member in known if member.status is not MemberStatus.LEFT]
    if right is Right.RESTRICT and len(known) == 1:
        register.restrict(desk, known[0], by="member")
        desk.books.mails.move(mail, MailEvent.UNDERSTOOD, kind=Kind.UNKNOWN, disposal="review", member_id=known[0].id)
        return True
    how = " ".join(HOW[right].format(member=member.number) for member in known) or UNKNOWN_WRITER
    day = month_after(desk.now.astimezone(desk.parts.settings.zone).date())
    reason = ASKS[right].format(how=how) + IN_TIME.format(day=swedish_day(day))
    put_aside(desk, mail, Kind.UNKNOWN, reason, urgent=True)
    open_task(desk, mail, NOTES[right], known)
    return True


def open_task(desk: Desk, mail: Mail, note: str, known: list[Member]) -> None:
    """Make the answer a task that is due within one month (GDPR art. 12.3)."""
    settings = desk.parts.settings
    due = opening(month_after(desk.now.astimezone(settings.zone).date()), settings)
    one = known[0].id if len(known) == 1 else None
    desk.books.tasks.add("rights", f"rights:{mail.id}", due, member_id=one, mail_id=mail.id, note=note)
    desk.books.audit.add("right-asked-for", "member", desk.now, member_id=one, mail_id=mail.id, detail={"right": note})


def month_after(day: date) -> date:
    """Return the last day on which people may be written to that is at most one month after `day`."""
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    last = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    while not may_contact_on(last):
        last -= timedelta(days=1)
    return last
