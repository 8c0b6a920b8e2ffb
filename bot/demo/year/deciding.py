"""The leads decide on proposals: picks by number or name, more, nobody, reserves; and say it again where asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from medverkan.bot.demo.year import reading
from medverkan.bot.demo.year.notes import Lead, Notes, together
from medverkan.bot.demo.year.reading import Listed
from medverkan.bot.demo.year.town import Sent


@dataclass
class Deciding:
    """Whom to ask. `to_call` tells how many are still to be phoned in a case."""

    notes: Notes
    to_call: Callable[[str], int]
    done: set[str] = field(default_factory=set)
    more_asked: set[str] = field(default_factory=set)

    def decide(self, lead: Lead, sent: Sent) -> None:
        """Answer the newest proposal of a case, once."""
        notes, case, people = self.notes, reading.case_of(sent), reading.listed(sent)
        if self.is_decided(sent) or sent is not notes.newest.get(("lead-proposal", case)):
            return
        self.done.add(sent.letter.message_id)
        notes.wanted.setdefault(case, reading.wanted(sent))
        short = notes.wanted[case] - len(notes.yes.get(case, ())) - self.to_call(case)
        chance = notes.dice.on("decide", case, notes.town.clock.now)
        if not people or short <= 0:
            notes.say(lead, sent, case, chance.choice(("NEJ", "Nej, ingen passar tyvärr.")), "NEJ")
        elif chance.random() < 0.08 and case not in self.more_asked:
            self.more_asked.add(case)
            notes.say(lead, sent, case, chance.choice(("FLER", "Kan jag få fler förslag?")), "FLER")
        else:
            numbers = reading.group(sent) or [one.number for one in people]
            self._pick(lead, sent, case, people, [one for one in people if one.number in numbers][:short])

    def is_decided(self, sent: Sent) -> bool:
        """Tell whether that proposal has been answered."""
        return sent.letter.message_id in self.done

    def reserves(self, lead: Lead, sent: Sent) -> None:
        """Take as many of the reserves as are lacking."""
        notes, case, people = self.notes, reading.case_of(sent), reading.listed(sent)
        short = notes.wanted.get(case, 1) - len(notes.yes.get(case, ())) - self.to_call(case)
        if short <= 0 or not people:
            notes.say(lead, sent, case, "NEJ", "NEJ")
        else:
            self._pick(lead, sent, case, people, people[:short])

    def again(self, lead: Lead, sent: Sent) -> None:
        """Say plainly what was not understood; what the bot asks back is counted."""
        notes, case = self.notes, reading.case_of(sent)
        notes.truth.misread.append(f"{case} {notes.town.clock.now:%Y-%m-%d %H:%M}: {notes.said.get(case, '')!r}")
        if plain := notes.plain.pop(case, ""):
            notes.answer(lead, sent, case, plain)

    def once_more(self, lead: Lead, sent: Sent) -> None:
        """Say the same again to a letter of one's own, as it asks for: the one answered was another lead's."""
        about = reading.case_of(sent)
        if said := self.notes.said.get(about):
            self.notes.answer(lead, sent, about, said)

    def _pick(self, lead: Lead, sent: Sent, case: str, people: Sequence[Listed], picks: Sequence[Listed]) -> None:
        numbers = [str(one.number) for one in picks]
        firsts = [one.name.split()[0] for one in picks]
        unique = len({one.name.split()[0] for one in people}) == len(people)
        said = [f"JA {' '.join(numbers)}", f"Ja till {together(numbers)}, tack!", f"Jag tar {together(numbers)}."]
        said += [f"Ja till {together(firsts)}", f"{together(firsts)} blir bra"] if unique else []
        self.notes.truth.picked |= {(case, one.name) for one in picks}
        words = self.notes.dice.on("pick", case, numbers).choice(said)
        self.notes.say(lead, sent, case, words, f"JA {' '.join(numbers)}")
