"""One person's whole record, as a document and as lines; and the desk that commands about people work at."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from medverkan.bot import show, words
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.post import Desk
from medverkan.bot.propose import profiles_of
from medverkan.bot.settings import SettingsError, load
from medverkan.bot.understood import understood
from medverkan.mailbox.forms.naming.registry import label_of
from medverkan.mailbox.values import Kind
from medverkan.matching.gates import stopped_by
from medverkan.matching.values import Need
from medverkan.storage.book import StaleError
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import InvitationState, MemberStatus
from medverkan.storage.values import Consent, Invitation, Member, Request

OPERATOR = "operator"
STATUS_WORDS = {
    MemberStatus.REGISTERED: "anmäld",
    MemberStatus.CALLED: "uppringd",
    MemberStatus.INTRODUCED: "introducerad",
    MemberStatus.ACTIVE: "aktiv",
    MemberStatus.RESTING: "vilar",
    MemberStatus.RESTRICTED: "spärrad",
    MemberStatus.LEFT: "avslutad",
}
CONSENT_WORDS = {
    "matching": "matchning på uppgifter om hälsa",
    "sms": "sms",
    "email": "e-post",
    "guardian": "vårdnadshavarens samtycke",
    "guardian_document": "vårdnadshavarens undertecknade papper",
    "release": "kontaktuppgifter till verksamheten",
}
INVITATION_WORDS = {
    InvitationState.PROPOSED: "föreslagen",
    InvitationState.PICKED: "ska ringas",
    InvitationState.ACCEPTED: "har tackat ja",
    InvitationState.DECLINED: "har tackat nej",
    InvitationState.NO_ANSWER: "svarade inte",
    InvitationState.CALL_AGAIN: "ska ringas igen",
    InvitationState.RELEASED: "kontaktuppgifterna är lämnade",
    InvitationState.TOOK_PART: "har medverkat",
}
MEETING_WORDS = {
    "introduction": "introduktion",
    "assignment": "uppdrag",
    "training": "utbildning",
    "network": "nätverksträff",
    "planned": "planerat",
    "held": "genomfört",
    "missed": "personen kom inte",
    "cancelled": "inställt",
}
PAPER_WORDS = {
    ("agreement", "unit"): "verksamheten skrev under överenskommelsen",
    ("agreement", "participant"): "personen skrev under överenskommelsen",
    ("interests", "participant"): "personen lämnade jävsdeklaration",
    ("term", "participant"): "sista dagen för platsen",
    ("guardian", "guardian 1"): "första vårdnadshavaren skrev under",
    ("guardian", "guardian 2"): "andra vårdnadshavaren skrev under",
}
# Gates that do not depend on what is asked for; with minors wanted, age is none.
STANDING_GATES = frozenset({"no_consent", "guardian", "restricted"})
Invited = dict[str, list[tuple[Request, Invitation]]]


@contextmanager
def at_desk(config: Path | None) -> Iterator[Desk]:
    """Open the register and yield a desk in one write transaction. Raises SettingsError also where it was overtaken."""
    parts = open_parts(load(config))
    try:
        with parts.store.transaction() as books:
            yield Desk(books, parts, datetime.now(UTC))
    except StaleError as error:
        raise SettingsError("någon annan ändrade samma sak just nu; inget är sparat, försök igen") from error
    finally:
        parts.close()


@contextmanager
def reading_desk(config: Path | None) -> Iterator[Desk]:
    """Open the register and yield a desk that only reads."""
    parts = open_parts(load(config))
    try:
        with parts.store.reading() as books:
            yield Desk(books, parts, datetime.now(UTC))
    finally:
        parts.close()


def the_member(books: Books, number: str) -> Member:
    """Return that person. Raises SettingsError."""
    member = books.members.get(number.strip())
    if member is None:
        raise SettingsError(f"det finns ingen person {number}; medverkan members list visar alla")
    return member


def matchable(books: Books, members: Iterable[Member], parts: Parts, now: datetime) -> set[str]:
    """Return the numbers of those whom no gate holds back before anything is asked for."""
    settings = parts.settings
    today, anybody = now.astimezone(settings.zone).date(), Need(minors_wanted=True)
    return {
        profile.id
        for profile in profiles_of(books, members)
        if stopped_by(profile, anybody, today, settings.matching.only_introduced) not in STANDING_GATES
    }


def invited(books: Books) -> Invited:
    """Return, for every person put before the lead, the cases and how it went."""
    found: Invited = {}
    for request in books.requests.in_state():
        for invitation in books.invitations.of(request):
            found.setdefault(invitation.member_id, []).append((request, invitation))
    return found


def record(books: Books, member: Member, invitations: Invited, can_match: bool, zone: ZoneInfo) -> dict[str, Any]:
    """Return everything the register holds of one person (GDPR art. 15)."""
    pairs = invitations.get(member.id, [])
    cases = {request.id: request.number for request, _ in pairs}
    return {
        "id": member.number,
        "name": member.name,
        "status": STATUS_WORDS[member.status],
        "registered": show.local(member.created_at, zone),
        "resting_until": str(member.resting_until) if member.resting_until else None,
        "guardian_document": _moment(member.guardian_document_at, zone),
        "matchable": can_match,
        "fields": dict(member.fields),
        "missing": list(member.missing),
        "consents": [_consent(consent, cases, zone) for consent in books.consents.of_member(member.id)],
        "invitations": [
            {"case": request.number, "state": str(one.state), "at": show.local(one.changed_at, zone)}
            for request, one in pairs
        ],
        "calls": [
            {
                "at": show.local(call.at, zone),
                "case": cases.get(call.request_id or ""),
                "outcome": call.outcome,
                "by": call.by,
                "note": call.note,
            }
            for call in books.tasks.calls(member.id)
        ],
        "meetings": [
            {
                "at": show.local(meeting.starts_at, zone),
                "kind": meeting.kind,
                "case": cases.get(meeting.request_id or ""),
                "place": meeting.place,
                "state": str(meeting.state),
            }
            for meeting in books.meetings.of_member(member.id)
        ],
        "papers": [
            {
                "paper": one.paper,
                "party": one.party,
                "day": one.day.isoformat(),
                "case": cases.get(one.request_id or ""),
            }
            for one in books.signatures.of(member_id=member.id)
        ],
        "sms": [
            {"at": show.local(sms.at, zone), "text": sms.text, "meaning": sms.meaning}
            for sms in books.sms.of_member(member.id)
        ],
        "tasks": [
            {"id": task.number, "kind": task.kind, "due": show.local(task.due, zone), "note": task.note}
            for task in books.tasks.open_tasks(member_id=member.id)
        ],
        "events": [
            {"at": show.local(event.at, zone), "what": event.what, "who": event.who}
            for event in books.audit.of(member_id=member.id)
        ],
    }


def as_lines(found: dict[str, Any]) -> list[str]:
    """Return a record for people."""
    status = found["status"] + (f" till och med {show.day(found['resting_until'])}" if found["resting_until"] else "")
    lines = [
        f"{found['id']}  {found['name']}",
        f"Status: {status}. Anmäld {show.day(found['registered'])}.",
        "Kan föreslås." if found["matchable"] else "Kan inte föreslås.",
        "",
        *(f"{label}: {value}" for label, value in understood(Kind.REGISTRATION, found["fields"])),
    ]
    lines += [f"Saknas: {label_of(Kind.REGISTRATION, key)}" for key in found["missing"]]
    lines += ["", "Samtycken", *(_consent_line(one) for one in found["consents"])]
    if not found["consents"]:
        lines.append("  Inga.")
    if found["guardian_document"]:
        lines.append(f"  Vårdnadshavarens undertecknade papper sågs {show.day(found['guardian_document'])}")
    if found["invitations"]:
        lines += ["", "Uppdrag"]
        lines += [
            f"  {one['case']}: {INVITATION_WORDS[InvitationState(one['state'])]} ({show.day(one['at'])})"
            for one in found["invitations"]
        ]
    if found["calls"]:
        lines += ["", "Samtal"]
        lines += [f"  {show.day(one['at'])}  {one['case'] or ''}  {_how_it_went(one)}" for one in found["calls"]]
    if found["meetings"]:
        lines += ["", "Möten", *(_meeting_line(one) for one in found["meetings"])]
    if found["papers"]:
        lines += ["", "Papper", *(f"  {show.day(one['day'])}  {paper_line(one)}" for one in found["papers"])]
    if found["sms"]:
        lines += ["", "Sms från personen"]
        lines += [f"  {show.day(one['at'])}  {' '.join(one['text'].split())}" for one in found["sms"]]
    return lines


def paper_line(one: dict[str, Any]) -> str:
    """Return which paper was signed by whom, in Swedish."""
    case = f" i {one['case']}" if one["case"] else ""
    return f"{PAPER_WORDS.get((one['paper'], one['party']), one['paper'])}{case}"


def _meeting_line(one: dict[str, Any]) -> str:
    about = one["case"] or MEETING_WORDS[one["kind"]]
    place = f", {one['place']}" if one["place"] else ""
    return f"  {show.moment(one['at'])}  {about}: {MEETING_WORDS[one['state']]}{place}"


def _consent(consent: Consent, cases: dict[str, str], zone: ZoneInfo) -> dict[str, Any]:
    return {
        "kind": consent.kind,
        "case": cases.get(consent.request_id or ""),
        "fields": list(consent.fields),
        "given_to": consent.given_to,
        "when": show.local(consent.given_at, zone),
        "how": consent.how,
        "by": consent.by,
        "wording": consent.wording,
        "withdrawn": _moment(consent.withdrawn_at, zone),
    }


def _how_it_went(call: dict[str, Any]) -> str:
    return str(call["note"] or words.PERSON.get(call["outcome"], call["outcome"]))


def _consent_line(one: dict[str, Any]) -> str:
    case = f" i {one['case']}" if one["case"] else ""
    withdrawn = f"; tillbakadraget {show.day(one['withdrawn'])}" if one["withdrawn"] else ""
    kind = CONSENT_WORDS.get(one["kind"], one["kind"])
    noted = words.WHO.get(one["by"], one["by"])
    return f"  {kind}{case}: gavs {show.day(one['when'])}, {one['how']}, antecknat av {noted}{withdrawn}"


def _moment(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return show.local(moment, zone) if moment else None
