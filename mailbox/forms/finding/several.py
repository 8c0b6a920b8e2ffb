"""Cut what was found in one text into forms, and give what stands above several forms to each of them.

A form ends at a BREAK, at a heading such as "Uppdrag 2", or where its first fields come again.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from medverkan.mailbox.forms.finding.entries import BREAK, PART, Entry

MIN_KEYS = 5
MIN_AGAIN = 3
MIN_HEADINGS = 2
MAX_SHARED = 12
_SHARED = frozenset((
    "unit", "organisation", "contact_name", "contact_email", "contact_phone", "_contact", "cost_centre", "_other",
    "reimbursement",
))  # fmt: skip
_NUMBER = r"(?:nr\.? ?)?(?:[1-9]|[A-F]|I{1,3}|ett|två|tre|första|andra|tredje)"
_WHAT = (
    r"(?:förfrågan|uppdrag(?:et)?|blankett(?:en)?|formulär|anmälan|intresseanmälan|beställning|person|deltagare|barn|"
    r"request|assignment|registration)"
)
# What its first word may begin with.
_INITIALS = frozenset("fubiapdrtFUBIAPDRT")
_HEADING = re.compile(
    rf"^[\W_]{{0,6}}(?:{_WHAT} {_NUMBER}|(?:första|andra|tredje) {_WHAT})(?=$|[\W_])[:.)]?(?: .{{0,60}})?[\W_]{{0,6}}$",
    re.IGNORECASE,
)


# What stands in a letterhead: how the whole organisation is reached, and when the letter is written.
_OF_LETTERHEADS = frozenset(("organisation", "contact_phone", "contact_email", "_date", "_other", "place"))
_REACHED = frozenset(("contact_phone", "contact_email"))


def is_form_heading(line: str) -> bool:
    """Tell whether a line is the heading of one of several forms: "Uppdrag 2", "--- FÖRFRÅGAN B ---"."""
    if not 5 <= len(line) <= 100 or (line[0].isalnum() and line[0] not in _INITIALS):
        return False
    return bool(_HEADING.match(line))


def forms_of(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Return the entries of each form, in order."""
    found = _without_letterhead(list(entries))
    if sum(entry.key == PART for entry in found) >= MIN_HEADINGS:
        return [form for form in _by_headings(found) if form]
    forms: list[list[Entry]] = [[]]
    first: dict[str, int] = {}  # where each key of the form that is open came first
    for at, entry in enumerate(found):
        if entry.key == PART:
            continue
        above: Sequence[Entry] | None = () if entry.key == BREAK else None
        if entry.key in first:
            above = _shared_above(found[at : at + 4], forms[-1], first)
        if above is not None:
            forms.append([*above])
            first = {shared.key: n for n, shared in enumerate(above)}
        if entry.key != BREAK:
            if entry.key != "_other":
                first.setdefault(entry.key, len(forms[-1]))
            forms[-1].append(entry)
    return [form for form in forms if form]


def _without_letterhead(found: list[Entry]) -> list[Entry]:
    """Leave out what stands above a form and comes again in it: the number of the switchboard is not the contact's."""
    end = next((at for at, entry in enumerate(found) if entry.key not in _OF_LETTERHEADS), 0)
    again = {key for entry in found[end:] for key in (entry.key, *entry.extra)}
    above = {entry.key for entry in found[:end]}
    if not _REACHED & above & again:
        return found
    when = {"_date"} if again & {"when_text", "_date"} else set()
    return [entry for entry in found[:end] if entry.key not in (again | when) - {"_other"}] + found[end:]


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


def _shared_above(ahead: Sequence[Entry], current: Sequence[Entry], first: Mapping[str, int]) -> Sequence[Entry] | None:
    """Return what both forms share where the next entry begins another form; None where it begins none."""
    if len(first) < MIN_KEYS or len({entry.key for entry in ahead} & first.keys()) < MIN_AGAIN:
        return None
    start = first[ahead[0].key]
    if start < 2:
        return ()
    above = current[: min(start, MAX_SHARED + 1)]
    return above if len(above) <= MAX_SHARED and {entry.key for entry in above} <= _SHARED else None
