"""What somebody else says, wishes or hopes of people, and what holds only later, picks nobody."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

LISTED = (Candidate(1, "Viveka Strand"), Candidate(2, "Rune Blad"), Candidate(3, "Hodan Yusuf"))
NO_CHOICE = """
Viveka blir bra igen, sa läkaren.
Viveka är bäst, säger alla
Viveka blir perfekt, tyckte min kollega
Viveka passar utmärkt, menade hennes dotter
Viveka är rätt person, hävdade enhetschefen bestämt
Viveka blir bra, hoppas hon
Rune frågade om Viveka får vara med.
Rune vill att Viveka ska vara med
Rune tycker att Viveka är bäst
Rune undrar om vi kan ta Viveka
Rune föreslog Viveka
Rune röstar på Viveka
Hennes dotter vill att vi tar Viveka
Kuratorn hoppas att Viveka får chansen
Min chef anser att Viveka är given
Läkaren intygar att Viveka är lämplig
Viveka är jättebra, har jag hört
Jag har hört att Viveka är kanon
Det sägs att Viveka är perfekt
Viveka lär vara jättebra
Viveka blir perfekt när hon är frisk
Viveka är given så fort hon har fått sin rullstol
Viveka passar när hon blivit lite starkare
Viveka tar vi den dagen hon kommer hem
Ta Viveka när hon har opererats
Viveka när båda föräldrarna skrivit på
Vi tar Viveka så fort enheten är klar med sin lista
Viveka blir bra efter att chefen godkänt det
Kör på Viveka när jag pratat med henne
Ja Viveka ja, henne glömmer man inte
Jo Viveka jo, den damen!
Ingen är perfekt
Ingen är ju felfri
Ingen är bäst
Viveka är godkänd som god man.
Viveka passar som tomte
Viveka är bra som ordförande
"""
CHOICES = """
Enhetschefen vill ha Viveka och det är jag helt med på. Viveka blir det.
Kuratorn hoppas att Viveka får chansen och jag håller med, ta henne
Rune tycker att Viveka är bäst, så henne tar vi
Läkaren säger att Viveka är frisk nu. Vi tar Viveka.
Viveka tycker jag är bäst
Vi tycker att Viveka passar
Jag vill att Viveka får frågan
Ring Viveka när hon är hemma, hon får det
Viveka, henne träffade jag när hon var med i rådet. Ta henne!
Vi tar Viveka som den tredje
Ta Viveka, efter att ha sovit på saken är jag säker
Boka Viveka när du hinner
Vi tar Viveka, hon var så bra när vi hade henne sist
Viveka är perfekt som patientrepresentant
Viveka blir bra som komplement
"""


@pytest.mark.parametrize("words", NO_CHOICE.strip().splitlines())
def test_what_another_says_or_what_holds_later_is_asked_about(words: str) -> None:
    assert decide(words, LISTED, Stage.PROPOSAL).action not in {Action.APPROVE, Action.REJECT_ALL}


@pytest.mark.parametrize("words", CHOICES.strip().splitlines())
def test_the_writers_own_word_still_chooses(words: str) -> None:
    assert decide(words, LISTED, Stage.PROPOSAL).picks == (1,)
