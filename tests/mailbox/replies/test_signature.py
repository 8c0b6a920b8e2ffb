"""Where a mail ends: a sign-off closes it, the same words on its first line open it."""

import pytest

from medverkan.mailbox.replies.signature import typed_only


@pytest.mark.parametrize(
    "greeting", ["God dag!", "God eftermiddag,", "God fortsättning!", "Tusen tack!", "Trevlig sommar!"]
)
def test_a_greeting_on_the_first_line_does_not_end_the_mail(greeting: str) -> None:
    assert typed_only(f"{greeting}\nja till 1", "Elna Brorsson").endswith("ja till 1")


@pytest.mark.parametrize("greeting", ["God dag!", "Trevlig sommar!", "Tusen tack!", "Mvh", "Med vänlig hälsning"])
def test_the_same_words_below_an_answer_end_it(greeting: str) -> None:
    assert typed_only(f"ja till 1\n{greeting}\nElna Brorsson\n08-465 004 12", "Elna Brorsson") == "ja till 1"


@pytest.mark.parametrize("greeting", ["God dag", "Tusen tack!", "Mvh"])
def test_a_first_line_with_only_a_card_below_it_is_a_signature(greeting: str) -> None:
    assert typed_only(f"{greeting}\nElna Brorsson\n08-465 004 12", "") == ""


def test_what_follows_obs_below_a_sign_off_is_a_postscript() -> None:
    assert typed_only("ja till 1\nMvh\nElna\nOBS att 2 inte kan", "Elna Brorsson") == "ja till 1\nOBS att 2 inte kan"


@pytest.mark.parametrize("line", ["/ inga män", "/inte 2", "/ helst 3"])
def test_a_wish_after_a_slash_is_no_signature(line: str) -> None:
    assert typed_only(f"fler förslag\n{line}", "Elna Brorsson") == f"fler förslag\n{line}"


def test_a_name_after_a_slash_is_a_signature() -> None:
    assert typed_only("fler förslag\n/ Elna B", "") == "fler förslag"
