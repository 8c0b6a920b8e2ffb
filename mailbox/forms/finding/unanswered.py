"""A label is never the answer to the label above it: where it was read so, both were left blank.

How a form is set may hide that ("Syfte och mål" alone below "Beskrivning"), its words do not.
"""

from collections.abc import Sequence

from medverkan.mailbox.forms.finding.entries import BREAK, PART, Entry
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import OTHER, folded, wordings_of
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.values import Kind

MAX_LABEL = 90
_SET_APART = " -–:*#\t_|=>•?"
_OF_TEMPLATES = frozenset("[<({")  # "[namn]" is a place to write
# One word beside these may well be an answer in words of another label: "Team", "Arvode".
_OF_FEW_WORDS = frozenset((Type.LINE, Type.LIST, Type.FOCUS, Type.FORMAT))


def without_labels(entries: Sequence[Entry], kind: Kind) -> list[Entry]:
    """Return entries in which what was read as an answer but is the label of a field not found otherwise is one."""
    found: list[Entry] = []
    keys = {key for entry in entries for key in (entry.key, *entry.extra)}
    for entry in entries:
        key = _asked_by(entry, kind) if 2 < len(entry.value) <= MAX_LABEL and entry.key not in {BREAK, PART} else ""
        if not key or key in keys:
            found.append(entry)
        else:
            found += [entry._replace(value=""), Entry(key, asked=entry.value.strip(_SET_APART), sure=entry.sure)]
    return found


def _asked_by(entry: Entry, kind: Kind) -> str:
    """Return the field whose label stands where the answer should; "" for an answer."""
    if entry.value[0] in _OF_TEMPLATES:
        return ""
    said = folded(entry.value.strip(_SET_APART))
    key = wordings_of(kind).get(said, "")
    if key in {"", OTHER, entry.key, *entry.extra} or entry.key.startswith("_"):
        return ""
    asked, other = field(kind, entry.key), field(kind, key)
    if asked is None or other is None or is_option(asked.type, entry.value):
        return ""
    is_name = " " in said or folded(other.label) == said
    return key if is_name or asked.type not in _OF_FEW_WORDS else ""
