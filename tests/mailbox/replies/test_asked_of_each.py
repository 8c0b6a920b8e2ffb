"""A yes beside a name is a yes to taking part only where nothing else was asked."""

import pytest

from medverkan.mailbox.replies.asked_of_each import answers_something_else
from medverkan.mailbox.values import Candidate

LISTED = [Candidate(1, "Siv Rask"), Candidate(2, "Bo Ek")]


@pytest.mark.parametrize(
    "said",
    [
        "Behöver tolk: Siv ja, Bo nej",
        "Parkering? Siv ja, Bo nej",
        "Siv - taxi ja\nBo - taxi nej",
        "Allergi\nSiv nej\nBo ja, nötter",
        "Lunch: ja från Siv, nej från Bo",
        "Enheten: ja till Siv, nej till Bo",
    ],
)
def test_answers_to_another_question_are_noticed(said: str) -> None:
    assert answers_something_else(said, LISTED)


@pytest.mark.parametrize(
    "said",
    [
        "Siv ja, Bo nej",
        "Hej: Siv ja, Bo nej",
        "Dagens samtal: Siv ja, Bo nej",
        "Så här gick det:\nSiv ja\nBo nej",
        "Rättelse: Siv sa nej.",
        "Siv: ja\nBo: nej",
        "Ringde i går: Siv tackade ja.",
    ],
)
def test_answers_about_taking_part_are_not(said: str) -> None:
    assert not answers_something_else(said, LISTED)
