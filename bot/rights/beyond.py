"""What an erasure cannot reach: what has left the register, told in Swedish so that a person can see to it."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from medverkan.bot.letters import swedish_day
from medverkan.bot.post import Desk
from medverkan.bot.register import DELIVERY
from medverkan.bot.rights.traces import Traces
from medverkan.bot.settings import Settings
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Member

ALWAYS = (
    "Det som har raderats ur brevlådan kan ofta återställas i e-postservern i 14–30 dagar. Fråga den som sköter den.",
    "Serverns egna säkerhetskopior, och databasens om ni har en databasserver.",
    "Säkerhetskopior som ni har gjort med medverkan backup före i dag. Läses en sådan in raderas personen igen.",
    "Arvoden som är utbetalda: de finns i lönesystemet och ska bevaras där.",
    "Papper, och anteckningar som ni har utanför Medverkan.",
)
DATABASE = "medverkan.db"
MOST_BYTES = 20_000_000
Letter = tuple[Any, Mapping[str, Any]]


def beyond(desk: Desk, member: Member, traces: Traces, mails: Collection[str], letters: Collection[str]) -> list[str]:
    """Return, before anything is erased, what of the person lies where it cannot be reached, one sentence each.

    `mails` and `letters` are the ids of those that tell of the person.
    """
    about = list(desk.books.erasure.letters_of(letters))
    return [*_units(desk, member, about), *_sent(about), *_in_mailbox(desk, mails), *_exported(desk, member),
            *_alike(traces), *ALWAYS]  # fmt: skip


def files_naming(settings: Settings, traces: Traces) -> list[str]:
    """Return a sentence on each file in the home that tells of the person, such as an export; not on databases."""
    found = []
    for file in sorted(settings.home.rglob("*")):
        if file.name.startswith(f"{DATABASE}.2") or file.name.endswith(".medverkan"):
            found.append(f"Filen {file} är ett äldre register eller en kopia. Ta bort den när den inte behövs.")
        elif file.is_file() and not _is_database(file, settings) and file.stat().st_size <= MOST_BYTES:
            try:
                text = file.read_bytes().decode("utf-8", "replace")
            except OSError:
                continue
            if traces.are_in(text):
                found.append(f"Filen {file} nämner personen. Ta bort den, eller raderna om personen.")
    return found


def _is_database(file: Path, settings: Settings) -> bool:
    return file == settings.file or file.name.startswith(DATABASE)


def _units(desk: Desk, member: Member, letters: Iterable[Letter]) -> list[str]:
    found = []
    for row, letter in letters:
        if row.kind != DELIVERY or row.member_id != member.id:
            continue
        request = desk.books.requests.get(row.request_id)
        unit = str(request.fields.get("unit") or "") if request else ""
        who, case = unit or letter["to"], f" ({request.number})" if request else ""
        if row.state == OutgoingState.SENT:
            day = swedish_day(row.sent_at.astimezone(desk.parts.settings.zone).date())
            found.append(f"Verksamheten {who}{case} fick kontaktuppgifter {day}: be dem radera dem.")
        elif row.state == OutgoingState.WAITING and row.claimed_until and row.claimed_until > desk.now:
            found.append(f"Verksamheten {who}{case} får kontaktuppgifter just nu: be dem radera dem.")
    return found


def _sent(letters: Iterable[Letter]) -> list[str]:
    sent = sum(row.state == OutgoingState.SENT and row.kind.startswith("lead-") for row, _ in letters)
    if not sent:
        return []
    return [f"Brev i er egen inkorg som nämner personen ({sent} skickade): ta bort dem, också ur papperskorgen."]


def _in_mailbox(desk: Desk, mails: Collection[str]) -> list[str]:
    mailbox, zone = desk.parts.settings.mailbox, desk.parts.settings.zone
    folders = {"handled": mailbox.handled, "review": mailbox.review}
    found = []
    for mail_id in mails:
        mail = desk.books.mails.get(mail_id)
        if mail and mail.uid is not None and mail.disposal in folders:
            came = swedish_day(mail.received_at.astimezone(zone).date())
            found.append(
                f"Ett mejl som kom {came} nämner personen och ligger i brevlådan, i mappen {folders[mail.disposal]}. "
                "Avgör om det är en allmän handling; ta annars bort det."
            )
    return found


def _exported(desk: Desk, member: Member) -> list[str]:
    zone = desk.parts.settings.zone
    days = dict.fromkeys(
        swedish_day(event.at.astimezone(zone).date())
        for event in desk.books.audit.of(member_id=member.id)
        if event.what == "member-exported"
    )
    return [f"Uppgifterna exporterades till fil {day}: leta upp filen och ta bort den." for day in days]


def _alike(traces: Traces) -> list[str]:
    if not traces.shared:
        return []
    return [
        f"Samma namn, telefon eller e-post finns hos {', '.join(traces.shared)}. Texter som bara nämner det är kvar, "
        "eftersom de kan handla om den andra personen."
    ]
