"""Find in a clause of a reply to a proposal whom it chooses outright, by the ways listed in ways_of_choosing.txt.

The clause comes with marks "§0", "§1" … for its people, "henne" and "de två" among them; small adverbs are struck out
before a way is looked for, so that one line there stands for many ways of saying it. Verbs: words_of_choosing.txt.
"""

import re
from collections.abc import Iterator
from functools import cache

from medverkan.mailbox.replies.phrases import lists_in, pattern_of

_WAYS = "ways_of_choosing.txt"
_WORDS = "words_of_choosing.txt"
# "jag tycker vi tar Anna"
_OPINES = re.compile(
    r"(?<= )(?:jag|vi) (?:tycker|anser|känner|säger|bedömer|menar) (?:att (?=§|(?:vi|du|ni|det) )|(?=(?:vi|du"
    r"|ni|det) ))"
)
_LEADING = re.compile(
    r"^ (?:(?:och|men|så|för(?! upp)|fast|ja(?! till| på| för)|jo|japp|okej|ok|nåväl|nå|jaha|tja|sammantaget"
    r"|sammanfattningsvis"
    r"|slutsats|kort sagt|summa summarum|med det sagt|nåja|hursomhelst|hur som helst|som sagt|då) )+"
)
_FILLS = re.compile(r" (?:dem|dom|de|just|bara) (?=§)")
_TOKEN = re.compile(r"§\d+|¤|¶|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")


@cache
def _words() -> dict[str, str]:
    lists = lists_in(_WORDS)
    # "landar jag i", "går vi vidare med"
    lists["<landing>"] = [re.sub(r"^(\S+) ", r"\1 jag/vi ", line) for line in lists["<pick>"] if " " in line]
    return {name: f"(?:{'|'.join(map(pattern_of, lines))})" for name, lines in lists.items()}


@cache
def _ways() -> dict[str, re.Pattern[str]]:
    return {
        heading: re.compile(f"(?<= )(?:{'|'.join(map(_pattern, lines))})") for heading, lines in lists_in(_WAYS).items()
    }


@cache
def _small() -> re.Pattern[str]:
    return re.compile(f"(?<= ){_words()['small']}")


def _pattern(line: str) -> str:
    pattern = pattern_of(line.replace("<who>", "§"))
    for verb, forms in _words().items():
        pattern = pattern.replace(f"(?:{verb}) ", forms)
    return pattern


def plainly(clause: str) -> tuple[str, list[int]]:
    """Return the words of a clause without small adverbs, "§" for each mark, and the marks' numbers in order."""
    words = f" {' '.join(_TOKEN.findall(clause))} "
    for _ in range(2):
        words = _LEADING.sub(" ", _small().sub("", _OPINES.sub("", words)))
    words = _FILLS.sub(" ", words)
    marks = [int(mark) for mark in re.findall(r"§(\d+)", words)]
    return re.sub(r"§\d+", "§", words), marks


# "bjud Anna på kaffe" and "det är Anna jag oroar mig för" choose nobody: what follows must belong to the choice.
_MAY_FOLLOW = re.compile(
    r"$|(?:som|för|till|åt|när|så|redan|snarast|vidare|framför|före|innan|igenom|med|den|denna|detta|imorgon"
    r"|under|kring|¤"
    r"|vilka|vilket|vars|tycker|helt|eftersom|precis|gällande|om) "
    r"|(?:på|i|inom) (?:det|detta|den|denna|listan|uppdraget|gruppen|mötet|arbetsgruppen|rådet|panelen|dialogen"
    r"|projektet"
    r"|första|år|vår|höst|höstens|vårens|mars|april|maj|juni|¤|er|din|vårt|vår) |och (?:ingen|inga|det|så|de|§) |§ "
)
_ONLY_SO = re.compile(
    r"som (?:gäller|passar|ska|får|blir|står|känns|jag|vi|det|duger|verkar|kan|har)\b|(?:jag|vi) (?!är\b)|$|nu "
    r"|för |¤"
)


def chosen_in(words: str, heading: str = "chooses") -> Iterator[int]:
    """Yield the places, counted among the marks of the clause, of those it chooses."""
    for match in _ways()[heading].finditer(words):
        rest = words[match.end() :]
        follows = _ONLY_SO if match[0].startswith("det är ") else _MAY_FOLLOW
        if heading == "chooses" and not follows.match(rest):
            continue
        before = words[: match.start()].count("§")
        yield from range(before, before + match[0].count("§"))


def says(words: str, heading: str) -> bool:
    """Tell whether the clause has one of the ways under a heading."""
    return bool(_ways()[heading].search(words))
