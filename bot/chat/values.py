"""What crosses between a chat service and the conversation: what somebody did there, and what we say.

Nothing here can hold a name, a number or free text of ours but `text`, which only telling.py writes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Came:
    """One thing that somebody did in a chat: wrote, or pressed a button."""

    id: str  # tells it from every other, also when it is told of once more
    chat: str
    private: bool  # between one person and us, not a group
    words: str = ""  # what they wrote
    press: str = ""  # what the button that they pressed holds
    about: str = ""  # the text of the message of ours that they answer; "" where they answer none
    own: bool = True  # not passed on from somebody else
    changed: bool = False  # they changed afterwards what they had written


@dataclass(frozen=True, slots=True)
class Button:
    """One button to offer. What it does is kept with us; the chat service only gets a nonce."""

    label: str
    action: str
    member_id: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """What we say in the chat: plain text, and rows of buttons that are about that case and version of its list."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    request_id: str | None = None
    version: int = 0
