"""Name those whom a reply tells apart by what the answered letter says of them: "de två från Orust", "28-åringen".

Only a line of the quoted letter that begins with the number and the whole name of somebody on the list is believed, and
only of where they live and how old they are. As many must fit as are spoken of, else the words stay as they are.
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from medverkan.mailbox.replies.names import fold, women_and_men
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS
from medverkan.mailbox.values import Candidate, Stage

_MAX_TEXT = 64_000
_LINE_START = re.compile(r"^[>\s*]*", re.M)
_PLACE = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{2,20}(?:[ -][A-ZÅÄÖ][a-zåäöé]{2,20})?")
_AGE = re.compile(r"(?:född )?(\d{2})(?: år)?")
_SHE, _HE = r"hon|henne|tjejen|kvinnan|damen|tanten", r"han|honom|killen|mannen|herrn|farbrorn"
_FROM = re.compile(
    rf"\b(?P<who>(?:(?:de|dom|dem|båda|bägge|alla|samtliga) )?(?P<count>två|tre|fyra|2|3|4)|båda|bägge|alla|de|dom|dem"
    rf"|(?P<she>{_SHE})|(?P<he>{_HE})|den|hen)(?: (?:här|där|som (?:bor|kommer)))? (?:från|i|på)"
    r" (?P<place>(?-i:[A-ZÅÄÖ])[a-zåäöé]{2,20})\b(?! (?:ringde|undrar|undrade|frågar|frågade|mejlade|hälsar|skrev|på))",
    re.I,
)
_YEARS_OLD = re.compile(r"\b(?P<age>\d{2})[ -]?åringen\b", re.I)


def named_by_letter(words: str, text: str, candidates: Sequence[Candidate], stage: Stage) -> str:
    """Return the words with names for whom they tell apart; `text` is the whole mail, with what it quotes."""
    if not (_FROM.search(words) or _YEARS_OLD.search(words)):
        return words
    told = {one.name: _told_of(one, _LINE_START.sub("", text[:_MAX_TEXT])) for one in candidates}
    words = _YEARS_OLD.sub(lambda found: _one_so_old(found, told), words)
    return _FROM.sub(partial(_those_from, told=told, stage=stage), words)


def _told_of(one: Candidate, text: str) -> list[str]:
    """Return the pieces of what the letter says of somebody, up to its remark behind a dash."""
    line = re.search(rf"^{one.number}[.)] {re.escape(one.name)}\b([^\n]{{0,200}})", text, re.M)
    pieces = re.split(r"[,;()]", re.split(r" [–—-] |: ", line[1])[0]) if line else []
    return [piece.strip() for piece in pieces]


def _those_from(found: re.Match[str], told: Mapping[str, list[str]], stage: Stage) -> str:
    place = found["place"]
    who = [name for name, pieces in told.items() if any(_PLACE.fullmatch(one) and one == place for one in pieces)]
    word = found["who"].lower()
    count = found["count"]
    if found["she"] or found["he"] or word in {"den", "hen"}:
        women, men = women_and_men()
        others = men if found["she"] else women if found["he"] else frozenset()
        fits = len(who) == 1 and fold(who[0].split()[0]) not in others
        return who[0] if fits and (stage is Stage.CALLS or " från " in found[0]) else found[0]
    wanted = NUMBER_WORDS.get((count or "").lower()) or (int(count) if count else 2 if word in {"båda", "bägge"} else 0)
    fits = len(who) == wanted if wanted else len(who) > 1
    return " och ".join(who) if fits and " från " in found[0] else found[0]


def _one_so_old(found: re.Match[str], told: Mapping[str, list[str]]) -> str:
    aged = ((name, _AGE.fullmatch(one)) for name, pieces in told.items() for one in pieces)
    who = [name for name, age in aged if age and age[1] == found["age"]]
    return who[0] if len(who) == 1 else found[0]
