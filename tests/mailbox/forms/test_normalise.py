"""What stands beside a label becomes a value, or a question, or nothing."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.forms.naming.registry import FIELDS
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind

WHEN = datetime(2026, 1, 12, 8, tzinfo=UTC)


def request(*entries: tuple[str, str]) -> tuple[dict[str, object], list[str]]:
    return normalised([Entry(key, value) for key, value in entries], Kind.REQUEST, WHEN)


def registration(*entries: tuple[str, str]) -> tuple[dict[str, object], list[str]]:
    return normalised([Entry(key, value) for key, value in entries], Kind.REGISTRATION, WHEN)


@pytest.mark.parametrize(
    "nothing",
    ["", "-", "…", "(tomt)", "Klicka eller tryck här för att ange text.", "Klicka här för att ange datum", "_____",
     "Välj ett alternativ.", "Ej ifyllt"],
)  # fmt: skip
def test_a_placeholder_is_no_value(nothing: str) -> None:
    assert request(("place", nothing)) == ({}, [])


def test_a_contact_in_one_box_is_taken_apart() -> None:
    contact = "Kim Exempel, enhetschef\nTel: 08-465 004 40\nkim@region.example"
    assert request(("_contact", contact))[0] == {
        "contact_name": "Kim Exempel", "contact_email": "kim@region.example", "contact_phone": "+46846500440",
    }  # fmt: skip
    assert request(("contact_name", "Kim Exempel (070-174 06 40)"))[0] == {
        "contact_name": "Kim Exempel", "contact_phone": "+46701740640",
    }  # fmt: skip


def test_an_invalid_number_is_asked_about_and_not_kept() -> None:
    fields, questions = request(("contact_phone", "070-174 06"))
    assert fields == {}
    assert "telefonnummer" in questions[0]


@pytest.mark.parametrize(
    "written",
    [
        "070-174 06 40",
        "0701740640",
        "+46 (0)70 174 06 40",
        "0046 70 174 06 40",
        "46701740640",
        "Mobil 070 174 06 40 (ej fre)",
    ],
)
def test_a_number_becomes_e164_however_it_is_written(written: str) -> None:
    assert request(("contact_phone", written))[0] == {"contact_phone": "+46701740640"}


def test_two_numbers_of_people_are_asked_about() -> None:
    fields, questions = request(("people_wanted", "2"), ("people_wanted", "tre"))
    assert fields["people_wanted"] == 2
    assert "Hur många personer" in questions[0]


def test_date_and_time_in_boxes_of_their_own_are_one_when() -> None:
    fields, _ = request(("_date", "2026-03-04"), ("_time", "9-11"))
    assert fields == {
        "when_text": "2026-03-04 9-11", "date_start": "2026-03-04", "time_start": "09:00", "time_end": "11:00",
    }  # fmt: skip
    fields, _ = request(("_date", "2026-03-04"), ("_date_end", "2026-05-20"), ("_time", "13"))
    assert (fields["date_end"], fields["time_start"]) == ("2026-05-20", "13:00")


def test_days_one_below_the_other_under_the_same_label_are_all_read() -> None:
    fields, _ = request(("when_text", "tisdag 3 mars 2026 kl 13"), ("when_text", "torsdag 6 mars 2026 kl 13"))
    asked = judge(Kind.REQUEST, fields, WHEN)[1]
    assert any("”torsdag 6 mars 2026”" in question for question in asked)


def test_a_time_that_is_a_duration_is_minutes() -> None:
    assert request(("when_text", "v. 9"), ("_time", "2 timmar"))[0]["minutes_per_occasion"] == 120


def test_form_is_how_one_meets_or_the_kind_of_participation() -> None:
    assert request(("format", "Digitalt"))[0] == {"format": "remote"}
    assert request(("format", "Fokusgrupp"))[0] == {"activity": "Fokusgrupp"}


def test_when_and_place_in_one_box_are_parted() -> None:
    entry = Entry("when_text", "4 mars 2026 kl 13-14, Aulan", ("place",))
    fields, _ = normalised([entry], Kind.REQUEST, WHEN)
    assert (fields["when_text"], fields["place"]) == ("4 mars 2026 kl 13-14", "Aulan")


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [("Lo Exempel", "Lo", "Exempel"), ("Exempel, Lo", "Lo", "Exempel"),
     ("Ann-Mari von Exempel", "Ann-Mari", "von Exempel"), ("Lo Kim Exempel", "Lo Kim", "Exempel")],
)  # fmt: skip
def test_a_full_name_is_parted(written: str, first: str, last: str) -> None:
    assert registration(("_name", written))[0] == {"first_name": first, "last_name": last}


def test_a_bare_consent_is_a_consent_to_nothing() -> None:
    assert registration(("_consent", "Ja"))[0] == {}
    assert registration(("_consent", "Ja, till matchning på uppgifter om hälsa"))[0] == {"consent_matching": True}


def test_an_unticked_consent_says_nothing_and_a_no_says_no() -> None:
    assert registration(("consent_matching", "☐ Ja"))[0] == {}
    assert registration(("consent_matching", "Nej"))[0] == {"consent_matching": False}


def test_the_guardians_signature_is_the_guardians_yes() -> None:
    assert registration(("guardian_consent", "Kim Exempel"))[0] == {"guardian_consent": True}
    assert registration(("guardian_consent", "kommer med posten"))[0] == {}


def test_the_guardians_number_is_not_the_childs() -> None:
    assert registration(("guardian_name", "Kim Exempel (pappa), 08-465 004 41"))[0] == {
        "guardian_name": "Kim Exempel", "guardian_phone": "+46846500441",
    }  # fmt: skip


def test_first_and_last_name_of_a_contact_in_two_boxes_are_one_name() -> None:
    assert request(("_first_name", "Kim"), ("_last_name", "Exempel"))[0] == {"contact_name": "Kim Exempel"}


def test_a_doubtful_value_that_is_not_needed_is_left_out_in_silence() -> None:
    doubtful = [Entry("minors_wanted", "Nej", sure=0.4), Entry("people_wanted", "3", sure=0.4)]
    fields, questions = normalised(doubtful, Kind.REQUEST, WHEN)
    assert fields == {}
    assert [question.partition(":")[0] for question in questions] == ["Antal personer"]


def test_plats_eller_digitalt_in_a_box_of_its_own_is_no_place() -> None:
    for boxes in ((("place", "Teams"), ("place", "På plats")), (("place", "På plats"), ("place", "Teams"))):
        assert request(*boxes)[0] == {"place": "Teams", "format": "onsite"}


def test_a_consent_among_the_ways_to_be_reached_is_a_consent() -> None:
    written = "☒ Ni får skicka sms om uppdrag\n☐ Ni får mejla om uppdrag"
    assert registration(("contact_preference", "sms"), ("contact_preference", written))[0] == {
        "contact_preference": "sms", "consent_sms": True,
    }  # fmt: skip


def test_the_same_day_in_two_boxes_is_written_once() -> None:
    fields, questions = request(("when_text", "onsdag 4 mars 2026"), ("_date", "2026-03-04"), ("_time", "9-11"))
    assert (fields["when_text"], fields["date_start"], questions) == ("onsdag 4 mars 2026 9-11", "2026-03-04", [])


def test_a_week_is_no_last_day_for_an_answer_but_a_day_of_it_is() -> None:
    assert request(("reply_by", "vecka 7"))[0] == {}
    assert request(("reply_by", "fredag vecka 7"))[0] == {"reply_by": "2026-02-13"}


@given(
    st.lists(st.tuples(st.sampled_from([f.key for fields in FIELDS.values() for f in fields]), st.text(max_size=80)))
)
def test_any_entries_can_be_read_and_judged(boxes: list[tuple[str, str]]) -> None:
    for kind in (Kind.REQUEST, Kind.REGISTRATION):
        fields, _ = normalised([Entry(key, value) for key, value in boxes], kind, WHEN)
        judge(kind, fields, WHEN)
