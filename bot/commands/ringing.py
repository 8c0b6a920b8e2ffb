"""`medverkan tasks ring T-0007`: the gateway rings the lead, and connects them to the person."""

from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import load
from medverkan.bot.sms.connect import ring


def ring_up(config: Path | None, number: str) -> int:
    """Have a call connected, and say what happens. Raises SettingsError."""
    parts = open_parts(load(config))
    try:
        show.say(ring(parts, number, datetime.now(UTC)))
    finally:
        parts.close()
    return 0
