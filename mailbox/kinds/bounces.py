"""Tell that a mail reports on the delivery of a letter of ours, and read out which letter, to whom, and how it ended.

Reports by RFC 3464 are read field by field; Exim, qmail and Swedish text reports by their words. Whoever can send mail
can write a report: what stands in one may be told to a person, and must never do more.
"""

import re
from collections.abc import Iterator

from medverkan.mailbox.mime import parse, text_of
from medverkan.mailbox.values import Bounce, Letter

_MAX_TEXT = 20_000
_MAX_GROUPS = 50
_STATUS_TYPES = frozenset(("message/delivery-status", "message/global-delivery-status"))
_RETURNED_TYPES = frozenset(
    ("message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers", "message/global-headers")
)
_FINE = frozenset(("delivered", "relayed", "expanded"))
_SENDER = re.compile(
    r"^(?:mailer[-_.]?daemon|postmaster|mail-?daemon|mail\.?delivery|bounces?|mdaemon|microsoftexchange)", re.IGNORECASE
)
_SENDER_NAME = re.compile(r"mail delivery (?:sub)?system|mail-?leverans|postsystem", re.IGNORECASE)
_SAYS_SO = re.compile(
    r"undeliver|delivery (?:status|failed|failure|has failed|to the following|incomplete|delayed)|failure notice|"
    r"delayed mail|delayed \d+ hours|has not (?:yet )?been delivered|returned (?:mail|to sender)|"
    r"could not be delivered|couldn.t be delivered|wasn.t able to deliver|mail delivery|mailbox (?:full|unavailable)|"
    r"user unknown|address not found|message blocked|rejected|går inte att leverera|(?:kunde|kan) (?:inte|"
    r"ej) levereras|"
    r"gick inte att leverera|ej levererat|inte levererat|inte leverera|olevererbart|oleverbart|leveransfel|returnerat|"
    r"fördröjd|försenad|har ännu inte (?:kunnat )?leverera|(?<![\d.])5\.\d\.\d{1,3}(?![\d.])",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"delayed|still being retried|not yet been delivered|will (?:continue|keep) (?:to )?try|delivery incomplete|"
    r"temporary (?:problem|failure)|fördröj|försen|försöker igen|ännu inte (?:kunnat )?leverera|nya försök",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[A-Za-z0-9._+~=/-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]?\d)")
_REPLY_CODE = re.compile(
    r"(?:^|[:;(>#]|said|code|error|smtp)[ \t]{0,8}([45]\d\d)(?=[ \t-])", re.IGNORECASE | re.MULTILINE
)
_MESSAGE_ID = re.compile(r"^[ \t>]{0,20}(?:x-)?(?:original-)?message-?id:\s{0,20}(<[^<>\s]{1,990}>)", re.I | re.M)
_COPY = re.compile(
    r"^[ \t]{0,4}-{3,}.{0,60}(?:copy of|below this line|original message|kopia|ursprungligt)", re.I | re.M
)
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]*(.*)")

Group = dict[str, str]


def is_report(letter: Letter, text: str) -> bool:
    """Tell whether a mail system reports on a delivery, good or bad."""
    content_type = letter.header("content-type").lower()
    if "multipart/report" in content_type and "delivery-status" in content_type:
        return True
    if any(part.content_type in _STATUS_TYPES for part in letter.parts) or letter.header("x-failed-recipients"):
        return True
    if any(name.lower() == "x-ms-exchange-message-is-ndr" for name, _ in letter.headers):
        return True
    written = letter.header("from")
    local = letter.sender or written.rpartition("<")[2].strip("> ")
    from_system = _SENDER.match(local) or _SENDER_NAME.search(written[:200]) or letter.header("return-path") == "<>"
    return bool(from_system and _SAYS_SO.search(f"{letter.subject}\n{text[:3000]}"))


def arrived(letter: Letter) -> bool:
    """Tell whether a report says of every recipient that the letter arrived."""
    actions = [group["action"] for group in _groups(letter) if "action" in group]
    return bool(actions) and all(
        action.lower().split()[:1] and action.lower().split()[0] in _FINE for action in actions
    )


def bounce_of(letter: Letter, text: str) -> Bounce:
    """Read one report. Total; what it does not say is "".

    Permanent is what no system tries any more: also a temporary hindrance (4.x.x) that ended in "failed".
    """
    groups = [group for group in _groups(letter) if "final-recipient" in group or "action" in group]
    told = min(groups, key=_worst_first, default=None)
    said = text[:_MAX_TEXT]
    copy = _COPY.search(said)
    notice = said[: copy.start()] if copy else said
    status = _status(told) if told else ""
    status = status or _status_in(notice)
    return Bounce(
        message_ids=tuple(dict.fromkeys(one for one in _ids(letter, said) if one != letter.message_id)),
        recipient=(_recipient(told) if told else "") or _recipient_in(letter, notice),
        permanent=_permanent(told, status, f"{letter.subject}\n{notice}"),
        status=status,
    )


def returned(letter: Letter) -> str:
    """Return what a report sends back of the letter it is about, as text; "" where it sends nothing back."""
    parts = (part for part in letter.parts if part.content_type in _RETURNED_TYPES)
    return "\n".join(text_of(part)[:_MAX_TEXT] for part in parts)[:_MAX_TEXT]


def _groups(letter: Letter) -> list[Group]:
    """Return the field groups of the status part, names in lower case (RFC 3464 2.1)."""
    part = next((part for part in letter.parts if part.content_type in _STATUS_TYPES), None)
    if part is None:
        return []
    groups: list[Group] = [{}]
    name = ""
    for line in text_of(part)[: _MAX_TEXT * 5].split("\n"):
        if not line.strip():
            if groups[-1] and len(groups) < _MAX_GROUPS:
                groups.append({})
            name = ""
        elif line[0] in " \t" and name:
            groups[-1][name] += " " + line.strip()
        elif match := _FIELD.match(line):
            name = match[1].lower()
            groups[-1].setdefault(name, match[2].strip())
    return groups


def _worst_first(group: Group) -> int:
    action = group.get("action", "").lower()
    return 0 if action.startswith("failed") else 1 if not action else 2 if action.startswith("delayed") else 3


def _recipient(group: Group) -> str:
    """Return the address that we wrote to: where it was passed on, the original one."""
    for name in ("original-recipient", "final-recipient"):
        match = _ADDRESS.search(group.get(name, "")[:1000])
        if match:
            return match[0].lower()
    return ""


def _recipient_in(letter: Letter, notice: str) -> str:
    own = {*letter.to, letter.sender, letter.header("from").lower()}
    for place in (letter.header("x-failed-recipients")[:1000], notice):
        for match in _ADDRESS.finditer(place):
            address = match[0].lower().rstrip(".")
            if address not in own and not _SENDER.match(address):
                return address
    return ""


def _status(group: Group) -> str:
    """Return the most telling code of a group: one that only says "failed" (5.0.0) gives way to the server's own."""
    diagnostic = group.get("diagnostic-code", "")[:2000]
    found = [match[1] for match in map(_STATUS.search, (group.get("status", "")[:100], diagnostic)) if match]
    telling = [status for status in found if not status.endswith(".0.0")]
    reply = _REPLY_CODE.search(diagnostic)
    return telling[0] if telling else reply[1] if reply else found[0] if found else ""


def _status_in(notice: str) -> str:
    match = _STATUS.search(notice) or _REPLY_CODE.search(notice)
    return match[1] if match else ""


def _permanent(told: Group | None, status: str, said: str) -> bool:
    action = told.get("action", "").lower() if told else ""
    if action:
        return action.startswith("failed")
    return not status.startswith("4") and (status.startswith("5") or not _DELAY.search(said))


def _ids(letter: Letter, said: str) -> Iterator[str]:
    """Yield the ids of letters that a report may be about, the most certain first."""
    for part in letter.parts:
        if part.content_type in _RETURNED_TYPES and (found := parse(part.content[: _MAX_TEXT * 5]).message_id):
            yield found
    for group in _groups(letter):
        for name in ("x-original-message-id", "original-message-id"):
            if match := re.search(r"<[^<>\s]{1,990}>", group.get(name, "")[:2000]):
                yield match[0]
    yield from (match[1] for match in _MESSAGE_ID.finditer(said))
    yield from letter.in_reply_to
    yield from reversed(letter.references)
