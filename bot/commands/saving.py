"""`medverkan backup` and `restore`: the whole register to one file, and back."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.commands.record import OPERATOR
from medverkan.bot.holding import HeldError, holding
from medverkan.bot.parts import open_parts
from medverkan.bot.rights.restore import Restored
from medverkan.bot.rights.restore import restore as put_back
from medverkan.bot.settings import SettingsError, load
from medverkan.storage.backup import back_up
from medverkan.storage.ledger import LedgerError


def backup(config: Path | None, file: Path, as_json: bool) -> int:
    """Write the register to a file, also while the service runs; that it was done is written down."""
    settings = load(config)
    parts = open_parts(settings)
    try:
        now = datetime.now(UTC)
        manifest = back_up(parts.store, settings.home, file, now)
        with parts.store.transaction() as books:
            books.audit.add("register-backed-up", OPERATOR, now)
    finally:
        parts.close()
    key = settings.home / settings.storage.key_file
    if as_json:
        show.document({"file": str(file), **asdict(manifest)})
    else:
        show.say(f"Registret är kopierat till {file} ({manifest.size // 1024 + 1} kB).")
    show.say(f"Nyckeln {key} är inte med. Förvara den på ett annat ställe: utan den går kopian inte att läsa.")
    return 0


def restore(config: Path | None, file: Path, *, yes: bool, as_json: bool) -> int:
    """Put a copy in the register's place and say what was done."""
    settings = load(config)
    try:
        with holding(settings.home, alone=True):
            done = put_back(settings, file, datetime.now(UTC), yes=yes)
    except HeldError as error:
        raise SettingsError(f"{error}; stoppa tjänsten (medverkan run) först") from error
    except LedgerError as error:
        raise SettingsError(f"{error}; rätta det och läs in kopian igen") from error
    if as_json:
        show.document(asdict(done))
    for line in _told(done):
        show.say(line)
    return 0


def _told(done: Restored) -> list[str]:
    lines = [f"Registret från {show.moment(done.made)} är inläst: {done.members} personer, {done.cases} ärenden."]
    if done.erased_again:
        lines.append(f"{done.erased_again} personer var raderade sedan dess, och raderades ur kopian igen.")
    if done.mails_emptied:
        lines.append(f"{done.mails_emptied} mejl om raderade personer tömdes igen.")
    if done.waiting:
        lines.append(f"{done.waiting} brev väntar och kan redan ha skickats: se medverkan outbox innan du startar.")
    if done.leapt:
        lines.append("Nya nummer hoppar fram 100, så att svar på gamla brev inte hamnar fel.")
    if done.kept:
        lines.append(f"Det gamla registret ligger kvar som {done.kept}. Ta bort det när allt stämmer.")
    return lines
