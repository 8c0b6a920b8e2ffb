"""A pattern is spared a letter in which none of its stems stands: so each thing that it can find holds one of them."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medverkan.mailbox.kinds import farewells

STEMMED = [*farewells._WRITER, *farewells._SOMEBODY]


@pytest.mark.parametrize(("stems", "pattern"), STEMMED, ids=[stems[0].strip() for stems, _ in STEMMED])
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_all_that_a_pattern_finds_holds_one_of_its_stems(
    stems: tuple[str, ...], pattern: re.Pattern[str], data: st.DataObject
) -> None:
    found = data.draw(st.from_regex(pattern, alphabet="abcdefghijklmnopqrstuvwxyzåäö -,:)\n"))
    assert any(stem in found for stem in stems)
