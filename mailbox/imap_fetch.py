"""Asking the selected folder what is in it, within bounds: sizes first, then as much as one answer may hold.

Nothing here marks a mail as read (always PEEK) or asks for ENVELOPE, which some servers choke on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError

from medverkan.mailbox.imap_asking import OddAnswerError, fetch, present, search
from medverkan.mailbox.removal import is_there

HEADER_LIMIT = 262_144  # bytes of header kept of an over-large mail
TOO_LARGE = b"X-Medverkan-Too-Large"
LOOKED_THROUGH = 500  # mails of a folder in which one without a Message-ID is looked for
# Only what can stand in a SEARCH as it is; the newest of those that bear it, which anybody may have written.
_MESSAGE_ID = re.compile(
    rb"^Message-ID:[ \t]*(?:\r?\n[ \t]+)?(<[!#-\[\]-~]{1,250}>)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
_ALIKE = 50

IMAPClient = Any  # imapclient carries no types


def all_uids(client: IMAPClient) -> list[int]:
    """Return every UID of the selected folder, ascending, as of now. Raises ValueError for what can be no UID."""
    return sorted(present(client))


def sizes(client: IMAPClient, uids: Sequence[int]) -> dict[int, int]:
    """Return the size in bytes of those of the mails that still are there."""
    answer = _fetch(client, uids, ["RFC822.SIZE"])
    found = {uid: item[b"RFC822.SIZE"] for uid, item in sorted(answer.items()) if b"RFC822.SIZE" in item}
    if not all(isinstance(size, int) for size in found.values()):
        raise ValueError("no size")
    return found


def likely(client: IMAPClient, raw: bytes, most_bytes: int) -> dict[int, int]:
    """Return size by UID, newest first, of the mails of the selected folder that may have these very bytes.

    An over-large one is known as `raw` in its cut form.
    """
    client.noop()
    head = raw[:HEADER_LIMIT].partition(b"\r\n\r\n")[0]
    if own_id := _MESSAGE_ID.search(head):
        uids = sorted(search(client, "HEADER", "Message-ID", f'"{own_id[1].decode("ascii")}"'), reverse=True)
        return _newest_first(sizes(client, uids[:_ALIKE]))
    found = sizes(client, sorted(present(client), reverse=True)[:LOOKED_THROUGH])
    return _newest_first({uid: size for uid, size in found.items() if size == len(raw) or size > most_bytes})


def _newest_first(sizes: Mapping[int, int]) -> dict[int, int]:
    return dict(sorted(sizes.items(), reverse=True))


def groups(sizes: Mapping[int, int], most_bytes: int) -> Iterator[list[int]]:
    """Yield the UIDs in groups of at most `most_bytes`; a mail larger than that comes alone."""
    group: list[int] = []
    total = 0
    for uid, size in sizes.items():
        if group and total + size > most_bytes:
            yield group
            group, total = [], 0
        group.append(uid)
        total += size
    if group:
        yield group


def bodies(client: IMAPClient, uids: Sequence[int]) -> list[tuple[int, bytes]]:
    """Return the bytes of those of the mails that still are there."""
    answer = _fetch(client, uids, ["BODY.PEEK[]"])
    found = [(uid, item[b"BODY[]"]) for uid, item in sorted(answer.items()) if item.get(b"BODY[]") is not None]
    # A mail of digits alone may come as a number; no server sends one so.
    if not all(isinstance(raw, bytes) for _, raw in found):
        raise ValueError("no mail")
    return found


def header_only(client: IMAPClient, uid: int, size: int) -> list[tuple[int, bytes]]:
    """Return that mail cut to its header, with a line on top that tells its size; [] when it has vanished."""
    answer = _fetch(client, [uid], [f"BODY.PEEK[HEADER]<0.{HEADER_LIMIT}>"])
    return [(uid, cut(item.get(b"BODY[HEADER]<0>") or b"", size)) for uid, item in answer.items()]


def cut(header: bytes, size: int) -> bytes:
    """Return the over-large mail that is handed on instead: the mark, and the whole lines of its header."""
    head = header[:HEADER_LIMIT].partition(b"\r\n\r\n")[0]
    if len(header) >= HEADER_LIMIT:
        head = head.rpartition(b"\r\n")[0]
    head = head.strip(b"\r\n")
    return b"%s: %d\r\n%s%s\r\n" % (TOO_LARGE, size, head, b"\r\n" if head else b"")


def _fetch(client: IMAPClient, uids: Sequence[int], items: Sequence[str]) -> dict[int, Any]:
    if not uids:
        return {}
    try:
        return fetch(client, uids, items)
    except IMAPClientAbortError:
        raise
    except IMAPClientError as error:
        # A server may answer NO for all of them because one has vanished (RFC 2180 4.1).
        if len(uids) > 1:
            return {uid: item for one in uids for uid, item in _fetch(client, [one], items).items()}
        if is_there(client, uids[0]):
            raise OddAnswerError("Servern lämnar inte ut ett mejl som ligger i mappen.") from error
        return {}
