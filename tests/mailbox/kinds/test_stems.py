"""A pattern is spared a letter in which none of its stems stands: so each thing that it can find holds one of them."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medverkan.mailbox.kinds import bulk, farewells, mended, records

STEMMED = [
    *farewells._WRITER,
    *farewells._SOMEBODY,
    *((stems, slip) for stems, slip, _ in mended._SLIPS),
    (bulk._OF_SELF_SAID, bulk._SELF_SAID),
    (bulk._OF_NO_REPLY, bulk._NO_REPLY),
    (bulk._OF_UNSUBSCRIBE, bulk._UNSUBSCRIBE),
    (records._OF_LAW, records._LAW),
]


@pytest.mark.parametrize(("stems", "pattern"), STEMMED, ids=[stems[0].strip() for stems, _ in STEMMED])
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_all_that_a_pattern_finds_holds_one_of_its_stems(
    stems: tuple[str, ...], pattern: re.Pattern[str], data: st.DataObject
) -> None:
    found = data.draw(st.from_regex(pattern, alphabet="abcdefghijklmnopqrstuvwxyzåäö -,:)2\n"))
    assert any(stem in found.lower() for stem in stems)
