"""A register with two leads, opened on a real SQLite file, with a clock that a test moves by hand."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from medverkan.bot import show
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import Settings, load
from tests.bot.clock import Clock
from tests.bot.office import CANARIES, Office

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


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the machine's own settings out of the tests."""
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


@pytest.fixture
def office(
    parts: Parts, clock: Clock, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> Iterator[Office]:
    """Give the outbox's office, and see afterwards that nothing personal was logged while the test ran."""
    show.log_to_stderr(logging.DEBUG)
    yield Office(parts, clock)
    structlog.reset_defaults()
    told = capfd.readouterr()
    for word in (*CANARIES, "@", "region.example", "post.example"):
        assert word not in told.err + told.out + caplog.text
