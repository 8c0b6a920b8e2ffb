"""Labels with nothing between them and their values: "Verksamhet Dialysen i Västervik", line after line.

Words that may begin a label begin many a sentence too, so it takes many such lines before any of them counts.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from medverkan.mailbox.forms.finding.shapes import Line, Sign, Split
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import (
    MAX_LABEL,
    Label,
    Strength,
    folded,
    known_labels,
    label_of_text,
    worded_label,
    wordings_of,
)
from medverkan.mailbox.forms.naming.registry import FIELDS, field
from medverkan.mailbox.values import Kind

MIN_LINES = 4
MAX_WORDS = 7
MAX_LINE = 300
# Looked up once, for every line is asked about.
_NONE, _BOXES, _DOTS = Sign.NONE, Sign.BOXES, Sign.DOTS
_UNPARTED = frozenset((_NONE, _BOXES))
_JOINS = frozenset(("och", "eller", "/", "&", "samt"))
# "Vad heter …" is a question, "Vad Dialogmöte" a label with its value.
_ASKS = frozenset(("vad", "var", "nar", "hur", "vem", "vill", "kan", "inte", "behover", "varfor"))
_JOINED = re.compile(r"[/(:]|[–-]$")
_ENDED = re.compile(r"[.,;!?]$")

_LOOKS = {
    Type.PHONE: re.compile(r"[+0(][\d ()/-]{6,}"),
    Type.EMAIL: re.compile(r"\S{1,80}@\S"),
    Type.YEAR: re.compile(r"-?\d\d(?:\d\d)?\b"),
    Type.NUMBER: re.compile(r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s*(?:st|personer|pers)?\.?$"),
    Type.MUNICIPALITY: re.compile(r"[A-ZÅÄÖ][a-zåäö-]{1,20}(?: kommun)?$"),
}

Sure = Mapping[int, tuple[Split, Label]]


def prefixed(lines: Sequence[Line], sure: Sure, kind: Kind) -> dict[int, tuple[Split, Label]]:
    """Return the lines that begin with a known label, {} where too few do so to be a form."""
    signed = sum(split.sign not in _UNPARTED for split, _ in sure.values())
    if signed > len(lines) // 3:
        return {}
    found = {
        at: read
        for at, line in enumerate(lines)
        if _is_open(sure.get(at)) and len(line.text) <= MAX_LINE and (read := _begins(line.bare, kind))
    }
    boxed = {label.key for split, label in sure.values() if split.sign is _BOXES}
    keys = {label.key for _, label in found.values()}
    if len(keys) < 2 or len(keys | boxed) < MIN_LINES or len(found) <= signed:
        return {}
    # Labels that plainly stand alone, with their values below them.
    alone = sum(split.sign is _NONE and label.strength is Strength.EXACT for split, label in sure.values())
    if alone >= max(MIN_LINES, len(found)):
        return {}
    first, last = min(found), max(found)
    written = sum(bool(line.text) for line in lines[first : last + 1])
    labels = len(found) + sum(first <= at <= last for at in sure if at not in found)
    return found if 3 * (len(found) + len(boxed)) >= written and 2 * labels >= written else {}


def typed(lines: Sequence[Line], sure: Sure, kind: Kind) -> dict[int, tuple[Split, Label]]:
    """Return lines among the labels of a form that begin with one whose kind of value follows: "Telefon 08-…"."""
    if len(sure) < MIN_LINES:
        return {}
    found = {}
    # Where dots lead to the values, a long label leaves no room for any.
    dotted = sum(split.sign is _DOTS for split, _ in sure.values()) >= MIN_LINES
    keys = {label.key for _, label in sure.values()}
    for at in range(min(sure) + 1, max(sure) + 1 + dotted):
        line = lines[at] if at < len(lines) else None
        if line and at not in sure and len(line.text) <= MAX_LINE and (read := _begins(line.bare, kind)):
            asked = field(kind, read[1].key)
            looks = _LOOKS.get(asked.type) if asked else None
            if (dotted and read[1].key not in keys) or (looks and looks.match(read[0].value)):
                found[at] = read
    return found


def _is_open(read: tuple[Split, Label] | None) -> bool:
    """Tell whether a line holds no label, or one only that is nearly it: "Antal personer 3"."""
    return read is None or (read[0].sign is _NONE and read[1].strength < Strength.EXACT)


def _begins(text: str, kind: Kind) -> tuple[Split, Label] | None:
    if not text[:1].isupper() or text.endswith("?"):
        # "Vilken enhet gäller det?" is asked to its end.
        return None
    words = text.split(maxsplit=MAX_WORDS + 2)
    if len(words) < 2 or folded(words[0]).partition(" ")[0] not in _first_words(kind):
        return None
    known = wordings_of(kind)
    for count in range(min(MAX_WORDS, len(words) - 1), 0, -1):
        start = " ".join(words[:count])
        is_known = len(start) <= MAX_LABEL and folded(start) in known
        if is_known and not _ENDED.search(start) and not _JOINED.match(words[count]):
            return _cut(words, count, kind)
    return None


def _cut(words: list[str], longest: int, kind: Kind) -> tuple[Split, Label] | None:
    """Return the label in at most so many first words: "Ersättning Arvode" reads as "Ersättning/arvode"."""
    key = _key(words[:longest], kind)
    # A capital says where the value begins.
    shorter = (c for c in range(1, longest) if words[c][0].isupper() and _key(words[:c], kind) == key)
    count = next(shorter, longest)
    asks = count == 1 and folded(words[0]) in _ASKS and words[1][0].islower()
    return None if asks else _whole(words, count, kind)


def _key(words: list[str], kind: Kind) -> str:
    text = " ".join(words)
    label = label_of_text(text, kind) if known_labels([text], kind) else None
    return label.key if label else ""


def _whole(words: list[str], count: int, kind: Kind) -> tuple[Split, Label] | None:
    """Return the label in the first words, with "eller klinik" where that belongs to it."""
    if words[count] in _JOINS and count + 2 < len(words):
        longer = worded_label(" ".join(words[: count + 2]), kind)
        if longer and longer.strength is Strength.EXACT:
            count += 2
    text = " ".join(words[:count])
    label = label_of_text(text, kind)
    return (Split(text, " ".join(words[count:]), Sign.NONE), label) if label else None


@cache
def _first_words(kind: Kind) -> frozenset[str]:
    variants = (variant for field in FIELDS[kind] for variant in (field.label, *field.variants))
    return frozenset(words.split()[0] for variant in variants if (words := folded(variant)))
