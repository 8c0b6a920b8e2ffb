"""A new registration that may be somebody who is here already is pointed out to the lead, and nothing more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from medverkan.bot import register
from medverkan.bot.parts import open_parts
from medverkan.bot.post import Desk
from medverkan.bot.rights.alike import alike
from medverkan.bot.rights.names import SAME_YEAR, sounding
from medverkan.bot.settings import load
from medverkan.mailbox.values import Form, Kind
from medverkan.storage.lifecycle import MemberEvent
from tests.bot.clock import Clock


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    parts = open_parts(load(home=tmp_path), tell=False)
    with parts.store.transaction() as books:
        yield Desk(books, parts, clock())
    parts.close()


def add(desk: Desk, first: str, last: str, **fields: object) -> str:
    """Register somebody; return their number."""
    form = Form(Kind.REGISTRATION, {"first_name": first, "last_name": last, **fields})
    return register.add_member(desk, form, announce=False).number


def told(desk: Desk, first: str, last: str, **fields: object) -> list[str]:
    return alike(desk, {"first_name": first, "last_name": last, **fields})


def test_a_name_spelt_otherwise_with_the_same_year_is_pointed_out(desk: Desk) -> None:
    one = add(desk, "Kristina", "Lindqvist", birth_year=1951)
    assert [line[: len(one)] for line in told(desk, "Christina", "Lindkvist", birth_year=1951)] == [one]
    assert told(desk, "Christina", "Lindkvist", birth_year=1952) == []


def test_without_a_year_the_town_must_be_one_and_the_name_nearly_the_same(desk: Desk) -> None:
    add(desk, "Eva", "Lund", municipality="Nybro")
    assert len(told(desk, "Ewa", "Lund", municipality="Nybro", birth_year=1951)) == 1
    assert told(desk, "Ewa", "Lund", municipality="Kalmar") == []
    assert told(desk, "Ewa", "Lund") == []


def test_a_shared_phone_or_address_is_pointed_out_with_which(desk: Desk) -> None:
    one = add(desk, "Eva", "Lund", phone="+46701740605", email="lund@hemma.example")
    assert told(desk, "Bo", "Ask", phone="+46701740605") == [f"{one}: samma telefonnummer"]
    [both] = told(desk, "Bo", "Ask", phone="+46701740605", email="lund@hemma.example")
    assert both == f"{one}: samma telefonnummer, samma e-postadress"


def test_who_has_left_is_nobody_to_be_compared_with(desk: Desk) -> None:
    one = add(desk, "Eva", "Lund", birth_year=1951, phone="+46701740605")
    member = desk.books.members.get(one)
    assert member
    desk.books.members.move(member, MemberEvent.LEFT)
    assert told(desk, "Eva", "Lund", birth_year=1951, phone="+46701740605") == []


def test_a_changed_name_is_compared_as_it_is_now(desk: Desk) -> None:
    one = add(desk, "Eva", "Lund", birth_year=1951)
    told(desk, "Eva", "Lund", birth_year=1951)
    member = desk.books.members.get(one)
    assert member
    desk.books.members.edit(member, {"first_name": "Eva", "last_name": "Krantz", "birth_year": 1951}, ())
    assert told(desk, "Eva", "Lund", birth_year=1951) == []
    assert len(told(desk, "Eva", "Krants", birth_year=1951)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Per-Olof Åkesson", "Per Olof Åkeson"),
        ("Mats Svensson", "Matz Svenson"),
        ("Karin Ek", "Carin Eek"),
        ("Filip Strid", "Philip Strid"),
        ("Lindqvist Kristina", "Kristina Lindkvist"),
    ],
)
def test_spellings_of_one_name_sound_the_same(one: str, other: str) -> None:
    assert fuzz.token_sort_ratio(sounding(one), sounding(other)) == 100


@pytest.mark.parametrize(
    ("one", "other"), [("Eva Lund", "Ida Lund"), ("Lars Karlsson", "Lena Karlsson"), ("Gunilla Berg", "Gunnel Berg")]
)
def test_siblings_do_not(one: str, other: str) -> None:
    assert fuzz.token_sort_ratio(sounding(one), sounding(other)) < SAME_YEAR


@given(st.text(max_size=80))
def test_any_name_has_a_sound(name: str) -> None:
    assert sounding(sounding(name)) is not None
