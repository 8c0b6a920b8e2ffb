"""What states, tasks and events are called in Swedish, where people read them; JSON keeps the interface's English."""

from collections.abc import Mapping

CASE = {
    "received": "mottaget",
    "incomplete": "väntar på verksamheten",
    "proposed": "förslag hos utvecklingsledaren",
    "calling": "samtal pågår",
    "delivered": "kontaktuppgifter lämnade",
    "held": "genomfört, återkoppling väntar",
    "followed_up": "återkoppling har kommit",
    "closed": "avslutat",
    "withdrawn": "återkallat",
    "unfilled": "ingen passade",
}
PERSON = {
    "proposed": "föreslagen",
    "picked": "ska ringas",
    "accepted": "har tackat ja",
    "declined": "har tackat nej",
    "no_answer": "har inte svarat",
    "call_again": "ska ringas igen",
    "released": "har tackat ja, och uppgifterna lämnas till verksamheten",
    "took_part": "har medverkat",
}
TASK = {
    "decide": "svara på förslaget",
    "call": "ring",
    "introduction": "ring ny anmäld",
    "meeting": "möte för introduktion",
    "complete": "fråga om det som saknas",
    "guardian": "få in vårdnadshavarens underskrift",
    "review": "titta på mejl som lagts åt sidan",
    "rights": "ta hand om begäran",
    "unit": "svara om verksamhetens adress",
    "letter": "skicka uppdraget med post",
    "draft": "skicka de färdiga breven i Utkast",
    "answer": "verksamheten ska svara",
    "feedback": "återkoppling saknas",
    "contact": "ring upp, har hört av sig",
    "fee": "skicka in arvodesblanketten",
    "unanswered": "ring verksamheten, har inte svarat på frågorna",
    "not_contacted": "se till att verksamheten hör av sig",
    "agreement": "se till att en överenskommelse är skriven",
    "undelivered": "har tackat ja, men uppgifterna är inte lämnade",
    "follow_up": "ring och hör hur det är",
    "data_review": "ring och fråga om uppgifterna stämmer",
    "own_consent": "fyller 18 i år, fråga om eget samtycke",
    "failed": "något gick inte, se anteckningen",
}
PART = {
    "experience": "erfarenheten",
    "perspective": "perspektivet",
    "activity": "sortens medverkan",
    "place": "platsen",
    "time": "tiden",
    "currency": "hur aktuell erfarenheten är",
    "focus": "fokusområdet",
    "fairness": "hur ofta personen har tillfrågats",
}
HELD_BACK = {
    "no_consent": "inget samtycke till matchning",
    "guardian": "vårdnadshavarens samtycke saknas",
    "age": "under 18 år",
    "restricted": "vilar, är spärrade eller har slutat",
    "unwilling": "vill inte delta på det sättet",
    "busy": "upptagna den dagen",
    "limit": "har deltagit så ofta de vill",
    "conflict": "arbetar på verksamheten",
}
OUTBOX = {
    "waiting": "väntar",
    "sent": "skickat",
    "failed": "gick inte att skicka",
    "cancelled": "skickades aldrig",
}
# A letter that was sent and came back.
NOT_ARRIVED = "kom inte fram"
MAIL = {
    "request": "förfrågan",
    "registration": "intresseanmälan",
    "reply": "svar",
    "automatic": "automatisk post",
    "bounce": "studs",
    "unknown": "oklart mejl",
}
# What each letter is called, by its template or kind.
LETTER = {
    "lead-agreement": "överenskommelse att skriva under",
    "lead-answer-again": "svar på ett brev som inte gäller",
    "lead-bounced": "ett brev kom inte fram",
    "lead-by-post": "uppdrag att skicka med post",
    "lead-calls": "ringlista",
    "lead-chat": "svar i chatten",
    "lead-day": "det som ska göras i dag",
    "lead-draft": "färdiga brev väntar i Utkast",
    "lead-echo": "besked om vad boten gjorde",
    "lead-erased": "någon är raderad ur registret",
    "lead-fee-form": "arvodesblankett",
    "lead-feedback": "återkoppling från verksamheten",
    "lead-follow-up": "dags att ringa någon igen",
    "lead-late": "det här har väntat länge",
    "lead-new-registration": "ny i registret",
    "lead-not-contacted": "verksamheten har inte fått kontakt",
    "lead-organisations": "brev till organisationer, färdigt att skicka vidare",
    "lead-outcomes": "besked om samtalen",
    "lead-outdated": "svar på en gammal lista",
    "lead-overdue": "anmälningar som inte raderats",
    "lead-own-form": "verksamhetens formulär är inte ifyllt",
    "lead-participant-says": "svar från en deltagare",
    "lead-proposal": "förslag på personer",
    "lead-put-aside": "mejl lagt åt sidan",
    "lead-refused": "svar som inte fick gälla",
    "lead-reserves": "fråga om reserver",
    "lead-protected": "någon kan ha skyddade personuppgifter",
    "lead-restricted": "någon vill inte vara med",
    "lead-signed-out": "boten släpps inte in",
    "lead-sms": "ett sms har kommit",
    "lead-status": "läget i ärendet",
    "lead-unclear": "fråga om ett oklart svar",
    "lead-undelivered": "ett ja som inte har gått vidare",
    "lead-unit-says": "ord från verksamheten",
    "lead-unread": "bilaga som inte gick att läsa",
    "lead-verify-unit": "fråga om verksamhetens adress",
    "participant-assignment": "beskrivning av uppdraget",
    "participant-day": "ny tid för uppdraget",
    "participant-day-before": "påminnelse inför uppdraget",
    "participant-feedback": "tack, och fråga om återkoppling",
    "participant-meeting": "tid att ses",
    "sms-call-announced": "vi ringer om ett uppdrag",
    "sms-day-before": "påminnelse inför uppdraget",
    "sms-feedback": "fråga om återkoppling",
    "sms-meeting": "påminnelse inför ett möte",
    "sms-thanks": "tack efter uppdraget",
    "sms-we-call": "vi ringer upp",
    "unit-contacted": "fråga om kontakten är tagen",
    "unit-delivery": "kontaktuppgifter",
    "unit-feedback": "fråga om återkoppling",
    "unit-question": "fråga från utvecklingsledaren",
    "unit-received": "kvitto på vad vi förstått",
    "unit-unanswered": "påminnelse om våra frågor",
    "unit-unclear": "ny fråga efter ett oklart svar",
    "unit-unfilled": "besked att ingen passade",
}
_TO = {
    "lead": "till utvecklingsledaren",
    "unit": "till verksamheten",
    "participant": "till deltagaren",
    "sms": "till deltagaren",
}
_CHANNEL = {"sms": "sms", "chat": "chatt"}
EVENT = {
    "request-received": "förfrågan kom",
    "request-changed": "verksamheten ändrade",
    "answer-unclear": "verksamhetens svar var oklart",
    "people-proposed": "personer föreslogs",
    "reply-taken": "utvecklingsledaren svarade",
    "reply-unclear": "ett svar var oklart",
    "approved": "utvecklingsledaren valde",
    "more-wanted": "fler förslag önskades",
    "nobody-fits": "ingen passade",
    "unit-asked": "verksamheten fick en fråga",
    "chat-answer": "utvecklingsledaren svarade i chatten",
    "chat-code": "en kod för att koppla en chatt lämnades ut",
    "chat-linked": "en chatt kopplades till en utvecklingsledare",
    "chat-unlinked": "en chatt kopplades bort från en utvecklingsledare",
    "paused": "ärendet lades att vila",
    "picks-undone": "valet togs tillbaka",
    "call-accepted": "samtal: tackade ja",
    "call-declined": "samtal: tackade nej",
    "call-no_answer": "samtal: inget svar",
    "call-call_again": "samtal: ring igen",
    "double-booking": "hade redan tackat ja till något annat samma dag",
    "unit-verified": "verksamhetens adress godkändes",
    "rest-ended": "ärendet vilar inte längre",
    "released": "kontaktuppgifter lämnas",
    "release-held": "utlämnandet stoppades av ett oklart svar",
    "release-undone": "utlämnandet togs tillbaka",
    "delivered": "alla som behövs har tackat ja",
    "held": "uppdraget bör vara genomfört",
    "contact-made": "verksamheten har hört av sig till personen",
    "contact-promised": "verksamheten har sagt när den ska höra av sig till personen",
    "contact-not-made": "verksamheten har inte fått kontakt med personen",
    "day-doubted": "verksamheten skrev om en annan dag",
    "day-set": "dagen ändrades för hand",
    "feedback": "återkoppling kom",
    "feedback-heard": "den som medverkade svarade om återkoppling",
    "came-of-age": "personen fyller 18, barnets samtycken gäller inte längre",
    "closed": "ärendet avslutades",
    "ended-by-hand": "ärendet avslutades för hand",
    "mail-handled": "mejl flyttades till mappen för hanterat",
    "mail-review": "mejl flyttades till mappen för granskning",
    "mail-delete": "mejl raderades ur brevlådan",
    "attachment-unread": "en bilaga kunde inte läsas",
    "mail-put-aside": "mejl lades åt sidan",
    "sms-came": "ett sms kom",
    "call-connected": "ett samtal kopplades",
    "call-ended": "ett kopplat samtal är över",
    "mail-bounced": "ett brev kom inte fram",
    "mail-delayed": "ett brev är försenat",
    "mail-place-gone": "mejl låg inte kvar i brevlådan",
    "message-id-reused": "mejlet har samma id som ett annat mejl med annat innehåll",
    "taken-out": "personen togs ur ärendet",
    "audit-read": "loggen lästes",
    "case-read": "ärendet lästes",
    "case-matched": "personer rangordnades för läsning",
    "consent-given": "ett samtycke antecknades",
    "consent-withdrawn": "ett samtycke togs tillbaka",
    "member-edited": "uppgifter om personen ändrades",
    "member-exported": "uppgifter om personen exporterades",
    "member-followed-up": "personen ringdes för uppföljning",
    "meeting-booked": "ett möte bokades",
    "meeting-moved": "ett möte flyttades",
    "meeting-cancelled": "ett möte ställdes in",
    "meeting-missed": "personen kom inte till mötet",
    "meeting-held": "introduktionen genomfördes",
    "member-objected": "personen invände",
    "member-read": "uppgifter om personen lästes",
    "member-merged": "två poster om samma person slogs ihop",
    "member-parted": "en sammanslagning ångrades",
    "member-registered": "personen anmäldes",
    "right-asked-for": "någon begärde sin rätt",
    "member-restricted": "personen spärrades",
    "member-status": "personens status ändrades",
    "members-read": "listan över alla personer lästes",
    "member-erased": "en person raderades",
    "retention": "det som inte behövs längre gallrades",
    "retention-by-hand": "gallringen kördes för hand",
    "case-thinned": "ärendet gallrades",
    "audit-thinned": "loggens gamla rader tömdes på uppgifter",
    "register-backed-up": "registret kopierades",
    "register-restored": "registret lästes in från en kopia",
    "task-done": "en uppgift bockades av",
}
WHO = {
    "bot": "boten",
    "lead": "utvecklingsledaren",
    "unit": "verksamheten",
    "operator": "för hand",
    "member": "personen",
}


def counted(count: int, one: str, many: str) -> str:
    """Return "1 person", "2 personer"."""
    return f"{count} {one if count == 1 else many}"


def held_back(excluded: Mapping[str, int]) -> str:
    """Return how many each gate held back, with its reason, as a sentence; "" for none."""
    held = ", ".join(f"{HELD_BACK.get(why, why)} ({count})" for why, count in excluded.items() if count)
    return f"Inte med i urvalet: {held}." if held else ""


def letter(kind: str, channel: str) -> str:
    """Return what a message of ours is called, and by which way it goes where that is not mail."""
    by = "" if channel == "mail" else f" ({_CHANNEL.get(channel, channel)})"
    return f"{LETTER.get(kind, 'meddelande')}{by}"


def letter_to(kind: str) -> str:
    """Return to whom a message of that kind goes; "" where its kind does not say."""
    return _TO.get(kind.partition("-")[0], "")
