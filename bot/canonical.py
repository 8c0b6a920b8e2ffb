"""What a form says, in the product's own words: municipalities and focus groups as the register spells them.

`mailbox` gives values as written; only here, where the vocabulary is known, are they made comparable.
"""

from collections.abc import Mapping
from typing import Any

from medverkan.mailbox.values import Kind
from medverkan.matching.areas import canonical_focus_areas, derive_focus_areas
from medverkan.matching.places import municipality_of


def canonical(kind: Kind, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with municipality and focus areas in official spelling; what is unknown stays as written.

    A request's focus areas are derived from its experience where they are not stated, and the experience is clear.
    """
    made = dict(fields)
    if place := municipality_of(str(made.get("municipality") or "")):
        made["municipality"] = place
    stated = made.get("focus_areas")
    if stated:
        text = ", ".join(stated) if isinstance(stated, (list, tuple)) else str(stated)
        made["focus_areas"] = list(canonical_focus_areas(text)) or list(stated)
    elif kind is Kind.REQUEST and (derived := derive_focus_areas(str(made.get("experience") or ""))):
        made["focus_areas"] = list(derived)
    return made
