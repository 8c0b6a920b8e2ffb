"""What a lead answers to the day's list is read by the numbers of tasks and cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.answers.by_number import Said, by_number, is_only_by_number, only_line

DIALOGUES = [
    ("T-0012 klart", [("T-0012", "klart")]),
    ("T-0012 svarade inte", [("T-0012", "svarade inte")]),
    ("T-0012: svarade inte\nT-0013: klart", [("T-0012", "svarade inte"), ("T-0013", "klart")]),
    ("T-0012 svarade inte, T-0013 klart.", [("T-0012", "svarade inte"), ("T-0013", "klart")]),
    ("T-0012 nej och T-0013 ja", [("T-0012", "nej"), ("T-0013", "ja")]),
    ("Klart: T-0012 och T-0013", [("T-0012", "Klart"), ("T-0013", "Klart")]),
    ("T-0012, T-0013 och T-0014 är klara", [("T-0012", "är klara"), ("T-0013", "är klara"), ("T-0014", "är klara")]),
    ("t12 klart", [("T-0012", "klart")]),
    ("Hej!\n\nBocka av T-12, tack.\n\n/Karin", [("T-0012", "Bocka av")]),
    ("Avsluta F-2027-0001", [("F-2027-0001", "Avsluta")]),
    ("F-2027-0001 kan avslutas", [("F-2027-0001", "kan avslutas")]),
    ("T-0020 bokat 12 december kl 13.00 på biblioteket", [("T-0020", "bokat 12 december kl 13.00 på biblioteket")]),
    ("T-0012\nbokat 23/2 kl. 13", [("T-0012", "bokat 23/2 kl. 13")]),
    ("Ångra F-2027-0001", [("F-2027-0001", "Ångra")]),
    ("Avsluta F-2027-0001, de har inte hört av sig", [("F-2027-0001", "Avsluta")]),
    ("Avsluta F-2027-0001 på fredag", [("F-2027-0001", "på fredag")]),
    ("Kan ärendet F-2027-0001 avslutas?", [("F-2027-0001", "avslutas?")]),
    ("Ska jag avsluta F-2027-0001?", [("F-2027-0001", "Ska jag avsluta?")]),
    ("Jag ringer dem i morgon.", []),
    ("", []),
]


@pytest.mark.parametrize(("words", "said"), DIALOGUES)
def test_each_number_gets_what_is_said_of_it(words: str, said: list[tuple[str, str]]) -> None:
    assert [(one.number, one.words) for one in by_number(words)] == said


@pytest.mark.parametrize(
    "words",
    [
        "klart",
        "Klar!",
        "är klara",
        "gjort",
        "fixat",
        "det är klart nu",
        "kan bockas av",
        "bocka av",
        "Bocka av",
        "skickade",
        "OK",
    ],
)
def test_done_is_heard(words: str) -> None:
    assert Said("T-0012", words).is_done


@pytest.mark.parametrize(
    "words",
    [
        "",
        "inte klart",
        "klart på måndag",
        "snart klar",
        "svarade inte",
        "nej",
        "ja",
        "klart men ring igen",
        "ej gjort",
        "klart?",
    ],
)
def test_anything_more_is_not_done(words: str) -> None:
    assert not Said("T-0012", words).is_done


@pytest.mark.parametrize(
    "words",
    [
        "avsluta", "Avsluta ärendet", "kan avslutas", "stäng", "lägg ner", "är inställt",
        "kan avslutas, de har inte hört av sig", "avslutas eftersom uppdraget inte blir av", "avsluta, det är inställt",
    ],
)  # fmt: skip
def test_an_end_is_heard(words: str) -> None:
    assert Said("F-2027-0001", words).ends


@pytest.mark.parametrize(
    "words",
    [
        "",
        "avsluta inte",
        "avslutas?",
        "kan avslutas?",
        "ska det avslutas?",
        "avsluta på fredag",
        "vilar",
        "avsluta om de inte hör av sig",
        "kan avslutas när de har svarat",
        "avsluta, men vänta till fredag",
        "avsluta, det tror jag",
        "avsluta, nej förresten",
        "kan avslutas, de ska bara svara först",
    ],
)
def test_anything_more_ends_nothing(words: str) -> None:
    assert not Said("F-2027-0001", words).ends


@pytest.mark.parametrize("words", ["läget", "Läget?", "status", "visa förslaget", "skicka listan", "hur står det?"])
def test_it_is_heard_that_somebody_asks_how_it_stands(words: str) -> None:
    assert Said("F-2027-0001", words).asks


@pytest.mark.parametrize(
    "words",
    [
        "T-0012 klart",
        "Hej!\n\nBocka av T-12, tack.\n\n/Karin",
        "T-0012 tackar nej till uppdraget",
        "Klart: T-0012 och T-0013\nMvh Karin",
        "Avsluta F-2027-0001, de har inte hört av sig",
        "läget F-2027-0001",
        "F-2027-0001 ny dag: 25 mars 2027 kl. 13-15",
    ],
)
def test_what_is_told_by_number_alone_can_answer_any_letter(words: str) -> None:
    assert is_only_by_number(words)


@pytest.mark.parametrize(
    "words",
    [
        "", "Tack!", "JA till 1 och 3 i F-2027-0001", "2 svarade inte, T-0012 klart", "JA\nT-0012 klart",
        "F-2027-0001 ja till 1", "1 ja, uppgifterna får lämnas\n\nOch T-0012 är klart", "F-2027-0001 avsluta inte",
    ],
)  # fmt: skip
def test_words_of_a_letters_own_matter_are_not(words: str) -> None:
    assert not is_only_by_number(words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ny dag: 25 mars 2027 kl. 13-15", "25 mars 2027 kl. 13-15"),
        ("ny dag 25 mars", "25 mars"),
        ("flyttas till den 25 mars", "den 25 mars"),
        ("nytt datum är 25/3", "25/3"),
        ("blir det en ny dag?", ""),
        ("ny dag", ""),
        ("ja till 1", ""),
    ],
)
def test_the_day_that_a_case_is_moved_to_is_heard(words: str, day: str) -> None:
    assert Said("F-2027-0001", words).new_day == day


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Klart!", "Klart!"),
        ("Hej!\n\nAvboka, tack\n\nKarin", "Avboka, tack"),
        ("Klart\n\nMvh Karin", "Klart"),
        ("Klart\nmen ring Bo", ""),
        ("Karin", "Karin"),
        ("Tack!", ""),
        ("", ""),
    ],
)
def test_one_line_says_it_all_where_the_rest_is_courtesy(words: str, line: str) -> None:
    assert only_line(words) == line


@pytest.mark.parametrize("words", ["avboka", "Avboka, tack", "återbud", "har lämnat återbud", "kan inte komma"])
def test_that_somebody_cannot_come_is_heard(words: str) -> None:
    assert Said("T-0012", words).calls_off
    assert not Said("T-0012", f"{words} på fredag, ring").calls_off


@given(st.text(max_size=400))
def test_nothing_raises(words: str) -> None:
    is_only_by_number(words)
    only_line(words)
    for one in by_number(words):
        assert one.number[:2] in ("T-", "F-")
