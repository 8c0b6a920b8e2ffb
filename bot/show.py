"""What commands print: data on standard output (one JSON document with --json), words for people on standard error."""

import json
import logging
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import structlog

# Of a file or a pipe, which have no width of their own.
WIDTH = 110
_MONTHS = ("jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec")


def document(value: Any) -> None:
    """Print one JSON document in UTF-8 and nothing else."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def lines(rows: Iterable[str]) -> None:
    """Print lines of data for people."""
    for row in rows:
        sys.stdout.write(row + "\n")


def table(head: Sequence[str], rows: Iterable[Sequence[object]], empty: str) -> None:
    """Print rows in columns, or `empty` where there are none."""
    cells = [[str(cell) for cell in row] for row in rows]
    if not cells:
        say(empty)
        return
    widths = [max(len(row[at]) for row in [list(head), *cells]) for at in range(len(head))]
    for row in [list(head), *cells]:
        sys.stdout.write("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n")


def columns(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows of long texts in columns that are folded to the width of the terminal."""
    from rich.console import Console
    from rich.table import Table

    shown = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in head:
        shown.add_column(name, overflow="fold")
    for row in rows:
        shown.add_row(*row)
    width = None if sys.stdout.isatty() else WIDTH
    Console(file=sys.stdout, width=width, markup=False, highlight=False, emoji=False).print(shown)


def say(text: str) -> None:
    """Say something to a person, on standard error."""
    sys.stderr.write(text + "\n")


def local(moment: datetime, zone: ZoneInfo) -> str:
    """Return a moment as "2026-12-01T09:12:00+01:00" in the register's zone."""
    return moment.astimezone(zone).isoformat(timespec="seconds")


def moment(written: str) -> str:
    """Return a moment of the JSON, which is local already, as people read it: "2 dec 2026 kl. 09.12"."""
    at = datetime.fromisoformat(written)
    return f"{day(written)} kl. {at:%H.%M}"


def day(written: str) -> str:
    """Return a date or the date of a moment of the JSON as people read it: "2 dec 2026"."""
    on = datetime.fromisoformat(written)
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def log_to_stderr(level: int = logging.WARNING) -> None:
    """Log structured lines to standard error: ids and counts, never names, addresses, subjects or bodies."""
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    # An address that a gateway or a chat is asked by can hold a password, a number and the text itself.
    for noisy in ("apscheduler", "imapclient", "mail.log", "alembic", "pymap", "httpx", "httpcore", "aiohttp"):
        logging.getLogger(noisy).setLevel(logging.ERROR)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        # Made anew for each line, so that a replaced standard error is followed.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
