"""What leads get by mail and the chat tells of too: that it waits, without a word of whom it is about."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from medverkan.bot import letters, words
from medverkan.bot.chat.notices import OF_CASES, OF_TASKS, READ_IT
from medverkan.bot.demo import cast, mails
from tests.bot.chat.room import room, told_of
from tests.bot.town import LEAD, UNIT


def test_everything_told_of_is_a_letter_that_has_a_name() -> None:
    told = {*OF_CASES, *OF_TASKS, *READ_IT}
    assert told <= set(letters.names())
    assert told <= words.LETTER.keys()


def test_a_new_registration_is_told_of_without_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with room(tmp_path, monkeypatch, residents=()) as here:
        before = len(here.chat.sent)
        here.play.send(mails.in_body(here.play.new_mail(cast.FORM, "Anmälan"), cast.registrations()[0]), cast.FORM)
        here.world.step()
        [told] = here.chat.sent[before:]
        assert re.fullmatch(r"T-\d{4}: en ny person att ringa, senast \w+ \d+ \w+\. Namn och .+ mejlet\.", told.text)
        assert [label.partition(" ")[2] for row in told.buttons for label, _ in row] == [
            "Uppringd", "Svarade inte", "Ring igen", "Vill inte",
        ]  # fmt: skip
        assert told_of("\n".join([told.text, *here.labels()]), cast.registrations()[0]) == []


def test_what_the_unit_says_is_in_the_mail_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with room(tmp_path, monkeypatch) as here:
        receipt = here.play.latest(UNIT[1], "unit-received")
        here.play.answer(receipt, "Hej! Tack för svaret, vi undrar om hissen i Strömgatan duger för Asta.", UNIT)
        assert here.play.letters(LEAD, "lead-unit-says")
        assert here.chat.sent[-1].text == "F-2027-0001: Ord från verksamheten. Läs mejlet, det står där vad som behövs."


def test_the_day_is_told_in_counts_once_in_the_morning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with room(tmp_path, monkeypatch) as here:
        here.say("[Gruppen: 1 och 2]")
        before = len(here.chat.sent)
        for hour in (7, 8, 9):
            here.world.clock.to(datetime(2027, 2, 3, hour, 12, tzinfo=UTC))
            here.world.step()
        told = [message.text for message in here.chat.sent[before:] if message.text.startswith("I dag väntar: ")]
        assert len(told) == 1
        assert "samtal" in told[0]


def test_a_lead_without_a_chat_gets_the_letter_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with room(tmp_path, monkeypatch) as here:
        with here.world.parts.store.transaction() as books:
            books.chats.unlink(LEAD)
        before = len(here.chat.sent)
        here.play.answer(here.play.latest(LEAD, "lead-proposal"), "JA 1")
        assert here.play.letters(LEAD, "lead-calls")
        assert len(here.chat.sent) == before
