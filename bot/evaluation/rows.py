"""The year's cases and people as plain values, drawn from the register; what they mean is counted in year.py.

Only people who may be proposed are looked at, so that two figures about the register are about the same people.
"""

from collections import defaultdict
from datetime import UTC, date, datetime
from functools import cache, partial

from medverkan.bot.evaluation.kept import wanted_of
from medverkan.bot.evaluation.levels import place_of
from medverkan.bot.evaluation.values import Case, Meaning, Outcome, Person
from medverkan.bot.fees.estimates import estimate_of, payer_of
from medverkan.bot.fees.model import Rules
from medverkan.bot.parts import Parts
from medverkan.bot.propose import profile_of
from medverkan.matching.meaning import understand as told
from medverkan.matching.places import municipality_of
from medverkan.matching.values import Profile
from medverkan.matching.vocabulary import Vocabulary
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationState, RequestState
from medverkan.storage.values import Request

ADULT = 18
_AFTER = (RequestState.HELD, RequestState.FOLLOWED_UP, RequestState.CLOSED)


def rows_of(books: Books, parts: Parts, year: int) -> tuple[list[Case], list[Person]]:
    """Return the cases that came that year, and the people who may be proposed."""
    zone = parts.settings.zone
    since, until = (datetime(one, 1, 1, tzinfo=zone).astimezone(UTC) for one in (year, year + 1))
    moments: dict[str, dict[str, list[datetime]]] = defaultdict(lambda: defaultdict(list))
    for case_id, what, at in books.evaluation.moments(since, until):
        moments[case_id][what].append(at)
    asked: dict[str, list[tuple[str, InvitationState]]] = defaultdict(list)
    for case_id, member_id, state in books.evaluation.asked(since, until):
        asked[case_id].append((member_id, state))
    requests = books.requests.received(since, until)
    rules = parts.settings.fees.rules()
    cases = [_case(one, moments[one.id], asked[one.id], parts, rules) for one in requests]
    return cases, _people(books, parts, date(year, 12, 31))


def _case(
    request: Request,
    moments: dict[str, list[datetime]],
    asked: list[tuple[str, InvitationState]],
    parts: Parts,
    rules: Rules,
) -> Case:
    fields, zone = request.fields, parts.settings.zone
    held = request.delivered_at is not None and request.state in _AFTER
    outcome = _outcome(request, len(moments["released"]) - len(moments["release-undone"]))
    estimate = estimate_of(fields, rules) if held else None
    lacks = outcome in (Outcome.PARTLY, Outcome.UNFILLED)
    return Case(
        unit=" ".join(str(fields.get("unit") or "").split()),
        payer=payer_of(fields),
        areas=tuple(fields.get("focus_areas") or ()),
        **place_of(fields),
        perspectives=tuple(fields.get("perspectives") or ()),
        municipality=municipality_of(str(fields.get("place") or "")),
        people_wanted=request.people_wanted,
        outcome=outcome,
        received=request.received_at,
        proposed=_first(moments["people-proposed"]),
        agreed=_first(moments["call-accepted"]),
        delivered=request.delivered_at,
        delivered_day=request.delivered_at.astimezone(zone).date() if request.delivered_at else None,
        day=request.date_start,
        held=held,
        feedback=bool(moments["feedback"]),
        fee=estimate.amount * estimate.occasions if estimate else None,
        asked=tuple(asked),
        wanted=wanted_of(fields, parts) if lacks else None,
    )


def _outcome(request: Request, released: int) -> Outcome:
    """Tell how a case went. Who was erased since has left the list, so what was done is asked of the audit."""
    if request.state is RequestState.WITHDRAWN:
        return Outcome.WITHDRAWN
    if request.delivered_at is not None and request.state is not RequestState.CALLING:
        return Outcome.FILLED if released >= request.people_wanted else Outcome.PARTLY
    return Outcome.UNFILLED if request.state in (RequestState.UNFILLED, RequestState.CLOSED) else Outcome.OPEN


def _people(books: Books, parts: Parts, on: date) -> list[Person]:
    """Return everybody who may be proposed."""
    consents = books.consents.live_kinds()
    members = [(member.id, profile_of(member, consents.get(member.id, set()))) for member in books.members.all()]
    return [
        _person(profile, member_id, on, parts.words) for member_id, profile in members if _is_proposable(profile, on)
    ]


def _person(profile: Profile, member_id: str, on: date, words: Vocabulary) -> Person:
    return Person(
        id=member_id,
        age=on.year - profile.birth_year if profile.birth_year else None,
        municipality=municipality_of(profile.municipality),
        perspectives=profile.perspectives,
        told=cache(partial(_told, profile, words)),
    )


def _told(profile: Profile, words: Vocabulary) -> Meaning:
    meaning = told(profile, words)
    return Meaning(profile.focus_areas or meaning.areas, frozenset(concept for _, concept in meaning.strengths))


def _is_proposable(profile: Profile, on: date) -> bool:
    minor = profile.minor or (profile.birth_year is not None and on.year - profile.birth_year < ADULT)
    return profile.consent_matching and not profile.restricted and (profile.guardian_consent or not minor)


def _first(moments: list[datetime]) -> datetime | None:
    return min(moments, default=None)
