"""What came of an answer in the chat, told from how the case stood before and after it. Pure, and in numbers only."""

from collections.abc import Mapping

from medverkan.bot import words
from medverkan.bot.calling.call import EVENTS
from medverkan.bot.chat.facts import Case
from medverkan.bot.chat.telling import CALLS, LIST, about, counts, day, numbers, outcome_rows
from medverkan.bot.chat.values import Button, Said
from medverkan.mailbox.values import Action, Outcome
from medverkan.storage.lifecycle import InvitationState, RequestState

I = InvitationState  # noqa: E741 - as in storage/lifecycle.py
YES = (I.ACCEPTED, I.RELEASED)
NOTHING = "Inget ändrades."
WITH_NAMES = "Med namn står det i mejlet."
TOO_LATE = "Det är för sent: verksamheten har redan fått kontaktuppgifterna. Ring verksamheten."
CHANGES: dict[tuple[tuple[InvitationState, ...], tuple[InvitationState, ...]], tuple[str, str]] = {
    ((I.PROPOSED,), (I.PICKED,)): ("{} är vald.", "{} är valda."),
    ((I.PICKED, I.NO_ANSWER, I.CALL_AGAIN), (I.PROPOSED,)): ("{} är inte vald längre.", "{} är inte valda längre."),
    (YES, (I.PICKED, I.CALL_AGAIN, I.NO_ANSWER)): (
        "{} är tillbaka på ringlistan. Inget lämnas ut.",
        "{} är tillbaka på ringlistan. Inget lämnas ut.",
    ),
    ((I.PICKED, I.NO_ANSWER, I.CALL_AGAIN, I.DECLINED), YES): ("{} har tackat ja.", "{} har tackat ja."),
    ((I.PICKED, I.NO_ANSWER, I.CALL_AGAIN, *YES), (I.DECLINED,)): ("{} har tackat nej.", "{} har tackat nej."),
    ((I.PICKED, I.CALL_AGAIN), (I.NO_ANSWER,)): ("{} svarade inte.", "{} svarade inte."),
    ((I.PICKED, I.NO_ANSWER, I.DECLINED), (I.CALL_AGAIN,)): ("{} ska ringas igen.", "{} ska ringas igen."),
}


def changes(before: Case, after: Case) -> list[str]:
    """Return one sentence for each kind of change to people in the case."""
    told = []
    for (old, new), (one, many) in CHANGES.items():
        people = [n for n, state in sorted(after.states.items()) if state in new and before.states.get(n) in old]
        if people:
            told.append((one if len(people) == 1 else many).format(numbers(people)))
    return told


def decided(action: Action, before: Case, after: Case, *, about_calls: bool = False) -> Said:
    """Return what is said of words or a button about a list (or calls, but not of how they went)."""
    changed = changes(before, after)
    rows: list[tuple[Button, ...]] = []
    match action:
        case Action.APPROVE if changed:
            text = " ".join([*changed, "Ringlistan med namn och telefonnummer kommer i mejlet."])
            rows = [(Button("Ångra", "undo picks"),)]
        case Action.APPROVE:
            text = f"De är redan valda. {counts(after)}" if after.calls else f"{NOTHING} {WITH_NAMES}"
        case Action.MORE:
            text = "Jag har letat efter fler." if after.version > before.version else NOTHING
        case Action.REJECT_ALL if after.state is RequestState.UNFILLED:
            text = "Ingen passar. Jag har skrivit det till verksamheten."
        case Action.REJECT_ALL:
            text = "Jag letar inte efter fler. De som redan är tillfrågade påverkas inte."
        case Action.ASK:
            text = "Frågan har gått till verksamheten."
        case Action.PAUSE:
            text = "Ärendet vilar. Svara här eller på mejlet när det ska vidare. Jag påminner om två veckor."
        case Action.UNDO:
            text = " ".join(changed) or _nothing_to_undo(after)
        case Action.STATUS | Action.HELP:
            text = f"{counts(after)} {WITH_NAMES}"
        case _:
            text = _unclear(changed, "1 ja, 2 svarade inte" if about_calls else "JA 1 3")
    return about(after, CALLS if about_calls else LIST, text, rows)


def undone(number: int, back: bool, before: Case, after: Case) -> Said:
    """Return what is said when one person's yes was to be taken back."""
    if back:
        return about(after, CALLS, " ".join(changes(before, after)), outcome_rows(number, _id(after, number)))
    late = before.states.get(number) in (I.RELEASED, I.TOOK_PART)
    return about(after, CALLS, f"{number}: {TOO_LATE}" if late else "Det fanns inget att ångra.")


def _id(case: Case, number: int) -> str:
    return next(member_id for member_id, known in case.numbers.items() if known == number)


def _nothing_to_undo(after: Case) -> str:
    return TOO_LATE if I.RELEASED in after.states.values() else "Det fanns inget att ångra."


def _unclear(changed: list[str], example: str) -> str:
    why = "Jag är inte säker på vad du menar, och har inte gjort något."
    if changed:
        why = f"Jag är inte säker på vad du menar. För säkerhets skull: {' '.join(changed)}"
    return f"{why} Skriv till exempel {example}. Min fråga står i mejlet."


def called(outcomes: Mapping[int, Outcome], before: Case, after: Case, undo_minutes: int) -> Said:
    """Return what is said of how calls went."""
    told: list[str] = []
    rows: list[tuple[Button, ...]] = []
    ids = {number: member_id for member_id, number in after.numbers.items()}
    for number, outcome in sorted(outcomes.items()):
        text, more = _one(number, outcome, before, after)
        told.append(text)
        rows += outcome_rows(number, ids[number], "Ja ändå")[:1] if more and number in ids else []
    fresh = [number for number in outcomes if after.states.get(number) in YES and before.states.get(number) not in YES]
    if fresh:
        told.append(_release(after, undo_minutes))
        if undo_minutes or not after.unit_verified:
            rows += [(Button(f"Ångra {number}", "undo yes", ids[number]),) for number in fresh]
    return about(after, CALLS, "\n".join([*told, *_short(after)]), rows)


def _one(number: int, outcome: Outcome, before: Case, after: Case) -> tuple[str, bool]:
    """Return the sentence on one person, and whether their yes must be given once more."""
    was, now_is = before.states.get(number), after.states.get(number)
    wanted = str(EVENTS[outcome])
    if now_is in (I.RELEASED, I.TOOK_PART) and outcome is not Outcome.ACCEPTED:
        return f"{number}: {TOO_LATE}", False
    if outcome is Outcome.ACCEPTED and now_is is I.CALL_AGAIN:
        text = f"{number} har redan tackat ja till något annat samma dag. Inget är utlämnat. Gäller ja ändå?"
        return text, True
    if outcome is Outcome.ACCEPTED and was in YES:
        return f"{number} hade redan tackat ja.", False
    if now_is is None or (str(now_is) != wanted and not (outcome is Outcome.ACCEPTED and now_is in YES)):
        return f"{number}: {NOTHING}", False
    call = next((call for call in after.calls if call.number == number), None)
    again = f" Försök igen {day(call.due)}." if call and call.due else ""
    return {
        Outcome.ACCEPTED: f"{number} har tackat ja.",
        Outcome.DECLINED: f"{number} har tackat nej.",
        Outcome.NO_ANSWER: f"{number} svarade inte.{again}",
        Outcome.CALL_AGAIN: f"{number} ska ringas igen.{again}",
    }[outcome], False


def _release(after: Case, undo_minutes: int) -> str:
    if not after.unit_verified:
        return "Innan kontaktuppgifterna lämnas ut måste du svara om verksamhetens adress. Frågan kommer i mejlet."
    if not undo_minutes:
        return "Kontaktuppgifterna lämnas ut nu."
    minutes = "minut" if undo_minutes == 1 else "minuter"
    return f"Kontaktuppgifterna lämnas ut om {undo_minutes} {minutes}. Blev det fel? Tryck Ångra."


def _short(after: Case) -> list[str]:
    if after.state is not RequestState.CALLING or not after.missing:
        return []
    return [f"Det saknas {words.counted(after.missing, 'person', 'personer')}. Om reserver står i mejlet."]
