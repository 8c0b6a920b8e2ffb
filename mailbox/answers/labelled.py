"""Find `Label: value` in an answer, on lines of its own or one after the other on a line."""

import re
from collections.abc import Collection, Iterator

from medverkan.mailbox.answers import said
from medverkan.mailbox.answers.chatter import is_no_answer
from medverkan.mailbox.forms.finding.closings import is_closing
from medverkan.mailbox.forms.finding.entries import Entry, split_label
from medverkan.mailbox.forms.finding.rows import tidy
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import Label, Strength, label_of_text
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.values import Kind

_NEXT_ON_LINE = re.compile(r"(?:[,;.!]\s+|\s+)(?=([A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö/-]{2,30}(?: [a-zåäö]{2,20})?):)")
_NEW = re.compile(
    r"^(?:(?:obs|ps)[!:.,]* )?(?:ny|nytt|nya|rätt|rätta|ändrad|ändrat|korrekt|vår|vårt|våra|er|ert) ", re.I
)
_ASIDE = re.compile(r"^(?:obs|p\.?s|n\.?b)\b", re.I)
_LABEL_FIRST = re.compile(r"^([A-ZÅÄÖa-zåäö]{3,20}(?: [a-zåäö]{3,20})?) (.{1,80})$")
_IS_SPLIT = re.compile(
    r"^(?:(?:vårt?|våra|rätt|nytt?|korrekt) )?(?P<label>[A-Za-zÅÄÖåäö-]{3,20}(?: [a-zåäö-]{3,20})?) "
    r"(?:är|blir|ska vara)(?: nu)? (?P<value>[^?]{1,200})$"
)


def labelled(text: str, kind: Kind, asked_keys: Collection[str]) -> tuple[list[Entry], list[str]]:
    """Return the entries, and the lines that belong to none of them."""
    entries: list[Entry] = []
    rest: list[str] = []
    open_: Entry | None = None
    lines = [part for line in tidy(text).split("\n") for part in _parted(line, kind, asked_keys)]
    for line in lines:
        if found := _label(line, kind, asked_keys):
            if open_:
                entries.append(open_)
            open_ = found
        elif open_ and not open_.value and not line.strip() and open_.key in asked_keys:
            # The value may stand a blank line below.
            continue
        elif open_ and _goes_on(open_, line, kind):
            open_ = Entry(open_.key, f"{open_.value}\n{line}".strip("\n"), open_.extra, open_.asked)
        else:
            if open_:
                entries.append(open_)
            open_ = None
            rest.append(line)
    return [*entries, open_] if open_ else entries, rest


def _parted(line: str, kind: Kind, asked_keys: Collection[str]) -> Iterator[str]:
    """Part "Antal: 4, plats: Vimmerby": only where what follows is surely a label."""
    last = 0
    for found in _NEXT_ON_LINE.finditer(line[:2000]):
        label = label_of_text(_NEW.sub("", found[1].strip()), kind)
        ends_sentence = found[0].lstrip()[:1] in {".", "!"} and found[1][0].isupper()
        before = label_of_text(line[last:].split(":", maxsplit=1)[0], kind)
        before_is_long = before is not None and _is_long(before.key, kind)
        parted = found[0].lstrip()[:1] in {",", ";"} or (before is not None and not before_is_long)
        is_asked = label is not None and label.key in asked_keys and found[0].lstrip()[:1] in {",", ";"}
        beside = ":" in line[last : found.start()] or found[0].lstrip()[:1] in {",", ";", ".", "!"}
        begins = (before and parted and beside) or ends_sentence or (is_asked and not before_is_long)
        if label and label.strength is Strength.EXACT and begins:
            yield line[last : found.start()]
            last = found.end()
    yield line[last:]


def _label(line: str, kind: Kind, asked_keys: Collection[str]) -> Entry | None:
    """Return the field a line names, with the value beside it; None where it names none."""
    if not line or is_closing(line, frozenset()):
        return None
    found = _beside_sign(line, kind, asked_keys)
    if found or kind is not Kind.REQUEST:
        return found
    return _label_first(line, kind, asked_keys) or _said_to_be(line, kind)


def _beside_sign(line: str, kind: Kind, asked_keys: Collection[str]) -> Entry | None:
    """Read "Plats: Nybro", "Antal – 3"."""
    for text, value, plain in split_label(line, dashes=True):
        label = label_of_text(_NEW.sub("", text), kind) if plain or "?" not in line else None
        sure = label is not None and (_counts(label, asked_keys) if plain else label.strength is Strength.EXACT)
        if label and sure and len(text.split()) <= 8:
            return Entry(label.key, value if _is_long(label.key, kind) else value.rstrip(" ."), label.extra, text)
    return None


def _label_first(line: str, kind: Kind, asked_keys: Collection[str]) -> Entry | None:
    """Read "Antal 3", where that was asked and the value fits."""
    found = _LABEL_FIRST.match(line)
    label = label_of_text(found[1], kind) if found else None
    if not found or not label or label.strength is not Strength.EXACT or label.key not in asked_keys:
        return None
    value = found[2].strip()
    return Entry(label.key, value, label.extra, found[1]) if said.fits(label.key, value, None) else None


def _said_to_be(line: str, kind: Kind) -> Entry | None:
    """Read "Vår organisation är Torsås kommun", where the value fits."""
    found = _IS_SPLIT.match(line)
    label = label_of_text(found["label"], kind) if found else None
    if not found or not label or label.strength < Strength.CLOSE or _is_long(label.key, kind) or is_no_answer(line):
        return None
    value = found["value"].rstrip(" .")
    return Entry(label.key, value, label.extra, found["label"]) if said.fits(label.key, value, None) else None


def _counts(label: Label, asked_keys: Collection[str]) -> bool:
    return label.strength > Strength.GUESSED or label.key in asked_keys


def _goes_on(entry: Entry, line: str, kind: Kind) -> bool:
    """Tell whether a line without a label belongs to the value above it."""
    if not line.strip() or is_closing(line, frozenset()) or _ASIDE.match(line):
        return False
    return not entry.value or _is_long(entry.key, kind)


def _is_long(key: str, kind: Kind) -> bool:
    asked = field(kind, key)
    return asked is not None and asked.type is Type.TEXT
