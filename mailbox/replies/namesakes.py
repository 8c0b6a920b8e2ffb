"""Name in full whom a reply calls by what they share: "båda som heter Ek", "bägge Anitorna", "paret Lund".

Put over only where as many listed people share the name as the words say; else it is read, and asked about, as written.
"""

import re
from collections.abc import Iterator

from medverkan.mailbox.replies.apposed import without_headings
from medverkan.mailbox.replies.names import People, fold
from medverkan.mailbox.replies.placed import as_placed
from medverkan.mailbox.replies.spelled import as_spelled
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS, nicknames, wordlike_names

_THEY = (
    r"(?:båda )?(?:herrarna|damerna|tjejerna|killarna|kvinnorna|männen|gubbarna|tanterna|flickorna|pojkarna|grabbarna)"
)
_TWO = (
    r"(?:(?:de|dom) )?(?:båda|bägge)(?: två)?|(?:(?:de|dom) )?(?:båda |bägge )?(?:våra |mina |de )(?:två|båda)"
    r"|(?:de|dom) två|(?:båda )?makarna|(?:äkta )?paret|duon|syskon(?:en|paret)"
    rf"|bröderna|systrarna|kusinerna|herr och fru|herrskapet|tvillingarna|(?:de två |de båda )?{_THEY}"
)
_MANY = rf"alla|samtliga|familjen|hela familjen|gänget|(?:alla )?{_THEY}|alla våra"
# "alla som inte heter Maria"
_NOT_CALLED = r"(?P<all>alla|samtliga|de|dom)(?: andra)?(?: här)? som (?:inte|ej) (?:heter|är)"
_GUBBAR = r"-?(?:gubbarna|tjejerna|killarna|tanterna|grabbarna|damerna|herrarna|pojkarna|flickorna|namnen|personerna)"
_CALLED = r"(?: (?:som (?:heter|kallas)|med (?:för|efter)?namnet|vid namn))?"
_BOTH = r"(?:,? (?:båda|bägge)(?: två)?| \((?:båda|bägge)(?: två)?\))"
_AFTER = r"(?: i (?:efter|för)namn)?(?:,? (?:båda|bägge) två\b| \((?:båda|bägge)(?: två)?\))?"


def named_in_full(text: str, people: People) -> str:
    """Return the text with first and last names for the namesakes it speaks of together."""
    text = as_placed(as_spelled(text, people), people)
    for name, who in _shared(people):
        whom = " och ".join(people.names[number] for number in who)
        counts = [word for word, number in NUMBER_WORDS.items() if number == len(who)]
        together = rf"(?:{_MANY})(?: (?:de |dom )?(?:{'|'.join([*counts, str(len(who))])}))?"
        if len(who) == 2:
            together = f"(?:{together}|{_TWO})"
        text = re.sub(rf"\b{_NOT_CALLED} {_forms(name)}(?![\w-])", f"alla utom {whom}", text, flags=re.I)
        text = re.sub(rf"\b{together}{_CALLED} {_forms(name)}{_AFTER}(?![\w-])", whom, text, flags=re.I)
        if len(name) > 3 and name.lower() not in wordlike_names():
            stem = re.escape(name[:-1] if name[-1] in "aeo" else name)
            text = re.sub(rf"\b{stem}(?:or|ar|er)na\b", whom, text, flags=re.I)
        for called in {name, *_short(name)}:
            text = re.sub(rf"\b(?:båda |de båda |de två )?{re.escape(called)}{_GUBBAR}\b", whom, text, flags=re.I)
        text = re.sub(rf"\bhos {re.escape(name)}s(?![\w-])", f"hos {whom}", text, flags=re.I)
        if len(who) == 2 and name.lower() not in wordlike_names():
            begins = r"(?:^|(?<=[.!?,:;\n] ))"
            text = re.sub(rf"{begins}{_forms(name)}{_BOTH}(?![\w-])", whom, text, flags=re.I)
    return without_headings(text, people)


def _short(name: str) -> set[str]:
    return {nickname for nickname, full in nicknames().items() if fold(name) in set(map(fold, full))}


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
