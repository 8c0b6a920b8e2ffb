"""Find whom a sentence speaks of: numbers, ordinals, names, "alla", "de två första", "resten".

Each mention becomes a mark "§0", "§1" … in the sentence, so that the rules about what is said of them are patterns on
short text. Who cannot be told for sure is a mention with a problem, never a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from medverkan.mailbox.replies.cursor import TOKEN, Cursor, Mention, Who
from medverkan.mailbox.replies.groups import read_group
from medverkan.mailbox.replies.names import People, fold
from medverkan.mailbox.replies.numbers import read_number, read_ordinal
from medverkan.mailbox.replies.vocabulary import CONNECTIVES, common, first_names, nicknames, wordlike_names

_GREETINGS = frozenset({"hej", "hejsan", "hallå", "tjena", "god", "kära"})
_LISTS = frozenset({"och", "o", "&", "samt"})
_TAKES = frozenset({"ta", "tar", "med", "välj", "väljer", "boka", "ring", "kontakta"})
_COLLEAGUE = re.compile(
    r"^(?:kolleg\w*|chef\w*|\w+chef\w*|samordnar\w*|kontaktperson\w*|kurator\w*|handläggar\w*|man|fru|dotter\w*|son\w*"
    r"|mamma|pappa|sambo|syster|bror|make|maka)$"
)
_GREETS = re.compile(r"^(?:tack|tackar|hej|hejsan|kära|hälsa)(?: så mycket| hej| till| er)* (?=§)")
_NEITHER = re.compile(r"\b(?:varken|inte|ej|nej till) (§\d+(?:(?: ,)? (?:eller|,) §\d+){0,8} (?:eller|och) §\d+)")
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
    | frozenset((":", "=", "👍", "tack", "också", "behöver", "bad", "fick", "ringde", "återkommer"))
)
_OF_MONTHS = frozenset(("är", "passar", "blir", "kan", "kommer", "går", "ska", "har", "tack", "känns", "låter", ":"))
_MONTHS = frozenset(("maj", "april", "juni", "juli", "augusti", "mars"))
_SEPARATES = frozenset((",", "så", "till", "på", "för", "av", "nej", "ja", "men", "och"))
_NONE_OF = re.compile(r"§(\d+) av §(\d+)")
_LABEL = re.compile(r"(§\d+) [-:=>]+ (?!(?:inte |ej )?§)")
_CONTRAST = re.compile(r" utan (?=§)")


@dataclass(slots=True)
class Marked:
    """A sentence in lower case with its mentions as marks."""

    text: str
    mentions: list[Mention] = field(default_factory=list)


def mark(sentence: str, people: People) -> Marked:
    """Replace who is spoken of by marks; people joined by "och" or commas are one mention."""
    return _Reader(sentence, people).read()


class _Reader:
    def __init__(self, sentence: str, people: People) -> None:
        self.cursor = Cursor(sentence, people)

    def read(self) -> Marked:
        marked = Marked("")
        pieces: list[str] = []
        closed = False
        joiners: list[str] = []
        while self.cursor.at < len(self.cursor.tokens):
            start = self.cursor.at
            mention = self._mention()
            if mention is None:
                self.cursor.at = start + 1
                joiners.append(self.cursor.low[start])
                pieces.append(self.cursor.low[start])
                continue
            if len(joiners) <= 3 and not _SEPARATES & set(joiners) and self._only_counts(marked, mention):
                joiners = []
                continue
            mention = self._checked(marked, mention, joiners)
            if self._joins(marked, mention, joiners, closed=closed):
                if joiners:
                    del pieces[-len(joiners) :]
                marked.mentions[-1] = _together(marked.mentions[-1], mention, loose="," in joiners)
                closed = closed or "och" in joiners or "samt" in joiners or "&" in joiners
            else:
                pieces.append(f"§{len(marked.mentions)}")
                marked.mentions.append(mention)
                closed = False
            joiners = []
        for none, whom in _NONE_OF.findall(" ".join(pieces)):
            if marked.mentions[int(none)].who is Who.NONE and marked.mentions[int(whom)].who in {Who.NAMED, Who.REST}:
                pieces = " ".join(pieces).replace(f"§{none} av §{whom}", f"§{whom} inte").split()
        text = _NEITHER.sub(lambda neither: self._neither(marked, neither), " ".join(pieces))
        # "Tack Anna!" and "Hej alla" greet; they pick nobody.
        text = _GREETS.sub("hälsning ", text)
        # "1 - ja" and "Anna: ja" are a label and what is said of it, "1 och 2 - inte 3" are two statements.
        marked.text = _LABEL.sub(r"\1 ", _CONTRAST.sub(" , istället ", text))
        return marked

    def _neither(self, marked: Marked, neither: re.Match[str]) -> str:
        """Make one mention of "varken A, B eller C", with the "inte" behind it."""
        first, *rest = (int(place) for place in re.findall(r"§(\d+)", neither[1]))
        for place in rest:
            marked.mentions[first] = _together(marked.mentions[first], marked.mentions[place], loose=False)
        denial = neither[0].split(" §")[0]
        return f"§{first} inte" if denial == "varken" else f"{denial} §{first}"

    def _only_counts(self, marked: Marked, mention: Mention) -> bool:
        """Tell whether "båda" or "alla tre" only counts those just named: "1 och 2 är båda med"."""
        last = marked.mentions[-1] if marked.mentions else None
        if last is None or last.who is not Who.NAMED or last.problem or "inte" in self.cursor.low:
            return False
        return mention.words in {"båda" if len(last.numbers) == 2 else "", f"alla {len(last.numbers)}"}

    def _checked(self, marked: Marked, mention: Mention, joiners: list[str]) -> Mention:
        """Find the problem in "2 Anna" and "Anna (2)" where 2 is somebody else."""
        if not marked.mentions or joiners not in ([], ["("], ["-"], [":"], ["="], ["."]):
            return mention
        before = marked.mentions[-1]
        numbers = [_is_number(before.words), _is_number(mention.words)]
        if sum(numbers) != 1 or before.numbers & mention.numbers or not (before.numbers and mention.numbers):
            return mention
        return replace(mention, problem=f"Menar du ”{before.words}” eller ”{mention.words}”? Det är olika personer.")

    def _joins(self, marked: Marked, mention: Mention, joiners: list[str], *, closed: bool) -> bool:
        """Tell whether a mention continues the one before: "1, 2 och 3" is one, "1 och 2, 3" is not."""
        if marked.mentions and joiners in (["-"], [":"], ["="]) and mention.numbers:
            return mention.numbers == marked.mentions[-1].numbers  # "1 - Anna"
        if marked.mentions and joiners == ["("]:
            return mention.numbers == marked.mentions[-1].numbers or bool(mention.problem)  # "2 (Anna)"
        if not marked.mentions or any(joiner not in CONNECTIVES for joiner in joiners):
            return False
        both_named = mention.who is Who.NAMED and marked.mentions[-1].who is Who.NAMED
        return both_named and not (closed and "," in joiners)

    def _mention(self) -> Mention | None:
        for reader in (read_group, read_number, read_ordinal, read_name):
            start = self.cursor.at
            mention = reader(self.cursor)
            if mention is not None:
                return mention
            self.cursor.at = start
        return None


def only_strangers(sentences: list[Marked]) -> str:
    """Return the problem where everybody named is nobody on the list, "" otherwise."""
    mentions = [mention for sentence in sentences for mention in sentence.mentions]
    strangers = bool(mentions) and all(mention.who is Who.STRANGER for mention in mentions)
    return mentions[0].problem if strangers else ""


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
        who &= second
        c.at += 1
    elif len(following) == 1 and following.isupper():
        who = c.people.with_initial(who, following)
        c.at += 1
        if not who:
            return Mention(frozenset(), Who.NAMED, f"”{token} {following}” finns inte på listan.", token)
    elif _is_another_surname(c, following, who) or _is_mixed(c, who, second, following):
        return Mention(frozenset(), Who.NAMED, f"”{token} {following}” finns inte på listan.", token)
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
    alone = token[0].isupper() and not any(word.isalpha() for word in [*c.tokens[: c.at], *c.tokens[c.at + 1 :]])
    opens = (
        c.at == 0
        and token[0].isupper()
        and following.lower() in (_TELLS - _OF_MONTHS if c.low[0] in _MONTHS else _TELLS)
    )
    return who if listed or alone or opens else frozenset()


def _stranger(c: Cursor, token: str, following: str) -> Mention | None:
    """Read a usual first name that nobody on the list has; "Eva på enheten" and "min kollega Åsa" are no candidates."""
    low = token.lower()
    if low not in first_names() and low not in nicknames():
        return None
    if low in wordlike_names() | common() or (len(low) < 4 and token[0].islower()):
        return None
    beside = following.lower() in {"på", "i", "från", "hos"} or (c.at > 0 and _COLLEAGUE.search(c.low[c.at - 1]))
    if beside or (c.at > 0 and c.low[c.at - 1] in _GREETINGS | {"hälsn", "hälsar", "hälsningar", "/", "mvh"}):
        return None
    c.at += 1
    if following[:1].isupper() and following.lower() not in common() and not c.people.called(following):
        c.at += 1
    return Mention(frozenset(), Who.STRANGER, f"”{token}” finns inte på listan.", token)


def _initial_and_surname(c: Cursor, initial: str, surname: str) -> Mention | None:
    """Read "B Åkerlund": the last name, and the initial only tells namesakes apart."""
    who = frozenset(n for n in c.people.called(surname) if c.people.first[n].startswith(fold(initial)))
    if len(who) != 1:
        return None
    c.at += 2
    return Mention(who, Who.NAMED, "", surname)


def _is_mixed(c: Cursor, who: frozenset[int], second: frozenset[int], following: str) -> bool:
    """Tell whether a first name is followed by the last name of somebody else."""
    firsts = set(c.people.first.values())
    return bool(second) and fold(c.tokens[c.at - 1]) in firsts and fold(following) not in firsts and not who & second


def _is_another_surname(c: Cursor, following: str, who: frozenset[int]) -> bool:
    is_name = following[:1].isupper() and following[1:].islower() and following.lower() not in common()
    return (
        is_name
        and not c.people.called(following)
        and c.low[c.at - 1] in {c.people.first[number] for number in who}
        and len(following) > 2
    )


def _is_number(words: str) -> bool:
    return words.removeprefix("nr ").split(" ")[-1].isdecimal()


def _together(first: Mention, second: Mention, *, loose: bool) -> Mention:
    words = f"{first.words} {second.words}"
    problem = first.problem or second.problem
    return Mention(first.numbers | second.numbers, Who.NAMED, problem, words, second.numbers if loose else frozenset())


def strangers(sentence: str, people: People) -> Iterator[str]:
    """Yield capitalised words inside the sentence that stand in a list with a mention but are nobody's name."""
    tokens = TOKEN.findall(sentence)
    for index, token in enumerate(tokens):
        if index == 0 or not (token[0].isupper() and token[1:].islower()) or len(token) < 3:
            continue
        if (
            token.lower() in common()
            or people.called(token, inside=True)
            or _COLLEAGUE.search(tokens[index - 1].lower())
        ):
            continue
        if index <= 2 and tokens[0].lower() in _GREETINGS:
            continue
        before = [tokens[index - 1].lower(), tokens[index - 2].lower() if index > 1 else ""]
        after = tokens[index + 1].lower() if index + 1 < len(tokens) else ""
        listed = before[0] in _LISTS | {","} or after in _LISTS
        if listed or before[0] in _TAKES or (before[0] == "till" and before[1] in {"ja", "nej", "ok", "okej"}):
            yield token
