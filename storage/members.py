"""The residents in the register: who they are and what they told, sealed apart from each other."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import col, select

from medverkan.storage.book import Book
from medverkan.storage.lifecycle import MEMBER, MemberEvent, MemberStatus, move
from medverkan.storage.tables import MemberRow, new_id
from medverkan.storage.tables_register import MergeRow
from medverkan.storage.values import Member

CARD_FIELDS = frozenset(
    {"first_name", "last_name", "phone", "email", "postal_address", "guardian_name", "guardian_phone"}
)
# How many are asked for at once; databases take some thousand parameters at most.
TOGETHER = 500


class MemberBook(Book):
    """The members."""

    def add(
        self, fields: Mapping[str, Any], missing: tuple[str, ...], now: datetime, mail_id: str | None = None
    ) -> Member:
        """Register one resident as "anmäld" with the next member number."""
        row_id = new_id()
        row = MemberRow(
            id=row_id,
            number=f"M-{self.next_number('member'):04d}",
            status=MemberStatus.REGISTERED,
            missing=",".join(missing),
            created_at=now,
            mail_id=mail_id,
            **self.sealed(row_id, fields),
        )
        self.session.add(row)
        self.session.flush()
        return self._value(row)

    def edit(self, member: Member, fields: Mapping[str, Any], missing: tuple[str, ...]) -> Member:
        """Replace what is known of the resident. Raises StaleError."""
        values = self.sealed(member.id, fields) | {"missing": ",".join(missing), "version": member.version + 1}
        return self._value(self.update(MemberRow, member.id, values, version=member.version))

    def move(self, member: Member, event: MemberEvent, resting_until: date | None = None) -> Member:
        """Change the status. Raises IllegalMove, StaleError."""
        status = move(MEMBER, member.status, event)
        values = {"status": str(status), "resting_until": resting_until, "version": member.version + 1}
        return self._value(self.update(MemberRow, member.id, values, version=member.version))

    def guardian_document(self, member: Member, now: datetime | None) -> Member:
        """Record that the guardian's signed document has been seen and kept elsewhere (R42); None undoes it."""
        values = {"guardian_document_at": now, "version": member.version + 1}
        return self._value(self.update(MemberRow, member.id, values, version=member.version))

    def guardians(self, member: Member, count: int | None) -> Member:
        """Record how many have custody of a child, and so must sign (R41)."""
        values = {"guardians": count, "version": member.version + 1}
        return self._value(self.update(MemberRow, member.id, values, version=member.version))

    def settle(self, member: Member, merged: Member) -> Member:
        """Let a member stand as `merged` says, all at once; only where two posts become one. Raises StaleError."""
        values = self.sealed(member.id, merged.fields) | {
            "missing": ",".join(merged.missing),
            "status": str(merged.status),
            "resting_until": merged.resting_until,
            "guardian_document_at": merged.guardian_document_at,
            "guardians": merged.guardians,
            "created_at": merged.created_at,
            "version": member.version + 1,
        }
        return self._value(self.update(MemberRow, member.id, values, version=member.version))

    def get(self, number_or_id: str) -> Member | None:
        """Return one member by number ("M-0042", any case) or id; also by those of a post that was merged into it."""
        if not number_or_id:
            return None
        number = number_or_id.upper()
        row = self.row(MemberRow, id=number_or_id) or self.row(MemberRow, number=number)
        if row is None:
            merge = self.row(MergeRow, gone_id=number_or_id) or self.row(MergeRow, gone_number=number)
            row = self.row(MemberRow, id=merge.member_id) if merge else None
        return self._value(row) if row else None

    def by_email(self, address: str) -> list[Member]:
        """Return the members with that address; families share one."""
        key = self.vault.lookup("email", address.strip().lower())
        return [self._value(row) for row in self.rows(MemberRow, {"email_key": key})]

    def by_phone(self, number: str) -> list[Member]:
        """Return the members with that number (E.164)."""
        key = self.vault.lookup("phone", number.strip())
        return [self._value(row) for row in self.rows(MemberRow, {"phone_key": key})]

    def resting(self) -> list[Member]:
        """Return the members who rest."""
        return [self._value(row) for row in self.rows(MemberRow, {"status": str(MemberStatus.RESTING)})]

    def all(self) -> Iterator[Member]:
        """Yield every member, by number."""
        yield from map(self._value, self.rows(MemberRow, {}, "created_at", "number"))

    def stamps(self) -> list[tuple[str, str, int]]:
        """Return id, number and version of every member, by number, without opening what is sealed."""
        order = col(MemberRow.created_at), col(MemberRow.number)
        rows = self.session.exec(select(MemberRow.id, MemberRow.number, MemberRow.version).order_by(*order))
        return [(member_id, number, version) for member_id, number, version in rows]

    def standings(self) -> list[tuple[str, MemberStatus, datetime]]:
        """Return id, status and since when of every member, without opening what is sealed."""
        rows = self.session.exec(select(MemberRow.id, MemberRow.status, MemberRow.created_at))
        return [(member_id, MemberStatus(status), created_at) for member_id, status, created_at in rows]

    def some(self, ids: Sequence[str]) -> Iterator[Member]:
        """Yield those members, in no order."""
        for start in range(0, len(ids), TOGETHER):
            yield from map(self._value, self.rows(MemberRow, {"id": tuple(ids[start : start + TOGETHER])}))

    def sealed(self, row_id: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the columns that hold what is known of somebody."""
        card = {key: value for key, value in fields.items() if key in CARD_FIELDS}
        profile = {key: value for key, value in fields.items() if key not in CARD_FIELDS}
        email, phone = str(fields.get("email") or "").strip().lower(), str(fields.get("phone") or "").strip()
        return {
            "card": self.seal("member.card", row_id, card),
            "profile": self.seal("member.profile", row_id, profile),
            "email_key": self.vault.lookup("email", email) if email else "",
            "phone_key": self.vault.lookup("phone", phone) if phone else "",
        }

    def _value(self, row: Any) -> Member:
        card = self.open("member.card", row.id, row.card)
        profile = self.open("member.profile", row.id, row.profile)
        return Member(
            id=row.id,
            number=row.number,
            status=MemberStatus(row.status),
            version=row.version,
            fields=card | profile,
            missing=tuple(filter(None, row.missing.split(","))),
            created_at=row.created_at,
            resting_until=row.resting_until,
            guardian_document_at=row.guardian_document_at,
            guardians=row.guardians,
            mail_id=row.mail_id,
        )
