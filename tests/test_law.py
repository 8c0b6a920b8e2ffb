"""Every rule of law that Medverkan is held to has its row in docs/law.md, and every test named there exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROWS = re.findall(r"^\| \*\*R(\d+)\*\* (.+)$", (ROOT / "docs" / "law.md").read_text(encoding="utf-8"), re.MULTILINE)
RULES = [*range(1, 17), *range(20, 27), *range(30, 36), *range(40, 45)]
NAMED = sorted({name for _, row in ROWS for name in re.findall(r"`([\w/]+\.py::\w+)`", row)})


def test_every_rule_has_one_row() -> None:
    assert [int(number) for number, _ in ROWS] == RULES


@pytest.mark.parametrize(("number", "row"), ROWS)
def test_a_rule_is_kept_by_a_test_or_by_a_person(number: str, row: str) -> None:
    assert "::test_" in row or "**Människa:**" in row, number


@pytest.mark.parametrize("name", NAMED)
def test_the_test_is_there(name: str) -> None:
    file, _, function = name.partition("::")
    assert re.search(rf"^def {function}\(", (ROOT / "tests" / file).read_text(encoding="utf-8"), re.MULTILINE), name
