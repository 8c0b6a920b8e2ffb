"""Name in full, before people are looked for, whom a reply points at by letters: "Bergh med h", "K. Lund", "UC".

Put over only where exactly one of the listed people can be meant; else it is read, and asked about, as written.
"""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from medverkan.mailbox.replies.names import People, fold, known_words, sounds
from medverkan.mailbox.replies.vocabulary import common, first_names, nicknames

_LETTER = (
    r"[\"'”]?(?P<letter{0}>[a-zåäö]|ck|th|ph|ch|ss|tt|nn|ll|kk|mm|pp|dd|rr|ff)[\"'”]?"
    r"(?P<place{0}> (?:på slutet|i slutet|sist|först|i början))?"
)
_HINT = re.compile(
    r"(?P<name>[^\W\d_][\w-]{1,20}(?: [^\W\d_][\w-]{1,20})?)"
    r",? ?\(?(?:och då |alltså |dvs |nämligen |det är )?(?:den |hon |han |hen )?(?:som (?:stavas|skrivs) )?"
    r"(?P<how1>med|utan) (?:ett |bokstaven )?"
    + _LETTER.format(1)
    + r"(?: (?:och|men) (?P<how2>med|utan) (?:ett )?"
    + _LETTER.format(2)
    + r"(?: i mitten)?)?(?: i (?:efter|för)?namnet)?(?:\)|(?![\w-])"
    r"(?=\s*(?:$|[,.;!?)=:&+/\n]|(?:och|o|samt|men|tar|tack|ja|nej|blir|är|kör|inte|vi|ska|får|alltså)\b)))",
    re.I,
)
_NOT_OTHERWISE = re.compile(
    r"[,(-]? ?\b(?:(?:så )?(?:slipper|behöver inte) (?:vi|du|ni|man|jag) (?:blanda ihop|förväxla) (?:dem|dom|namnen)"
    r"|(?:hoppas|så att) (?:ingen|ni inte|du inte|de inte) (?:blandar ihop|förväxlar) (?:dem|dom)"
    r"|(?:inte|ej) (?:att )?(?:förväxlas?|blandas? ihop) med (?:vår |den andr[ae] )?[\w-]{2,20}"
    r"(?: [A-ZÅÄÖ][\w-]{1,20})?"
    r"|(?:blanda|förväxla) (?:inte|ej) (?:ihop )?(?:dem|dom)(?: med varandra)?"
    r"|inte (?:månaden|trädet|djuret|växten|blomman|färgen|staden|floden|fågeln|ordet|verbet|stenen|livet))\b\)?",
    re.I,
)
_DOTTED = re.compile(r"(?<![\w.])([A-ZÅÄÖ])\. ?(?=([A-ZÅÄÖ][a-zåäöéü]\w{0,20}(?:-[A-ZÅÄÖ]\w{1,20})?))")
_SHORTENED = re.compile(r"\b([A-ZÅÄÖ][\w-]{1,20})((?: (?:[A-ZÅÄÖ]\.?|af|von|de|van))*(?: [A-ZÅÄÖ](?![\w.])\.?))")
_CAPITALS = re.compile(r"(?<![\w./-])([A-ZÅÄÖ])[.-]?([A-ZÅÄÖ])\b(?![\w/-])\.?(?! [A-ZÅÄÖ][a-zåäö])")
_NO_NAMES = re.compile(
    "ok|ps|nr|ab|tv|it|kl|fm|em|mm|hr|vd|uk|pm|vc|bb|dn|sj|eu|on|to|fr|ti|bl|st|må|ja|nä|oj|va|ta|vi|nu|då|så|av|om|en"
    "|ni|du|är|på|ca|kb|id|bo|al|el|se|ge|ha|gå|bra"
)
_RUN = re.compile(r"\b[^\W\d_]{6,30}\b")
_PET_NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäö]{1,3}(?:ll|nn|gg|bb|pp|ss|ck|dd|tt|ff|mm|rr)(?:e|a|an|en|is|i|y)\b")
_SHOUTED = re.compile(r"\b[A-ZÅÄÖ]{3,}\b")


def as_spelled(text: str, people: People) -> str:
    """Return the text with full names for spelling hints, initials and run-together names."""
    text = _HINT.sub(lambda found: _hinted(found, people), text)
    text = _NOT_OTHERWISE.sub("", text)
    text = _DOTTED.sub(lambda found: _dotted(found, people), text)
    text = _SHORTENED.sub(lambda found: _shortened(found, people), text)
    if len(_SHOUTED.findall(text)) < 2:
        text = _CAPITALS.sub(lambda found: _capitals(found, people), text)
    text = _RUN.sub(lambda found: _run_together(found[0], people), text)
    text = _PET_NAME.sub(lambda found: _pet_name(found[0], people), text)
    text = _joined(_hyphenated(text, people), people)
    return _both_spellings(text, people)


def _only(found: Iterable[int], people: People, otherwise: str) -> str:
    numbers = set(found)
    return people.names[min(numbers)] if len(numbers) == 1 else otherwise


def _near(word: str, part: str) -> bool:
    a, b = fold(word), fold(part)
    return a == b or sounds(a) == sounds(b) or (len(a) > 3 and OSA.distance(a, b) <= 1)


def _hinted(found: re.Match[str], people: People) -> str:
    words = [word for word in found["name"].split() if word.lower() not in common()]
    if not words:
        return found[0]
    parts = {n: [p for p in name.split() if any(_near(word, p) for word in words)] for n, name in people.names.items()}
    parts = {n: near for n, near in parts.items() if near and len(near) >= len(words)}
    hints = [(found["how1"], found["letter1"], found["place1"]), (found["how2"], found["letter2"], found["place2"])]

    def fits(near: list[str]) -> bool:
        return all(_has(near, letter, place) == (how.lower() == "med") for how, letter, place in hints if how)

    fitting = [n for n, near in parts.items() if fits(near)]
    lead = " ".join(word for word in found["name"].split() if word.lower() in common())
    named = _only(fitting, people, "")
    return f"{lead} {named}".strip() if named else found[0]


def _has(parts: list[str], letter: str, place: str | None) -> bool:
    low, letter = [part.casefold() for part in parts], letter.casefold()
    if place and ("slut" in place or "sist" in place):
        return any(part.endswith(letter) for part in low)
    if place:
        return any(part.startswith(letter) for part in low)
    return any(letter in part for part in low)


def _dotted(found: re.Match[str], people: People) -> str:
    """Read "K. Lönnroth": the initial of the first name before a last name that somebody has."""
    letter = fold(found[1])
    who = {n for n in people.called(found[2], beside_name=True) if people.first[n].startswith(letter)}
    lasts = {n for n in who if fold(people.names[n].split()[-1]) == fold(found[2])} or who
    if len(lasts) != 1:
        return found[0]
    return people.names[min(lasts)].rsplit(" ", 1)[0] + " "


def _shortened(found: re.Match[str], people: People) -> str:
    """Read "Gabriel H af O": a first name, and initials for all that follows it in the list."""
    rest = [word.rstrip(".").casefold() for word in found[2].split()]

    def begins(name: str) -> bool:
        first, *others = name.split()
        return (
            fold(first) == fold(found[1])
            and len(others) == len(rest)
            and all(other.casefold().startswith(one) for one, other in zip(rest, others, strict=True))
        )

    return _only([n for n, name in people.names.items() if len(rest) > 1 and begins(name)], people, found[0])


def _capitals(found: re.Match[str], people: People) -> str:
    """Read "UC" for Ulla-Carin and "KL" for Kaj Lönnroth."""
    low = (found[1] + found[2]).lower()
    if _NO_NAMES.fullmatch(low) or low in people.parts:
        return found[0]
    whole = [n for n, name in people.names.items() if _initials(name) == fold(low)]
    return _only(whole, people, found[0])


def _initials(name: str) -> str:
    words = name.split()
    return fold(words[0][:1] + words[-1][:1]) if len(words) > 1 else ""


def _run_together(word: str, people: People) -> str:
    """Read "pärarvid" for Per Arvid; a word that is nearer to something else is left."""
    low = fold(word)
    if word.lower() in common() or people.called(word, inside=True):
        return word
    found = set()
    for number, name in people.names.items():
        parts = [fold(part) for part in re.split(r"[ -]", name)]
        for joined in {"".join(parts[:2]), "".join(parts)}:
            if len(parts) > 1 and len(joined) > 5 and low[0] == joined[0] and OSA.distance(low, joined) <= 1:
                found.add(number)
    return _only(found, people, word)


def _pet_name(word: str, people: People) -> str:
    """Read "Hjalle" for Hjalmar: a word with the ending of a pet name that begins as one first name alone."""
    low = fold(word)
    ordinary = common() | known_words() | first_names()
    if word.lower() in ordinary or low in ordinary or low in nicknames() or people.called(word, inside=True):
        return word
    found = {number for number, first in people.first.items() if first.startswith(low[:3]) and len(first) > 3}
    return _only(found, people, word)


def _hyphenated(text: str, people: People) -> str:
    """Read "sven olof" for Sven-Olof, where nobody else is called Sven or Olof."""
    for number, name in people.names.items():
        for part in name.split():
            halves = part.split("-")
            alone = {n for half in halves for n in people.parts.get(fold(half), frozenset())} <= {number}
            if len(halves) == 2 and min(map(len, halves)) > 1 and alone:
                text = re.sub(rf"\b{re.escape(halves[0])} {re.escape(halves[1])}\b", part, text, flags=re.I)
    return text


def _joined(text: str, people: People) -> str:
    """Read "Lind Mark", as a telephone writes down what it hears, for Lindmark."""
    for part in {part for name in people.names.values() for part in name.split() if len(part) > 5}:
        halves = "|".join(rf"{re.escape(part[:at])} {re.escape(part[at:])}" for at in range(3, len(part) - 2))
        text = re.sub(rf"\b(?:{halves})\b", part, text, flags=re.I)
    return text


def _both_spellings(text: str, people: People) -> str:
    """Name in full the Gustav and the Gustaf of a reply that tells them apart by writing both."""
    for number, first in people.first.items():
        alike = [
            n for n, other in people.first.items() if other != first and people.sound_of(n) == people.sound_of(number)
        ]
        written = people.names[number].split()[0]
        others = {people.names[n].split()[0] for n in alike}
        if len(alike) == 1 and all(re.search(rf"\b{re.escape(one)}\b", text, re.I) for one in (written, *others)):
            alone = re.compile(rf"(?<![\w-]){re.escape(written)}(?![\w-])(?! (?-i:[A-ZÅÄÖ]))", re.I)
            text = alone.sub(people.names[number], text)
    return text
