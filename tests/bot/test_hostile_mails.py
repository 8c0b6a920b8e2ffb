"""Mails that are hardly mails, thousands of them at once, and mails that somebody carries off at any moment."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from medverkan.bot.arrive import arrive
from medverkan.bot.dispose import dispose
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import load
from medverkan.bot.stages import run_stages
from medverkan.mailbox.memory import MemorySource
from medverkan.mailbox.values import Arrival
from medverkan.storage.lifecycle import MailState
from tests.bot.clock import Clock
from tests.bot.living import USER, registration_mail, request_mail, write_settings

ACCOUNT = f"{USER}@127.0.0.1"
PLACES = ("INBOX", "Att granska", "Hanterat", "Privat")
TEXT = b"\r\n\r\nHej! Var ligger kaffet?\r\n"


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    file = write_settings(tmp_path, 1, 1)
    text = file.read_text("utf-8").replace(
        'mode = "draft"', 'mode = "draft"\nbounces = "imap://studs:x@localhost/Studsar"'
    )
    file.write_text(text, "utf-8")
    with closing(open_parts(load(file, home=tmp_path))) as opened:
        yield opened


@pytest.fixture
def go(parts: Parts, clock: Clock) -> Callable[..., None]:
    """Let everything happen that can in those mailboxes, twice."""

    def all_of_it(*sources: MemorySource) -> None:
        for _ in range(2):
            for source in sources:
                arrive(parts, source, clock)
            run_stages(parts, clock)
            for source in sources:
                while dispose(parts, source, clock):
                    pass

    return all_of_it


def lies(source: MemorySource) -> dict[str, int]:
    return {folder: len(mails) for folder, mails in source.folders.items() if mails}


def acted(parts: Parts) -> tuple[int, int, int]:
    """Return how many cases, members and letters there are."""
    with parts.store.reading() as books:
        requests, members = books.requests.in_state(), list(books.members.all())
        return len(requests), len(members), len(list(books.outgoing.all()))


ODD = {
    "empty": b"",
    "no header at all": b"\r\n" + TEXT,
    "no date": b"From: ylva@enhet.example\r\nSubject: Hej" + TEXT,
    "no from": b"Date: Mon, 1 Feb 2027 09:00:00 +0100\r\nSubject: Hej" + TEXT,
    "only a from": b"From: ylva@enhet.example" + TEXT,
    "two from": b"From: ylva@enhet.example\r\nFrom: lead@region.example\r\nMessage-ID: <a@b.example>" + TEXT,
    "two dates": b"Date: ig\xe5r\r\nDate: Mon, 99 Feb 0000 99:99:99 +9999\r\nFrom: ylva@enhet.example" + TEXT,
    "nul": b"From: ylva@enhet.example\r\nSubject: \x00Hej\x00\r\n\x00\x00: \x00\r\n\r\n" + b"\x00" * 5000,
    "every byte": bytes(range(256)) * 200,
    "lines without end": b"Subject: " + b"x" * 3_000_000,
    "200 000 headers": b"From: ylva@enhet.example\r\n" + b"X-A: b\r\n" * 200_000 + TEXT,
    "200 000 times from": b"From: ylva@enhet.example\r\n" * 200_000 + TEXT,
    "a thousand message-ids": b"".join(b"Message-ID: <%d@a.example>\r\n" % n for n in range(1000)) + TEXT,
    "50 MB": b"From: ylva@enhet.example\r\nSubject: Stort\r\n\r\n" + b"0123456789\r\n" * 4_400_000,
}


@pytest.mark.parametrize("kind", ODD)
def test_what_is_hardly_a_mail_is_put_aside_kept_and_acted_on_by_nobody(
    parts: Parts, go: Callable[..., None], kind: str
) -> None:
    source = MemorySource(ACCOUNT)
    source.deliver(ODD[kind])
    source.deliver(request_mail(1))
    go(source)
    assert list(source.folders["Att granska"].values()) == [ODD[kind]]
    assert lies(source) == {"Att granska": 1, "Hanterat": 1}
    assert acted(parts)[:2] == (1, 0)
    with parts.store.reading() as books:
        [mail] = books.mails.in_state(MailState.ASIDE)
        assert len(books.mails.raw(mail)) <= 26_214_400


@pytest.mark.parametrize("header", [b"Date", b"Message-ID", b"MIME-Version"])
def test_a_registration_without_one_of_the_usual_headers_is_read_and_deleted_all_the_same(
    parts: Parts, go: Callable[..., None], header: bytes
) -> None:
    source = MemorySource(ACCOUNT)
    raw = registration_mail(0)
    lines = [line for line in raw.split(b"\n") if not line.lower().startswith(header.lower() + b":")]
    source.deliver(b"\n".join(lines))
    go(source)
    assert (lies(source), acted(parts)[1]) == ({}, 1)


class Counting(MemorySource):
    """Counts what is asked of the server."""

    def __init__(self, account: str) -> None:
        super().__init__(account)
        self.fetched: list[int] = []

    def fetch(self, uids: Sequence[int]) -> Iterator[Arrival]:
        self.fetched.append(len(uids))
        return super().fetch(uids)


def test_ten_thousand_mails_at_once_are_held_in_two_hundred_commits_and_asked_for_once(
    parts: Parts, clock: Clock
) -> None:
    source = Counting(ACCOUNT)
    for number in range(10_000):
        source.deliver(b"Subject: %d\r\n\r\nHej\r\n" % number)
    commits: list[object] = []
    event.listen(parts.store.engine, "commit", commits.append)
    assert arrive(parts, source, clock) == 10_000
    assert source.fetched == [10_000]
    assert len(commits) <= 10_000 // 50 + 2
    assert arrive(parts, source, clock) == 0
    assert source.fetched == [10_000, 0]
    with parts.store.reading() as books:
        assert books.mails.count(MailState.STORED) == 10_000


class Meddled(MemorySource):
    """A mailbox in which a person does something just before its n-th call."""

    def __init__(self, account: str, meddle: Callable[["Meddled"], None], before: int) -> None:
        super().__init__(account)
        self._meddle, self._left = meddle, before

    def __getattribute__(self, name: str) -> Any:
        if name in {"uidvalidity", "uids", "fetch", "there", "take_away", "find", "trash"}:
            self._left -= 1
            if self._left == 0:
                self._meddle(self)
        return super().__getattribute__(name)


def carry_off(source: MemorySource) -> None:
    for folder in PLACES[:3]:
        for uid in list(source.folders.get(folder, {})):
            source.deliver(source.folders[folder].pop(uid), "Privat")


def destroy(source: MemorySource) -> None:
    for folder in PLACES[:3]:
        source.folders.get(folder, {}).clear()


@pytest.mark.parametrize("meddle", [carry_off, destroy])
def test_a_mail_that_a_person_takes_at_any_moment_is_read_once_or_left_to_that_person(
    parts: Parts, go: Callable[..., None], meddle: Callable[[Meddled], None]
) -> None:
    for before in range(1, 13):
        cases, members, _ = acted(parts)
        source = Meddled(f"{before}@127.0.0.1", meddle, before)
        source.deliver(request_mail(100 + before))
        source.deliver(b"X-Number: %d\r\n%s" % (before, registration_mail(before % 3)))
        go(source)
        now_cases, now_members, _ = acted(parts)
        read = (now_cases - cases, now_members - members)
        left = lies(source)
        assert read in {(0, 0), (1, 1)}
        assert not left.get("INBOX")
        if read == (0, 0):
            # Taken before we had it: where it was carried it still lies, and we have done nothing.
            assert left == ({"Privat": 2} if meddle is carry_off else {})


@pytest.mark.parametrize("first", ["main", "bounces"])
@pytest.mark.parametrize("raw", [request_mail(1), registration_mail(0)], ids=["request", "registration"])
def test_one_mail_in_two_mailboxes_is_one_mail(parts: Parts, go: Callable[..., None], raw: bytes, first: str) -> None:
    main, bounces = MemorySource(ACCOUNT), MemorySource("studs@localhost", inbox="Studsar")
    main.deliver(raw)
    bounces.deliver(raw)
    go(*((main, bounces) if first == "main" else (bounces, main)))
    assert not main.folders["INBOX"]
    assert not bounces.folders["Studsar"]
    cases, members, _ = acted(parts)
    with parts.store.reading() as books:
        aside = len(books.mails.in_state(MailState.ASIDE))
        reviews = [task for task in books.tasks.open_tasks() if task.kind == "review"]
    # Come first to the mailbox where nothing may act, it is put aside in both, and told of once.
    assert (cases + members, aside, len(reviews)) == ((1, 0, 0) if first == "main" else (0, 1, 1))
