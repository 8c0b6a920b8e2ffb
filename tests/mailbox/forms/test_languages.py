"""Labels in two languages, and labels with help beside them, name the field and nothing of its answer."""

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import Row, lines_of
from medverkan.mailbox.values import Kind

REQUEST, REGISTRATION = Kind.REQUEST, Kind.REGISTRATION
IN_BOTH = (
    ("Enhet", "Unit", "unit", "Lungmottagningen"), ("Telefon", "Phone", "contact_phone", "070-174 06 31"),
    ("Uppdragets namn", "Title", "title", "Lättare andas"), ("Syfte och mål", "Purpose and goals", "purpose", "Ro"),
    ("Perspektiv", "Perspective", "perspectives", "Patient"),
    ("Antal personer", "Number of people", "people_wanted", "3"), ("Plats", "Place", "place", "Sal 2"),
    ("Sista svarsdatum", "Reply no later than", "reply_by", "2027-04-01"),
)  # fmt: skip


def found(rows: list[Row], kind: Kind = REQUEST) -> dict[str, str]:
    return {entry.key: entry.value for entry in find(rows, kind)}


@pytest.mark.parametrize(
    ("label", "layout"),
    [
        *((label, "{label}\n{said}\n\n") for label in ("{} / {}", "{}/{}", "{} – {}", "{} ({})", "{}\n{}")),
        *((label, "{label}: {said}\n") for label in ("{} / {}", "{}/{}", "{} – {}", "{} ({})")),
        *((label, "{label}\t{said}\n") for label in ("{} / {}", "{}/{}", "{} ({})")),
    ],
)
def test_labels_in_two_languages_are_read_by_either(label: str, layout: str) -> None:
    text = "".join(layout.format(label=label.format(one, two), said=said) for one, two, _, said in IN_BOTH)
    assert found(list(lines_of(text))) == {key: said for *_, key, said in IN_BOTH}


@pytest.mark.parametrize("label", ["{} / {}", "{}\n{}", "{} ({})"])
def test_cells_in_two_languages_are_read_by_either(label: str) -> None:
    rows = [Row((label.format(one, two), said), 1) for one, two, _, said in IN_BOTH]
    assert found(rows) == {key: said for *_, key, said in IN_BOTH}


def test_two_answers_beside_a_stroke_are_no_label() -> None:
    text = (
        "Kontaktsätt\nTelefon / E-post\n\nKommun\nNybro / Kalmar\n\nPerspektiv\nPatient / Närstående\n\nSpråk\nSvenska"
    )
    assert found(list(lines_of(text)), REGISTRATION) == {
        "contact_preference": "Telefon / E-post", "municipality": "Nybro / Kalmar",
        "perspectives": "Patient / Närstående", "languages": "Svenska",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("Plats – ange adress, våning och rum: Sal 2", "place", "Sal 2"),
        ("Antal personer - ange en siffra\n3", "people_wanted", "3"),
        ("Plats [adress eller länk]: Sal 2", "place", "Sal 2"),
        ("Datum och tid (Ange datum och klockslag, t.ex. 2026-03-01 kl. 13-15)\n9 februari 2027 kl. 13", "when_text",
         "9 februari 2027 kl. 13"),
        ("Datum och tid (t.ex. 2026-03-01)\n9 februari 2027", "when_text", "9 februari 2027"),
        # What stands behind the dash is the answer.
        ("Perspektiv - Patient och närstående", "perspectives", "Patient och närstående"),
        ("Plats - Skolan, ingång: norra", "place", "Skolan, ingång: norra"),
    ],
)  # fmt: skip
def test_help_beside_a_label_is_no_answer(text: str, key: str, value: str) -> None:
    sign = " - " if " - " in text and "\n" not in text else "\n" if "\n" in text else ": "
    around = [
        f"Enhet{sign}Lungmottagningen",
        f"Typ av medverkan{sign}Panel",
        f"Syfte{sign}Ro",
        f"Organisation{sign}Almby",
    ]
    gap = "\n\n" if sign == "\n" else "\n"
    assert found(list(lines_of(gap.join([*around[:2], text, *around[2:]]))))[key] == value
