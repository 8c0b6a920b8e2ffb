"""`medverkan members erase`: what would go, and with --yes that it goes; the report is the proof."""

from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.commands.auditing import reader
from medverkan.bot.commands.record import OPERATOR, the_member
from medverkan.bot.parts import open_parts
from medverkan.bot.rights.erase import Report, erase, rehearse
from medverkan.bot.settings import SettingsError, load
from medverkan.bot.stages import run_stages
from medverkan.storage.book import StaleError
from medverkan.storage.ledger import LedgerError

WORDS = {
    "member": "posten i registret",
    "consents": "samtycken",
    "invitations": "uppdrag personen var med i",
    "calls": "samtal",
    "meetings": "möten",
    "sms": "sms från personen",
    "chat_buttons": "knappar i chatten",
    "signatures": "underskrifter",
    "merges": "sammanslagningar",
    "tasks": "uppgifter",
    "mails": "mejl som tömts",
    "letters": "brev som tömts",
    "lists": "förslag som personen strukits från",
    "texts": "andra texter som personen strukits ur",
    "audit": "rader i loggen som tömts på uppgifter",
}


def erase_member(config: Path | None, number: str, *, yes: bool, as_json: bool) -> int:
    """Erase a person and print what was erased and what cannot be reached; without `yes`, say what would be, and 1."""
    parts = open_parts(load(config))
    try:
        # What has come and is not read yet may tell of the person too.
        run_stages(parts, lambda: datetime.now(UTC))
        if not yes:
            _tell(rehearse(parts, number, datetime.now(UTC)), done=False)
            with parts.store.transaction() as books:
                member = the_member(books, number)
                books.audit.add("member-read", OPERATOR, datetime.now(UTC), member_id=member.id, detail=reader())
            show.say(f"\nInget är raderat. Det går inte att ångra. Kör: medverkan members erase {number} --yes")
            return 1
        report = erase(parts, number, datetime.now(UTC), by=OPERATOR)
    except LedgerError as error:
        raise SettingsError(f"{error}; inget är raderat") from error
    except StaleError as error:
        raise SettingsError("någon annan ändrade samma sak just nu; inget är raderat, försök igen") from error
    finally:
        parts.close()
    if as_json:
        show.document({"erased": report.erased, "cannot_reach": report.cannot_reach})
    else:
        _tell(report, done=True)
    return 0


def _tell(report: Report, *, done: bool) -> None:
    show.say("Raderat:" if done else "Det här skulle raderas:")
    for key, count in report.erased.items():
        if count:
            show.say(f"  {count} {WORDS.get(key, key)}")
    for head, lines in (("Ärenden", report.cases), ("Det här behöver en människa se till", report.cannot_reach)):
        if lines:
            show.say(f"\n{head}:")
        for line in lines:
            show.say(f"  - {line}")
