"""Who has signed the agreement of a long assignment, and declared their interests for a seat, and who has not yet.

Each paper has a day for each who signs it. The task about them ends by itself when all is there; whoever ticks it off
before that says that no more is wanted, and no day is made up for it. The papers themselves lie with the registrar.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from medverkan.bot.documents.agreements import SEAT, is_council, needs_agreement
from medverkan.bot.hours import due_in
from medverkan.bot.letters import MONTHS, swedish_day
from medverkan.bot.people import people_in
from medverkan.bot.post import Desk
from medverkan.bot.reminding.kinds import AGREEMENT, TERM
from medverkan.bot.settings import SettingsError
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Member, Request, Task

UNIT, PERSON, INTERESTS = ("agreement", "unit"), ("agreement", "participant"), ("interests", "participant")
LAST_DAY = (SEAT, "participant")
CALLED = {
    UNIT: "verksamhetens underskrift",
    PERSON: "personens underskrift",
    INTERESTS: "personens jävsdeklaration",
}
TERM_DAYS = 60  # before a seat's last day it is asked whether it goes on
HOW = "jag förstod inte vem som har skrivit under. Skriv till exempel: {number} båda skrev under 20 november"
_HANDED_OVER = (InvitationState.RELEASED, InvitationState.TOOK_PART)
_MOST = 500
_SIGNED = re.compile(
    r"\b(?:(?:skrivit|skrev) (?:\w+ ){0,2}(?:under|på)|(?:under|på)skriv(?:en|et|na|it)|undertecknade?|undertecknat"
    r"|signera(?:de|d|t)|lämna(?:de|t) (?:in )?(?:sin |en )?jäv\w*|jävsdeklaration\w* (?:\w+ ){0,2}(?:in)?lämna\w*)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"\b(?:inte|ej|ska|skall|kommer|vill|måste|borde|kan|innan|om inte|väntar)\b|\?", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:båda|bägge|alla|allihop|parterna)\b", re.IGNORECASE)
_UNIT = re.compile(r"\b(?:verksamhet\w*|enhet\w*|chef\w*|beställar\w*)\b", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:hon|han|hen|person\w*|deltagar\w*|den som medverkar)\b", re.IGNORECASE)
_LATELY = tuple(
    (re.compile(rf"\b{said}\b", re.IGNORECASE), days)
    for said, days in (("i ?dag", 0), ("i ?går", 1), ("i ?förrgår", 2))
)
_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_DAY = re.compile(
    rf"\b(\d{{1,2}})(?:\s?/\s?(\d{{1,2}})\b|\.?\s({'|'.join(MONTHS)})\b)(?:,?\s(20\d\d)\b)?", re.IGNORECASE
)
_INTERESTS = re.compile(r"\bjäv\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Papers:
    """What is signed and what is not, for one person in one case."""

    member: Member
    signed: dict[tuple[str, str], date]
    lacks: tuple[tuple[str, str], ...]
    until: date | None  # a seat's last day

    @property
    def told(self) -> str:
        """Return what is lacking, in Swedish; "" for nothing."""
        return ", ".join(CALLED[one] for one in self.lacks)


def papers_of(desk: Desk, request: Request) -> list[Papers]:
    """Return the papers of everybody who is handed over in a case that is agreed upon in writing."""
    if not needs_agreement(request.fields):
        return []
    wanted = (UNIT, PERSON, INTERESTS) if is_council(request.fields) else (UNIT, PERSON)
    found = []
    for invitation, member in people_in(desk, request):
        if invitation.state in _HANDED_OVER:
            known = desk.books.signatures.of(member_id=member.id, request_id=request.id)
            days = {(one.paper, one.party): one.day for one in known}
            lacks = tuple(one for one in wanted if one not in days)
            found.append(Papers(member, {one: days[one] for one in wanted if one in days}, lacks, days.get(LAST_DAY)))
    return found


def sign(desk: Desk, request: Request, member: Member, papers: Iterable[tuple[str, str]], day: date, *, by: str) -> str:
    """Note the day on which papers were signed; return what is still lacking in the case, in Swedish.

    The task about them ends when nothing is.
    """
    for paper, party in papers:
        desk.books.signatures.add(member.id, paper, party, day, desk.now, request.id)
        detail = {"paper": paper, "party": party, "day": day.isoformat()}
        desk.books.audit.add("paper-signed", by, desk.now, request_id=request.id, member_id=member.id, detail=detail)
    lacks = [f"{one.member.number}: {one.told}" for one in papers_of(desk, request) if one.lacks]
    for task in desk.books.tasks.open_tasks(kinds=[AGREEMENT], request_id=request.id):
        if lacks:
            desk.books.tasks.note(task, "Det saknas: " + "; ".join(lacks))
        else:
            desk.books.tasks.done(task, desk.now)
    return "; ".join(lacks)


def tell(desk: Desk, task: Task, words: str, *, by: str) -> str:
    """Note what a lead's words say of who has signed; return what to say back. Raises SettingsError where unclear."""
    request = desk.books.requests.get(task.request_id or "")
    people = papers_of(desk, request) if request else []
    if request is None or not people:
        raise SettingsError(f"{task.number}: ingen i ärendet har en överenskommelse att skriva under")
    named = [one for one in people if _is_named(one.member, words)]
    meant = named or (people if len(people) == 1 else [])
    papers = said(words, is_named=bool(named))
    if UNIT in papers and papers == (UNIT,):
        # One signature of the unit's is for everybody, where nobody is named.
        meant = named or people
    if not papers or not meant:
        raise SettingsError(HOW.format(number=task.number))
    day = day_said(words, desk.now.astimezone(desk.parts.settings.zone).date())
    if day is None:
        raise SettingsError(
            "jag förstod inte vilken dag, eller så har den inte varit än. Skriv till exempel 20 november"
        )
    wanted = {one.member.id: {*one.lacks, *one.signed} for one in people}
    left = ""
    for one in meant:
        left = sign(desk, request, one.member, [p for p in papers if p in wanted[one.member.id]], day, by=by)
    told = f"antecknat, {swedish_day(day)}."
    return f"{told} Det saknas ännu: {left}." if left else f"{told} Alla har skrivit under."


def said(words: str, *, is_named: bool = False) -> tuple[tuple[str, str], ...]:
    """Return what papers words say are signed; () where they say none, or what is to come. Total."""
    text = words[:_MOST]
    if not _SIGNED.search(text) or _NOT_YET.search(text):
        return ()
    if _INTERESTS.search(text):
        return (INTERESTS,)
    if _BOTH.search(text):
        return (UNIT, PERSON)
    found = [UNIT] if _UNIT.search(text) else []
    return (*found, PERSON) if is_named or _PERSON.search(text) else tuple(found)


def seat_until(desk: Desk, request: Request, member: Member, day: date, *, by: str) -> None:
    """Note a seat's last day; it is asked about sixty days before."""
    desk.books.signatures.add(member.id, *LAST_DAY, day, desk.now, request.id)
    detail = {"until": day.isoformat()}
    desk.books.audit.add("seat-until", by, desk.now, request_id=request.id, member_id=member.id, detail=detail)


def ask_about_seats(desk: Desk) -> None:
    """Make every seat that is soon over the lead's task, once for each last day."""
    today = desk.now.astimezone(desk.parts.settings.zone).date()
    for one in desk.books.signatures.of(paper=SEAT):
        if today <= one.day <= today + timedelta(days=TERM_DAYS):
            key = f"{TERM}:{one.request_id}:{one.member_id}:{one.day}"
            due = due_in(desk.now, 0, desk.parts.settings)
            note = f"Platsen gäller till och med {swedish_day(one.day)}."
            desk.books.tasks.add(TERM, key, due, request_id=one.request_id, member_id=one.member_id, note=note)


def _is_named(member: Member, words: str) -> bool:
    first = str(member.fields.get("first_name") or "").strip()
    names = [member.number, *([first] if first else [])]
    return any(re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", words[:_MOST], re.IGNORECASE) for name in names)


def day_said(words: str, today: date) -> date | None:
    """Return the day that words of what has been name, today where they name none. Total.

    None for a day that is to come or does not exist, and for more than one.
    """
    text = words[:_MOST]
    if len(_ISO.findall(text)) + len(_DAY.findall(text)) > 1:
        return None
    for pattern, days in _LATELY:
        if pattern.search(text):
            return today - timedelta(days=days)
    if found := _ISO.search(text):
        day = _date(int(found[1]), int(found[2]), int(found[3]))
    elif found := _DAY.search(text):
        month = int(found[2]) if found[2] else MONTHS.index(found[3].lower()) + 1
        year = int(found[4]) if found[4] else today.year
        day = _date(year, month, int(found[1]))
        if day and day > today and not found[4]:
            # Without a year, what is signed was signed the last time that day was.
            day = _date(year - 1, month, int(found[1]))
    else:
        return today
    return day if day and day <= today else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
