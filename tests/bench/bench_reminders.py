"""What a tick of the reminders costs with a hundred thousand of them stored and ten due, against the bare question.

Run it as a script: `python tests/bench/bench_reminders.py [STORED]`. Beside it, in the same run: the indexed query that
tells what is due, by the same driver. Two things are measured: a whole tick, where the ten are tasks that wait for a
lead, as on most ticks of a day; and how ten reminders that are due are found, before anything is written about them.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.reminding.kinds import MIDNIGHT
from medverkan.bot.reminding.remind import KINDS, remind
from medverkan.bot.settings import Lead, load
from medverkan.storage.tables import TaskRow, new_id

STORED, DUE, ROUNDS = 100_000, 10, 300
LIMIT = 2.0
NOW = datetime(2026, 2, 10, 9, tzinfo=UTC)
TOGETHER = 2000
QUERY = text("SELECT * FROM task WHERE done_at IS NULL AND due <= :now ORDER BY due, number")
WAITING = "review"  # a lead's, told in the morning


def fill(parts: Parts, stored: int) -> None:
    """Store that many reminders for days to come, and ten that are due."""
    note = b""
    for start in range(0, stored, TOGETHER):
        with parts.store.transaction() as books:
            rows = []
            for number in range(start, min(start + TOGETHER, stored)):
                due = NOW + timedelta(days=1 + number % 700)
                row_id = new_id()
                note = note or books.tasks.seal("task.note", row_id, "")
                rows.append({"id": row_id, "number": f"B-{number}", "key": f"b:{number}", "kind": "contacted",
                             "due": due, "attempts": 0, "reminded": 0, "note": note})  # fmt: skip
            books.tasks.session.connection().execute(TaskRow.__table__.insert(), rows)  # type: ignore[attr-defined]
    with parts.store.transaction() as books:
        for number in range(DUE):
            books.tasks.add(WAITING, f"due:{number}", NOW - timedelta(hours=1))


def median_ms(act: Callable[[], object]) -> float:
    """Return the median of ROUNDS runs, in ms."""
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took)


def main() -> None:
    """Measure, and print the ratio."""
    stored = int(sys.argv[1]) if len(sys.argv) > 1 else STORED
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        lead = Lead(name="Karin Exempel", email="karin@region.example")
        settings = load(home=home).model_copy(update={"leads": (lead,), "home": home})
        parts = open_parts(settings, tell=False)
        fill(parts, stored)
        while remind(parts, lambda: NOW):
            pass

        def bare() -> None:
            with parts.store.engine.connect().execution_options(reading=True) as connection:
                assert len(connection.execute(QUERY, {"now": NOW.replace(tzinfo=None)}).all()) >= DUE

        def found() -> None:
            with parts.store.reading() as books:
                assert len(books.tasks.reminders((*KINDS, WAITING), NOW, also=MIDNIGHT)) > DUE

        assert remind(parts, lambda: NOW) == 0
        question, tick, finding = median_ms(bare), median_ms(lambda: remind(parts, lambda: NOW)), median_ms(found)
        parts.close()
    print(
        f"{stored} reminders stored, {DUE} due: bare query {question:.2f} ms; a tick {tick:.2f} ms, "
        f"ratio {tick / question:.2f}; finding the ten {finding:.2f} ms, ratio {finding / question:.2f} (limit {LIMIT})"
    )


if __name__ == "__main__":
    main()
