"""What takes a request back, and what only moves it to another day."""

import pytest

from medverkan.mailbox.answers.answers import answer_of
from medverkan.mailbox.answers.withdrawals import is_moved, is_withdrawn
from medverkan.mailbox.values import Kind

MOVED = (
    "Vi måste flytta första träffen till den 26 januari och ställer in den 2 mars.",
    "Hej! Mötet den 4 maj är inställt. Vi tar det den 11 maj i stället.",
    "Vi ställer in torsdagen den 8 april och tar fredagen den 9 i stället.",
    "Tyvärr blir mötet inte av den 3 mars utan den 10 mars.",
    "Workshopen ställs in nu men vi skjuter upp den till hösten.",
    "Det inställda mötet: vi byter dag till onsdag 5 maj.",
    "Fokusgruppen är inställd. Ny tid: vi ses den 14 april kl 13.",
    "Vi avbokar den 6 maj. Träffen flyttas fram en vecka.",
    "Vi skjuter upp mötet, ny dag kommer.",
    "Mötet den 2 mars ställs in och senareläggs.",
)
WITHDRAWN = (
    "Vi ställer in.",
    "Mötet är inställt.",
    "Vi ställer in hela uppdraget, det går inte att flytta mötet.",
    "Uppdraget blir inte av. Vi kan inte skjuta upp det.",
    "Förfrågan är inte längre aktuell, vi hittade någon själva.",
    "Projektet ställs in eftersom vi flyttar till nya lokaler.",
    "Vi drar tillbaka förfrågan och skickar en ny till den 5 maj i stället.",
    "Vi ställer in mötet den 2 mars.",
)
NEITHER = ("Vi flyttar in i nya lokaler i höst.", "Hiss finns i huset.", "Antal personer: 3")


@pytest.mark.parametrize("words", MOVED)
def test_a_moved_day_is_no_withdrawal_though_the_old_one_is_called_off(words: str) -> None:
    assert is_moved(words)
    assert not is_withdrawn(words)


@pytest.mark.parametrize("words", WITHDRAWN)
def test_what_calls_the_whole_off_is_a_withdrawal(words: str) -> None:
    assert is_withdrawn(words)
    assert not is_moved(words)


@pytest.mark.parametrize("words", NEITHER)
def test_what_speaks_of_something_else_is_neither(words: str) -> None:
    assert not is_withdrawn(words)
    assert not is_moved(words)


@pytest.mark.parametrize("words", [*MOVED[:8], *WITHDRAWN])
def test_nothing_of_an_answer_that_calls_a_day_off_is_merged(words: str) -> None:
    found = answer_of(words, Kind.REQUEST, None)
    assert found.fields == {}
    assert found.left
