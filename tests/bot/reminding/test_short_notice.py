"""An assignment tomorrow: the participant hears nothing while a yes can be taken back, and then in the right order."""

from datetime import date

import pytest

from medverkan.bot.post import Desk
from medverkan.bot.recall import undo
from medverkan.bot.sections.sms import Sms
from medverkan.storage.values import Request
from tests.bot.reminding.cases import Town

TOMORROW = date(2026, 2, 11)
TO_PARTICIPANTS = ("participant-assignment", "participant-day-before", "sms-day-before")


@pytest.fixture
def texting(town: Town) -> Town:
    """Give the town with SMS set up."""
    return town.with_settings(sms=Sms(provider="file"))


def case_tomorrow(town: Town, *consents: str) -> Request:
    """Let somebody have said yes to an assignment tomorrow, with the release waiting."""
    request = town.case([town.member("Ellen", *consents, phone="+46701740611")], TOMORROW)
    town.step()
    return request


def told(town: Town) -> list[str]:
    """Return what has gone to participants, oldest first."""
    with town.parts.store.reading() as books:
        gone = [one for one in books.outgoing.all() if one.kind in TO_PARTICIPANTS and one.sent_at]
    return [one.kind for one in sorted(gone, key=lambda one: (str(one.sent_at), one.due))]


def later(town: Town) -> Town:
    """Let half an hour pass."""
    for _ in range(5):
        town.clock.forward(minutes=6)
        town.step()
    return town


def answer_to_undo(town: Town, request: Request) -> str:
    """Let a lead take the release back; return what is answered."""
    with town.parts.store.transaction() as books:
        lead = town.parts.settings.leads[0]
        undo(Desk(books, town.parts, town.clock(), "mail-1"), town.request(request), lead, "")
    return town.step().letters("lead-echo")[-1].text


def test_nothing_goes_to_the_participant_while_the_release_can_be_taken_back(texting: Town) -> None:
    request = case_tomorrow(texting, "email", "sms")
    texting.clock.forward(minutes=9)
    assert told(texting.step()) == []
    assert "Inget har lämnats ut om Ellen Prov" in answer_to_undo(texting, request)
    texting.clock.forward(hours=2)
    assert told(texting.step()) == []


def test_the_assignment_goes_first_and_is_its_own_reminder_where_it_leaves_that_morning(texting: Town) -> None:
    case_tomorrow(texting, "email", "sms")
    assert told(later(texting)) == ["participant-assignment", "sms-day-before"]


def test_who_gets_the_assignment_by_post_is_reminded_by_sms_when_the_details_have_left(texting: Town) -> None:
    case_tomorrow(texting, "sms")
    assert told(texting) == []
    assert told(later(texting)) == ["sms-day-before"]


def test_where_the_assignment_has_gone_before_the_details_the_answer_to_undo_says_so(town: Town) -> None:
    request = case_tomorrow(town)
    with town.parts.store.transaction() as books:
        (delivery,) = (one for one in books.outgoing.all() if one.kind == "unit-delivery")
        # The server of the unit takes nothing right now.
        books.outgoing.put_off(delivery, town.clock.now.replace(hour=20), "väntar", tried=False)
    town.clock.forward(minutes=11)
    assert told(town.step()) == ["participant-assignment"]
    assert "har redan gått till Ellen Prov" in answer_to_undo(town, request)


def test_the_letters_of_an_assignment_tomorrow_name_no_day_after_it(town: Town) -> None:
    case_tomorrow(town)
    later(town)
    unit, participant = town.letters("unit-delivery")[0].text, town.letters("participant-assignment")[0].text
    assert "Uppdraget är redan onsdag 11 februari. Ta kontakt i dag, tisdag 10 februari." in unit
    assert "De hör av sig till dig senast tisdag 10 februari." in participant
    assert "vecka" not in participant


def test_who_gets_the_assignment_by_post_has_it_read_where_a_letter_would_be_late(town: Town) -> None:
    case_tomorrow(town, "matching")
    letter = town.letters("lead-by-post")[0].text
    assert "Läs upp uppdraget i telefon" in letter
    assert "Vänta till i morgon" not in letter
