"""Mail that is neither form nor decision: bounces, requests for documents, residents who leave. Nothing is lost."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.commands import listing
from medverkan.bot.demo import cast
from medverkan.bot.demo.journey import Journey
from medverkan.bot.demo.world import USER
from medverkan.bot.tokens import Purpose, sign
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from medverkan.storage.lifecycle import InvitationState as State
from medverkan.storage.lifecycle import MailState, MemberStatus
from medverkan.storage.values import Event, Member, Task
from tests.bot.town import LEAD, UNIT, case_of, deliveries, name_of, picked, proposal, states, town
from tests.mailbox.kinds.reports import EXIM_DELAY, OURS, POSTFIX, POSTFIX_DELAY

JOURNALIST = ("Rut Ask", "rut@bladet.example")
ASKS = "Jag begär att få ta del av samtliga allmänna handlingar i ärendet."


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def write(play: Journey, sender: tuple[str, str], subject: str, words: str) -> None:
    message = play.new_mail(sender, subject)
    message.set_content(words)
    play.send(message.as_bytes(), sender)
    play.world.step()


def member_of(play: Journey, number: int) -> Member:
    with play.world.parts.store.reading() as books:
        return next(one for one in books.members.all() if one.name == name_of(play, number))


def test_a_second_mail_with_the_id_of_another_is_a_mail_of_its_own_and_that_is_noted(play: Journey) -> None:
    for words in ("Var ligger kaffet?", "Var ligger teet?"):
        message = play.new_mail(JOURNALIST, "Hej")
        message.replace_header("Message-ID", "<samma@bladet.example>")
        message.set_content(words)
        play.send(message.as_bytes(), JOURNALIST)
    play.world.step()
    with play.world.parts.store.reading() as books:
        first, second = books.mails.in_state(MailState.ASIDE)
        noted = [(line.mail_id, line.detail) for line in books.audit.of() if line.what == "message-id-reused"]
    assert noted == [(second.id, {"earlier": first.id})]
    assert play.world.folders()["Att granska"] == 2


def email_of(play: Journey, number: int) -> tuple[str, str]:
    return "", str(member_of(play, number).fields["email"])


def tasks(play: Journey, kind: str) -> list[Task]:
    with play.world.parts.store.reading() as books:
        return books.tasks.open_tasks(kinds=[kind])


def told(play: Journey, what: str) -> list[Event]:
    with play.world.parts.store.reading() as books:
        return [event for event in books.audit.of() if event.what == what]


def report(play: Journey, raw: bytes, letter: Letter | None = None) -> None:
    raw = raw.replace(OURS.encode(), letter.message_id.encode()) if letter else raw
    play.send(raw, ("", "MAILER-DAEMON@mx.region.example"))
    play.world.step()


def test_a_letter_that_did_not_arrive_becomes_a_task_of_its_case_and_one_letter_to_the_lead(play: Journey) -> None:
    play.world.step()
    before = len(play.world.letters(UNIT[1])), len(play.world.letters(LEAD)) + 1
    letter = play.latest(UNIT[1], "unit-received")
    report(play, POSTFIX, letter)
    report(play, POSTFIX.replace(b"4Q1z.1699", b"4Q2z.1699"), letter)
    [task] = tasks(play, "failed")
    assert task.request_id == case_of(play).id
    assert task.note == "kvittot till verksamheten kom inte fram: adressen finns inte (5.1.1)"
    assert [event.request_id for event in told(play, "mail-bounced")] == [task.request_id] * 2
    days = len(play.letters(LEAD, "lead-day"))
    assert (len(play.world.letters(UNIT[1])), len(play.world.letters(LEAD)) - days) == before
    assert play.world.imap.messages(USER, "Att granska") == []


def test_contact_details_that_did_not_arrive_are_told_of_the_same_day_and_in_the_lists(
    play: Journey, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(minutes=15)
    play.world.step()
    report(play, POSTFIX, deliveries(play)[0])
    [letter] = play.letters(LEAD, "lead-bounced")
    [task] = tasks(play, "failed")
    assert letter.subject.startswith(f"Brådskande: kontaktuppgifterna i {case_of(play).number} kom inte fram")
    assert "adressen finns inte" in plain_text(letter)
    assert task.number in plain_text(letter)
    monkeypatch.setenv("MEDVERKAN_HOME", str(play.world.parts.settings.home))
    capsys.readouterr()
    listing.tasks(None, as_json=True)
    assert task.note in [row["note"] for row in json.loads(capsys.readouterr().out)]
    listing.outbox(None, as_json=True)
    [row] = [row for row in json.loads(capsys.readouterr().out) if row["kind"] == "unit-delivery"]
    assert (row["state"], row["bounced"]) == ("failed", "adressen finns inte")
    listing.tasks(None, as_json=False)
    listing.outbox(None, as_json=False)
    text = capsys.readouterr().out
    assert task.note in text
    assert "kom inte fram" in text.partition("till domän")[2]


@pytest.mark.parametrize("kind", ["lead-bounced", "lead-proposal"])
def test_a_letter_to_a_lead_that_did_not_arrive_is_no_new_letter(play: Journey, kind: str) -> None:
    report(play, POSTFIX, play.latest(UNIT[1], "unit-received"))
    letter = play.latest(LEAD, kind)
    before = len(play.world.smtp.letters)
    report(play, POSTFIX.replace(b"4Q1z.1699", b"4Q2z.1699"), letter)
    assert len(tasks(play, "failed")) == 2
    assert len(play.world.smtp.letters) == before


def test_a_letter_that_lost_its_id_on_the_way_is_known_by_its_token(play: Journey) -> None:
    letter = play.latest(UNIT[1], "unit-received")
    raw = POSTFIX.replace(OURS.encode(), b"<0102018@ses.example>").replace(b"Hej!", plain_text(letter).encode())
    report(play, raw)
    [task] = tasks(play, "failed")
    assert (task.request_id, task.note.partition(" kom")[0]) == (case_of(play).id, "ett brev till verksamheten")


def test_a_policy_that_stops_our_letter_is_no_fault_of_the_address(play: Journey) -> None:
    letter = play.latest(UNIT[1], "unit-received")
    report(play, POSTFIX.replace(b"Status: 5.1.1", b"Status: 5.7.1").replace(b"550 5.1.1", b"550 5.7.1"), letter)
    [task] = tasks(play, "failed")
    assert "spärr" in task.note


def test_a_delay_is_only_written_down(play: Journey) -> None:
    letter = play.latest(UNIT[1], "unit-received")
    report(play, POSTFIX_DELAY, letter)
    report(play, EXIM_DELAY)
    assert tasks(play, "failed") == tasks(play, "review") == []
    assert [event.request_id for event in told(play, "mail-delayed")] == [case_of(play).id, None]


def test_a_report_about_no_letter_of_ours_is_put_aside_without_a_letter(play: Journey) -> None:
    before = len(play.world.smtp.letters)
    report(play, POSTFIX)
    assert len(tasks(play, "review")) == 1
    assert len(play.world.smtp.letters) == before


@pytest.mark.parametrize("as_reply", [False, True])
def test_a_request_for_documents_is_urgent_and_never_answered(play: Journey, as_reply: bool) -> None:
    if as_reply:
        before = len(play.world.letters(UNIT[1]))
        play.answer(play.latest(UNIT[1], "unit-received"), f"Tack! Antal personer: 4\n\n{ASKS}", UNIT)
        assert len(play.world.letters(UNIT[1])) == before
        assert case_of(play).people_wanted != 4
    else:
        write(play, JOURNALIST, "Fråga", ASKS)
        assert play.world.letters(JOURNALIST[1]) == []
    letter = play.latest(LEAD, "lead-put-aside")
    assert letter.subject.startswith("Brådskande")
    assert "allmänna handlingar" in plain_text(letter)
    [task] = tasks(play, "review")
    assert task.request_id == (case_of(play).id if as_reply else None)
    assert task.due.date() == play.at.date()


def put_aside_letter(play: Journey, subject: str, date: str = "") -> str:
    message = play.new_mail(JOURNALIST, subject)
    if date:
        del message["Date"]
        message["Date"] = date
    message.set_content("Var ligger kaffet?")
    play.send(message.as_bytes(), JOURNALIST)
    play.world.step()
    letter = play.latest(LEAD, "lead-put-aside")
    assert subject[:20] not in letter.subject
    return plain_text(letter)


def test_mails_put_aside_are_told_apart_by_sender_subject_and_task(play: Journey) -> None:
    text = put_aside_letter(play, "Kaffet på plan fyra" + " och så vidare" * 20)
    [task] = tasks(play, "review")
    assert "Avsändare: rut@bladet.example\n" in text
    assert f"Uppgift: {task.number}\n" in text
    [subject] = [line for line in text.splitlines() if line.startswith("Mejlets ämne: ")]
    assert subject.startswith("Mejlets ämne: Kaffet på plan fyra och så")
    assert len(subject) <= len("Mejlets ämne: ") + 80


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("Wed, 27 Jan 2027 14:05:00 +0100", "Ett mejl skickat onsdag 27 januari 2027 kl. 14.05 har"),
        ("Fri, 31 Dec 9999 23:59:00 -1200", "Ett mejl som kom måndag 1 februari 2027 kl. "),
        ("i går", "Ett mejl som kom måndag 1 februari 2027 kl. "),
    ],
)
def test_a_mail_put_aside_is_told_of_by_its_own_date_where_it_has_one(play: Journey, date: str, told: str) -> None:
    assert told in put_aside_letter(play, "Undrar över kaffet", date)


def test_a_lead_who_writes_of_such_a_request_still_decides(play: Journey) -> None:
    play.answer(proposal(play), f"JA 1\n\nPS. Jag har fått ett mejl: {ASKS}")
    assert tasks(play, "review") == []


@pytest.mark.parametrize(
    "words", ["Ta bort mig ur registret, tack.", "jag orkar inte va med längre", "Jag återkallar mitt samtycke."]
)
def test_a_resident_who_leaves_is_restricted_at_once(play: Journey, words: str) -> None:
    write(play, email_of(play, 1), "Hej", words)
    assert member_of(play, 1).status is MemberStatus.RESTRICTED
    assert len(tasks(play, "rights")) == 1
    assert "förslaget" in plain_text(play.latest(LEAD, "lead-restricted"))


def test_what_a_lead_answers_about_a_restricted_person_is_answered_and_made_a_task(play: Journey) -> None:
    write(play, email_of(play, 1), "Hej", "Ta bort mig ur registret, tack.")
    play.answer(play.latest(LEAD, "lead-restricted"), "Jag har ringt, hon vill att allt raderas.")
    [task] = tasks(play, "review")
    echo = plain_text(play.latest(LEAD, "lead-echo"))
    assert "Jag gjorde inget med ditt svar: personen är spärrad" in echo
    assert task.number in echo
    assert task.mail_id
    [rights] = tasks(play, "rights")
    play.answer(play.latest(LEAD, "lead-restricted"), f"{rights.number} klart")
    assert tasks(play, "rights") == []


@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose.audience == "lead"])
@pytest.mark.parametrize("about", ["F-2027-0099", "M-0099"])
def test_what_a_lead_answers_about_nobody_is_put_aside_and_told(play: Journey, purpose: Purpose, about: str) -> None:
    letter = proposal(play)
    vault = play.world.parts.store.vault
    token = sign(vault, about, purpose, to=LEAD, now=play.at)
    message = play.new_mail(cast.LEAD, f"SV: {about} [{token}]")
    message["In-Reply-To"] = letter.message_id.replace(letter.message_id[1:].partition("@")[0], token)
    message.set_content("JA 1")
    play.send(message.as_bytes(), cast.LEAD)
    play.world.step()
    assert len(tasks(play, "review")) == 1
    assert "gjorde inget" in plain_text(play.latest(LEAD, "lead-put-aside"))


def test_who_has_left_can_no_longer_be_picked(play: Journey) -> None:
    write(play, email_of(play, 1), "Hej", "Ta bort mig ur registret.")
    play.answer(proposal(play), "JA 1")
    assert states(play)[1] is State.PROPOSED
    play.answer(proposal(play), "JA 2")
    assert states(play)[2] is State.PICKED


def test_who_has_left_is_called_no_more(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    write(play, email_of(play, 1), "Hej", "Jag vill inte vara med längre.")
    assert states(play)[1] is State.DECLINED
    assert [task.member_id for task in tasks(play, "call")] == [member_of(play, 2).id]
    assert len(tasks(play, "decide")) == 1
    assert "ringlistan" in plain_text(play.latest(LEAD, "lead-restricted"))
    play.answer(calls, "1 ja, uppgifterna får lämnas. 2 svarade inte.")
    assert states(play)[1] is State.DECLINED
    assert "spärrad" in plain_text(play.latest(LEAD, "lead-outcomes"))
    assert name_of(play, 1) not in plain_text(play.latest(LEAD, "lead-reserves"))


def test_who_leaves_before_the_release_has_left_is_not_handed_over(play: Journey) -> None:
    play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
    write(play, email_of(play, 1), "Avanmälan", "Jag vill bli borttagen ur Intressebanken.")
    play.world.clock.forward(days=1)
    play.world.step()
    assert deliveries(play) == []
    assert states(play)[1] is State.DECLINED
    assert "stoppat" in plain_text(play.latest(LEAD, "lead-restricted"))


def test_who_leaves_after_the_release_makes_the_lead_phone_the_unit(play: Journey) -> None:
    play.answer(picked(play, "JA 1"), "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(days=1)
    play.world.step()
    write(play, email_of(play, 1), "Hej", "Ta bort mig ur registret.")
    assert "Ring verksamheten" in plain_text(play.latest(LEAD, "lead-restricted"))


@pytest.mark.parametrize("words", ["Ta bort mig ur registret.", "Min man har gått bort. Radera hans uppgifter."])
def test_nobody_is_restricted_for_a_stranger(play: Journey, words: str) -> None:
    write(play, ("", "okand@post.example"), "Hej", words)
    letter = play.latest(LEAD, "lead-put-aside")
    assert letter.subject.startswith("Brådskande")
    assert "inte spärrat någon" in plain_text(letter)
    with play.world.parts.store.reading() as books:
        assert all(member.status is not MemberStatus.RESTRICTED for member in books.members.all())


def test_a_resident_who_writes_about_a_dead_husband_stays(play: Journey) -> None:
    write(play, email_of(play, 2), "Hej", "Min man Olle har avlidit. Kan ni ta bort honom ur registret?")
    assert member_of(play, 2).status is not MemberStatus.RESTRICTED
    assert len(tasks(play, "review")) == 1


def test_a_unit_that_wants_off_a_list_of_addresses_is_no_resident_who_leaves(play: Journey) -> None:
    play.answer(play.latest(UNIT[1], "unit-received"), "Ta bort mig från sändlistan. Ulf tar över.", UNIT)
    assert play.letters(LEAD, "lead-restricted") == []
    assert "sändlistan" in plain_text(play.latest(LEAD, "lead-unit-says"))


def test_an_answer_passed_on_by_somebody_else_is_not_theirs(play: Journey) -> None:
    inner = "Från: Lo\nSkickat: den 9 januari 2027\nTill: Kim\nÄmne: Hej\n\nTa bort mig ur registret."
    write(play, email_of(play, 3), "VB: Hej", inner)
    assert member_of(play, 3).status is not MemberStatus.RESTRICTED
