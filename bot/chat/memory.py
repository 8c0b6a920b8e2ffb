"""A chat service in memory: the twin that tests and the demo talk to instead of a server."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from medverkan.bot.chat.values import Came

Rows = tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message that reached a chat."""

    chat: str
    text: str
    buttons: Rows = ()


@dataclass
class MemoryChat:
    """Keeps what is sent. `troubles` are raised instead, once each."""

    sent: list[Message] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)
    hears: Callable[[Came], None] | None = None

    def send(self, chat: str, text: str, buttons: Sequence[Sequence[tuple[str, str]]]) -> None:
        """Keep one message."""
        if self.troubles:
            raise self.troubles.pop(0)
        self.sent.append(Message(chat, text, tuple(tuple(row) for row in buttons)))

    def check(self) -> str:
        """Be there."""
        if self.troubles:
            raise self.troubles.pop(0)
        return "chatten finns i minnet"

    @asynccontextmanager
    async def listening(self, take: Callable[[Came], None]) -> AsyncIterator[None]:
        """Let what comes be given to `hears` meanwhile."""
        self.hears = take
        try:
            yield
        finally:
            self.hears = None
