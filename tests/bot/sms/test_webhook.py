"""The address that gateways tell us at: who has no password does nothing, and what is told twice is told once."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from medverkan.bot.parts import Parts
from medverkan.bot.sections.sms import Incoming
from medverkan.bot.settings import SettingsError
from medverkan.bot.sms.reports import is_free, is_ours
from medverkan.bot.sms.webhook import MOST_BYTES, listening
from tests.bot.clock import Clock
from tests.bot.sms.phones import RUT, Phones
from tests.mailbox.servers import free_port

PATH = "/c9t3mz8q4w1n7r5k"
KNOWN = ("vaxel", "kanarie-losenord")
SMS = {"id": "s1", "from": RUT, "to": "+46700000000", "message": "Ja tack", "direction": "incoming"}
Asking = Callable[..., Any]


def where(port: int) -> Incoming:
    return Incoming("127.0.0.1", port, PATH, *KNOWN)


@asynccontextmanager
async def served(parts: Parts, clock: Clock, woken: list[int] | None = None) -> AsyncIterator[httpx.AsyncClient]:
    port = free_port()
    count = woken if woken is not None else []
    async with (
        listening(parts, where(port), clock, lambda: count.append(1)),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", auth=KNOWN, trust_env=False) as client,
    ):
        yield client


def told(phones: Phones, asking: Callable[[httpx.AsyncClient], Any], woken: list[int] | None = None) -> Any:
    """Return what the asking returned, asked of the server."""

    async def ask() -> Any:
        async with served(phones.parts, phones.clock, woken) as client:
            return await asking(client)

    return asyncio.run(ask())


def test_an_sms_is_stored_and_wakes_the_stages_and_the_answer_is_empty(phones: Phones) -> None:
    woken: list[int] = []
    answer = told(phones, lambda client: client.post(f"{PATH}/sms", data=SMS), woken)
    assert (answer.status_code, answer.content, woken) == (200, b"", [1])
    assert [(one.phone, one.text, one.meaning) for one in phones.came()] == [(RUT, "Ja tack", "")]


def test_an_sms_told_again_and_at_once_twice_is_the_same(phones: Phones) -> None:
    woken: list[int] = []

    async def ask(client: httpx.AsyncClient) -> list[int]:
        await client.post(f"{PATH}/sms", data=SMS)
        answers = await asyncio.gather(*(client.post(f"{PATH}/sms", data=SMS) for _ in range(4)))
        return [answer.status_code for answer in answers]

    assert told(phones, ask, woken) == [200] * 4
    assert (len(phones.came()), woken) == (1, [1])


def test_kannel_asks_by_address(phones: Phones) -> None:
    query = "from=46701740642&text=p%C3%A5+%C3%B6n&charset=UTF-8&coding=0&id=7"
    assert told(phones, lambda client: client.get(f"{PATH}/sms?{query}")).status_code == 200
    assert [(one.phone, one.text) for one in phones.came()] == [(RUT, "på ön")]


@pytest.mark.parametrize(
    "auth", [None, ("vaxel", "fel"), ("fel", "kanarie-losenord"), ("", ""), ("vaxel", "kanarie-losenord ")]
)
def test_whoever_has_not_the_password_does_nothing(phones: Phones, auth: Any) -> None:
    async def ask(client: httpx.AsyncClient) -> list[int]:
        client.auth = auth
        answers = [await client.post(f"{PATH}/{name}", data=SMS | {"m": "0" * 32}) for name in ("sms", "delivered")]
        return [answer.status_code for answer in answers]

    assert told(phones, ask) == [401, 401]
    assert phones.came() == []


@pytest.mark.parametrize("header", ["Basic", "Basic !!", "Basic \u00e5", "Bearer x", "Basic dmF4ZWw="])
def test_a_header_that_is_no_password_is_none(phones: Phones, header: str) -> None:
    said = {b"Authorization": header.encode("latin-1")}
    answer = told(phones, lambda client: client.post(f"{PATH}/sms", data=SMS, headers=said, auth=httpx.Auth()))
    assert answer.status_code == 401


@pytest.mark.parametrize("path", ["/", "/sms", PATH, f"{PATH}/", f"{PATH}x/sms", f"{PATH}/sms/x", f"{PATH}/../sms"])
def test_there_is_nothing_anywhere_else(phones: Phones, path: str) -> None:
    assert told(phones, lambda client: client.post(path, data=SMS)).status_code == 404


@pytest.mark.parametrize(
    ("data", "status"),
    [({}, 400), ({"from": RUT}, 400), ({"message": "hej"}, 400), ({"from": RUT, "message": "x" * MOST_BYTES}, 413)],
)
def test_what_is_no_sms_is_refused(phones: Phones, data: dict[str, str], status: int) -> None:
    assert told(phones, lambda client: client.post(f"{PATH}/sms", data=data)).status_code == status
    assert phones.came() == []


def sent(phones: Phones) -> str:
    """Return our own id of an SMS that was sent."""
    phones.write(phones.person())
    phones.send()
    (message,) = phones.outbox()
    return message.id


def reported(phones: Phones, **fields: str) -> int:
    answer = told(phones, lambda client: client.post(f"{PATH}/delivered?m={fields.pop('m')}", data=fields))
    return int(answer.status_code)


def test_an_sms_that_arrived_is_noted_once(phones: Phones) -> None:
    own = sent(phones)
    first = phones.clock()
    assert reported(phones, m=own, id="gw-1", status="delivered") == 200
    phones.clock.forward(hours=1)
    assert reported(phones, m=own, id="gw-1", status="delivered") == 200
    assert [message.arrived_at for message in phones.outbox()] == [first]


def test_an_sms_that_is_lost_is_one_task_however_often_it_is_told(phones: Phones) -> None:
    own = sent(phones)
    for _ in range(3):
        assert reported(phones, m=own, id="gw-1", status="failed") == 200
    assert [task.note for task in phones.tasks("failed")] == ["sms:et kom inte fram till telefonen"]


@pytest.mark.parametrize("provider_id", ["gw-2", ""])
def test_a_report_under_another_id_than_the_gateways_own_does_nothing(phones: Phones, provider_id: str) -> None:
    own = sent(phones)
    assert reported(phones, m=own, id=provider_id, status="failed") == 200
    assert reported(phones, m=own, id=provider_id, status="delivered") == 200
    assert reported(phones, m="f" * 32, id="gw-1", status="failed") == 200
    assert [message.arrived_at for message in phones.outbox()] == [None]
    assert phones.tasks("failed") == []


def test_a_report_on_a_letter_does_nothing(phones: Phones) -> None:
    phones.person()
    phones.say("Hej")
    letter, *_ = phones.outbox("mail")
    reported(phones, m=letter.id, status="failed")
    assert phones.tasks("failed") == []


def test_a_register_that_cannot_be_written_asks_for_it_again(phones: Phones) -> None:
    async def ask(client: httpx.AsyncClient) -> int:
        phones.parts.store.engine.dispose()
        with phones.parts.store.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE sms RENAME TO gone")
        return (await client.post(f"{PATH}/sms", data=SMS)).status_code

    assert told(phones, ask) == 503


def test_a_port_that_is_taken_is_told_by_its_setting(phones: Phones) -> None:
    async def ask(client: httpx.AsyncClient) -> None:
        async with listening(phones.parts, where(client.base_url.port or 0), phones.clock, lambda: None):
            pass

    with pytest.raises(SettingsError, match=r"\[sms\] incoming: det går inte att lyssna på port"):
        told(phones, ask)


def test_doctor_sees_whether_it_is_we_who_answer(phones: Phones) -> None:
    async def ask(client: httpx.AsyncClient) -> tuple[bool, bool]:
        port = client.base_url.port or 0
        ours = await asyncio.to_thread(is_ours, where(port), 5.0)
        with pytest.raises(OSError):
            is_free(where(port))
        return ours, await asyncio.to_thread(is_ours, where(free_port()), 5.0)

    assert told(phones, ask) == (True, False)


def test_nothing_of_it_is_logged(phones: Phones, capfd: pytest.CaptureFixture[str]) -> None:
    told(phones, lambda client: client.post(f"{PATH}/sms", data=SMS | {"message": "Kanariehosta"}))
    told(phones, lambda client: client.post(f"{PATH}/sms", data=SMS, auth=("vaxel", "Kanarie")))
    log = "".join(capfd.readouterr())
    assert "sms came" in log
    for word in ("Kanarie", RUT, RUT[3:], PATH, "kanarie-losenord"):
        assert word not in log
