"""Who is named and who is to be contacted may be two people: that is asked."""

import pytest

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Siv Ålund (projektledare), kontakta Ove Rask 070-174 06 31", True),
        ("Siv Ålund, ring Ove Rask 070-174 06 31", True),
        ("Siv Ålund. Hör av er till Ove 070-174 06 31", True),
        ("Siv Ålund – nås via Ove Rask", True),
        ("Siv Ålund, vänd er till Ove Rask", True),
        ("Siv Ålund, ring Siv 070-174 06 31", False),
        ("Siv Ålund, ring gärna", False),
        ("Siv Ålund 070-174 06 31", False),
    ],
)
def test_somebody_else_to_contact_is_asked_about(written: str, asked: bool) -> None:
    entries = [Entry("contact_name", written), Entry("contact_phone", "070-174 06 32")]
    _, questions = normalised(entries, Kind.REQUEST, None)
    assert [one for one in questions if "Vem ska vi kontakta" in one] == questions
    assert bool(questions) is asked
