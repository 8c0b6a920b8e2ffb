"""Open winmail.dat, in which Outlook wraps what others send as text and attachments."""

import contextlib
import logging
from collections.abc import Iterator

from tnefparse import TNEF
from tnefparse.properties import MAPI_BODY_HTML

from medverkan.mailbox.documents.archive import Member

MAX_ATTACHMENTS = 20
BODY = "brevtexten"


def parts_of(content: bytes) -> Iterator[Member]:
    """Yield the body, as HTML, RTF or text, and then the attachments. Raises what the library makes of broken bytes."""
    # The library logs names and texts of what it does not know.
    logging.disable(logging.CRITICAL)
    wrapped = TNEF(content, do_checksum=False)
    if body := _body(wrapped):
        yield body
    for attachment in wrapped.attachments[:MAX_ATTACHMENTS]:
        name = ""
        with contextlib.suppress(UnicodeDecodeError, AttributeError):
            name = str(attachment.long_filename()).strip("\0")
        yield Member(name, bytes(attachment.data))


def _body(wrapped: TNEF) -> Member | None:
    html = wrapped.htmlbody or next((p.data for p in wrapped.mapiprops if p.name == MAPI_BODY_HTML), b"")
    if html:
        data = html if isinstance(html, bytes) else str(html).encode()
        return Member(BODY, data, "text/html")
    with contextlib.suppress(Exception):
        if rtf := wrapped.rtfbody:
            return Member(BODY, bytes(rtf), "text/rtf")
    if text := wrapped.body:
        data = text if isinstance(text, bytes) else str(text).encode()
        return Member(BODY, data, "text/plain")
    return None
