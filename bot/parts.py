"""What the stages share: settings, register, vocabulary and index. Put together here; nothing is global."""

import os
import subprocess
import sys
from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from sqlalchemy import Engine

from medverkan.bot.rights.names import Names
from medverkan.bot.settings import Settings, SettingsError
from medverkan.mailbox.dkim_keys import txt_record
from medverkan.mailbox.dkim_signatures import TxtLookup
from medverkan.matching import vocabulary
from medverkan.matching.faults import synonym_faults
from medverkan.matching.index import Index
from medverkan.matching.vocabulary import Vocabulary
from medverkan.storage.revision import has_schema, holds_rows, is_newest
from medverkan.storage.store import StorageError, Store, open_engine
from medverkan.storage.vault import Vault, VaultError, load_or_make_key, read_key

COLUMNS = 1


@dataclass(frozen=True, slots=True)
class Parts:
    """One register, opened."""

    settings: Settings
    store: Store
    words: Vocabulary
    index: Index  # what the matcher has read; brought in line with the register before each question
    read: dict[str, Hashable] = field(default_factory=dict)  # of each member in it: what it was read from, by number
    names: Names = field(default_factory=Names)  # what new registrations are compared with
    # Whoever asks the index or the names holds it: the stages and the chat do so in threads of their own.
    turn: RLock = field(default_factory=RLock)
    txt: TxtLookup = txt_record  # the name service, for the keys of signatures

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()


def open_parts(settings: Settings, *, upgrade: bool = True, apart: bool = False, tell: bool = True) -> Parts:
    """Open the register of these settings, made where there is none yet, upgraded here or by a process apart.

    That one was made is told on standard error: it is empty, and may not be the one that was meant. Raises
    SettingsError where the home, the key, the database or the synonyms cannot be used.
    """
    try:
        settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise SettingsError(f"MEDVERKAN_HOME: mappen {settings.home} går inte att skapa") from error
    if not os.access(settings.home, os.W_OK | os.X_OK):
        raise SettingsError(f"MEDVERKAN_HOME: mappen {settings.home} går inte att skriva i för det här kontot")
    try:
        engine = open_engine(settings.storage.url, settings.home)
        _check_key_is_there(engine, settings)
        if upgrade and not is_newest(engine):
            is_new = not has_schema(engine)
            _upgrade(engine, settings, apart=apart)
            if is_new and tell:
                sys.stderr.write(f"medverkan: nytt register i {settings.home}\n")
        store = Store(engine, open_vault(settings))
    except (VaultError, StorageError) as error:
        raise SettingsError(f"[storage]: {error} (fil: {settings.file})") from error
    except Exception as error:
        # Drivers raise in their own ways; the password in a URL must not come along.
        raise SettingsError(f"[storage] url: databasen går inte att öppna ({type(error).__name__})") from error
    words = vocabulary.load(_synonyms(settings))
    return Parts(settings, store, words, Index((), words))


def _check_key_is_there(engine: Engine, settings: Settings) -> None:
    """Raise VaultError where a register with content has lost its key: a new one would open nothing, and hide that."""
    file = settings.home / settings.storage.key_file
    if settings.storage.key.get_secret_value() or file.exists() or not holds_rows(engine):
        return
    # Looked for once more, since another first start may have made both meanwhile.
    if not file.exists():
        raise VaultError(f"nyckelfilen {file} saknas men registret finns: lägg tillbaka den ur säkerhetskopian")


def _upgrade(engine: Engine, settings: Settings, *, apart: bool) -> None:
    """Upgrade the schema; the memory that the tool for it takes goes with the process apart, errors are told here."""
    if apart:
        command = [sys.executable, "-m", "medverkan.bot.cli", "--config", str(settings.file), "db", "upgrade"]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 - our own program
    if not is_newest(engine):
        from medverkan.storage import schema

        schema.upgrade(engine)


def open_vault(settings: Settings) -> Vault:
    """Return the vault: the key from the environment, else from the key file, made at the first start.

    Raises VaultError.
    """
    written = settings.storage.key.get_secret_value()
    return Vault(read_key(written) if written else load_or_make_key(settings.home / settings.storage.key_file))


def _synonyms(settings: Settings) -> Path | None:
    if not settings.matching.synonyms:
        return None
    path = settings.home / settings.matching.synonyms
    if not path.exists():
        raise SettingsError(f"[matching] synonyms: filen {path} finns inte (fil: {settings.file})")
    for fault in synonym_faults(path):
        if fault.row <= COLUMNS:  # the table cannot be read at all; other rows with faults are left out
            raise SettingsError(f"[matching] synonyms: {fault} (fil: {path})")
    return path
