"""What one plain sentence of an answer means: of itself, as an answer to an open question, or clause by clause.

What can mean two things means nothing; every clause must be understood before a sentence of several counts.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from medverkan.mailbox.answers import said
from medverkan.mailbox.answers.asked import Asked
from medverkan.mailbox.answers.chatter import is_hedged
from medverkan.mailbox.answers.corrections import corrected, says_only_that
from medverkan.mailbox.answers.counted import is_bare_number, says_more_than_count, sought_count
from medverkan.mailbox.answers.plain import contrasted, has_day
from medverkan.mailbox.answers.quoted_day import resolved_day
from medverkan.mailbox.answers.smalltalk import adds_nothing, without_opening
from medverkan.mailbox.answers.topics import ROLES
from medverkan.mailbox.answers.venues import says_place

# Fields whose answers can be any words at all.
_NAMED = frozenset(("unit", "organisation", "contact_name", "activity", "description", "purpose", "experience"))
_ONE_ROLE = re.compile(
    r"^(?:vi )?(?:söker|önskar|vill ha|behöver|tänker oss)?\s?(?:i första hand |främst |helst |gärna )?"
    r"(?P<role>brukare|patienter|patient|närstående|anhöriga|anhörig)\s(?=till|som|med|inom|från)",
    re.I,
)
_LONG_SENTENCE = 10
_MOST_CLAUSES = 6
# The surest cut first: what goes on with a subject of its own; "fyra brukare och två närstående" is one clause.
_CLAUSES = (
    re.compile(
        r",\s+(?:och|samt|men)\s+|"
        r"\s+(?:och|samt|men|o)\s+(?=(?:vi|det|mötet|träffen|platsen|lokalen|tiden|numret)\b)"
    ),
    re.compile(r",?\s+(?:och|samt|men|o)\s+"),
    re.compile(r",?\s+(?:och|samt|men|o)\s+|[,;]\s+"),
)


def meaning(sentence: str, waiting: Sequence[Asked], today: date | None) -> tuple[dict[str, str], bool]:
    """Return key → text for what a sentence says, and whether that is all that it says."""
    meant = _meant(sentence, waiting, today)
    if not meant and (opened := without_opening(sentence)) != sentence.strip():
        sentence, meant = opened, _meant(opened, waiting, today)
    # "Vi söker tre deltagare, varav …": what else is said must be understood too, or seen by somebody.
    whole = bool(meant) and not ("people_wanted" in meant and says_more_than_count(contrasted(sentence)[0]))
    if whole and (more := _meant_in_clauses(sentence, waiting, today)) and more.keys() > meant.keys():
        # "Rådslag, 4 maj kl 18" is two answers, not the one that could hold them both.
        return more, True
    if whole and (_covers(meant, sentence) or says_only_that(sentence, today)):
        return meant, True
    in_clauses = _meant_in_clauses(sentence, waiting, today)
    return (in_clauses, True) if in_clauses else (meant or _named_in_clauses(sentence, today), False)


def fitting(one: Asked, sentence: str, today: date | None) -> str:
    """Return the text in a sentence that can answer that question; "" where it cannot."""
    found = said.fits(one.key, sentence, today)
    if one.key != "when_text" or (found and has_day(found, today)):
        return found
    # The number of the day alone leans on what we quoted; so does "torsdag".
    return resolved_day(sentence, one.written, today) or found


def _meant_in_clauses(sentence: str, waiting: Sequence[Asked], today: date | None) -> dict[str, str]:
    """Return key → text where every clause of a sentence means one thing, each another; {} otherwise."""
    for parting in _CLAUSES:
        clauses = [part.strip() for part in parting.split(sentence) if part.strip()]
        telling = [clause for clause in clauses if not adds_nothing(clause)]
        if len(telling) == 1 < len(clauses) and telling[0] == clauses[0]:
            return _meant(without_opening(telling[0]), waiting, today)
        clauses = telling
        if not 1 < len(clauses) <= _MOST_CLAUSES or any(map(is_bare_number, clauses)):
            continue
        parts = [found for part in clauses if (found := _meant(without_opening(part), waiting, today))]
        meant = {key: value for part in parts for key, value in part.items()}
        if len(clauses) == len(parts) == len(meant):
            return meant
    return {}


def _named_in_clauses(sentence: str, today: date | None) -> dict[str, str]:
    """Return what clauses say of fields that they name themselves, whatever the other clauses say."""
    if is_hedged(sentence):
        return {}
    parts = [found for part in _CLAUSES[1].split(sentence) if (found := corrected(part.strip(), today))]
    meant = {key: value for part in parts for key, value in part.items()}
    return meant if len(parts) == len(meant) else {}


def _meant(words: str, waiting: Sequence[Asked], today: date | None) -> dict[str, str]:
    """Return key → text where words mean one thing, {} where they mean nothing or may mean two."""
    if stated := said.stated(words, today) or corrected(words, today):
        return stated
    found = {one.key: text for one in waiting if (text := fitting(one, words, today))}
    if set(found) == {"people_wanted", "perspectives"}:
        # "Två patienter" answers both.
        return found
    if set(found) == {"experience", "perspectives"} or (set(found) == {"experience"} and _ONE_ROLE.match(words)):
        return _role_of_experience(found, words, waiting)
    if not found and any(one.key == "format" for one in waiting) and says_place(words):
        where = said.fits("place", words, today)
        return {"place": where} if where else {}
    if not found and (count := sought_count(contrasted(words)[0])):
        return {"people_wanted": count}
    if "place" in found and not says_place(words) and _NAMED & {one.key for one in waiting}:
        # One bare word may name anything.
        return {}
    return found if len(found) == 1 else {}


def _role_of_experience(found: dict[str, str], words: str, waiting: Sequence[Asked]) -> dict[str, str]:
    """Let "närstående till personer med demens" answer who is sought too, where only one role is named."""
    role = _ONE_ROLE.match(words)
    if role and any(one.key == "perspectives" for one in waiting) and len(ROLES.findall(words)) == 1:
        return {"experience": found["experience"], "perspectives": role["role"]}
    return {"experience": found["experience"]} if set(found) == {"experience"} else {}


def _covers(meant: Mapping[str, str], sentence: str) -> bool:
    """Tell whether what was taken is most of a long sentence; else the rest of it would be lost."""
    words = re.findall(r"\w+", contrasted(sentence)[0])
    taken = set(re.findall(r"\w+", " ".join(meant.values())))
    return len(words) <= _LONG_SENTENCE or 2 * sum(word in taken for word in words) >= len(words)
