"""`medverkan read`: what the bot understands of one mail. Opens no register, stores nothing, sends nothing."""

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from medverkan.bot import show
from medverkan.bot.canonical import canonical
from medverkan.bot.settings import SettingsError
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Action, Candidate, Decision, Evidence, Form, Kind, Reading, Stage

MAIL_HEADERS = frozenset(("from", "to", "date", "subject", "message-id", "received", "content-type"))
NO_MAIL = "Filen ser inte ut att vara ett mejl. Spara mejlet som .eml, med bilagorna i, och läs den filen."
UNDERSTOOD, INCOMPLETE, NOT_UNDERSTOOD = 0, 3, 4


def read_file(file: str, candidates: Path | None, as_json: bool) -> int:
    """Print one reading; return 0 understood, 3 where required fields are missing, 4 unknown or unclear."""
    raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    listed, stage = _candidates(candidates) if candidates else ((), Stage.PROPOSAL)
    reading = read(raw, candidates=listed, stage=stage)
    if reading.kind is Kind.UNKNOWN and not reading.letter.has_any(MAIL_HEADERS):
        reading = replace(reading, reason=NO_MAIL)
    answer = as_document(reading)
    if as_json:
        show.document(answer)
    else:
        from medverkan.bot.commands.explaining import explain  # brings the register, which takes long to load

        explain(reading, listed)
    return _status(reading, answer)


def as_document(reading: Reading) -> dict[str, Any]:
    """Return the reading as the interface's JSON."""
    forms = [_form(form) for form in reading.forms]
    first = forms[0] if forms else {"fields": {}, "missing": [], "questions": [], "remarks": [], "evidence": {}}
    document: dict[str, Any] = {
        "kind": str(reading.kind),
        "confidence": round(reading.confidence, 2),
        "fields": first["fields"],
        "missing": first["missing"],
        "questions": first["questions"],
        "remarks": first["remarks"],
        "decision": decision_document(reading.decision) if reading.decision else None,
        "evidence": first["evidence"],
    }
    if len(forms) > 1:
        document["forms"] = forms
    if reading.bounce:
        bounce = reading.bounce
        document["bounced"] = {
            "message_id": bounce.message_id, "recipient": bounce.recipient, "permanent": bounce.permanent,
        }  # fmt: skip
    if reading.kind is Kind.UNKNOWN and reading.reason:
        document["reason"] = reading.reason
    return document


def decision_document(decision: Decision) -> dict[str, Any]:
    """Return a decision as the interface's JSON; what is empty is left out."""
    document: dict[str, Any] = {"action": str(decision.action)}
    if decision.action is Action.APPROVE:
        document["picks"] = list(decision.picks)
    if decision.rejects:
        document["rejects"] = list(decision.rejects)
    if decision.outcomes:
        document["outcomes"] = {str(number): str(outcome) for number, outcome in sorted(decision.outcomes.items())}
    if decision.question:
        document["question"] = decision.question
    if decision.note:
        document["note"] = decision.note
    return document


def _form(form: Form) -> dict[str, Any]:
    return {
        "kind": str(form.kind),
        "fields": canonical(form.kind, form.fields),
        "missing": list(form.missing),
        "questions": list(form.questions),
        "remarks": list(form.remarks),
        "evidence": {key: _evidence(found) for key, found in form.evidence.items()},
    }


def _evidence(found: Evidence) -> dict[str, Any]:
    return {"where": found.where, "label": found.label, "sure": found.sure}


def _candidates(path: Path) -> tuple[tuple[Candidate, ...], Stage]:
    try:
        found = json.loads(path.read_text("utf-8"))
        stage = Stage(found.get("stage", "proposal")) if isinstance(found, Mapping) else Stage.PROPOSAL
        rows = found["candidates"] if isinstance(found, Mapping) else found
        return tuple(Candidate(int(row["number"]), str(row["name"])) for row in rows), stage
    except (ValueError, KeyError, TypeError) as error:
        raise SettingsError(f'{path}: ska vara [{{"number": 1, "name": "Anna Ek"}}, …] i JSON') from error


def _status(reading: Reading, answer: Mapping[str, Any]) -> int:
    if reading.kind is Kind.UNKNOWN or (reading.decision and reading.decision.action is Action.UNCLEAR):
        return NOT_UNDERSTOOD
    missing = answer["missing"] or any(form["missing"] for form in answer.get("forms", []))
    return INCOMPLETE if missing else UNDERSTOOD
