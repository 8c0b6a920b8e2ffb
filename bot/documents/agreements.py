"""The agreement of a long assignment, for both to sign, and for a seat in a council the declaration of conflicts.

Both go to the lead as Word files, one letter for each person, once all are handed over; the task stays until somebody
says that both have signed. Source: Praktiska anvisningar, step 3; the model of 2015 on councils.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from medverkan.bot.calling.call_card import mileage_line
from medverkan.bot.fees.estimates import Estimate, estimate_of, is_paid, payer_of
from medverkan.bot.fees.model import thousands
from medverkan.bot.filled import WORD, filled
from medverkan.bot.people import people_in
from medverkan.bot.post import Attachment, Desk
from medverkan.bot.register import is_minor
from medverkan.bot.reminding.days import is_long
from medverkan.bot.reminding.kinds import AGREEMENT
from medverkan.bot.understood import understood
from medverkan.mailbox.values import Kind
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Member, Request

TEMPLATES = Path(__file__).parents[1] / "templates"
FORM, DECLARATION = TEMPLATES / "agreement.docx", TEMPLATES / "conflict-of-interest.docx"
SEAT = "term"  # a seat's last day, beside the days on which papers were signed
_HANDED_OVER = (InvitationState.RELEASED, InvitationState.TOOK_PART)
_LONG = 4_000
# A seat that somebody holds, not a visit: what the assignment is called says so.
_COUNCIL = re.compile(
    r"\b(?:(?:brukar|patient|anhörig|närstående|ungdoms|boende|klient|samverkans|äldre|pensionärs|funktionshinder|"
    r"funktionsrätts|tillgänglighets|invånar|medborgar|utvecklings)råd(?:et|en|ens|ets)?|(?:i|till) ett råd|rådet|"
    r"länsgrupp(?:en)?|ledningsgrupp(?:en)?|styrgrupp(?:en)?|programområde\w{0,10}|samordnande grupp(?:en)?|"
    r"nämnd(?:en)?|styrelse(?:n)?|ledamot)\b",
    re.I,
)
_CONDITIONS = ("when_text", "date_start", "date_end", "time_start", "time_end", "minutes_per_occasion", "occasions",
               "place", "format", "other_participants", "preparation", "accessibility")  # fmt: skip
_GUARDIAN = "Vårdnadshavarens underskrift: ______________________________   Datum: ______________"
_PROMISE = "Verksamheten berättar för den som medverkar vad medverkan leder till."
_NOT_SAID = "______________________________________________________________________"


def needs_agreement(fields: Mapping[str, object]) -> bool:
    """Tell whether an assignment is one to be agreed upon in writing: more than half a year, or a seat in a council."""
    return is_long(fields) or is_council(fields)


def is_council(fields: Mapping[str, object]) -> bool:
    """Tell whether an assignment is a seat in a council, a board or a group that leads."""
    if fields.get("occasions") == 1 or fields.get("date_end") == fields.get("date_start") is not None:
        return False
    called = f"{fields.get('activity') or ''}\n{fields.get('title') or ''}"[:500]
    return bool(_COUNCIL.search(called))


def send_agreements(desk: Desk, request: Request) -> None:
    """Give the leads the agreement of each person who is handed over, as long as that is a task of theirs."""
    tasks = desk.books.tasks.open_tasks(kinds=[AGREEMENT], request_id=request.id)
    if not tasks:
        return
    for invitation, member in people_in(desk, request):
        if invitation.state in _HANDED_OVER:
            files = agreement_files(desk, request, member)
            desk.note_to_leads(
                "lead-agreement",
                f"agreement:{request.id}:{member.id}",
                attachments=files,
                request_id=request.id,
                member_id=member.id,
                request=request,
                member=member,
                task=tasks[0],
                council=len(files) > 1,
                alone=request.people_wanted == 1,
            )
            _note_last_day(desk, request, member)


def _note_last_day(desk: Desk, request: Request, member: Member) -> None:
    """Note until when a seat is held, where the request says it: it is asked about before then."""
    end = _date(request.fields, "date_end")
    known = desk.books.signatures.of(member_id=member.id, request_id=request.id, paper=SEAT)
    if end and not known and is_council(request.fields):
        desk.books.signatures.add(member.id, SEAT, "participant", end, desk.now, request.id)


def agreement_files(desk: Desk, request: Request, member: Member) -> list[Attachment]:
    """Return the agreement, and the declaration for a seat in a council: (filename, content type, content)."""
    estimate = estimate_of(request.fields, desk.parts.settings.fees.rules())
    told = blanks(request, member, estimate, minor=is_minor(member, desk.now))
    end = f"{request.number}-{member.number}.docx"
    files = [(f"Overenskommelse-{end}", WORD, filled(FORM, told))]
    if is_council(request.fields):
        files.append((f"Javsdeklaration-{end}", WORD, filled(DECLARATION, told)))
    return files


def blanks(request: Request, member: Member, estimate: Estimate | None, *, minor: bool) -> dict[str, str]:
    """Return what stands in each blank; a line to write on where the request does not say it."""
    fields = request.fields
    days = {key: _day(fields, f"date_{key}") for key in ("start", "end")}
    unit = ", ".join(str(fields[key]) for key in ("unit", "organisation") if fields.get(key))
    return {
        "name": member.name,
        "unit": unit[:_LONG],
        "contact": str(fields.get("contact_name") or "")[:_LONG],
        "assignment": str(fields.get("title") or fields.get("activity") or "")[:_LONG],
        "case": request.number,
        "from": days["start"],
        "to": days["end"],
        "description": _said(fields, "description"),
        "purpose": _said(fields, "purpose"),
        "conditions": _conditions(fields) or _NOT_SAID,
        "expectations": _said(fields, "expectations"),
        "support": f"{str(fields.get('personal_support') or '')[:_LONG]}\n"
        "Den som medverkar får det personliga stöd som hen behöver för att kunna vara med.",
        "pay": _pay(request, estimate),
        "feedback": f"{_PROMISE}\n{_own(fields, 'feedback')}",
        "guardian": _GUARDIAN if minor else "",
    }


def _said(fields: Mapping[str, Any], key: str) -> str:
    return _own(fields, key) or _NOT_SAID


def _own(fields: Mapping[str, Any], key: str) -> str:
    return str(fields.get(key) or "")[:_LONG].strip()


def _day(fields: Mapping[str, Any], key: str) -> str:
    lines = understood(Kind.REQUEST, {"date_start": fields[key]}) if fields.get(key) else []
    return lines[0][1] if lines else ""


def _conditions(fields: Mapping[str, Any]) -> str:
    own = {key: fields[key] for key in _CONDITIONS if key in fields}
    return "\n".join(f"{label}: {value}" for label, value in understood(Kind.REQUEST, own))


def _pay(request: Request, estimate: Estimate | None) -> str:
    if not is_paid(request.fields):
        return (
            "Enligt förfrågan ges inget arvode. Om resor: det som verksamheten och den som medverkar kommer överens om."
        )
    lines = ["Den som medverkar får arvode enligt länets modell för ersättning. Restiden räknas in."]
    if estimate:
        lines.append(
            f"Vid den tid som är planerad: {thousands(estimate.amount)} kronor för varje tillfälle, före skatt, med "
            "årets belopp. Beloppen ändras vid årsskiftet."
        )
    mileage = mileage_line(request.date_start or _date(request.fields, "date_start"))
    lines.append(f"Resor ersätts{f': {mileage}, och kvitton för andra resor' if mileage else ' mot kvitto'}.")
    lines.append(
        "Kommunen betalar, på sitt sätt."
        if payer_of(request.fields) == "kommun"
        else "En arvodesblankett skrivs för varje tillfälle."
    )
    return "\n".join(lines)


def _date(fields: Mapping[str, Any], key: str) -> date | None:
    try:
        return date.fromisoformat(str(fields.get(key) or ""))
    except ValueError:
        return None
