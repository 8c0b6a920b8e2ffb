"""The leads phone: everybody on a list, again and again, and write how it went; a yes is taken back in time once."""

from dataclasses import dataclass, field
from datetime import timedelta

from medverkan.bot.demo.year import calendar, reading
from medverkan.bot.demo.year.notes import Lead, Notes
from medverkan.bot.demo.year.reading import Listed
from medverkan.bot.demo.year.town import Sent

MOST_CALLS = 4
MATTER = "lead-calls"


@dataclass
class Round:
    """The calls of one case: whom to phone by number, and how often was tried."""

    letter: Sent
    left: dict[int, Listed]
    tries: dict[int, int] = field(default_factory=dict)
    told: dict[int, str] = field(default_factory=dict)  # how it went at last, by number


@dataclass
class Calling:
    """The phone calls of all cases. In the assignments of `undo_for` a yes is taken back once."""

    notes: Notes
    rounds: dict[str, Round] = field(default_factory=dict)
    undo_for: list[int] = field(default_factory=list)

    def to_call(self, case: str) -> int:
        """Return how many are still to be phoned in a case."""
        return len(self.rounds[case].left) if case in self.rounds else 0

    def begin(self, lead: Lead, sent: Sent) -> None:
        """Take a call list, and phone."""
        case = reading.case_of(sent)
        people = {one.number: one for one in reading.listed(sent)}
        earlier = self.rounds.get(case, Round(sent, {}))
        self.rounds[case] = Round(sent, people, earlier.tries, earlier.told)
        self.phone(lead, case)

    def phone(self, lead: Lead, case: str) -> None:
        """Phone everybody who is left, write how it went, and mean to try the others again."""
        notes, calls = self.notes, self.rounds[case]
        if not calls.left:
            return
        said, plain = [], []
        for number, person in sorted(calls.left.items()):
            outcome = self._one_call(case, calls, number, person)
            said.append(notes.phone.told(person, outcome))
            plain.append(f"{number} {outcome}")
        notes.say(lead, calls.letter, case, ". ".join(said) + ".", ", ".join(plain))
        now = notes.town.clock.now
        if calls.left:
            hours = notes.dice.on("call again", case, now).choice((20, 26, 49))
            again = calendar.at_work(now + timedelta(hours=hours), lead.away)
            notes.later(again, f"{MATTER} {case}", lambda: self.phone(lead, case))
        elif notes.truth.unit_of.get(case) in self.undo_for and notes.yes.get(case):
            self.undo_for.remove(notes.truth.unit_of[case])
            notes.town.at(now + timedelta(minutes=6), lambda: self._undo(lead, case))

    def _one_call(self, case: str, calls: Round, number: int, person: Listed) -> str:
        notes = self.notes
        calls.tries[number] = calls.tries.get(number, 0) + 1
        outcome = notes.phone.call(case, person, calls.tries[number])
        if outcome == "svarade inte" and calls.tries[number] >= MOST_CALLS:
            outcome = "nej"
        calls.told[number] = outcome
        if outcome == "ja":
            notes.truth.said_yes.add((case, person.name))
            notes.yes.setdefault(case, set()).add(person.name)
        if outcome in ("ja", "nej"):
            del calls.left[number]
        return outcome

    def _undo(self, lead: Lead, case: str) -> None:
        """Take a yes back in time, and give it again two days later."""
        notes, sent = self.notes, self.rounds[case].letter
        notes.answer(lead, sent, case, "Ångra")
        names = notes.yes.pop(case)
        notes.truth.said_yes -= {(case, name) for name in names}
        again = [one for one in reading.listed(sent) if one.name in names]
        for one in again:
            self.rounds[case].told.pop(one.number, None)

        def once_more() -> None:
            notes.yes[case] = names
            notes.truth.said_yes |= {(case, name) for name in names}
            self.rounds[case].told |= {one.number: "ja" for one in again}
            said = ", ".join(f"{one.number} ja" for one in again)
            notes.say(lead, sent, case, said, said)

        notes.town.at(calendar.at_work(notes.town.clock.now + timedelta(days=2), lead.away), once_more)

    def catch_up(self, lead: Lead, case: str) -> None:
        """Phone those that nobody is about to phone; or say once more what did not get through."""
        calls = self.rounds.get(case)
        if calls is None or f"{MATTER} {case}" in self.notes.busy:
            return
        if calls.left:
            self.phone(lead, case)
        elif calls.told:
            words = ", ".join(f"{number} {outcome}" for number, outcome in sorted(calls.told.items()))
            self.notes.answer(lead, calls.letter, case, words)
