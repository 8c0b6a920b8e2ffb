"""Tell of a line that it is the next of several in a value: "Möte 2: 16 februari" below "Möte 1: 9 februari"."""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.values.options import perspectives
from medverkan.mailbox.forms.values.when_parts import PARTS

_COUNTED = re.compile(r"([^\W\d_]{2,20}) (\d{1,2})\s?[:.)–-]\s?(?=\w)")
_OF_TIMES = frozenset(("möte", "tillfälle", "träff", "dag", "gång", "datum", "pass", "workshop", "omgång"))
# "Patienter: 2", and below it "Närstående: 1".
_OF_KIND = re.compile(r"[^\W\d_]{4,20}\s?[:=–-]\s?\d{1,2}\b|(?:\d{1,2}|en|ett|två|tre|fyra|fem)\s[^\W\d_]{4,20}", re.I)


def is_next_of_several(key: str, value: Sequence[str], line: str, *, right_below: bool) -> bool:
    """Tell whether a line goes on with the value of a field, by its number or by whom it counts.

    `right_below`: no blank line parts it from what stands above.
    """
    if key == "people_wanted":
        return right_below and bool(_OF_KIND.fullmatch(line)) and bool(perspectives(line))
    if not line[0].isalpha() or not (counted := _COUNTED.match(line)):
        return False
    word, number = counted[1].casefold(), int(counted[2])
    if not value:
        return number == 1 and right_below and key in PARTS and word in _OF_TIMES
    above = _COUNTED.match(value[-1])
    return above is not None and above[1].casefold() == word and int(above[2]) == number - 1
