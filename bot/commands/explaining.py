"""A reading as a person at a terminal wants it: what, from where, how sure, what is missing, what the bot would do."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from medverkan.bot import show
from medverkan.bot.calling.call import OUTCOME_WORDS
from medverkan.bot.canonical import canonical
from medverkan.bot.letters import spoken
from medverkan.bot.understood import understood
from medverkan.mailbox.forms.naming.registry import label_of, labels_for
from medverkan.mailbox.values import Action, Bounce, Candidate, Decision, Evidence, Form, Kind, Reading

KINDS = {
    Kind.REQUEST: "en förfrågan om medverkan", Kind.REGISTRATION: "en intresseanmälan", Kind.REPLY: "ett svar",
    Kind.AUTOMATIC: "automatisk post, som inte besvaras", Kind.BOUNCE: "en studs: något kom inte fram",
    Kind.UNKNOWN: "något som en person behöver titta på",
}  # fmt: skip
ACTIONS = {
    Action.APPROVE: "Godkänner", Action.REJECT_ALL: "Säger nej till alla", Action.MORE: "Vill ha fler förslag",
    Action.UNDO: "Vill ångra", Action.ASK: "Vill att enheten tillfrågas", Action.OUTCOMES: "Berättar hur samtalen gick",
    Action.PAUSE: "Vill vänta", Action.STATUS: "Frågar hur det står till", Action.HELP: "Vill ha hjälp",
    Action.UNCLEAR: "Går inte att tolka säkert, så ingenting görs",
}  # fmt: skip
DERIVED = Evidence("", "", 0.8, "härlett ur erfarenheten")
SURE, FAIRLY_SURE = 0.9, 0.7


def explain(reading: Reading, candidates: Sequence[Candidate] = ()) -> None:
    """Print one reading for a person, in Swedish."""
    show.lines([f"Det här är {KINDS[reading.kind]} (säkerhet {reading.confidence:.0%}).".replace("%", " %")])
    show.lines([reading.reason] if reading.reason else [])
    show.lines(f"Obs: {problem}" for problem in reading.letter.problems)
    if reading.bounce:
        show.lines(_bounce(reading.bounce))
    for number, form in enumerate(reading.forms, 1):
        if len(reading.forms) > 1:
            show.lines(["", f"Formulär {number} av {len(reading.forms)}: {KINDS[form.kind]}"])
        _form(form)
    if reading.decision:
        show.lines(_decision(reading.decision, {one.number: one.name for one in candidates}))


def _form(form: Form) -> None:
    keys = {label: key for key, label in labels_for(form.kind).items()}
    found = [
        (label, value, form.evidence.get(keys[label], DERIVED))
        for label, value in understood(form.kind, canonical(form.kind, form.fields))
    ]
    # Nearly everything stands in one place, which is then said once.
    usual = Counter(evidence.where for _, _, evidence in found).most_common(1)
    where = usual[0][0] if usual else ""
    show.lines(["", f"Läst i {where}, där inget annat sägs." if where else ""])
    rows = [(label, value, _place(evidence, where), _how_sure(evidence.sure)) for label, value, evidence in found]
    show.columns(("Fält", "Läst som", "Där det står", "Hur säkert"), rows)
    show.lines(_listed("Saknas", (label_of(form.kind, key) for key in form.missing)))
    show.lines(_listed("Frågor som måste besvaras", form.questions))
    show.lines(_listed("Råd", form.remarks))


def _place(evidence: Evidence, usual: str) -> str:
    label = f"vid ”{evidence.label}”" if evidence.label else ""
    elsewhere = evidence.where if evidence.where != usual else ""
    return ", ".join(filter(None, (elsewhere, label)))


def _how_sure(sure: float) -> str:
    return "säkert" if sure >= SURE else "ganska säkert" if sure >= FAIRLY_SURE else "osäkert"


def _listed(head: str, items: Iterable[str]) -> list[str]:
    found = [f"  – {item}" for item in items]
    return ["", f"{head}:", *found] if found else []


def _bounce(bounce: Bounce) -> list[str]:
    said = [("Till", bounce.recipient), ("Brevet", bounce.message_id)]
    hope = "Det är slutgiltigt." if bounce.permanent else "Servern försöker igen."
    return [*(f"{what}: {which}" for what, which in said if which), hope]


def _decision(decision: Decision, names: Mapping[int, str]) -> list[str]:
    def person(number: int) -> str:
        return f"{number} {names[number]}" if number in names else str(number)

    def people(numbers: Iterable[int]) -> str:
        return spoken([person(number) for number in numbers])

    said: list[tuple[str, Any]] = [
        (ACTIONS[decision.action], people(decision.picks)),
        ("Säger nej till", people(decision.rejects)),
        *((person(number), OUTCOME_WORDS[outcome]) for number, outcome in sorted(decision.outcomes.items())),
        ("Frågan" if decision.action is Action.ASK else "Boten frågar tillbaka", decision.question),
        ("Anteckning", decision.note),
    ]
    return ["", *(f"{what}: {which}" if which else f"{what}." for what, which in said[:1])] + [
        f"{what}: {which}" for what, which in said[1:] if which
    ]
