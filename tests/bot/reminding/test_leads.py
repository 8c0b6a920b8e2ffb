"""What the leads are told by themselves: their day, what presses, a yes that led nowhere – and nothing twice."""

from datetime import UTC, date, datetime

import pytest

from medverkan.bot import letters
from medverkan.bot.hours import due_in
from medverkan.bot.reminding.kinds import FOR_THE_LEAD, HIDDEN
from medverkan.bot.reminding.leads import pressing, times_late
from medverkan.bot.settings import Lead, Settings
from medverkan.bot.words import TASK
from medverkan.storage.values import Task
from tests.bot.reminding.cases import Town

KARIN, OVE = "karin@region.example", "ove@region.example"


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=Settings().zone).astimezone(UTC)


def task(kind: str, due: str, reminded: int = 0) -> Task:
    return Task(kind, "T-1", kind, None, None, None, local(due), 0, reminded, None, "")


@pytest.mark.parametrize(
    ("due", "now", "times"),
    [
        ("2026-02-10 08:00", "2026-02-12 16:00", 0),
        ("2026-02-10 08:00", "2026-02-13 08:00", 1),
        ("2026-02-10 08:00", "2026-02-17 23:59", 1),
        ("2026-02-10 08:00", "2026-02-18 00:00", 2),
        ("2026-02-10 08:00", "2027-02-18 00:00", 2),
        ("2026-04-01 08:00", "2026-04-07 08:00", 0),  # Easter is no time to wait
        ("2026-04-01 08:00", "2026-04-08 08:00", 1),
        ("2026-02-12 08:00", "2026-02-10 08:00", 0),
    ],
)
def test_a_task_is_late_by_working_days(due: str, now: str, times: int) -> None:
    assert times_late(local(due), local(now), Settings().zone) == times


@pytest.mark.parametrize(
    ("reminded", "now", "leads", "again", "over"),
    [
        (0, "2026-02-12 08:00", 2, False, False),
        (0, "2026-02-13 08:00", 2, True, False),
        (1, "2026-02-13 08:00", 2, False, False),
        (1, "2026-02-18 08:00", 2, False, True),
        (0, "2026-02-18 08:00", 2, True, False),  # after a stop: first the leads, then the stand-in at the next tick
        (2, "2026-03-18 08:00", 2, False, False),
        (1, "2026-02-18 08:00", 1, False, False),  # nobody stands in
    ],
)
def test_the_leads_are_told_again_and_then_whoever_stands_in(
    reminded: int, now: str, leads: int, again: bool, over: bool
) -> None:
    people = [Lead(name="Karin", email=KARIN), Lead(name="Ove", email=OVE)][:leads]
    settings = Settings().model_copy(update={"leads": tuple(people)})
    one = task("decide", "2026-02-10 08:00", reminded)
    assert pressing([one, task("fee", "2025-02-10 08:00")], local(now), settings) == (
        [one] if again else [], [one] if over else [],
    )  # fmt: skip


def test_a_proposal_that_nobody_answers_is_told_of_twice_and_never_again(town: Town) -> None:
    town.clock.now = local("2026-02-10 09:00")
    request = town.case([], None)
    with town.parts.store.transaction() as books:
        books.tasks.add("decide", "decide:1", due_in(town.clock(), 2, town.parts.settings), request_id=request.id)
    for day in range(10, 28):
        town.at(f"2026-02-{day} 08:00").at(f"2026-02-{day} 13:00")
    late = [(one.to, one.subject.partition(" [")[0]) for one in town.letters("lead-late")]
    assert sorted(late) == [
        (KARIN, "Det här har väntat länge (1)"), (OVE, "Det här har väntat länge (1)"),
        (OVE, "Någon behöver ta över (1)"),
    ]  # fmt: skip
    days = [one.due.astimezone(town.parts.settings.zone).day for one in town.letters("lead-day", KARIN)]
    assert days == [12, 13, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27]
    assert "svara på förslaget" in town.letters("lead-late", OVE)[0].text
    assert request.number in town.letters("lead-late", OVE)[0].text


def test_nothing_is_told_a_lead_on_leave_and_the_deputy_has_the_day(town: Town) -> None:
    away = town.parts.settings.leads[0].model_copy(update={"away_until": date(2026, 2, 12)})
    ove = town.parts.settings.leads[1].model_copy(update={"deputy": True})
    town = town.with_settings(leads=(away, ove))
    with town.parts.store.transaction() as books:
        books.tasks.add("review", "r", town.clock())
    town.at("2026-02-12 08:00")
    assert {one.to for one in town.letters("lead-day")} == {OVE}
    town.at("2026-02-13 08:00")
    assert [one.to for one in town.letters("lead-day")][-1:] == [KARIN]


def test_the_day_is_told_in_hours_on_working_days_only(town: Town) -> None:
    with town.parts.store.transaction() as books:
        books.tasks.add("review", "r", local("2026-03-30 08:00"))
    for moment in ("03-31 07:00", "04-02 09:00", "04-03 09:00", "04-04 09:00", "04-06 09:00"):
        assert town.at(f"2026-{moment}").letters("lead-day") == []
    assert len(town.at("2026-04-07 08:00").letters("lead-day")) == 2


def test_what_a_round_finds_stands_in_the_letter_of_the_same_morning(town: Town) -> None:
    town.member("Ellen")
    town.step()
    town.at("2026-08-11 08:00")
    (letter,) = town.letters("lead-day", KARIN)
    assert "Ellen Prov" in letter.text


def test_a_yes_that_is_not_handed_over_is_an_alarm_once(town: Town) -> None:
    request = town.case([town.member("Ellen")], verified=True)
    with town.parts.store.transaction() as books:
        (invitation,) = books.invitations.of(request)
        books.consents.withdraw(invitation.member_id, "release", town.clock(), request_id=request.id)
    town.step()
    assert town.letters("lead-undelivered") == []
    town.at("2026-02-11 08:00").at("2026-02-12 08:00")
    (letter,) = town.letters("lead-undelivered", KARIN)
    assert "inget samtycke att lämna ut" in letter.text
    assert len(town.tasks("undelivered")) == 1
    with town.parts.store.transaction() as books:
        books.consents.give(invitation.member_id, "release", how="t", by="t", now=town.clock(), request_id=request.id)
    town.step()
    town.clock.forward(minutes=11)
    assert town.step().tasks("undelivered") == []


def test_where_a_lead_is_asked_about_the_address_that_is_the_alarm(town: Town) -> None:
    town.case([town.member("Ellen")], verified=False)
    town.step().at("2026-02-11 08:00")
    assert len(town.tasks("unit")) == 1
    assert town.letters("lead-undelivered") == []


def test_a_long_assignment_has_an_agreement_until_it_is_over(town: Town) -> None:
    town.delivered("Ellen", day=date(2026, 3, 2), date_end="2026-10-05")
    assert "Skriv därför en överenskommelse" in town.letters("unit-delivery")[0].text
    (agreement,) = town.tasks("agreement")
    assert agreement.due == local("2026-02-24 08:00")
    assert town.at("2026-10-06 08:00").tasks("agreement") == []


def test_every_kind_has_its_words_and_is_either_shown_or_not() -> None:
    assert set(FOR_THE_LEAD) <= set(TASK)
    assert not set(FOR_THE_LEAD) & set(HIDDEN)
    template = (letters.TEMPLATES / "lead-day.txt").read_text("utf-8")
    assert all(kind in template for kind in FOR_THE_LEAD) or "task_words" in template
