"""`medverkan run`: the service, with signals. A wrong setting ends it at once; a server that is away does not."""

import asyncio
import ctypes
import logging
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.adapters import (
    bounces_of,
    channels_of,
    check_complete,
    external_sender,
    has_mailbox,
    internal_sender,
    receiving_of,
    source_of,
)
from medverkan.bot.chat.adapters import chat_beside
from medverkan.bot.holding import HeldError, holding
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.ports import Beside, Receiving, Source
from medverkan.bot.send import Senders
from medverkan.bot.service import serve
from medverkan.bot.settings import Settings, SettingsError, load
from medverkan.bot.sms.adapters import sms_beside
from medverkan.bot.watcher import utc_now
from medverkan.mailbox.receiving_values import ListenError
from medverkan.mailbox.values import GiveUpError

LARGE = 256 * 1024


def run(config: Path | None) -> int:
    """Run until SIGTERM or SIGINT; return 0 after a clean stop. Raises SettingsError."""
    settings = load(config)
    if not settings.file.exists():
        raise SettingsError(f"inställningsfilen {settings.file} finns inte; skapa den, README visar hur")
    if lacking := check_complete(settings):
        raise SettingsError("\n".join(lacking))
    show.log_to_stderr(logging.INFO)
    _hold_little_memory()
    try:
        with holding(settings.home, alone=False):
            _serve(settings)
    except HeldError as error:
        raise SettingsError(f"{error}, som läser in en säkerhetskopia; vänta tills den är klar") from error
    return 0


def _serve(settings: Settings) -> None:
    parts = open_parts(settings, apart=True)
    source = source_of(settings) if has_mailbox(settings) else None
    try:
        channels = channels_of(settings, parts)
        senders = Senders(internal_sender(settings), external_sender(settings), _drafts(settings), channels)
        beside = [*sms_beside(settings, parts, utc_now), *chat_beside(settings, parts, utc_now)]
        asyncio.run(_until_signalled(parts, source, senders, receiving_of(settings), bounces_of(settings), beside))
    except GiveUpError as error:
        raise SettingsError(f"[mailbox]: {error} (fil: {settings.file})") from error
    except ListenError as error:
        raise SettingsError(f"[receive] listen: {error} (fil: {settings.file})") from error
    finally:
        parts.close()


def _drafts(settings: Settings) -> Callable[[bytes], None] | None:
    if settings.outgoing.external.mode != "draft":
        return None
    return source_of(settings).append_draft


async def _until_signalled(
    parts: Parts,
    source: Source | None,
    senders: Senders,
    receiving: Receiving | None,
    bounces: Source | None,
    beside: Sequence[Beside],
) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for wanted in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(wanted, stop.set)
    await serve(parts, source, senders, stop, receiving=receiving, bounces=bounces, beside=beside)


def _hold_little_memory() -> None:
    """Let all threads take of the same freed memory, and give back at once what a large mail took.

    By themselves a few idle threads hold a tenth of the whole, and after one mail of 20 MB it was 90 MB more for good.
    M_ARENA_MAX, M_MMAP_THRESHOLD and M_TRIM_THRESHOLD of glibc's mallopt(3); elsewhere there is nothing to be done.
    """
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        for option, value in ((-8, 1), (-3, LARGE), (-1, LARGE)):
            libc.mallopt(option, value)
