"""The participant's own copy: what the assignment is, why, what is expected, what support and pay there is.

Plain Swedish for one person, in print large enough to read. It names no case and nothing of the person's health; what
the assignment is about stands there in the unit's own words.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from medverkan.bot.calling.call_card import mileage_line
from medverkan.bot.documents.pdf import PDF, Block, Facts, Heading, Text, pdf
from medverkan.bot.fees.estimates import Estimate, estimate_of, is_paid, payer_of
from medverkan.bot.fees.model import thousands
from medverkan.bot.fees.travel import WithTravel, with_travel
from medverkan.bot.letters import swedish_phone
from medverkan.bot.post import Attachment, Desk
from medverkan.bot.understood import understood
from medverkan.mailbox.values import Kind
from medverkan.storage.values import Member, Request

TITLE = "Ditt uppdrag"
NAME = "Ditt-uppdrag.pdf"
SIZE = 12.5
WHEN = ("when_text", "date_start", "date_end", "time_start", "time_end")
_LABELS = {
    "title": "Uppdrag", "activity": "Sätt att medverka", "when": "När",
    "minutes_per_occasion": "Tid varje gång", "occasions": "Antal gånger", "place": "Plats", "format": "Så ses ni",
    "other_participants": "Andra som är med", "preparation": "Innan", "unit": "Verksamhet",
    "organisation": "Organisation", "contact_name": "Kontaktperson", "contact_phone": "Telefon",
}  # fmt: skip
_CALLED = {"heldag": "en heldag", "halvdag": "en halvdag", "kort": "en kortare insats", "timme": "den tiden"}
_BY_MAIL = "Svara på mejlet som det här kom med, så ringer vi upp dig."
_BY_PHONE = "Ring den som frågade dig om uppdraget."
_SUPPORT = (
    "Du kan få personligt stöd. Det kan vara någon som följer med, pauser, hjälpmedel eller en genomgång innan. "
    "Säg till vad du behöver."
)
_ACCOUNT = {
    "region": "Du anmäler själv ditt konto i Swedbanks kontoregister. Det går fast du har en annan bank.",
    "kommun": "Kommunen talar om hur du får pengarna.",
}


def description_of(desk: Desk, request: Request, member: Member, *, by_post: bool = False) -> Attachment:
    """Return one person's copy of an assignment, to be attached or printed: (filename, content type, content)."""
    estimate = estimate_of(request.fields, desk.parts.settings.fees.rules())
    day = request.date_start
    first_name = str(member.fields.get("first_name") or "")
    ask = _BY_MAIL
    if by_post:
        lead = next(iter(desk.leads), None)
        ask = f"Ring {lead.name}, {swedish_phone(lead.phone)}." if lead and lead.phone else _BY_PHONE
    mileage, travel = mileage_line(day), with_travel(member, request, desk.parts.settings.fees.rules())
    return NAME, PDF, description_document(first_name, request.fields, estimate, mileage, day, ask=ask, travel=travel)


def description_document(
    first_name: str,
    fields: Mapping[str, Any],
    estimate: Estimate | None,
    mileage: str,
    day: date | None,
    *,
    ask: str = "",
    travel: WithTravel | None = None,
) -> bytes:
    """Return the document as PDF. `mileage` is what own car pays ("egen bil … kronor per mil"), "" if not decided."""
    told = _told(fields)
    way = "" if fields.get("format") == "remote" else " eller på resan dit och hem"
    greeting = f"Hej {first_name}! " if first_name.strip() else ""
    blocks: list[Block] = [
        Text(f"{greeting}Det här är uppdraget som vi har pratat om. Spara det, så har du allt på ett ställe."),
        *_part("Uppdraget", told, ("title", "activity")),
        *_text("Vad det handlar om", fields, "description"),
        *_text("Varför det görs", fields, "purpose"),
        *_part("När och var", told, ("when", "minutes_per_occasion", "occasions", "place", "format")),
        *_part("Så är det upplagt", told, ("other_participants", "preparation", "accessibility")),
        *_text("Det här förväntas av dig", fields, "expectations"),
        Text("Du bestämmer själv vad du vill berätta om dig själv."),
        *_part("De som ordnar uppdraget", told, ("unit", "organisation", "contact_name", "contact_phone")),
        Heading("Stöd"),
        Text(_support(fields)),
        Heading("Ersättning"),
        Text(_pay(fields, estimate, travel, day)),
        Heading("Resor"),
        Text(_travel(fields, mileage)),
        Heading("Försäkring"),
        Text(f"Du är försäkrad om du råkar ut för en olycka under uppdraget{way}."),
        Heading("Efteråt"),
        Text(_afterwards(fields)),
        Heading("Du kan ändra dig"),
        Text("Du kan tacka nej när du vill, även efter att du har börjat. Det påverkar inte din vård eller ditt stöd."),
        Text(f"Undrar du över något? {ask or _BY_MAIL}"),
    ]
    return pdf(TITLE, blocks, size=SIZE)


def _told(fields: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """Return label and value of each field as people read them, without abbreviations, by its key."""
    told = {}
    for key in fields:
        own = {one: fields[one] for one in (WHEN if key in WHEN else (key,)) if one in fields}
        lines = understood(Kind.REQUEST, own)
        if lines:
            label = "when" if key in WHEN else key
            told[label] = (_LABELS.get(label, lines[0][0]), lines[0][1].replace("kl. ", "klockan "))
    return told


def _part(heading: str, told: Mapping[str, tuple[str, str]], keys: tuple[str, ...]) -> list[Block]:
    rows = [told[key] for key in keys if key in told]
    return [Heading(heading), Facts(rows)] if rows else []


def _text(heading: str, fields: Mapping[str, Any], key: str) -> list[Block]:
    text = str(fields.get(key) or "").strip()
    return [Heading(heading), Text(text)] if text else []


def _support(fields: Mapping[str, Any]) -> str:
    own = str(fields.get("personal_support") or "").strip()
    return f"De som ordnar uppdraget skriver: {own}\n{_SUPPORT}" if own else _SUPPORT


def _pay(fields: Mapping[str, Any], estimate: Estimate | None, travel: WithTravel | None, day: date | None) -> str:
    if not is_paid(fields):
        return (
            "Enligt de som ordnar uppdraget ges inget arvode för det här. "
            "Undrar du över det? Fråga oss innan du bestämmer dig."
        )
    lines = []
    if estimate:
        each = " för varje tillfälle" if estimate.occasions > 1 else ""
        if travel:
            amount = f"Du får troligen {thousands(travel.amount)} kronor{each}, före skatt"
            way = f"Då är din resa inräknad, omkring {travel.hours_said} timmar fram och tillbaka."
        else:
            amount = f"Du får {thousands(estimate.amount)} kronor{each}, före skatt"
            way = "Tiden för din resa räknas också."
        called = _CALLED[travel.kind if travel else estimate.kind]
        lines.append(f"{amount}. Det är arvodet för {called}. {way} Tar det längre tid än planerat, kan arvodet bli "
                     "högre.")  # fmt: skip
    else:
        amounts = f"beloppen för {day.year}" if day else "årets belopp"
        lines.append("Du får arvode för din tid. Hur mycket det blir beror på hur lång tid det tar, med resan "
                     f"inräknad, och på {amounts}. Vi berättar när det är klart.")  # fmt: skip
    lines.append(f"Du fyller i en blankett och skriver under den efteråt. {_ACCOUNT[payer_of(fields)]}")
    lines.append("Får du pengar från Försäkringskassan? Fråga din handläggare där vad som gäller för dig.")
    return "\n".join(lines)


def _travel(fields: Mapping[str, Any], mileage: str) -> str:
    if fields.get("format") == "remote":
        return "Uppdraget är på distans, så du behöver inte resa."
    car = f" Åker du {mileage.replace('egen bil', 'egen bil får du')}." if mileage else ""
    return (
        f"Du får ersättning för resan.{car} Spara kvitton på tåg, buss och parkering. Boka gärna i god tid, och res "
        "billigt och miljövänligt om det går."
    )


def _afterwards(fields: Mapping[str, Any]) -> str:
    own = str(fields.get("feedback") or "").strip()
    promised = "De som ordnar uppdraget ska berätta för dig vad det ledde till."
    return f"{promised}\nSå här skriver de själva: {own}" if own else promised
