"""What is left of a case when it is thinned: what the year's report counts, so that an old year can be told again.

What the report reads out of a unit's own words is read once more, for the last time, and kept as the word it came to.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from medverkan.bot.evaluation.lacking import Wanted
from medverkan.bot.evaluation.levels import KEPT, place_of
from medverkan.bot.fees.estimates import is_paid
from medverkan.bot.parts import Parts
from medverkan.bot.propose import need_of
from medverkan.matching.places import municipality_of
from medverkan.matching.wish import understand

# Numbers, days and choices; none of them is somebody's words.
_PLAIN = (
    "unit", "organisation", "focus_areas", "perspectives", "people_wanted", "date_start", "date_end", "time_start",
    "time_end", "minutes_per_occasion", "occasions", "format", "minors_wanted",
)  # fmt: skip


def kept_of(fields: Mapping[str, Any], parts: Parts) -> dict[str, Any]:
    """Return what a case's fields are when nothing but its evaluation is left."""
    left = {key: fields[key] for key in _PLAIN if key in fields}
    place = municipality_of(str(fields.get("place") or ""))
    if place:
        left["place"] = place
    if not is_paid(fields):
        left["reimbursement"] = "nej"
    return left | {KEPT: {"place_of": place_of(fields), "wanted": asdict(wanted_of(fields, parts))}}


def wanted_of(fields: Mapping[str, Any], parts: Parts) -> Wanted:
    """Return whom a request wants: what was kept of it where it is thinned, else what its words say."""
    if KEPT in fields:
        known = fields[KEPT]["wanted"]
        ages = tuple(known["ages"]) if known["ages"] else None
        lists = {"areas": tuple(known["areas"]), "perspectives": tuple(known["perspectives"])}
        return Wanted(**(known | lists | {"ages": ages}))
    wish = understand(need_of(fields), parts.words)
    remote = fields.get("format") == "remote"
    return Wanted(
        concept=wish.core[0] if wish.core else "",
        areas=tuple(fields.get("focus_areas") or ()),
        perspectives=tuple(fields.get("perspectives") or ()),
        ages=wish.ages or wish.worded_ages,
        municipality="" if remote else municipality_of(str(fields.get("place") or "")),
    )
