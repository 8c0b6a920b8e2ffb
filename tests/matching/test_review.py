"""The review shows where a lead chose otherwise than the ranking, by which part, and which words nobody knew."""

from medverkan.matching.review import Shown, disagreements, unknown_words
from medverkan.matching.values import Need, Profile
from medverkan.matching.vocabulary import load

FIRST = Shown("M-0001", 1, 0.9, {"experience": 0.3, "place": 0.11})
SECOND = Shown("M-0002", 2, 0.8, {"experience": 0.3, "place": 0.02})
THIRD = Shown("M-0003", 3, 0.7, {"experience": 0.1, "place": 0.11})


def test_the_first_chosen_first_is_no_disagreement() -> None:
    assert list(disagreements([FIRST, SECOND, THIRD], {"M-0001", "M-0002"})) == []


def test_whoever_is_picked_below_another_is_held_against_the_highest_passed_over() -> None:
    found = list(disagreements([THIRD, FIRST, SECOND], {"M-0002", "M-0003"}))
    assert [(one.picked.member, one.passed_over.member, one.part, one.difference) for one in found] == [
        ("M-0002", "M-0001", "place", 0.09),
        ("M-0003", "M-0001", "experience", 0.2),
    ]


def test_old_lists_without_parts_are_shown_without_a_reason() -> None:
    bare = [Shown("M-0001", 1, 0.9, {}), Shown("M-0002", 2, 0.8, {})]
    assert [one.part for one in disagreements(bare, {"M-0002"})] == [""]


def test_the_words_both_use_and_no_concept_covers_are_told() -> None:
    need = Need(experience="Erfarenhet av astma och av klätterväggar")
    person = Profile(id="M-0002", experience="Jag har astma. Klätterväggen hjälpte mig mest.")
    assert unknown_words(need, person, load()) == ("klätterväggar",)
