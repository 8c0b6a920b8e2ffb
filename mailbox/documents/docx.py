"""Read a Word form: paragraphs, tables, text boxes, content controls and the old form fields.

The XML is read as a stream of our own, because the usual libraries drop what is filled in: content controls
(`w:sdt`), check boxes of both generations, and `w:showingPlcHdr`, which marks a text that nobody wrote. No DTD, no
entities, at most MAX_ELEMENTS elements.
"""

import functools
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from medverkan.mailbox.documents.archive import member, names
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.bold import line_of
from medverkan.mailbox.forms.finding.marked import chosen_by_looks
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row, gapped, tidy

MAX_ELEMENTS = 200_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
# Word writes UTF-8; what comes otherwise hides something.
_UTF_16 = frozenset((b"\xff\xfe", b"\xfe\xff"))
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MAIN_PART = re.compile(r"word/document\d{0,3}\.xml")
_HEADINGS = ("heading", "rubrik", "title")
_PLACEHOLDER_STYLES = frozenset(("PlaceholderText", "Platshllartext", "Platshållartext"))
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def rows_of_docx(content: bytes) -> Sequence[Row]:
    """Return the rows of the document's body. Raises UnreadableError."""
    xml = member(content, _main_part(content))
    if _STRICT in xml[:5000]:
        xml = xml.replace(_STRICT, _W[1:-1].encode())
    return _Document().read(xml)


def _main_part(content: bytes) -> str:
    """Return the name of the part that holds the text; Word on the web calls it document2.xml."""
    inside = names(content)
    if "word/document.xml" in inside:
        return "word/document.xml"
    return next((name for name in inside if _MAIN_PART.fullmatch(name)), "word/document.xml")


# What stands there for older programs, and what was moved elsewhere while changes were tracked.
_NOT_READ = frozenset((f"{_MC}Fallback", f"{_W}moveFrom"))


class _Cells:
    """The cells of one table that is being read."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row: list[str] = []
        self.lines: list[str] = []


@dataclass(slots=True)
class _Control:
    """An open content control."""

    placeholder: bool = False
    ticked: bool | None = None  # None for everything but a check box


class _Document:
    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.tables: list[_Cells] = []
        self.numbered = 0
        self.text: list[tuple[str, bool]] = []  # the pieces of the open paragraph, and whether each is bold
        self.boxes: list[list[tuple[str, bool]]] = []  # texts of paragraphs around a text box that is being read
        self.controls: list[_Control] = []  # the content controls that are open, outermost first
        self.fallback = 0

    def read(self, xml: bytes) -> list[Row]:
        if b"<!DOCTYPE" in xml[:2000] or xml[:2] in _UTF_16:
            raise UnreadableError
        events = etree.iterparse(
            io.BytesIO(xml),
            events=("start", "end"),
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
        )
        try:
            for count, (event, element) in enumerate(events):
                if count > 2 * MAX_ELEMENTS:
                    raise UnreadableError
                if not isinstance(element.tag, str):
                    continue
                if element.tag in _NOT_READ:
                    self.fallback += 1 if event == "start" else -1
                elif not self.fallback:
                    (self._start if event == "start" else self._end)(element)
                if event == "end" and element.tag in {f"{_W}p", f"{_W}tr"}:
                    element.clear()
        except etree.XMLSyntaxError as error:
            raise UnreadableError from error
        return self.rows

    def _start(self, element: "etree._Element") -> None:
        tag = element.tag
        if tag == f"{_W}p":
            self.boxes.append(self.text)
            self.text = []
        elif tag == f"{_W}tbl":
            self.numbered += 1
            self.tables.append(_Cells(self.numbered))
        elif tag == f"{_W}tr" and self.tables:
            self.tables[-1].row = []
        elif tag == f"{_W}tc" and self.tables:
            self.tables[-1].lines = []
        elif tag == f"{_W}sdt":
            self.controls.append(_Control())

    def _end(self, element: "etree._Element") -> None:
        tag = element.tag
        if tag == f"{_W}t":
            if not (self.controls and _is_placeholder(element)) and not _is_struck_out(element):
                self._text(element.text or "", bold=_is_bold(element))
        elif tag in {f"{_W}br", f"{_W}cr"}:
            self.text.append(("\n", False))
        elif tag == f"{_W}tab":
            parent = element.getparent()
            self.text.append(("\t" if parent is not None and parent.tag == f"{_W}r" else "", False))
        elif tag == f"{_W}sym":
            self._text(_symbol(element))
        elif tag == f"{_W}showingPlcHdr" and self.controls:
            self.controls[-1].placeholder = _is_on(element, _W)
        elif tag == f"{_W14}checked" and self.controls:
            self.controls[-1].ticked = _is_on(element, _W14)
        elif tag == f"{_W}sdt" and self.controls:
            self.controls.pop()
        elif tag == f"{_W}checkBox":
            self.text.append((_legacy_box(element), False))
        elif tag == f"{_W}ddList":
            self.text.append((_legacy_choice(element), False))
        else:
            self._end_block(element, tag)

    def _text(self, text: str, *, bold: bool = False) -> None:
        """Keep a run of text, unless it is a placeholder; the sign in a check box is what its state says."""
        if any(control.placeholder and control.ticked is None for control in self.controls):
            return
        if self.controls and self.controls[-1].ticked is not None:
            text = TICKED if self.controls[-1].ticked else UNTICKED
        self.text.append((text, bold))

    def _end_block(self, element: "etree._Element", tag: str) -> None:
        if tag == f"{_W}p":
            self._paragraph(self.text, heading=_is_heading(element))
            self.text = self.boxes.pop() if self.boxes else []
        elif tag == f"{_W}tc" and self.tables:
            self.tables[-1].row.append(tidy("\n".join(self.tables[-1].lines)).strip())
        elif tag == f"{_W}tr" and self.tables:
            self.rows.append(Row(tuple(self.tables[-1].row), self.tables[-1].number))
        elif tag == f"{_W}tbl" and self.tables:
            self.tables.pop()

    def _paragraph(self, pieces: Sequence[tuple[str, bool]], *, heading: bool) -> None:
        if chosen := chosen_by_looks(pieces):
            pieces = [(chosen, False)]
        text = "".join(text for text, _ in pieces)
        if self.tables:
            self.tables[-1].lines.append(text)
        elif "\n" in text or "\t" in text:
            self.rows += [Row((line,), strong=heading) for line in gapped(text).split("\n")]
        else:
            text, strong = line_of(pieces)
            self.rows.append(Row((gapped(text),), strong=heading or strong))


def _is_bold(element: "etree._Element") -> bool:
    """Tell of a run that is set in bold type."""
    run = element.getparent()
    mark = run.find(f"{_W}rPr/{_W}b") if run is not None else None
    return mark is not None and _is_on(mark, _W)


def _is_heading(paragraph: "etree._Element") -> bool:
    """Tell of a paragraph in the style of a heading, in the languages that Word names it in."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val", "").casefold().startswith(_HEADINGS)


def _is_struck_out(element: "etree._Element") -> bool:
    """Tell of a text that is struck out: "Brukare / patient / närstående" is often answered so."""
    run = element.getparent()
    marks = [run.find(f"{_W}rPr/{_W}{name}") for name in ("strike", "dstrike")] if run is not None else []
    return any(mark is not None and _is_on(mark, _W) for mark in marks)


def _is_placeholder(element: "etree._Element") -> bool:
    """Tell of a text whose style says that nobody wrote it, where its control no longer does."""
    run = element.getparent()
    style = run.find(f"{_W}rPr/{_W}rStyle") if run is not None else None
    return style is not None and style.get(f"{_W}val", "") in _PLACEHOLDER_STYLES


def _is_on(element: "etree._Element", namespace: str) -> bool:
    return element.get(f"{namespace}val", "1") not in {"0", "false", "off"}


def _legacy_box(element: "etree._Element") -> str:
    checked = element.find(f"{_W}checked")
    state = checked if checked is not None else element.find(f"{_W}default")
    return TICKED if state is not None and _is_on(state, _W) else UNTICKED


def _legacy_choice(element: "etree._Element") -> str:
    entries = [entry.get(f"{_W}val", "") for entry in element.findall(f"{_W}listEntry")]
    result = element.find(f"{_W}result")
    if result is None:
        return ""
    index = int(result.get(f"{_W}val", "0"))
    return entries[index] if 0 <= index < len(entries) else ""


def _symbol(element: "etree._Element") -> str:
    """Return the box that a symbol of Wingdings stands for, "" for other symbols."""
    code = element.get(f"{_W}char", "").upper()
    if code in {"F0FE", "F0FD", "F052", "F054", "F078", "00FE", "2612", "2611"}:
        return TICKED
    return UNTICKED if code in {"F0A8", "F06F", "F0A3", "00A8", "2610"} else ""


@functools.cache
def _sample() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        cell = "<w:tc><w:p><w:r><w:t>Enhet [ ]</w:t></w:r></w:p></w:tc>"
        container.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_W[1:-1]}"><w:body><w:tbl><w:tr>{cell * 2}</w:tr></w:tbl></w:body></w:document>',
        )
    return buffer.getvalue()


def warm_up() -> None:
    """Read a document of our own."""
    rows_of_docx(_sample())
