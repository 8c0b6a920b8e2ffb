"""Sent once by however many workers; once more, and recognisably the same, where the process died in between."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest

from medverkan.bot.send import Senders, send_due
from medverkan.mailbox.memory import MemorySender
from medverkan.mailbox.values import TryLaterError
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.outgoing import CLAIM
from tests.bot.office import FUNCTIONAL, Office, parsed


def test_two_workers_send_everything_exactly_once(office: Office) -> None:
    for number in range(40):
        office.write(f"p{number}@region.example", f"k:{number}")
    start, sent, failures = Barrier(2), [], []

    def work() -> None:
        start.wait()
        try:
            sent.append(office.send())
        except Exception as error:  # noqa: BLE001 - told by the assertion below
            failures.append(error)

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failures == []
    assert sum(sent) == 40
    assert sorted(to for to, _ in office.internal.sent) == sorted(f"p{number}@region.example" for number in range(40))


class PowerCut(BaseException):
    """The process dies."""


class DyingSender(MemorySender):
    """Delivers, and dies before it can say so."""

    def send(self, to: str, raw: bytes) -> None:
        super().send(to, raw)
        raise PowerCut


def test_a_death_between_hand_over_and_record_sends_the_same_letter_once_more(office: Office) -> None:
    # A server cannot be asked whether it took a letter, so here it is at least once, recognisably the same.
    dying = DyingSender(FUNCTIONAL)
    office.write()
    office.senders = Senders(dying)
    with pytest.raises(PowerCut):
        office.send()
    office.senders = Senders(office.internal)
    assert office.send() == 0  # the claim still holds
    office.clock.now += CLAIM
    assert office.send() == 1
    first, second = parsed(dying.sent[0][1]), parsed(office.internal.sent[0][1])
    assert first["Message-ID"] == second["Message-ID"]
    assert office.send() == 0


class SlowSender(MemorySender):
    """Takes so long that the claim runs out and somebody else sends meanwhile."""

    def __init__(self, address: str, meanwhile: Callable[[], None], *, fails: bool) -> None:
        super().__init__(address)
        self._meanwhile, self._fails = meanwhile, fails

    def send(self, to: str, raw: bytes) -> None:
        self._meanwhile()
        if self._fails:
            raise TryLaterError("x")
        super().send(to, raw)


@pytest.mark.parametrize("fails", [True, False])
def test_a_worker_whose_claim_ran_out_changes_nothing_and_goes_on(office: Office, fails: bool) -> None:
    office.write()

    def meanwhile() -> None:
        office.clock.now += CLAIM
        assert send_due(office.parts, Senders(office.internal), office.clock) == 1

    send_due(office.parts, Senders(SlowSender(FUNCTIONAL, meanwhile, fails=fails)), office.clock)
    assert office.letter().state is OutgoingState.SENT
    assert len(office.internal.sent) == 1
    assert office.tasks() == []


def test_a_broken_connection_is_a_server_that_is_away(office: Office) -> None:
    class Broken(MemorySender):
        def send(self, to: str, raw: bytes) -> None:
            raise ConnectionResetError(to)

    office.write("kanarie.mottagare@region.example")
    office.senders = Senders(Broken(FUNCTIONAL))
    assert office.send() == 0
    assert office.letter().state is OutgoingState.WAITING


def test_sending_stops_between_two_letters_when_it_is_told_to(office: Office) -> None:
    for number in range(3):
        office.write(key=f"k:{number}")
    assert send_due(office.parts, office.senders, office.clock, lambda: len(office.internal.sent) == 2) == 2
    assert len(office.internal.sent) == 2
    assert office.send() == 1
