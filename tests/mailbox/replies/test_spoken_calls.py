"""How many ordinary reports of calls are read as a careful colleague would; none may be recorded wrongly.

The sets are those of test_spoken, the lines after "@ c". "1+ 2- 3/ 4?" is yes, no, no answer and call again.
The figures may rise and never fall.
"""

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Decision, Outcome, Stage
from tests.mailbox.replies.test_spoken import OTHERWISE, rows

READ = {
    "a": 164,
    "b": 122,
    "c": 100,
    "e": 99,
    "f": 142,
    "g": 142,
    "h": 75,
    "k": 544,
    "l": 69,
    "m": 58,
    "n": 50,
    "o": 61,
    "p": 47,
    "q": 43,
    "r": 19,
    "s": 50,
    "t": 47,
    "u": 56,
    "w": 49,
    "x": 43,
    "y": 23,
    "z": 32,
    "ab": 26,
    "ac": 23,
    "ad": 23,
    "red_headings": 32,
    "red_calls": 159,
    "red_whom": 6,
    "red_ordinary": 10,
}
SIGNS = {Outcome.ACCEPTED: "+", Outcome.DECLINED: "-", Outcome.CALL_AGAIN: "?", Outcome.NO_ANSWER: "/"}


def told(decision: Decision) -> str:
    if decision.action is Action.OUTCOMES:
        return "o " + " ".join(f"{number}{SIGNS[outcome]}" for number, outcome in sorted(decision.outcomes.items()))
    return OTHERWISE.get(decision.action, str(decision.action))


@pytest.mark.parametrize("name", READ)
def test_ordinary_reports_of_calls_are_read_and_none_is_recorded_wrongly(name: str) -> None:
    read = [(told(decide(words, people, Stage.CALLS)), right, words) for people, right, words in rows(name, "c")]
    assert [(got, words) for got, right, words in read if got not in right and got[0] == "o"] == []
    assert sum(got in right for got, right, _ in read) >= READ[name]
