"""Read a grid in which each row is crossed under a yes or a no: "Intervju | X | ", "Sms | | X", as boxes.

A grid of options becomes one row, the question with its options; a grid of questions becomes a row for each.
"""

from collections.abc import Sequence

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import folded, label_of_text
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.values import Kind

MIN_ROWS = 2
MAX_ROWS = 40
_YES = frozenset(
    ("ja", "ja tack", "garna", "kryss", "satt kryss", "kryssa", "kryssa har", "markera", "yes", "vill", "x")
)
_NO = frozenset(
    ("nej", "nej tack", "kanske", "vet ej", "vet inte", "ej", "inte", "helst inte", "vill inte", "no", "maybe")
)
_ANSWERS = _YES | _NO
_MARKS = frozenset(("x", "×", "xx", "v", TICKED))
_NONE = frozenset(("", "-", "–", UNTICKED))
_LONGEST = 12  # of an answer to choose


def uncrossed(rows: Sequence[Row], kind: Kind) -> list[Row]:
    """Return rows with every crossed grid as questions and boxes; all others as they are."""
    if not any(map(_may_be_head, rows)):
        return [*rows]
    found: list[Row] = []
    at = 0
    while at < len(rows):
        crosses = _crosses(rows, at) if _may_be_head(rows[at]) else {}
        if not crosses:
            found.append(rows[at])
            at += 1
            continue
        found += (
            _asked_in_rows(rows[at], crosses) if _are_questions(crosses, kind) else [_asked(rows[at], crosses, found)]
        )
        at += 1 + len(crosses)
    return found


def _may_be_head(row: Row) -> bool:
    """Tell of a row that has only answers to choose from beside its first cell."""
    if not row.table or len(row.cells) < 2 or len(row.cells[-1]) > _LONGEST:
        return False
    return all(len(cell) <= _LONGEST and folded(cell) in _ANSWERS for cell in row.cells[1:])


def _crosses(rows: Sequence[Row], at: int) -> dict[str, bool | None]:
    """Return each row below a head with whether yes or no is crossed, None for neither; {} where it is no grid."""
    head = [folded(cell) in _YES for cell in rows[at].cells]
    found: dict[str, bool | None] = {}
    for row in rows[at + 1 : at + 1 + MAX_ROWS]:
        marks = [cell.strip().casefold() for cell in row.cells[1:]]
        plain = all(mark in _MARKS or mark in _NONE for mark in marks)
        if row.table != rows[at].table or len(row.cells) != len(head) or not row.cells[0].strip() or not plain:
            break
        crossed = [yes for yes, mark in zip(head[1:], marks, strict=True) if mark in _MARKS]
        if row.cells[0] in found:
            break
        found[row.cells[0]] = crossed[0] if len(crossed) == 1 else None
    return found if len(found) >= MIN_ROWS and any(one is not None for one in found.values()) else {}


def _are_questions(crosses: dict[str, bool | None], kind: Kind) -> bool:
    """Tell whether most rows ask for a yes by themselves: "Ni får skicka sms"."""
    labels = [label_of_text(asked.strip().rstrip(": "), kind) for asked in crosses]
    asks = [one for label in labels if label and (one := field(kind, label.key))]
    return 2 * sum(one.type in {Type.CONSENT, Type.YES_NO} for one in asks) > len(crosses)


def _asked_in_rows(head: Row, crosses: dict[str, bool | None]) -> list[Row]:
    said = {True: f"{TICKED} Ja {UNTICKED} Nej", False: f"{UNTICKED} Ja {TICKED} Nej", None: ""}
    return [Row((asked, said[crossed]), head.table) for asked, crossed in crosses.items()]


def _asked(head: Row, crosses: dict[str, bool | None], above: list[Row]) -> Row:
    """Return the question with its options; a grid without a question answers the line right above it."""
    question = head.cells[0].strip()
    while not question and above and not above[-1].table:
        question = above.pop().cells[0].strip()
    asked, mark, _ = question.partition("?")
    options = "\n".join(f"{TICKED if crossed else UNTICKED} {option}" for option, crossed in crosses.items())
    return Row((f"{asked}{mark}", options), head.table)
