"""A lead says by reply that two are one: done, told, and undone by reply; in doubt it is asked back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.demo import cast, mails
from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from medverkan.mailbox.values import Letter
from tests.bot.town import LEAD, RESIDENTS, resident, town

AGAIN = resident("Asta", "Qvist", "070-174 06 31", **{"E-post": "asta.ny@post.example"})
SPOUSE = resident("Knut", "Kvist", "070-174 06 31")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path, RESIDENTS[:2]) as made:
        yield made


def registered(play: Journey, rows: mails.Rows) -> Letter:
    """Let somebody register; return the letter to the lead."""
    play.send(mails.in_body(play.new_mail(cast.FORM, "Intresseanmälan"), rows), cast.FORM)
    play.world.step()
    return play.latest(LEAD, "lead-new-registration")


def said_back(play: Journey) -> str:
    return plain_text(play.latest(LEAD, "lead-echo"))


def names(play: Journey) -> list[str]:
    with play.world.parts.store.reading() as books:
        return [member.name for member in books.members.all()]


def test_two_are_one_and_two_again_by_reply(play: Journey) -> None:
    letter = registered(play, AGAIN)
    assert "SAMMA SOM M-0001" in plain_text(letter)
    play.answer(letter, "Hej!\n\nSamma som M-0001.\n\nMvh Karin")
    assert names(play) == ["Asta Qvist", "Bosse Lodin"]
    assert "M-0003 och M-0001 är nu en person: Asta Qvist, M-0001." in said_back(play)
    play.answer(play.latest(LEAD, "lead-echo"), "ångra sammanslagningen")
    assert names(play) == ["Asta Kvist", "Bosse Lodin", "Asta Qvist"]
    assert "är två igen" in said_back(play)


def test_a_spouse_with_the_same_phone_is_merged_only_where_it_is_said_to_be_sure(play: Journey) -> None:
    letter = registered(play, SPOUSE)
    play.answer(letter, "samma som M-0001")
    assert "Förnamnen är olika" in said_back(play)
    assert len(names(play)) == 3
    play.answer(letter, "Samma som M-0001, säkert")
    assert names(play) == ["Knut Kvist", "Bosse Lodin"]


@pytest.mark.parametrize(
    "words",
    [
        "Det är inte samma som M-0001",
        "samma som M-0001?",
        "Är det samma som M-0001?  Jag vet inte, kolla",
        "Hon har samma efternamn som M-0001 men är dottern",
        "svarade inte, kan det vara samma som M-0001",
    ],
)
def test_what_only_speaks_of_it_merges_nobody(play: Journey, words: str) -> None:
    play.answer(registered(play, AGAIN), words)
    assert len(names(play)) == 3


@pytest.mark.parametrize("words", ["samma som M-0099", "ångra sammanslagningen", "samma som M-0003"])
def test_what_cannot_be_is_said_without_a_command_in_it(play: Journey, words: str) -> None:
    play.answer(registered(play, AGAIN), words)
    assert len(names(play)) == 3
    assert "medverkan members" not in said_back(play)
