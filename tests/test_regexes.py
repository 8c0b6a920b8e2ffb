"""No regular expression can be made to run away: proof for every pattern, compiled or written where it is used.

`regexploit` finds where repetitions can trade characters with each other. What is worse than quadratic is refused;
every text that a pattern sees is capped, so that quadratic stays in milliseconds.
"""

import ast
import importlib
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "mailbox", "matching", "storage")
CALLS = frozenset(("compile", "match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"))
QUADRATIC = 2

with warnings.catch_warnings():
    # It imports sre_parse by its old name.
    warnings.simplefilter("ignore", DeprecationWarning)
    from regexploit.ast.sre import SreOpParser
    from regexploit.redos import find


def modules() -> list[str]:
    files = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")) if "migrations" not in file.parts]
    return [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in files]


def patterns_in(value: object, depth: int = 0) -> Iterator[tuple[str, int]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value.pattern, value.flags
    elif isinstance(value, dict) and depth < 4:
        yield from patterns_in(list(value.values()), depth + 1)
    elif isinstance(value, (tuple, list, frozenset)) and depth < 4:
        for one in value:
            yield from patterns_in(one, depth + 1)


def written_in_place(file: Path) -> Iterator[tuple[str, int]]:
    """Return the plain patterns that are arguments of `re.…(…)` inside functions."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in CALLS
            and node.args
        ):
            of, pattern = node.func.value, node.args[0]
            if isinstance(of, ast.Name) and of.id == "re" and isinstance(pattern, ast.Constant):
                yield str(pattern.value), 0


def worst(pattern: str, flags: int) -> int:
    return max((redos.starriness for redos in find(SreOpParser().parse_sre(pattern, flags))), default=0)


@pytest.mark.parametrize("module", modules())
def test_no_pattern_is_worse_than_quadratic(module: str) -> None:
    found = set(written_in_place(ROOT / Path(*module.split(".")).with_suffix(".py")))
    for value in vars(importlib.import_module(f"medverkan.{module}")).values():
        found.update(patterns_in(value))
    refused = [pattern[:80] for pattern, flags in sorted(found) if worst(pattern, flags) > QUADRATIC]
    assert not refused


def test_the_proof_finds_a_pattern_that_runs_away() -> None:
    assert worst(r"^(?:\w+\s?)*$", 0) > QUADRATIC
    assert worst(r"^\w+\s\w+$", 0) <= QUADRATIC
