"""A child with two guardians is matched when both have signed; where nobody knows, the lead is told to ask."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.commands import people
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.people import meeting_address
from medverkan.bot.propose import profile_of
from medverkan.bot.register import is_minor
from medverkan.bot.reminding.remind import remind
from medverkan.bot.rights.custody import ASK, guardians_told, lacking
from medverkan.bot.settings import SettingsError, load
from medverkan.storage.values import Member
from tests.bot.clock import Clock
from tests.bot.reminding.cases import Town

YEAR = datetime.now(UTC).year - 15
CHILD = [
    "first_name=Tove", "last_name=Asp", "phone=070-174 06 41", f"birth_year={YEAR}", "municipality=Nybro",
    "consent_matching=ja", "guardian_consent=ja",
]  # fmt: skip


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Parts:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path))
    return open_parts(load(), tell=False)


def tove(parts: Parts) -> Member:
    with parts.store.reading() as books:
        found = books.members.get("M-0001")
        assert found
        return found


def may_be_matched(parts: Parts) -> bool:
    with parts.store.reading() as books:
        consents = books.consents.live_kinds().get(tove(parts).id, set())
    return profile_of(tove(parts), consents).guardian_consent


def note(parts: Parts) -> str | None:
    """Return what the lead's task about the signatures says, None where there is none."""
    with parts.store.reading() as books:
        return next((task.note for task in books.tasks.open_tasks(kinds=["guardian"])), None)


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"guardian_name": "Ulla Asp och Bo Ek"}, 2),
        ({"guardian_name": "Ulla och Bo Asp"}, 2),
        ({"guardian_name": "Ulla Asp & Bo Ek"}, 2),
        ({"guardian_name": "Ulla-Britt Asp"}, None),
        ({"guardian_name": "Ulla Asp, Nybro"}, None),
        ({"experience": "Mina föräldrar har gemensam vårdnad."}, 2),
        ({"experience": "Mamma har ensam vårdnad om mig."}, 1),
        ({"experience": "Jag har varit på sjukhus."}, None),
    ],
)
def test_a_form_may_tell_that_custody_is_joint(fields: dict[str, str], count: int | None) -> None:
    assert guardians_told(fields) == count


@given(st.dictionaries(st.sampled_from(["guardian_name", "experience", "other"]), st.text(max_size=300)))
def test_whatever_a_form_says_can_be_looked_through(fields: dict[str, str]) -> None:
    assert guardians_told(fields) in (None, 1, 2)


def test_where_nobody_knows_the_lead_is_told_to_ask_and_one_paper_is_enough(
    parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    people.add(None, CHILD)
    assert note(parts) == ASK
    assert may_be_matched(parts)
    people.consent(None, "M-0001", "guardian_document", withdraw=False, how="papper", day="2026-01-15")
    assert "members guardians M-0001 2" in capsys.readouterr().err
    assert tove(parts).guardian_document_at
    assert note(parts) is None


def test_with_joint_custody_nobody_is_matched_until_both_have_signed(
    parts: Parts, capsys: pytest.CaptureFixture[str]
) -> None:
    people.add(None, [*CHILD, "guardian_name=Ulla Asp och Bo Ek"])
    assert tove(parts).guardians == 2
    assert not may_be_matched(parts)
    people.consent(None, "M-0001", "guardian_document", withdraw=False, how="papper", day="2026-01-15", guardian=2)
    assert "saknas underskrift av: vårdnadshavare 1" in capsys.readouterr().err
    assert note(parts) == "Vårdnaden är gemensam. Underskrift saknas av: vårdnadshavare 1."
    assert not may_be_matched(parts)
    people.consent(None, "M-0001", "guardian_document", withdraw=False, how="papper", day="2026-02-01")
    assert may_be_matched(parts)
    assert note(parts) is None
    with parts.store.reading() as books:
        signed = {one.party: one.day for one in books.signatures.of(member_id=tove(parts).id)}
    assert signed == {"guardian 1": date(2026, 2, 1), "guardian 2": date(2026, 1, 15)}


def test_custody_that_turns_out_to_be_joint_asks_for_the_other_paper_and_back(parts: Parts) -> None:
    people.add(None, CHILD)
    people.consent(None, "M-0001", "guardian_document", withdraw=False, how="papper")
    people.guardians(None, "M-0001", 2)
    assert not may_be_matched(parts)
    with parts.store.reading() as books:
        assert lacking(books, tove(parts)) == ["vårdnadshavare 2"]
    people.guardians(None, "M-0001", 1)
    assert may_be_matched(parts)
    assert tove(parts).guardian_document_at


def test_a_guardian_who_takes_the_yes_back_takes_the_papers_back(parts: Parts) -> None:
    people.add(None, CHILD)
    people.consent(None, "M-0001", "guardian_document", withdraw=False, how="papper")
    people.consent(None, "M-0001", "guardian", withdraw=True, how="telefon")
    with parts.store.reading() as books:
        assert lacking(books, tove(parts)) == ["vårdnadshavare 1"]
        assert books.consents.live_kinds()[tove(parts).id] == {"matching"}


def test_a_day_that_has_not_been_and_an_adult_are_refused(parts: Parts) -> None:
    people.add(None, CHILD)
    people.add(None, ["first_name=Ulla", "last_name=Asp", "birth_year=1970"])
    with pytest.raises(SettingsError, match="inte varit än"):
        people.consent(None, "M-0001", "guardian_document", withdraw=False, how="papper", day="2099-01-15")
    with pytest.raises(SettingsError, match="hör bara till"):
        people.consent(None, "M-0001", "sms", withdraw=False, how="papper", guardian=1)
    with pytest.raises(SettingsError, match="inte under 18"):
        people.guardians(None, "M-0002", 2)
    assert tove(parts).guardian_document_at is None


def test_seventeen_on_the_day_they_turn_eighteen(parts: Parts) -> None:
    """Only the year of birth is known: the first of January is the day that counts, and the birthday is no day."""
    clock = Clock(datetime(2026, 12, 31, 22, 30, tzinfo=UTC))  # half past eleven in Sweden
    town = Town(parts, clock)
    child = town.member("Tove", "matching", "guardian", "email", birth_year=2009, email="tove@hemma.example")

    def state() -> tuple[bool, bool, int]:
        remind(parts, clock)
        with parts.store.reading() as books:
            one = books.members.get(child.id)
            assert one
            agreed = books.consents.live(one.id, "matching") is not None
            return agreed, is_minor(one, clock()), len(books.tasks.open_tasks(kinds=["own_consent"]))

    assert state() == (True, True, 0)
    clock.forward(hours=2)
    assert state() == (False, False, 1)
    clock.now = datetime(2027, 12, 30, 10, tzinfo=UTC)  # the day they turn 18
    assert state() == (False, False, 1)
    with parts.store.reading() as books:
        one = books.members.get(child.id)
        assert one
        assert meeting_address(books, one, clock()) == ""
