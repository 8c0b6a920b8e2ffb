"""Every word that goes to a chat, in plain Swedish: written from numbers, counts, states and days, and nothing else.

The functions get values of facts.py, so that no name, telephone number or free text can come along. A lead who needs
those reads the mail, and the chat says so. The first line of what can be answered says what it is about; see `ABOUT`.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from medverkan.bot import words
from medverkan.bot.chat.facts import Call, Case, Newcomer
from medverkan.bot.chat.values import Button, Said
from medverkan.bot.letters import MONTHS, WEEKDAYS, spoken
from medverkan.storage.lifecycle import InvitationState, RequestState

LIST, CALLS = "förslag", "ringlista"
# The first line of a message of ours that can be answered with words.
ABOUT = re.compile(rf"(F-\d{{4}}-\d{{4,9}}) · ({LIST}|{CALLS}) (\d{{1,4}})")
# People to be phoned who are in no case: new ones, those who wrote, those to be followed up.
OTHER_CALLS = ("introduction", "contact", "follow_up", "data_review", "own_consent")
ACTION_LONGEST = 40
MOST_SINGLE, MOST_CASES, MOST_CALLS = 6, 15, 12
I = InvitationState  # noqa: E741 - as in storage/lifecycle.py
HELP = (
    "Jag skickar ärenden, antal och knappar hit. Namn och telefonnummer står bara i mejlen, för chatten går genom ett "
    "annat företags datorer. Skriv därför nummer och inte namn här.\n"
    "\n"
    "Tryck på en knapp, eller svara på ett meddelande om ett ärende med egna ord. Till exempel: JA 1 3, eller: 2 "
    "svarade inte.\n"
    "\n"
    "/arenden – ärenden som inte är klara\n"
    "/ringlista – vilka som ska ringas\n"
    "/angra – ta tillbaka i ett ärende, till exempel /angra F-2026-0001\n"
    "/hjalp – det här\n"
)
LINKED = (
    "Nu är chatten kopplad till dig. Här får du veta när något väntar på dig, utan namn. Skriv /hjalp för att se vad "
    "du kan göra."
)
NOT_OWN = "Det där är vidarebefordrat. Jag läser bara det du skriver själv, och har inte gjort något."
CHANGED = "Jag läser inte ändringar i efterhand, och har inte gjort något nu. Skriv ett nytt meddelande."
NO_WORDS = "Jag läser bara text, och har inte gjort något."
FAILED = "Det gick inte. Jag har inte gjort något. Svara på mejlet om ärendet i stället."
UNKNOWN_BUTTON = "Den knappen gäller inte längre, och jag har inte gjort något. Skriv /arenden för att se läget."
GONE = "Ärendet finns inte längre. Jag har inte gjort något."


def numbers(people: Iterable[int]) -> str:
    """Return "1, 3 och 4"."""
    return spoken([str(number) for number in people])


def day(when: date) -> str:
    """Return "tisdag 3 mars"."""
    return f"{WEEKDAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"


def about(case: Case, what: str, text: str, rows: Sequence[tuple[Button, ...]] = ()) -> Said:
    """Return a message about that case, with the first line that an answer to it is told by."""
    return Said(f"{case.number} · {what} {case.version}\n{text}", tuple(rows), case.id, case.version)


def proposal(case: Case) -> Said:
    """Return the newest list of a case: how many, who make the best group, and how to choose."""
    if not case.free:
        text = "Jag hittar ingen som passar. Hur du kan göra står i mejlet."
        return about(case, LIST, text, [_stop(case)[1:]])
    if case.free == case.earlier:
        text = f"Jag hittar inga fler. Du kan fortfarande välja nummer {numbers(case.free)}."
        return about(case, LIST, text, [*_picks(case), _stop(case)[1:]])
    found = f"{words.counted(len(case.free), 'person är föreslagen', 'personer är föreslagna')}."
    example = numbers(case.team if len(case.team) > 1 else case.free[:1])
    text = (
        f"{found} Verksamheten söker {case.wanted}. Vilka de är, och varför, står i mejlet.\n"
        f"Svara på det här meddelandet: JA {example}"
    )
    return about(case, LIST, text, [*_picks(case), _stop(case)])


def _picks(case: Case) -> list[tuple[Button, ...]]:
    group = f"pick {' '.join(map(str, case.team))}"
    if len(case.team) > 1 and len(group) <= ACTION_LONGEST and set(case.team) <= set(case.free):
        return [(Button(f"Gruppen: {numbers(case.team)}", group),)]
    single = [Button(f"Välj {number}", f"pick {number}") for number in case.free[:MOST_SINGLE]]
    return [tuple(single[at : at + 3]) for at in range(0, len(single), 3)]


def _stop(case: Case) -> tuple[Button, ...]:
    nobody = "Leta inte fler" if case.is_anybody_asked else "Ingen passar"
    return Button("Fler", "more"), Button(nobody, "nobody"), Button("Pausa", "pause")


def are_you_sure(case: Case) -> Said:
    """Return the question before everybody is turned down."""
    if case.is_anybody_asked:
        text = "Ska jag sluta leta efter fler i ärendet? De som redan är tillfrågade påverkas inte."
    else:
        text = "Ska verksamheten få besked att ingen passar? Brevet går genast, och ärendet avslutas."
    row = Button("Ja, gör det", "nobody sure"), Button("Nej, vänta", "show")
    return about(case, LIST, text, [row])


def calls(case: Case) -> Said:
    """Return who is to be phoned in a case, by number, with buttons for how it went."""
    if not case.calls:
        return about(case, CALLS, "Ingen i ärendet ska ringas just nu.")
    people = f"Ring nummer {numbers(call.number for call in case.calls)}. Namn och telefonnummer står i mejlet."
    meaning = "Ja betyder: vill vara med OCH kontaktuppgifterna får lämnas till verksamheten."
    more = ["Fler finns i mejlet."] if len(case.calls) > MOST_CALLS else []
    rows = [row for call in case.calls[:MOST_CALLS] for row in outcome_rows(call.number, call.member_id)]
    return about(case, CALLS, "\n".join([people, meaning, *more]), rows)


def outcome_rows(number: int, member_id: str, yes: str = "Ja") -> list[tuple[Button, ...]]:
    """Return the buttons for how one call went."""
    return [
        (Button(f"{number} {yes}", "accepted", member_id), Button(f"{number} Nej", "declined", member_id)),
        (
            Button(f"{number} Svarade inte", "no_answer", member_id),
            Button(f"{number} Ring igen", "call_again", member_id),
        ),
    ]


def either(case: Case) -> Said:
    """Return what waits in a case: its list or its calls, else how it stands."""
    if case.state is RequestState.CALLING and case.calls:
        return calls(case)
    if case.state is RequestState.PROPOSED or (case.is_decidable and case.free and case.missing):
        return proposal(case)
    return about(case, CALLS if case.calls else LIST, f"{_capital(words.CASE[case.state])}. {counts(case)}".strip())


def counts(case: Case) -> str:
    """Return who is where in a case, by number: "Att ringa: 1 och 3. Har tackat ja: 2."."""
    states = {
        "Att ringa": [call.number for call in case.calls],
        "Har tackat ja": _in(case, I.ACCEPTED, I.RELEASED, I.TOOK_PART),
        "Har tackat nej": _in(case, I.DECLINED),
        "Föreslagna": case.free,
    }
    told = [f"{name}: {numbers(people)}." for name, people in states.items() if people]
    return " ".join([f"Verksamheten söker {case.wanted}.", *told, *(["Ärendet vilar."] if case.paused else [])])


def _in(case: Case, *states: InvitationState) -> list[int]:
    return sorted(number for number, state in case.states.items() if state in states)


def cases(found: Sequence[Case]) -> Said:
    """Return every case that has not ended, with a button for each that waits for the lead."""
    if not found:
        return Said("Inga ärenden är öppna.")
    lines = [f"{case.number}: {words.CASE[case.state]}. {counts(case)}" for case in found[:MOST_CASES]]
    more = [f"Och {len(found) - MOST_CASES} till."] if len(found) > MOST_CASES else []
    return Said("\n\n".join([*lines, *more]), _show(found))


def newcomer(one: Newcomer) -> Said:
    """Return that somebody new waits for a call, with buttons for how it went."""
    text = f"{one.task}: en ny person att ringa, senast {day(one.due)}. Namn och telefonnummer står i mejlet."
    return Said(text, tuple(_newcomer_rows(one)))


def _newcomer_rows(one: Newcomer) -> list[tuple[Button, ...]]:
    return [
        (
            Button(f"{one.task} Uppringd", "new accepted", one.member_id),
            Button(f"{one.task} Svarade inte", "new no_answer", one.member_id),
        ),
        (
            Button(f"{one.task} Ring igen", "new call_again", one.member_id),
            Button(f"{one.task} Vill inte", "new declined", one.member_id),
        ),
    ]


def wants_out(one: Newcomer) -> Said:
    """Return the question before a new person is restricted."""
    text = f"{one.task}: vill personen inte vara med i Intressebanken? Då spärras personen genast."
    sure = Button(f"{one.task} Ja, spärra", "new declined sure", one.member_id)
    return Said(text, ((sure, Button(f"{one.task} Nej, vänta", "new show", one.member_id)),))


def newcomer_called(outcome: str, before: Newcomer, after: Newcomer | None) -> Said:
    """Return what is said of how the call to somebody new went."""
    if outcome == "declined":
        return Said(f"{before.task}: personen är spärrad. Att bekräfta vad personen vill är en uppgift i mejlet.")
    if outcome == "accepted":
        booked = f" Att boka ett möte är nu uppgift {after.task}: svara på mejlet med dag och tid." if after else ""
        return Said(f"{before.task}: antecknat, personen är uppringd.{booked}")
    if after is None:
        return Said(f"{before.task}: antecknat.")
    how = "svarade inte" if outcome == "no_answer" else "ska ringas igen"
    return Said(f"{after.task}: {how}. Försök igen {day(after.due)}.", tuple(_newcomer_rows(after)))


def call_list(found: Sequence[Case], new: Sequence[Newcomer], others: int, today: date) -> Said:
    """Return who is to be phoned in every case, by number and day; `new` and `others` are people who are in no case."""
    lines = [
        f"{case.number}: {', '.join(_call(call, today) for call in case.calls)}"
        for case in found[:MOST_CASES]
        if case.calls
    ]
    lines += [f"{one.task}: ny person (senast {day(one.due)})" for one in new[:MOST_SINGLE]]
    others += len(new) - len(new[:MOST_SINGLE])
    if others:
        lines.append(f"Utanför ärenden: {words.counted(others, 'person', 'personer')} att ringa.")
    if not lines:
        return Said("Ingen står på ringlistan.")
    rows = tuple((Button(f"{one.task} Hur gick det?", "new show", one.member_id),) for one in new[:MOST_SINGLE])
    return Said("\n".join([*lines, "", "Namn och telefonnummer står i mejlen."]), rows)


def _call(call: Call, today: date) -> str:
    when = "senast i dag" if call.due and call.due <= today else f"senast {day(call.due)}" if call.due else ""
    tried = f"ringt {words.counted(call.attempts, 'gång', 'gånger')}" if call.attempts else ""
    more = ", ".join(part for part in (when, tried) if part)
    return f"nummer {call.number}" + (f" ({more})" if more else "")


def pressed_before(at: datetime, zone: ZoneInfo, said: str) -> Said:
    """Return what is said of a button that is pressed once more."""
    local = at.astimezone(zone)
    return Said(f"Den knappen tryckte du på {day(local.date())} kl. {local:%H.%M}. Då svarade jag:\n\n{said}")


def outdated(case: Case, version: int, fresh: Said) -> Said:
    """Return the refusal of an answer to an older list, and the newest one instead."""
    text = f"Det där gällde lista {version}, och den senaste är {case.version}. Jag har inte gjort något."
    return Said(f"{fresh.text}\n\n{text}", fresh.rows, fresh.request_id, fresh.version)


def not_now(case: Case) -> Said:
    """Return the refusal of an answer that comes when the case has gone on."""
    return about(case, LIST, f"Ärendet har gått vidare ({words.CASE[case.state]}). Jag har inte gjort något.")


def which_case(found: Sequence[Case]) -> Said:
    """Return the question which case was meant."""
    rows = _show(found)
    text = "Jag vet inte vilket ärende du menar, och har inte gjort något. Svara på meddelandet om ärendet."
    return Said(f"{text}{' Här får du det igen:' if rows else ''}", rows)


def _show(found: Sequence[Case]) -> tuple[tuple[Button, ...], ...]:
    waiting = [case for case in found if case.state in (RequestState.PROPOSED, RequestState.CALLING)]
    return tuple((Button(case.number, f"show {case.number}"),) for case in waiting[:MOST_SINGLE])


def waits(kinds: Sequence[str], when: str) -> Said:
    """Return how much waits for the lead, by the kinds of the tasks; `when` begins the sentence: "I dag väntar"."""
    counted = {
        "samtal": sum(kind in ("call", *OTHER_CALLS) for kind in kinds),
        "förslag att svara på": sum(kind == "decide" for kind in kinds),
    }
    rest = len(kinds) - sum(counted.values())
    told = [f"{count} {name}" for name, count in (counted | {"annat": rest}).items() if count]
    return Said(f"{when}: {spoken(told)}. Listan finns i mejlet. Skriv /ringlista eller /arenden.")


def see_mail(number: str, what: str) -> Said:
    """Return that a letter came that only the mail can tell of."""
    return Said(f"{number}: {what}. Läs mejlet, det står där vad som behövs." if number else f"{what}. Läs mejlet.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
