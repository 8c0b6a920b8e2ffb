"""Tell a child's year of birth from that of who registers, where a form asks for both."""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.finding.entries import Entry

_OF_A_CHILD = re.compile(r"\b(?:barn|son|dotter|ungdom)", re.I)
_NAME = re.compile(r"namn\b", re.I)


def of_who_registers(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the entries without the year of a child's birth, unless it is the child who registers."""
    years = [entry for entry in entries if entry.key == "birth_year" and entry.value]
    if len(years) < 2 or all(_OF_A_CHILD.search(one.asked) for one in years):
        return entries
    if any(_NAME.search(entry.asked) and _OF_A_CHILD.search(entry.asked) for entry in entries):
        return entries
    return [entry for entry in entries if entry.key != "birth_year" or not _OF_A_CHILD.search(entry.asked)]
