"""A register that sends SMS into a file, with people who have agreed to that."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import load
from tests.bot.clock import Clock
from tests.bot.sms.phones import Phones

WITH_SMS = """
[sms]
provider = "file"
"""


@pytest.fixture
def parts(config: Path) -> Iterator[Parts]:
    """Give the register, opened, with [sms]."""
    config.write_text(config.read_text("utf-8") + WITH_SMS, "utf-8")
    opened = open_parts(load(config))
    yield opened
    opened.close()


@pytest.fixture
def phones(parts: Parts, clock: Clock) -> Phones:
    """Give people's telephones."""
    return Phones(parts, clock)
