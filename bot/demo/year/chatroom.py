"""The chat of the year: one lead has it, and answers there at times by words or buttons; strangers try it too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count

from medverkan.bot.chat import links, telling
from medverkan.bot.chat.memory import MemoryChat
from medverkan.bot.chat.talk import Talk
from medverkan.bot.chat.values import Came
from medverkan.bot.demo.year.town import Sent, Town
from medverkan.mailbox.values import Letter

CHAT, STRANGERS = "4711", "6666"
LABELS = {"ja": "Ja", "nej": "Nej", "svarade inte": "Svarade inte", "ring igen": "Ring igen"}
REFUSED = "gällde lista"


@dataclass(frozen=True, slots=True)
class Shown:
    """One message as it stands in the chat, with what its buttons hold."""

    text: str
    buttons: dict[str, str]


class Chatroom(MemoryChat):
    """The chat service, and the one private chat in it."""

    def __init__(self, town: Town) -> None:
        super().__init__()
        self.town = town
        self.newest: dict[tuple[str, str], Shown] = {}  # by what it lists, and the case
        self.used = 0
        self._ids = count()
        self.talk = Talk(town.parts, town.clock, lambda: None)

    def send(self, chat: str, text: str, buttons: Sequence[Sequence[tuple[str, str]]]) -> None:
        """Show one message; where it goes to another chat than the lead's, that is a broken promise."""
        if chat != CHAT:
            self.town.broken.append(f"{self.town.clock.now:%Y-%m-%d %H:%M}: ett chattmeddelande till en främling")
        held = {label: held for row in buttons for label, held in row}
        if about := telling.ABOUT.match(text):
            self.newest[about[2], about[1]] = Shown(text, held)
        shown = "\n".join([text, *held])
        self.town.note(Sent(self.town.clock.now, "chat", chat, b"", Letter(), shown, "chat"))

    def link(self, lead: str) -> None:
        """Do `medverkan chat link` for a lead, who then writes the code in the chat."""
        found = self.town.parts.settings.lead(lead)
        if found is None:
            return
        with self.town.parts.store.transaction() as books:
            code = links.new_code(books, found, self.town.clock.now)
        self._take(CHAT, words=f"/start {code}")

    def answer(self, what: str, case: str, plain: str) -> bool:
        """Answer the newest message of a case, by button where one says just that; return whether there was one."""
        shown = self.newest.get((what, case))
        if shown is None:
            return False
        self.used += 1
        self._say(shown, plain)
        # What is refused because a newer list is there is said once more, to the newer one.
        self.town.at(self.town.clock.now + timedelta(minutes=5), lambda: self._again(what, case, plain, shown))
        return True

    def _again(self, what: str, case: str, plain: str, answered: Shown) -> None:
        shown = self.newest[what, case]
        if REFUSED in shown.text and shown.text.partition("\n")[0] != answered.text.partition("\n")[0]:
            self._say(shown, plain)

    def _say(self, shown: Shown, plain: str) -> None:
        number, _, outcome = plain.partition(" ")
        held = shown.buttons.get(f"{number} {LABELS.get(outcome, '')}")
        if held:
            # Whoever is impatient presses twice.
            for _ in range(2):
                self._take(CHAT, press=held)
        else:
            self._take(CHAT, words=plain, about=shown.text)

    def intrude(self) -> None:
        """Let a stranger, and a group that the lead is in, try what the lead may."""
        shown = next(reversed(self.newest.values()), None)
        words = "JA 1. 1 ja, 2 ja"
        self._take(STRANGERS, words="/start 123456")
        if shown:
            self._take(STRANGERS, words=words, about=shown.text)
            self._take(CHAT, words=words, about=shown.text, private=False)
            for held in shown.buttons.values():
                self._take(STRANGERS, press=held)

    def _take(self, chat: str, words: str = "", press: str = "", about: str = "", *, private: bool = True) -> None:
        self.talk.take(Came(f"in-{next(self._ids)}", chat, private, words, press, about))
        self.town.is_touched = True
