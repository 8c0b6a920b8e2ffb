"""A new resident, from the first call to active: what the lead writes, and what comes of it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from icalendar.cal import Event

from medverkan.bot.commands.record import as_lines, invited, record
from medverkan.bot.demo.journey import Journey
from medverkan.bot.rights.erase import erase
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.values import Meeting, Member, Task
from tests.bot.town import LEAD, resident, town

ASTA = "asta@post.example"
BOOKED = "Ringt, bokat tisdag 16 februari kl 13 på biblioteket i Nybro"


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path, (resident("Asta", "Kvist", "070-174 06 31"),)) as made:
        yield made


def say(play: Journey, words: str) -> str:
    """Answer the letter about the new resident; return what the bot says back."""
    play.answer(play.latest(LEAD, "lead-new-registration"), words)
    return plain_text(play.latest(LEAD, "lead-echo"))


def asta(play: Journey) -> Member:
    with play.world.parts.store.reading() as books:
        return next(books.members.all())


def tasks(play: Journey) -> dict[str, Task]:
    with play.world.parts.store.reading() as books:
        return {task.kind: task for task in books.tasks.open_tasks(member_id=asta(play).id)}


def meeting(play: Journey) -> Meeting:
    with play.world.parts.store.reading() as books:
        return books.meetings.of_member(asta(play).id)[-1]


def calendar_in(letter: Letter) -> tuple[str, Event]:
    """Return the method and the event of the calendar file in a letter."""
    [part] = [part for part in letter.parts if part.filename.endswith(".ics")]
    assert part.content_type == "text/calendar"
    found = Calendar.from_ical(part.content)
    return str(found["METHOD"]), found.events[0]


def test_a_booked_meeting_is_kept_told_and_put_in_both_calendars(play: Journey) -> None:
    told = say(play, BOOKED)
    assert "introduktion med Asta Kvist tisdag 16 februari 2027 kl. 13.00, biblioteket i Nybro." in told
    assert asta(play).status == "called"
    assert set(tasks(play)) == {"meeting", "meeting_reminder"}
    assert tasks(play)["meeting"].due.date() == date(2027, 2, 16)
    for letter in (play.latest(LEAD, "lead-echo"), play.latest(ASTA, "participant-meeting")):
        method, event = calendar_in(letter)
        assert (method, event["SEQUENCE"], str(event["UID"])) == ("REQUEST", 0, meeting(play).uid)
        assert event.start == datetime(2027, 2, 16, 13, tzinfo=play.world.parts.settings.zone)
        assert event["DTSTART"].params["TZID"] == "Europe/Stockholm"
        whole = event.to_ical().decode()
        assert "Asta" not in whole
        assert "Kvist" not in whole
        assert (ASTA in whole) == (letter.to[0] == ASTA)
    assert "Plats: biblioteket i Nybro" in plain_text(play.latest(ASTA, "participant-meeting"))


def test_a_meeting_that_is_moved_keeps_its_uid_and_the_old_reminder_reminds_of_nothing(play: Journey) -> None:
    say(play, BOOKED)
    first = meeting(play)
    told = say(play, "flyttat till 24 februari kl 9.30")
    assert "mötet är flyttat för Asta Kvist onsdag 24 februari 2027 kl. 09.30, biblioteket i Nybro" in told
    method, event = calendar_in(play.latest(ASTA, "participant-meeting"))
    assert (method, str(event["UID"]), event["SEQUENCE"], event.start.day) == ("REQUEST", first.uid, 1, 24)
    play.world.clock.forward(days=14)
    play.world.step()
    assert len(play.letters(ASTA, "participant-meeting")) == 2
    play.world.clock.forward(days=8)
    play.world.step()
    assert len(play.letters(ASTA, "participant-meeting")) == 3
    assert "påminna" in plain_text(play.latest(ASTA, "participant-meeting"))


def test_a_cancelled_meeting_leaves_the_calendars_and_is_to_be_booked_again(play: Journey) -> None:
    say(play, BOOKED)
    assert "blir inte av" in say(play, "hon lämnade återbud")
    for letter in (play.latest(LEAD, "lead-echo"), play.latest(ASTA, "participant-meeting")):
        method, event = calendar_in(letter)
        assert (method, str(event["STATUS"]), event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert tasks(play)["meeting"].note == "boka ett möte för introduktion"
    say(play, "bokat 24 februari kl 10")
    assert calendar_in(play.latest(LEAD, "lead-echo"))[1]["SEQUENCE"] == 0


def test_who_did_not_come_is_phoned_for_a_new_time(play: Journey) -> None:
    say(play, BOOKED)
    assert "har inte varit än" in say(play, "hon kom inte")
    play.world.clock.forward(days=16)
    assert "kom inte. Ring och boka en ny tid" in say(play, "Hon kom inte.")
    assert meeting(play).state == "missed"
    assert tasks(play)["meeting"].note == "boka ett möte för introduktion"
    say(play, "ny tid 3 mars kl 10")
    assert (meeting(play).state, meeting(play).sequence) == ("planned", 1)
    assert "är nu aktiv" in say(play, "Genomfört!")


def test_who_has_been_introduced_and_lacks_nothing_is_active(play: Journey) -> None:
    say(play, BOOKED)
    play.world.clock.forward(days=16)
    assert "introduktionen med Asta Kvist är genomförd. Personen är nu aktiv och kan föreslås." in say(
        play, "GENOMFÖRT"
    )
    assert asta(play).status == "active"
    assert not set(tasks(play)) & {"introduction", "meeting", "meeting_reminder"}


def test_who_lacks_something_is_introduced_and_active_only_when_it_is_there(tmp_path: Path) -> None:
    rows = resident("Asta", "Kvist", "070-174 06 31", **{"Kommun": ""})
    with town(tmp_path, (rows,)) as play:
        told = say(play, "Pratat med henne på telefon, introduktionen är klar")
        assert "inte aktiv än. Det här saknas: Kommun." in told
        assert asta(play).status == "introduced"
        assert "Det här saknas" in say(play, "AKTIV")
        assert asta(play).status == "introduced"


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("bokat onsdag 16 februari kl 13", "veckodag och datum passar inte ihop"),
        ("bokat 16 februari kl 13 och 18 februari kl 10", "två tider"),
        ("bokat men minns inte när", "Vilken dag och vilken tid"),
        ("bokat 16 februari", "Vilken tid"),
        ("bokat 12 januari 2027 kl 9", "har redan varit"),
        ("bokat idag kl 7.15", "har redan varit"),
    ],
)
def test_a_meeting_that_is_not_plain_is_asked_about_and_the_call_is_noted(play: Journey, said: str, asked: str) -> None:
    told = say(play, said)
    assert "är uppringd" in told
    assert asked in told
    assert asta(play).status == "called"
    assert tasks(play)["meeting"].note == "boka ett möte för introduktion"
    assert play.letters(ASTA, "participant-meeting") == []


@pytest.mark.parametrize(
    ("said", "answered", "status"),
    [
        ("Svarade inte", "svarade inte. Ring helst i morgon klockan 13 till 15. Jag påminner.", "registered"),
        ("Ring igen på torsdag kl 10", "ska ringas igen. Ring helst torsdag 4 februari 2027.", "registered"),
        ("JA", "är uppringd. Att boka ett möte", "called"),
        ("Klart.", "är uppringd. Att boka ett möte", "called"),
        ("Hon vill inte boka något möte än", "Vill personen inte vara med alls", "registered"),
        ("hon kom inte", "Jag", "registered"),
        ("Låter trevlig", "", "registered"),
        ("nej hon vill inte vara med", "är nu spärrad", "restricted"),
    ],
)
def test_what_else_is_told_of_the_first_call(play: Journey, said: str, answered: str, status: str) -> None:
    assert answered in say(play, said)
    assert asta(play).status == status


def test_nobody_meets_somebody_who_is_out(play: Journey) -> None:
    say(play, BOOKED)
    say(play, "hon vill inte vara med längre, hon ångrade sig")
    if asta(play).status != "restricted":
        say(play, "NEJ")
    method, _ = calendar_in(play.latest(LEAD, "lead-echo", "borttaget"))
    assert method == "CANCEL"
    assert meeting(play).state == "cancelled"
    assert len(play.letters(ASTA, "participant-meeting")) == 1


def test_done_means_the_meeting_where_that_has_been(play: Journey) -> None:
    say(play, BOOKED)
    play.world.clock.forward(days=16)
    assert "är nu aktiv" in say(play, "klart")


def test_a_meeting_booked_and_cancelled_within_one_minute_is_to_be_booked(play: Journey) -> None:
    for words in ("JA", BOOKED, "avbokat", BOOKED, "avbokat"):
        say(play, words)
    assert tasks(play)["meeting"].note == "boka ett möte för introduktion"
    assert set(tasks(play)) == {"meeting"}


def test_an_erased_person_leaves_no_meeting_behind(play: Journey) -> None:
    say(play, BOOKED)
    erase(play.world.parts, asta(play).number, play.world.clock(), by="operator")
    with play.world.parts.store.reading() as books:
        assert books.meetings.planned("introduction") == []
    play.world.clock.forward(days=14)
    play.world.step()
    assert len(play.letters(ASTA, "participant-meeting")) == 1


def test_the_same_booking_told_twice_is_one(play: Journey) -> None:
    say(play, BOOKED)
    assert "stod redan" in say(play, "Som sagt: bokat 16 februari kl 13")
    assert len(play.letters(ASTA, "participant-meeting")) == 1


def test_who_has_not_agreed_to_mail_gets_none(tmp_path: Path) -> None:
    rows = resident("Asta", "Kvist", "070-174 06 31", **{"Samtycke e-post": ""})
    with town(tmp_path, (rows,)) as play:
        assert "får inget mejl om tiden. Säg den i telefon" in say(play, BOOKED)
        assert play.letters(ASTA, "participant-meeting") == []


def test_a_person_who_answers_the_letter_is_phoned_and_the_lead_can_move_the_meeting_at_once(play: Journey) -> None:
    say(play, BOOKED)
    play.answer(play.latest(ASTA, "participant-meeting"), "Jag kan tyvärr inte den dagen.", ("Asta Kvist", ASTA))
    letter = play.latest(LEAD, "lead-participant-says")
    assert "kan tyvärr inte den dagen" in plain_text(letter)
    assert "contact" in tasks(play)
    play.answer(letter, "Flyttat till 18 februari kl. 10.00")
    assert meeting(play).starts_at.day == 18


def test_a_person_who_asks_what_is_kept_is_told_of_the_meetings(play: Journey) -> None:
    say(play, BOOKED)
    zone = play.world.parts.settings.zone
    with play.world.parts.store.reading() as books:
        found = record(books, asta(play), invited(books), can_match=True, zone=zone)
    [kept] = found["meetings"]
    assert (kept["kind"], kept["state"], kept["place"]) == ("introduction", "planned", "biblioteket i Nybro")
    assert any(line.endswith("13.00  introduktion: planerat, biblioteket i Nybro") for line in as_lines(found))
