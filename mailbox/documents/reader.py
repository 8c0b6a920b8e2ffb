"""Read attached documents, each in a child process that can be killed.

The parent never parses a document itself. What comes back is capped, and everything that goes wrong (a bomb, a crash,
a timeout, a file that is not what its name says) is one plain sentence.
"""

import json
from dataclasses import dataclass
from typing import Any

from medverkan.mailbox.documents.frames import Request
from medverkan.mailbox.documents.kinds import has_no_reader, is_worth_reading
from medverkan.mailbox.documents.problems import Problem, sentence
from medverkan.mailbox.documents.warm import WorkerDiedError, ask
from medverkan.mailbox.forms.finding.rows import MAX_CELL, MAX_ROWS, Row
from medverkan.mailbox.values import Part

# Time on the clock, against what waits instead of working; work itself is limited in the child (child.CPU_S).
TIMEOUT_S = 60
MAX_INPUT = 20 * 1024 * 1024
MAX_DOCUMENTS = 20
MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Document:
    """What a document holds. `problem` is "" where it could be read, or else one Swedish sentence."""

    rows: tuple[Row, ...] = ()
    problem: str = ""
    name: str = ""  # as the lead would know it: "förfrågan.docx", "arkiv.zip: förfrågan.docx"
    scanned: bool = False  # read from a picture: words can be wrong, and boxes are lost


def is_document(part: Part) -> bool:
    """Tell whether an attachment is worth a call of `read_documents`: a document, or a picture as large as a page."""
    return not part.inline and is_worth_reading(part.filename, part.content_type, part.content)


def is_unreadable(part: Part) -> bool:
    """Tell whether an attachment is a document of a kind that has no reader; `read_documents` says so in Swedish."""
    return not part.inline and not is_document(part) and has_no_reader(part.filename, part.content)


def read_documents(part: Part, timeout_s: float = TIMEOUT_S) -> tuple[Document, ...]:
    """Return what an attachment holds: one document, several for a container, none for a picture without text.

    Total: what cannot be read is a problem, in Swedish.
    """
    name = part.filename.strip()[:MAX_NAME]
    if len(part.content) > MAX_INPUT:
        return (Document(problem=sentence(Problem.LARGE), name=name),)
    if not is_document(part):
        return (Document(problem=sentence(Problem.KIND), name=name),)
    try:
        request = Request(name, part.content_type[:MAX_NAME], len(part.content), timeout_s)
        return _decoded(ask(request, part.content), name)
    except TimeoutError:
        return (Document(problem=sentence(Problem.SLOW), name=name),)
    except (WorkerDiedError, OSError):
        return (Document(problem=sentence(Problem.BUSY), name=name),)
    except Exception:  # noqa: BLE001 - the promise of this function; what answered has touched hostile bytes
        return (Document(problem=sentence(Problem.BROKEN), name=name),)


def _decoded(answer: bytes, name: str) -> tuple[Document, ...]:
    found = json.loads(answer)
    if found.get("problem"):
        return (Document(problem=sentence(str(found["problem"])), name=name),)
    return tuple(_document(one, name) for one in found["documents"][:MAX_DOCUMENTS])


def _document(found: dict[str, Any], outer: str) -> Document:
    rows = tuple(
        Row(tuple(str(cell)[:MAX_CELL] for cell in cells), int(table), strong=bool(strong))
        for table, cells, *strong in found["rows"][:MAX_ROWS]
    )
    inner = str(found["name"])[:MAX_NAME]
    name = f"{outer}: {inner}" if outer and inner else outer or inner
    return Document(rows, sentence(str(found["problem"])), name, bool(found["scanned"]))
