"""What to do now about one chain of reminders: letters on their days, then a person. Pure; the shell is beside it.

The rules, which hold whatever the service slept through:

- A chain is looked at when it is due, and acts only in the hours when people may be written to (bot/hours.py).
- It takes one step at a time and waits `patience` working days after each, so that catching up brings no burst.
- Where the days of several steps have passed, only the latest is taken. But nothing is handed over to a person before
  whoever was to answer has been asked at all.
- A step that is taken is counted in the same transaction as its letter, and the letter's key holds its number: none is
  ever taken twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from medverkan.bot.hours import due_in, next_contact
from medverkan.bot.settings import Settings


class Act(StrEnum):
    """What a reminder does now."""

    WAIT = "wait"
    WRITE = "write"
    HAND_OVER = "hand_over"
    END = "end"


@dataclass(frozen=True, slots=True)
class Chain:
    """How often is written, how long an answer is waited for, and whether it is handed over to a person at the end."""

    letters: int
    patience: int  # working days
    hands_over: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """What to do now, how many letters are dealt with then, and when to look again (None: never)."""

    act: Act
    reached: int
    due: datetime | None


def next_step(
    chain: Chain, reached: int, due: datetime, now: datetime, settings: Settings, moments: Sequence[datetime] = ()
) -> Step:
    """Return what a chain does now that has dealt with `reached` letters and is due at `due`.

    `moments` are the days of its steps where they are fixed, the handing over last; else one step follows the other.
    """
    ready = next_contact(now, settings)
    if now < due or ready > now:
        return Step(Act.WAIT, reached, max(due, ready) if now >= due else due)
    step = _latest(chain, reached, now, moments)
    if step >= chain.letters:
        return Step(Act.HAND_OVER if chain.hands_over else Act.END, chain.letters, None)
    if step + 1 >= chain.letters and not chain.hands_over:
        return Step(Act.WRITE, step + 1, None)
    follows = moments[step + 1] if step + 1 < len(moments) else due
    return Step(Act.WRITE, step + 1, max(follows, due_in(now, chain.patience, settings)))


def _latest(chain: Chain, reached: int, now: datetime, moments: Sequence[datetime]) -> int:
    """Return the last step whose day has come, from 0; without fixed days the next one."""
    step = reached
    while step + 1 < len(moments) and moments[step + 1] <= now and (step + 1 < chain.letters or reached > 0):
        step += 1
    return step
