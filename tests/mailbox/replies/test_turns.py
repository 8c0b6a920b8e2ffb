"""What is set against something, planned or only said at first is no second answer; see idioms_of_turns.py."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Candidate, Stage
from tests.mailbox.replies.test_spoken import picks
from tests.mailbox.replies.test_spoken_calls import told

LISTED = tuple(
    Candidate(number, name)
    for number, name in enumerate(("Sami Rahimi", "Viveka Stolt", "Ernst Höglund", "Hodan Yusuf"), start=1)
)
CALLS = """
o 1+ | Jag trodde att Sami skulle säga nej men han vill vara med!
o 2- | Jag hade räknat med Viveka men hon tackade nej.
o 3+ | Befarade det värsta, men Ernst sa ja.
o 1- | Rättelse: Sami sa nej, inte ja som jag skrev.
o 2+ | Viveka sa ja, inte nej!
o 3/ | Ernsts fru svarade, han är ute på sjön, jag försöker i morgon igen.
o 4/ | Hodans mamma svarade och sa bara att hon sover.
u | Ernsts fru svarade.
u | Ernsts fru sa att han säkert vill.
o 1- | Sami tackar så mycket men han har precis blivit farfar och vill vara med familjen.
o 2- | Viveka tackade för frågan men hon bor i Spanien numera.
o 3- | Ernst vill vara med sina barnbarn, det blir nej.
o 4? | Hodan vill ha frågorna i förväg innan hon säger ja eller nej.
o 1? | Sami vill prata med chefen innan han ger besked.
o 1- | Sami hade gärna kommit men han är bortrest den dagen.
o 2- | Viveka sa ja först men ringde tillbaka efter en timme och ångrade sig.
o 2+ | Viveka sa först nej men ringde upp och sa att hon kan ändå.
u | Ernst sa först ja men ringde upp sen om något med bussen.
o 3+ | Ernst var lite avvaktande men sa till slut ja.
o 4+ | Hodan tvekade om tiden men hon kommer.
u | Sami vill fundera men är med
o 1- | Sami orkar inte vara med längre.
o 2- | Viveka tackar nej men är gärna kvar i banken till en annan gång.
o 3- | Ernst ska bort den dagen, synd för han ville verkligen.
o 1- 2+ | Sami kunde inte så då frågade jag Viveka och hon sa ja
o 4+ | Hodan undrade hur lång tid det tar. När jag sa två timmar sa hon ja direkt.
o 4? | Hodan är med men inga kontaktuppgifter får lämnas till enheten
o 1+ | Sami: "Det gör jag så gärna!"
o 2- | Viveka svarade: "Nej, jag orkar inte längre"
o 3+ | Ernst vill gärna vara med, men behöver hörslinga – fixar du det med enheten?
o 3/ | Ernst svarar inte, kan numret vara gammalt?
o 1+ 2+ 3+ 4+ | Full pott!
o 1+ 2+ 3+ 4+ | Ja hela vägen!
o 3/ | Ringde Ernst mellan 9 och 11, inget svar.
u | Ernst har bytt nummer, har du det nya?
"""
PROPOSALS = """
a 1 | Det blir Sami. Skulle han tacka nej så hör jag av mig.
a 2 | Viveka går bra. Om hon tackar nej får vi tänka om.
u | Viveka. Om hon inte kan så Sami.
u | Ring mig innan du kontaktar Hodan
u | Hör av dig innan ni bokar Viveka.
u | Lägg in Ernst i kalendern för lunch den 5
q | Kan de ta emot någon med hörapparat? undersök det innan jag tar Viveka
q | Går det att komma in med elrullstol? Fråga mottagningen. Om det går tar jag Ernst.
m | Sami är okej men jag hade velat se några till.
m | Hodan verkar bra, men visa mig gärna fler att välja mellan.
u | Jag frågar enheten själv.
a 1,3 | Efter lite funderande landar jag i Sami som har provat båda metoderna, och i Ernst som har tid.
a 1,2 | Sami är ung och Viveka har åkt permobil, de två tack
a 1,2 | De med egen erfarenhet, det vill säga Sami och Viveka.
a 3,4 | Inte Sami eller Viveka. Resten kan vi fråga.
a 4 | Min kollega tipsade om Hodan, så henne tar vi.
"""


def rows(block: str) -> list[list[str]]:
    return [line.split(" | ", 1) for line in block.strip().splitlines()]


@pytest.mark.parametrize(("right", "words"), rows(CALLS))
def test_one_answer_is_read_of_what_is_set_against_it(right: str, words: str) -> None:
    assert told(decide(words, LISTED, Stage.CALLS)) == right


@pytest.mark.parametrize(("right", "words"), rows(PROPOSALS))
def test_what_only_leads_up_to_a_choice_is_none(right: str, words: str) -> None:
    assert picks(decide(words, LISTED, Stage.PROPOSAL)) == right


def test_half_of_a_namesake_says_who_is_meant() -> None:
    two = (Candidate(1, "Sami Rahimi"), Candidate(2, "Ewa Norr"), Candidate(3, "Sami Bergqvist"))
    assert picks(decide("Sami R tack, inte den andra", two, Stage.PROPOSAL)) == "a 1"
    assert picks(decide("Sami Bergqvist, inte den andre alltså", two, Stage.PROPOSAL)) == "a 3"
