"""Dialogues with the lead about phone calls: what was said, and how each call ended."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

FOUR = (
    Candidate(1, "Anna Lindqvist"),
    Candidate(2, "Bertil Åkerlund"),
    Candidate(3, "Carin Holmgren"),
    Candidate(4, "Dawit Tesfaye"),
)
TWO = FOUR[:2]
ONE = FOUR[:1]
NAMESAKES = (Candidate(1, "Lars Edvall"), Candidate(2, "Ingrid Norling"), Candidate(3, "Lars Munter"))
SHORT = {"accepted": "j", "declined": "n", "no_answer": "-", "call_again": "å"}


def heard(words: str, people: tuple[Candidate, ...] = FOUR) -> str:
    """Return the outcomes as "1j 2n", or the action when it is another."""
    decision = decide(words, people, Stage.CALLS)
    if decision.action is not Action.OUTCOMES:
        return decision.action.value
    return " ".join(f"{number}{SHORT[outcome]}" for number, outcome in decision.outcomes.items())


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("1 ja, 2 nej, 3 svarar inte", "1j 2n 3-"),
        ("1 ja\n2 tackade nej\n3 svarar ej\n4 ring igen", "1j 2n 3- 4å"),
        ("Anna vill gärna, Bertil svarade inte, Carin tackade nej", "1j 2- 3n"),
        ("anna ja bertil nej", "1j 2n"),
        ("Anna är med och uppgifterna får lämnas ut. Dawit hoppar över den här gången.", "1j 4n"),
        ("Alla vill vara med", "1j 2j 3j 4j"),
        ("alla fyra sa ja och numren får lämnas ut", "1j 2j 3j 4j"),
        ("Ingen svarade", "1- 2- 3- 4-"),
        ("fick inte tag på någon", "1- 2- 3- 4-"),
        ("Ingen av dem ville", "1n 2n 3n 4n"),
        ("Fick inte tag på Bertil. Anna sa ja!", "1j 2-"),
        ("Nådde inte Carin, försöker igen i morgon", "3-"),
        ("Dawit ville fundera till måndag", "4å"),
        ("Carin bad mig återkomma nästa vecka", "3å"),
        ("Bertil vill bli uppringd på torsdag", "2å"),
        ("Anna vill vara med men hennes nummer får inte lämnas ut", "1å"),
        ("Anna ja, men jag glömde fråga om uppgifterna", "1å"),
        ("Bertil: ja. Kontaktuppgifter ok.", "2j"),
        ("Bertil kan inte, han är bortrest. Carin ställer upp.", "2n 3j"),
        ("Ja från Anna och Carin, nej från Bertil", "1j 2n 3j"),
        ("1 och 3 ja, 2 nej", "1j 2n 3j"),
        ("1, 2 och 4 tackade ja. 3 tackade nej.", "1j 2j 3n 4j"),
        ("1 ja, resten svarar inte", "1j 2- 3- 4-"),
        ("Anna sa ja. 3 har jag inte hunnit ringa.", "1j"),
        ("Anna: telefonsvarare. Bertil: hon lade på, men Carin vill!", "unclear"),
        ("1: är med, numret får lämnas\n\n2: har inte svarat\n\n4: tackade nej, för långt", "1j 2- 4n"),
        ("Bertil har inte tid i vår men gärna en annan gång", "2n"),
        ("Carin svarade inte först, men sen ringde hon upp och sa ja", "3j"),
        ("Lämnade meddelande på Dawits telefonsvarare", "4-"),
        ("pratade med Anna, hon vill gärna vara med", "1j"),
        ("Har ringt Bertil tre gånger utan svar", "2-"),
        ("ana lindkvist vill vara med", "1j"),
        ("Dawit vill tänka på saken", "4å"),
        ("Anna 👍 Bertil 👎", "1j 2n"),
        ("både Anna och Bertil är med, Carin avböjer", "1j 2j 3n"),
        ("tvåan vill inte, trean vill", "2n 3j"),
        ("Alla utom Bertil vill vara med. Bertil svarade inte.", "1j 2- 3j 4j"),
        ("Alla svarade ja utom Dawit som inte svarade", "1j 2j 3j 4-"),
        ("ingen av dem svarade utom Anna som sa ja", "1j 2- 3- 4-"),
        ("Ringde Bertil men ingen svarade", "2-"),
        ("Ja: Anna, Carin\nNej: Bertil\nEj svar: Dawit", "1j 2n 3j 4-"),
        ("1) ja 2) nej 3) svarar ej", "1j 2n 3-"),
        ("Anna är positiv! Hon ställer gärna upp och ni får lämna ut hennes nummer.", "1j"),
        ("Anna nåddes inte. Bertil tackade ja.", "1- 2j"),
        ("Anna ja, Bertil också", "1j 2j"),
        ("ja 1,2 nej 3 svarar ej 4", "1j 2j 3n 4-"),
        ("Pratade med Bertil. Han var inte intresserad.", "2n"),
    ],
)
def test_outcomes_are_read_person_by_person(words: str, outcomes: str) -> None:
    assert heard(words) == outcomes


@pytest.mark.parametrize(
    ("words", "people", "outcomes"),
    [
        ("Båda vill vara med och numren får lämnas ut", TWO, "1j 2j"),
        ("båda tackade nej", TWO, "1n 2n"),
        ("Hon vill gärna vara med!", ONE, "1j"),
        ("tackade nej", ONE, "1n"),
        ("Svarar inte", ONE, "1-"),
        ("ja", ONE, "1j"),
        ("Hon vill fundera till fredag", ONE, "1å"),
        ("Lars E är med, Ingrid kan inte", NAMESAKES, "1j 2n"),
        ("Ingrid ja. Lars Munter svarade inte.", NAMESAKES, "2j 3-"),
        ("Anna ja, Bertil nej. Nej vänta, Bertil sa ja.", FOUR, "1j 2j"),
        ("Anna vill vara med! Kom dock inte ihåg att fråga om vi får lämna ut hennes nummer.", FOUR, "1å"),
    ],
)
def test_few_people_need_fewer_words(words: str, people: tuple[Candidate, ...], outcomes: str) -> None:
    assert heard(words, people) == outcomes


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("", FOUR),
        ("Ja", FOUR),
        ("Lars vill vara med", NAMESAKES),
        ("Jag tror att Anna vill", FOUR),
        ("Anna vill nog vara med", FOUR),
        ("Bertil verkar intresserad", FOUR),
        ("Carin är med om det blir digitalt", FOUR),
        ("1 ja, 7 nej", FOUR),
        ("Anna?", FOUR),
        ("Vill Anna vara med?", FOUR),
        ("Anna sa både ja och nej", FOUR),
        ("Anna och Bertil", FOUR),
        ("Bertil har flyttat", FOUR),
        ("Anna ja. Nej vänta, det var Carin som sa ja", FOUR),
        ("Båda vill vara med men bara Annas nummer får lämnas ut", TWO),
        ("Alla utom Carin har tackat ja", FOUR),
        ("kanske", ONE),
        ("Har inte ringt än", FOUR),
        ("Återkommer", FOUR),
        ("Anna eller Carin sa ja, minns inte vem", FOUR),
        ("ringer imorgon", FOUR),
        ("Fredrik vill vara med", FOUR),
        ("Dawit är på semester", FOUR),
        ("den ena ville, den andra inte", TWO),
        ("Anna kan, men bara på tisdagar", FOUR),
        ("Anna sa ja men ångrade sig sen", FOUR),
        ("Carin hade inte tid att prata, ringer henne på måndag", FOUR),
        ("Jag ringer Bertil igen på fredag", FOUR),
        ("Dawit vill gärna vara med men inte den dagen", FOUR),
        ("Nej inte än", ONE),
        ("Bertil kan 2 av 3 gånger", FOUR),
        ("resten svarade inte", FOUR),
        ("inte båda", TWO),
        ("Pratade med Bertil och Anna. Han vill, hon vill inte.", FOUR),
    ],
)
def test_guesses_and_riddles_are_asked_back(words: str, people: tuple[Candidate, ...]) -> None:
    assert heard(words, people) == "unclear"


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("STATUS", "status"),
        ("hur går det?", "status"),
        ("PAUS", "pause"),
        ("FLER", "more"),
        ("FRÅGA Kan tiden ändras?", "ask"),
        ("ÅNGRA", "undo"),
        ("HJÄLP", "help"),
    ],
)
def test_the_other_wishes_work_here_too(words: str, action: str) -> None:
    assert heard(words) == action


def test_the_question_back_shows_how_to_answer() -> None:
    question = decide("Lars vill", NAMESAKES, Stage.CALLS).question
    assert "1. Lars Edvall" in question
    assert "1 ja, 2 tackade nej, 3 svarar inte" in question
