"""Answers that are chosen from what a form offers."""

import pytest

from medverkan.mailbox.forms.finding.rows import tidy
from medverkan.mailbox.forms.values import options


@pytest.mark.parametrize(
    ("written", "ticked"),
    [
        ("☒ Brukare\n☐ Patient\n☒ Närstående", ["Brukare", "Närstående"]),
        ("[x] Brukare [ ] Patient", ["Brukare"]),
        ("(X) Ja ( ) Nej", ["Ja"]),
        ("Ja ☐ Nej ☑", ["Nej"]),
        ("☐ Ja ☐ Nej", []),
        ("Ja", None),
    ],
)
def test_boxes_stand_before_or_after_their_options(written: str, ticked: list[str] | None) -> None:
    assert options.ticked(tidy(written)) == ticked


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("Ja", True),
        ("ja, gärna", True),
        ("x", True),
        ("☒ Ja ☐ Nej", True),
        ("Jag samtycker", True),
        ("Nej, vuxna", False),
        ("☐ Ja ☒ Nej", False),
        ("Jag samtycker inte", False),
        ("☐ Ja ☐ Nej", None),
        ("kanske", None),
    ],
)
def test_yes_and_no_and_neither(written: str, answer: bool | None) -> None:
    assert options.yes_no(written) is answer


@pytest.mark.parametrize(
    ("written", "channel"),
    [
        ("Sms", "sms"),
        ("Ring mig", "telefon"),
        ("Mejl", "e-post"),
        ("e-post", "e-post"),
        ("Vanlig post", "brev"),
        ("☐ telefon ☒ brev", "brev"),
        ("spelar ingen roll", ""),
    ],
)
def test_how_somebody_wants_to_be_contacted(written: str, channel: str) -> None:
    assert options.channel(written) == channel


@pytest.mark.parametrize(
    ("written", "roles"),
    [
        ("Patient och närstående", ["patient", "närstående"]),
        ("anhöriga", ["närstående"]),
        ("Brukare, ej patient", ["brukare"]),
        ("Närstående (personer med egen diagnos är patienter)", ["närstående"]),
        ("alla", []),
    ],
)
def test_a_relative_is_narstaende_whatever_the_form_calls_it(written: str, roles: list[str]) -> None:
    assert options.perspectives(written) == roles


@pytest.mark.parametrize(
    ("written", "areas"),
    [
        ("Psykisk hälsa, missbruk och beroende", ["psykisk hälsa och beroende"]),
        ("Äldre, Somatik", ["äldre", "somatik"]),
        ("Barn och ungdomar", ["barn och unga"]),
        ("Trafik", ["Trafik"]),
    ],
)
def test_focus_areas_have_one_spelling(written: str, areas: list[str]) -> None:
    assert options.focus_areas(written) == areas


@pytest.mark.parametrize(
    ("place", "form"),
    [
        ("Teams", "remote"),
        ("Digitalt via Zoom", "remote"),
        ("Biblioteket eller Teams", "hybrid"),
        ("Hybridmöte, aulan", "hybrid"),
        ("Sjukhuset, på plats", "onsite"),
        ("Sjukhuset", ""),
    ],
)
def test_a_place_may_say_how_one_meets(place: str, form: str) -> None:
    assert options.format_of_place(place) == form


def test_a_list_is_parted_at_lines_and_commas_but_not_in_brackets() -> None:
    assert options.items("Intervju, Panel (kort, gärna digitalt)\n- Enkät") == [
        "Intervju",
        "Panel (kort, gärna digitalt)",
        "Enkät",
    ]


def test_options_can_be_crossed_with_a_bare_x() -> None:
    assert options.ticked("Brukare\nX Patient\nNärstående x") == ["Patient", "Närstående"]
    assert options.ticked("x") is None


def test_an_unanswered_yes_or_no_is_neither() -> None:
    assert options.yes_no("Ja / Nej") is None
