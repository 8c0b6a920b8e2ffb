"""What went wrong, told to whoever sits at the terminal: one line each in Swedish, never a trace with personal data."""

import sys
from typing import NoReturn

import typer

_REASONS: dict[type[OSError], str] = {
    FileNotFoundError: "finns inte",
    PermissionError: "får inte läsas eller skrivas",
    IsADirectoryError: "är en mapp, inte en fil",
}


def misused(error: typer.TyperException) -> NoReturn:
    """Say in Swedish what is wrong with the command line, and end with 2."""
    from medverkan.bot.commands import usage

    for line in [str(error)] if usage.is_help(error) else [f"medverkan: {line}" for line in usage.in_swedish(error)]:
        sys.stderr.write(f"{line}\n")
    raise SystemExit(2) from None


def explain(error: Exception) -> None:
    """Say why a command failed; with MEDVERKAN_TRACE set, an unexpected error is raised as it is."""
    from medverkan.bot.settings import SettingsError
    from medverkan.mailbox.values import MailboxError
    from medverkan.storage.store import StorageError
    from medverkan.storage.vault import VaultError

    known = (SettingsError, MailboxError, StorageError, VaultError, OSError)
    if isinstance(error, OSError) and error.filename:
        told = f"{error.filename}: {_REASONS.get(type(error), 'går inte att läsa eller skriva')}"
    else:
        told = str(error) if isinstance(error, known) else f"ett oväntat fel ({type(error).__name__})"
    for line in told.splitlines():
        sys.stderr.write(f"medverkan: {line}\n")
    import os

    if os.environ.get("MEDVERKAN_TRACE") and not isinstance(error, known):
        raise error
