"""Telegram as the leads' chat: the Bot API by long polling, through python-telegram-bot. Nothing else names Telegram.

The bot's token stands in every address that is asked, and what leads write in what comes back: so no library's log is
let through, and of an error only its kind is told. What has come is confirmed to the server when it has been dealt with
(the next `offset`), so that a crash loses nothing; it may then come twice.
"""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, NoReturn
from urllib.parse import urlencode

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from medverkan.bot.chat.values import Came
from medverkan.bot.sections.chat import TELEGRAM
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, TryLaterError

TIMEOUT_S, POLL_S = 20.0, 50
LONGEST = 4096
PAUSES_S = (1.0, 5.0, 30.0, 60.0, 300.0)
WANTED = '["message","edited_message","callback_query"]'
log = structlog.get_logger()


class TelegramChat:
    """The Bot API of one bot."""

    def __init__(
        self,
        token: str,
        base_url: str = "",
        *,
        timeout_s: float = TIMEOUT_S,
        poll_s: int = POLL_S,
        pauses_s: Sequence[float] = PAUSES_S,
    ) -> None:
        for name in ("telegram", "httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        # What is deprecated in the library's own error warns otherwise, when a server asks us to wait.
        os.environ.setdefault("PTB_TIMEDELTA", "1")
        self.token, self.base_url = token, f"{base_url or TELEGRAM}/bot"
        self.timeout_s, self.poll_s, self.pauses_s = timeout_s, poll_s, tuple(pauses_s)

    def send(self, chat: str, text: str, buttons: Sequence[Sequence[tuple[str, str]]]) -> None:
        """Send one message, unformatted, which cannot be passed on to other chats."""
        rows = [[InlineKeyboardButton(label, callback_data=nonce) for label, nonce in row] for row in buttons]
        markup = InlineKeyboardMarkup(rows) if rows else None

        async def sent(bot: Bot) -> None:
            await bot.send_message(int(chat), text[:LONGEST], reply_markup=markup, protect_content=True)

        self._run(sent)

    def check(self) -> str:
        """Ask who we are."""
        found: list[str] = []

        async def asked(bot: Bot) -> None:
            found.append((await bot.get_me()).username or "")

        self._run(asked)
        return f"Telegram känner boten som @{found[0]}"

    @asynccontextmanager
    async def listening(self, take: Callable[[Came], None]) -> AsyncIterator[None]:
        """Poll until left. What is being dealt with then is finished, and comes once more at the next start."""
        polling = asyncio.create_task(self._keep_polling(take))
        try:
            yield
        finally:
            polling.cancel()
            with suppress(asyncio.CancelledError):
                await polling

    async def _keep_polling(self, take: Callable[[Came], None]) -> None:
        while True:
            try:
                await self._poll(take)
            except Exception as error:  # noqa: BLE001 - not even a client that cannot be made ends the service
                log.error("chat not reached", error=type(error).__name__)
            await asyncio.sleep(self.pauses_s[-1])

    def _run(self, what: Callable[[Bot], Any]) -> None:
        async def main() -> None:
            request = self._request()
            async with request:
                await what(Bot(self.token, self.base_url, request=request))

        try:
            asyncio.run(main())
        except TelegramError as error:
            _translate(error)
        except (TypeError, LookupError, AttributeError, ValueError):
            # What the library makes of an answer that is not one; it may hold anything.
            raise TryLaterError("Telegram svarar något annat än väntat") from None

    def _request(self) -> HTTPXRequest:
        most = self.timeout_s
        return HTTPXRequest(connection_pool_size=4, read_timeout=most, write_timeout=most, connect_timeout=most)

    async def _poll(self, take: Callable[[Came], None]) -> None:
        offset, troubles, is_ours = 0, 0, False
        async with self._request() as request:
            bot = Bot(self.token, self.base_url, request=request)
            while True:
                try:
                    # As long as somebody has told the server to push to an address, it refuses to be asked.
                    is_ours = is_ours or await bot.delete_webhook()
                    asked_at = asyncio.get_running_loop().time()
                    came = await self._updates(request, offset)
                    for raw in came:
                        await _deal_with(bot, raw, take)
                        offset = int(raw["update_id"]) + 1
                    if not came and asyncio.get_running_loop().time() - asked_at < self.pauses_s[0]:
                        # A server that does not wait until something comes is not asked all the time.
                        await asyncio.sleep(self.pauses_s[0])
                    if troubles:
                        log.info("chat reached")
                    troubles = 0
                except Exception as error:  # noqa: BLE001 - a chat that is broken in any way must not end the service
                    if not troubles:
                        log.warning("chat not reached", error=type(error).__name__)
                    await asyncio.sleep(self.pauses_s[min(troubles, len(self.pauses_s) - 1)])
                    troubles += 1

    async def _updates(self, request: HTTPXRequest, offset: int) -> list[Mapping[str, Any]]:
        """Return what has come since, as the server wrote it: one that cannot be read must not hold up the rest."""
        asked = urlencode({"offset": offset, "timeout": self.poll_s, "allowed_updates": WANTED})
        url = f"{self.base_url}{self.token}/getUpdates?{asked}"
        payload = await request.retrieve(url, read_timeout=self.poll_s + self.timeout_s)
        came = request.parse_json_payload(payload)["result"]
        if not isinstance(came, list):
            raise TelegramError("Invalid server response")
        return [raw for raw in came if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]


async def _deal_with(bot: Bot, raw: Mapping[str, Any], take: Callable[[Came], None]) -> None:
    try:
        update = Update.de_json(dict(raw), bot)
        came = came_of(update) if update else None
    except Exception as error:  # noqa: BLE001 - a message that is not one is passed over
        log.warning("chat message unread", error=type(error).__name__)
        return
    if came is None:
        return
    if update and update.callback_query:
        # At once, since the button shows that it works until then; that it is told twice hurts nobody.
        with suppress(TelegramError):
            await bot.answer_callback_query(update.callback_query.id)
    try:
        await asyncio.to_thread(take, came)
    except TryLaterError:
        raise
    except Exception as error:  # noqa: BLE001 - said, and passed over: it would come for ever
        log.error("chat message failed", error=type(error).__name__)


def came_of(update: Update) -> Came | None:
    """Return what somebody wrote or pressed; None for what is neither, such as that a message was pinned."""
    if query := update.callback_query:
        # Who presses, not where: a button can be passed on, and its message be too old to be told of.
        where = query.message.chat if query.message else None
        private = where is not None and where.type == "private" and where.id == query.from_user.id
        return Came(f"p{query.id}", str(query.from_user.id), private, press=query.data or "-")
    message = update.message or update.edited_message
    if message is None or message.from_user is None or (message.text is None and not message.effective_attachment):
        return None
    changed = int(message.edit_date.timestamp()) if message.edit_date else 0
    private = message.chat.type == "private" and message.chat.id == message.from_user.id
    return Came(
        f"m{message.chat.id}:{message.message_id}:{changed}",
        str(message.chat.id),
        private,
        words=message.text or "",
        about=_about(message),
        own=message.forward_origin is None and message.via_bot is None and not message.from_user.is_bot,
        changed=update.edited_message is not None,
    )


def _about(message: Message) -> str:
    """Return the text of the message of ours that is answered."""
    answered = message.reply_to_message
    ours = answered is not None and answered.from_user is not None and answered.from_user.is_bot
    return (answered.text or "") if answered and ours and answered.forward_origin is None else ""


def _translate(error: TelegramError) -> NoReturn:
    """Raise what the outbox knows; the library's words may hold the token and stay here."""
    if isinstance(error, InvalidToken):
        raise LoginRefusedError("Telegram känner inte igen [chat] token") from None
    if isinstance(error, (Forbidden, BadRequest, ChatMigrated)):
        raise GiveUpError("Telegram tog inte emot meddelandet") from None
    raise TryLaterError("Telegram svarar inte just nu") from None
