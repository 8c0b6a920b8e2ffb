"""Tell whether a word that sounds like an answer has an object of its own: "deltar i en studie", "kan inte svenska".

Looked at last, when the rules for calls would record a yes or a no. An answer stands where nothing, or only words known
to follow one, comes behind it in its part of the clause (complements.txt); "gärna" and its like, which lean on a verb,
also need to know every word before them. What is missing there costs a question back.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from medverkan.mailbox.replies.answers import ACCEPTS, DECLINES
from medverkan.mailbox.replies.phrases import lists_in

_WORD = re.compile(r"\w+(?:-\w+)*|[¤☏,.;:!?]")
_PERSON = re.compile(r"§\d+")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Where another part of the clause begins, and what only says why or when.
_PARTS = re.compile(r"[:,;()]| (?:och|o|å|så|men|samt) ")
_CIRCUMSTANCE = re.compile(
    r"\b(?:eftersom|därför att|för att|med tanke|med hänvisning|med anledning|med motivering\w*|tack vare|på grund|pga"
    r"|p g a|med (?:den )?(?:lilla )?brasklapp\w*|så att|trots"
    r"|då(?= (?:hon|han|hen|de|det|vi|jag)\b)|för(?= (?:hon|han|hen|de|det|då)\b)|innan|efter|inför|under"
    r"|medan|fastän|fast|även om|utan att|när|som)\b.*"
)
_TO = frozenset(("till", "från", "ha", "ta", "att", "mer", "fler"))
_OF = frozenset(("på", "i", "av"))
_ANOTHER_SUBJECT = re.compile(r"\b(?:hon|han|hen)\b")
# These lean on a verb: "läser gärna", "tycker visst om", "är okej".
_LEANS = re.compile(r"\w*gärna|visst|absolut|självklart|okej|ok")
_WHERE = frozenset(("i", "på", "vid", "hos", "in", "upp"))
_IN_A = re.compile(r"en(?! (?:gång|minut|sekund|fredag|lördag)\b)|ett(?! (?:kick|nafs|par)\b)")


def answers_yes(clauses: Sequence[str]) -> bool:
    """Tell whether one of the clauses says yes to what was asked, or nothing in it could be told otherwise."""
    behind = [_behind(ACCEPTS, clause) for clause in clauses]
    if not any(behind) or any(not rests for rests in behind):
        return True
    return any(any(map(_may_follow, rests)) and _is_firm(clause) for clause, rests in zip(clauses, behind, strict=True))


def answers_no(clauses: Sequence[str]) -> bool:
    """Tell whether one of the clauses may say no to what was asked."""
    behind = [_behind(DECLINES, clause) for clause in clauses]
    if not any(behind) or any(not rests for rests in behind):
        return True
    return any(not all(map(_is_something_else, rests)) for rests in behind) and any(map(_refuses, clauses))


def _refuses(clause: str) -> bool:
    """Tell whether a no, in some part of the clause, has no object but what may be asked for."""
    for _, _, behind in _answers(DECLINES, clause):
        words = [word for word in _LETTERS.findall(behind) if word not in {"inte", "ej"}]
        objects = words[:1] + [word for to, word in pairwise(words) if to in _TO]
        within = words[1:2] if words[:1] and words[0] in _OF else []
        if all(_in(word, "after a no") for word in objects) and all(map(_may_be_within, within)):
            return True
    return False


def _may_be_within(word: str) -> bool:
    return any(_in(word, heading) for heading in ("after a no", "in, on or at", "further behind"))


def _is_firm(clause: str) -> bool:
    """Tell whether every word beside a yes, in some part of the clause, is known to stand there."""
    for before, answer, behind in _answers(ACCEPTS, clause):
        leans_on = _LETTERS.findall(before) if _LEANS.fullmatch(answer) else []
        if all(_in(word, "before a word that leans") for word in leans_on) and all(
            map(_stands_beside, _LETTERS.findall(behind))
        ):
            return True
    return False


def _answers(pattern: re.Pattern[str], clause: str) -> Iterator[tuple[str, str, str]]:
    """Give every answer in a clause with what stands before it and behind it in its part, up to the next person."""
    text = " ".join(_PERSON.sub(" § ", clause).split())
    parts = [part.strip() for part in _PARTS.split(f" {text} ")]
    for part in parts if any(pattern.search(part.removeprefix("§ ")) for part in parts) else [text]:
        told = part.removeprefix("§ ")
        for found in pattern.finditer(told):
            named = told != part or "§" in told[: found.start()]
            behind = _ANOTHER_SUBJECT.split(_CIRCUMSTANCE.sub(" ", told[found.end() :]))[0].split("§")
            yield told[: found.start()], found[0], pattern.sub(" ", " ".join(behind[: 1 if named else 2]))


def _stands_beside(word: str) -> bool:
    return any(_in(word, heading) for heading in ("after a yes", "in, on or at", "further behind"))


def _behind(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return what stands behind each word of a clause that sounds like the answer."""
    text = " ".join(_PERSON.sub(" ", text).split())
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
