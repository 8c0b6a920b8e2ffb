"""The fee form: filled in for each person and occasion after the day, sent to the lead, and chased until it is sent.

What only the person knows is left empty: personal number, travel, account. No account is ever asked for or kept.
Source: Ersättning för brukar-, patient- och närståendemedverkan; one Arvodesblankett per individual and occasion.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from medverkan.bot.documents.pdf import PDF, Block, Facts, Heading, Signatures, Text, pdf
from medverkan.bot.fees.estimates import Estimate, estimate_or_why, payer_of
from medverkan.bot.fees.model import thousands
from medverkan.bot.filled import WORD, filled
from medverkan.bot.hours import due_in
from medverkan.bot.post import Attachment, Desk
from medverkan.bot.understood import shown
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Member, Request

FORM = Path(__file__).parents[1] / "templates" / "fee-form.docx"
TASK = "fee"
SEND_WITHIN_WORKING_DAYS = 3
MOST_FORMS = 12
_LONG = 200
# As in the Word file; what only the person knows has no blank.
_ROWS = (
    ("Namn", "name"), ("Personnummer", ""), ("Uppdrag", "assignment"), ("Ärende", "case"), ("Datum", "day"),
    ("Tid från – till", "time"), ("Restid, fram och tillbaka", ""), ("Klass", "kind"), ("Belopp, kronor", "amount"),
    ("Resa: egen bil, km", ""), ("Resa: kvitton, kronor", ""), ("Uppdragsgivare", "unit"),
    ("Kontaktperson", "contact"), ("Kostnadsställe", "cost_centre"),
)  # fmt: skip
_TO = {
    "region": "Regionen betalar: underskriven och attesterad till löneservice.",
    "kommun": "Kommunen betalar och hanterar blanketten i särskild ordning. Den ska inte till regionens löneservice.",
}
_ACCOUNT = {
    "region": "Den som medverkar anmäler själv sitt konto i Swedbanks kontoregister.",
    "kommun": "Den som medverkar anmäler själv sitt konto på det sätt som kommunen anvisar.",
}


def prepare_fees(desk: Desk, request: Request, people: list[tuple[Any, Member]]) -> None:
    """Give the leads each participant's forms, and a task that stays until somebody says that they are sent."""
    for invitation, member in people:
        if invitation.state is not InvitationState.TOOK_PART:
            continue
        key = f"fee:{request.id}:{member.id}"
        due = due_in(desk.now, SEND_WITHIN_WORKING_DAYS, desk.parts.settings)
        task = desk.books.tasks.add(TASK, key, due, request_id=request.id, member_id=member.id)
        found = estimate_or_why(request.fields, desk.parts.settings.fees.rules())
        estimate, why = (found, "") if isinstance(found, Estimate) else (None, found)
        forms = list(forms_of(request, member, estimate))
        desk.note_to_leads(
            "lead-fee-form",
            key,
            attachments=forms,
            request_id=request.id,
            member_id=member.id,
            request=request,
            member=member,
            task=task,
            day=due.astimezone(desk.parts.settings.zone).date(),
            forms=len(forms),
            payer=payer_of(request.fields),
            amount=thousands(estimate.amount) if estimate else "",
            called=estimate.called if estimate else "",
            why=why,
        )


def forms_of(request: Request, member: Member, estimate: Estimate | None) -> Iterator[Attachment]:
    """Yield the filled-in form of each occasion, as Word and as PDF: (filename, content type, content).

    No file is named after anybody.
    """
    told = request.fields.get("occasions")
    occasions = min(max(1, told), MOST_FORMS) if isinstance(told, int) else 1
    for occasion in range(1, occasions + 1):
        number = f"-{occasion}" if occasions > 1 else ""
        told = blanks(request.fields, request.number, member.name, estimate, occasion)
        name = f"Arvodesblankett-{request.number}-{member.number}{number}"
        yield f"{name}.docx", WORD, filled(FORM, told)
        yield f"{name}.pdf", PDF, printed(told)


def printed(told: Mapping[str, str]) -> bytes:
    """Return the form as PDF, with the same blanks as the Word file."""
    blocks: list[Block] = [
        Text(f"Brukar-, patient- och närståendemedverkan. En blankett per person och tillfälle. {told['payer']}"),
        Facts([(label, told[key] if key else "") for label, key in _ROWS]),
        Text(told["explanation"]),
        Heading("Underskrift av den som medverkat"),
        Signatures(["Ort och datum", "Namnteckning"]),
        Heading("Attest av uppdragsgivaren"),
        Signatures(["Datum", "Namnteckning", "Namnförtydligande"]),
        Text(f"Skriv inget kontonummer på blanketten. {told['account']}"),
    ]
    return pdf("Arvodesblankett", blocks, size=10.5)


def blanks(
    fields: Mapping[str, Any], case: str, name: str, estimate: Estimate | None, occasion: int = 1
) -> dict[str, str]:
    """Return what stands in each blank of the form. The day is known of the first occasion only."""
    times = [shown(key, fields[key]).removeprefix("kl. ") for key in ("time_start", "time_end") if fields.get(key)]
    first = fields.get("date_start") if occasion == 1 else None
    unit = ", ".join(str(fields[key]) for key in ("unit", "organisation") if fields.get(key))
    return {
        "payer": _TO[payer_of(fields)],
        "name": name,
        "assignment": str(fields.get("title") or fields.get("activity") or "")[:_LONG],
        "case": case,
        "day": shown("date_start", first) if first else "",
        "time": " – ".join(times) if len(times) > 1 else "",
        "kind": f"{estimate.called}, om restiden inte ändrar det" if estimate else "",
        "amount": thousands(estimate.amount) if estimate else "",
        "unit": unit[:_LONG],
        "contact": str(fields.get("contact_name") or "")[:_LONG],
        "cost_centre": str(fields.get("cost_centre") or "")[:_LONG],
        "account": _ACCOUNT[payer_of(fields)],
        "explanation": _explained(estimate),
    }


def _explained(estimate: Estimate | None) -> str:
    rule = (
        "Restiden räknas in: mer än fyra timmar är heldag, mellan två och fyra halvdag, upp till två en kortare insats."
    )
    if estimate is None:
        return f"{rule} Klass och belopp fylls i när tiden är känd och årets belopp är beslutade."
    return f"{rule} Klass och belopp är räknade på uppdragets tid utan restid. Ändra dem om restiden gör dagen längre."
