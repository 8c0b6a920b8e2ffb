"""Answers in a free reply are found by their labels."""

from datetime import UTC, datetime

from medverkan.mailbox.forms.answers import answers
from medverkan.mailbox.values import Kind

WHEN = datetime(2026, 1, 12, 8, tzinfo=UTC)


def test_answers_beside_labels_become_fields() -> None:
    words = "Hej, här kommer svaren.\n\nantal: 3\nPlats: Exempelby\nTid: 4 mars kl 9-11\n\n/Kim"
    assert answers(words, Kind.REQUEST, WHEN) == {
        "people_wanted": 3, "when_text": "4 mars kl 9-11", "date_start": "2026-03-04", "time_start": "09:00",
        "time_end": "11:00", "place": "Exempelby",
    }  # fmt: skip


def test_a_reply_without_labels_answers_nothing() -> None:
    assert answers("Tack, vi återkommer.", Kind.REQUEST, WHEN) == {}
    assert answers("antal: 3", Kind.REPLY, WHEN) == {}
