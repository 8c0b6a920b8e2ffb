"""Stages wait while pushed mail keeps coming: until it pauses, and never for long."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from medverkan.bot import intake
from medverkan.bot.intake import Intake
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import load
from tests.bot.clock import Clock
from tests.bot.living import request_mail
from tests.bot.pushing import write_pushed_settings

NEVER_S = 3_600.0


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    file = write_pushed_settings(tmp_path, "lmtp://127.0.0.1:8024", 1)
    with closing(open_parts(load(file, home=tmp_path))) as opened:
        yield opened


@pytest.mark.parametrize(
    ("quiet_s", "patience_s"), [(0.01, NEVER_S), (NEVER_S, 0.01)], ids=["until it is quiet", "for a while"]
)
def test_the_stages_go_on_when_no_mail_comes_or_they_have_waited_enough(
    parts: Parts, clock: Clock, monkeypatch: pytest.MonkeyPatch, quiet_s: float, patience_s: float
) -> None:
    monkeypatch.setattr(intake, "QUIET_S", quiet_s)
    monkeypatch.setattr(intake, "PATIENCE_S", patience_s)
    arrived: list[bool] = []
    taking = Intake(parts, clock, lambda: arrived.append(True))
    taking.take(request_mail(1))
    taking.let_through()
    assert arrived == [True]


def test_where_no_mail_has_come_nobody_waits(parts: Parts, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "PATIENCE_S", NEVER_S)
    Intake(parts, clock, lambda: None).let_through()


def test_a_mail_that_is_not_stored_wakes_nobody(parts: Parts, clock: Clock) -> None:
    arrived: list[bool] = []
    parts.store.engine.dispose()
    taking = Intake(parts, clock, lambda: arrived.append(True))
    with parts.store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE mail RENAME TO gone")
    with pytest.raises(Exception, match="mail"):
        taking.take(request_mail(1))
    assert arrived == []
