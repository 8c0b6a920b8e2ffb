"""Cut what was found in one text into forms, and give what stands above several forms to each of them.

A form ends at a BREAK, at a heading such as "Uppdrag 2", or where its first fields come again.
"""

import re
from collections.abc import Iterable, Sequence

from medverkan.mailbox.forms.entries import BREAK, PART, Entry

MIN_KEYS = 5
MIN_HEADINGS = 2
_PLAIN = 0.9
_LESS = 0.05
_SHARED = frozenset((
    "unit", "organisation", "contact_name", "contact_email", "contact_phone", "_contact", "cost_centre", "_other",
    "reimbursement",
))  # fmt: skip
_NUMBER = r"(?:nr\.? ?)?(?:[1-9]|[A-F]|I{1,3}|ett|två|tre|första|andra|tredje)"
_WHAT = (
    r"(?:förfrågan|uppdrag(?:et)?|blankett(?:en)?|formulär|anmälan|intresseanmälan|beställning|person|deltagare|barn|"
    r"request|assignment|registration)"
)
_HEADING = re.compile(
    rf"^[\W_]{{0,6}}(?:{_WHAT} {_NUMBER}|(?:första|andra|tredje) {_WHAT})(?=$|[\W_])[:.)]?(?: .{{0,60}})?[\W_]{{0,6}}$",
    re.IGNORECASE,
)


def is_form_heading(line: str) -> bool:
    """Tell whether a line is the heading of one of several forms: "Uppdrag 2", "--- FÖRFRÅGAN B ---"."""
    return 5 <= len(line) <= 100 and bool(_HEADING.match(line))


def forms_of(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return the entries of each form, in order."""
    found = list(entries)
    if sum(entry.key == PART for entry in found) >= MIN_HEADINGS:
        return [_surest(form) for form in _by_headings(found) if form]
    forms: list[list[Entry]] = [[]]
    for at, entry in enumerate(found):
        if entry.key == PART:
            continue
        if entry.key == BREAK:
            forms.append([])
        elif (above := _shared_above(found[at : at + 4], forms[-1])) is not None:
            forms.append([*above])
        if entry.key != BREAK:
            forms[-1].append(entry)
    return [_surest(form) for form in forms if form]


def _surest(form: list[Entry]) -> list[Entry]:
    """Return a form without guesses at fields that a known label asks for."""
    plain = {entry.key for entry in form if entry.value and entry.sure >= _PLAIN}
    return [entry for entry in form if entry.sure >= _PLAIN - _LESS or entry.key not in plain]


def _by_headings(found: Sequence[Entry]) -> list[list[Entry]]:
    """Cut at the headings; a short block above the first goes to every form, a long one is a form of its own."""
    parts: list[list[list[Entry]]] = [[[]]]
    for entry in found:
        if entry.key == PART:
            parts.append([[]])
        elif entry.key == BREAK:
            parts[-1].append([])
        else:
            parts[-1][-1].append(entry)
    first, *others = parts
    above = [entry for run in first for entry in run]
    rest = [run for part in others for run in part[1:]]
    if {entry.key for entry in above} <= _SHARED:
        return [*([*above, *part[0]] for part in others if part[0]), *rest]
    return [*first, *(part[0] for part in others), *rest]


def _shared_above(ahead: Sequence[Entry], current: Sequence[Entry]) -> list[Entry] | None:
    """Return what both forms share where the next entry begins another form; None where it begins none."""
    keys = [entry.key for entry in current]
    if ahead[0].key not in keys or ahead[0].key == "_other":
        return None
    distinct = set(keys) - {"_other"}
    again = {entry.key for entry in ahead if entry.key in distinct}
    if len(distinct) < MIN_KEYS or len(again) < 3:
        return None
    start = keys.index(ahead[0].key)
    if start < 2:
        return []
    return list(current[:start]) if set(keys[:start]) <= _SHARED else None
