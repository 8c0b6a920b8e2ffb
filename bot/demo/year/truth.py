"""What the year's people really said and meant, beside what the bot made of it: the oracle of the invariants.

Cases are named by their number, as people read it in a letter; residents by their full name.
"""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Truth:
    """Who was picked, who said yes, whom a lead let details go to: in people's own words, before the bot read them."""

    picked: set[tuple[str, str]] = field(default_factory=set)
    said_yes: set[tuple[str, str]] = field(default_factory=set)
    unit_of: dict[str, int] = field(default_factory=dict)  # case → number of the assignment
    verified: set[str] = field(default_factory=set)  # cases where a lead allowed the address
    left_at: dict[str, datetime] = field(default_factory=dict)  # name → when they wrote that they leave
    ended: dict[str, datetime] = field(default_factory=dict)  # case → when a lead ended it
    erased: set[str] = field(default_factory=set)
    misread: list[str] = field(default_factory=list)  # words of a lead that the bot asked back about
    phoned: int = 0
    late: dict[str, str] = field(default_factory=dict)  # case → why it took long, as the people know it

    def why_late(self, case: str, why: str) -> None:
        """Remember the first reason why a case was kept waiting."""
        self.late.setdefault(case, why)
