"""A lead answers the morning's list by number: tasks are ticked off, calls noted, cases ended; each is said back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.lifecycle import InvitationState, MeetingState, RequestState
from medverkan.storage.values import Task
from tests.bot.town import LEAD, UNIT, case_of, deliveries, name_of, picked, states, town


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def waiting(play: Journey, *kinds: str) -> list[Task]:
    with play.world.parts.store.reading() as books:
        return books.tasks.open_tasks(kinds=kinds)


def morning(play: Journey, days: int = 10) -> Letter:
    """Let working days go by; return the newest list of what waits."""
    play.world.clock.now += timedelta(days=days)
    play.world.step()
    return play.latest(LEAD, "lead-day")


def said_back(play: Journey) -> str:
    return plain_text(play.latest(LEAD, "lead-echo"))


def test_what_is_done_is_ticked_off_and_how_a_call_went_is_noted(play: Journey) -> None:
    picked(play)
    letter = morning(play)
    call, *_ = waiting(play, "call")
    introduction, *_ = waiting(play, "introduction")
    play.answer(letter, f"{call.number} svarade inte\n{introduction.number} ringt, bokar möte senare")
    with play.world.parts.store.reading() as books:
        [attempt] = books.tasks.calls(call.member_id or "", call.request_id)
    assert (attempt.outcome, attempt.by) == ("no_answer", LEAD)
    day, own = (plain_text(one) for one in play.letters(LEAD, "lead-echo")[-2:])
    assert call.number in day + own
    assert "är uppringd" in day + own
    assert introduction.number in day + own


def test_a_task_of_no_call_is_ticked_off_in_the_leads_name(play: Journey) -> None:
    with play.world.parts.store.transaction() as books:
        task = books.tasks.add("failed", "a key", play.world.clock(), note="Något gick inte.")
    play.answer(morning(play, 1), f"{task.number} klart")
    assert waiting(play, "failed") == []
    assert f"{task.number}: avbockad." in said_back(play)


def test_what_settles_itself_is_not_ticked_off(play: Journey) -> None:
    letter = morning(play)
    decide, *_ = waiting(play, "decide")
    play.answer(letter, f"{decide.number} klart")
    assert decide in waiting(play, "decide")
    assert "svara på förslaget" in said_back(play)


def test_a_case_is_ended_by_its_number_and_only_where_that_is_plain(play: Journey) -> None:
    number = case_of(play).number
    letter = morning(play)
    play.answer(letter, f"{number} ska den avslutas?")
    assert case_of(play).state is RequestState.PROPOSED
    assert f"avsluta {number}" in said_back(play)
    play.answer(letter, f"Avsluta {number}")
    assert case_of(play).state is RequestState.WITHDRAWN


def test_how_a_case_stands_comes_in_a_letter_that_can_be_answered(play: Journey) -> None:
    number = case_of(play).number
    play.answer(morning(play), f"läget {number}")
    play.answer(play.latest(LEAD, "lead-status"), "JA 1")
    assert case_of(play).state is RequestState.CALLING
    play.answer(morning(play), f"{number} läget?")
    play.answer(play.latest(LEAD, "lead-status"), "1 ja")
    assert states(play)[1] in (InvitationState.ACCEPTED, InvitationState.RELEASED)


def test_a_case_is_decided_on_by_its_number_or_by_the_task_that_asks(play: Journey) -> None:
    decide, *_ = waiting(play, "decide")
    play.answer(morning(play), f"{decide.number} JA 1")
    assert states(play)[1] is InvitationState.PICKED
    number = case_of(play).number
    play.answer(morning(play), f"{number} 1 ja")
    assert states(play)[1] in (InvitationState.ACCEPTED, InvitationState.RELEASED)


def test_a_yes_by_number_is_taken_back_by_number(play: Journey) -> None:
    picked(play)
    call, *_ = waiting(play, "call")
    letter = morning(play)
    play.answer(letter, f"{call.number} ja, uppgifterna får lämnas")
    assert deliveries(play) == []
    play.answer(letter, f"ångra {case_of(play).number}")
    play.world.clock.now += timedelta(hours=1)
    play.world.step()
    assert deliveries(play) == []


@pytest.mark.parametrize("words", ["{} ska avslutas?", "Kan ärendet {} avslutas?", "Ska jag avsluta {}?"])
def test_a_question_ends_nothing(play: Journey, words: str) -> None:
    play.answer(morning(play), words.format(case_of(play).number))
    assert case_of(play).state is RequestState.PROPOSED


def test_what_waits_about_a_person_is_meant_by_the_number_that_was_named(play: Journey) -> None:
    letter = morning(play)
    introduction, *_ = waiting(play, "introduction")
    play.answer(letter, f"{introduction.number}\nbokat 22 februari kl. 13 på biblioteket")
    play.answer(letter, f"{introduction.number} inställt, hon är sjuk")
    with play.world.parts.store.reading() as books:
        meetings = books.meetings.of_member(introduction.member_id or "")
    assert [meeting.state for meeting in meetings] == [MeetingState.CANCELLED]
    echo = play.letters(LEAD, "lead-echo")[-1]
    assert [part.content_type for part in echo.parts if not part.inline] == ["text/calendar"]


def test_words_without_a_number_are_answered_and_made_a_task(play: Journey) -> None:
    play.answer(morning(play), "Jag ringer dem i morgon.")
    assert len(waiting(play, "review")) == 1


def test_a_number_that_is_nobodys_is_said_back(play: Journey) -> None:
    play.answer(morning(play), "T-9999 klart\nF-2020-0001 avsluta")
    assert "ingen sådan uppgift" in said_back(play)
    assert "inget sådant ärende" in said_back(play)


def test_somebody_else_ticks_off_nothing(play: Journey) -> None:
    with play.world.parts.store.transaction() as books:
        task = books.tasks.add("failed", "a key", play.world.clock(), note="Något gick inte.")
    play.answer(morning(play, 1), f"{task.number} klart", vouched=False)
    assert waiting(play, "failed")


def test_who_changes_their_mind_after_the_details_have_left_takes_part_in_nothing_more(play: Journey) -> None:
    play.answer(picked(play), "1 ja, 2 nej")
    play.world.clock.now += timedelta(hours=1)
    play.world.step()
    assert states(play)[1] is InvitationState.RELEASED
    play.answer(play.latest(LEAD, "lead-calls"), "1 har ändrat sig och tackar nej")
    assert states(play)[1] is InvitationState.DECLINED
    assert "skriver jag till verksamheten" in plain_text(play.latest(LEAD, "lead-outcomes"))
    play.world.clock.now += timedelta(days=60)
    play.world.step()
    assert waiting(play, "fee") == []


def test_a_letter_that_names_a_task_is_answered_with_its_number(play: Journey) -> None:
    stranger = ("Ove Okänd", "ove@okand.example")
    mail = play.new_mail(stranger, "Ett lås")
    mail.set_content("Kan ni hjälpa mig med mitt lås?")
    play.send(bytes(mail), stranger)
    play.world.step()
    letter = play.latest(LEAD, "lead-put-aside")
    [task] = waiting(play, "review")
    assert f"{task.number} klart" in plain_text(letter)
    play.answer(letter, "Klart!")
    assert waiting(play, "review") == []
    assert f"{task.number}: avbockad." in said_back(play)


def test_a_case_is_ended_in_answer_to_the_units_own_words_and_why_may_be_told(play: Journey) -> None:
    play.answer(play.latest(UNIT[1], "unit-received"), "Vi behöver tyvärr ställa in uppdraget.", UNIT)
    letter = play.latest(LEAD, "lead-unit-says")
    number = case_of(play).number
    assert f"AVSLUTA {number}" in plain_text(letter)
    play.answer(letter, f"Avsluta {number}, det blir inte av.")
    assert case_of(play).state is RequestState.WITHDRAWN
    assert f"{number}: avslutat" in said_back(play)


def test_a_new_day_is_put_in_by_mail(play: Journey) -> None:
    picked(play)
    number = case_of(play).number
    play.answer(play.latest(LEAD, "lead-calls"), f"{number} ny dag: 25 mars 2027 kl. 13-15")
    assert str(case_of(play).date_start) == "2027-03-25"
    assert "är nu torsdag 25 mars 2027" in said_back(play)
    play.answer(play.latest(LEAD, "lead-calls"), f"{number} ny dag: 25 mars 2020")
    assert str(case_of(play).date_start) == "2027-03-25"


def written(play: Journey, words: str) -> Task:
    """Let the participant who is coming write, when it is near; return the task that it makes."""
    play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(hours=1)
    play.world.step()
    with play.world.parts.store.reading() as books:
        address = next(str(one.fields["email"]) for one in books.members.all() if one.name == name_of(play, 1))
    day = case_of(play).date_start
    assert day
    play.world.clock.now += day - play.world.clock.now.date() - timedelta(days=2)
    play.world.step()
    play.answer(play.latest(address, "participant-assignment"), words, ("", address))
    [task] = [one for one in waiting(play, "contact") if one.request_id == case_of(play).id]
    return task


def test_a_late_cancellation_is_written_to_the_unit_at_the_leads_word(play: Journey) -> None:
    task = written(play, "Jag har blivit sjuk och kan inte komma på tisdag.")
    letter = play.latest(LEAD, "lead-participant-says")
    assert "Svara AVBOKA" in plain_text(letter)
    assert play.letters(UNIT[1], "unit-cannot-come") == []
    play.answer(letter, "Hej! \n\nAvboka, tack\n\nKarin")
    [told] = play.letters(UNIT[1], "unit-cannot-come")
    assert name_of(play, 1).split()[0] in plain_text(told)
    assert "Radera de kontaktuppgifter" in plain_text(told)
    assert states(play)[1] is InvitationState.DECLINED
    assert waiting(play, "contact") == []
    assert "Jag har skrivit det till verksamheten" in said_back(play)
    play.answer(letter, f"{task.number} avboka")
    assert len(play.letters(UNIT[1], "unit-cannot-come")) == 1


def test_who_wants_out_of_it_all_is_restricted_at_the_leads_word(play: Journey) -> None:
    task = written(play, "Jag vill inte vara med på det här ändå.")
    play.answer(play.latest(LEAD, "lead-participant-says"), f"{task.number} vill sluta")
    with play.world.parts.store.reading() as books:
        member = books.members.get(task.member_id or "")
    assert member
    assert member.status == "restricted"


def test_a_no_by_number_is_taken_in_answer_to_the_very_letter_that_names_it(play: Journey) -> None:
    task = written(play, "Jag kan inte komma, mamma har ramlat.")
    play.answer(play.latest(LEAD, "lead-participant-says"), f"{task.number} tackar nej\n\nHälsningar\nKarin")
    assert states(play)[1] is InvitationState.DECLINED
    assert waiting(play, "contact") == []
    assert play.letters(LEAD, "lead-unclear") == []


@pytest.mark.parametrize("words", ["läget", "Läget?", "status"])
def test_how_a_case_stands_is_told_in_answer_to_its_calls(play: Journey, words: str) -> None:
    play.answer(picked(play), words)
    assert len(play.letters(LEAD, "lead-status")) == 1
    assert play.letters(LEAD, "lead-unclear") == []
