"""Realistic values for every letter and each of its branches, built once. The people are made up.

A new letter needs a line in LETTERS; a test says so where it is missing.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from medverkan.bot import letters
from medverkan.bot.calling.call_card import Tries, fee_line
from medverkan.bot.day_list import CALLS as CALLS_OF_THE_DAY
from medverkan.bot.documents.forms_back import TOLD
from medverkan.bot.fees.estimates import estimate_of, for_unit
from medverkan.bot.fees.model import Rules
from medverkan.bot.organisations.suggest import organisations_for
from medverkan.bot.settings import Lead
from medverkan.bot.understood import changes, understood
from medverkan.mailbox.answers.asked import asked_of, example
from medverkan.mailbox.replies.questions import NOT_UNDERSTOOD, ask_back
from medverkan.mailbox.values import Candidate, Kind, Stage
from medverkan.storage.lifecycle import InvitationState, MemberStatus, RequestState
from medverkan.storage.values import Invitation, Member, Request, Task
from tests.bot.every_reminder import reminders

NOW = datetime(2026, 2, 10, 8, 30, tzinfo=UTC)
TOKEN = "f-2026-0012.p2.acxdefghi.abcdefghijklmnopqrstuvwxyz"
FIELDS = {
    "unit": "Hjärtmottagningen",
    "organisation": "Region Exempel",
    "contact_name": "Petra Provsson",
    "contact_email": "petra.provsson@region.example",
    "contact_phone": "+4684650041",
    "title": "Bättre väntrum",
    "activity": "Fokusgrupp",
    "description": "Vi bygger om väntrummet.\nVi vill höra hur det är att vänta.",
    "purpose": "Ett väntrum som är lugnt för alla.",
    "perspectives": ["patient", "närstående"],
    "experience": "Lång väntan på besök",
    "focus_areas": ["somatik"],
    "people_wanted": 2,
    "when_text": "tisdag 24 mars kl. 13-15",
    "date_start": "2026-03-24",
    "time_start": "13:00",
    "time_end": "15:00",
    "place": "Sal 4, Storgatan 1",
    "format": "hybrid",
    "minors_wanted": False,
    "reply_by": "2026-03-01",
}
REQUEST = Request(
    id="r1", number="F-2026-0012", state=RequestState.PROPOSED, version=1, fields=FIELDS, missing=(), questions=(),
    remarks=(), received_at=NOW, sender="petra.provsson@region.example", vouched=True, release_to="", paused=False,
    mail_id=None, message_id="<1@region.example>", subject="Förfrågan", date_start=None, date_end=None,
    delivered_at=None,
)  # fmt: skip
BARE = replace(REQUEST, fields={"people_wanted": 1})
WAITING = replace(REQUEST, state=RequestState.INCOMPLETE)
MOVED = FIELDS | {"people_wanted": 3, "when_text": "25 mars kl. 9–11", "date_start": "2026-03-25",
                  "time_start": "09:00", "time_end": "11:00"}  # fmt: skip
CHANGED = changes(Kind.REQUEST, FIELDS, MOVED, ("people_wanted", "place"))
ASKED = asked_of(
    Kind.REQUEST, ("purpose", "place"),
    ["”torsdag 24 mars” stämmer inte: veckodag och datum passar inte ihop. Vilket datum gäller?"],
)  # fmt: skip
UNDERSTOOD = understood(Kind.REQUEST, FIELDS)


def member(number: str = "M-0031", status: MemberStatus = MemberStatus.ACTIVE, **fields: Any) -> Member:
    """Return one resident."""
    return Member(
        id=number, number=number, status=status, version=1, fields=fields, missing=(), created_at=NOW,
        resting_until=None, guardian_document_at=None, mail_id=None,
    )  # fmt: skip


ELLEN = member(
    first_name="Ellen", last_name="Ekprov", phone="+46701740611", email="ellen@post.example", municipality="Nybro",
    birth_year=1946, perspectives=["patient"], availability="Vardagar efter tio", contact_preference="sms",
    support_needs="Hörslinga",
)  # fmt: skip
HUGO = member(
    "M-0107", first_name="Hugo", last_name="Hällprov", phone="+46701740612", municipality="Vimmerby",
    perspectives=["brukare", "närstående"], contact_preference="telefon",
)  # fmt: skip
TOVE = member(
    "M-0200", first_name="Tove", last_name="Tallprov", birth_year=2011, guardian_name="Maja Tallprov",
    guardian_phone="+46701740613", email="tove@post.example", perspectives=["brukare"],
)  # fmt: skip
NAMELESS = member("M-0300", email="x@post.example")


def listed(number: int, person: Member, state: InvitationState = InvitationState.PICKED) -> tuple[Invitation, Member]:
    """Return one person on the list of a case."""
    return Invitation("i", "r1", person.id, "p", number, state, 1, NOW), person


def _match(number: int, person: Member, concerns: tuple[str, ...] = ()) -> dict[str, Any]:
    reasons = ["Har egen erfarenhet av att vänta länge på besök.", "Kan på eftermiddagar."]
    return {"number": number, "person": person, "reasons": reasons, "concerns": list(concerns)}


VAIN = ["fredag 6 februari kl. 9.10", "måndag 9 februari kl. 14.30", "tisdag 10 februari kl. 9.05"]


def _tries(attempts: int, agreed: str = "") -> Tries:
    return Tries(VAIN[:attempts], "i dag klockan 13 till 15", attempts >= len(VAIN), agreed)


def _call(
    number: int, person: Member, attempts: int = 0, *, first_time: bool = False, booked: str = "", travel: str = ""
) -> dict[str, Any]:
    tries = _tries(attempts, "3 ville bli ringd igen i eftermiddag" if booked else "")
    unsigned = ["vårdnadshavare 1"] if person.fields.get("guardian_name") else []
    return {"number": number, "person": person, "tries": tries, "first_time": first_time, "booked": booked,
            "travel": travel, "unsigned": unsigned}  # fmt: skip


def line(kind: str, who: Member | None = None, about: Request | None = None, attempts: int = 0) -> dict[str, Any]:
    task = Task("t", "T-0001", kind, None, None, None, NOW, attempts, 0, None, "")
    return {
        "task": task, "member": who, "request": about, "since": date(2026, 2, 10 - attempts),
        "phone": str(who.fields.get("phone") or "") if who else "", "through": "",
    }  # fmt: skip


def day_line(kind: str, who: Member | None = None, about: Request | None = None, attempts: int = 0) -> dict[str, Any]:
    """Return one line of the lead's day."""
    group = "call" if kind in CALLS_OF_THE_DAY else "meet" if kind == "meeting" else "other"
    phone, guardian = (str(who.fields.get(key) or "") for key in ("phone", "guardian_phone")) if who else ("", "")
    return line(kind, who, about, attempts) | {
        "group": group, "phone": phone or guardian, "through": who.fields.get("guardian_name", "") if who else "",
        "best": "i dag klockan 13 till 15", "calls": VAIN[:attempts], "give_up": attempts >= 2,
        "number": 3 if kind == "call" else None, "meeting": "tisdag 10 februari 2026 kl. 13.00, biblioteket",
    }  # fmt: skip


EXCLUDED = {"no_consent": 3, "guardian": 1, "age": 1, "restricted": 2, "unwilling": 1, "busy": 1, "limit": 1,
            "conflict": 1}  # fmt: skip
LEAD = {"lead": "Karin", "token": TOKEN, "about": REQUEST}
SAYS = LEAD | {"changed": [], "left": [], "withdrawn": False, "moved": False}
UNIT = {"token": TOKEN, "request": REQUEST, "fields": FIELDS}
NO_FEE = UNIT | {"fee": ""}
USUAL: dict[str, Any] = {"by": None, "within": "inom fem arbetsdagar", "starts": date(2026, 9, 30)}
NEAR: dict[str, Any] = USUAL | {"by": date(2026, 9, 29), "within": "senast tisdag 29 september"}
BARE_UNIT = UNIT | {"request": BARE, "fields": BARE.fields}
PROPOSAL = LEAD | {
    "request": REQUEST, "understood": UNDERSTOOD, "people": [_match(1, ELLEN), _match(2, HUGO, ("Bor långt bort.",))],
    "team": [1, 2], "reserves": [], "excluded": EXCLUDED, "organisations": organisations_for(["somatik"]),
    "remarks": [], "again": False, "changed": [], "year": 2026,
}  # fmt: skip
CALLS = LEAD | {"request": REQUEST, "understood": UNDERSTOOD, "wish": "",
                "fee": fee_line(replace(REQUEST, date_start=date(2026, 3, 24)), Rules()),
                "mileage": "egen bil 25 kronor per mil"}  # fmt: skip
OUTCOMES = LEAD | {"released": True, "request": REQUEST, "undo_minutes": 10, "waiting": [], "short": 0, "booked": {},
                   "reserves": "", "tries": {HUGO.id: _tries(1), TOVE.id: _tries(3)}}  # fmt: skip
SAID_YES = "1. Ellen Ekprov tackade ja, och kontaktuppgifterna får lämnas till verksamheten"
NEW = LEAD | {
    "about": ELLEN, "member": ELLEN, "day": date(2026, 2, 17), "missing": [], "questions": [], "matchable": True,
    "minor": False, "alike": [],
}  # fmt: skip
FEE = {
    "lead": "Karin", "token": TOKEN, "request": REQUEST, "member": ELLEN, "forms": 1, "payer": "region",
    "amount": "1 066", "called": "halvdag", "why": "", "day": date(2026, 3, 30),
    "task": Task("t", "T-0009", "fee", None, None, None, NOW, 0, 0, None, ""),
}  # fmt: skip
LISTED = [Candidate(1, "Ellen Ekprov"), Candidate(2, "Hugo Hällprov")]
STATES = list(InvitationState)
KINDS = ("decide", "call", "introduction", "complete", "guardian", "review", "rights", "unit", "letter", "feedback",
         "fee", "failed")  # fmt: skip

LETTERS: dict[str, list[dict[str, Any]]] = {
    "lead-agreement": [FEE | {"member": who, "request": about, "council": council, "alone": alone}
                       for who, about, council, alone in ((ELLEN, REQUEST, True, True), (ELLEN, REQUEST, True, False),
                                                          (NAMELESS, BARE, False, False))],
    "lead-answer-again": [LEAD | {"for_another": for_another} for for_another in (False, True)],
    "lead-bounced": [{"lead": "Karin", "audience": audience, "letter": letter, "delivery": delivery, "to": to,
                      "reason": "adressen finns inte", "request": request, "task": "T-0007", "token": TOKEN}
                     for audience, letter, delivery, to, request in (
                         ("unit", "brevet till verksamheten med kontaktuppgifter", True, "petra@region.example",
                          REQUEST),
                         ("participant", "uppdragsbeskrivningen till deltagaren", False, "ellen@post.example", REQUEST),
                         ("unit", "ett brev till verksamheten", False, "", None))],
    "lead-by-post": [FEE | {"member": who, "minor": minor, "to": to, "address": address, "too_late": not address,
                            "starts": date(2026, 9, 30)}
                     for who, minor, to, address in ((ELLEN, False, "Ellen Ekprov", "Storgatan 4, 382 30 Nybro"),
                                                     (TOVE, True, "Maja Tallprov", "Storgatan 5"),
                                                     (NAMELESS, True, "", ""))],
    "lead-calls": [
        CALLS | {"people": [_call(1, ELLEN, 1, first_time=True), _call(3, HUGO, 3),
                             _call(4, TOVE, booked="F-1", travel="med resan från "
                   "Vimmerby (omkring 3,1 timmar fram och tillbaka) blir arvodet troligen 2 131 kronor")],
                 "wish": "helst på förmiddagen"},
        CALLS | {"people": [_call(2, HUGO)], "request": BARE, "fee": fee_line(BARE, Rules()), "mileage": ""},
    ],
    "lead-day": [
        LEAD | {"today": date(2026, 2, 10), "tasks": [day_line(kind, ELLEN, REQUEST) for kind in KINDS]},
        LEAD | {"today": date(2026, 2, 10), "tasks": [
            day_line("call", HUGO, REQUEST, 2), day_line("introduction", NAMELESS), day_line("follow_up", TOVE),
            day_line("meeting", ELLEN), day_line("review"), day_line("failed")]},
        LEAD | {"today": date(2026, 2, 10), "tasks": [day_line("decide", None, REQUEST)]},
    ],
    "lead-draft": [LEAD | {"task": "T-0012"}],
    "lead-echo": [LEAD | {"said": "Jag har frågat verksamheten: Går det att delta digitalt?", "request": REQUEST}],
    "lead-erased": [{"lead": "Karin", "cases": cases, "beside": beside}
                    for cases in ([], ["F-2026-0012: utlämnandet av kontaktuppgifter är stoppat."])
                    for beside in ([], ["Papper, och anteckningar som ni har utanför Medverkan."])],
    "lead-fee-form": [FEE, FEE | {"forms": 3, "payer": "kommun", "request": BARE},
                      FEE | {"amount": "", "called": "", "why": "Tiden är inte känd.", "member": NAMELESS}],
    "lead-organisations": [
        {"lead": "Karin", "request": about, "organisations": organisations_for(["somatik"]), "fee": fee,
         "writer": writer, "understood": understood(Kind.REQUEST, about.fields), "mailbox": "bot@region.example"}
        for about, fee, writer in (
            (REQUEST, for_unit(estimate_of(FIELDS, Rules())), Lead(name="Karin Exempel", email="k@region.example",
                                                                   phone="08-465 004 41")),
            (BARE, "", None))
    ],
    "lead-new-registration": [
        NEW,
        NEW | {"about": TOVE, "member": TOVE, "minor": True, "matchable": False,
               "alike": ["M-0031: samma telefonnummer"],
               "missing": ["Telefon", "Vad har du erfarenhet av?"], "questions": ["Är födelseåret 2011?"]},
        NEW | {"about": NAMELESS, "member": NAMELESS, "missing": ["Förnamn"]},
    ],
    "lead-follow-up": [
        LEAD | {"about": who, "member": who, "task": Task("t", "T-0021", "follow_up", None, who.id, None, NOW, 0, 0,
                                                          None, ""),
                "last": last, "best": best, "times": times, "attempts": attempts}
        for who, last, best, times, attempts in (
            (ELLEN, date(2025, 8, 11), "tisdag 10 februari klockan 10 till 12", 1, []),
            (HUGO, None, "", 3, ["6 februari kl. 9.10", "9 februari kl. 14.30"]),
            (NAMELESS, None, "", 0, []))],
    "lead-participant-says": [
        LEAD | {"about": ELLEN, "member": ELLEN, "words": "Jag kan inte på tisdag.", "task": "T-0007",
                "reached": {"phone": "+46701740611", "through": ""}, "wants_out": True, "is_soon": False,
                "answers": True, "vouched": True},
        LEAD | {"member": TOVE, "words": "Jag undrar var jag kan parkera.\n\nHälsningar", "task": "T-0007",
                "reached": {"phone": "+46701740613", "through": "Maja Tallprov"}, "wants_out": False, "is_soon": True,
                "answers": False, "vouched": False},
    ],
    "lead-outcomes": [
        OUTCOMES | {"said": [SAID_YES], "waiting": [listed(2, HUGO), listed(3, TOVE)], "short": 1,
                    "booked": {TOVE.id: "F-2026-0007"}, "reserves": "Reserverna har du fått i ett eget mejl."},
        OUTCOMES | {"said": ["2. Hugo Hällprov tackade nej"], "short": 2, "released": False,
                    "reserves": "Jag skickar reserver i ett eget mejl."},
        OUTCOMES | {"said": [SAID_YES], "undo_minutes": 1},
        OUTCOMES | {"said": [SAID_YES], "undo_minutes": 0},
    ],
    "lead-outdated": [LEAD | {"state": RequestState.CALLING, "latest": 2},
                      LEAD | {"state": RequestState.DELIVERED, "latest": 2},
                      LEAD | {"state": RequestState.CLOSED, "latest": 2}],
    "lead-proposal": [
        PROPOSAL,
        PROPOSAL | {"people": [_match(6, HUGO)], "team": [6], "again": True, "request": BARE,
                    "excluded": {"restricted": 1}},
        PROPOSAL | {"people": [], "team": [], "excluded": {}},
        PROPOSAL | {"people": [], "team": [], "again": True},
        PROPOSAL | {"changed": ["Datum och tid", "Antal personer"]},
    ],
    "lead-overdue": [{"lead": "Karin", "count": count, "oldest": "2026-02-10 kl. 09.30"} for count in (1, 3)],
    "lead-own-form": [{"lead": "Karin", "request": REQUEST, "why": why} for why in TOLD.values()],
    "lead-put-aside": [{"lead": "Karin", "when": when, "reason": "Brevet går inte att läsa.", "sender": sender,
                        "headed": headed, "task": "T-0007", "token": TOKEN, "folder": folder, "mail": "1a2b3c4d",
                        "urgent": urgent}
                       for urgent, folder, when, sender, headed in (
                           (False, "Att granska", "som kom 2026-02-10 kl. 09.30", "", ""),
                           (True, "", "skickat 2026-02-10 kl. 09.12", "rut@bladet.example", "Ang. mötet i mars"))],
    "lead-refused": [{"lead": "Karin", "received": "2026-02-10 kl. 09.30", "folder": folder}
                     for folder in ("Att granska", "")],
    "lead-reserves": [LEAD | {"request": REQUEST, "people": [listed(2, HUGO), listed(3, TOVE)], "left_out": []},
                      LEAD | {"request": REQUEST, "people": [listed(3, TOVE)], "left_out": [
                          "Ellen Ekprov har tackat ja till ett annat uppdrag den dagen (F-2026-0007)"]}],
    "lead-protected": [LEAD | {"about": ELLEN, "member": ELLEN, "cases": cases, "task": "T-0007"}
                        for cases in ([], ["F-2026-0012: skulle ringas, och är struken från ringlistan."])],
    "lead-restricted": [LEAD | {"about": ELLEN, "member": ELLEN, "cases": cases, "folder": folder, "task": "T-0007"}
                        for cases in ([], ["F-2026-0012: skulle ringas, och är struken från ringlistan."])
                        for folder in ("", "Att granska")],
    "lead-signed-out": [{"lead": "Karin", "section": section, "reason": "Servern godtar inte appen."}
                        for section in ("[mailbox]", "[outgoing]", "[outgoing.external] bounces", "[sms]", "[chat]")],
    "lead-sms": [
        {"lead": "Karin", "people": people, "phone": "+46701740611", "words": said, "meaning": meaning, "task": task,
         "token": task and TOKEN,
         "request": request, "asked": asked, "answered": answered,
         "on_list": not task and meaning not in ("leave", "protected")}
        for people, meaning, said, task, request, asked, answered in (
            ([ELLEN], "yes", "Ja tack!", "", REQUEST, "vi ringer om ett uppdrag", False),
            ([ELLEN], "no", "Nej tack", "T-0007", REQUEST, "vi ringer om ett uppdrag", False),
            ([ELLEN], "call", "Ring mig", "T-0007", None, "", True),
            ([ELLEN], "other", "Vad gäller det?\n\nHälsningar Ellen", "T-0007", None, "vi ringer upp", True),
            ([ELLEN], "leave", "Ta bort mig ur registret", "", None, "", False),
            ([ELLEN, HUGO], "protected", "Jag har skyddad adress", "", None, "", False),
            ([ELLEN], "stop", "Stopp", "T-0007", None, "", False),
            ([ELLEN, HUGO], "stop", "STOPP", "T-0007", None, "", False),
            ([ELLEN, HUGO], "other", "Vem är det?", "T-0007", None, "", False),
            ([NAMELESS], "quiet", "Automatiskt svar", "T-0007", None, "", False),
            ([], "other", "Hej", "T-0007", None, "", False),
            ([ELLEN], "stop", "Stopp", "", None, "", False))],
    "lead-status": [LEAD | {"request": REQUEST, "people": [listed(n, HUGO, s) for n, s in enumerate(STATES, 1)],
                            "is_calls": True},
                    LEAD | {"request": BARE, "people": [listed(1, ELLEN)], "is_calls": False}],
    "lead-unclear": [
        LEAD | {"request": REQUEST, "question": ask_back(NOT_UNDERSTOOD, LISTED, Stage.PROPOSAL), "example": "JA 1 3",
                "people": LISTED, "stopped": ""},
        LEAD | {"request": REQUEST, "question": "", "example": "JA 1 2", "people": LISTED, "stopped": ""},
        LEAD | {"request": REQUEST, "question": "", "example": "2 ja", "people": LISTED, "stopped": "Ellen Frid"},
        LEAD | {"request": REQUEST, "question": "", "example": "", "people": [], "stopped": ""},
    ],
    "lead-unit-says": [
        SAYS | {"request": REQUEST, "words": "Vi har bytt sal.\n\nHälsningar Petra"},
        SAYS | {"request": WAITING, "words": "Vi har bytt sal."},
        SAYS | {"request": REQUEST, "words": "Tre. Kan vi ses hos er?", "changed": CHANGED,
                "left": ["Kan vi ses hos er?"]},
        SAYS | {"request": REQUEST, "words": "Det går bra. Plats: Sal 4", "changed": CHANGED},
        SAYS | {"request": WAITING, "words": "Vi flyttar första träffen till den 26 januari.", "moved": True},
        SAYS | {"request": replace(REQUEST, state=RequestState.CALLING), "words": "Vi skjuter upp mötet.",
                "moved": True},
        SAYS | {"request": WAITING, "words": "Vi drar tillbaka förfrågan.", "withdrawn": True},
        SAYS | {"request": replace(REQUEST, state=RequestState.CALLING), "words": "Mötet blir inte av.",
                "withdrawn": True},
    ],
    "lead-unread": [LEAD | {"request": about, "received": "2026-02-10 kl. 09.30", "folder": folder,
                            "unread": ["Bilagan plan.pdf kunde inte läsas: den är lösenordsskyddad."] * count}
                    for about, folder in ((REQUEST, "Hanterat"), (BARE, "")) for count in (1, 2)],
    "lead-verify-unit": [
        LEAD | {"request": REQUEST, "address": "petra@annan.example", "sender": "p@region.example", "vouched": True},
        LEAD | {"request": BARE, "address": "petra@annan.example", "sender": "", "vouched": False},
    ],
    "participant-day": [
        {"request": REQUEST, "fields": FIELDS, "member": who, "what": what, "day": date(2026, 3, 24), "starts": starts,
         "ends": "15.00" if starts else "", "place": place}
        for what in ("moved", "cancelled", "declined")
        for who, starts, place in ((ELLEN, "13.00", "Sal 4, Storgatan 1"), (NAMELESS, "", ""))],
    "participant-assignment": [
        {"has_file": has_file, "request": REQUEST, "fields": FIELDS, "member": ELLEN, **(USUAL if has_file else NEAR),
         "understood": [line for line in UNDERSTOOD
                        if line[0] not in ("Önskad erfarenhet", "Fokusområde", "Antal personer")]}
        for has_file in (True, False)],
    "sms-call-announced": [{}],
    "sms-day-before": [{"day": date(2026, 9, 30), "time": time} for time in ("", "13.30", "10.00-16.30")],
    "sms-feedback": [{}],
    "sms-meeting": [{"day": date(2026, 9, 30), "time": time} for time in ("", "13.30")],
    "sms-thanks": [{}],
    "sms-we-call": [{}],
    "participant-meeting": [
        {"member": who, "what": what, "day": date(2026, 12, 15), "starts": "13.00", "ends": "14.00", "place": place,
         "phone": phone}
        for what in ("booked", "moved", "cancelled", "reminder")
        for who, place, phone in ((ELLEN, "Storgatan 4", "+4684650041"), (NAMELESS, "", ""))],
    "unit-cannot-come": [
        UNIT | {"who": "Ellen", "day": date(2026, 3, 24), "then": "asked"},
        UNIT | {"who": "Ellen", "day": date(2026, 3, 24), "then": "nobody"},
        BARE_UNIT | {"who": "", "day": None, "then": ""},
    ],
    "unit-delivery": [
        UNIT | USUAL | {"understood": UNDERSTOOD, "first_name": "Ellen", "minor": False, "long": False,
                "contact": [("Namn", "Ellen Ekprov"), ("Telefon", "070-174 06 11"), ("E-post", "ellen@post.example")]},
        BARE_UNIT | NEAR | {"understood": UNDERSTOOD[:3], "first_name": "", "minor": True, "long": True,
                     "contact": [("Namn", "Tove Tallprov"), ("Kontakt genom vårdnadshavare", "Maja Tallprov")]},
    ],
    "unit-question": [UNIT | {"question": "Går det att delta digitalt?"}, BARE_UNIT | {"question": "När är det?"}],
    "unit-received": [
        UNIT | {"understood": UNDERSTOOD, "asked": asked, "example": example(asked), "remarks": remarks,
                "again": bool(changed or unclear), "changed": changed, "unclear": unclear,
                "fee": for_unit(estimate_of(FIELDS, Rules())),
                "unread": [], "not_taken": []}
        for asked in ((), ASKED[:1], ASKED)
        for remarks in ([], ["Starten är om sju arbetsdagar. Räkna med minst tio."],
                        ["Starten är om sju arbetsdagar. Räkna med minst tio.", "Två personer är bättre än en."])
        for changed in ([], CHANGED)
        for unclear in ([], ["Vi ska bygga om.\nDet blir bra."])
        if asked or not unclear
    ] + [BARE_UNIT | {"understood": [("Antal personer", "1")], "asked": (), "example": "", "remarks": [],
                      "again": False, "changed": [], "unclear": [], "unread": [], "not_taken": [],
                  "fee": ""},
         NO_FEE | {"understood": UNDERSTOOD, "asked": ASKED, "example": example(ASKED), "remarks": [],
                 "again": True, "changed": [], "unclear": [], "unread": [], "not_taken": []},
         NO_FEE | {"understood": UNDERSTOOD, "asked": ASKED, "example": example(ASKED), "remarks": [],
                 "again": True, "changed": [], "unclear": [], "unread": ["1: senast två veckor innan"],
                 "not_taken": []},
         NO_FEE | {"understood": UNDERSTOOD, "asked": (), "example": "", "remarks": [], "again": True, "changed": [],
                 "unclear": [], "unread": [], "not_taken": ["Hiss finns i huset."]}],
    "unit-unfilled": [
        UNIT | {"organisations": organisations_for(["äldre"]), "asked": False},
        BARE_UNIT | {"organisations": ["PRO"], "asked": True},
    ],
}  # fmt: skip

LETTERS |= reminders()


def rendered() -> Iterator[SimpleNamespace]:
    """Yield every letter in each of its branches: name, case, subject, text."""
    for name, cases in LETTERS.items():
        for number, values in enumerate(cases, 1):
            subject, text = letters.render(name, **values)
            yield SimpleNamespace(name=name, case=f"{name}-{number}", subject=subject, text=text, values=values)


if __name__ == "__main__":
    import sys
    from pathlib import Path

    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for letter in rendered():
        (folder / f"{letter.case}.txt").write_text(f"Subject: {letter.subject}\n\n{letter.text}", "utf-8")
