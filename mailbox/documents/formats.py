"""Which reader reads which document. Imported only by the processes that read; each reader is loaded when needed."""

import importlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from medverkan.mailbox.documents import archive
from medverkan.mailbox.documents.archive import Member
from medverkan.mailbox.documents.kinds import MIN_IMAGE, has_no_reader, kind_of, magic_of, suffix_of
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.prompts import without_prompts
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import MAX_ROWS, Row

MAX_MEMBERS = 10
_WARMED_UP = ("docx", "pdf")
_MAX_DEPTH = 2
_CONTAINERS = {"zip": "archive", "tnef": "tnef", "msg": "msg"}
_READERS = {
    "docx": "docx", "odt": "odt", "xlsx": "xlsx", "pdf": "pdf", "rtf": "rtf", "text": "texts", "html": "texts",
    "doc": "doc",
}  # fmt: skip
_LOADED_AHEAD = {
    "pdf": ("documents.pdf",),
    "ole": ("documents.doc", "documents.word97"),
    "rtf": ("documents.rtf",),
    "text": ("documents.texts",),
    "html": ("documents.texts", "forms.finding.html"),
    ".xlsx": ("documents.xlsx",),
    ".odt": ("documents.odt",),
}
# Names in the directory of an OLE container, which is written in UTF-16.
_IN_OLE = (("EncryptedPackage", Problem.PASSWORD), ("__substg1.0_", "msg"), ("WordDocument", "doc"))


@dataclass(frozen=True, slots=True)
class Found:
    """One document as it was read, or why it was not."""

    rows: Sequence[Row] = ()
    problem: str = ""
    name: str = ""  # inside its container, "" for the file itself
    scanned: bool = False


def import_reader(kind: str, filename: str) -> bool:
    """Load the reader that a kind of file most likely needs; tell whether it was not there already."""
    wanted = _LOADED_AHEAD.get(suffix_of(filename) if kind == "zip" else kind, ("documents.docx",) * (kind == "zip"))
    missing = [name for module in wanted if (name := f"medverkan.mailbox.{module}") not in sys.modules]
    for name in missing:
        importlib.import_module(name)
    if missing:
        warm_up()
    return bool(missing)


def warm_up() -> None:
    """Let each reader that is loaded read a document of its own, so that its library finds what it needs."""
    for kind in _WARMED_UP:
        if module := sys.modules.get(f"{__package__}.{kind}"):
            module.warm_up()


def documents_of(filename: str, content_type: str, content: bytes, within: tuple[str, ...] = ()) -> list[Found]:
    """Return the documents in a file that lies in containers of these kinds.

    Raises UnreadableError, and whatever a library makes of hostile bytes.
    """
    kind = kind_of(filename, content_type, content)
    if kind == "zip":
        kind = _kind_in_zip(content)
    elif kind == "ole":
        kind = _kind_in_ole(content)
    if kind in _CONTAINERS:
        if kind in within or len(within) >= _MAX_DEPTH:
            raise UnreadableError(Problem.NESTED)
        parts = importlib.import_module(f"{__package__}.{_CONTAINERS[kind]}").parts_of(content)
        return list(_in_container(parts, (*within, kind))) or [Found(problem=Problem.KIND)]
    if kind == "image":
        from medverkan.mailbox.documents.image import rows_of_image

        seen = rows_of_image(content)
        return [Found(seen[:MAX_ROWS], scanned=True)] if seen else []
    if kind == "pdf":
        from medverkan.mailbox.documents.pdf import read_pdf

        printed, scanned = read_pdf(content)
        return [_found(printed[:MAX_ROWS], scanned=scanned)]
    rows = rows_of(kind, content)
    # An empty text is what mail programs add ("ATT00001.txt"), and no document that went wrong.
    return [_found(rows)] if kind not in {"text", "html"} or _has_text(rows) else []


def _found(rows: Sequence[Row], *, scanned: bool = False) -> Found:
    rows = without_prompts(rows)
    return Found(rows, scanned=scanned) if _has_text(rows) else Found(problem=Problem.EMPTY)


def _has_text(rows: Sequence[Row]) -> bool:
    return any(cell.strip() for row in rows for cell in row.cells)


def rows_of(kind: str, content: bytes) -> Sequence[Row]:
    """Return the rows of a document of that kind ("docx", "odt", "pdf", "rtf", "doc", "xlsx", "text", "html").

    Raises UnreadableError for anything that cannot be read.
    """
    try:
        return _reader(kind)(content)[:MAX_ROWS]
    except (UnreadableError, MemoryError):
        raise
    except Exception as error:
        raise UnreadableError from error


def _reader(kind: str) -> Callable[[bytes], Sequence[Row]]:
    if kind not in _READERS:
        raise UnreadableError(Problem.KIND)
    module = importlib.import_module(f"{__package__}.{_READERS[kind]}")
    reader: Callable[[bytes], Sequence[Row]] = getattr(module, f"rows_of_{kind}")
    return reader


def _kind_in_zip(content: bytes) -> str:
    """Tell what a zip container is: a Word document whatever it is called, or an archive of files."""
    inside = archive.names(content)
    if "word/document.xml" in inside or any(name.startswith("word/") for name in inside):
        return "docx"
    if "xl/workbook.xml" in inside:
        return "xlsx"
    if "mimetype" in inside and "content.xml" in inside:
        return "odt"
    return "none" if any(name.startswith(("ppt/", "Index/", "Index.zip", "visio/")) for name in inside) else "zip"


def _kind_in_ole(content: bytes) -> str:
    if magic_of(content) != "ole":
        raise UnreadableError
    for name, kind in _IN_OLE:
        if name.encode("utf-16-le") in content:
            if kind is Problem.PASSWORD:
                raise UnreadableError(Problem.PASSWORD)
            return kind
    return "none"


def _in_container(parts: Iterator[Member], within: tuple[str, ...]) -> Iterator[Found]:
    """Yield what is read in each file of a container; one bad file is a problem of its own."""
    seen = 0
    for part in parts:
        name = part.name.replace("\\", "/").rpartition("/")[2]
        kind = kind_of(name, part.content_type, part.content)
        small = kind == "image" and len(part.content) <= MIN_IMAGE
        if small or not (kind or part.problem or has_no_reader(name, part.content)):
            continue
        seen += 1
        if seen > MAX_MEMBERS:
            yield Found(problem=Problem.MANY)
            return
        try:
            for found in _in_member(name, part, within):
                yield replace(found, name=": ".join(filter(None, (name, found.name))))
        except UnreadableError as error:
            yield Found(problem=error.problem, name=name)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - one member that a library stumbles over leaves the others readable
            yield Found(problem=Problem.BROKEN, name=name)


def _in_member(name: str, part: Member, within: tuple[str, ...]) -> list[Found]:
    if part.problem:
        raise UnreadableError(part.problem)
    return documents_of(name, part.content_type, part.content, within)
