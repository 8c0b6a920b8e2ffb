"""Bring an HTML mail into rows: paragraphs become lines, tables keep their cells.

A table that only lays out the page (a cell that holds another table, or one single cell) is walked through, so that
the tables inside it come out by themselves.
"""

import re

from selectolax.lexbor import LexborNode

from medverkan.mailbox.forms.finding.bold import line_of
from medverkan.mailbox.forms.finding.marked import box_of_image, chosen_by_looks, symbols
from medverkan.mailbox.forms.finding.rows import MAX_ROWS, TICKED, UNTICKED, Row, gapped, tidy
from medverkan.mailbox.plaintext import body_of

_MAX_DEPTH = 60
_LONGEST_SPAN = 3  # digits
_DROPPED = frozenset(("head", "style", "script", "title", "template", "noscript", "svg", "object", "xml",
                      "s", "strike", "del"))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "ul", "caption",
    "figure", "legend", "tr", "tbody", "thead", "tfoot", "table",
))  # fmt: skip
# What sets a label apart from the value that follows it.
_STRONG = frozenset(("b", "strong", "u", "label", "th", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "em", "i"))
_BOLD = re.compile(r"font-weight:(?:bold|[6-9]00)|text-decoration:underline")
_MARKED = re.compile(r"background(?:-color)?:(?!transparent|none|white|#fff|inherit|initial)|mso-highlight:")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MIN_PAIRS = 3


def rows_of_html(html: str) -> tuple[Row, ...]:
    """Return the rows of an HTML text. Total; () for nothing."""
    body = body_of(html)
    if body is None:
        return ()
    page = _Page()
    page.walk(body, 0)
    page.end_line()
    return tuple(page.rows[:MAX_ROWS])


class _Page:
    def __init__(self, gap: str = "\t") -> None:
        self.gap = gap  # what parts a bold label from its value
        self.rows: list[Row] = []
        self.line: list[tuple[str, bool]] = []  # pieces of the line that is open, and whether each is set apart
        self.marks: list[bool] = []  # whether each piece of the open line stands out as what is chosen does
        self.strong = 0
        self.marked = 0
        self.symbols = 0  # whether the type is one of symbols
        self.tables = 0

    def walk(self, node: LexborNode, depth: int) -> None:
        child = node.child
        while child is not None:
            self._node(child, depth)
            child = child.next

    def _node(self, node: LexborNode, depth: int) -> None:
        if node.is_text_node:
            text = node.text_content or ""
            self._text(text if text.isprintable() and "  " not in text else _SPACE.sub(" ", text))
            return
        tag = node.tag or ""
        if not node.is_element_node or tag in _DROPPED:
            return
        style = node.attributes.get("style") or ""
        if style and _is_hidden(style := style.replace(" ", "").lower()):
            return
        strong = tag in _STRONG or bool(style and _BOLD.search(style))
        marked = tag == "mark" or bool(tag == "span" and style and _MARKED.search(style))
        signs = _of_symbols(node, tag, style) if style or tag == "font" else 0
        self.strong, self.marked, self.symbols = self.strong + strong, self.marked + marked, self.symbols + signs
        self._element(node, tag, depth)
        self.strong, self.marked, self.symbols = self.strong - strong, self.marked - marked, self.symbols - signs

    def _element(self, node: LexborNode, tag: str, depth: int) -> None:
        if tag == "br":
            self.end_line(blank=True)
        elif tag == "input":
            self._text(_box(node))
        elif tag == "img":
            if box := box_of_image(node.attributes.get("alt") or ""):
                self._text(box)
        elif tag == "select":
            self._text(", ".join(one.text().strip() for one in node.css("option") if "selected" in one.attributes))
        elif depth >= _MAX_DEPTH:
            self._text(node.text(separator=" "))
        elif tag == "blockquote" and _is_quote(node):
            self.end_line()
            self._quote(node, depth + 1)
        elif tag == "table":
            self.end_line()
            self._table(node, depth + 1)
        elif tag == "dl" and node.css_first("dd b, dd strong") and len(pairs := _pairs(node)) >= _MIN_PAIRS:
            # Elsewhere bold type is a label's; here it is the answer's.
            self.end_line()
            self.tables += 1
            self.rows += [
                Row((_cell_text(asked), "\n".join(map(_cell_text, told))), self.tables) for asked, told in pairs
            ]
        elif tag in _BLOCKS:
            self.end_line()
            before = len(self.rows)
            self.walk(node, depth + 1)
            self.end_line(blank=tag == "p" and len(self.rows) == before)
        else:
            self.walk(node, depth + 1)

    def _quote(self, node: LexborNode, depth: int) -> None:
        """Write what is quoted as ">" lines, tables too, so that it is not taken for the sender's own."""
        inner = _Page()
        inner.walk(node, depth)
        inner.end_line()
        for row in inner.rows:
            lines = "\t".join(cell.replace("\n", " ") for cell in row.cells if cell)
            self.rows.append(Row((f"> {lines}",)))

    def _text(self, text: str) -> None:
        self.line.append((symbols(text) if self.symbols > 0 else text, self.strong > 0))
        self.marks.append(self.strong > 0 or self.marked > 0)

    def end_line(self, *, blank: bool = False) -> None:
        """Write the line that is open; an empty one only where it was meant as a blank line."""
        if not self.line:
            if blank:
                self.rows.append(Row(("",)))
            return
        pieces, marks, self.line, self.marks = self.line, self.marks, [], []
        text, strong = line_of(pieces, self.gap)
        if any(marks) and (
            chosen := chosen_by_looks([(one, mark) for (one, _), mark in zip(pieces, marks, strict=True)])
        ):
            text, strong = chosen, False
        if text.strip("\xa0 \t") or blank:
            self.rows.append(Row((gapped(text.strip("\xa0 \t\r\n")),), strong=strong))

    def _table(self, table: LexborNode, depth: int) -> None:
        rows = [cells for row in _table_rows(table) if (cells := _cells(row))]
        gaps = _gaps(rows)
        self.tables += 1
        number = self.tables
        nested = table.css_first("td table, th table") is not None
        for at, cells in enumerate(rows):
            is_page = nested and any(cell.css_first("table") is not None for cell in cells)
            if is_page or (len(rows) == 1 and len(cells) == 1):
                for cell in cells:
                    self.walk(cell, depth)
                    self.end_line()
            else:
                texts = [_cell_text(cell) for cell in cells]
                for column in gaps.get(at, ()):
                    texts.insert(column, "")
                self.rows.append(Row(tuple(texts), number))


def _pairs(node: LexborNode) -> list[tuple[LexborNode, list[LexborNode]]]:
    """Return what a list of terms pairs: each term with what stands under it."""
    pairs: list[tuple[LexborNode, list[LexborNode]]] = []
    for child in node.css("dt, dd"):
        if child.tag == "dt":
            pairs.append((child, []))
        elif pairs:
            pairs[-1][1].append(child)
    return pairs


def _table_rows(table: LexborNode) -> list[LexborNode]:
    """Return the rows of this table only, not those of tables inside it."""
    rows = []
    for child in table.iter(include_text=False):
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in {"tbody", "thead", "tfoot"}:
            rows += [row for row in child.iter(include_text=False) if row.tag == "tr"]
    return rows


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter(include_text=False) if cell.tag in {"td", "th"}]


def _gaps(rows: list[list[LexborNode]]) -> dict[int, list[int]]:
    """Return the columns of each row that a cell of a row above reaches down into."""
    found: dict[int, list[int]] = {}
    for at, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            span = cell.attributes.get("rowspan") or "1"
            if span == "1" or not span.isdecimal() or len(span) > _LONGEST_SPAN:
                continue
            for below in range(at + 1, min(at + int(span), len(rows))):
                found.setdefault(below, []).append(column)
    return found


def _cell_text(cell: LexborNode) -> str:
    alone = cell.child
    if alone is not None and alone.is_text_node and alone.next is None:
        return tidy(_SPACE.sub(" ", alone.text_content or "").strip("\xa0 ")).strip()
    inner = _Page(gap="\n")
    inner.walk(cell, 1)
    inner.end_line()
    return tidy("\n".join(row.cells[0] for row in inner.rows)).strip()


def _box(node: LexborNode) -> str:
    attributes = node.attributes
    if attributes.get("type") in {"checkbox", "radio"}:
        return TICKED if "checked" in attributes else UNTICKED
    return attributes.get("value") or "" if attributes.get("type") in {None, "text", "email", "tel", "date"} else ""


def _of_symbols(node: LexborNode, tag: str, style: str) -> int:
    """Return 1 where a type of symbols begins, and -1 inside a bullet, whose signs are no boxes; else 0."""
    if "mso-list:ignore" in style:
        return -1_000
    face = (node.attributes.get("face") or "").lower() if tag == "font" else style
    return int("wingdings" in face)


def _is_quote(node: LexborNode) -> bool:
    """Tell a mail program's quote from a paragraph that is only indented."""
    attributes = node.attributes
    return attributes.get("type") == "cite" or "quote" in (attributes.get("class") or "")


def _is_hidden(style: str) -> bool:
    """Tell of what is not shown, or struck out, as options that do not apply often are."""
    return "display:none" in style or "mso-hide:all" in style or "line-through" in style
