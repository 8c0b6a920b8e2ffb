"""Fill in the fields of a unit's own PDF form with the participant's contact details, where it has some for them.

PDFium tells what each field is called by what is printed beside it; pypdf writes the file anew, without its properties,
scripts, comments and earlier versions.
"""

import functools
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from medverkan.bot.documents.places import Asked, Contact, is_about_participant, plan, words_of
from medverkan.bot.documents.unfilled import UnfilledError, Why
from medverkan.mailbox.forms.values.written import is_placeholder

MAX_PAGES = 20
MAX_OBJECTS = 20_000
MAX_DEPTH = 20
SMALLEST, USUAL = 6.0, 11.0  # points
# Of the height of a field, and of the size of its signs, what a line and a sign take at most.
_OF_HEIGHT, _OF_SIZE = 0.72, 0.56
_ENCODINGS = ("cp1252", "cp1250", "cp1254", "cp1257")
_TEXT_FIELD, _MULTILINE = 6, 1 << 12
_FONT = re.compile(r"/([^\s/]{1,60})\s+([\d.]{1,8})\s+Tf")
_NOT_KEPT = ("/AA", "/Metadata", "/PieceInfo", "/LastModified", "/Collection", "/OpenAction", "/JavaScript", "/XFA",
             "/Perms", "/Legal", "/AF")  # fmt: skip
_KEPT_NOTES = ("/Widget", "/Link")
_HARMLESS = ("/URI", "/GoTo", "/Named")


@dataclass(frozen=True, slots=True)
class _Field:
    """One line of the form as it is read: a field, or (without a name) a heading printed above some."""

    name: str
    label: str
    is_empty: bool
    width: float
    height: float


def fill_in_pdf(content: bytes, contact: Contact) -> bytes:
    """Return the form with the contact details in it. Raises UnfilledError, and whatever a library makes of bytes."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(content))
    _refuse(reader)
    fields = _fields(content)
    planned = plan([Asked(field.label, field.is_empty) for field in fields], contact)
    if not planned:
        raise UnfilledError(Why.NO_PLACE)
    writer = pypdf.PdfWriter(clone_from=reader)
    own = _settings(writer)
    values = {
        fields[at].name: _fitting(value, fields[at], own.get(fields[at].name) or {}) for at, value in planned.items()
    }
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    _clean(writer)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _refuse(reader: Any) -> None:
    if reader.is_encrypted:
        raise UnfilledError(Why.PASSWORD)
    root = reader.trailer["/Root"]
    form = _opened(root.get("/AcroForm"))
    if not form or len(reader.pages) > MAX_PAGES or form.get("/XFA"):
        raise UnfilledError(Why.NO_PLACE)
    if int(form.get("/SigFlags") or 0) & 1:
        raise UnfilledError(Why.SIGNED)
    names = _opened(root.get("/Names")) or {}
    action = _opened(root.get("/OpenAction"))
    if "/JavaScript" in names or (hasattr(action, "get") and action.get("/S") not in (*_HARMLESS, None)):
        raise UnfilledError(Why.MACROS)
    if "/EmbeddedFiles" in names:
        raise UnfilledError(Why.EMBEDDED)


def _fields(content: bytes) -> Sequence[_Field]:
    """Return the text fields, and headings about the participant, in the order in which they lie on the pages."""
    import pypdfium2 as pdfium

    from medverkan.mailbox.documents.pdf_fields import label_of, widgets_of
    from medverkan.mailbox.documents.pdf_page import pieces_of
    from medverkan.mailbox.documents.print_beside import Printed

    with pdfium.PdfDocument(content) as document:
        document.init_forms()
        pages = [document[number] for number in range(min(len(document), MAX_PAGES))]
        read = functools.cache(lambda number: pieces_of(pages[number]))
        widgets = widgets_of(document, pages)
        printed = Printed(widgets, read)
        found: list[tuple[tuple[int, float, float], _Field]] = []
        for widget in widgets:
            place = widget.place
            field = _Field(
                widget.name if widget.kind == _TEXT_FIELD else "",
                _telling(widget.name, label_of(widget, printed.label)),
                widget.kind == _TEXT_FIELD and is_placeholder(widget.value.strip()),
                place.right - place.left,
                place.height,
            )
            found.append(((widget.page, round(place.middle / 4), place.left), field))
        for number in range(len(pages)):
            found += [
                ((number, round(piece.middle / 4), piece.left), _Field("", piece.text, False, 0, 0))
                for piece in read(number)
                if is_about_participant(words_of(piece.text))
            ]
    return [field for _, field in sorted(found, key=lambda one: one[0])]


def _telling(name: str, label: str) -> str:
    """Return the name of a field where that says that it is the participant's, else its label."""
    own = name.rpartition(".")[2]
    return own if is_about_participant(words_of(own)) and not is_about_participant(words_of(label)) else label


def _settings(writer: Any) -> dict[str, dict[str, Any]]:
    """Return what each field says of how it is written in, what it has from those above it included."""
    found: dict[str, dict[str, Any]] = {}
    usual = writer.root_object["/AcroForm"].get("/DA")
    for page in writer.pages:
        for note in _opened(page.get("/Annots")) or []:
            said: dict[str, Any] = {"/DA": usual}
            chain = _with_those_above(_opened(note))
            for one in chain:
                said |= {key: one[key] for key in ("/DA", "/Ff", "/MaxLen") if key in one}
            found[".".join(str(one["/T"]) for one in chain if "/T" in one)] = said
    return found


def _with_those_above(field: Any) -> list[Any]:
    """Return a field behind the ones that it belongs to, the uppermost first."""
    chain: list[Any] = []
    while hasattr(field, "get") and len(chain) < MAX_DEPTH:
        chain.insert(0, field)
        field = _opened(field.get("/Parent"))
    return chain


def _fitting(value: str, field: _Field, own: Mapping[str, Any]) -> tuple[str, str, float]:
    """Return what to write, in which font and how large, so that all of it is seen. Raises UnfilledError."""
    many = bool(int(own.get("/Ff") or 0) & _MULTILINE)
    text = value if many else ", ".join(value.split("\n"))
    lines = text.split("\n")
    most = int(own.get("/MaxLen") or 0)
    font = _FONT.search(str(own.get("/DA") or "")[:500])
    size = float(font[2]) if font and font[2].count(".") <= 1 and font[2] != "." else 0.0
    height = field.height * _OF_HEIGHT / len(lines)
    width = (field.width - 4) / (_OF_SIZE * max(map(len, lines)))
    fits = min(size or USUAL, height, width)
    if fits < SMALLEST or 0 < most < len(text) or not any(map(functools.partial(_is_written_in, text), _ENCODINGS)):
        raise UnfilledError(Why.NO_PLACE)
    return text, f"/{font[1]}" if font else "/Helv", round(fits, 1)


def _is_written_in(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _clean(writer: Any) -> None:
    """Take out what tells of people or does something by itself; what nothing points to any more is not written."""
    writer.metadata = None
    writer.xmp_metadata = None
    for count, one in enumerate(list(writer._objects)):
        if count > MAX_OBJECTS:
            raise UnfilledError(Why.BROKEN)
        if not isinstance(one, dict):
            continue
        for key in _NOT_KEPT:
            one.pop(key, None)
        action = _opened(one.get("/A"))
        if hasattr(action, "get") and action.get("/S") not in (*_HARMLESS, None):
            one.pop("/A", None)
        notes = _opened(one.get("/Annots"))
        if isinstance(notes, list):
            notes[:] = [note for note in notes if _is_kept(_opened(note))]
        if one.get("/Subtype") in _KEPT_NOTES:
            one.pop("/Popup", None)
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)


def _is_kept(note: Any) -> bool:
    return hasattr(note, "get") and note.get("/Subtype") in _KEPT_NOTES


def _opened(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
