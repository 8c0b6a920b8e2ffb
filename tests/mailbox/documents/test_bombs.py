"""A document built to take the bot down costs one limit and no more: a reason comes back, and the next one is read."""

import pytest

from medverkan.mailbox.documents.problems import SENTENCES, Problem
from medverkan.mailbox.documents.reader import read_documents
from medverkan.mailbox.forms.finding.rows import Row
from medverkan.mailbox.values import Part
from tests.mailbox.documents.bombs import BOMBS, SLOW_BOMBS
from tests.mailbox.documents.files import docx_of

# These are large and nothing else: what there is to read in them is read.
HARMLESS = {"spreadsheet"}


def problem_of(content: bytes, filename: str, timeout_s: float = 30) -> str:
    (found,) = read_documents(Part("application/octet-stream", filename, "", content), timeout_s)
    return found.problem


def next_is_read() -> bool:
    (found,) = read_documents(Part("application/octet-stream", "a.docx", "", docx_of("Enhet: Akuten")))
    return found.rows == (Row(("Enhet: Akuten",)),)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_problem_and_the_next_document_is_read(name: str) -> None:
    filename, bomb = BOMBS[name]
    assert (problem_of(bomb(), filename) in SENTENCES.values()) is (name not in HARMLESS)
    assert next_is_read()


@pytest.mark.parametrize("name", SLOW_BOMBS)
def test_what_would_take_hours_is_cut_short(name: str) -> None:
    filename, bomb = SLOW_BOMBS[name]
    assert problem_of(bomb(), filename, timeout_s=0.5) == SENTENCES[Problem.SLOW]
    assert next_is_read()
