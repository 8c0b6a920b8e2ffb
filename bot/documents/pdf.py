"""Our own documents as PDF: headings, text and facts on A4, in a font of ours, with nothing in it but what is given.

What is written is text, whatever it looks like. The same content makes the same bytes: the file names no author and no
moment. The library is loaded on the first document, not before.
"""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from xml.sax.saxutils import escape

from medverkan.mailbox.personal_numbers import masked

PDF = "application/pdf"
FONTS = Path(__file__).parent / "fonts"
_FAMILY, _BOLD = "Liberation", "Liberation-Bold"
# What neither XML nor a page can hold, and marks that turn the direction of a line.
_FORBIDDEN = re.compile(
    r"[^\n\x20-\x7e\xa0-\u200a\u2010-\u2027\u202f-\u2065\u2070-\ud7ff\uf900-\ufffd\U00010000-\U0010ffff]"
)
MOST_SIGNS = 20_000
# What the library keeps free on each side of a frame, in points.
_FRAME = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the document."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a line that begins with "- " is a point of a list."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value side by side, with rules between them; an empty value is a line to write on."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side: what stands below each."""

    below: Sequence[str]


class Own(Protocol):
    """A block that draws itself, such as a diagram."""

    def flowables(self, styles: dict[str, Any], width: float) -> list[Any]:
        """Return what is laid out, at most that wide; text through `paragraph`."""
        ...


Block = Heading | Text | Facts | Signatures | Own


def pdf(title: str, blocks: Iterable[Block], *, size: float = 11) -> bytes:
    """Return the document as PDF bytes; `title` stands at its top and in its window."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    _register()
    held = io.BytesIO()
    document = SimpleDocTemplate(
        held, pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, topMargin=20 * mm, bottomMargin=20 * mm,
        title=_clean(title), author="", subject="", creator="", producer="", keywords="", lang="sv-SE", invariant=1,
    )  # fmt: skip
    styles = _styles(size)
    story = [paragraph(title, styles["title"])]
    for block in blocks:
        story += _flowables(block, styles, document.width - 2 * _FRAME)
    document.build(story, onFirstPage=_numbered, onLaterPages=_numbered)
    return held.getvalue()


@cache
def _register() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    registerFont(TTFont(_FAMILY, FONTS / "LiberationSans-Regular.ttf"))
    registerFont(TTFont(_BOLD, FONTS / "LiberationSans-Bold.ttf"))
    registerFontFamily(_FAMILY, normal=_FAMILY, bold=_BOLD, italic=_FAMILY, boldItalic=_BOLD)


def _styles(size: float) -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    text = ParagraphStyle("text", fontName=_FAMILY, fontSize=size, leading=size * 1.4, spaceAfter=size * 0.5)
    return {
        "text": text,
        "point": ParagraphStyle("point", text, leftIndent=size * 1.2, bulletIndent=size * 0.3, spaceAfter=size * 0.25),
        "title": ParagraphStyle("title", text, fontName=_BOLD, fontSize=size * 1.6, leading=size * 2, spaceAfter=size),
        "heading": ParagraphStyle("heading", text, fontName=_BOLD, fontSize=size * 1.15, leading=size * 1.5,
                                  spaceBefore=size * 0.9, spaceAfter=size * 0.35, keepWithNext=1),
        "label": ParagraphStyle("label", text, fontName=_BOLD, spaceAfter=0),
        "value": ParagraphStyle("value", text, spaceAfter=0),
        "below": ParagraphStyle("below", text, fontSize=size * 0.85, leading=size * 1.2, spaceAfter=0),
    }  # fmt: skip


def _flowables(block: Block, styles: dict[str, Any], width: float) -> list[Any]:
    if isinstance(block, Heading):
        return [paragraph(block.text, styles["heading"])]
    if isinstance(block, Facts):
        return _facts(block, styles, width)
    if isinstance(block, Signatures):
        return [_signatures(block, styles, width)]
    if not isinstance(block, Text):
        return block.flowables(styles, width)
    lines = [line for line in _clean(block.text).split("\n") if line.strip()]
    return [
        paragraph(line.removeprefix("- "), styles["point"], "•")
        if line.startswith("- ")
        else paragraph(line, styles["text"])
        for line in lines
    ]


def _facts(facts: Facts, styles: dict[str, Any], width: float) -> list[Any]:
    """Return a table for each label: a heading is kept on the page of the first of them, not of them all."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Spacer, Table

    grey = HexColor("#999999")
    tables: list[Any] = []
    for label, value in facts.rows:
        # One row a line of a long value, so that a page can break inside it.
        rows = [
            [paragraph("" if number else label, styles["label"]), paragraph(line, styles["value"])]
            for number, line in enumerate(_clean(value).split("\n"))
        ]
        above = [] if tables else [("LINEABOVE", (0, 0), (-1, 0), 0.5, grey)]
        ruled = [*above, ("LINEBELOW", (0, -1), (-1, -1), 0.5, grey)]
        placed = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 0)]
        tables.append(Table(rows, colWidths=[width * 0.34, width * 0.66], splitInRow=1, style=[*placed, *ruled]))
    return [*tables, Spacer(0, styles["text"].fontSize)]


def _signatures(signatures: Signatures, styles: dict[str, Any], width: float) -> Any:
    from reportlab.lib.colors import black
    from reportlab.platypus import Table

    below = [paragraph(text, styles["below"]) for text in signatures.below]
    cells: list[Any] = []
    widths: list[float] = []
    gap = 18.0
    each = (width - gap * (len(below) - 1)) / max(1, len(below))
    for number, text in enumerate(below):
        cells += [text] if number == 0 else ["", text]
        widths += [each] if number == 0 else [gap, each]
    over = [("LINEABOVE", (column, 0), (column, 0), 0.7, black) for column in range(0, len(cells), 2)]
    return Table(
        [cells],
        colWidths=widths,
        spaceBefore=styles["text"].fontSize * 3.2,
        spaceAfter=styles["text"].fontSize,
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0), *over],
    )


def paragraph(text: str, style: Any, bullet: str = "") -> Any:
    """Return text as something to lay out; whatever it looks like, it is text."""
    from reportlab.platypus import Paragraph

    return Paragraph(escape(" ".join(_clean(text).split())), style, bulletText=bullet or None)


def _clean(text: str) -> str:
    """Return what can stand on a page; what anybody wrote of personal identity numbers is masked."""
    return _FORBIDDEN.sub("", masked(text[:MOST_SIGNS].replace("\t", " ").replace("\r", "")))


def _numbered(canvas: Any, document: Any) -> None:
    # One page needs no number, and what comes is not known while the first is drawn.
    if document.page > 1:
        canvas.setFont(_FAMILY, 9)
        canvas.drawRightString(document.pagesize[0] - document.rightMargin, 28, f"Sida {document.page}")
