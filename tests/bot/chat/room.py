"""A lead's chat in a small town: what the lead says there, and what the bot answers."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from medverkan.bot.chat.channel import LeadChats
from medverkan.bot.chat.links import new_code
from medverkan.bot.chat.memory import MemoryChat, Message
from medverkan.bot.chat.talk import Talk
from medverkan.bot.chat.telling import ABOUT
from medverkan.bot.chat.values import Came
from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.demo.mails import Rows
from medverkan.bot.demo.world import world
from medverkan.bot.send import Senders
from medverkan.storage.lifecycle import InvitationState
from tests.bot.town import RESIDENTS, START, UNIT, case_of, states

CHAT, STRANGER = "4711", "666"


# What the forms of the town tell of the unit and the assignment, beside the names and numbers of everybody.
ASSIGNMENT = (
    "Utvecklingsenheten", "nära vård", "Region Exempel", "Lindstam", "Samma ansikten", "Fokusgrupp", "hemtjänst",
    "kontinuitet", "personalen", "Brukare", "Närstående", "16 mars", "13.00", "Strömgatan", "Kalmar", "hörslinga",
)  # fmt: skip
PERSONAL = ("Förnamn", "Efternamn", "Telefon", "E-post", "Kontaktperson", "Vårdnadshavare")


def told_of(text: str, *forms: Rows) -> list[str]:
    """Return what of people, the unit and the assignment a text gives away, of the town and of `forms`."""
    words = {value for rows in (*RESIDENTS, cast.HOME_CARE_FORM, *forms) for label, value in rows if label in PERSONAL}
    said, digits = text.lower(), re.sub(r"\D", "", text)
    found = [word for word in (*words, *ASSIGNMENT) if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", said)]
    numbers = [re.sub(r"\D", "", word)[-9:] for word in words if len(re.sub(r"\D", "", word)) > 8]
    return sorted(found + [number for number in numbers if number in digits])


class Room:
    """The chat of the town's one lead."""

    def __init__(self, play: Journey) -> None:
        self.play, self.world, self.ids = play, play.world, count(1)
        self.chat = MemoryChat()
        self.talk = Talk(self.world.parts, self.world.clock, lambda: None)
        channels = {"chat": LeadChats(self.world.parts, self.chat)}
        self.world.senders = Senders(self.world.senders.internal, self.world.senders.external, None, channels)

    def came(self, said: str, **given: object) -> Came:
        """Return what comes in: "[label]" presses the newest such button, "> words" answers the newest case message."""
        values: dict[str, object] = {"id": f"c{next(self.ids)}", "chat": CHAT, "private": True}
        if said.startswith("["):
            values["press"] = self.nonce(said[1:-1])
        elif said.startswith("> "):
            values |= {"words": said[2:], "about": self.about()}
        else:
            values["words"] = said
        return Came(**(values | given))  # type: ignore[arg-type]

    def hear(self, *came: Came) -> list[str]:
        """Let that come; return the texts that reach the lead's chat because of it."""
        before = len(self.chat.sent)
        for one in came:
            self.talk.take(one)
        self.world.step()
        return [message.text for message in self.chat.sent[before:]]

    def say(self, said: str, **given: object) -> str:
        """Let the lead say something; return all that reaches the chat because of it."""
        return "\n---\n".join(self.hear(self.came(said, **given)))

    def nonce(self, label: str) -> str:
        """Return what the newest button with that label holds."""
        held = (nonce for message in reversed(self.chat.sent) for row in message.buttons for name, nonce in row
                if name == label)  # fmt: skip
        return next(held)

    def about(self) -> str:
        """Return the text of the newest message that is about a case."""
        return next(message.text for message in reversed(self.chat.sent) if ABOUT.match(message.text))

    def labels(self) -> list[str]:
        """Return the buttons of the newest message that has any."""
        newest: Message = next(message for message in reversed(self.chat.sent) if message.buttons)
        return [label for row in newest.buttons for label, _ in row]

    def link(self, chat: str = CHAT) -> list[str]:
        """Link the lead's chat as a lead does."""
        with self.world.parts.store.transaction() as books:
            code = new_code(books, self.world.parts.settings.leads[0], self.world.clock())
        return self.hear(self.came(f"/start {code}", chat=chat))

    def states(self) -> dict[int, InvitationState]:
        """Return the state of everybody in the case, by number."""
        return states(self.play)

    @property
    def case(self) -> str:
        """The number of the town's case."""
        return case_of(self.play).number


@contextmanager
def room(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    residents: tuple[Rows, ...] = RESIDENTS,
    *,
    form: Rows = cast.HOME_CARE_FORM,
    vouched: bool = True,
) -> Iterator[Room]:
    """Yield a chat that is linked, in a town whose request has just been proposed."""
    monkeypatch.setenv("MEDVERKAN_CHAT__PROVIDER", "telegram")
    monkeypatch.setenv("MEDVERKAN_CHAT__TOKEN", "1:kanarie")
    with world(tmp_path / "home", START) as where:
        play = Journey(where, lambda _: None)
        for rows in residents:
            play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), rows), cast.FORM)
        where.step()
        here = Room(play)
        here.link()
        play.send(mails.in_body(play.new_mail(UNIT, "Förfrågan om medverkan"), form), UNIT, vouched=vouched)
        where.step()
        yield here
        told = told_of("\n".join(f"{message.text} {message.buttons}" for message in here.chat.sent))
        assert not told, told
