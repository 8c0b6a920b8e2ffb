"""How many ordinary reports of calls are read as a careful colleague would; none may be recorded wrongly.

The sets are those of test_spoken, the lines after "@ c". "1+ 2- 3/ 4?" is yes, no, no answer and call again.
The figures may rise and never fall.
"""

from collections.abc import Iterator

import pytest

from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Outcome, Stage
from tests.mailbox.replies.test_spoken import OTHERWISE, SETS

READ = {"a": 164, "b": 122, "c": 100, "e": 98, "f": 142, "g": 142, "h": 75, "k": 544, "l": 53}
SIGNS = {Outcome.ACCEPTED: "+", Outcome.DECLINED: "-", Outcome.CALL_AGAIN: "?", Outcome.NO_ANSWER: "/"}


def told(decision: Decision) -> str:
    if decision.action is Action.OUTCOMES:
        return "o " + " ".join(f"{number}{SIGNS[outcome]}" for number, outcome in sorted(decision.outcomes.items()))
    return OTHERWISE.get(decision.action, str(decision.action))


def reports(name: str) -> Iterator[tuple[tuple[Candidate, ...], list[str], str]]:
    people: tuple[Candidate, ...] = ()
    about = ""
    for line in (SETS / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            about, _, names = line[1:].partition("|")
            people = tuple(Candidate(number, one.strip()) for number, one in enumerate(names.split(";"), start=1))
        elif about.strip() == "c" and line.strip() and not line.startswith("#"):
            meanings, words = line.split("\t", 1)
            yield people, [_sorted(one.strip()) for one in meanings.split("|")], words.replace("\\n", "\n")


def _sorted(meaning: str) -> str:
    if not meaning.startswith("o "):
        return meaning.split(" ", maxsplit=1)[0]
    return "o " + " ".join(sorted(meaning[2:].split(), key=lambda one: int(one[:-1])))


@pytest.mark.parametrize("name", READ)
def test_ordinary_reports_of_calls_are_read_and_none_is_recorded_wrongly(name: str) -> None:
    read = [(told(decide(words, people, Stage.CALLS)), right, words) for people, right, words in reports(name)]
    assert [(got, words) for got, right, words in read if got not in right and got[0] == "o"] == []
    assert sum(got in right for got, right, _ in read) >= READ[name]
