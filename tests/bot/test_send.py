"""The outbox is sent: who may send what to whom, what is tried again, and what is a loop."""

from datetime import timedelta
from pathlib import Path

import pytest

from medverkan.bot.parts import open_parts
from medverkan.bot.send import ATTEMPTS_MOST, ATTEMPTS_TOLD, MOST_AN_HOUR, MOST_AN_HOUR_TO_ONE, Senders
from medverkan.bot.settings import load
from medverkan.mailbox.memory import MemorySender, MemorySource
from medverkan.mailbox.values import GiveUpError, MailboxError, TryLaterError
from medverkan.storage.lifecycle import OutgoingState
from tests.bot.clock import Clock
from tests.bot.office import CANARIES, EXTERNAL, FUNCTIONAL, Office, parsed
from tests.bot.writes import written


@pytest.mark.parametrize("to", ["pia@region.example", "Pia@Region.Example", "pia@sjukhus.region.example"])
def test_our_own_domains_get_mail_from_the_mailbox_itself(office: Office, to: str) -> None:
    office.write(to)
    assert office.send() == 1
    ((recipient, raw),) = office.internal.sent
    assert recipient == to
    assert FUNCTIONAL in parsed(raw)["From"]
    assert parsed(raw)["Reply-To"] is None
    assert office.external.sent == []
    assert office.letter().state is OutgoingState.SENT


def test_an_outbox_in_which_nothing_is_due_is_only_read(office: Office) -> None:
    office.write(due=office.clock() + timedelta(minutes=1))
    with written(office.parts) as said:
        assert office.send() == 0
    assert said == []


@pytest.mark.parametrize("to", ["siri@post.example", "x@enregion.example", "x@region.example.evil.test"])
def test_other_domains_get_mail_from_the_external_identity_with_the_mailbox_as_reply_to(
    office: Office, to: str
) -> None:
    office.write(to)
    assert office.send() == 1
    ((_, raw),) = office.external.sent
    assert EXTERNAL in parsed(raw)["From"]
    assert FUNCTIONAL not in parsed(raw)["From"]
    assert parsed(raw)["Reply-To"] == f"<{FUNCTIONAL}>" or FUNCTIONAL in parsed(raw)["Reply-To"]
    assert office.internal.sent == []


def test_every_letter_says_it_is_automatic_and_has_one_recipient(office: Office) -> None:
    office.write(attachments=[("samtal.ics", "text/calendar", b"BEGIN:VCALENDAR")])
    office.write("siri@post.example", "k:2", in_reply_to="<1@post.example>", references="<1@post.example>")
    office.send()
    for to, raw in office.internal.sent + office.external.sent:
        message = parsed(raw)
        assert message["Auto-Submitted"] == "auto-generated"
        assert message["X-Auto-Response-Suppress"] == "All"
        assert message["Bcc"] is None
        assert message["Cc"] is None
        assert to in message["To"]
        assert message["To"].count("@") == 1


def test_a_mailbox_that_is_also_the_external_identity_sends_nothing_out(office: Office) -> None:
    office.senders = Senders(office.internal, MemorySender(FUNCTIONAL.upper()))
    office.write("siri@post.example")
    assert office.send() == 0
    assert office.letter().state is OutgoingState.WAITING
    assert len(office.tasks()) == 1


def test_without_an_external_identity_letters_wait_and_a_task_tells(office: Office) -> None:
    office.senders = Senders(office.internal)
    office.write("kanarie.mottagare@post.example")
    office.write(key="k:2")
    assert office.send() == 1
    (task,) = office.tasks()
    assert task.note == "[outgoing.external] är inte inställd"
    assert office.send() == 0  # not before an hour
    for _ in range(30):
        office.clock.forward(hours=1)
        office.send()
    assert len(office.tasks()) == 1
    assert office.internal.sent[0][0] == "pia@region.example"
    # Once it is set up the letter leaves, with all its attempts left, and the task is done.
    office.senders = Senders(office.internal, office.external)
    office.external.refuse_next(TryLaterError("x"))
    office.clock.forward(hours=1)
    office.send()
    office.clock.forward(hours=1)
    assert office.send() == 1
    assert office.tasks() == []


def test_drafts_lie_in_the_mailbox_with_their_recipient(config: Path, clock: Clock) -> None:
    config.write_text(
        config.read_text("utf-8").replace('address = "utskick', 'mode = "draft"\naddress = "utskick'), "utf-8"
    )
    parts = open_parts(load(config))
    office, mailbox = Office(parts, clock), MemorySource()
    office.senders = Senders(office.internal, office.external, mailbox.append_draft)
    office.write("siri@post.example")
    office.write("pia@region.example", "k:2")
    assert office.send() == 2 + len(parts.settings.leads)
    (raw,) = mailbox.folders["Utkast"].values()
    assert "siri@post.example" in parsed(raw)["To"]
    assert FUNCTIONAL not in parsed(raw)["From"]
    assert FUNCTIONAL in parsed(raw)["Reply-To"]
    assert (len(office.internal.sent), office.external.sent) == (1 + len(parts.settings.leads), [])
    # One letter tells of all that come within the half hour, and one task waits for whoever sends them.
    office.write("siri@post.example", "k:3")
    assert office.send() == 1
    with parts.store.reading() as books:
        assert len(books.tasks.open_tasks(kinds=["draft"])) == 1
    office.clock.forward(hours=1)
    office.write("siri@post.example", "k:4")
    assert office.send() == 1 + len(parts.settings.leads)
    parts.close()


def test_a_server_that_is_away_is_asked_again_ever_more_slowly_and_given_up_at_last(office: Office) -> None:
    office.write("kanarie.mottagare@region.example")
    pauses, told = [], []
    for _ in range(ATTEMPTS_MOST):
        office.internal.refuse_next(TryLaterError("Kanariefagel"))
        assert office.send() == 0
        message = office.letter()
        pauses.append(message.due - office.clock())
        told.append(len(office.tasks()))
        assert office.send() == 0
        office.clock.now = message.due
    assert message.state is OutgoingState.FAILED
    assert message.attempts == ATTEMPTS_MOST
    assert pauses[:3] == [timedelta(minutes=2), timedelta(minutes=4), timedelta(minutes=8)]
    assert max(pauses) == timedelta(hours=4)
    assert told == [0] * (ATTEMPTS_TOLD - 1) + [1] * (ATTEMPTS_MOST - ATTEMPTS_TOLD + 1)
    assert office.tasks()[0].note == "servern tog inte emot brevet på många försök"


def test_a_letter_that_leaves_at_last_leaves_no_task_behind(office: Office) -> None:
    office.write()
    for _ in range(ATTEMPTS_TOLD + 1):
        office.internal.refuse_next(TryLaterError("x"))
        office.send()
        office.clock.now = office.letter().due
    assert len(office.tasks()) == 1
    assert office.send() == 1
    assert office.tasks() == []


@pytest.mark.parametrize("error", [GiveUpError("Kanariefagel"), MailboxError("Kanariefagel")])
def test_a_letter_that_is_refused_for_good_fails_and_becomes_a_task(office: Office, error: MailboxError) -> None:
    office.write("kanarie.mottagare@region.example")
    office.write(key="k:2")
    office.internal.refuse_next(error)
    assert office.send() == 1
    (task,) = office.tasks()
    assert task.note == "servern vägrade ta emot brevet"
    assert sorted(message.state for message in office.letters()) == ["failed", "sent"]
    office.clock.forward(days=1)
    assert office.send() == 0


@pytest.mark.parametrize("to", ["", "inte en adress", "a@b@c", "siri@post.example\r\nBcc: x@evil.test"])
def test_an_address_that_is_none_fails_and_stops_nobody_else(office: Office, to: str) -> None:
    office.write(to)
    office.write(key="k:2")
    assert office.send() == 1
    assert len(office.tasks()) == 1


@pytest.mark.parametrize("to", [FUNCTIONAL, FUNCTIONAL.upper(), EXTERNAL])
def test_nothing_is_sent_to_ourselves(office: Office, to: str) -> None:
    office.write(to)
    assert office.send() == 0
    assert office.letter().state is OutgoingState.FAILED
    assert office.tasks()[0].note == "mottagaren är vi själva"


def test_a_letter_is_not_sent_before_it_is_due(office: Office) -> None:
    office.write(due=office.clock() + timedelta(minutes=10))
    assert office.send() == 0
    office.clock.forward(minutes=10)
    assert office.send() == 1


def test_so_many_to_one_address_in_an_hour_are_a_loop(office: Office) -> None:
    for number in range(MOST_AN_HOUR_TO_ONE + 5):
        office.write(key=f"k:{number}")
    office.write("annan@region.example", "other")
    assert office.send() == MOST_AN_HOUR_TO_ONE + 1
    assert len(office.tasks()) == 5
    office.clock.forward(minutes=61)
    assert office.send() == 5
    assert office.tasks() == []


def test_leads_may_get_more_since_many_may_register_at_once(office: Office) -> None:
    for number in range(MOST_AN_HOUR_TO_ONE + 5):
        office.write("karin@region.example", f"k:{number}")
    assert office.send() == MOST_AN_HOUR_TO_ONE + 5


def test_so_many_letters_in_an_hour_are_a_loop_whoever_gets_them(office: Office) -> None:
    with office.parts.store.transaction() as books:
        for number in range(MOST_AN_HOUR):
            books.outgoing.add(
                f"k:{number}", "unit-received", to=f"p{number}@region.example", subject="x", text="x",
                message_id=f"<{number}@region.example>", due=office.clock(),
            )  # fmt: skip
            message = books.outgoing.claim(office.clock())
            assert message
            books.outgoing.sent(message, office.clock())
    office.write(key="k:last")
    assert office.send() == 0
    office.clock.forward(minutes=61)
    assert office.send() == 1


def test_sending_is_logged_by_ids_only(office: Office, capfd: pytest.CaptureFixture[str]) -> None:
    office.write("kanarie.mottagare@region.example")
    office.write("kanarie.mottagare@region.example", "k:2")
    office.internal.refuse_next(TryLaterError("Kanariefagel"))
    office.send()
    told = capfd.readouterr().err
    assert "mail sent" in told
    assert "mail not sent" in told
    assert office.letters()[0].id in told
    for word in (*CANARIES, "@"):
        assert word not in told
