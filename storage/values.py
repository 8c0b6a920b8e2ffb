"""What crosses out of this room: opened, frozen values. Rows, sessions and sealed bytes stay inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from medverkan.storage.lifecycle import (
    InvitationState,
    MailState,
    MeetingState,
    MemberStatus,
    OutgoingState,
    RequestState,
)


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail taken in. Where `uid` is None it came from a file. The raw bytes are read with `mails.raw`."""

    id: str
    account: str
    folder: str
    uidvalidity: int | None
    uid: int | None
    sha256: str
    state: MailState
    kind: str
    reason: str
    attempts: int
    received_at: datetime
    disposal: str  # what is to be done on the server: "" | "delete" | "handled" | "review"
    disposed_at: datetime | None
    request_id: str | None
    member_id: str | None
    same_as: str | None  # the first mail with these very bytes, where this is not it


@dataclass(frozen=True, slots=True)
class Member:
    """One resident in the register. `fields` has the keys of the registration form."""

    id: str
    number: str
    status: MemberStatus
    version: int
    fields: Mapping[str, Any]
    missing: tuple[str, ...]
    created_at: datetime
    resting_until: date | None
    guardian_document_at: datetime | None
    mail_id: str | None
    guardians: int | None = None  # how many have custody of a child; None where nobody has asked

    @property
    def name(self) -> str:
        """First and last name, as written."""
        return f"{self.fields.get('first_name', '')} {self.fields.get('last_name', '')}".strip()


@dataclass(frozen=True, slots=True)
class Request:
    """One request and its case. `fields` has the keys of the request form."""

    id: str
    number: str
    state: RequestState
    version: int
    fields: Mapping[str, Any]
    missing: tuple[str, ...]
    questions: tuple[str, ...]
    remarks: tuple[str, ...]
    received_at: datetime
    sender: str  # who mailed it
    vouched: bool  # the mail system vouched for the sender, and the form's contact address is theirs
    release_to: str  # the address that contact details may go to; "" until somebody verified it
    paused: bool
    mail_id: str | None
    message_id: str
    subject: str
    date_start: date | None
    date_end: date | None
    delivered_at: datetime | None

    @property
    def people_wanted(self) -> int:
        """How many people are asked for, at least one."""
        return max(1, int(self.fields.get("people_wanted") or 1))

    @property
    def contact(self) -> str:
        """The unit's address as the form says."""
        return str(self.fields.get("contact_email") or self.sender)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One version of the list put before the lead. `matches` are as in `match --json`, plus number and member id."""

    id: str
    request_id: str
    version: int
    at: datetime
    matcher: str
    inputs_sha256: str
    matches: tuple[Mapping[str, Any], ...]
    team: tuple[str, ...]
    excluded: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Invitation:
    """One person on one request."""

    id: str
    request_id: str
    member_id: str
    proposal_id: str
    number: int  # as numbered in the letter to the lead
    state: InvitationState
    version: int
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Consent:
    """A yes of one person: to matching and channels, or (kind "release") to handing over details in one case."""

    id: str
    member_id: str
    request_id: str | None
    kind: str  # matching | sms | email | guardian | guardian_document | release
    fields: tuple[str, ...]
    given_to: str
    given_at: datetime
    how: str
    by: str
    wording: str
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class Signature:
    """That one party has signed one paper, and the day that stands on it."""

    member_id: str
    request_id: str | None
    paper: str  # agreement | interests | guardian
    party: str  # unit | participant | guardian 1 | guardian 2
    day: date


@dataclass(frozen=True, slots=True)
class Call:
    """One attempt to reach a person by phone, and how it ended."""

    id: str
    task_id: str | None
    member_id: str
    request_id: str | None
    at: datetime
    outcome: str
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that waits for a person, or one reminder that is to be sent when it is due."""

    id: str
    number: str
    kind: str
    request_id: str | None
    member_id: str | None
    mail_id: str | None
    due: datetime
    attempts: int
    reminded: int
    done_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting with one person, with what calendars know it by. `starts_at` is UTC."""

    id: str
    uid: str
    sequence: int
    kind: str  # introduction | assignment | training | network
    state: MeetingState
    version: int
    member_id: str | None
    request_id: str | None
    starts_at: datetime
    minutes: int
    place: str


@dataclass(frozen=True, slots=True)
class Press:
    """One button offered to a lead in chat, or one message they wrote there, and what was answered."""

    id: str
    request_id: str | None
    member_id: str | None
    version: int  # of the proposal that it was offered with
    action: str
    until: datetime
    pressed_at: datetime | None
    said: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message of ours for one recipient, written with the change it tells of, and sent later."""

    id: str
    key: str
    kind: str
    channel: str  # mail | sms | chat
    request_id: str | None
    member_id: str | None
    state: OutgoingState
    attempts: int
    due: datetime
    sent_at: datetime | None
    error: str
    message_id: str
    to: str
    subject: str
    text: str
    in_reply_to: str
    references: str
    attachments: tuple[tuple[str, str, bytes], ...] = ()  # (filename, content type, content)
    until: datetime | None = None  # when it is too late to send it
    arrived_at: datetime | None = None  # when a phone was told to have it; of an SMS only


@dataclass(frozen=True, slots=True)
class Sms:
    """One SMS that came in. `meaning` "" is one that is not understood yet."""

    id: str
    phone: str
    text: str
    at: datetime
    meaning: str
    member_id: str | None
    request_id: str | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Proof that one mail was deleted from the mailbox: no content, no names."""

    id: str
    at: datetime
    kind: str
    rule: str
    sha256: str
    folder: str
    uidvalidity: int
    uid: int
    absent: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the audit: who did or read what about whom, when and why."""

    at: datetime
    what: str
    who: str
    request_id: str | None
    member_id: str | None
    mail_id: str | None
    detail: Mapping[str, Any]
