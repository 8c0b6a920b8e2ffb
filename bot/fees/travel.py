"""What the way there does to one person's fee: an estimate, told alike on the phone and on the person's own paper."""

from dataclasses import dataclass
from decimal import Decimal

from medverkan.bot.fees.estimates import estimate_of, hours_of, payer_of
from medverkan.bot.fees.model import FeeClass, FeeError, Rules, fee
from medverkan.matching.places import distance_km, municipality_of
from medverkan.storage.values import Member, Request

# On roads between towns; the day's own travel is what is paid.
KM_AN_HOUR = 65


@dataclass(frozen=True, slots=True)
class WithTravel:
    """The fee with the way there and back: what it is called, the amount, from where, and how long that takes."""

    kind: FeeClass
    amount: int
    home: str
    hours: Decimal

    @property
    def hours_said(self) -> str:
        """The hours in figures, as they are written in Swedish."""
        return str(self.hours).replace(".", ",")


def with_travel(member: Member, request: Request, rules: Rules) -> WithTravel | None:
    """Return the fee with one person's travel; None where that changes nothing that is known."""
    fields = request.fields
    estimate, hours = estimate_of(fields, rules), hours_of(fields)
    home = municipality_of(str(member.fields.get("municipality") or ""))
    there = municipality_of(str(fields.get("place") or "")) or municipality_of(str(fields.get("unit") or ""))
    km = distance_km(home, there) if home and there and fields.get("format") != "remote" else None
    if estimate is None or hours is None or not home or not km or request.date_start is None:
        return None
    travel = (Decimal(2 * km) / KM_AN_HOUR).quantize(Decimal("0.1"))
    try:
        found = fee(request.date_start, hours, travel, Decimal(2 * km), payer_of(fields), rules)
    except FeeError:
        return None
    return WithTravel(found.kind, found.amount, home, travel) if found.kind != estimate.kind else None
