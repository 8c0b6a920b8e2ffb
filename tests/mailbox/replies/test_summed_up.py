"""A reply that puts one person right, or says once more who it means, is read by its last word."""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Stage

NAMES = ("Zara Lind", "Uno Wiik", "Siv Dahl", "Örjan Hall")
LISTED = [Candidate(at, name) for at, name in enumerate(NAMES, 1)]


@pytest.mark.parametrize(
    ("said", "picks"),
    [
        ("JA 2 3. Ursäkta, trean skulle vara fyran.", (2, 4)),
        ("JA 2 3. Ursäkta, trean skulle vara fyran. Alltså 2 och 4.", (2, 4)),
        ("JA 2 3. Oj, 3 skulle vara 4", (2, 4)),
        ("3. Förlåt, 3 ska vara 4.", (4,)),
        ("Zara, Uno och Siv är bra. Alltså Uno och Siv.", (2, 3)),
        ("Siv ska vara ordförande. Ta Uno.", (2,)),
        ("Då nöjer vi oss med Uno.", (2,)),
    ],
)
def test_the_last_word_chooses(said: str, picks: tuple[int, ...]) -> None:
    assert decide(said, LISTED, Stage.PROPOSAL).picks == picks


@pytest.mark.parametrize("said", ["Uno och Siv. Förlåt, Siv ska vara Örjan.", "Vi nöjer oss inte med Uno."])
def test_a_name_put_right_at_the_end_is_never_left_out(said: str) -> None:
    assert decide(said, LISTED, Stage.PROPOSAL).action is Action.UNCLEAR
