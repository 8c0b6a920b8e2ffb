"""The section [counterpart]: the one person outside who may be shown people of a case, and on whose behalf."""

from pydantic import BaseModel, ConfigDict


class Counterpart(BaseModel):
    """Praktiska anvisningar, Intressebanken: one named utvecklingsledare at Kommunförbundet; "" for nobody."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    organisation: str = "Kommunförbundet"
