"""The contract of a Source, asked of the memory twin, of pymap and of Dovecot."""

from typing import Any

import pytest

from medverkan.bot.ports import Source
from medverkan.mailbox.values import Place
from tests.mailbox.conftest import EVERY_SERVER
from tests.mailbox.wire import OTHER, PLAIN, in_thread

ODD = (
    b"From: \xe5sa@enhet.example\r\nSubject: \xff\xfe\r\nX: "
    + b"y" * 5000
    + b"\r\n\r\n.\r\n\xc3\xa5 \x80\r\nFrom x\r\n"
)


def only_place(source: Source) -> Place:
    """Return where the only mail lies."""
    [arrival] = source.fetch(source.uids())
    return arrival.place


@pytest.mark.parametrize("raw", [PLAIN, ODD], ids=["plain", "odd"])
def test_a_mail_is_fetched_byte_for_byte_as_it_arrived(mailbox: Any, raw: bytes) -> None:
    source: Source = mailbox.open()
    mailbox.arrive(raw)
    [arrival] = source.fetch(source.uids())
    assert arrival.raw == raw
    assert arrival.place == Place(source.account, "INBOX", source.uidvalidity(), arrival.place.uid)


def test_uids_are_one_ascending_snapshot_of_a_thousand_mails(mailbox: Any) -> None:
    source: Source = mailbox.open()
    mailbox.arrive_all([b"Subject: %d\r\n\r\nHej\r\n" % number for number in range(1000)])
    uids = source.uids()
    assert len(uids) == 1000
    assert list(uids) == sorted(set(uids))
    assert [a.raw for a in source.fetch(uids[:120])] == [b"Subject: %d\r\n\r\nHej\r\n" % n for n in range(120)]


def test_an_empty_folder_has_no_uids_and_nothing_to_fetch(mailbox: Any) -> None:
    source: Source = mailbox.open()
    assert list(source.uids()) == []
    assert list(source.fetch([])) == []


def test_a_uid_that_is_not_there_is_left_out(mailbox: Any) -> None:
    source: Source = mailbox.open()
    mailbox.arrive(PLAIN)
    [uid] = source.uids()
    assert [arrival.raw for arrival in source.fetch([uid, uid + 7])] == [PLAIN]


def test_a_mail_that_vanishes_between_look_and_fetch_is_left_out(mailbox: Any) -> None:
    source: Source = mailbox.open()
    mailbox.arrive(PLAIN)
    mailbox.arrive(OTHER)
    first, second = source.uids()
    mailbox.vanish(first)
    assert [arrival.place.uid for arrival in source.fetch([first, second])] == [second]


@pytest.mark.parametrize("mailbox", ["memory", *EVERY_SERVER], indirect=True)
def test_a_mail_moves_to_a_folder_that_is_made_for_it(mailbox: Any) -> None:
    source: Source = mailbox.open()
    mailbox.arrive(PLAIN)
    assert source.move(only_place(source), "Att granska") is True
    assert list(source.uids()) == []
    assert mailbox.mails("Att granska") == [PLAIN]


def test_a_folder_may_have_a_swedish_name_and_levels(mailbox: Any) -> None:
    source: Source = mailbox.open()
    for folder in ("Hanterat åäö", "Ärenden/2026 & senare"):
        mailbox.arrive(PLAIN)
        assert source.move(only_place(source), folder) is True
        assert mailbox.mails(folder) == [PLAIN]
        assert folder in mailbox.folders()


def test_a_second_mail_moves_to_the_folder_that_now_exists(mailbox: Any) -> None:
    source: Source = mailbox.open()
    for raw in (PLAIN, OTHER):
        mailbox.arrive(raw)
        assert source.move(only_place(source), "Hanterat")
    assert mailbox.mails("Hanterat") == [PLAIN, OTHER]


def test_mails_may_be_moved_while_the_rest_is_being_fetched(mailbox: Any) -> None:
    source: Source = mailbox.open()
    raws = [b"Subject: %d\r\n\r\nHej\r\n" % number for number in range(120)]
    mailbox.arrive_all(raws)
    for arrival in source.fetch(source.uids()):
        assert source.move(arrival.place, "Hanterat")
    assert mailbox.mails("Hanterat") == raws
    assert list(source.uids()) == []


@pytest.mark.parametrize("mailbox", ["memory", *EVERY_SERVER], indirect=True)
def test_only_the_named_mail_is_deleted(mailbox: Any) -> None:
    source: Source = mailbox.open()
    mailbox.arrive(PLAIN)
    place = only_place(source)
    mailbox.arrive(OTHER)
    assert source.delete(place) is True
    assert mailbox.mails("INBOX") == [OTHER]


@pytest.mark.parametrize("mailbox", ["memory", *EVERY_SERVER], indirect=True)
@pytest.mark.parametrize("act", ["move", "delete"])
def test_a_mail_that_has_vanished_counts_as_done(mailbox: Any, act: str) -> None:
    source: Source = mailbox.open()
    mailbox.arrive(PLAIN)
    place = only_place(source)
    mailbox.vanish(place.uid)
    assert (source.delete(place) if act == "delete" else source.move(place, "Hanterat")) is True
    assert mailbox.mails("Hanterat") == []


@pytest.mark.parametrize("mailbox", ["memory", *EVERY_SERVER], indirect=True)
@pytest.mark.parametrize("act", ["move", "delete"])
def test_nothing_is_touched_under_another_uidvalidity(mailbox: Any, act: str) -> None:
    source: Source = mailbox.open(inbox="Bevakad")
    mailbox.arrive(PLAIN, "Bevakad")
    place = only_place(source)
    mailbox.remake("Bevakad")
    mailbox.arrive(OTHER, "Bevakad")
    assert (source.delete(place) if act == "delete" else source.move(place, "Hanterat")) is False
    assert mailbox.mails("Bevakad") == [OTHER]
    assert source.uidvalidity() != place.uidvalidity


@pytest.mark.parametrize("mailbox", ["memory", *EVERY_SERVER], indirect=True)
@pytest.mark.parametrize("folder", ["Hanterat", None])
def test_many_mails_are_taken_away_at_once_and_no_other(mailbox: Any, folder: str | None) -> None:
    source: Source = mailbox.open()
    raws = [b"Subject: %d\r\n\r\nHej\r\n" % number for number in range(5)]
    mailbox.arrive_all([*raws, OTHER])
    *places, _ = [arrival.place for arrival in source.fetch(source.uids())]
    mailbox.vanish(places[0].uid)
    strange = Place(source.account, "INBOX", places[0].uidvalidity + 1, places[1].uid)
    assert source.take_away([strange], folder) == frozenset()
    assert source.take_away(places, folder) == frozenset(places)
    assert mailbox.mails("INBOX") == [OTHER]
    assert mailbox.mails("Hanterat") == (raws[1:] if folder else [])
    assert source.take_away([], folder) == frozenset()


def test_what_lies_where_it_is_said_to_is_told_from_what_does_not(mailbox: Any) -> None:
    source: Source = mailbox.open()
    mailbox.arrive_all([PLAIN, OTHER])
    first, second = [arrival.place for arrival in source.fetch(source.uids())]
    mailbox.vanish(first.uid)
    strange = Place(source.account, "INBOX", second.uidvalidity + 1, second.uid)
    assert source.there([first, second, strange]) == frozenset([second])
    assert source.there([]) == frozenset()
    assert source.there([Place("someone@else.example", "INBOX", second.uidvalidity, second.uid)]) == frozenset()


FORM = b"From: ylva@enhet.example\r\n%sSubject: Brev\r\n\r\nHej %%d\r\n"
IDS = {
    "id": b"Message-ID: <brev.1+2=3@enhet.example>\r\n",
    "folded": b"message-id:\r\n <brev@enhet.example>\r\n",
    "none": b"",
    "odd": b'Message-ID: <"a\\b c"@x> (*)\r\n',
}


@pytest.mark.parametrize("mailbox", ["memory", *EVERY_SERVER], indirect=True)
@pytest.mark.parametrize("own_id", IDS.values(), ids=IDS)
def test_a_mail_is_found_by_its_bytes_in_the_folder_it_was_moved_to(mailbox: Any, own_id: bytes) -> None:
    source: Source = mailbox.open()
    form = FORM % own_id
    raws = [form % number for number in (1, 2, 3)]
    mailbox.arrive_all([*raws, raws[1]])
    places = [arrival.place for arrival in source.fetch(source.uids())]
    assert source.find("INBOX", raws[1]) == places[3]
    assert source.find("Att granska", raws[1]) is None
    source.take_away(places, "Att granska")
    found = source.find("Att granska", raws[1])
    assert found
    assert (found.account, found.folder) == (source.account, "Att granska")
    assert source.there([found]) == frozenset([found])
    assert source.delete(found)
    assert sorted(mailbox.mails("Att granska")) == sorted(raws)
    assert source.delete(source.find("Att granska", raws[1]) or found)
    assert source.find("Att granska", raws[1]) is None
    assert source.find("INBOX", raws[0]) is None
    assert source.find("Att granska", form % 4) is None
    assert list(source.uids()) == []


def test_an_over_large_mail_is_found_as_it_was_fetched(mailbox: Any) -> None:
    source: Source = mailbox.open(max_bytes=2000)
    for head in (b"From: ylva@enhet.example\r\n", b"Message-ID: <stort@enhet.example>\r\n"):
        mailbox.arrive(head + b"\r\n" + b"0123456789\r\n" * 500)
    for arrival in source.fetch(source.uids()):
        assert source.find("INBOX", arrival.raw) == arrival.place


def test_a_place_in_another_account_is_not_touched(mailbox: Any) -> None:
    source: Source = mailbox.open()
    mailbox.arrive(PLAIN)
    place = only_place(source)
    assert source.delete(Place("someone@else.example", place.folder, place.uidvalidity, place.uid)) is False
    assert mailbox.mails("INBOX") == [PLAIN]


def test_an_over_large_mail_comes_cut_to_its_header_with_its_size_on_top(mailbox: Any) -> None:
    source: Source = mailbox.open(max_bytes=2000)
    large = b"From: ylva@enhet.example\r\nSubject: Stort\r\n\r\n" + b"0123456789\r\n" * 500
    for raw in (PLAIN, large, OTHER):
        mailbox.arrive(raw)
    first, second, third = source.fetch(source.uids())
    assert (first.raw, third.raw) == (PLAIN, OTHER)
    head = b"From: ylva@enhet.example\r\nSubject: Stort\r\n\r\n"
    assert second.raw == b"X-Medverkan-Too-Large: %d\r\n" % len(large) + head
    assert source.move(second.place, "Att granska")
    assert mailbox.mails("Att granska") == [large]


def test_a_draft_lies_in_the_drafts_folder(mailbox: Any) -> None:
    source: Source = mailbox.open()
    source.append_draft(PLAIN)
    assert mailbox.mails("Utkast") == [PLAIN]
    assert list(source.uids()) == []


@pytest.mark.parametrize("mailbox", ["memory", *EVERY_SERVER], indirect=True)
def test_a_waiter_returns_when_a_mail_arrives(mailbox: Any) -> None:
    source: Source = mailbox.open()
    assert list(source.uids()) == []
    waiter = in_thread(lambda: source.wait(300))
    mailbox.arrive(PLAIN)
    waiter.join(60)
    assert not waiter.is_alive()
    assert len(source.uids()) == 1


def test_a_waiter_returns_at_once_when_a_mail_came_since_the_last_look(mailbox: Any) -> None:
    source: Source = mailbox.open()
    source.uids()
    mailbox.arrive(PLAIN)
    source.wait(300)
    assert len(source.uids()) == 1


def test_a_waiter_is_woken_from_another_thread(mailbox: Any) -> None:
    source: Source = mailbox.open()
    source.uids()
    waiter = in_thread(lambda: source.wait(300))
    source.wake()
    waiter.join(60)
    assert not waiter.is_alive()


def test_a_waiter_returns_when_its_time_is_up(mailbox: Any) -> None:
    source: Source = mailbox.open()
    source.uids()
    source.wait(0.01)
    assert list(source.uids()) == []


def test_what_the_source_took_away_itself_does_not_end_the_wait(mailbox: Any) -> None:
    source: Source = mailbox.open()
    mailbox.arrive(PLAIN)
    assert source.delete(only_place(source))
    waiter = in_thread(lambda: source.wait(300))
    mailbox.arrive(OTHER)
    waiter.join(60)
    assert [arrival.raw for arrival in source.fetch(source.uids())] == [OTHER]
