"""Near an assignment every day that is named lies before it."""

from datetime import UTC, date, datetime

import pytest

from medverkan.bot.settings import Settings
from medverkan.bot.short_notice import contact_by, contact_words, due_before, is_too_late_to_post

MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)


@pytest.mark.parametrize(
    ("today", "day", "words"),
    [
        (MONDAY, None, "inom fem arbetsdagar"),
        (MONDAY, date(2026, 12, 15), "inom fem arbetsdagar"),
        (MONDAY, date(2026, 12, 1), "inom fem arbetsdagar"),
        (MONDAY, date(2026, 11, 30), "senast fredag 27 november"),
        (MONDAY, date(2026, 11, 25), "senast tisdag 24 november"),
        (MONDAY, date(2026, 11, 24), "i dag, måndag 23 november"),
        (MONDAY, MONDAY, "i dag, måndag 23 november"),
        (FRIDAY, date(2026, 11, 30), "i dag, fredag 27 november"),
        (date(2026, 11, 29), date(2026, 11, 30), "i dag, söndag 29 november"),
        (MONDAY, date(2026, 11, 20), "inom fem arbetsdagar"),
    ],
)
def test_a_unit_is_asked_to_be_in_touch_before_the_day(today: date, day: date | None, words: str) -> None:
    assert contact_words(today, contact_by(today, day)) == words


@pytest.mark.parametrize(
    ("day", "too_late"),
    [(None, False), (MONDAY, True), (date(2026, 11, 26), True), (FRIDAY, False), (date(2026, 11, 20), False)],
)
def test_paper_that_arrives_no_sooner_than_the_day_is_not_posted(day: date | None, *, too_late: bool) -> None:
    assert is_too_late_to_post(MONDAY, day) is too_late


@pytest.mark.parametrize(
    ("day", "due"),
    [(None, 25), (date(2026, 12, 15), 25), (date(2026, 11, 25), 24), (date(2026, 11, 24), 23), (MONDAY, 23)],
)
def test_what_is_to_be_done_is_due_before_the_day(settings: Settings, day: date | None, due: int) -> None:
    now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert due_before(now, 2, day, settings).astimezone(settings.zone).day == due
