"""`[outgoing.external] bounces`: the mailbox where what could not be delivered comes back, written as one URL.

The URL holds a password: it is taken apart here, and never shown.
"""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from medverkan.bot.settings import LOOPBACK, Settings, SettingsError

EXAMPLE = "imaps://konto:lösenord@imap.utskick.example/INBOX"
PORTS = {"imaps": 993, "imap": 143}


@dataclass(frozen=True, slots=True)
class BounceBox:
    """Where bounces to the external identity arrive."""

    host: str
    port: int
    security: str  # tls for imaps, starttls for imap, none for imap on this machine
    username: str
    password: str = field(repr=False)
    inbox: str

    @property
    def account(self) -> str:
        """The ledger's name for it."""
        return f"{self.username}@{self.host}"


def bounce_box(settings: Settings) -> BounceBox | None:
    """Return the mailbox of the setting; None where there is none.

    Raises SettingsError for what is no such URL, and for the functional mailbox: nothing that comes there may act.
    """
    written = settings.outgoing.external.bounces
    if not written:
        return None
    try:
        url = urlsplit(written)
        host, port = url.hostname or "", url.port or PORTS.get(url.scheme, 0)
    except ValueError:
        host, port = "", 0
    if not host or not port or not url.username or url.scheme not in PORTS:
        raise SettingsError(f"[outgoing.external] bounces: ska vara som {EXAMPLE} (fil: {settings.file})")
    security = "tls" if url.scheme == "imaps" else "none" if host in LOOPBACK else "starttls"
    folder = unquote(url.path.strip("/")) or "INBOX"
    box = BounceBox(host, port, security, unquote(url.username), unquote(url.password or ""), folder)
    if _is_watched(box, settings):
        raise SettingsError(
            f'[outgoing.external] bounces: får inte vara funktionsbrevlådan; skriv "" om studsar kommer dit '
            f"(fil: {settings.file})"
        )
    return box


def _is_watched(box: BounceBox, settings: Settings) -> bool:
    mailbox = settings.mailbox
    folders = {name.casefold() for name in (mailbox.inbox, mailbox.handled, mailbox.review)}
    return (
        box.host.rstrip(".") == mailbox.host.strip().lower().rstrip(".")
        and box.username.casefold() in {mailbox.username.casefold(), mailbox.address}
        and box.inbox.casefold() in folders
    )
