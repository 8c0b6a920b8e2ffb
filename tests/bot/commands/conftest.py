"""A home of one's own for every command: an empty register with one lead."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import load

SETTINGS = """
[mailbox]
address = "medverkan@region.example"
[[leads]]
name = "Lena Lönn"
email = "lena.lonn@region.example"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path))
    (tmp_path / "medverkan.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def parts(home: Path) -> Iterator[Parts]:
    opened = open_parts(load())
    yield opened
    opened.close()
