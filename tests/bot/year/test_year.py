"""A whole year in which much goes wrong, and in which nothing that can never happen does (product.md's ten).

The invariants are the demo's own, asked from outside: of the mailbox, of every letter and SMS as it leaves, of the log
and of the register. Here the year is smaller than the demo's; `medverkan demo --year --seed N` lives others.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest

from medverkan.bot.demo.year import figures, invariants, telling
from medverkan.bot.demo.year.lived import Year
from medverkan.bot.demo.year.play import live, temporary_home
from medverkan.storage.lifecycle import RequestState

SEED, RESIDENTS, REQUESTS = 1, 20, 12


@pytest.fixture(scope="module")
def year() -> Iterator[Year]:
    with temporary_home() as home:
        lived = live(home, SEED, RESIDENTS, REQUESTS)
        with closing(lived.town.parts):
            yield lived


def test_nothing_that_can_never_happen_happens_in_a_year(year: Year) -> None:
    assert invariants.broken(year) == []


def test_the_year_held_what_can_go_wrong(year: Year) -> None:
    put = Counter(one.what for one in year.town.put)
    wanted = {"registration", "request", "reply-lead", "reply-unit", "automatic", "forged", "stray", "leaves"}
    assert wanted - set(put) == set()
    assert put["registration"] > RESIDENTS, "one came twice"
    assert year.mishaps.forged
    assert 'event="mailbox not reached"' in year.log
    assert 'event="mail not sent"' in year.log
    assert year.room.used
    kinds = Counter(sent.kind for sent in year.town.sent)
    assert {"mail", "sms", "chat"} == {sent.channel for sent in year.town.sent}
    assert {"lead-proposal", "lead-calls", "unit-delivery", "participant-assignment", "unit-feedback"} <= set(kinds)


def test_most_of_what_was_asked_for_came_to_something(year: Year) -> None:
    told = figures.figures_of(year)
    ended = Counter(case.state for case in told.cases)
    assert len(told.cases) >= REQUESTS - 1, "all but the one that could not be read"
    assert ended[RequestState.CLOSED] >= REQUESTS // 2
    assert sum(case.took_part for case in told.cases) >= REQUESTS // 3
    assert told.median_days("proposed") == 0


def test_what_the_leads_wrote_in_their_own_words_was_understood(year: Year) -> None:
    written = sum(one.what == "reply-lead" for one in year.town.put)
    assert len(year.truth.misread) <= written // 20, year.truth.misread


def test_the_year_is_told_with_its_months_what_was_late_and_its_promises(year: Year) -> None:
    lines = list(telling.told(year, []))
    assert sum(line.startswith("  januari") for line in lines) == 2
    assert any("Alla löften höll" in line for line in lines)
    assert any("BRUTNA LÖFTEN (1)" in line for line in telling.told(year, ["något"]))


def test_one_participants_letters_and_sms_over_an_assignment_are_told_in_order(year: Year) -> None:
    told = "\n".join(telling.stream(year))
    assert "Ett uppdrag vi pratat om" in told
    assert told.index("Här är uppdraget") < told.index("påminnelse")
