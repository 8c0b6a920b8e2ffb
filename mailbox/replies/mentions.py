"""Find whom a sentence speaks of: numbers, ordinals, names, "alla", "de två första", "resten".

Each mention becomes a mark "§0", "§1" … in the sentence, so that the rules about what is said of them are patterns on
short text. Who cannot be told for sure is a mention with a problem, never a guess.
"""

import re
from dataclasses import dataclass, field, replace

from medverkan.mailbox.replies.cursor import Cursor, Mention, Who
from medverkan.mailbox.replies.groups import read_group
from medverkan.mailbox.replies.named import read_name
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.numbers import read_number, read_ordinal
from medverkan.mailbox.replies.vocabulary import CONNECTIVES

_GREETS = re.compile(r"^(?:tack|tackar|hej|hejsan|kära|hälsa)(?: så mycket| hej| till| er)* (?=§)")
_NEITHER = re.compile(r"\b(?:varken|inte|ej|nej till) (§\d+(?:(?: ,)? (?:eller|,) §\d+){0,8} (?:eller|och) §\d+)")
_SEPARATES = frozenset((",", "så", "till", "på", "för", "av", "nej", "ja", "men", "och"))
_NONE_OF = re.compile(r"§(\d+) av §(\d+)")
_LABEL = re.compile(r"(§\d+) [-:=>]+ (?!(?:inte |ej |skippa |stryk |hoppa över |ta bort |släpp |minus |utom )?§)")
# "4: henne också, ja" says once more who is meant.
_AGAIN = re.compile(r"^(§0) (?:henne|honom|hen)(?= (?:också|med|likaså|även|ja|nej|vill|tar|absolut|gärna)\b|,| ,|$)")
# "inte Bo utan Eva" chooses her; "Bo utan Eva" does not.
_DENIES = re.compile(r"\b(?:inte|ej|icke|varken|nej|ingen|inget|inga|aldrig|knappast)\b.* utan §")
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
        text = _LABEL.sub(r"\1 ", _CONTRAST.sub(" , istället " if _DENIES.search(text) else " , inte ", text))
        marked.text = _AGAIN.sub(r"\1", text) if text.startswith("§") and len(marked.mentions) == 1 else text
        return marked

    def _neither(self, marked: Marked, neither: re.Match[str]) -> str:
        """Make one mention of "varken A, B eller C", with the "inte" behind it."""
        first, *rest = (int(place) for place in re.findall(r"§(\d+)", neither[1]))
        if any(marked.mentions[place].who is Who.REST for place in rest):
            return neither[0]
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


def _is_number(words: str) -> bool:
    return words.removeprefix("nr ").split(" ")[-1].isdecimal()


def _together(first: Mention, second: Mention, *, loose: bool) -> Mention:
    words = f"{first.words} {second.words}"
    problem = first.problem or second.problem
    return Mention(first.numbers | second.numbers, Who.NAMED, problem, words, second.numbers if loose else frozenset())
