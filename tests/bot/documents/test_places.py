"""Where the participant's contact details go in a unit's own form, by its labels alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.documents.places import Asked, Contact, plan

SIV = Contact("Siv", "Ekprov", "070-174 06 21", "siv@post.example")
ALL = "Siv Ekprov\n070-174 06 21\nsiv@post.example"


def asked(*labels: str) -> list[Asked]:
    """Return labels with room below or beside; one that begins with "=" is filled in, or a heading."""
    return [Asked(label.removeprefix("="), not label.startswith("=")) for label in labels]


@pytest.mark.parametrize(
    ("labels", "written"),
    [
        (
            ["=Verksamhet", "Medverkandes namn", "Medverkandes telefon", "Medverkandes e-post"],
            {1: "Siv Ekprov", 2: "070-174 06 21", 3: "siv@post.example"},
        ),
        (["=Uppgifter om den som medverkar", "Namn", "Tel", "E-post:"],
         {1: "Siv Ekprov", 2: "070-174 06 21", 3: "siv@post.example"}),
        (["Person som medverkar"], {0: ALL}),
        (["Kontaktuppgifter till den som medverkar:"], {0: ALL}),
        (["Deltagare"], {0: ALL}),
        (["Deltagare", "Namn", "Mobil"], {1: "Siv Ekprov", 2: "070-174 06 21\nsiv@post.example"}),
        (["=Fylls i av utvecklingsledaren", "Namn", "Kontaktuppgifter"],
         {1: "Siv Ekprov", 2: "070-174 06 21\nsiv@post.example"}),
        (["Medverkandes namn och telefon"], {0: ALL}),
        (["Medverkandes förnamn", "Medverkandes efternamn", "Mobilnummer"],
         {0: "Siv", 1: "Ekprov", 2: "070-174 06 21\nsiv@post.example"}),
        (["=Medverkande", "För- och efternamn", "E-postadress"],
         {1: "Siv Ekprov\n070-174 06 21", 2: "siv@post.example"}),
        (["medverkande_namn", "medverkande_epost", "medverkandeTelefon"],
         {0: "Siv Ekprov", 1: "siv@post.example", 2: "070-174 06 21"}),
        (["=Medverkande", "=Fylls i av utvecklingsledaren efter att personen har tackat ja.", "Namn", "Telefon"],
         {2: "Siv Ekprov", 3: "070-174 06 21\nsiv@post.example"}),
        (["Medverkandes namn", "Telefon", "E-post", "Medverkandes namn", "Telefon"],
         {0: "Siv Ekprov", 1: "070-174 06 21", 2: "siv@post.example"}),
    ],
)  # fmt: skip
def test_labels_of_the_participant_are_places(labels: list[str], written: dict[int, str]) -> None:
    assert plan(asked(*labels), SIV) == written


@pytest.mark.parametrize(
    "labels",
    [
        ["Antal deltagare"],
        ["Övriga deltagare"],
        ["Vilka deltar från verksamheten?"],
        ["Förväntningar på den som medverkar"],
        ["Typ av medverkan"],
        ["Namn", "Telefon", "E-post"],
        ["Kontaktperson", "Telefon"],
        ["Kontaktuppgifter"],
        ["=Medverkande", "Kontaktperson", "Telefon"],
        ["=Medverkande", "=Verksamhetens uppgifter", "Namn", "Telefon"],
        ["Deltagare 2"],
        ["Stöd till den som medverkar"],
        ["=Medverkandes namn"],
        ["Namn på utvecklingsledare"],
        ["Perspektiv på den som medverkar (brukare, patient)"],
        ["Datum för medverkandes underskrift"],
        ["Medverkandes telefon"],
        [],
    ],
)
def test_where_the_place_is_not_certain_there_is_none(labels: list[str]) -> None:
    assert plan(asked(*labels), SIV) == {}


def test_a_childs_guardian_stands_where_the_number_would() -> None:
    child = Contact("Tove", "Tallprov", more=("Vårdnadshavare: Maja", "Vårdnadshavarens telefon: 070-174 06 22"))
    assert plan(asked("Medverkandes namn", "Medverkandes telefon", "Medverkandes e-post"), child) == {
        0: "Tove Tallprov", 1: "Vårdnadshavare: Maja\nVårdnadshavarens telefon: 070-174 06 22",
    }  # fmt: skip


@given(st.lists(st.tuples(st.text(max_size=40), st.booleans()), max_size=8))
def test_any_form_is_planned_and_nothing_is_left_out(labels: list[tuple[str, bool]]) -> None:
    form = [Asked(*one) for one in labels]
    written = plan(form, SIV)
    assert all(form[at].room for at in written)
    assert not written or set("\n".join(written.values()).split("\n")) >= {"070-174 06 21", "siv@post.example"}
