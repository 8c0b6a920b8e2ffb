"""A unit tells whether it has made contact: (said, what it says of Anna, Bo and Cia), and what a person reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.mailbox.answers.contacts import contacts_of
from medverkan.mailbox.answers.each_person import Each, Told

NAMES = ("Anna", "Bo", "Cia")
WORDS = {"j": Told.YES, "n": Told.NO, "s": Told.NOT_YET, "-": None, "?": None}


def short(said: Each, count: int) -> str:
    letters = {told: letter for letter, told in WORDS.items() if told}
    return "".join(letters.get(said.of[at], "") if at in said.of else "-" for at in range(count))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ja", "jjj"),
        ("JA!", "jjj"),
        ("Hej!\n\nJa, det har vi.\n\nMvh", "jjj"),
        ("Japp, alla är kontaktade", "jjj"),
        ("Ja, vi har ringt alla tre.", "jjj"),
        ("Det är klart", "jjj"),
        ("Kontakt tagen", "jjj"),
        ("Vi har pratat med dem i går, inga problem.", "jjj"),
        ("Vi ska träffas på onsdag.", "jjj"),
        ("Nej", "nnn"),
        ("Nej, det har vi tyvärr missat.", "nnn"),
        ("Ingen av dem", "nnn"),
        ("Vi har inte fått tag på någon", "nnn"),
        ("Inte än", "sss"),
        ("Nej, inte ännu. Vi ringer i morgon.", "sss"),
        ("Ännu inte", "sss"),
        ("Vi har inte hunnit.", "sss"),
        ("nej, vi ringer i nästa vecka", "sss"),
        ("Nej vi ska kontakta dem vecka 49", "sss"),
        ("Nej men vi hör av oss på måndag", "sss"),
        ("Nej vi ringer inte", "nnn"),
        ("Vi ringer på torsdag", "sss"),
        ("Ska göra det i veckan", "sss"),
        ("Ja, men inte Anna", "njj"),
        ("Ja men inte Anna än.", "sjj"),
        ("Ja, alla utom Bo.", "jnj"),
        ("Alla utom Anna och Cia", "njn"),
        ("Anna och Bo ja, Cia nej", "jjn"),
        ("Anna: ja\nBo: nej\nCia: inte än", "jns"),
        ("Anna - ja\nBo - ja\nCia - nej", "jjn"),
        ("Ja, Anna och Bo är kontaktade, Cia inte än.", "jjs"),
        ("Ja, med Anna och Bo.", "jj-"),
        ("Vi har pratat med Anna. Bo har vi inte fått tag på, han svarar inte. Cia ringer vi på måndag.", "jns"),
        ("Bo har vi mejlat, övriga inte.", "njn"),
        ("Anna är vi klara med. De andra ringer vi i morgon.", "jss"),
        ("Nej, bara Bo hittills. Vi har ringt honom.", "njn"),
        ("Vi väntar på svar från Cia. Anna och Bo är klara.", "jjs"),
        ("Anna, Bo och Cia är alla informerade.", "jjj"),
        ("Det har vi.", "jjj"),
        ("Nej, det har vi inte.", "nnn"),
        ("Vi har ringt men det var bara telefonsvarare", "sss"),
        ("Vi har haft ett första möte med Anna och Bo, Cia kunde inte då men vi ska ringa henne.", "jjs"),
        ("Ja, samtliga! /Lotta", "jjj"),
        ("Ja, Annas telefon fungerade inte men Bo och Cia har vi ringt", "njj"),
    ],
)
def test_each_person_is_what_is_said_of_them(said: str, expected: str) -> None:
    found = contacts_of(said, NAMES)
    assert short(found, 3) == expected
    assert not found.unclear


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ja", "j"),
        ("Ja, vi har pratat med Anna och ska träffa henne på fredag.", "j"),
        ("Vi har ringt Anna två gånger utan svar", "n"),
        ("Har ringt, men hon svarar inte", "n"),
        ("Ja, vi har ringt men inte fått svar än.", "s"),
        ("Nej, men vi ringer i eftermiddag", "s"),
        ("Nej, vi har fel nummer.", "n"),
        ("Yes", "j"),
        ("Ja, vi har pratat med henne. Vi ringer igen nästa vecka.", "j"),
    ],
)
def test_of_one_person_everything_is_said(said: str, expected: str) -> None:
    found = contacts_of(said, ("Anna",))
    assert short(found, 1) == expected
    assert not found.unclear


UNCLEAR = (
    "Ja. Nej, vi har inte ringt.", "Anna ja. Anna har vi inte ringt. Bo ja, Cia ja.", "Ja nästan alla", "Två av tre",
    "Ja det tror jag att min kollega har gjort", "Jag vet inte, Sara har hand om det.",
)  # fmt: skip


@pytest.mark.parametrize("said", UNCLEAR)
def test_what_contradicts_itself_or_is_no_more_than_a_guess_is_unclear(said: str) -> None:
    assert contacts_of(said, NAMES).unclear


def test_two_of_one_name_are_unclear_by_name_and_clear_together() -> None:
    assert contacts_of("Anna ja, Bo ja", ("Anna", "Anna", "Bo")).unclear
    assert short(contacts_of("Ja, alla", ("Anna", "Anna", "Bo")), 3) == "jjj"


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("", ()),
        ("Tack för påminnelsen!", ()),
        ("Ja. Lokalen blir Storgatan 4 i stället.", ("Lokalen blir Storgatan 4 i stället.",)),
        ("Vad har hon för nummer?", ("Vad har hon för nummer?",)),
        ("Anna har tackat nej nu.", ("Anna har tackat nej nu.",)),
        ("Ja, vi har ringt, och vi behöver en person till.", ("vi behöver en person till.",)),
        ("Vi har träffat Anna och vi behöver en person till.", ("vi behöver en person till.",)),
        ("Vi har pratat med Anna och hon kommer gärna.", ()),
        ("Vi har träffat Anna, vi behöver nu en person till.", ("vi behöver nu en person till.",)),
        ("Ja. Har ni hennes adress?", ("Har ni hennes adress?",)),
    ],
)
def test_what_is_about_something_else_is_left_for_a_person(said: str, rest: tuple[str, ...]) -> None:
    assert contacts_of(said, ("Anna",)).rest == rest


def test_the_first_of_several_first_names_is_enough() -> None:
    found = contacts_of("Eva är kontaktad, Anna-Karin inte", ("Eva Maria", "Anna-Karin"))
    assert found.of == {0: Told.YES, 1: Told.NO}


def test_a_bare_yes_is_told_from_words_about_contact() -> None:
    assert not contacts_of("Ja", NAMES).on_topic
    assert contacts_of("Vi har ringt alla", NAMES).on_topic


@given(st.text(max_size=300), st.lists(st.text(max_size=8), max_size=4))
def test_reading_is_total(words: str, names: list[str]) -> None:
    found = contacts_of(words, names)
    assert set(found.of) <= set(range(max(1, len(names))))


@given(
    st.lists(
        st.sampled_from(["ja", "nej", "inte", "än", "Anna", "Bo", "utom", "men", "och", ",", ".", "ringt", "alla",
                         "andra", "hon", "svarar", "?", "ska"]),
        max_size=14,
    )
)  # fmt: skip
def test_nobody_named_in_a_no_alone_is_a_yes(words: list[str]) -> None:
    found = contacts_of(" ".join(words), ("Anna", "Bo"))
    if "ja" not in words and "ringt" not in words and "alla" not in words and "ska" not in words:
        assert Told.YES not in found.of.values()
