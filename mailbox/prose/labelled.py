"""The few labels that a letter in prose may hold ("När: …", "Varför: …"): what stands behind one is said most plainly.

Only a label that the registry surely knows counts, and only with a short value; all else is left to the sentences.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import Row
from medverkan.mailbox.forms.values.normalise import values_of
from medverkan.mailbox.prose.practical import names_hours
from medverkan.mailbox.prose.sentences import Sentence
from medverkan.mailbox.values import Kind

SURE = 0.85
MAX_LABELLED = 12
# A value that goes on for long is a sentence that happens to have a colon.
MAX_FACT = 90
MAX_TOLD = 400
_LABELLED = re.compile(r"^(?P<label>[A-ZÅÄÖa-zåäö][\wåäöÅÄÖ/ -]{1,38}):\s+(?P<value>\S.*)$", re.S)
# A title before a name: "kurator Kim Ek".
_ROLE = re.compile(r"^(?:[a-zåäö]+ ){1,3}(?=[A-ZÅÄÖ])")
_FACTS = frozenset((
    "unit", "organisation", "contact_name", "people_wanted", "when_text", "date_start", "date_end", "time_start",
    "time_end", "place", "reply_by", "cost_centre", "first_name", "last_name", "municipality", "birth_year",
    "postal_address", "contact_preference", "languages", "occasions", "minutes_per_occasion", "format",
))  # fmt: skip
_TOLD = frozenset((
    "activity", "description", "purpose", "expectations", "experience", "accessibility", "personal_support",
    "preparation", "reimbursement", "feedback", "other_participants", "activities", "unwilling", "availability",
    "travel", "support_needs", "associations",
))  # fmt: skip


def labelled_fields(sentences: Sequence[Sentence], kind: Kind, when: datetime | None) -> dict[str, Any]:
    """Return what stands behind labels in a letter of a kind; {} where it has none."""
    founds = [found for s in sentences if ":" in s.text[:42] and (found := _LABELLED.match(s.text))]
    rows = [Row((f"{found['label']}: {found['value'].rstrip(' .')}",)) for found in founds[:MAX_LABELLED]]
    if not rows:
        return {}
    entries = [entry for row in rows for entry in find([row], kind, "") if entry.sure >= SURE and entry.value]
    # "Första mötet: 25 januari" is not all that a letter says of when.
    entries = [entry for entry in entries if "mötet" not in entry.asked.casefold()]
    fields = values_of(entries, kind, when).fields
    named = {key: _ROLE.sub("", value) for key, value in fields.items() if key == "contact_name"}
    return {key: value for key, value in {**fields, **named}.items() if _fits(key, value)}


def _fits(key: str, value: Any) -> bool:
    if key == "availability" and not names_hours(str(value)):
        # "Kan: workshops, testa appar" is what, and not when.
        return False
    return (key in _FACTS and len(str(value)) <= MAX_FACT) or (key in _TOLD and len(str(value)) <= MAX_TOLD)
