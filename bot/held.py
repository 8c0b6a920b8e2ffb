"""Why a message is not sent now: what the gate before the outbox answers, and what is made of a server's refusal."""

from dataclasses import dataclass
from datetime import timedelta

from medverkan.mailbox.transport import LoginRefusedError


@dataclass(frozen=True, slots=True)
class Held:
    """A message is not sent now: `later` None gives it up for good."""

    why: str
    later: timedelta | None
    tried: bool = False  # a server was asked and refused, which counts as an attempt
    signed_out: LoginRefusedError | None = None  # the server does not let us in at all
    told: bool = True  # a person hears of it; of what only waits for the morning nobody needs to
