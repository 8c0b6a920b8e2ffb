"""Read attached documents, each in a child process that can be killed.

The parent never parses a document itself. What comes back is capped, and everything that goes wrong (a bomb, a crash,
a timeout, a file that is not what its name says) is one plain sentence.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import PurePath

from medverkan.mailbox.forms.rows import MAX_CELL, Row
from medverkan.mailbox.values import Part

TIMEOUT_S = 15
MAX_INPUT = 20 * 1024 * 1024
MAX_OUTPUT = 8 * 1024 * 1024

_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.ms-word.document.macroenabled.12": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "application/x-rtf": "rtf",
}
_SUFFIXES = {".docx": "docx", ".docm": "docx", ".dotx": "docx", ".odt": "odt", ".pdf": "pdf", ".rtf": "rtf"}
_UNREADABLE = frozenset((".doc", ".xls", ".xlsx", ".pages", ".zip", ".wps", ".tif", ".tiff"))
_MAGIC = ((b"%PDF-", "pdf"), (b"{\\rtf", "rtf"))


@dataclass(frozen=True, slots=True)
class Document:
    """What a document holds; `problem` is "" where it could be read."""

    rows: tuple[Row, ...] = ()
    problem: str = ""


def document_type(part: Part) -> str:
    """Return "docx", "odt", "pdf" or "rtf", "" for a part that is none of them."""
    suffix = PurePath(part.filename.lower()).suffix
    named = _TYPES.get(part.content_type) or _SUFFIXES.get(suffix, "")
    if named or part.content_type == "application/octet-stream" or suffix == ".doc":
        magic = next((kind for start, kind in _MAGIC if part.content.startswith(start)), "")
        return magic or named
    return ""


def is_unreadable(part: Part) -> bool:
    """Tell whether an attachment is a document of a kind that has no reader (old Word, a spreadsheet, an archive)."""
    return not part.inline and not document_type(part) and PurePath(part.filename.lower()).suffix in _UNREADABLE


def read_document(part: Part, timeout_s: float = TIMEOUT_S) -> Document:
    """Return the rows of an attached document. Total: what cannot be read is a problem, in Swedish."""
    kind = document_type(part)
    if not kind:
        return Document(problem="Bilagan är av ett slag som inte kan läsas.")
    if len(part.content) > MAX_INPUT:
        return Document(problem="Bilagan är för stor för att läsas.")
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-m", "medverkan.mailbox.documents.child", kind],
            input=part.content,
            capture_output=True,
            timeout=timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Document(problem="Bilagan tog för lång tid att läsa.")
    except OSError:
        return Document(problem="Bilagan kunde inte läsas just nu.")
    if done.returncode != 0 or len(done.stdout) > MAX_OUTPUT:
        return Document(problem="Bilagan gick inte att läsa.")
    return _decoded(done.stdout)


def _decoded(output: bytes) -> Document:
    try:
        rows = json.loads(output)["rows"]
        return Document(tuple(Row(tuple(str(c)[:MAX_CELL] for c in cells), int(table)) for table, cells in rows))
    except (ValueError, KeyError, TypeError):
        return Document(problem="Bilagan gick inte att läsa.")
