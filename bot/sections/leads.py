"""Who of the leads is there: leave and deputies, told under [[leads]]. Whose word counts has nothing to do with it.

`away_until` is the last day of a leave. A deputy gets letters only while no other lead is there, and what waits long.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, model_validator


class Presence(BaseModel):
    """What [[leads]] may say of when somebody works."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    deputy: bool = False
    away_from: date | None = None
    away_until: date | None = None

    @model_validator(mode="after")
    def _order(self) -> "Presence":
        if self.away_from and self.away_until and self.away_from > self.away_until:
            raise ValueError("away_from ska vara före away_until")
        return self

    def is_away(self, day: date) -> bool:
        """Tell whether that day belongs to the leave; one without a beginning has begun, without an end it lasts."""
        if self.away_from is None and self.away_until is None:
            return False
        return (self.away_from or day) <= day <= (self.away_until or day)


P = TypeVar("P", bound=Presence)


def on_duty(leads: Iterable[P], day: date) -> tuple[P, ...]:
    """Return whom letters to the leads go to that day: those there, else the deputies there, else everybody."""
    everybody = tuple(leads)
    there = [lead for lead in everybody if not lead.is_away(day)]
    return tuple(lead for lead in there if not lead.deputy) or tuple(there) or everybody


def stand_ins(leads: Iterable[P], day: date) -> tuple[P, ...]:
    """Return who is told that day of what waits too long: the deputies, else the lead after the first one there.

    Nobody who is away, and nobody where the one there is alone.
    """
    there = [lead for lead in leads if not lead.is_away(day)]
    deputies = tuple(lead for lead in there if lead.deputy)
    return deputies or tuple(there[1:2])
