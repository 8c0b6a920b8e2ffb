"""Fill in a unit's own Word form with the participant's contact details, where the form has the place for them.

The form is walked in the order in which it is read; what belongs where is decided in `places`. Text boxes are left
alone: they stand in the file twice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from medverkan.bot.documents.places import Asked, Contact, is_about_participant, plan, words_of
from medverkan.bot.documents.unfilled import UnfilledError, Why
from medverkan.bot.documents.word_holes import Hole, Line, append, called, fill, is_prompt, line_of
from medverkan.bot.documents.word_package import Element, W, opened
from medverkan.mailbox.forms.values.written import is_placeholder

Write = Callable[[str], None]
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")


@dataclass(frozen=True, slots=True)
class Place:
    """One label of the form, and how to write what it asks for; None where something is there, or no room."""

    label: str
    write: Write | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row. `control` is the content control around the whole of it, where nobody has written in that."""

    element: Element
    lines: tuple[Line, ...]
    control: Element | None
    begins: bool  # the first of cells that are one, below each other
    goes_on: bool  # a later one of them

    @property
    def text(self) -> str:
        """What is written in it."""
        return "" if self.control is not None else "\n".join(filter(None, (line.text for line in self.lines)))

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody has written in it."""
        if self.goes_on or any(before for before, _ in self._holes()):
            return False
        return is_placeholder(self.text) and not any(True for _ in self.element.iter(*_PICTURES))

    def _holes(self) -> Iterator[tuple[str, Hole]]:
        for line in self.lines:
            yield from line.holes

    def write(self, value: str) -> None:
        """Write in an empty cell."""
        held = next(self._holes(), None)
        if self.control is not None:
            fill(Hole(control=self.control), value)
        elif held:
            fill(held[1], value)
        elif self.lines:
            for one in list(self.lines[0].paragraph.iter(f"{W}r")):
                _take_out(one)
            append(self.lines[0].paragraph, value, after_text=False)


def fill_in_word(content: bytes, contact: Contact) -> bytes:
    """Return the form with the contact details in it. Raises UnfilledError, and whatever a library makes of hostile
    bytes."""
    package = opened(content)
    places = list(_places(package.body))
    written = plan([Asked(place.label, place.write is not None) for place in places], contact)
    if not written:
        raise UnfilledError(Why.NO_PLACE)
    for at, value in written.items():
        write = places[at].write
        if write:
            write(value)
    return package.written()


def _places(container: Element) -> Iterator[Place]:
    """Yield what the form asks for, in its order."""
    blocks = list(_blocks(container))
    for number, block in enumerate(blocks):
        if block.tag == f"{W}tbl":
            yield from _of_table(block)
        else:
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            yield from _of_line(line_of(block), after)


def _blocks(container: Element) -> Iterator[Element]:
    """Yield paragraphs and tables, also those inside content controls."""
    for child in container:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _blocks(content)


def _of_line(line: Line, after: Element | None) -> Iterator[Place]:
    """Yield what a paragraph asks for: at its lines to write on, behind its colon, or in the empty one below it."""
    if line.holes:
        for before, hole in line.holes:
            yield Place(_label(before, hole), partial(fill, hole))
        return
    around = _around(line.paragraph)
    if around is not None and is_prompt(around):
        yield Place(called(around), partial(fill, Hole(control=around)))
    elif line.text.endswith(":"):
        yield Place(line.text, partial(append, line.paragraph, after_text=True))
    elif line.text and after is not None and after.tag == f"{W}p" and _is_blank(after):
        yield Place(line.text, partial(append, after, after_text=False))
    elif line.text:
        yield Place(line.text)


def _label(before: str, hole: Hole) -> str:
    """Return what is asked for at an empty place: its own name where that is telling, else the words before it."""
    own = words_of(hole.name)
    if hole.name and (not before or is_about_participant(own)):
        return hole.name
    return before.rsplit("\n", maxsplit=1)[-1]


def _around(paragraph: Element) -> Element | None:
    """Return the content control that holds a whole paragraph."""
    content = paragraph.getparent()
    control = None if content is None else content.getparent()
    if content is None or control is None or content.tag != f"{W}sdtContent" or control.tag != f"{W}sdt":
        return None
    return control


def _is_blank(paragraph: Element) -> bool:
    return not any(True for _ in paragraph.iter(f"{W}t", f"{W}drawing", f"{W}pict", f"{W}sectPr", f"{W}fldChar"))


def _of_table(table: Element) -> Iterator[Place]:
    rows = [list(_cells(row)) for row in _rows(table)]
    used: set[int] = set()
    for number, row in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else []
        if number in used:
            continue
        if _is_header(row, below):
            used.add(number + 1)
            yield from (Place(cell.text, under.write) for cell, under in zip(row, below, strict=False))
        else:
            yield from _of_row(row)


def _is_header(row: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Tell whether the cells of a row say what belongs into the empty ones below them."""
    filled = len(row) > 1 and all(cell.text and not cell.is_empty and not cell.text.endswith(":") for cell in row)
    return filled and len(row) == len(below) and all(cell.is_empty for cell in below)


def _of_row(row: Sequence[Cell]) -> Iterator[Place]:
    """Yield what a row asks for: a label and the empty cell beside it, or labels with room in their own cells."""
    at = 0
    while at < len(row):
        cell = row[at]
        beside = row[at + 1] if at + 1 < len(row) else None
        at += 1
        if cell.goes_on or cell.is_empty:
            continue
        inside = list(_in_cell(cell))
        if beside is not None and beside.is_empty and not any(place.write for place in inside[:-1]):
            yield Place(_with_name(cell.text, beside), beside.write)
            at += 1
            continue
        yield from inside
        is_label = len(row) > 1 and beside is not None and not beside.text.endswith(":") and not beside.goes_on
        if is_label and not cell.begins and not any(place.write for place in inside):
            # What stands beside a label is its value, whatever word it is.
            at += 1


def _with_name(label: str, cell: Cell) -> str:
    """Return the label of a cell, or what the content control in it is called where that says who is meant."""
    controls = [cell.control] if cell.control is not None else [hole.control for line in cell.lines
                                                                for _, hole in line.holes]  # fmt: skip
    names = [called(control) for control in controls if control is not None]
    return next((name for name in names if is_about_participant(words_of(name))), label)


def _in_cell(cell: Cell) -> Iterator[Place]:
    """Yield what is asked for inside one cell: each of its lines, or the whole with the empty line below it."""
    paragraphs = [line.paragraph for line in cell.lines]
    for number, line in enumerate(cell.lines):
        yield from _of_line(line, paragraphs[number + 1] if number + 1 < len(paragraphs) else None)
    for table in cell.element.findall(f"{W}tbl"):
        yield from _of_table(table)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _rows(content)


def _cells(row: Element, around: Element | None = None) -> Iterator[Cell]:
    for child in row:
        if child.tag == f"{W}sdt":
            content = child.find(f"{W}sdtContent")
            if content is not None:
                yield from _cells(content, child if is_prompt(child) else None)
        elif child.tag == f"{W}tc":
            merged = child.find(f"{W}tcPr/{W}vMerge")
            restarts = merged is not None and merged.get(f"{W}val") == "restart"
            blocks = [block for block in _blocks(child) if block.tag == f"{W}p"]
            control = around
            if control is None and len(blocks) == 1 and (one := _around(blocks[0])) is not None and is_prompt(one):
                control = one
            lines = tuple(line_of(block) for block in blocks)
            yield Cell(child, lines, control, restarts, merged is not None and not restarts)


def _take_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
