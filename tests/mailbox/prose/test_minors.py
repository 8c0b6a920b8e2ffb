"""Whether people under 18 are sought is told by a letter that says so, and never by one that shuts them out."""

from datetime import UTC, datetime

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.prose.letters import prose_form

LETTER = (
    "Hej!\n\nVi på Lungmottagningen i Vikby söker tre patienter med erfarenhet av astma till en fokusgrupp tisdag "
    "9 februari 2027 kl 13-15 på Vikby sjukhus. {}\n\nMvh\nTora Ek\nLungmottagningen, Region Vikland\n070-174 06 43"
)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Inga under 18.", False),
        ("Inga minderåriga.", False),
        ("Ingen under 18 år.", False),
        ("Personer under 18 år kan tyvärr inte delta.", False),
        ("Gärna ungdomar 15-17 år.", True),
        ("Även minderåriga är välkomna.", True),
        ("Fika ingår.", None),
    ],
)
def test_minors_are_sought_only_where_the_letter_seeks_them(said: str, wanted: bool | None) -> None:
    segment = Segment(lines_of(LETTER.format(said)), "Tora Ek", "tora.ek@vikland.example", own=True)
    form = prose_form(segment, "Fokusgrupp", datetime(2027, 1, 11, 9, 12, tzinfo=UTC))
    assert form is not None
    assert form.fields.get("minors_wanted") is wanted
