"""What is found wrong without any server: open files with secrets, and leads outside our own domains."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from medverkan.bot.doctor_faults import faults
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import load

TODAY = date(2026, 7, 8)


def told(config: Path, today: date = TODAY) -> list[str]:
    return [f"{name}: {text}" for name, text in faults(load(config), today)]


def test_a_home_with_closed_files_has_no_faults(config: Path) -> None:
    config.chmod(0o600)
    open_parts(load(config)).close()
    assert told(config) == []


def test_a_file_with_a_password_that_others_can_read_is_told(config: Path) -> None:
    config.chmod(0o640)
    (line,) = told(config)
    assert line == f"rättigheter: andra på datorn kan läsa lösenorden; kör: chmod 600 {config}"
    config.write_text(config.read_text("utf-8").replace('password = "kanarie-losenord-1"\n', ""), "utf-8")
    assert told(config) == []


@pytest.mark.parametrize("name", ["medverkan.db", "medverkan.key"])
def test_a_register_or_key_that_others_can_read_is_told(config: Path, name: str) -> None:
    config.chmod(0o600)
    with closing(open_parts(load(config))):
        (config.parent / name).chmod(0o644)
        (line,) = told(config)
    assert f"chmod 600 {config.parent / name}" in line


@pytest.mark.parametrize("written", ["@region.example", " Region.Example. "])
def test_a_lead_outside_our_own_domains_is_told(config: Path, written: str) -> None:
    config.chmod(0o600)
    text = config.read_text("utf-8").replace('["region.example"]', f'["{written}"]')
    config.write_text(text, "utf-8")
    assert told(config) == []
    config.write_text(text.replace("ove@region.example", "ove@konsult.example"), "utf-8")
    (line,) = told(config)
    assert line.startswith("[[leads]] nr 2 email: konsult.example finns inte i [outgoing] internal_domains")


def test_a_day_on_which_no_lead_is_there_is_told(config: Path) -> None:
    config.chmod(0o600)
    leave = "\naway_from = 2026-07-06\naway_until = 2026-07-26\n"
    text = config.read_text("utf-8").replace("[[leads]]", f"[[leads]]{leave}")
    config.write_text(text, "utf-8")
    assert [line.partition(":")[0] for line in told(config)] == ["[[leads]]"]
    assert told(config, date(2026, 7, 27)) == []
    config.write_text(text.replace(leave, "\n", 1), "utf-8")
    assert told(config) == []


def test_a_token_of_a_chat_that_is_off_is_told(config: Path) -> None:
    config.chmod(0o600)
    config.write_text(config.read_text("utf-8") + '\n[chat]\ntoken = "1:kanarie"\n', "utf-8")
    (line,) = told(config)
    assert line.startswith("[chat] provider: token finns men chatten är av")
    assert "kanarie" not in line
