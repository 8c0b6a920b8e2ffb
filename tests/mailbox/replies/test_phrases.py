"""Lists of phrases: what a line in them means, and that none of their patterns can be made to run away."""

import re

import pytest

from medverkan.mailbox.replies import phrases
from medverkan.mailbox.replies.phrases import words_of
from tests.test_regexes import QUADRATIC, worst

FILES = ("cues.txt", "leftover.txt", "leftover_calls.txt")


@pytest.mark.parametrize(
    ("phrase", "clause", "found"),
    [
        ("eller hur", "det går väl, eller hur?", True),
        ("inga/inget problem", "inget problem för oss", True),
        ("inga/inget problem", "inga stora problem", False),
        ("kanske", "kanskevis", False),
        ("tvek*", "jag tvekar lite", True),
        ("håller … med", "håller helt och hållet med", True),
        ("håller … med", "håller ett två tre fyra med", False),
        ("om (det är) något", "om något", True),
        ("om (det är) något", "om det är något", True),
        ("om (det är) något", "om är något", False),
        ("^ och/samt § $", "Och §3.", True),
        ("^ och/samt § $", "kör och §3", False),
        ("<p> <can> <not>", "hon vill inte", True),
        ("§ bor", "§12 bor nära", True),
        ("¶ tycker", "¶ tycker så", True),
    ],
)
def test_a_phrase_is_found_as_its_line_says(phrase: str, clause: str, found: bool) -> None:
    pattern = re.compile(f"(?<= )(?:{phrases.pattern_of(phrase)})")
    assert bool(pattern.search(words_of(clause))) == found


@pytest.mark.parametrize("file", FILES)
def test_no_phrase_can_run_away(file: str) -> None:
    for heading, pattern in phrases.phrases(file).items():
        assert worst(pattern.pattern, 0) <= QUADRATIC, heading
