"""One file with the whole register: a copy of the database as of one moment, the erasure ledger, and what it is.

The key is never in it: who finds the file can read nothing. A zip, whose manifest is written last and names the
checksum of the copy, so that a file that was cut short, changed or is something else is told from a whole one.
"""

import hashlib
import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Engine

from medverkan.storage import ledger
from medverkan.storage.revision import MIGRATIONS, newest
from medverkan.storage.store import StorageError, Store
from medverkan.storage.vault import Vault

PRODUCT, FORMAT = "medverkan-backup", 1
MANIFEST, COPY, LEDGER = "manifest.json", "register", ledger.FILE_NAME
MOST_MANIFEST, MOST_LEDGER = 100_000, 200_000_000
PIECE = 1 << 20


class BackupError(StorageError):
    """A copy cannot be made, or what is given as one is none; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a copy says about itself."""

    product: str
    format: int
    kind: str  # sqlite | postgresql
    revision: str  # of the schema
    made: str  # ISO 8601, UTC
    key: str  # tells which key opens it, and nothing of the key
    sha256: str
    size: int


def key_mark(vault: Vault) -> str:
    """Return by what a copy's key is known again."""
    return vault.lookup("backup", "key")[:32]


def back_up(store: Store, home: Path, file: Path, now: datetime) -> Manifest:
    """Write the register as of now to `file`, while others may go on using it. Raises BackupError."""
    if file.exists():
        raise BackupError(f"{file} finns redan; välj ett annat namn")
    if not file.parent.is_dir():
        raise BackupError(f"mappen {file.parent} finns inte")
    draft, copy = (_beside(file, what) for what in ("zip", "copy"))
    try:
        copy.touch(0o600)
        _copy(store.engine, copy)
        manifest = Manifest(
            product=PRODUCT,
            format=FORMAT,
            kind=store.engine.dialect.name,
            revision=newest(),
            made=now.isoformat(timespec="seconds"),
            key=key_mark(store.vault),
            sha256=_sum_of(copy),
            size=copy.stat().st_size,
        )
        _write(draft, copy, home, manifest)
        draft.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        raise BackupError(f"{file} kan inte skrivas: {error.strerror}") from error
    finally:
        copy.unlink(missing_ok=True)
        draft.unlink(missing_ok=True)
    return manifest


def _write(draft: Path, copy: Path, home: Path, manifest: Manifest) -> None:
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        # Sealed bytes cannot be made smaller; the check that a piece is whole is the zip's own.
        with zipfile.ZipFile(opened, "w", zipfile.ZIP_STORED) as archive:
            archive.write(copy, COPY)
            known = home / ledger.FILE_NAME
            archive.writestr(LEDGER, known.read_bytes() if known.exists() else b"")
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=2))
        opened.flush()
        os.fsync(opened.fileno())


def look(file: Path) -> tuple[Manifest, list[ledger.Erasure]]:
    """Return what a copy says about itself, and its ledger. Raises BackupError where it is no whole copy of ours."""
    with _opened(file) as archive:
        try:
            said = json.loads(_small(archive, MANIFEST, MOST_MANIFEST))
            manifest = Manifest(**said)
            text = _small(archive, LEDGER, MOST_LEDGER).decode("utf-8", "replace")
        except (KeyError, ValueError, TypeError) as error:
            raise BackupError(f"{file} är ingen säkerhetskopia från medverkan backup") from error
        if manifest.product != PRODUCT:
            raise BackupError(f"{file} är ingen säkerhetskopia från medverkan backup")
        if manifest.format != FORMAT or manifest.revision > newest() or not _known(manifest.revision):
            raise BackupError(f"{file} är gjord med en nyare version av Medverkan; uppgradera först")
    return manifest, ledger.parse(text)


def unpack(file: Path, manifest: Manifest, to: Path) -> None:
    """Write the copy of the database to `to`, checked byte for byte. Raises BackupError."""
    summed, size = hashlib.sha256(), 0
    try:
        with (
            _opened(file) as archive,
            archive.open(COPY) as source,
            os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target,
        ):
            while piece := source.read(PIECE):
                summed.update(piece)
                size += len(piece)
                if size > manifest.size:
                    break
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
    except (KeyError, zipfile.BadZipFile) as error:
        raise BackupError(DAMAGED.format(file=file)) from error
    if (summed.hexdigest(), size) != (manifest.sha256, manifest.size):
        raise BackupError(DAMAGED.format(file=file))


DAMAGED = "{file} är skadad: innehållet stämmer inte med kontrollsumman. Ta en annan kopia; inget är ändrat"


def check_sqlite(copy: Path) -> None:
    """See that a copy is a database that holds together. Raises BackupError."""
    try:
        with closing(sqlite3.connect(copy)) as connection:
            answer = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise BackupError("kopian innehåller ingen hel databas; inget är ändrat") from error
    if answer != ("ok",):
        raise BackupError("kopian innehåller en trasig databas; inget är ändrat")


def restore_postgres(engine: Engine, copy: Path) -> None:
    """Put a dump in place of what the database holds: all of it or nothing. Raises BackupError."""
    options = ["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
    _postgres("pg_restore", engine, [*options, str(copy)])


def sync_folder(folder: Path) -> None:
    """See the names in a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy(engine: Engine, to: Path) -> None:
    if engine.dialect.name == "postgresql":
        _postgres("pg_dump", engine, ["--format=custom", "--no-owner", "--no-privileges", f"--file={to}"])
        return
    with engine.connect() as connection, closing(sqlite3.connect(to)) as copy:
        driver = cast(sqlite3.Connection, connection.connection.driver_connection)
        driver.backup(copy)
        # A copy is one file: without this it would want a journal beside it as soon as it is opened.
        copy.execute("PRAGMA journal_mode=DELETE")


def _postgres(program: str, engine: Engine, options: list[str]) -> None:
    from psycopg.conninfo import make_conninfo

    given: dict[str, Any] = dict(engine.dialect.create_connect_args(engine.url)[1])
    given.pop("context", None)  # the driver's own, no part of where the database is
    # Whoever lists the machine's processes sees what is on a command line, and not what is in the environment.
    secret = {"PGPASSWORD": str(given.pop("password"))} if given.get("password") else {}
    command = [_program(program), f"--dbname={make_conninfo(**given)}", *options]
    ended = subprocess.run(command, env={**os.environ, **secret}, capture_output=True, check=False)  # noqa: S603
    if ended.returncode:
        # What the program says may hold what a row says.
        why = " (servern är nyare än programmet)" if b"version mismatch" in ended.stderr else ""
        raise BackupError(f"{program} misslyckades{why}; prova det för hand med samma databas")


def _program(name: str) -> str:
    """Return the newest program of that name: on PATH, or where Debian puts those of each version."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parent.parent.name))
    found = str(debian[-1]) if debian else shutil.which(name)
    if not found:
        raise BackupError(f"programmet {name} finns inte på datorn; installera PostgreSQL:s klientprogram")
    return found


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except FileNotFoundError as error:
        raise BackupError(f"{file} finns inte") from error
    except OSError as error:
        raise BackupError(f"{file} kan inte läsas: {error.strerror or 'fel i filen'}") from error
    except zipfile.BadZipFile as error:
        raise BackupError(f"{file} är ingen hel säkerhetskopia: den är avkortad eller något annat") from error


def _small(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    if archive.getinfo(name).file_size > most:
        raise ValueError(name)
    return archive.read(name)


def _known(revision: str) -> bool:
    return any(file.name.startswith(f"{revision}_") for file in (MIGRATIONS / "versions").glob("*.py"))


def _beside(file: Path, what: str) -> Path:
    return file.with_name(f".{file.name}.{secrets.token_hex(4)}.{what}")


def _sum_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
