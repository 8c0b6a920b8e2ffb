"""`medverkan agreement`: who has signed what of a long assignment, on which day, and until when a seat is held."""

from datetime import date
from pathlib import Path
from typing import Any

from medverkan.bot import show
from medverkan.bot.commands.auditing import reader
from medverkan.bot.commands.people import past_day
from medverkan.bot.commands.record import OPERATOR, at_desk, the_member
from medverkan.bot.documents.signed import CALLED, INTERESTS, PERSON, UNIT, Papers, papers_of, seat_until, sign
from medverkan.bot.post import Desk
from medverkan.bot.settings import SettingsError
from medverkan.storage.values import Request

WORDS = {"verksamheten": (UNIT,), "personen": (PERSON,), "båda": (UNIT, PERSON), "jäv": (INTERESTS,)}


def agreement(
    config: Path | None,
    number: str,
    signed: str | None,
    member: str | None,
    day: str | None,
    until: str | None,
    *,
    as_json: bool,
) -> int:
    """Note who has signed, or until when a seat is held; print what is there and what is lacking."""
    with at_desk(config) as desk:
        request = desk.books.requests.get(number)
        if request is None:
            raise SettingsError(f"det finns inget ärende {number}; medverkan cases visar alla")
        people = _meant(desk, request, member)
        if signed:
            on = past_day("--day", day, desk) if day else desk.now.astimezone(desk.parts.settings.zone).date()
            _sign(desk, request, people, signed, on)
        elif day:
            raise SettingsError("--day hör till --signed")
        if until:
            for one in people:
                seat_until(desk, request, one.member, _day(until), by=OPERATOR)
        desk.books.audit.add("case-read", OPERATOR, desk.now, request_id=request.id, detail=reader())
        found = papers_of(desk, request)
    rows = [_row(one) for one in found]
    if as_json:
        show.document({"id": request.number, "people": rows})
        return 0
    for one in found:
        show.lines(_lines(one))
    return 0


def _meant(desk: Desk, request: Request, member: str | None) -> list[Papers]:
    people = papers_of(desk, request)
    if not people:
        raise SettingsError(f"{request.number} har ingen överenskommelse: ingen är lämnad, eller uppdraget är kort")
    if member is None:
        return people
    wanted = the_member(desk.books, member)
    found = [one for one in people if one.member.id == wanted.id]
    if not found:
        raise SettingsError(f"{wanted.number} är inte lämnad i {request.number}")
    return found


def _sign(desk: Desk, request: Request, people: list[Papers], signed: str, day: date) -> None:
    papers = WORDS.get(signed.strip().lower())
    if papers is None:
        raise SettingsError(f"--signed {signed}: skriv {', '.join(WORDS)}")
    if len(people) > 1 and papers != (UNIT,):
        raise SettingsError(f"vem? Skriv --member {people[0].member.number}, till exempel")
    for one in people:
        if wrong := [CALLED[paper] for paper in papers if paper not in (*one.lacks, *one.signed)]:
            raise SettingsError(f"{request.number} är ingen plats i ett råd: {', '.join(wrong)} behövs inte")
        sign(desk, request, one.member, papers, day, by=OPERATOR)


def _row(one: Papers) -> dict[str, Any]:
    return {
        "member": one.member.number,
        "signed": {"-".join(paper): day.isoformat() for paper, day in one.signed.items()},
        "lacks": ["-".join(paper) for paper in one.lacks],
        "until": one.until.isoformat() if one.until else None,
    }


def _lines(one: Papers) -> list[str]:
    lines = [f"{one.member.number}  {one.member.name}"]
    lines += [f"  {CALLED[paper]}: {show.day(day.isoformat())}" for paper, day in one.signed.items()]
    lines += [f"  {CALLED[paper]}: saknas" for paper in one.lacks]
    return lines + ([f"  platsen gäller till och med {show.day(one.until.isoformat())}"] if one.until else [])


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise SettingsError(f"--until {written}: skriv ett datum som 2027-08-31") from None
