"""A name, a yes or a no is acted on only where it stands in words that choose, and about the people."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

PEOPLE = tuple(
    Candidate(number, name)
    for number, name in enumerate(("Greta Moberg", "Yusuf Karimi", "Tyra Lindahl", "Rolf Asp"), start=1)
)


def read(words: str, people: tuple[Candidate, ...] = PEOPLE) -> tuple[Action, tuple[int, ...]]:
    decision = decide(words, people, Stage.PROPOSAL)
    return decision.action, decision.picks


@pytest.mark.parametrize(
    "words",
    [
        "Kan vi ta Greta",
        "Är det okej att välja Tyra",
        "Passar Yusuf",
        "Svarar chefen ja så blir det Greta.",
        "Jag tar Greta så fort budgeten är klar.",
        "Greta tar vi nästa år.",
        "Greta vill jag ha till kulturdagen i stället.",
        "Alla utom Rolf har jag träffat.",
        "Alla utom Rolf är sjuka.",
        "Personalen väljer Greta.",
        "Ta Greta, säger de.",
        "Ring Greta om parkeringen.",
        "Bjud in Greta till kräftskivan!",
        "Gretas profil ser fin ut",
        "Greta och Rolf. Slutgiltigt besked på fredag.",
        "Greta och Rolf. Men det är inte bestämt.",
        "Greta och Rolf. Bara ett utkast.",
    ],
)
def test_who_is_named_where_nobody_is_chosen_is_asked_about(words: str) -> None:
    assert read(words) == (Action.UNCLEAR, ())


@pytest.mark.parametrize(
    ("words", "picks"),
    [
        ("Kan du ringa Greta?", (1,)),
        ("Passar bra med Greta!", (1,)),
        ("Får jag önska så blir det Greta.", (1,)),
        ("Enheten vill ha Greta, och det är okej för mig.", (1,)),
        ("Chefen ville ha Rolf men jag väljer Tyra.", (3,)),
        ("Alla utom Rolf, han har varit med förut.", (1, 2, 3)),
        ("Alla utom Rolf går bra.", (1, 2, 3)),
        ("Ring Greta om uppdraget.", (1,)),
        ("Greta. Jag återkommer med tider.", (1,)),
        ("Gretas erfarenhet väger tyngst. Henne tar vi.", (1,)),
    ],
)
def test_a_plain_choice_beside_such_words_stands(words: str, picks: tuple[int, ...]) -> None:
    assert read(words) == (Action.APPROVE, picks)


@pytest.mark.parametrize("words", ["Ja, jag har läst.", "Ok, ring mig.", "Toppen, tack! Då tittar jag på det."])
def test_a_yes_to_something_else_is_no_yes_to_the_only_one_listed(words: str) -> None:
    assert read(words, PEOPLE[:1]) == (Action.UNCLEAR, ())


@pytest.mark.parametrize(
    "words", ["Nej det är ingen brådska", "Vi avstår från lunchen", "Det går inte att öppna filen."]
)
def test_a_no_to_something_else_refuses_nobody(words: str) -> None:
    assert read(words) == (Action.UNCLEAR, ())


@pytest.mark.parametrize("words", ["Nej tack", "Vi avstår från alla", "Nej till både Greta, Yusuf, Tyra och Rolf"])
def test_a_no_to_the_people_stands(words: str) -> None:
    assert read(words)[0] is Action.REJECT_ALL
