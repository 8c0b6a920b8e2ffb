"""Whether two texts of a mail are the same letter, though not the same bytes.

Some servers make a mail's MIME form anew each time it is fetched, with other boundaries. That is enough to move it,
which a person can undo; it is not enough to delete it.
"""

import re

LOOKED_AT = 262_144
_FOLD = re.compile(rb"\r?\n[ \t]+")
_TELLING = re.compile(rb"^(message-id|date|from|subject)[ \t]*:([^\r\n]*)", re.IGNORECASE | re.MULTILINE)


def is_same_letter(one: bytes, other: bytes) -> bool:
    """Tell whether both bear one Message-ID, and are of one sender, date and subject."""
    told = _telling(one)
    return any(name == b"message-id" and value for name, value in told) and told == _telling(other)


def _telling(raw: bytes) -> list[tuple[bytes, bytes]]:
    head = raw[:LOOKED_AT].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return [(name.lower(), value.strip()) for name, value in _TELLING.findall(_FOLD.sub(b" ", head))]
