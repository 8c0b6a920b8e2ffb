"""A unit's answer by reply: merged where it is plain what it answers, and left for a person where it is not."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.answers.answers import answer_of, answers
from medverkan.mailbox.answers.asked import BELOW, Asked, asked_in, asked_of, example, key_of
from medverkan.mailbox.answers.merging import merged, still_asked
from medverkan.mailbox.answers.numbered import between, without_between
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.values import Kind
from tests.mailbox.answers.dialogues import DERIVED, DIALOGUES, NUMBER, PHONE, REPLY_BY, WEEKDAY, Said
from tests.mailbox.answers.dialogues_more import PLAIN
from tests.mailbox.answers.dialogues_unclear import SEEN, UNCLEAR

WHEN = datetime(2027, 2, 3, 9, tzinfo=UTC)
ALL = DIALOGUES + PLAIN + UNCLEAR + SEEN
KEYS = ("unit", "organisation", "contact_name", "activity", "description", "purpose", "perspectives", "experience",
        "people_wanted", "when_text", "place")  # fmt: skip


def asked(*what: str) -> tuple[Asked, ...]:
    """Return the questions in that order: keys of missing fields, or whole questions."""
    found = (asked_of(Kind.REQUEST, *(((one,), ()) if " " not in one else ((), (one,))))[0] for one in what)
    return tuple(Asked(number, one.key, one.text) for number, one in enumerate(found, 1))


@pytest.mark.parametrize("said", ALL, ids=[said[1][:50] for said in ALL])
def test_an_answer_gives_what_it_plainly_says_and_nothing_else(said: Said) -> None:
    what, words, fields, left = said
    found = answer_of(words, Kind.REQUEST, WHEN, asked(*what))
    unsaid = {key for key in DERIVED if key not in fields}
    unsaid |= {"when_text"} if "when_text" not in fields and {"date_start", "time_start"} & set(fields) else set()
    assert {key: value for key, value in found.fields.items() if key not in unsaid} == fields
    if left is not None:
        assert bool(found.left) is left


@pytest.mark.parametrize("said", UNCLEAR, ids=[said[1][:50] for said in UNCLEAR])
def test_what_is_merged_nowhere_is_left_for_somebody_to_see(said: Said) -> None:
    what, words, _, _ = said
    found = answer_of(words, Kind.REQUEST, WHEN, asked(*what))
    assert found.left or found.questions


def test_answers_beside_labels_become_fields() -> None:
    words = "Hej, här kommer svaren.\n\nantal: 3\nPlats: Exempelby\nTid: 4 mars kl 9-11\n\n/Kim"
    assert answers(words, Kind.REQUEST, WHEN) == {
        "people_wanted": 3, "when_text": "4 mars kl 9-11", "date_start": "2027-03-04", "time_start": "09:00",
        "time_end": "11:00", "place": "Exempelby",
    }  # fmt: skip


def test_a_reply_without_labels_answers_nothing() -> None:
    assert answers("Tack, vi återkommer.", Kind.REQUEST, WHEN) == {}
    assert answers("antal: 3", Kind.REPLY, WHEN) == {}


def test_a_number_means_its_question_also_when_that_was_answered_before() -> None:
    questions = tuple(Asked(one.number, one.key, one.text, is_open=False) for one in asked("place", "people_wanted"))
    assert answers("1: Nybro", Kind.REQUEST, WHEN, questions) == {"place": "Nybro"}
    assert answers("Nybro", Kind.REQUEST, WHEN, questions) == {}


@pytest.mark.parametrize(
    ("question", "key"),
    [
        (WEEKDAY, "when_text"),
        (NUMBER, "people_wanted"),
        (PHONE, "contact_phone"),
        (REPLY_BY, "reply_by"),
        ("Sista svarsdatum: datumet ”30 februari” finns inte. Vilket datum gäller?", "reply_by"),
        ("datumet 2026-01-02 har redan passerat. Vilket datum gäller?", "when_text"),
        ("Sista datum, 2027-03-01, ligger före första datum, 2027-03-04. Vilka datum gäller?", "when_text"),
        ("Sluttiden kl. 09:00 ligger inte efter starttiden kl. 10:00. Vilken tid gäller?", "when_text"),
        ("Plats: vi läser ”070-174 06 70” men är osäkra. Vad ska stå där?", "place"),
        ("Antal personer står både som 2 och 3. Hur många personer söker ni?", "people_wanted"),
        ("Går det att delta digitalt?", ""),
    ],
)
def test_every_question_of_ours_knows_its_field(question: str, key: str) -> None:
    assert key_of(Kind.REQUEST, question) == key


@given(st.lists(st.sampled_from(KEYS), unique=True), st.lists(st.sampled_from([WEEKDAY, NUMBER, PHONE]), unique=True))
def test_what_a_letter_asks_is_read_back_out_of_it(missing: list[str], questions: list[str]) -> None:
    found = asked_of(Kind.REQUEST, missing, questions)
    lines = "\n".join(f"{one.number}. {one.text}" for one in found)
    letter = f"Hej!\n\n- Beskrivning:\n1. ett\n2. två\n\nDet här behöver vi veta:\n\n{lines}\n\n{BELOW}. Till exempel:"
    assert asked_in(Kind.REQUEST, letter) == found


def test_a_letter_that_asks_nothing_has_no_numbers() -> None:
    assert asked_in(Kind.REQUEST, "Hej!\n\n1. Ett uppdrag\n2. Ett till\n\nVänliga hälsningar") == ()
    assert example(()) == ""
    assert example(asked("purpose", "people_wanted")) == "2: 3 personer"


BODY = "Hej, se nedan.\n\n> Det behöver vi veta:\n>\n{}> Svara på det här mejlet. Skriv numret först.\n> 1: Kalmar\n"


def _quoted(*typed: str) -> str:
    lines = (f"> {one.number}. {one.text}\n{words}\n" for one, words in zip(asked("place", NUMBER), typed, strict=True))
    return BODY.format("".join(lines))


def test_what_is_typed_between_our_lines_answers_the_line_above() -> None:
    questions = asked("place", NUMBER)
    assert between(_quoted("", ""), questions, BELOW) == {}
    assert between(_quoted("", "Fyra"), questions, BELOW) == {2: "Fyra"}
    assert between(_quoted("Rådhuset", "Fyra"), questions, BELOW) == {1: "Rådhuset", 2: "Fyra"}
    wrapped = _quoted("Rådhuset", "").replace(" personer ", "\n> personer ")
    assert between(wrapped, questions, BELOW) == {1: "Rådhuset"}
    assert between("Fyra\n\nMed vänlig hälsning", questions, BELOW) == {}


def test_words_typed_between_are_not_read_twice() -> None:
    body = _quoted("Rådhuset", "")
    assert without_between("Hej, se nedan.\n\n1: Rådhuset", {1: "Rådhuset"}, body) == "Hej, se nedan."
    assert without_between("3", {1: "Rådhuset, sal 3"}, body) == "3"
    # A number that nobody typed came from the quoted line above, of which letter nobody knows.
    assert without_between("3: Rådhuset", {}, body) == "Rådhuset"
    assert without_between("3: Rådhuset", {}, "3: Rådhuset\n\n> …") == "3: Rådhuset"


def test_a_new_day_keeps_the_clock_and_a_new_clock_the_day() -> None:
    old = {"when_text": "onsdag 16 mars kl 13–15", "time_start": "13:00", "time_end": "15:00"}
    day = merged(old, answers("16 mars", Kind.REQUEST, WHEN, asked("when_text")), WHEN)
    assert (day["date_start"], day["time_start"], day["when_text"]) == (
        "2027-03-16",
        "13:00",
        "16 mars kl. 13.00–15.00",
    )
    clock = merged(day, answers("Tiden är flyttad till kl 9-10", Kind.REQUEST, WHEN), WHEN)
    assert (clock["date_start"], clock["when_text"]) == ("2027-03-16", "16 mars 2027 kl. 09.00–10.00")
    gone = merged(day, {"when_text": "enligt överenskommelse"}, WHEN)
    assert gone == {"when_text": "enligt överenskommelse"}


def test_a_question_that_was_settled_is_not_asked_again_and_another_stays() -> None:
    old = {"people_wanted": 2, "description": "Vi söker fyra personer.", "contact_phone": ""}
    answered = still_asked(Kind.REQUEST, (old, [NUMBER, PHONE], WHEN), (old, ["people_wanted"], WHEN), ())
    assert answered == (PHONE,)
    later = still_asked(Kind.REQUEST, (old, [PHONE], WHEN), ({**old, "place": "Nybro"}, ["place"], WHEN), ())
    assert later == (PHONE,)


def test_nothing_of_a_request_that_is_taken_back_is_merged() -> None:
    found = answer_of("Vi drar tillbaka förfrågan.\n1: 3\nPlats: Nybro", Kind.REQUEST, WHEN, asked("people_wanted"))
    assert (found.fields, len(found.left)) == ({}, 3)


_LINES = st.lists(
    st.sampled_from(
        ["1.", "2)", "Fråga 1:", "Plats:", "3", "Kalmar", "den", "18 mars", "?", "tre", "och", ",", "\n", " "]
    )
    | st.text(max_size=12)
)


@given(_LINES)
def test_whatever_is_answered_nothing_raises(parts: list[str]) -> None:
    words = " ".join(parts)
    questions = asked(*KEYS, WEEKDAY, NUMBER)
    answer_of(words, Kind.REQUEST, WHEN, questions, between(words, questions, BELOW))
    answer_of(words, Kind.REGISTRATION, None, questions)


@pytest.mark.parametrize(
    "part", ["1) ", "och ", "(", "Plats ", "a ", "den 1 ", ", ", "tack ", "vi har att ", "A A ", "> "]
)
def test_long_answers_take_no_longer_than_their_length(part: str) -> None:
    words = part * (60_000 // len(part))
    questions = asked(*KEYS, WEEKDAY)
    answer_of(words, Kind.REQUEST, WHEN, questions, between(words, questions, BELOW))


@pytest.mark.parametrize(
    ("fields", "key"),
    [({"place": "Biblioteket i Nybro", "format": "remote"}, "format"),
     ({"minors_wanted": False, "description": "Ungdomar som är 15 år berättar om skolan."}, "minors_wanted")],
)  # fmt: skip
def test_an_answer_settles_which_of_two_places_of_the_form_holds(fields: dict[str, object], key: str) -> None:
    asked = [one for one in judge(Kind.REQUEST, fields, WHEN)[1] if " men " in one]
    assert asked
    assert still_asked(Kind.REQUEST, (fields, asked, WHEN), (fields, [key], WHEN), ()) == ()


UNSURE = "Syfte och mål: vi läser ”Bättre bemötande” men är osäkra. Vad ska stå där?"


@pytest.mark.parametrize(
    ("words", "fields"),
    [("1: Ja", {"purpose": "Bättre bemötande"}), ("1: Det stämmer", {"purpose": "Bättre bemötande"}),
     ("1: Nej", {}), ("1: Att fler vågar fråga", {"purpose": "Att fler vågar fråga"})],
)  # fmt: skip
def test_a_yes_to_what_we_read_unsurely_is_that_and_never_the_word_itself(words: str, fields: dict[str, str]) -> None:
    assert answers(words, Kind.REQUEST, WHEN, asked(UNSURE)) == fields


@pytest.mark.parametrize(
    ("words", "day"),
    [("Vi vill ha 5 st den 3 december kl 10", "2026-12-03"), ("den 14/12 blir bra", "2026-12-14"),
     ("Vi kör på 19 december i stället.", "2026-12-19"),
     ("Fem personer, den 9 december, biblioteket i Torsås.", "2026-12-09")],
)  # fmt: skip
def test_a_day_with_its_month_is_never_put_into_the_month_that_we_asked_about(words: str, day: str) -> None:
    question = "”Onsdagen den 26 november” stämmer inte: veckodag och datum passar inte ihop. Vilket datum gäller?"
    moment = datetime(2026, 11, 20, 9, tzinfo=UTC)
    found = answer_of(words, Kind.REQUEST, moment, asked(question))
    assert found.fields.get("date_start", day) == day


def test_a_day_that_has_just_been_is_asked_about_and_a_yes_settles_which_year() -> None:
    moment = datetime(2026, 11, 16, 9, tzinfo=UTC)
    fields = {"when_text": "5 november kl 13", "date_start": "2027-11-05"}
    question = next(one for one in judge(Kind.REQUEST, fields, moment)[1] if "2027-11-05" in one)
    assert answers("1: Ja", Kind.REQUEST, moment, asked(question))["date_start"] == "2027-11-05"
    assert not [one for one in judge(Kind.REQUEST, {"when_text": "5 februari kl 13"}, moment)[1] if "nyss" in one]
