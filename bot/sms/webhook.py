"""Where a gateway tells us, over HTTP, of SMS that came and of ours that arrived or did not.

Gateways sign nothing and repeat themselves: the path, the password and the ids are the only guard. What comes is
stored and nothing else; a stage acts on it (sms/hear.py). Neither a number nor a word of it is ever logged.
"""

import asyncio
import base64
import binascii
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime

import structlog
from aiohttp import web

from medverkan.bot.hours import due_in
from medverkan.bot.parts import Parts
from medverkan.bot.sections.sms import Incoming
from medverkan.bot.settings import SettingsError
from medverkan.bot.sms.came import Came, Fate, Report, call_end_of, fields_of, report_of, sms_of
from medverkan.bot.sms.connect import ended
from medverkan.bot.sms.reports import CALLED, CAME, REPORTS

MOST_BYTES = 16 * 1024
Handler = Callable[[web.Request], Awaitable[web.Response]]
LOST = "sms:et kom inte fram till telefonen"
log = structlog.get_logger()


@asynccontextmanager
async def listening(
    parts: Parts, where: Incoming, now: Callable[[], datetime], arrived: Callable[[], None]
) -> AsyncIterator[None]:
    """Take in what the gateway tells until left, and call `arrived` for each SMS.

    Raises SettingsError where the port cannot be listened to.
    """
    runner = web.AppRunner(application(parts, where, now, arrived), access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, where.host, where.port)
        try:
            await site.start()
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise SettingsError(
                f"[sms] incoming: det går inte att lyssna på port {where.port}: {why} (fil: {parts.settings.file})"
            ) from error
        yield
    finally:
        await runner.cleanup()


def application(
    parts: Parts, where: Incoming, now: Callable[[], datetime], arrived: Callable[[], None]
) -> web.Application:
    """Return the web application; all it answers with is a status, since some gateways send a text back as an SMS."""

    def store(fields: dict[str, str]) -> bool:
        sms = sms_of(fields)
        if sms and _store(parts, sms, now()):
            log.info("sms came")
            arrived()
        return sms is not None

    def note(fields: dict[str, str]) -> bool:
        report = report_of(fields)
        if report:
            _note(parts, report, now())
        return report is not None

    def note_call(fields: dict[str, str]) -> bool:
        call = call_end_of(fields)
        if call:
            ended(parts, call, now())
        return call is not None

    made = web.Application(client_max_size=MOST_BYTES)
    for path, act in ((CAME, store), (REPORTS, note), (CALLED, note_call)):
        handler = _answering(where, act)
        made.router.add_get(f"{where.path}/{path}", handler)
        made.router.add_post(f"{where.path}/{path}", handler)
    return made


def _answering(where: Incoming, act: Callable[[dict[str, str]], bool]) -> Handler:
    async def answer(request: web.Request) -> web.Response:
        fields = await _fields(request, where)
        try:
            understood = await asyncio.to_thread(act, fields)
        except Exception as error:  # noqa: BLE001 - its words may be somebody's; the gateway is to ask again
            log.error("sms not taken in", error=type(error).__name__)
            return web.Response(status=503)
        return web.Response(status=200 if understood else 400)

    return answer


async def _fields(request: web.Request, where: Incoming) -> dict[str, str]:
    """Return what is told, in the address and in the form. Raises HTTPUnauthorized."""
    if not _is_known(request.headers.get("Authorization", ""), where):
        log.warning("sms gateway refused")
        raise web.HTTPUnauthorized
    fields = fields_of(request.rel_url.raw_query_string)
    if request.method == "POST":
        fields |= fields_of((await request.read()).decode("latin-1"))
    return fields


def _is_known(header: str, where: Incoming) -> bool:
    kind, _, credentials = header.partition(" ")
    try:
        said = base64.b64decode(credentials, validate=True) if kind.lower() == "basic" else b""
    except (binascii.Error, ValueError):
        said = b""
    return hmac.compare_digest(said, f"{where.username}:{where.password}".encode())


def _store(parts: Parts, sms: Came, now: datetime) -> bool:
    with parts.store.transaction() as books:
        return books.sms.add(sms.provider_id, sms.phone, sms.text, now)


def _note(parts: Parts, report: Report, now: datetime) -> None:
    """Write down how an SMS of ours fared, and make one that is lost the lead's task. Told again, nothing changes."""
    with parts.store.transaction() as books:
        message = books.outgoing.reported(report.outgoing_id, report.provider_id)
        if message is None:
            return
        if report.fate is Fate.ARRIVED:
            books.outgoing.arrived(message.id, report.provider_id, now)
        elif report.fate is Fate.LOST and message.arrived_at is None:
            due = due_in(now, 0, parts.settings)
            books.tasks.add(
                "failed", f"sms-lost:{message.id}", due,
                request_id=message.request_id, member_id=message.member_id, note=LOST,
            )  # fmt: skip
