"""The tables about keeping the register in order: who was two and is one, and what is signed. See tables.py."""

from datetime import date, datetime

from sqlmodel import Field

from medverkan.storage.tables import Row


class MergeRow(Row, table=True):
    """Somebody who stood in the register twice. `undo` is how it was before, and is emptied after a while."""

    __tablename__ = "merge"

    member_id: str = Field(foreign_key="member.id", index=True)
    gone_id: str = Field(max_length=32, unique=True)
    gone_number: str = Field(max_length=20, index=True)
    at: datetime
    emptied_at: datetime | None = None
    undo: bytes


class SignatureRow(Row, table=True):
    """One paper that one party has signed, and the day that stands on it; the paper itself is kept elsewhere."""

    __tablename__ = "signature"

    member_id: str = Field(foreign_key="member.id", index=True)
    request_id: str | None = Field(default=None, foreign_key="request.id", index=True)
    paper: str = Field(max_length=30)
    party: str = Field(max_length=30)
    day: date
    noted_at: datetime
