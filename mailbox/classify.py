"""Tell machine mail, replies and forwards apart by headers and subject, before any form is looked for.

Headers are written by whoever sends, so nothing here causes more than a mail being left alone or put aside. A web form
may mark its mails as auto-generated or bulk: only what answers by itself (auto-replied) is certain to be no form.
"""

import re
from dataclasses import dataclass

from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Kind, Letter

_OUT_OF_OFFICE = re.compile(
    r"^\s*(?:(?:autosvar|autoreply|auto-?reply|auto(?:matic|matiskt)[ -]?(?:reply|svar|response)|frånvaro\w*|"
    r"frånvarande|out of (?:the )?office|"
    r"ooo|on vacation|semester(?:meddelande|svar|hälsning)|på semester|jag är (?:ledig|borta|på semester|"
    r"frånvarande)|ej på plats|"
    r"inte på kontoret|föräldraledig|tjänstledig|abwesenheit\w*)\b|\[auto[- ]?reply\])",
    re.IGNORECASE,
)
_CALENDAR_ANSWER = re.compile(
    r"^\s*(?:accepterat?|avböjt|avböjd|preliminärt?|accepted|declined|tentative|inställt|canceled|cancelled):", re.I
)
_READ_RECEIPT = re.compile(
    r"^\s*(?:läst|oläst|läskvitto|levererat|borttaget|read|not read|delivered|deleted|kvittens|mottagningskvitto)\s*:",
    re.I,
)
_TICKET = re.compile(
    r"(?:\bärende(?:nummer)?|\bticket|\bcase|\bsupport)\s*(?:id|nr|nummer)?\s*[:#\[(-]*\s*[A-Z]{0,4}-?\d{3,}|"
    r"\[#\d+\]|\[[A-Z]{2,6}-\d+\]",
    re.I,
)
_TICKET_TEXT = re.compile(
    r"\b(?:vi har (?:tagit )?(?:emot|mottagit) (?:ditt|er)|ditt (?:ärende|meddelande|mejl) har "
    r"(?:registrerats|tagits emot|mottagits)|"
    r"detta är ett automat\w+|det här är ett automat\w+|automatiskt (?:genererat|svar|utskick)|går inte att "
    r"svara på|your (?:request|ticket|message) "
    r"has been (?:received|registered)|this is an automat\w+|autogenererat)",
    re.IGNORECASE,
)
_AWAY_TEXT = re.compile(
    r"\b(?:jag är (?:på semester|ledig|tjänstledig|föräldraledig|frånvarande|inte på plats|åter|tillbaka)|"
    r"åter (?:på kontoret|den|i tjänst)|"
    r"i am (?:out of|away|on vacation)|currently out of)\b",
    re.IGNORECASE,
)
_BOUNCE_SENDER = re.compile(
    r"^(?:mailer-daemon|postmaster|mail-daemon|maildelivery|bounces?|mdaemon)\b[^@]*@?", re.IGNORECASE
)
_BOUNCE_TEXT = re.compile(
    r"undeliver|undelivered|delivery (?:status|failed|failure|has failed|to the following)|failure notice|"
    r"returned mail|could not be delivered|"
    r"couldn.t be delivered|mail delivery|mailbox (?:full|unavailable)|user unknown|address not found|går "
    r"inte att leverera|kunde inte levereras|"
    r"gick inte att leverera|ej levererat|inte leverera|olevererbart|oleverbart|leveransfel|returnerat|kunde "
    r"ej levereras|5\.\d\.\d{1,3}\b",
    re.IGNORECASE,
)
_REPLY_PREFIX = re.compile(r"^\s*(?:re|sv|aw|vs|ang|svar)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_FORWARD_PREFIX = re.compile(r"^\s*(?:vb|fwd?|vbf|vidarebefordrat|vidarebef|vs)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_LEAVES = re.compile(
    r"\b(?:(?:ta|tag|stryk|radera|plocka|avregistrera|avanmäl|stryk) bort? ?(?:mig|mina uppgifter|allt om "
    r"mig)|ta bort (?:mig|mina)|stryk mig|radera (?:mig|mina)|"
    r"(?:vill|önskar|kan|orkar|tänker)(?: jag)? (?:inte|ej) (?:längre )?(?:vara (?:med|kvar)|stå kvar|delta|"
    r"medverka|vara registrerad)(?: längre| mer)?(?=[ .,!]*(?:i (?:intressebanken|registret|banken|er|ert)|"
    r"längre|$|\n|[.,!]))|"
    r"avregistrer\w+ mig|avanmäl\w*(?: jag)? mig|avsluta (?:mitt|min)|vill (?:gå|hoppa) ur|vill bli "
    r"(?:borttagen|struken|raderad|avregistrerad)|"
    r"(?:återkallar|drar tillbaka|tar tillbaka) (?:jag )?(?:mitt )?samtycke|bli (?:borttagen|struken) (?:ur|"
    r"från)|remove me|unsubscribe me)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind with how sure it is; `unless_form` where a form in the mail overrules it."""

    kind: Kind
    confidence: float
    unless_form: bool = False


def machine_mail(letter: Letter, text: str) -> Verdict | None:
    """Return AUTOMATIC or BOUNCE for mail that no person wrote, None for everything else."""
    return _bounce(letter, text) or _certainly_automatic(letter, text) or _perhaps_automatic(letter, text)


def is_reply(letter: Letter) -> bool:
    """Tell whether a mail answers another one; a forward does not."""
    if is_forward(letter):
        return False
    return bool(letter.in_reply_to or letter.references or _REPLY_PREFIX.match(letter.subject))


def is_forward(letter: Letter) -> bool:
    """Tell whether the subject says that a mail is passed on (VB:, Fwd:)."""
    return bool(_FORWARD_PREFIX.match(letter.subject))


def wants_to_leave(own_text: str) -> bool:
    """Tell whether a person asks to leave the register. Only for the person's own words, never for a form."""
    return bool(_LEAVES.search(own_text[:5000]))


def _types(letter: Letter) -> set[str]:
    return {part.content_type for part in letter.parts}


def _bounce(letter: Letter, text: str) -> Verdict | None:
    content_type = letter.header("content-type").lower()
    report = "multipart/report" in content_type and "delivery-status" in content_type
    if report or "message/delivery-status" in _types(letter) or letter.header("x-failed-recipients"):
        return Verdict(Kind.BOUNCE, 0.99)
    written = letter.header("from").lower()
    local = letter.sender or written.rpartition("<")[2].strip("> ")
    if _BOUNCE_SENDER.match(local) and _BOUNCE_TEXT.search(f"{letter.subject}\n{text[:3000]}"):
        return Verdict(Kind.BOUNCE, 0.95)
    return None


def _certainly_automatic(letter: Letter, text: str) -> Verdict | None:
    submitted = letter.header("auto-submitted").lower().split(";")[0].strip()
    if submitted.startswith(("auto-replied", "auto-notified")):
        return Verdict(Kind.AUTOMATIC, 0.98)
    if any(letter.header(name) for name in ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply")):
        return Verdict(Kind.AUTOMATIC, 0.95)
    if letter.header("precedence").lower().strip() in {"auto_reply", "auto-reply"}:
        return Verdict(Kind.AUTOMATIC, 0.95)
    if "disposition-notification" in letter.header(
        "content-type"
    ).lower() or "message/disposition-notification" in _types(letter):
        return Verdict(Kind.AUTOMATIC, 0.98)
    calendar = any(
        p.content_type == "text/calendar" and b"METHOD:REPLY" in p.content[:4000].upper() for p in letter.parts
    )
    if calendar or _CALENDAR_ANSWER.match(letter.subject) or _READ_RECEIPT.match(letter.subject):
        return Verdict(Kind.AUTOMATIC, 0.93)
    return Verdict(Kind.AUTOMATIC, 0.93) if _OUT_OF_OFFICE.match(_without_prefix(letter.subject)) else None


def _perhaps_automatic(letter: Letter, text: str) -> Verdict | None:
    """Say what is automatic unless it carries a form: web forms mark their mails so as well."""
    submitted = letter.header("auto-submitted").lower().strip()
    if submitted and submitted != "no":
        return Verdict(Kind.AUTOMATIC, 0.85, unless_form=True)
    bulk = letter.header("precedence").lower().strip() in {"bulk", "junk", "list"}
    if bulk or letter.header("list-id") or letter.header("list-unsubscribe") or letter.header("feedback-id"):
        return Verdict(Kind.AUTOMATIC, 0.85, unless_form=True)
    if is_reply(letter):
        # What an answer quotes was written by somebody else: by us, most often.
        text = own_words(letter)
    if _TICKET_TEXT.search(text[:2000]) and (
        _TICKET.search(f"{letter.subject}\n{text[:2000]}") or is_unattended(letter.sender)
    ):
        return Verdict(Kind.AUTOMATIC, 0.85, unless_form=True)
    away = len(text) < 1500 and _AWAY_TEXT.search(text)
    suppressed = letter.header("x-auto-response-suppress")
    return Verdict(Kind.AUTOMATIC, 0.75, unless_form=True) if away and suppressed else None


def is_unattended(address: str) -> bool:
    """Tell whether an address is one that nobody reads ("no-reply", "svara-ej", a web form)."""
    return bool(_UNATTENDED.search(address.partition("@")[0]))


_UNATTENDED = re.compile(
    r"no[-_.]?reply|do[-_.]?not[-_.]?reply|svara[-_.]?(?:ej|inte)|ej[-_.]?svar|noreply|formular|formulär|"
    r"webform|webb?form|robot|automat|notif|mailer-daemon|postmaster",
    re.I,
)


def _without_prefix(subject: str) -> str:
    return _REPLY_PREFIX.sub("", subject, count=1)
