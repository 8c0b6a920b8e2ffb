"""What a request asks for: needed, welcome and excluded experience, and how strict it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.matching.demands import ages_in, within_years
from medverkan.matching.values import Need
from medverkan.matching.vocabulary import load
from medverkan.matching.wish import Wish, understand


def wish(experience: str, perspectives: tuple[str, ...] = ("patient",), stated: str = "", **more: object) -> Wish:
    need = Need(experience=experience, perspectives=perspectives, perspectives_text=stated, **more)  # type: ignore[arg-type]
    return understand(need, load())


def test_what_is_welcome_weighs_less_than_what_is_needed() -> None:
    read = wish("Överlevt hjärtstopp. Erfarenhet av hjärtsvikt är meriterande.")
    assert read.concepts["hjärtstopp"] > read.concepts["hjärtsvikt"] > 0.5


def test_what_does_not_count_is_excluded() -> None:
    read = wish("Diagnostiserad ME/CFS. MS eller fibromyalgi omfattas inte.")
    assert read.excluded == {"MS", "fibromyalgi"}


def test_circumstances_are_not_wanted_for_their_own_sake() -> None:
    read = wish("Användare av färdtjänst på grund av synnedsättning.")
    assert read.qualifiers == {"synnedsättning"}


def test_title_and_description_stand_in_where_the_experience_says_nothing() -> None:
    assert wish("Den som vill bidra.", title="Bättre epilepsivård").core == ("epilepsi",)


@pytest.mark.parametrize(
    ("perspectives", "stated", "experience", "strict"),
    [
        (("närstående",), "Närstående (enbart)", "Demens", True),
        (("patient",), "Patient", "Som själva vårdats på intensiven, inte närstående.", True),
        (("patient",), "Patient. Anhöriga har eget forum.", "Epilepsi", True),
        (("närstående",), "Närstående", "Föräldrar till barn med epilepsi. Egen diagnos är inte tillräckligt.", True),
        (("patient",), "Patient", "Epilepsi", False),
        (("patient", "närstående"), "Patient och närstående, enbart vuxna", "Epilepsi", False),
    ],
)
def test_only_a_plain_demand_rules_out_a_perspective(
    perspectives: tuple[str, ...], stated: str, experience: str, strict: bool
) -> None:
    assert wish(experience, perspectives, stated).insisted is strict


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Unga vuxna 18–25 år som bott på HVB", (18, 25)),
        ("Personer över 65 år", (65, 120)),
        ("Mellan 30 och 40 år", (30, 40)),
        ("under 30 år", (0, 30)),
        ("70 år eller äldre", (70, 120)),
        ("Erfarenhet under de senaste 10 åren", None),
        ("Behandlad för 20 år sedan", None),
        ("Fem till sju år", None),
    ],
)
def test_ages_are_read_only_where_ages_are_meant(text: str, ages: tuple[int, int] | None) -> None:
    assert ages_in(text) == ages


def test_the_ages_of_the_children_are_not_the_parents() -> None:
    assert wish("Föräldrar till barn 6–15 år med ADHD", ("närstående",)).ages is None


@pytest.mark.parametrize(
    ("text", "years"),
    [("de senaste fem åren", 5), ("senaste två till tre åren", 3), ("det senaste året", 1), ("", None)],
)
def test_how_recent_is_read(text: str, years: int | None) -> None:
    assert within_years(text) == years


@given(st.text(max_size=400))
def test_any_request_can_be_read(text: str) -> None:
    wish(text, stated=text, title=text)
