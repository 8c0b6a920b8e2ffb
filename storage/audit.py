"""Who did or read what about whom, and when. Only ever added to, and every line is bound to the one before.

A line's `link` is a keyed hash of the link before it and of the line, in which `commitment`, a keyed hash too, stands
for its sealed details and its person. So both can be emptied when somebody is erased, and the chain still holds; which
lines were, a later line says. Lines are written when the transaction ends, so that the chain's lock is held briefly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, or_
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from medverkan.storage.book import Book
from medverkan.storage.tables import AuditRow, MemberRow, RequestRow, new_id
from medverkan.storage.tables_register import MergeRow
from medverkan.storage.values import Event
from medverkan.storage.vault import Vault

ERASED, THINNED = "member-erased", "audit-thinned"
# The details of these say which lines were emptied.
LISTS_LINES = (ERASED, THINNED)
CHAIN_LOCK = 0x61756469  # "audi"


@dataclass(frozen=True, slots=True)
class Chain:
    """What a check of the audit found. `broken` are the numbers of lines that are not as they were written."""

    lines: int
    unchained: int  # from before there was a chain
    erased: int  # emptied when somebody was erased, or when they were old, as a later line says
    broken: tuple[int, ...]
    last: str  # noted elsewhere, it tells later whether lines at the end are gone


class AuditBook(Book):
    """The audit."""

    def __init__(self, session: Session, vault: Vault) -> None:
        super().__init__(session, vault)
        self._pending: list[dict[str, Any]] = []

    def add(
        self,
        what: str,
        who: str,
        now: datetime,
        *,
        request_id: str | None = None,
        member_id: str | None = None,
        mail_id: str | None = None,
        detail: Mapping[str, Any] | None = None,
    ) -> None:
        """Write one line. `who` is a role ("bot", "unit", "lead") – names belong in the sealed `detail`."""
        row_id = new_id()
        self._pending.append(
            {
                "id": row_id,
                "at": now,
                "what": what,
                "who": who,
                "request_id": request_id,
                "member_id": member_id,
                "mail_id": mail_id,
                "detail": self.seal("audit.detail", row_id, dict(detail or {})),
            }
        )

    def flush(self) -> None:
        """Chain and insert what was added; the transaction does so at its end."""
        if not self._pending:
            return
        if self._connection().dialect.name == "postgresql":
            # Held until the commit, which follows at once: two workers must not both go on from the same line.
            self.run(select_columns(func.pg_advisory_xact_lock(CHAIN_LOCK)))
        last = self.run(_LAST).first()
        link = last.link if last else ""
        pending, self._pending = self._pending, []
        # Inserted one by one: the order of the lines is the order of the calls.
        for line in pending:
            commitment = self._commitment(line["detail"], line["member_id"])
            link = self._link(link, line, commitment)
            self.insert(AuditRow, {**line, "commitment": commitment, "link": link})

    def of(self, *, request_id: str | None = None, member_id: str | None = None, what: str = "") -> list[Event]:
        """Return the lines about that case or person (all where neither is given), or of that kind, oldest first."""
        self.flush()
        statement = select(AuditRow).order_by(col(AuditRow.sequence))
        if request_id:
            statement = statement.where(AuditRow.request_id == request_id)
        if member_id:
            # What was done about a post that was merged into theirs is about them.
            gone = select(MergeRow.gone_id).where(MergeRow.member_id == member_id)
            statement = statement.where(or_(col(AuditRow.member_id) == member_id, col(AuditRow.member_id).in_(gone)))
        if what:
            statement = statement.where(AuditRow.what == what)
        return [
            Event(
                at=row.at,
                what=row.what,
                who=row.who,
                request_id=row.request_id,
                member_id=row.member_id,
                mail_id=row.mail_id,
                detail=self.open("audit.detail", row.id, row.detail),
            )
            for row in self.session.exec(statement)
        ]

    def check(self) -> Chain:
        """Follow the chain from its first line to its last."""
        self.flush()
        lines = unchained = 0
        link = ""
        broken: list[int] = []
        changed: set[int] = set()
        erased: set[int] = set()
        for row in self.run(select_columns(*AuditRow.__table__.columns).order_by(col(AuditRow.sequence))):  # type: ignore[attr-defined]
            lines += 1
            if not row.link and not link:
                unchained += 1
                continue
            if row.link != self._link(link, row._asdict(), row.commitment):
                broken.append(row.sequence)
            elif row.commitment != self._commitment(row.detail, row.member_id):
                changed.add(row.sequence)
            elif row.what in LISTS_LINES:
                erased |= set(self.open("audit.detail", row.id, row.detail).get("lines", ()))
            link = row.link
        broken += sorted(changed - erased)
        return Chain(lines, unchained, len(changed & erased), tuple(sorted(broken)), link)

    def numbers(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return the numbers of all cases and of all people, by id."""
        cases = self.run(select_columns(col(RequestRow.id), col(RequestRow.number)))
        people = self.run(select_columns(col(MemberRow.id), col(MemberRow.number)))
        gone = self.run(select_columns(col(MergeRow.gone_id), col(MergeRow.gone_number)))
        return dict(map(tuple, cases)), dict(map(tuple, people)) | dict(map(tuple, gone))

    def _commitment(self, sealed: bytes, member_id: str | None) -> str:
        # Over what is sealed: its nonce keeps anybody from trying out what the details might have been.
        return self.vault.lookup("audit-detail", f"{bytes(sealed).hex()} {member_id or ''}")

    def _link(self, before: str, line: Mapping[str, Any], commitment: str) -> str:
        at = line["at"].astimezone(UTC).isoformat()
        told = (line["id"], at, line["what"], line["who"], line["request_id"] or "", line["mail_id"] or "")
        return self.vault.lookup("audit-link", "\n".join((before, *told, commitment)))


_LAST = select_columns(col(AuditRow.link)).order_by(col(AuditRow.sequence).desc()).limit(1)
