"""What `doctor` finds wrong without asking any server: open files, leads outside our domains or away."""

import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from medverkan.bot.settings import Settings

OTHERS = stat.S_IRWXG | stat.S_IRWXO


def faults(settings: Settings, today: date) -> Iterator[tuple[str, str]]:
    """Yield the name of each check that finds a fault, and what to mend."""
    for number, lead in enumerate(settings.leads, 1):
        domain = lead.email.rpartition("@")[2]
        if settings.outgoing.internal_domains and not settings.is_internal(domain):
            yield f"[[leads]] nr {number} email", f"{domain} finns inte i [outgoing] internal_domains; rätta en av dem"
    if settings.leads and all(lead.is_away(today) for lead in settings.leads):
        yield "[[leads]]", "alla är lediga i dag, och breven ligger tills någon är tillbaka; lägg till en ersättare"
    if settings.chat.provider == "none" and settings.chat.token.get_secret_value().strip():
        yield "[chat] provider", 'token finns men chatten är av; skriv provider = "telegram", eller ta bort token'
    if _is_open_to_others(settings.file) and _holds_secret(settings):
        yield "rättigheter", f"andra på datorn kan läsa lösenorden; kör: chmod 600 {settings.file}"
    if database := _database(settings):
        yield from _opened(database)
    yield from _opened(settings.home / settings.storage.key_file)


def _opened(file: Path) -> Iterator[tuple[str, str]]:
    if _is_open_to_others(file):
        yield "rättigheter", f"andra på datorn kan läsa {file.name}; kör: chmod 600 {file}"


def _is_open_to_others(file: Path) -> bool:
    try:
        return bool(file.stat().st_mode & OTHERS)
    except OSError:
        return False


def _holds_secret(settings: Settings) -> bool:
    """Tell whether the file itself, not the environment, holds a secret; its names tell."""
    try:
        text = settings.file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    names = {line.partition("=")[0].strip() for line in text.splitlines() if "=" in line}
    return not names.isdisjoint({"password", "client_secret", "key", "token", "bounces", "incoming", "public"})


def _database(settings: Settings) -> Path | None:
    try:
        url = make_url(settings.storage.url)
    except ArgumentError:
        return None
    is_file = url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:"
    return settings.home / str(url.database) if is_file else None
