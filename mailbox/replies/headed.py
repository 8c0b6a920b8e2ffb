"""Write people that stand in lists under headings as sentences, before anything else of a reply is read.

    Nej till            →   Nej till Bo. Nej till Eva.
    - Bo
    - Eva

What a heading says is known (headings.txt) or asked about: a list under "Passar inte" read as bare names would be a
yes to each of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from medverkan.mailbox.replies.names import People
from medverkan.mailbox.values import Candidate, Stage

_MAX_LINES = 200
_BULLET = re.compile(r"^\s*(?:[-–—•·*>]\s*)+(?=[^\s\d])|^\s*[-–—•·*]\s+")
_GLUE = frozenset(("och", "o", "å", "samt", "&", "+", "nr", "nummer", "no"))
_WORD = re.compile(r"[^\s,;]+")
_REMARK = re.compile(r"\s*(?:\(|\s[–—-]\s|,\s(?=[a-zåäö]))")
_INLINE = re.compile(r"^(?P<heading>[^:]{1,60}?)\s*:\s*(?P<items>.+)$")
_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?P<name>[^\W\d_][\w-]*)")
_SENTENCE_END = re.compile(r"(?<=[^\s\d])[.;]\s+|(?<=\d)[.;]\s+(?=[A-ZÅÄÖ])|\s*\n")
# A heading in other words chooses where one of these says so …
_CHOOSES = re.compile(
    r"\b(?:val|valet|svar|svaret|svarar|beslut\w*|bestämt|överens|eniga|enats|tvekan|resultat\w*|därför|alltså|så|följande|"
    r"favoriter|magkänsla\w*|köra?|varje|st|stycken|två|tre|fyra|fem|män|kvinnor\w*|damer\w*|herrar\w*|tjejer\w*|killar\w*|"
    r"sagt|hälften|ärendet|gruppen|gänget|\w+gänget|nummer|rättelse|vill|passar|dessa|skriver|namn\w*|personer|mina|våra|hej\w*|"
    r"god|tack|slutsats\w*|funder\w*|eftertanke|övervägande\w*|röst\w*|landa\w*|räcker|tar|tog|"
    r"kontentan|summering\w*|ändra\w*|(?:räknade|läste|skrev|såg) fel|"
    r"efter (?:mycket|lite|visst|lång\w*|moget|en del))\b",
    re.I,
)
# … and none of these that it is told of them, chosen by others, or chosen for something else.
_TELLS_APART = re.compile(
    r"\b(?:inte|ej|nej|bort|reserv\w*|gamla|nya|unga|tidigare|redan|annan|annat|andra|höst\w*|vår|våren|senare|kanske|"
    r"osäk\w*|tveksam\w*|tvekar|mindre|sämre|sämst|eventuell\w*|ev|vänta\w*|avvakta\w*|utan|förra|möjlig\w*|kvar|"
    r"undantag\w*|utom|förutom|[a-zåäö]-\d{4}-\d+|enhet\w*|chefens|från|tankar|tänker|långt|hittills|sist|fjol|"
    r"\w{3,}s (?:förslag|val|lista|önskemål|önskelista|svar)|gången|omgången|diskutera|frågor?|fråga|veta|info|om|"
    r"(?<!jag )(?<!vi )har(?! (?:jag|vi)\b)|behöver|bor|rang\w*|utkast|preliminär\w*|intryck|spontan\w*|bara)\b",
    re.I,
)
# These say nothing against a choice.
_KNOWN_TELLING = re.compile(
    r"\bom (?:saken|och men)\b|\b(?:chefen|enheten) (?:är|och)\b|\bmed (?:enheten|chefen)\b|\bdenna gång\b", re.I
)
_YES, _NO, _BACK = "Ja till {}.", "Nej till {}.", "{} i reserv."
_SAYS = {
    Stage.PROPOSAL: {"chosen": _YES, "refused": _NO, "kept back": _BACK},
    Stage.CALLS: {
        "accepted": "{} tackade ja.",
        "declined": "{} tackade nej.",
        "not reached": "{} svarade inte.",
        "to be called again": "{} vill bli uppringd igen.",
        "not called": "{} har jag inte ringt än.",
    },
}


@dataclass(frozen=True, slots=True)
class _List:
    """People under one heading, and the sentence that it makes of them; "" where that is not known."""

    heading: str
    says: str
    items: tuple[str, ...]


def as_sentences(words: str, candidates: Sequence[Candidate], stage: Stage) -> str | None:
    """Return the words with each headed list as sentences; None where what a heading says must be asked about."""
    if "\n" not in words and ":" not in words:
        return words
    people = People.of(candidates)
    parts = list(_parts(words, people, stage))
    lists = [part for part in parts if isinstance(part, _List)]
    strange = [one for one in lists if not one.says]
    # A report of calls says of each person how it went, in whatever words; a list of names alone chooses them.
    if stage is Stage.PROPOSAL and strange and (len(lists) > 1 or not _chooses(strange[0].heading)):
        return None
    if stage is Stage.PROPOSAL and any(_numbered_otherwise(item, people) for one in lists for item in one.items):
        return None
    if not lists or strange:
        return words
    return "\n".join(_told(part) if isinstance(part, _List) else part for part in parts)


def _numbered_otherwise(item: str, people: People) -> bool:
    """Tell whether "2. Dawit" numbers somebody who is not the second on the list."""
    found = _NUMBERED.match(item)
    called = people.called(found["name"], inside=True) if found else frozenset()
    return found is not None and bool(called) and int(found["number"]) not in called


def _chooses(heading: str) -> bool:
    plain = _KNOWN_TELLING.sub("", heading)
    return bool(_CHOOSES.search(plain)) and not _TELLS_APART.search(plain)


def _told(one: _List) -> str:
    if any(_REMARK.search(item) for item in one.items):
        return " ".join(one.says.format(item) for item in one.items)
    return one.says.format(" och ".join(one.items))


def _parts(words: str, people: People, stage: Stage) -> Iterator[str | _List]:
    """Yield the lists of a reply and what stands between them, in order."""
    lines = words.split("\n")[:_MAX_LINES]
    at = 0
    while at < len(lines):
        heading = _bare(lines[at])
        says = _says(heading, stage)
        items, end = _items(lines, at + 1, people, stage) if says or lines[at].rstrip().endswith(":") else ((), at + 1)
        if items and not _names(lines[at], people):
            yield _List(heading, says, items)
            at = end
            continue
        yield from _inline(lines[at], people, stage)
        at += 1


def _items(lines: Sequence[str], at: int, people: People, stage: Stage) -> tuple[tuple[str, ...], int]:
    """Return the lines of people from here on, and where they end; blank lines may stand between."""
    found: list[str] = []
    end = at
    while at < len(lines):
        line = _BULLET.sub("", lines[at]).strip()
        if line and (not _is_item(line, people) or _says(_bare(line), stage)):
            break
        at += 1
        if line:
            found.append(line.rstrip(" .,;"))
            end = at
    return tuple(found), end


def _inline(line: str, people: People, stage: Stage) -> Iterator[str | _List]:
    """Yield what one line holds: "Bortvalda: 1, 2. Kvar: 4, 5." is two lists."""
    for sentence in _SENTENCE_END.split(line):
        found = _INLINE.match(_BULLET.sub("", sentence).strip())
        items = found["items"].strip(" .,;") if found else ""
        if found and items and _is_item(items, people) and not _names(found["heading"], people):
            heading = _bare(found["heading"])
            yield _List(heading, _says(heading, stage), (items,))
        else:
            yield sentence


def _bare(line: str) -> str:
    return " ".join(_BULLET.sub("", line).strip(" *_#=").rstrip(":.! *_").casefold().split())


def _is_item(line: str, people: People) -> bool:
    """Tell whether a line names people and nothing else, but for a remark behind them."""
    remark = _REMARK.search(line)
    head = line[: remark.start()] if remark and remark.start() else line
    words = [word.strip(".)(:!") for word in _WORD.findall(head)]
    named = [word for word in words if word and word.casefold() not in _GLUE]
    return bool(named) and len(named) <= 24 and all(_is_name(word, people) for word in named)


def _is_name(word: str, people: People) -> bool:
    return (word.isdecimal() and int(word) in people.numbers) or bool(people.called(word, inside=True))


def _names(line: str, people: People) -> bool:
    return any(_is_name(word.strip(".,:;()!"), people) for word in line.split())


def _says(heading: str, stage: Stage) -> str:
    """Return the sentence that a heading makes of a list; "" for one that is not known."""
    return next((says for group, says in _SAYS[stage].items() if heading in _headings()[group]), "")


@cache
def _headings() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    group = ""
    for line in Path(__file__).with_name("headings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = line.strip("[]")
        elif line and not line.startswith("#"):
            groups.setdefault(group, set()).update(_wordings(line))
    return {group: frozenset(wordings) for group, wordings in groups.items()}


def _wordings(line: str) -> Iterator[str]:
    """Yield every wording of one line of the table."""
    for wording in line.split(" | "):
        slots = []
        for slot in re.findall(r"\([^)]*\)|\S+", wording):
            choices = slot.strip("()").split("/")
            slots.append([*choices, ""] if slot.startswith("(") else choices)
        for chosen in product(*slots):
            yield " ".join(filter(None, chosen))
