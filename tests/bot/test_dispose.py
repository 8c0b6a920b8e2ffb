"""Mail leaves the mailbox, and a receipt is written only of what was seen to lie there and then seen to be gone."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from medverkan.bot.adapters import source_of
from medverkan.bot.arrive import arrive
from medverkan.bot.aside import put_aside
from medverkan.bot.commands import reviewing
from medverkan.bot.dispose import BATCH, dispose
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import load
from medverkan.bot.stages import run_stages
from medverkan.mailbox.values import Kind
from medverkan.storage.lifecycle import MailState
from medverkan.storage.values import Receipt
from tests.bot.boxes import Clinging, MemoryBox, ServedBox, Unyielding, dying
from tests.bot.clock import Clock
from tests.bot.living import USER, mailbox_on, registration_mail, request_mail, write_settings
from tests.mailbox.servers import dovecot

ASIDE, HANDLED, ELSEWHERE = "Att granska", "Hanterat", "Privat"
PLACES = ("INBOX", ASIDE, HANDLED, ELSEWHERE)


@pytest.fixture(params=["memory", "pymap", "dovecot"])
def box(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Any]:
    """A mailbox of each kind, with a medverkan.toml for it."""
    if request.param == "memory":
        write_settings(tmp_path, 1, 1)
        yield MemoryBox()
        return
    with mailbox_on(request.param) as server:
        file = write_settings(tmp_path, server.port, 1)
        with closing(source_of(load(file, home=tmp_path))) as source:
            yield ServedBox(server, source)


@pytest.fixture
def parts(tmp_path: Path, box: Any) -> Iterator[Parts]:
    """The register of that mailbox."""
    with closing(open_parts(load(tmp_path / "medverkan.toml", home=tmp_path))) as opened:
        yield opened


@pytest.fixture
def arrived(parts: Parts, box: Any, clock: Clock) -> Callable[..., None]:
    """Take mails in and put them aside, or understand them; nothing is done to them on the server yet."""

    def come(*raws: bytes, aside: bool) -> None:
        for raw in raws:
            box.deliver(raw)
        arrive(parts, box.source, clock)
        if aside:
            with parts.store.transaction() as books:
                for mail in books.mails.in_state(MailState.STORED):
                    put_aside(Desk(books, parts, clock()), mail, Kind.UNKNOWN, "Mejlet gick inte att läsa.")
        else:
            run_stages(parts, clock)

    return come


@pytest.fixture
def retry(parts: Parts, tmp_path: Path) -> Callable[[], int]:
    """`medverkan review retry` of the one mail put aside, which asks no server."""

    def again() -> int:
        with parts.store.reading() as books:
            [mail] = books.mails.in_state(MailState.ASIDE)
        return reviewing.retry(tmp_path / "medverkan.toml", mail.id)

    return again


def receipts(parts: Parts) -> list[Receipt]:
    """Return the proof of what was deleted."""
    with parts.store.reading() as books:
        return list(books.receipts.all())


def lies(box: Any) -> dict[str, int]:
    """Return how many mails lie in each folder that is not empty."""
    return {folder: count for folder in PLACES if (count := len(box.mails(folder)))}


def asked_to_delete(parts: Parts) -> int:
    """Return how many mails the lead is asked to find and delete; each says whose it was and no name."""
    with parts.store.reading() as books:
        tasks = [task for task in books.tasks.open_tasks(kinds=["failed"]) if "sök upp och radera" in task.note]
        lost = [line.mail_id for line in books.audit.of() if line.what == "mail-place-gone"]
    assert all(task.member_id and task.mail_id in lost for task in tasks)
    return len(tasks)


def test_a_registration_put_aside_and_taken_in_again_is_deleted_where_it_then_lies(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None], retry: Callable[[], int]
) -> None:
    arrived(registration_mail(0), aside=True)
    assert dispose(parts, box.source, clock) == 1
    assert lies(box) == {ASIDE: 1}
    assert retry() == 0
    assert (lies(box), receipts(parts)) == ({ASIDE: 1}, [])
    place = box.source.find(ASIDE, registration_mail(0))
    assert dispose(parts, box.source, clock) == 1
    assert lies(box) == {}
    [receipt] = receipts(parts)
    assert (receipt.folder, receipt.uidvalidity, receipt.uid) == (ASIDE, place.uidvalidity, place.uid)
    assert receipt.absent
    assert dispose(parts, box.source, clock) == 0


def test_what_the_server_keeps_of_a_deleted_registration_is_deleted_too(tmp_path: Path, clock: Clock) -> None:
    with dovecot(keep_deleted="Borttaget") as server:
        home = write_settings(tmp_path, server.port, 1).parent
        settings = load(home / "medverkan.toml", home=home)
        with closing(source_of(settings)) as source, closing(open_parts(settings)) as parts:
            server.append("INBOX", registration_mail(0))
            server.append("INBOX", registration_mail(1))
            server.append("Borttaget", b"Subject: Annat\r\n\r\nHej\r\n")
            arrive(parts, source, clock)
            run_stages(parts, clock)
            assert dispose(parts, source, clock) == 2
            assert server.messages("INBOX") == []
            assert server.messages("Borttaget") == [b"Subject: Annat\r\n\r\nHej\r\n"]
            assert [receipt.absent for receipt in receipts(parts)] == [True, True]
            assert dispose(parts, source, clock) == 0


def test_a_kept_copy_that_cannot_be_deleted_is_told_to_the_lead_and_has_no_receipt(
    tmp_path: Path, clock: Clock
) -> None:
    source = Clinging(f"{USER}@127.0.0.1")
    source.keep_deleted("Borttaget")
    home = write_settings(tmp_path, 1, 1).parent
    with closing(open_parts(load(home / "medverkan.toml", home=home))) as parts:
        source.deliver(registration_mail(0))
        arrive(parts, source, clock)
        run_stages(parts, clock)
        assert [dispose(parts, source, clock) for _ in range(3)] == [0, 0, 0]
        assert receipts(parts) == []
        with parts.store.reading() as books:
            [task] = books.tasks.open_tasks(kinds=["failed"])
        assert "kan inte raderas" in task.note


def test_however_many_cannot_be_deleted_the_next_mail_is_moved(tmp_path: Path, clock: Clock) -> None:
    source = Clinging(f"{USER}@127.0.0.1")
    source.keep_deleted("Borttaget")
    home = write_settings(tmp_path, 1, 1).parent
    with closing(open_parts(load(home / "medverkan.toml", home=home))) as parts:
        for number in range(BATCH):
            source.deliver(registration_mail(number % 6) + b"\r\n" * (number // 6))
        arrive(parts, source, clock)
        source.deliver(request_mail(1))
        arrive(parts, source, clock)
        run_stages(parts, clock)
        assert dispose(parts, source, clock) == 1
        assert len(source.folders[HANDLED]) == 1
        assert receipts(parts) == []
        assert dispose(parts, source, clock) == 0


def test_each_repeat_of_it_is_deleted_with_a_receipt_of_its_own(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None], retry: Callable[[], int]
) -> None:
    arrived(registration_mail(0), registration_mail(0), aside=True)
    assert dispose(parts, box.source, clock) == 2
    retry()
    assert dispose(parts, box.source, clock) == 2
    assert lies(box) == {}
    assert {receipt.folder for receipt in receipts(parts)} == {ASIDE}
    assert len({receipt.uid for receipt in receipts(parts)}) == 2


def test_a_request_put_aside_and_taken_in_again_ends_among_the_handled(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None], retry: Callable[[], int]
) -> None:
    arrived(request_mail(1), request_mail(1), aside=True)
    dispose(parts, box.source, clock)
    retry()
    assert dispose(parts, box.source, clock) == 2
    assert lies(box) == {HANDLED: 2}
    assert (dispose(parts, box.source, clock), asked_to_delete(parts)) == (0, 0)


def test_what_is_put_aside_once_more_stays_where_it_lies(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None], retry: Callable[[], int]
) -> None:
    arrived(b"Subject: Hej\r\n\r\nVar ligger kaffet?\r\n", aside=True)
    dispose(parts, box.source, clock)
    assert retry() == 1
    assert dispose(parts, box.source, clock) == 1
    assert lies(box) == {ASIDE: 1}
    assert dispose(parts, box.source, clock) == 0


@pytest.mark.parametrize("aside", [True, False], ids=["aside", "arrived"])
@pytest.mark.parametrize(("raw", "asked"), [(registration_mail(0), 1), (request_mail(1), 0)])
def test_what_a_person_has_carried_off_gets_no_receipt_and_a_registration_is_asked_for(
    box: Any,
    parts: Parts,
    clock: Clock,
    arrived: Callable[..., None],
    retry: Callable[[], int],
    raw: bytes,
    asked: int,
    *,
    aside: bool,
) -> None:
    arrived(raw, aside=aside)
    if aside:
        dispose(parts, box.source, clock)
        retry()
    box.carry(ASIDE if aside else "INBOX", ELSEWHERE)
    assert dispose(parts, box.source, clock) == 1
    assert lies(box) == {ELSEWHERE: 1}
    assert (receipts(parts), asked_to_delete(parts)) == ([], asked)
    assert dispose(parts, box.source, clock) == 0


def test_a_registration_that_a_person_carried_to_a_folder_of_ours_is_deleted_there(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None]
) -> None:
    arrived(registration_mail(0), registration_mail(1), aside=False)
    box.carry("INBOX", HANDLED)
    box.deliver(request_mail(1))
    assert dispose(parts, box.source, clock) == 2
    assert lies(box) == {"INBOX": 1}
    assert [receipt.folder for receipt in receipts(parts)] == [HANDLED, HANDLED]


def test_a_registration_that_a_person_put_back_is_taken_in_as_a_repeat_and_not_asked_for(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None], retry: Callable[[], int]
) -> None:
    arrived(registration_mail(0), aside=True)
    dispose(parts, box.source, clock)
    retry()
    box.carry(ASIDE, "INBOX")
    assert arrive(parts, box.source, clock) == 1
    assert dispose(parts, box.source, clock) == 2
    assert lies(box) == {}
    assert [receipt.folder for receipt in receipts(parts)] == ["INBOX"]
    assert asked_to_delete(parts) == 0


def test_killed_between_a_deletion_and_its_receipt_the_next_run_writes_it(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None]
) -> None:
    arrived(registration_mail(0), aside=False)
    [uid] = box.source.uids()
    with pytest.raises(KeyboardInterrupt):
        dispose(parts, dying(box.source, after=True), clock)
    assert (lies(box), receipts(parts)) == ({}, [])
    assert dispose(parts, box.source, clock) == 1
    [receipt] = receipts(parts)
    assert (receipt.folder, receipt.uid, asked_to_delete(parts)) == ("INBOX", uid, 0)


def test_killed_between_a_deletion_from_another_folder_and_its_receipt_it_names_that_folder(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None], retry: Callable[[], int]
) -> None:
    arrived(registration_mail(0), aside=True)
    dispose(parts, box.source, clock)
    retry()
    place = box.source.find(ASIDE, registration_mail(0))
    with pytest.raises(KeyboardInterrupt):
        dispose(parts, dying(box.source, after=True), clock)
    assert dispose(parts, box.source, clock) == 1
    [receipt] = receipts(parts)
    assert (receipt.folder, receipt.uidvalidity, receipt.uid) == (ASIDE, place.uidvalidity, place.uid)


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize(("raw", "proofs"), [(registration_mail(0), 1), (request_mail(1), 0)])
def test_killed_about_a_move_and_taken_in_again_meanwhile_it_still_ends_well(
    box: Any,
    parts: Parts,
    clock: Clock,
    arrived: Callable[..., None],
    retry: Callable[[], int],
    raw: bytes,
    proofs: int,
    *,
    after: bool,
) -> None:
    arrived(raw, aside=True)
    with pytest.raises(KeyboardInterrupt):
        dispose(parts, dying(box.source, after=after), clock)
    retry()
    assert dispose(parts, box.source, clock) == 1
    assert lies(box) == ({} if proofs else {HANDLED: 1})
    assert [receipt.folder for receipt in receipts(parts)] == [ASIDE if after else "INBOX"] * proofs
    assert (dispose(parts, box.source, clock), asked_to_delete(parts)) == (0, 0)


def test_killed_before_a_deletion_and_carried_aside_meanwhile_it_is_deleted_there(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None]
) -> None:
    arrived(registration_mail(0), aside=False)
    with pytest.raises(KeyboardInterrupt):
        dispose(parts, dying(box.source, after=False), clock)
    box.carry("INBOX", ASIDE)
    assert dispose(parts, box.source, clock) == 1
    assert lies(box) == {}
    assert [receipt.folder for receipt in receipts(parts)] == [ASIDE]


@pytest.mark.parametrize("box", ["memory"], indirect=True)
def test_what_the_server_would_not_delete_and_then_is_gone_was_not_deleted_by_us(
    box: Any, parts: Parts, clock: Clock, arrived: Callable[..., None]
) -> None:
    box.source = Unyielding(f"{USER}@127.0.0.1")
    arrived(registration_mail(0), aside=False)
    assert dispose(parts, box.source, clock) == 0
    box.carry("INBOX", ELSEWHERE)
    assert dispose(parts, box.source, clock) == 1
    assert (receipts(parts), asked_to_delete(parts)) == ([], 1)
