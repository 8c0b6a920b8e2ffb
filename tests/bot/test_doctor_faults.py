"""What is found wrong without any server: open files with secrets, and leads outside our own domains."""

from contextlib import closing
from pathlib import Path

import pytest

from medverkan.bot.doctor_faults import faults
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import load


def told(config: Path) -> list[str]:
    return [f"{name}: {text}" for name, text in faults(load(config))]


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
