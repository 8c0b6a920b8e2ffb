"""A town for the tests of reminders: a register with two leads, a clock, and an outbox that sends."""

import pytest

from medverkan.bot.parts import Parts
from tests.bot.clock import Clock
from tests.bot.reminding.cases import Town


@pytest.fixture
def town(parts: Parts, clock: Clock) -> Town:
    """Give a town at 09.30 on Tuesday 10 February 2026."""
    return Town(parts, clock)
