"""Turn what stands beside the labels into values, and say what cannot be.

`normalised` gives the fields and the questions that only the written text can raise (an invalid number, two different
numbers of people). Whatever is a placeholder, empty or unticked gives no field.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming.registry import FIELDS
from medverkan.mailbox.forms.naming.remaining import in_context
from medverkan.mailbox.forms.values.agreed import withhold
from medverkan.mailbox.forms.values.boxes import Boxes
from medverkan.mailbox.forms.values.pointing import followed
from medverkan.mailbox.forms.values.refused import parted
from medverkan.mailbox.forms.values.signed import unsigned
from medverkan.mailbox.forms.values.whose import of_who_registers
from medverkan.mailbox.values import Evidence, Kind

STOCKHOLM = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True, slots=True)
class Values:
    """What one form says: its fields, the questions that its wording raises, and where each value was found."""

    fields: Mapping[str, Any]
    questions: tuple[str, ...]
    evidence: Mapping[str, Evidence]


def normalised(entries: Sequence[Entry], kind: Kind, when: datetime | None) -> tuple[dict[str, Any], list[str]]:
    """Return the fields of one form, in the order of the registry, and the questions its text raises."""
    found = values_of(entries, kind, when)
    return dict(found.fields), list(found.questions)


def values_of(entries: Sequence[Entry], kind: Kind, when: datetime | None, where: str = "") -> Values:
    """Return what one form says, in the order of the registry, with the evidence for each value and `where` it is."""
    today = when.astimezone(STOCKHOLM).date() if when else None
    reader = Boxes(kind, today, where)
    named = of_who_registers(unsigned(followed(in_context(entries, kind), kind), today))
    for entry in named:
        reader.take(entry)
    reader.finish()
    if kind is Kind.REGISTRATION:
        withhold(reader, named)
    _part_what_is_refused(reader)
    order = [f.key for f in FIELDS[kind] if f.key in reader.fields]
    return Values(
        {key: reader.fields[key] for key in order},
        tuple(dict.fromkeys(reader.questions)),
        {key: reader.evidence[key] for key in order},
    )


def _part_what_is_refused(reader: Boxes) -> None:
    """Move what somebody says no to from what they want to do to what they do not."""
    wanted, refused = parted(reader.fields.get("activities", ()))
    if not refused:
        return
    reader.fields["activities"] = wanted
    if not wanted:
        del reader.fields["activities"]
    said = [str(one) for one in (reader.fields.get("unwilling"), *refused) if one]
    reader.fields["unwilling"] = "; ".join(dict.fromkeys(said))
    reader.evidence.setdefault("unwilling", reader.evidence["activities"])
