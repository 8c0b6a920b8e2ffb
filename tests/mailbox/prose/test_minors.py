"""Whether people under 18 are sought is told by a letter that says so; a child's number is not its parent's."""

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


CHILD = (
    "Hej! Jag heter Tuva Ek, född 2011, bor i Vikby. Jag är patient på BUP och vill vara med i fokusgrupp. {}\n\nTuva"
)
PARENTS, OWN = "+46701740640", "+46701740641"


@pytest.mark.parametrize(
    ("said", "parents", "own"),
    [
        ("Min mamma heter Karin Ek, tel 070-174 06 40, och hon vet. Mitt nummer är 070-174 06 41.", PARENTS, OWN),
        ("Mitt nummer är 070-174 06 41. Min mamma heter Karin Ek, 070-174 06 40.", PARENTS, OWN),
        ("Min mamma Karin Ek (070-174 06 40) vet om det. Ring mig på 070-174 06 41.", PARENTS, OWN),
        ("Mamma: Karin Ek, 070-174 06 40. Jag: 070-174 06 41.", PARENTS, OWN),
        ("Mamma heter Karin Ek och nås på 070-174 06 40.", PARENTS, None),
        ("Ring mig på 070-174 06 41. Min mamma heter Karin Ek.", None, OWN),
        ("Min mamma och jag bor ihop. Mitt nummer är 070-174 06 41.", None, OWN),
    ],
)
def test_a_childs_own_number_is_not_its_parents(said: str, parents: str | None, own: str | None) -> None:
    segment = Segment(lines_of(CHILD.format(said)), "Tuva Ek", "tuva.ek@post.example", own=True)
    form = prose_form(segment, "Vill vara med", datetime(2026, 11, 12, tzinfo=UTC))
    assert form is not None
    assert (form.fields.get("guardian_phone"), form.fields.get("phone")) == (parents, own)
    assert "guardian_consent" not in form.fields
