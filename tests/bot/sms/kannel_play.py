"""Kannel as it is, between us and its own fake SMSC: SMS leave and arrive, others come, with å, ä and ö.

Run as a program in a network of its own (test_kannel_server.py), since the fake SMSC's listener binds every address.
Prints one JSON document of what happened.
"""

import asyncio
import contextlib
import fcntl
import json
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

from medverkan.bot.adapters import channels_of
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.post import Desk
from medverkan.bot.send import Senders, send_due
from medverkan.bot.settings import Settings, load
from medverkan.bot.sms.adapters import incoming_found, sms_beside, sms_found
from medverkan.bot.sms.hear import hear
from medverkan.mailbox.transport import LoginRefusedError
from tests.bot.clock import Clock

FAKE_SMSC = "/usr/lib/kannel/test/fakesmsc"
PHONE, OUR_NUMBER = "+46701740611", "46700000000"
SAID = "Nej tack, jag är på ön. Åk förbi!"
ADMIN, BOXES, SMSC, SENDSMS, OURS = range(15000, 15005)
WAIT_S = 20.0
KEEPER = f"http://vaxel:kanarie-losenord@127.0.0.1:{OURS}/c9t3mz8q4w1n7r5k"
CONFIG = f"""
[outgoing]
internal_domains = ["region.example"]

[[leads]]
name = "Karin Exempel"
email = "karin@region.example"

[sms]
provider = "kannel"
url = "http://127.0.0.1:{SENDSMS}/cgi-bin/sendsms"
username = "bot"
password = "hemligt-hos-kannel"
sender = "+{OUR_NUMBER}"
incoming = "{KEEPER}"
"""
KANNEL = f"""
group = core
admin-port = {ADMIN}
admin-password = adm
admin-interface = "127.0.0.1"
smsbox-port = {BOXES}
smsbox-interface = "127.0.0.1"
box-allow-ip = "127.0.0.1"
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = FAKE
port = {SMSC}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
bearerbox-port = {BOXES}
sendsms-port = {SENDSMS}
sendsms-interface = "127.0.0.1"
global-sender = {OUR_NUMBER}
mo-recode = true

group = sendsms-user
username = bot
password = hemligt-hos-kannel
concatenation = true
max-messages = 10

group = sms-service
keyword = default
catch-all = true
max-messages = 0
concatenation = true
get-url = "{KEEPER}/sms?from=%p&to=%P&text=%a&charset=%C&coding=%c&id=%I&time=%t"
"""


def loopback_up() -> None:
    """Bring up `lo`, which is down in a new network (SIOCGIFFLAGS, SIOCSIFFLAGS)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, contextlib.suppress(OSError):
        (flags,) = struct.unpack_from("H", fcntl.ioctl(one, 0x8913, struct.pack("16sH14x", b"lo", 0)), 16)
        fcntl.ioctl(one, 0x8914, struct.pack("16sH14x", b"lo", flags | 1))


def until(is_so: Callable[[], bool]) -> bool:
    """Return whether that came to be within the time there is."""
    pause = threading.Event()
    for _ in range(int(WAIT_S / 0.05)):
        if is_so():
            return True
        pause.wait(0.05)
    return False


def listens(port: int) -> bool:
    """Tell whether somebody listens there."""
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def running(*command: str, log: Path) -> Iterator[None]:
    """Run a program meanwhile."""
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


@contextlib.contextmanager
def kannel(home: Path) -> Iterator[Path]:
    """Run bearerbox, smsbox and the fake SMSC with one SMS on its way to us; yield what the latter logs."""
    (home / "kannel.conf").write_text(KANNEL, "utf-8")
    ucs2 = quote_from_bytes(SAID.encode("utf-16-be"))
    seen = home / "fakesmsc.log"
    with contextlib.ExitStack() as started:
        start = started.enter_context
        start(running("/usr/sbin/bearerbox", "-v", "4", str(home / "kannel.conf"), log=home / "bearerbox.log"))
        assert until(lambda: listens(BOXES)), "bearerbox does not listen"
        start(running("/usr/sbin/smsbox", "-v", "4", str(home / "kannel.conf"), log=home / "smsbox.log"))
        assert until(lambda: listens(SENDSMS)), "smsbox does not listen"
        fake = (FAKE_SMSC, "-H", "127.0.0.1", "-r", str(SMSC), "-i", "1", "-m", "1", "-v", "0")
        start(running(*fake, f"{PHONE} {OUR_NUMBER} ucs2 {ucs2}", log=seen))
        yield seen


def refused(settings: Settings) -> bool:
    """Tell whether a wrong password is told as one."""
    from medverkan.bot.sms.kannel import Kannel

    try:
        Kannel(settings.sms.url, "bot", "fel", settings.sms.sender).check()
    except LoginRefusedError:
        return True
    return False


async def play(parts: Parts, home: Path) -> dict[str, Any]:
    """Send, be told of it, and hear what came."""
    settings, clock = parts.settings, Clock()
    (beside,) = sms_beside(settings, parts, clock)
    async with beside(lambda: None):
        return await asyncio.to_thread(_play, parts, clock, home)


def _play(parts: Parts, clock: Clock, home: Path) -> dict[str, Any]:
    with kannel(home) as seen:
        told = {"check": sms_found(parts.settings, 10), "incoming": incoming_found(parts.settings, 10),
                "refused": refused(parts.settings)}  # fmt: skip
        with parts.store.transaction() as books:
            desk = Desk(books, parts, clock())
            person = books.members.add({"first_name": "Siri", "phone": PHONE}, (), clock())
            books.consents.give(person.id, "sms", how="test", by="test", now=clock())
            assert desk.to_phone(person, "sms-call-announced", "k")
        sent = send_due(parts, Senders(channels=channels_of(parts.settings, parts)), clock)

        def outgoing() -> Any:
            with parts.store.reading() as books:
                return next(one for one in books.outgoing.all() if one.kind == "sms-call-announced")

        def has_come() -> bool:
            with parts.store.reading() as books:
                return bool(books.sms.all())

        arrived = until(lambda: outgoing().arrived_at is not None)
        came = until(has_come)
        hear(parts, clock)
        with parts.store.reading() as books:
            sms = [(one.phone, one.text, one.meaning) for one in books.sms.all()]
        return told | {"sent": sent, "arrived": arrived, "came": came, "sms": sms, "text": outgoing().text,
                       "seen": seen.read_text("utf-8", "replace")}  # fmt: skip


def main() -> None:
    """Play it in the folder given."""
    home = Path(sys.argv[1])
    loopback_up()
    (home / "medverkan.toml").write_text(CONFIG, "utf-8")
    parts = open_parts(load(home / "medverkan.toml"), tell=False)
    try:
        sys.stdout.write(json.dumps(asyncio.run(play(parts, home))))
    finally:
        parts.close()


if __name__ == "__main__":
    main()
