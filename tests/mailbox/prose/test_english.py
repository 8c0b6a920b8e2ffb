"""Letters in English are read as plain Swedish, and what was found is given back in English."""

from datetime import UTC, datetime
from typing import Any

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.english import in_swedish, is_english
from medverkan.mailbox.prose.letters import prose_form
from medverkan.mailbox.prose.spelling import as_written
from medverkan.mailbox.values import Form, Kind

WHEN = datetime(2027, 1, 12, 8, tzinfo=UTC)
ME = "Hello! My name is Kim Ek, I was born in 1980 and I live in Tunby. I have had a stroke and I would like to join. "


def read(text: str) -> Form | None:
    return prose_form(Segment(lines_of(text), "Kim Ek", "kim.ek@region.example", own=True), "Hello", WHEN)


def fields(text: str, kind: Kind) -> dict[str, Any]:
    form = read(text)
    assert form is not None
    assert form.kind is kind
    return dict(form.fields)


def test_a_request_in_english_is_read() -> None:
    got = fields(
        "Hello,\n\nI work as a midwife at the Maternity Clinic in Tunby, Region Norrvik. We are developing a new "
        "leaflet "
        "about pain and need three women who have given birth during the last two years. They will read the text and "
        "comment on it at a meeting on 15 March at 1 pm in the conference room on floor 2.\n\n"
        "The purpose is that nobody should be afraid of asking. A fee is paid. Please reply no later than 20 "
        "February.\n\n"
        "Best regards\nKim Ek\n070-174 06 31",
        Kind.REQUEST,
    )
    assert got["unit"] == "the Maternity Clinic in Tunby"
    assert (got["organisation"], got["contact_name"], got["contact_phone"]) == (
        "Region Norrvik", "Kim Ek", "+46701740631",
    )  # fmt: skip
    assert (got["people_wanted"], got["perspectives"]) == (3, ["patient"])
    assert got["experience"].startswith("have given birth")
    assert (got["date_start"], got["time_start"], got["reply_by"]) == ("2027-03-15", "13:00", "2027-02-20")
    assert "conference room" in got["place"]
    assert "nobody should be afraid" in got["purpose"]


def test_a_short_request_in_english_is_read() -> None:
    got = fields(
        "Hi! We at the Dialysis Unit in Norrvik are starting a reference group and are looking for two patients and "
        "one "
        "relative with experience of home dialysis. We meet on Tuesdays between 14 and 15.30, the first time is on 2 "
        "March "
        "in the library in Norrvik. We want everybody to feel safe at home.\n/Kim",
        Kind.REQUEST,
    )
    assert (got["activity"], got["people_wanted"]) == ("reference group", 3)
    assert got["perspectives"] == ["närstående", "patient"]
    assert (got["time_start"], got["time_end"]) == ("14:00", "15:30")


def test_a_registration_in_english_is_read() -> None:
    got = fields(
        "Hi, my name is Amina Ek and I was born in 1979. I live in Tunby and my son has epilepsy and autism, so I "
        "know the "
        "clinics well as a parent. I would like to take part in focus groups. I can't travel far. You can call me in "
        "the "
        "evenings on 070-174 06 31. I speak Arabic and English. I have read how you handle personal data and I agree "
        "that "
        "you store my health information and use it for matching.",
        Kind.REGISTRATION,
    )
    assert (got["first_name"], got["birth_year"], got["municipality"]) == ("Amina", 1979, "Tunby")
    assert (got["perspectives"], got["contact_preference"]) == (["närstående"], "telefon")
    assert (got["languages"], got["activities"]) == ("Arabic and English", ["focus groups"])
    assert got["consent_matching"] is True
    assert got["privacy_notice_read"] is True


@pytest.mark.parametrize(
    ("said", "consent"),
    [("I agree that you save my health information and use it for matching.", True),
     ("I consent to you registering my health data and matching on it.", True),
     ("It is ok that you keep my health information and use it to find assignments.", True),
     ("I do not agree that you save my health information.", False),
     ("I don't consent to matching on my health data.", False),
     ("I agree that you save my health information only if you call me first.", None),
     ("You may save my health information as long as nobody at the clinic sees it.", None),
     ("I agree that you use my health data for matching, provided that my employer is not told.", None),
     ("I am not sure if I want to let you save my health information.", None),
     ("I want to think about it before I agree that you save my health information.", None),
     ("Maybe I agree that you save my health information later.", None),
     ("I agree that you save my health information, unless it is shared with others.", None),
     ("I agree that you save my phone number.", None), ("You may call me about assignments.", None)],
)  # fmt: skip
def test_a_consent_in_english_counts_only_where_nothing_limits_it(said: str, *, consent: bool | None) -> None:
    got = fields(ME + said, Kind.REGISTRATION).get("consent_matching")
    assert got is consent or (consent is None and got is False)


@pytest.mark.parametrize(
    "text",
    ["We are a company that helps regions with digital patient engagement. Our platform is used by 40 hospitals and we "
     "would like to offer you a free demo. Do you have 20 minutes next week for a meeting with patients and relatives?",
     "We are happy to invite you to the international conference on patient involvement in Malmö, 3-5 May 2027. The "
     "conference is for patients and relatives. Please register before 1 March. The fee is 2 000 kr.",
     "I am a widow with cancer in the hospital and I want to give my late husband's fund of 4 million dollars to the "
     "poor. I need a person who can help me. Please contact me with your phone number and address.",
     "We are two students at the university who write our thesis about user involvement in psychiatry. We are "
     "looking for "
     "people with lived experience of bipolar disorder who would like to be interviewed for an hour.",
     "I am a journalist at the Local Paper. I would like to get in contact with patients who have waited for surgery "
     "for "
     "more than a year. Can you help me to find someone for an interview before Friday?",
     "I heard about your interest bank from a friend. How does it work? Do I get paid? I have had breast cancer and I "
     "live in Tunby. I am not sure if it is something for me, so I would like to know more before I decide.",
     "I am a nurse with ten years of experience of psychiatric care and I am looking for a position in your "
     "organisation. Please find my CV attached. I live in Tunby and I speak Swedish and English.",
     "I want to complain about the emergency department at the hospital in Tunby. My mother had to wait for nine hours "
     "with a stroke and nobody helped us. I want to know who is responsible and I need an answer.",
     "Thank you for taking part in our focus group last week. It was very good to meet you all. We will send you a "
     "summary of the results before the summer. If you have questions, please contact me."],
)  # fmt: skip
def test_what_asks_for_something_else_in_english_is_neither(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "english"),
    [("We are looking for two patients who have had a stroke and would like to tell us about it.", True),
     ("Vi söker två patienter som har haft stroke och vill berätta om det för oss på mottagningen.", False),
     ("Vi söker två patienter till en fokusgrupp om the patient journey, som vi kallar det, och vill att de är "
      "med.", False),
     ("Vi söker två patienter som har haft stroke. This email and any attachments are confidential and intended for "
      "the "
      "named person only. Vi ses på mottagningen den 3 mars och det är vi som bjuder på fika.", False),
     ("To the point", False)],
)  # fmt: skip
def test_a_letter_is_english_where_nearly_all_of_it_is(text: str, *, english: bool) -> None:
    assert is_english(text) is english


@pytest.mark.parametrize(
    ("written", "plain"),
    [("We meet at 4:30 pm.", "Vi träffas kl 16.30."), ("From 2 to 3.30 pm on March 4th", "Från 14.00–15.30 den 4 mars"),
     ("10–11 am", "10.00–11.00"), ("between 11 and 1 pm", "mellan 11.00–13.00"), ("12 pm", "12.00"),
     ("the 15th of May 2027", "15 maj 2027"), ("You may meet us in May", "Ni får träffas oss i Maj"),
     ("I would like to join", "Jag vill vara med i"), ("I join the group", "Jag är med i group")],
)  # fmt: skip
def test_times_days_and_verbs_come_out_as_swedes_write_them(written: str, plain: str) -> None:
    assert in_swedish(written)[0].casefold().replace("kl ", "") == plain.casefold().replace("kl ", "")


def test_what_is_read_is_given_back_in_english() -> None:
    plain, edits = in_swedish("We are looking for the relatives who live in the old house.")
    assert as_written(plain, plain, edits) == "We are looking for the relatives who live in the old house."
    assert as_written("närstående som bor i old house", plain, edits) == "the relatives who live in the old house"
