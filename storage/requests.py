"""The requests with their cases, and the numbered lists put before the lead."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select as select_columns
from sqlmodel import col, func, select

from medverkan.storage.book import Book, StaleError, columns
from medverkan.storage.lifecycle import REQUEST, RequestEvent, RequestState, move
from medverkan.storage.tables import ProposalRow, RequestRow, new_id
from medverkan.storage.values import Proposal, Request


class RequestBook(Book):
    """The cases."""

    def add(
        self,
        fields: Mapping[str, Any],
        *,
        sender: str,
        vouched: bool,
        now: datetime,
        mail_id: str | None,
        message_id: str,
        subject: str,
        release_to: str = "",
        missing: Iterable[str] = (),
        questions: Iterable[str] = (),
        remarks: Iterable[str] = (),
    ) -> Request:
        """Open a case with the next number of the year; `release_to` is as for `verify_unit`."""
        row_id = new_id()
        sealed = self._sealed(row_id, fields, missing, questions, remarks)
        thread = {"sender": sender, "message_id": message_id, "subject": subject}
        values = sealed | {
            "id": row_id,
            "number": f"F-{now.year}-{self.next_number(f'case-{now.year}'):04d}",
            "state": RequestState.RECEIVED,
            "version": 1,
            "thread": self.seal("request.thread", row_id, thread),
            "vouched": vouched,
            "release_to": self.seal("request.release_to", row_id, release_to),
            "paused": False,
            "received_at": now,
            "mail_id": mail_id,
            "delivered_at": None,
        }
        self.insert(RequestRow, values)
        return self._value(SimpleNamespace(**values))

    def edit(
        self,
        request: Request,
        fields: Mapping[str, Any],
        missing: Iterable[str] = (),
        questions: Iterable[str] = (),
        remarks: Iterable[str] = (),
    ) -> Request:
        """Replace what is known of the request. Raises StaleError."""
        return self._changed(request, self._sealed(request.id, fields, missing, questions, remarks))

    def move(self, request: Request, event: RequestEvent, now: datetime) -> Request:
        """Change the state. Raises IllegalMove, StaleError."""
        state = move(REQUEST, request.state, event)
        values: dict[str, Any] = {"state": str(state)}
        if state == RequestState.DELIVERED:
            values["delivered_at"] = now
        return self._changed(request, values, state=str(request.state))

    def verify_unit(self, request: Request, address: str) -> Request:
        """Record the one address that contact details in this case may go to. Raises StaleError."""
        return self._changed(request, {"release_to": self.seal("request.release_to", request.id, address)})

    def pause(self, request: Request, paused: bool) -> Request:
        """Let the case rest, or wake it. Raises StaleError."""
        return self._changed(request, {"paused": paused})

    def get(self, number_or_id: str) -> Request | None:
        """Return one case by number ("F-2026-0001", any case) or id."""
        row = self.row(RequestRow, id=number_or_id) or self.row(RequestRow, number=number_or_id.upper())
        return self._value(row) if row else None

    def in_state(self, *states: RequestState) -> list[Request]:
        """Return the cases in those states (all when none is named), oldest first."""
        rows = self.rows(RequestRow, {"state": tuple(map(str, states))} if states else {}, "received_at", "number")
        return [self._value(row) for row in rows]

    def received(self, since: datetime, until: datetime) -> list[Request]:
        """Return the cases that came from `since` on and before `until`, oldest first."""
        came = col(RequestRow.received_at)
        statement = select_columns(*columns(RequestRow)).where(came >= since, came < until)
        statement = statement.order_by(came, col(RequestRow.number))
        return [self._value(row) for row in self.run(statement)]

    def _sealed(
        self,
        row_id: str,
        fields: Mapping[str, Any],
        missing: Iterable[str],
        questions: Iterable[str],
        remarks: Iterable[str],
    ) -> dict[str, Any]:
        return {
            "fields": self.seal("request.fields", row_id, dict(fields)),
            "notes": self.seal("request.notes", row_id, {"questions": list(questions), "remarks": list(remarks)}),
            "missing": ",".join(missing),
            "date_start": _day(fields.get("date_start")),
            "date_end": _day(fields.get("date_end")),
        }

    def _changed(self, request: Request, values: Mapping[str, Any], **expected: Any) -> Request:
        newer = dict(values) | {"version": request.version + 1}
        return self._value(self.update(RequestRow, request.id, newer, version=request.version, **expected))

    def _value(self, row: Any) -> Request:
        thread = self.open("request.thread", row.id, row.thread)
        notes = self.open("request.notes", row.id, row.notes)
        return Request(
            id=row.id,
            number=row.number,
            state=RequestState(row.state),
            version=row.version,
            fields=self.open("request.fields", row.id, row.fields),
            missing=tuple(filter(None, row.missing.split(","))),
            questions=tuple(notes["questions"]),
            remarks=tuple(notes["remarks"]),
            received_at=row.received_at,
            sender=thread["sender"],
            vouched=row.vouched,
            release_to=self.open("request.release_to", row.id, row.release_to),
            paused=row.paused,
            mail_id=row.mail_id,
            message_id=thread["message_id"],
            subject=thread["subject"],
            date_start=row.date_start,
            date_end=row.date_end,
            delivered_at=row.delivered_at,
        )


class ProposalBook(Book):
    """The lists put before the lead; a new version makes the older ones outdated."""

    def add(
        self,
        request: Request,
        matches: Iterable[Mapping[str, Any]],
        team: Iterable[str],
        excluded: Mapping[str, int],
        *,
        matcher: str,
        inputs_sha256: str,
        now: datetime,
    ) -> Proposal:
        """Store the next version of the list for that case. Raises StaleError."""
        row_id = new_id()
        last = self.session.exec(
            select(func.max(ProposalRow.version)).where(ProposalRow.request_id == request.id)
        ).one()
        listed = {"matches": list(matches), "team": list(team), "excluded": dict(excluded)}
        row = ProposalRow(
            id=row_id,
            request_id=request.id,
            version=(last or 0) + 1,
            at=now,
            matcher=matcher,
            inputs_sha256=inputs_sha256,
            matches=self.seal("proposal.matches", row_id, listed),
        )
        if not self.insert_new(row):
            raise StaleError("proposal was made meanwhile")
        return self._value(row)

    def of(self, request: Request) -> list[Proposal]:
        """Return every version for that case, first to last."""
        return [self._value(row) for row in self.rows(ProposalRow, {"request_id": request.id}, "version")]

    def highest_number(self, request: Request) -> int:
        """Return the highest number that anybody was given in that case, 0 where nobody was; erased people count."""
        rows = self.rows(ProposalRow, {"request_id": request.id})
        lists = [self.open("proposal.matches", row.id, row.matches) for row in rows]
        numbers = [match["number"] for listed in lists for match in listed["matches"] if "number" in match]
        return max([*numbers, *(number for listed in lists for number in listed.get("gone", ()))], default=0)

    def _value(self, row: Any) -> Proposal:
        listed = self.open("proposal.matches", row.id, row.matches)
        return Proposal(
            id=row.id,
            request_id=row.request_id,
            version=row.version,
            at=row.at,
            matcher=row.matcher,
            inputs_sha256=row.inputs_sha256,
            matches=tuple(listed["matches"]),
            team=tuple(listed["team"]),
            excluded=listed["excluded"],
        )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
