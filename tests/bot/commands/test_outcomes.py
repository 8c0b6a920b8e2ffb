"""How a task went, told by command: the same comes of it as of a reply."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from medverkan.bot.commands import settling
from medverkan.bot.demo.journey import Journey
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import InvitationState as State
from medverkan.storage.lifecycle import MemberEvent
from medverkan.storage.values import Member, Task
from tests.bot.town import LEAD, case_of, deliveries, name_of, picked, states, town


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def tell(play: Journey, number: str, said: str) -> str:
    """Tell how a task went at the town's clock; return what is said back."""
    told = settling.tell_outcome(play.world.parts, number, said, play.world.clock())
    play.world.step()
    return told.text


def tasks(play: Journey, kind: str) -> list[Task]:
    with play.world.parts.store.reading() as books:
        return books.tasks.open_tasks(kinds=[kind])


def call_to(play: Journey, number: int) -> Task:
    """Return the call to that number on the call list."""
    with play.world.parts.store.reading() as books:
        invitation = next(one for one in books.invitations.of(case_of(play)) if one.number == number)
        return books.tasks.open_tasks(kinds=["call"], member_id=invitation.member_id)[0]


def anybody(play: Journey, kind: str) -> tuple[Task, Member]:
    with play.world.parts.store.reading() as books:
        task = books.tasks.open_tasks(kinds=[kind])[0]
        member = books.members.get(task.member_id or "")
        assert member
        return task, member


@pytest.mark.parametrize(
    ("said", "answer", "state"),
    [
        ("ja", "tackade ja, och kontaktuppgifterna får lämnas till verksamheten.", State.RELEASED),
        ("Ja, hon vill och uppgifterna får lämnas", "tackade ja", State.RELEASED),
        ("nej", "tackade nej.", State.DECLINED),
        ("svarade inte", "svarade inte.", State.NO_ANSWER),
        ("ring igen", "ska ringas igen.", State.CALL_AGAIN),
        ("telefonsvarare", "svarade inte.", State.NO_ANSWER),
        ("trevlig person", "Hur gick samtalet?", State.PICKED),
        ("bokat 15 februari kl 13", "Hur gick samtalet?", State.PICKED),
        ("", "Hur gick samtalet?", State.PICKED),
    ],
)
def test_a_call_told_by_command_ends_as_by_reply(play: Journey, said: str, answer: str, state: State) -> None:
    picked(play, "JA 1 2")
    assert answer in tell(play, call_to(play, 1).number.lower(), said)
    assert states(play)[1] is state


def test_a_yes_by_command_is_delivered_and_recorded_as_told_by_hand(play: Journey) -> None:
    picked(play, "JA 1 2")
    told = tell(play, call_to(play, 2).number, "ja")
    assert "skickas tidigast om 10 minuter" in told
    play.world.clock.forward(minutes=11)
    play.world.step()
    assert len(deliveries(play)) == 1
    with play.world.parts.store.reading() as books:
        events = [event for event in books.audit.of(request_id=case_of(play).id) if event.what == "call-accepted"]
    assert [event.who for event in events] == ["operator"]


def test_a_no_by_command_puts_a_reserve_before_the_lead(play: Journey) -> None:
    picked(play, "JA 1 2")
    assert "Det saknas 1 person. Jag skickar reserver" in tell(play, call_to(play, 1).number, "nej")
    assert name_of(play, 3) in plain_text(play.latest(LEAD, "lead-reserves"))


def test_a_call_in_vain_is_to_be_made_on_another_day_and_at_another_time(play: Journey) -> None:
    picked(play, "JA 1 2")
    before = call_to(play, 1)
    tell(play, before.number, "svarade inte")
    after = call_to(play, 1)
    assert (after.number, after.attempts) == (before.number, 1)
    assert after.due.date() == play.world.clock().date() + timedelta(days=1)
    play.answer(play.latest(LEAD, "lead-calls"), "2 svarade inte")
    told = plain_text(play.latest(LEAD, "lead-outcomes"))
    assert "Ring helst: i morgon klockan 13 till 15" in told
    assert "Ringt utan svar: måndag 1 februari kl. 9.12" in told


def test_who_asks_to_be_called_on_a_day_is_on_the_list_that_day(play: Journey) -> None:
    picked(play, "JA 1 2")
    tell(play, call_to(play, 1).number, "ring igen på torsdag")
    assert call_to(play, 1).due.date() == date(2027, 2, 4)


def test_after_three_calls_in_vain_somebody_else_is_suggested_and_the_lead_decides(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    for _ in range(3):
        play.answer(calls, "1 svarade inte")
        play.world.clock.forward(days=1)
    assert "Dags att fråga någon annan? Svara i så fall 1 nej" in plain_text(play.latest(LEAD, "lead-outcomes"))
    assert states(play)[1] is State.NO_ANSWER


def test_an_introduction_is_booked_by_command_and_the_file_comes_by_mail(play: Journey) -> None:
    task, member = anybody(play, "introduction")
    told = tell(play, task.number, "bokat 2027-02-15 13:00")
    assert f"introduktion med {member.name} måndag 15 februari 2027 kl. 13.00." in told
    assert [part.filename for part in play.latest(LEAD, "lead-echo").parts if part.filename] == ["mote.ics"]
    meeting, _ = anybody(play, "meeting")
    play.world.clock.forward(days=15)
    assert "är nu aktiv" in tell(play, meeting.number, "genomfört")


@pytest.mark.parametrize(
    ("said", "answer", "status", "left"),
    [
        ("fortsätter", "fortsätter som förut", "active", 0),
        ("ja", "fortsätter som förut", "active", 0),
        ("vilar till 1 mars", "vilar till och med måndag 1 mars 2027", "resting", 0),
        ("vill sluta", "är nu spärrad", "restricted", 0),
        ("svarade inte", "svarade inte", "active", 1),
        ("nej", "Vill personen vara kvar", "active", 1),
        ("vilar", "Till vilken dag", "active", 1),
    ],
)
def test_a_follow_up_call_is_told_by_command(play: Journey, said: str, answer: str, status: str, left: int) -> None:
    with play.world.parts.store.transaction() as books:
        member = next(books.members.all())
        books.members.move(member, MemberEvent.ACTIVATED)
        for one in books.tasks.open_tasks(member_id=member.id):
            books.tasks.done(one, play.world.clock())
        task = books.tasks.add("follow_up", "follow_up:1", play.world.clock(), member_id=member.id)
    assert answer in tell(play, task.number, said)
    with play.world.parts.store.reading() as books:
        now = books.members.get(member.id)
        assert now
        assert now.status == status
    assert len(tasks(play, "follow_up")) == left


def test_a_follow_up_is_told_of_beside_a_meeting_that_waits(play: Journey) -> None:
    with play.world.parts.store.transaction() as books:
        member = next(books.members.all())
        books.members.move(member, MemberEvent.ACTIVATED)
        task = books.tasks.add("follow_up", "follow_up:1", play.world.clock(), member_id=member.id)
    assert "fortsätter som förut" in tell(play, task.number, "ja")
    assert len(tasks(play, "introduction")) == 4


def test_what_has_no_outcome_says_so(play: Journey) -> None:
    with pytest.raises(SettingsError, match=r"svara på förslaget\) har inget utfall"):
        tell(play, tasks(play, "decide")[0].number, "ja")
    with pytest.raises(SettingsError, match="ingen öppen uppgift T-0999"):
        tell(play, "T-0999", "ja")


def test_nobody_is_called_who_is_restricted(play: Journey) -> None:
    task, member = anybody(play, "introduction")
    with play.world.parts.store.transaction() as books:
        books.members.move(member, MemberEvent.RESTRICTED)
    with pytest.raises(SettingsError, match="personen är spärrad"):
        tell(play, task.number, "ja")


@pytest.mark.parametrize("said", ["Berit tackade ja", "7 ja", "1 ja, 7 nej", "Berit ja, resten svarade inte"])
def test_an_outcome_for_somebody_who_is_not_on_the_list_is_asked_about(play: Journey, said: str) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, said)
    assert play.letters(LEAD, "lead-unclear")
    assert {number: state for number, state in states(play).items() if number < 3} == {1: State.PICKED, 2: State.PICKED}
