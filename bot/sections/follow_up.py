"""The section [follow_up]: how often people in the register are phoned, and their details looked through."""

from pydantic import BaseModel, ConfigDict, Field


class FollowUp(BaseModel):
    """Months between calls to a person, and between reviews of what is kept about them; 0 turns it off."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    months: int = Field(default=6, ge=0, le=60)
    review_months: int = Field(default=24, ge=0, le=60)
