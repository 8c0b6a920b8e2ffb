"""Spoken spelling: read as written Swedish, given back as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.prose.clauses import clauses_of
from medverkan.mailbox.prose.names import whole_name
from medverkan.mailbox.prose.spelling import as_written, plain_spelling, without_pictures


@pytest.mark.parametrize(
    ("written", "plain"),
    [("Ja bor i Tunby å e född 1940.", "Jag bor i Tunby och är född 1940."),
     ("Kan tänka mej å va med.", "Kan tänka mig att vara med."),
     ("söker ngn som kan läsa o tycka till", "söker någon som kan läsa och tycka till"),
     ("Ja, det går bra.", "Ja, det går bra."), ("Vad va det som hände?", "Vad va det som hände?"),
     ("Å andra sidan orkar jag.", "Å andra sidan orkar jag."), ("å hennes vägnar", "å hennes vägnar"),
     ("Anna O Berg", "Anna O Berg")],
)  # fmt: skip
def test_spoken_words_are_read_as_written_ones(written: str, plain: str) -> None:
    assert plain_spelling(written)[0] == plain


@given(st.text(max_size=120))
def test_what_is_read_in_plain_spelling_is_given_back_as_it_was_written(text: str) -> None:
    plain, edits = plain_spelling(text)
    assert as_written(plain, plain, edits) == text


def test_a_part_of_a_sentence_is_given_back_as_it_was_written() -> None:
    plain, edits = plain_spelling("Ja har haft kol å fått ny höft me komplikationer.")
    assert as_written("haft kol och fått ny höft", plain, edits) == "haft kol å fått ny höft"


@pytest.mark.parametrize(
    ("written", "read"),
    [("Vi ses på fredag 🎉 Ta med fika", "Vi ses på fredag. Ta med fika"), ("Hej! 😊", "Hej!"),
     ("kul att vara med :) Jag bor här", "kul att vara med. Jag bor här"), ("kl 13:00", "kl 13:00")],
)  # fmt: skip
def test_a_picture_ends_a_sentence_where_the_next_word_begins_one(written: str, read: str) -> None:
    assert without_pictures(written) == read


@pytest.mark.parametrize(
    ("written", "clauses"),
    [("jag heter kim ek jag bor i tunby min son har autism och går på en resursskola sedan två år",
      ["jag heter kim ek", "jag bor i tunby", "min son har autism och går på en resursskola sedan två år"]),
     ("jag tycker att jag har fått bra vård när jag var inlagd och att jag vill berätta om det",
      ["jag tycker att jag har fått bra vård när jag var inlagd och att jag vill berätta om det"])],
)  # fmt: skip
def test_what_has_no_full_stops_is_cut_where_a_subject_begins_anew(written: str, clauses: list[str]) -> None:
    assert clauses_of(written) == clauses


@pytest.mark.parametrize(
    ("signed", "sender", "first", "text", "name"),
    [("", "kim b e", "kim", "jag heter kim berg ek och", "Kim Berg Ek"), ("Kim Ek", "Kim E", "Kim", "", "Kim Ek"),
     ("Kim E", "Ek Kim", "Kim", "", "Kim Ek"), ("", "Kim Ek", "Kim", "", "Kim Ek"),
     ("Lo Berg", "Registrator", "Lo", "", "Lo Berg"), ("", "Kim E", "", "Hej från Kim", "Kim E")],
)  # fmt: skip
def test_the_fullest_name_is_the_writers(signed: str, sender: str, first: str, text: str, name: str) -> None:
    assert whole_name(signed, sender, first, text) == name
