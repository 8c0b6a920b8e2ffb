"""One person on one request, and what each person has said yes to."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from medverkan.storage.book import Book, StaleError
from medverkan.storage.lifecycle import INVITATION, InvitationEvent, InvitationState, move
from medverkan.storage.tables import ConsentRow, InvitationRow, new_id
from medverkan.storage.values import Consent, Invitation, Proposal, Request


class InvitationBook(Book):
    """The invitations."""

    def add(self, request: Request, member_id: str, proposal: Proposal, number: int, now: datetime) -> Invitation:
        """Note that this person was put before the lead in this case; a known one gets the newest number.

        Raises StaleError.
        """
        known = self.row(InvitationRow, request_id=request.id, member_id=member_id)
        if known:
            values = {"proposal_id": proposal.id, "number": number, "version": known.version + 1}
            return self._value(self.update(InvitationRow, known.id, values, version=known.version))
        row = InvitationRow(
            request_id=request.id,
            member_id=member_id,
            proposal_id=proposal.id,
            number=number,
            state=InvitationState.PROPOSED,
            changed_at=now,
        )
        if not self.insert_new(row):
            raise StaleError("invitation was made meanwhile")
        return self._value(row)

    def move(self, invitation: Invitation, event: InvitationEvent, now: datetime) -> Invitation:
        """Change the state. Raises IllegalMove, StaleError."""
        state = move(INVITATION, invitation.state, event)
        values = {"state": str(state), "version": invitation.version + 1, "changed_at": now}
        return self._value(self.update(InvitationRow, invitation.id, values, version=invitation.version))

    def of(self, request: Request) -> list[Invitation]:
        """Return everybody put before the lead in that case, by number."""
        return [self._value(row) for row in self.rows(InvitationRow, {"request_id": request.id}, "number", "id")]

    def get(self, request_id: str, member_id: str) -> Invitation | None:
        """Return that person's invitation in that case."""
        row = self.row(InvitationRow, request_id=request_id, member_id=member_id)
        return self._value(row) if row else None

    def _value(self, row: Any) -> Invitation:
        return Invitation(
            id=row.id,
            request_id=row.request_id,
            member_id=row.member_id,
            proposal_id=row.proposal_id,
            number=row.number,
            state=InvitationState(row.state),
            version=row.version,
            changed_at=row.changed_at,
        )


class ConsentBook(Book):
    """The consents. A live one has no `withdrawn_at`."""

    def give(
        self,
        member_id: str,
        kind: str,
        *,
        how: str,
        by: str,
        now: datetime,
        request_id: str | None = None,
        fields: Iterable[str] = (),
        given_to: str = "",
        wording: str = "",
    ) -> Consent:
        """Record a yes; a live one of the same kind and case stands as it is."""
        live = self.live(member_id, kind, request_id)
        if live:
            return live
        row_id = new_id()
        row = ConsentRow(
            id=row_id,
            member_id=member_id,
            request_id=request_id,
            kind=kind,
            fields=",".join(fields),
            given_at=now,
            how=how,
            wording=wording,
            parties=self.seal("consent.parties", row_id, {"to": given_to, "by": by}),
        )
        self.session.add(row)
        self.session.flush()
        return self._value(row)

    def withdraw(self, member_id: str, kind: str, now: datetime, request_id: str | None = None) -> bool:
        """Take back a live consent; return whether there was one."""
        rows = self._live(member_id, kind, request_id)
        # Two that were given at the same moment must both go.
        for row in rows:
            self.update(ConsentRow, row.id, {"withdrawn_at": now}, withdrawn_at=None)
        return bool(rows)

    def live(self, member_id: str, kind: str, request_id: str | None = None) -> Consent | None:
        """Return the live consent of that kind (and case), if any."""
        rows = self._live(member_id, kind, request_id)
        return self._value(rows[0]) if rows else None

    def live_kinds(self) -> dict[str, set[str]]:
        """Return, for every member with any, the kinds of live consents outside of cases."""
        kinds: dict[str, set[str]] = {}
        live = col(ConsentRow.withdrawn_at).is_(None), col(ConsentRow.request_id).is_(None)
        for member_id, kind in self.session.exec(select(ConsentRow.member_id, ConsentRow.kind).where(*live)):
            kinds.setdefault(member_id, set()).add(kind)
        return kinds

    def of_member(self, member_id: str) -> list[Consent]:
        """Return every consent of that person, oldest first, withdrawn ones too."""
        return [self._value(row) for row in self.rows(ConsentRow, {"member_id": member_id}, "given_at", "id")]

    def _live(self, member_id: str, kind: str, request_id: str | None) -> Sequence[Any]:
        wanted = {"member_id": member_id, "kind": kind, "request_id": request_id or None, "withdrawn_at": None}
        return self.rows(ConsentRow, wanted, "given_at", "id")

    def _value(self, row: Any) -> Consent:
        parties = self.open("consent.parties", row.id, row.parties)
        return Consent(
            id=row.id,
            member_id=row.member_id,
            request_id=row.request_id,
            kind=row.kind,
            fields=tuple(filter(None, row.fields.split(","))),
            given_to=parties["to"],
            given_at=row.given_at,
            how=row.how,
            by=parties["by"],
            wording=row.wording,
            withdrawn_at=row.withdrawn_at,
        )
