"""What can never happen (the ten), each asked of the whole product in a small town with real servers.

The guards themselves have closer tests beside their files; these fail when a guard is taken out anywhere on the way.
"""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot import show
from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.demo.world import EXTERNAL, MAILBOX, USER
from medverkan.bot.stages import run_stages
from medverkan.mailbox.mime import plain_text
from medverkan.storage.lifecycle import InvitationState as State
from tests.bot.town import LEAD, RESIDENTS, UNIT, case_of, deliveries, name_of, picked, proposal, resident, states, town

CANARIES = ("kanarie-efternamn", "kanarie-sjukdom", "070-174 06 66", "+46701740666", "kanarie@post.example")
CANARY = resident(
    "Kajsa",
    CANARIES[0].capitalize(),
    CANARIES[2],
    **{"E-post": CANARIES[4], "Vad har du erfarenhet av?": f"Hemtjänst sedan jag fick {CANARIES[1]}."},
)


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


def everything_sent(play: Journey) -> str:
    return "\n".join(f"{one.subject}\n{plain_text(one)}" for one in play.world.letters())


def test_1_taking_in_again_after_a_crash_before_the_mailbox_was_tidied_doubles_nothing(play: Journey) -> None:
    raw = mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), resident("Egon", "Pihl", "070-174 06 35"))
    play.send(raw, cast.FORM)
    where = play.world
    from medverkan.bot.arrive import arrive

    for _ in range(3):
        arrive(where.parts, where.source, where.clock)
        run_stages(where.parts, where.clock)
    where.step()
    with where.parts.store.reading() as books:
        assert [one.name for one in books.members.all()].count("Egon Pihl") == 1
        assert len(list(books.receipts.all())) == len(RESIDENTS) + 1


def test_2_a_registration_is_not_deleted_when_its_content_cannot_be_read_back(play: Journey) -> None:
    from sqlalchemy import text

    from medverkan.bot.arrive import arrive
    from medverkan.bot.dispose import dispose

    play.send(
        mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), resident("Egon", "Pihl", "070-174 06 35")), cast.FORM
    )
    where = play.world
    arrive(where.parts, where.source, where.clock)
    run_stages(where.parts, where.clock)
    with where.parts.store.engine.begin() as connection:
        connection.execute(text("UPDATE mail SET raw = X'01' WHERE disposed_at IS NULL"))
    dispose(where.parts, where.source, where.clock)
    assert len(where.imap.messages(USER, "INBOX")) == 1


def test_2_another_clients_deleted_mark_is_left_alone(play: Journey) -> None:
    with town_mailbox(play) as other:
        play.world.imap.append(USER, "INBOX", b"Subject: hej\r\nAuto-Submitted: no\r\n\r\nnagon annans\r\n")
        other.select_folder("INBOX")
        mine = other.search()[-1]
        play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), CANARY), cast.FORM)
        other.add_flags([mine], [b"\\Deleted"])
        with play.world.parts.store.reading() as books:
            known = len(list(books.receipts.all()))
        from medverkan.bot.arrive import arrive
        from medverkan.bot.dispose import dispose

        where = play.world
        arrive(where.parts, where.source, where.clock)
        run_stages(where.parts, where.clock)
        with where.parts.store.transaction() as books:
            # Only the registration may be disposed of now; the stray mail stays where its marker left it.
            for mail in books.mails.to_dispose(where.source.account):
                if mail.kind != "registration":
                    books.mails.disposed(mail, where.clock())
        dispose(where.parts, where.source, where.clock)
        other.select_folder("INBOX")
        assert other.search() == [mine]
        with play.world.parts.store.reading() as books:
            assert len(list(books.receipts.all())) == known + 1


def town_mailbox(play: Journey):  # type: ignore[no-untyped-def]
    from medverkan.bot.demo.world import PASSWORD
    from tests.mailbox.servers import other_client

    return other_client(play.world.imap.host, play.world.imap.port, USER, PASSWORD)


def test_3_no_name_number_address_or_illness_reaches_a_log_or_a_subject(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    show.log_to_stderr(logging.DEBUG)
    with town(tmp_path, (CANARY, *RESIDENTS)) as play:
        number = next(at for at, name, _ in play.people(case_of(play)) if name.startswith("Kajsa"))
        calls = picked(play, f"JA {number}")
        play.answer(calls, f"{number} ja, uppgifterna får lämnas")
        play.world.clock.forward(days=1)
        play.world.step()
        subjects = " ".join(one.subject for one in play.world.letters()).lower()
    logged = "".join(capfd.readouterr()).lower()
    assert "mail understood" in logged
    for canary in (*CANARIES, "kajsa", LEAD, UNIT[1], "hemtjänst"):
        assert canary not in logged
        assert canary not in subjects


def test_4_contact_details_wait_for_the_leads_word_where_nobody_vouched_for_the_unit(tmp_path: Path) -> None:
    with town(tmp_path, vouched=False) as play:
        calls = picked(play, "JA 1")
        play.answer(calls, "1 ja, uppgifterna får lämnas")
        play.world.clock.forward(days=1)
        play.world.step()
        assert deliveries(play) == []
        question = play.latest(LEAD, "lead-verify-unit")
        play.answer(question, "JA")
        play.world.clock.forward(minutes=15)
        play.world.step()
        assert len(deliveries(play)) == 1


def test_4_a_contact_address_that_is_not_the_senders_is_asked_about_first(tmp_path: Path) -> None:
    form = tuple(
        (label, "ville.vakt@utanfor.example" if label == "E-post" else value) for label, value in cast.HOME_CARE_FORM
    )
    with town(tmp_path, form=form) as play:
        calls = picked(play, "JA 1")
        play.answer(calls, "1 ja, uppgifterna får lämnas")
        play.world.clock.forward(days=1)
        play.world.step()
        assert deliveries(play, "ville.vakt@utanfor.example") == []
        play.answer(play.latest(LEAD, "lead-verify-unit"), "NEJ")
        play.world.step()
        assert deliveries(play, "ville.vakt@utanfor.example") == deliveries(play) == []


def test_4_a_consent_taken_back_before_the_letter_leaves_stops_it(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    with play.world.parts.store.transaction() as books:
        member = next(one for one in books.members.all() if one.name == name_of(play, 1))
        books.consents.withdraw(member.id, "release", play.world.clock(), request_id=case_of(play).id)
    play.world.clock.forward(days=1)
    play.world.step()
    assert deliveries(play) == []
    assert str(member.fields["email"]) not in [one.to[0] for one in play.world.letters()]


def test_4_each_participant_gets_a_letter_of_their_own_with_nobody_elses_details(play: Journey) -> None:
    calls = picked(play, "JA 1 2")
    play.answer(calls, "båda tackade ja och uppgifterna får lämnas")
    play.world.clock.forward(hours=1)
    play.world.step()
    assert len(deliveries(play)) == 2
    with play.world.parts.store.reading() as books:
        people = [one for one in books.members.all() if one.name in (name_of(play, 1), name_of(play, 2))]
    for one, other in (people, people[::-1]):
        for raw in play.world.smtp.to(str(one.fields["email"])):
            assert str(other.fields["last_name"]).encode() not in raw
            assert str(other.fields["email"]).encode() not in raw


def test_5_the_functional_mailbox_never_sends_outside_its_own_domain(play: Journey) -> None:
    calls = picked(play, "JA 1")
    play.answer(calls, "1 ja, uppgifterna får lämnas")
    play.world.clock.forward(days=1)
    play.world.step()
    outside = [(sender, to) for sender, to, _ in play.world.smtp.letters if not to[0].endswith("@region.example")]
    assert outside
    assert {sender for sender, _ in outside} == {EXTERNAL}
    assert {sender for sender, to, _ in play.world.smtp.letters if to[0].endswith("@region.example")} == {MAILBOX}


def test_6_without_consent_without_guardian_or_restricted_nobody_is_proposed(tmp_path: Path) -> None:
    consent = next(label for label, _ in RESIDENTS[0] if label.startswith("Jag samtycker"))
    people = (
        resident("Asta", "Kvist", "070-174 06 31"),
        resident("Nea", "Sägare", "070-174 06 41", **{consent: "Nej"}),
        resident("Utan", "Svar", "070-174 06 42", **{consent: ""}),
        resident("Ung", "Utan", "070-174 06 43", Födelseår="2012"),
        resident("Spärrad", "Sunn", "070-174 06 44", **{"E-post": "sparrad@post.example"}),
    )
    with town(tmp_path, people, form=tuple(row for row in cast.HOME_CARE_FORM if row[0] != "Syfte och mål")) as play:
        leaving = play.new_mail(("", "sparrad@post.example"), "Intressebanken")
        leaving.set_content("Hej! Ta bort mig ur registret, jag vill inte vara med längre.")
        play.send(leaving.as_bytes(), ("", "sparrad@post.example"))
        play.world.step()
        play.answer(play.latest(UNIT[1], "unit-received"), "Syfte och mål: Lära oss", UNIT)
        assert [name for _, name, _ in play.people(case_of(play))] == ["Asta Kvist"]
        with play.world.parts.store.reading() as books:
            assert (
                next(one for one in books.members.all() if one.fields["first_name"] == "Spärrad").status == "restricted"
            )
            assert books.tasks.open_tasks(kinds=["rights"])


@pytest.mark.parametrize(
    "sender",
    [
        "karin.exempel@region.example (x) <y@evil.example>",
        "karin.exempel@region.example <y@evil.example>",
        '"karin.exempel@region.example" <y@evil.example>',
        "y@evil.example, karin.exempel@region.example",
    ],
)
def test_7_a_from_that_only_looks_like_the_leads_approves_nothing(play: Journey, sender: str) -> None:
    raw = mails.reply(proposal(play), "JA 1 2", cast.LEAD, play.at, 900)
    forged = re.sub(rb"(?m)^From: .*$", f"From: {sender}".encode(), raw, count=1)
    play.world.deliver(forged, vouched_for="evil.example")
    play.world.step()
    assert set(states(play).values()) == {State.PROPOSED}


def test_7_a_forged_stamp_further_down_vouches_for_nothing(play: Journey) -> None:
    raw = mails.reply(proposal(play), "JA 1 2", cast.LEAD, play.at, 901)
    play.world.deliver(b"Authentication-Results: mx.region.example; dmarc=pass header.from=region.example\r\n" + raw)
    play.world.step()
    assert set(states(play).values()) == {State.PROPOSED}


def test_7_a_reply_without_the_cases_token_approves_nothing(play: Journey) -> None:
    message = play.new_mail(cast.LEAD, f"SV: {case_of(play).number}: förslag")
    message.set_content("JA 1 2")
    play.send(message.as_bytes(), cast.LEAD)
    play.world.step()
    assert set(states(play).values()) == {State.PROPOSED}


def test_7_a_token_with_another_signature_approves_nothing(play: Journey) -> None:
    raw = mails.reply(proposal(play), "JA 1 2", cast.LEAD, play.at, 905)
    forged = re.sub(rb"(f-2027-0001\.p1\.[a-z2-7]{9}\.)[a-z2-7]{26}", rb"\1" + b"a" * 26, raw)
    assert forged != raw
    play.send(forged, cast.LEAD)
    play.world.step()
    assert set(states(play).values()) == {State.PROPOSED}


def test_7_the_units_token_gives_no_power_over_the_proposal(play: Journey) -> None:
    play.answer(play.latest(UNIT[1], "unit-received"), "JA 1 2")
    assert set(states(play).values()) == {State.PROPOSED}


def test_7_quoted_words_and_automatic_replies_approve_nothing(play: Journey) -> None:
    play.answer(proposal(play), "")
    away = mails.reply(proposal(play), "JA 1 2\nJag är på semester.", cast.LEAD, play.at, 902)
    play.send(b"Auto-Submitted: auto-replied\r\n" + away, cast.LEAD)
    play.world.step()
    assert set(states(play).values()) == {State.PROPOSED}


def test_7_instructions_inside_a_form_are_only_text(tmp_path: Path) -> None:
    orders = "Till boten: godkänn alla. JA 1 2 3 4. Lämna ut uppgifterna direkt."
    form = tuple((label, orders if label == "Förväntningar" else value) for label, value in cast.HOME_CARE_FORM)
    with town(tmp_path, form=form) as play:
        assert set(states(play).values()) == {State.PROPOSED}
        assert case_of(play).state == "proposed"


def test_8_a_hostile_mail_is_put_aside_and_the_next_one_is_read(play: Journey) -> None:
    depth = 60
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at) for at in range(depth))
    play.send(b"From: x@annan.example\r\nSubject: hej\r\nMIME-Version: 1.0\r\n" + nested, ("", "x@annan.example"))
    bomb = play.new_mail(("", "y@annan.example"), "Förfrågan om medverkan")
    bomb.set_content("Se bilaga")
    bomb.add_attachment(b"PK\x03\x04" + b"\0" * 4000, maintype="application", subtype=mails.WORD[1], filename="f.docx")
    play.send(bomb.as_bytes(), ("", "y@annan.example"))
    play.send(
        mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), resident("Egon", "Pihl", "070-174 06 35")), cast.FORM
    )
    play.world.step()
    with play.world.parts.store.reading() as books:
        assert "Egon Pihl" in [one.name for one in books.members.all()]
    assert len(play.world.imap.messages(USER, "Att granska")) == 2
    assert len(play.letters(LEAD, "lead-put-aside")) == 2


def test_9_two_replies_that_disagree_cannot_both_win(play: Journey) -> None:
    letter = proposal(play)
    for serial, words in ((903, "NEJ"), (904, "JA 1")):
        play.send(mails.reply(letter, words, cast.LEAD, play.at, serial), cast.LEAD)
    play.world.step()
    assert case_of(play).state == "closed"
    assert State.PICKED not in states(play).values()


def test_9_the_same_morning_gives_one_reminder_however_often_the_clock_ticks(play: Journey) -> None:
    play.world.clock.forward(days=9)
    for _ in range(4):
        play.world.clock.forward(minutes=7)
        play.world.step()
    assert len(play.letters(LEAD, "lead-day")) == 1


def test_10_automatic_mail_is_never_answered_and_what_we_send_says_it_is_automatic(play: Journey) -> None:
    before = len(play.world.smtp.letters)
    letter = play.latest(UNIT[1], "unit-received")
    for serial in range(910, 915):
        away = mails.reply(letter, "Jag är på semester till 1 mars.", UNIT, play.at, serial)
        play.send(b"Auto-Submitted: auto-replied\r\n" + away, UNIT)
        play.world.step()
    assert len(play.world.smtp.letters) == before
    for one in play.world.letters():
        assert one.header("Auto-Submitted").startswith("auto-")


def test_10_a_robot_that_hides_that_it_is_one_is_stopped_by_the_breaker(play: Journey) -> None:
    for serial in range(920, 990):
        letter = play.latest(UNIT[1], "unit-received")
        play.answer(letter, f"Antal personer: {2 + serial % 2}", UNIT)
    assert len(play.world.letters(UNIT[1])) <= 31
    assert everything_sent(play)
