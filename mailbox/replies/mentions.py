"""Find whom a sentence speaks of: numbers, ordinals, names, "alla", "de två första", "resten".

Each mention becomes a mark "§0", "§1" … in the sentence, so that the rules about what is said of them are patterns on
short text. Who cannot be told for sure is a mention with a problem, never a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.vocabulary import (
    ALL_WORDS,
    BOTH_WORDS,
    COMMON,
    CONNECTIVES,
    NONE_WORDS,
    NOT_PEOPLE,
    NOUNS_OF_NUMBERS,
    NUMBER_PREFIXES,
    NUMBER_WORDS,
    ORDINALS,
    REST_WORDS,
)

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
_NEITHER = re.compile(r"\bvarken (§\d+) (?:eller|och) (§\d+)")
_LABEL = re.compile(r"(§\d+) [-:=>]+ (?!inte §|ej §)")
_CONTRAST = re.compile(r" utan (?=§)")
_JOINS_RANGE = frozenset({"-", "till"})


class Who(Enum):
    """How the people of a mention were named."""

    NAMED = "named"  # by number or name
    ALL = "all"
    NONE = "none"  # "ingen": what is said of it is said of nobody
    REST = "rest"  # all but those named elsewhere in the reply
    SOMEBODY = "somebody"  # "någon av dem"
    THEM = "them"  # "båda": the two just spoken of


@dataclass(frozen=True, slots=True)
class Mention:
    """People spoken of together."""

    numbers: frozenset[int]
    who: Who = Who.NAMED
    problem: str = ""  # Swedish, what cannot be told
    words: str = ""
    loose: bool = False  # the last one joined by a comma only: "1, 2" may also begin something new


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
        matches = list(_TOKEN.finditer(sentence))
        self.tokens = [match[0] for match in matches]
        self.low = [token.lower() for token in self.tokens]
        self.people = people
        self.at = 0

    def read(self) -> Marked:
        marked = Marked("")
        pieces: list[str] = []
        closed = False
        joiners: list[str] = []
        while self.at < len(self.tokens):
            start = self.at
            mention = self._mention()
            if mention is None:
                self.at = start + 1
                joiners.append(self.low[start])
                pieces.append(self.low[start])
                continue
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
        text = _NEITHER.sub(r"inte \1 och inte \2", " ".join(pieces))
        # "1 - ja" and "Anna: ja" are a label and what is said of it, "1 och 2 - inte 3" are two statements.
        marked.text = _LABEL.sub(r"\1 ", _CONTRAST.sub(" , istället ", text))
        return marked

    def _joins(self, marked: Marked, mention: Mention, joiners: list[str], *, closed: bool) -> bool:
        """Tell whether a mention continues the one before: "1, 2 och 3" is one, "1 och 2, 3" is not."""
        if not marked.mentions or any(joiner not in CONNECTIVES for joiner in joiners):
            return False
        both_named = mention.who is Who.NAMED and marked.mentions[-1].who is Who.NAMED
        return both_named and not (closed and "," in joiners)

    def _mention(self) -> Mention | None:
        for reader in (self._group, self._number, self._ordinal, self._name):
            start = self.at
            mention = reader()
            if mention is not None:
                return mention
            self.at = start
        return None

    def _peek(self, offset: int = 0) -> str:
        index = self.at + offset
        return self.low[index] if 0 <= index < len(self.low) else ""

    def _number(self) -> Mention | None:
        prefixed = False
        while self._peek() in NUMBER_PREFIXES or (prefixed and self._peek() in {":", "."}):
            prefixed = True
            self.at += 1
        start = self.at
        first = self._value(prefixed=prefixed)
        if first is None:
            return None
        if self._peek() in _JOINS_RANGE and self._peek(1).isdigit():
            self.at += 1
            last = self._value(prefixed=True)
            if last is not None and first < last <= first + 30:
                return self._numbers(range(first, last + 1))
            self.at = start + 1
        return self._numbers([first])

    def _value(self, *, prefixed: bool) -> int | None:
        word = self._peek()
        if word.isdecimal() and len(word) <= 2:
            self.at += 1
            return int(word)
        if word in NOUNS_OF_NUMBERS:
            self.at += 1
            return NOUNS_OF_NUMBERS[word]
        # "två" alone is a count; "nummer två" and "ett och tre" are people.
        listed = self._peek(1) in {"och", "samt", ","} and self._peek(2) in NUMBER_WORDS
        continues = self._peek(-1) in {"och", "samt", ","} and self._peek(-2) in NUMBER_WORDS
        if word in NUMBER_WORDS and (prefixed or ((listed or continues) and word != "en")):
            self.at += 1
            return NUMBER_WORDS[word]
        return None

    def _numbers(self, values: range | list[int]) -> Mention:
        words = " ".join(str(value) for value in values)
        missing = [value for value in values if value not in self.people.numbers]
        problem = f"Nummer {missing[0]} finns inte på listan." if missing else ""
        return Mention(frozenset(values) - frozenset(missing), Who.NAMED, problem, words)

    def _ordinal(self) -> Mention | None:
        if self._peek() not in {"den", "det"} and self._peek() not in ORDINALS:
            return None
        article = self._peek() in {"den", "det"}
        self.at += article
        word = self._peek()
        if word in {"sista", "siste", "nedersta", "understa"} and article:
            self.at += 1
            return self._unless_noun_follows([self.people.numbers[-1]])
        if word not in ORDINALS or not (article or self._peek(-1) in {"och", ",", "ja", "till"} or self.at == 0):
            return None
        if word == "andra" and not article:
            return None
        self.at += 1
        if word in {"andra", "andre"}:
            return self._second()
        return self._unless_noun_follows([ORDINALS[word]])

    def _second(self) -> Mention | None:
        """Read "den andra": the second, or the other one."""
        before = {token for token in self.low[: self.at - 1] if token in ORDINALS}
        if before:
            return self._unless_noun_follows([2])
        mention = self._unless_noun_follows([2])
        if mention is None or not (self.at > 2 and self._somebody_before()):
            return mention
        if len(self.people.numbers) == 2:
            return Mention(frozenset(), Who.REST, "", "den andra")
        return Mention(frozenset(), Who.NAMED, "Jag vet inte vem du menar med ”den andra”.", "den andra")

    def _somebody_before(self) -> bool:
        return any(
            token.isdecimal() or token in NOUNS_OF_NUMBERS or self.people.called(token)
            for token in self.tokens[: self.at - 2]
        )

    def _unless_noun_follows(self, values: list[int]) -> Mention | None:
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
            "frågan",
            "steget",
        }
        if self._peek() in nouns:
            return None
        if self._peek() in {"på", "i"} and self._peek(1) in {"listan", "raden"}:
            self.at += 2
        elif self._peek() in NUMBER_PREFIXES or self._peek() in {"personen", "namnet", "kandidaten"}:
            self.at += 1
        return self._numbers(values)

    def _group(self) -> Mention | None:
        word = self._peek()
        if word == "i" and self._peek(1) in ALL_WORDS | {"båda"} and self._peek(2) in {"fall", "fallen"}:
            return None
        everybody = frozenset(self.people.numbers)
        if (span := self._span()) is not None:
            return span
        if self._takes_rest():
            return Mention(frozenset(), Who.REST, "", "resten")
        if word in ALL_WORDS or (word == "hela" and self._peek(1) in {"gänget", "listan", "bunten"}):
            self.at += 1 + (word == "hela")
            return self._everybody(everybody)
        if word in {"någon", "nån", "nåt", "något"} and self._peek(1) in {"av", "utav"}:
            denied = {"inte", "ej", "aldrig"} & set(self.low[max(0, self.at - 6) : self.at])
            self.at += 1
            self._skip_of_them()
            return Mention(
                everybody, Who.NONE if denied else Who.SOMEBODY, "" if denied else "Vem av dem menar du?", word
            )
        if word in BOTH_WORDS:
            self.at += 1 + (self._peek(1) == "två")
            return self._both(everybody)
        inget_av = word == "inget" and self._peek(1) in {"av", "förslag", "namn"}
        if (word in NONE_WORDS and self._peek(1) not in NOT_PEOPLE) or inget_av:
            self.at += 1
            self._skip_of_them()
            return Mention(everybody, Who.NONE, "", word)
        return None

    def _span(self) -> Mention | None:
        """Read "de två första", "tre sista", "första två"."""
        start = self.at
        self.at += self._peek() in {"de", "dom", "dem", "mina"}
        words = (self._peek(), self._peek(1))
        count_word = next((word for word in words if word in NUMBER_WORDS and word not in {"en", "ett"}), "")
        count_word = count_word or next((word for word in words if word.isdecimal() and len(word) == 1), "")
        ends = {"första": True, "översta": True, "sista": False, "nedersta": False, "understa": False}
        end = next((word for word in words if word in ends), "")
        if not count_word or not end:
            self.at = start
            return None
        self.at += 2
        count = NUMBER_WORDS.get(count_word) or int(count_word)
        numbers = self.people.numbers[:count] if ends[end] else self.people.numbers[-count:]
        problem = "" if count <= len(self.people.numbers) else "Så många står inte på listan."
        return Mention(frozenset(numbers), Who.NAMED, problem, "de första")

    def _takes_rest(self) -> bool:
        start = self.at
        self.at += self._peek() in {"de", "dom", "dem", "alla", "den"}
        after = self.at > start
        word = self._peek()
        if word in REST_WORDS or (word in {"andra", "övriga"} and after and self._peek(-1) != "den"):
            self.at += 1
            self._skip_of_them()
            if self._peek() in NUMBER_WORDS or self._peek().isdecimal():
                self.at += 1
            if self._peek() in NOT_PEOPLE | {"förslag", "namn", "som"}:
                self.at = start
                return False
            return True
        self.at = start
        return False

    def _everybody(self, everybody: frozenset[int]) -> Mention | None:
        word = self._peek()
        count = int(word) if word.isdecimal() else NUMBER_WORDS.get(word)
        if count is not None:
            self.at += 1
        self._skip_of_them()
        if self._peek() in NOT_PEOPLE:
            return None
        problem = (
            "" if count in {None, len(everybody)} else f"Det står {len(everybody)} personer på listan, inte {count}."
        )
        return Mention(everybody, Who.ALL, problem, "alla")

    def _both(self, everybody: frozenset[int]) -> Mention | None:
        if self._peek() in NOT_PEOPLE:
            return None
        namesakes = self.people.called(self.tokens[self.at]) if self.at < len(self.tokens) else frozenset()
        if len(namesakes) == 2:
            self.at += 1
            return Mention(namesakes, Who.NAMED, "", "båda")
        self._skip_of_them()
        return Mention(everybody, Who.ALL if len(everybody) == 2 else Who.THEM, "", "båda")

    def _skip_of_them(self) -> None:
        if self._peek() in {"av", "utav"} and self._peek(1) in {"dem", "dom", "de", "dessa", "förslagen", "personerna"}:
            self.at += 2
        while self._peek() in {
            "här",
            "dessa",
            "personer",
            "personerna",
            "förslagen",
            "kandidater",
            "kandidaterna",
            "namnen",
        }:
            self.at += 1
        if self._peek() == "på" and self._peek(1) in {"listan", "din"}:
            self.at += 2

    def _name(self) -> Mention | None:
        token = self.tokens[self.at]
        if not token[0].isalpha():
            return None
        following = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else ""
        second = self.people.called(following, beside_name=True) if following[:1].isalpha() else frozenset()
        who = self.people.called(token, beside_name=bool(second), inside=self.at > 0)
        who = who or self.people.slips(token, second)
        if not who:
            return None
        self.at += 1
        if who & second and following.lower() != token.lower():
            who &= second
            self.at += 1
        elif len(following) == 1 and following.isupper():
            who = self.people.with_initial(who, following)
            self.at += 1
            if not who:
                return Mention(frozenset(), Who.NAMED, f"”{token} {following}” finns inte på listan.", token)
        elif self._is_another_surname(following, who):
            return Mention(frozenset(), Who.NAMED, f"”{token} {following}” finns inte på listan.", token)
        if len(who) > 1:
            names = " och ".join(f"{number} {self.people.names[number]}" for number in sorted(who))
            return Mention(frozenset(), Who.NAMED, f"”{token}” kan vara {names}.", token)
        return Mention(who, Who.NAMED, "", token)

    def _is_another_surname(self, following: str, who: frozenset[int]) -> bool:
        is_name = following[:1].isupper() and following[1:].islower() and following.lower() not in COMMON
        return (
            is_name
            and not self.people.called(following)
            and self.low[self.at - 1] in {self.people.first[number] for number in who}
            and len(following) > 2
        )


def _together(first: Mention, second: Mention, *, loose: bool) -> Mention:
    words = f"{first.words} {second.words}"
    return Mention(first.numbers | second.numbers, Who.NAMED, first.problem or second.problem, words, loose)


def strangers(sentence: str, people: People) -> Iterator[str]:
    """Yield capitalised words inside the sentence that stand in a list with a mention but are nobody's name."""
    tokens = _TOKEN.findall(sentence)
    for index, token in enumerate(tokens):
        if index == 0 or not (token[0].isupper() and token[1:].islower()) or len(token) < 3:
            continue
        if token.lower() in COMMON or people.called(token, inside=True):
            continue
        beside = {tokens[index - 1].lower(), tokens[index + 1].lower() if index + 1 < len(tokens) else ""}
        if beside & {"och", "o", "&", "samt", "till", "ta", "tar", "med", "välj", "väljer"}:
            yield token
