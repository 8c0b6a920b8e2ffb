"""One story plays the whole sentence – arrives, read, stored, matched, proposed, approved, called, delivered, followed
up, closed – with the clock moved by hand, on a real mailbox and real submission.

It is told for each kind of IMAP server and database.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.demo.world import EXTERNAL, MAILBOX, USER, World, world
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.lifecycle import InvitationState
from tests.kills.town import Mailboxes
from tests.mailbox.servers import dovecot

START = datetime(2027, 2, 1, 8, 12, tzinfo=UTC)
LEAD = cast.LEAD[1]
UNIT = cast.HOME_CARE[1]


@pytest.fixture(params=["pymap", "dovecot", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    if request.param == "postgres":
        database = request.getfixturevalue("postgres_database")
        with world(tmp_path / "home", START, database=database) as made:
            yield made
        return
    if request.param == "pymap":
        with world(tmp_path / "home", START) as made:
            yield made
        return
    with dovecot() as server, world(tmp_path / "home", START, Mailboxes(server), server.password) as made:
        yield made


def text_of(letter: Letter) -> str:
    return plain_text(letter)


def test_a_request_goes_from_arrival_to_closing_with_the_lead_deciding_by_reply(where: World) -> None:  # noqa: PLR0915
    play = Journey(where, lambda _: None)

    # It arrives beside registrations, and everything leaves the inbox as the routine says.
    for rows in cast.registrations():
        play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan till Intressebanken"), rows), cast.FORM)
    play.send(
        mails.in_body(play.new_mail(cast.HOME_CARE, "Förfrågan om medverkan"), cast.HOME_CARE_FORM), cast.HOME_CARE
    )
    where.step()
    folders = where.folders()
    assert (folders["INBOX"], folders["Hanterat"]) == (0, 1)
    with where.parts.store.reading() as books:
        receipts = list(books.receipts.all())
        members = list(books.members.all())
    assert len(members) == len(cast.registrations()) == len(receipts)
    assert all(receipt.absent and receipt.kind == "registration" for receipt in receipts)

    # The unit is told what was understood.
    case = play.case(cast.HOME_CARE_FORM[0][1])
    receipt_letter = play.latest(UNIT, "unit-received")
    assert case.number in receipt_letter.subject
    assert "Önskad erfarenhet: Egen hemtjänst" in text_of(receipt_letter)
    assert receipt_letter.header("Auto-Submitted") == "auto-generated"
    assert receipt_letter.in_reply_to == (case.message_id,)

    # The lead gets people with reasons; who has not consented is never among them.
    assert case.state == "proposed"
    proposal = play.latest(LEAD, "lead-proposal")
    names = [name for _, name, _ in play.people(case)]
    assert names
    assert not any(name.startswith(cast.WITHOUT_CONSENT) for name in names)
    assert all(name in text_of(proposal) for name in names)

    # An unclear reply is asked back, a forged one does nothing, quoted words do nothing.
    play.answer(proposal, "Hmm, kanske den andra, vi får se")
    assert play.case(case.fields["unit"]).state == "proposed"
    assert "Jag har inte gjort något" in text_of(play.latest(LEAD, "lead-unclear"))
    play.answer(proposal, "JA 1 2", vouched=False)
    play.answer(proposal, "JA 1 2", ("Karin Exempel", "karin.exempel@annan.example"))
    assert play.case(case.fields["unit"]).state == "proposed"

    # A clear one acts: two people are to be called.
    play.answer(proposal, "Ja till 1 och 2")
    assert play.case(case.fields["unit"]).state == "calling"
    picked = [(number, name) for number, name, state in play.people(case) if state is InvitationState.PICKED]
    assert [number for number, _ in picked] == [1, 2]
    calls = play.latest(LEAD, "lead-calls", case.number)

    # One says yes and is delivered at once – after the time to undo; the other does not answer.
    (first, first_name), (second, second_name) = picked
    play.answer(calls, f"{first} ja, och uppgifterna får lämnas ut. {second} svarade inte.")
    assert not play.letters(UNIT, "unit-delivery")
    where.clock.forward(minutes=11)
    where.step()
    delivery = play.latest(UNIT, "unit-delivery")
    assert first_name in text_of(delivery)
    assert second_name not in text_of(delivery)
    assert delivery.sender == MAILBOX
    with where.parts.store.reading() as books:
        one = next(member for member in books.members.all() if member.name == first_name)
        consent = books.consents.live(one.id, "release", case.id)
    assert consent
    assert (consent.by, consent.given_to, consent.fields) == (LEAD, UNIT, ("name", "phone", "email"))

    # A no puts the reserves before the lead, who picks; now everybody wanted is delivered.
    where.clock.forward(days=1)
    play.answer(calls, f"{second_name.split()[0]} tackade nej")
    reserves = play.latest(LEAD, "lead-reserves")
    third = next(number for number, _, state in play.people(case) if state is InvitationState.PROPOSED)
    play.answer(reserves, f"JA {third}")
    play.answer(play.latest(LEAD, "lead-calls", case.number), f"{third} ja, uppgifterna får lämnas")
    where.clock.forward(hours=1)
    where.step()
    assert play.case(case.fields["unit"]).state == "delivered"
    assignments = [
        one for member in members for one in play.letters(str(member.fields.get("email")), "participant-assignment")
    ]
    assert assignments
    assert all(letter.sender == EXTERNAL and letter.reply_to == MAILBOX for letter in assignments)

    # The day passes, feedback is asked for a week later, the unit answers, the case closes.
    where.clock.to(datetime(2027, 3, 17, 8, 0, tzinfo=UTC))
    where.step()
    assert play.case(case.fields["unit"]).state == "held"
    assert not play.letters(UNIT, "unit-feedback")
    where.clock.forward(days=7)
    where.step()
    question = play.latest(UNIT, "unit-feedback")
    where.step()
    assert len(play.letters(UNIT, "unit-feedback")) == 1
    play.answer(question, "Ja, vi har ringt båda. Vi ändrar rutinen.", cast.HOME_CARE)
    assert play.case(case.fields["unit"]).state == "closed"
    assert "Vi ändrar rutinen." in text_of(play.latest(LEAD, "lead-feedback"))

    # Nothing moves any more, and nobody saw anybody else's details.
    assert where.step() == 0
    for _, to, raw in where.smtp.letters:
        assert b"\nBcc:" not in raw
        assert to
    for letter in assignments:
        others = [member for member in members if member.fields.get("email") != letter.to[0]]
        assert not any(str(member.fields.get("phone")) in text_of(letter) for member in others)


def test_the_demo_ends_by_itself_and_leaves_its_letters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from medverkan.bot.demo.play import play as play_demo

    assert play_demo(folder=tmp_path / "demo") == 0
    told = capsys.readouterr().out
    assert "Så här står det till nu" in told
    assert "avslutat" in told
    letters = sorted((tmp_path / "demo" / "brev").glob("*.eml"))
    assert len(letters) == len(list((tmp_path / "demo" / "brev").glob("*.txt"))) > 20
    assert USER in MAILBOX
