"""Parse one mail from its bytes into a `Letter`; the only place that reads MIME.

Total: any bytes give a Letter, and what could not be read stands in `Letter.problems`. The parts are cut top-down by a
linear scan of our own, because the standard library's parser recurses once per level and builds every one of 200 000
parts; here depth, number of parts and header size have limits.
"""

import quopri
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import pairwise

from medverkan.mailbox.addresses import display_name, mailboxes, one_mailbox
from medverkan.mailbox.charsets import decode
from medverkan.mailbox.headers import Content, Fields, base64_bytes, raw_text, readable, split_fields
from medverkan.mailbox.plaintext import html_text
from medverkan.mailbox.values import Letter, Part

MAX_DEPTH = 20
MAX_PARTS = 500
MAX_HEADER_BYTES = 256 * 1024
_MAX_IDS = 200

TOO_DEEP = "Brevets delar ligger i fler än 20 nivåer. De innersta lästes inte."
TOO_MANY = "Brevet har fler än 500 delar. Resten lästes inte."
LONG_HEADER = "Brevhuvudet är längre än 256 kB. Resten av det lästes inte."
NO_BOUNDARY = "Brevets delar går inte att skilja åt. Allt lästes som en enda text."
LOST_CHARACTERS = "Några tecken i texten gick inte att läsa."
LONG_PARAMETERS = "En bilagas beskrivning är orimligt lång och lästes bara delvis."

_CONTROLS = bytes({*range(32), 127} - {9})  # all but the tab, which may fold a line
# What servers write for machines holds no encoded words; to decode one would make a stranger's name out to be ours.
_AS_WRITTEN = frozenset({"authentication-results", "x-ms-exchange-organization-authas"})
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,990}>")


def parse(raw: bytes) -> Letter:
    """Read a mail. Total: never raises, whatever the bytes."""
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    raw, problems = _with_bounded_header(raw.lstrip(b"\r\n"))
    fields, body_at = split_fields(raw)
    cutter = _Cutter(problems)
    cutter.cut(fields, raw[body_at:])
    values = [(name, raw_text(value)) for name, value in fields]
    senders = [value for name, value in values if name.lower() == "from"]
    # A control character is taken out of what is read, but makes a From nobody's.
    strict = all(value == value.translate(None, _CONTROLS) for name, value in fields if name.lower() == "from")
    headers = tuple((name, value if name.lower() in _AS_WRITTEN else readable(value)) for name, value in values)
    written = _first_of(values)
    own_id = _ids(written.get("message-id", ""))
    return Letter(
        message_id=own_id[0] if own_id else _bracketed(written.get("message-id", "")),
        in_reply_to=_ids(written.get("in-reply-to", "")),
        references=_ids(written.get("references", "")),
        sender=one_mailbox(senders[0]) if strict and len(senders) == 1 else "",
        sender_name=readable(display_name(senders[0])) if senders else "",
        reply_to=one_mailbox(written.get("reply-to", "")),
        to=tuple(address for name, value in values if name.lower() == "to" for address in mailboxes(value)),
        subject=next((value for name, value in headers if name.lower() == "subject"), ""),
        date=_date(written.get("date", "")),
        headers=headers,
        parts=tuple(sorted(cutter.parts, key=lambda part: not part.inline)),
        problems=tuple(dict.fromkeys(problems)),
    )


# One mail is asked for its text by many; the last one only is remembered, for mails can be large.
@lru_cache(maxsize=1)
def plain_text(letter: Letter) -> str:
    """Return the best body as text with "\\n" line ends: text/plain, or else the HTML made readable; "" when none."""
    text = _bodies(letter, "text/plain")
    return text if text.strip() else html_text(html_of(letter))


def html_of(letter: Letter) -> str:
    """Return the HTML body, decoded; "" when there is none."""
    return _bodies(letter, "text/html")


def text_of(part: Part) -> str:
    """Return the text of one part with "\\n" line ends and without NUL."""
    text, _ = decode(part.content, part.charset)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _bodies(letter: Letter, content_type: str) -> str:
    return "\n".join(text_of(part) for part in letter.parts if part.inline and part.content_type == content_type)


def _with_bounded_header(raw: bytes) -> tuple[bytes, list[str]]:
    """Take the excess out of a header that is too long, and keep the body."""
    ends = [at + 2 for gap in (b"\n\n", b"\n\r\n") if (at := raw.find(gap)) >= 0]
    end = min(ends, default=len(raw))
    if end <= MAX_HEADER_BYTES:
        return raw, []
    keep = raw.rfind(b"\n", 0, MAX_HEADER_BYTES) + 1 or MAX_HEADER_BYTES
    return raw[:keep].rstrip(b"\r\n") + b"\n\n" + raw[end:].lstrip(b"\r\n"), [LONG_HEADER]


class _Cutter:
    """Collects the leaf parts of one mail; keeps count so that no mail can grow beyond the limits."""

    def __init__(self, problems: list[str]) -> None:
        self.parts: list[Part] = []
        self.problems = problems

    def cut(self, fields: Fields, body: bytes, depth: int = 0, default_type: str = "text/plain") -> None:
        """Cut one part into its leaves, or keep it as a leaf."""
        content = Content(fields, default_type)
        if content.cut:
            self.problems.append(LONG_PARAMETERS)
        if not content.type.startswith("multipart/"):
            self._keep(content, body)
            return
        pieces = _between_boundaries(body, content.parameter("boundary"))
        if pieces is None:
            self.problems.append(NO_BOUNDARY)
            self._keep(Content([], "text/plain"), body)
            return
        if depth >= MAX_DEPTH:
            self.problems.append(TOO_DEEP)
            return
        inner_default = "message/rfc822" if content.type == "multipart/digest" else "text/plain"
        for piece in pieces:
            if len(self.parts) >= MAX_PARTS:
                self.problems.append(TOO_MANY)
                return
            inner_fields, at = split_fields(piece[:MAX_HEADER_BYTES])
            self.cut(inner_fields, piece[at:], depth + 1, inner_default)

    def _keep(self, content: Content, body: bytes) -> None:
        filename = content.filename()
        charset = content.parameter("charset")[:40]
        inline = content.type in {"text/plain", "text/html"} and not content.attached and not filename
        body = _transfer_decoded(body, content.encoding)
        if inline and decode(body, charset)[1]:
            self.problems.append(LOST_CHARACTERS)
        if content.type == "text/plain" and content.parameter("format").lower() == "flowed":
            body = unflowed(body, delete_space=content.parameter("delsp").lower() == "yes")
        self.parts.append(Part(content.type, filename, charset, body, inline))


def _between_boundaries(body: bytes, boundary: str) -> list[bytes] | None:
    """Return what lies between the boundary lines, a little over the limit at most; None without any."""
    if not boundary:
        return None
    line = re.compile(rb"^--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]*\r?$", re.MULTILINE)
    marks: list[tuple[int, int]] = []
    closed = False
    for match in line.finditer(body):
        marks.append((match.start(), match.end() + 1))
        closed = match[1] is not None
        if closed or len(marks) > MAX_PARTS + 1:
            break
    if not marks:
        return None
    if not closed:
        marks.append((len(body), len(body)))
    # The line break before a boundary belongs to the boundary (RFC 2046 5.1.1).
    return [_without_line_break(body[start:end]) for (_, start), (end, _) in pairwise(marks)]


def _without_line_break(piece: bytes) -> bytes:
    return piece.removesuffix(b"\r\n") if piece.endswith(b"\r\n") else piece.removesuffix(b"\n")


def _transfer_decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        return base64_bytes(body)
    return quopri.decodestring(body) if encoding == "quoted-printable" else body


def unflowed(body: bytes, *, delete_space: bool = False) -> bytes:
    """Join the soft line breaks of format=flowed text (RFC 3676 4.2), each quote depth by itself."""
    lines: list[tuple[int, bytearray]] = []
    open_depth = -1
    for line in body.replace(b"\r\n", b"\n").split(b"\n"):
        text = line.lstrip(b">")
        depth = len(line) - len(text)
        text = text.removeprefix(b" ")
        if open_depth == depth and text != b"-- ":
            lines[-1][1].extend(text)
        else:
            lines.append((depth, bytearray(text)))
        flows = text.endswith(b" ") and text != b"-- "
        open_depth = depth if flows else -1
        if flows and delete_space:
            del lines[-1][1][-1]
    return b"\n".join(b">" * depth + (b" " if depth else b"") + text for depth, text in lines)


def _first_of(values: list[tuple[str, str]]) -> dict[str, str]:
    return {name.lower(): value for name, value in reversed(values)}


def _ids(value: str) -> tuple[str, ...]:
    # Some programs write an id that does not fit a line as an encoded word.
    return tuple(_MESSAGE_ID.findall(readable(value))[:_MAX_IDS])


def _bracketed(value: str) -> str:
    bare = value.strip("<> ")
    return f"<{bare}>" if bare and " " not in bare and len(bare) <= 990 else ""


def _date(value: str) -> datetime | None:
    """Read a Date value; one without a zone ("-0000") is taken as UTC."""
    try:
        date = parsedate_to_datetime(value[:200])
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).astimezone(date.tzinfo or UTC)
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None
