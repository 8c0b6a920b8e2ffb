"""A lead answers the day's list: what is done is ticked off, how a call went is noted, a case is ended, by number.

Each number is dealt with by itself, and the lead reads back what became of every one.
"""

from medverkan.bot import words
from medverkan.bot.close import end_by_hand
from medverkan.bot.outcomes import TOLD, tell
from medverkan.bot.post import Desk
from medverkan.bot.settings import Lead, SettingsError
from medverkan.bot.status import send_status
from medverkan.bot.ticking import tick
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.answers.by_number import Said, by_number
from medverkan.mailbox.values import Reading

NO_NUMBER = "jag hittade inget nummer på en uppgift eller ett ärende i det. Skriv till exempel: T-0012 klart."
NOT_UNDERSTOOD = "jag förstod inte vad som är gjort. Skriv till exempel: {number} klart"
HOW_TO_END = "jag förstod inte. Skriv ”läget {number}”, eller ”avsluta {number}” om ärendet ska läggas ner."


def take(desk: Desk, reading: Reading, lead: Lead) -> str:
    """Act on a lead's answer to the day's list; return why nothing was done, "" where the lead has been answered."""
    said = by_number(reading.own_words)
    if not said:
        return NO_NUMBER
    reply = reading.letter.message_id
    lines = [f"{one.number}: {_deal_with(desk, one, lead, reply)}" for one in dict.fromkeys(said)]
    desk.to_lead(
        lead, "lead-echo", "echo", Purpose.DAY, about=desk.today, in_reply_to=reply,
        said="\n".join(lines), request=None,
    )  # fmt: skip
    return ""


def _deal_with(desk: Desk, said: Said, lead: Lead, reply: str) -> str:
    try:
        return _case(desk, said, lead, reply) if said.number.startswith("F") else _task(desk, said, lead)
    except SettingsError as error:
        return str(error).removeprefix(f"{said.number}: ")


def _task(desk: Desk, said: Said, lead: Lead) -> str:
    task = next((one for one in desk.books.tasks.open_tasks() if one.number == said.number), None)
    if task is None:
        return "det finns ingen sådan uppgift som väntar. Den kan vara klar redan."
    if said.is_done and task.kind not in TOLD:
        tick(desk.books, task, desk.now, by="lead")
        return "avbockad."
    if task.kind not in TOLD:
        return NOT_UNDERSTOOD.format(number=said.number)
    return tell(desk, task, said.words, lead).text


def _case(desk: Desk, said: Said, lead: Lead, reply: str) -> str:
    request = desk.books.requests.get(said.number)
    if request is None:
        return "det finns inget sådant ärende."
    if said.asks:
        send_status(desk, request, lead, reply)
        return "läget kommer i ett eget brev. Svara på det om du vill bestämma något."
    if not said.ends:
        return HOW_TO_END.format(number=said.number)
    return f"avslutat ({words.CASE[end_by_hand(desk, request)]}). Det som väntade i ärendet är stoppat."
