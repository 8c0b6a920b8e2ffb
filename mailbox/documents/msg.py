"""Open a mail in Outlook's own format (.msg): its text and its attachments ([MS-OXMSG])."""

import io
from collections.abc import Iterator

import olefile

from medverkan.mailbox.documents.archive import Member
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError

MAX_ATTACHMENTS = 20
MAX_STREAM = 20 * 1024 * 1024
BODY = "brevtexten"
# A property's number and type, in hexadecimal; 001F is UTF-16, 001E an 8-bit text, 0102 bytes.
_PROPERTY = "__substg1.0_"
_HTML, _TEXT, _DATA, _NAMES = "1013", "1000", "3701", ("3707", "3704", "3001")


def parts_of(content: bytes) -> Iterator[Member]:
    """Yield the mail's text, then its attachments. Raises UnreadableError."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            yield from _parts(container)
    except OSError as error:
        raise UnreadableError(Problem.OUTLOOK) from error


def _parts(container: "olefile.OleFileIO") -> Iterator[Member]:
    html, text = _bytes(container, "", _HTML), _text(container, "", _TEXT)
    if html:
        yield Member(BODY, html, "text/html")
    elif text:
        yield Member(BODY, text.encode(), "text/plain")
    storages = sorted({path[0] for path in container.listdir() if path[0].startswith("__attach_version1.0_")})
    for storage in storages[:MAX_ATTACHMENTS]:
        name = next((name for wanted in _NAMES if (name := _text(container, storage, wanted))), "")
        yield Member(name, _bytes(container, storage, _DATA))


def _bytes(container: "olefile.OleFileIO", storage: str, wanted: str) -> bytes:
    return _stream(container, storage, f"{wanted}0102") or _text(container, storage, wanted).encode()


def _text(container: "olefile.OleFileIO", storage: str, wanted: str) -> str:
    wide = _stream(container, storage, f"{wanted}001F").decode("utf-16-le", "replace")
    return wide or _stream(container, storage, f"{wanted}001E").decode("cp1252", "replace")


def _stream(container: "olefile.OleFileIO", storage: str, name: str) -> bytes:
    path = [storage, _PROPERTY + name] if storage else [_PROPERTY + name]
    if not container.exists(path) or container.get_size(path) > MAX_STREAM:
        return b""
    return bytes(container.openstream(path).read(MAX_STREAM))
