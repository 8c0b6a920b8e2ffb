"""A register with two leads, opened on a real SQLite file, with a clock that a test moves by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import Settings, load

# A Tuesday, 09.30 in Stockholm, far from every red day.
START = datetime(2026, 2, 10, 8, 30, tzinfo=UTC)
CONFIG = """
[mailbox]
address = "bank@region.example"
host = "imap.region.example"
username = "bank"
password = "kanarie-losenord-1"

[outgoing]
host = "smtp.region.example"
internal_domains = ["region.example"]

[outgoing.external]
address = "utskick@post.example"
host = "smtp.post.example"

[[leads]]
name = "Karin Exempel"
email = "karin@region.example"

[[leads]]
name = "Ove Exempel"
email = "ove@region.example"

[trust]
authserv_id = "mx.region.example"
"""


@dataclass
class Clock:
    """The time, moved by hand. Call it for now."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> datetime:
        """Move on by timedelta(**step)."""
        self.now += timedelta(**step)
        return self.now


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the machine's own settings out of the tests."""
    import os

    for name in [name for name in os.environ if name.upper().startswith("MEDVERKAN_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Give a whole medverkan.toml in a home of its own."""
    path = tmp_path / "medverkan.toml"
    path.write_text(CONFIG, "utf-8")
    return path


@pytest.fixture
def settings(config: Path) -> Settings:
    """Give the settings of that file."""
    return load(config)


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands on a working morning."""
    return Clock()


@pytest.fixture
def parts(settings: Settings) -> Iterator[Parts]:
    """Give the register, opened."""
    opened = open_parts(settings)
    yield opened
    opened.close()


@pytest.fixture
def desk(parts: Parts, clock: Clock) -> Iterator[Desk]:
    """Give a desk in a transaction that is committed when the test is over."""
    with parts.store.transaction() as books:
        yield Desk(books, parts, clock())
