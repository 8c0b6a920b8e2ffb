"""Find answers typed between the lines of the quoted letter where no ">" tells them apart ("se mina svar nedan").

Our letter numbers its people, so what stands under one of the numbered lines and is no line of the letter is an answer
about that person. Looked for only where the writer announces it or wrote nothing else, and only in the newest letter.
"""

import re
from itertools import pairwise

_ANNOUNCES = re.compile(
    r"\b(?:nedan\w*|inline|mellan raderna|i (?:blått|rött|grönt|lila|färg|fetstil|kursiv\w*|versaler|texten|mejlet"
    r"|mailet|listan|din lista|ditt (?:mejl|mail))|(?:under|vid|efter|bredvid|intill) (?:varje|resp\w*|namn\w*"
    r"|person\w*)"
    r"|here ?below|below|in[- ]line)\b",
    re.I,
)
_ITEM = re.compile(r"\s{0,4}(\d{1,2})[.)]\s+\S")
_OF_THE_LETTER = re.compile(
    r"\s*(?:[-+–—*•]\s|(?:svara|så svarar|så (?:här )?gör|skriv|du kan|det går|går det|som grupp|inte med i|förfrågan"
    r"|ärendekod|med vänlig|hälsning|mvh|jag föreslår|när du har|ring\b.{0,30}(?:och|:)"
    r"|bästa tid|telefon|tfn|mobil|att säga)\b"
    r"|ja\b(?: och nummer|(?: \d{1,2})+ [-–])|(?:nej|fler|fråga|paus|ångra)\b (?:[-–]|om |och |följt))",
    re.I,
)
_SENDER = re.compile(r"[*\s]*(?:från|from|fra|avsändare)[*\s]*:(.*)", re.I)
_PLAIN_ANSWER = re.compile(
    r"(?:ja|japp|jo|nej|nä|nix|ok|okej|inte|gärna|absolut|visst|självklart|tackade|tackar|svarar|svarade|vill|kan|ring)"
    r"(?!\w)|[👍👎]",
    re.I,
)
_LIKE_AN_ANSWER = re.compile(
    r"\s*(?:ja|japp|jo|nej|nä|ok|okej|inte|gärna|absolut|kanske|tveksam)\b|\s*[A-ZÅÄÖ0-9👍👎]", re.I
)
_MAX_LETTER_LINES = 400


def announces_answers(typed: str) -> bool:
    """Tell whether the writer says that the answers stand in the quoted letter."""
    return bool(_ANNOUNCES.search(typed))


def answers_between(quoted: list[str], addressee: str) -> list[str]:
    """Return "2: nej tack" for what stands under the numbered lines of a quoted letter.

    `addressee` is the reply's own To as written: only in a letter that came from there can the writer's answers stand.
    """
    senders = [index for index, line in enumerate(quoted[:_MAX_LETTER_LINES]) if _SENDER.match(line)]
    letter = quoted[: senders[1] if len(senders) > 1 else _MAX_LETTER_LINES]
    if not senders or not _is_from(letter[senders[0]], addressee):
        return []
    places = _list_in(letter)
    blocks = [letter[start:end] for start, end in pairwise([*places, len(letter)])]
    answers = [_answer(block, last=index == len(blocks) - 1) for index, block in enumerate(blocks)]
    return [f"{number}: {answer}" for number, answer in enumerate(answers, start=1) if answer]


def are_plain(answers: list[str]) -> bool:
    """Tell whether every one begins as an answer does; nothing else is believed of a mail that says nothing itself."""
    return all(_PLAIN_ANSWER.match(answer.partition(": ")[2]) for answer in answers)


def _is_from(header: str, addressee: str) -> bool:
    match = _SENDER.match(header)
    name, _, rest = (match[1] if match else "").strip(" *").casefold().partition("<")
    address = re.split(r"[>\]\s]", rest)[0].removeprefix("mailto:")
    return bool(address or name.strip(' "')) and (address or name.strip(' "')) in addressee.casefold()


def _list_in(letter: list[str]) -> list[int]:
    """Return where the lines "1. …", "2. …" stand; nothing where they are not one list of two or more."""
    places: list[int] = []
    for index, line in enumerate(letter):
        match = _ITEM.match(line)
        if match and int(match[1]) == len(places) + 1:
            places.append(index)
        elif match and int(match[1]) == 1 and places:
            break  # an older letter further down
    return places if len(places) > 1 else []


def _answer(block: list[str], *, last: bool) -> str:
    kept: list[str] = []
    before = block[0]
    for line in block[1:]:
        if not line.strip():
            if kept and last:
                break
        elif _OF_THE_LETTER.match(line):
            if last:
                break
        elif kept or not before.strip() or len(before) < 60 or _LIKE_AN_ANSWER.match(line):
            kept.append(line.strip())
        before = line
    return " ".join(kept)
