"""A press, and a process that dies in the middle of it: it has happened wholly or not at all, and comes again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from medverkan.storage.lifecycle import InvitationState
from tests.bot.chat.room import Room, room
from tests.bot.town import LEAD, case_of

I = InvitationState  # noqa: E741 - as in storage/lifecycle.py
FURTHER = 7  # each so many statements further on; a prime, so that no kind of statement is always stepped over


class Killed(BaseException):
    """The process is no more."""


@contextmanager
def dying_after(here: Room, statements: int) -> Iterator[list[str]]:
    """Let the process die before that statement to the database, or at the commit; yield what was asked of it."""
    asked: list[str] = []

    def before(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        asked.append(statement)
        if len(asked) > statements:
            raise Killed

    def commit(_connection: Any) -> None:
        if len(asked) >= statements:
            raise Killed

    engine = here.world.parts.store.engine
    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "commit", commit)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", before)
        event.remove(engine, "commit", commit)


@pytest.mark.parametrize(
    ("first", "said", "one", "letter"),
    [
        ("/hjalp", "[Gruppen: 1 och 2]", I.PICKED, "lead-calls"),
        ("[Gruppen: 1 och 2]", "[1 Ja]", I.ACCEPTED, "lead-outcomes"),
    ],
)
def test_a_press_happens_wholly_or_not_at_all_wherever_the_process_dies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str, said: str, one: InvitationState, letter: str
) -> None:
    with room(tmp_path, monkeypatch) as here:
        here.say(first)
        before, press = here.states(), here.came(said)
        lives = 0
        while True:
            with dying_after(here, 1 + FURTHER * lives) as asked:
                try:
                    here.talk.take(press)
                    break
                except Killed:
                    lives += 1
            assert here.states() == before
            with here.world.parts.store.reading() as books:
                found = books.chats.press(press.press, LEAD, here.world.clock())
            assert found
            assert found[1]
        assert lives > 5
        assert len(asked) > FURTHER
        assert here.states()[1] is one
        here.world.step()
        here.hear(press, press)
        assert len(here.play.letters(LEAD, letter)) == 1
        with here.world.parts.store.reading() as books:
            events = [event.what for event in books.audit.of(request_id=case_of(here.play).id)]
        assert events.count("chat-answer") == (1 if first == "/hjalp" else 2)
