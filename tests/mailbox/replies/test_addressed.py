"""A name that a reply only speaks to is no pick; what is said beside it decides."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage
from tests.mailbox.replies.test_spoken import picks

LISTED = tuple(
    Candidate(number, name)
    for number, name in enumerate(("Hanna Wiklund", "Ewa Norr", "Omid Sharifi", "Lars Brodd"), start=1)
)
SPOKEN_TO = """
a 3 | Hanna, tack för senast! Ja till Omid.
a 3 | Tack för senast, Hanna! Ja till Omid.
a 3 | Hanna, roligt att du är tillbaka! Omid får frågan.
a 3 | Kul att höra av dig Hanna! Omid får frågan.
a 3 | Hanna! Tack för hjälpen i går. Omid får frågan.
a 3 | Omid tack. Vi ses på fredag, Hanna!
a 3 | Bästa Hanna, jag väljer Omid.
a 3 | Grattis på födelsedagen Hanna! Jag tar Omid.
a 3 | Hanna du är en pärla! Omid blir det.
a 3 | Du är en klippa, Hanna! Omid blir det.
a 2,4 | Hej Omid! Ewa och Lars tack.
a 2 | Lars, hoppas att du har haft en bra semester. Ewa blir det för mig.
a 4 | Ewa Norr, välkommen tillbaka! Jag väljer Lars.
x | Tyvärr Hanna, ingen passar den här gången.
m | Hanna, har vi några fler?
q | Hanna, kan du fråga enheten om de har hörslinga?
u | Hanna, hör av dig när du kan!
u | Hanna! Tack för senast
u | Hanna, jag har läst. Omid blir det.
u | Omid blir bra, Hanna. Vi hörs!
"""
CHOSEN = """
a 1,3 | Hanna, Omid
a 1,3 | Omid, Hanna
a 1 | Hanna, tack!
a 1 | Hanna, tack för hjälpen!
a 1,3 | Hanna och Omid, tack för en bra lista!
"""


def rows(block: str) -> list[list[str]]:
    return [line.split(" | ", 1) for line in block.strip().splitlines()]


@pytest.mark.parametrize(("right", "words"), rows(SPOKEN_TO))
def test_who_is_only_spoken_to_is_not_picked(right: str, words: str) -> None:
    assert picks(decide(words, LISTED, Stage.PROPOSAL)) == right


@pytest.mark.parametrize(("right", "words"), rows(CHOSEN))
def test_a_name_first_or_last_may_still_choose(right: str, words: str) -> None:
    assert picks(decide(words, LISTED, Stage.PROPOSAL)) == right


@pytest.mark.parametrize(
    "words",
    [
        "Skicka två kvinnor också",
        "Inte henne. Skicka en man i stället",
        "Nej inte Kirsti, ge mig ett par andra namn.",
        "Kirsti är bortrest, finns det fler?",
        "Henne känner jag, inte den här gången. Nån annan?",
        "En är för lite, leta upp två till",
    ],
)
def test_who_refuses_the_only_one_and_wants_another_wants_more(words: str) -> None:
    assert decide(words, (Candidate(1, "Kirsti Alanen"),), Stage.PROPOSAL).action is Action.MORE
