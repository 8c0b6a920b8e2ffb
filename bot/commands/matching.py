"""`medverkan match`: ranked people for a case, or for a request mail that is not stored."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from medverkan.bot import show, words
from medverkan.bot.canonical import canonical
from medverkan.bot.commands.auditing import wrote_down
from medverkan.bot.parts import open_parts
from medverkan.bot.propose import keep_up, need_of, ranked
from medverkan.bot.settings import SettingsError, load
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind
from medverkan.matching.values import Ranking
from medverkan.storage.values import Member


def match(config: Path | None, what: str, top: int, as_json: bool) -> int:
    """Print who fits; of a file nothing is stored. That people were ranked for somebody to read is written down."""
    parts = open_parts(load(config))
    try:
        with parts.store.reading() as books:
            case = books.requests.get(what)
            fields = dict(case.fields) if case else _fields_of_file(what)
            keep_up(parts, books, case)
            ranking = ranked(parts, need_of(fields), datetime.now(UTC), top)
            people = [books.members.get(match.member) for match in ranking.matches]
        wrote_down(parts, "case-matched", request_id=case.id if case else None, count=len(people))
    finally:
        parts.close()
    if as_json:
        show.document(ranking_document(ranking))
    else:
        show.lines(_for_people(ranking, {member.number: member for member in people if member}))
    return 0


def ranking_document(ranking: Ranking) -> dict[str, Any]:
    """Return the ranking as the interface's JSON."""
    return {
        "people_wanted": ranking.people_wanted,
        "no_match": ranking.no_match,
        "matches": [
            {
                "rank": match.rank,
                "member": match.member,
                "score": round(match.score, 4),
                "reasons": list(match.reasons),
                "concerns": list(match.concerns),
            }
            for match in ranking.matches
        ],
        "team": list(ranking.team),
        "excluded": dict(ranking.excluded),
    }


def _fields_of_file(what: str) -> dict[str, Any]:
    path = Path(what)
    if not path.is_file():
        raise SettingsError(f"{what} är varken ett ärendenummer (F-2026-0001) eller en fil som finns")
    reading = read(path.read_bytes())
    if reading.kind is not Kind.REQUEST or not reading.forms:
        raise SettingsError(f"{what} är ingen förfrågan om medverkan. {reading.reason}".strip())
    return canonical(Kind.REQUEST, reading.forms[0].fields)


def _for_people(ranking: Ranking, members: dict[str, Member]) -> list[str]:
    lines = [*ranking.remarks, *(["Ingen i registret passar."] if ranking.no_match else [])]
    for match in ranking.matches:
        lines.append(f"{match.rank}. {match.member}  {members[match.member].name}  ({match.score:.2f})")
        lines += [f"   + {reason}" for reason in match.reasons]
        lines += [f"   - {concern}" for concern in match.concerns]
    if len(ranking.team) > 1:
        lines.append("Som grupp: " + ", ".join(ranking.team))
    return [*lines, *filter(None, (words.held_back(ranking.excluded),))]
