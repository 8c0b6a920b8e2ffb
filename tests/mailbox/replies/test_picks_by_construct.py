"""Ways of putting a pick, each tried with several people and several fillers: the construct is read, not the line."""

from itertools import product

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

PEOPLE = [
    Candidate(number, name)
    for number, name in enumerate(
        ("Viola Hedman", "Tariq Aziz", "Gunnel Stråhle", "Isidor Kvarn", "Rania Saleh", "Berth Stråhle"), start=1
    )
]
WHO = {"Viola": (1,), "nr 2": (2,), "Gunnel och Isidor": (3, 4), "Rania, Viola och Tariq": (1, 2, 5), "2 & 5": (2, 5)}
# "…" is who is picked, "~" one of the fillers behind the bar.
CONSTRUCTS = """
Jag har läst om alla sex och ~ … | fastnar för / väljer / kör på / vill ha / tar / bestämmer mig för
Jag har ~ och tycker att … passar bäst | tänkt en stund / läst igenom listan / sovit på saken / vägt för och emot
Först tänkte jag ~, men nej, det blir … | Berth / nr 6 / på Berth / att vi skulle ta Berth
Min första tanke var Berth men ~ … | efter lite grubblande blir det / nu väljer jag / jag tar / vi kör på
Du ~ Berth, men jag väljer … | föreslog / skrev att du helst ser / hade satt upp / rekommenderade
Enheten ~ Berth men vi tar … | ville helst ha / föreslog / pratade om / nämnde
I det andra ärendet ~. Här tar vi … | tog vi Berth / sa jag Berth / valde jag sexan / blev det Berth
Inte så att jag har något emot Berth, men ~ … | jag tar / vi väljer / jag föredrar / det blir
… och ~ | ingen annan / inga fler / inga andra / ingen mer
… ~ | blir bra / tackar vi ja till / får göra det / får följa med / kör vi på / är givna
… tar vi, ~ | enheten gläds nog åt det / det blir en fin blandning / de kan sånt här / annars blir det ingen härifrån
… (~) | för att de bor nära / de känner mottagningen / som har varit med förr / eftersom de är lediga
Ingen annan än … ~ | tack / passar / duger
De som ~ … tar vi | heter / står som / du har som / kallas
… ~ | , de ville ju ha så många / , då räcker det / , det blir lagom / , det var ett lätt val
~ … | Jag nappar på / Jag bjuder in / Kryssa i / Plocka ut / Jag vill att du frågar / Det får bli
Svårt att se någon bättre än …, så ~ | då tar vi dem / kör på det / de får det / det blir så
"""
NAMESAKES = """
Båda ~ | Stråhle / som heter Stråhle / Stråhlarna / med efternamnet Stråhle
Vi tar ~ | makarna Stråhle / paret Stråhle / båda Stråhle / de två Stråhle / syskonen Stråhle, båda två
"""
LEFT_OPEN = """
Jag har läst om alla sex och ~ … | ratar / tvekar om / undrar över / vet inte om jag vill ha
Du föreslog …, men ~ | jag är osäker / chefen väljer / jag vill tänka / jag vet inte
Först tänkte jag …, men ~ | nu vet jag inte / jag är tveksam / det får vänta
I det andra ärendet tog vi … ~ | / och det blev bra / men här vet jag inte
… (~) | kanske / om de kan / preliminärt / inte säkert / eller Berth / bara en av dem
Ser fram emot att höra vad … tycker, ~ | hälsa dem / det ska bli kul
Om jag måste välja så tvekar jag om … ~ | / men kanske
"""


def rows(table: str) -> list[tuple[str, str]]:
    found = []
    for line in table.strip().splitlines():
        construct, _, fillers = line.partition(" | ")
        found += [(construct, filler.strip()) for filler in fillers.split(" / ")]
    return found


def put(construct: str, filler: str, who: str) -> str:
    return " ".join(construct.replace("~", filler).replace("…", who).replace(" ,", ",").split())


@pytest.mark.parametrize(("construct", "filler"), rows(CONSTRUCTS))
def test_a_construct_picks_whoever_stands_in_it(construct: str, filler: str) -> None:
    said = {put(construct, filler, who): picks for who, picks in WHO.items()}
    read = {words: decide(words, PEOPLE, Stage.PROPOSAL) for words in said}
    assert {words: one.picks for words, one in read.items() if one.picks != said[words]} == {}


@pytest.mark.parametrize(("construct", "filler"), rows(NAMESAKES))
def test_namesakes_are_picked_together(construct: str, filler: str) -> None:
    assert decide(put(construct, filler, ""), PEOPLE, Stage.PROPOSAL).picks == (3, 6)


@pytest.mark.parametrize(("row", "who"), list(product(rows(LEFT_OPEN), WHO)))
def test_a_construct_that_leaves_it_open_is_asked_about(row: tuple[str, str], who: str) -> None:
    assert decide(put(*row, who), PEOPLE, Stage.PROPOSAL).action is not Action.APPROVE
