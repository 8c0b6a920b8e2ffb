"""Writing letters: one row each in the outbox, once per key, addressed, signed and due when it may leave."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from medverkan.bot import tokens
from medverkan.bot.post import Desk
from medverkan.bot.tokens import Purpose
from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Letter
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Member, Outgoing, Request
from tests.bot.clock import Clock


@pytest.fixture
def member(desk: Desk) -> Member:
    return desk.books.members.add({"first_name": "Siri", "email": "siri@post.example"}, (), desk.now)


@pytest.fixture
def request_(desk: Desk) -> Request:
    return desk.books.requests.add(
        {"unit": "Enheten", "contact_name": "Pia"}, sender="pia@region.example", vouched=True, now=desk.now,
        mail_id=None, message_id="<frag1@region.example>", subject="Förfrågan",
    )  # fmt: skip


def written(desk: Desk) -> list[Outgoing]:
    return desk.books.outgoing.all(state=OutgoingState.WAITING)


def to_leads(desk: Desk, request: Request, key: str = "echo:1", purpose: Purpose = Purpose.PROPOSAL) -> None:
    desk.to_leads("lead-echo", key, purpose, about=request, version=3, said="Klart.", request=request)


def test_every_lead_gets_a_letter_of_their_own_by_first_name(desk: Desk, request_: Request) -> None:
    to_leads(desk, request_)
    letters = {message.to: message for message in written(desk)}
    assert sorted(letters) == ["karin@region.example", "ove@region.example"]
    assert "Hej Karin!" in letters["karin@region.example"].text
    assert "Hej Ove!" in letters["ove@region.example"].text


def test_the_same_key_is_written_once(desk: Desk, request_: Request) -> None:
    to_leads(desk, request_)
    to_leads(desk, request_)
    assert len(written(desk)) == 2


def test_the_token_stands_in_message_id_subject_and_body(desk: Desk, request_: Request) -> None:
    to_leads(desk, request_)
    vault = desk.parts.store.vault
    for message in written(desk):
        for letter, text in (
            (parse(f"In-Reply-To: {message.message_id}\n\n".encode()), ""),
            (parse(f"Subject: SV: {message.subject}\n\n".encode()), ""),
            (parse(b"\n"), message.text),
        ):
            found = tokens.find(vault, letter, text)
            assert found
            assert (found.about, found.purpose, found.version) == (request_.number, Purpose.PROPOSAL, 3)
            assert found.is_for(vault, message.to)


def test_message_ids_are_the_same_for_the_same_key_and_differ_between_letters(desk: Desk, request_: Request) -> None:
    to_leads(desk, request_)
    to_leads(desk, request_, key="echo:2")
    ids = [message.message_id for message in written(desk)]
    assert len(set(ids)) == 4
    assert all(message_id.endswith("@region.example>") for message_id in ids)


def test_a_letter_to_the_unit_goes_to_its_contact_in_the_thread_of_its_mail(desk: Desk, request_: Request) -> None:
    desk.to_unit(request_, "unit-question", "ask:1", question="När?")
    (message,) = written(desk)
    assert message.to == "pia@region.example"
    assert message.in_reply_to == message.references == "<frag1@region.example>"
    assert message.request_id == request_.id
    assert message.due == desk.now


def test_nothing_is_written_to_a_unit_without_an_address(desk: Desk) -> None:
    nobody = desk.books.requests.add(
        {}, sender="", vouched=False, now=desk.now, mail_id=None, message_id="", subject=""
    )
    desk.to_unit(nobody, "unit-question", "ask:1", question="När?")
    assert written(desk) == []


def to_participant(desk: Desk, member: Member, request: Request, not_before: datetime | None = None) -> Outgoing:
    desk.to_participant(
        member, "participant-assignment", "a:1", to="siri@post.example", request=request, not_before=not_before,
        understood=[("Plats", "Sal 4")], has_file=False, by=None,
    )  # fmt: skip
    (message,) = written(desk)
    return message


def test_a_letter_to_a_participant_has_a_neutral_subject_and_no_code(
    desk: Desk, member: Member, request_: Request
) -> None:
    message = to_participant(desk, member, request_)
    assert message.subject == "Ett uppdrag vi pratat om"
    assert request_.number not in message.subject + message.text
    assert message.member_id == member.id


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-02-10T09:30+01:00", "2026-02-10T09:40+01:00"),
        ("2026-02-13T16:25+01:00", "2026-02-16T08:00+01:00"),  # ten minutes later it has closed
        ("2026-04-02T09:00+02:00", "2026-04-07T08:00+02:00"),
    ],
)
def test_participants_are_written_to_in_office_hours_after_the_time_to_undo(
    desk: Desk, clock: Clock, member: Member, request_: Request, now: str, due: str
) -> None:
    moment = datetime.fromisoformat(now)
    later = Desk(desk.books, desk.parts, moment)
    message = to_participant(later, member, request_, moment + timedelta(minutes=10))
    assert message.due == datetime.fromisoformat(due)


def test_letters_to_leads_and_units_go_at_once_at_night_too(desk: Desk, request_: Request) -> None:
    night = Desk(desk.books, desk.parts, datetime.fromisoformat("2026-04-03T03:00+02:00"))
    to_leads(night, request_)
    night.to_unit(request_, "unit-question", "ask:1", question="När?")
    assert {message.due for message in written(desk)} == {night.now}


def test_a_letter_about_a_resident_carries_their_number_only_in_the_token(desk: Desk, member: Member) -> None:
    desk.to_leads(
        "lead-restricted", "r:1", Purpose.INTRODUCTION, about=member, member=member, cases=[], folder="", task="T-0001"
    )
    message = written(desk)[0]
    assert message.member_id == member.id
    assert message.request_id is None
    assert "Siri" not in message.subject


def test_a_note_to_the_leads_carries_no_token(desk: Desk) -> None:
    desk.note_to_leads("lead-refused", "refused:1", folder="Att granska", received="i dag")
    assert len(written(desk)) == 2
    for message in written(desk):
        assert (
            tokens.find(desk.parts.store.vault, parse(f"Subject: {message.subject}\n\n".encode()), message.text) is None
        )
        assert message.message_id.endswith("@region.example>")


def test_a_header_cannot_be_smuggled_in_by_what_a_unit_wrote(desk: Desk) -> None:
    evil = desk.books.requests.add(
        {"contact_name": "Pia\r\nBcc: x@evil.test"}, sender="pia@region.example", vouched=True, now=desk.now,
        mail_id=None, message_id="<1@x>\r\nBcc: y@evil.test", subject="x",
    )  # fmt: skip
    desk.to_unit(evil, "unit-question", "ask:1", question="När?\r\nBcc: z@evil.test")
    (message,) = written(desk)
    assert "evil" not in message.subject


def test_a_note_that_names_a_task_is_answered_as_the_days_list(desk: Desk) -> None:
    values: dict[str, Any] = {
        "reason": "x",
        "urgent": False,
        "mail": "1",
        "folder": "",
        "when": "i dag",
        "sender": "",
        "headed": "",
    }
    desk.note_to_leads("lead-put-aside", "aside:1", task="T-0007", **values)
    for message in written(desk):
        found = tokens.find(desk.parts.store.vault, Letter(in_reply_to=(message.message_id,)), "")
        assert found
        assert (found.purpose, found.about) == (Purpose.DAY, desk.today.number)
        assert "T-0007 klart" in message.text
