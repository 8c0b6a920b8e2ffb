"""Life as residents tell it, and what units ask for: which concept each line must be understood as.

The first table was written for every concept before the vocabulary was mended by it (first run: residents 51 %, units
91 %); the second afterwards, for concepts picked at random (first run: residents 47 % – 36 % before the mending – and
units 90 %). The third, of life with hardly a word of the trade in it, came much later (first run: residents 72 %). All
are known to the vocabulary now, so the shares below guard against losses and measure nothing new.
"""

import csv
from pathlib import Path

import pytest

from medverkan.matching.text import sentences
from medverkan.matching.vocabulary import load

HERE = Path(__file__).parent


def concepts(text: str) -> set[str]:
    return {hit.concept for sentence in sentences(text) for hit in load().find(sentence)}


def lines(name: str, who: str) -> list[tuple[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as handle:
        return [(row["concept"], row["text"]) for row in csv.DictReader(handle, delimiter="\t") if row["who"] == who]


@pytest.mark.parametrize(
    ("name", "who", "least"),
    [
        ("words_of_life.tsv", "boende", 0.97),
        ("words_of_life.tsv", "verksamhet", 0.98),
        ("words_of_life_again.tsv", "boende", 0.94),
        ("words_of_life_again.tsv", "verksamhet", 0.97),
        ("words_of_life_third.tsv", "boende", 0.94),
    ],
)
def test_what_people_tell_is_found_as_the_concept_it_is_about(name: str, who: str, least: float) -> None:
    told = lines(name, who)
    missed = [(concept, text) for concept, text in told if concept not in concepts(text)]
    assert 1 - len(missed) / len(told) >= least, missed


def test_every_concept_of_life_is_a_concept_of_the_vocabulary() -> None:
    told = {
        concept
        for name in ("words_of_life.tsv",)
        for who in ("boende", "verksamhet")
        for concept, _ in lines(name, who)
    }
    assert told <= set(load().areas)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Jag vaknade på natten", "palliativ vård"),
        ("till exempel på tisdagar", "eksem och atopi"),
        ("varken det ena eller det andra", "långvarig smärta"),
        ("Psykosociala teamet", "psykossjukdom"),
        ("kortison i spruta", "korttidsvistelse LSS"),
        ("jag går med strumpa på armen", "sköldkörtelsjukdom"),
        ("en jacka och ett par skor", "narkotikaberoende"),
        ("friska seniorer", "välfärdsteknik"),
        ("Förvaltningsrätten gav oss rätt", "god man och förvaltare"),
        ("vårdnadshavare får gärna vara med", "familjerätt"),
        ("jag brukar åka buss", "brukare"),
        ("vårdens övergångar", "klimakteriet"),
        ("patienter som transporterats", "könsdysfori"),
        ("det var så det var kört", "kultur, fritid och hälsa"),
        ("personer med traumatisk ryggmärgsskada", "PTSD"),
        ("jag slet av korsbandet", "reumatisk sjukdom"),
        ("min övervakare på frivården", "psykossjukdom"),
        ("smärtan strålade ut i armen", "cancer"),
        ("under en lång period", "alkoholberoende"),
        ("sist men inte minst", "SiS-institution"),
        ("intensiv hemmabaserad behandling", "intensivvård"),
        ("hen har en röd apparat", "e-tjänster och digitala verktyg"),
        ("de skar bort en prick", "självskadebeteende"),
        ("långvarig icke-malign smärta", "cancer"),
    ],
)
def test_a_word_that_only_looks_like_a_term_means_nothing(text: str, never: str) -> None:
    assert never not in concepts(text)


@pytest.mark.parametrize(
    ("sought", "told", "least", "most"),
    [
        ("diabetes", "diabetes typ 1", 0.9, 1.0),
        ("diabetes", "diabetes typ 2", 0.9, 1.0),
        ("diabetes typ 1", "diabetes", 0.5, 0.8),
        ("diabetes typ 2", "diabetes", 0.5, 0.8),
        ("hjärtsjukdom", "hjärtsvikt", 0.9, 1.0),
        ("lungsjukdom", "KOL", 0.9, 1.0),
        ("psykisk ohälsa", "bipolär sjukdom", 0.9, 1.0),
        ("funktionsnedsättning", "synnedsättning", 0.9, 1.0),
        ("synnedsättning", "funktionsnedsättning", 0.1, 0.6),
        ("långvarig sjukdom", "reumatisk sjukdom", 0.9, 1.0),
        ("reumatisk sjukdom", "långvarig sjukdom", 0.1, 0.5),
        ("cancer", "testikelcancer", 0.9, 1.0),
        ("äldreomsorg", "hemtjänst", 0.9, 1.0),
    ],
)
def test_a_group_of_illnesses_is_answered_by_each_of_them(sought: str, told: str, least: float, most: float) -> None:
    assert least <= load().likeness(sought, told) <= most


def test_diabetes_without_a_type_is_no_more_one_type_than_the_other() -> None:
    found = {hit.concept: hit.weight for sentence in sentences("Jag har diabetes.") for hit in load().find(sentence)}
    assert found["diabetes"] == 1.0
    assert max(found.get("diabetes typ 1", 0), found.get("diabetes typ 2", 0)) < 0.5


@pytest.mark.parametrize(
    ("medicine", "concept"),
    [
        ("Madopark", "Parkinsons sjukdom"),
        ("Sinemet", "Parkinsons sjukdom"),
        ("Humira", "reumatisk sjukdom"),
        ("Remicade", "inflammatorisk tarmsjukdom"),
        ("Levaxin", "sköldkörtelsjukdom"),
        ("Concerta", "ADHD"),
        ("Elvanse", "ADHD"),
        ("Metformin", "diabetes typ 2"),
        ("Novorapid", "diabetes typ 1"),
        ("Sertralin", "depression"),
        ("Lithionit", "bipolär sjukdom"),
        ("Zyprexa", "psykossjukdom"),
        ("Keppra", "epilepsi"),
        ("Tysabri", "MS"),
        ("Bricanyl", "astma"),
        ("Spiriva", "KOL"),
        ("Waran", "blodpropp"),
        ("Furix", "hjärtsvikt"),
        ("Tamoxifen", "bröstcancer"),
        ("Aricept", "demenssjukdom"),
        ("Antabus", "alkoholberoende"),
        ("Subutex", "LARO"),
        ("Imigran", "migrän och huvudvärk"),
        ("Prolia", "osteoporos"),
        ("Wegovy", "obesitas"),
    ],
)
def test_a_medicine_tells_the_illness(medicine: str, concept: str) -> None:
    assert concept in concepts(f"Jag tar {medicine} sedan ett par år.")
