"""`medverkan share`: the people of one case on a page for the one person outside who may see them, never the register.

The routine lets the details be shared with a single utvecklingsledare at Kommunförbundet: somebody who is named in the
settings, by a lead, one case at a time. Each whom it tells of gets a line in the log, and reads it in their extract.
"""

from collections.abc import Iterator
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.commands.auditing import reader
from medverkan.bot.commands.exporting import write_private
from medverkan.bot.commands.record import INVITATION_WORDS, OPERATOR, at_desk
from medverkan.bot.documents.pdf import Block, Facts, Heading, Text, pdf
from medverkan.bot.letters import swedish_day, swedish_phone
from medverkan.bot.people import Listed, may_be_asked, people_in
from medverkan.bot.post import Desk
from medverkan.bot.register import is_minor
from medverkan.bot.sections.counterpart import Counterpart
from medverkan.bot.settings import SettingsError
from medverkan.storage.lifecycle import InvitationState
from medverkan.storage.values import Request

SHARED = "member-shared"


def share(config: Path | None, number: str, to: Path) -> int:
    """Write who is picked, called or has said yes in a case to a PDF. Raises SettingsError."""
    if to.suffix.lower() != ".pdf":
        raise SettingsError(f"--to {to}: filen ska heta något på .pdf")
    with at_desk(config) as desk:
        who = desk.parts.settings.counterpart
        if not who.name:
            raise SettingsError(
                "[counterpart] name: skriv vem på Kommunförbundet som har uppdraget; ingen annan får uppgifterna"
            )
        request = desk.books.requests.get(number)
        if request is None:
            raise SettingsError(f"det finns inget ärende {number}; medverkan cases visar alla")
        listed = [pair for pair in people_in(desk, request) if pair[0].state is not InvitationState.PROPOSED]
        people = [pair for pair in listed if may_be_asked(pair[1])]
        if not people:
            raise SettingsError(f"ingen är vald i {request.number}, eller så är de spärrade; det finns inget att dela")
        page = pdf(f"Personer i {request.number}", list(_blocks(desk, request, people, who)))
        for _, member in people:
            detail = reader() | {"to": who.name, "case": request.number}
            desk.books.audit.add(SHARED, OPERATOR, desk.now, request_id=request.id, member_id=member.id, detail=detail)
        write_private(to, page)
    show.say(f"{len(people)} personer i {request.number} är skrivna till {to}, för {who.name}. Ta bort filen efteråt.")
    if len(listed) > len(people):
        show.say("Den som är spärrad eller har slutat är inte med.")
    return 0


def _blocks(desk: Desk, request: Request, people: list[Listed], who: Counterpart) -> Iterator[Block]:
    today = desk.now.astimezone(desk.parts.settings.zone).date()
    yield Text(
        f"Till {who.name}, {who.organisation}. Utskrivet {swedish_day(today)}. Får bara läsas av dig, används bara i "
        "det här ärendet, och ska förstöras när det är klart."
    )
    told = [(label, str(request.fields[key])) for key, label in (("unit", "Verksamhet"), ("title", "Uppdrag"),
            ("when_text", "När"), ("place", "Var")) if request.fields.get(key)]  # fmt: skip
    yield Facts(told)
    for invitation, member in people:
        fields = member.fields
        yield Heading(f"{invitation.number}. {member.name}")
        # A child is reached through the guardian (R44).
        own = {} if is_minor(member, desk.now) else fields
        guardian = f"{fields.get('guardian_name')}, {swedish_phone(str(fields.get('guardian_phone') or ''))}"
        rows = [
            ("I ärendet", INVITATION_WORDS[invitation.state]),
            ("Telefon", swedish_phone(str(own["phone"])) if own.get("phone") else ""),
            ("E-post", str(own.get("email") or "")),
            ("Kommun", str(fields.get("municipality") or "")),
            ("Perspektiv", ", ".join(fields.get("perspectives") or ())),
            ("Vårdnadshavare", guardian if fields.get("guardian_name") else ""),
        ]
        yield Facts([row for row in rows if row[1]])
