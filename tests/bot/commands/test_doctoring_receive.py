"""`medverkan doctor` of [receive]: whether one could listen, does already, or what is in the way."""

import json
from pathlib import Path
from typing import Any

import pytest

from medverkan.bot.commands import doctoring
from medverkan.mailbox.embedded import smtp_sink
from tests.bot.living import ADDRESS
from tests.bot.pushing import write_pushed_settings
from tests.mailbox.pushing import served
from tests.mailbox.servers import free_port


def findings(home: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Return what doctor says of each check."""
    doctoring.doctor(home / "medverkan.toml", as_json=True)
    return {finding["check"]: finding for finding in json.loads(capsys.readouterr().out)}


def test_with_pushed_mail_alone_no_mailbox_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with smtp_sink() as sink:
        listen = f"lmtp://127.0.0.1:{free_port()}"
        write_pushed_settings(tmp_path, listen, sink.port)
        found = findings(tmp_path, capsys)
    assert list(found) == ["register", "[receive]", "[outgoing]", "[outgoing.external]"]
    assert all(finding["ok"] for finding in found.values())
    assert found["[receive]"]["message"] == f"det går att lyssna på {listen}, för {ADDRESS}"


def test_a_service_that_listens_is_known_as_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with served() as keeper:
        write_pushed_settings(tmp_path, f"lmtp://127.0.0.1:{keeper.port}", 1)
        found = findings(tmp_path, capsys)["[receive]"]
    assert found["ok"]
    assert found["message"].startswith("tjänsten lyssnar på")


@pytest.mark.parametrize(
    ("more", "says"),
    [("", "används av ett annat program"), ('certificate = "saknas.pem"', "saknas.pem finns inte")],
)
def test_what_is_in_the_way_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], more: str, says: str) -> None:
    with smtp_sink() as sink:
        write_pushed_settings(tmp_path, f"lmtp://127.0.0.1:{sink.port}", sink.port, more=more)
        found = findings(tmp_path, capsys)["[receive]"]
    assert not found["ok"]
    assert says in found["message"]
    assert str(tmp_path / "medverkan.toml") in found["message"]
