"""The leads and the residents: the first call, the meeting, the call every half year, and who wants to leave."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from medverkan.bot.demo.year import calendar, reading, terminal
from medverkan.bot.demo.year.notes import Lead, Notes
from medverkan.bot.demo.year.town import Sent

MATTER, FOLLOWED = "lead-new-registration", "lead-follow-up"


@dataclass
class Welcoming:
    """The residents as the leads know them, by number."""

    notes: Notes
    meetings: dict[str, datetime] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    def introduce(self, lead: Lead, sent: Sent) -> None:
        """Phone somebody new, or meet them where that is agreed, and tell how it went."""
        notes, number = self.notes, reading.case_of(sent)
        now = notes.town.clock.now
        if number in self.met:
            return
        meets = self.meetings.get(number)
        if meets is None:
            self._phone(lead, sent, number)
        elif meets < now:
            del self.meetings[number]
            came = notes.dice.on("meets", number, now).random() < 0.85
            self.met |= {number} if came else set()
            notes.answer(lead, sent, number, "GENOMFÖRT" if came else "KOM INTE")

    def _phone(self, lead: Lead, sent: Sent, number: str) -> None:
        notes = self.notes
        now = notes.town.clock.now
        chance = notes.dice.on("meeting day", number, now)
        day = calendar.at_work(now + timedelta(days=chance.randint(4, 12)), lead.away).astimezone(calendar.ZONE).date()
        meets = calendar.local(day, chance.choice((9, 10, 13, 15)))
        outcome = notes.phone.introduced(number, meets)
        if outcome.casefold().startswith("bokat"):
            self.meetings[number] = meets
            after = calendar.at_work(meets + timedelta(hours=2), lead.away)
            notes.later(after, f"{MATTER} {number}", lambda: self.introduce(lead, sent))
        notes.answer(lead, sent, number, outcome)

    def follow_up(self, lead: Lead, sent: Sent) -> None:
        """Phone somebody who has been here for half a year."""
        number = reading.case_of(sent)
        self.notes.answer(lead, sent, number, self.notes.phone.followed_up(number, self.notes.town.clock.now))

    def confirm_leaving(self, lead: Lead, sent: Sent) -> None:
        """Erase whoever wants to leave, once they have been asked."""
        number = reading.case_of(sent)
        with self.notes.town.parts.store.reading() as books:
            member = books.members.get(number)
        if member:
            self.notes.truth.erased.add(member.name)
            terminal.erase_member(self.notes.town, number)
