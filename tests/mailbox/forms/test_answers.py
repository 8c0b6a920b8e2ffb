"""A unit's answer by reply: merged where it is plain what it answers, and left for a person where it is not."""

from datetime import UTC, datetime
from typing import Any

import pytest

from medverkan.mailbox.forms.answers import answer_of
from medverkan.mailbox.forms.asked import Asked, asked_of
from medverkan.mailbox.values import Kind
from tests.mailbox.forms.answer_dialogues import DERIVED, DIALOGUES

WHEN = datetime(2027, 2, 3, 9, tzinfo=UTC)


def asked(*what: str) -> tuple[Asked, ...]:
    """Return the questions in that order: keys of missing fields, or whole questions."""
    found = (asked_of(Kind.REQUEST, *(((one,), ()) if " " not in one else ((), (one,))))[0] for one in what)
    return tuple(Asked(number, one.key, one.text) for number, one in enumerate(found, 1))


@pytest.mark.parametrize(("what", "words", "fields", "left"), DIALOGUES, ids=[said[1][:50] for said in DIALOGUES])
def test_an_answer_gives_what_it_plainly_says_and_nothing_else(
    what: tuple[str, ...], words: str, fields: dict[str, Any], left: bool | None
) -> None:
    found = answer_of(words, Kind.REQUEST, WHEN, asked(*what))
    unsaid = {key for key in DERIVED if key not in fields}
    unsaid |= {"when_text"} if "date_start" in fields or "time_start" in fields else set()
    assert {key: value for key, value in found.fields.items() if key not in unsaid} == {
        key: value for key, value in fields.items() if key not in unsaid
    }
    if left is not None:
        assert bool(found.left) is left
