"""A made-up register with years of cases behind it, written straight into the books: for the report and its bench."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from register import TOWNS, profiles

from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import load
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationEvent, RequestEvent
from medverkan.storage.values import Member, Request

AREAS = ("äldre", "barn och unga", "psykisk hälsa och beroende", "funktionsnedsättning", "somatik")
SOUGHT = ("ätstörning", "stroke", "hemtjänst", "diabetes typ 1", "personlig assistans", "demenssjukdom", "beroende")
ACTIVITIES = ("Fokusgrupp", "Intervju", "Patientråd", "Föreläsning", "Styrgrupp", "Länsgemensam ledningsgrupp")
UNITS = tuple(
    f"{kind} {town}" for kind in ("Hälsocentralen", "Hemtjänsten", "BUP", "Medicinkliniken") for town in TOWNS
)


def register(home: Path, first: int, years: int, per_year: int, members: int, seed: int = 5) -> Parts:
    """Fill an empty home with `members` people and `per_year` cases in each of `years` years; return it opened."""
    parts = open_parts(load(None, home=home))
    chance = random.Random(seed)  # noqa: S311
    with parts.store.transaction() as books:
        people = list(_members(books, members, datetime(first, 1, 1, tzinfo=UTC)))
    for year in range(first, first + years):
        with parts.store.transaction() as books:
            for number in range(per_year):
                came = datetime(year, 1, 2, 9, tzinfo=UTC) + timedelta(days=360 * number / per_year)
                _case(books, came, people, chance)
    return parts


def _members(books: Books, count: int, now: datetime) -> Iterator[Member]:
    for profile in profiles(count):
        fields = {
            "first_name": "Person",
            "last_name": profile.id,
            "experience": profile.experience,
            "municipality": profile.municipality,
            "birth_year": profile.birth_year,
            "perspectives": list(profile.perspectives),
            "focus_areas": list(profile.focus_areas),
        }
        member = books.members.add(fields, (), now)
        books.consents.give(member.id, "matching", how="formulär", by="personen", now=now)
        yield member


def _case(books: Books, came: datetime, people: list[Member], chance: random.Random) -> None:
    day = came.date() + timedelta(days=chance.randint(12, 70))
    request = books.requests.add(
        _fields(day, chance), sender="unit@region.example", vouched=True, now=came, mail_id=None,
        message_id="<m@region.example>", subject="Förfrågan", release_to="unit@region.example",
    )  # fmt: skip
    books.audit.add("request-received", "unit", came, request_id=request.id)
    at = came + timedelta(hours=chance.randint(1, 60))
    asked = chance.sample(people, k=request.people_wanted + chance.randint(0, 2))
    proposal = books.proposals.add(request, [], [], {}, matcher="", inputs_sha256="", now=at)
    books.audit.add("people-proposed", "bot", at, request_id=request.id)
    request = books.requests.move(request, RequestEvent.MATCHED, at)
    if chance.random() < 0.12:
        books.requests.move(request, RequestEvent.NOBODY, at)
        return
    request = books.requests.move(request, RequestEvent.PICKED, at)
    _called(books, request, asked, proposal, at + timedelta(days=chance.randint(1, 12)), day, chance)


def _called(
    books: Books, request: Request, asked: list[Member], proposal: Any, at: datetime, day: date, chance: random.Random
) -> None:
    took_part = []
    for number, member in enumerate(asked, 1):
        invitation = books.invitations.add(request, member.id, proposal, number, at)
        invitation = books.invitations.move(invitation, InvitationEvent.PICKED, at)
        if len(took_part) == request.people_wanted or chance.random() < 0.2:
            books.invitations.move(invitation, InvitationEvent.DECLINED, at)
            continue
        books.audit.add("call-accepted", "lead", at, request_id=request.id, member_id=member.id)
        invitation = books.invitations.move(invitation, InvitationEvent.ACCEPTED, at)
        invitation = books.invitations.move(invitation, InvitationEvent.RELEASED, at)
        books.audit.add("released", "bot", at, request_id=request.id, member_id=member.id)
        took_part.append(invitation)
    if not took_part:
        books.requests.move(request, RequestEvent.NOBODY, at)
        return
    request = books.requests.move(request, RequestEvent.DELIVERED, at)
    after = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) + timedelta(days=1)
    for invitation in took_part:
        books.invitations.move(invitation, InvitationEvent.TOOK_PART, after)
    request = books.requests.move(request, RequestEvent.HELD, after)
    if chance.random() < 0.7:
        books.audit.add("feedback", "unit", after + timedelta(days=9), request_id=request.id)
        books.requests.move(request, RequestEvent.FOLLOWED_UP, after + timedelta(days=9))


def _fields(day: date, chance: random.Random) -> dict[str, Any]:
    town, sought, hours = chance.choice(TOWNS), chance.choice(SOUGHT), chance.choice((1, 2, 3, 6))
    return {
        "unit": chance.choice(UNITS),
        "organisation": chance.choice(("Region Exempel", "Region Exempel", f"{town} kommun")),
        "activity": chance.choice(ACTIVITIES),
        "description": "Vi vill förstå hur det är att möta oss och vad som kan bli bättre.",
        "experience": f"Erfarenhet av {sought}, gärna unga" if chance.random() < 0.2 else f"Erfarenhet av {sought}",
        "focus_areas": chance.sample(AREAS, k=chance.choice((1, 1, 2))),
        "perspectives": chance.sample(("brukare", "patient", "närstående"), k=chance.choice((1, 1, 2))),
        "people_wanted": chance.choice((1, 2, 2, 3)),
        "date_start": day.isoformat(),
        "time_start": "09:00",
        "time_end": f"{9 + hours:02}:00",
        "place": town,
    }
