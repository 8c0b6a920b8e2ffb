"""What is logged of an error: its kind and the line of ours, and nothing that anybody wrote."""

import json

import pytest

from medverkan.bot.failure import failure
from medverkan.storage.store import utc


def test_the_kind_and_our_innermost_line_are_told_and_no_text() -> None:
    with pytest.raises(AttributeError) as raised:
        utc("kanarie")  # type: ignore[arg-type]
    assert failure(raised.value).startswith("AttributeError store.py:")
    assert "kanarie" not in failure(raised.value)


def test_of_an_error_that_never_came_through_our_code_the_kind_alone_is_told() -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        json.loads("kanarie")
    assert failure(raised.value) == "JSONDecodeError"
    assert failure(KeyError("kanarie")) == "KeyError"
