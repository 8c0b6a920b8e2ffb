"""`audit`: reading is on record, with who sat at the computer; a changed line ends with 1."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from medverkan.bot.commands import auditing, exporting, learning, listing, matching, people
from medverkan.bot.commands.erasing import erase_member
from medverkan.bot.commands.merging import merge_members
from medverkan.bot.parts import Parts
from medverkan.bot.settings import SettingsError
from tests.storage.rows import add_request


@pytest.fixture(autouse=True)
def _two_people(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "pia")
    people.add(None, ["first_name=Rut", "last_name=Granlund", "phone=070-174 06 21"])
    people.add(None, ["first_name=Egon", "last_name=Pihl", "phone=070-174 06 22"])


def lines(capsys: pytest.CaptureFixture[str], member: str | None = None, case: str | None = None) -> list[Any]:
    capsys.readouterr()
    assert auditing.audit(None, member, case, as_json=True) == 0
    found: list[Any] = json.loads(capsys.readouterr().out)
    return found


def test_who_read_about_whom_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    people.show_one(None, "M-0001", as_json=True)
    exporting.export(None, "M-0001", None, as_json=True)
    people.show_one(None, "M-0002", as_json=True)
    told = lines(capsys, "M-0001")
    assert [one["what"] for one in told] == ["member-registered", "member-read", "member-exported"]
    assert {one["member"] for one in told} == {"M-0001"}
    assert told[1]["detail"] == {"user": "pia"}
    # Reading the log is reading about the person.
    assert lines(capsys, "M-0001")[-1]["what"] == "audit-read"


def test_reading_the_whole_list_is_on_record(capsys: pytest.CaptureFixture[str]) -> None:
    people.listed(None, as_json=True)
    (line,) = [one for one in lines(capsys) if one["what"] == "members-read"]
    assert line["detail"] == {"user": "pia", "count": 2}


def test_reading_a_case_is_on_record(parts: Parts, capsys: pytest.CaptureFixture[str]) -> None:
    with parts.store.transaction() as books:
        number = add_request(books).number
    listing.cases(None, None, as_json=True)
    assert lines(capsys, case=number) == []
    listing.cases(None, number, as_json=True)
    assert [one["what"] for one in lines(capsys, case=number)] == ["audit-read", "case-read"]


def test_a_log_is_shown_to_people_in_swedish(capsys: pytest.CaptureFixture[str]) -> None:
    people.show_one(None, "M-0001", as_json=True)
    capsys.readouterr()
    auditing.audit(None, "M-0001", None, as_json=False)
    told = capsys.readouterr().out
    assert "uppgifter om personen lästes" in told
    assert "pia" in told
    assert "Granlund" not in told


def test_a_log_is_whole_after_an_erasure_and_tells_nothing_of_the_erased(capsys: pytest.CaptureFixture[str]) -> None:
    people.show_one(None, "M-0001", as_json=True)
    erase_member(None, "M-0001", yes=True, as_json=False)
    capsys.readouterr()
    assert auditing.check(None, as_json=True) == 0
    checked = json.loads(capsys.readouterr().out)
    assert checked["broken"] == []
    assert checked["erased"] >= 2
    assert "M-0001" not in json.dumps(lines(capsys))


def test_a_changed_line_is_told_and_ends_with_one(parts: Parts, capsys: pytest.CaptureFixture[str]) -> None:
    with parts.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET who = 'bot' WHERE sequence = 1")
    assert auditing.check(None, as_json=False) == 1
    assert "nummer 1" in capsys.readouterr().err


def test_a_person_or_case_that_is_not_there_is_told() -> None:
    with pytest.raises(SettingsError, match="ingen person M-0099"):
        auditing.audit(None, "M-0099", None, as_json=False)
    with pytest.raises(SettingsError, match="inget ärende F-1"):
        auditing.audit(None, None, "F-1", as_json=False)


@pytest.mark.parametrize(
    "read",
    [
        lambda: people.listed(None, as_json=True),
        lambda: people.show_one(None, "M-0001", as_json=True),
        lambda: exporting.export(None, None, None, as_json=True),
        lambda: listing.tasks(None, as_json=True),
        lambda: listing.cases(None, "F-2026-0001", as_json=True),
        lambda: matching.match(None, "F-2026-0001", 5, as_json=True),
        lambda: learning.needs(None, as_json=True),
        lambda: merge_members(None, "M-0002", "M-0001", [], yes=False, as_json=True),
        lambda: erase_member(None, "M-0001", yes=False, as_json=True),
        lambda: auditing.audit(None, "M-0001", None, as_json=True),
    ],
)
def test_whatever_opens_what_is_known_of_people_leaves_a_line_with_a_name(
    read: Callable[[], int], parts: Parts
) -> None:
    with parts.store.transaction() as books:
        add_request(books)
        before = len(books.audit.of())
    read()
    with parts.store.reading() as books:
        assert [one.detail["user"] for one in books.audit.of()[before:] if "user" in one.detail]


def test_who_changed_something_is_told_by_name(parts: Parts) -> None:
    people.consent(None, "M-0001", "sms", withdraw=False, how="telefon")
    people.change_status(None, "M-0001", "aktiv", None)
    people.edit(None, "M-0001", ["municipality=Nybro"])
    people.restrict_member(None, "M-0001")
    with parts.store.reading() as books:
        member = books.members.get("M-0001")
        assert member
        told = {one.what: one.detail.get("user") for one in books.audit.of(member_id=member.id)}
    assert told == dict.fromkeys(
        ("member-registered", "consent-given", "member-status", "member-edited", "member-restricted"), "pia"
    )
