"""How well answers are read that ten secretaries wrote in their own ways: kept as well as it is, and no wrong merge."""

import pytest

from tests.mailbox.answers.exchanges import Exchange, exchanges, names
from tests.mailbox.answers.exchanging import answer_to, faults

RIGHT = {
    "bo": 5,
    "ritva": 11,
    "dan": 5,
    "lisbet": 5,
    "farid": 5,
    "margareta": 5,
    "solveig": 4,
}  # of six, where not all are
ALL = [one for name in names() for one in exchanges(name)]


@pytest.mark.parametrize("one", ALL, ids=[one.words[:40] or "between" for one in ALL])
def test_no_answer_gives_a_field_what_it_does_not_say(one: Exchange) -> None:
    assert faults(one, answer_to(one))["wrong"] == []


@pytest.mark.parametrize("name", names())
def test_answers_are_read_as_well_as_they_are(name: str) -> None:
    right = sum(not any(faults(one, answer_to(one)).values()) for one in exchanges(name))
    assert right >= RIGHT.get(name, len(exchanges(name)))
