"""The call list says what must be there before a yes counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.demo.journey import Journey
from medverkan.mailbox.mime import plain_text
from tests.bot.town import name_of, picked, town

UNSIGNED = "papperet som vårdnadshavaren ska skriva under är inte antecknat"


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Journey]:
    with town(tmp_path) as made:
        yield made


@pytest.mark.parametrize("signed", [False, True])
def test_a_child_whose_guardian_has_not_signed_is_marked(play: Journey, signed: bool) -> None:
    parts, now = play.world.parts, play.world.clock()
    with parts.store.transaction() as books:
        child = next(one for one in books.members.all() if one.name == name_of(play, 1))
        child = books.members.edit(child, {**child.fields, "birth_year": now.year - 16}, ())
        if signed:
            books.members.guardian_document(child, now)
    assert (UNSIGNED in plain_text(picked(play, "JA 1"))) is not signed
