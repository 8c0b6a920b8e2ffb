"""A right asked for by mail is the lead's task within the month, told at once; nothing is ever sent out by itself."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.bot.rights.asked import month_after
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import MailState, MemberStatus
from medverkan.storage.values import Task
from tests.bot.town import LEAD, town, write

ASTA = ("Asta Kvist", "asta@post.example")
STRANGER = ("Rut Ask", "rut.ask@hemma.example")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def tasks(play: Journey) -> list[Task]:
    with play.world.parts.store.reading() as books:
        return books.tasks.open_tasks(kinds=["rights"])


def test_who_wants_to_know_is_a_task_within_the_month_and_the_lead_knows_at_once(play: Journey) -> None:
    write(play, ASTA, "Hej, jag vill veta vad ni har för uppgifter om mig.")
    (task,) = tasks(play)
    assert task.note == "utdrag"
    assert (task.due.astimezone(play.world.parts.settings.zone).date() - play.at.date()).days <= 28
    told = play.latest(LEAD, "lead-put-aside", "Brådskande")
    assert "ett utdrag för M-0001 (members export)" in plain_text(told)
    assert play.world.letters(ASTA[1]) == []
    with play.world.parts.store.reading() as books:
        assert books.mails.count(MailState.ASIDE) == 1
        member = books.members.get(task.member_id or "")
        assert member
        assert member.status is not MemberStatus.RESTRICTED


def test_a_stranger_who_asks_is_a_task_too(play: Journey) -> None:
    write(play, STRANGER, "Jag begär ett registerutdrag.")
    (task,) = tasks(play)
    assert task.member_id is None
    assert task.mail_id
    assert "finns inte i registret" in plain_text(play.latest(LEAD, "lead-put-aside", "Brådskande"))


def test_who_has_moved_is_put_right_by_the_lead(play: Journey) -> None:
    write(play, ASTA, "Hej! Jag har flyttat och fått ny adress: Lövstigen 4 i Nybro.")
    (task,) = tasks(play)
    assert task.note == "rättelse"


def test_who_wants_their_details_left_alone_is_restricted_at_once(play: Journey) -> None:
    write(play, ASTA, "Kan ni begränsa behandlingen av mina uppgifter tills vidare?")
    (task,) = tasks(play)
    with play.world.parts.store.reading() as books:
        member = books.members.get(task.member_id or "")
    assert member
    assert member.status is MemberStatus.RESTRICTED


def test_a_stranger_who_wants_to_be_erased_is_a_task_too(play: Journey) -> None:
    write(play, STRANGER, "Ta bort mig ur Intressebanken.")
    (task,) = tasks(play)
    assert task.note == "radering"


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        (date(2027, 2, 1), date(2027, 3, 1)),
        (date(2027, 1, 31), date(2027, 2, 26)),  # the 28th is a Sunday
        (date(2026, 11, 24), date(2026, 12, 23)),  # Christmas Eve, and its eve is a working day
        (date(2026, 12, 10), date(2027, 1, 8)),
    ],
)
def test_a_month_is_never_longer_than_a_month(asked: date, answered: date) -> None:
    assert month_after(asked) == answered
