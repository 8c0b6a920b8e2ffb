"""Terms found among words: inflections, compounds, abbreviations, misspellings; and how concepts are related."""

from pathlib import Path

import pytest

from medverkan.matching.text import sentences
from medverkan.matching.vocabulary import load


def found(text: str) -> set[str]:
    return {hit.concept for words in sentences(text) for hit in load().find(words)}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("hemtjänstpersonalen", "hemtjänst"),
        ("demensboendet", "särskilt boende för äldre"),
        ("Diagnosen är MS.", "MS"),
        ("adhd-utredning", "ADHD"),
        ("urininkontinens", "inkontinens"),
        ("skitsofreni", "schizofreni"),
        ("Höll på att gå in i den berömda väggen", "utmattningssyndrom"),
        ("alzheimer", "demenssjukdom"),
        ("Njursvikten", "njursvikt och dialys"),
        ("angest", "ångestsyndrom"),
    ],
)
def test_a_term_is_found_in_the_forms_people_write(text: str, concept: str) -> None:
    assert concept in found(text)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("ta me mig hem", "ME/CFS"),
        ("if you want", "intellektuell funktionsnedsättning"),
        ("Far är sjuk", "levnadsvanor"),
        ("i alla fall", "fallolycka och fallprevention"),
        ("jag fick en injektion", "infektionssjukdom och sepsis"),
        ("bipolär typ 1", "diabetes typ 1"),
        ("Maria ringde", "beroendemottagning"),
    ],
)
def test_an_ordinary_word_is_not_taken_for_a_term(text: str, concept: str) -> None:
    assert concept not in found(text)


@pytest.mark.parametrize(
    ("sought", "told", "least", "most"),
    [
        ("cancer", "bröstcancer", 0.9, 1.0),
        ("bröstcancer", "cancer", 0.3, 0.8),
        ("MS", "ME/CFS", 0.0, 0.0),
        ("KOL", "astma", 0.0, 0.4),
        ("barn- och ungdomspsykiatri", "vuxenpsykiatrisk öppenvård", 0.0, 0.3),
        ("dövblindhet", "dövhet", 0.0, 0.3),
        ("gruppbostad", "servicebostad", 0.6, 0.9),
        ("epilepsi", "epilepsi", 1.0, 1.0),
        ("epilepsi", "stomi", 0.0, 0.0),
    ],
)
def test_likeness_goes_from_the_narrow_to_the_broad(sought: str, told: str, least: float, most: float) -> None:
    assert least <= load().likeness(sought, told) <= most


def test_a_registers_own_terms_are_added_and_change_the_digest(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("concept,focus_area,synonyms\nepilepsi,,glimtsjuka\n", encoding="utf-8")
    own = load(table)
    assert {h.concept for words in sentences("glimtsjuka") for h in own.find(words)} == {"epilepsi"}
    assert own.digest != load().digest


def test_every_relation_is_between_known_concepts() -> None:
    vocabulary = load()
    assert {concept for pair in vocabulary.relations for concept in pair} <= set(vocabulary.areas)
