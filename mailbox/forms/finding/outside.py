"""What somebody writes around the form that they send: who wants to leave may do so above their old registration."""

from collections.abc import Iterable

from medverkan.mailbox.forms.finding.entries import Entry

_LONG = 3


def words_outside(text: str, entries: Iterable[Entry]) -> str:
    """Return the lines of a text that are no label and no answer of a form, with what stands beside a consent."""
    labels: list[str] = []
    answers: set[str] = set()
    beside: list[str] = []
    for entry in entries:
        labels += [entry.asked.casefold()] if len(entry.asked) >= _LONG else []
        answers.update(_bare(line) for line in entry.value.split("\n"))
        beside += [entry.value] if "consent" in entry.key or entry.key == "privacy_notice_read" else []
    kept = [
        line
        for line in text.split("\n")
        if (bare := _bare(line))
        and bare not in answers
        and not any(label in bare[: len(label) + 8] for label in labels)
    ]
    return "\n".join((*kept, *beside))


def _bare(line: str) -> str:
    return " ".join(line.casefold().split()).strip("> *•-")
