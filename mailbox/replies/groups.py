"""Read the words for several people at once: "alla", "båda", "ingen av dem", "resten", "de två första"."""

import re

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.cursor import Cursor, Mention, Who
from medverkan.mailbox.replies.names import fold
from medverkan.mailbox.replies.vocabulary import (
    ALL_WORDS,
    BOTH_WORDS,
    NONE_WORDS,
    NOUNS_OF_NUMBERS,
    NUMBER_WORDS,
    REST_WORDS,
    not_people,
)

_WHOLE = frozenset(
    (
        "gruppen",
        "uppsättningen",
        "gänget",
        "listan",
        "bunten",
        "högen",
        "raddan",
        "hopen",
        "skaran",
        "rasket",
        "paketet",
        "klabbet",
    )
)
_ALL_TOGETHER = frozenset(("rubbet", "allesamman", "konkarongen", "surven", "faderullan"))
_SIZES = {"duon": 2, "trion": 3, "kvartetten": 4, "kvintetten": 5, "sextetten": 6}


def read_group(c: Cursor) -> Mention | None:
    """Read "alla", "båda", "ingen", "resten", "de två första"."""
    word = c.peek()
    if word == "i" and c.peek(1) in ALL_WORDS | {"båda"} and c.peek(2) in {"fall", "fallen"}:
        return None
    everybody = frozenset(c.people.numbers)
    if (
        c.peek(1) == "av"
        and word == c.peek(2)
        and (NUMBER_WORDS.get(word) or word) in {len(everybody), str(len(everybody))}
    ):
        c.at += 3  # "fyra av fyra"
        return Mention(everybody, Who.ALL, "", "alla")
    answers = {"ja", "nej"}
    told_of_all = word in NUMBER_WORDS and c.at == 0 and (c.peek(1) in answers or c.peek(2) in answers)
    if told_of_all and NUMBER_WORDS[word] == len(everybody) > 1:
        c.at += 1  # "två nej" where two were called
        return Mention(everybody, Who.ALL, "", "alla")
    if (span := _span(c) or _the_count(c)) is not None:
        return span
    if _takes_rest(c):
        return Mention(frozenset(), Who.REST, "", "resten")
    if word in ALL_WORDS and c.at == 1 and c.peek(-1) in {"av", "bland"}:
        return None  # "Av alla fem är det Anna som passar" speaks of Anna
    if _SIZES.get(word) == len(everybody):
        c.at += 1  # "trion" where three are listed
        return Mention(everybody, Who.ALL, "", "alla")
    if word in ALL_WORDS or (word == "hela" and c.peek(1) in _WHOLE | _ALL_TOGETHER) or word == "rubbet":
        c.at += 1 + (word == "hela")
        return _everybody(c, everybody)
    if word in {"någon", "nån", "nåt", "något"} and c.peek(1) in {"av", "utav"}:
        denied = {"inte", "ej", "aldrig", "inget", "ingen"} & set(c.low[max(0, c.at - 6) : c.at])
        c.at += 1
        start = c.at
        _skip_of_them(c)
        whom = c.tokens[c.at + 1] if c.at == start and c.at + 1 < len(c.tokens) else ""
        some = whom and not (whom.isdecimal() or whom in NOUNS_OF_NUMBERS or c.people.called(whom, inside=True))
        problem = "Vem av dem menar du?" if some or not denied else ""
        return Mention(everybody, Who.NONE if denied else Who.SOMEBODY, problem, word)
    if word in BOTH_WORDS:
        c.at += 1 + (c.peek(1) == "två")
        return _both(c, everybody)
    if (
        word == "ingen"
        and c.peek(-1) in {"har", "hade", "ha", "finns", "fanns"}
        and c.peek(1) not in _DONE
        and not _suits(c)
    ):
        return None  # "har ingen barnvakt"
    inget_av = word == "inget" and c.peek(1) in {"av", "förslag", "namn"}
    if (word in NONE_WORDS and c.peek(1) not in not_people() | {"andra", "annan"}) or inget_av:
        c.at += 1
        _skip_of_them(c)
        return Mention(everybody, Who.NONE, "", word)
    return None


_TOGETHER = frozenset(("ihop", "tillsammans"))


def _the_count(c: Cursor) -> Mention | None:
    """Read "dom två tack" behind two who were just told of."""
    ends = c.peek(2) in {"", "tack", "gärna", ".", "!", "alltså"} or (c.peek(2), c.peek(3)) in {
        ("tar", "vi"),
        ("tar", "jag"),
    }
    ends = c.peek(2) in _TOGETHER if c.at == 0 else ends or c.peek(2) in _TOGETHER
    if c.peek() not in {"de", "dom", "dem"} or c.peek(1) not in {"två", "2", "bägge", "båda"} or not ends:
        return None
    c.at += 2
    return Mention(frozenset(c.people.numbers), Who.ALL if len(c.people.numbers) == 2 else Who.THEM, "", "de två")


def _suits(c: Cursor) -> bool:
    """Tell whether it is "finns ingen som passar", which is about the people."""
    return c.peek(1) == "som" and c.peek(2) in {"passar", "funkar", "fungerar", "duger", "stämmer"}


_OCCASIONS = re.compile(r"\w{0,20}(?:träffar(?:na)?|möten(?:a)?|tillfällen(?:a)?|gånger(?:na)?|dagar(?:na)?)")
_STANDING = (("du", "har"), ("ni", "har"), ("du", "satt"), ("som", "står"), ("som", "ligger"), ("som", "är"))


def _span(c: Cursor) -> Mention | None:
    """Read "de två första", "tre sista", "första två"."""
    start = c.at
    c.at += c.peek() in {"de", "dom", "dem", "mina"}
    c.at += c.peek() == "allra"
    words = (c.peek(), c.peek(1))
    count_word = next((word for word in words if word in NUMBER_WORDS and word not in {"en", "ett"}), "")
    both = next((word for word in words if word in {"båda", "bägge"}), "")
    count_word = count_word or both or next((word for word in words if word.isdecimal() and len(word) == 1), "")
    ends = {"första": True, "översta": True, "sista": False, "nedersta": False, "understa": False}
    end = next((word for word in words if word in ends), "")
    if count_word == c.peek() and not end:
        place = 1 + next(
            (len(words) for words in _STANDING if tuple(c.low[c.at + 1 : c.at + 1 + len(words)]) == words), 0
        )
        if c.peek(place) in {"överst", "underst", "nederst"}:
            c.at += place - 1  # "de tre du har överst"
            end = "första" if c.peek(1) == "överst" else "sista"
    numbers = c.people.numbers
    if count_word == c.peek() and (c.peek(1), c.peek(2)) == ("i", "mitten"):
        count = NUMBER_WORDS.get(count_word) or (2 if both else int(count_word))
        edge = len(numbers) - count
        if edge > 0 and not edge % 2:
            c.at += 3
            return Mention(frozenset(numbers[edge // 2 : edge // 2 + count]), Who.NAMED, "", "de i mitten")
    lowest = (c.peek(1), c.peek(2)) if count_word == c.peek() else ("", "")
    if not end and lowest[0] in {"längst", "högst"} and lowest[1] in {"upp", "ner", "ned"}:
        c.at += 1  # "de två längst ner"
        end = "första" if lowest[1] == "upp" else "sista"
    if not count_word or not end:
        c.at = start
        return None
    c.at += 2
    count = 2 if both else NUMBER_WORDS.get(count_word) or int(count_word)
    numbers = c.people.numbers[:count] if ends[end] else c.people.numbers[-count:]
    problem = "" if count <= len(c.people.numbers) else "Så många står inte på listan."
    return Mention(frozenset(numbers), Who.NAMED, problem, "de första")


def _takes_rest(c: Cursor) -> bool:
    start = c.at
    c.at += c.peek() in {"de", "dom", "dem", "alla", "den"}
    after = c.at > start
    c.at += after and c.peek() in NUMBER_WORDS and c.peek(1) in REST_WORDS | {"andra", "övriga"}
    word = c.peek()
    if word in REST_WORDS or (word in {"andra", "övriga"} and after and c.peek(-1) != "den"):
        c.at += 1
        _skip_of_them(c)
        if c.peek() in NUMBER_WORDS or c.peek().isdecimal():
            c.at += 1
        if c.peek() in not_people() | {"förslag", "namn", "som"}:
            c.at = start
            return False
        return True
    c.at = start
    return False


def _everybody(c: Cursor, everybody: frozenset[int]) -> Mention | None:
    word = c.peek()
    count = int(word) if word.isdecimal() else NUMBER_WORDS.get(word)
    if count is not None:
        c.at += 1
    _skip_of_them(c)
    if _is_thing(c) or _OCCASIONS.fullmatch(c.peek()):
        return None
    if c.peek() in {"på", "i", "hos", "inom"} and c.peek(1) not in {"listan", "din", "er", "mitten", "ordning"}:
        return None  # "alla på enheten"
    some = c.peek() == "som" and c.peek(1) not in {"du", "ni", "står", "finns", "föreslagits"}
    if some or c.peek() in _NARROWING:
        return Mention(everybody, Who.ALL, "Jag vet inte vilka det gäller.", "alla")
    problem = "" if count in {None, len(everybody)} else f"{questions.listed(len(everybody))}, inte {count}."
    return Mention(everybody, Who.ALL, problem, f"alla {count}" if count else "alla")


_DONE = frozenset(
    (
        "av",
        "utav",
        "svarat",
        "sagt",
        "kunnat",
        "velat",
        "hört",
        "tackat",
        "ringt",
        "återkommit",
        "visat",
        "varit",
        "gått",
        "",
    )
)
_NARROWING = frozenset(
    (
        *("¤", "under", "över", "från", "mellan", "yngre", "äldre", "kvinnor", "kvinnorna", "män", "männen", "nya"),
        *("jag", "vi", "patienter", "närstående"),
    )
)


# Nouns for those listed; "båda behandlingarna" and "alla dagarna" are things.
_PEOPLE_NOUNS = re.compile(
    r"(?:kill|tjej|flick|pojk|gubb|gumm|tant|farbrö|herr|dam|kvinn|män|person|kandidat|deltagar|ungdom|syskon|systr"
    r"|bröd"
    r"|patient|brukar|närståend|anhörig|äldr|yngr|vän|kolleg|namn|förslag|par|mamm|papp|föräldr|medlem|invånar)\w*"
)


def _is_thing(c: Cursor) -> bool:
    word = c.peek()
    definite = len(word) > 6 and word.endswith(("arna", "erna", "orna")) and c.tokens[c.at].islower()
    named = definite and any(part.startswith(fold(word[:-4])) for part in c.people.parts)  # "båda sarorna"
    return word in not_people() or (definite and not named and not _PEOPLE_NOUNS.match(word))


def _both(c: Cursor, everybody: frozenset[int]) -> Mention | None:
    if _is_thing(c):
        return None
    namesakes = c.people.called(c.tokens[c.at]) if c.at < len(c.tokens) else frozenset()
    if len(namesakes) == 2:
        c.at += 1
        return Mention(namesakes, Who.NAMED, "", "båda")
    _skip_of_them(c)
    return Mention(everybody, Who.ALL if len(everybody) == 2 else Who.THEM, "", "båda")


def _skip_of_them(c: Cursor) -> None:
    them = {"dem", "dom", "de", "dessa", "förslagen", "personerna", "namnen", "kandidaterna", "alternativen"}
    if c.peek() in {"av", "utav"} and c.peek(1) in them and c.peek(2) not in REST_WORDS | {"andra"}:
        c.at += 2
    if c.peek(-1) in {"de", "dem", "dom", "dessa"} and c.peek() in {"två", "tre", "fyra", "fem"}:
        c.at += 1
    while c.peek() in {
        "här",
        "dessa",
        "personer",
        "personerna",
        "förslagen",
        "kandidater",
        "kandidaterna",
        "namnen",
    }:
        c.at += 1
    if c.peek() == "på" and c.peek(1) in {"listan", "din"}:
        c.at += 2
