"""Orders to the worker of dying.py: one life of the service in some home, to its end or to a death."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Lives:
    """A running worker; the first life that nobody ends should be an unharmed one, which warms it up."""

    orders: IO[str]
    answers: IO[str]

    def live(self, home: Path, at: datetime, die: tuple[str, float] | None = None) -> dict[str, Any]:
        """Live once, killed as told; return how it ended: "code", and "seen" and "s" where nobody killed it."""
        self.orders.write(json.dumps({"home": str(home), "at": at.isoformat(), "die": die}) + "\n")
        self.orders.flush()
        told: dict[str, Any] = json.loads(self.answers.readline())
        return told


@contextlib.contextmanager
def lives(log: Path) -> Iterator[Lives]:
    """Run the worker until left; what the services say goes to `log`."""
    command = [sys.executable, "-m", "tests.kills.dying"]
    with (
        log.open("w") as said,
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, text=True
        ) as process,
    ):
        assert process.stdin
        assert process.stdout
        try:
            yield Lives(process.stdin, process.stdout)
        finally:
            process.kill()
