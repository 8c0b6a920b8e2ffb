"""What a lead is told about a table of terms: the row, what is wrong, and what to do."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.matching.faults import packaged_faults, synonym_faults
from medverkan.matching.text import sentences
from medverkan.matching.vocabulary import load


def table(folder: Path, text: str) -> Path:
    path = folder / "egna.csv"
    path.write_bytes(text.encode())
    return path


def test_the_packaged_tables_are_without_faults() -> None:
    assert [str(fault) for fault in packaged_faults()] == []


@pytest.mark.parametrize(
    "row",
    [
        "epilepsi,glimtsjuka;kramptant*",
        "epilepsi,@barn .. glimtar;=glimtis",
        "nattskräck hos vuxna,skriker i sömnen",
    ],
)
def test_a_right_table_has_no_faults(tmp_path: Path, row: str) -> None:
    header = "concept,synonyms,focus_area"
    assert synonym_faults(table(tmp_path, f"{header}\n{row},somatik\n")) == ()


@pytest.mark.parametrize(
    ("text", "row", "words"),
    [
        ("begrepp,ord\nepilepsi,glimtsjuka\n", 1, "kolumnen concept och synonyms saknas"),
        ("concept;synonyms\nepilepsi;glimtsjuka\n", 1, "med kommatecken"),
        ("concept,synonyms\nepilespi,glimtsjuka\n", 2, "Menade du ”epilepsi”?"),
        ("concept,synonyms\nepilepsi,\n", 2, "har inga ord"),
        ("concept,synonyms\n,glimtsjuka\n", 2, "begreppet saknas"),
        ("concept,synonyms\nepilepsi,glimt,sjuka\n", 2, "för många kommatecken"),
        ("concept,synonyms\nepilepsi,glimtsjuka\nepilepsi,ep*\n", 3, "för få bokstäver"),
        ("concept,synonyms\nepilepsi,inte\n", 2, "för vanligt ord"),
        ("concept,synonyms\nepilepsi,..glimt;glimt ..\n", 2, "två punkter"),
        ("concept,synonyms\nepilepsi,@hund .. glimtar\n", 2, "@hund"),
        ("concept,synonyms\nepilepsi,astma\n", 2, "betyder redan astma"),
        ("concept,synonyms,focus_area\nglimtsjuka,glimtar,kroppen\n", 2, "inget fokusområde"),
    ],
)
def test_a_fault_names_its_row_and_what_to_do(tmp_path: Path, text: str, row: int, words: str) -> None:
    faults = synonym_faults(table(tmp_path, text))
    assert [fault.row for fault in faults if words in fault.text] == [row]


def test_a_file_in_another_encoding_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "egna.csv"
    path.write_bytes("concept,synonyms\nyrsel,åksjuka\n".encode("cp1252"))
    assert "UTF-8" in synonym_faults(path)[0].text
    assert "finns" in synonym_faults(tmp_path / "saknas.csv")[0].text


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = table(tmp_path, "\ufeffconcept,synonyms\r\nepilepsi,glimtsjuka\r\n")
    assert synonym_faults(path) == ()
    found = {hit.concept for sentence in sentences("Jag har glimtsjuka.") for hit in load(path).find(sentence)}
    assert found == {"epilepsi"}


def test_a_wrong_row_does_not_take_the_others_along(tmp_path: Path) -> None:
    path = table(tmp_path, "concept,synonyms\n,x\nepilepsi,@hund sover;;..;glimtsjuka\n")
    found = {hit.concept for sentence in sentences("Jag har glimtsjuka.") for hit in load(path).find(sentence)}
    assert "epilepsi" in found


@given(st.binary(max_size=200))
def test_no_file_stops_the_check(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("egna") / "egna.csv"
    path.write_bytes(b"concept,synonyms\n" + content)
    synonym_faults(path)
