"""What an assignment will pay, as far as a request tells it: the day and the hours must be known, the year decided.

How far somebody travels is not known before they have said yes; the estimate is of the meeting alone, and says so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from medverkan.bot.fees.model import FeeClass, FeeError, Rules, fee, thousands

MOST_OCCASIONS = 100
_CALLED = {"heldag": "heldag", "halvdag": "halvdag", "kort": "kortare insats", "timme": "per timme"}
_NO_FEE = re.compile(r"\b(?:inget|ingen|ej|utan|nej)\b", re.I)
# The model pays nothing for coming to an information meeting that is open to all.
_OPEN_MEETING = re.compile(r"\b(?:öppet|öppna) (?:informations)?möte\w*|\binformationsmöte\w*", re.I)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Whole kronor for one person and one occasion, without travel."""

    kind: FeeClass
    amount: int
    hours: Decimal
    people: int
    occasions: int

    @property
    def total(self) -> int:
        """Kronor for everybody at every occasion."""
        return self.amount * self.people * self.occasions

    @property
    def called(self) -> str:
        """What that length is called."""
        return _CALLED[self.kind]


def estimate_of(fields: Mapping[str, Any], rules: Rules) -> Estimate | None:
    """Return what a request's fields let us estimate; None where day, time or the year's amounts are not known."""
    found = estimate_or_why(fields, rules)
    return found if isinstance(found, Estimate) else None


def estimate_or_why(fields: Mapping[str, Any], rules: Rules) -> Estimate | str:
    """Return the estimate, or one Swedish sentence that says why there is none."""
    day, clock, told = _day(fields.get("date_start")), _clock(fields), _told(fields)
    if not is_paid(fields):
        return "Enligt förfrågan ges inget arvode."
    if clock and told and clock != told:
        return f"Tiderna säger emot varandra: klockslagen ger {_spoken(clock)}, men det står {_spoken(told)}."
    if day is None or not (clock or told):
        return f"{'Dagen' if day is None else 'Tiden'} är inte känd."
    hours = Decimal(clock or told) / 60
    try:
        found = fee(day, hours, Decimal(0), Decimal(0), payer_of(fields), rules)
    except FeeError as error:
        return f"Det går inte att räkna ut arvodet: {error}."
    people, occasions = (_count(fields.get(key)) for key in ("people_wanted", "occasions"))
    return Estimate(found.kind, found.amount, hours, people, occasions)


def hours_of(fields: Mapping[str, Any]) -> Decimal | None:
    """Return how long one occasion is; None where it is not said, or said in two ways."""
    clock, told = _clock(fields), _told(fields)
    if not (clock or told) or (clock and told and clock != told):
        return None
    return Decimal(clock or told) / 60


def payer_of(fields: Mapping[str, Any]) -> str:
    """Return "kommun" where a municipality asks, else "region"."""
    asks = f"{fields.get('organisation') or ''} {fields.get('unit') or ''}".lower()[:500]
    return "kommun" if re.search(r"\bkommun|kommun\b", asks) and not re.search(r"\bregion", asks) else "region"


def for_unit(estimate: Estimate | None) -> str:
    """Return the estimate as one sentence to the unit, "" for none."""
    if estimate is None:
        return ""
    each = f"{thousands(estimate.amount)} kronor per person"
    if estimate.occasions > 1:
        each += " och tillfälle"
    people = f"för {estimate.people} personer" if estimate.people > 1 else ""
    times = f"vid {estimate.occasions} tillfällen" if estimate.occasions > 1 else ""
    whole = f", alltså {thousands(estimate.total)} kronor {' '.join(filter(None, (people, times)))}"
    return (
        f"Arvodet blir enligt modellen {each} ({estimate.called}){whole if people or times else ''}; "
        "restiden räknas in och kan höja det, och resor och sociala avgifter tillkommer."
    )


def for_lead(estimate: Estimate | None) -> str:
    """Return the estimate as the lead says it on the phone, "" for none."""
    if estimate is None:
        return ""
    return f"arvode {thousands(estimate.amount)} kronor, {estimate.called}, innan restiden är inräknad"


def is_paid(fields: Mapping[str, Any]) -> bool:
    """Tell whether a request pays a fee: not where it says so, and not for an open information meeting."""
    if _NO_FEE.match(str(fields.get("reimbursement") or "").strip()[:50]):
        return False
    return not _OPEN_MEETING.search(f"{fields.get('activity') or ''} {fields.get('title') or ''}"[:500])


def _clock(fields: Mapping[str, Any]) -> int:
    """Return the minutes between the hours that are said, 0 where they are not."""
    start, end = _time(fields.get("time_start")), _time(fields.get("time_end"))
    if not (start and end and end > start):
        return 0
    return (end.hour - start.hour) * 60 + end.minute - start.minute


def _told(fields: Mapping[str, Any]) -> int:
    told = fields.get("minutes_per_occasion")
    return told if isinstance(told, int) and told > 0 else 0


def _spoken(minutes: int) -> str:
    hours, left = divmod(minutes, 60)
    said = [f"{hours} {'timme' if hours == 1 else 'timmar'}"] * bool(hours) + [f"{left} minuter"] * bool(left)
    return " och ".join(said)


def _count(value: object) -> int:
    return min(max(1, value), MOST_OCCASIONS) if isinstance(value, int) else 1


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def _time(value: object) -> time | None:
    try:
        return time.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
