"""`medverkan run` as a process, against real servers: what it picks up, what it survives, and how it ends."""

import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.living import (
    LEAD,
    PASSWORD,
    Place,
    mailbox_on,
    medverkan,
    message_ids,
    place,
    register,
    registration_mail,
    request_mail,
    service,
    shown,
    until,
    write_settings,
)
from tests.mailbox.servers import free_port

MANY = 120  # with two letters each to the lead, as many as may go to one in an hour


@pytest.fixture(params=["pymap", "dovecot"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    with place(request.param, tmp_path / "home") as running:
        yield running


def test_a_request_that_comes_while_it_waits_is_answered_and_moved(where: Place) -> None:
    with service(where.home) as running:
        until("it watches", lambda: "watching" in running.said())
        where.mailbox.append(request_mail(1))
        until("the mail is moved", lambda: where.mailbox.count("Hanterat"))
        until("the receipt is sent", lambda: where.letters("enhet.1@region.example"))
        assert where.mailbox.folder("INBOX") == []
        [case] = shown(where.home, "cases")
        assert case["unit"] == "Utvecklingsenheten för nära vård"
        assert case["id"] in where.letters("enhet.1@region.example")[0]
        assert running.stop() == 0
    assert "enhet.1" not in running.said()


def test_a_registration_is_deleted_with_a_receipt(where: Place) -> None:
    with service(where.home) as running:
        where.mailbox.append(registration_mail(0))
        until("the lead is told", lambda: where.letters(LEAD))
        until("the mail is gone", lambda: not where.mailbox.count("INBOX"))
        [receipt] = until("the receipt is written", lambda: shown(where.home, "receipts"))
        assert running.stop(signal.SIGINT) == 0
    assert receipt["kind"] == "registration"
    assert receipt["absent"] is True
    assert receipt["recoverable"] == ["e-postserverns säkerhetskopior"]
    assert where.mailbox.folder("Hanterat") == []
    with register(where.home) as books:
        assert [member.fields["first_name"] for member in books.members.all()] == ["Birgitta"]
    assert "Birgitta" not in running.said()


def test_a_mail_server_that_was_away_is_watched_again(where: Place) -> None:
    with service(where.home) as running:
        until("it watches", lambda: "watching" in running.said())
        where.mailbox.stop()
        until("it notices", lambda: "mailbox not reached" in running.said())
        where.mailbox.start()
        where.mailbox.append(request_mail(1))
        until("the mail is moved", lambda: where.mailbox.count("Hanterat"))
        assert len(shown(where.home, "cases")) == 1
        assert running.stop() == 0
    assert "Traceback" not in running.said()


def test_stopped_in_the_middle_it_ends_well_and_a_restart_finishes_the_rest(where: Place) -> None:
    where.mailbox.append(*[request_mail(number) for number in range(MANY)])
    with service(where.home) as running:
        until("it has begun", lambda: "mail understood" in running.said())
        assert running.stop() == 0
        assert "Traceback" not in running.said()
    began = len(shown(where.home, "cases"))
    assert began > 0
    with service(where.home) as running:
        until("all is moved", lambda: where.mailbox.count("Hanterat") == MANY)
        until("all is sent", lambda: len(where.sink.letters) >= 3 * MANY)
        assert where.mailbox.count("INBOX") == 0
        assert running.stop() == 0
    assert len(shown(where.home, "cases")) == MANY
    letters = Counter(to[0] for _, to, _ in where.sink.letters)
    # Nobody is registered: the lead gets the proposal, and the letter to send on to organisations.
    assert letters == {LEAD: 2 * MANY} | {f"enhet.{number}@region.example": 1 for number in range(MANY)}
    assert set(Counter(message_ids([raw for _, _, raw in where.sink.letters])).values()) == {1}


def test_it_starts_without_its_mail_server_and_picks_up_when_that_comes(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with place("pymap", home) as where:
        where.mailbox.stop()
        with service(home) as running:
            until("it has tried", lambda: "mailbox not reached" in running.said())
            where.mailbox.start()
            where.mailbox.append(request_mail(1))
            until("the mail is moved", lambda: where.mailbox.count("Hanterat"))
            assert running.stop() == 0


def test_it_ends_well_while_its_mail_server_is_away(tmp_path: Path) -> None:
    home = tmp_path / "home"
    write_settings(home, free_port(), free_port())
    with service(home) as running:
        until("it has tried", lambda: "mailbox not reached" in running.said())
        assert running.stop() == 0


def test_without_a_settings_file_it_says_so_in_one_line(tmp_path: Path) -> None:
    answer = medverkan(tmp_path / "home", "run")
    assert answer.returncode == 1
    [line] = answer.stderr.splitlines()
    assert str(tmp_path / "home" / "medverkan.toml") in line
    assert "finns inte" in line


@pytest.mark.parametrize("lacking", ["host", "username", "address"])
def test_a_missing_setting_is_named_with_its_file(tmp_path: Path, lacking: str) -> None:
    file = write_settings(tmp_path / "home", 1, 1, without=lacking)
    answer = medverkan(tmp_path / "home", "run")
    assert answer.returncode == 1
    assert answer.stderr.splitlines() == [f"medverkan: [mailbox] {lacking}: saknas; lägg till raden (fil: {file})"]


@pytest.mark.parametrize("kind", ["pymap", "dovecot"])
def test_a_refused_login_ends_it_with_one_line_and_no_secret(tmp_path: Path, kind: str) -> None:
    wrong = "fel-hemlighet"
    with mailbox_on(kind) as mailbox:
        file = write_settings(tmp_path / "home", mailbox.port, free_port(), password=wrong)
        answer = medverkan(tmp_path / "home", "run")
    assert answer.returncode == 1
    new, line = answer.stderr.splitlines()
    assert new == f"medverkan: nytt register i {tmp_path / 'home'}"
    assert line.startswith("medverkan: [mailbox]: ")
    assert "Kontrollera användarnamn och lösenord" in line
    assert str(file) in line
    assert wrong not in answer.stderr + answer.stdout
    assert PASSWORD not in answer.stderr + answer.stdout
