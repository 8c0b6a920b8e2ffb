"""Part an answer by the numbers of our questions: "1. tre", "Fråga 2: ja", and what is typed between our own lines."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from medverkan.mailbox.answers.asked import Asked

MAX_WORDS = 20_000
MIN_PART = 12
_MOST_QUOTED = 5  # letters of ours that one mail quotes, the newest on top
_SAID = {"ett": 1, "en": 1, "ettan": 1, "två": 2, "tvåan": 2, "tre": 3, "trean": 3, "fyra": 4, "fyran": 4, "fem": 5}
_SPEAKS = (
    r"(?:svar(?:et)?\s+(?:på|till)\s+|på\s+|ang(?:ående)?\.?\s+|gällande\s+|till\s+)?"
    r"(?:fråga|frågan|punkt|nummer|nr\.?)\s*"
)
_AT_START = re.compile(
    rf"^\s{{0,6}}[-*•(]?\s{{0,2}}(?:{_SPEAKS}(?P<named>\d{{1,2}}|ett|två|tre|fyra|fem)\b\s*(?:är\b|[.):=–-])?\s*|"
    r"(?:ang(?:ående)?\.?|gällande)\s+(?P<about>\d{1,2})\s*[.):–-]\s*|"
    r"(?P<word>ettan|tvåan|trean|fyran)\s*[.:=–-]?\s+|"
    r"(?P<plain>\d{1,2})\s?(?:[.):](?!\d|[ae]\b)|\s[–=-](?=\s+[^\s\d])|[–-](?=\s+[^\s\d]))\s*)",
    re.I,
)
_WITHIN = re.compile(
    r"(?<=\s)(?:(?:svar(?:et)? )?(?:på )?(?:fråga|punkt) (?P<spoken>\d{1,2})\s?(?:är\b|[.):–-])?|"
    r"(?P<plain>\d{1,2})\s?(?P<sign>[.):=–-]))\s+(?=\S)",
    re.I,
)
_NO_ITEM_BEFORE = re.compile(
    r"\b(?:den|kl\.?|klockan|sal|rum|plan|våning|vån|avd|avdelning|hus|port|nr|mellan|till|och|ca)\s*$", re.I
)
_SPEAKS_ON = re.compile(r"[\s.,;]*(?:och )?(?:svar(?:et)? )?(?:(?:på|till|ang\.?) )?(?:fråga|punkt|nr\.?)\s*$", re.I)
_MONTH = re.compile(r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", re.I)
_OWN_ITEM = re.compile(r"^(\d{1,2}): (.*)$", re.S)
_QUOTE_SIGN = re.compile(r"(?m)^[ \t]{0,3}(?:> ?)+")
_SAYS_ANSWER = re.compile(r"^(?:svar|sv|vårt svar|a)\s?[:=–-]\s+", re.I)
_ASIDE = re.compile(r"(?im)^[ \t]{0,4}(?:obs|p\.?s|n\.?b)\b[!:.,]*")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One run of an answer: the number that it carries, None for none."""

    number: int | None
    text: str


def pieces(words: str, asked: Sequence[Asked]) -> list[Piece]:
    """Part words at the numbers of questions; without numbers, or without questions, it is one piece."""
    if not asked:
        return [Piece(None, words)]
    found: list[tuple[int | None, list[str]]] = [(None, [])]
    for line in words[:MAX_WORDS].split("\n"):
        start = _AT_START.match(line)
        if not start:
            found[-1][1].append(line)
            continue
        number = _number(start)
        for at, text in _within(number, line[start.end() :], line[: start.end()]):
            found.append((at, [text]))
    return list(_ended(found))


def _ended(found: list[tuple[int | None, list[str]]]) -> list[Piece]:
    """Cut the last numbered piece at a blank line: what stands below it is no longer its answer."""
    made = []
    for at, (number, lines) in enumerate(found):
        text, rest = "\n".join(lines), ""
        if number is not None and at == len(found) - 1:
            first, _, below = text.lstrip("\n").partition("\n\n")
            text, rest = first, below
        made += [Piece(number, text.strip()), Piece(None, rest.strip())]
    return [piece for piece in made if piece.text or piece.number is not None]


def _number(start: re.Match[str]) -> int:
    said = (start["named"] or start["about"] or start["plain"] or start["word"]).casefold()
    return int(said) if said.isdigit() else _SAID[said]


def _within(number: int, text: str, opening: str) -> list[tuple[int, str]]:
    """Part one line that goes on to the next numbers ("1) Kalmar 2) tre")."""
    sign = next((c for c in reversed(opening.strip()) if c in ".):=–-"), "")
    parts, last = [], 0
    for found in _WITHIN.finditer(text):
        follows = int(found["spoken"] or found["plain"]) == number + 1
        if found["plain"]:
            is_day = sign == "." and _MONTH.match(text[found.end() :])
            follows = follows and found["sign"] == sign and not is_day
            follows = follows and not _NO_ITEM_BEFORE.search(text[: found.start()])
        if not follows:
            continue
        # "… och på fråga 2:" leads on to the next one; at the end it is a word of the answer.
        parts.append((number, _bare(_SPEAKS_ON.sub("", text[last : found.start()]))))
        number, last = number + 1, found.end()
    return [*parts, (number, _bare(text[last:]))]


def _bare(text: str) -> str:
    return text.strip(" ,;–-")


def between(body: str, asked: Sequence[Asked], after: str) -> Mapping[int, str]:
    """Return what is typed between the lines of our own letter, by number.

    `body` is the whole mail with what it quotes; `after` is the line of our letter below the last question.
    """
    text = _SPACE.sub(" ", _QUOTE_SIGN.sub("", body[: 5 * MAX_WORDS]))
    below = _SPACE.sub(" ", after)
    ends = -1
    for _ in range(_MOST_QUOTED):
        ends = text.find(below, ends + 1) if below else -1
        if ends < 0:
            break
        if marks := _marks(text, asked, ends):
            limits = [begins for _, begins, _ in marks[1:]] + [ends]
            typed = {one: text[stop:limit].strip(" *_") for (one, _, stop), limit in zip(marks, limits, strict=True)}
            return {number: said for number, said in typed.items() if said}
    return {}


def _marks(text: str, asked: Sequence[Asked], ends: int) -> list[tuple[int, int, int]]:
    """Return number, start and end of each question, looked for upwards: on top they may be copied into the answer."""
    marks: list[tuple[int, int, int]] = []
    at = ends
    for one in reversed(asked):
        # The number may be left out: some programs make a list of it, and lists lose theirs.
        written = _SPACE.sub(" ", one.text)
        begins = text.rfind(written, 0, at)
        if begins < 0:
            return []
        opening = text.rfind(f"{one.number}.", max(0, begins - 8), begins)
        at = opening if 0 <= begins - opening <= 5 else begins
        marks.insert(0, (one.number, at, begins + len(written)))
    return marks


def holds_all(body: str, asked: Sequence[Asked]) -> bool:
    """Tell whether a mail quotes all of these questions."""
    text = _SPACE.sub(" ", _QUOTE_SIGN.sub("", body[: 5 * MAX_WORDS]))
    return all(_SPACE.sub(" ", one.text) in text for one in asked)


def without_between(words: str, typed: Mapping[int, str], body: str) -> str:
    """Take out of own words what was typed between our lines, and numbers that stand in no line of the mail.

    `own_words` puts the number of the quoted line above before an answer; of which letter that line was, it cannot say.
    """
    known = [_SPACE.sub(" ", said).strip() for said in typed.values()]
    kept = []
    for paragraph in words.split("\n\n"):
        item = _OWN_ITEM.match(paragraph)
        said = _SPACE.sub(" ", item[2] if item else paragraph).strip()
        # A short word, such as a number, may stand in an answer below and be another answer above.
        if said and any(said == one or (len(said) >= MIN_PART and said in one) for one in known):
            continue
        written = item and re.search(rf"(?m)^\W{{0,4}}{item[1]}:", body[: 5 * MAX_WORDS])
        kept.append(item[2] if item and not written else paragraph)
    return "\n\n".join(kept)


def without_aside(text: str) -> tuple[str, str]:
    """Return an answer without "Svar:" before it, and apart what "OBS" or "PS" on a line below begins."""
    text = _SAYS_ANSWER.sub("", text.strip())
    found = _ASIDE.search(text)
    return (text[: found.start()].strip(), text[found.start() :]) if found and found.start() else (text, "")
