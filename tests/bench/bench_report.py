"""How long the year's report takes, against the bare queries that read the same rows: 10 years of 500 requests.

Run it as a script: `python tests/bench/bench_report.py [MEMBERS]`, 1 000 unless told. The bare queries read the same
columns with the driver alone, nothing opened; the report opens what is sealed, reads what unfilled requests asked for
and what people have told, as far as it must, and counts. All in seconds of the processor.
"""

import os
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from years import register

from medverkan.bot.evaluation.page import page
from medverkan.bot.evaluation.rows import rows_of
from medverkan.bot.evaluation.year import year_of

FIRST, YEARS, PER_YEAR = 2016, 10, 500
CAME = "(SELECT id FROM request WHERE received_at >= ? AND received_at < ?)"
BARE = (
    "SELECT * FROM request WHERE received_at >= ? AND received_at < ?",
    f"SELECT request_id, what, at FROM audit WHERE request_id IN {CAME}",  # noqa: S608
    f"SELECT request_id, member_id, state FROM invitation WHERE state != 'proposed' AND request_id IN {CAME}",  # noqa: S608
    "SELECT * FROM member WHERE ? < ?",
    "SELECT * FROM consent WHERE request_id IS NULL AND ? < ?",
)


def main() -> None:
    """Measure ten reports, one for each year, and the queries beneath them."""
    members = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MEDVERKAN_HOME"] = folder
        parts = register(Path(folder), FIRST, YEARS, PER_YEAR, members)
        began = time.process_time()
        for year in range(FIRST, FIRST + YEARS):
            with parts.store.reading() as books:
                page(year_of(year, *rows_of(books, parts, year)), "bench")
        reports_s = time.process_time() - began
        parts.close()
        database = sqlite3.connect(Path(folder) / "medverkan.db")
        began = time.process_time()
        for year in range(FIRST, FIRST + YEARS):
            for query in BARE:
                database.execute(query, (f"{year}-01-01", f"{year + 1}-01-01")).fetchall()
        bare_s = time.process_time() - began
        database.close()
    print(
        f"{YEARS} reports over {YEARS} years x {PER_YEAR} requests, {members} members: {reports_s:.2f} s "
        f"({1000 * reports_s / YEARS:.0f} ms each), bare queries {bare_s:.2f} s, ratio {reports_s / bare_s:.1f}"
    )


if __name__ == "__main__":
    main()
