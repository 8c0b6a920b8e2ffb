"""Give every plain way of pointing at one of our questions its number: the question repeated, its label, "1 Kalmar".

The number is written as `pieces` reads it. Where two questions end alike, their shared words point at neither.
"""

import re
from collections import Counter
from collections.abc import Sequence

from medverkan.mailbox.answers.asked import Asked

_MOST_ASKED = 12
# "1 -> Kalmar", "@2: Nybro", "#3 tre".
_ARROW = re.compile(
    r"(?m)^([ \t]{0,4})(?:[@#] ?(?=\d))?(\d{1,2}) ?(?:(?:[-=–]>|→|⇒|➔)[ \t]*|(?<=[@#]\d) ?[:.)]?[ \t]+)(?=\S)"
)
_UNSIGNED = re.compile(r"^\s{0,4}(\d{1,2})\s{1,4}(?=[^\W\d_])(.{2,})$")
# "2 personer", "2 timmar", "2 mars" is an answer and no number of a question.
_COUNTED = re.compile(
    r"(?:st|stycken|pers\w*|deltagare|medverkande|representant\w*|brukar\w*|patient\w*|närstående|anhörig\w*|tim\w*|h|min\w*|"
    r"gång\w*|ggr|tillfäll\w*|dag\w*|veck\w*|månad\w*|år\w*|jan\w*|feb\w*|mars|apr\w*|maj|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|"
    r"nov\w*|dec\w*|till|eller|och|kr|kronor|av|som|gäller|stämmer|är|unga|äldre|nya|andra)\b",
    re.I,
)


def with_numbers(words: str, asked: Sequence[Asked]) -> str:
    """Return an answer where questions that it repeats, and bare numbers that begin its lines, are our numbers."""
    if not asked or len(asked) > _MOST_ASKED:
        return words
    return _unsigned(_ARROW.sub(r"\1\2. ", _echoes(words, asked)), asked)


def _echoes(words: str, asked: Sequence[Asked]) -> str:
    """Put "2. " in the place of a question of ours that begins a line or follows a full stop."""
    ways = [(way, one.number) for one in asked for way in _ways(one)]
    shared = {way for way, count in Counter(way.casefold() for way, _ in ways).items() if count > 1}
    for way, number in sorted(ways, key=lambda one: -len(one[0])):
        if way.casefold() in shared:
            continue
        written = r"\s+".join(map(re.escape, way.split()))
        opening = (
            rf"(?im)(?:^[ \t]{{0,4}}(?:{number}\s?[.):]\s?)?|(?<=[.!?] ))[”\"]?{written}[”\"]?[ \t]*(?:\n\s*)?(?=\S)"
        )
        words = re.sub(opening, f"\n{number}. ", words, count=1)
    return words.lstrip("\n")


def _ways(one: Asked) -> list[str]:
    """Return how people repeat a question: all of it, its last sentence, its label with a question mark."""
    label, sign, _ = one.text.partition(": ")
    last = re.split(r"(?<=[.:!])\s+", one.text)[-1]
    return list(dict.fromkeys([one.text, *([last] if last.endswith("?") else []), *([f"{label}?"] if sign else [])]))


def _unsigned(words: str, asked: Sequence[Asked]) -> str:
    """Read "1 Kalmar kommun" and "2 Hemtjänst Norr" as numbers where at least two lines count up from one."""
    numbers = {one.number for one in asked}
    lines = words.split("\n")
    found = [(at, match) for at, line in enumerate(lines) if (match := _UNSIGNED.match(line))]
    counted = [int(match[1]) for _, match in found]
    in_order = len(found) >= 2 and counted == list(range(1, len(found) + 1)) and set(counted) <= numbers
    if not in_order or any(_COUNTED.match(match[2]) for _, match in found):
        return words
    for at, match in found:
        lines[at] = f"{match[1]}. {match[2]}"
    return "\n".join(lines)
