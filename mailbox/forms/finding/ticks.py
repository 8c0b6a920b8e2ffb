"""Signs that are ticks only where their counterparts stand beside them: "■" beside "□", "●" beside "○", "✗" beside "✓".

Alone they are bullets, crosses or the marks of what must be filled in. What always ticks is read in `rows`.
"""

import re
from collections.abc import Iterator, Sequence

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row
from medverkan.mailbox.forms.naming.labels import Strength, label_of_text
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.values import Kind

_MAY_NEED = re.compile(r"[●○■◼⬛⬤⚫▪✗✘✕✖☓❌]|[\[(][*vVo•][\])]")
_ROUND = str.maketrans("●○", TICKED + UNTICKED)
_OPEN = str.maketrans("○", UNTICKED)
_FILLED = "■◼⬛⬤⚫▪"
_CROSSES = "✗✘✕✖☓❌"
_CROSS, _CROSSED = (str.maketrans(_CROSSES, mark * len(_CROSSES)) for mark in (UNTICKED, TICKED))
_LETTERED = re.compile(r"(?:(?<=\s)|^)[\[(][*vVo•][\])](?=[ \t]?\w)", re.M)
_TRAILING = re.compile(r"[\[(][vVo•][\])](?=\s*$)", re.M)
_DASH, _DASHED = re.compile(r"(?:[-–—]|_{2,5}) ?(?=[^\W\d_])"), re.compile(r"^(?:[-–—]|_{2,5}) ?[^\W\d_]", re.M)
_YES_OR_NO = re.compile(rf"([{TICKED}{UNTICKED}○]) ?(?:ja|nej)\b", re.I)
_ANSWER = re.compile(r"(?:ja|nej)\b", re.I)
_FEW_WORDS = 6


def with_ticks(rows: Sequence[Row], kind: Kind) -> Sequence[Row]:
    """Return rows in which what ticks an option is a tick."""
    text = "\n".join(["\t".join(row.cells) for row in rows])
    needed = bool(_MAY_NEED.search(text))
    if needed:
        rows = _with_counterparts(rows, text, kind)
    rows = _undashed(rows, kind) if TICKED in text and _DASHED.search(text) else rows
    return _unheaded(rows) if (needed or TICKED in text) and _YES_OR_NO.search(text) else rows


def _unheaded(rows: Sequence[Row]) -> Sequence[Row]:
    """Return rows in which the tick before a question is none, where its yes and its no stand unticked below it."""
    lines = [line for row in rows for cell in row.cells for line in cell.split("\n")]
    written = [at for at, line in enumerate(lines) if line]
    for n, at in enumerate(written):
        if not lines[at].startswith(TICKED) or _YES_OR_NO.match(lines[at]):
            continue
        below = [lines[other] for other in written[n + 1 : n + 3]]
        own = _YES_OR_NO.findall(lines[at])
        answers = own or [mark for line in below for mark in _YES_OR_NO.findall(line)]
        if answers and (own or _YES_OR_NO.match(below[0])) and TICKED not in answers:
            lines[at] = lines[at][1:].lstrip()
    return _with_lines(rows, lines)


def _with_counterparts(rows: Sequence[Row], text: str, kind: Kind) -> Sequence[Row]:
    if "○" in text and "●" in text:
        rows = _translated(rows, _OPEN if _are_bullets(text, "●", kind) else _ROUND)
    elif "○" in text and _are_beside(text, "○", TICKED):
        rows = _translated(rows, _OPEN)
    for sign in _FILLED:
        if sign in text and _are_beside(text, sign, UNTICKED) and not _are_bullets(text, sign, kind):
            rows = _translated(rows, str.maketrans(sign, TICKED))
    if any(sign in text for sign in _CROSSES):
        # Where open boxes are, a cross is what ticks them.
        rows = _translated(rows, _CROSSED if UNTICKED in text else _CROSS)
    if UNTICKED in text and (_LETTERED.search(text) or _TRAILING.search(text)):
        rows = [row._replace(cells=tuple(_lettered(cell) for cell in row.cells)) for row in rows]
    return rows


def _undashed(rows: Sequence[Row], kind: Kind) -> Sequence[Row]:
    """Return rows in which "- Brukare" right above or below "☒ Patient" is an option that is not ticked."""
    lines = [line for row in rows for cell in row.cells for line in cell.split("\n")]
    dashed = [
        _DASH.sub(UNTICKED, line) if _DASH.match(line) and _is_open(line.lstrip("-–—_ "), kind) else ""
        for line in lines
    ]
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        run = False
        for at in order:
            run = lines[at].startswith(TICKED) or (run and bool(dashed[at]))
            lines[at] = dashed[at] if run and dashed[at] else lines[at]
    return _with_lines(rows, lines)


def _with_lines(rows: Sequence[Row], lines: Sequence[str]) -> Sequence[Row]:
    left = iter(lines)
    return [row._replace(cells=tuple("\n".join([next(left) for _ in cell.split("\n")]) for cell in row.cells))
            for row in rows]  # fmt: skip


def _is_open(option: str, kind: Kind) -> bool:
    return ":" not in option and len(option.split()) <= _FEW_WORDS and not _asks(option.strip(), kind)


def _translated(rows: Sequence[Row], table: dict[int, int]) -> Sequence[Row]:
    return [row._replace(cells=tuple(cell.translate(table) for cell in row.cells)) for row in rows]


def _lettered(cell: str) -> str:
    return _TRAILING.sub(TICKED, _LETTERED.sub(TICKED, cell))


def _are_beside(text: str, one: str, other: str) -> bool:
    """Tell whether two signs stand in one line, or in two lines of which one follows the other."""
    lines = text.split("\n")
    pairs = ((line, below) for line, below in zip(lines, (*lines[1:], ""), strict=True))
    return any((one in line and (other in line or other in below)) or (other in line and one in below)
               for line, below in pairs)  # fmt: skip


def _are_bullets(text: str, sign: str, kind: Kind) -> bool:
    """Tell whether a sign stands before labels, as in "■ Perspektiv", rather than before what is chosen."""
    headed = list(_headed(text, sign))
    asks = sum(below or line.endswith((":", "?")) or _asks(line, kind) for line, below in headed)
    return 2 * asks >= len(headed) > 0


def _headed(text: str, sign: str) -> Iterator[tuple[str, bool]]:
    """Yield what a sign stands before, and whether a yes or a no to be ticked follows it, as it does a question."""
    lines = [cell.strip() for line in text.split("\n") for cell in line.split("\t") if cell.strip()]
    for line, below in zip(lines, (*lines[1:], ""), strict=True):
        if line.startswith(sign):
            said = line[1:].strip()
            asks = _YES_OR_NO.search(line) or _YES_OR_NO.match(below)
            yield said, bool(asks) and not _ANSWER.match(said)


def _asks(line: str, kind: Kind) -> bool:
    """Tell whether words name a field and are neither a choice nor a sentence to agree to."""
    found = label_of_text(line, kind)
    if found is None or found.strength < Strength.CLOSE or line.casefold().startswith(("jag ", "ja ", "ja,")):
        return False
    asked = field(kind, found.key)
    return asked is None or not is_option(asked.type, line)
