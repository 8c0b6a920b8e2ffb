"""Who of the leads is there, as [[leads]] tells it: leave, deputies, and whom letters go to."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.sections.leads import on_duty, stand_ins
from medverkan.bot.settings import Lead, SettingsError, load
from tests.bot.clock import Clock

JULY = {"away_from": date(2026, 7, 1), "away_until": date(2026, 7, 31)}


def lead(name: str, **presence: object) -> Lead:
    return Lead.model_validate({"name": name, "email": f"{name.lower()}@region.example", **presence})


@pytest.mark.parametrize(
    ("day", "presence", "away"),
    [
        ((2026, 6, 30), JULY, False),
        ((2026, 7, 1), JULY, True),
        ((2026, 7, 31), JULY, True),
        ((2026, 8, 1), JULY, False),
        ((2026, 7, 15), {}, False),
        ((2026, 7, 15), {"away_from": date(2026, 7, 1)}, True),
        ((2026, 6, 15), {"away_from": date(2026, 7, 1)}, False),
        ((2026, 7, 15), {"away_until": date(2026, 7, 15)}, True),
        ((2026, 7, 16), {"away_until": date(2026, 7, 15)}, False),
    ],
)
def test_both_days_of_a_leave_belong_to_it(day: tuple[int, int, int], presence: dict[str, object], away: bool) -> None:
    assert lead("Karin", **presence).is_away(date(*day)) is away


@pytest.mark.parametrize(
    ("leads", "told", "told_late"),
    [
        ([lead("Karin")], ["Karin"], []),
        ([lead("Karin"), lead("Ove")], ["Karin", "Ove"], ["Ove"]),
        ([lead("Karin", **JULY), lead("Ove")], ["Ove"], []),
        ([lead("Karin"), lead("Ove", **JULY)], ["Karin"], []),
        ([lead("Karin"), lead("Ove", deputy=True)], ["Karin"], ["Ove"]),
        ([lead("Karin", **JULY), lead("Ove", deputy=True)], ["Ove"], ["Ove"]),
        ([lead("Karin", **JULY), lead("Ove", deputy=True, **JULY)], ["Karin", "Ove"], []),
        ([lead("Ove", deputy=True)], ["Ove"], ["Ove"]),
        ([], [], []),
    ],
)
def test_letters_skip_who_is_away_and_a_deputy_steps_in(
    leads: list[Lead], told: list[str], told_late: list[str]
) -> None:
    day = date(2026, 7, 15)
    assert [one.name for one in on_duty(leads, day)] == told
    assert [one.name for one in stand_ins(leads, day)] == told_late


def test_a_leave_is_written_in_the_file(config: Path) -> None:
    text = config.read_text("utf-8").replace(
        'email = "karin@region.example"', 'email = "karin@region.example"\naway_from = 2026-07-01\nawayuntil = 1'
    )
    config.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=r"\[\[leads\]\] nr 1 awayuntil: finns inte"):
        load(config)
    config.write_text(text.replace("awayuntil = 1", 'away_until = "2026-07-31"'), "utf-8")
    assert [one.is_away(date(2026, 7, 15)) for one in load(config).leads] == [True, False]
    config.write_text(text.replace("awayuntil = 1", 'away_until = "i augusti"'), "utf-8")
    with pytest.raises(SettingsError, match=r"away_until: ska vara ett datum"):
        load(config)
    config.write_text(text.replace("awayuntil = 1", "away_until = 2026-06-01"), "utf-8")
    with pytest.raises(SettingsError, match=r"away_from ska vara före away_until"):
        load(config)


def test_how_often_people_are_phoned_is_a_setting(tmp_path: Path) -> None:
    file = tmp_path / "medverkan.toml"
    file.write_text("[follow_up]\nmonths = 0\n", "utf-8")
    assert load(file).follow_up.months == 0
    assert load(file).follow_up.review_months == 24
    file.write_text("[follow_up]\nmonths = 61\n", "utf-8")
    with pytest.raises(SettingsError, match=r"\[follow_up\] months: ska vara högst 60"):
        load(file)


def test_nothing_is_written_to_a_lead_on_leave(parts: Parts, clock: Clock) -> None:
    away = [one.model_copy(update={"away_until": date(2026, 2, 10)}) for one in parts.settings.leads[:1]]
    settings = parts.settings.model_copy(update={"leads": (*away, *parts.settings.leads[1:])})
    parts = replace(parts, settings=settings)
    with parts.store.transaction() as books:
        Desk(books, parts, clock()).note_to_leads("lead-overdue", "k", count=1, oldest="i går")
        assert [one.to for one in books.outgoing.all()] == ["ove@region.example"]
        clock.forward(days=1)
        Desk(books, parts, clock()).note_to_leads("lead-overdue", "k:2", count=1, oldest="i går")
        assert len(books.outgoing.all()) == 3
