"""A label is never the value of the label above it; an answer in words of a label stays one."""

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.values import Kind

REQUEST, REGISTRATION = Kind.REQUEST, Kind.REGISTRATION
ANSWERS = {
    "Enhet": "Lungmottagningen", "Kontaktperson": "Tova Almgård", "Typ av medverkan": "Panel",
    "Beskrivning av uppdraget": "Vi provar en app.", "Syfte och mål": "Kortare köer", "Perspektiv": "Patient",
    "Önskad erfarenhet": "Astma", "Antal personer": "4", "Plats": "Sal 2", "Sista svarsdatum": "2027-04-01",
}  # fmt: skip
LAYOUTS = {
    "blank lines": "{label}\n{said}\n\n",
    "marked headings": "## {label}\n\n{said}\n\n",
    "gaps": "{label}\t{said}\n",
    "dashes": "{label} - {said}\n",
    "svar": "{label}\nSvar: {said}\n\n",
    "Fråga och svar": "Fråga: {label}\nSvar: {said}\n\n",
    "colons": "{label}: {said}\n",
    "bold": "*{label}*\n{said}\n\n",
}


def found(text: str, kind: Kind = REQUEST) -> dict[str, str]:
    return {entry.asked.strip("# "): entry.value for entry in find(lines_of(text), kind) if entry.value}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "left",
    [
        ("Beskrivning av uppdraget", "Syfte och mål"),
        ("Önskad erfarenhet", "Antal personer"),
        ("Beskrivning av uppdraget", "Syfte och mål", "Önskad erfarenhet", "Antal personer"),
        ("Beskrivning av uppdraget", "Syfte och mål", "Perspektiv"),
        ("Plats",),
    ],
)
def test_labels_that_are_left_blank_beside_each_other_answer_nothing(layout: str, left: tuple[str, ...]) -> None:
    said = {label: "" if label in left else value for label, value in ANSWERS.items()}
    text = "".join(LAYOUTS[layout].format(label=label, said=value) for label, value in said.items())
    assert found(text) == {label: value for label, value in said.items() if value}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_answers_are_read_where_none_is_left_blank(layout: str) -> None:
    text = "".join(LAYOUTS[layout].format(label=label, said=value) for label, value in ANSWERS.items())
    assert found(text) == ANSWERS


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Kontaktsätt: Telefon\nKommun: Nybro", {"Kontaktsätt": "Telefon", "Kommun": "Nybro"}),
        ("Kontaktsätt\nE-post\n\nKommun\nNybro", {"Kontaktsätt": "E-post", "Kommun": "Nybro"}),
    ],
)
def test_an_option_in_words_of_a_label_is_an_answer(text: str, answers: dict[str, str]) -> None:
    assert found(text, REGISTRATION) == answers


def test_nothing_between_quotation_marks_is_no_answer() -> None:
    said = ("Lungmottagningen", "", "Panel", "Vi provar en app.", "", "Patient")
    text = "\n".join(f'{label}: "{value}"' for label, value in zip(ANSWERS, said, strict=False))
    assert found(text) == {label: value for label, value in zip(ANSWERS, said, strict=False) if value}
