"""Read an attached picture: a form that was scanned or photographed.

A logo or a portrait is no form: what is smaller than a page, and what holds no text, gives nothing and no problem.
"""

import struct

from medverkan.mailbox.documents.ocr import rows_of_picture
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import Row

MIN_SHORT_SIDE, MIN_LONG_SIDE = 600, 800
MAX_PIXELS = 50_000_000
_SIZES = frozenset([*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)])


def rows_of_image(content: bytes) -> list[Row]:
    """Return what can be recognised, [] for a picture without text. Raises UnreadableError."""
    width, height = size_of(content)
    if width * height > MAX_PIXELS:
        raise UnreadableError(Problem.LARGE)
    if width and (min(width, height) < MIN_SHORT_SIDE or max(width, height) < MIN_LONG_SIDE):
        return []
    return rows_of_picture(content)


def size_of(content: bytes) -> tuple[int, int]:
    """Return width and height as a PNG or JPEG says, (0, 0) for other pictures and broken ones."""
    if content.startswith(b"\x89PNG") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    at = 2
    while content.startswith(b"\xff\xd8") and at + 9 < len(content) and content[at] == 0xFF:
        if content[at + 1] in _SIZES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return int(width), int(height)
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return 0, 0
