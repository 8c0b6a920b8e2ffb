"""What is counted from the register once a day: who is to be phoned, whose data to look through, who has come of age.

Nothing is stored ahead: whoever is due is found from when they were last talked to, so that a call moves the next one.
At most SPREAD calls are put before the leads in one day, those who have waited longest first: neither an import of
hundreds nor a long stop of the service becomes a heap of tasks.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from medverkan.bot.day_list import send_follow_up
from medverkan.bot.each import each
from medverkan.bot.hours import due_in
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.reminding.days import months_before, next_midnight, next_morning
from medverkan.bot.reminding.kinds import DATA_REVIEW, FOLLOW_UP, MIDNIGHT, MORNING, OWN_CONSENT, ROUNDS, RUNNING
from medverkan.bot.reminding.undelivered import alarm_undelivered
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member, Task

SPREAD = 10
ADULT = 18
# Consents that a guardian gave, or a child: from 18 on only one's own counts.
LAPSING = ("matching", "sms", "email")
CALLED = (MemberStatus.ACTIVE, MemberStatus.INTRODUCED)
REVIEWED = (*CALLED, MemberStatus.RESTING)
GONE = (MemberStatus.RESTRICTED, MemberStatus.LEFT)


@dataclass(frozen=True, slots=True)
class Standing:
    """One resident as the calendar sees them: when they were last talked to, and their data last looked through."""

    id: str
    status: MemberStatus
    talked: date
    reviewed: date


def calls_due(people: Iterable[Standing], today: date, months: int, review_months: int) -> list[tuple[str, str, date]]:
    """Return who is to be phoned or looked through today, longest first: (member id, kind of task, since).

    A review is done by phone too, so nobody is due for both. 0 months turns either off.
    """
    found = []
    for one in people:
        if review_months and one.status in REVIEWED and one.reviewed <= months_before(today, review_months):
            found.append((one.id, DATA_REVIEW, one.reviewed))
        elif months and one.status in CALLED and one.talked <= months_before(today, months):
            found.append((one.id, FOLLOW_UP, one.talked))
    return sorted(found, key=lambda due: (due[2], due[0]))


def first_rounds(desk: Desk) -> int:
    """Put the daily rounds into the calendar of a register that has none yet; return how many."""
    for key in ROUNDS:
        desk.books.tasks.add(key, key, desk.now)
    return len(ROUNDS)


def make_rounds(parts: Parts, now: Callable[[], datetime], due: Sequence[Task]) -> int:
    """Make the daily rounds that are due; return how many things were found. A round that was missed is not made up."""
    found = 0
    for task in due:
        of_age = _come_of_age(parts, now()) if task.kind == MIDNIGHT else []
        found += each(parts, [task], partial(_round, of_age=of_age), now)
    return found


def _round(desk: Desk, task: Task, *, of_age: Sequence[str]) -> int:
    settings = desk.parts.settings
    if task.kind == MORNING:
        desk.books.tasks.put_off(task, next_morning(desk.now, settings))
        alarms = sum(alarm_undelivered(desk, one) for one in desk.books.requests.in_state(*RUNNING))
        return 1 + alarms + _call(desk)
    desk.books.tasks.put_off(task, next_midnight(desk.now, settings))
    year = desk.now.astimezone(settings.zone).year
    if not _is_looked_through(desk.books, year):
        desk.books.tasks.done(desk.books.tasks.add(MIDNIGHT, f"of-age:{year}", desk.now), desk.now)
    return 1 + sum(_ask_for_own_consent(desk, member_id) for member_id in of_age)


def _call(desk: Desk) -> int:
    """Put those who have waited longest before the leads, so that no more than SPREAD such calls wait at a time."""
    books, settings = desk.books, desk.parts.settings
    waiting = {task.member_id for task in books.tasks.open_tasks(kinds=(FOLLOW_UP, DATA_REVIEW))}
    room = SPREAD - len(waiting)
    if room <= 0 or not (settings.follow_up.months or settings.follow_up.review_months):
        return 0
    people = (one for one in _standings(books, settings.zone) if one.id not in waiting)
    today = desk.now.astimezone(settings.zone).date()
    chosen = calls_due(people, today, settings.follow_up.months, settings.follow_up.review_months)[:room]
    for member_id, kind, since in chosen:
        due = due_in(desk.now, 0, settings)
        task = books.tasks.add(kind, f"{kind}:{member_id}:{since}", due, member_id=member_id)
        if member := books.members.get(member_id):
            send_follow_up(desk, member, task)
    return len(chosen)


def _standings(books: Books, zone: ZoneInfo) -> list[Standing]:
    talked, called = books.tasks.last_talked(), books.tasks.last_done((FOLLOW_UP, DATA_REVIEW, "introduction"))
    reviewed = books.tasks.last_done((DATA_REVIEW,))

    def day(*moments: datetime | None) -> date:
        return max(moment for moment in moments if moment).astimezone(zone).date()

    return [
        Standing(one, status, day(since, talked.get(one), called.get(one)), day(since, reviewed.get(one)))
        for one, status, since in books.members.standings()
    ]


def _come_of_age(parts: Parts, now: datetime) -> list[str]:
    """Return who is 18 this year by a consent from before: looked for once a year, since only years of birth are known.

    Read outside the transaction that acts on it: a large register takes a while.
    """
    zone = parts.settings.zone
    year = now.astimezone(zone).year
    with parts.store.reading() as books:
        if _is_looked_through(books, year):
            return []
        return [one.id for one in books.members.all() if one.status not in GONE and _lapsed(books, one, year, zone)]


def _lapsed(books: Books, member: Member, year: int, zone: ZoneInfo) -> list[str]:
    """Return the kinds of consents that an adult lives on from the years before 18."""
    born = member.fields.get("birth_year")
    if not isinstance(born, int) or year - born < ADULT:
        return []
    given = {kind: books.consents.live(member.id, kind) for kind in LAPSING}
    return [kind for kind, one in given.items() if one and one.given_at.astimezone(zone).year - born < ADULT]


def _ask_for_own_consent(desk: Desk, member_id: str) -> int:
    """End what was agreed to for a child, and make their own consent the leads' task (R43)."""
    books, settings = desk.books, desk.parts.settings
    member = books.members.get(member_id)
    year = desk.now.astimezone(settings.zone).year
    kinds = _lapsed(books, member, year, settings.zone) if member else []
    if member is None or not kinds:
        return 0
    for kind in kinds:
        books.consents.withdraw(member.id, kind, desk.now)
    books.tasks.add(OWN_CONSENT, f"{OWN_CONSENT}:{member.id}", due_in(desk.now, 0, settings), member_id=member.id)
    books.audit.add("came-of-age", "bot", desk.now, member_id=member.id, detail={"kinds": kinds})
    return 1


def _is_looked_through(books: Books, year: int) -> bool:
    return books.tasks.of_key(f"of-age:{year}") is not None
