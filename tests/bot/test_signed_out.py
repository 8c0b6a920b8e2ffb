"""A server that no longer lets us in is an alarm the same minute; nothing is lost, and it closes itself when mended."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.ports import Source
from medverkan.bot.send import Senders
from medverkan.bot.service import serve
from medverkan.bot.settings import load
from medverkan.mailbox.memory import MemorySender, MemorySource
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Outgoing, Task
from tests.bot.office import FUNCTIONAL, Office

DEAD = LoginRefusedError("Inloggningstjänsten (OAuth) godtar inte appen: client_secret har gått ut (AADSTS7000222).")


class Shut(MemorySender):
    """A submission server that lets nobody in until it is opened."""

    shut = True

    def check(self) -> None:
        if self.shut:
            raise LoginRefusedError("Kontrollera lösenordet.")


class Locked(MemorySource):
    """A mailbox that lets us in, then does not, then does again; and then says so."""

    def __init__(self, *answers: bool, done: Callable[[], None]) -> None:
        super().__init__()
        self.answers, self.done = list(answers), done

    def uidvalidity(self) -> int:
        if self.answers and not self.answers.pop(0):
            raise DEAD
        return super().uidvalidity()

    def wait(self, timeout_s: float) -> None:
        if not self.answers:
            self.done()
            super().wait(timeout_s)


@pytest.fixture
def parts(config: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Parts]:
    monkeypatch.setattr("medverkan.bot.watcher.REFUSED_BACK_OFF_S", 0.01)
    opened = open_parts(load(config))
    yield opened
    opened.close()


def served(parts: Parts, *answers: bool) -> list[Outgoing]:
    """Run the service against a mailbox that answers so; return the letters there were."""

    async def main() -> None:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()

        def done() -> None:
            loop.call_soon_threadsafe(stop.set)

        source: Source = Locked(*answers, done=done)
        await asyncio.wait_for(serve(parts, source, Senders(MemorySender(FUNCTIONAL)), stop), 60)

    asyncio.run(main())
    with parts.store.reading() as books:
        return [one for one in books.outgoing.all() if one.kind == "lead-signed-out"]


def open_alarms(parts: Parts) -> list[Task]:
    with parts.store.reading() as books:
        return [task for task in books.tasks.open_tasks(kinds=["failed"]) if "Inloggningen" in task.note]


def test_a_mailbox_that_no_longer_lets_us_in_is_told_each_lead_once_a_day(parts: Parts) -> None:
    letters = served(parts, True, False, False, False, True)
    assert sorted(letter.to for letter in letters) == ["karin@region.example", "ove@region.example"]
    assert "client_secret har gått ut" in letters[0].text
    assert "[mailbox]" in letters[0].text


def test_the_task_that_tells_of_it_is_closed_when_the_mailbox_lets_us_in_again(parts: Parts) -> None:
    with pytest.raises(LoginRefusedError):
        served(parts, False)
    (task,) = open_alarms(parts)
    assert task.note.startswith("Inloggningen i [mailbox]:")
    served(parts, True)
    assert open_alarms(parts) == []


def test_letters_wait_for_a_server_that_does_not_let_us_in_and_none_is_given_up(office: Office) -> None:
    server = Shut(FUNCTIONAL)
    office.senders = Senders(server, office.external)
    office.write("pia@region.example")
    office.write("siri@post.example", "k:2")
    for _ in range(30):
        office.send()
        office.clock.forward(minutes=6)
    first = next(letter for letter in office.letters() if letter.to == "pia@region.example")
    assert first.state is OutgoingState.WAITING
    assert [to for to, _ in office.external.sent] == ["siri@post.example"]
    alarms = [letter for letter in office.letters() if letter.kind == "lead-signed-out"]
    assert len(alarms) == 2
    assert [task.note.partition(":")[0] for task in office.tasks()] == ["Inloggningen i [outgoing]"]
    server.shut = False
    office.clock.forward(hours=3)
    office.send()
    assert {letter.state for letter in office.letters()} == {OutgoingState.SENT}
    assert office.tasks() == []


def test_the_external_identity_has_an_alarm_of_its_own(office: Office) -> None:
    office.write("siri@post.example")
    office.external.refuse_next(LoginRefusedError("Kontrollera lösenordet."))
    office.send()
    assert sorted(to for to, _ in office.internal.sent) == ["karin@region.example", "ove@region.example"]
    assert office.tasks()[0].note.startswith("Inloggningen i [outgoing.external]:")


def test_a_letter_that_itself_is_refused_is_still_given_up(office: Office) -> None:
    office.write("pia@region.example")
    office.internal.refuse_next(GiveUpError("x"))
    office.send()
    assert office.letter().state is OutgoingState.FAILED
