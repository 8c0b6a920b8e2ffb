"""The chat service of the settings, as a port. The one place that names its class; one more is one more line.

What the chat does is imported where it is on: most registers have none.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import TYPE_CHECKING

from medverkan.bot import words
from medverkan.bot.ports import Beside, Channel, Chat
from medverkan.bot.settings import Settings

if TYPE_CHECKING:
    from medverkan.bot.parts import Parts

TIMEOUT_S = 20.0


def chat_service(settings: Settings, timeout_s: float = TIMEOUT_S) -> Chat | None:
    """Return the service that leads are reached by; None where chat is off."""
    if settings.chat.provider == "none":
        return None
    from medverkan.bot.chat.telegram import TelegramChat

    return TelegramChat(settings.chat.token.get_secret_value(), settings.chat.base_url, timeout_s=timeout_s)


def chat_channel(settings: Settings, parts: "Parts") -> Channel | None:
    """Return what messages to leads' chats leave by; None where chat is off."""
    service = chat_service(settings)
    if service is None:
        return None
    from medverkan.bot.chat.channel import LeadChats

    return LeadChats(parts, service)


def chat_beside(settings: Settings, parts: "Parts", now: Callable[[], datetime]) -> list[Beside]:
    """Return the listening to the chat, as something beside the service; [] where chat is off."""
    service = chat_service(settings)
    if service is None:
        return []
    from medverkan.bot.chat.talk import Talk

    def beside(arrived: Callable[[], None]) -> AbstractAsyncContextManager[object]:
        return service.listening(Talk(parts, now, arrived).take)

    return [beside]


def chat_lacking(settings: Settings) -> list[str]:
    """Return what [chat] cannot do without and is not set, one line each: the setting, the mend, the file."""
    if settings.chat.provider == "none" or settings.chat.token.get_secret_value().strip():
        return []
    return [f"[chat] token: saknas; lägg till raden, eller ta bort [chat] (fil: {settings.file})"]


def chat_found(settings: Settings, parts: "Parts", timeout_s: float) -> str:
    """Return what `doctor` finds of [chat], in one line. Raises as Channel.check."""
    service = chat_service(settings, timeout_s)
    if service is None:
        return "används inte"
    from medverkan.bot.chat.links import chat_of

    found = service.check()
    with parts.store.reading() as books:
        linked = sum(bool(chat_of(books, settings, lead)) for lead in settings.leads)
    leads = f"{linked} av {words.counted(len(settings.leads), 'utvecklingsledare', 'utvecklingsledare')}"
    return f"{found}; {leads} har kopplat sin chatt (medverkan chat link)"
