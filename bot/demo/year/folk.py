"""The residents of the year: they register, some answer a letter, one leaves; and who else writes to such a mailbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from medverkan.bot.demo import cast as demo_cast
from medverkan.bot.demo import mails
from medverkan.bot.demo.year import calendar, forms
from medverkan.bot.demo.year.cast import Resident
from medverkan.bot.demo.year.dice import Dice
from medverkan.bot.demo.year.town import Sent, Town
from medverkan.bot.demo.year.truth import Truth
from medverkan.bot.demo.year.writing import Pen

LEAVES = (
    "Hej! Ta bort mig ur registret, jag vill inte vara med längre.",
    "Jag vill inte vara kvar i Intressebanken. Radera mina uppgifter, tack.",
)
STRAY = (
    ("Erbjudande", "Köp kontorsmaterial till halva priset hos oss i höst."),
    ("Lunch?", "Ska vi äta lunch på torsdag?"),
    ("Nyhetsbrev", "Läs om vår nya webbplats och kommande kurser."),
    ("Hej", "Var ligger konferensrummet?"),
)


@dataclass
class Folk:
    """Everybody who is neither lead nor unit."""

    town: Town
    truth: Truth
    dice: Dice
    residents: Mapping[str, Resident]

    def register(self, who: Resident) -> None:
        """Let the web form mail one registration; a program that errs mails it twice."""
        now = self.town.clock.now.astimezone(calendar.ZONE)
        message = mails.mail(demo_cast.FORM, "Intresseanmälan till Intressebanken", now, self.town.number())
        raw = mails.in_body(message, forms.registration(who))
        for _ in range(2 if who.trait == "twice" else 1):
            self.town.deliver(raw, "registration", who.name, submitted_by="region.example")

    def leave(self, who: Resident) -> None:
        """Write that one does not want to be in the register any more."""
        who.left_at = self.town.clock.now
        self.truth.left_at[who.name] = self.town.clock.now
        self._pen(who).write("Intressebanken", self.dice.on("leaves", who.name).choice(LEAVES), "leaves")

    def read(self, sent: Sent) -> None:
        """Take in one letter to a participant; some answer it."""
        if sent.channel != "mail" or not sent.kind.startswith("participant-"):
            return
        who = next((one for one in self.residents.values() if one.email == sent.to), None)
        if who is None:
            self.town.broken.append(f"ett brev till en deltagare gick till {sent.to}, som ingen är")
            return
        chance = self.dice.on(sent.kind, who.name, sent.at.date())
        spread = chance.random()
        if sent.kind == "participant-assignment" and spread < 0.15:
            words = (
                "Tack, det ser bra ut!" if spread < 0.08 else "Hej, ingen har hört av sig än. Gäller det fortfarande?"
            )
            moment = sent.at + timedelta(days=1 if spread < 0.08 else 7)
            self.town.at(moment, lambda: self._pen(who).answer(sent, words, "reply-participant"))
        elif sent.kind == "participant-feedback" and spread < 0.6:
            said = chance.choice(("JA", "Ja, de ringde.", "Nej", "INTE ÄN"))
            self.town.at(sent.at + timedelta(hours=9), lambda: self._pen(who).answer(sent, said, "reply-participant"))

    def stray(self) -> None:
        """Put something into the box that nobody asked for."""
        number = self.town.number()
        subject, words = self.dice.on("stray", number).choice(STRAY)
        pen = Pen(self.town, "Okänd Avsändare", f"info{number}@annan.example", self.dice)
        pen.write(subject, f"{words} ({number})", "stray")

    def away_note(self, sent: Sent) -> None:
        """Answer a letter by itself, quoting it, as a mailbox on holiday does."""
        message = mails.mail(
            ("Semester", sent.to), f"Automatiskt svar: {sent.letter.subject}",
            self.town.clock.now.astimezone(calendar.ZONE), self.town.number(),
        )  # fmt: skip
        message["Auto-Submitted"] = "auto-replied"
        message["In-Reply-To"] = sent.letter.message_id
        message.set_content(f"Jag har semester. JA 1 2\n\n{sent.text}")
        self.town.deliver(message.as_bytes(), "automatic", sent.to, submitted_by=sent.to.rpartition("@")[2])

    def forge(self, sent: Sent, place: int) -> None:
        """Answer a letter to a lead in the lead's name, from elsewhere."""
        lead = sent.to
        senders = (
            ("Karin Exempel", lead),
            (lead, "karin@evil.example"),
            ("Karin Exempel", "karin.exempel@regi0n.example"),
        )
        sender = senders[place % len(senders)]
        now = self.town.clock.now.astimezone(calendar.ZONE)
        raw = mails.reply(
            sent.letter, "JA 1 2 3. 1 ja, 2 ja, 3 ja, uppgifterna får lämnas", sender, now, self.town.number()
        )
        self.town.deliver(raw, "forged", sender[1], submitted_by="evil.example")

    def _pen(self, who: Resident) -> Pen:
        return Pen(self.town, who.name, who.email, self.dice)
