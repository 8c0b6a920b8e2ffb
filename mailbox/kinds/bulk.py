"""Know newsletters, automatic receipts and spam by their words, where no header says what they are."""

import re

from medverkan.mailbox.values import Letter

_MAX_TEXT = 8_000
_TICKET = re.compile(
    r"(?:\bärende(?:nummer|t|id)?|\bticket|\bcase|\bsupport|\brequest|\bdiarienummer|\bdnr)\s{0,3}(?:id|nr|"
    r"nummer)?\s{0,3}[:#\[(-]{0,3}\s{0,3}"
    r"[A-Z]{0,4}-?\d{3,}|\[#[\w-]{2,20}\]|\[[A-Z]{2,6}-\d+\]|\b(?:INC|REQ|RITM|SR|CS)\d{5,}|\b(?:ärende|nummer|"
    r"nr)\b[^.\n]{0,30}\b\d{4,}",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    r"\b(?:vi har (?:nu )?(?:tagit )?(?:emot|mottagit) (?:ditt|er[ta]?|din)|(?:ditt|din) (?:ärende|meddelande|mejl|"
    r"mail|fråga|felanmälan|"
    r"förfrågan|begäran|synpunkt)[^.\n]{0,30} har (?:nu )?(?:registrerats|tagits emot|mottagits|skapats|kommit fram|"
    r"kommit in|inkommit|"
    r"fått (?:ärende)?nummer|tilldelats|stängts|avslutats|lösts)|ärende[^.\n]{0,30} har (?:skapats|registrerats|"
    r"stängts|uppdaterats|"
    r"tilldelats)|your (?:request|ticket|message|case|enquiry|inquiry)[^.\n]{0,30} has been (?:received|registered|"
    r"created|opened|"
    r"resolved|closed)|a ticket has been)",
    re.IGNORECASE,
)
_NO_REPLY = re.compile(
    r"\bgår (?:inte|ej) att (?:svara på|besvara)|\b(?:kan|ska|bör) (?:inte|ej) besvaras|\bsvara (?:inte|"
    r"ej) på (?:det här|detta)|"
    r"\bdo not reply|\bautogenererat|\bautomatiskt (?:genererat|utskick|skapat|skickat)",
    re.IGNORECASE,
)
_SELF_SAID = re.compile(
    r"\b(?:detta|det här|this) (?:är|is) (?:ett|en|an) (?:automat\w+|autogenerera\w+|auto-generated|"
    r"automated) ?(?:genererat |skickat |"
    r"e-?post)?-?(?:svar\w*|meddelande|mejl|mail|utskick|bekräftelse|kvittens|notifiering|kvitto|reply|message|"
    r"confirmation|response|"
    r"notification|e-?mail)",
    re.IGNORECASE,
)
_UNSUBSCRIBE = re.compile(
    r"\bavregistrera (?:dig|er)\b|\bavprenumerera|\bavsluta (?:din |er )?prenumeration\w*|\bavanmäl dig (?:här|från)|"
    r"\bunsubscribe\b|"
    r"\bavregistrering (?:från|av) (?:nyhetsbrev|utskick)|\b(?:vill du|om du) (?:inte|"
    r"slippa)[^.\n]{0,40}(?:nyhetsbrev|utskick)|"
    r"\bmanage (?:your )?(?:preferences|subscription)|\bändra dina inställningar för utskick",
    re.IGNORECASE,
)
_NEWSLETTER = re.compile(
    r"https?://|\bnyhetsbrev|\bnewsletter|\bwebbläsare|\bin your browser|\bklicka här|\bläs mer|\bboka (?:nu|plats)|"
    r"\butskick",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\bSCL:(\d)\b|\bCAT:(SPM|PHSH|HPHISH|HPHSH|HSPM|MALW|SPOOF|BULK)", re.IGNORECASE)
_LURES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bseo\b|backlink|guest post|website ranking|first page of google|web(?:site)? design service|"
        r"digital marketing|domain authority|"
        r"rank(?:ing)? on google|leads? generation|high da\b",
        r"price list|interested\?|cost[- ]effective|affordable|our (?:services|products)|best price|discount|"
        r"erbjudande|rabatt|special offer",
        r"you have won|lottery|jackpot|inheritance|next of kin|million (?:usd|dollars|euro)|\d,000,000|du har vunnit|"
        r"arv på|miljoner",
        r"bank account details|claim (?:your|the)|western union|wire transfer|beneficiary|business proposal|gift card|"
        r"presentkort",
        r"bitcoin|krypto|crypto|forex|garanterad avkastning|passiv inkomst|tjäna pengar|investera|casino|free spins|"
        r"snabblån|sms-lån",
        r"verify your (?:account|password|identity|mailbox)|bekräfta ditt konto|password (?:expires|will expire)|"
        r"lösenord (?:går ut|upphör)|"
        r"storage is full|mailbox (?:is )?(?:full|quota)|kontot (?:har )?(?:spärrats|stängs)|your account (?:has been|"
        r"will be)",
        r"ditt paket|your (?:parcel|package)|tullavgift|leveransavgift|obetald faktura|postnord|customs fee",
        r"click here|klicka här|klicka på länken|genom att klicka|click (?:the|this) (?:link|button)|log ?in here|"
        r"logga in här",
        r"viagra|cialis|weight loss|gå ner i vikt|enlargement|dating|hot singles|pills",
    )
)  # fmt: skip
_LURES_LEAST = 2
# One of these is in all that `_SELF_SAID`, `_NO_REPLY` and `_UNSUBSCRIBE` find, in small letters.
_OF_SELF_SAID = ("auto",)
_OF_NO_REPLY = ("svara", "reply", "auto")
_OF_UNSUBSCRIBE = (
    "avregistrer", "avprenumer", "prenumeration", "avanmäl", "unsubscribe", "nyhetsbrev", "utskick", "preferences",
    "subscription",
)  # fmt: skip


def is_receipt(letter: Letter, own: str, *, unattended: bool) -> bool:
    """Tell whether a system acknowledges what it was sent, by words; `unattended` where nobody reads the sender."""
    said = f"{letter.subject}\n{own[:2000]}"
    small = said.lower()
    if _holds(small, _OF_SELF_SAID) and _SELF_SAID.search(said):
        return True
    no_reply = _holds(small, _OF_NO_REPLY) and bool(_NO_REPLY.search(said))
    if not no_reply and not _REGISTERED.search(said):
        return False
    return unattended or bool(_TICKET.search(said)) or (no_reply and bool(_REGISTERED.search(said)))


def is_newsletter(letter: Letter, own: str) -> bool:
    """Tell whether the words are those of a newsletter: a way out for its readers, and links or calls to read on."""
    words = own if len(own) <= _MAX_TEXT else f"{own[:_MAX_TEXT]}\n{own[-_MAX_TEXT:]}"
    said = f"{letter.subject}\n{words}"
    return _holds(said.lower(), _OF_UNSUBSCRIBE) and bool(_UNSUBSCRIBE.search(said) and _NEWSLETTER.search(said))


def _holds(text: str, stems: tuple[str, ...]) -> bool:
    return any(stem in text for stem in stems)


def is_spam_like(letter: Letter, text: str) -> bool:
    """Tell whether a filter calls it spam, or its words do."""
    if letter.header("x-spam-flag").strip().lower() == "yes" or letter.header("x-spam-status").lower().startswith(
        "yes"
    ):
        return True
    level = letter.header("x-ms-exchange-organization-scl").strip()
    if level.isdecimal() and int(level) >= 5:
        return True
    for name in ("x-forefront-antispam-report", "x-microsoft-antispam"):
        for match in _LEVEL.finditer(letter.header(name)[:4000]):
            if match[2] or int(match[1]) >= 5:
                return True
    said = f"{letter.subject}\n{text[:_MAX_TEXT]}"
    return sum(bool(lure.search(said)) for lure in _LURES) >= _LURES_LEAST
