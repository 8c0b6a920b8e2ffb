"""The lived year in figures, read from the register: what each case came to and when, and how much was written."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from medverkan.bot.demo.year.calendar import ZONE, working_days
from medverkan.bot.demo.year.lived import Year
from medverkan.storage.lifecycle import RequestState
from medverkan.storage.values import Request

LATE_PROPOSAL, LATE_DELIVERY = 3, 15  # working days
REMINDERS = ("unit-unanswered", "unit-feedback", "unit-contacted", "lead-late", "lead-day", "participant-day-before")


@dataclass(frozen=True, slots=True)
class Case:
    """One case by its days. `why` it was late, "" where it was not."""

    number: str
    state: RequestState
    received: datetime
    proposed: int | None  # working days after it came
    delivered: int | None
    asked_for: int
    took_part: int
    why: str = ""


@dataclass
class Month:
    """What happened in one month."""

    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Figures:
    """The whole year."""

    cases: Sequence[Case]
    months: dict[str, Month]
    letters: Counter[str]
    sms_sent: int
    sms_stopped: int
    reminders: int

    def median_days(self, of: str) -> float | None:
        """Return the median of working days to "proposed" or "delivered", None where there is none."""
        days = [found for case in self.cases if (found := getattr(case, of)) is not None]
        return median(days) if days else None


def figures_of(year: Year) -> Figures:
    """Count what is in the register and what was seen to leave."""
    months: dict[str, Month] = {}

    def count(at: datetime, what: str) -> None:
        months.setdefault(f"{at.astimezone(ZONE):%Y-%m}", Month()).counts[what] += 1

    with year.town.parts.store.reading() as books:
        cases = []
        for request in books.requests.in_state():
            events: dict[str, datetime] = {}
            for event in books.audit.of(request_id=request.id):
                events.setdefault(event.what, event.at)
            cases.append(_case(year, request, events, books.invitations.of(request)))
            for what in ("request-received", "people-proposed", "delivered", "held", "feedback", "closed"):
                if what in events:
                    count(events[what], what)
        sms = [one for one in books.outgoing.all() if one.channel == "sms"]
    for put in year.town.put:
        if put.what == "registration":
            count(put.at, "registration")
    for sent in year.town.sent:
        count(sent.at, sent.channel)
    letters = Counter(sent.kind.partition("-")[0] for sent in year.town.sent if sent.channel == "mail")
    reminders = sum(sent.kind in REMINDERS for sent in year.town.sent)
    gone = sum(one.sent_at is not None for one in sms)
    return Figures(cases, dict(sorted(months.items())), letters, gone, len(sms) - gone, reminders)


def _case(year: Year, request: Request, events: dict[str, datetime], people: Sequence[object]) -> Case:
    proposed = _days(request.received_at, events.get("people-proposed"))
    delivered = _days(request.received_at, events.get("delivered"))
    took_part = sum(str(getattr(one, "state", "")) == "took_part" for one in people)
    late = (proposed or 0) >= LATE_PROPOSAL or (delivered or 0) >= LATE_DELIVERY
    why = year.truth.late.get(request.number, "")
    if late and not why:
        why = "samtalen tog tid" if (proposed or 0) < LATE_PROPOSAL else "verksamheten fick svara på frågor först"
    return Case(
        request.number, request.state, request.received_at, proposed, delivered, request.people_wanted, took_part,
        why if late or request.state is RequestState.INCOMPLETE else "",
    )  # fmt: skip


def _days(start: datetime, end: datetime | None) -> int | None:
    return working_days(start, end) if end else None
