"""The tables about reaching people by other ways than mail: SMS that came, chats, meetings. See tables.py."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from medverkan.storage.tables import Row


class SmsRow(Row, table=True):
    """One SMS that came in. `provider_key` stands for the gateway's own id: the same one is never taken in twice."""

    __tablename__ = "sms"
    # Asked every minute: which wait to be understood.
    __table_args__ = (Index("ix_sms_waiting", "meaning", "at"),)

    provider_key: str = Field(max_length=64, unique=True)
    phone_key: str = Field(max_length=64, index=True)
    member_id: str | None = Field(default=None, foreign_key="member.id", index=True)
    request_id: str | None = Field(default=None, foreign_key="request.id", index=True)
    at: datetime
    meaning: str = Field(default="", max_length=20)
    words: bytes


class ChatLinkRow(Row, table=True):
    """A lead's private chat, once its one-time code was said there; only hashes of code and chat can be looked up."""

    __tablename__ = "chat_link"

    lead_key: str = Field(max_length=64, unique=True)
    code_key: str = Field(default="", max_length=64, index=True)
    code_until: datetime | None = None
    chat_key: str = Field(default="", max_length=64, index=True)
    chat: bytes
    linked_at: datetime | None = None


class ChatPressRow(Row, table=True):
    """One button that was offered. It is good for one press, by that lead, while the proposal is of that version."""

    __tablename__ = "chat_press"

    nonce_key: str = Field(max_length=64, unique=True)
    lead_key: str = Field(max_length=64)
    request_id: str | None = Field(default=None, foreign_key="request.id", index=True)
    member_id: str | None = Field(default=None, foreign_key="member.id", index=True)
    proposal_version: int = 0
    action: str = Field(max_length=40)
    until: datetime
    pressed_at: datetime | None = None
    said: bytes


class MeetingRow(Row, table=True):
    """One meeting with one person: an introduction, a training, an assignment's day. As in RFC 5545."""

    __tablename__ = "meeting"

    uid: str = Field(max_length=80, unique=True)
    sequence: int = 0
    kind: str = Field(max_length=20)
    state: str = Field(max_length=20)
    version: int = 1
    member_id: str | None = Field(default=None, foreign_key="member.id", index=True)
    request_id: str | None = Field(default=None, foreign_key="request.id", index=True)
    starts_at: datetime
    minutes: int
    place: bytes
