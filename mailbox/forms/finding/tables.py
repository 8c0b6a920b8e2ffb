"""Read a table as a form: label left of value, label above value, label and value in one cell, several columns.

The same words can be a label or an answer ("Telefon" under "Hur vill du bli kontaktad?"), so a cell beside or below an
open question is an answer when the question has it among its options.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from medverkan.mailbox.forms.finding.cells import Cells
from medverkan.mailbox.forms.finding.entries import PART, Entry
from medverkan.mailbox.forms.finding.layout import OTHER
from medverkan.mailbox.forms.finding.loose import loose_options
from medverkan.mailbox.forms.finding.option_rows import with_options
from medverkan.mailbox.forms.finding.rows import Row
from medverkan.mailbox.forms.finding.several import is_form_heading
from medverkan.mailbox.forms.finding.shapes import mark_of, may_be_label
from medverkan.mailbox.forms.finding.table_layout import BOXES, MIN_WIDE, after_help, by_values, learn, several_in
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import Label, Strength, folded, label_of_text
from medverkan.mailbox.forms.naming.placing import placed_label
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.naming.value_kinds import tells_of_a_form
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.values import Kind

MIN_ROWS = 6
_ANSWER_HEADS = frozenset((
    *("svar", "ert svar", "ditt svar", "uppgift", "ifylles", "fylls i", "answer", "era svar", "fyll i har"),
    *("skriv har", "era uppgifter", "dina uppgifter", "mitt svar", "vart svar", "svarsfalt", "ifylles av er"),
))  # fmt: skip


def table_entries(rows: Sequence[Row], kind: Kind) -> list[Entry]:
    """Return what stands beside or below each label of one table."""
    cells = with_options([row.cells for row in rows], kind)
    # The first cell of a line of an export is a number as well, and a number may be an answer below its label.
    wide = [row for row in cells if len(row) > 2]
    numbered = len(cells[0]) < MIN_WIDE and 2 * sum(_without_numbers(row) != row for row in wide) > len(wide)
    return _Table([_without_numbers(row) for row in cells] if numbered else cells, kind).entries()


def _without_numbers(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Drop a leading column of row numbers."""
    if len(cells) > 2 and cells[0].strip(" .*)").isdigit():
        return cells[1:]
    return cells


class _Table:
    def __init__(self, rows: list[tuple[str, ...]], kind: Kind) -> None:
        self.rows = rows
        self.kind = kind
        self.found: list[Entry] = []
        self.read = Cells(kind)
        # "Fråga | Vad vi menar | Svar": the head says where the answers stand.
        head = [folded(cell) for cell in rows[0]] if rows else []
        self.answers_at = next((i for i, cell in enumerate(head) if i > 1 and cell in _ANSWER_HEADS), 0)
        if self.answers_at:
            self.rows = rows = rows[1:]
        else:
            self.answers_at = after_help(rows)
        self.layout = learn(rows, lambda cell: bool(self.read.pure(cell)), self.read.begins)
        if self.layout.is_empty and len(rows) >= MIN_ROWS:
            # A form in words of its own.
            self.layout = learn(rows, self.read.is_likely, self.read.is_likely)
        if self.layout.is_empty:
            self.layout = by_values(rows, tells_of_a_form) or self.layout

    def entries(self) -> list[Entry]:
        if forms := several_in(self.rows, self.layout, lambda cell: bool(self.read.pure(cell))):
            # Several forms in one table: each is a table by itself.
            return [entry for rows in forms for entry in (Entry(PART), *_Table(rows, self.kind).entries())]
        at = 0
        while at < len(self.rows):
            at += self._row(at)
        return self.found

    def _row(self, at: int) -> int:
        """Read one row; return how many rows that took."""
        cells = self.rows[at]
        filled = [(i, cell) for i, cell in enumerate(cells) if cell.strip()]
        pure = [(i, label) for i, cell in filled if (label := self.read.pure(cell))]
        if not filled:
            return 1
        if len(filled) == 1 and is_form_heading(filled[0][1]):
            self.found.append(Entry(PART))
            return 1
        if self._boxes(cells, [cell for _, cell in filled]):
            return 1
        if at in self.layout.heads:
            return self._head(at)
        if len(cells) in self.layout.columns:
            columns = self.layout.columns[len(cells)]
            return self._in_columns(cells, columns[:1] if 0 < self.answers_at < len(cells) else columns)
        if len(pure) == len(filled) and self._heads_values(at, cells, [i for i, _ in pure]):
            return 1 + self._values_below(at + 1, pure)
        if self._alternates(cells):
            for i in range(0, len(cells), 2):
                if self.read.pure(cells[i]):
                    self._add(self._named(cells[i], cells[i + 1]), cells[i + 1])
            return 1
        i = 0
        while i < len(cells):
            i += self._cell(cells, i)
        return 1

    def _boxes(self, cells: tuple[str, ...], filled: list[str]) -> bool:
        """Read a row of one option, its box perhaps in a cell of its own, that goes with the question above it."""
        after = len(filled) == 2 and filled[1] in BOXES and (not self.read.pure(filled[0]) or self._answers(filled[0]))
        if filled[0][0] not in BOXES and not after:
            return False
        if len(filled) == 1 and len(filled[0]) > 1:
            self.found += loose_options(filled[0], self.kind)
            return True
        if filled[0] not in BOXES and filled[1] not in BOXES:
            return False
        text = " ".join(filled if filled[0] in BOXES else reversed(filled))
        last = self.found[-1] if self.found else None
        if last and (not last.value or last.value[0] in BOXES):
            self.found[-1] = last._replace(value=f"{last.value}\n{text}".strip())
        else:
            self.found += loose_options(text, self.kind)
        return True

    def _answers(self, cell: str) -> bool:
        """Tell whether a cell is an option of the question above."""
        asked = field(self.kind, self.found[-1].key) if self.found else None
        return asked is not None and is_option(asked.type, cell)

    def _head(self, at: int) -> int:
        """Read a row of labels with their values in the row below."""
        cells, below = self.rows[at], self.rows[at + 1]
        places = [i for i, cell in enumerate(cells) if cell.strip()]
        for i in places:
            alone = "\n".join(cell for cell in below if cell.strip())
            value = alone if len(places) == 1 else below[i] if i < len(below) else ""
            self._add(self._named(cells[i], value), value)
        return 2

    def _in_columns(self, cells: tuple[str, ...], columns: tuple[int, ...]) -> int:
        """Read a row whose label columns are known."""
        for start, end in pairwise((*columns, len(cells))):
            rest = cells[start + 1 : end]
            if cells[start].strip():
                value = self._beside(cells, start, rest)
                if inside := None if value else self.read.inside(cells[start]):
                    self.found += inside
                else:
                    self._add(self._named(cells[start], value), value)
            elif self.found and (more := "\n".join(cell for cell in rest if cell.strip())):
                self.found[-1] = self.found[-1]._replace(value=f"{self.found[-1].value}\n{more}".strip())
        return 1

    def _beside(self, cells: tuple[str, ...], start: int, rest: tuple[str, ...]) -> str:
        if start == 0 and 0 < self.answers_at < len(cells):
            return cells[self.answers_at]
        filled = [cell for cell in rest if cell.strip()]
        if any(cell in BOXES or cell[0] in BOXES for cell in filled):
            return "\n".join(filled)
        return filled[0] if filled else ""

    def _named(self, cell: str, value: str) -> Label:
        """Return the label of a cell that holds one: the known, the likeliest, or one that asks for nothing of ours."""
        known = self.read.pure(cell) or self.read.instructed(cell)
        text = " ".join(cell.strip().partition("\n")[0].split()).rstrip(": ")
        before = self.found[-1].key if self.found else ""
        placed = placed_label(known.text if known else text, self.kind, value, before)
        if placed and not placed.text:
            placed = replace(placed, text=text)
        return placed or known or Label(OTHER, Strength.GUESSED, text=text)

    def _alternates(self, cells: tuple[str, ...]) -> bool:
        """Tell whether a row is label, value, label, value; one of the values may look like a label ("Arvode")."""
        if len(cells) < 4 or len(cells) % 2:
            return False
        labels, values = cells[::2], [cell for cell in cells[1::2] if cell.strip()]
        return all(self.read.pure(cell) for cell in labels) and not all(
            self.read.pure(cell) for cell in values or ["-"]
        )

    def _heads_values(self, at: int, cells: tuple[str, ...], places: list[int]) -> bool:
        """Tell whether a row holding nothing but labels has its values in the row below."""
        if at + 1 >= len(self.rows):
            return False
        below = [cell for cell in self.rows[at + 1] if cell.strip()]
        if len(below) == 2 and any(cell in BOXES for cell in below):
            return False
        if len(self.rows[at + 1]) in self.layout.columns and self.rows[at + 1][0].strip():
            # A heading in words of a label, above rows that have labels of their own.
            return False
        label = self.read.pure(cells[places[0]])
        asked = field(self.kind, label.key) if label else None
        if len(cells) == 2 and len(places) == 2 and asked and is_option(asked.type, cells[places[1]]):
            return False
        answers = not any(self.read.is_label(cell) for cell in below) or self._all_fit(cells, self.rows[at + 1])
        if len(below) == 1 and asked and is_option(asked.type, below[0]):
            answers = True
        if len(places) == 1:
            indented = len(self.rows[at + 1]) > 1 and not self.rows[at + 1][0].strip()
            return (len(cells) == 1 or indented) and answers and bool(below)
        return answers and len(places) == len(cells)

    def _all_fit(self, heads: tuple[str, ...], values: tuple[str, ...]) -> bool:
        """Tell whether the cells below that could be labels are answers to the heads of their columns."""
        for head, value in zip(heads, values, strict=False):
            label = self.read.pure(head)
            asked = field(self.kind, label.key) if label else None
            if self.read.is_label(value) and not (asked and is_option(asked.type, value)):
                return False
        return len(heads) == len(values)

    def _values_below(self, at: int, labels: list[tuple[int, Label]]) -> int:
        values = self.rows[at]
        if len(labels) == 1:
            self._add(labels[0][1], "\n".join(cell for cell in values if cell.strip()))
        else:
            for i, label in labels:
                self._add(label, values[i] if i < len(values) else "")
        return 1

    def _cell(self, cells: tuple[str, ...], i: int) -> int:
        """Read the cell at i, with its neighbour where that is its value; return how many cells that took."""
        cell = cells[i]
        neighbour = cells[i + 1] if i + 1 < len(cells) else None
        instructed = neighbour and not self.layout.shared and not self.read.is_label(neighbour)
        label = self.read.pure(cell) or (self.read.instructed(cell) if instructed else None)
        if label:
            asked = field(self.kind, label.key)
            if neighbour is not None:
                is_value = not self.read.pure(neighbour) or (asked is not None and is_option(asked.type, neighbour))
                if is_value or len(cells) == 2:
                    return self._with_value(label, cells, i)
            self._add(label, "")
            return 1
        if inside := self.read.inside(cell):
            self.found += inside
            return 1
        if self.layout.shared and self._is_shared(cell):
            value = cell.strip().partition("\n")[2].strip()
            self._add(self._named(cell, value), value)
            return 1
        label = label_of_text(cell.rstrip(": "), self.kind) if "\n" not in cell else None
        if label and neighbour and i == 0:
            self._add(label, neighbour)
            return 2
        return 1

    def _is_shared(self, cell: str) -> bool:
        """Tell whether a cell holds a label in unknown words above its value, as the other cells do."""
        first, _, rest = cell.strip().partition("\n")
        return bool(rest.strip()) and first[0] not in BOXES and may_be_label(mark_of(first)[1].rstrip(": "), small=True)

    def _with_value(self, label: Label, cells: tuple[str, ...], i: int) -> int:
        """Take the value of the label in cell i: the neighbour, the answer column, or several cells with boxes."""
        rest = cells[i + 1 :]
        if i == 0 and self.answers_at and self.answers_at < len(cells):
            self._add(label, cells[self.answers_at])
            return len(cells)
        if rest[0] and rest[0][0] in BOXES:
            boxes = list(takewhile(lambda cell: not self.read.pure(cell), rest))
            self._add(label, "\n".join(box for box in boxes if box.strip()))
            return 1 + len(boxes)
        if not rest[0].strip() and len(rest) > 1 and not self.read.is_label(rest[1]):
            self._add(label, rest[1])
            return 3
        self._add(label, rest[0])
        return 2

    def _add(self, label: Label, value: str) -> None:
        asked = field(self.kind, label.key)
        if asked and asked.type is Type.CONSENT and value.strip() in BOXES:
            value = f"{value.strip()} Ja"
        self.found.append(label.entry(value.strip()))
