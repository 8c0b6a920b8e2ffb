"""Read text in a picture with the program tesseract, and keep the places of the words, so that columns stay apart.

Of boxes no more than a cross is seen; whoever uses the rows is told that they come from a picture.
"""

import re
from itertools import groupby

from medverkan.mailbox.documents.layout import rows_of_page
from medverkan.mailbox.documents.pieces import Piece
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.programs import output_of, program
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row

PAGE_TIMEOUT_S = 12
MEMORY_BYTES = 190 * 1024**2
MIN_CONFIDENCE = 30
MIN_WORDS = 5
_COLUMNS = 12
# The Swedish model knows no @: it sees a capital between small letters, sometimes as a word's beginning, and doubts it.
_AT = re.compile(r"(?<=[a-zåäö0-9])(?: ?[Q©®@]|[OG])(?=[a-zåäö0-9][a-zåäö0-9.-]{1,80}\.[a-z]{2,10}(?:\s|$))")
_DOMAIN = re.compile(r"[a-zåäö0-9]\.[a-z]{2,10}$")
_CROSS = re.compile(r"(?:\[?[xX×]\]?|☒|\(x\)) (?=\w)")
_EMPTY = re.compile(r"[^a-zåäö\s]{1,2} (?=[A-ZÅÄÖ])")
_OPTION_WORDS = 6
_LINES = " |_=—-[]"


def rows_of_picture(picture: bytes, first_table: int = 1) -> list[Row]:
    """Return the lines and cells in a picture of a page, [] for one without text. Raises UnreadableError."""
    tesseract = program("tesseract")
    if not tesseract:
        raise UnreadableError(Problem.SCANNED)
    # psm 11, any text anywhere: the places say what stands beside what, and lines around cells swallow nothing.
    arguments = [tesseract, "stdin", "stdout", "-l", "swe", "--psm", "11", "tsv"]
    table = output_of(
        arguments,
        picture,
        timeout_s=PAGE_TIMEOUT_S,
        memory_bytes=MEMORY_BYTES,
        variables={"OMP_THREAD_LIMIT": "1"},
    )
    words = _words(table.decode("utf-8", "replace"))
    if len(words) < MIN_WORDS:
        return []
    rows = rows_of_page(_pieces(words), first_table=first_table)
    return [row._replace(cells=tuple(map(with_boxes, row.cells))) for row in rows]


def with_boxes(cell: str) -> str:
    """Return a cell of options with boxes, where a cross was seen before one of them; other cells as they are.

    An empty box is seen as anything, or not at all. So what has no cross beside one that has is not ticked.
    """
    lines = cell.split("\n")
    crossed = [bool(_CROSS.match(line)) for line in lines]
    if len(lines) < 2 or not any(crossed) or any(len(line.split()) > _OPTION_WORDS for line in lines):
        return cell
    return "\n".join(
        f"{TICKED} {_CROSS.sub('', line)}" if cross else f"{UNTICKED} {_EMPTY.sub('', line)}"
        for line, cross in zip(lines, crossed, strict=True)
    )


def _words(table: str) -> list[tuple[str, Piece]]:
    """Return the words with their places, and the line that the program saw each on."""
    words = []
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != "5" or not cells[11].strip(_LINES):
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        word = cells[11].strip()
        if float(cells[10]) >= MIN_CONFIDENCE or _DOMAIN.search(word):
            words.append(("-".join(cells[1:5]), Piece(word, left, top, left + width, top + height)))
    return words


def _pieces(words: list[tuple[str, Piece]]) -> list[Piece]:
    """Join the words of a line up to the next wide gap."""
    pieces: list[Piece] = []
    for _, on_line in groupby(words, key=lambda word: word[0]):
        line = [piece for _, piece in on_line]
        top, bottom = min(word.top for word in line), max(word.bottom for word in line)
        # The height of a word depends on its letters, that of a line does not.
        run: list[Piece] = []
        for word in line:
            if run and word.left - run[-1].right > 0.9 * (bottom - top):
                pieces.append(_joined(run, top, bottom))
                run = []
            run.append(word)
        pieces.append(_joined(run, top, bottom))
    return pieces


def _joined(run: list[Piece], top: float, bottom: float) -> Piece:
    return Piece(_AT.sub("@", " ".join(word.text for word in run)), run[0].left, top, run[-1].right, bottom)
