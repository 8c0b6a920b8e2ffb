"""Killed (SIGKILL) at moments all over a whole journey and started again, it ends as if nothing had happened.

A part of what `tests/bench/kill_points.py` tries: there at every commit and every call to a server.
"""

from collections.abc import Iterator

import pytest

from tests.kills.points import KINDS, at_random, counted, every, kill_at, spread
from tests.kills.town import Step, Town, town

EACH = {"commit": 8, "committed": 8, "imap": 12, "smtp": 8, "sql": 8}
AT_RANDOM = 8
# Or little of the journey was lived.
FEWEST = {"commit": 200, "imap": 250, "smtp": 80, "sql": 2000}


@pytest.fixture(scope="module")
def where() -> Iterator[Town]:
    """Play the journey once for both."""
    with town() as made:
        yield made


def test_killed_anywhere_and_started_again_all_is_as_if_nothing_had_happened(where: Town) -> None:
    seen = counted(where)
    assert {kind: seen[kind] for kind, fewest in FEWEST.items() if seen[kind] < fewest} == {}
    points = [point for kind in KINDS for point in spread(every(where, [kind]), EACH[kind])]
    points += at_random(where, AT_RANDOM, seed=1)
    wrong = {str(point): told for point, told in kill_at(where, points) if told}
    assert wrong == {}


def test_a_letter_lost_and_a_mail_left_lying_would_be_seen(where: Town) -> None:
    last: Step = where.steps[-1]
    where.back_to(last)
    where.lives.live(where.home, last.at)
    where.smtp.letters.clear()
    where.imap.append("invanarmedverkan", "Hanterat", b"Message-ID: <kvar@region.example>\r\n\r\nHej\r\n")
    told = where.compared(last)
    assert [line.partition(":")[0] for line in told] == ["letters", "mailbox"]
