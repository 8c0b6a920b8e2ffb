"""The units of the year: they ask for people, answer questions late or never, call off, and tell how it went."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from medverkan.bot.demo import mails
from medverkan.bot.demo.year import calendar, forms, reading
from medverkan.bot.demo.year.cast import Assignment
from medverkan.bot.demo.year.dice import Dice
from medverkan.bot.demo.year.town import Sent, Town
from medverkan.bot.demo.year.truth import Truth
from medverkan.bot.demo.year.writing import Pen
from medverkan.mailbox.addresses import domain_of

# How a question of ours begins → the label of the form that answers it.
_ANSWERS = {
    "Verksamhet": "Verksamhet/enhet", "Organisation": "Organisation/huvudman", "Kontaktperson": "Kontaktperson",
    "Typ": "Typ av medverkan", "Beskrivning": "Beskrivning av uppdraget", "Syfte": "Syfte och mål",
    "Perspektiv": "Perspektiv", "Önskad": "Önskad erfarenhet", "Antal": "Antal personer", "Datum": "Datum och tid",
    "Plats": "Plats eller digitalt", "Uppdragets": "Uppdragets namn", "E-post": "E-post",
}  # fmt: skip
CONTACTED = ("JA", "Ja, vi ringde i går.", "Ja", "INTE ÄN", "Nej, inte än men vi ringer i morgon.")
FEEDBACK = (
    "1. Ja, vi ringde dagen efter.\n2. Vi ändrar rutinen från nästa månad.",
    "Vi har tackat och berättat vad vi gör nu. Synpunkterna blev tre förslag till ledningen.",
    "1. Ja, per telefon. 2. Det har lett till ett nytt informationsblad.",
)


@dataclass
class Units:
    """All the units, each known by its assignment."""

    town: Town
    truth: Truth
    dice: Dice
    by_address: Mapping[str, list[Assignment]]
    asked: dict[str, int] = field(default_factory=dict)

    def ask(self, one: Assignment) -> None:
        """Send one request, as its unit writes it; a repeated one comes twice."""
        now = self.town.clock.now.astimezone(calendar.ZONE)
        message = mails.mail((one.contact, one.email), "Förfrågan om medverkan", now, self.town.number())
        raw = forms.request(
            one, message, self.dice.on("hello", one.number).choice(("Hej!", "Hej Intressebanken!", "God dag!"))
        )
        domain = domain_of(one.email) if one.vouched else "vidaresand.example"
        what = "unreadable" if one.style == "broken" else "request"
        for _ in range(2 if one.trait == "repeated" else 1):
            self.town.deliver(raw, what, one.contact, submitted_by=domain)

    def read(self, sent: Sent) -> None:
        """Take in one letter to a unit, and answer it when the unit does."""
        if sent.channel != "mail" or sent.to not in self.by_address or not sent.kind.startswith("unit-"):
            return
        case, one = reading.case_of(sent), self._assignment(sent)
        if one is None:
            return
        self.truth.unit_of.setdefault(case, one.number)
        if one.trait == "bounces" and sent.kind == "unit-received":
            return
        chance = self.dice.on(sent.kind, case, sent.at.date())
        match sent.kind:
            case "unit-received" | "unit-unanswered" | "unit-unclear":
                self._answer_questions(one, sent, case)
            case "unit-question":
                self._later(one, sent, timedelta(hours=6), "Ja, det går bra digitalt också.")
            case "unit-delivery":
                self._got_details(one, sent, case)
            case "unit-contacted" if chance.random() < 0.85:
                self._later(one, sent, timedelta(hours=chance.choice((2, 7, 30))), chance.choice(CONTACTED))
            case "unit-feedback":
                self._feed_back(one, sent)

    def _assignment(self, sent: Sent) -> Assignment | None:
        """Return which assignment a letter is about: known by its case, else the newest that the unit has sent."""
        case = reading.case_of(sent)
        mine = self.by_address[sent.to]
        known = next((one for one in mine if self.truth.unit_of.get(case) == one.number), None)
        taken = set(self.truth.unit_of.values())
        now = self.town.clock.now
        fresh = [one for one in mine if one.number not in taken and one.arrives_at <= now and one.style != "broken"]
        return known or (fresh[0] if fresh else None)

    def _answer_questions(self, one: Assignment, sent: Sent, case: str) -> None:
        asked = reading.questions(sent) if "Svara på det här mejlet. Skriv numret" in sent.text else []
        if not asked or one.answers_after is None:
            if asked:
                self.truth.why_late(case, "verksamheten svarade aldrig på frågorna")
            return
        if one.answers_after > timedelta(days=4):
            self.truth.why_late(case, "verksamheten svarade sent på frågorna")
        # Asked once more, they answer soon.
        after = one.answers_after if not self.asked.get(case) else timedelta(hours=3)
        self.asked[case] = self.asked.get(case, 0) + 1
        truth = dict(forms.form(one))
        lines = []
        for number, question in asked:
            label = next((label for start, label in _ANSWERS.items() if question.startswith(start)), "")
            lines.append(f"{number}. {truth.get(label, 'Se förfrågan')}")
        if self.dice.on("by label", case, self.asked[case]).random() < 0.3 and len(asked) == 1:
            label = next((label for start, label in _ANSWERS.items() if asked[0][1].startswith(start)), "")
            lines = [f"{label}: {truth.get(label, '')}"] if label else lines
        if self.asked[case] <= 3:
            self._later(one, sent, after, "\n".join(lines))

    def _got_details(self, one: Assignment, sent: Sent, case: str) -> None:
        if one.trait == "cancelled":
            one.trait = "cancelled-told"
            self._later(
                one, sent, timedelta(days=2),
                "Hej, vi måste tyvärr ställa in uppdraget. Förfrågan är inte längre aktuell.",
            )  # fmt: skip
        elif one.trait == "asked":
            one.trait = "asked-told"
            self._later(one, sent, timedelta(hours=4), "Tack! Vi ringer i morgon.")

    def _feed_back(self, one: Assignment, sent: Sent) -> None:
        if one.feeds_back_after is not None:
            self._later(one, sent, one.feeds_back_after, self.dice.on("feedback", one.number, sent.at).choice(FEEDBACK))

    def _later(self, one: Assignment, sent: Sent, after: timedelta, words: str) -> None:
        # Whoever the letter was written to answers it.
        pen = Pen(self.town, one.contact, sent.to, self.dice)
        self.town.at(calendar.at_work(sent.at + after), lambda: pen.answer(sent, words, "reply-unit"))
