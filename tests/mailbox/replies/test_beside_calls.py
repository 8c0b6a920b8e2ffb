"""Beside a yes that was told, whatever takes it back, doubts it or hangs it on something is no yes to act on.

Every line is tried with every way of telling a yes, so that one more way is tried with every line.
"""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Outcome, Stage

PEOPLE = (Candidate(1, "Rune Blad"), Candidate(2, "Ida Forslund"))
YES = (
    "Ida sa ja",
    "Ida är med",
    "Ida kommer gärna",
    "Ida tackade ja",
    "Ida ställer upp",
    "Ida vill vara med",
    "2 ja",
    "Ida är på",
    "Ida nappade direkt",
)
# "…" is the yes.
SPOILT = """
… om det blir digitalt.
… om hon får skjuts.
… så länge det inte blir sent.
…, men bara om Rune är med.
…, tror jag.
Jag tror att ….
…, men hon är osäker på om hon orkar.
…, men hon har inte kollat kalendern.
… men numret får inte lämnas ut.
… men vill inte att enheten får hennes nummer.
… men jag glömde fråga om uppgifterna.
…, men jag har inte frågat om numret.
…. Numret vill hon fundera på.
…. Fast hon ångrade sig sen.
…. Nej vänta, det var Rune.
…? Eller var det Rune?
…, sa hennes man.
…, enligt hennes dotter.
… men hennes läkare avråder, så hon vet inte.
… men inte förrän i höst.
… men ska fundera över helgen.
… mot ersättning.
…, i värsta fall.
… men jag ringde nog fel Ida.
… men hon föreslår ett annat datum.
…, om jag inte minns fel.
…, förutsatt att det finns hiss.
…, men hon vill veta vem som får uppgifterna först.
"""
HARMLESS = """
…. Hon undrar var man parkerar.
…. Hälsningar Lena
… och numret får lämnas ut.
…, det blev ett långt samtal.
…. Rune ringer jag imorgon.
…. Trevlig helg!
Hej! ….
…. Hon behöver hörslinga.
…. Rune har jag inte ringt.
… och hon hälsar så gott.
"""


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("line", lines(SPOILT))
@pytest.mark.parametrize("yes", YES)
def test_a_yes_with_a_doubt_beside_it_is_none(yes: str, line: str) -> None:
    decision = decide(line.replace("…", yes), PEOPLE, Stage.CALLS)
    assert decision.action is not Action.OUTCOMES or decision.outcomes.get(2) is not Outcome.ACCEPTED


@pytest.mark.parametrize("line", lines(HARMLESS))
@pytest.mark.parametrize("yes", YES)
def test_a_yes_with_other_matters_beside_it_stands(yes: str, line: str) -> None:
    assert decide(line.replace("…", yes), PEOPLE, Stage.CALLS).outcomes == {2: Outcome.ACCEPTED}
