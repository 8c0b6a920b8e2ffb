"""Where mail is pushed to us, and what those who store it tell us. Apart from the server, which loads aiosmtpd."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from medverkan.mailbox.values import MailboxError, TryLaterError


class Keep(Protocol):
    """Whoever stores the mails."""

    def __call__(self, *raws: bytes) -> object:
        """Store all of them durably, or none and raise."""
        ...


class NoRoomError(TryLaterError):
    """What `Keep` raises where the disk is full: the sender is asked to wait."""


class ListenError(MailboxError):
    """Nothing can listen there, or the certificate cannot be used; told in Swedish."""


@dataclass(frozen=True, slots=True)
class Listen:
    """Where mail is taken, how, and from whom."""

    protocol: str  # "smtp" | "lmtp"
    host: str
    port: int  # 0: any that is free
    relays: tuple[str, ...] = ()  # addresses and networks outside this machine that may connect
    certificate: Path | None = None  # PEM with its chain; with one, nothing is taken without STARTTLS
    key: Path | None = None  # None: in the same file
