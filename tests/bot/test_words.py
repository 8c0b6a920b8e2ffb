"""What people read is Swedish: every event has words, and one of something is not many."""

import re
from pathlib import Path

from medverkan.bot import words
from medverkan.bot.answer import REPLY_TAKEN
from medverkan.bot.bounced import BOUNCED
from medverkan.storage.lifecycle import InvitationState, RequestState

BOT = Path(words.__file__).parent
_WRITTEN = re.compile(r'(?:audit\.add|wrote_down)\(\s*(?:parts,\s*)?"([a-z_-]+)"')


def test_everything_that_is_written_down_has_swedish_words() -> None:
    written = {name for path in BOT.rglob("*.py") for name in _WRITTEN.findall(path.read_text("utf-8"))}
    assert len(written) > 20
    assert {*written, REPLY_TAKEN, BOUNCED} <= words.EVENT.keys()


def test_every_state_has_swedish_words() -> None:
    assert set(words.CASE) == {str(state) for state in RequestState}
    assert set(words.PERSON) == {str(state) for state in InvitationState}


def test_one_is_not_many() -> None:
    assert [words.counted(count, "person", "personer") for count in (0, 1, 2)] == [
        "0 personer",
        "1 person",
        "2 personer",
    ]
