"""The section [report]: what the year is shown beside."""

from pydantic import BaseModel, ConfigDict


class Report(BaseModel):
    """The county's inhabitants, as a CSV file by municipality and age (see evaluation/county.py), and its source."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    population: str = ""
    population_source: str = ""
