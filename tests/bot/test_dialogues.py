"""What the lead and the unit write, and what comes of it: dialogues in a small town with real servers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import InvitationState as State
from medverkan.storage.lifecycle import MemberEvent
from tests.bot.town import (
    LEAD,
    UNIT,
    case_of,
    deliveries,
    name_of,
    picked,
    proposal,
    resident,
    states,
    town,
)


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


@pytest.mark.parametrize(
    ("said", "state", "picks"),
    [
        ("JA 1 3", "calling", {1, 3}),
        ("Ja till alla utom 2", "calling", {1, 3, 4}),
        ("NEJ", "closed", set()),
        ("PAUS", "proposed", set()),
        ("Låter bra!", "proposed", set()),
        ("JA 9", "proposed", set()),
        ("", "proposed", set()),
    ],
)
def test_a_reply_to_the_proposal_does_what_it_says_and_nothing_else(
    play: Journey, said: str, state: str, picks: set[int]
) -> None:
    play.answer(proposal(play), said)
    assert case_of(play).state == state
    assert {number for number, now in states(play).items() if now is State.PICKED} == picks


def test_a_no_to_everybody_is_told_to_the_unit_with_organisations_to_ask(play: Journey) -> None:
    play.answer(proposal(play), "Nej, ingen passar tyvärr")
    assert "patient-, brukar- eller anhörigorganisation" in plain_text(play.latest(UNIT[1], "unit-unfilled"))


def test_a_question_goes_to_the_unit_and_its_answer_to_the_lead(play: Journey) -> None:
    play.answer(proposal(play), "FRÅGA Går det att delta digitalt?")
    question = play.latest(UNIT[1], "unit-question")
    assert "Går det att delta digitalt?" in plain_text(question)
    play.answer(question, "Ja, det går utmärkt att vara med på länk.", UNIT)
    assert "det går utmärkt" in plain_text(play.latest(LEAD, "lead-unit-says"))


def test_a_paused_case_rests_until_the_lead_decides(play: Journey) -> None:
    play.answer(proposal(play), "PAUS")
    assert case_of(play).paused
    play.world.clock.forward(days=3)
    play.world.step()
    play.answer(proposal(play), "JA 2")
    assert not case_of(play).paused
    assert states(play)[2] is State.PICKED


def test_more_gives_people_who_were_not_listed_before_and_outdates_the_old_list(play: Journey) -> None:
    old = proposal(play)
    play.answer(old, "FLER")
    play.answer(old, "JA 1")
    assert len(play.letters(LEAD, "lead-outdated")) == 1
    assert State.PICKED not in states(play).values()


def test_the_same_reply_delivered_twice_acts_once(play: Journey) -> None:
    play.serial += 1
    raw = mails.reply(proposal(play), "JA 1 2", cast.LEAD, play.at, play.serial)
    play.send(raw, cast.LEAD)
    play.send(raw, cast.LEAD)
    play.world.step()
    assert len(play.letters(LEAD, "lead-calls")) == 1


def test_different_replies_under_one_message_id_or_none_at_all_are_each_acted_on_and_answered(play: Journey) -> None:
    for words in ("Hm, oklart", "JA 1 2"):
        raw = mails.reply(proposal(play), words, cast.LEAD, play.at, 77)
        play.send(raw, cast.LEAD)
        play.world.step()
    for words in ("1 svarade inte", "2 svarade inte"):
        raw = mails.reply(play.latest(LEAD, "lead-calls"), words, cast.LEAD, play.at, 78)
        play.send(re.sub(rb"(?m)^Message-ID: .*\r\n", b"", raw), cast.LEAD)
        play.world.step()
    assert len(play.letters(LEAD, "lead-unclear")) == 1
    assert len(play.letters(LEAD, "lead-calls")) == 1
    assert len(play.letters(LEAD, "lead-outcomes")) == 2


def test_a_pick_can_be_undone_until_the_call_is_made(play: Journey) -> None:
    picked(play)
    play.answer(proposal(play), "ÅNGRA")
    assert set(states(play).values()) == {State.PROPOSED}
    with play.world.parts.store.reading() as books:
        assert not books.tasks.open_tasks(kinds=["call"])


def test_a_release_can_be_undone_within_ten_minutes_and_nothing_leaves(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=9)
    play.answer(calls, "ÅNGRA")
    play.world.clock.forward(hours=5)
    play.world.step()
    assert deliveries(play) == []
    assert states(play)[1] is State.PICKED
    with play.world.parts.store.reading() as books:
        member = next(one for one in books.members.all() if one.name == name_of(play, 1))
        assert books.consents.live(member.id, "release", case_of(play).id) is None


def test_too_late_an_undo_says_so_and_changes_nothing(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=11)
    play.world.step()
    play.answer(calls, "ÅNGRA")
    assert "för sent" in plain_text(play.latest(LEAD, "lead-echo"))
    assert len(deliveries(play)) == 1


def test_nobody_answering_is_called_again_the_next_working_day(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "Svarade inte")
    with play.world.parts.store.reading() as books:
        task = books.tasks.open_tasks(kinds=["call"])[0]
    assert task.attempts == 1
    assert task.due.astimezone(play.world.parts.settings.zone).strftime("%Y-%m-%d %H:%M") == "2027-02-02 08:00"


def test_a_yes_without_leave_to_hand_over_details_releases_nothing(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "Hon vill gärna vara med, men vill inte att vi lämnar ut hennes nummer än")
    play.world.clock.forward(days=1)
    play.world.step()
    assert deliveries(play) == []
    assert states(play)[1] is State.CALL_AGAIN


def test_when_everybody_declines_the_lead_is_asked_about_the_next(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "båda tackade nej")
    reserves = play.latest(LEAD, "lead-reserves")
    assert name_of(play, 3) in plain_text(reserves)
    play.answer(reserves, "NEJ")
    assert case_of(play).state == "closed"
    assert play.latest(UNIT[1], "unit-unfilled")


def test_fewer_than_wanted_is_enough_when_the_lead_says_so(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "1 ja, uppgifterna får lämnas. 2 tackade nej.")
    assert case_of(play).state == "calling"
    play.answer(play.latest(LEAD, "lead-reserves"), "NEJ")
    play.world.clock.forward(minutes=15)
    play.world.step()
    assert case_of(play).state == "delivered"
    assert len(deliveries(play)) == 1


def test_the_lead_is_told_how_to_answer_when_the_calls_are_unclear(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "Hon verkade positiv")
    assert "Jag har inte gjort något" in plain_text(play.latest(LEAD, "lead-unclear"))
    assert set(states(play).values()) <= {State.PICKED, State.PROPOSED}


def test_a_new_resident_who_says_no_rests_from_matching_at_once(tmp_path: Path) -> None:
    with town(tmp_path, (resident("Asta", "Kvist", "070-174 06 31"),)) as play:
        play.answer(play.latest(LEAD, "lead-new-registration"), "nej han vill inte")
        with play.world.parts.store.reading() as books:
            [member] = books.members.all()
            assert member.status == "restricted"
            assert books.consents.live(member.id, "matching") is None
            assert books.tasks.open_tasks(kinds=["introduction"]) == []
            assert len(books.tasks.open_tasks(kinds=["rights"])) == 1
        assert "är nu spärrad" in plain_text(play.latest(LEAD, "lead-echo"))


def test_an_undo_tells_whether_anything_has_left(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "ÅNGRA")
    assert "inga kontaktuppgifter har lämnats ut" in plain_text(play.latest(LEAD, "lead-echo"))
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=15)
    play.world.step()
    play.answer(calls, "2 ja, uppgifterna får lämnas")
    play.answer(calls, "Ångra!")
    told = plain_text(play.latest(LEAD, "lead-echo"))
    assert f"Inget har lämnats ut om {name_of(play, 2)}" in told
    assert f"för sent att ångra: uppgifterna om {name_of(play, 1)}" in told
    assert "be dem radera uppgifterna" in told


def test_a_new_resident_phoned_is_off_the_list(tmp_path: Path) -> None:
    with town(tmp_path, (resident("Asta", "Kvist", "070-174 06 31"),)) as play:
        letter = play.latest(LEAD, "lead-new-registration")
        play.answer(letter, "Svarade inte")
        with play.world.parts.store.reading() as books:
            assert books.tasks.open_tasks(kinds=["introduction"])[0].attempts == 1
        play.answer(letter, "Jag ska ringa")
        with play.world.parts.store.reading() as books:
            assert books.tasks.open_tasks(kinds=["introduction"])
        play.answer(letter, "Ringt, mötet är bokat")
        with play.world.parts.store.reading() as books:
            assert books.tasks.open_tasks(kinds=["introduction"]) == []
            assert next(books.members.all()).status == "called"


def test_an_incomplete_request_is_asked_about_and_reminded_once(tmp_path: Path) -> None:
    form = tuple(row for row in cast.HOME_CARE_FORM if row[0] not in ("Syfte och mål", "Antal personer"))
    with town(tmp_path, form=form) as play:
        assert case_of(play).state == "incomplete"
        question = play.latest(UNIT[1], "unit-received")
        play.world.clock.forward(days=4)
        play.world.step()
        play.world.clock.forward(days=4)
        play.world.step()
        assert len(play.letters(UNIT[1], "unit-unanswered")) == 1
        play.answer(question, "Syfte och mål: Bättre kontinuitet\nAntal personer: 2", UNIT)
        assert case_of(play).state == "proposed"
        assert case_of(play).people_wanted == 2


def test_nobody_who_fits_is_an_answer_with_organisations(tmp_path: Path) -> None:
    strangers = (resident("Asta", "Kvist", "070-174 06 31", **{"Vad har du erfarenhet av?": "Pollenallergi."}),)
    with town(tmp_path, strangers) as play:
        letter = play.latest(LEAD, "lead-proposal")
        assert "organisation" in plain_text(letter)
        assert states(play) == {}


def test_feedback_is_asked_for_after_seven_and_thirty_days_and_never_more(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.answer(play.latest(LEAD, "lead-reserves"), "NEJ")
    for _ in range(95):
        play.world.clock.forward(days=1)
        play.world.step()
    assert len(play.letters(UNIT[1], "unit-feedback")) == 2
    assert case_of(play).state == "held"
    assert "Återkoppling saknas" in plain_text(play.latest(LEAD, "lead-day"))


def test_a_no_while_the_letter_waits_stops_the_release(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "båda tackade ja och uppgifterna får lämnas")
    assert case_of(play).state == "delivered"
    play.answer(calls, "1 ringde tillbaka och tackade nej")
    play.world.clock.forward(days=1)
    play.world.step()
    assert states(play)[1] is State.DECLINED
    assert case_of(play).state == "calling"
    told = "".join(plain_text(one) for one in deliveries(play))
    assert name_of(play, 1) not in told
    assert name_of(play, 2) in told


def test_a_no_after_the_letter_has_left_is_recorded_and_the_lead_is_to_phone_the_unit(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=15)
    play.world.step()
    play.answer(calls, "1 tackade nej")
    assert "har redan fått kontaktuppgifterna" in plain_text(play.latest(LEAD, "lead-outcomes"))
    assert states(play)[1] is State.DECLINED


def test_telling_an_outcome_again_loses_nothing_of_the_rest(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.answer(calls, "1 ja, 2 tackade nej")
    assert (states(play)[1], states(play)[2]) == (State.RELEASED, State.DECLINED)
    play.answer(calls, "2 ja, och uppgifterna får lämnas")
    assert states(play)[2] in (State.ACCEPTED, State.RELEASED)


def test_after_more_the_first_people_can_still_be_picked_by_number(play: Journey) -> None:
    play.answer(proposal(play), "FLER")
    play.answer(proposal(play), "JA 2")
    assert states(play)[2] is State.PICKED


@pytest.mark.parametrize(("said", "kind"), [("FLER", "lead-proposal"), ("FRÅGA Finns det parkering?", "unit-question")])
def test_the_call_list_takes_the_words_of_the_proposal_too(play: Journey, said: str, kind: str) -> None:
    calls = picked(play, "JA 1")
    to = LEAD if kind.startswith("lead") else UNIT[1]
    before = len(play.letters(to, kind))
    play.answer(calls, said)
    assert len(play.letters(to, kind)) == before + 1


def test_a_request_that_changes_is_matched_anew_and_the_old_list_is_outdated(play: Journey) -> None:
    old = proposal(play)
    before = {name: number for number, name, _ in play.people(case_of(play))}
    play.answer(play.latest(UNIT[1], "unit-received"), "Antal personer: 3", UNIT)
    assert case_of(play).people_wanted == 3
    assert "Verksamheten har ändrat" in plain_text(proposal(play))
    assert {name: number for number, name, _ in play.people(case_of(play))} == before
    play.answer(old, "JA 1")
    assert State.PICKED not in states(play).values()
    play.answer(proposal(play), "JA 1")
    assert states(play)[1] is State.PICKED


def test_what_a_participant_answers_is_put_before_the_lead_who_phones(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(days=1)
    play.world.step()
    with play.world.parts.store.reading() as books:
        address = next(str(one.fields["email"]) for one in books.members.all() if one.name == name_of(play, 1))
    letter = play.latest(address, "participant-assignment")
    play.answer(letter, "Jag undrar var jag kan parkera.", ("", address))
    assert "var jag kan parkera" in plain_text(play.latest(LEAD, "lead-participant-says"))
    with play.world.parts.store.reading() as books:
        assert books.tasks.open_tasks(kinds=["contact"])


def test_a_rest_ends_by_itself_the_day_after(play: Journey) -> None:
    store, day = play.world.parts.store, play.at.date()
    with store.transaction() as books:
        member = books.members.move(next(books.members.all()), MemberEvent.RESTS, day)
    play.world.step()
    play.world.clock.forward(days=1)
    play.world.step()
    with store.reading() as books:
        after = books.members.get(member.id)
    assert after
    assert after.status == "active"
