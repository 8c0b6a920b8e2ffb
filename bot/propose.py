"""People are proposed: ranked by the matcher on pseudonymous profiles, numbered, and put before the lead.

Numbers run through the whole case, so that "3" means the same person in the proposal, the call list and every reply.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import count
from typing import Any, TypedDict

from medverkan.bot.assignments import Assignments, assignments_of
from medverkan.bot.each import each
from medverkan.bot.organisations.letters import organisations_to_ask, write_to_organisations
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.short_notice import due_before
from medverkan.bot.tokens import Purpose
from medverkan.bot.understood import understood
from medverkan.mailbox.forms.judging import judge
from medverkan.mailbox.values import Kind
from medverkan.matching.rank import forget
from medverkan.matching.values import Need, Profile, Ranking
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MemberStatus, RequestEvent, RequestState
from medverkan.storage.values import Member, Proposal, Request

SHOWN = 5
# Looks this many times further down the list, so that nobody of the group is left out of the letter.
WHOLE_GROUP = 10
DECIDE_WITHIN_WORKING_DAYS = 2
_FREE = Assignments()
TEXTS = (
    "experience", "care_met", "experience_years", "unwilling", "availability", "travel", "support_needs", "languages",
    "associations", "municipality", "gender",
)  # fmt: skip
NEED_TEXTS = (
    "unit", "organisation", "title", "activity", "description", "purpose", "expectations", "experience", "when_text",
    "time_start", "time_end", "place", "format", "reimbursement",
)  # fmt: skip


class Circumstances(TypedDict):
    """What a ranking depends on beside the request and the members."""

    today: date
    only_introduced: bool


def propose(parts: Parts, now: Callable[[], datetime]) -> int:
    """Put ranked people before the lead for every complete request that waits; return how many requests."""
    with parts.store.reading() as books:
        waiting = [request for request in books.requests.in_state(RequestState.RECEIVED) if not request.paused]
    return each(parts, waiting, _propose, now)


def _propose(desk: Desk, request: Request) -> int:
    propose_to_lead(desk, request)
    return 1


def propose_to_lead(desk: Desk, request: Request, changed: tuple[str, ...] = ()) -> Proposal:
    """Rank, number and store the next list for a case, and write it to the lead.

    People listed before are left out – but where the request has changed (`changed`: labels), everybody is ranked anew
    and keeps their number.
    """
    books, now = desk.books, desk.now
    known = books.invitations.of(request)
    with desk.parts.turn:
        ids = keep_up(desk.parts, books, request)
        of_id = {member_id: number for number, member_id in ids.items()}
        numbers = {of_id[one.member_id]: one.number for one in known if one.member_id in of_id}
        skip = frozenset() if changed else frozenset(numbers)
        need = need_of(request.fields, skip)
        shown = max(SHOWN, request.people_wanted + 2)
        ranking = ranked(desk.parts, need, now, top=WHOLE_GROUP * shown)
        rests_on = desk.parts.index.fingerprint(need, **_circumstances(desk.parts, now))
    numbered = _numbered(ranking, shown, numbers, books.proposals.highest_number(request))
    proposal = books.proposals.add(
        request,
        numbered,
        ranking.team,
        ranking.excluded,
        matcher=ranking.version,
        inputs_sha256=rests_on,
        now=now,
    )
    for match in numbered:
        books.invitations.add(request, ids[match["member"]], proposal, match["number"], now)
    request = books.requests.move(request, RequestEvent.MATCHED, now)
    books.audit.add("people-proposed", "bot", now, request_id=request.id, detail={"version": proposal.version})
    _tell(desk, request, proposal, ranking, changed)
    return proposal


def settle(desk: Desk, request: Request) -> None:
    """End what asks the leads to decide on a list of that case: they have, or another list takes its place."""
    for task in desk.books.tasks.open_tasks(kinds=["decide"], request_id=request.id):
        desk.books.tasks.done(task, desk.now)


def decide_by(desk: Desk, request: Request, working_days: int, *, waits: bool) -> None:
    """Let what asks the leads to decide be due in so many working days: it `waits` so long, or no longer than that.

    Before the assignment it is due all the same.
    """
    due = due_before(desk.now, working_days, request.date_start, desk.parts.settings)
    for task in desk.books.tasks.open_tasks(kinds=["decide"], request_id=request.id):
        desk.books.tasks.put_off(task, max(task.due, due) if waits else min(task.due, due))


def keep_up(parts: Parts, books: Books, case: Request | None) -> dict[str, str]:
    """Bring the index in line with the register; return each member's id by number. Who is unchanged is not opened.

    `case` is the one they are ranked for: its own list ties nobody up.
    """
    consents, assignments = books.consents.live_kinds(), assignments_of(books, case)
    stamps = books.members.stamps()
    found = {
        number: (version, frozenset(consents.get(member_id, ())), assignments.get(member_id, _FREE).stamp)
        for member_id, number, version in stamps
    }
    changed = [member_id for member_id, number, _ in stamps if parts.read.get(number) != found[number]]
    for profile in _profiles(books.members.some(changed), consents, assignments):
        parts.index.put(profile)
    gone = parts.read.keys() - found.keys()
    for number in gone:
        parts.index.remove(number)
    if gone:
        # What was read of their words is remembered beside the index too.
        forget()
    parts.read.clear()
    parts.read.update(found)
    return {number: member_id for member_id, number, _ in stamps}


def ranked(parts: Parts, need: Need, now: datetime, top: int) -> Ranking:
    """Rank who is in the index for a need, as of today in the register's zone."""
    return parts.index.rank(need, top=top, **_circumstances(parts, now))


def _circumstances(parts: Parts, now: datetime) -> Circumstances:
    settings = parts.settings
    return {"today": now.astimezone(settings.zone).date(), "only_introduced": settings.matching.only_introduced}


def need_of(fields: dict[str, Any] | Any, skip: frozenset[str] = frozenset()) -> Need:
    """Return what the matcher may know of a request: nothing of who asks but unit and organisation."""
    texts = {key: str(fields.get(key) or "") for key in NEED_TEXTS}
    return Need(
        **texts,
        perspectives=tuple(fields.get("perspectives") or ()),
        focus_areas=tuple(fields.get("focus_areas") or ()),
        people_wanted=max(1, int(fields.get("people_wanted") or 1)),
        date_start=_day(fields.get("date_start")),
        date_end=_day(fields.get("date_end")),
        minutes_per_occasion=fields.get("minutes_per_occasion"),
        occasions=fields.get("occasions"),
        minors_wanted=fields.get("minors_wanted") is True,
        skip=skip,
    )


def profiles_of(books: Books, members: Iterable[Member], case: Request | None = None) -> list[Profile]:
    """Return what the matcher may know of each member: wishes and experience, never who they are.

    `case` is the one they are ranked for: its own list ties nobody up.
    """
    return list(_profiles(members, books.consents.live_kinds(), assignments_of(books, case)))


def _profiles(
    members: Iterable[Member], consents: Mapping[str, set[str]], assignments: Mapping[str, Assignments]
) -> Iterator[Profile]:
    for one in members:
        yield profile_of(one, consents.get(one.id, set()), assignments.get(one.id, _FREE))


def profile_of(member: Member, consents: set[str], assignments: Assignments = _FREE) -> Profile:
    """Return what the matcher may know of one member with those live consents."""
    fields = member.fields
    away = (MemberStatus.RESTING, MemberStatus.RESTRICTED, MemberStatus.LEFT)
    texts: dict[str, Any] = {key: str(fields.get(key) or "") for key in TEXTS}
    return Profile(
        id=member.number,
        **texts,
        perspectives=tuple(fields.get("perspectives") or ()),
        focus_areas=tuple(fields.get("focus_areas") or ()),
        activities=tuple(fields.get("activities") or ()),
        birth_year=fields.get("birth_year"),
        minor=judge.is_minor(fields, None),
        max_per_half_year=fields.get("max_per_half_year"),
        consent_matching="matching" in consents,
        # Where custody is joint the yes of one is not enough (R41).
        guardian_consent="guardian" in consents and (member.guardians != 2 or member.guardian_document_at is not None),
        guardian_document=member.guardian_document_at is not None,
        restricted=member.status in away,
        registered=member.created_at.date(),
        introduced=member.status in (MemberStatus.INTRODUCED, MemberStatus.ACTIVE),
        busy=frozenset(assignments.busy),
        tentative=frozenset(assignments.tentative),
        asked=tuple(assignments.asked),
        took_part=tuple(assignments.took_part),
    )


def _numbered(ranking: Ranking, most: int, known: dict[str, int], highest: int) -> list[dict[str, Any]]:
    """Return the people to show with their numbers in the case: the known ones keep theirs, new ones get the next.

    `highest` is the highest number ever given: who was erased since leaves theirs to nobody, for it is in old letters.
    """
    listed = [match for match in ranking.matches if match.rank <= most or match.member in ranking.team]
    shown = [] if ranking.no_match else listed
    fresh = count(max(highest, *known.values(), 0) + 1)
    return [
        {
            "number": known[match.member] if match.member in known else next(fresh),
            "rank": match.rank,
            "member": match.member,
            "score": match.score,
            "reasons": list(match.reasons),
            "concerns": list(match.concerns),
            "parts": dict(match.parts),
        }
        for match in shown
    ]


def _tell(
    desk: Desk,
    request: Request,
    proposal: Proposal,
    ranking: Ranking,
    changed: tuple[str, ...],
) -> None:
    settings = desk.parts.settings
    today = desk.now.astimezone(settings.zone).date()
    due = due_before(desk.now, DECIDE_WITHIN_WORKING_DAYS, request.date_start, settings)
    settle(desk, request)
    desk.books.tasks.add("decide", f"decide:{request.id}:{proposal.version}", due, request_id=request.id)
    listed = [{**match, "person": desk.books.members.get(match["member"])} for match in proposal.matches]
    number = {match["member"]: match["number"] for match in proposal.matches}
    desk.to_leads(
        "lead-proposal",
        f"proposal:{proposal.id}",
        Purpose.PROPOSAL,
        about=request,
        version=proposal.version,
        request=request,
        understood=understood(Kind.REQUEST, request.fields),
        people=listed,
        team=[match["number"] for match in proposal.matches if match["member"] in proposal.team],
        reserves=[number[member] for member in ranking.reserves if member in number],
        excluded={why: count for why, count in proposal.excluded.items() if count},
        organisations=organisations_to_ask(desk, request),
        remarks=list(ranking.remarks),
        again=proposal.version > 1 and not changed,
        changed=list(changed),
        year=today.year,
    )
    if not listed and proposal.version == 1:
        write_to_organisations(desk, request)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
