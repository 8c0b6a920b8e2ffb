"""Whether two forms of one mail are the same form, sent as text and as attachment, or two that differ in a little.

Two people, or two requests, that were taken for one are lost without a word, so a copy must agree in all that it says;
only between the mail and its attachment may one detail be a slip, which is asked about.
"""

from collections.abc import Mapping
from typing import Protocol

from rapidfuzz import fuzz

from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.values import Kind

_AGREE = 2  # so many telling fields must be in both, before anything can be a copy
_TELLING = ("unit", "activity", "description", "when_text", "first_name", "last_name", "birth_year", "phone")
# What may have been mended in the one and not in the other; who and what it is about may not.
_DETAILS = frozenset(
    {"when_text", "place", "people_wanted", "reply_by", "contact_name", "contact_phone", "contact_email"}
)
_FOLLOWS = frozenset(
    ("date_start", "date_end", "time_start", "time_end", "minutes_per_occasion", "occasions", "format")
)
# Long texts may be broken otherwise in print than in the mail.
_LONG, _ALIKE = 40, 93


class Read(Protocol):
    """A form as far as it is read."""

    @property
    def kind(self) -> Kind: ...
    @property
    def fields(self) -> Mapping[str, object]: ...
    @property
    def segment(self) -> Segment: ...


def differences(one: Read, other: Read) -> list[str] | None:
    """Return the fields in which a copy of a form differs, none or one; None where the two are different forms."""
    shared = one.fields.keys() & other.fields.keys()
    if one.kind != other.kind or one.segment is other.segment or len(shared & set(_TELLING)) < _AGREE:
        return None
    found = sorted(key for key in shared if not _says_same(one.fields[key], other.fields[key]))
    said = [key for key in found if key not in _FOLLOWS]
    apart = one.segment.attached != other.segment.attached
    return said if not found or (apart and len(said) == 1 and said[0] in _DETAILS) else None


def _says_same(one: object, other: object) -> bool:
    if one == other:
        return True
    if not (isinstance(one, str) and isinstance(other, str)):
        return False
    a, b = (" ".join(text.casefold().split()) for text in (one, other))
    return a == b or (min(len(a), len(b)) >= _LONG and fuzz.ratio(a, b) >= _ALIKE and _figures(a) == _figures(b))


def _figures(text: str) -> list[str]:
    return [sign for sign in text if sign.isdigit()]
