"""`medverkan review`: mail put aside for a person, with the reason; and taking one in again."""

from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import SettingsError, load
from medverkan.bot.stages import run_stages
from medverkan.mailbox.addresses import domain_of
from medverkan.mailbox.mime import parse
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MailEvent, MailState
from medverkan.storage.values import Mail
from medverkan.storage.vault import VaultError


def listed(config: Path | None, as_json: bool) -> int:
    """Print the mails put aside."""
    parts = open_parts(load(config))
    zone = parts.settings.zone
    try:
        with parts.store.reading() as books:
            found = [
                {
                    "id": mail.id[-8:],
                    "received": show.local(mail.received_at, zone),
                    "from_domain": _domain(books, mail),
                    "reason": mail.reason,
                }
                for mail in books.mails.in_state(MailState.ASIDE)
            ]
    finally:
        parts.close()
    if as_json:
        show.document(found)
    else:
        rows = [(row["id"], show.moment(row["received"]), row["from_domain"], row["reason"]) for row in found]
        show.table(("mejl", "kom", "från domän", "varför"), rows, "Inget mejl är lagt åt sidan.")
    return 0


def retry(config: Path | None, mail_id: str) -> int:
    """Take one mail in again; return 1 where it had to be put aside once more."""
    parts = open_parts(load(config))
    try:
        with parts.store.transaction() as books:
            mail = books.mails.get(mail_id)
            if mail is None or mail.state is not MailState.ASIDE:
                raise SettingsError(f"det finns inget mejl {mail_id} att läsa igen; medverkan review visar alla")
            books.mails.move(mail, MailEvent.RETRIED, kind="")
            now = datetime.now(UTC)
            for task in books.tasks.open_tasks(kinds=["review"]):
                if task.mail_id == mail.id:
                    books.tasks.done(task, now)
        run_stages(parts, lambda: datetime.now(UTC))
        with parts.store.reading() as books:
            after = books.mails.get(mail.id)
    finally:
        parts.close()
    if after and after.state is MailState.ASIDE:
        show.say(f"Mejlet ligger kvar åt sidan: {after.reason}")
        return 1
    show.say("Mejlet är läst.")
    return 0


def _domain(books: Books, mail: Mail) -> str:
    try:
        return domain_of(parse(books.mails.raw(mail)).sender)
    except VaultError:
        return ""
