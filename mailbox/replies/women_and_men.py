"""Name in full whom a report calls "damerna" or "herrarna", where every first name on the list tells which is which.

One name that may be either, or that is not known, leaves the words as they are; they are asked about then.
"""

import re

from medverkan.mailbox.replies.names import People, fold
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS, either, first_names, men

_WOMEN = "damerna|kvinnorna|tjejerna|flickorna|tanterna|fruntimren"
_MEN = "herrarna|männen|killarna|grabbarna|gubbarna|pojkarna|karlarna"
_WOMAN = "damen|kvinnan|tjejen|flickan|tanten"
_MAN = "herrn|herren|mannen|killen|grabben|gubben|karln|karlen"
_TOGETHER = re.compile(
    r"(?<!\bav )(?<!\bbland )(?<!\bmellan )"
    r"\b(?P<others>(?:de |dom )?(?:andra|övriga|flesta|ena|yngre|äldre|unga|gamla|nya|första|sista|yngsta|äldsta"
    r"|¤) )?(?:(?:alla|samtliga) )?(?:de "
    r"|dom )?"
    r"(?:(?P<count>båda|bägge|två|tre|fyra|fem) )?"
    rf"(?:(?P<women>{_WOMEN})|(?P<men>{_MEN})|(?P<woman>{_WOMAN})|(?P<man>{_MAN}))\b(?![\w-])"
    r"(?P<after>,? ?\(?(?:och )?(?-i:[A-ZÅÄÖ\d])| (?:på|med|nr|nummer|i|från|hos|som|min|sin) "
    r"|,? ?(?:alltså|dvs|nämligen)\b)?",
    re.I,
)


def women_and_men_named(text: str, people: People) -> str:
    """Return the text with first and last names for the women or the men of the list."""
    found = _TOGETHER.search(text)
    if found is None:
        return text
    women = _sorted_out(people)
    if women is None:
        return text
    listed = people.numbers
    groups = {
        "women": [number for number in listed if number in women],
        "men": [number for number in listed if number not in women],
    }

    def named(match: re.Match[str]) -> str:
        kind = next(kind for kind in ("women", "men", "woman", "man") if match[kind])
        group = groups[{"woman": "women", "man": "men"}.get(kind, kind)]
        count = 1 if kind in {"woman", "man"} else NUMBER_WORDS.get((match["count"] or "").lower(), len(group))
        count = 2 if (match["count"] or "").lower() in {"båda", "bägge"} else count
        alone = len(group) == 1 and kind in {"women", "men"}
        if match["others"] or match["after"] or not group or count != len(group) or alone:
            return match[0]
        return " och ".join(people.names[number] for number in group)

    return _TOGETHER.sub(named, text)


def _sorted_out(people: People) -> set[int] | None:
    """Return who are women; None unless that is certain of everybody."""
    of_men = {fold(name) for name in men()}
    certain = {fold(name) for name in first_names() | men()} - {fold(name) for name in either()}
    firsts = {number: _known(first, certain) for number, first in people.first.items()}
    if any(not first for first in firsts.values()):
        return None
    return {number for number, first in firsts.items() if first not in of_men}


def _known(first: str, certain: set[str]) -> str:
    """Return the name, or the half of a double one, by which somebody is known as a man or a woman."""
    return next((one for one in (first, *first.split("-")) if one in certain), "")
