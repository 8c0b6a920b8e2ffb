"""The year on paper: figures, then each table with its bars, beside the county's where that is known.

Bars are drawn as vectors by the library that makes all our documents: sharp at any size, and nothing more to install.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from medverkan.bot.documents.pdf import Block, Text, paragraph, pdf
from medverkan.bot.evaluation.lines import Line, lines_of, note_of
from medverkan.bot.evaluation.page import ABOUT, LACKING
from medverkan.bot.evaluation.values import Figure, Table, Year

OURS, COUNTY, ROOM, RULE = "#1f6f8b", "#d9a441", "#eef2f4", "#d8e0e4"
SIZE = 10
_BAR = 7.0
_SIDE = 2  # figures beside each other


def paper(year: Year, register: str) -> bytes:
    """Return the year as PDF; `register` names whose year it is, "" for nobody."""
    whose = f"{register}. " if register else ""
    return pdf(f"Intressebanken {year.number}", list(_blocks(year, whose)), size=SIZE)


def _blocks(year: Year, whose: str) -> Iterator[Block]:
    yield Text(f"{whose}Förfrågningar som kom under {year.number}, utan namn. {ABOUT}")
    yield Figures(year.figures)
    if year.lacking:
        rows = tuple((one.who, one.requests, one.people) for one in year.lacking)
        yield Grid("Vilka registret saknar", LACKING, ("söktes", "förfrågningar", "finns i registret"), rows)
    for table in year.tables:
        yield Bars(table)


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures in frames, beside each other."""

    figures: tuple[Figure, ...]

    def flowables(self, styles: dict[str, Any], width: float) -> list[Any]:
        """Return one table of frames."""
        from reportlab.lib.colors import HexColor
        from reportlab.platypus import Spacer, Table

        large = styles["value"].clone("large", fontSize=SIZE * 1.5, leading=SIZE * 2, fontName=styles["label"].fontName)
        cells = [
            [
                paragraph(one.label, styles["below"]),
                paragraph(one.shown, large if one.value is not None and one.ninety is None else styles["label"]),
            ]
            for one in self.figures
        ]
        cells += [[] for _ in range(-len(cells) % _SIDE)]
        rows = [cells[at : at + _SIDE] for at in range(0, len(cells), _SIDE)]
        style = [("GRID", (0, 0), (-1, -1), 0.5, HexColor(RULE)), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                 ("TOPPADDING", (0, 0), (-1, -1), 5), ("BOTTOMPADDING", (0, 0), (-1, -1), 6)]  # fmt: skip
        return [Spacer(0, SIZE * 0.5), Table(rows, colWidths=[width / _SIDE] * _SIDE, style=style), Spacer(0, SIZE)]


@dataclass(frozen=True, slots=True)
class Grid:
    """Words in columns beneath a heading; the first column is the widest."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def flowables(self, styles: dict[str, Any], width: float) -> list[Any]:
        """Return heading, note and table, kept together as far as the first rows."""
        narrow = width * 0.22
        widths = [width - narrow * (len(self.head) - 1), *[narrow] * (len(self.head) - 1)]
        rows = [[paragraph(cell, styles["value"]) for cell in row] for row in self.rows]
        return _titled(self.title, self.note, self.head, rows, widths, styles)


@dataclass(frozen=True, slots=True)
class Bars:
    """A table with a bar for each row, and the county's beneath it."""

    table: Table

    def flowables(self, styles: dict[str, Any], width: float) -> list[Any]:
        """Return heading, note and table."""
        compared = bool(self.table.county)
        number = styles["value"].clone("number", alignment=2)
        soft = number.clone("soft", fontSize=SIZE * 0.85)
        widths = [width * 0.34, width * 0.16, *([width * 0.1] * 2 if compared else [])]
        widths.append(width - sum(widths))
        rows = []
        for line in lines_of(self.table):
            beside = [paragraph(line.part, number), paragraph(line.county, number)] if compared else []
            count = paragraph(line.shown, soft if line.hidden else number)
            rows.append([paragraph(line.label, styles["value"]), count, *beside, _drawn(line, widths[-1], compared)])
        total = paragraph(self.table.total.shown, number)
        rows.append([paragraph("tillsammans", styles["label"]), total, *[""] * (len(widths) - 2)])
        head = ("", self.table.what, *(("andel", "länet") if compared else ()), "")
        key = [_key(styles, width)] if compared else []
        return _titled(self.table.title, note_of(self.table), head, rows, widths, styles, key)


def _titled(
    title: str,
    note: str,
    head: tuple[str, ...],
    rows: list[list[Any]],
    widths: list[float],
    styles: dict[str, Any],
    key: list[Any] | None = None,
) -> list[Any]:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import CondPageBreak, Spacer, Table

    rule = HexColor(RULE)
    soft = styles["below"].clone("head", textColor=HexColor("#5b6b75"), keepWithNext=1)
    right = soft.clone("right", alignment=2)
    heads = [
        paragraph(text, right if at and len(head) > 2 and head[-1] == "" else soft) for at, text in enumerate(head)
    ]
    style = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LINEBELOW", (0, 0), (-1, 0), 0.5, rule),
             ("LEFTPADDING", (0, 0), (0, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 1.5),
             ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5)]  # fmt: skip
    if head[-1] == "":
        style += [("LINEABOVE", (0, -1), (-1, -1), 0.5, rule), ("LEFTPADDING", (-1, 0), (-1, -1), 10)]
    laid = Table([heads, *rows], colWidths=widths, repeatRows=1, style=style)
    # A short table is moved to the next page whole; a long one begins where at least some of it has room.
    least = min(len(rows), 10) * SIZE * 1.8 + SIZE * 6
    notes = [paragraph(note, soft)] if note else []
    return [CondPageBreak(least), paragraph(title, styles["heading"]), *notes, *(key or []), Spacer(0, 3), laid,
            Spacer(0, SIZE * 0.8)]  # fmt: skip


def _drawn(line: Line, width: float, compared: bool) -> Any:
    from reportlab.graphics.shapes import Drawing, Rect
    from reportlab.lib.colors import HexColor

    long, high = width - 16, _BAR * (1.6 if compared else 1.0)
    drawing = Drawing(long, high)
    bars = [(line.bar, OURS), (line.county_bar, COUNTY)] if compared else [(line.bar, OURS)]
    if not any(part for part, _ in bars):
        return ""
    each = high / len(bars)
    drawing.add(Rect(0, 0, long, high, fillColor=HexColor(ROOM), strokeColor=None))
    for number, (part, colour) in enumerate(bars):
        below = high - each * (number + 1)
        if part:
            drawing.add(Rect(0, below, long * part, each, fillColor=HexColor(colour), strokeColor=None))
    return drawing


def _key(styles: dict[str, Any], width: float) -> Any:
    """Return what the two colours mean."""
    from reportlab.graphics.shapes import Drawing, Rect
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Table

    cells: list[Any] = []
    for colour, text in ((OURS, "Intressebanken"), (COUNTY, "länets invånare")):
        drawing = Drawing(10, 7)
        drawing.add(Rect(0, 0, 10, 7, fillColor=HexColor(colour), strokeColor=None))
        cells += [drawing, paragraph(text, styles["below"])]
    widths = [14, 90, 14, width - 118]
    style = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
             ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)]  # fmt: skip
    return Table([cells], colWidths=widths, style=style)
