"""The outbox's way to the leads' chats: who is the lead of this message, and where is their chat at this moment?

The row names the lead and never the chat, so that a lead who was taken out of the settings, or whose chat was unlinked,
gets nothing that was written before.
"""

from datetime import datetime, timedelta

from medverkan.bot.chat.links import chat_of
from medverkan.bot.chat.say import labels_of
from medverkan.bot.held import Held
from medverkan.bot.parts import Parts
from medverkan.bot.ports import Chat
from medverkan.mailbox.values import GiveUpError
from medverkan.storage.books import Books
from medverkan.storage.values import Outgoing

HOUR = timedelta(hours=1)
MOST_AN_HOUR_TO_ONE = 120
NO_CHAT = "utvecklingsledaren har ingen kopplad chatt"


class LeadChats:
    """Messages of the outbox to the leads' own chats."""

    def __init__(self, parts: Parts, chat: Chat) -> None:
        self.parts, self.chat = parts, chat

    def send(self, message: Outgoing) -> str:
        """Send one message to the chat that is that lead's now. Raises as the chat, and GiveUpError without a chat."""
        with self.parts.store.reading() as books:
            chat = _chat_of(self.parts, books, message)
        if not chat:
            raise GiveUpError(NO_CHAT)
        self.chat.send(chat, message.text, labels_of(message))
        return ""

    def check(self) -> str:
        """Sign in, send nothing; return what was found."""
        return self.chat.check()


def held_back(parts: Parts, books: Books, message: Outgoing, now: datetime) -> Held | None:
    """Return why this message may not go to the chat now, None where it may. The mail has said all of it anyhow."""
    if not _chat_of(parts, books, message):
        return Held(NO_CHAT, None, told=False)
    if books.outgoing.count_sent(now - HOUR, message.to, channel="chat") >= MOST_AN_HOUR_TO_ONE:
        return Held("för många chattmeddelanden: spärren mot slingor", HOUR)
    return None


def _chat_of(parts: Parts, books: Books, message: Outgoing) -> str:
    lead = parts.settings.lead(message.to)
    return chat_of(books, parts.settings, lead) if lead else ""
