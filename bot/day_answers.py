"""A lead answers the day's list: what is done is ticked off, how a call went is noted, a case is decided on, by number.

Each number is dealt with by itself, and the lead reads back what became of every one. What has a letter of its own is
answered with that letter, which can be answered in its turn.
"""

import re

from medverkan.bot import approve, words
from medverkan.bot.calling import call
from medverkan.bot.calling.outcomes import TOLD, tell
from medverkan.bot.calling.stay import TASKS as FOLLOW_UPS
from medverkan.bot.close import end_by_hand
from medverkan.bot.documents.signed import tell as tell_signed
from medverkan.bot.letters import swedish_day
from medverkan.bot.meetings.tasks import INTRODUCTION
from medverkan.bot.meetings.tasks import TASK as MEETING
from medverkan.bot.moved_day import move_day
from medverkan.bot.post import Desk
from medverkan.bot.reminding.kinds import AGREEMENT
from medverkan.bot.settings import Lead, SettingsError
from medverkan.bot.status import BEING_CALLED, send_status
from medverkan.bot.ticking import tick
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.answers.by_number import Said, by_number, only_line
from medverkan.mailbox.values import Reading
from medverkan.storage.values import Request, Task

NO_NUMBER = (
    "jag hittade inget nummer på en uppgift eller ett ärende i det. Skriv till exempel: T-0012 klart, eller: "
    "ångra F-2027-0001."
)
NOT_UNDERSTOOD = "jag förstod inte vad som är gjort. Skriv till exempel: {number} klart"
HOW_TO_END = "jag förstod inte. Skriv ”läget {number}”, eller ”avsluta {number}” om ärendet ska läggas ner."
IN_A_LETTER = "svaret kommer i ett eget brev."
ONE_CASE = "jag tar ett ärende i taget. Skriv det i ett eget svar."
HOW = "telefon, besked per mejl"
# Letters about one task: whoever answers them need not write its number.
OF_ONE_TASK = (
    "lead-bounced", "lead-by-post", "lead-draft", "lead-fee-form", "lead-participant-says", "lead-protected",
    "lead-put-aside", "lead-restricted", "lead-sms",
)  # fmt: skip
_TASK = re.compile(r"\bT-\d{4,7}\b")
# These are one matter of one person: whichever number is named, the one that waits is meant.
OF_A_PERSON = (INTRODUCTION, MEETING, *FOLLOW_UPS)


def in_full(desk: Desk, reading: Reading) -> str:
    """Return a lead's words, with the number of the task that the answered letter names where one line says it all."""
    words, line = reading.own_words, only_line(reading.own_words)
    answered = (desk.books.outgoing.by_message_id(one) for one in reading.letter.in_reply_to)
    letter = next((one for one in answered if one and one.kind in OF_ONE_TASK), None)
    named = {found[0] for found in _TASK.finditer(letter.text)} if letter else set()
    if by_number(words) or not line or len(named) != 1:
        return words
    return f"{named.pop()} {line}"


def is_of_a_task(words: str) -> bool:
    """Tell whether words of the kind that `in_full` gives are about a task, whatever letter they answer."""
    said = by_number(words)
    return bool(said) and all(one.is_done or one.calls_off for one in said)


def take(desk: Desk, reading: Reading, lead: Lead) -> str:
    """Act on a lead's answer to the day's list; return why nothing was done, "" where the lead has been answered."""
    said = tuple(dict.fromkeys(by_number(in_full(desk, reading))))
    if not said:
        return NO_NUMBER
    hand = _Hand(desk, lead, reading.letter.message_id)
    lines = [f"{one.number}: {hand.deal_with(one)}" for one in said]
    if lines != [f"{said[0].number}: {IN_A_LETTER}"]:
        desk.to_lead(
            lead, "lead-echo", "echo-of-day", Purpose.DAY, about=desk.today, in_reply_to=hand.reply,
            said="\n".join(lines), request=None,
        )  # fmt: skip
    return ""


class _Hand:
    """Deals with one answer: one case may be decided on in it, since each decision has a letter of its own."""

    def __init__(self, desk: Desk, lead: Lead, reply: str) -> None:
        self.desk, self.lead, self.reply = desk, lead, reply
        self._decided = False

    def deal_with(self, said: Said) -> str:
        """Act on what is said of one number; return what to say back."""
        try:
            if said.number.startswith("F"):
                request = self.desk.books.requests.get(said.number)
                return self._case(request, said) if request else "det finns inget sådant ärende."
            return self._task(said)
        except SettingsError as error:
            return str(error).removeprefix(said.number).lstrip(": ")

    def _task(self, said: Said) -> str:
        task = self._meant(said.number)
        if task is None:
            return "det finns ingen sådan uppgift som väntar. Den kan vara klar redan."
        request = self.desk.books.requests.get(task.request_id) if task.request_id else None
        if request and (task.kind == "decide" or (task.kind == "call" and task.done_at)) and not said.is_done:
            return self._case(request, said)
        if task.done_at:
            return "den är klar redan."
        if task.kind == AGREEMENT and not said.is_done:
            return tell_signed(self.desk, task, said.words, by="lead")
        if task.kind not in TOLD:
            if not said.is_done:
                return NOT_UNDERSTOOD.format(number=said.number)
            tick(self.desk.books, task, self.desk.now, by="lead")
            return "avbockad."
        told = tell(self.desk, task, said.words, self.lead)
        member = self.desk.books.members.get(task.member_id or "")
        if member is None or task.kind not in OF_A_PERSON:
            return told.text
        self.desk.to_lead(
            self.lead, "lead-echo", f"told:{member.id}", Purpose.INTRODUCTION, about=member, in_reply_to=self.reply,
            said=told.text, request=None, attachments=told.attachments,
        )  # fmt: skip
        return IN_A_LETTER

    def _meant(self, number: str) -> Task | None:
        """Return the task of that number; of one that is over, the same person's matter that waits now."""
        task = self.desk.books.tasks.by_number(number)
        if task is None or not task.done_at or task.kind not in OF_A_PERSON or not task.member_id:
            return task
        waiting = self.desk.books.tasks.open_tasks(kinds=OF_A_PERSON, member_id=task.member_id)
        return waiting[0] if waiting else task

    def _case(self, request: Request, said: Said) -> str:
        desk = self.desk
        if said.asks:
            send_status(desk, request, self.lead, self.reply)
            return IN_A_LETTER
        if said.ends:
            return f"avslutat ({words.CASE[end_by_hand(desk, request)]}). Det som väntade i ärendet är stoppat."
        if said.new_day:
            moved = move_day(desk, request, said.new_day)
            return f"är nu {swedish_day(moved.date_start)}. De som ska med påminns om den dagen."
        proposals = desk.books.proposals.of(request)
        is_open = bool(proposals) and request.state in (*approve.DECIDABLE, *BEING_CALLED)
        if not said.words or said.speaks_of_end or not is_open:
            return HOW_TO_END.format(number=request.number)
        if self._decided:
            return ONE_CASE
        self._decided = True
        if request.state in BEING_CALLED:
            call.decide_words(desk, request, said.words, self.lead, how=HOW, reply=self.reply)
        else:
            approve.decide_words(desk, request, proposals[-1], said.words, self.lead, self.reply)
        return IN_A_LETTER
