"""What it costs to erase one person among many, against the bare deletes and a VACUUM of the same database.

Run it as a script: `python tests/bench/bench_erasing.py [MEMBERS]`. Every member has a card, a consent, the mail that
they came by, a letter to the lead and two lines in the log. Bare: delete the person's own rows by their id, and VACUUM;
it finds nobody in any text, and what is sealed it cannot read. Ours opens every text, since no index may tell whom a
sealed text names; a third figure tells what opening alone costs, a fourth the person's extract, which looks through the
same.
"""

import logging
import shutil
import sqlite3
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.extract.gather import gathered
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.rights.erase import erase
from medverkan.bot.settings import load
from medverkan.storage.values import Member

NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)
TOGETHER = 1000
MAIL = (
    "From: Webbformulär <formular@region.example>\nSubject: Intresseanmälan\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    "Förnamn: {first}\nEfternamn: {last}\nTelefon: {phone}\nE-post: {mail}\nKommun: Nybro\nFödelseår: 1958\n"
    "Vad har du erfarenhet av?\n" + "Jag har haft hemtjänst och dagverksamhet i tre år, och en make med demens. " * 8
)


def fill(parts: Parts, count: int) -> None:
    """Put so many people into the register."""
    for start in range(0, count, TOGETHER):
        with parts.store.transaction() as books:
            for number in range(start, min(start + TOGETHER, count)):
                first, last = f"Förnamn{number % 700}", f"Efternamn{number}"
                phone, address = f"+4670{number:07d}", f"p{number}@post.example"
                raw = MAIL.format(first=first, last=last, phone=phone, mail=address).encode()
                mail = books.mails.add(raw, NOW, "file")
                assert mail
                fields = {
                    "first_name": first,
                    "last_name": last,
                    "phone": phone,
                    "email": address,
                    "experience": "x" * 300,
                }
                member = books.members.add(fields, (), NOW, mail.id)
                books.consents.give(member.id, "matching", how="formulär", by="bot", now=NOW)
                books.outgoing.add(
                    f"k{number}", "lead-new-registration", to="lead@region.example", subject="Ny", due=NOW,
                    text=f"{first} {last} har anmält sig.", message_id=f"<{number}@x>", member_id=member.id,
                )  # fmt: skip
                books.audit.add("member-registered", "bot", NOW, member_id=member.id)
                books.audit.add("member-read", "operator", NOW, member_id=member.id)


def bare(file: Path, member_id: str) -> float:
    """Delete the person's own rows and write the file anew; return the seconds."""
    began = time.perf_counter()
    with sqlite3.connect(file, isolation_level=None) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        for table in ("consent", "invitation", "call", "task", "outgoing", "audit"):
            connection.execute(f"DELETE FROM {table} WHERE member_id = ?", (member_id,))  # noqa: S608
        connection.execute("DELETE FROM mail WHERE id = (SELECT mail_id FROM member WHERE id = ?)", (member_id,))
        connection.execute("DELETE FROM member WHERE id = ?", (member_id,))
        connection.execute("COMMIT")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return time.perf_counter() - began


def opened(parts: Parts) -> float:
    """Open every mail, letter and card and read nothing of them; return the seconds."""
    began = time.perf_counter()
    with parts.store.reading() as books:
        for texts in (books.erasure.mails(), books.erasure.letters(), books.erasure.cards()):
            for _ in texts:
                pass
    return time.perf_counter() - began


def extracted(parts: Parts, member: Member) -> float:
    """Gather one person's extract; return the seconds of the processor."""
    began = time.process_time()
    with parts.store.reading() as books:
        gathered(books, parts, member, NOW)
    return time.process_time() - began


def main(count: int) -> None:
    """Fill, erase one in the middle, and print both times."""
    show.log_to_stderr(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        parts = open_parts(load(None, home=Path(folder)).model_copy(update={"home": Path(folder)}))
        fill(parts, count)
        parts.store.tidy()
        with parts.store.reading() as books:
            number = f"M-{count // 2:04d}"
            member = books.members.get(number)
        assert member
        copy = Path(folder) / "bare.db"
        shutil.copy(Path(folder) / "medverkan.db", copy)
        least = bare(copy, member.id)
        copy.unlink()
        opening, extract = opened(parts), extracted(parts, member)
        began, busy = time.perf_counter(), time.process_time()
        report = erase(parts, number, NOW, by="bench")
        took, busy = time.perf_counter() - began, time.process_time() - busy
        parts.close()
    print(
        f"{count} members: ours {took:.2f} s ({busy:.2f} s of the processor), bare {least:.2f} s "
        f"({took / least:.1f} times); opening every text alone {opening:.2f} s; the extract {extract:.2f} s of the "
        f"processor; {report.erased}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
