"""A document of ours with its blanks filled in: {{name}} in a Word file becomes what is given, nothing else changes.

A blank must be written in one go in Word: one that is typed in pieces is split in the file, and a test says so.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from medverkan.mailbox.personal_numbers import masked

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BLANK = re.compile(r"\{\{(\w+)\}\}")
_BODY = "word/document.xml"
# What XML cannot hold, whatever somebody has written.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The same content makes the same bytes, whenever it is filled in.
_WHEN = (2026, 1, 1, 0, 0, 0)


# A line of a value ends the text that the blank stands in, and begins another below it.
_NEW_LINE = '</w:t><w:br/><w:t xml:space="preserve">'


def filled(template: Path, values: Mapping[str, str]) -> bytes:
    """Return the Word file with every blank filled in, line for line. Raises KeyError for a blank without a value."""
    held = io.BytesIO()
    with zipfile.ZipFile(template) as blank, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as whole:
        for entry in blank.infolist():
            content = blank.read(entry)
            if entry.filename == _BODY:
                content = _BLANK.sub(lambda found: _text(values[found[1]]), content.decode()).encode()
            whole.writestr(zipfile.ZipInfo(entry.filename, _WHEN), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _text(value: str) -> str:
    clean = masked(_FORBIDDEN.sub("", value).replace("\r", ""))
    return _NEW_LINE.join(escape(" ".join(line.split())) for line in clean.strip().split("\n"))
