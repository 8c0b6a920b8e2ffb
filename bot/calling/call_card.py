"""What the lead needs for one call: number, best time, earlier tries, and what is to be said of this assignment.

The amounts are those of the assignment's own year and length; travel is an estimate, and said to be one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from medverkan.bot.calling.next_call import Slot, may_give_up, next_slot, said
from medverkan.bot.fees.estimates import estimate_of, for_lead, hours_of, is_paid, payer_of
from medverkan.bot.fees.model import Rules, thousands, years
from medverkan.bot.fees.travel import with_travel
from medverkan.bot.hours import due_in
from medverkan.bot.letters import swedish_day
from medverkan.bot.post import Desk
from medverkan.bot.short_notice import last_day
from medverkan.mailbox.values import Outcome
from medverkan.storage.values import Call, Member, Request

MAX_NOTE = 300


@dataclass(frozen=True, slots=True)
class Tries:
    """The calls to one person in vain, in words, and what to do next."""

    calls: list[str]  # "tisdag 8 december kl. 9.10"
    best: str  # when to call next: "i dag klockan 13 till 15"
    give_up: bool
    agreed: str  # what the lead wrote when the person was to be called again, "" for nothing
    at: tuple[datetime, ...] = ()  # the calls in vain, on local clocks


def tries_of(desk: Desk, member: Member, request: Request | None = None, due: datetime | None = None) -> Tries:
    """Return the calls in vain to a person, in that case or (without one) since they were last reached."""
    zone = desk.parts.settings.zone
    calls = desk.books.tasks.calls(member.id, request.id if request else None)
    if request is None:
        calls = [call for call in calls if call.request_id is None]
    vain = _in_vain(calls)
    local = [call.at.astimezone(zone) for call in vain]
    now = desk.now.astimezone(zone)
    slot = best_slot(desk, member, local, due, before=request.date_start if request else None)
    last = calls[-1] if calls and calls[-1].outcome == Outcome.CALL_AGAIN else None
    return Tries(
        calls=[f"{swedish_day(at.date()).rsplit(' ', 1)[0]} kl. {at.hour}.{at:%M}" for at in local],
        best=said(slot, now.date()),
        give_up=may_give_up(local),
        agreed=" ".join(last.note.split())[:MAX_NOTE] if last else "",
        at=tuple(local),
    )


def best_slot(
    desk: Desk, member: Member, tried: Sequence[datetime], due: datetime | None = None, *, before: date | None = None
) -> Slot:
    """Return when to phone a person next; not before `due`, where a later day was agreed on, but before that day."""
    zone = desk.parts.settings.zone
    availability = str(member.fields.get("availability") or "")
    not_before = due.astimezone(zone).date() if due else None
    now = desk.now.astimezone(zone)
    return next_slot(tried, availability, now, not_before=not_before, latest=last_day(now.date(), before))


def next_try(desk: Desk, member: Member, request: Request | None) -> Slot:
    """Return when to phone a person again who has just been phoned: the next working day at the earliest."""
    settings = desk.parts.settings
    calls = desk.books.tasks.calls(member.id, request.id if request else None)
    tried = [call.at.astimezone(settings.zone) for call in _in_vain(calls)]
    before = request.date_start if request else None
    return best_slot(desk, member, tried, due_in(desk.now, 1, settings), before=before)


def _in_vain(calls: Sequence[Call]) -> list[Call]:
    """Return the calls without an answer since the person was last reached, oldest first."""
    found: list[Call] = []
    for call in calls:
        found = [*found, call] if call.outcome == Outcome.NO_ANSWER else []
    return found


def fee_line(request: Request, rules: Rules) -> str:
    """Return what the assignment pays, as said on the phone; why it cannot be told where it cannot."""
    fields = request.fields
    if not is_paid(fields):
        return "inget arvode betalas för det här uppdraget: säg det"
    by = ", betalas av kommunen" if payer_of(fields) == "kommun" else ""
    if found := for_lead(estimate_of(fields, rules)):
        return f"{found}{by}"
    year = request.date_start.year if request.date_start else None
    if year and (year not in years() or not years()[year].decided):
        why = f"beloppen för {year} är inte beslutade än"
    else:
        lacks = [] if request.date_start else ["dagen"]
        lacks += [] if hours_of(fields) else ["hur länge det är"]
        why = f"förfrågan säger inte {' eller '.join(lacks)}" if lacks else "det beror på tiden"
    return f"arvode betalas{by}, men beloppet går inte att säga: {why}"


def travel_line(member: Member, request: Request, rules: Rules) -> str:
    """Return what the travel is likely to do to one person's fee; "" where it changes nothing that is known."""
    found = with_travel(member, request, rules)
    if found is None:
        return ""
    return (
        f"med resan från {found.home} (omkring {found.hours_said} timmar fram och tillbaka) blir arvodet troligen "
        f"{thousands(found.amount)} kronor"
    )


def mileage_line(day: date | None) -> str:
    """Return what a mil by own car pays that year, "" where it is not decided."""
    year = years().get(day.year) if day else None
    if year is None or year.mileage is None:
        return ""
    amount = f"{year.mileage:.2f}".replace(".", ",").removesuffix(",00")
    return f"egen bil {amount} kronor per mil"
