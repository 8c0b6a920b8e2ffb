"""Release of contact details: whatever a stage wrote, the outbox looks once more before it leaves."""

from collections.abc import Callable
from typing import Any

import pytest

from medverkan.bot.register import ASSIGNMENT, DELIVERY
from medverkan.mailbox.values import TryLaterError
from medverkan.storage.lifecycle import MemberEvent
from medverkan.storage.values import Member, Request
from tests.bot.office import Office


@pytest.fixture
def case(office: Office) -> tuple[Request, Member]:
    """Give a case whose unit is verified and a person who has said yes to release."""
    with office.parts.store.transaction() as books:
        fields = {"first_name": "Kanariefagel", "email": "Kanarie.Mottagare@post.example"}
        member = books.members.add(fields, (), office.clock())
        request = books.requests.add(
            {}, sender="pia@region.example", vouched=True, now=office.clock(), mail_id=None, message_id="", subject=""
        )
        request = books.requests.verify_unit(request, "pia@region.example")
        books.consents.give(member.id, "release", how="telefon", by="karin", now=office.clock(), request_id=request.id)
    return request, member


def release(office: Office, case: tuple[Request, Member], unit: str = "pia@region.example", **given: Any) -> None:
    request, member = case
    about = {"request_id": request.id, "member_id": member.id} | given
    office.write(unit, "delivery", DELIVERY, **about)
    office.write("kanarie.mottagare@post.example", "assignment", ASSIGNMENT, **about)


def states(office: Office) -> dict[str, str]:
    return {message.kind: str(message.state) for message in office.letters()}


def test_with_a_live_consent_details_go_to_the_verified_unit_and_the_assignment_to_the_person(
    office: Office, case: tuple[Request, Member]
) -> None:
    release(office, case)
    assert office.send() == 2
    assert [to for to, _ in office.internal.sent] == ["pia@region.example"]
    assert [to for to, _ in office.external.sent] == ["kanarie.mottagare@post.example"]


Change = Callable[[Office, Request, Member], None]


def _consent_withdrawn(office: Office, request: Request, member: Member) -> None:
    with office.parts.store.transaction() as books:
        books.consents.withdraw(member.id, "release", office.clock(), request_id=request.id)


def _restricted(office: Office, _request: Request, member: Member) -> None:
    with office.parts.store.transaction() as books:
        books.members.move(member, MemberEvent.RESTRICTED)


def _left(office: Office, _request: Request, member: Member) -> None:
    with office.parts.store.transaction() as books:
        books.members.move(member, MemberEvent.LEFT)


@pytest.mark.parametrize("change", [_consent_withdrawn, _restricted, _left])
def test_what_changes_between_writing_and_sending_stops_both_letters(
    office: Office, case: tuple[Request, Member], change: Change
) -> None:
    release(office, case)
    change(office, *case)
    assert office.send() == 0
    assert states(office) == {DELIVERY: "failed", ASSIGNMENT: "failed"}
    assert {task.note for task in office.tasks()} == {"samtycke eller rätt mottagare saknas"}
    assert office.internal.sent == office.external.sent == []


def test_a_withdrawal_while_the_server_is_away_stops_the_next_attempt(
    office: Office, case: tuple[Request, Member]
) -> None:
    release(office, case)
    office.internal.refuse_next(TryLaterError("x"))
    office.external.refuse_next(TryLaterError("x"))
    office.send()
    _consent_withdrawn(office, *case)
    office.clock.forward(hours=1)
    assert office.send() == 0
    assert states(office) == {DELIVERY: "failed", ASSIGNMENT: "failed"}


def test_details_go_to_no_other_address_than_the_verified_one(office: Office, case: tuple[Request, Member]) -> None:
    release(office, case, unit="annan@region.example")
    office.send()
    assert states(office) == {DELIVERY: "failed", ASSIGNMENT: "sent"}
    assert office.internal.sent == []


def test_details_go_nowhere_once_the_verification_is_taken_back(office: Office, case: tuple[Request, Member]) -> None:
    release(office, case)
    with office.parts.store.transaction() as books:
        books.requests.verify_unit(case[0], "")
    office.send()
    assert states(office)[DELIVERY] == "failed"


def test_a_consent_in_one_case_releases_nothing_in_another(office: Office, case: tuple[Request, Member]) -> None:
    with office.parts.store.transaction() as books:
        other = books.requests.add(
            {}, sender="pia@region.example", vouched=True, now=office.clock(), mail_id=None, message_id="", subject=""
        )
        other = books.requests.verify_unit(other, "pia@region.example")
        books.consents.give(case[1].id, "matching", how="formulär", by="bot", now=office.clock())
    release(office, case, request_id=other.id)
    assert office.send() == 0


@pytest.mark.parametrize("lost", ["member_id", "request_id"])
def test_a_release_that_does_not_say_whom_it_is_about_never_leaves(
    office: Office, case: tuple[Request, Member], lost: str
) -> None:
    given: dict[str, Any] = {lost: None}
    release(office, case, **given)
    assert office.send() == 0


def test_another_persons_assignment_never_leaves(office: Office, case: tuple[Request, Member]) -> None:
    request, member = case
    office.write("granne@post.example", "a:1", ASSIGNMENT, request_id=request.id, member_id=member.id)
    assert office.send() == 0
