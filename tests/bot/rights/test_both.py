"""What is true of somebody who stands in the register twice: never more than they have said, never less careful."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.rights.both import KINDS, Agreed, Said, agreed, fields_of_both, further, merged, standing_of_both
from medverkan.storage.lifecycle import InvitationState, MemberStatus
from medverkan.storage.values import Invitation, Member

OLD = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
NEW = OLD + timedelta(days=100)
NOTHING = Agreed(frozenset(), ())


def post(number: str = "M-0001", status: str = "active", **more: Any) -> Member:
    known: dict[str, Any] = {
        "id": number, "number": number, "status": MemberStatus(status), "version": 1, "fields": {}, "missing": (),
        "created_at": OLD, "resting_until": None, "guardian_document_at": None, "mail_id": None,
    }  # fmt: skip
    return Member(**(known | more))


def left(old: bool | None, new: bool | None, kind: str = "sms") -> tuple[bool, bool]:
    """Return whether a consent is left, and whether it is asked for again, by what an old and a new post say of it."""
    silent = dict.fromkeys(KINDS, Said(None, OLD))
    found = agreed(silent | {kind: Said(new, NEW)}, silent | {kind: Said(old, OLD)})
    return kind in found.live, kind in found.ask


@pytest.mark.parametrize(
    ("old", "new", "is_left", "is_asked"),
    [
        (True, True, True, False),
        (None, True, True, False),
        (False, True, False, True),
        (True, False, False, True),
        (True, None, False, True),
        (False, False, False, False),
        (False, None, False, False),
        (None, None, False, False),
    ],
)
def test_a_consent_is_left_only_where_the_newest_says_yes_and_neither_says_no(
    old: bool | None, new: bool | None, is_left: bool, is_asked: bool
) -> None:
    assert left(old, new) == (is_left, is_asked)


def test_the_guardians_paper_is_asked_for_in_no_form_and_so_its_absence_says_nothing() -> None:
    silent = dict.fromkeys(KINDS, Said(None, NEW))
    old = dict.fromkeys(KINDS, Said(None, OLD)) | dict.fromkeys(("guardian", "guardian_document"), Said(True, OLD))
    assert agreed(silent | {"guardian": Said(True, NEW)}, old).live == {"guardian", "guardian_document"}
    assert agreed(silent | {"guardian": Said(False, NEW)}, old).live == frozenset()


SAID = st.builds(Said, st.sampled_from([True, False, None]), st.sampled_from([OLD, NEW]))


@given(st.fixed_dictionaries(dict.fromkeys(KINDS, SAID)), st.fixed_dictionaries(dict.fromkeys(KINDS, SAID)))
def test_nothing_is_agreed_to_that_either_says_no_to_and_the_order_makes_no_difference(
    one: dict[str, Said], other: dict[str, Said]
) -> None:
    found = agreed(one, other)
    assert all(one[kind].yes is not False and other[kind].yes is not False for kind in found.live)
    assert all(one[kind].yes or other[kind].yes for kind in found.live)
    assert found == agreed(other, one)


def test_the_newer_is_believed_where_it_says_anything_and_the_lead_may_choose() -> None:
    new = post("M-0012", fields={"phone": "2", "experience": "", "languages": "finska"})
    old = post("M-0007", fields={"phone": "1", "experience": "stroke", "travel": "bil"})
    both = {"phone": "2", "experience": "stroke", "languages": "finska", "travel": "bil"}
    assert fields_of_both(new, old, {}, NOTHING) == both
    assert fields_of_both(new, old, {"phone": "M-0007", "languages": "M-0007"}, NOTHING) == {
        "phone": "1", "experience": "stroke", "travel": "bil",
    }  # fmt: skip


def test_what_somebody_has_lived_through_and_will_do_adds_up() -> None:
    new = post(
        "M-0012", fields={"experience": "Hemtjänst", "activities": ["intervju"], "unwilling": "tala inför många"}
    )
    old = post("M-0007", fields={"experience": "Hemtjänst och stroke", "activities": ["panel"], "unwilling": "filmas"})
    both = fields_of_both(new, old, {}, NOTHING)
    assert both["experience"] == "Hemtjänst och stroke"
    assert both["activities"] == ["intervju", "panel"]
    assert both["unwilling"] == "tala inför många\nfilmas"
    assert fields_of_both(new, old, {"activities": "M-0007"}, NOTHING)["activities"] == ["panel"]


def test_a_field_of_a_consent_says_what_is_left_of_it() -> None:
    new, old = post(fields={"consent_sms": True}), post(fields={"consent_sms": False, "consent_matching": True})
    fields = fields_of_both(new, old, {}, Agreed(frozenset({"matching"}), ("sms",)))
    assert fields == {"consent_matching": True, "consent_sms": False}


@pytest.mark.parametrize(
    ("new", "old", "both"),
    [
        ("registered", "active", "active"),
        ("active", "called", "active"),
        ("registered", "restricted", "restricted"),
        ("restricted", "active", "restricted"),
        ("left", "restricted", "restricted"),
        ("left", "active", "left"),
        ("registered", "left", "registered"),
        ("registered", "resting", "resting"),
    ],
)
def test_the_more_careful_place_in_the_register_counts(new: str, old: str, both: str) -> None:
    assert standing_of_both(post(status=new), post(status=old))[0] == both


def test_who_rests_in_both_rests_until_the_later_day_and_without_a_day_for_good() -> None:
    one, other = (post(status="resting", resting_until=date(2027, month, 1)) for month in (2, 5))
    assert standing_of_both(one, other)[1] == date(2027, 5, 1)
    assert standing_of_both(one, post(status="resting"))[1] is None


def test_who_was_there_first_stays_there_since_then_and_a_paper_counts_with_its_consent() -> None:
    old, new = post(guardian_document_at=OLD, guardians=2), post(created_at=NEW)
    assert merged(old, new, old, {}, NOTHING).guardian_document_at is None
    both = merged(old, new, old, {}, Agreed(frozenset({"guardian", "guardian_document"}), ()))
    assert (both.guardian_document_at, both.created_at, both.guardians) == (OLD, OLD, 2)


def test_the_invitation_that_came_further_counts_and_else_that_of_the_one_who_stays() -> None:
    one, other = (Invitation(str(n), "r", str(n), "p", n, InvitationState.PICKED, 1, OLD) for n in (1, 2))
    assert further(one, other) is one
    yes = Invitation("3", "r", "3", "p", 3, InvitationState.ACCEPTED, 1, OLD)
    assert further(one, yes) is yes
