"""Build one outgoing letter for one recipient.

There is no parameter for further recipients, so no letter can carry a Bcc header or show one person's address to
another. Every header value built from input goes through `clean_header`; the same arguments give the same bytes.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, quote
from typing import Literal

from medverkan.mailbox.addresses import is_addr_spec
from medverkan.mailbox.values import GiveUpError

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_TEXT_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,250}>")
_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,80}")
_METHOD = re.compile(r"[A-Z]{3,20}")
_MAX_REFERENCES = 20


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file to send along."""

    filename: str
    content_type: str  # "text/calendar; method=REQUEST"; what is no type is sent as application/octet-stream
    content: bytes


def clean_header(value: str) -> str:
    """Make input safe in a header: no control characters, one line, at most 200 characters."""
    return " ".join(_CONTROLS.sub(" ", value).split())[:200].rstrip()


def compose(
    *,
    sender: str,
    sender_name: str,
    to: str,
    subject: str,
    text: str,
    message_id: str,
    date: datetime,
    reply_to: str = "",
    in_reply_to: str = "",
    references: Sequence[str] = (),
    attachments: Sequence[Attachment] = (),
    auto_submitted: Literal["auto-generated", "auto-replied"] = "auto-generated",
) -> bytes:
    """Return the letter as bytes with CRLF line ends. `date` is aware.

    Raises GiveUpError where an address, the Message-ID or the date cannot stand in a letter. RFC 3834 headers keep
    other robots from answering, X-Auto-Response-Suppress keeps Outlook from it.
    """
    _require(is_addr_spec(sender) and is_addr_spec(to) and (not reply_to or is_addr_spec(reply_to)), "en adress")
    _require(_MESSAGE_ID.fullmatch(message_id) is not None, "brevets id")
    _require(date.tzinfo is not None, "datumet")
    message = EmailMessage(policy=SMTP)
    message["Date"] = format_datetime(date)
    message["Auto-Submitted"] = auto_submitted
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(_clean_text(text), subtype="plain", charset="utf-8", cte="quoted-printable")
    for attachment in attachments:
        _attach(message, attachment)
    if message.is_multipart():
        # The library would draw a boundary at random; a digest of what makes the letter unique is as good.
        message.set_boundary("=_" + hashlib.sha256(message_id.encode()).hexdigest()[:40])
    lines = [
        f"From: {_name(sender_name)}<{sender}>",
        f"To: <{to}>",
        *([f"Reply-To: <{reply_to}>"] if reply_to else []),
        f"Subject: {_words(clean_header(subject))}",
        *_id_fields(message_id, in_reply_to, references),
        "Content-Language: sv",
    ]
    return "".join(line + "\r\n" for line in lines).encode("ascii") + message.as_bytes()


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise GiveUpError(f"Brevet kan inte skickas: {what} duger inte.")


def _clean_text(text: str) -> str:
    return _TEXT_CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _attach(message: EmailMessage, attachment: Attachment) -> None:
    kind, _, method = attachment.content_type.partition("; method=")
    kind = kind.lower()
    maintype, _, subtype = (kind if _TYPE.fullmatch(kind) else "application/octet-stream").partition("/")
    if maintype in {"multipart", "message"}:
        maintype, subtype = "application", "octet-stream"
    name = clean_header(re.split(r"[/\\]", attachment.filename)[-1]) or "bilaga"
    # Without its method, and in which charset it is, a calendar file is a file and no invitation (RFC 6047 2.4).
    params = {"method": method, "charset": "utf-8"} if _METHOD.fullmatch(method) else {}
    message.add_attachment(attachment.content, maintype=maintype, subtype=subtype, filename=name, params=params)


def _name(name: str) -> str:
    name = clean_header(name)
    if not name:
        return ""
    return f'"{quote(name)}" ' if name.isascii() and "=?" not in name else _words(name) + " "


def _words(value: str) -> str:
    """Fold a clean value into lines; the newer header classes of the library lose spaces between encoded words."""
    # Input that looks like an encoded word is encoded again, so that nobody's program decodes it into something else.
    charset = "us-ascii" if value.isascii() and "=?" not in value else "utf-8"
    return Header(value, charset, maxlinelen=76, header_name="Reply-To").encode(linesep="\r\n")


def _id_fields(message_id: str, in_reply_to: str, references: Sequence[str]) -> list[str]:
    """Write the id fields ourselves: the library turns ids longer than a line into encoded words, and threads break."""
    lines = [f"Message-ID: {message_id}"]
    if _MESSAGE_ID.fullmatch(in_reply_to):
        lines.append(f"In-Reply-To: {in_reply_to}")
    known = [reference for reference in references if _MESSAGE_ID.fullmatch(reference)]
    if known:
        # The first names the thread, the last ones place the letter in it (RFC 5322 3.6.4).
        kept = known if len(known) <= _MAX_REFERENCES else known[:1] + known[1 - _MAX_REFERENCES :]
        lines.append("References: " + "\r\n ".join(kept))
    return lines
