"""`medverkan doctor`: one line per check, 0 where all is well, 1 where something is to be mended; never a secret."""

import json
import re
import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from medverkan.bot.commands import doctoring
from medverkan.mailbox.embedded import embedded_imap, smtp_sink
from tests.bot.living import (
    ADDRESS,
    PASSWORD,
    USER,
    mailbox_on,
    medverkan,
    registration_mail,
    request_mail,
    write_settings,
)
from tests.mailbox.servers import Certificate, free_port
from tests.mailbox.sign_in import APP, BOX, SECRET, TENANT, SignIn, app_certificate, sign_in_service

WRONG = "fel-hemlighet"
VERDICT = b"Authentication-Results: mx.region.example; dmarc=pass header.from=region.example\r\n"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """A throw-away certificate for localhost."""
    return Certificate(tmp_path_factory.mktemp("certificate"))


@contextmanager
def deaf() -> Iterator[int]:
    """Give a port that takes connections and never says a word."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        yield listener.getsockname()[1]


def findings(home: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, dict[str, Any]]]:
    """Return the exit status and what doctor says of each check."""
    status = doctoring.doctor(home / "medverkan.toml", as_json=True)
    printed = capsys.readouterr().out
    assert WRONG not in printed
    assert PASSWORD not in printed
    return status, {finding["check"]: finding for finding in json.loads(printed)}


def test_all_is_well_against_servers_that_answer(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with mailbox_on("pymap") as mailbox, smtp_sink() as sink:
        write_settings(home, mailbox.port, sink.port)
        mailbox.append(VERDICT + request_mail(1), registration_mail(0))
        answer = medverkan(home, "doctor", "--json")
        assert answer.returncode == 0, answer.stderr
        found = json.loads(answer.stdout)
        assert [(finding["check"], finding["ok"]) for finding in found] == [
            ("register", True),
            ("[mailbox]", True),
            ("[mailbox] radering", True),
            ("[outgoing]", True),
            ("[outgoing.external]", True),
            ("[trust]", True),
        ]
        spoken = medverkan(home, "doctor")
        assert spoken.returncode == 0
        assert [line[:4] for line in spoken.stdout.splitlines()] == ["ok  "] * 6
        assert PASSWORD not in answer.stdout + spoken.stdout + spoken.stderr
        assert sink.letters == []
        assert "1 anmälan raderas sedan den sparats" in spoken.stdout
        assert "av de nyaste mejlen från er egen domän är 1 av 2 intygade" in spoken.stdout
        assert mailbox.count("INBOX") == 2


@contextmanager
def signing_in(home: Path, certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Iterator[SignIn]:
    """Give a home whose mailbox and submission server want a token, and the service that hands it out."""
    with sign_in_service(certificate, monkeypatch) as service:
        monkeypatch.setenv("MEDVERKAN_TEST_AUTHORITY", service.authority)
        with embedded_imap({BOX: "x"}, is_token=service.is_token) as imap, smtp_sink(is_token=service.is_token) as sink:
            file = write_settings(home, imap.port, sink.port)
            text = file.read_text("utf-8").replace(f'username = "{USER}"\npassword = "{PASSWORD}"\n', "")
            oauth = f'tenant = "{TENANT}"\nclient_id = "{APP}"\nclient_secret = "{SECRET}"\n'
            file.write_text(f"{text}\n[mailbox.oauth]\n{oauth}\n[outgoing.oauth]\n{oauth}", "utf-8")
            yield service


def test_with_oauth_it_tells_which_app_signed_in_and_until_when(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    certificate: Certificate,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with signing_in(tmp_path / "home", certificate, monkeypatch) as service:
        status, found = findings(tmp_path / "home", capsys)
        assert status == 0, found
        told = found["[mailbox.oauth]"]["message"]
        assert f"appen {APP} är inloggad" in told
        assert re.search(r"gäller till \d\d\.\d\d", told)
        assert "inloggad på" in found["[mailbox]"]["message"]
        service.refuse(7000222)
        status, found = findings(tmp_path / "home", capsys)
        assert status == 1
        for check in ("[mailbox.oauth]", "[mailbox]", "[outgoing.oauth]", "[outgoing]"):
            assert "client_secret har gått ut" in found[check]["message"]
            assert SECRET not in found[check]["message"]


@pytest.mark.parametrize(("days", "soon"), [(40, False), (20, True)])
def test_with_a_certificate_it_tells_until_when_that_lasts(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    certificate: Certificate,
    monkeypatch: pytest.MonkeyPatch,
    days: int,
    soon: bool,
) -> None:
    home, ends = tmp_path / "home", datetime.now(UTC) + timedelta(days=days)
    with signing_in(home, certificate, monkeypatch):
        file = home / "medverkan.toml"
        held = app_certificate(home, ends)
        file.write_text(
            file.read_text("utf-8").replace(f'client_secret = "{SECRET}"', f"certificate = '{held}'"), "utf-8"
        )
        _, found = findings(home, capsys)
    told = found["[mailbox.oauth]"]["message"]
    assert f"certifikatet gäller till {ends:%Y-%m-%d}" in told
    assert ("Obs: lägg upp ett nytt" in told) is soon


def test_without_a_settings_file_it_says_so_in_one_line(tmp_path: Path) -> None:
    answer = medverkan(tmp_path / "home", "doctor")
    assert answer.returncode == 1
    [line] = answer.stderr.splitlines()
    assert str(tmp_path / "home" / "medverkan.toml") in line


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("mailbox refused", "godtar inte inloggningen"),
        ("mailbox away", "tar inte emot någon förbindelse"),
        ("mailbox deaf", "svarade inte i tid"),
        ("outgoing away", "tar inte emot någon förbindelse"),
        ("outgoing deaf", "Förbindelsen med"),
        ("register locked out", "nyckel"),
    ],
)
def test_each_broken_part_has_its_own_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
    says: str,
) -> None:
    # The patience is a figure; a shorter one keeps the test short.
    monkeypatch.setattr(doctoring, "TIMEOUT_S", 0.5)
    home = tmp_path
    with ExitStack() as running:
        mailbox_port = running.enter_context(mailbox_on("pymap")).port
        smtp_port = running.enter_context(smtp_sink()).port
        gone = running.enter_context(deaf()) if broken.endswith("deaf") else free_port()
        part = broken.split(maxsplit=1)[0]
        write_settings(
            home,
            gone if part == "mailbox" and "refused" not in broken else mailbox_port,
            gone if part == "outgoing" else smtp_port,
            password=WRONG if "refused" in broken else PASSWORD,
        )
        if part == "register":
            (home / "medverkan.key").write_text("ingen nyckel")
            (home / "medverkan.key").chmod(0o600)
        status, found = findings(home, capsys)
    section = "register" if part == "register" else f"[{part}]"
    assert status == 1
    assert [name for name, finding in found.items() if not finding["ok"]] == [section]
    assert says in found[section]["message"]
    assert str(home / "medverkan.toml") in found[section]["message"]


def test_what_is_not_set_up_has_one_line_and_the_rest_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path
    with smtp_sink() as sink:
        write_settings(home, 1, sink.port, without="host")
        status, found = findings(home, capsys)
    assert status == 1
    assert {name: finding["ok"] for name, finding in found.items()} == {
        "[mailbox] host": False,
        "[mailbox] radering": True,
        "register": True,
        "[outgoing]": True,
        "[outgoing.external]": True,
    }
    assert str(home / "medverkan.toml") in found["[mailbox] host"]["message"]


def test_an_external_identity_that_is_the_mailbox_itself_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path
    with mailbox_on("pymap") as mailbox, smtp_sink() as sink:
        file = write_settings(home, mailbox.port, sink.port)
        sends = f'mode = "send"\naddress = "{ADDRESS}"\nhost = "127.0.0.1"\nport = {sink.port}\nsecurity = "none"'
        file.write_text(file.read_text("utf-8").replace('mode = "draft"', sends), "utf-8")
        status, found = findings(home, capsys)
    assert status == 1
    assert [name for name, finding in found.items() if not finding["ok"]] == ["[outgoing.external] address"]


def test_a_folder_that_is_not_there_is_told_by_its_setting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path
    with mailbox_on("pymap") as mailbox, smtp_sink() as sink:
        file = write_settings(home, mailbox.port, sink.port)
        file.write_text(file.read_text("utf-8").replace("[mailbox]", '[mailbox]\ninbox = "Inkorgen"'), "utf-8")
        status, found = findings(home, capsys)
    assert status == 1
    assert found["[mailbox]"]["message"] == f"inbox: mappen Inkorgen finns inte på servern (fil: {file})"


def test_a_file_with_passwords_that_others_can_read_is_to_be_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_settings(tmp_path, free_port(), free_port()).chmod(0o644)
    status, found = findings(tmp_path, capsys)
    assert status == 1
    assert "chmod 600" in found["rättigheter"]["message"]
