"""Who gets an SMS, when, and how often: asked when it is written, and again when it leaves."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from medverkan.bot.ports import UncertainError
from medverkan.bot.post import Desk
from medverkan.bot.register import restrict
from medverkan.bot.send import Senders, send_due
from medverkan.bot.sms.gate import MOST_A_DAY_TO_ONE
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, TryLaterError
from medverkan.storage.lifecycle import MemberEvent, OutgoingState
from tests.bot.sms.phones import RUT, Phones

SATURDAY_IN = 4  # days from the clock's Tuesday


def test_somebody_who_has_agreed_gets_an_sms_once(phones: Phones) -> None:
    rut = phones.person()
    assert phones.write(rut)
    assert not phones.write(rut)
    assert phones.send() == 1
    ((to, text),) = phones.gateway.sent
    assert to == RUT
    assert text.startswith("Hej! Vi ringer dig")
    (message,) = phones.outbox()
    assert (message.state, message.subject, message.kind) == (OutgoingState.SENT, "", "sms-call-announced")


@pytest.mark.parametrize(
    ("phone", "sms", "fields"),
    [
        (RUT, False, {}),
        ("+4684650041", True, {}),
        ("", True, {}),
        ("070-174 06 42", True, {}),
        ("växeln", True, {}),
        (RUT, True, {"birth_year": 2012}),
        (RUT, True, {"birth_year": 2012, "guardian_phone": RUT}),
    ],
    ids=["no consent", "landline", "no number", "unread number", "no number at all", "minor", "minor unsigned"],
)
def test_nothing_is_written_to_who_may_not_or_cannot_get_any(
    phones: Phones, phone: str, sms: bool, fields: dict[str, Any]
) -> None:
    assert not phones.write(phones.person(phone, sms=sms, **fields))
    assert phones.outbox() == []


def test_a_minor_is_written_to_by_the_guardian_who_has_signed(phones: Phones) -> None:
    child = phones.person("+46701740650", birth_year=2012, guardian_phone=RUT)
    with phones.parts.store.transaction() as books:
        books.consents.give(child.id, "guardian", how="test", by="test", now=phones.clock())
        child = books.members.guardian_document(child, phones.clock())
    assert phones.write(child)
    phones.send()
    assert [to for to, _ in phones.gateway.sent] == [RUT]


def test_where_sms_is_not_set_up_nothing_is_written(phones: Phones) -> None:
    none = phones.parts.settings.sms.model_copy(update={"provider": "none"})
    settings = phones.parts.settings.model_copy(update={"sms": none})
    rut = phones.person()
    with phones.parts.store.transaction() as books:
        assert not Desk(books, replace(phones.parts, settings=settings), phones.clock()).to_phone(
            rut, "sms-thanks", "k"
        )


def test_at_night_and_at_the_weekend_it_waits_and_nobody_is_told(phones: Phones) -> None:
    rut = phones.person()
    phones.clock.forward(hours=12)
    phones.write(rut)
    (message,) = phones.outbox()
    assert message.due == phones.clock.now + timedelta(hours=10, minutes=30)
    # Written for a working hour, and come to be sent on a Saturday.
    phones.clock.forward(days=SATURDAY_IN)
    phones.write(phones.person("+46701740644"), key="late")
    phones.clock.forward(hours=14)
    assert phones.send() == 0
    assert phones.gateway.sent == []


def test_one_that_is_due_outside_hours_is_put_off_without_a_task(phones: Phones) -> None:
    phones.write(phones.person())
    phones.gateway.fails = [TryLaterError("x")]
    phones.clock.forward(hours=6, minutes=58)
    phones.send()
    phones.clock.forward(minutes=5)
    assert phones.send() == 0
    (message,) = phones.outbox()
    assert message.state is OutgoingState.WAITING
    assert message.due == phones.clock.now + timedelta(hours=15, minutes=27)
    assert phones.tasks("failed") == []


def withdrawn(phones: Phones) -> None:
    (member,) = phones.everybody()
    with phones.parts.store.transaction() as books:
        books.consents.withdraw(member.id, "sms", phones.clock())


def restricted(phones: Phones) -> None:
    (member,) = phones.everybody()
    with phones.parts.store.transaction() as books:
        books.members.move(member, MemberEvent.RESTRICTED)


def renumbered(phones: Phones) -> None:
    (member,) = phones.everybody()
    with phones.parts.store.transaction() as books:
        books.members.edit(member, {**member.fields, "phone": "+46701740649"}, ())


@pytest.mark.parametrize("happens", [withdrawn, restricted, renumbered])
def test_what_changed_after_it_was_written_stops_it_and_the_lead_is_told(phones: Phones, happens: Any) -> None:
    phones.write(phones.person())
    happens(phones)
    assert phones.send() == 0
    assert phones.gateway.sent == []
    assert [message.state for message in phones.outbox()] == [OutgoingState.FAILED]
    assert len(phones.tasks("failed")) == 1


def test_whoever_is_restricted_has_nothing_that_waits(phones: Phones) -> None:
    rut = phones.person()
    phones.write(rut)
    with phones.parts.store.transaction() as books:
        restrict(Desk(books, phones.parts, phones.clock()), rut, by="member")
    assert phones.waiting() == []
    phones.send()
    assert phones.tasks("failed") == []


def test_a_text_that_is_more_than_one_part_does_not_leave(phones: Phones) -> None:
    rut = phones.person()
    with phones.parts.store.transaction() as books:
        for key, text in (("long", "x" * 161), ("curly", "Hej – då"), ("empty", "")):
            books.outgoing.add(
                key, "sms-thanks", to=RUT, subject="", text=text, message_id=f"<{key}@x>", due=phones.clock(),
                channel="sms", member_id=rut.id,
            )  # fmt: skip
    assert phones.send() == 0
    assert {task.note for task in phones.tasks("failed")} == {"texten ryms inte i ett sms"}


def test_an_sms_about_yesterday_is_dropped_and_told(phones: Phones) -> None:
    phones.write(phones.person())
    phones.clock.forward(hours=25)
    assert phones.send() == 0
    assert [message.state for message in phones.outbox()] == [OutgoingState.FAILED]
    assert [task.note for task in phones.tasks("failed")] == ["sms:et hann inte skickas i tid"]


def test_one_person_gets_a_few_a_day_at_most(phones: Phones) -> None:
    rut = phones.person()
    for number in range(MOST_A_DAY_TO_ONE + 2):
        phones.write(rut, "sms-we-call", key=f"k{number}")
    assert phones.send() == MOST_A_DAY_TO_ONE
    assert len(phones.waiting()) == 2
    assert {task.note for task in phones.tasks("failed")} == {"för många sms: spärren mot slingor"}


def test_a_gateway_that_is_away_is_asked_again_and_then_the_sms_leaves_once(phones: Phones) -> None:
    phones.write(phones.person())
    phones.gateway.fails = [TryLaterError("x"), TryLaterError("429")]
    for _ in range(3):
        phones.send()
        phones.clock.forward(minutes=10)
    assert len(phones.gateway.sent) == 1
    assert phones.tasks("failed") == []


def test_a_gateway_that_may_have_sent_it_is_not_asked_again(phones: Phones) -> None:
    phones.write(phones.person())
    phones.gateway.fails = [UncertainError("x")]
    for _ in range(5):
        phones.send()
        phones.clock.forward(hours=1)
    assert phones.gateway.sent == []
    (task,) = phones.tasks("failed")
    assert "ingen vet om sms:et gick iväg" in task.note


def test_a_gateway_that_refuses_one_is_told(phones: Phones) -> None:
    phones.write(phones.person())
    phones.gateway.fails = [GiveUpError("x")]
    phones.send()
    assert [task.note for task in phones.tasks("failed")] == ["servern vägrade ta emot sms:et"]


def test_a_gateway_that_lets_us_in_no_longer_is_told_at_once_and_the_sms_waits(phones: Phones) -> None:
    phones.write(phones.person())
    phones.gateway.fails = [LoginRefusedError("SMS-växeln släpper inte in oss")]
    phones.send()
    assert [task.note for task in phones.tasks("failed")] == ["Inloggningen i [sms]: SMS-växeln släpper inte in oss"]
    (letter, _) = [one for one in phones.outbox("mail") if one.kind == "lead-signed-out"]
    assert "[sms]" in letter.text
    assert "sms" in letter.subject
    phones.clock.forward(minutes=6)
    assert phones.send() == 1
    assert phones.tasks("failed") == []


def test_without_a_gateway_it_waits_and_a_task_tells(phones: Phones) -> None:
    phones.write(phones.person())
    assert send_due(phones.parts, Senders(), phones.clock) == 0
    assert [task.note for task in phones.tasks("failed")] == ["[sms] är inte inställd"]


def written_letter(phones: Phones, member_id: str, **given: Any) -> None:
    with phones.parts.store.transaction() as books:
        letter = {"to": "rut@region.example", "subject": "Ett uppdrag vi pratat om", "text": "Hej Rut!"}
        books.outgoing.add(
            "k",
            "participant-day-before",
            message_id="<k@x>",
            member_id=member_id,
            **(letter | {"due": phones.clock()} | given),
        )


@pytest.mark.parametrize("event", [MemberEvent.RESTRICTED, MemberEvent.LEFT])
def test_a_letter_to_a_participant_who_has_left_is_dropped_in_silence(phones: Phones, event: MemberEvent) -> None:
    rut = phones.person()
    written_letter(phones, rut.id)
    with phones.parts.store.transaction() as books:
        books.members.move(rut, event)
    phones.send()
    (letter,) = phones.outbox("mail")
    assert letter.state is OutgoingState.FAILED
    assert phones.tasks("failed") == []


def test_a_letter_to_a_participant_that_comes_late_to_be_sent_waits_for_the_morning(phones: Phones) -> None:
    written_letter(phones, phones.person().id)
    phones.clock.forward(hours=9)
    phones.send()
    (letter,) = phones.outbox("mail")
    assert (letter.state, letter.sent_at, phones.tasks("failed")) == (OutgoingState.WAITING, None, [])
    phones.clock.now = letter.due
    phones.send()
    assert phones.outbox("mail")[0].state is OutgoingState.SENT


def test_a_letter_that_is_too_late_is_dropped_and_told(phones: Phones) -> None:
    written_letter(phones, phones.person().id, until=phones.clock() + timedelta(hours=1))
    phones.clock.forward(hours=2)
    phones.send()
    assert [task.note for task in phones.tasks("failed")] == ["brevet hann inte skickas i tid"]
