"""Trainings and network meetings are noted for each person, and what somebody wants to learn stays until it is met."""

import json

import pytest

from medverkan.bot.commands import people
from medverkan.bot.commands.learning import attended, need, needs
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError


@pytest.fixture(autouse=True)
def _two(parts: Parts) -> None:
    people.add(None, ["first_name=Rut", "last_name=Granlund", "phone=070-174 06 21"])
    people.add(None, ["first_name=Asta", "last_name=Ek", "phone=070-174 06 22"])


def test_a_training_is_noted_once_for_each_and_shown_with_the_person(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert attended(None, "Utbildning", "2026-10-01", ["M-0001", "m-0002", "M-0001"], "Grundkurs") == 0
    capsys.readouterr()
    assert people.show_one(None, "M-0001", as_json=False) == 0
    shown = capsys.readouterr().out
    assert shown.count("utbildning: genomfört, Grundkurs") == 1
    assert "1 okt 2026" in shown


def test_a_need_is_listed_until_it_is_met_and_a_training_reminds_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    need(None, "M-0001", "leda  möten")
    attended(None, "nätverksträff", "2026-10-01", ["M-0001"], "")
    assert "ville lära sig: leda möten" in capsys.readouterr().err
    assert needs(None, as_json=True) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["member"], row["need"], row["attended"]) == ("M-0001", "leda möten", ["nätverksträff 1 okt 2026"])
    assert needs(None, as_json=False) == 0
    assert "leda möten" in capsys.readouterr().out


def test_what_is_written_wrongly_is_told_and_nothing_is_noted(parts: Parts) -> None:
    for what, day, who in (("möte", "2026-10-01", "M-0001"), ("utbildning", "igår", "M-0001"),
                           ("utbildning", "2099-01-01", "M-0001"), ("utbildning", "2026-10-01", "M-9999")):  # fmt: skip
        with pytest.raises(SettingsError):
            attended(None, what, day, [who], "")
    with pytest.raises(SettingsError, match="vad personen"):
        need(None, "M-0001", " ")
    with parts.store.reading() as books:
        assert [one for member in books.members.all() for one in books.meetings.of_member(member.id)] == []
