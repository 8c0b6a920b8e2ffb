"""What is kept, why, how long, and what happens then: one table, carried out a little every night (GDPR art. 5.1 e).

What a rule does is done in transactions of a few rows, and once more changes nothing, so that a stop loses nothing. Of
what was thinned the log says which rule and how many, never what it was.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from medverkan.bot.evaluation.kept import kept_of
from medverkan.bot.hours import due_in
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.reminding.days import months_before
from medverkan.bot.reminding.kinds import DATA_REVIEW
from medverkan.bot.rights.merge import UNDO_DAYS
from medverkan.bot.sections.retention import Retention
from medverkan.bot.settings import Settings
from medverkan.storage.audit import THINNED
from medverkan.storage.books import Books

TOGETHER = 50  # in one transaction
MOST_A_NIGHT = 2_000  # of one rule; the rest waits for the next
LINES_TOGETHER = 500
SILENT_DAYS = 14  # after the second call in vain was to be followed by a third
WHAT = "retention"
Find = Callable[[Books, datetime, int | None], Sequence[Any]]
Act = Callable[[Desk, Sequence[Any]], None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of thing that is kept for a time. `setting` names how long, in months or days; "" is fixed."""

    name: str
    what: str
    why: str
    then: str
    setting: str
    find: Find
    act: Act
    together: int = TOGETHER
    days: int = 0  # where it is fixed

    def kept(self, retention: Retention) -> str:
        """Return how long, in Swedish."""
        if not self.setting:
            return f"{self.days} dagar"
        count = getattr(retention, self.setting)
        if not count:
            return "tills vidare"
        return f"{count} {'dagar' if self.setting.endswith('_days') else 'månader'}"

    def before(self, settings: Settings, now: datetime) -> datetime | None:
        """Return before when a thing is due; None where it is kept until somebody takes it away."""
        count = getattr(settings.retention, self.setting) if self.setting else self.days
        if not count:
            return None
        if not self.setting or self.setting.endswith("_days"):
            return now - timedelta(days=count)
        local = now.astimezone(settings.zone)
        return datetime.combine(months_before(local.date(), count), local.timetz()).astimezone(now.tzinfo)


@dataclass(frozen=True, slots=True)
class Due:
    """One rule, how long it keeps things, and how many have been kept for so long."""

    rule: Rule
    kept: str
    count: int


def thin(parts: Parts, now: Callable[[], datetime]) -> int:
    """Carry out every rule as far as one night goes; return how many things were thinned."""
    moment = now()
    befores = {rule: before for rule in RULES if (before := rule.before(parts.settings, moment))}
    with parts.store.reading() as books:
        found = {rule: rule.find(books, before, MOST_A_NIGHT) for rule, before in befores.items()}
    return sum(_carry_out(parts, rule, befores[rule], ids, now) for rule, ids in found.items() if ids)


def due(parts: Parts, now: datetime) -> list[Due]:
    """Return the table with how much is due of each; nothing is done."""
    with parts.store.reading() as books:
        return [
            Due(rule, rule.kept(parts.settings.retention), len(rule.find(books, before, None)) if before else 0)
            for rule in RULES
            for before in [rule.before(parts.settings, now)]
        ]


def _carry_out(parts: Parts, rule: Rule, before: datetime, found: Sequence[Any], now: Callable[[], datetime]) -> int:
    done = 0
    for batch in _parted(found, rule.together):
        with parts.store.transaction() as books:
            # What has come to be needed since is left alone.
            still = batch if rule.act is _empty_lines else _still(rule, books, before, batch)
            if still:
                desk = Desk(books, parts, now())
                rule.act(desk, still)
                if rule.act is not _empty_lines:
                    books.audit.add(WHAT, "bot", desk.now, detail={"rule": rule.name, "count": len(still)})
                done += len(still)
    return done


def _still(rule: Rule, books: Books, before: datetime, batch: Sequence[Any]) -> list[Any]:
    found = set(rule.find(books, before, MOST_A_NIGHT))
    return [one for one in batch if one in found]


def _parted(found: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    return (found[start : start + size] for start in range(0, len(found), size))


def _thin_cases(desk: Desk, ids: Sequence[str]) -> None:
    books = desk.books
    for request_id in ids:
        request = books.requests.get(request_id)
        if request:
            books.erasure.empty_mails(books.thinning.mails_of(request_id))
            books.thinning.thin_case(request_id, kept_of(request.fields, desk.parts), desk.now)
            books.audit.add("case-thinned", "bot", desk.now, request_id=request_id)


def _empty_mails(desk: Desk, ids: Sequence[str]) -> None:
    desk.books.erasure.empty_mails(ids)


def _look_again(desk: Desk, ids: Sequence[str]) -> None:
    due = due_in(desk.now, 1, desk.parts.settings)
    for mail_id in ids:
        note = "har legat åt sidan länge: ta in det, eller ta bort det ur brevlådan om det inte ska bevaras"
        desk.books.tasks.add("review", f"review:{mail_id}:{desk.now.isoformat()}", due, mail_id=mail_id, note=note)


def _empty_letters(desk: Desk, ids: Sequence[str]) -> None:
    for row_id in ids:
        desk.books.thinning.empty_letter(row_id, desk.now)


def _empty_calls(desk: Desk, ids: Sequence[str]) -> None:
    for row_id in ids:
        desk.books.thinning.empty_call(row_id, desk.now)


def _empty_tasks(desk: Desk, ids: Sequence[str]) -> None:
    for row_id in ids:
        desk.books.thinning.empty_task(row_id, desk.now)


def _remove_sms(desk: Desk, ids: Sequence[str]) -> None:
    for row_id in ids:
        desk.books.thinning.remove_sms(row_id, desk.now)


def _ask_to_erase(desk: Desk, ids: Sequence[str]) -> None:
    due = due_in(desk.now, 1, desk.parts.settings)
    for member_id in ids:
        note = "radering: personen har slutat. Radera, om inget hindrar"
        desk.books.tasks.add("rights", f"left:{member_id}:{desk.now.isoformat()}", due, member_id=member_id, note=note)


def _ask_about_the_silent(desk: Desk, ids: Sequence[str]) -> None:
    due, wanted = due_in(desk.now, 1, desk.parts.settings), set(ids)
    for task in desk.books.tasks.open_tasks(kinds=[DATA_REVIEW]):
        if task.id in wanted:
            note = "radering: svarar inte när vi frågar om uppgifterna stämmer. Radera, eller försök på ett annat sätt"
            desk.books.tasks.add("rights", f"unanswered:{task.id}", due, member_id=task.member_id, note=note)


def _forget_merges(desk: Desk, ids: Sequence[str]) -> None:
    desk.books.merges.forget(ids, desk.now)


def _empty_lines(desk: Desk, lines: Sequence[int]) -> None:
    thinning = desk.books.thinning
    emptied = thinning.emptiable(lines)
    if emptied:
        desk.books.erasure.empty_lines(emptied)
        desk.books.audit.add(THINNED, "bot", desk.now, detail={"rule": LOG, "count": len(emptied), "lines": emptied})
    thinning.mark_lines(max(lines))


LOG = "Gallring av loggen"
RULES = (
    Rule(
        "Gallring av avslutade ärenden", "Beskrivning, kontaktperson, mejl, brev, sms, skäl och anteckningar i ärenden",
        "Frågor om uppdraget, och utvärderingen av året", "nivå, område, dagar och antal finns kvar",
        "case_months", lambda books, before, most: books.thinning.cases(before, most), _thin_cases, together=5,
    ),
    Rule(
        "Gallring av mejl utan ärende", "Innehållet i anmälningar, svar och annan post som är klar",
        "Att kunna se hur ett mejl lästes", "innehållet tas bort, att det kom finns kvar",
        "mail_months", lambda books, before, most: books.thinning.mails(before, most), _empty_mails,
    ),
    Rule(
        "Genomgång av mejl åt sidan", "Mejl som väntar på att en människa tittar på dem",
        "De kan vara allmänna handlingar", "en uppgift till utvecklingsledaren",
        "aside_months", lambda books, before, most: books.thinning.aside(before, most), _look_again,
    ),
    Rule(
        "Gallring av brev utan ärende", "Vad vi skrev till ledare och deltagare utanför ärenden",
        "Att kunna se vad som skickades", "orden och adressen tas bort, att det skickades finns kvar",
        "letter_months", lambda books, before, most: books.thinning.letters(before, most), _empty_letters,
    ),
    Rule(
        "Gallring av sms från okända nummer", "Sms från nummer som inte finns i registret",
        "Att ledaren ska kunna svara", "raderas, räknat från att uppgiften är klar",
        "unknown_sms_days", lambda books, before, most: books.thinning.sms(before, most, known=False), _remove_sms,
    ),
    Rule(
        "Gallring av sms", "Sms från personer i registret, utanför ärenden",
        "Att kunna se vad som sagts", "raderas",
        "sms_months", lambda books, before, most: books.thinning.sms(before, most, known=True), _remove_sms,
    ),
    Rule(
        "Gallring av samtalsanteckningar", "Anteckningar från samtal utanför ärenden",
        "Uppföljningen av personen", "orden tas bort, att samtalet hölls finns kvar",
        "note_months", lambda books, before, most: books.thinning.calls(before, most), _empty_calls,
    ),
    Rule(
        "Gallring av anteckningar i uppgifter", "Anteckningar i uppgifter som är klara, utanför ärenden",
        "Att kunna se vad som gjorts", "orden tas bort",
        "note_months", lambda books, before, most: books.thinning.tasks(before, most), _empty_tasks,
    ),
    Rule(
        "Radering av den som slutat", "Uppgifter om den som har avslutat sin plats i registret",
        "Frågor efteråt", "en uppgift till utvecklingsledaren att radera",
        "left_months", lambda books, before, most: books.thinning.left(before, most), _ask_to_erase,
    ),
    Rule(
        "Radering av den som inte svarar", "Uppgifter om den som inte har gått att nå vid genomgången, två gånger",
        "Personen kan vilja vara kvar", "en uppgift till utvecklingsledaren att radera eller söka på annat sätt",
        "", lambda books, before, most: books.thinning.unanswered(before, most), _ask_about_the_silent,
        days=SILENT_DAYS,
    ),
    Rule(
        "Ånger av sammanslagning", "Hur två poster såg ut innan de slogs ihop",
        "Att kunna ångra", "raderas", "", lambda books, before, most: books.merges.old(before, most), _forget_merges,
        days=UNDO_DAYS,
    ),
    Rule(
        LOG, "Vilka personer och detaljer som raderna i loggen gäller", "Att kunna granska vem som gjort och läst vad",
        "raden, tiden och vad som gjordes finns kvar; tidigare namn på den som är kvar i registret likaså",
        "log_months", lambda books, before, most: books.thinning.lines(before, most), _empty_lines,
        together=LINES_TOGETHER,
    ),
)  # fmt: skip
