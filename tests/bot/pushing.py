"""A register that mail is pushed to, and no mailbox: its settings, and the client in front of it."""

from pathlib import Path
from typing import Any

from sqlalchemy import event

from medverkan.bot.parts import Parts
from tests.bot.living import ADDRESS, LEAD
from tests.mailbox.pushing import Talker

ENVELOPE_SENDER = "blankett@region.example"


def write_pushed_settings(home: Path, listen: str, smtp_port: int, *, more: str = "") -> Path:
    """Write medverkan.toml into `home`: mail is pushed to `listen`, letters go to `smtp_port`."""
    home.mkdir(parents=True, exist_ok=True)
    server = f'host = "127.0.0.1"\nport = {smtp_port}\nsecurity = "none"'
    file = home / "medverkan.toml"
    file.write_text(
        f"""\
[mailbox]
address = "{ADDRESS}"

[receive]
listen = "{listen}"
{more}

[outgoing]
{server}
internal_domains = ["region.example"]

[outgoing.external]
address = "intressebanken@utskick.example"
{server}

[[leads]]
name = "Karin Exempel"
email = "{LEAD}"

[trust]
authserv_id = "mx.region.example"
""",
        "utf-8",
    )
    file.chmod(0o600)
    return file


def push(port: int, *raws: bytes) -> list[str]:
    """Hand mails over by LMTP; return the code of each answer."""
    codes: list[str] = []
    with Talker(port) as client:
        for raw in raws:
            codes += client.mail(raw, ADDRESS, sender=ENVELOPE_SENDER)
    return codes


def limit_pages(parts: Parts, pages: int) -> None:
    """Let every connection's database grow to that many pages; 0 is as it is."""

    def limit(connection: Any, _record: Any, _proxy: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages or 1}")

    event.listen(parts.store.engine, "checkout", limit)
