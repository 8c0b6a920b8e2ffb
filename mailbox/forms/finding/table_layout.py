"""Learn where one table keeps its labels: in which columns, or in every other row with the values below.

A column or a row in which enough labels are sure holds nothing but labels, so that the unknown ones among them are
neither values nor lost.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from medverkan.mailbox.forms.finding.helped import is_worded_help
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.finding.several import is_form_heading
from medverkan.mailbox.forms.finding.shapes import mark_of, may_be_label

MIN_SURE = 3
MIN_LIST = 4
MIN_HELPED = 5
MIN_WIDE = 7
MIN_TURNS = 8
MIN_TELLING = 4
_MOST = 0.8
MAX_WORDS = 8
_FEW, _FEWER = 3, 4  # one of so many values may be in words of a label
_WITH_HELP = 3
_LESS_HELPED = 0.5
BOXES = (TICKED, UNTICKED)
_SHARE = 0.4
_LESS = 0.25
_SELDOM = 0.6

Cells = tuple[str, ...]
Asks = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Label columns by the number of cells in a row, and the rows whose values stand in the row below."""

    columns: dict[int, tuple[int, ...]]
    heads: frozenset[int]
    shared: bool  # label and value share a cell, the label on its first line

    @property
    def is_empty(self) -> bool:
        """Whether nothing was learnt."""
        return not (self.columns or self.heads or self.shared)


def learn(rows: Sequence[Cells], is_label: Asks, begins: Asks) -> TableLayout:
    """Return the layout; `is_label` tells whether a cell is a sure label, `begins` whether its first line is one."""
    columns = _label_columns(rows, begins)
    loose = [cell for cells in rows if len(cells) not in columns for cell in cells if cell.strip()]
    shared = sum(begins(cell) and not is_label(cell) for cell in loose) >= MIN_SURE
    return TableLayout(columns, _heads(rows, is_label, columns), shared)


def after_help(rows: Sequence[Cells]) -> int:
    """Return the column of the answers where help stands between labels and answers; 0 where it does not.

    Help may be left out beside an answer, but an answer is hardly left out so often; and help says that it is.
    """
    three = [cells for cells in rows if len(cells) == _WITH_HELP and cells[0].strip()]
    if len(three) < MIN_HELPED or len(three) < len(rows) - 1:
        return 0
    beside = [cells[1].strip() for cells in three if cells[1].strip()]
    worded = sum(is_worded_help(said) or (said.endswith("?") and "\n" not in said) for said in beside)
    if worded >= MIN_HELPED and worded >= _LESS_HELPED * len(beside):
        return _WITH_HELP - 1
    without = sum(not cells[1].strip() and bool(cells[2].strip()) for cells in three)
    alone = sum(bool(cells[1].strip()) and not cells[2].strip() for cells in three)
    return _WITH_HELP - 1 if without >= 1 and alone <= len(three) // 4 else 0


def several_in(rows: Sequence[Cells], layout: TableLayout, is_label: Asks) -> list[list[Cells]]:
    """Return the rows of each form where a table holds several, beside or below each other; [] for a single one."""
    head, *others = rows or [()]
    if len(rows) < 3 and not _is_export(rows, is_label):
        return []
    beside = [column for column in range(1, len(head)) if is_form_heading(head[column])]
    if len(beside) >= 2 and layout.columns.get(len(head)) == (0,):
        return [
            [(cells[0], cells[column] if column < len(cells) else cells[-1]) for cells in others] for column in beside
        ]
    if _is_export(rows, is_label):
        return [list(zip(head, cells, strict=True)) for cells in others if len(_filled(cells)) >= 2]
    plain = len(head) >= 4 and sum(map(is_label, head)) >= MIN_LIST and all(map(is_label, _filled(head)))
    if plain and all(len(cells) == len(head) and sum(map(is_label, cells)) <= len(head) // 4 for cells in others):
        return [[head, cells] for cells in others if len(_filled(cells)) >= 2]
    return []


def _is_export(rows: Sequence[Cells], is_label: Asks) -> bool:
    """Tell whether a wide head of labels, not all of them known, stands above rows of values."""
    if len(rows) < 2 or len(rows[0]) < MIN_WIDE or any(len(cells) != len(rows[0]) for cells in rows):
        return False
    filled = _filled(rows[0])
    known = sum(map(is_label, filled))
    if known < max(MIN_LIST, round(_SHARE * len(filled))) or not all(map(may_be_label, filled)):
        return False
    return all(sum(map(is_label, cells)) <= len(cells) // 4 for cells in rows[1:])


def _label_columns(rows: Sequence[Cells], begins: Asks) -> dict[int, tuple[int, ...]]:
    by_width: dict[int, list[Cells]] = defaultdict(list)
    for cells in rows:
        by_width[len(cells)].append(cells)
    found: dict[int, tuple[int, ...]] = {}
    for width, group in by_width.items():
        filled = [[cells[c] for cells in group if cells[c].strip()] for c in range(width)]
        sure = [sum(begins(cell) for cell in column) for column in filled]
        full = [
            c
            for c in range(width)
            if sure[c] >= MIN_SURE
            # Where none of the values beside them could be a label, fewer need to be known.
            and sure[c] >= (_SHARE if c + 1 == width or sure[c + 1] else _LESS) * len(filled[c])
        ]
        # Where the last column has labels too, they stand above their values, or in one cell with them.
        full = _with_their_like(full, filled, sure)
        seldom = len(filled[-1]) < _SELDOM * len(group)
        if full and width - 1 not in full and (seldom or sure[-1] < _SHARE * max(1, len(filled[-1]))):
            found[width] = tuple(full)
    # A narrower or wider row of the same table begins with its label too.
    if any(columns[0] == 0 for columns in found.values()):
        for width, group in by_width.items():
            starts = [cells[0] for cells in group if cells[0].strip()]
            if width > 1 and width not in found and _begin_rows(starts, begins):
                pairs = [
                    c for c in range(2, width - 1, 2) if any(begins(r[c]) and r[c - 1] not in BOXES for r in group)
                ]
                found[width] = (0, *pairs)
    return found


def _with_their_like(full: list[int], filled: Sequence[Sequence[str]], sure: Sequence[int]) -> list[int]:
    """Return label columns with the other even ones, where labels and values come in pairs and are worded as such."""
    width = len(filled)
    if width % 2 or not full or any(column % 2 for column in full):
        return full
    return [
        column
        for column in range(0, width, 2)
        if column in full
        or (
            sure[column + 1] <= len(filled[column]) // 4
            and all(may_be_label(cell.strip().rstrip(": ")) for cell in filled[column])
        )
    ]


def _begin_rows(cells: Sequence[str], begins: Asks) -> bool:
    """Tell whether cells at the start of rows are labels: all are, or some, and the others are worded like one."""
    known = sum(map(begins, cells))
    alike = all(begins(cell) or may_be_label(cell.strip().rstrip(": ")) for cell in cells)
    return known == len(cells) or (alike and all(len(cell.split()) <= MAX_WORDS for cell in cells))


def _heads(rows: Sequence[Cells], is_label: Asks, columns: dict[int, tuple[int, ...]]) -> frozenset[int]:
    if by_turn := _every_other(rows, is_label):
        return by_turn
    sure = {at for at in range(len(rows) - 1) if _is_head(rows, at, is_label, columns)}
    counts = {at: sum(map(is_label, _filled(rows[at]))) for at in sure}
    plain = [count for at, count in counts.items() if count >= MIN_SURE or count == len(_filled(rows[at]))]
    if sum(plain) < MIN_SURE:
        return frozenset()
    heads: set[int] = set()
    for at in range(len(rows) - 1):
        if at - 1 in heads:
            continue
        after_values = at == 0 or at - 2 in heads
        if at in sure or (after_values and at + 1 not in sure and _may_be_head(rows, at, columns)):
            heads.add(at)
    return frozenset(heads)


def _every_other(rows: Sequence[Cells], is_label: Asks) -> frozenset[int]:
    """Return every other row of a single column in which labels stand above their values; empty for any other."""
    if len(rows) < MIN_TURNS or len(rows) % 2 or any(len(cells) != 1 for cells in rows):
        return frozenset()
    upper, lower = [cells[0] for cells in rows[::2]], [cells[0] for cells in rows[1::2]]
    known, answers = sum(map(is_label, upper)), sum(map(is_label, lower))
    plain = known >= MIN_SURE and known > 2 * answers and all(may_be_label(cell.strip().rstrip(": ")) for cell in upper)
    return frozenset(range(0, len(rows), 2)) if plain else frozenset()


def by_values(rows: Sequence[Cells], tells: Asks) -> TableLayout | None:
    """Return the layout of a table whose values plainly are some, whatever the labels beside or above them say.

    `tells` says of a value that it is of a kind that forms ask for, such as a number or an address.
    """
    parts = [cell.strip().partition("\n") for cells in rows for cell in _filled(cells)]
    shared = [(first, rest) for first, _, rest in parts if rest.strip()]
    if len(shared) >= _MOST * len(parts) and _are_pairs(shared, tells):
        return TableLayout({}, frozenset(), True)
    filled = [cells for cells in rows if len(_filled(cells)) > 1]
    pairs = [pair for cells in filled if len(cells) % 2 == 0 for pair in zip(cells[::2], cells[1::2], strict=True)]
    if len(filled) >= _MOST * len(rows) and _are_pairs(pairs, tells):
        widths = {len(cells) for cells in rows if len(cells) % 2 == 0}
        return TableLayout({width: tuple(range(0, width, 2)) for width in widths}, frozenset(), False)
    return None


def _are_pairs(pairs: Sequence[tuple[str, str]], tells: Asks) -> bool:
    """Tell whether the first of each pair is worded like a label and enough of the second are telling."""
    pairs = [(label.strip(), value) for label, value in pairs if label.strip()]
    if len(pairs) < MIN_TURNS or sum(tells(value) for _, value in pairs) < MIN_TELLING:
        return False
    worded = [mark_of(label.partition("\n")[0])[1].rstrip(": ") for label, _ in pairs]
    answers = sum(any(sign.isdigit() or sign == "@" for sign in label) for label in worded)
    return all(may_be_label(label, small=True) for label in worded) and answers <= len(pairs) // 4


def _is_head(rows: Sequence[Cells], at: int, is_label: Asks, columns: dict[int, tuple[int, ...]]) -> bool:
    cells, below = rows[at], rows[at + 1]
    filled = _filled(cells)
    values = _filled(below)
    if not filled or len(cells) in columns or not _stand_above(cells, below) or any(value in BOXES for value in values):
        return False
    known = sum(map(is_label, filled))
    share = _FEW if known == len(filled) else _FEWER
    return 2 * known >= len(filled) and sum(map(is_label, values)) <= len(values) // share


def _may_be_head(rows: Sequence[Cells], at: int, columns: dict[int, tuple[int, ...]]) -> bool:
    cells = rows[at]
    labels = [cell.strip().rstrip(": ") for cell in _filled(cells)]
    below = rows[at + 1]
    set_alike = bool(labels) and len(cells) not in columns and _stand_above(cells, below) and bool(_filled(below))
    return set_alike and all(may_be_label(label) and len(label.split()) <= 10 for label in labels)


def _stand_above(cells: Cells, below: Cells) -> bool:
    """Tell whether a row can hold the values of the row above it: as many cells, or set in by an empty one."""
    set_in = len(below) > 1 and not below[0].strip() and bool(_filled(below)) and len(_filled(cells)) == 1
    return len(cells) == len(below) or set_in


def _filled(cells: Cells) -> list[str]:
    return [cell for cell in cells if cell.strip()]
