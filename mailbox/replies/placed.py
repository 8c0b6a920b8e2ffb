"""Put as numbers, before people are looked for, whom a reply points at by place: "fyra t.o.m. sex", "topp tre"."""

import re

from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.vocabulary import NOUNS_OF_NUMBERS, NUMBER_WORDS

_NUMBER = "|".join(NUMBER_WORDS)
_NOUN = "|".join(NOUNS_OF_NUMBERS)
_RANGE = re.compile(
    rf"(?<!kl )(?<!klockan )(?<!den )(?<!vecka )\b(?:(?:nr|nummer) )?"
    rf"(?:(\d|{_NUMBER}|{_NOUN}|\d:?an?) (?:till och med|t\.? ?o\.? ?m\.?)"
    rf" (?:(?:nr|nummer) )?(\d|{_NUMBER}|{_NOUN}|\d:?an?)"
    rf"|(?:från )?({_NOUN}|\d:?an?) ?(?:till|-) ?({_NOUN}|\d:?an?))(?![\w:]| [ij] )",
    re.I,
)
_SIZES = {
    **{"duon": "två", "paret": "två", "trion": "tre", "kvartetten": "fyra", "kvintetten": "fem", "2": "två"},
    **{"två": "två", "tre": "tre", "fyra": "fyra", "fem": "fem", "3": "tre", "4": "fyra", "5": "fem"},
}
_SIZE = "|".join(_SIZES)
# "Top 3!" may be a cheer for number three.
_TOP = re.compile(rf"\btopp[ -]?((?![2-9])(?:{_SIZE}))\b(?! (?:av|ett|en|chef)|\s?:)", re.I)
_PLACES = re.compile(
    r"\b(?:(?P<where>mitten|mittan|slut|botten|första|sista)[ -]?(?P<size>duon|paret|trion|kvartetten)"
    r"|(?P<size2>duon|paret|trion|kvartetten) (?P<where2>i mitten|överst|underst|nederst|högst upp|längst ner"
    r"|längst upp|sist|först))\b",
    re.I,
)
_NAMES_AT = re.compile(r"\b(första|sista|översta|nedersta) ?namnet\b(?: (?:på|i) listan)?", re.I)
_EDGES = re.compile(r"\b(?:de (?:två )?(?:i|på) )?(?:ytterkanterna|kanterna|ändarna|flankerna)\b|\bde yttersta\b", re.I)
_ODD_OR_EVEN = re.compile(
    r"\b(?:alla |de |samtliga )*(?P<which>udda|jämna) (?:nummer|siffror|numren|siffrorna|nr)"
    r"(?: allihop| alltså| på listan)?(?![\w-])|\bde (?P<which2>udda|jämna)\b(?! \w+a\b)",
    re.I,
)
_MIDDLE = re.compile(
    r"\b(?:den |det )?mellersta (?:namnet|personen|på listan|i listan|förslaget)(?: (?:på|i) listan)?\b", re.I
)
_FIRST_NAME = frozenset(("första", "översta"))
_FIRST = frozenset(("överst", "högst upp", "längst upp", "först", "första"))


def as_placed(text: str, people: People) -> str:
    """Return the text with numbers for ranges, places and odd or even numbers."""
    text = _NAMES_AT.sub(lambda found: "den första" if found[1].lower() in _FIRST_NAME else "den sista", text)
    text = _RANGE.sub(_range, text)
    text = _TOP.sub(lambda found: f"de {_SIZES[found[1].lower()]} första", text)
    text = _PLACES.sub(_place, text)
    if len(people.numbers) % 2:
        text = _MIDDLE.sub(f"nr {people.numbers[len(people.numbers) // 2]}", text)
    if len(people.numbers) > 2:
        text = _EDGES.sub(f"nr {people.numbers[0]} och nr {people.numbers[-1]}", text)
        text = _ODD_OR_EVEN.sub(lambda found: _parity(found, people), text)
    return text


def _range(found: re.Match[str]) -> str:
    first, last = (_value(word) for word in found.groups() if word)
    return f"nr {first}-{last}" if first < last else found[0]


def _value(word: str) -> int:
    low = word.lower()
    return NUMBER_WORDS.get(low) or NOUNS_OF_NUMBERS.get(low) or int(low[0])


def _place(found: re.Match[str]) -> str:
    where = (found["where"] or found["where2"]).lower()
    size = _SIZES[(found["size"] or found["size2"]).lower()]
    if "mitt" in where:
        return f"de {size} i mitten"
    return f"de {size} {'första' if where in _FIRST else 'sista'}"


def _parity(found: re.Match[str], people: People) -> str:
    """Read "jämna nummer" where other numbers in the reply are just those; then they are enough."""
    odd = (found["which"] or found["which2"]).lower() == "udda"
    numbers = [number for number in people.numbers if number % 2 == odd]
    listed = {int(number) for number in re.findall(r"\b\d{1,2}\b", found.string)}
    if not numbers or (listed and listed != set(numbers)):
        return found[0]
    return "" if listed else " och ".join(f"nr {number}" for number in numbers)
