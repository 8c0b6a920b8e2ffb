"""`medverkan db`: bring the database's schema up to this version, tell whether it is there, or write it anew."""

from pathlib import Path

from medverkan.bot import show
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import load
from medverkan.storage import schema
from medverkan.storage.store import STILL_IN_FILE


def upgrade(config: Path | None) -> int:
    """Upgrade the schema."""
    parts = open_parts(load(config))
    try:
        found, newest = schema.current(parts.store.engine)
    finally:
        parts.close()
    show.say(f"Schemat är {found} (nyast: {newest}).")
    return 0


def check(config: Path | None) -> int:
    """Say whether the schema is this version's; return 1 where it is not."""
    parts = open_parts(load(config), upgrade=False)
    try:
        found, newest = schema.current(parts.store.engine)
        different = schema.differences(parts.store.engine) if found == newest else []
    finally:
        parts.close()
    if found != newest:
        show.say(f"medverkan: schemat är {found or 'tomt'}, ska vara {newest}; kör: medverkan db upgrade")
        return 1
    for line in different:
        show.say(f"medverkan: schemat skiljer sig: {line}")
    if not different:
        show.say(f"Schemat är {found}, som det ska vara.")
    return 1 if different else 0


def tidy(config: Path | None) -> int:
    """Write the database anew without what was erased; return 1 where somebody else uses it."""
    parts = open_parts(load(config))
    try:
        left = parts.store.tidy()
    finally:
        parts.close()
    if STILL_IN_FILE in left:
        show.say("medverkan: databasen används just nu; stoppa tjänsten och försök igen")
        return 1
    show.say("Databasen är skriven på nytt; inget raderat ligger kvar i den.")
    return 0
