"""A body in two forms is read from the one that says more; where both say the same, from the HTML alone."""

from email.message import EmailMessage

import pytest

from medverkan.mailbox.mime import parse
from medverkan.mailbox.sources import sources_of

PAIRS = (
    ("Enhet", "Ögonkliniken"), ("Kontaktperson", "Lo Ask"), ("Telefon", "08-465 004 12"), ("Aktivitet", "Workshop"),
    ("Syfte", "Bättre kallelser"), ("Antal personer", "3"), ("Plats", "Biblioteket"), ("Perspektiv", "patient"),
)  # fmt: skip
LINES = [f"{label}: {value}" for label, value in PAIRS]
TABLE = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in PAIRS)


def read_from(text: str, html: str) -> tuple[tuple[str, ...], ...]:
    """Return the cells of the body that is read."""
    message = EmailMessage()
    message["From"] = "lo.ask@region.example"
    message["Subject"] = "Förfrågan"
    message.set_content(text)
    message.add_alternative(f"<html><body>{html}</body></html>", subtype="html")
    return tuple(row.cells for row in sources_of(parse(message.as_bytes())).own.rows if any(row.cells))


@pytest.mark.parametrize("text", ["\n".join(LINES), "\n\n".join(LINES), "\n".join(LINES[:3])])
def test_the_html_is_read_where_its_lines_are_those_of_the_text(text: str) -> None:
    lines = [line for line in text.split("\n") if line]
    assert read_from(text, "".join(f"<p>{line}</p>" for line in lines)) == tuple((line,) for line in lines)


def test_the_cells_of_a_table_come_before_one_cell_a_line() -> None:
    text = "\n".join(part for pair in PAIRS for part in pair)
    assert read_from(text, f"<table>{TABLE}</table>") == PAIRS


def test_the_text_is_read_where_the_html_holds_no_form() -> None:
    assert read_from("\n".join(LINES), "<p>Se brevet som text.</p>") == tuple((line,) for line in LINES)
