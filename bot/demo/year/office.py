"""The leads together: letters come in, the one on duty sees to them, and each morning what was left lying is caught up.

They know of a case what their letters say, and what was said on the phone. All they do is a reply, or a command.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from medverkan.bot.demo.year import calendar, reading, terminal
from medverkan.bot.demo.year.calling import Calling
from medverkan.bot.demo.year.deciding import Deciding
from medverkan.bot.demo.year.notes import Lead, Notes
from medverkan.bot.demo.year.town import Sent
from medverkan.bot.demo.year.welcoming import FOLLOWED, MATTER, Welcoming
from medverkan.storage.lifecycle import RequestState
from medverkan.storage.values import Task

LONG = timedelta(days=5)
# Who has just answered waits for what comes of it.
PATIENCE = timedelta(hours=20)
LOOKS = 72
UNITS_MATTERS = ("lead-proposal", "lead-reserves", "lead-unclear")


@dataclass
class Office:
    """The first lead reads and acts; where she is away for long, whoever else got the letter does."""

    notes: Notes
    leads: Sequence[Lead]
    arrived: dict[str, dict[str, Sent]] = field(default_factory=dict)
    worked_off: set[object] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Part the work."""
        self.calling = Calling(self.notes)
        self.deciding = Deciding(self.notes, self.calling.to_call)
        self.welcoming = Welcoming(self.notes)

    def read(self, sent: Sent) -> None:
        """Take in one letter; copies to several leads are one matter, which the one on duty sees to."""
        if sent.channel != "mail" or sent.to not in {lead.pen.address for lead in self.leads}:
            return
        matter, count = f"{reading.headed(sent)} {sent.at}", 0
        while sent.to in self.arrived.get(f"{matter} {count}", ()):
            count += 1
        copies = self.arrived.setdefault(f"{matter} {count}", {})
        copies[sent.to] = sent
        if len(copies) == 1:
            self.notes.town.at(sent.at + timedelta(seconds=30), lambda: self._see_to(f"{matter} {count}"))

    def _see_to(self, matter: str) -> None:
        lead, sent = self._on_duty(self.arrived.pop(matter))
        notes, case = self.notes, reading.case_of(sent)
        notes.newest[sent.kind, case] = sent
        act = self._act_on(sent.kind)
        if act is None:
            return
        now = notes.town.clock.now
        when = calendar.at_work(now + self._delay(sent.kind, case), lead.away)
        absence = next((one for one in lead.away if one.holds(now.date())), None)
        if case and when - now > LONG:
            notes.truth.why_late(case, absence.why if absence else "utvecklingsledaren dröjde")
        notes.later(when, f"{sent.kind} {case}", lambda: act(lead, sent))

    def _on_duty(self, copies: dict[str, Sent]) -> tuple[Lead, Sent]:
        now = self.notes.town.clock.now
        there = [lead for lead in self.leads if lead.pen.address in copies]
        soonest = min(there, key=lambda lead: calendar.at_work(now, lead.away))
        late = calendar.at_work(now, there[0].away) - calendar.at_work(now, soonest.away) > LONG
        lead = soonest if late else there[0]
        return lead, copies[lead.pen.address]

    def _delay(self, kind: str, case: str) -> timedelta:
        chance = self.notes.dice.on("delay", kind, case, self.notes.town.clock.now)
        if kind in ("lead-unclear", "lead-answer-again"):
            return timedelta(minutes=chance.randint(4, 50))
        spread = chance.random()
        if spread < 0.7 or kind == "lead-day":
            return timedelta(minutes=chance.randint(5, 300))
        if spread < 0.93:
            return timedelta(days=chance.randint(1, 3), minutes=chance.randint(0, 300))
        # Forgotten, until somebody reminds.
        return timedelta(days=chance.randint(8, 14))

    def _act_on(self, kind: str) -> Callable[[Lead, Sent], None] | None:
        return {
            "lead-proposal": self.deciding.decide,
            "lead-reserves": self.deciding.reserves,
            "lead-unclear": self.deciding.again,
            "lead-answer-again": self.deciding.once_more,
            "lead-calls": self.calling.begin,
            "lead-verify-unit": self._verify,
            MATTER: self.welcoming.introduce,
            FOLLOWED: self.welcoming.follow_up,
            "lead-restricted": self.welcoming.confirm_leaving,
            "lead-unit-says": self._unit_says,
            "lead-day": self._work_off,
        }.get(kind)

    def _verify(self, lead: Lead, sent: Sent) -> None:
        case = reading.case_of(sent)
        self.notes.truth.verified.add(case)
        chance = self.notes.dice.on("verify", case)
        self.notes.answer(lead, sent, case, chance.choice(("JA", "Ja, det stämmer, jag har ringt dem.")))

    def _unit_says(self, lead: Lead, sent: Sent) -> None:
        if "ta tillbaka" in sent.letter.subject or "ställa in" in sent.text:
            case = reading.case_of(sent)
            self.notes.answer(lead, sent, case, f"Avsluta {case}, det blir inte av.")
            self._see_it_ended(case, LOOKS)

    def _see_it_ended(self, case: str, looks: int) -> None:
        """Note when a case has ended: the mailbox may be away for days."""
        town = self.notes.town
        with town.parts.store.reading() as books:
            request = books.requests.get(case)
        if request and request.state is RequestState.WITHDRAWN:
            self.notes.truth.ended[case] = town.clock.now
        elif looks:
            town.at(town.clock.now + timedelta(hours=1), lambda: self._see_it_ended(case, looks - 1))

    def _end(self, case: str) -> None:
        if terminal.end_case(self.notes.town, case):
            self.notes.truth.ended[case] = self.notes.town.clock.now

    def _work_off(self, lead: Lead, sent: Sent) -> None:
        """Go through what `medverkan tasks` shows as due, once a day, and see to what nobody is about to do."""
        now = self.notes.town.clock.now
        today = now.astimezone(calendar.ZONE).date()
        if today in self.worked_off:
            return
        self.worked_off.add(today)
        for task in terminal.tasks(self.notes.town):
            about = terminal.about(self.notes.town, task)
            answered = self.notes.answered.get(about)
            if answered is None or now - answered > PATIENCE:
                self._see_to_task(lead, task, about)

    def _see_to_task(self, lead: Lead, task: Task, about: str) -> None:
        match task.kind:
            case "decide":
                self._decide_at_last(lead, about)
            case "call":
                self.calling.catch_up(lead, about)
            case "introduction" | "meeting":
                self._unless_busy(lead, MATTER, about, self.welcoming.introduce)
            case "follow_up":
                if f"{FOLLOWED} {about}" not in self.notes.busy:
                    terminal.tell(self.notes.town, task, self.notes.phone.followed_up(about, self.notes.town.clock.now))
            case "unit":
                self._unless_busy(lead, "lead-verify-unit", about, self._verify)
            case "unanswered":
                # The unit says on the phone that it is not wanted any more.
                self._end(about)
            case "rights":
                self._unless_busy(lead, "lead-restricted", about, self.welcoming.confirm_leaving)
            case _:
                terminal.tick_off(self.notes.town, task)

    def _unless_busy(self, lead: Lead, kind: str, about: str, act: Callable[[Lead, Sent], None]) -> None:
        sent = self.notes.newest.get((kind, about))
        if sent and f"{kind} {about}" not in self.notes.busy:
            act(lead, sent)

    def _decide_at_last(self, lead: Lead, case: str) -> None:
        notes = self.notes
        if {f"{kind} {case}" for kind in UNITS_MATTERS} & notes.busy:
            return
        sent = notes.newest.get(("lead-proposal", case))
        if sent and not self.deciding.is_decided(sent):
            self.deciding.decide(lead, sent)
        elif reserves := notes.newest.get(("lead-reserves", case)):
            self.deciding.reserves(lead, reserves)
        elif sent and (plain := notes.plain.get(case)):
            notes.answer(lead, sent, case, plain)
