"""How well a value fits the field it is to go into: what fits badly is asked about instead of taken."""

import re
from typing import Any

from medverkan.mailbox.forms.naming.field import Field, Type

# Under this a value is asked about instead of taken.
BAR = 0.6
MISFIT = 0.5
# A value that follows from another one, such as the sender's address for a missing one.
DERIVED = 0.8
_WORDY = frozenset((Type.NAME, Type.LINE, Type.TEXT, Type.MUNICIPALITY))
_PHONE_OR_ADDRESS = re.compile(r"(?:\+?0[\d ()/.-]{6,20}|\S{1,80}@\S{1,80})\Z")
# "09.02.2027 13.00"
_DATED = re.compile(r"[0-3]?\d([./-])[01]?\d\1(?:20)?\d\d(?!\d)")


def fit(field: Field | None, value: Any) -> float:
    """Return 1.0 where a value is of its field's kind, less where it looks like something else."""
    if field is None or not isinstance(value, str):
        return 1.0
    # "Plats: 070-174 06 12" is a slip between two boxes; a cost centre may be any figures.
    wordy = field.type in _WORDY and field.key != "cost_centre"
    value = value.strip()
    return MISFIT if wordy and _PHONE_OR_ADDRESS.match(value) and not _DATED.match(value) else 1.0
