"""The section [organisations]: the region's own list of associations to ask where nobody in the register fits."""

from pydantic import BaseModel, ConfigDict


class Organisations(BaseModel):
    """A CSV file in the home folder: namn;områden;kommun;e-post;telefon (see local_organisations.py)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str = ""
