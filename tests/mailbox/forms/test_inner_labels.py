"""An answer may begin with a word and a colon of its own."""

import pytest

from medverkan.mailbox.forms.finding.columns import parted
from medverkan.mailbox.values import Kind


@pytest.mark.parametrize(
    "line",
    [
        "Plats: Digitalt: Teams",
        "Typ av medverkan: Annat: titta på film",
        "Beskrivning: Vi söker: patienter som vill berätta. Vi erbjuder: fika och arvode.",
        "Syfte och mål: Mål: kortare väntan. Syfte: lugn.",
        "Önskad erfarenhet: Till exempel: astma",
    ],
)
def test_an_answer_that_begins_with_a_word_and_a_colon_stays_whole(line: str) -> None:
    assert parted(line, Kind.REQUEST) == [line]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Kontaktperson: Telefon: 070-174 06 31", ["Kontaktperson:", "Telefon: 070-174 06 31"]),
        ("Enhet: Akuten, Plats: Sal 2", ["Enhet: Akuten", "Plats: Sal 2"]),
        ("Enhet: Akuten; Antal: 2; Plats: Sal 2", ["Enhet: Akuten", "Antal: 2", "Plats: Sal 2"]),
    ],
)
def test_several_labels_with_their_answers_are_parted(line: str, parts: list[str]) -> None:
    assert parted(line, Kind.REQUEST) == parts
