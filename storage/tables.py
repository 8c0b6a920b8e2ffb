"""The tables. Columns of type bytes are sealed (see vault.py); nothing else may tell who somebody is or what they told.

Ids are made in Python before a field is sealed, since the seal binds table, column and row. Changing anything
here needs a migration beside it: a test adds the migrations up and compares.
"""

import secrets
from datetime import date, datetime
from time import time_ns

from sqlalchemy import BigInteger, Column, Identity, Index, Integer, UniqueConstraint, false, text
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> str:
    """Return a fresh row id: 32 hex digits that sort by when they were made, half clock and half chance."""
    return f"{time_ns():016x}{secrets.token_hex(8)}"


class Row(SQLModel):
    """What every table has."""

    id: str = Field(default_factory=new_id, primary_key=True, max_length=32)


class CounterRow(SQLModel, table=True):
    """Running numbers: cases of a year, members, tasks."""

    __tablename__ = "counter"

    name: str = Field(primary_key=True, max_length=40)
    value: int = 0


FIRST = text("same_as IS NULL")
GOES = text("goes_when_disposed")
# Marks a column that is only read when it is asked for: fifty mails may be a gigabyte.
LARGE = "large"


class MailRow(Row, table=True):
    """Every mail taken in, with its raw bytes. The place on the server is unique: the ledger against doubling."""

    __tablename__ = "mail"
    __table_args__ = (
        UniqueConstraint("account", "folder", "uidvalidity", "uid"),
        Index("ix_mail_waiting", "state", "received_at"),
        # Of the mails with the same bytes only one is acted on, also when two workers take them in at once.
        Index("uq_mail_first", "sha256", unique=True, sqlite_where=FIRST, postgresql_where=FIRST),
        Index("ix_mail_disposal", "account", "disposed_at", "disposal"),
        Index("ix_mail_goes", "id", sqlite_where=GOES, postgresql_where=GOES),
    )

    account: str = Field(max_length=255)
    folder: str = Field(max_length=255)
    uidvalidity: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    uid: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    sha256: str = Field(max_length=64, index=True)
    size: int
    raw: bytes = Field(sa_column_kwargs={"info": {LARGE: True}})
    state: str = Field(max_length=20)
    kind: str = Field(default="", max_length=20)
    reason: str = Field(default="", max_length=400)
    attempts: int = 0
    received_at: datetime
    disposal: str = Field(default="", max_length=20)
    disposed_at: datetime | None = None
    request_id: str | None = Field(default=None, foreign_key="request.id", index=True)
    member_id: str | None = Field(default=None, foreign_key="member.id", index=True)
    same_as: str | None = Field(default=None, foreign_key="mail.id")
    message_key: str = Field(default="", max_length=64, index=True, sa_column_kwargs={"server_default": ""})
    # Somebody in it is erased, and its bytes are still needed to find it on the server: they go after that.
    goes_when_disposed: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class MemberRow(Row, table=True):
    """A resident. `card` says who, `profile` what they told; both sealed."""

    __tablename__ = "member"

    number: str = Field(max_length=20, unique=True)
    status: str = Field(max_length=20, index=True)
    version: int = 1
    card: bytes
    profile: bytes
    email_key: str = Field(default="", max_length=64, index=True)
    phone_key: str = Field(default="", max_length=64, index=True)
    missing: str = ""
    created_at: datetime
    resting_until: date | None = None
    guardian_document_at: datetime | None = None
    # How many have custody, and must sign for a child; None where nobody has asked.
    guardians: int | None = None
    mail_id: str | None = Field(default=None, max_length=32)


class RequestRow(Row, table=True):
    """One request and its case."""

    __tablename__ = "request"

    number: str = Field(max_length=20, unique=True)
    state: str = Field(max_length=20, index=True)
    version: int = 1
    fields: bytes
    thread: bytes
    missing: str = ""
    notes: bytes
    vouched: bool = False
    release_to: bytes
    paused: bool = False
    received_at: datetime
    mail_id: str | None = Field(default=None, max_length=32)
    date_start: date | None = None
    date_end: date | None = None
    delivered_at: datetime | None = None
    # When all that the evaluation does not need was taken out of it.
    thinned_at: datetime | None = None


class ProposalRow(Row, table=True):
    """One version of the list put before the lead; reasons come from health data, so the list is sealed."""

    __tablename__ = "proposal"
    __table_args__ = (UniqueConstraint("request_id", "version"),)

    request_id: str = Field(foreign_key="request.id")
    version: int
    at: datetime
    matcher: str = Field(max_length=80)
    inputs_sha256: str = Field(max_length=64)
    matches: bytes


class InvitationRow(Row, table=True):
    """One person on one request."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("request_id", "member_id"),)

    request_id: str = Field(foreign_key="request.id")
    member_id: str = Field(foreign_key="member.id", index=True)
    proposal_id: str = Field(foreign_key="proposal.id")
    number: int
    state: str = Field(max_length=20)
    version: int = 1
    changed_at: datetime


class CallRow(Row, table=True):
    """One attempt to reach a person by phone."""

    __tablename__ = "call"

    task_id: str | None = Field(default=None, foreign_key="task.id")
    member_id: str = Field(foreign_key="member.id", index=True)
    request_id: str | None = Field(default=None, foreign_key="request.id", index=True)
    at: datetime
    outcome: str = Field(max_length=20)
    words: bytes
    emptied_at: datetime | None = None


class ConsentRow(Row, table=True):
    """A yes, and when it was taken back. Never deleted while the person is in the register."""

    __tablename__ = "consent"

    member_id: str = Field(foreign_key="member.id", index=True)
    request_id: str | None = Field(default=None, foreign_key="request.id", index=True)
    kind: str = Field(max_length=30)
    fields: str = ""
    given_at: datetime
    how: str = Field(max_length=200)
    wording: str = Field(default="", max_length=60)
    parties: bytes
    withdrawn_at: datetime | None = None


class TaskRow(Row, table=True):
    """What waits for a person, or a reminder to come. `key` makes each at most once."""

    __tablename__ = "task"
    __table_args__ = (Index("ix_task_open", "done_at", "due"),)

    number: str = Field(max_length=20, unique=True)
    key: str = Field(max_length=200, unique=True)
    kind: str = Field(max_length=30)
    request_id: str | None = Field(default=None, foreign_key="request.id", index=True)
    member_id: str | None = Field(default=None, foreign_key="member.id", index=True)
    mail_id: str | None = Field(default=None, foreign_key="mail.id")
    due: datetime
    attempts: int = 0
    reminded: int = 0
    done_at: datetime | None = None
    note: bytes
    emptied_at: datetime | None = None


class OutgoingRow(Row, table=True):
    """One message for one recipient. `key` is unique: the same thing is never written, nor sent, twice."""

    __tablename__ = "outgoing"
    __table_args__ = (Index("ix_outgoing_due", "state", "due"),)

    key: str = Field(max_length=200, unique=True)
    kind: str = Field(max_length=40)
    channel: str = Field(max_length=10)
    request_id: str | None = Field(default=None, foreign_key="request.id", index=True)
    member_id: str | None = Field(default=None, foreign_key="member.id", index=True)
    state: str = Field(max_length=20)
    attempts: int = 0
    due: datetime
    claimed_until: datetime | None = None
    sent_at: datetime | None = None
    error: str = Field(default="", max_length=300)
    to_key: str = Field(default="", max_length=64, index=True)
    message_key: str = Field(default="", max_length=64, index=True)
    # The gateway's own id of an SMS, as a keyed hash, and when it told that the phone has it.
    provider_key: str = Field(default="", max_length=64, index=True, sa_column_kwargs={"server_default": ""})
    arrived_at: datetime | None = None
    letter: bytes
    emptied_at: datetime | None = None


class ReceiptRow(Row, table=True):
    """Proof of one deletion from the mailbox; one that is begun only, until the mail was seen to be `absent`."""

    __tablename__ = "receipt"

    mail_id: str = Field(max_length=32, unique=True)
    at: datetime
    kind: str = Field(max_length=20)
    rule: str = Field(max_length=200)
    sha256: str = Field(max_length=64)
    folder: str = Field(max_length=255)
    uidvalidity: int = Field(sa_column=Column(BigInteger, nullable=False))
    uid: int = Field(sa_column=Column(BigInteger, nullable=False))
    absent: bool


class AuditRow(SQLModel, table=True):
    """Who did or read what about whom, when. Only ever added to.

    The database numbers the lines: a counter row would be locked by every transaction until its end.
    """

    __tablename__ = "audit"

    sequence: int | None = Field(
        default=None, sa_column=Column(BigInteger().with_variant(Integer, "sqlite"), Identity(), primary_key=True)
    )
    id: str = Field(default_factory=new_id, unique=True, max_length=32)
    at: datetime
    what: str = Field(max_length=60)
    who: str = Field(max_length=60)
    request_id: str | None = Field(default=None, max_length=32, index=True)
    member_id: str | None = Field(default=None, max_length=32, index=True)
    mail_id: str | None = Field(default=None, max_length=32)
    detail: bytes
    commitment: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": ""})
    link: str = Field(default="", max_length=64, sa_column_kwargs={"server_default": ""})


class ErasureRow(Row, table=True):
    """Who was erased, as keyed hashes that tell nobody who it was. Only ever added to; read after a restore."""

    __tablename__ = "erasure"
    __table_args__ = (UniqueConstraint("member_key", "at"),)

    at: datetime
    member_key: str = Field(max_length=64)
    number_key: str = Field(max_length=64)
    email_key: str = Field(max_length=64)
    phone_key: str = Field(max_length=64)
    mail_keys: str
    why: str = Field(max_length=60)
