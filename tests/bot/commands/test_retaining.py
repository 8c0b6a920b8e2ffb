"""`medverkan retention`: the table with how much is due; done at once only when asked for."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from medverkan.bot.commands.retaining import retention
from medverkan.bot.parts import Parts
from medverkan.storage.lifecycle import MailEvent


def test_the_table_says_what_is_due_and_does_nothing_until_told(
    parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    with parts.store.transaction() as books:
        mail = books.mails.add(b"Gammalt", datetime.now(UTC) - timedelta(days=400), "bank@region.example")
        assert mail
        books.mails.move(mail, MailEvent.UNDERSTOOD)

    def due() -> dict[str, int]:
        assert retention(None, now=False, as_json=True) == 0
        told = json.loads(capsys.readouterr().out)
        return {one["rule"]: one["due"] for one in told["rules"] if one["due"]}

    assert due() == due() == {"Gallring av mejl utan ärende": 1}
    assert retention(None, now=False, as_json=False) == 0
    shown = capsys.readouterr()
    assert "24 månader" in shown.out
    assert "1 att göra" in shown.err
    assert retention(None, now=True, as_json=False) == 0
    capsys.readouterr()
    assert due() == {}
    with parts.store.reading() as books:
        (line,) = books.audit.of(what="retention")
        assert line.detail == {"rule": "Gallring av mejl utan ärende", "count": 1}
