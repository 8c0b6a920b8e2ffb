"""The section [fees]: what the fee model leaves open, for the one who pays to decide."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from medverkan.bot.fees.model import Rules


class Fees(BaseModel):
    """Up to two hours: one sum or by the hour; exactly two hours; and where half a krona goes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    short: Literal["kort", "timme"] = "kort"
    two_hours: Literal["kort", "halvdag"] = "kort"
    halves: Literal["up", "even"] = "up"

    def rules(self) -> Rules:
        """Return them as the fee is counted by."""
        return Rules(self.short, self.two_hours, self.halves)
