"""A unit that corrects our receipt, moves its day or answers unclearly: nothing is lost, and true words come back."""

from pathlib import Path

import pytest

from medverkan.mailbox.answers.asked import asked_in
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Kind
from tests.bot.test_unit_answers import incomplete, receipt, told
from tests.bot.town import LEAD, UNIT, case_of

MOVES = (
    "Vi måste flytta första träffen till den 26 januari. Vi ställer in den 2 mars.",
    "Mötet är inställt den 16 mars, vi tar den 23 mars i stället.",
    "Vi behöver skjuta upp träffen, vi vet inte till när.",
)


@pytest.mark.parametrize("words", MOVES)
@pytest.mark.parametrize("calling", [False, True])
def test_a_moved_day_reaches_the_lead_as_a_move_and_changes_nothing(
    tmp_path: Path, words: str, *, calling: bool
) -> None:
    with incomplete(tmp_path) as play:
        if calling:
            play.answer(play.latest(LEAD, "lead-proposal"), "JA 1")
        before = case_of(play).fields
        play.answer(receipt(play), words, UNIT)
        letter = play.latest(LEAD, "lead-unit-says")
        text = plain_text(letter)
        assert "verkar vilja flytta" in letter.subject
        assert f"| {words}" in text
        assert "Jag har inte ändrat något i ärendet." in text
        assert "tar tillbaka sin förfrågan. Jag" not in text
        assert ("ring dem" if calling else "Datum och tid: 18 mars 2027 klockan 13–15") in text
        assert case_of(play).fields == before


@pytest.mark.parametrize("words", ["vi vill ha fyra personer", "Vi söker fyra deltagare i stället.",
                                   "We need 4 people.", "Det ska vara fyra personer.", "Antalet ska vara fyra.",
                                   "Hej! Vi behöver fyra personer, inte två."])  # fmt: skip
def test_a_plain_correction_of_how_many_is_merged_and_echoed(tmp_path: Path, words: str) -> None:
    with incomplete(tmp_path) as play:
        play.answer(receipt(play), words, UNIT)
        assert case_of(play).people_wanted == 4
        assert "- Antal personer: 2 → 4" in told(play)
        assert "inte fört in" not in told(play)


@pytest.mark.parametrize("words", ["move it to 18 March", "Please move the meeting to 18 March.",
                                   "Flytta mötet till 18 mars.", "Ändra datumet till den 18 mars",
                                   "Vi flyttar träffen till den 18 mars.", "Datumet ska vara 18 mars."])  # fmt: skip
def test_a_plain_correction_of_the_day_is_merged_and_echoed(tmp_path: Path, words: str) -> None:
    with incomplete(tmp_path) as play:
        play.answer(receipt(play), words, UNIT)
        assert case_of(play).fields["date_start"] == "2027-03-18"
        assert "Det här har vi fört in" in told(play)


@pytest.mark.parametrize("beside", ["Vi bjuder på fika.", "Hiss finns i huset.", "Dörren är låst efter fem."])
def test_the_unit_is_told_what_was_not_taken_in(tmp_path: Path, beside: str) -> None:
    with incomplete(tmp_path) as play:
        play.answer(receipt(play), f"Antal personer: 3\n\n{beside}", UNIT)
        assert f"Det här har vi inte fört in. En utvecklingsledare läser det:\n\n| {beside}" in told(play)
        play.answer(receipt(play), beside, UNIT)
        again = plain_text(play.latest(UNIT[1], "unit-unclear"))
        assert f"| {beside}" in again
        assert "Det har inte ändrat något i förfrågan än." in again


@pytest.mark.parametrize("words", ["2: hoppsan", "2: fler", "2) många", "2. lagom många"])
def test_a_numbered_answer_that_cannot_be_read_is_not_called_unnumbered(tmp_path: Path, words: str) -> None:
    with incomplete(tmp_path, "Syfte och mål", "Antal personer") as play:
        play.answer(receipt(play), words, UNIT)
        text = plain_text(play.latest(UNIT[1], "unit-unclear"))
        assert "Vi ser vilken fråga det här är svar på, men vi kunde inte läsa ut svaret." in text
        assert "Vi kunde inte se vilken fråga" not in text


@pytest.mark.parametrize("words", ["Fem till sex", "2-3", "Tre eller fyra", "4–6 personer", "två till tre", "6-8 st"])
def test_an_unclear_number_asks_once_and_the_history_says_so(tmp_path: Path, words: str) -> None:
    text = "Vi vill förstå hemtjänsten. Vi söker fyra personer till samtalet."
    with incomplete(tmp_path, **{"Beskrivning av uppdraget": text}) as play:
        play.answer(receipt(play), words, UNIT)
        assert [one.key for one in asked_in(Kind.REQUEST, told(play))] == ["people_wanted"]
        assert "Det har inte ändrat något i förfrågan än." in told(play)
        case = case_of(play)
        with play.world.parts.store.reading() as books:
            events = [one.what for one in books.audit.of(request_id=case.id)]
        assert "answer-unclear" in events
        assert "request-changed" not in events
