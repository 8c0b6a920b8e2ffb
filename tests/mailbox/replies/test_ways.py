"""Every way of telling how a call went is read in every frame, and what spoils it in one class spoils it in all.

The frames are where the person stands, what joins two people, and what is told before and after. The spoilers
are what makes any of the ways no news: a condition, a guess, another's word, a question, a denial.
"""

from itertools import cycle

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.replies.ways import _ways, told_plainly
from medverkan.mailbox.values import Action, Candidate, Outcome, Stage
from tests.test_regexes import QUADRATIC, worst

PEOPLE = (Candidate(1, "Rune Blad"), Candidate(2, "Ida Forslund"), Candidate(3, "Samir Khoury"), Candidate(4, "Gun Ek"))
YES = (
    *("hakade på", "hänger på direkt", "nappade", "var på hugget", "är pigg på det", "kommer gärna", "gick med på det"),
    *(
        "är med på noterna",
        "står till förfogande",
        "tackade och tog emot",
        "är glad att få vara med",
        "ser fram emot det",
    ),
    *(
        "tar på sig uppdraget",
        "låter sig övertalas",
        "bekräftar sin medverkan",
        "ger sitt klartecken",
        "hjälper gärna till",
    ),
    *(
        "vill hjärtans gärna",
        "tvekade inte en sekund",
        "är redo",
        "åtar sig det",
        "svarade jakande",
        "är överlycklig på det",
    ),
)
NO = (
    *("hoppade över", "står över", "betackade sig", "tackade för sig", "drog sig ur", "kastade in handduken", "avstod"),
    *("ställer sig utanför", "har inte möjlighet", "saknar tid", "har förhinder", "har fullt upp", "får inte ledigt"),
    *(
        "valde bort det",
        "tappade lusten",
        "är ur leken",
        "mäktar inte med det",
        "är dubbelbokad",
        "låter bli",
        "skippar det",
    ),
    *(
        "backade ur",
        "lämnade återbud",
        "har annat för sig",
        "hade nog med sitt",
        "känner inte för det",
        "fick förhinder",
    ),
)
LATER = (
    *(
        "ska sova på saken",
        "vill ha betänketid",
        "ska kolla kalendern först",
        "måste prata med sin läkare först",
        "grunnar",
    ),
    *(
        "bad mig ringa efter fem",
        "vill bli uppringd på fredag",
        "ber att få återkomma",
        "är i valet och kvalet",
        "velar",
    ),
    *(
        "har inte bestämt sig än",
        "behöver några dagar på sig",
        "vill läsa papperen först",
        "ska höra med sin chef först",
    ),
    *(
        "vill ha mer information",
        "tar sig en funderare",
        "återkommer med besked",
        "bad om ett nytt samtal",
        "drar på svaret",
    ),
)
SILENCE = (
    *("är okontaktbar", "gick inte att nå", "lyfter inte luren", "är omöjlig att få tag på", "var inte anträffbar"),
    *(
        "går det bara signaler hos",
        "hör jag inte av",
        "får jag inte fatt på",
        "har jag sökt förgäves",
        "är svår att nå",
    ),
    *(
        "är som uppslukad av jorden",
        "plockar inte upp luren",
        "har inte gått att få tag på",
        "nåddes inte",
        "ringde ut",
    ),
)
CLASSES = {
    Outcome.ACCEPTED: YES,
    Outcome.DECLINED: NO,
    Outcome.CALL_AGAIN: LATER,
    Outcome.NO_ANSWER: SILENCE,
}
# {a} and {b} are the people, {way} what is told of the first; the second one said no, or nothing is told of them.
FRAMES: tuple[tuple[str, dict[int, str]], ...] = (
    ("{a} {way}.", {}),
    ("{a} {way}", {}),
    ("Hej! {a} {way}. Hälsningar Lena", {}),
    ("{a} {way}, {b} tackade nej.", {2: "n"}),
    ("{a} {way} och {b} tackade nej.", {2: "n"}),
    ("{b} tackade nej. {a} {way}.", {2: "n"}),
    ("{b} sa nej men {a} {way}", {2: "n"}),
    ("{b}: nej\n{a} {way}", {2: "n"}),
    ("Nu har jag ringt lite. {a} {way}. {b} ringer jag imorgon.", {}),
    ("{a} {way}. Resten tar jag på måndag.", {}),
    ("Ringde {b} som tackade nej. {a} {way}.", {2: "n"}),
)
NAMES = (("Rune", "Ida"), ("Rune Blad", "Ida F"), ("1", "2"), ("ettan", "tvåan"), ("rune", "ida"))
CASES = [(way, outcome) for outcome, ways in CLASSES.items() for way in ways]


@pytest.mark.parametrize(("way", "outcome"), CASES)
def test_a_way_is_read_in_every_frame(way: str, outcome: Outcome) -> None:
    for (frame, others), (a, b) in zip(FRAMES, cycle(NAMES[len(way) % 5 :] + NAMES[: len(way) % 5]), strict=False):
        words = frame.format(a=a, b=b, way=way)
        meant = {1: outcome} | ({2: Outcome.DECLINED} if others else {})
        decision = decide(words, PEOPLE, Stage.CALLS)
        assert dict(decision.outcomes) == meant, words


@pytest.mark.parametrize(("way", "outcome"), CASES)
def test_it_is_read_of_two_together(way: str, outcome: Outcome) -> None:
    for joined in ("Rune och Samir", "Rune & Samir", "Rune samt Samir", "1 och 3", "ettan och trean"):
        words = f"{joined} {way}."
        assert dict(decide(words, PEOPLE, Stage.CALLS).outcomes) == {1: outcome, 3: outcome}, words


SPOILERS = (
    "Om Rune {way} hör jag av mig.",
    "Rune kanske {way}.",
    "Jag tror att Rune {way}.",
    "Runes fru trodde att han {way}.",
    "Rune {way}?",
    "Antingen Rune eller Ida {way}.",
    "Någon av dem {way}.",
    "Ruben {way}.",
    "Jag {way}.",
    "Enheten {way}.",
    "Rune {way} på förra mötet.",
    "Rune {way}, tror jag.",
    "Rune {way} om det blir på distans.",
    "Jag hoppas att Rune {way}.",
    "Rune har inte sagt att han {way}.",
    "Det är oklart om Rune {way}.",
    "Var det Rune eller Ida som {way}?",
    "En annan Rune {way}.",
    "Ida frågade om Rune {way}.",
    "Kollegan trodde att Rune {way}.",
    "Ruben {way}, men Rune vet jag inte.",
    "Såvitt jag vet {way} Rune.",
)


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_what_is_no_answer_of_the_person_is_never_recorded_as_one(spoiler: str) -> None:
    for way in (*YES, *NO):
        words = spoiler.format(way=way)
        decision = decide(words, PEOPLE, Stage.CALLS)
        assert decision.action is not Action.OUTCOMES, words


def test_a_denied_yes_is_never_a_yes() -> None:
    for verb, rest in (
        ("hakade", "på"),
        ("nappade", ""),
        ("ställer", "upp"),
        ("är", "med på det"),
        ("gick", "med på det"),
    ):
        for words in (f"Rune {verb} inte {rest}.", f"Rune {verb} tyvärr inte {rest}", f"Då {verb} inte Rune {rest}."):
            outcomes = decide(words, PEOPLE, Stage.CALLS).outcomes
            assert Outcome.ACCEPTED not in outcomes.values(), words


def test_the_person_behind_the_verb_is_kept() -> None:
    assert told_plainly("till slut hakade §0 på") == "till slut §0 är med"


def test_no_way_makes_a_pattern_that_runs_away() -> None:
    refused = [way.line for ways in _ways().values() for way in ways if worst(way.pattern.pattern, 0) > QUADRATIC]
    assert refused == []
