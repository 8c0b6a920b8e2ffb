"""Compare what was read with what a mail truly says, one value or one form at a time.

A text is right when it shares 85 % of its words with the truth or with one of "also", or lies "between" a least and a
most; everything else must be equal, lists as sets. What stands in "optional" may be given and need not be.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from medverkan.matching.places import municipality_of

ALIKE = 0.85
TEXTS = frozenset(
    ("unit", "organisation", "contact_name", "title", "activity", "description", "purpose", "expectations",
     "experience", "when_text", "place", "other_participants", "accessibility", "personal_support", "preparation",
     "reimbursement", "cost_centre", "feedback", "first_name", "last_name", "postal_address", "care_met",
     "experience_years", "unwilling", "availability", "travel", "support_needs", "languages", "associations",
     "guardian_name", "gender")
)  # fmt: skip
# Needed before matching only, and counted by themselves.
BEFORE_MATCHING = frozenset(("consent_matching", "guardian_consent"))

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One field of one form: right, wrong, lost, invented or free."""

    key: str
    what: str
    got: Any = None
    truth: Any = None


def words(text: Any) -> Counter[str]:
    """Return the words of a value, case folded."""
    return Counter(re.findall(r"\w+", str(text).casefold()))


def alike(one: Any, other: Any) -> float:
    """Return the share of words (F1) that two texts have in common."""
    a, b = words(one), words(other)
    return 2 * (a & b).total() / (a.total() + b.total()) if a or b else 1.0


def is_right(key: str, got: Any, wanted: Iterable[Any], between: Sequence[Sequence[str]] = ()) -> bool:
    """Tell whether a value is one of those that are wanted."""
    return any(_equal(key, got, want) for want in wanted) or (
        key in TEXTS and any(_lies_between(got, least, most) for least, most in between)
    )


def _equal(key: str, got: Any, want: Any) -> bool:
    if key in TEXTS:
        return isinstance(got, str) and isinstance(want, str) and alike(got, want) >= ALIKE
    if key == "activities":
        return len(got) == len(want) and all(any(alike(g, w) >= ALIKE for w in want) for g in got)
    if isinstance(want, list):
        return isinstance(got, list) and {str(v).casefold() for v in got} == {str(v).casefold() for v in want}
    if key == "municipality":
        return (municipality_of(str(got)) or str(got)) == (municipality_of(str(want)) or str(want))
    return type(got) is type(want) and str(got).casefold() == str(want).casefold()


def _lies_between(got: Any, least: str, most: str) -> bool:
    given, low, high = words(got), words(least), words(most)
    enough = (given & low).total() >= ALIKE * low.total()
    return bool(given) and enough and (given & high).total() >= ALIKE * given.total()


def verdicts(truth: Document, fields: Mapping[str, Any]) -> list[Verdict]:
    """Return one verdict for every field that is in the truth or was read."""
    got = {key: value for key, value in fields.items() if value not in (None, "", [], {})}
    also, between = truth.get("also") or {}, truth.get("between") or {}
    found = []
    for key, want in truth["fields"].items():
        right = key in got and is_right(key, got[key], [want, *also.get(key, [])], between.get(key, ()))
        found.append(Verdict(key, "right" if right else "wrong" if key in got else "lost", got.get(key), want))
    spare = [key for key in got if key not in truth["fields"]]
    return found + [Verdict(key, "free" if _may_be(truth, key, got[key]) else "invented", got[key]) for key in spare]


def _may_be(truth: Document, key: str, got: Any) -> bool:
    optional = truth.get("optional") or {}
    if optional == "*" or optional.get(key) == "*":
        return True
    return key in optional and is_right(key, got, optional[key])


def missing_is_right(truth: Document, missing: Iterable[str]) -> bool:
    """Tell whether the required keys that are said to be missing are those that are."""
    either = {*truth.get("missing_either", ()), *BEFORE_MATCHING}
    return _named_by_first(truth["missing"]) - either == _named_by_first(missing) - either


def _named_by_first(keys: Iterable[str]) -> set[str]:
    # Either of phone and e-mail may name the two.
    return {"phone" if key == "email" else key for key in keys}
