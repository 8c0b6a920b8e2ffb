"""SMS through the whole service: told at its address, stored, understood by the stages, answered by the gateway."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from medverkan.bot.commands import listing
from medverkan.bot.parts import open_parts
from medverkan.bot.send import Senders
from medverkan.bot.service import serve
from medverkan.bot.settings import load
from medverkan.bot.sms.adapters import sms_beside
from medverkan.mailbox.memory import MemorySender, MemorySource
from tests.bot.clock import Clock
from tests.bot.living import until
from tests.bot.office import FUNCTIONAL
from tests.bot.sms.phones import RUT, Phones
from tests.mailbox.servers import free_port

KNOWN = ("vaxel", "kanarie-losenord")


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def phones(config: Path, clock: Clock, port: int) -> Phones:
    """Give telephones beside a register that listens."""
    incoming = f"http://{':'.join(KNOWN)}@127.0.0.1:{port}/c9t3mz8q4w1n7r5k"
    lines = f'\n[sms]\nprovider = "file"\nincoming = "{incoming}"\n'
    config.write_text(config.read_text("utf-8") + lines, "utf-8")
    return Phones(open_parts(load(config)), clock)


def served(phones: Phones, act: Callable[[], object], happens: Callable[[], bool]) -> None:
    """Serve, let `act` be done beside it, and stop when it has happened."""

    async def main() -> None:
        stop = asyncio.Event()
        senders = Senders(MemorySender(FUNCTIONAL), channels={"sms": phones.gateway})
        beside = sms_beside(phones.parts.settings, phones.parts, phones.clock)
        serving = asyncio.create_task(serve(phones.parts, MemorySource(), senders, stop, phones.clock, beside=beside))
        await asyncio.to_thread(until, "the server listens", lambda: serving.done() or act())
        await asyncio.to_thread(until, "what the test waits for", lambda: serving.done() or happens())
        stop.set()
        await serving

    asyncio.run(main())


def test_an_sms_is_taken_in_told_to_the_lead_and_answered_while_the_service_runs(phones: Phones, port: int) -> None:
    phones.person()

    def told() -> bool:
        sms = {"id": "s1", "from": RUT, "message": "Vad gäller det?"}
        url = f"http://127.0.0.1:{port}/c9t3mz8q4w1n7r5k/sms"
        try:
            return httpx.post(url, data=sms, auth=KNOWN, trust_env=False).status_code == httpx.codes.OK
        except httpx.ConnectError:
            return False

    served(phones, told, lambda: bool(phones.gateway.sent))
    assert [to for to, _ in phones.gateway.sent] == [RUT]
    assert len(phones.told()) == 1
    phones.parts.close()


def test_the_outbox_shows_an_sms_without_its_number(phones: Phones, capsys: pytest.CaptureFixture[str]) -> None:
    phones.write(phones.person())
    phones.send()
    listing.outbox(phones.parts.settings.file, as_json=True)
    shown = capsys.readouterr().out
    assert '"channel": "sms"' in shown
    assert '"to_domain": ""' in shown
    assert RUT[3:] not in shown
    phones.parts.close()
