"""Taking mail in and away: twice is as once, nothing is touched before it is held, and one bad mail holds nobody up."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import structlog
from sqlalchemy import text

from medverkan.bot.adapters import source_of
from medverkan.bot.arrive import arrive
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.ports import Source
from medverkan.bot.reminding.kinds import HIDDEN
from medverkan.bot.settings import load
from medverkan.bot.stages import run_stages
from medverkan.mailbox.embedded import ImapServer, embedded_imap
from medverkan.mailbox.imap_fetch import TOO_LARGE
from medverkan.mailbox.memory import MemorySource
from medverkan.mailbox.values import GiveUpError, Place, TryLaterError
from medverkan.storage.lifecycle import MailState
from medverkan.storage.store import FullError
from tests.bot.clock import Clock
from tests.bot.living import PASSWORD, USER, registration_mail, request_mail, write_settings

NO_DOCX = (
    b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
    b"Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document\r\n"
    b'Content-Disposition: attachment; filename="form.docx"\r\n\r\nPK inte alls\r\n--b--\r\n'
)
HEAD = b"From: ylva@enhet.example\r\nSubject: Brev\r\nMessage-ID: <odd@enhet.example>\r\n"


class MemoryBox:
    """A mailbox in memory, looked at from outside."""

    def __init__(self) -> None:
        self.source = MemorySource(f"{USER}@127.0.0.1")

    def deliver(self, raw: bytes) -> None:
        self.source.deliver(raw)

    def mails(self, folder: str = "INBOX") -> list[bytes]:
        return list(self.source.folders.get(folder, {}).values())

    def remake(self, raws: list[bytes]) -> None:
        self.source.folders["INBOX"].clear()
        self.source.validity += 1
        for raw in raws:
            self.source.deliver(raw)


class ServedBox:
    """A mailbox on pymap, looked at from outside."""

    def __init__(self, server: ImapServer, source: Source) -> None:
        self.server, self.source = server, source

    def deliver(self, raw: bytes) -> None:
        self.server.append(USER, "INBOX", raw)

    def mails(self, folder: str = "INBOX") -> list[bytes]:
        return self.server.messages(USER, folder)

    def remake(self, raws: list[bytes]) -> None:
        self.server.remake(USER, "INBOX")
        # The connection that had the old folder open is over, as with a server that was rebuilt.
        self.source.close()
        for raw in raws:
            self.deliver(raw)


@pytest.fixture(params=["memory", "pymap"])
def box(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """A mailbox of each kind, with a medverkan.toml for it."""
    if request.param == "memory":
        write_settings(tmp_path, 1, 1)
        yield MemoryBox()
        return
    with embedded_imap({USER: PASSWORD}) as server:
        file = write_settings(tmp_path, server.port, 1)
        with closing(source_of(load(file, home=tmp_path))) as source:
            yield ServedBox(server, source)


@pytest.fixture
def parts(tmp_path: Path, box: Any) -> Iterator[Parts]:
    """The register of that mailbox."""
    with closing(open_parts(load(tmp_path / "medverkan.toml", home=tmp_path))) as opened:
        yield opened


@pytest.fixture
def go(parts: Parts, box: Any, clock: Clock) -> Callable[[], int]:
    """Let everything happen that can; returns how much did."""
    return lambda: arrive(parts, box.source, clock) + run_stages(parts, clock) + dispose(parts, box.source, clock)


def letters(parts: Parts, kind: str) -> int:
    """Return how many letters of a kind are written."""
    with parts.store.reading() as books:
        return sum(message.kind == kind for message in books.outgoing.all())


def test_running_twice_changes_nothing(box: Any, parts: Parts, go: Callable[[], int]) -> None:
    box.deliver(registration_mail(0))
    box.deliver(request_mail(1))
    assert go() > 0
    assert go() == 0
    assert box.mails() == []
    assert box.mails("Hanterat") == [request_mail(1)]
    with parts.store.reading() as books:
        assert len(list(books.receipts.all())) == 1
        assert len(list(books.members.all())) == 1
        assert len(books.requests.in_state()) == 1


def test_arriving_twice_before_anything_is_read_stores_once(box: Any, parts: Parts, clock: Clock) -> None:
    box.deliver(request_mail(1))
    assert arrive(parts, box.source, clock) == 1
    assert arrive(parts, box.source, clock) == 0
    assert box.mails() == [request_mail(1)]


def test_a_hundred_and_twenty_mails_leave_in_order(box: Any, parts: Parts, clock: Clock) -> None:
    raws = [request_mail(number) for number in range(120)]
    for raw in raws:
        box.deliver(raw)
    assert arrive(parts, box.source, clock) == 120
    run_stages(parts, clock)
    while dispose(parts, box.source, clock):
        pass
    assert box.mails() == []
    assert sorted(box.mails("Hanterat")) == sorted(raws)


@pytest.mark.parametrize(("raw", "folder"), [(request_mail(1), "Hanterat"), (registration_mail(0), "")])
def test_a_remade_folder_is_not_touched_and_the_mail_is_a_repeat(
    box: Any, parts: Parts, go: Callable[[], int], clock: Clock, raw: bytes, folder: str
) -> None:
    box.deliver(raw)
    arrive(parts, box.source, clock)
    run_stages(parts, clock)
    other = HEAD + b"\r\nEtt annat brev, som har tagit det gamla brevets nummer.\r\n"
    box.remake([other, raw])
    dispose(parts, box.source, clock)
    assert box.mails() == [other, raw]
    with parts.store.reading() as books:
        assert list(books.receipts.all()) == []
    while go():
        pass
    assert box.mails() == []
    assert box.mails("Att granska") == [other]
    assert box.mails("Hanterat") == ([raw] if folder else [])
    with parts.store.reading() as books:
        assert len(list(books.members.all())) + len(books.requests.in_state()) == 1
        assert len(list(books.receipts.all())) == (0 if folder else 1)
    assert letters(parts, "unit-received") + letters(parts, "lead-new-registration") == 1


def test_what_cannot_be_read_back_is_not_deleted_and_holds_nobody_up(box: Any, parts: Parts, clock: Clock) -> None:
    for number in range(2):
        box.deliver(registration_mail(number))
    arrive(parts, box.source, clock)
    run_stages(parts, clock)
    with parts.store.engine.begin() as connection:
        connection.execute(text("UPDATE mail SET raw = zeroblob(64) WHERE uid = (SELECT min(uid) FROM mail)"))
    assert dispose(parts, box.source, clock) == 1
    assert box.mails() == [registration_mail(0)]
    assert dispose(parts, box.source, clock) == 0
    with parts.store.reading() as books:
        assert len(list(books.receipts.all())) == 1


@pytest.mark.parametrize("box", ["pymap"], indirect=True)
def test_what_another_client_marked_as_deleted_stays(box: Any, parts: Parts, clock: Clock) -> None:
    box.deliver(registration_mail(0))
    arrive(parts, box.source, clock)
    run_stages(parts, clock)
    box.server.append(USER, "INBOX", request_mail(9), ["\\Deleted"])
    assert dispose(parts, box.source, clock) == 1
    assert box.mails() == [request_mail(9)]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (HEAD + b"\r\n", ""),
        (TOO_LARGE + b": 99000000\r\n" + HEAD + b"\r\n", "större än"),
        (HEAD + b'Content-Type: text/plain; charset="klingon-8"\r\n\r\n\xe5\xff\xfe hej\r\n', ""),
        (HEAD + NO_DOCX, ""),
    ],
    ids=["empty", "over-large", "charset", "no-docx"],
)
def test_what_cannot_be_read_is_put_aside_with_a_reason(
    box: Any, parts: Parts, go: Callable[[], int], raw: bytes, says: str
) -> None:
    box.deliver(raw)
    go()
    assert box.mails() == []
    assert box.mails("Att granska") == [raw]
    with parts.store.reading() as books:
        [mail] = books.mails.in_state(MailState.ASIDE)
        assert says in mail.reason
        assert mail.reason.endswith(".")
        assert [task.kind for task in books.tasks.open_tasks() if task.kind not in HIDDEN] == ["review"]


def test_an_over_large_mail_keeps_its_content_on_the_server(tmp_path: Path, clock: Clock) -> None:
    write_settings(tmp_path, 1, 1)
    source = MemorySource(f"{USER}@127.0.0.1", max_bytes=2000)
    large = HEAD + b"\r\n" + b"0123456789\r\n" * 500
    source.deliver(large)
    with closing(open_parts(load(tmp_path / "medverkan.toml", home=tmp_path))) as parts:
        arrive(parts, source, clock)
        run_stages(parts, clock)
        dispose(parts, source, clock)
        with parts.store.reading() as books:
            [mail] = books.mails.in_state(MailState.ASIDE)
    assert "större än" in mail.reason
    assert list(source.folders["Att granska"].values()) == [large]


def test_a_full_disk_stops_the_taking_of_mail_and_nothing_is_touched(box: Any, parts: Parts, clock: Clock) -> None:
    box.deliver(registration_mail(0))
    with parts.store.engine.connect() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    parts.store.close()  # so that the only connection is the one that may not grow
    with parts.store.engine.connect() as connection:
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        connection.commit()
    for number in range(100, 160):
        box.deliver(request_mail(number))
    with pytest.raises(FullError):
        arrive(parts, box.source, clock)
    assert len(box.mails()) == 61
    with parts.store.engine.connect() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
        connection.commit()
    assert arrive(parts, box.source, clock) == 61


def test_a_mail_that_brings_its_stage_down_is_put_aside_after_three_attempts(
    box: Any, parts: Parts, go: Callable[[], int], clock: Clock
) -> None:
    """The trigger stands for whatever goes wrong with one mail and no other."""
    with parts.store.engine.begin() as connection:
        connection.execute(
            text("CREATE TRIGGER poison BEFORE INSERT ON member BEGIN SELECT RAISE(ABORT, 'not this one'); END")
        )
    box.deliver(registration_mail(0))
    box.deliver(request_mail(1))
    with structlog.testing.capture_logs() as said:
        go()
    assert [line["attempt"] for line in said if line["event"] == "mail not understood"] == [1, 2, 3]
    assert "Birgitta" not in str(said)
    assert box.mails() == []
    assert box.mails("Att granska") == [registration_mail(0)]
    assert box.mails("Hanterat") == [request_mail(1)]
    with parts.store.reading() as books:
        [mail] = books.mails.in_state(MailState.ASIDE)
        assert "3 försök" in mail.reason
        assert len(books.requests.in_state()) == 1


class Stubborn(MemorySource):
    """A server that will not let go of one mail."""

    held = 0
    error: Exception = GiveUpError("servern sade nej")

    def take_away(self, places: Any, folder: str | None) -> frozenset[Place]:
        if any(place.uid == self.held for place in places):
            raise self.error
        return super().take_away(places, folder)


@pytest.mark.parametrize(
    ("error", "tasks"), [(GiveUpError("servern sade nej"), ["failed"]), (TryLaterError("inte nu"), [])]
)
def test_a_mail_that_the_server_will_not_let_go_holds_no_other_up(
    tmp_path: Path, clock: Clock, error: Exception, tasks: list[str]
) -> None:
    write_settings(tmp_path, 1, 1)
    source = Stubborn(f"{USER}@127.0.0.1")
    source.error = error
    source.held = source.deliver(registration_mail(0))
    source.deliver(registration_mail(1))
    source.deliver(request_mail(1))
    with closing(open_parts(load(tmp_path / "medverkan.toml", home=tmp_path))) as parts:
        arrive(parts, source, clock)
        run_stages(parts, clock)
        for _ in range(2):
            dispose(parts, source, clock)
        assert list(source.folders["INBOX"].values()) == [registration_mail(0)]
        with parts.store.reading() as books:
            assert len(list(books.receipts.all())) == 1
            assert [task.kind for task in books.tasks.open_tasks(kinds=["failed"])] == tasks
