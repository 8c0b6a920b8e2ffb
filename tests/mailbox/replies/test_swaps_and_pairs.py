"""Who was swapped at the end of a report, and what "de två" and "bra par!" mean where two are listed."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Outcome, Stage

TWO = (Candidate(1, "Elsa Nyblom"), Candidate(2, "Mehmet Aksoy"))
FIVE = tuple(
    Candidate(number, name)
    for number, name in enumerate(("Maj Torp", "August Lindh", "Tove Ek", "Juni Alm", "Bosse Grahn"), start=1)
)
YES, NO, AGAIN, SILENT = Outcome.ACCEPTED, Outcome.DECLINED, Outcome.CALL_AGAIN, Outcome.NO_ANSWER


@pytest.mark.parametrize(
    "words",
    [
        "Perfekt, de två kompletterar varandra fint. Gå vidare!",
        "Vilket fint par, han med erfarenheten och hon med energin. Fråga dem.",
        "Bra par det där. Kör på dem!",
        "De här två känner jag väl. Perfekt match, kör på!",
        "Ja tack, ring dem!",
        "De tar vi.",
    ],
)
def test_a_group_of_as_many_as_are_listed_is_the_whole_list(words: str) -> None:
    decision = decide(words, TWO, Stage.PROPOSAL)
    assert (decision.action, decision.picks) == (Action.APPROVE, (1, 2))


@pytest.mark.parametrize(
    "words",
    [
        "Perfekt, gå vidare!",
        "Fråga dem.",
        "De två är trevliga.",
        "Den ena av de två känner jag. Gå vidare!",
        "De två första mötena missar jag. Kör!",
        "De två kompletterar varandra, kanske. Gå vidare!",
    ],
)
def test_what_may_mean_one_of_them_or_the_unit_is_asked(words: str) -> None:
    assert decide(words, TWO, Stage.PROPOSAL).action is Action.UNCLEAR


def test_a_pair_among_five_is_asked_about() -> None:
    assert decide("De två kompletterar varandra. Gå vidare!", FIVE, Stage.PROPOSAL).action is Action.UNCLEAR


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("Tove ja, Bosse nej. Nej, tvärtom!", {3: NO, 5: YES}),
        ("Tove ja, Bosse nej, August inget svar. Oj, jag kastade om Tove och Bosse.", {2: SILENT, 3: NO, 5: YES}),
        ("3 ja och 5 nej. Nej förresten, tvärtom var det: Bosse sa ja och Tove nej.", {3: NO, 5: YES}),
        ("Tove ja, Bosse nej.\nHoppsan, jag blandade ihop dem: det var Tove som tackade nej och Bosse som sa ja!",
         {3: NO, 5: YES}),
        ("+ Tove\n- Bosse", {3: YES, 5: NO}),
    ],
)  # fmt: skip
def test_a_swap_is_the_last_word(words: str, outcomes: dict[int, Outcome]) -> None:
    assert decide(words, FIVE, Stage.CALLS).outcomes == outcomes


@pytest.mark.parametrize(
    "words",
    [
        "Tove ja, Bosse nej, August nej. Nej, tvärtom!",
        "Tove ja, Bosse nej. Eller om det var tvärtom.",
        "Tove ja, Bosse nej. Oj, jag blandade ihop Maj och Juni.",
        "Tove ja, Bosse nej. Oj, jag blandade ihop dem!",
    ],
)
def test_who_was_swapped_is_asked_where_it_is_not_said(words: str) -> None:
    assert decide(words, FIVE, Stage.CALLS).action is Action.UNCLEAR


@pytest.mark.parametrize(
    ("words", "outcomes"),
    [
        ("Maj kan, August kan inte.", {1: YES, 2: NO}),
        ("Maj kan i maj men inte i mars, så för hennes del blev det nej.", {1: NO}),
        ("Juni är bortrest och kan inte.", {4: NO}),
        ("juni ja", {4: YES}),
        ("Juni har inte svarat.", {4: SILENT}),
        ("Maj kan bli svårt.", {}),
        ("Juni passar inte.", {}),
        ("August har fullt upp med jobbet.", {2: NO}),
        ("August har fullt upp med sina katter.", {}),
        ("August vill prata med sin sambo först.", {2: AGAIN}),
        ("August vill prata med påven först.", {}),
        ("August nekade till att vara med.", {2: NO}),
        ("August nekade till allt.", {}),
    ],
)
def test_a_month_does_nothing_and_what_tells_no_answer_is_asked(words: str, outcomes: dict[int, Outcome]) -> None:
    assert decide(words, FIVE, Stage.CALLS).outcomes == outcomes
