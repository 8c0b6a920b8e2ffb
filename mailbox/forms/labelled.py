"""Find `Label: value` in an answer, on lines of its own or one after the other on a line."""

import re
from collections.abc import Collection, Iterator

from medverkan.mailbox.forms import said
from medverkan.mailbox.forms.chatter import is_no_answer
from medverkan.mailbox.forms.closings import is_closing
from medverkan.mailbox.forms.entries import Entry, split_label
from medverkan.mailbox.forms.field import Type
from medverkan.mailbox.forms.labels import Label, Strength, label_of_text
from medverkan.mailbox.forms.registry import field
from medverkan.mailbox.forms.rows import tidy
from medverkan.mailbox.values import Kind

_NEXT_ON_LINE = re.compile(r"(?:[,;.!]\s+|\s+)(?=([A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö/-]{2,30}(?: [a-zåäö]{2,20})?):)")
_NEW = re.compile(r"^(?:ny|nytt|nya|rätt|rätta|ändrad|ändrat|korrekt|vår|vårt|våra|er|ert) ", re.I)
_LABEL_FIRST = re.compile(r"^([A-ZÅÄÖa-zåäö]{3,20}(?: [a-zåäö]{3,20})?) (.{1,80})$")
_IS_SPLIT = re.compile(
    r"^(?:(?:vårt?|våra|rätt|nytt?|korrekt) )?(?P<label>[A-Za-zÅÄÖåäö-]{3,20}(?: [a-zåäö-]{3,20})?) "
    r"(?:är|blir|ska vara)(?: nu)? (?P<value>[^?]{1,200})$"
)
# Where "X är Y" says the field; other labels ("Uppdraget är inställt") begin ordinary sentences too.
_SAYABLE = frozenset((
    "people_wanted", "place", "organisation", "unit", "contact_name", "contact_phone", "contact_email", "reply_by",
    "cost_centre", "activity",
))  # fmt: skip


def labelled(text: str, kind: Kind, asked_keys: Collection[str]) -> tuple[list[Entry], list[str]]:
    """Return the entries, and the lines that belong to none of them."""
    entries: list[Entry] = []
    rest: list[str] = []
    open_: Entry | None = None
    lines = [part for line in tidy(text).split("\n") for part in _parted(line, kind)]
    for line in lines:
        if found := _label(line, kind, asked_keys):
            if open_:
                entries.append(open_)
            open_ = found
        elif open_ and _goes_on(open_, line, kind):
            open_ = Entry(open_.key, f"{open_.value}\n{line}".strip("\n"), open_.extra, open_.asked)
        else:
            if open_:
                entries.append(open_)
            open_ = None
            rest.append(line)
    return [*entries, open_] if open_ else entries, rest


def _parted(line: str, kind: Kind) -> Iterator[str]:
    """Part "Antal: 4, plats: Vimmerby": only where what follows is surely a label."""
    last = 0
    for found in _NEXT_ON_LINE.finditer(line[:2000]):
        label = label_of_text(_NEW.sub("", found[1].strip()), kind)
        ends_sentence = found[0].lstrip()[:1] in {".", "!"} and found[1][0].isupper()
        before = label_of_text(line[last:].split(":", maxsplit=1)[0], kind)
        before_is_long = before is not None and _is_long(before.key, kind)
        parted = found[0].lstrip()[:1] in {",", ";"} or (before is not None and not before_is_long)
        if label and label.strength is Strength.EXACT and ((before and parted) or ends_sentence):
            yield line[last : found.start()]
            last = found.end()
    yield line[last:]


def _label(line: str, kind: Kind, asked_keys: Collection[str]) -> Entry | None:
    if not line or is_closing(line, frozenset()):
        return None
    for text, value, plain in split_label(line, dashes=True):
        label = label_of_text(_NEW.sub("", text), kind) if plain or line.count("?") == 0 else None
        sure = label is not None and (label.strength is Strength.EXACT if not plain else _counts(label, asked_keys))
        if label and sure and len(text.split()) <= 8:
            return Entry(label.key, value if _is_long(label.key, kind) else value.rstrip(" ."), label.extra, text)
    if (first := _LABEL_FIRST.match(line)) and kind is Kind.REQUEST:
        label = label_of_text(first[1], kind)
        fits = label and label.key in asked_keys and said.fits(label.key, first[2].strip(), None)
        if label and label.strength is Strength.EXACT and fits:
            return Entry(label.key, first[2].strip(), label.extra, first[1])
    found = _IS_SPLIT.match(line) if kind is Kind.REQUEST else None
    label = label_of_text(found["label"], kind) if found else None
    if found and label and label.strength >= Strength.CLOSE and label.key in _SAYABLE and not is_no_answer(line):
        return Entry(label.key, found["value"].rstrip(" ."), label.extra, found["label"])
    return None


def _counts(label: Label, asked_keys: Collection[str]) -> bool:
    return label.strength > Strength.GUESSED or label.key in asked_keys


def _goes_on(entry: Entry, line: str, kind: Kind) -> bool:
    """Tell whether a line without a label belongs to the value above it."""
    if not line.strip() or is_closing(line, frozenset()):
        return False
    return not entry.value or _is_long(entry.key, kind)


def _is_long(key: str, kind: Kind) -> bool:
    asked = field(kind, key)
    return asked is not None and asked.type is Type.TEXT
