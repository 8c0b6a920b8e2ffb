"""The erasure ledger: who was erased, as keyed hashes, so that nobody comes back from a back-up.

It lies in the register and in a file beside it, since a restore replaces the register. The file is written, and on the
disk, before anything is erased. Who it means is told by the row's id, or by the number where the row is older than the
erasure: somebody who registers anew is somebody new. Address and phone are there to answer a question, never to bar.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import update
from sqlmodel import col, select

from medverkan.storage.book import Book
from medverkan.storage.tables import CounterRow, ErasureRow, MailRow
from medverkan.storage.values import Member
from medverkan.storage.vault import Vault

FILE_NAME = "erased.jsonl"


class LedgerError(Exception):
    """The file of the ledger cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """One line of the ledger."""

    at: datetime
    member: str
    number: str
    email: str
    phone: str
    mails: tuple[str, ...]  # of what was read in the mails that told of the person
    why: str


def erasure_of(vault: Vault, member: Member, mails: Iterable[str], why: str, now: datetime) -> Erasure:
    """Return the line of a person who is about to be erased; `mails` are the SHA-256 of the mails that go with them."""
    fields = member.fields
    email, phone = str(fields.get("email") or "").strip().lower(), str(fields.get("phone") or "").strip()
    return Erasure(
        at=now,
        member=vault.lookup("erased-member", member.id),
        number=vault.lookup("erased-number", member.number),
        email=vault.lookup("erased-email", email) if email else "",
        phone=vault.lookup("erased-phone", phone) if phone else "",
        mails=tuple(vault.lookup("erased-mail", sha256) for sha256 in mails),
        why=why,
    )


def erasures_of(vault: Vault, line: Erasure, merged: Iterable[tuple[str, str]]) -> list[Erasure]:
    """Return a person's line, and one for every post that was merged into theirs: an old copy holds those as well."""
    more = [
        replace(
            line,
            member=vault.lookup("erased-member", gone_id),
            number=vault.lookup("erased-number", number),
            email="",
            phone="",
            mails=(),
        )
        for gone_id, number in merged
    ]
    return [line, *more]


class LedgerBook(Book):
    """The ledger within the register."""

    def add(self, erasure: Erasure) -> None:
        """Write down one erasure; one that is there already stands as it is."""
        row = ErasureRow(
            at=erasure.at,
            member_key=erasure.member,
            number_key=erasure.number,
            email_key=erasure.email,
            phone_key=erasure.phone,
            mail_keys=",".join(erasure.mails),
            why=erasure.why,
        )
        self.insert_new(row)

    def all(self) -> list[Erasure]:
        """Return every erasure, oldest first."""
        return [
            Erasure(
                at=row.at,
                member=row.member_key,
                number=row.number_key,
                email=row.email_key,
                phone=row.phone_key,
                mails=tuple(filter(None, row.mail_keys.split(","))),
                why=row.why,
            )
            for row in self.session.exec(select(ErasureRow).order_by(col(ErasureRow.at), ErasureRow.id))
        ]

    def newest(self) -> datetime | None:
        """Return when somebody was last erased."""
        return self.session.exec(select(ErasureRow.at).order_by(col(ErasureRow.at).desc()).limit(1)).first()

    def came_back(self, member: Member, erasures: Iterable[Erasure]) -> Erasure | None:
        """Return the erasure by which that person should not be here; None for everybody else."""
        by_id = self.vault.lookup("erased-member", member.id)
        by_number = self.vault.lookup("erased-number", member.number)
        return next(
            (
                one
                for one in erasures
                if one.member == by_id or (one.number == by_number and member.created_at <= one.at)
            ),
            None,
        )

    def counters(self) -> dict[str, int]:
        """Return how far every running number has come."""
        return {row.name: row.value for row in self.session.exec(select(CounterRow))}

    def count_on(self, counters: Mapping[str, int], leap: int, year: int) -> None:
        """Let running numbers go on after the highest known, and `leap` further; those of the year's cases too."""
        known = self.counters()
        for name in {"member", "task", f"case-{year}", *known, *counters}:
            value = max(known.get(name, 0), counters.get(name, 0)) + leap
            self.insert_values(CounterRow, {"name": name, "value": value})
            self.run(update(CounterRow).where(col(CounterRow.name) == name).values(value=value))

    def mails_back(self, erasures: Iterable[Erasure]) -> list[str]:
        """Return the ids of mails that are here again with content that was erased."""
        keys = {key for one in erasures for key in one.mails}
        held = col(MailRow.same_as).is_(None), col(MailRow.size) > 0
        rows = self.session.exec(select(MailRow.id, MailRow.sha256).where(*held))
        return [row_id for row_id, sha256 in rows if self.vault.lookup("erased-mail", sha256) in keys] if keys else []


def append(folder: Path, erasures: Iterable[Erasure]) -> None:
    """Add lines to the file of the ledger, and see them on the disk before returning. Raises LedgerError."""
    file = folder / FILE_NAME
    lines = "".join(json.dumps(_plain(erasure), sort_keys=True) + "\n" for erasure in erasures)
    try:
        with os.fdopen(os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600), "rb+") as opened:
            opened.seek(0, os.SEEK_END)
            if opened.tell() and _last_byte(opened) != b"\n":
                # The power went in the middle of a line; what follows must not be lost along with it.
                lines = "\n" + lines
            opened.write(lines.encode("ascii"))
            opened.flush()
            os.fsync(opened.fileno())
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise LedgerError(f"raderingsliggaren {file} kan inte skrivas: {error.strerror}") from error


def read(folder: Path) -> list[Erasure]:
    """Return the lines of the file, oldest first; a line that was cut short is left out. Raises LedgerError."""
    file = folder / FILE_NAME
    try:
        text = file.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise LedgerError(f"raderingsliggaren {file} kan inte läsas: {error.strerror}") from error
    return parse(text)


def parse(text: str) -> list[Erasure]:
    """Return the erasures of a ledger's text; what is no whole line of it is left out."""
    return [erasure for line in text.splitlines() if (erasure := _erasure(line))]


def together(*ledgers: Iterable[Erasure]) -> list[Erasure]:
    """Return the erasures of several ledgers, each once, oldest first."""
    return sorted({(one.member, one.at): one for ledger in ledgers for one in ledger}.values(), key=lambda one: one.at)


def _plain(erasure: Erasure) -> dict[str, Any]:
    return asdict(erasure) | {"at": erasure.at.isoformat(), "mails": list(erasure.mails)}


def _erasure(line: str) -> Erasure | None:
    try:
        said = json.loads(line)
        said |= {"at": datetime.fromisoformat(said["at"]), "mails": tuple(said["mails"])}
        erasure = Erasure(**said)
    except (ValueError, TypeError, KeyError):
        return None
    return erasure if erasure.at.tzinfo else None


def _last_byte(opened: Any) -> bytes:
    opened.seek(-1, os.SEEK_END)
    last: bytes = opened.read(1)
    return last
