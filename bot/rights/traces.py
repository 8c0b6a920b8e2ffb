"""By which words a person is known again in a text: name, phone and address, however they are written.

What somebody else in the register shares with them (a couple's phone, a namesake's name) tells of neither alone, and is
left out. In the cases where they were listed a first name is enough; anywhere else it is somebody else's.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from medverkan.bot.rights.needles import Needles
from medverkan.mailbox.mime import html_of, parse, plain_text, text_of
from medverkan.mailbox.sources import sources_of
from medverkan.storage.erasure import GONE
from medverkan.storage.values import Member

NAMES = (("first_name", "last_name"),)
PHONES, ADDRESSES, WORDS = ("phone", "guardian_phone"), ("email",), ("guardian_name", "postal_address")
_NEVER = re.compile(r"(?!)")
_BETWEEN = r"[\s().\-–/]{0,3}"
LEAST_NAME = 2
LEAST_DIGITS = 7


@dataclass(frozen=True, slots=True)
class Traces:
    """The words, as patterns; `shared` are the numbers of others who have some of them too."""

    anywhere: re.Pattern[str]
    closely: re.Pattern[str]
    needles: Needles
    needles_closely: Needles
    shared: tuple[str, ...] = ()

    def may_be_in(self, raw: bytes, *, own_case: bool = False) -> bool:
        """Tell whether a text in UTF-8 is to be looked at: quick, and a no is certain."""
        return (self.needles_closely if own_case else self.needles).may_be_in(raw)

    def are_in(self, text: str, *, own_case: bool = False) -> bool:
        """Tell whether a text tells of the person."""
        return bool((self.closely if own_case else self.anywhere).search(unicodedata.normalize("NFC", text)))

    def scrubbed(self, text: str) -> str:
        """Return a text without the person."""
        return self._without(text, self.anywhere)

    def scrubbed_closely(self, text: str) -> str:
        """Return a text of a case of theirs without the person."""
        return self._without(text, self.closely)

    def _without(self, text: str, pattern: re.Pattern[str]) -> str:
        composed = unicodedata.normalize("NFC", text)
        return pattern.sub(GONE, composed) if pattern.search(composed) else text


def traces_of(known: Iterable[Mapping[str, Any]], others: Iterable[Member]) -> Traces:
    """Return the traces of a person by all that their fields say or said, without what others have in common."""
    wanted = {piece for fields in known for piece in _pieces(fields)}
    shared: set[str] = set()
    common: set[tuple[str, ...]] = set()
    for other in others:
        both = wanted & _pieces(other.fields)
        if both:
            shared.add(other.number)
            common |= both
    told = [pattern for piece in sorted(wanted - common) for pattern in _patterns(piece)]
    names = sorted({name for piece in wanted if piece[0] == "name" for name in piece[1:] if len(name) >= LEAST_NAME})
    # A first name as such is also a word ("Bo", "Sten"): only as it is written, or in capitals, is it a name.
    alone = [f"{re.escape(name)}|{re.escape(name.upper())}" for name in names]
    closely = "|".join([*(f"(?i:{pattern})" for pattern in told), *(rf"(?<!\w)(?:{name})s?(?!\w)" for name in alone)])
    left = wanted - common
    return Traces(
        _compiled("|".join(told), re.IGNORECASE), _compiled(closely), Needles(left),
        Needles(wanted, each_name=True), tuple(sorted(shared)),
    )  # fmt: skip


def needles_of(known: Iterable[Mapping[str, Any]]) -> Needles:
    """Return what a card must hold that has something in common with somebody of whom these fields are known."""
    return Needles({piece for fields in known for piece in _pieces(fields)}, each_name=True)


def text_of_mail(raw: bytes) -> str:
    """Return all that a mail says: headers, bodies, and its attachments as far as they can be read. Total."""
    letter = parse(raw)
    said = [f"{name}: {value}" for name, value in letter.headers]
    said += [plain_text(letter), html_of(letter)]
    attached = [part for part in letter.parts if not part.inline]
    said += [text_of(part) for part in attached if part.content_type.startswith("text/")]
    said += [part.filename for part in attached]
    if any(not part.content_type.startswith("text/") for part in letter.parts):
        rows = (row for segment in sources_of(letter).segments for row in segment.rows)
        said += [" ".join(filter(None, row.cells)) for row in rows]
    return "\n".join(said)


def _pieces(fields: Mapping[str, Any]) -> set[tuple[str, ...]]:
    """Return what a person's fields tell them by, each as (kind, …)."""
    found: set[tuple[str, ...]] = set()
    first, last = (" ".join(_text(fields, key).split()) for key in NAMES[0])
    if first or last:
        found.add(("name", first, last))
    found |= {("phone", digits) for key in PHONES if len(digits := _digits(_text(fields, key))) >= LEAST_DIGITS}
    found |= {("address", _text(fields, key).lower()) for key in ADDRESSES if "@" in _text(fields, key)}
    return found | {("words", " ".join(_text(fields, key).split()).lower()) for key in WORDS if _text(fields, key)}


def _text(fields: Mapping[str, Any], key: str) -> str:
    return unicodedata.normalize("NFC", str(fields.get(key) or "")).strip()


def _digits(phone: str) -> str:
    """Return a number without what may be written before it: "+46701740605" and "0701740605" are both "701740605"."""
    digits = re.sub(r"\D", "", phone)
    return digits.removeprefix("46") if phone.startswith("+") else digits.lstrip("0")


def _patterns(piece: tuple[str, ...]) -> list[str]:
    kind, *words = piece
    if kind == "phone":
        return [rf"(?<!\d)(?:(?:\+|00)\d{{1,3}}{_BETWEEN})?(?:0{_BETWEEN})?{_BETWEEN.join(words[0])}(?!\d)"]
    if kind == "address":
        return [rf"(?<![\w.+-]){re.escape(words[0])}(?![\w-])"]
    if kind == "words":
        return [_flexible(words[0])] if len(words[0]) > LEAST_DIGITS else []
    first, last = (_flexible(word) for word in words)
    if not (words[0] and words[1]):
        # One name alone tells of nobody outside the cases that they were in.
        return []
    return [
        rf"(?<!\w){first}(?:[\s-]{{1,3}}[^\W\d_]{{1,30}}){{0,2}}[\s]{{1,3}}{last}s?(?!\w)",
        rf"(?<!\w){last},?\s{{1,3}}{first}(?!\w)",
    ]


def _flexible(words: str) -> str:
    """Return a pattern of words between which any white space may stand."""
    return r"\s{1,3}".join(re.escape(word) for word in words.split())


def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags) if pattern else _NEVER
