"""`medverkan match --review`: where the leads chose otherwise than the ranking, and what would have closed it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from medverkan.bot import show, words
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.propose import need_of, profiles_of
from medverkan.bot.settings import load
from medverkan.matching.review import Shown, disagreements, unknown_words
from medverkan.matching.values import Profile
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Request


def review(config: Path | None, as_json: bool) -> int:
    """Print every pick that stood below somebody who was not picked."""
    parts = open_parts(load(config))
    try:
        with parts.store.reading() as books:
            members = list(books.members.all())
            profiles = {profile.id: profile for profile in profiles_of(books, members)}
            numbers = {member.id: member.number for member in members}
            picked = [(request, _picked(books, request, numbers)) for request in books.requests.in_state()]
            found = [row for request, picks in picked for row in _rows(parts, books, request, picks, profiles)]
            chosen = any(picks for _, picks in picked)
    finally:
        parts.close()
    if as_json:
        show.document(found)
    else:
        show.lines(_for_people(found) if chosen else ["Ni har inte valt någon än; det finns inget att jämföra."])
    return 0


def _rows(
    parts: Parts, books: Books, request: Request, picked: set[str], profiles: Mapping[str, Profile]
) -> Iterator[dict[str, Any]]:
    need = need_of(request.fields)
    for proposal in books.proposals.of(request):
        shown = [Shown(one["member"], one["rank"], one["score"], one.get("parts", {})) for one in proposal.matches]
        for one in disagreements(shown, picked):
            person = profiles.get(one.picked.member)
            yield {
                "case": request.number,
                "version": proposal.version,
                "picked": one.picked.member,
                "rank": one.picked.rank,
                "score": one.picked.score,
                "passed_over": one.passed_over.member,
                "passed_over_rank": one.passed_over.rank,
                "passed_over_score": one.passed_over.score,
                "part": one.part,
                "difference": one.difference,
                "unknown_words": list(unknown_words(need, person, parts.words)) if person else [],
            }


def _picked(books: Books, request: Request, numbers: Mapping[str, str]) -> set[str]:
    invited = books.invitations.of(request)
    return {numbers.get(one.member_id, "") for one in invited if one.state is not InvitationState.PROPOSED}


def _for_people(found: list[dict[str, Any]]) -> list[str]:
    if not found:
        return ["Ni har valt som listorna rangordnade; det finns inget att jämföra."]
    lines = []
    for row in found:
        lines.append(
            f"{row['case']}, förslag {row['version']}: ni valde {row['picked']} (plats {row['rank']}) "
            f"före {row['passed_over']} (plats {row['passed_over_rank']})."
        )
        if row["part"]:
            lines.append(f"   Det som mest skilde dem åt i poängen: {words.PART[row['part']]}.")
        if row["unknown_words"]:
            lines.append(f"   Ord som båda texterna har och ordlistan saknar: {', '.join(row['unknown_words'])}.")
    most = Counter(words.PART[row["part"]] for row in found if row["part"]).most_common(3)
    return [*lines, "", "Oftast skilde: " + ", ".join(f"{part} ({times})" for part, times in most) + "."]
