"""Read candidate numbers and ordinals. A count ("två personer") is no number; that is sorted out before."""

from dataclasses import replace

from medverkan.mailbox.replies.cursor import Cursor, Mention, Who
from medverkan.mailbox.replies.vocabulary import NOUNS_OF_NUMBERS, NUMBER_PREFIXES, NUMBER_WORDS, ORDINALS

_LAST = frozenset({"sista", "siste", "nedersta", "understa"})
_LIST_WORDS = frozenset({"och", "o", "samt", "&", "+", ",", "plus", "pluss"})
_STANDS = {"sist": -1, "underst": -1, "nederst": -1, "först": 0, "överst": 0}
_JOINS_RANGE = frozenset({"-", "till"})


def read_number(c: Cursor) -> Mention | None:
    """Read a candidate number: "2", "nr 2", "tvåan", "1-3"."""
    prefixed = False
    while c.peek() in NUMBER_PREFIXES or (prefixed and c.peek() in {":", "."}):
        prefixed = True
        c.at += 1
    start = c.at
    first = _value(c, prefixed=prefixed)
    if first is None:
        return None
    if c.peek() in _JOINS_RANGE and c.peek(1).isdigit():
        c.at += 1
        last = _value(c, prefixed=True)
        if last is not None and first < last <= first + 30:
            return numbered(c, range(first, last + 1))
        c.at = start + 1
    # "vi vill ha 2" may be a count, "vi vill ha nr 2" not.
    mention = numbered(c, [first])
    return replace(mention, words=f"nr {mention.words}") if prefixed else mention


def _value(c: Cursor, *, prefixed: bool) -> int | None:
    word = c.peek()
    if word.isdecimal() and len(word) <= 2:
        c.at += 1
        return int(word)
    if word in NOUNS_OF_NUMBERS:
        c.at += 1
        return NOUNS_OF_NUMBERS[word]
    # "två" alone is a count; "nummer två" and "ett och tre" are people.
    listed = c.peek(1) in {"och", "samt", ","} and c.peek(2) in NUMBER_WORDS
    continues = c.peek(-1) in {"och", "samt", ","} and c.peek(-2) in NUMBER_WORDS
    opens = c.at == 0 and c.peek(3) in {"", ",", ".", "!", "tack"}
    if word in NUMBER_WORDS and (prefixed or ((listed or continues) and (word != "en" or opens))):
        c.at += 1
        return NUMBER_WORDS[word]
    return None


def numbered(c: Cursor, values: range | list[int]) -> Mention:
    """Return the people with these numbers, with a problem where one is not on the list."""
    words = " ".join(str(value) for value in values)
    missing = [value for value in values if value not in c.people.numbers]
    problem = f"Nummer {missing[0]} finns inte på listan." if missing else ""
    return Mention(frozenset(values) - frozenset(missing), Who.NAMED, problem, words)


def read_ordinal(c: Cursor) -> Mention | None:
    """Read "den tredje", "den sista på listan", "näst sista", "den i mitten", "den som står överst"."""
    if not c.people.numbers:
        return None
    article = c.peek() in {"den", "det", "hon", "han"}
    c.at += article
    if article and (place := _place(c)) is not None:
        return place
    of_two = {"senare": -1, "sistnämnda": -1, "förstnämnda": 0}.get(c.peek())
    if article and of_two is not None and len(c.people.numbers) == 2 and not _somebody_before(c):
        c.at += 1
        return _unless_noun_follows(c, [c.people.numbers[of_two]])
    utmost = c.peek() == "allra"
    c.at += utmost
    word = c.peek()
    listed = c.peek(-1 - utmost) in _LIST_WORDS | {"utom", "förutom", "inte", "ej"}
    if word == "näst" and (c.peek(1) in _LAST or c.peek(1) == "översta") and len(c.people.numbers) > 2:
        c.at += 2
        return _unless_noun_follows(c, [c.people.numbers[1 if c.peek(-1) == "översta" else -2]])
    if word in _LAST and (article or utmost or listed or _names_person(c, 1)):
        c.at += 1
        return _unless_noun_follows(c, [c.people.numbers[-1]])
    listed = listed or c.peek(-1) in {"ja", "till"} or c.at == 0 or _names_person(c, 1)
    if word not in ORDINALS or not (article or listed):
        return None
    if word == "andra" and not article and not _among_ordinals(c):
        return None
    c.at += 1
    if word in {"andra", "andre"}:
        return _second(c)
    return _unless_noun_follows(c, [ORDINALS[word]])


def _names_person(c: Cursor, offset: int) -> bool:
    return c.peek(offset) in {"personen", "kandidaten", "namnet"} or (
        c.peek(offset) == "på" and c.peek(offset + 1) == "listan"
    )


def _among_ordinals(c: Cursor) -> bool:
    """Tell whether "andra" stands in a list such as "andra och femte" or "första och andra"."""
    after = c.peek(1) in _LIST_WORDS and (c.peek(2) in ORDINALS or c.peek(2) in _LAST)
    return after or (c.peek(-1) in _LIST_WORDS and c.peek(-2) in ORDINALS)


def _place(c: Cursor) -> Mention | None:
    """Read what follows "den" in "den i mitten" and "den som står sist på listan"."""
    numbers = c.people.numbers
    if c.peek() == "mittersta" or (c.peek() == "i" and c.peek(1) == "mitten"):
        c.at += 1 + (c.peek() == "i")
        if len(numbers) % 2:
            return numbered(c, [numbers[len(numbers) // 2]])
        return Mention(frozenset(), Who.NAMED, "Ingen står i mitten av listan.", "i mitten")
    if c.peek() == "som" and c.peek(1) in {"står", "ligger", "är", "kommer"} and c.peek(2) in _STANDS:
        end = _STANDS[c.peek(2)]
        c.at += 3
        return _unless_noun_follows(c, [numbers[end]])
    return None


def _second(c: Cursor) -> Mention | None:
    """Read "den andra": the second, or the other one."""
    before = {token for token in c.low[: c.at - 1] if token in ORDINALS}
    if before:
        return _unless_noun_follows(c, [2])
    mention = _unless_noun_follows(c, [2])
    if mention is None or not (c.at > 2 and _somebody_before(c)):
        return mention
    if len(c.people.numbers) == 2:
        return Mention(frozenset(), Who.REST, "", "den andra")
    return Mention(frozenset(), Who.NAMED, "Jag vet inte vem du menar med ”den andra”.", "den andra")


def _somebody_before(c: Cursor) -> bool:
    return any(
        token.isdecimal() or token in NOUNS_OF_NUMBERS or c.people.called(token) for token in c.tokens[: c.at - 2]
    )


def _unless_noun_follows(c: Cursor, values: list[int]) -> Mention | None:
    nouns = {
        "gången",
        "gång",
        "hand",
        "sidan",
        "början",
        "veckan",
        "dagen",
        "mötet",
        "tillfället",
        "halvan",
        "ärendet",
        "förfrågan",
        "uppdraget",
        "saken",
        "frågan",
        "steget",
        *("träffen", "punkten", "delen", "omgången", "perioden", "våningen", "stycket", "mejlet", "mailet", "brevet"),
        *(
            "svaret",
            "rundan",
            "tiden",
            "tiderna",
            "dagarna",
            "kvinnan",
            "mannen",
            "tjejen",
            "killen",
            "listan",
            "tanken",
        ),
    }
    if c.peek() in nouns:
        return None
    if c.peek() in {"på", "i"} and c.peek(1) in {"listan", "raden"}:
        c.at += 2
    elif c.peek() == "på" and c.peek(1) in {"din", "er"} and c.peek(2) == "lista":
        c.at += 3
    elif c.peek() == "av" and c.peek(1) in {"de", "dem", "dom", "dessa"}:
        counted = NUMBER_WORDS.get(c.peek(2))
        c.at += 2 + (counted == len(c.people.numbers)) if counted in {None, len(c.people.numbers)} else 0
    elif c.peek() in NUMBER_PREFIXES or c.peek() in {"personen", "namnet", "kandidaten"}:
        c.at += 1
    return numbered(c, values)
