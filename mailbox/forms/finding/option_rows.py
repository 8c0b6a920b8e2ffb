"""Options in cells of their own, each with its cross beside it, as one answer: "Perspektiv | Brukare | | Patient | X".

They stand in rows below each other or in one row, the crosses before or after. A cell that groups rows is no label.
"""

from collections.abc import Sequence

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.naming.labels import worded_label
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.values import Kind

MIN_GROUPED = 3
_WIDTH, _WIDE = 3, 5
_CROSSED = frozenset(("x", "xx", "×", "v", "✓", "✔", TICKED, "ja", "yes"))
_OPEN = frozenset(("", "-", "–", UNTICKED, "nej", "no"))
_MARKS = _CROSSED | _OPEN
_LONGEST = 60  # of an option

Cells = tuple[str, ...]


def with_options(rows: Sequence[Cells], kind: Kind) -> list[Cells]:
    """Return rows in which options with crosses beside them are one cell of boxes, and no first cell groups rows."""
    if all(len(cells) < _WIDTH for cells in rows):
        return list(rows)
    found: list[Cells] = []
    at = 0
    while at < len(rows):
        taken, row = _in_rows(rows, at, kind)
        found.append(row)
        at += taken
    return _ungrouped(found, kind)


def _in_rows(rows: Sequence[Cells], at: int, kind: Kind) -> tuple[int, Cells]:
    """Return how many rows hold the options of the question in this row, and what they say; (1, the row) for none."""
    cells = rows[at]
    if len(cells) == _WIDTH and cells[0].strip():
        below = at + 1
        while below < len(rows) and len(rows[below]) == _WIDTH and not rows[below][0].strip():
            below += 1
        pairs = [(row[1], row[2]) for row in rows[at:below]]
        if len(pairs) > 1 and (said := _boxes(cells[0], pairs, kind)):
            return below - at, (cells[0], said)
    if len(cells) >= _WIDE and len(cells) % 2 and cells[0].strip():
        pairs = list(zip(cells[1::2], cells[2::2], strict=True))
        if said := _boxes(cells[0], pairs, kind):
            return 1, (cells[0], said)
    return 1, cells


def _boxes(asked: str, pairs: Sequence[tuple[str, str]], kind: Kind) -> str:
    """Return options with boxes, "" where the cells beside them are no crosses, or none is and no option is known."""
    for options, marks in (tuple(zip(*pairs, strict=True)), tuple(zip(*(pair[::-1] for pair in pairs), strict=True))):
        said = [mark.strip().casefold() for mark in marks]
        plain = all(0 < len(option.strip()) <= _LONGEST for option in options)
        if not plain or not all(mark in _MARKS for mark in said) or any(o.casefold() in _MARKS for o in options):
            continue
        if any(mark in _CROSSED for mark in said) or _are_options(asked, options, kind):
            return "\n".join(
                f"{TICKED if mark in _CROSSED else UNTICKED} {option.strip()}"
                for option, mark in zip(options, said, strict=True)
            )
    return ""


def _are_options(asked: str, options: Sequence[str], kind: Kind) -> bool:
    label = worded_label(asked.strip().rstrip(": "), kind)
    question = field(kind, label.key) if label else None
    return question is not None and all(is_option(question.type, option) for option in options)


def _ungrouped(rows: list[Cells], kind: Kind) -> list[Cells]:
    """Drop a first column that hardly ever holds anything, where the second one holds labels."""
    wide = [cells for cells in rows if len(cells) == _WIDTH]
    named = sum(bool(cells[0].strip()) for cells in wide)
    if len(wide) < MIN_GROUPED or _WIDTH * named > len(wide):
        return rows
    labels = sum(worded_label(cells[1].strip().rstrip(": "), kind) is not None for cells in wide)
    if labels < MIN_GROUPED or 2 * labels < len(wide):
        return rows
    return [cells[1:] if len(cells) == _WIDTH else cells for cells in rows]
