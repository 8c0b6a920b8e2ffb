"""Something comes in a chat: whose is it, did it act before, what is answered? The one gate for what chats decide.

Only the private chat of a listed lead, linked by a code that was given out on our own machine, is heard. Strangers and
groups get no answer at all, whatever they write: an answer would tell that there is something here to try, and would
let anybody make us write. So a code that is wrong or too old is met with silence too; the command that makes codes says
so.

All that one message leads to is one transaction with the answer, and under the key of that message: told of twice, it
acts once.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from medverkan.bot.chat import links, say, telling
from medverkan.bot.chat.pressing import pressed
from medverkan.bot.chat.values import Came, Said
from medverkan.bot.chat.writing import written
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import Lead
from medverkan.mailbox.values import TryLaterError
from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.store import StorageError

# Before what it leads to, such as the next list: the outbox sends in the order of what is due.
FIRST = timedelta(seconds=1)
START = "/start "
log = structlog.get_logger()


class Talk:
    """The conversation of one register with its leads."""

    def __init__(self, parts: Parts, now: Callable[[], datetime], arrived: Callable[[], None]) -> None:
        self.parts, self.now, self.arrived = parts, now, arrived

    def take(self, came: Came) -> None:
        """Deal with one thing that came; what strangers write leaves no trace. Raises TryLaterError: it comes again."""
        if not came.private or not came.chat:
            return
        with self.parts.store.reading() as books:
            is_known = links.lead_of(books, self.parts.settings, came.chat) is not None
        if not is_known and not came.words.startswith(START):
            return
        try:
            self._deal_with(came, hear)
        except (StaleError, StorageError) as error:
            raise TryLaterError("registret går inte att skriva just nu") from error
        except Exception as error:  # noqa: BLE001 - only its kind is logged: its text may hold what somebody wrote
            log.error("chat failed", error=type(error).__name__)
            self._deal_with(came, lambda _desk, _lead, _came: Said(telling.FAILED))
        self.arrived()

    def _deal_with(self, came: Came, answer: Callable[[Desk, Lead, Came], Said]) -> None:
        now = self.now()
        with self.parts.store.transaction() as books:
            desk = Desk(books, self.parts, now, mail_id=say.hidden_key(self.parts, f"came {came.id}")[:32])
            lead = links.lead_of(books, self.parts.settings, came.chat)
            if lead is None:
                _link(desk, came)
            elif books.chats.take_words(f"came {came.id}", lead.email, now, now + say.BUTTON_LASTS):
                say.say(desk, lead, answer(desk, lead, came), f"answer {came.id}", due=now - FIRST)


def hear(desk: Desk, lead: Lead, came: Came) -> Said:
    """Let what that lead said act where it may; return what to say."""
    return pressed(desk, lead, came) if came.press else written(desk, lead, came)


def _link(desk: Desk, came: Came) -> None:
    books: Books = desk.books
    code = came.words.removeprefix(START).strip()
    lead = links.link(books, desk.parts.settings, code, came.chat, desk.now) if came.own else None
    if lead is None:
        return
    books.audit.add("chat-linked", "lead", desk.now, detail={"lead": lead.email})
    say.say(desk, lead, Said(telling.LINKED), f"answer {came.id}", due=desk.now)
