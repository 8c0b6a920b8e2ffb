"""Mobile phones of the year: SMS leave through a gateway that can be dead for days, and some people answer them."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from medverkan.bot.demo.year import mishaps
from medverkan.bot.demo.year.dice import Dice
from medverkan.bot.demo.year.town import Sent, Town
from medverkan.bot.sms.came import sms_of
from medverkan.bot.sms.file import SmsFile
from medverkan.mailbox.values import Letter, TryLaterError
from medverkan.storage.values import Outgoing

ANSWERS = ("JA", "ja tack", "RING", "ring mig gärna", "nej tack", "Ok, tack för påminnelsen", "vem är det här?")


@dataclass
class Gateway:
    """The product's own file of SMS, behind a line that is dead at times."""

    town: Town
    file: SmsFile

    def send(self, message: Outgoing) -> str:
        """Hand on one SMS. Raises TryLaterError while the line is dead."""
        if mishaps.holds(mishaps.SMS_AWAY, self.town.clock.now):
            raise TryLaterError("the gateway is away")
        told = self.file.send(message)
        self.town.note(
            Sent(
                self.town.clock.now, "sms", message.to, b"", Letter(), message.text, "sms", message.kind,
                message.request_id, message.member_id,
            )
        )  # fmt: skip
        return told

    def check(self) -> str:
        """See that the file can be written."""
        return self.file.check()


@dataclass
class Handsets:
    """Those who got an SMS; a few answer, one says STOPP."""

    town: Town
    dice: Dice
    stopped: set[str]
    answered: int = 0

    def read(self, sent: Sent) -> None:
        """Take in one SMS, and answer it at times, at any hour."""
        if sent.channel != "sms":
            return
        chance = self.dice.on("sms", sent.to, sent.kind, sent.at)
        spread = chance.random()
        if sent.to in self.stopped:
            self.town.broken.append(f"{sent.at:%Y-%m-%d}: ett sms till någon som har svarat STOPP")
        if spread > 0.25:
            return
        words = "STOPP" if not self.stopped else chance.choice(ANSWERS)
        if words == "STOPP":
            self.stopped.add(sent.to)
        hours = 0 if words == "STOPP" else chance.choice((0, 0, 1, 9, 30))
        after = timedelta(minutes=chance.randint(1, 50), hours=hours)
        self.town.at(sent.at + after, lambda: self.say(sent.to, words))

    def say(self, phone: str, words: str) -> None:
        """Send an SMS to the gateway, which hands it over twice at times, as it does when an answer got lost."""
        self.answered += 1
        came = sms_of({"id": f"in-{self.answered}", "from": phone, "message": words})
        if came is None:
            return
        self.town.is_touched = True
        for _ in range(2 if self.answered % 5 == 0 else 1):
            with self.town.parts.store.transaction() as books:
                books.sms.add(came.provider_id, came.phone, came.text, self.town.clock.now)


def gateway(town: Town, home: Path) -> Gateway:
    """Return the gateway of a town, with its file in the home."""
    return Gateway(town, SmsFile(home / "sms.jsonl"))
