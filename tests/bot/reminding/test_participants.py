"""What participants get by themselves: a word before the day, thanks after it, and the question if they heard back."""

from datetime import date

import pytest

from medverkan.bot.post import Desk
from medverkan.bot.register import restrict
from medverkan.bot.sections.sms import Sms
from medverkan.storage.lifecycle import InvitationEvent
from tests.bot.reminding.cases import Town

TUESDAY = date(2026, 3, 24)


@pytest.fixture
def texting(town: Town) -> Town:
    """Give the town with SMS set up."""
    return town.with_settings(sms=Sms(provider="file"))


def test_a_participant_is_reminded_once_the_day_before(town: Town) -> None:
    town.delivered("Ellen", day=TUESDAY)
    town.at("2026-03-23 07:59")
    assert town.letters("participant-day-before") == []
    town.at("2026-03-23 08:00")
    (letter,) = town.letters("participant-day-before")
    assert letter.subject == "Ett uppdrag vi pratat om"
    assert "Uppdraget är tisdag 24 mars 2026, klockan 13.00–15.00." in letter.text
    assert "Plats: Sal 4" in letter.text
    town.at("2026-03-23 12:00").at("2026-03-24 08:00")
    assert len(town.letters("participant-day-before")) == 1


def test_the_last_day_before_is_the_last_one_on_which_people_may_be_written_to(town: Town) -> None:
    town.delivered("Ellen", day=date(2026, 4, 7))
    town.at("2026-04-01 08:00")
    assert "tisdag 7 april" in town.letters("participant-day-before")[0].text


def test_where_no_day_is_known_nothing_is_sent(town: Town) -> None:
    town.delivered("Ellen", day=None)
    for day in ("02-11", "03-12", "03-13"):
        assert town.at(f"2026-{day} 09:00").letters("participant-day-before") == []


def test_after_a_stop_over_the_day_nobody_is_reminded_of_it(town: Town) -> None:
    town.delivered("Ellen", day=TUESDAY)
    town.at("2026-03-24 08:00").at("2026-03-26 08:00")
    assert town.letters("participant-day-before") == []
    assert town.tasks("day_before") == []


def test_a_day_that_was_moved_after_the_reminder_was_written_is_the_one_that_counts(town: Town) -> None:
    request = town.delivered("Ellen", day=TUESDAY)
    with town.parts.store.transaction() as books:
        fields = dict(request.fields) | {"date_start": "2026-03-26"}
        books.requests.edit(request, fields)
    assert town.at("2026-03-23 08:00").letters("participant-day-before") == []
    (letter,) = town.at("2026-03-25 08:00").letters("participant-day-before")
    assert "torsdag 26 mars" in letter.text


def test_a_day_that_the_unit_has_put_in_doubt_is_told_nobody(town: Town) -> None:
    town.delivered("Ellen", day=TUESDAY)
    town.answers(town.letters("unit-delivery")[0], "Vi flyttar mötet till den 31 mars i stället.")
    assert "Jag påminner inte deltagarna om dagen förrän" in town.letters("lead-unit-says", "karin")[0].text
    town.at("2026-03-23 08:00").at("2026-03-25 08:00").at("2026-03-31 09:00")
    assert town.letters("participant-day-before") == town.letters("participant-feedback") == []


@pytest.mark.parametrize("event", ["recalled", "restricted"])
def test_who_is_no_longer_coming_is_not_reminded(town: Town, event: str) -> None:
    request = town.delivered("Ellen", day=TUESDAY)
    with town.parts.store.transaction() as books:
        (invitation,) = books.invitations.of(request)
        member = books.members.get(invitation.member_id)
        assert member
        if event == "recalled":
            books.invitations.move(invitation, InvitationEvent.RECALLED, town.clock())
        else:
            restrict(Desk(books, town.parts, town.clock()), member, by="lead")
    assert town.at("2026-03-23 08:00").letters("participant-day-before") == []
    assert town.tasks("day_before", "contacted") == []


def test_a_child_and_who_has_not_agreed_to_mail_get_none(town: Town) -> None:
    members = [town.member("Tove", birth_year=2012), town.member("Hugo", "matching")]
    town.case(members, TUESDAY)
    town.step()
    assert town.at("2026-03-23 08:00").letters("participant-day-before") == []


def test_an_sms_goes_beside_the_mail_and_alone_to_who_has_agreed_to_that_only(texting: Town) -> None:
    town = texting
    members = [
        town.member("Ellen", "email", "sms", phone="+46701740611"),
        town.member("Hugo", "sms", phone="+46701740612"),
        town.member("Ivar", "email", phone="+46701740613"),
    ]
    town.case(members, TUESDAY)
    town.step().at("2026-02-10 12:00").at("2026-03-23 08:00")
    assert {one.to for one in town.letters("participant-day-before")} == {"ellen@post.example", "ivar@post.example"}
    assert {one.to for one in town.letters("sms-day-before")} == {"+46701740611", "+46701740612"}
    town.at("2026-03-25 08:00")
    assert {one.to for one in town.letters("sms-thanks")} == {"+46701740611", "+46701740612"}
    town.at("2026-03-31 08:00")
    assert {one.to for one in town.letters("sms-feedback")} == {"+46701740612"}
    assert {one.to for one in town.letters("participant-feedback")} == {"ellen@post.example", "ivar@post.example"}
    for one in (*town.letters("sms-day-before"), *town.letters("sms-thanks"), *town.letters("sms-feedback")):
        assert not {"Ellen", "Hugo", "Hjärt", "väntrum"} & set(one.text.replace(".", " ").split())


def test_who_took_part_is_asked_after_a_week_and_once_more_after_a_month(town: Town) -> None:
    town.delivered("Ellen", day=TUESDAY)
    town.at("2026-03-31 08:00").at("2026-04-08 08:00")
    (first,) = town.letters("participant-feedback")
    assert "Tack för att du var med" in first.text
    town.at("2026-04-23 08:00").at("2026-05-25 08:00").at("2026-06-25 08:00")
    texts = [letter.text for letter in town.letters("participant-feedback")]
    assert ["Vi frågar en gång till" in text for text in texts] == [False, True]


@pytest.mark.parametrize(
    ("words", "letters", "for_the_lead"),
    [
        ("Ja tack, de ringde i går!", 1, 0),
        ("Nej", 2, 0),
        ("Inte än", 2, 0),
        ("Nej. Och jag har inte fått mitt arvode, vem ska jag ringa?", 2, 1),
    ],
)
def test_a_yes_ends_the_questions_and_what_needs_a_person_gets_one(
    town: Town, words: str, letters: int, for_the_lead: int
) -> None:
    town.delivered("Ellen", day=TUESDAY)
    town.at("2026-03-31 08:00").answers(town.letters("participant-feedback")[0], words)
    assert len(town.letters("lead-participant-says", "karin")) == for_the_lead
    town.at("2026-04-23 08:00")
    assert len(town.letters("participant-feedback")) == letters


def test_the_lead_sees_what_the_participant_said_beside_what_the_unit_says(town: Town) -> None:
    request = town.delivered("Ellen", day=TUESDAY)
    town.at("2026-03-31 08:00").answers(town.letters("participant-feedback")[0], "Nej, inget alls")
    town.answers(town.letters("unit-feedback")[0], "1. Ja, vi har ringt. 2. Ny skylt.")
    assert town.request(request).state == "closed"
    told = town.letters("lead-feedback", "karin")[0].text
    assert "Ellen Prov: verksamheten svarar ja, personen själv svarar nej" in told


def test_a_no_after_the_unit_has_said_yes_is_a_leads_to_look_into(town: Town) -> None:
    town.delivered("Ellen", day=TUESDAY)
    letter = town.at("2026-03-31 08:00").letters("participant-feedback")[0]
    town.answers(town.letters("unit-feedback")[0], "1. Ja, vi har ringt. 2. Ny skylt.")
    town.answers(letter, "Nej")
    assert len(town.letters("lead-participant-says", "karin")) == 1
    assert len(town.tasks("contact")) == 1


def test_an_answer_to_another_letter_goes_to_the_lead_as_before(town: Town) -> None:
    town.delivered("Ellen", day=TUESDAY)
    town.at("2026-03-23 08:00").answers(town.letters("participant-day-before")[0], "Nej, jag kan inte komma")
    assert "kan inte komma" in town.letters("lead-participant-says", "karin")[0].text


def test_letters_to_participants_leave_in_hours_only_after_any_stop(town: Town) -> None:
    town.delivered("Ellen", "Hugo", day=TUESDAY)
    for moment in ("03-23 06:00", "03-23 17:00", "03-28 12:00", "04-01 23:00", "04-03 09:00", "04-23 16:30"):
        town.at(f"2026-{moment}")
        assert not [one for kind in ("participant-day-before", "participant-feedback") for one in town.letters(kind)]
