"""Whoever is suggested where nobody fits knows what is sought; only else the focus area decides."""

from typing import Any

import pytest

from medverkan.bot.organisations import suggest
from medverkan.bot.organisations.suggest import MOST, organisations_for, organisations_of
from medverkan.matching.vocabulary import FOCUS_AREAS, load


@pytest.mark.parametrize(
    ("experience", "named", "not_named"),
    [
        ("Egen stroke för några år sedan", "Strokeförbundet", "FUB"),
        ("Hjärtsvikt", "Riksförbundet HjärtLung", "Svenska Diabetesförbundet"),
        ("Artros och knäprotes", "Reumatikerförbundet", "Neuro"),
        ("Astma sedan barndomen", "Astma- och Allergiförbundet", "Neuro"),
        ("Diabetes typ 2", "Svenska Diabetesförbundet", "Reumatikerförbundet"),
        ("MS", "Neuro", "Parkinsonförbundet"),
        ("Parkinson", "Parkinsonförbundet", "Neuro"),
        ("Alzheimers sjukdom", "Alzheimer Sverige", "PRO"),
        ("Demens", "Demensförbundet", "SPF Seniorerna"),
        ("Psykos", "RSMH", "RFHL"),
        ("ADHD", "Riksförbundet Attention", "FUB"),
        ("Autism", "Autism Sverige", "DHR"),
        ("Utvecklingsstörning", "FUB", "SRF"),
        ("Rullstolsburen", "DHR", "HRF"),
        ("Hörselnedsättning", "HRF", "SRF"),
        ("Synnedsättning", "SRF", "HRF"),
        ("Bröstcancer", "Bröstcancerförbundet", "Prostatacancerförbundet"),
        ("Prostatacancer", "Prostatacancerförbundet", "Bröstcancerförbundet"),
        ("Leukemi", "Blodcancerförbundet", "ILCO"),
        ("Lever med stomi", "ILCO", "Njurförbundet"),
        ("Dialys", "Njurförbundet", "ILCO"),
        ("Efterlevande efter suicid", "SPES", "NSPH"),
        ("Vuxit upp med en förälder med missbruk", "Maskrosbarn", "Demensförbundet"),
        ("Läkemedelsberoende", "RFHL", "Frisk & Fri"),
        ("Alkoholberoende", "IOGT-NTO", "Spelberoendes Riksförbund"),
    ],
)
def test_who_knows_what_is_sought_comes_before_the_focus_area(experience: str, named: str, not_named: str) -> None:
    fields = {"experience": experience, "perspectives": ["patient"], "focus_areas": ["funktionsnedsättning", "äldre"]}
    found = organisations_of(fields, load())
    assert named in found
    assert not_named not in found
    assert len(found) <= MOST


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"focus_areas": ["äldre"]}, ("PRO", "SPF Seniorerna")),
        ({"focus_areas": ["somatik"], "experience": "Olika erfarenheter"}, ("Funktionsrätt Sverige",)),
        ({}, ("Funktionsrätt Sverige",)),
        ({"experience": "Demens", "perspectives": ["närstående"]},
         ("Alzheimer Sverige", "Demensförbundet", "Anhörigas Riksförbund")),
        ({"experience": "Stroke eller diabetes"}, ("Svenska Diabetesförbundet", "Strokeförbundet")),
    ],
)  # fmt: skip
def test_the_area_decides_where_nothing_is_named_and_relatives_have_their_own(
    fields: dict[str, Any], found: tuple[str, ...]
) -> None:
    assert set(organisations_of(fields, load())) == set(found)


def test_every_concept_of_the_table_is_one_of_the_vocabulary_and_every_area_has_somebody() -> None:
    concepts = {concept for _, listed in suggest._ROWS for concept in listed.split("; ")}
    assert concepts <= set(load().names)
    assert len({name for name, _ in suggest._ROWS}) == len(suggest._ROWS)
    assert all(organisations_for([area]) for area in FOCUS_AREAS)
