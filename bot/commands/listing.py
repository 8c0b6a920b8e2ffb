"""`medverkan cases | tasks | outbox | receipts`: what the register holds, as the interface's JSON or for people."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from medverkan.bot import show, words
from medverkan.bot.bounced import not_arrived
from medverkan.bot.case_history import history
from medverkan.bot.commands.auditing import wrote_down
from medverkan.bot.commands.one_case import case_for_people
from medverkan.bot.evaluation.levels import place_of
from medverkan.bot.parts import open_parts
from medverkan.bot.reminding.kinds import HIDDEN
from medverkan.bot.settings import Settings, SettingsError, load
from medverkan.mailbox.addresses import domain_of
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Outgoing, Request


def cases(config: Path | None, case: str | None, as_json: bool, *, explain: bool = False) -> int:
    """Print the cases, or one with its whole history."""

    def collect(books: Books, zone: ZoneInfo) -> Any:
        if case is None:
            return [case_line(request, zone) for request in books.requests.in_state()]
        request = books.requests.get(case)
        if request is None:
            raise SettingsError(f"det finns inget ärende {case}; medverkan cases visar alla")
        return case_line(request, zone) | history(books, request, zone) | place_of(request.fields)

    found = _collect(config, collect, reads=case)
    if as_json:
        show.document(found)
    elif case is None:
        rows = [
            (
                row["id"],
                words.CASE[row["state"]],
                row["people_wanted"] or "?",
                show.moment(row["received"]),
                row["unit"],
            )
            for row in found
        ]
        show.table(("ärende", "läge", "antal", "kom", "verksamhet"), rows, "Inga ärenden än.")
    else:
        show.lines(case_for_people(found, explain=explain))
    return 0


def case_line(request: Request, zone: ZoneInfo) -> dict[str, Any]:
    """Return one case in short, as the interface's JSON."""
    return {
        "id": request.number,
        "state": str(request.state),
        "unit": str(request.fields.get("unit") or ""),
        "received": show.local(request.received_at, zone),
        # None until the unit has said how many.
        "people_wanted": request.people_wanted if request.fields.get("people_wanted") else None,
    }


def tasks(config: Path | None, as_json: bool) -> int:
    """Print what waits for the lead."""

    def collect(books: Books, zone: ZoneInfo) -> Any:
        cases = {request.id: request.number for request in books.requests.in_state()}
        people = {member.id: member.number for member in books.members.all()}
        return [
            {
                "id": task.number,
                "kind": task.kind,
                "case": cases.get(task.request_id or ""),
                "member": people.get(task.member_id or ""),
                "due": show.local(task.due, zone),
                "attempts": task.attempts,
                "mail": task.mail_id[-8:] if task.mail_id else None,
                "note": task.note,
            }
            for task in books.tasks.open_tasks()
            if task.kind not in HIDDEN
        ]

    found = _collect(config, collect, notes=True)
    rows = [
        (
            row["id"],
            words.TASK.get(row["kind"], "annat"),
            _about(row),
            row["member"] or "",
            show.moment(row["due"]),
            " ".join(row["note"].split()),
        )
        for row in found
    ]
    _show(found, as_json, ("uppgift", "slag", "ärende", "person", "senast", "anteckning"), rows, "Inget väntar.")
    return 0


def _about(task: dict[str, Any]) -> str:
    """Return the case, or the mail as `review` names it."""
    return task["case"] or (f"mejl {task['mail']}" if task["mail"] else "")


def outbox(config: Path | None, as_json: bool) -> int:
    """Print what is waiting to be sent, was sent, or was given up."""

    def collect(books: Books, zone: ZoneInfo) -> Any:
        cases = {request.id: request.number for request in books.requests.in_state()}
        kept = [message for message in books.outgoing.all() if message.state is not OutgoingState.CANCELLED]
        lost = not_arrived(books)
        return [
            outgoing_line(message, cases.get(message.request_id or ""), zone, lost.get(message.id, ""))
            for message in kept
        ]

    found = _collect(config, collect)
    rows = [
        (
            show.moment(row["due"]),
            words.NOT_ARRIVED if row["bounced"] else words.OUTBOX[row["state"]],
            words.letter(row["kind"], row["channel"]),
            row["case"] or "",
            row["to_domain"],
            row["bounced"] or row["error"],
        )
        for row in found
    ]
    _show(found, as_json, ("när", "läge", "slag", "ärende", "till domän", "fel"), rows, "Utkorgen är tom.")
    return 0


def outgoing_line(message: Outgoing, case: str | None, zone: ZoneInfo, bounced: str) -> dict[str, Any]:
    """Return one message of ours, as the interface's JSON: never to whom, only to which domain.

    `bounced` is why it came back after it had been sent, "" where it did not.
    """
    return {
        "id": message.id[-8:],
        "case": case,
        "kind": message.kind,
        "channel": message.channel,
        "to_domain": domain_of(message.to) if message.channel == "mail" else "",
        "state": str(OutgoingState.FAILED if bounced else message.state),
        "attempts": message.attempts,
        "due": show.local(message.due, zone),
        "message_id": message.message_id,
        "error": message.error,
        "bounced": bounced,
    }


def receipts(config: Path | None, as_json: bool) -> int:
    """Print the proof of what was deleted from the mailbox, and where it can still be brought back from."""
    left = _recoverable(load(config))

    def collect(books: Books, zone: ZoneInfo) -> Any:
        return [
            {
                "at": show.local(receipt.at, zone),
                "kind": receipt.kind,
                "rule": receipt.rule,
                "sha256": receipt.sha256,
                "folder": receipt.folder,
                "uidvalidity": receipt.uidvalidity,
                "uid": receipt.uid,
                "absent": receipt.absent,
                "recoverable": left,
            }
            for receipt in books.receipts.all()
        ]

    found = _collect(config, collect)
    rows = [
        (
            show.moment(row["at"]),
            words.MAIL.get(row["kind"], row["kind"]),
            row["folder"],
            row["uid"],
            row["sha256"][:16],
            row["rule"],
        )
        for row in found
    ]
    _show(found, as_json, ("när", "slag", "mapp", "uid", "sha256", "regel"), rows, "Inget har raderats.")
    if found and not as_json:
        show.say(f"Borta ur brevlådan. Kan ännu återställas ur {' och '.join(left)}.")
    return 0


def _recoverable(settings: Settings) -> list[str]:
    """Return where a deleted mail lies on, beyond our reach; Exchange keeps it 14 days by default, 30 at most."""
    exchange = settings.trust.provider == "exchange" or settings.mailbox.host.endswith(".office365.com")
    kept = ["Exchange (Recoverable Items, i 14 till 30 dagar, av en administratör)"] if exchange else []
    return [*kept, "e-postserverns säkerhetskopior"]


def _collect(
    config: Path | None, collect: Callable[[Books, ZoneInfo], Any], reads: str | None = None, *, notes: bool = False
) -> Any:
    """Return what is collected; that the case `reads` was read, or `notes` about people, is written down."""
    parts = open_parts(load(config))
    try:
        with parts.store.reading() as books:
            found = collect(books, parts.settings.zone)
            request = books.requests.get(reads) if reads else None
        if request:
            wrote_down(parts, "case-read", request_id=request.id)
        if notes and found:
            wrote_down(parts, "tasks-read", count=len(found))
        return found
    finally:
        parts.close()


def _show(found: Any, as_json: bool, head: tuple[str, ...], rows: list[tuple[Any, ...]], empty: str) -> None:
    if as_json:
        show.document(found)
    else:
        show.table(head, rows, empty)
