"""What is counted from the register once a day: who is to be phoned, whose data to look through, who has come of age.

Nothing is stored ahead: whoever is due is found from when they were last talked to, so that a call moves the next one.
At most SPREAD calls are put before the leads in one day, those who have waited longest first: neither an import of
hundreds nor a long stop of the service becomes a heap of tasks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from medverkan.bot.day_list import send_follow_up
from medverkan.bot.hours import due_in
from medverkan.bot.post import Desk
from medverkan.bot.reminding.days import months_before
from medverkan.bot.reminding.kinds import DATA_REVIEW, FOLLOW_UP, MIDNIGHT, OWN_CONSENT
from medverkan.bot.settings import Settings
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member

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


def calls_of(books: Books, settings: Settings, now: datetime) -> list[tuple[str, str, date]]:
    """Return everybody in the register to whom a call of ours is due today, as `calls_due` gives them."""
    months, review_months = settings.follow_up.months, settings.follow_up.review_months
    if not (months or review_months):
        return []
    today = now.astimezone(settings.zone).date()
    return calls_due(_standings(books, settings.zone), today, months, review_months)


def call(desk: Desk, due: Sequence[tuple[str, str, date]]) -> int:
    """Put those who have waited longest before the leads, so that no more than SPREAD such calls wait at a time."""
    books, settings = desk.books, desk.parts.settings
    waiting = {task.member_id for task in books.tasks.open_tasks(kinds=(FOLLOW_UP, DATA_REVIEW))}
    chosen = [one for one in due if one[0] not in waiting][: max(0, SPREAD - len(waiting))]
    for member_id, kind, since in chosen:
        opens = due_in(desk.now, 0, settings)
        task = books.tasks.add(kind, f"{kind}:{member_id}:{since}", opens, member_id=member_id)
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


def of_age(books: Books, settings: Settings, now: datetime) -> list[str]:
    """Return who is 18 this year by a consent from before; asked once a year, since only years of birth are known."""
    zone = settings.zone
    year = now.astimezone(zone).year
    if books.tasks.of_key(f"of-age:{year}"):
        return []
    return [one.id for one in books.members.all() if one.status not in GONE and _lapsed(books, one, year, zone)]


def remember_of_age(desk: Desk) -> None:
    """Remember that the register was looked through for this year."""
    key = f"of-age:{desk.now.astimezone(desk.parts.settings.zone).year}"
    if desk.books.tasks.of_key(key) is None:
        desk.books.tasks.done(desk.books.tasks.add(MIDNIGHT, key, desk.now), desk.now)


def _lapsed(books: Books, member: Member, year: int, zone: ZoneInfo) -> list[str]:
    """Return the kinds of consents that an adult lives on from the years before 18."""
    born = member.fields.get("birth_year")
    if not isinstance(born, int) or year - born < ADULT:
        return []
    given = {kind: books.consents.live(member.id, kind) for kind in LAPSING}
    return [kind for kind, one in given.items() if one and one.given_at.astimezone(zone).year - born < ADULT]


def ask_for_own_consent(desk: Desk, member_id: str) -> int:
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
