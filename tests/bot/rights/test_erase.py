"""A person is erased: nothing of them is left anywhere, everybody else stays whole, what is beyond reach is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.bot.rights.erase import Report, erase, rehearse
from medverkan.bot.settings import SettingsError
from medverkan.storage import ledger
from medverkan.storage.lifecycle import InvitationState as State
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Member
from tests.bot.remains import remains
from tests.bot.town import LEAD, RESIDENTS, UNIT, case_of, picked, resident, states, town

CANARY = resident(
    "Kanarina",
    "Voljärsson",
    "070-174 06 66",
    **{
        "E-post": "kanarina.voljarsson@post.example",
        "Postadress": "Sittpinnevägen 77, 999 99 Burby",
        "Vad har du erfarenhet av?": "Jag har hemtjänst morgon och kväll sedan jag fick fjädersjukan.",
    },
)
WORDS = (
    "Kanarina", "Voljärsson", "kanarina.voljarsson", "701740666", "070-174 06 66", "Sittpinnevägen", "fjädersjukan",
)  # fmt: skip


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path, (*RESIDENTS, CANARY)) as made:
        yield made


def member(play: Journey, first: str = "Kanarina") -> Member:
    with play.world.parts.store.reading() as books:
        return next(one for one in books.members.all() if one.fields["first_name"] == first)


def number_in_case(play: Journey) -> int:
    return next(number for number, name, _ in play.people(case_of(play)) if name.startswith("Kanarina"))


def erased(play: Journey) -> Report:
    return erase(play.world.parts, member(play).number, play.world.clock(), by="operator")


def left(play: Journey) -> list[str]:
    return remains(play.world.parts.store, play.world.parts.settings.home, WORDS)


def write(play: Journey, sender: tuple[str, str], words: str) -> None:
    message = play.new_mail(sender, "Hej")
    message.set_content(words)
    play.send(message.as_bytes(), sender)
    play.world.step()


def test_the_search_finds_somebody_who_is_there(play: Journey) -> None:
    found = " ".join(left(play))
    assert all(word in found for word in WORDS)


def test_nothing_is_left_of_somebody_who_was_picked_called_and_delivered(play: Journey) -> None:
    number = number_in_case(play)
    calls = picked(play, f"JA {number}")
    play.answer(calls, f"{number} svarade inte, Kanarina ringer upp sedan hon varit hos fjäderdoktorn.")
    play.answer(calls, f"{number} ja")
    play.world.clock.forward(minutes=20)
    play.world.step()
    assert states(play)[number] is State.RELEASED
    write(play, UNIT, "Tack! Vi har ringt Kanarina Voljärsson på 0701740666 och hon kommer.")
    write(play, ("K V", "kanarina.voljarsson@post.example"), "Hej, går det bra att komma fem minuter sent?")
    with play.world.parts.store.transaction() as books:
        books.tasks.add("review", "hand", play.world.clock(), note="Ring Kanarina  Voljärsson, +46 70 174 06 66")

    report = erased(play)

    assert left(play) == []
    assert report.erased["member"] == 1
    assert report.erased["consents"] >= 3
    assert all(report.erased[key] >= 1 for key in ("mails", "letters", "calls", "invitations", "lists", "audit"))
    unit = " ".join(report.cannot_reach)
    assert "be dem radera" in unit
    assert case_of(play).number in unit


def test_everybody_else_stays_as_they_were(play: Journey) -> None:
    before = [member(play, dict(rows)["Förnamn"]) for rows in RESIDENTS]
    numbers = {number for number in states(play) if number != number_in_case(play)}
    erased(play)
    assert [member(play, dict(rows)["Förnamn"]) for rows in RESIDENTS] == before
    assert set(states(play)) == numbers
    with play.world.parts.store.reading() as books:
        raws = [books.mails.raw(mail) for one in before if (mail := books.mails.get(one.mail_id or ""))]
        assert len(raws) == len(before)


def test_a_release_that_has_not_left_is_stopped_and_the_lead_is_told_without_a_name(play: Journey) -> None:
    number = number_in_case(play)
    play.answer(picked(play, f"JA {number}"), f"{number} ja")
    assert states(play)[number] is State.RELEASED

    report = erased(play)
    play.world.clock.forward(days=1)
    play.world.step()

    assert play.letters(UNIT[1], "unit-delivery") == []
    told = play.latest(LEAD, "lead-erased", case_of(play).number, "är stoppat")
    assert "Kanarina" not in str(told)
    assert any("är stoppat" in line for line in report.cases)
    assert left(play) == []


def test_the_numbers_of_a_case_are_never_given_anew(play: Journey) -> None:
    highest = max(states(play))
    gone = next(name for number, name, _ in play.people(case_of(play)) if number == highest)
    with play.world.parts.store.reading() as books:
        who = next(one for one in books.members.all() if one.name == gone)
    erase(play.world.parts, who.number, play.world.clock(), by="operator")
    rows = resident("Nelly", "Nyström", "070-174 06 71")
    play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), rows), cast.FORM)
    play.world.step()
    play.answer(play.latest(LEAD, "lead-proposal"), "FLER")
    fresh = [number for number, name, _ in play.people(case_of(play)) if name == "Nelly Nyström"]
    assert fresh == [highest + 1]


def test_what_a_couple_shares_does_not_take_the_other_along(play: Journey) -> None:
    rows = resident("Knut", "Voljärsson", "070-174 06 66", **{"E-post": "kanarina.voljarsson@post.example"})
    play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), rows), cast.FORM)
    play.world.step()
    knut = member(play, "Knut")
    report = erased(play)
    assert member(play, "Knut") == knut
    assert any(knut.number in line for line in report.cannot_reach)
    with play.world.parts.store.reading() as books:
        mail = books.mails.get(knut.mail_id or "")
        assert mail
        assert b"Knut" in books.mails.raw(mail)
    words = ["Kanarina Voljärsson", "fjädersjukan"]
    assert remains(play.world.parts.store, play.world.parts.settings.home, words) == []


def test_a_rehearsal_tells_the_same_and_erases_nothing(play: Journey) -> None:
    before = left(play)
    report = rehearse(play.world.parts, member(play).number, play.world.clock())
    assert left(play) == before
    assert ledger.read(play.world.parts.settings.home) == []
    done = erased(play)
    assert report.erased == done.erased
    assert report.cases == done.cases


def test_the_ledger_tells_nobody_who_it_was_and_lies_in_the_register_and_beside_it(play: Journey) -> None:
    who = member(play)
    erased(play)
    home = play.world.parts.settings.home
    (beside,) = ledger.read(home)
    with play.world.parts.store.reading() as books:
        (within,) = books.ledger.all()
    assert (beside.member, beside.at) == (within.member, within.at)
    text = (home / ledger.FILE_NAME).read_text()
    assert who.id not in text
    assert who.number not in text
    assert (home / ledger.FILE_NAME).stat().st_mode & 0o077 == 0


def test_who_registers_anew_is_somebody_new(play: Journey) -> None:
    old = member(play)
    erased(play)
    message = mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), CANARY)
    play.send(message, cast.FORM)
    play.world.step()
    assert member(play).id != old.id
    assert member(play).number != old.number


def test_the_same_mail_once_more_is_no_registration(play: Journey) -> None:
    old = member(play)
    with play.world.parts.store.reading() as books:
        mail = books.mails.get(old.mail_id or "")
        assert mail
        raw = books.mails.raw(mail)
    erased(play)
    play.world.imap.append("invanarmedverkan", "INBOX", raw)
    play.world.step()
    with play.world.parts.store.reading() as books:
        assert "Kanarina" not in [one.fields["first_name"] for one in books.members.all()]


def test_a_mail_that_is_still_to_be_deleted_is_deleted_first_and_emptied_then(play: Journey) -> None:
    from medverkan.bot.arrive import arrive
    from medverkan.bot.stages import run_stages

    where = play.world
    rows = resident("Fenja", "Fjädersson", "070-174 06 72")
    play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), rows), cast.FORM)
    arrive(where.parts, where.source, where.clock)
    run_stages(where.parts, where.clock)
    erase(where.parts, member(play, "Fenja").number, where.clock(), by="operator")
    assert where.folders()["INBOX"] == 1
    where.step()
    assert where.folders()["INBOX"] == 0
    assert remains(where.parts.store, where.parts.settings.home, ["Fenja", "Fjädersson", "701740672"]) == []


def test_an_export_that_lies_in_the_home_is_pointed_out(play: Journey) -> None:
    file = play.world.parts.settings.home / "utdrag.csv"
    file.write_text("Voljärsson, Kanarina;hemtjänst", "utf-8")
    assert any(str(file) in line for line in erased(play).cannot_reach)


def test_nobody_is_erased_twice(play: Journey) -> None:
    number = member(play).number
    erased(play)
    with pytest.raises(SettingsError, match="ingen person"):
        erase(play.world.parts, number, play.world.clock(), by="operator")


def test_letters_that_had_not_left_are_taken_back(play: Journey) -> None:
    with play.world.parts.store.transaction() as books:
        books.outgoing.add(
            "k", "lead-proposal", to=LEAD, subject="Förslag", text="1. Kanarina Voljärsson", message_id="<k@x>",
            due=play.world.clock(),
        )  # fmt: skip
    erased(play)
    with play.world.parts.store.reading() as books:
        letter = books.outgoing.by_message_id("<k@x>")
        assert letter
        assert (letter.state, letter.text, letter.to) == (OutgoingState.CANCELLED, "", LEAD)
