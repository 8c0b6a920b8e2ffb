"""Leave out the day on which a form was filled in or signed: it is no day of the assignment.

"Datum" beside a signature or a case number, or of the mail's own day at either end of a form, is such a day. A day
that is still to come never is.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.values.dates import read_when

_DAYS = frozenset(("_date", "when_text"))
_BARE = re.compile(r"\W*(?:dagens )?(?:datum|date|dag)(?: för (?:ifyllande|ansökan|förfrågan|underskrift))?\W*", re.I)
_BESIDE = re.compile(
    r"underskri|undertecknad|namnteckning|förtydligande|signatur|signer|sign\b|\bifyll|inskick|attest|"
    r"diarie|\bdnr|ärendenummer|referensnummer|version|^ort\W*$|"
    r"signature|signed",
    re.I,
)
_LONGEST = timedelta(days=90)


def unsigned(entries: Sequence[Entry], today: date | None) -> Sequence[Entry]:
    """Return the entries of one form without the day on which it was filled in."""
    days = [at for at, entry in enumerate(entries) if entry.key in _DAYS and entry.value and not entry.extra]
    signed = [at for at in days if _BARE.fullmatch(entries[at].asked) and _is_of_signing(entries, at, today, len(days))]
    return [entry for at, entry in enumerate(entries) if at not in signed] if signed else entries


def _is_of_signing(entries: Sequence[Entry], at: int, today: date | None, days: int) -> bool:
    beside = [entries[i].asked for i in (at - 1, at + 1) if 0 <= i < len(entries)]
    signed = any(map(_BESIDE.search, beside))
    if today is None:
        return signed and days > 1
    if not signed and days < 2 and at not in {0, len(entries) - 1}:
        return False
    # Read as of some time ago, a day that has just passed is no passed one.
    found = read_when(entries[at].value, today - _LONGEST)
    day = found.start if found.exact and not found.end else None
    if day is None or day > today:
        return False
    return signed or day == today
