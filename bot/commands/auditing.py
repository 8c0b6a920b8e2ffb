"""`medverkan audit`: who did or read what about whom, when and why; and whether the log is as it was written.

Reading it is written down too.
"""

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from medverkan.bot import show, words
from medverkan.bot.commands.record import OPERATOR, at_desk, the_member
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError


def audit(config: Path | None, member: str | None, case: str | None, as_json: bool) -> int:
    """Print the lines about a person, a case or everything, oldest first."""
    with at_desk(config) as desk:
        books, zone = desk.books, desk.parts.settings.zone
        person = the_member(books, member) if member else None
        request = books.requests.get(case) if case else None
        if case and request is None:
            raise SettingsError(f"det finns inget ärende {case}; medverkan cases visar alla")
        events = books.audit.of(request_id=request.id if request else None, member_id=person.id if person else None)
        cases, people = books.audit.numbers()
        found = [
            {
                "at": show.local(event.at, zone),
                "what": event.what,
                "who": event.who,
                "case": cases.get(event.request_id or ""),
                "member": people.get(event.member_id or ""),
                "mail": event.mail_id[-8:] if event.mail_id else None,
                "detail": dict(event.detail),
            }
            for event in events
        ]
        of = {"request_id": request.id if request else None, "member_id": person.id if person else None}
        books.audit.add("audit-read", OPERATOR, desk.now, detail=reader(), **of)
    if as_json:
        show.document(found)
        return 0
    rows = [
        (show.moment(str(one["at"])), words.WHO.get(str(one["who"]), one["who"]),
         words.EVENT.get(str(one["what"]), one["what"]), one["case"] or "", one["member"] or "", _by(one["detail"]))
        for one in found
    ]  # fmt: skip
    show.table(("när", "vem", "vad", "ärende", "person", "inloggad som"), rows, "Loggen är tom.")
    return 0


def check(config: Path | None, as_json: bool) -> int:
    """Follow the chain of the log; return 1 where a line is not as it was written."""
    with at_desk(config) as desk:
        chain = desk.books.audit.check()
    if as_json:
        show.document(
            {"lines": chain.lines, "unchained": chain.unchained, "erased": chain.erased, "broken": list(chain.broken),
             "last": chain.last}
        )  # fmt: skip
    elif not chain.broken:
        show.say(f"Loggen är hel: {chain.lines} rader, varav {chain.erased} tömda när någon raderades.")
        show.say(f"Sista radens sigill: {chain.last[:16]}. Anteckna det, så syns det om rader tas bort i slutet.")
    else:
        show.say(f"medverkan: loggen är ändrad i {len(chain.broken)} rader, den första är nummer {chain.broken[0]}.")
    return 1 if chain.broken else 0


def wrote_down(parts: Parts, what: str, *, request_id: str | None = None, count: int | None = None) -> None:
    """Write down that somebody has read something, where that was done without a desk."""
    with parts.store.transaction() as books:
        detail = reader() | ({"count": count} if count is not None else {})
        books.audit.add(what, OPERATOR, datetime.now(UTC), request_id=request_id, detail=detail)


def reader() -> dict[str, Any]:
    """Return who is signed in on the computer, as the details of a line say it."""
    try:
        return {"user": getpass.getuser()}
    except (OSError, KeyError):
        return {}


def _by(detail: Any) -> str:
    return str(detail.get("user") or detail.get("lead") or "") if isinstance(detail, dict) else ""
