"""An answer in a report of calls stands only where every word beside it is known to stand there."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

LISTED = (Candidate(1, "Viveka Strand"), Candidate(2, "Rune Blad"), Candidate(3, "Hodan Yusuf"))
NO_ANSWER = """
Viveka är okej.
Viveka tycker visst om att baka.
Viveka accepterade min ursäkt
Viveka säger ja till det mesta.
Viveka sa nej till kaffe men vi pratade länge ändå.
Viveka hoppade av bussen precis när jag ringde
Viveka gillar absolut bio.
Viveka kör gärna bil
Viveka lagar gärna mat åt grannarna
Viveka dansar jättegärna
Viveka är självklart stolt över sin dotter
Viveka avböjer sprit
Viveka avstår från socker
Viveka tackade ja till en bulle
Viveka tackade nej till influensavaccinet
Viveka har tackat ja till en kryssning
Viveka sa ja till sin man vid altaret
Viveka sa nej till skjutsen
Viveka avbokade färdtjänsten
Viveka ställer upp i landskampen
Viveka ställer upp med bullar på fredag
Viveka bekräftade mottagandet av brevet
Viveka kan inte simma
Viveka kan inte adressen utantill
Viveka vill inte ha besök
Viveka ville inte störa
Viveka hinner inte sakna jobbet
Viveka orkar inte diska
Viveka är med i hyresgästföreningen
Viveka är med på fotot från i höstas
Viveka hoppar gärna hopprep
Viveka accepterar inte cookies
Viveka accepterade fakturan
Viveka sa nej när jag frågade om hon sov
Viveka sa ja när jag frågade om hon hört av enheten
Viveka svarade ja då jag undrade om hon fått listan
Viveka nappade på min idé om en bokcirkel
Viveka deltar i sorgegruppen
Viveka deltar på gudstjänsten varje söndag
Viveka hänger på sjön
Viveka hakade upp sig på arvodet
Viveka står över alla andra
Viveka godkände min vänförfrågan
Viveka får gärna skjuts av Rune
"""
ACCEPTED = """
Viveka tackade ja på direkten.
Viveka sa ja utan att blinka
Viveka sa genast ja och undrade om det bjuds på fika
Viveka är med på noterna, hon tar bussen in
Viveka kommer gärna den 14:e.
Viveka ställer upp eftersom hon själv har varit patient där
Självklart, sa Viveka, hon är med!
Viveka är taggad och vill absolut vara med på mötet i mars
Okej från Viveka
Viveka säger ja till uppdraget
Viveka sa ja till att vara med i fokusgruppen
Viveka sa ja när jag frågade om hon ville vara med
"""
DECLINED = """
Viveka tackade nej på grund av ryggen.
Viveka avböjde med motiveringen att hon har tentor
Viveka orkar inte åka så långt just nu
Viveka kan inte i höst
Viveka kan inte den veckan
Viveka vill inte binda upp sig
Viveka hinner inte med fler möten i vår
Viveka sa nej till uppdraget
Viveka hoppar av nu i veckan
Viveka avstår, hon har fått jobb
Viveka vill inte ha fler uppdrag
"""


@pytest.mark.parametrize("words", NO_ANSWER.strip().splitlines())
def test_a_word_of_answer_with_another_object_is_asked_about(words: str) -> None:

    assert decide(words, LISTED, Stage.CALLS).action is not Action.OUTCOMES


@pytest.mark.parametrize(
    ("words", "outcome"),
    [(words, "accepted") for words in ACCEPTED.strip().splitlines()]
    + [(words, "declined") for words in DECLINED.strip().splitlines()],
)
def test_reasons_times_and_manners_change_no_answer(words: str, outcome: str) -> None:
    assert dict(decide(words, LISTED, Stage.CALLS).outcomes) == {1: outcome}
