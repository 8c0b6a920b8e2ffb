"""Each promise of the year is really asked: what breaks it is seen. The harm is done by hand, after a few days."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from medverkan.bot.demo.year import calendar, invariants
from medverkan.bot.demo.year.lived import Year
from medverkan.bot.demo.year.play import START, live
from medverkan.bot.demo.year.town import Sent
from medverkan.mailbox.values import Letter

LEAD = "karin.exempel@region.example"


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """Live through January, in which all are registered and nobody has been asked for yet."""
    lived = live(tmp_path_factory.mktemp("year"), 3, 6, 3, end=START + timedelta(days=20))
    with closing(lived.town.parts):
        yield lived


def letter(year: Year, to: str, words: str = "Hej", subject: str = "Ett uppdrag", by: str = "", **more: Any) -> Sent:
    """Return a letter as if it left now, on a working morning."""
    by = by or (
        "invanarmedverkan@region.example" if to.endswith("@region.example") else "intressebanken@utskick.example"
    )
    number = len(year.witness.ids)
    made = Letter(message_id=f"<{number}@x.example>", subject=subject, to=(to,))
    return replace(Sent(calendar.local(date(2026, 1, 22), 10), by, to, b"", made, words), **more)


def test_a_quiet_january_breaks_nothing(year: Year) -> None:
    assert invariants.broken(year) == []


Harm = Callable[[Year], Sent]


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (lambda y: letter(y, LEAD, subject=f"F-2026-0001: {y.residents[0].last}"), "ett efternamn i ämnesraden"),
        (lambda y: letter(y, LEAD, subject="Om din stroke"), "en sjukdom eller ett stöd i ämnesraden"),
        (lambda y: letter(y, "a@nybro.example", by="invanarmedverkan@region.example"), "en främmande domänen"),
        (lambda y: letter(y, y.assignments[0].email, y.residents[0].name, "F-2026-0001: en person"), "utan dess ja"),
        (lambda y: letter(y, y.residents[1].email, y.residents[0].last), "utan dess ja"),
        (
            lambda y: letter(y, y.residents[0].email, at=calendar.local(date(2026, 1, 22), 17)),
            "utanför vardagar",
        ),
        (
            lambda y: letter(y, y.residents[0].email, at=calendar.local(date(2026, 4, 2), 10)),
            "utanför vardagar",
        ),
        (lambda y: letter(y, "+46701740699", "Hej!", channel="sms"), "ingen har sagt ja till sms"),
        (lambda y: letter(y, "+46701740699", f"Hej {y.residents[0].first}!", channel="sms"), "ett förnamn i ett sms"),
        (lambda y: letter(y, "+46701740699", "å" * 161, channel="sms"), "längre än en del"),
    ],
)
def test_a_letter_that_may_never_leave_is_seen(year: Year, harm: Harm, told: str) -> None:
    before = len(year.witness.broken)
    year.witness.see(harm(year))
    assert any(told in one for one in year.witness.broken[before:]), year.witness.broken[before:]
    del year.witness.broken[before:]


def test_the_same_letter_twice_and_a_loop_are_seen(year: Year) -> None:
    before = len(year.witness.broken)
    once = letter(year, LEAD)
    for _ in range(70):
        year.witness.see(once)
    told = " ".join(year.witness.broken[before:])
    assert "samma brev gick två gånger" in told
    assert "fler än 60 på en dag" in told
    del year.witness.broken[before:]


def test_the_same_words_twice_in_a_day_are_seen_under_whatever_message_id(year: Year) -> None:
    before = len(year.witness.broken)
    for _ in range(2):
        year.witness.see(letter(year, year.assignments[0].email, kind="unit-received"))
    assert [one.rpartition(": ")[2] for one in year.witness.broken[before:]] == ["samma ord två gånger på en dag"]
    del year.witness.broken[before:]


def test_a_name_in_the_chat_is_seen(year: Year) -> None:
    before = len(year.witness.broken)
    year.witness.see(letter(year, "4711", f"Ring {year.residents[0].first}", channel="chat"))
    assert "ett förnamn i chatten" in year.witness.broken[before]
    del year.witness.broken[before:]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM mail WHERE kind = 'reply'", "finns 0 gånger i registret"),
        ("UPDATE mail SET kind = 'reply' WHERE kind = 'registration'", "registration togs för reply"),
        ("DELETE FROM receipt", "inte raderad med kvitto"),
        ("DELETE FROM task; UPDATE member SET status = 'registered'", "är anmäld och ingen ska ringa"),
        ("UPDATE task SET due = '2025-01-01 08:00:00.000000', done_at = NULL", "har väntat sedan"),
    ],
)
def test_harm_to_the_register_is_seen(year: Year, statement: str, told: str) -> None:
    with harmed(year, statement):
        assert any(told in one for one in invariants.broken(year))
    assert invariants.broken(year) == []


@contextmanager
def harmed(year: Year, statement: str) -> Iterator[None]:
    """Do harm to the register, and undo it by putting its file back."""
    file = year.town.parts.settings.home / "medverkan.db"
    with closing(sqlite3.connect(file)) as register, closing(sqlite3.connect(":memory:")) as unharmed:
        register.backup(unharmed)
        register.executescript(statement)
        register.commit()
        try:
            yield
        finally:
            unharmed.backup(register)
