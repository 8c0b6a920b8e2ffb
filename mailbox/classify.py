"""Tell machine mail, replies and forwards apart by headers, subject and words, before any form is looked for.

Headers are written by whoever sends, so nothing here causes more than a mail being left alone or put aside. A web form
may mark its mails as auto-generated or bulk: only what answers by itself (auto-replied) is certain to be no form.
"""

import re
from dataclasses import dataclass

from medverkan.mailbox.kinds import away, bounces, bulk, calendars
from medverkan.mailbox.kinds.farewells import Leaver, leaver
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Kind, Letter

_READ_RECEIPT = re.compile(
    r"^\s*(?:läst|oläst|läskvitto(?: \([a-zåäö]{1,20}\))?|levererat|borttaget|borttagen|vidarebefordrat läskvitto|"
    r"read|not read|delivered|"
    r"deleted|return receipt(?: \([a-z]{1,20}\))?|read receipt|kvittens|mottagningskvitto|leveranskvitto)\s*:",
    re.IGNORECASE,
)
_REPLY_PREFIX = re.compile(r"^\s*(?:re|sv|aw|vs|ang|svar)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_FORWARD_PREFIX = re.compile(r"^\s*(?:vb|fwd?|vbf|vidarebefordrat|vidarebef|vs)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_UNATTENDED = re.compile(
    r"no[-_.]?reply|do[-_.]?not[-_.]?reply|svara[-_.]?(?:ej|inte)|ej[-_.]?svar|noreply|formular|formulär|"
    r"webb?form|webbplats|website|webmaster|www-data|wordpress|drupal|e-?tj[aä]nst|eservice|blankett|enkat|survey|"
    r"^forms?$|^svar$|aviser|robot|automat|notif|mailer-daemon|postmaster",
    re.IGNORECASE,
)
_AUTO_REPLY_HEADERS = frozenset((
    "x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-autoreply-from", "x-vacation",
))  # fmt: skip
_LIST_HEADERS = frozenset((
    "list-id", "list-unsubscribe", "x-campaign", "x-campaignid", "x-mailgun-tag", "list-post",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind with how sure it is; `unless_form` where a form in the mail overrules it."""

    kind: Kind
    confidence: float
    unless_form: bool = False


def certain_machine_mail(letter: Letter, text: str) -> Verdict | None:
    """Return what is machine mail whatever else it holds: reports of delivery, and what says of itself that it is."""
    if bounces.is_report(letter, text):
        return Verdict(Kind.AUTOMATIC if bounces.arrived(letter) else Kind.BOUNCE, 0.98)
    return _certainly_automatic(letter)


def is_reply(letter: Letter) -> bool:
    """Tell whether a mail answers another one; a forward does not."""
    if is_forward(letter):
        return False
    return bool(letter.in_reply_to or letter.references or _REPLY_PREFIX.match(letter.subject))


def is_forward(letter: Letter) -> bool:
    """Tell whether the subject says that a mail is passed on (VB:, Fwd:)."""
    return bool(_FORWARD_PREFIX.match(letter.subject))


def is_bulk(letter: Letter) -> bool:
    """Tell whether headers say that a mail was sent to many: a newsletter, a list."""
    if letter.header("precedence").lower().strip() in {"bulk", "junk", "list"}:
        return True
    return letter.has_any(_LIST_HEADERS)


def wants_to_leave(own_text: str) -> bool:
    """Tell whether a person asks to leave the register. Only for the person's own words, never for a form."""
    return leaver(own_text) is Leaver.WRITER


def is_unattended(address: str) -> bool:
    """Tell whether an address is one that nobody reads ("no-reply", "svara-ej", a web form)."""
    return bool(_UNATTENDED.search(address.partition("@")[0]))


def _certainly_automatic(letter: Letter) -> Verdict | None:
    submitted = letter.header("auto-submitted").lower().split(";")[0].strip()
    if submitted.startswith(("auto-replied", "auto-notified")):
        return Verdict(Kind.AUTOMATIC, 0.98)
    if letter.has_any(_AUTO_REPLY_HEADERS):
        return Verdict(Kind.AUTOMATIC, 0.95)
    if letter.header("precedence").lower().strip() in {"auto_reply", "auto-reply"}:
        return Verdict(Kind.AUTOMATIC, 0.95)
    if _is_read_receipt(letter):
        return Verdict(Kind.AUTOMATIC, 0.98)
    if calendars.is_answer(letter) or _READ_RECEIPT.match(letter.subject):
        return Verdict(Kind.AUTOMATIC, 0.93)
    return Verdict(Kind.AUTOMATIC, 0.93) if away.says_away_in_subject(letter.subject) else None


def _is_read_receipt(letter: Letter) -> bool:
    types = {part.content_type for part in letter.parts}
    report = "disposition-notification" in letter.header("content-type").lower()
    return report or "message/disposition-notification" in types


def likely_machine_mail(letter: Letter, text: str) -> Verdict | None:
    """Return what is machine mail unless it carries a form: web forms mark their mails so as well."""
    submitted = letter.header("auto-submitted").lower().strip()
    if submitted and submitted != "no":
        return Verdict(Kind.AUTOMATIC, 0.85, unless_form=True)
    if is_bulk(letter):
        return Verdict(Kind.AUTOMATIC, 0.85, unless_form=True)
    if is_forward(letter):
        return None
    # What an answer quotes was written by somebody else: by us, most often.
    own = own_words(letter) if is_reply(letter) else text
    if bulk.is_receipt(letter, own, unattended=is_unattended(letter.sender)):
        return Verdict(Kind.AUTOMATIC, 0.85, unless_form=True)
    if away.says_away(own):
        return Verdict(Kind.AUTOMATIC, 0.8, unless_form=True)
    if not is_reply(letter) and bulk.is_newsletter(letter, own):
        return Verdict(Kind.AUTOMATIC, 0.8, unless_form=True)
    return None
