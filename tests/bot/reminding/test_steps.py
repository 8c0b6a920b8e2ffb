"""What a chain of reminders does: (now, state) → act, as tables; and what no chain ever does, by hypothesis."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.hours import may_contact_on, next_contact
from medverkan.bot.reminding.days import feedback_moments
from medverkan.bot.reminding.steps import Act, Chain, next_step
from medverkan.bot.settings import Settings

SETTINGS = Settings()
ZONE = SETTINGS.zone
ASKS = Chain(letters=2, patience=5)
ONCE = Chain(letters=1, patience=3)
TELLS = Chain(letters=3, patience=3, hands_over=False)
# Thursday 5 February 2026 was the day: letters on 12 February and 9 March (the 7th is a Saturday), the lead 23 March.
MOMENTS = feedback_moments(date(2026, 2, 5), SETTINGS)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def shown(moment: datetime | None) -> str:
    return f"{moment.astimezone(ZONE):%Y-%m-%d %H:%M}" if moment else ""


@pytest.mark.parametrize(
    ("now", "reached", "due", "act", "dealt_with", "again"),
    [
        # It waits for its day, and for the hours.
        ("2026-02-10 07:59", 0, "2026-02-10 08:00", Act.WAIT, 0, "2026-02-10 08:00"),
        ("2026-02-10 08:00", 0, "2026-02-10 08:00", Act.WRITE, 1, "2026-02-17 08:00"),
        ("2026-02-10 16:30", 0, "2026-02-10 08:00", Act.WAIT, 0, "2026-02-11 08:00"),
        ("2026-02-14 12:00", 0, "2026-02-10 08:00", Act.WAIT, 0, "2026-02-16 08:00"),
        # Each step waits for its answer, counted in working days from when it was taken.
        ("2026-02-17 08:00", 1, "2026-02-17 08:00", Act.WRITE, 2, "2026-02-24 08:00"),
        ("2026-02-24 08:00", 2, "2026-02-24 08:00", Act.HAND_OVER, 2, ""),
        # After a long stop: one step, and then the wait again.
        ("2026-05-04 10:00", 0, "2026-02-10 08:00", Act.WRITE, 1, "2026-05-11 08:00"),
        # Over Easter, and where the day after would be an eve.
        ("2026-03-27 10:00", 1, "2026-03-20 08:00", Act.WRITE, 2, "2026-04-07 08:00"),
        ("2026-04-02 10:00", 0, "2026-04-02 08:00", Act.WAIT, 0, "2026-04-07 08:00"),
    ],
)
def test_a_chain_takes_one_step_at_a_time(
    now: str, reached: int, due: str, act: Act, dealt_with: int, again: str
) -> None:
    step = next_step(ASKS, reached, local(due), local(now), SETTINGS)
    assert (step.act, step.reached, shown(step.due)) == (act, dealt_with, again)


@pytest.mark.parametrize(
    ("now", "reached", "act", "dealt_with", "again"),
    [
        ("2026-02-12 08:00", 0, Act.WRITE, 1, "2026-03-09 08:00"),
        ("2026-03-09 08:00", 1, Act.WRITE, 2, "2026-03-23 08:00"),
        ("2026-03-23 08:00", 2, Act.HAND_OVER, 2, ""),
        # Late: the first letter is left out, and the second leaves room for an answer.
        ("2026-03-10 09:00", 0, Act.WRITE, 2, "2026-03-23 08:00"),
        ("2026-03-20 09:00", 0, Act.WRITE, 2, "2026-03-27 08:00"),
        # Very late: the unit is asked once before a lead is bothered; one that was asked before is not asked again.
        ("2026-05-04 09:00", 0, Act.WRITE, 2, "2026-05-11 08:00"),
        ("2026-05-04 09:00", 1, Act.HAND_OVER, 2, ""),
    ],
)
def test_of_days_that_have_passed_only_the_latest_counts(
    now: str, reached: int, act: Act, dealt_with: int, again: str
) -> None:
    step = next_step(ASKS, reached, MOMENTS[0], local(now), SETTINGS, MOMENTS)
    assert (step.act, step.reached, shown(step.due)) == (act, dealt_with, again)


def test_a_chain_that_is_handed_to_nobody_ends() -> None:
    assert next_step(TELLS, 2, local("2026-02-10 08:00"), local("2026-02-10 08:00"), SETTINGS).act is Act.WRITE
    assert next_step(TELLS, 2, local("2026-02-10 08:00"), local("2026-02-10 08:00"), SETTINGS).due is None
    assert next_step(TELLS, 3, local("2026-02-10 08:00"), local("2026-02-10 08:00"), SETTINGS).act is Act.END


def test_a_question_that_is_asked_once_is_a_persons_after_three_working_days() -> None:
    asked = next_step(ONCE, 0, local("2026-02-12 08:00"), local("2026-02-12 11:00"), SETTINGS)
    assert (asked.act, shown(asked.due)) == (Act.WRITE, "2026-02-17 08:00")
    assert asked.due
    assert next_step(ONCE, 1, asked.due, asked.due, SETTINGS).act is Act.HAND_OVER


@pytest.mark.parametrize(
    ("now", "again"),
    [("2026-03-23 09:00", "2026-03-30 08:00"), ("2026-10-19 09:00", "2026-10-26 08:00")],
)
def test_eight_in_the_morning_is_eight_whatever_summer_time_does(now: str, again: str) -> None:
    assert shown(next_step(ASKS, 0, local(now), local(now), SETTINGS).due) == again


START = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.timedeltas(timedelta(0), timedelta(days=1000)).map(lambda since: START + since)
chains = st.builds(Chain, st.integers(1, 3), st.integers(1, 10), st.booleans())


@given(
    chains, moments, st.lists(st.timedeltas(timedelta(0), timedelta(days=60)), min_size=1, max_size=40), st.booleans()
)
def test_no_chain_acts_outside_hours_or_twice_or_for_ever(
    chain: Chain, start: datetime, sleeps: list[timedelta], fixed: bool
) -> None:
    days = tuple(next_contact(start + timedelta(days=20 * at), SETTINGS) for at in range(chain.letters + 1)) * fixed
    reached, due, now, taken = 0, next_contact(start, SETTINGS), start, []
    for sleep in sleeps:
        now += sleep
        step = next_step(chain, reached, due, now, SETTINGS, days)
        if step.act is Act.WAIT:
            assert step.reached == reached
            assert step.due is not None
            continue
        day = now.astimezone(ZONE)
        assert may_contact_on(day.date())
        assert SETTINGS.hours.start <= day.time() < SETTINGS.hours.end
        if step.act is Act.WRITE:
            taken.append(step.reached)
        assert step.act is not Act.HAND_OVER or taken
        if step.due is None:
            break
        assert step.due > now
        reached, due = step.reached, step.due
    assert taken == sorted(set(taken))
    assert len(taken) <= chain.letters
