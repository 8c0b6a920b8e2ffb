"""What [sms] cannot do without, which gateway it stands for, and what `doctor` says of it."""

import asyncio
from pathlib import Path

import pytest

from medverkan.bot.adapters import check_complete
from medverkan.bot.parts import Parts
from medverkan.bot.settings import Settings, load
from medverkan.bot.sms.adapters import incoming_found, sms_beside, sms_channel, sms_found
from medverkan.bot.sms.elks import Elks
from medverkan.bot.sms.file import SmsFile
from medverkan.bot.sms.kannel import Kannel
from medverkan.mailbox.transport import LoginRefusedError
from tests.bot.clock import Clock
from tests.bot.sms.gateway import gateway
from tests.mailbox.servers import free_port

OURS = "http://vaxel:kanarie-losenord@127.0.0.1:8046/c9t3mz8q4w1n7r5k"
PUBLIC = OURS.replace("http", "https").replace("127.0.0.1:8046", "sms.region.example")
WHOLE = {"provider": "46elks", "username": "u1", "password": "p", "sender": "+46701740699", "incoming": OURS}


def with_sms(config: Path, **lines: str) -> Settings:
    written = "".join(f'{name} = "{value}"\n' for name, value in lines.items())
    config.write_text(config.read_text("utf-8").partition("\n[sms]")[0] + f"\n[sms]\n{written}", "utf-8")
    return load(config)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ({"provider": "file"}, []),
        (WHOLE, []),
        (WHOLE | {"sender": "71456"}, []),
        (WHOLE | {"sender": "Medverkan"}, ["sender: ska vara ett nummer"]),
        ({"provider": "46elks"}, ["username: saknas", "password: saknas", "sender: saknas", "incoming: saknas"]),
        (WHOLE | {"provider": "kannel"}, ["url: saknas"]),
        (WHOLE | {"provider": "kannel", "url": "http://kannel.region.example:13013/cgi-bin/sendsms"}, []),
    ],
)
def test_what_a_gateway_cannot_do_without_is_told(config: Path, lines: dict[str, str], told: list[str]) -> None:
    found = check_complete(with_sms(config, **lines))
    assert [line.removeprefix("[sms] ").partition(";")[0].partition(" (")[0] for line in found] == told


def test_the_gateway_is_told_where_to_report(config: Path) -> None:
    kannel = sms_channel(with_sms(config, **(WHOLE | {"provider": "kannel", "url": "http://127.0.0.1:13013/x"})))
    assert isinstance(kannel, Kannel)
    assert kannel.reports == f"{OURS}/delivered"
    elks = sms_channel(with_sms(config, **WHOLE, public=PUBLIC))
    assert isinstance(elks, Elks)
    assert (elks.url, elks.reports) == ("https://api.46elks.com/a1", f"{PUBLIC}/delivered")
    silent = sms_channel(with_sms(config, **WHOLE))
    assert isinstance(silent, Elks)
    assert silent.reports == ""
    for secret in ("kanarie", OURS):
        assert secret not in repr((kannel, elks))


def test_a_file_lies_in_the_home_folder(config: Path) -> None:
    channel = sms_channel(with_sms(config, provider="file", url="ut/sms.jsonl"))
    assert isinstance(channel, SmsFile)
    assert channel.path == config.parent / "ut" / "sms.jsonl"
    assert sms_channel(with_sms(config, provider="none")) is None


def test_doctor_says_in_one_line_what_it_found(config: Path) -> None:
    with gateway() as there:
        settings = with_sms(config, **WHOLE, url=f"{there.url}/a1")
        assert sms_found(settings, 5.0) == (
            "inloggad hos 46elks, avsändare +46701740699; utan public får vi inte veta om sms kommer fram"
        )
        assert "public" not in sms_found(with_sms(config, **WHOLE, url=f"{there.url}/a1", public=PUBLIC), 5.0)
        there.answers = [(401, "")]
        with pytest.raises(LoginRefusedError, match="släpper inte in oss"):
            sms_found(settings, 5.0)


def test_doctor_says_whether_the_service_listens(config: Path, parts: Parts, clock: Clock) -> None:
    port = free_port()
    settings = with_sms(config, **(WHOLE | {"incoming": OURS.replace("8046", str(port))}))
    assert incoming_found(settings, 5.0) == f"det går att lyssna på port {port} för sms som kommer"
    (beside,) = sms_beside(settings, parts, clock)

    async def ask() -> str:
        async with beside(lambda: None):
            return await asyncio.to_thread(incoming_found, settings, 5.0)

    assert asyncio.run(ask()) == f"tjänsten lyssnar på port {port} för sms som kommer"


def test_where_nothing_is_taken_in_nothing_goes_on_beside(config: Path, parts: Parts, clock: Clock) -> None:
    assert sms_beside(with_sms(config, provider="file"), parts, clock) == []
    assert sms_beside(with_sms(config, **(WHOLE | {"provider": "none"})), parts, clock) == []
