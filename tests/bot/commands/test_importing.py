"""A register out of a sheet: first what would be stored, then each row by itself, and never a consent by guessing."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from medverkan.bot.commands import people
from medverkan.bot.commands.importing import import_file
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member

HEAD = "Förnamn;Efternamn;Mobil;E-post;Kommun;Född;Skostorlek;Samtycke till matchning\n"


def sheet(home: Path, text: str, name: str = "register.csv") -> Path:
    file = home / name
    file.write_text(text, encoding="utf-8-sig")
    return file


def workbook(home: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    assert book.active
    for row in rows:
        book.active.append(row)
    book.save(home / "register.xlsx")
    book.close()
    return home / "register.xlsx"


def everybody(parts: Parts) -> list[Member]:
    with parts.store.reading() as books:
        return list(books.members.all())


def consents(parts: Parts) -> dict[str, set[str]]:
    with parts.store.reading() as books:
        kinds, members = books.consents.live_kinds(), {member.id: member.name for member in books.members.all()}
    return {members[member_id]: found for member_id, found in kinds.items()}


def test_without_yes_it_is_shown_and_nothing_is_stored(
    home: Path, parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    people.add(None, ["first_name=Maj", "last_name=Ros", "phone=070-174 06 31"])
    capsys.readouterr()
    file = sheet(
        home,
        HEAD
        + "Siv;Alm;070-174 06 30;siv@post.example;Mönsterås;1949;38;ja\n"
        + "Maj;Ros;070 174 06 31;;Kalmar;1950;;\n"
        + "Tor;Ros;0701740631;;Kalmar;1951;;\n"
        + "Ulf;Ek;12;;Kalmar;1952;;\n",
    )
    assert import_file(None, file, yes=False) == 0
    said = capsys.readouterr()
    for line in (
        "rubriker på rad 1, 4 rader med innehåll",
        "Mobil → Telefon",
        "Kolumner som inte sparas\n  Skostorlek",
        "rad 2: Siv Alm, Mönsterås, anmäld; saknas: Hur vill du bli kontaktad?",
        "rad 3: Maj Ros är M-0001",
        "rad 4: Tor Ros har samma telefon eller e-post som M-0001",
        "rad 5, Mobil: är inget telefonnummer",
        "Skulle sparas: 2",
    ):
        assert line in said.out
    assert "Inget är sparat" in said.err
    assert [member.name for member in everybody(parts)] == ["Maj Ros"]


def test_good_rows_are_stored_and_bad_ones_told(home: Path, parts: Parts, capsys: pytest.CaptureFixture[str]) -> None:
    file = sheet(
        home,
        HEAD
        + "Siv;Alm;070-174 06 30;;Mönsterås;1949;38;ja\n"
        + "Ulf;Ek;12;;Kalmar;1952;;\n"
        + ";;070-174 06 33;;Kalmar;1952;;\n"
        + "Eva;By;;eva@post.example;Kalmar;#REF!;;\n"
        + "Bo;By;;bo@post.example;Kalmar;1970;;nej\n",
    )
    assert import_file(None, file, yes=True) == 0
    told = capsys.readouterr()
    assert told.out == ""
    for line in ("rad 3, Mobil:", "rad 4, Namn: raden har inget namn", "rad 5, Född: cellen visar ett fel"):
        assert line in told.err
    assert "Sparade: 2. Fanns redan: 0. Rader med fel, som hoppades över: 3." in told.err
    assert [member.name for member in everybody(parts)] == ["Siv Alm", "Bo By"]
    assert consents(parts) == {"Siv Alm": {"matching"}}


def test_the_same_file_again_adds_nobody(home: Path, parts: Parts) -> None:
    file = sheet(
        home,
        "Namn;Telefon;E-post;Kommun\nSiv Alm;070-174 06 30;;Kalmar\nBo By;;BO@post.example;\nÅke Utan;;;Nybro\n"
        "siv  alm;+46 70 174 06 30;;\n",
    )
    assert import_file(None, file, yes=True) == 0
    assert import_file(None, file, yes=True) == 0
    assert [member.name for member in everybody(parts)] == ["Siv Alm", "Bo By", "Åke Utan"]


def test_whoever_is_restricted_or_has_left_is_not_taken_in_again(home: Path, parts: Parts) -> None:
    file = sheet(home, "Namn;Telefon\nSiv Alm;070-174 06 30\nBo By;070-174 06 34\n")
    import_file(None, file, yes=True)
    people.restrict_member(None, "M-0001")
    people.change_status(None, "M-0002", "avslutad", None)
    assert import_file(None, file, yes=True) == 0
    assert [member.status for member in everybody(parts)] == [MemberStatus.RESTRICTED, MemberStatus.LEFT]


def test_an_import_writes_no_letters_but_every_introduction_is_a_task(home: Path, parts: Parts) -> None:
    import_file(None, sheet(home, "Namn;Telefon\nSiv Alm;070-174 06 30\nBo By;070-174 06 34\n"), yes=True)
    with parts.store.reading() as books:
        assert books.outgoing.all() == []
        assert len(books.tasks.open_tasks(kinds=["introduction"])) == 2


@pytest.mark.parametrize("head", ["Samtycke", "Matchning", "Anteckningar", "Kan matchas"])
def test_a_column_that_does_not_name_the_consent_gives_none(home: Path, parts: Parts, head: str) -> None:
    import_file(None, sheet(home, f"Namn;Telefon;{head}\nSiv Alm;070-174 06 30;ja\n"), yes=True)
    assert consents(parts) == {}


@pytest.mark.parametrize(
    ("cell", "kinds"), [("ja", {"matching"}), ("X", {"matching"}), ("", None), ("nej", None), ("-", None)]
)
def test_only_a_yes_is_a_consent(home: Path, parts: Parts, cell: str, kinds: set[str] | None) -> None:
    file = sheet(home, f"Namn;Telefon;Samtycke till matchning\nSiv Alm;070-174 06 30;{cell}\n")
    import_file(None, file, yes=True)
    assert consents(parts).get("Siv Alm") == kinds


def test_an_answer_that_is_neither_yes_nor_no_stops_the_row(home: Path, parts: Parts) -> None:
    file = sheet(home, "Namn;Telefon;consent_matching\nSiv Alm;070-174 06 30;muntligt?\n")
    assert import_file(None, file, yes=True) == 1
    assert everybody(parts) == []


def test_a_workbook_with_a_title_numbers_and_days_is_read(home: Path, parts: Parts) -> None:
    file = workbook(
        home,
        ["Vårt register"],
        [],
        ["Förnamn", "Efternamn", "Telefonnummer", "Födelseår", "Hemkommun", "Samtycke till sms"],
        ["Siv", "Alm", 701740630, 1949.0, "Mönsterås", True],
        ["Bo", "By", "070-174 06 34", datetime(1970, 5, 1), "Kalmar", False],  # noqa: DTZ001 - sheets know no zone
        # 1954 in a cell that is formatted as a date.
        ["Ada", "Ö", 8465004 * 100 + 20, date(1905, 5, 7), "Nybro", None],
    )
    assert import_file(None, file, yes=True) == 0
    found = [(m.name, m.fields["phone"], m.fields["birth_year"]) for m in everybody(parts)]
    assert found == [
        ("Siv Alm", "+46701740630", 1949),
        ("Bo By", "+46701740634", 1970),
        ("Ada Ö", "+46846500420", 1954),
    ]
    assert consents(parts) == {"Siv Alm": {"sms"}}


def test_the_statuses_of_an_old_register_come_along(home: Path, parts: Parts) -> None:
    file = sheet(
        home,
        "Namn;Telefon;Status;Vilar till;Samtycke till matchning\n"
        "A Ek;070-174 06 35;Aktiv;;ja\nB Ek;070-174 06 36;vilar;2099-08-31;ja\n"
        "C Ek;070-174 06 37;spärrad;;ja\nD Ek;070-174 06 38;upptagen;;ja\n",
    )
    assert import_file(None, file, yes=True) == 0
    found = [(member.name, member.status) for member in everybody(parts)]
    assert found == [
        ("A Ek", MemberStatus.ACTIVE),
        ("B Ek", MemberStatus.RESTING),
        ("C Ek", MemberStatus.RESTRICTED),
    ]
    assert "C Ek" not in consents(parts)


def test_the_surest_column_wins(home: Path, parts: Parts) -> None:
    import_file(None, sheet(home, "Namn;Telefon;Telefon 2\nSiv Alm;070-174 06 30;070-174 06 39\n"), yes=True)
    assert everybody(parts)[0].fields["phone"] == "+46701740630"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "ingen rad med rubriker"),
        ("Blad 1\n1;2;3\n", "ingen rad med rubriker"),
        ("Förnamn;Efternamn;Telefon\n", "inga rader"),
    ],
)
def test_a_sheet_that_says_nothing_is_told(home: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        import_file(None, sheet(home, text), yes=True)
