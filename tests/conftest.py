"""What every test may use, and the rule for skips on the CI machine.

With `--known-skips FILE` a test that is skipped for a reason which the file does not list is reported as failed, so
that a server missing from the CI machine cannot silently take its tests along.
"""

from collections.abc import Generator
from pathlib import Path

import pytest
import structlog

pytest_plugins = ["tests.postgres"]

KNOWN_SKIPS = pytest.StashKey[tuple[str, ...] | None]()


@pytest.fixture(autouse=True)
def _log_as_at_the_start() -> None:
    """Forget how an earlier test, or a command run in it, wanted the log: its level would hide lines from the next."""
    structlog.reset_defaults()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that turns unexpected skips into failures."""
    parser.addoption("--known-skips", metavar="FILE", type=Path, help="fail tests skipped for a reason not in FILE")


def pytest_configure(config: pytest.Config) -> None:
    """Read the known reasons once; a line is `part of the reason <tab> why that is acceptable`."""
    file: Path | None = config.getoption("--known-skips")
    lines = [] if file is None else file.read_text(encoding="utf-8").splitlines()
    reasons = tuple(line.split("\t")[0].strip() for line in lines if line.strip() and not line.startswith("#"))
    config.stash[KNOWN_SKIPS] = None if file is None else reasons


def _refuse_unknown_skip(report: pytest.TestReport | pytest.CollectReport, known: tuple[str, ...] | None) -> None:
    if known is None or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if not any(part in reason for part in known):
        report.outcome = "failed"
        report.longrepr = f"{reason}\nSkipped for a reason that is not in the list of known skips."


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Report an unknown skip of a test as a failure."""
    report = yield
    _refuse_unknown_skip(report, item.config.stash[KNOWN_SKIPS])
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Report an unknown skip of a whole file as a failure."""
    report = yield
    _refuse_unknown_skip(report, collector.config.stash[KNOWN_SKIPS])
    return report
