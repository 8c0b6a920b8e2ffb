"""What the leads have on their desk: letters by case, what they said last, what they are about to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from medverkan.bot.demo.year.calendar import Absence
from medverkan.bot.demo.year.chatroom import Chatroom
from medverkan.bot.demo.year.dice import Dice
from medverkan.bot.demo.year.phone import Phone
from medverkan.bot.demo.year.town import Sent, Town
from medverkan.bot.demo.year.truth import Truth
from medverkan.bot.demo.year.writing import Pen

# What the chat calls that which a letter lists.
LISTS = {"lead-proposal": "förslag", "lead-calls": "ringlista"}


@dataclass
class Lead:
    """One lead: a pen, days off, and perhaps a chat."""

    pen: Pen
    away: Sequence[Absence]
    chat: Chatroom | None = None


@dataclass
class Notes:
    """Shared by the leads. A matter is a kind of letter and the case or person that it is about."""

    town: Town
    truth: Truth
    phone: Phone
    dice: Dice
    newest: dict[tuple[str, str], Sent] = field(default_factory=dict)
    wanted: dict[str, int] = field(default_factory=dict)
    yes: dict[str, set[str]] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)  # what was said last, as plainly as it can be
    said: dict[str, str] = field(default_factory=dict)  # to whatever the last letter about it was
    busy: set[str] = field(default_factory=set)
    answered: dict[str, datetime] = field(default_factory=dict)

    def later(self, when: datetime, matter: str, act: Callable[[], None]) -> None:
        """Mean to do something, so that nobody does it before."""
        self.busy.add(matter)

        def do() -> None:
            self.busy.discard(matter)
            act()

        self.town.at(when, do)

    def say(self, lead: Lead, sent: Sent, case: str, words: str, plain: str) -> None:
        """Answer a letter, and remember what was meant."""
        self.plain[case] = plain
        what = LISTS.get(sent.kind, "")
        if lead.chat and what and self.dice.on("by chat", case, self.town.clock.now).random() < 0.2:
            self.answered[case], self.said[case] = self.town.clock.now, plain
            if lead.chat.answer(what, case, plain):
                return
        self.answer(lead, sent, case, words)

    def answer(self, lead: Lead, sent: Sent, case: str, words: str) -> None:
        """Answer a letter."""
        self.answered[case], self.said[case] = self.town.clock.now, words
        lead.pen.answer(sent, words, "reply-lead")


def together(items: Sequence[str]) -> str:
    """Return "a, b och c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} och {items[-1]}"
