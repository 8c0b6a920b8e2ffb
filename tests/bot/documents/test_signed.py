"""The papers of a long assignment are chased until all have signed, and a seat is asked about before it is over."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.commands.agreeing import agreement
from medverkan.bot.documents.signed import INTERESTS, PERSON, UNIT, day_said, papers_of, said
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import SettingsError
from medverkan.storage.values import Request
from tests.bot.clock import Clock
from tests.bot.reminding.cases import Town

TODAY = date(2026, 11, 22)
SEAT: dict[str, Any] = {"activity": "Plats i patientråd", "date_end": "2026-06-20", "occasions": 6}


@pytest.mark.parametrize(
    ("words", "papers"),
    [
        ("båda skrev under 20 november", (UNIT, PERSON)),
        ("Båda har skrivit under.", (UNIT, PERSON)),
        ("alla har skrivit på", (UNIT, PERSON)),
        ("verksamheten har skrivit under", (UNIT,)),
        ("undertecknad av verksamheten igår", (UNIT,)),
        ("verksamheten och personen har undertecknat", (UNIT, PERSON)),
        ("hon skrev under i går", (PERSON,)),
        ("hen har lämnat jävsdeklaration", (INTERESTS,)),
        ("jävsdeklarationen är inlämnad", (INTERESTS,)),
        ("verksamheten ska skriva under", ()),
        ("båda skriver under i morgon", ()),
        ("verksamheten har inte skrivit under", ()),
        ("har båda skrivit under?", ()),
        ("jag har ringt dem", ()),
        ("", ()),
    ],
)
def test_only_what_is_said_to_be_signed_counts(words: str, papers: tuple[tuple[str, str], ...]) -> None:
    assert said(words) == papers


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("skrev under 20 november", date(2026, 11, 20)),
        ("skrev under den 3 mars", date(2026, 3, 3)),
        ("skrev under 20/11", date(2026, 11, 20)),
        ("skrev under 30 december", date(2025, 12, 30)),
        ("skrev under 30 december 2025", date(2025, 12, 30)),
        ("skrev under 2026-11-02", date(2026, 11, 2)),
        ("skrev under i går", date(2026, 11, 21)),
        ("skrev under igår", date(2026, 11, 21)),
        ("har skrivit under", TODAY),
        ("skrev under 30 december 2026", None),
        ("skrev under 31/2", None),
        ("enheten skrev under 1 mars och hon 2 mars", None),
    ],
)
def test_the_day_is_the_last_such_day(words: str, day: date | None) -> None:
    assert day_said(words, TODAY) == day


@given(st.text(max_size=300))
def test_whatever_is_written_can_be_read(words: str) -> None:
    assert set(said(words, is_named=True)) <= {UNIT, PERSON, INTERESTS}
    day = day_said(words, TODAY)
    assert day is None or day <= TODAY


@pytest.fixture
def town(parts: Parts, clock: Clock) -> Town:
    return Town(parts, clock)


def lacks(town: Town, request: Request) -> list[str]:
    with town.parts.store.reading() as books:
        return [one.told for one in papers_of(Desk(books, town.parts, town.clock()), request)]


def test_a_seat_is_chased_until_both_have_signed_and_no_conflict_is_declared(town: Town) -> None:
    request = town.delivered("Ellen", **SEAT)
    (task,) = town.tasks("agreement")
    letter = town.letters("lead-agreement")[0]
    assert "bör det vara två" in letter.text
    assert f"{task.number} Ellen har lämnat jävsdeklaration" in letter.text
    town.at("2026-02-24 08:00")
    day = town.letters("lead-day", "karin")[-1]
    assert task.number in day.text
    town.answers(day, f"{task.number} båda skrev under 20 februari")
    assert "antecknat, fredag 20 februari 2026" in town.letters("lead-echo")[-1].text
    assert lacks(town, request) == ["personens jävsdeklaration"]
    (task,) = town.tasks("agreement")
    assert "jävsdeklaration" in task.note
    town.answers(day, f"{task.number} Ellen har lämnat jävsdeklaration")
    assert town.tasks("agreement") == []
    assert lacks(town, request) == [""]


@pytest.mark.parametrize("words", ["Ellen ska skriva under", "skrev under 31 december 2099", "vi får se"])
def test_what_is_not_plain_is_asked_back_and_nothing_is_noted(town: Town, words: str) -> None:
    request = town.delivered("Ellen", **SEAT)
    (task,) = town.tasks("agreement")
    town.at("2026-02-24 08:00")
    town.answers(town.letters("lead-day", "karin")[-1], f"{task.number} {words}")
    assert "jag förstod inte" in town.letters("lead-echo")[-1].text
    assert "personens underskrift" in lacks(town, request)[0]


def test_of_two_people_the_one_who_is_named_has_signed_and_the_unit_signs_for_both(town: Town) -> None:
    request = town.delivered("Ellen", "Rut", **SEAT)
    (task,) = town.tasks("agreement")
    town.at("2026-02-24 08:00")
    day = town.letters("lead-day", "karin")[-1]
    town.answers(day, f"{task.number} båda skrev under")
    assert "jag förstod inte" in town.letters("lead-echo")[-1].text
    town.answers(day, f"{task.number} verksamheten har skrivit under")
    town.answers(day, f"{task.number} Rut skrev under i går")
    assert lacks(town, request) == ["personens underskrift, personens jävsdeklaration", "personens jävsdeklaration"]


def test_ticking_it_off_ends_the_chase_and_makes_no_signature_up(town: Town) -> None:
    request = town.delivered("Ellen", **SEAT)
    (task,) = town.tasks("agreement")
    town.at("2026-02-24 08:00")
    town.answers(town.letters("lead-day", "karin")[-1], f"{task.number} klart")
    assert town.tasks("agreement") == []
    assert "verksamhetens underskrift" in lacks(town, request)[0]


def test_a_seat_is_asked_about_sixty_days_before_its_last_day_and_once(town: Town) -> None:
    town.delivered("Ellen", **SEAT)
    assert town.at("2026-04-20 08:00").tasks("term") == []
    (task,) = town.at("2026-04-21 08:00").tasks("term")
    assert "20 juni 2026" in task.note
    with town.parts.store.transaction() as books:
        books.tasks.done(task, town.clock())
    assert town.at("2026-04-22 08:00").tasks("term") == []


@pytest.fixture
def home(town: Town, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("MEDVERKAN_HOME", str(town.parts.settings.home))
    yield town.parts.settings.home


@pytest.mark.usefixtures("home")
def test_the_command_notes_and_shows_the_same(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    number = town.delivered("Ellen", **SEAT).number
    short = town.delivered("Rut").number

    def told(
        signed: str | None = None, day: str | None = None, until: str | None = None, who: str | None = None
    ) -> str:
        assert agreement(None, number, signed, who, day, until, as_json=False) == 0
        return capsys.readouterr().out

    assert "verksamhetens underskrift: saknas" in told()
    assert "verksamhetens underskrift: 18 feb 2026" in told("verksamheten", "2026-02-18")
    assert "till och med 31 dec 2027" in told(until="2027-12-31")
    told("jäv", "2026-02-18")
    assert "saknas" not in told("personen", "2026-02-18", who="M-0001")
    assert town.tasks("agreement") == []
    assert agreement(None, number, None, None, None, None, as_json=True) == 0
    (one,) = json.loads(capsys.readouterr().out)["people"]
    assert (one["lacks"], one["until"]) == ([], "2027-12-31")
    for wrong in ((number, "chefen", None), (number, "båda", "2099-01-01"), (short, None, None), ("F-1", None, None)):
        with pytest.raises(SettingsError):
            agreement(None, wrong[0], wrong[1], None, wrong[2], None, as_json=False)
