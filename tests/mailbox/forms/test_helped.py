"""Help that stands between a label and its answer is no answer, and an answer that looks like help stays."""

from collections.abc import Mapping
from typing import Any

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import Row, lines_of
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.values import Kind

REQUEST, REGISTRATION = Kind.REQUEST, Kind.REGISTRATION
LABELS = (
    "Enhet",
    "Kontaktperson",
    "Telefon",
    "Uppdragets namn",
    "Typ av medverkan",
    "Syfte",
    "Perspektiv",
    "Antal",
    "Plats",
)
HELP = (
    "Hela namnet", "Namn på den som svarar", "Direktnummer", "En kort rubrik", "T.ex. panel eller intervju",
    "Varför gör ni det här?", "Välj ett eller flera", "Ange en siffra", "Lokal eller länk",
)  # fmt: skip
ANSWERS = (
    "Lungmottagningen",
    "Tova Almgård",
    "070-174 06 31",
    "Lättare andas",
    "Panel",
    "Kortare köer",
    "Patient",
    "4",
    "Sal 2",
)
SAID = {
    "unit": "Lungmottagningen", "contact_name": "Tova Almgård", "contact_phone": "+46701740631",
    "title": "Lättare andas", "activity": "Panel", "purpose": "Kortare köer", "perspectives": ["patient"],
    "people_wanted": 4, "place": "Sal 2",
}  # fmt: skip


def read(rows: list[Row], kind: Kind = REQUEST) -> Mapping[str, Any]:
    return normalised(find(rows, kind), kind, None)[0]


def lines(text: str, kind: Kind = REQUEST) -> Mapping[str, Any]:
    return read(list(lines_of(text)), kind)


def blocks(*columns: tuple[str, ...]) -> str:
    return "\n\n".join("\n".join(part for part in parts if part) for parts in zip(*columns, strict=True))


def test_help_under_every_label_is_skipped() -> None:
    assert lines(blocks(LABELS, HELP, ANSWERS)) == SAID
    assert lines(blocks(LABELS, ("Obligatoriskt",) * len(LABELS), ANSWERS)) == SAID


def test_help_in_brackets_below_every_answer_is_skipped() -> None:
    said = zip(LABELS, ANSWERS, HELP, strict=True)
    assert lines("\n".join(f"{label}: {answer}\n({told})" for label, answer, told in said)) == SAID
    assert lines("Enhet: Akuten\nSyfte: Ro\n(och reda)\nAntal: 2\nPlats: Sal 4")["purpose"] == "Ro\n(och reda)"


def test_help_without_an_answer_below_it_leaves_the_field_empty() -> None:
    answers = (*ANSWERS[:4], "", ANSWERS[5], "", "", *ANSWERS[8:])
    assert lines(blocks(LABELS, HELP, answers)).keys() == SAID.keys() - {"activity", "perspectives", "people_wanted"}


@pytest.mark.parametrize(
    "cells",
    [
        lambda label, told, said: (f"{label}\n{told}\n{said}",),
        lambda label, told, said: (label, f"{told}\n{said}"),
        lambda label, told, said: (f"{label}\n{told}", said),
        lambda label, told, said: (label, told, said),
        lambda label, told, said: (label, "Skriv kort och tydligt", said),
    ],
)
def test_help_in_cells_is_skipped(cells: Any) -> None:
    told = zip(LABELS, HELP, ANSWERS, strict=True)
    assert read([Row(cells(*one), 1) for one in told]) == SAID


def test_a_middle_column_of_help_is_none_of_an_empty_form() -> None:
    told = zip(LABELS, HELP, strict=True)
    assert read([Row((label, said, ""), 1) for label, said in told]) == {}


@pytest.mark.parametrize(
    ("label", "told", "said", "key", "value"),
    [
        ("Organisation", "Region, kommun eller annan", "Almby kommun", "organisation", "Almby kommun"),
        ("Kontaktperson", "Vem ska vi kontakta?", "Isak Rönnvall", "contact_name", "Isak Rönnvall"),
        ("Telefon", "Gärna mobil", "070-174 06 32", "contact_phone", "+46701740632"),
        ("Antal personer", "Vi rekommenderar minst två", "5", "people_wanted", 5),
        ("Antal personer", "Minst 2", "5", "people_wanted", 5),
        ("Perspektiv", "Brukare, patient eller närstående", "Patient", "perspectives", ["patient"]),
        ("Plats", "Lokal och adress", "Stadshuset, rum 4", "place", "Stadshuset, rum 4"),
        ("Plats", "Ange adress, våning och rum", "Stadshuset, rum 4", "place", "Stadshuset, rum 4"),
        ("Sista svarsdatum", "ÅÅÅÅ-MM-DD", "2027-04-01", "reply_by", "2027-04-01"),
        ("Enhet", "Unit", "Lungmottagningen", "unit", "Lungmottagningen"),
        # Answers of several lines.
        ("Enhet", "Lungmottagningen", "Almby", "unit", "Lungmottagningen\nAlmby"),
        ("Plats", "Vårdcentralen Eken", "Besöksrum 3", "place", "Vårdcentralen Eken\nBesöksrum 3"),
        (
            "Syfte",
            "Hur blir väntan bättre?",
            "Det vill alla veta.",
            "purpose",
            "Hur blir väntan bättre?\nDet vill alla veta.",
        ),
        ("Perspektiv", "Brukare", "Närstående", "perspectives", ["brukare", "närstående"]),
    ],
)
@pytest.mark.parametrize("in_table", [False, True])
def test_one_label_may_have_help(label: str, told: str, said: str, key: str, value: object, in_table: bool) -> None:
    around = ("Uppdragets namn", "Lättare andas"), ("Typ av medverkan", "Panel"), ("Målsättning", "Kortare köer")
    if in_table:
        rows = [Row(cells, 1) for cells in (*around[:2], (label, f"{told}\n{said}"), *around[2:])]
        assert read(rows)[key] == value
    else:
        text = "\n\n".join("\n".join(parts) for parts in (*around[:2], (label, told, said), *around[2:]))
        assert lines(text)[key] == value


@pytest.mark.parametrize(
    ("label", "told", "said", "key", "value"),
    [
        ("Kommun", "Den kommun där du är folkbokförd", "Nybro", "municipality", "Nybro"),
        ("Födelseår", "Fyra siffror", "1961", "birth_year", 1961),
        ("Hur vill du bli kontaktad", "Välj ett", "Telefon", "contact_preference", "telefon"),
        ("Vad vill du medverka i", "Du kan välja flera", "Panel", "activities", ["Panel"]),
        ("Vad vill du medverka i", "Berätta för personal", "Panel", "activities", ["Berätta för personal", "Panel"]),
    ],
)
def test_a_registration_may_have_help(label: str, told: str, said: str, key: str, value: object) -> None:
    around = ("Förnamn\nNadja", "Efternamn\nStrömberg", f"{label}\n{told}\n{said}", "Språk\nSvenska")
    assert lines("\n\n".join(around), REGISTRATION)[key] == value


def test_an_answer_is_kept_where_the_next_label_follows() -> None:
    text = "Vilken kommun bor du i?\nTorsås\nVilket år är du född?\n1961\nHur vill du bli kontaktad?\nE-post"
    said = lines(f"{text}\nSpråk\nSvenska", REGISTRATION)
    assert (said["municipality"], said["birth_year"], said["contact_preference"]) == ("Torsås", 1961, "e-post")
