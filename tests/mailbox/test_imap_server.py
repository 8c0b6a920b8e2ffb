"""What only a server can be asked of a Source: flags, drafts, IDLE itself, and a server that goes away."""

from typing import Any

import pytest

from medverkan.mailbox.idle import Bell, idle_round
from medverkan.mailbox.values import TryLaterError
from tests.mailbox.conftest import EVERY_SERVER, ServerMailbox
from tests.mailbox.wire import OTHER, PLAIN, in_thread


def test_fetching_does_not_mark_a_mail_as_read(served: ServerMailbox) -> None:
    source = served.open()
    served.arrive(PLAIN)
    [uid] = [arrival.place.uid for arrival in source.fetch(source.uids())]
    assert b"\\Seen" not in served.flags()[uid]


@pytest.mark.parametrize("served", EVERY_SERVER, indirect=True)
@pytest.mark.parametrize("act", ["move", "delete"])
def test_what_another_program_has_marked_deleted_survives_with_its_mark(served: ServerMailbox, act: str) -> None:
    source = served.open()
    for raw in (PLAIN, OTHER):
        served.arrive(raw)
    first, second = source.fetch(source.uids())
    served.mark_deleted(second.place.uid)
    assert (source.delete(first.place) if act == "delete" else source.move(first.place, "Hanterat")) is True
    assert served.mails("INBOX") == [OTHER]
    assert b"\\Deleted" in served.flags()[second.place.uid]


def test_a_draft_is_marked_as_one(served: ServerMailbox) -> None:
    served.open().append_draft(PLAIN)
    [flags] = served.flags("Utkast").values()
    assert b"\\Draft" in flags


@pytest.mark.parametrize("name", ["Drafts", "utkast"])
def test_an_existing_drafts_folder_is_used(served: ServerMailbox, name: str) -> None:
    served.other.create_folder(name)
    served.open().append_draft(PLAIN)
    assert served.mails(name) == [PLAIN]


def test_idle_ends_when_another_connection_appends(served: ServerMailbox) -> None:
    source = served.open()
    source.uids()
    client = source._client  # type: ignore[attr-defined]

    class Idling:
        """The connection, with a mail arriving the moment that it idles."""

        def idle(self) -> None:
            client.idle()
            served.arrive(PLAIN)

        def __getattr__(self, name: str) -> Any:
            return getattr(client, name)

    bell = Bell()
    assert idle_round(Idling(), bell, 60) is True
    bell.ring()
    assert idle_round(client, bell, 60) is True
    assert bell.rang()
    assert idle_round(client, bell, 0) is False
    bell.close()


def test_the_next_call_connects_again_after_the_server_restarted(served: ServerMailbox) -> None:
    source = served.open()
    source.uids()
    served.stop()
    for _ in range(2):
        with pytest.raises(TryLaterError):
            source.uids()
    served.start()
    assert list(source.uids()) == []


def test_a_waiter_ends_with_try_later_when_the_server_goes(served: ServerMailbox) -> None:
    source = served.open()
    source.uids()
    raised: list[Exception] = []

    def wait() -> None:
        try:
            source.wait(300)
            source.uids()
        except TryLaterError as error:
            raised.append(error)

    waiter = in_thread(wait)
    served.stop()
    source.wake()  # a server without IDLE is only noticed at the next look
    waiter.join(60)
    assert len(raised) == 1
    served.start()
