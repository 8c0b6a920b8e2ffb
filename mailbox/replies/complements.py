"""Tell whether a word that sounds like an answer has an object of its own: "deltar i en studie", "kan inte svenska".

Looked at last, when the rules for calls would record a yes or a no. A yes stands where nothing, or only words known to
follow an answer, comes behind it; a no falls only before what cannot be the assignment. Both cost a question back.
"""

import re
from collections.abc import Sequence
from functools import cache

from medverkan.mailbox.replies.answers import ACCEPTS, DECLINES
from medverkan.mailbox.replies.phrases import lists_in

_WORD = re.compile(r"\w+(?:-\w+)*|[¤☏,.;:!?]")
_WHERE = frozenset(("i", "på", "vid", "hos", "in", "upp"))
_IN_A = re.compile(r"en(?! (?:gång|minut|sekund|fredag|lördag)\b)|ett(?! (?:kick|nafs|par)\b)")


def answers_yes(clauses: Sequence[str]) -> bool:
    """Tell whether one of the clauses says yes to what was asked, or nothing in it could be told otherwise."""
    behind = [_behind(ACCEPTS, clause) for clause in clauses]
    return not behind or any(not rests or any(map(_may_follow, rests)) for rests in behind)


def answers_no(clauses: Sequence[str]) -> bool:
    """Tell whether one of the clauses may say no to what was asked."""
    behind = [_behind(DECLINES, clause) for clause in clauses]
    return not behind or any(not all(map(_is_something_else, rests)) or not rests for rests in behind)


def _behind(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return what stands behind each word of a clause that sounds like the answer."""
    text = " ".join(re.sub(r"§\d+", " ", text).split())
    return [text[found.end() :] for found in pattern.finditer(text)]


def _may_follow(rest: str) -> bool:
    words = _WORD.findall(rest)
    first, second = [*words, "", ""][:2]
    if first in _WHERE:
        return not second[:1].isalpha() or (_in(second, "in, on or at") and not _IN_A.match(" ".join(words[1:3])))
    return not first[:1].isalpha() or _in(first, "after a yes")


def _is_something_else(rest: str) -> bool:
    words = [word for word in _WORD.findall(rest) if word not in {"själv", "alls", "så"}]
    return bool(words) and _in(words[0], "not the assignment")


def _in(word: str, heading: str) -> bool:
    exact, begins, ends = _lists()[heading]
    return word in exact or word.startswith(begins) or word.endswith(ends)


@cache
def _lists() -> dict[str, tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]]:
    """Return the words under each heading, and how others begin and end."""
    found = {
        name: [word for line in lines for word in line.split()] for name, lines in lists_in("complements.txt").items()
    }
    return {
        name: (
            frozenset(words),
            tuple(word[:-1] for word in words if word.endswith("*")),
            tuple(word[1:] for word in words if word.startswith("*")),
        )
        for name, words in found.items()
    }
