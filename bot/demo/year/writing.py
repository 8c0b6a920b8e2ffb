"""How people answer: with the letter quoted below, the code kept in the subject, in programs that differ."""

from dataclasses import dataclass
from email import message_from_bytes
from email.policy import SMTP

from medverkan.bot.demo import mails
from medverkan.bot.demo.world import MAILBOX
from medverkan.bot.demo.year import calendar
from medverkan.bot.demo.year.dice import Dice
from medverkan.bot.demo.year.town import Sent, Town
from medverkan.mailbox.addresses import domain_of


@dataclass
class Pen:
    """Somebody's mail program, and its habits."""

    town: Town
    name: str
    address: str
    dice: Dice

    def answer(self, sent: Sent, words: str, what: str) -> None:
        """Answer a letter; some programs lose what it answers, so that only the code in the subject is left."""
        chance = self.dice.on(self.address, sent.kind, sent.letter.subject.partition(" [")[0], self.town.clock.now)
        sign = chance.choice((f"\n\nHälsningar\n{self.name}", f"\n\nMvh {self.name.split()[0]}", ""))
        now = self.town.clock.now.astimezone(calendar.ZONE)
        raw = mails.reply(sent.letter, words + sign, (self.name, self.address), now, self.town.number())
        if chance.random() < 0.1:
            message = message_from_bytes(raw, policy=SMTP)
            del message["In-Reply-To"], message["References"]
            raw = message.as_bytes()
        self.post(raw, what)
        if chance.random() < 0.03:
            # A gateway that hands on the same mail twice.
            self.post(raw, what)

    def write(self, subject: str, words: str, what: str) -> None:
        """Write a mail of one's own."""
        now = self.town.clock.now.astimezone(calendar.ZONE)
        message = mails.mail((self.name, self.address), subject, now, self.town.number(), MAILBOX)
        message.set_content(f"{words}\n\n{self.name}\n")
        self.post(message.as_bytes(), what)

    def post(self, raw: bytes, what: str) -> None:
        """Hand a mail in, at one's own server."""
        self.town.deliver(raw, what, self.name, submitted_by=domain_of(self.address))
