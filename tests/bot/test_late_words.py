"""Words that come late, again, or from somebody who is seldom heard: none may be lost, or do more than they say."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.close import end_by_hand
from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.post import Desk
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import InvitationState as State
from tests.bot.town import LEAD, UNIT, case_of, deliveries, name_of, picked, proposal, states, town


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def address_of(play: Journey, number: int) -> str:
    with play.world.parts.store.reading() as books:
        return next(str(one.fields["email"]) for one in books.members.all() if one.name == name_of(play, number))


def test_a_short_answer_from_the_unit_that_quotes_our_receipt_reaches_the_lead(play: Journey) -> None:
    play.answer(play.latest(UNIT[1], "unit-received"), "Tack, hiss finns i huset.", UNIT)
    assert "hiss finns" in plain_text(play.latest(LEAD, "lead-unit-says"))


def test_who_declines_one_assignment_stays_in_the_register(play: Journey) -> None:
    play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(days=1)
    play.world.step()
    address = address_of(play, 1)
    letter = play.latest(address, "participant-assignment")
    play.answer(letter, "Jag vill inte vara med på just det här ändå, men gärna en annan gång.", ("", address))
    assert "gärna en annan gång" in plain_text(play.latest(LEAD, "lead-participant-says"))
    with play.world.parts.store.reading() as books:
        assert all(member.status != "restricted" for member in books.members.all())
    play.answer(letter, "Ta bort mig ur registret.", ("", address))
    with play.world.parts.store.reading() as books:
        assert [str(member.status) for member in books.members.all()].count("restricted") == 1


def test_a_late_yes_is_delivered_too(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "1 ja, uppgifterna får lämnas. 2 tackade nej.")
    play.answer(play.latest(LEAD, "lead-reserves"), "NEJ")
    play.world.clock.forward(hours=1)
    play.world.step()
    assert case_of(play).state == "delivered"
    play.answer(calls, "2 ja, uppgifterna får lämnas")
    play.world.clock.forward(hours=1)
    play.world.step()
    assert len(deliveries(play)) == 2


def test_no_forgotten_question_keeps_a_case_open(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "1 ja, uppgifterna får lämnas. 2 tackade nej.")
    play.answer(calls, "2 ja, uppgifterna får lämnas")
    play.world.clock.forward(hours=1)
    play.world.step()
    with play.world.parts.store.reading() as books:
        assert books.tasks.open_tasks(kinds=["decide"], request_id=case_of(play).id) == []


def test_outcomes_wake_a_case_that_rests(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "PAUS")
    assert case_of(play).paused
    play.answer(calls, "1 svarade inte")
    assert not case_of(play).paused


def test_reserves_come_from_every_list_of_the_case(play: Journey) -> None:
    play.answer(proposal(play), "FLER")
    play.answer(proposal(play), "JA 1 2")
    play.answer(play.latest(LEAD, "lead-calls"), "båda tackade nej")
    assert name_of(play, 3) in plain_text(play.latest(LEAD, "lead-reserves"))
    assert len(play.letters(LEAD, "lead-proposal")) == 2


def test_a_form_sent_again_as_an_answer_opens_no_second_case(play: Journey) -> None:
    play.serial += 1
    letter = play.latest(UNIT[1], "unit-received")
    message = mails.mail(UNIT, f"SV: {letter.subject}", play.at, play.serial)
    message["In-Reply-To"] = letter.message_id
    changed = tuple((label, "3" if label == "Antal personer" else value) for label, value in cast.HOME_CARE_FORM)
    play.send(mails.in_body(message, changed), UNIT)
    play.world.step()
    with play.world.parts.store.reading() as books:
        assert [(one.number, one.people_wanted) for one in books.requests.in_state()] == [(case_of(play).number, 3)]
    assert State.PICKED not in states(play).values()


@pytest.mark.parametrize(
    "said",
    [
        "Vänta, skicka inte 1 än!",
        "Hon ringde nyss och har ångrat sig",
        "3 kanske, eller förresten, jag återkommer om det där med ettan",
        "Hmm, det kan ha blivit fel det där",
    ],
)
def test_an_answer_that_is_not_understood_stops_what_waits_to_be_released(play: Journey, said: str) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "1 ja, uppgifterna får lämnas. 2 svarade inte.")
    assert states(play)[1] is State.RELEASED
    play.world.clock.forward(minutes=2)
    play.answer(calls, said)
    play.world.clock.forward(days=2)
    play.world.step()
    assert deliveries(play) == []
    assert states(play)[1] is not State.RELEASED
    case = case_of(play)
    with play.world.parts.store.reading() as books:
        assert not any(books.consents.live(one.id, "release", case.id) for one in books.members.all())
    # The lead says it anew, and then it goes.
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=15)
    play.world.step()
    assert len(deliveries(play)) == 1


def test_an_answer_that_is_not_understood_says_whose_details_it_stopped(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "1 ja, uppgifterna får lämnas. 2 svarade inte.")
    play.answer(calls, "Hmm, det kan ha blivit fel det där")
    told = plain_text(play.latest(LEAD, "lead-unclear"))
    assert name_of(play, 1) in told
    assert "Därför har jag stoppat dem" in told
    play.answer(calls, "Hmm, det kan ha blivit fel det där igen")
    assert "Jag har inte gjort något än." in plain_text(play.latest(LEAD, "lead-unclear"))


def test_a_call_of_a_case_that_has_ended_changes_nothing_and_the_lead_is_told(play: Journey) -> None:
    calls = picked(play, "JA 1")
    with play.world.parts.store.transaction() as books:
        end_by_hand(Desk(books, play.world.parts, play.world.clock()), case_of(play))
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    assert states(play)[1] is State.PICKED
    assert deliveries(play) == []
    assert "ärendet är återkallat" in plain_text(play.latest(LEAD, "lead-outcomes"))
    with play.world.parts.store.reading() as books:
        assert not any(books.consents.live(one.id, "release", case_of(play).id) for one in books.members.all())
