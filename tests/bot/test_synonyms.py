"""A register's own words take effect at the next start; a table that cannot be read is told, with row and file."""

from pathlib import Path

import pytest

from medverkan.bot.commands import doctoring
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import SettingsError, load
from medverkan.matching.text import sentences

SETTINGS = """
[mailbox]
address = "medverkan@region.example"
[[leads]]
name = "Lena Lönn"
email = "lena.lonn@region.example"
[matching]
synonyms = "ord.csv"
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path))
    (tmp_path / "medverkan.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path / "ord.csv"


def test_a_word_of_the_registers_own_is_known(table: Path) -> None:
    table.write_text("concept,synonyms\nhemtjänst,Björkgruppen\n", encoding="utf-8")
    parts = open_parts(load())
    (words,) = sentences("Jag har Björkgruppen")
    parts.close()
    assert [hit.concept for hit in parts.words.find(words)] == ["hemtjänst"]


@pytest.mark.parametrize("wrong", ["begrepp;ord\nhemtjänst;hemhjälp\n", "concept,synonyms\nhemtj\xe4nst,hj\xe4lp\n"])
def test_a_table_that_cannot_be_read_stops_the_start_and_says_where(table: Path, wrong: str) -> None:
    table.write_bytes(wrong.encode("latin-1"))
    with pytest.raises(SettingsError, match=r"\[matching\] synonyms: .+ \(fil: .+ord\.csv\)"):
        open_parts(load())


def test_doctor_tells_each_wrong_row(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text("concept,synonyms\nhemtjänst,\n,ord utan begrepp\n", encoding="utf-8")
    doctoring.doctor(None, as_json=False)
    line = next(line for line in capsys.readouterr().out.splitlines() if "[matching] synonyms" in line)
    assert line.startswith("FEL ")
    assert "Rad 3: " in line
