"""What crosses out of this room: letters, what was read in them, and where a mail lies on the server.

Everything is frozen; nothing here knows a server, a database or a case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a mail is; the words of `read --json`."""

    REQUEST = "request"
    REGISTRATION = "registration"
    REPLY = "reply"
    AUTOMATIC = "automatic"
    BOUNCE = "bounce"
    UNKNOWN = "unknown"


class Action(StrEnum):
    """What a reply of the lead decides; the words of `read --json`."""

    APPROVE = "approve"
    REJECT_ALL = "reject_all"
    MORE = "more"
    UNDO = "undo"
    ASK = "ask"
    OUTCOMES = "outcomes"
    PAUSE = "pause"
    STATUS = "status"
    HELP = "help"
    UNCLEAR = "unclear"


class Outcome(StrEnum):
    """How one phone call ended."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    CALL_AGAIN = "call_again"


class Stage(StrEnum):
    """Which letter a lead's reply answers: the proposal, or the call list."""

    PROPOSAL = "proposal"
    CALLS = "calls"


@dataclass(frozen=True, slots=True)
class Part:
    """One attachment or alternative body, decoded from its transfer encoding but not from its charset."""

    content_type: str  # lower case, "text/html"
    filename: str  # "" when there is none
    charset: str  # as declared, "" when there is none
    content: bytes
    inline: bool = False  # True for bodies, False for attachments


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail, parsed with total accessors: every field is always there, however broken the bytes were."""

    message_id: str = ""  # with angle brackets, as written
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    sender: str = ""  # the one mailbox in From, lower-cased; "" where From is not exactly one strict mailbox
    sender_name: str = ""  # display name, for reading only, never for trust
    reply_to: str = ""
    to: tuple[str, ...] = ()
    subject: str = ""
    date: datetime | None = None  # aware; None where the Date header is absent or unreadable
    headers: tuple[tuple[str, str], ...] = ()  # all of them, top first, unfolded and RFC 2047-decoded
    parts: tuple[Part, ...] = ()  # bodies first, then attachments, in the order of the mail
    problems: tuple[str, ...] = ()  # what could not be read, one plain Swedish sentence each
    signed_by: tuple[str, ...] = ()  # domains whose DKIM signature was checked here; () where nobody has looked

    def header(self, name: str) -> str:
        """Return the topmost header of that name, "" when absent."""
        wanted = name.lower()
        for written, value in self.headers:
            if written.lower() == wanted:
                return value
        return ""

    def has_any(self, names: frozenset[str]) -> bool:
        """Tell whether any of the headers (lower case) is there and not empty."""
        return any(n.lower() in names and v for n, v in self.headers)

    def header_all(self, name: str) -> tuple[str, ...]:
        """Return every header of that name, topmost first."""
        return tuple(v for n, v in self.headers if n.lower() == name.lower())


@dataclass(frozen=True, slots=True)
class Candidate:
    """One numbered person on the letter that a reply answers."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the writer of a reply wants, from their own words only."""

    action: Action
    picks: tuple[int, ...] = ()
    rejects: tuple[int, ...] = ()
    outcomes: Mapping[int, Outcome] = field(default_factory=dict)
    question: str = ""  # for ASK: text for the unit; for UNCLEAR: what to ask back, in Swedish
    note: str = ""  # further wishes, the writer's own words


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one value was found, and how sure it is."""

    label: str  # as written; "" where no label names the value
    text: str  # as written beside the label; for prose the value itself
    sure: float  # 0.0–1.0; what would be under `normalise.BAR` is asked about and no value
    where: str = ""  # "brevet", "bilagan förfrågan.docx"


@dataclass(frozen=True, slots=True)
class Form:
    """One form as it was read. Keys and values as in `read --json`; what is absent is not in `fields`."""

    kind: Kind
    fields: Mapping[str, Any]
    missing: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict)


class Matter(StrEnum):
    """What in an unknown mail cannot wait: a person must look the same day."""

    RECORDS = "records"  # somebody asks for public documents (TF 2 kap.): skyndsamt
    FAREWELL = "farewell"  # somebody wants out of the register, for themselves or for another


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says of a letter of ours."""

    message_ids: tuple[str, ...] = ()  # of the letters it may be about, the most certain first; with angle brackets
    recipient: str = ""  # lower-cased; "" where it does not say
    permanent: bool = True  # nobody tries any more
    status: str = ""  # "5.1.1" (RFC 3463), or a server's own "550"; "" where it does not say

    @property
    def message_id(self) -> str:
        """The most certain id, "" where there is none."""
        return self.message_ids[0] if self.message_ids else ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one mail says. `forms` is empty for everything but requests and registrations."""

    letter: Letter
    kind: Kind
    confidence: float  # 0.0–1.0
    forms: tuple[Form, ...] = ()
    decision: Decision | None = None  # only for a reply
    own_words: str = ""  # for a reply: what the person wrote, without quotes, signatures and disclaimers
    reason: str = ""  # for UNKNOWN: why a person must look at it, one plain Swedish sentence
    matter: Matter | None = None  # for UNKNOWN: what makes it urgent
    bounce: Bounce | None = None  # only for a bounce
    unread: tuple[str, ...] = ()  # beside forms: each attachment that could not be read, one plain Swedish sentence


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mail lies on the server; identity together with the hash of its bytes (RFC 3501 2.3.1.1)."""

    account: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """One mail as the server holds it."""

    place: Place
    raw: bytes


class MailboxError(Exception):
    """Base of what goes wrong in this room."""


class TryLaterError(MailboxError):
    """The server is away or refuses for now; the same call may go through later."""


class GiveUpError(MailboxError):
    """The server says no for good (a 5xx, a missing capability); a person must be told."""
