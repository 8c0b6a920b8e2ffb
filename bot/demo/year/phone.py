"""Phone calls of the year: who answers, what they say, and how a lead writes it down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from medverkan.bot.demo.year import calendar
from medverkan.bot.demo.year.cast import Resident
from medverkan.bot.demo.year.dice import Dice
from medverkan.bot.demo.year.reading import Listed
from medverkan.bot.demo.year.town import Town
from medverkan.bot.demo.year.truth import Truth
from medverkan.bot.letters import MONTHS


@dataclass
class Phone:
    """The network: it reaches a resident by the number that stands in the letter, which must be theirs."""

    town: Town
    truth: Truth
    residents: Mapping[str, Resident]
    dice: Dice

    def call(self, case: str, person: Listed, attempt: int) -> str:
        """Return how a call went: ja, nej, svarade inte, ring igen."""
        self.truth.phoned += 1
        who = self.residents.get(person.name)
        if who is None:
            self.town.broken.append(f"{case}: ringlistan har {person.name}, som ingen är")
            return "svarade inte"
        if person.phone and _digits(person.phone) != _digits(who.phone):
            self.town.broken.append(f"{case}: fel nummer till {person.name}")
        chance = self.dice.on("call", case, person.name, attempt)
        if who.left_at and who.left_at < self.town.clock.now:
            return "nej"
        if chance.random() > who.patience + 0.1 * attempt:
            return "svarade inte"
        if chance.random() < 0.06:
            return "ring igen"
        return "ja" if chance.random() < who.willing else "nej"

    def told(self, person: Listed, outcome: str) -> str:
        """Return how a lead writes the outcome of one call, without a full stop."""
        first, number = person.name.split()[0], person.number
        ways = {
            "ja": (f"{number} ja", f"{first} tackade ja och uppgifterna får lämnas", f"Nr {number} vill vara med, "
                   "det går bra att lämna ut uppgifterna", f"{person.name} sa ja"),
            "nej": (f"{number} nej", f"{first} tackade nej", f"{first} kan tyvärr inte den dagen, så det blir nej"),
            "svarade inte": (f"{number} svarade inte", f"{first} svarade inte", f"Fick inte tag på {first}"),
            "ring igen": (f"{number} ring igen", f"{first} vill bli uppringd igen"),
        }  # fmt: skip
        return self.dice.on("told", person.name, outcome, self.town.clock.now).choice(ways[outcome])

    def introduced(self, number: str, meets: datetime) -> str:
        """Return how a lead tells of the first call to somebody new, who may agree to meet then."""
        self.truth.phoned += 1
        chance = self.dice.on("introduced", number, self.town.clock.now)
        spread = chance.random()
        if spread < 0.22:
            return chance.choice(("SVARADE INTE", "Fick inget svar.", "svarade inte i dag"))
        if spread < 0.32:
            return chance.choice(("JA", "Ringt, vi pratades vid i dag."))
        at = meets.astimezone(calendar.ZONE)
        return f"{chance.choice(('BOKAT', 'Bokat möte'))} {at.day} {MONTHS[at.month - 1]} kl. {at:%H.%M} på biblioteket"

    def followed_up(self, number: str, at: datetime) -> str:
        """Return how a lead tells of the call to somebody who has been in the register for half a year."""
        self.truth.phoned += 1
        chance = self.dice.on("followed up", number, at)
        return chance.choice(("FORTSÄTTER", "Fortsätter gärna", "fortsätter", "SVARADE INTE"))


def _digits(phone: str) -> str:
    return "".join(one for one in phone if one.isdigit()).removeprefix("46").removeprefix("0")
