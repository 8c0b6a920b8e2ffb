"""The ranking on registers of independent writers, read from the mails that people send: floors that may not fall.

The first three have been opened and mended by, so their floors guard against losses and promise nothing of registers
never seen. What to expect there is what the fourth gave when first read: ndcg@5 0.931, p@3 0.933, recall@10 0.90,
nobody blocked shown, no match 12 of 12.
"""

from functools import cache

import pytest

from tests.matching.corpus.scoring import (
    CORPUS,
    Register,
    brier,
    by_us,
    by_words,
    calibration,
    figures,
    register_of,
    shown,
)

FLOORS = {
    "register_a": {"ndcg@5": 0.92, "p@3": 0.91, "recall@10": 0.97},
    "register_b": {"ndcg@5": 0.93, "p@3": 0.95, "recall@10": 0.97},
    "register_c": {"ndcg@5": 0.93, "p@3": 0.88, "recall@10": 0.94},
    "register_d": {"ndcg@5": 0.92, "p@3": 0.93, "recall@10": 0.89},
}


@cache
def _register(name: str) -> Register:
    return register_of(CORPUS / name)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_those_who_fit_come_first_and_nobody_who_is_blocked_is_shown(name: str) -> None:
    register = _register(name)
    got = figures(register, by_us(register))
    assert got["blocked shown"] == 0
    assert all(got[measure] >= least for measure, least in ({"no match": 1.0} | FLOORS[name]).items()), got


@pytest.mark.parametrize("name", sorted(FLOORS))
@pytest.mark.parametrize(("fuzzy", "bm25"), [(1.0, 0.0), (0.0, 1.0), (0.5, 0.5)])
def test_likeness_of_words_alone_comes_far_below(name: str, fuzzy: float, bm25: float) -> None:
    register = _register(name)
    by_likeness = figures(register, by_words(register, fuzzy, bm25))
    assert by_likeness["ndcg@5"] < FLOORS[name]["ndcg@5"] - 0.2
    assert by_likeness["recall@10"] < FLOORS[name]["recall@10"] - 0.2


def test_a_score_is_about_the_chance_that_a_lead_would_seriously_consider_the_person() -> None:
    pairs = [pair for name in FLOORS for pair in shown(_register(name))]
    assert brier(pairs) < 0.09
    for low, _, many, score, considered in calibration(pairs):
        assert abs(score - considered) < (0.3 if many < 20 else 0.12), (low, many, score, considered)
