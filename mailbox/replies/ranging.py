"""Put as numbers, before people are looked for, a range with one end unsaid: "t.o.m. trean", "från Bo och ner".

With both ends said it is read in placed.py. "Till och med Bo" may also mean even him, and is asked about.
"""

import re

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People

_WHOM = r"(?P<whom>[\w:-]{1,30}(?: (?-i:[A-ZÅÄÖ\d])[\w:-]{0,30})?)"
_UP_TO = r"(?:(?:upp|fram|ner|ned) )?till och med|t\.? ?o\.? ?m\.?"
_AND_ON = (
    r"och (?:ned(?:åt)?|ner(?:åt)?|framåt|resten|listan ut|till slutet|alla (?:under|efter|nedanför)"
    r"|de (?:under|efter))"
)
_NAME = r"(?-i:[A-ZÅÄÖ])[\w-]{1,30}(?: (?-i:[A-ZÅÄÖ])[\w-]{1,30})?"
_CHOOSES = (
    r"(?:ja(?: tack)?(?: till)?|(?:vi|jag) (?:tar|väljer|vill ha)|tar?|välj|kör(?: på)?|alla|de|dom|allt|samtliga)"
)
_ENDS = r"(?= *(?:tack|gärna|på listan)? *(?:[.!,\n]|$))"
_BEGINS = rf"(?:^|(?<=[.!?\n] )|(?<=\n))(?P<chooses>{_CHOOSES} ){{0,3}}"
_TO = re.compile(rf"{_BEGINS}(?:{_UP_TO}) (?:nr |nummer )?{_WHOM}{_ENDS}", re.I)
_FROM = re.compile(
    rf"{_BEGINS}(?:(?:från och med|fr\.? ?o\.? ?m\.?) (?:nr |nummer )?{_WHOM}(?: {_AND_ON})?"
    rf"|(?:från )?(?:nr |nummer )?(?P<down>[\w:-]{{1,30}}) {_AND_ON}){_ENDS}",
    re.I,
)
_BETWEEN = re.compile(
    rf"\b(?P<said>från (?:och med )?|fr\.? ?o\.? ?m\.? )?(?P<first>{_NAME})"
    rf" (?P<to>till|{_UP_TO}) (?:och med )?(?P<last>{_NAME}){_ENDS}",
    re.I,
)


def with_ranges(text: str, people: People) -> str | None:
    """Return the text with numbers for such ranges; None where it must be asked whether a range is meant."""
    doubted = False

    def between(found: re.Match[str]) -> str:
        nonlocal doubted
        first, last = _number(found["first"], people), _number(found["last"], people)
        if first is None or last is None or first >= last:
            return found[0]
        doubted = doubted or not (found["said"] or found["to"].lower() != "till")
        return f"nr {first}-{last}"

    def up_to(found: re.Match[str]) -> str:
        nonlocal doubted
        last = _number(found["whom"], people)
        if last is None:
            return found[0]
        by_name = mark(found["whom"], people).mentions[0].words.isalpha()
        doubted = doubted or (by_name and not found["whom"].endswith("an"))
        return f"nr {people.numbers[0]}-{last}" if last > people.numbers[0] else f"nr {last}"

    def onwards(found: re.Match[str]) -> str:
        first = _number(found["whom"] or found["down"], people)
        if first is None:
            return found[0]
        return f"nr {first}-{people.numbers[-1]}" if first < people.numbers[-1] else f"nr {first}"

    text = _FROM.sub(onwards, _TO.sub(up_to, _BETWEEN.sub(between, text)))
    return None if doubted else text


def _number(words: str, people: People) -> int | None:
    """Return whom the words mean, None for nobody or several."""
    marked = mark(words if not words[:1].isdigit() else re.sub(r":?an?$", "", words), people)
    if marked.text.strip(" .") != "§0" or marked.mentions[0].who is not Who.NAMED:
        return None
    numbers = marked.mentions[0].numbers
    return min(numbers) if len(numbers) == 1 else None
