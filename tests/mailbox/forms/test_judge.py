"""What is missing, what must be asked and what is advised."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from medverkan.mailbox.forms.judging.judge import judge, working_days_between
from medverkan.mailbox.values import Kind

WHEN = datetime(2026, 1, 12, 8, tzinfo=UTC)  # a Monday
WHOLE: dict[str, Any] = {
    "unit": "Akuten", "organisation": "Region Exempel", "contact_name": "Kim Exempel", "activity": "Panel",
    "contact_email": "kim@region.example", "description": "Prata", "purpose": "Nytta", "perspectives": ["patient"],
    "experience": "Akut", "people_wanted": 2, "when_text": "löpande", "place": "Aulan",
}  # fmt: skip
PERSON: dict[str, Any] = {
    "first_name": "Lo", "last_name": "Exempel", "email": "lo@post.example", "contact_preference": "e-post",
    "municipality": "Exempelby", "birth_year": 1980, "perspectives": ["patient"], "experience": "Akut",
    "activities": ["Panel"], "privacy_notice_read": True, "consent_matching": True,
}  # fmt: skip


def test_a_whole_form_lacks_nothing() -> None:
    assert judge(Kind.REQUEST, WHOLE, WHEN) == ((), (), ())
    assert judge(Kind.REGISTRATION, PERSON, WHEN) == ((), (), ())


@pytest.mark.parametrize("key", sorted(WHOLE))
def test_each_required_field_of_a_request_is_missed(key: str) -> None:
    assert judge(Kind.REQUEST, {k: v for k, v in WHOLE.items() if k != key}, WHEN)[0] == (key,)


def test_phone_or_mail_is_enough_and_both_are_missed_as_phone() -> None:
    without = {k: v for k, v in PERSON.items() if k != "email"}
    assert judge(Kind.REGISTRATION, without, WHEN)[0] == ("phone",)
    assert judge(Kind.REGISTRATION, without | {"phone": "+46701740640"}, WHEN)[0] == ()


def test_a_consent_that_is_refused_is_missing() -> None:
    assert judge(Kind.REGISTRATION, PERSON | {"consent_matching": False}, WHEN)[0] == ("consent_matching",)


def test_a_minor_needs_the_guardians_consent_and_is_asked_for_it() -> None:
    missing, questions, _ = judge(Kind.REGISTRATION, PERSON | {"birth_year": 2010}, WHEN)
    assert missing == ("guardian_consent",)
    assert "vårdnadshavare" in questions[0]
    whole = PERSON | {"birth_year": 2010, "guardian_name": "Kim", "guardian_consent": True}
    assert judge(Kind.REGISTRATION, whole, WHEN) == ((), (), ())


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"when_text": "måndag den 4 mars 2026"}, "veckodag"),
        ({"when_text": "4 mars 2025"}, "passerat"),
        ({"when_text": "31 november"}, "finns inte"),
        ({"time_start": "15:00", "time_end": "14:00"}, "Sluttiden"),
        ({"date_start": "2026-03-04", "date_end": "2026-03-01"}, "Sista datum"),
        ({"date_start": "2026-03-04", "reply_by": "2026-03-10"}, "svarsdatum"),
        ({"reply_by": "2026-01-02"}, "svarsdatum"),
        ({"description": "Vi söker tre personer som kan berätta."}, "Hur många personer"),
    ],
)
def test_a_contradiction_is_asked_about(changed: dict[str, str], asked: str) -> None:
    questions = judge(Kind.REQUEST, WHOLE | changed, WHEN)[1]
    assert len(questions) == 1
    assert asked in questions[0]


def test_a_text_that_agrees_is_not_asked_about() -> None:
    fields = WHOLE | {"description": "Vi söker två personer. En tredje person leder samtalet."}
    assert judge(Kind.REQUEST, fields, WHEN)[1] == ()


def test_a_start_under_ten_working_days_away_and_one_person_alone_are_remarked_on() -> None:
    assert judge(Kind.REQUEST, WHOLE | {"date_start": "2026-01-23"}, WHEN)[2] != ()
    assert judge(Kind.REQUEST, WHOLE | {"date_start": "2026-01-26"}, WHEN)[2] == ()
    assert "minst två" in judge(Kind.REQUEST, WHOLE | {"people_wanted": 1}, WHEN)[2][0]


def test_red_days_are_no_working_days() -> None:
    assert working_days_between(date(2026, 12, 23), date(2026, 12, 29)) == 2
    assert working_days_between(date(2026, 1, 12), date(2026, 1, 16)) == 4


def test_other_mail_is_not_judged() -> None:
    assert judge(Kind.REPLY, {}, WHEN) == ((), (), ())
