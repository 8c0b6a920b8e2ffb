"""A copy takes the register's place: the old one is kept beside, the schema upgraded, and whoever was erased stays so.

Everything that can be wrong with the copy is found before anything is touched. Numbers go on from the highest that is
known, so that an answer to a letter from after the copy never means another case or person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import make_url

from medverkan.bot.parts import Parts, open_parts, open_vault
from medverkan.bot.post import Desk
from medverkan.bot.rights.erase import carry_out, look_through, start
from medverkan.bot.settings import Settings, SettingsError
from medverkan.storage import ledger
from medverkan.storage.backup import (
    Manifest,
    back_up,
    check_sqlite,
    key_mark,
    look,
    restore_postgres,
    sync_folder,
    unpack,
)
from medverkan.storage.ledger import Erasure
from medverkan.storage.store import Store, open_engine
from medverkan.storage.vault import Vault

# Where nobody knows how far the numbers had come since the copy.
LEAP = 100
OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND backend_type = 'client backend'"
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    made: str
    members: int
    cases: int
    waiting: int  # letters that the copy holds as not yet sent
    erased_again: int
    mails_emptied: int
    kept: Path | None  # where the old register lies
    leapt: bool


def restore(settings: Settings, file: Path, now: datetime, *, yes: bool) -> Restored:
    """Put the register of `file` in place. The home must be held alone. Raises SettingsError, BackupError."""
    manifest, in_copy = look(file)
    vault = _vault(settings)
    if manifest.key != key_mark(vault):
        raise SettingsError(f"{file} är gjord med en annan nyckel än {settings.home / settings.storage.key_file}")
    kind = make_url(settings.storage.url).get_backend_name()
    if manifest.kind != kind:
        raise SettingsError(f"kopian är av {manifest.kind}, men [storage] url är {kind}")
    store = Store(open_engine(settings.storage.url, settings.home), vault)
    try:
        known, counters = _known(store)
        if counters is not None and not yes:
            raise SettingsError("det finns redan ett register här; --yes lägger det åt sidan och läser in kopian")
        copy = settings.home / f".{now:%Y%m%dT%H%M%S}.restoring"
        try:
            unpack(file, manifest, copy)
            kept = _replace(settings, store, copy, now, is_there=counters is not None)
        finally:
            copy.unlink(missing_ok=True)
    finally:
        store.close()
    parts = open_parts(settings)
    try:
        erasures = ledger.together(known, ledger.read(settings.home), in_copy)
        return _settle(parts, manifest, erasures, counters, kept, now)
    finally:
        parts.close()


def replay(parts: Parts, erasures: Iterable[Erasure], now: datetime) -> tuple[int, int]:
    """Erase whoever the ledger says is erased, and their mails; return how many people and mails."""
    lines = list(erasures)
    with parts.store.transaction() as books:
        back = [(member, line) for member in books.members.all() if (line := books.ledger.came_back(member, lines))]
        for member, line in back:
            found = look_through(books, member, start(books, member))
            carry_out(Desk(books, parts, now), member, found, line, by="bot", tell=False)
        for line in lines:
            books.ledger.add(line)
        emptied, waiting = books.erasure.empty_mails(books.ledger.mails_back(lines))
    return len(back), emptied + waiting


def _vault(settings: Settings) -> Vault:
    # Opened without one, the register would make itself a key that opens nothing of the copy.
    file = settings.home / settings.storage.key_file
    if not settings.storage.key.get_secret_value() and not file.exists():
        raise SettingsError(f"nyckelfilen {file} finns inte; lägg tillbaka den först, den är aldrig med i kopian")
    return open_vault(settings)


def _known(store: Store) -> tuple[list[Erasure], dict[str, int] | None]:
    """Return the ledger and the running numbers of the register that is there; None for the numbers where none is."""
    if store.engine.dialect.name == "sqlite" and not Path(store.engine.url.database or "").exists():
        return [], None
    try:
        with store.reading() as books:
            counters = books.ledger.counters()
    except Exception:  # noqa: BLE001 - a register that is broken is why somebody restores one
        return [], {} if store.engine.dialect.name == "sqlite" else None
    try:
        with store.reading() as books:
            return books.ledger.all(), counters
    except Exception:  # noqa: BLE001 - made by a version without a ledger
        return [], counters


def _replace(settings: Settings, store: Store, copy: Path, now: datetime, *, is_there: bool) -> Path | None:
    if store.engine.dialect.name == "postgresql":
        with store.engine.connect() as connection:
            if connection.execute(OTHERS).scalar_one():
                raise SettingsError("databasen används just nu; stoppa alla som kör medverkan run")
        kept = settings.home / f"register-{now:%Y%m%dT%H%M%S}.medverkan" if is_there else None
        if kept:
            back_up(store, settings.home, kept, now)
        restore_postgres(store.engine, copy)
        return kept
    check_sqlite(copy)
    database = Path(store.engine.url.database or "")
    kept = database.with_name(f"{database.name}.{now:%Y%m%dT%H%M%S}") if is_there else None
    store.close()
    journals = [database.with_name(database.name + end) for end in ("-wal", "-shm")]
    if kept:
        # With its journal, where one was left: together they are the register as it was.
        for file in (*journals, database):
            if file.exists():
                file.rename(kept.with_name(kept.name + file.name.removeprefix(database.name)))
    for file in journals:
        file.unlink(missing_ok=True)
    copy.replace(database)
    sync_folder(database.parent)
    return kept


def _settle(
    parts: Parts,
    manifest: Manifest,
    erasures: list[Erasure],
    counters: dict[str, int] | None,
    kept: Path | None,
    now: datetime,
) -> Restored:
    home = parts.settings.home
    beside = {(one.member, one.at) for one in ledger.read(home)}
    ledger.append(home, [one for one in erasures if (one.member, one.at) not in beside])
    leapt = not counters
    with parts.store.transaction() as books:
        books.ledger.count_on(counters or {}, LEAP if leapt else 0, now.year)
        # A chat may have been unlinked since, because a telephone was lost.
        books.chats.end_all()
    again, emptied = replay(parts, erasures, now)
    parts.store.tidy()
    with parts.store.transaction() as books:
        books.audit.add("register-restored", "operator", now, detail={"made": manifest.made, "erased_again": again})
        return Restored(
            made=manifest.made,
            members=sum(1 for _ in books.members.all()),
            cases=len(books.requests.in_state()),
            waiting=books.outgoing.count_waiting(),
            erased_again=again,
            mails_emptied=emptied,
            kept=kept,
            leapt=leapt,
        )
