"""A worker killed at any statement (SIGKILL) leaves all of a transaction or nothing, and a database that opens."""

import signal
import subprocess
import sys
from pathlib import Path

from sqlalchemy import text

from medverkan.storage import schema
from tests.storage.dying import found, work
from tests.storage.rows import OpenStore

ROOT = Path(__file__).resolve().parent.parent.parent
FEWEST = 8  # statements there must be, or nothing was tried


def test_a_worker_killed_at_any_statement_leaves_nothing_of_its_transaction(
    database_url: str, open_store: OpenStore
) -> None:
    command = [sys.executable, "-m", "tests.storage.dying", database_url]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert answer.stderr == ""
    *killed, last = answer.stdout.splitlines()
    assert len(killed) >= FEWEST
    assert set(killed) == {f"{-signal.SIGKILL} 0 0 0 0"}
    assert last == "0 1 1 1 1"
    store = open_store()
    with store.transaction() as books:
        work(books, 2)
    assert found(store) == (2, 2, 2, 2)
    assert schema.differences(store.engine) == []
    with store.reading() as books:
        assert [case.number for case in books.requests.in_state()] == ["F-2026-0001", "F-2026-0002"]
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
