"""Nobody gets another's answer, however the statements about several people are strung together.

The statements are plain ones; what is tested is where one person's ends and the next one's begins, above all as people
dictate: without a single sign. What cannot be told may be asked back, so only a wrong outcome fails.
"""

import random

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Outcome, Stage

NAMES = (
    "Birgitta Malm",
    "Ali Hosseini",
    "Ann-Sofie Brandt",
    "Lennart Krook",
    "Fatima Osman",
    "Tobias Lund",
    "Moa Rydell",
)
PEOPLE = tuple(Candidate(number, name) for number, name in enumerate(NAMES, start=1))
TOLD: dict[Outcome | None, tuple[str, ...]] = {
    Outcome.ACCEPTED: (
        "{} sa ja",
        "{} är med",
        "{} kommer gärna",
        "{} är på",
        "{} vill vara med och numret är ok",
        "{} tyckte det lät kul så ja",
        "ja från {}",
        "fick ja av {}",
        "{} said yes",
        "{} is happy to join",
    ),
    Outcome.DECLINED: (
        "{} tackade nej",
        "{} kan inte",
        "{} orkar inte",
        "{} har fått nytt jobb så nej",
        "{} kan inte för det är för långt",
        "nej från {}",
        "fick nej av {}",
        "{} can't make it",
    ),
    Outcome.NO_ANSWER: (
        "{} svarar inte",
        "{} når jag inte",
        "{} fick jag inte tag på",
        "{} har jag sökt tre gånger utan svar",
        "nådde inte {}",
        "inget svar från {}",
        "{} did not pick up",
    ),
    Outcome.CALL_AGAIN: (
        "{} vill fundera",
        "{} ber mig ringa igen på måndag",
        "{} vill prata med familjen först",
        "{} behöver betänketid",
        "{} vill jag ska ringa igen nästa vecka",
        "{} wants to think about it",
    ),
    None: ("{} har jag inte ringt", "{} ringer jag imorgon", "{} tar jag på torsdag"),
}
ASIDES = (
    "",
    "",
    "",
    "det var roligt att höra",
    "vi pratade länge",
    "jag hälsade från dig",
    "det blev ett långt samtal",
)
JOINED = {"dictated": (" ", " och ", " men ", " sen "), "comma": (", ", " och ", ", men "), "sentences": (". ", "\n")}


@pytest.mark.parametrize("manner", sorted(JOINED))
@pytest.mark.parametrize("seed", range(120))
def test_nobody_gets_the_answer_of_another(manner: str, seed: int) -> None:
    chance = random.Random(f"{manner} {seed}")  # noqa: S311 - the same report every time
    told = {person: chance.choice(list(TOLD)) for person in chance.sample(PEOPLE, chance.randint(1, len(PEOPLE)))}
    words = ""
    for person, outcome in told.items():
        first = person.name.split()[0]
        said = chance.choice(TOLD[outcome]).format(first.lower() if manner == "dictated" else first)
        aside = chance.choice(ASIDES)
        stop = {"dictated": " ", "comma": ", ", "sentences": ". "}[manner]
        words += (chance.choice(JOINED[manner]) if words else "") + said + (stop + aside if aside else "")
    decision = decide(words, PEOPLE, Stage.CALLS)
    if decision.action is Action.OUTCOMES:
        assert dict(decision.outcomes) == {person.number: outcome for person, outcome in told.items() if outcome}, words
