"""A mail is cut into the sender's own words and what is quoted below them."""

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import segments_of


def cut(text: str) -> list[tuple[str, str]]:
    return [(s.sender, "\n".join(r.cells[0] for r in s.rows).strip()) for s in segments_of(lines_of(text))]


@pytest.mark.parametrize(
    "header",
    [
        "Från: Lo Exempel <lo@post.example>\nSkickat: den 9 januari 2026\nTill: Kim\nÄmne: Förfrågan",
        "-----Ursprungligt meddelande-----\nFrån: Lo Exempel <lo@post.example>\nTill: Kim\nÄmne: Förfrågan",
        "---------- Forwarded message ---------\nFrom: Lo Exempel <lo@post.example>\nDate: Fri\nSubject: Förfrågan",
        "*Från:* Lo Exempel <lo@post.example>\n*Skickat:* den 9 januari\n*Till:* Kim",
        "Den fre 9 jan. 2026 kl 10:00 skrev Lo Exempel <lo@post.example>:",
    ],
)
def test_what_is_passed_on_has_its_own_sender(header: str) -> None:
    assert cut(f"Hej\n\n{header}\n\nEnhet: Akuten") == [("", "Hej"), ("lo@post.example", "Enhet: Akuten")]


def test_quote_signs_are_taken_off() -> None:
    assert cut("Ja.\n> Enhet: Akuten\n> > Antal: 2") == [("", "Ja."), ("", "Enhet: Akuten\nAntal: 2")]


def test_a_label_that_looks_like_a_mail_header_is_not_one() -> None:
    assert cut("Från: 2026\nEnhet: Akuten") == [("", "Från: 2026\nEnhet: Akuten")]


ASKED = {
    "Enhet": "Lungmottagningen", "Kontaktperson": "Tova Almgård", "Syfte": "Kortare köer", "Plats": "Sal 2",
    "Antal personer": "3", "Perspektiv": "Patient",
}  # fmt: skip


@pytest.mark.parametrize("shape", ["{label}\n> {said}\n", "{label}:\n>{said}"])
def test_answers_that_are_marked_as_a_quote_below_their_labels_are_the_writers_own(shape: str) -> None:
    rows = lines_of("\n".join(shape.format(label=label, said=said) for label, said in ASKED.items()))
    (own,) = segments_of(rows)
    assert [row.cells[0] for row in own.rows if row.cells[0]] == [
        line for label, said in ASKED.items() for line in (shape.partition("\n")[0].format(label=label), said)
    ]


def test_labels_in_a_quote_with_answers_below_them_stay_a_quote() -> None:
    rows = lines_of("\n".join(f"> {label}:\n{said}" for label, said in ASKED.items()))
    assert len(segments_of(rows)) > 1
    rows = lines_of("Hej!\n\n" + "\n".join(f"> {label}: {said}" for label, said in ASKED.items()))
    assert len(segments_of(rows)) > 1
