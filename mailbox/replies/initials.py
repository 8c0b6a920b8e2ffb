"""Name in full, before people are looked for, whom a report of calls names by an initial or by an ordinary word.

"H och M är med" is put over where the initials are all different, "Maj kommer" where it does what no month does.
"""

import re

from medverkan.mailbox.replies.names import People, fold
from medverkan.mailbox.replies.vocabulary import not_people

# A letter by itself where a statement begins, or joined to another one.
_LETTER = re.compile(
    r"(^|[\n,;.!] ?)([A-HJ-NP-ZÖ]|I(?= ?[:=]))(?:\.(?= [a-zåäö]))?(?=[ :=-]{1,3}[^\W\d])"
    r"|(\b(?:och|men|från|till|av) )([A-HJ-NP-ZÖ])(?=[ :=,.-]|$)"
    r"(?! ?-?\d)",
    re.M,
)
_NO_THINGS = frozenset(("svar", "samtal", "signaler", "andra", "fler", "av", "alls", "nya", "särskilda", "konstiga"))
_BEGINS = re.compile(
    r"^([A-ZÅÄÖ][a-zåäö]+)(?=,? (?:ja|nej|inget svar|ej svar|vill|ville|sa|sade|säger|tackade|tackar|svarade|svarar"
    r"|hör|steg|drog|står|stod|avböjer|hoppar|hoppade|avstod|tog|tar|kan (?:inte|tyvärr)|vill|är med|är på"
    r"|hörde|kommer|hade|ställer|hinner|orkar|orkade|undrar|undrade|bad|ber|nappade|avböjde|avstår|tyckte"
    r"|tycker|tvekade"
    r"|funderar|skrattade|lovade|behöver|deltar|ringde)\b| ?: ?\w| - \w)"
)
_ALONE = re.compile(r"(?<=[\w,] )([A-ZÅÄÖ])(?![\w.'/-])")
_FROM_A_TO_Z = re.compile(r"\bA till [ZÖ]\b|\bP\.? ?S\b|\bplan [AB]\b", re.I)


def initials_in_full(told: list[str], people: People) -> list[str]:
    """Return the sentences of a report with first and last names for its initials."""
    text = "\n".join(_wordlike(_inga(sentence, people), people) for sentence in told)
    return _initials(text, people).split("\n") if text.count("\n") == len(told) - 1 else told


def _inga(text: str, people: People) -> str:
    """Put the number for a person called Inga, who is else read as nobody at all."""
    called = [number for number, first in people.first.items() if first == "inga"]
    if len(called) != 1 or "Inga" not in text:
        return text

    def number(match: re.Match[str]) -> str:
        return match[0] if match[1] and match[1].lower() in not_people() | _NO_THINGS else f"nr {called[0]}"

    last = re.escape(people.names[called[0]].split()[-1])
    return re.sub(rf"\bInga\b(?: {last}\b)?(?! [A-ZÅÄÖ])(?=(?: (\w+))?)", number, text)


def _wordlike(text: str, people: People) -> str:
    """Name in full the "Maj" that begins a sentence and does what no month does."""

    def whose(match: re.Match[str]) -> str:
        numbers = people.wordlike(match[1])
        return people.names[min(numbers)] if len(numbers) == 1 else match[0]

    return _BEGINS.sub(whose, text)


def _initials(text: str, people: People) -> str:
    letters = {match[2] or match[4] for match in _LETTER.finditer(text)}
    others = [one for one in _ALONE.findall(text) if one not in letters]
    if not letters or others or _FROM_A_TO_Z.search(text):
        return text
    whose = {
        letter: [number for number, first in people.first.items() if first[:1] == fold(letter)] for letter in letters
    }
    # "A ja, B nej" may as well count the rows from A.
    rows = {chr(ord("A") + place): [number] for place, number in enumerate(people.numbers)}
    in_order = letters <= set(rows) and len(letters) > 1 and any(whose[letter] != rows[letter] for letter in letters)
    if in_order or any(len(numbers) != 1 for numbers in whose.values()):
        return text
    return _LETTER.sub(
        lambda match: f"{match[1] or match[3] or ''}{people.names[whose[match[2] or match[4]][0]]}", text
    )
