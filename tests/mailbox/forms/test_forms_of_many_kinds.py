"""A form is read whoever made it: filling lines, examples, ticks of all sorts, exports, consents in many words."""

import json
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import Row, gapped
from medverkan.mailbox.forms.values.normalise import STOCKHOLM, normalised
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind
from tests.mailbox.forms import form_kinds
from tests.mailbox.forms.form_kinds import Piece
from tests.mailbox.forms.form_mails import MAILS, TABLES

WHOLE = Path(__file__).with_name("whole_forms")
NOW = datetime(2027, 3, 1, 9, 0, tzinfo=STOCKHOLM)
REQUEST_ABOVE = (
    "Enhet: Hjärtmottagningen Almby", "Huvudman: Region Almland", "E-post: tova@almland.example",
)  # fmt: skip
REQUEST_BELOW = (
    "Personligt stöd: Vi möter i entrén", "Återkoppling: Vi ringer i juni", "Uppdragets namn: Ny väg in",
)  # fmt: skip
RESIDENT_ABOVE = (
    "Förnamn: Nadja", "Efternamn: Strömberg", "Hemkommun: Nybro", "Telefon: 070-174 06 33",
)  # fmt: skip
RESIDENT_BELOW = (
    "Språk: svenska", "Hur långt kan du resa?: tre mil", "Behov av stöd: hiss",
)  # fmt: skip


def framed(piece: str, kind: Kind) -> str:
    above, below = (REQUEST_ABOVE, REQUEST_BELOW) if kind is Kind.REQUEST else (RESIDENT_ABOVE, RESIDENT_BELOW)
    return "\n".join((*above, piece.rstrip("\n"), *below)) + "\n"


def fields_of(text: str, kind: Kind) -> dict[str, Any]:
    rows = [Row((gapped(line),)) for line in text.split("\n")]
    return normalised(find(rows, kind), kind, NOW)[0]


def cases(names: tuple[str, ...], kind: Kind) -> list[Any]:
    found = []
    for name in names:
        pieces: tuple[Piece, ...] = getattr(form_kinds, name)
        found += [pytest.param(kind, piece, id=f"{name.lower()}-{at}") for at, piece in enumerate(pieces)]
    return found


@pytest.mark.parametrize(
    ("kind", "piece"),
    [
        *cases(("UNDERSCORES", "EXAMPLES", "TICKS", "REQUEST"), Kind.REQUEST),
        *cases(("RESIDENT", "RESIDENT_BELOW", "CONSENTS"), Kind.REGISTRATION),
    ],
)
def test_each_piece_of_a_form_is_read_among_its_neighbours(kind: Kind, piece: Piece) -> None:
    written, wanted, unwanted = piece
    found = fields_of(framed(written, kind), kind)
    assert {key: found.get(key) for key in wanted} == wanted
    assert not [key for key in unwanted if key in found]
    neighbours = ("personal_support", "feedback") if kind is Kind.REQUEST else ("languages", "travel")
    assert [found.get(key) for key in neighbours] == (
        ["Vi möter i entrén", "Vi ringer i juni"] if kind is Kind.REQUEST else ["svenska", "tre mil"]
    )


@pytest.mark.parametrize(("subject", "text", "wanted", "unwanted"), MAILS)
def test_a_machine_s_mail_is_read_whole(subject: str, text: str, wanted: dict[str, Any], unwanted: str) -> None:
    letter = EmailMessage()
    letter["From"], letter["To"] = "formular@almland.example", "bank@region.example"
    letter["Subject"], letter["Date"] = subject, "Mon, 01 Mar 2027 09:00:00 +0100"
    letter.set_content(text)
    found = read(letter.as_bytes()).forms[0].fields
    assert {key: found.get(key) for key in wanted} == wanted
    assert not [key for key in unwanted.split() if key in found]


@pytest.mark.parametrize("file", sorted(WHOLE.glob("*.txt")), ids=lambda file: file.stem)
def test_a_whole_form_is_read(file: Path) -> None:
    # The fields as JSON, the subject, then the mail.
    said, subject, text = file.read_text("utf-8").split("\n", 2)
    wanted = json.loads(said)
    letter = EmailMessage()
    letter["From"], letter["To"] = "Tova Almgård <tova@almland.example>", "bank@region.example"
    letter["Subject"], letter["Date"] = subject, "Mon, 01 Mar 2027 09:00:00 +0100"
    letter.set_content(text, subtype="html" if text.startswith("<") else "plain")
    found = read(letter.as_bytes()).forms[0].fields
    assert {key: found.get(key) for key in wanted} == wanted


@pytest.mark.parametrize(("kind", "rows", "wanted"), TABLES)
def test_a_table_is_read_whole(kind: Kind, rows: tuple[tuple[str, ...], ...], wanted: dict[str, Any]) -> None:
    found = normalised(find([Row(cells, 1) for cells in rows], kind), kind, NOW)[0]
    assert found == wanted
