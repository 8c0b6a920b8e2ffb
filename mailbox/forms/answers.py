"""Find the answers to our questions in a unit's free reply ("antal: 3", "Plats: Kalmar")."""

from datetime import datetime
from typing import Any

from medverkan.mailbox.forms.entries import BREAK
from medverkan.mailbox.forms.find import find
from medverkan.mailbox.forms.normalise import normalised
from medverkan.mailbox.forms.registry import FIELDS
from medverkan.mailbox.forms.rows import lines_of
from medverkan.mailbox.values import Kind


def answers(words: str, kind: Kind, when: datetime | None) -> dict[str, Any]:
    """Return the fields that a reply's own words give, by label; {} when there are none."""
    if kind not in FIELDS:
        return {}
    entries = [entry for entry in find(lines_of(words), kind) if entry.key != BREAK]
    fields, _ = normalised(entries, kind, when)
    return fields
