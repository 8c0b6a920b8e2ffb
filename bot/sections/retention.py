"""The section [retention]: how long what is no longer needed is kept. 0 keeps it until somebody takes it away."""

from pydantic import BaseModel, ConfigDict, Field


class Retention(BaseModel):
    """Months, counted from when a thing ended, unless the name says days."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    case_months: int = Field(default=24, ge=0, le=240)
    mail_months: int = Field(default=12, ge=0, le=240)
    aside_months: int = Field(default=3, ge=0, le=240)
    letter_months: int = Field(default=6, ge=0, le=240)
    sms_months: int = Field(default=12, ge=0, le=240)
    unknown_sms_days: int = Field(default=30, ge=0, le=3650)
    note_months: int = Field(default=24, ge=0, le=240)
    left_months: int = Field(default=3, ge=0, le=240)
    log_months: int = Field(default=60, ge=0, le=240)
