"""What every SMS passes before it leaves: the consent is alive, the number right, the hour decent, the text one part.

The stages ask the same when they write one; much can change until it leaves.
"""

from datetime import datetime, timedelta

from medverkan.bot.held import Held
from medverkan.bot.hours import next_contact
from medverkan.bot.parts import Parts
from medverkan.bot.sms.announce import ANNOUNCED
from medverkan.bot.sms.gsm import fits
from medverkan.bot.sms.reach import number_for
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Outgoing

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST_AN_HOUR = 200
MOST_A_DAY_TO_ONE = 4
# It names no assignment: of two in one day the second says nothing that the first did not.
ONCE_A_DAY = (ANNOUNCED,)


def held_back(parts: Parts, books: Books, message: Outgoing, now: datetime) -> Held | None:
    """Return why this SMS may not leave now, None where it may."""
    member = books.members.get(message.member_id or "")
    if member is None or number_for(books, member, now) != message.to:
        return Held("personen har inget samtycke till sms, eller ett annat nummer nu", None)
    if not fits(message.text):
        return Held("texten ryms inte i ett sms", None)
    opens = next_contact(now, parts.settings)
    if opens > now:
        return Held("väntar på kontorstid", opens - now, told=False)
    if message.kind in ONCE_A_DAY and _is_said_today(parts, books, message, now):
        return Held("samma ord har redan gått i dag", None, told=False)
    sent = books.outgoing.count_sent
    if sent(now - HOUR, channel="sms") >= MOST_AN_HOUR or sent(now - DAY, message.to, "sms") >= MOST_A_DAY_TO_ONE:
        return Held("för många sms: spärren mot slingor", HOUR)
    return None


def _is_said_today(parts: Parts, books: Books, message: Outgoing, now: datetime) -> bool:
    today = now.astimezone(parts.settings.zone).date()
    return any(
        one.kind == message.kind and one.sent_at and one.sent_at.astimezone(parts.settings.zone).date() == today
        for one in books.outgoing.all(member_id=message.member_id, state=OutgoingState.SENT)
    )
