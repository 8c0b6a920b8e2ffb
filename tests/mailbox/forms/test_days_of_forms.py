"""Which day of a form is that of the assignment: not that of the signature, and every one of several on lines."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.scoring import best_form
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.values.normalise import values_of
from medverkan.mailbox.forms.values.one_box import is_stamp
from medverkan.mailbox.values import Kind

WRITTEN = datetime(2026, 11, 18, 10, tzinfo=UTC)
HEAD = (
    "Verksamhet: Njurmottagningen", "Huvudman: Region Exempel", "Kontaktperson: Siv Påhitt",
    "E-post: siv@exempel.example",
    "Typ av medverkan: Intervju", "Beskrivning: Samtal om dialys", "Syfte: Tryggare vård",
)  # fmt: skip
TAIL = ("Antal personer: 2", "Plats: Sal 1")


def fields(lines: Sequence[str]) -> dict[str, object]:
    found = best_form(Segment(lines_of("\n".join(lines))), "Förfrågan om medverkan")
    assert found is not None
    assert len(found.forms) == 1
    return dict(values_of(found.forms[0], Kind.REQUEST, WRITTEN).fields)


@pytest.mark.parametrize(
    "signed",
    [
        ("Underskrift: Siv Påhitt", "Datum: 2026-11-16"),
        ("Datum: 16/11 2026", "Namnförtydligande: Siv Påhitt"),
        ("Ort: Exempelby", "Datum: 2026-11-18", "Namnteckning: Siv Påhitt"),
        ("Datum: 2026-11-18",),
    ],
)
@pytest.mark.parametrize("day", ["Datum och tid: 9 februari 2027 kl. 13-15", "Datum och tid:"])
def test_the_day_of_a_signature_is_no_day_of_the_assignment(day: str, signed: Sequence[str]) -> None:
    read = fields((*HEAD, day, *TAIL, *signed))
    assert read.get("date_start") == ("2027-02-09" if "2027" in day else None)
    assert "2026" not in str(read.get("when_text"))


@pytest.mark.parametrize("above", [("Datum: 2026-11-18",), ("Datum: 2026-11-17", "Diarienummer: EX 2026/12")])
def test_the_day_above_a_form_is_that_of_the_letter(above: Sequence[str]) -> None:
    assert fields((*above, *HEAD, *TAIL, "Datum och tid: 9 februari 2027"))["date_start"] == "2027-02-09"


@pytest.mark.parametrize("after", [(), ("Underskrift: Siv Påhitt",)])
def test_a_day_to_come_is_that_of_the_assignment_wherever_it_stands(after: Sequence[str]) -> None:
    assert fields((*HEAD, *TAIL, "Datum: 2027-02-09", *after))["date_start"] == "2027-02-09"


@pytest.mark.parametrize("word", ["Möte", "Tillfälle", "Träff", "Datum"])
@pytest.mark.parametrize("sign", [" ", "\n"])
def test_meetings_counted_one_a_line_are_all_read(word: str, sign: str) -> None:
    days = f"{word} 1: 9 februari 2027 kl. 13.00-15.00\n{word} 2: 16 februari 2027 kl. 13.00-15.00"
    read = fields((*HEAD, f"Datum och tid:{sign}{days}", *TAIL))
    assert (read["when_text"], read["date_start"], read["date_end"]) == (days, "2027-02-09", "2027-02-16")
    assert read["occasions"] == 2


def test_aims_and_kinds_of_people_counted_one_a_line_are_all_read() -> None:
    read = fields(
        (*HEAD[:-1], "Syfte: Mål 1: Trygghet", "Mål 2: Fart", "Antal personer: Patienter: 2", "Närstående: 1")
    )
    assert (read["purpose"], read["people_wanted"]) == ("Mål 1: Trygghet\nMål 2: Fart", 3)


def test_a_letterhead_is_neither_a_form_of_its_own_nor_the_contact() -> None:
    above = ("Exempelgatan 1, 123 45 Exempelby", "Telefon: 0480-840 00", "E-post: region@exempel.example", "")
    read = fields((*above, "FÖRFRÅGAN", "Datum: 2026-11-18", *HEAD, "Telefon: 070-174 06 33", *TAIL))
    assert (read["contact_email"], read["contact_phone"]) == ("siv@exempel.example", "+46701740633")
    assert fields((*above, *HEAD, *TAIL))["contact_phone"] == "+4648084000"


@pytest.mark.parametrize(
    ("value", "stamp"),
    [("2026-11-18T09:12:44Z", True), ("2026-11-18 09:12", True), ("2027-02-09T13:00:00+01:00", False),
     ("2027-02-09 13:00", False), ("2026-11-02T09:00", False)],
)  # fmt: skip
def test_a_moment_to_come_is_no_stamp_of_a_machine(value: str, stamp: bool) -> None:
    assert is_stamp(value, WRITTEN.date()) is stamp
