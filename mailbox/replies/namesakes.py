"""Name in full whom a reply calls by what they share: "båda som heter Ek", "bägge Anitorna", "paret Lund".

Put over only where as many listed people share the name as the words say; else it is read, and asked about, as written.
"""

import re
from collections.abc import Iterator

from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS, wordlike_names

_TWO = (
    r"(?:(?:de|dom) )?(?:båda|bägge)(?: två)?|(?:de|dom) två|makarna|(?:äkta )?paret|syskonen|bröderna"
    r"|systrarna|kusinerna"
    r"|herr och fru|herrskapet|tvillingarna"
)
_MANY = r"alla|samtliga|familjen|hela familjen"
_CALLED = r"(?: (?:som (?:heter|kallas)|med (?:för|efter)?namnet|vid namn))?"
_BOTH = r"(?:,? (?:båda|bägge)(?: två)?| \((?:båda|bägge)(?: två)?\))"
_AFTER = r"(?: i (?:efter|för)namn)?(?:,? (?:båda|bägge) två\b| \((?:båda|bägge)(?: två)?\))?"


def named_in_full(text: str, people: People) -> str:
    """Return the text with first and last names for the namesakes it speaks of together."""
    for name, who in _shared(people):
        whom = " och ".join(people.names[number] for number in who)
        counts = [word for word, number in NUMBER_WORDS.items() if number == len(who)]
        together = rf"(?:{_MANY})(?: (?:de |dom )?(?:{'|'.join([*counts, str(len(who))])}))?"
        if len(who) == 2:
            together = f"(?:{together}|{_TWO})"
        text = re.sub(rf"\b{together}{_CALLED} {_forms(name)}{_AFTER}(?![\w-])", whom, text, flags=re.I)
        if len(who) == 2 and name.lower() not in wordlike_names():
            begins = r"(?:^|(?<=[.!?,:;\n] ))"
            text = re.sub(rf"{begins}{_forms(name)}{_BOTH}(?![\w-])", whom, text, flags=re.I)
    return text


def _shared(people: People) -> Iterator[tuple[str, list[int]]]:
    whose: dict[str, list[int]] = {}
    for number, name in people.names.items():
        for part in {*name.split()[:1], *name.split()[-1:]}:
            whose.setdefault(part, []).append(number)
    return ((name, who) for name, who in whose.items() if 1 < len(who) <= 6)


def _forms(name: str) -> str:
    """Return the pattern for a name and for several who have it: "Anita", "Anitor", "Anitorna", "Bergarna"."""
    stem = name[:-1] if name[-1] in "aeo" else name
    several = rf"|{re.escape(stem)}(?:or|ar|er)(?:na)?" if len(stem) > 2 else ""
    return rf"(?:{re.escape(name)}(?:s|are)?{several})"
