"""What one form field is. Kept apart from the tables so that they can be plain lists."""

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """How a value is read; each has one function in `normalise`."""

    TEXT = "text"  # free text, several paragraphs
    LINE = "line"  # free text, one line as a rule
    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    NUMBER = "number"  # how many people or times
    MONTHS = "months"
    YEAR = "year"
    DATE = "date"
    YES_NO = "yes_no"
    CONSENT = "consent"  # yes_no where an unticked box says nothing
    CHANNEL = "channel"
    FORMAT = "format"
    PERSPECTIVES = "perspectives"
    FOCUS = "focus"
    LIST = "list"
    MUNICIPALITY = "municipality"
    DERIVED = "derived"  # never has a label of its own in a form


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `required` is "*", "†" or ""; `variants` are spelled as people write them."""

    key: str
    label: str
    type: Type
    required: str = ""
    variants: tuple[str, ...] = ()


def wordings(text: str) -> tuple[str, ...]:
    """Return the wordings that a text lists, parted by " | "."""
    return tuple(text.split(" | "))
