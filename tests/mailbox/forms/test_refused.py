"""What somebody will not do is never among what they want to do, though one box holds both."""

import pytest

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind


@pytest.mark.parametrize(
    ("written", "wanted", "refused"),
    [
        ("Panel men absolut inte föredrag", ["Panel"], "absolut inte föredrag"),
        ("Enkät. Inte föreläsa.", ["Enkät"], "Inte föreläsa"),
        ("Intervju, inte hålla föredrag", ["Intervju"], "inte hålla föredrag"),
        ("Intervju (ej i grupp)", ["Intervju"], "ej i grupp"),
        ("Allt utom att stå på scen", ["Allt"], "inte att stå på scen"),
        (
            "Enkäter, intervjuer. Inte föreläsa, filmas eller prata i grupp",
            ["Enkäter", "intervjuer"],
            "Inte föreläsa, filmas eller prata i grupp",
        ),
        ("Jag vill inte föreläsa men gärna svara på enkäter", ["gärna svara på enkäter"], "Jag vill inte föreläsa"),
        ("Inga föreläsningar, men workshop", ["workshop"], "Inga föreläsningar"),
        ("Workshop\nAldrig i media", ["Workshop"], "Aldrig i media"),
        ("Råd och paneler – inte media", ["Råd och paneler"], "inte media"),
        ("Helst inte föreläsa", None, "Helst inte föreläsa"),
    ],
)
def test_a_refusal_is_moved_to_what_is_not_wanted(written: str, wanted: list[str] | None, refused: str) -> None:
    fields, _ = normalised([Entry("activities", written)], Kind.REGISTRATION, None)
    assert fields.get("activities") == wanted
    assert fields["unwilling"] == refused


@pytest.mark.parametrize(
    "written",
    [
        "Fokusgrupp, enkät, föreläsa",
        "Intervju, inte minst enkät",
        "Har inget emot att föreläsa",
        "Inte bara enkät utan även panel",
        "Testa appar om jag inte är för trött",
        "Läsa och tycka till om texter. Gärna hemifrån",
    ],
)
def test_other_words_of_not_refuse_nothing(written: str) -> None:
    fields, _ = normalised([Entry("activities", written)], Kind.REGISTRATION, None)
    assert ", ".join(fields["activities"]) == written
    assert "unwilling" not in fields


def test_a_refusal_is_joined_to_what_is_already_said() -> None:
    entries = [Entry("activities", "Enkät, inte panel"), Entry("unwilling", "Vara med på bild")]
    fields, _ = normalised(entries, Kind.REGISTRATION, None)
    assert fields == {"activities": ["Enkät"], "unwilling": "Vara med på bild; inte panel"}
