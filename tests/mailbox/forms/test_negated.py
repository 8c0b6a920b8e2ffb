"""A way to meet that a text says no to is not how one meets."""

import pytest

from medverkan.mailbox.forms.values import options
from medverkan.mailbox.forms.values.negated import without_negated


@pytest.mark.parametrize(
    ("written", "how"),
    [
        ("På plats i Ekholma (inte digitalt)", "onsite"),
        ("På plats, ej via Teams eller telefon", "onsite"),
        ("Rådhuset, ingen möjlighet att delta på distans", "onsite"),
        ("Fysiskt möte. Digitalt går tyvärr inte.", "onsite"),
        ("Inga digitala möten", "onsite"),
        ("Biblioteket i Ekholma, utan digital uppkoppling", "onsite"),
        ("Träffas på plats; det går inte att vara med digitalt", "onsite"),
        ("Hos oss på Storgatan 3, inte på Zoom", "onsite"),
        ("Digitalt via Teams, ej på plats", "remote"),
        ("Zoom (inte fysiskt)", "remote"),
        ("Inte på plats utan digitalt", "remote"),
        ("Inga fysiska möten", "remote"),
        ("Inte på plats i vårt eget hus utan via Teams", "remote"),
        ("Inte bara digitalt utan även på plats", "hybrid"),
        ("På plats, men om ni inte kan komma på plats går det bra digitalt", "hybrid"),
        ("Biblioteket eller Teams", "hybrid"),
        ("Digitalt", "remote"),
        ("På plats", "onsite"),
    ],
)
def test_a_negated_place_does_not_make_a_meeting_hybrid(written: str, how: str) -> None:
    assert options.format_of_place(written) == how


def test_the_box_of_the_format_reads_it_too() -> None:
    assert options.meeting_format("Fysiskt, inte digitalt") == "onsite"
    assert options.meeting_format("Inga digitala möten") == "onsite"
    assert options.meeting_format("Ej på plats") == "remote"


@pytest.mark.parametrize(
    "written", ["Inte på plats men digitalt", "Inte långt från stationen, rum 3 och Teams", "", "x"]
)
def test_what_is_not_negated_stays(written: str) -> None:
    assert without_negated(written).strip() in {written, "men digitalt"}
