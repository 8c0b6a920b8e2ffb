"""The daily rounds: whom to phone, whose data to look through, who has come of age – spread, and never twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.propose import profile_of
from medverkan.bot.reminding.upkeep import CALLED, REVIEWED, SPREAD, Standing, calls_due
from medverkan.bot.sections.follow_up import FollowUp
from medverkan.matching.gates import stopped_always
from medverkan.storage.lifecycle import MemberStatus
from tests.bot.reminding.cases import Town

TODAY = date(2026, 8, 10)
ACTIVE, RESTING, RESTRICTED = MemberStatus.ACTIVE, MemberStatus.RESTING, MemberStatus.RESTRICTED


@pytest.mark.parametrize(
    ("status", "talked", "reviewed", "months", "review_months", "kind"),
    [
        (ACTIVE, "2026-02-10", "2026-02-10", 6, 24, "follow_up"),
        (ACTIVE, "2026-02-11", "2026-02-10", 6, 24, ""),
        (ACTIVE, "2026-02-10", "2024-08-10", 6, 24, "data_review"),  # one call does for both
        (ACTIVE, "2026-08-01", "2024-08-10", 6, 24, "data_review"),
        (ACTIVE, "2020-01-01", "2020-01-01", 0, 0, ""),
        (ACTIVE, "2020-01-01", "2020-01-01", 6, 0, "follow_up"),
        (ACTIVE, "2020-01-01", "2020-01-01", 0, 24, "data_review"),
        (MemberStatus.INTRODUCED, "2026-02-10", "2026-02-10", 6, 24, "follow_up"),
        (MemberStatus.REGISTERED, "2026-02-10", "2020-02-10", 6, 24, ""),  # has a call of its own
        (RESTING, "2020-01-01", "2026-02-10", 6, 24, ""),
        (RESTING, "2020-01-01", "2024-02-10", 6, 24, "data_review"),
        (RESTRICTED, "2020-01-01", "2020-01-01", 6, 24, ""),
        (MemberStatus.LEFT, "2020-01-01", "2020-01-01", 6, 24, ""),
    ],
)
def test_who_is_phoned_is_told_by_when_they_last_were(
    status: MemberStatus, talked: str, reviewed: str, months: int, review_months: int, kind: str
) -> None:
    one = Standing("m", status, date.fromisoformat(talked), date.fromisoformat(reviewed))
    assert [found[1] for found in calls_due([one], TODAY, months, review_months)] == ([kind] if kind else [])


days = st.dates(date(2020, 1, 1), TODAY)
standings = st.builds(Standing, st.uuids().map(str), st.sampled_from(list(MemberStatus)), days, days)


@given(st.lists(standings, max_size=30))
def test_nobody_is_due_twice_and_who_waited_longest_comes_first(people: list[Standing]) -> None:
    found = calls_due(people, TODAY, 6, 24)
    assert len({member for member, _, _ in found}) == len(found)
    assert [since for _, _, since in found] == sorted(since for _, _, since in found)
    by_id = {one.id: one for one in people}
    assert all(by_id[member].status in (CALLED if kind == "follow_up" else REVIEWED) for member, kind, _ in found)


def test_an_active_person_is_phoned_every_six_months_from_when_somebody_talked_to_them(town: Town) -> None:
    member = town.member("Ellen")
    town.step()
    town.at("2026-08-07 08:00")
    assert town.tasks("follow_up") == []
    town.at("2026-08-10 08:00")
    (task,) = town.tasks("follow_up")
    assert task.member_id == member.id
    town.at("2026-08-11 08:00").at("2026-08-12 08:00")
    assert town.tasks("follow_up") == [task]
    with town.parts.store.transaction() as books:
        books.tasks.called(member.id, "accepted", by="lead", now=town.clock(), task=task)
        books.tasks.done(task, town.clock())
    town.at("2026-09-01 08:00").at("2027-02-11 08:00")
    assert town.tasks("follow_up") == []
    assert len(town.at("2027-02-12 08:00").tasks("follow_up")) == 1


def test_a_call_about_an_assignment_moves_the_next_one_and_an_unanswered_one_does_not(town: Town) -> None:
    reached, missed = town.member("Ellen"), town.member("Hugo")
    town.at("2026-05-04 09:00")
    with town.parts.store.transaction() as books:
        books.tasks.called(reached.id, "declined", by="lead", now=town.clock())
        books.tasks.called(missed.id, "no_answer", by="lead", now=town.clock())
    town.at("2026-08-10 08:00")
    assert [task.member_id for task in town.tasks("follow_up")] == [missed.id]


def test_calls_are_turned_off_by_the_setting(town: Town) -> None:
    town.member("Ellen")
    town = town.with_settings(follow_up=FollowUp(months=0, review_months=0))
    assert town.step().at("2030-08-12 08:00").tasks("follow_up", "data_review") == []


def test_what_is_kept_is_looked_through_every_other_year(town: Town) -> None:
    town.member("Ellen")
    town = town.with_settings(follow_up=FollowUp(months=0))
    town.step().at("2028-02-09 08:00")
    assert town.tasks("data_review") == []
    town.at("2028-02-10 08:00")
    (task,) = town.tasks("data_review")
    with town.parts.store.transaction() as books:
        books.tasks.done(task, town.clock())
    town.at("2028-02-11 08:00").at("2028-03-10 08:00")
    assert town.tasks("data_review") == []


def test_an_import_of_many_is_spread_and_the_heap_never_grows(town: Town) -> None:
    for number in range(SPREAD + 5):
        town.member(f"Person{number}")
    town.step().at("2026-08-10 08:00").at("2026-08-11 08:00")
    assert len(town.tasks("follow_up")) == SPREAD
    with town.parts.store.transaction() as books:
        for task in town.tasks("follow_up")[:3]:
            books.tasks.done(task, town.clock())
    assert len(town.step().tasks("follow_up")) == SPREAD - 3
    assert len(town.at("2026-08-12 08:00").tasks("follow_up")) == SPREAD


def test_a_round_that_was_missed_is_made_once(town: Town) -> None:
    town.step()
    town.at("2026-12-23 09:00")
    due = {one.kind: one.due for one in town.tasks("morning", "midnight")}
    assert due["morning"].astimezone(UTC) == datetime(2026, 12, 28, 7, tzinfo=UTC)
    assert due["midnight"].astimezone(UTC) == datetime(2026, 12, 23, 23, tzinfo=UTC)


def _matchable(town: Town, member_id: str) -> str:
    with town.parts.store.reading() as books:
        member = books.members.get(member_id)
        assert member
        profile = profile_of(member, books.consents.live_kinds().get(member.id, set()))
    year = town.clock().astimezone(town.parts.settings.zone).year
    return stopped_always(profile, year, minors_wanted=True, only_introduced=False)


def test_who_comes_of_age_is_matched_no_more_until_they_agree_themselves(town: Town) -> None:
    child = town.member("Tove", "matching", "guardian", "email", "sms", birth_year=2009)
    assert _matchable(town, child.id) == ""
    town.step().at("2026-12-31 23:59")
    assert _matchable(town, child.id) == ""
    town.at("2027-01-01 00:00")
    assert _matchable(town, child.id) == "no_consent"
    with town.parts.store.reading() as books:
        assert books.consents.live(child.id, "email") is books.consents.live(child.id, "sms") is None
    (task,) = town.tasks("own_consent")
    assert task.member_id == child.id
    assert town.letters("lead-day") == []
    town.at("2027-01-04 08:00")
    assert "Tove Prov" in town.letters("lead-day", "karin")[0].text
    with town.parts.store.transaction() as books:
        books.consents.give(child.id, "matching", how="telefon", by="lead", now=town.clock())
    assert _matchable(town, child.id) == ""
    assert town.at("2027-01-07 08:00").tasks("own_consent") == []
    town.at("2028-01-03 08:00")
    assert _matchable(town, child.id) == ""


@pytest.mark.parametrize(
    ("fields", "stays"),
    [({"birth_year": 1970}, True), ({}, True), ({"birth_year": 2008}, True), ({"birth_year": 2010}, True)],
)
def test_nobody_elses_consent_is_touched(town: Town, fields: dict[str, int], stays: bool) -> None:
    one = town.member("Ellen", "matching", **fields)
    town.step().at("2027-01-01 00:00")
    with town.parts.store.reading() as books:
        assert (books.consents.live(one.id, "matching") is not None) is stays


def test_a_register_that_was_asleep_over_new_year_catches_up_at_its_first_tick(town: Town) -> None:
    child = town.member("Tove", "matching", "guardian", birth_year=2009)
    town.step().at("2027-03-16 10:00")
    assert _matchable(town, child.id) == "no_consent"
    assert len(town.tasks("own_consent")) == 1
    assert town.clock() - timedelta(days=1) < town.tasks("own_consent")[0].due
