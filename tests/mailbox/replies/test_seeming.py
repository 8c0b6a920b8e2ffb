"""What is told of people, said to them or asked about others chooses nobody, in however many words it is put."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

LISTED = tuple(
    Candidate(number, name)
    for number, name in enumerate(("Hanna Dahlstedt", "Omid Karim", "Emina Hodzic", "David Roslund"), start=1)
)
TOLD_OF_ALL = """
Alla fyra har varit med förut och nu vill vi ha nya ansikten.
Samtliga har deltagit tidigare och nu behövs nya krafter.
Alla bor i samma kommun och vi vill gärna ha spridning.
Alla fyra jobbar i vården och vi vill ha någon utifrån.
Alla var med på dialogen i våras, ta gärna fram andra.
Alla känner varandra och vi vill helst ha folk som inte gör det.
Alla sitter redan i brukarrådet och vi önskar bredd.
Alla fyra brukar vara med och vi vill ha fler namn.
"""
ONLY_SEEMS = """
Så har vi Hanna, henne känner jag inte
Då har vi Omid som är lärare och bor i Eksjö.
Sedan har vi Emina, hon är ny för mig.
Sen finns David, honom har jag träffat.
Hanna, tack för senast!
David, tack för skjutsen!
Omid, grattis på födelsedagen!
Emina, trevligt att träffas i går!
Vinnaren i tävlingen blev Hanna
Vinnaren av stipendiet var David
Jag föreslår att vi frågar Hanna vem hon tycker
Jag föreslår att vi hör med Omid vad han anser
Vi frågar Emina vilka hon känner
Emina och David får gärna komma och titta på lokalen
Hanna får gärna komma förbi på fika
Omid får gärna kika in och hälsa
Emina/David
Hanna/Omid tack
Omid / Emina
Hanna Dahlstedt/David Roslund
Hanna fyller år i morgon, vi tar en tårta till henne
Omid fyller femtio, vi köper en present till honom
Emina är min svägerska så där får någon annan ta beslutet
Emina skulle jag valt för tio år sedan
Vi tar upp David på måndagens möte
David vill jag inte skicka
David däremot vill jag inte skicka
"""
DENIED = (
    "{} däremot vill jag inte skicka.",
    "{} däremot vill jag inte ha med.",
    "{} däremot, vill vi inte skicka.",
    "{} dock vill jag inte skicka, han har fullt upp.",
    "{} däremot ska vi inte skicka den här gången.",
    "{} däremot tänker jag inte föreslå.",
    "{} emellertid vill jag inte kontakta.",
    "{} å andra sidan kan jag inte rekommendera.",
)
STILL_CHOSEN = {
    "Alla tre andra vet jag inget om. Jag väljer Hanna.": (1,),
    "Alla har varit med förut, så kör på alla.": (1, 2, 3, 4),
    "Vi kör Hanna/Omid": (1, 2),
    "Omid har min godkännandestämpel": (2,),
}
NO_ANSWERS = """
Ines har bytt nummer, har du det nya?
Ines är med på kyrkokören på tisdagar så då är hon upptagen
Ines skrattade och sa nej men gud är det du
Ja till Ines från min sida, men jag har inte ringt
Ines vill gärna hälsa till dig!
Ines ja, henne har jag inte fått tid att ringa
Ines är med i bokcirkeln
Ines svarade att hon gärna vill veta vilka andra som är med
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("words", lines(TOLD_OF_ALL))
def test_what_is_told_of_all_beside_a_wish_for_others_picks_nobody(words: str) -> None:
    assert decide(words, LISTED, Stage.PROPOSAL).action in {Action.MORE, Action.UNCLEAR}


@pytest.mark.parametrize("words", lines(ONLY_SEEMS))
def test_what_only_seems_to_choose_is_asked_about(words: str) -> None:
    assert decide(words, LISTED, Stage.PROPOSAL).action is Action.UNCLEAR


@pytest.mark.parametrize("denial", DENIED)
def test_a_person_named_first_and_denied_later_in_the_clause_is_never_picked(denial: str) -> None:
    picks = decide(f"Hanna passar bra. {denial.format('David')}", LISTED, Stage.PROPOSAL).picks
    assert picks in {(1,), ()}


@pytest.mark.parametrize(("words", "picks"), STILL_CHOSEN.items())
def test_a_choice_beside_what_only_is_told_stands(words: str, picks: tuple[int, ...]) -> None:
    assert decide(words, LISTED, Stage.PROPOSAL).picks == picks


@pytest.mark.parametrize("whom", ["ett par kvinnor", "några män", "en kvinna", "några ungdomar"])
def test_a_refusal_with_a_wish_for_other_people_asks_for_more(whom: str) -> None:
    words = f"Hanna är fin men det blir ensidigt med bara henne, så inte hon. Skicka {whom} också."
    assert decide(words, LISTED[:1], Stage.PROPOSAL).action is Action.MORE


@pytest.mark.parametrize("words", lines(NO_ANSWERS))
def test_what_is_no_answer_to_a_call_is_not_recorded(words: str) -> None:
    called = (Candidate(1, "Ines Valdal"), *LISTED[1:3])
    assert decide(words, called, Stage.CALLS).action is Action.UNCLEAR
