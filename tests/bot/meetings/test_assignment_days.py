"""The day of an assignment in a participant's calendar: one file, neutral, in step with the case."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar.cal import Event

from medverkan.bot.commands import settling
from medverkan.bot.demo import cast
from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.values import Meeting
from tests.bot.town import LEAD, case_of, name_of, picked, resident, town

WHEN = next(label for label, _ in cast.HOME_CARE_FORM if label.startswith("Datum"))


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path, form=with_day("torsdag 25 februari 2027 kl 13-15")) as made:
        yield made


def with_day(day: str) -> tuple[tuple[str, str], ...]:
    """Return the town's form with that day."""
    return tuple((label, day if label == WHEN else value) for label, value in cast.HOME_CARE_FORM)


def delivered(play: Journey) -> str:
    """Let the first person say yes and be handed over; return their address."""
    play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=20)
    play.world.step()
    return f"{name_of(play, 1).split()[0].lower()}@post.example"


def files(letter: Letter) -> list[tuple[str, Event]]:
    """Return method and event of every calendar file in a letter."""
    found = [Calendar.from_ical(part.content) for part in letter.parts if part.filename.endswith(".ics")]
    return [(str(one["METHOD"]), one.events[0]) for one in found]


def meetings(play: Journey) -> list[Meeting]:
    with play.world.parts.store.reading() as books:
        return books.meetings.of_request(case_of(play).id)


def change_day(play: Journey, day: str) -> None:
    with play.world.parts.store.transaction() as books:
        request = books.requests.get(case_of(play).id)
        assert request
        fields = {**request.fields, "date_start": day}
        books.requests.edit(request, fields, request.missing, request.questions, request.remarks)
    play.world.step()


def test_the_assignment_letter_carries_its_day_in_neutral_words(play: Journey) -> None:
    letter = play.latest(delivered(play), "participant-assignment")
    [(method, event)] = files(letter)
    assert (method, event["SEQUENCE"], str(event["SUMMARY"])) == ("REQUEST", 0, "Möte vi pratat om")
    zone = play.world.parts.settings.zone
    assert (event.start, event.end) == (datetime(2027, 2, 25, 13, tzinfo=zone), datetime(2027, 2, 25, 15, tzinfo=zone))
    whole = event.to_ical().decode().lower()
    for telling in ("hemtjänst", "intressebank", "brukare", "vård", name_of(play, 1).split()[1].lower()):
        assert telling not in whole
    assert "lägga i din kalender" in plain_text(letter)


@pytest.mark.parametrize("when", ["enligt överenskommelse", "25 februari till 27 februari 2027", "i mars 2027"])
def test_a_day_that_is_not_known_plainly_is_in_no_calendar(tmp_path: Path, when: str) -> None:
    with town(tmp_path, form=with_day(when)) as play:
        letter = play.latest(delivered(play), "participant-assignment")
        assert files(letter) == []
        assert "kalender" not in plain_text(letter)


def test_a_day_without_a_time_is_a_whole_day(tmp_path: Path) -> None:
    with town(tmp_path, form=with_day("25 februari 2027")) as play:
        [(_, event)] = files(play.latest(delivered(play), "participant-assignment"))
        assert (event.start, event.end) == (date(2027, 2, 25), date(2027, 2, 26))


def test_a_day_that_moves_is_told_once_with_the_same_uid(play: Journey) -> None:
    address = delivered(play)
    change_day(play, "2027-03-04")
    play.world.step()
    [letter] = play.letters(address, "participant-day")
    [(method, event)] = files(letter)
    assert (method, event["SEQUENCE"], str(event["UID"]), event.start.day) == ("REQUEST", 1, meetings(play)[0].uid, 4)
    assert "har fått en ny tid" in plain_text(letter)


def test_an_assignment_that_comes_to_nothing_leaves_the_calendar(play: Journey) -> None:
    address = delivered(play)
    settling.end(play.world.parts, case_of(play).number, play.world.clock())
    play.world.step()
    [letter] = play.letters(address, "participant-day")
    [(method, event)] = files(letter)
    assert (method, str(event["STATUS"])) == ("CANCEL", "CANCELLED")
    assert meetings(play)[0].state == "cancelled"


def test_who_cancels_is_thanked_and_not_told_that_the_assignment_is_off(play: Journey) -> None:
    address = delivered(play)
    play.answer(play.latest(LEAD, "lead-outcomes"), "1 tackade nej")
    [letter] = play.letters(address, "participant-day")
    assert "antecknat att du inte kan vara med" in plain_text(letter)
    assert "blir inte av" not in letter.subject + plain_text(letter)
    assert [method for method, _ in files(letter)] == ["CANCEL"]


def test_nobody_is_told_of_what_they_never_got(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.answer(calls, "ÅNGRA")
    address = f"{name_of(play, 1).split()[0].lower()}@post.example"
    assert [meeting.state for meeting in meetings(play)] == ["cancelled"]
    play.world.clock.forward(days=1)
    play.world.step()
    assert play.letters(address, "participant-day") == []
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=20)
    play.world.step()
    assert len(files(play.latest(address, "participant-assignment"))) == 1


def test_who_has_not_agreed_to_mail_gets_no_file_and_no_letter(tmp_path: Path) -> None:
    rows = (resident("Asta", "Kvist", "070-174 06 31", **{"Samtycke e-post": ""}),)
    with town(tmp_path, rows, form=with_day("torsdag 25 februari 2027 kl 13-15")) as play:
        address = delivered(play)
        change_day(play, "2027-03-04")
        assert play.letters(address, "participant-day") == []
        assert meetings(play) == []


def test_when_the_day_has_been_nothing_is_moved_any_more(play: Journey) -> None:
    address = delivered(play)
    play.world.clock.forward(days=30)
    play.world.step()
    assert [meeting.state for meeting in meetings(play)] == ["held"]
    assert play.letters(address, "participant-day") == []
