"""Put names where a reply points at people: "den andra Lars", and "honom" where one man is listed.

Only what can point at one person alone is put over. What stays is read, and doubted, as it was written.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People, fold, women_and_men
from medverkan.mailbox.replies.sentences import Sentence

_OTHER = re.compile(r"\b(?:den )?andr[ae] ([^\W\d_]{2,30})", re.I)
_NOT_THE_OTHER = re.compile(r",? (?:och |men |alltså )?inte (?:den |han |hon )?andr[ae](?: alltså)?(?=\W*$)", re.I)
_HE_OR_SHE = re.compile(r"\b(han|honom|hon|henne)\b", re.I)
_OTHERS_SPOKEN_OF = re.compile(
    r"\b(?:kolleg\w*|chef\w*|\w+chefen|fru|frun|man|mannen|dotter\w*|son|sonen|mamma|pappa|sambo|samordnar\w*"
    r"|kurator\w*"
    r"|kontaktperson\w*|handläggar\w*|läkare\w*|ordförande\w*|grann\w*)\b"
    r"|\b(?:talat|pratat|snackat|samtal) med (?-i:[A-ZÅÄÖ])",
    re.I,
)


def pointed_out(found: Sequence[Sentence], people: People) -> list[Sentence]:
    """Return the sentences with names for what points at exactly one of the people."""
    found = [replace(one, text=_without_namesake(one.text, people)) for one in _told_apart(found, people)]
    text = "\n".join(sentence.text for sentence in found)
    if not (_OTHER.search(text) or _HE_OR_SHE.search(text)):
        return list(found)
    named: set[int] = set()
    he_or_she = {} if _OTHERS_SPOKEN_OF.search(text) else _he_or_she(people)
    told: list[Sentence] = []
    for sentence in found:
        told.append(replace(sentence, text=_with_names(sentence.text, named, he_or_she, people)))
        named |= _named(told[-1].text, people)
        if named and not (he_or_she and named <= set(he_or_she.values()) and _HE_OR_SHE.search(sentence.text)):
            he_or_she = {}
    return told


def _without_namesake(text: str, people: People) -> str:
    """Leave out "inte den andra" behind one of two namesakes: it says no to nobody else."""
    found = _NOT_THE_OTHER.search(text)
    named = _named(text[: found.start()], people) if found else set()
    if found is None or len(named) != 1:
        return text
    first = people.first[min(named)]
    return _NOT_THE_OTHER.sub("", text) if list(people.first.values()).count(first) == 2 else text


def _told_apart(found: Sequence[Sentence], people: People) -> list[Sentence]:
    """Name in full the "Anna" of a reply that names "Anna-Karin" too, where both are listed."""
    text = "\n".join(sentence.text for sentence in found)
    for number, whole in people.first.items():
        halves = [n for n, first in people.first.items() if n != number and first in whole.split("-")]
        if "-" not in whole or not re.search(rf"\b{re.escape(whole)}\b", fold(text)):
            continue
        for half in halves:
            if len(people.called(people.names[half].split()[0], inside=True)) != 2:
                continue
            alone = re.compile(rf"(?<![\w-]){re.escape(people.names[half].split()[0])}(?![\w-]|(?-i: [A-ZÅÄÖ]))", re.I)
            found = [replace(one, text=alone.sub(people.names[half], one.text)) for one in found]
    return list(found)


def _with_names(text: str, named: set[int], he_or_she: dict[str, int], people: People) -> str:
    def other(match: re.Match[str]) -> str:
        whom = people.called(match[1], inside=True)
        before = named | _named(text[: match.start()], people)
        left = whom - before
        return people.names[min(left)] if len(whom) == 2 and len(left) == 1 else match[0]

    text = _OTHER.sub(other, text, count=3)
    first = _HE_OR_SHE.search(text)
    if first is None or not he_or_she or mark(text[: first.start()], people).mentions[1:]:
        return text
    if _named(text, people):
        return text
    return _HE_OR_SHE.sub(lambda match: people.names[he_or_she[match[1].lower()]], text)


def _named(text: str, people: People) -> set[int]:
    mentions = mark(text, people).mentions
    return {number for mention in mentions if mention.who is Who.NAMED for number in mention.numbers}


def _he_or_she(people: People) -> dict[str, int]:
    """Return whom "honom" and "henne" mean; nobody unless one man, or one woman, is among the others for certain."""
    women, men = women_and_men()
    if len(people.numbers) < 2 or any(first not in women | men for first in people.first.values()):
        return {}
    him = [number for number, first in people.first.items() if first in men]
    her = [number for number, first in people.first.items() if first not in men]
    if len(him) != 1 or len(her) != 1:
        return {}
    return dict.fromkeys(("han", "honom"), him[0]) | dict.fromkeys(("hon", "henne"), her[0])
