"""Read header fields from raw bytes: cut, unfold, decode RFC 2047 words and RFC 2231 parameters. Total and linear.

The standard library's header objects raise on real mail and are quadratic on hostile mail (16 000 encoded words),
so only its tolerant `compat32` message is used, for parameters, and on short values.
"""

import binascii
import quopri
import re
from email.message import Message

from medverkan.mailbox.charsets import decode, repair

_FIELD = re.compile(rb"([!-9;-~]{1,200})[ \t]*:[ \t]*(.*)", re.DOTALL)
_WORD = re.compile(r"=\?([A-Za-z0-9_.:+-]{1,40})(?:\*[A-Za-z0-9-]{0,20})?\?([bBqQ])\?([^?\r\n]{0,4000})\?=")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_UNSAFE_IN_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MAX_PARAMETERS = 8_000
# Most headers of a part are written so; any other is left to the standard library.
_TYPE = re.compile(r'([A-Za-z]+/[A-Za-z0-9.+-]+)((?:; *[A-Za-z-]+=(?:"[^"\\]*"|[A-Za-z0-9.+_-]+))*)')
_PARAMETER = re.compile(r'; *([A-Za-z-]+)=(?:"([^"]*)"|([^;]*))')
_NOT_BASE64 = bytes(range(256)).translate(None, b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

Fields = list[tuple[str, bytes]]


def split_fields(raw: bytes) -> tuple[Fields, int]:
    """Return the fields, values still folded, and where the body begins.

    A line that is no field ends the header, as if the empty line before the body were missing.
    """
    fields: Fields = []
    position = 0
    while position < len(raw):
        end = raw.find(b"\n", position)
        end = len(raw) if end < 0 else end + 1
        line = raw[position:end].rstrip(b"\r\n")
        if not line:
            return _joined(fields), end
        if line[:1] in b" \t" and fields:
            fields.append(("", line))
        elif match := _FIELD.fullmatch(line):
            fields.append((match[1].decode("ascii"), match[2]))
        elif position or not line.startswith((b"From ", b">From ")):
            return _joined(fields), position
        position = end
    return _joined(fields), position


def _joined(lines: Fields) -> Fields:
    """Put continuation lines, which carry no name, back on their field."""
    groups: list[tuple[str, list[bytes]]] = []
    for name, value in lines:
        if name:
            groups.append((name, [value]))
        else:
            groups[-1][1].append(value)
    return [(name, b"".join(values)) for name, values in groups]


def raw_text(value: bytes) -> str:
    """Return a value as text with its encoded words untouched and control characters taken out."""
    text = value.decode("ascii") if value.isascii() else decode(value)[0]
    return (text if text.isprintable() else _CONTROLS.sub(" ", text)).strip()


def readable(value: str) -> str:
    """Decode the RFC 2047 words of a value; neighbours of one charset are joined before decoding."""
    if "=?" not in value:
        return value
    pieces: list[str] = []
    pending, pending_charset, end = bytearray(), "", 0
    for word in _WORD.finditer(value):
        between = value[end : word.start()]
        charset, encoded = word[1].lower(), _word_bytes(word[2], word[3])
        if pending_charset and (between.strip() or charset != pending_charset):
            pieces.append(decode(bytes(pending), pending_charset)[0])
            pending.clear()
        if between.strip() or not end:
            pieces.append(between)
        pending += encoded
        pending_charset, end = charset, word.end()
    if pending_charset:
        pieces.append(decode(bytes(pending), pending_charset)[0])
    pieces.append(value[end:])
    # What was hidden in the words may hold line breaks: a header value must never carry one onwards.
    return repair(_CONTROLS.sub(" ", "".join(pieces)).strip())


def _word_bytes(encoding: str, text: str) -> bytes:
    content = text.encode("utf-8", "replace")
    return base64_bytes(content) if encoding in "bB" else quopri.decodestring(content, header=True)


def base64_bytes(content: bytes) -> bytes:
    """Decode base64 with whatever junk, missing padding or cut end it has."""
    clean = content.translate(None, _NOT_BASE64)
    if len(clean) % 4 == 1:
        clean = clean[:-1]
    try:
        return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))
    except binascii.Error:
        return b""


class Content:
    """What the Content-* fields of one part say, with defaults for all that is absent or unreadable."""

    def __init__(self, fields: Fields, default_type: str = "text/plain") -> None:
        """Read the first field of each name; parameters beyond 8 kB are not looked at."""
        first = {name.lower(): value for name, value in reversed(fields)}
        self._parameters: dict[str, dict[str, str | tuple[str | None, str | None, str]]] = {}
        self.attached = self.cut = False
        self.type = default_type
        self.encoding = raw_text(first.get("content-transfer-encoding", b"")[:100]).lower()
        if "content-type" in first and (plain := _TYPE.fullmatch(self._written(first["content-type"]))):
            self.type = plain[1].lower()
            found = _PARAMETER.findall(plain[2])
            self._parameters["content-type"] = {name.lower(): quoted or bare for name, quoted, bare in reversed(found)}
        elif "content-type" in first:
            message = self._read("content-type", first["content-type"])
            message.set_default_type(default_type)
            self.type = message.get_content_type()
        if "content-disposition" in first:
            message = self._read("content-disposition", first["content-disposition"])
            self.attached = message.get_content_disposition() == "attachment"

    def _written(self, value: bytes) -> str:
        self.cut = self.cut or len(value) > _MAX_PARAMETERS
        return raw_text(value[:_MAX_PARAMETERS])

    def _read(self, name: str, value: bytes) -> Message:
        """Return a message with one header, and keep its parameters, the first of each name; none that are broken."""
        message = Message()
        message[name] = self._written(value)
        try:
            found = message.get_params([], name)
        except (ValueError, TypeError, IndexError, LookupError):
            found = []
        self._parameters[name] = {key.lower(): value for key, value in reversed(found)}
        return message

    def parameter(self, name: str, header: str = "content-type") -> str:
        """Return a parameter decoded by RFC 2231 or RFC 2047, "" where it is absent or cannot be read."""
        value = self._parameters.get(header, {}).get(name, "")
        if isinstance(value, tuple):
            value = decode(value[2].encode("latin-1", "replace"), value[0] or "")[0]
        return readable(str(value))

    def filename(self) -> str:
        """Return the name of the file without folders, controls and direction marks; "" where there is none."""
        name = self.parameter("filename", "content-disposition") or self.parameter("name")
        return re.split(r"[/\\]", _UNSAFE_IN_NAMES.sub("", name))[-1].strip()[:200] if name else ""
