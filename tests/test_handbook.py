"""What the documents promise exists: commands, settings, links, and what each answer in the handbook does.

The tables of answers in the handbook are read as they stand; the bold words beside an answer say what it must decide.
"""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main
from pydantic import BaseModel

from medverkan.bot.cli import app
from medverkan.bot.settings import Settings
from medverkan.mailbox.replies.decide import decide
from medverkan.mailbox.values import Action, Candidate, Decision, Outcome, Stage

ROOT = Path(__file__).resolve().parent.parent
HANDBOOK = ROOT / "docs" / "handbok.md"
DOCUMENTS = (ROOT / "README.md", HANDBOOK, ROOT / "docs" / "drift.md")
LISTED = (Candidate(1, "Asta Kvist"), Candidate(2, "Bosse Lodin"))
LONGEST_HANDBOOK = 380

# A block between fences, an indented block, or words between backticks.
_FENCED = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"^ {4}(\S.*)$", re.MULTILINE)
_INLINE = re.compile(r"`([^`\n]+)`")
_COMMAND = re.compile(r"(?:^medverkan|(?:^|\s)\S*(?:\./run|bin/medverkan))\s+(.+)$")
_LINK = re.compile(r"\[[^\[\]]*\]\(([^)\s]+)\)")
_SECTION = re.compile(r"^\[+([a-z.]+)\]+$")


def _code(document: Path) -> Iterator[str]:
    """Yield every line of code in a document."""
    text = document.read_text(encoding="utf-8")
    for block in _FENCED.findall(text):
        yield from block.splitlines()
    rest = _FENCED.sub("", text)
    yield from _INDENTED.findall(rest)
    yield from _INLINE.findall(rest)


def _commands() -> list[tuple[str, list[str]]]:
    found = []
    for document in DOCUMENTS:
        for line in _code(document):
            if match := _COMMAND.search(line.strip()):
                # In a list, what a command is for stands two spaces after it.
                said = re.split(r"\s{2,}", match[1])[0]
                found.append((document.name, shlex.split(said, comments=True)))
    return found


COMMANDS = _commands()


@pytest.mark.parametrize(("document", "words"), COMMANDS, ids=[f"{name}: {' '.join(said)}" for name, said in COMMANDS])
def test_every_command_that_is_shown_exists_with_its_options(document: str, words: list[str]) -> None:
    command: Any = typer.main.get_command(app)
    left = list(words)
    while left and left[0] in getattr(command, "commands", {}):
        command = command.commands[left.pop(0)]
    assert left != words or words[0].startswith("--"), f"{document}: {words[0]} is no command"
    if hasattr(command, "commands"):
        # A group is only spoken of as a whole.
        assert all(word.startswith("--") or word == "…" for word in left), f"{document}: {left[0]} is no command"
    options = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    assert [word for word in left if word.startswith("-") and word != "-" and word not in options] == []
    arguments = [word for word in left if not word.startswith("-")]
    if arguments and not hasattr(command, "commands"):
        command.make_context(words[0], list(left))


def test_the_documents_show_commands_at_all() -> None:
    assert {document for document, _ in COMMANDS} == {document.name for document in DOCUMENTS}


def _settings() -> dict[str, set[str]]:
    """Return every section with the names that may stand in it, as the file spells them."""
    found: dict[str, set[str]] = {}

    def walk(name: str, section: type[BaseModel]) -> None:
        found[name] = {field.alias or key for key, field in section.model_fields.items()}
        for key, field in section.model_fields.items():
            for inner in (field.annotation, *get_args(field.annotation)):
                if isinstance(inner, type) and issubclass(inner, BaseModel):
                    walk(f"{name}.{key}".lstrip("."), inner)

    walk("", Settings)
    return found


SETTINGS = _settings()
NAMES = set().union(*SETTINGS.values())


def test_every_section_that_is_named_exists() -> None:
    named = {match[1] for one in DOCUMENTS for line in _code(one) if (match := _SECTION.match(line.split(" ")[0]))}

    assert named
    assert named - SETTINGS.keys() == set()


def test_every_setting_in_an_example_exists_in_its_section() -> None:
    checked = 0
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        blocks = re.findall(r"^```toml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        blocks += re.findall(r"(?:^ {4}\[[a-z.]+\]\n(?: {4}.*\n)+)", text, re.MULTILINE)
        for block in blocks:
            checked += _check_table("", tomllib.loads(block))
    assert checked


def _check_table(section: str, table: dict[str, Any]) -> int:
    checked = 0
    for key, value in table.items():
        assert key in SETTINGS[section], f"[{section}] {key}"
        inner = value[0] if isinstance(value, list) and value else value
        checked += 1 + (_check_table(f"{section}.{key}".lstrip("."), inner) if isinstance(inner, dict) else 0)
    return checked


def test_every_setting_that_is_set_or_named_in_a_row_exists() -> None:
    said = {match[1] for one in DOCUMENTS for line in _code(one) if (match := re.match(r"([a-z_]+) = ", line))}
    rows = re.findall(r"^\| `\[+([a-z.]+)\]+` \|(.*)\|$", DOCUMENTS[0].read_text(encoding="utf-8"), re.MULTILINE)

    assert said
    assert said - NAMES == set()
    for section, row in rows:
        assert set(_INLINE.findall(row)) - SETTINGS[section] == set(), section


def test_every_variable_of_the_environment_names_a_setting() -> None:
    special = {"MEDVERKAN_HOME", "MEDVERKAN_SECTION__NAME"}
    text = "\n".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
    variables = set(re.findall(r"MEDVERKAN_[A-Z_]+", text)) - special

    assert variables
    for variable in variables:
        *section, name = variable.removeprefix("MEDVERKAN_").lower().split("__")
        assert name in SETTINGS[".".join(section)], variable


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    links = [link for link in _LINK.findall(document.read_text(encoding="utf-8")) if "://" not in link]

    assert links
    assert [link for link in links if not (document.parent / link.partition("#")[0]).exists()] == []


ACTIONS = {
    "Väljer": Action.APPROVE,
    "Ingen passar.": Action.REJECT_ALL,
    "Fler förslag.": Action.MORE,
    "Frågar verksamheten.": Action.ASK,
    "Vilar.": Action.PAUSE,
    "Ångrar": Action.UNDO,
    "Läget": Action.STATUS,
    "Frågar dig": Action.UNCLEAR,
    "Frågar dig.": Action.UNCLEAR,
}
OUTCOMES = {
    "ja": Outcome.ACCEPTED,
    "nej": Outcome.DECLINED,
    "svarade inte": Outcome.NO_ANSWER,
    "ring igen": Outcome.CALL_AGAIN,
}


def _answers(heading: str) -> list[tuple[str, str, str]]:
    """Return (answer, the bold words, the rest) for every row of the table under a heading."""
    section = HANDBOOK.read_text(encoding="utf-8").partition(f"### {heading}\n")[2].split("\n#")[0]
    return re.findall(r"^\| `([^`]+)` \| \*\*([^*]+)\*\*(.*?) ?\|$", section, re.MULTILINE)


ON_PROPOSAL = _answers("På ett förslag") + _answers("Det här blir oklart")
ON_CALLS = _answers("På ringlistan")


def _decided(said: str, stage: Stage) -> Decision:
    return decide(said, LISTED, stage)


@pytest.mark.parametrize(("said", "promised", "rest"), ON_PROPOSAL, ids=[row[0] for row in ON_PROPOSAL])
def test_an_answer_to_a_proposal_does_what_the_handbook_says(said: str, promised: str, rest: str) -> None:
    decision = _decided(said, Stage.PROPOSAL)

    assert decision.action is ACTIONS[promised]
    if decision.action is Action.APPROVE:
        assert decision.picks == tuple(int(number) for number in re.findall(r"\d", rest.partition(".")[0]))
    if decision.action is Action.ASK:
        assert decision.question == said.removeprefix("FRÅGA ")


@pytest.mark.parametrize(("said", "promised", "rest"), ON_CALLS, ids=[row[0] for row in ON_CALLS])
def test_an_answer_to_the_call_list_does_what_the_handbook_says(said: str, promised: str, rest: str) -> None:
    decision = _decided(said, Stage.CALLS)

    if promised in ACTIONS:
        assert decision.action is ACTIONS[promised]
        return
    told = re.findall(r"(\d) ([a-zåäö ]+)", promised)
    assert decision.action is Action.OUTCOMES
    assert decision.outcomes == {int(number): OUTCOMES[word] for number, word in told}


def test_the_tables_hold_what_the_lead_needs() -> None:
    decided = {_decided(said, Stage.PROPOSAL).action for said, _, _ in ON_PROPOSAL}
    heard = {outcome for said, _, _ in ON_CALLS for outcome in _decided(said, Stage.CALLS).outcomes.values()}

    assert decided == set(ACTIONS.values())
    assert heard == set(OUTCOMES.values())


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("JA", Outcome.ACCEPTED), ("SVARADE INTE", Outcome.NO_ANSWER), ("NEJ", Outcome.DECLINED)],
)
def test_the_three_answers_about_a_new_resident_are_understood(said: str, outcome: Outcome) -> None:
    assert f"`{said}`" in HANDBOOK.read_text(encoding="utf-8").partition("ny förfrågan")[0]
    assert decide(said, LISTED[:1], Stage.CALLS).outcomes == {1: outcome}


def test_the_handbook_stays_short_enough_to_be_read() -> None:
    assert len(HANDBOOK.read_text(encoding="utf-8").splitlines()) <= LONGEST_HANDBOOK
