"""Read a person's name in a reply: first, last or in full, misspelt, with an initial, or an ordinary word too.

A usual first name that nobody on the list has is read as a stranger, so that nothing said of them is said of others.
"""

import re
from collections.abc import Iterator

from medverkan.mailbox.replies.cursor import TOKEN, Cursor, Mention, Who
from medverkan.mailbox.replies.names import People, fold
from medverkan.mailbox.replies.questions import not_listed
from medverkan.mailbox.replies.vocabulary import CONNECTIVES, common, first_names, nicknames, wordlike_names

_GREETINGS = frozenset({"hej", "hejsan", "hallå", "tjena", "god", "kära"})
_LISTS = frozenset({"och", "o", "&", "samt"})
_TAKES = frozenset({"ta", "tar", "med", "välj", "väljer", "boka", "ring", "kontakta"})
_SPOKEN_WITH = frozenset(
    {"talat", "pratat", "snackat", "talade", "pratade", "samtal", "avstämning", "samråd", "dialog"}
)
_CHOOSES = (["tar"], ["väljer"], ["vill"], ["ändrar"], ["bestämt"])
_ONE = frozenset({"hon", "han", "hen", "henne", "honom", "de", "dem", "dom"})
_COLLEAGUE = re.compile(
    r"^(?:kolleg\w*|chef\w*|\w+chef\w*|samordnar\w*|kontaktperson\w*|kurator\w*|handläggar\w*|man|fru|dotter\w*|son\w*"
    r"|mamma|pappa|sambo|syster|bror|make|maka)$"
)
# What follows "Bo" where it is a person; "Maj är" and "Maj passar" may be the month.
_TELLS = (
    frozenset(
        (
            "ja",
            "nej",
            "vill",
            "ville",
            "kan",
            "kunde",
            "är",
            "ska",
            "har",
            "sa",
            "säger",
            "tackade",
            "tackar",
            "svarar",
            "svarade",
        )
    )
    | frozenset(
        (
            "ställer",
            "kommer",
            "passar",
            "blir",
            "får",
            "hoppar",
            "avböjer",
            "avstår",
            "tycker",
            "låter",
            "känns",
            "orkar",
            "hinner",
        )
    )
    | frozenset(
        (
            ":",
            "=",
            "👍",
            "tack",
            "också",
            "behöver",
            "bad",
            "fick",
            "ringde",
            "återkommer",
            "men",
            "däremot",
            "duger",
            "funkar",
            "räcker",
            "fixar",
        )
    )
)
# In the past tense nearly every verb tells of a person; a noun at the beginning would have its article.
_TOLD_OF = re.compile(
    r"(?:\w{2,}(?:ade|dde|tte|kte|pte|ste|lde|rde|nde)|satt|stod|låg|tog|blev|var|gick|kom|bad|sov|skrev|såg|lät"
    r"|hade|fick|höll|gav|drog|steg|bröt|valde|la|lade|åt|skrattade|fyller|bor|jobbar|reser|pluggar|undrar|vet|tar"
    r"|ringer)"
)
_REACHED = frozenset({"når", "nådde", "vägrar", "svarat"})
_OF_MONTHS = frozenset(("är", "passar", "blir", "kan", "kommer", "går", "ska", "har", "tack", "känns", "låter", ":"))
# A month does none of this: "Maj kan inte", "Juni är bortrest"; "Maj kan bli svårt" and "Juni passar" may be the month.
_ONLY_PEOPLE = {
    "kan": re.compile(r"(?!(?:\w+ )?(?:bli|vara|passa|funka|fungera|gå|väl|nog)\b(?! med))"),
    "vill": re.compile(r""),
    "ska": re.compile(r"(?:\w+ )?(?:fundera|tänka|prata|återkomma|ringa|höra|kolla|vara med|resa|bort|opereras)\b"),
    "är": re.compile(
        r"(?:\w+ )?(?:med|på|sjuk\w*|positiv|intresserad|bortrest|osäker|tveksam|glad|villig|taggad|peppad|anställd"
        r"|inte med|jävig|duktig|erfaren|klok|rätt person)\b"
    ),
    "har": re.compile(
        r"(?:\w+ )?(?:tackat|sagt|svarat|ringt|hört|lovat|ångrat|ändrat|bett|fått|varit|gjort|flyttat|egen|jobbat"
        r"|barn|bil|körkort)\b"
    ),
    "kommer": re.compile(r"(?:gärna|också|och|att|inte|ihop|tillsammans|med sin)\b|\W*$"),
    "tack": re.compile(r"\W*$|och\b"),
    ":": re.compile(r"(?:ja|nej|inget|svarar|ring|vill|kan|med|ok)\b"),
}
_POSSESSIVES = frozenset(("dina", "mina", "hans"))  # before a comma they are names
_MONTHS = frozenset(("maj", "april", "juni", "juli", "augusti", "mars"))


def read_name(c: Cursor) -> Mention | None:
    """Read a first, last or full name, also misspelt."""
    token = c.tokens[c.at]
    if not token[0].isalpha():
        return None
    following = c.tokens[c.at + 1] if c.at + 1 < len(c.tokens) else ""
    if len(token) == 1 and token.isupper() and following[:1].isupper():
        return _initial_and_surname(c, token, following)
    second = c.people.called(following, beside_name=True) if following[:1].isalpha() else frozenset()
    who = c.people.called(token, beside_name=bool(second), inside=c.at > 0)
    who = who or c.people.slips(token, second) or _listed_wordlike(c, token, following)
    if not who:
        return _stranger(c, token, following)
    c.at += 1
    if who & second and following.lower() != token.lower():
        firsts = {first for number, first in c.people.first.items() if number not in who & second}
        if {fold(token), fold(following)} <= firsts:
            return Mention(frozenset(), Who.NAMED, f"Menar du en person eller två med ”{token} {following}”?", token)
        begun = {n for n, first in c.people.first.items() if first == fold(token)} - who & second
        if any(fold(c.people.names[n].split()[-1]).startswith(fold(following)) for n in begun - (who & second)):
            return Mention(frozenset(), Who.NAMED, f"”{token} {following}” kan vara flera på listan.", token)
        who &= second
        called_so = frozenset(number for number in who if c.people.first[number] == fold(token))
        who = called_so if len(called_so) == 1 else who  # "Ahmed Hassan" beside Hassan Ahmed
        c.at += 1
    elif len(following) == 1 and (following.isupper() or (len(who) > 1 and following not in CONNECTIVES)):
        who = c.people.with_initial(who, following)
        c.at += 1
        if not who:
            return Mention(frozenset(), Who.NAMED, not_listed(f"{token} {following}"), token)
    elif _is_another_surname(c, following, who) or _is_mixed(c, who, second, following):
        return Mention(frozenset(), Who.NAMED, not_listed(f"{token} {following}"), token)
    if c.peek() == "." and c.peek(1) == ".":
        who |= frozenset(n for part, whose in c.people.parts.items() if part.startswith(fold(token)) for n in whose)
    if len(who) > 1:
        names = " och ".join(f"{number} {c.people.names[number]}" for number in sorted(who))
        return Mention(frozenset(), Who.NAMED, f"”{token}” kan vara {names}.", token)
    return Mention(who, Who.NAMED, "", token)


def _listed_wordlike(c: Cursor, token: str, following: str) -> frozenset[int]:
    """Return whom "Maj" and "Ek" mean in a list beside another candidate, or where they are all that is said."""
    who = c.people.wordlike(token)
    if not who:
        return who
    after = c.tokens[c.at + 2] if c.at + 2 < len(c.tokens) else ""
    before = c.tokens[c.at - 2] if c.at > 1 else ""
    beside = [other for joins, other in ((following, after), (c.peek(-1), before)) if joins in CONNECTIVES]
    listed = any(c.people.wordlike(other) or c.people.called(other, inside=True) for other in beside if other)
    alone = (token[0].isupper() or len(c.tokens) == 1 < len(token) - 1) and not any(
        word.isalpha() for word in [*c.tokens[: c.at], *c.tokens[c.at + 1 :]]
    )
    # "maj kan inte, hon är bortrest" is no month.
    month = c.low[0] in _MONTHS and not ({"hon", "han", "hen"} & set(c.low[2:9]) or c.peek(2) == "med")
    capital = token[0].isupper() or token not in common()
    begins = c.at == 0 or (c.peek(-1) in {"men", "och", ",", "medan"} and not month)
    opens = begins and capital and following.lower() in (_TELLS - _OF_MONTHS if month else _TELLS | _REACHED)
    if month and begins and capital and following.lower() in _ONLY_PEOPLE:
        opens = opens or _ONLY_PEOPLE[following.lower()].match(" ".join(c.low[c.at + 2 : c.at + 5])) is not None
    if token.lower() in _MONTHS and c.at == 0 and len(c.tokens) < 8:
        opens = opens or following.lower() in {"ja", "nej"}  # "juni ja, maj nej"
    if c.at == 0 and token[0].isupper() and not month and token.lower() not in common():
        opens = opens or _TOLD_OF.fullmatch(following.lower()) is not None
    # "Lund, för han bor nära"
    apart = (
        c.at == 0
        and token[0].isupper()
        and following == ","
        and c.low[0] not in _MONTHS
        and (token.lower() not in common() or token.lower() in _POSSESSIVES)
    )
    taken = (
        c.at == 0
        and token[0].isupper()
        and c.peek(2) in {"vi", "jag"}
        and c.low[0] not in {"nu", "då", "sen", "så", "här", "även", "just", "denna", "dessa", "den"}
    )
    return who if listed or alone or opens or apart or taken else frozenset()


def _stranger(c: Cursor, token: str, following: str) -> Mention | None:
    """Read a usual first name that nobody on the list has; "Eva på enheten" and "min kollega Åsa" are no candidates."""
    low = token.lower()
    if low not in first_names() and low not in nicknames():
        return None
    if low in wordlike_names() | common() or (len(low) < 4 and token[0].islower()):
        return None
    works_there = following.lower() in {"på", "i", "från", "hos"} and c.peek(2) not in {"alla", "så"}
    beside = works_there or (c.at > 0 and _COLLEAGUE.search(c.low[c.at - 1]))
    if beside or (c.at > 0 and c.low[c.at - 1] in _GREETINGS | {"hälsn", "hälsar", "hälsningar", "/", "mvh"}):
        return None
    c.at += 1
    if following[:1].isupper() and following.lower() not in common() and not c.people.called(following):
        c.at += 1
    return Mention(frozenset(), Who.STRANGER, not_listed(token), token)


def _initial_and_surname(c: Cursor, initial: str, surname: str) -> Mention | None:
    """Read "B Åkerlund": the last name, and the initial only tells namesakes apart."""
    who = frozenset(
        n for n in c.people.called(surname, beside_name=True) if c.people.first[n].startswith(fold(initial))
    )
    if len(who) != 1:
        return None
    c.at += 2
    return Mention(who, Who.NAMED, "", surname)


def _is_mixed(c: Cursor, who: frozenset[int], second: frozenset[int], following: str) -> bool:
    """Tell whether a first name is followed by the last name of somebody else."""
    firsts = set(c.people.first.values())
    known = firsts | {first.replace("-", "") for first in firsts}
    return bool(second) and fold(c.tokens[c.at - 1]) in known and fold(following) not in known and not who & second


def _is_another_surname(c: Cursor, following: str, who: frozenset[int]) -> bool:
    is_name = following[:1].isupper() and following[1:].islower() and following.lower() not in common()
    return (
        is_name
        and not c.people.called(following)
        and c.low[c.at - 1] in {c.people.first[number] for number in who}
        and len(following) > 2
    )


def strangers(sentence: str, people: People) -> Iterator[str]:
    """Yield capitalised words inside the sentence that stand in a list with a mention but are nobody's name."""
    tokens = TOKEN.findall(sentence)
    for index, token in enumerate(tokens):
        follows = people.called(tokens[index + 1], inside=True) if index + 1 < len(tokens) else frozenset()
        if index == 0 or not (token[0].isupper() and token[1:].islower()) or len(token) < 3:
            continue
        if (
            token.lower() in common()
            or people.called(token, inside=True)
            or people.slips(token, follows)
            or _COLLEAGUE.search(tokens[index - 1].lower())
        ):
            continue
        if index <= 2 and tokens[0].lower() in _GREETINGS:
            continue
        if tokens[index - 1].lower() in {"i", "från", "vid", "utanför", "nära"}:
            continue  # "hon bor i Borgholm och …"
        before = [tokens[index - 1].lower(), tokens[index - 2].lower() if index > 1 else ""]
        after = tokens[index + 1].lower() if index + 1 < len(tokens) else ""
        if (
            before[0] == "med"
            and before[1] in _SPOKEN_WITH
            and _is_a_place(token, tokens)
            and (after not in _LISTS or tokens[index + 2 : index + 3] in _CHOOSES)
        ):
            continue  # "efter samtal med Nybro tar vi Bo"
        listed = before[0] in _LISTS | {","} or after in _LISTS
        if listed or before[0] in _TAKES or (before[0] == "till" and before[1] in {"ja", "nej", "ok", "okej"}):
            yield token


def _is_a_place(token: str, tokens: list[str]) -> bool:
    """Tell whether a word with a capital is nobody's name, nor spoken of as a person."""
    return token.lower() not in first_names() and _ONE.isdisjoint(word.lower() for word in tokens)
