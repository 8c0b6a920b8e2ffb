"""A ticked consent that a page runs into the answer above it is a consent, and no part of that answer."""

import pytest

from medverkan.mailbox.forms.finding.enclosed import without_enclosed
from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.values import Kind

READ = "Jag har läst informationen om hur mina personuppgifter hanteras"
AGREES = "Jag samtycker till att uppgifter om min hälsa registreras och används för matchning"


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (f"☒ {READ}\n☒ {AGREES}", [("associations", ""), ("privacy_notice_read", True), ("consent_matching", True)]),
        (f"Ekot\n☒ {READ}", [("associations", "Ekot"), ("privacy_notice_read", True)]),
        (f"☐ {AGREES}", [("associations", ""), ("consent_matching", False)]),
        ("☒ Hjärtebarn\n☐ Annan", [("associations", "☒ Hjärtebarn\n☐ Annan")]),
    ],
)
def test_consents_are_parted(value: str, found: list[tuple[str, object]]) -> None:
    parted = [*without_enclosed([Entry("associations", value)], Kind.REGISTRATION)]
    said = [(one.key, one.value if one.key == "associations" else one.value.startswith(("☒", "Ja"))) for one in parted]
    assert said == found
