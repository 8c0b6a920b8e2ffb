"""A call is announced once, when the choice stands, and called off with the call."""

from datetime import timedelta

import pytest

from medverkan.bot.calling.call_list import close_calls, open_calls
from medverkan.bot.calling.outcomes import tell
from medverkan.bot.post import Desk
from medverkan.storage.lifecycle import InvitationEvent
from medverkan.storage.values import Member, Request
from tests.bot.sms.phones import Phones


def picked(phones: Phones, member: Member) -> Request:
    """Let the lead pick somebody in a case, by a reply of theirs."""
    case = phones.request()
    with phones.parts.store.transaction() as books:
        listed = [{"member": member.id, "number": 1}]
        proposal = books.proposals.add(case, listed, [], {}, matcher="m", inputs_sha256="0" * 64, now=phones.clock())
        invitation = books.invitations.add(case, member.id, proposal, 1, phones.clock())
        books.invitations.move(invitation, InvitationEvent.PICKED, phones.clock())
        open_calls(Desk(books, phones.parts, phones.clock(), "mail-1"), case, [member.id])
    return case


def test_a_call_is_announced_when_the_lead_can_no_longer_take_the_choice_back(phones: Phones) -> None:
    picked(phones, phones.person())
    (message,) = phones.outbox()
    assert message.due == phones.clock() + timedelta(minutes=phones.parts.settings.outgoing.undo_minutes)
    phones.clock.forward(minutes=11)
    assert phones.send() == 1


def test_who_has_not_agreed_is_called_without_it(phones: Phones) -> None:
    picked(phones, phones.person(sms=False))
    assert phones.outbox() == []
    assert len(phones.tasks("call")) == 1


def test_a_call_that_is_off_is_not_announced(phones: Phones) -> None:
    rut = phones.person()
    case = picked(phones, rut)
    with phones.parts.store.transaction() as books:
        close_calls(Desk(books, phones.parts, phones.clock()), case, rut.id)
    assert phones.waiting() == []


def test_a_call_that_is_opened_again_by_another_mail_is_not_announced_again(phones: Phones) -> None:
    rut = phones.person()
    case = picked(phones, rut)
    phones.clock.forward(minutes=11)
    phones.send()
    with phones.parts.store.transaction() as books:
        desk = Desk(books, phones.parts, phones.clock(), "mail-2")
        close_calls(desk, case, rut.id)
        open_calls(desk, case, [rut.id])
    assert phones.waiting() == []
    assert len(phones.outbox()) == 1


def test_calls_about_two_assignments_are_announced_once_a_day(phones: Phones) -> None:
    rut = phones.person()
    picked(phones, rut)
    case = picked(phones, rut)
    phones.clock.forward(minutes=11)
    assert phones.send() == 1
    assert [task.kind for task in phones.tasks()] == ["call", "call"]
    with phones.parts.store.transaction() as books:
        close_calls(Desk(books, phones.parts, phones.clock()), case, rut.id)
    phones.clock.forward(days=1)
    picked(phones, rut)
    phones.clock.forward(minutes=11)
    assert phones.send() == 1


def test_where_the_first_call_is_off_the_second_is_announced(phones: Phones) -> None:
    rut = phones.person()
    first = picked(phones, rut)
    picked(phones, rut)
    with phones.parts.store.transaction() as books:
        close_calls(Desk(books, phones.parts, phones.clock()), first, rut.id)
    phones.clock.forward(minutes=11)
    assert phones.send() == 1


@pytest.mark.parametrize(("outcome", "messages"), [("ring igen", 0), ("ja", 0), ("svarade inte", 1)])
def test_who_has_been_talked_to_is_not_told_that_somebody_will_call(
    phones: Phones, outcome: str, messages: int
) -> None:
    case = picked(phones, phones.person())
    (task,) = phones.tasks("call")
    with phones.parts.store.transaction() as books:
        desk = Desk(books, phones.parts, phones.clock(), "mail-2")
        tell(desk, task, outcome)
        open_calls(desk, case, [str(task.member_id)])
    phones.clock.forward(minutes=11)
    assert phones.send() == messages
