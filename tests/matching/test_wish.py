"""What a request asks for: needed, welcome and excluded experience, and how strict it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.matching.demands import asked_ages, within_years
from medverkan.matching.perspective import OWN
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
    assert asked_ages((text,), frozenset({OWN})) == (ages, None)


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


@pytest.mark.parametrize(
    ("text", "core", "examples"),
    [
        (
            "Väntat längre än vårdgarantin på en planerad operation, exempelvis höft, knä, starr eller bråck.",
            "väntetider och vårdgaranti",
            {"ögonsjukdom"},
        ),
        (
            "Lever med långvarig smärta, till exempel artros, fibromyalgi eller migrän.",
            "långvarig smärta",
            {"artros", "fibromyalgi", "migrän och huvudvärk"},
        ),
        (
            "Person som haft hemtjänst, t.ex. efter en stroke eller höftfraktur.",
            "hemtjänst",
            {"stroke och TIA", "höftfraktur"},
        ),
        (
            "Har erfarenhet av rehabilitering (exempelvis efter stroke eller hjärtinfarkt).",
            "rehabilitering",
            {"stroke och TIA", "hjärtinfarkt"},
        ),
        (
            "Personer med hemsjukvård, såsom vid KOL, hjärtsvikt eller cancer.",
            "hemsjukvård",
            {"KOL", "hjärtsvikt", "cancer"},
        ),
    ],
)  # fmt: skip
def test_examples_are_not_the_wish_itself(text: str, core: str, examples: set[str]) -> None:
    read = wish(text)
    assert core in read.core
    assert not examples & set(read.core)
    assert all(0 < read.concepts[example] < 0.7 * read.concepts[core] for example in examples)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("En fysisk åkomma, till exempel KOL eller hjärtsvikt.", {"KOL", "hjärtsvikt"}),
        ("Något att berätta om vården, exempelvis stroke eller epilepsi.", {"stroke och TIA", "epilepsi"}),
    ],
)
def test_examples_of_what_has_no_name_of_its_own_are_the_wish(text: str, concepts: set[str]) -> None:
    assert concepts <= set(wish(text).core)


@pytest.mark.parametrize(
    ("text", "core", "idle"),
    [
        ("Inflammatorisk tarmsjukdom med eller utan stomi.", "inflammatorisk tarmsjukdom", "stomi"),
        ("Har epilepsi, oavsett om du också har autism.", "epilepsi", "autism"),
        ("Diabetes typ 1, med och utan insulinpump.", "diabetes typ 1", "insulinpump"),
        ("Bor i servicebostad, oberoende av om man har daglig verksamhet.", "servicebostad", "daglig verksamhet"),
        ("Haft stroke, oavsett om hemtjänst beviljats.", "stroke och TIA", "hemtjänst"),
        ("Har ADHD, med eller utan medicin.", "ADHD", "läkemedel"),
        ("Depression, det har ingen betydelse om man varit inlagd eller haft ECT.", "depression", "ECT"),
    ],
)
def test_what_makes_no_difference_is_not_asked_for(text: str, core: str, idle: str) -> None:
    read = wish(text)
    assert core in read.core
    assert read.concepts.get(idle, 0.0) <= 0.35
    assert idle not in read.excluded


@pytest.mark.parametrize(
    ("text", "excluded", "wanted"),
    [
        ("Familjehemsplacerad. Föräldrar till placerade barn intervjuas separat.", set(), "placering i familjehem"),
        ("Parkinson. Läkemedelsutlöst skakning omfattas inte.", set(), "Parkinsons sjukdom"),
        ("Demens. Enbart lindrig kognitiv störning ingår inte.", {"lindrig kognitiv störning"}, "demenssjukdom"),
        ("Bröstcancer. Andra cancerformer är inte aktuella denna gång.", set(), "bröstcancer"),
        ("Autism, men inte ADHD.", {"ADHD"}, "autism"),
        ("Typ 2-diabetes (ej typ 1).", {"diabetes typ 1"}, "diabetes typ 2"),
        ("Hjärtsvikt, dock inte hjärtinfarkt.", {"hjärtinfarkt"}, "hjärtsvikt"),
        ("Stroke, exklusive TIA utan kvarstående besvär.", set(), "stroke och TIA"),
        ("Egen erfarenhet av psykos, inte av missbruk.", {"skadligt bruk och beroende"}, "psykossjukdom"),
    ],
)  # fmt: skip
def test_exclusions_are_read_within_a_sentence_too(text: str, excluded: set[str], wanted: str) -> None:
    read = wish(text)
    assert excluded <= read.excluded
    assert wanted in read.core
    assert wanted not in read.excluded
    assert "läkemedel" not in read.excluded


@pytest.mark.parametrize(
    ("text", "needed", "beside"),
    [
        (
            "Väntat mer än vårdgarantins 90 dagar på en planerad operation.",
            "väntetider och vårdgaranti",
            "operation och kirurgi",
        ),
        ("Utskriven från sjukhus till hemmet med hemsjukvård.", "utskrivning från sjukhus", "sjukhusvård"),
    ],
)
def test_what_everybody_has_met_counts_where_nothing_else_is_asked(text: str, needed: str, beside: str) -> None:
    read = wish(text)
    assert read.concepts[needed] >= 0.8
    assert read.concepts.get(beside, 0) < read.concepts[needed]
