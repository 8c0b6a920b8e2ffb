"""The rules of the layout: which room may import which, how the folders become packages, and what is shipped."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("bot", "mailbox", "matching", "storage")
MAY_IMPORT = {"bot": {"mailbox", "matching", "storage"}, "mailbox": set(), "matching": set(), "storage": set()}
LONGEST_FILE = 300
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def _files(*folders: str, suffix: str = "") -> Iterator[Path]:
    for folder in folders:
        for file in sorted((ROOT / folder).rglob(f"*{suffix}")):
            if file.is_file() and "__pycache__" not in file.parts and not file.name.startswith("."):
                yield file


def _sources() -> list[Path]:
    return list(_files(*ROOMS, suffix=".py"))


def _shown(file: Path) -> str:
    return str(file.relative_to(ROOT))


def _imported_modules(source: str) -> Iterator[str]:
    """Yield what a file imports, as dotted names; a relative import as its leading dots."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from (f"{base}.{name.name}" for name in node.names)


def _forbidden_imports(source: str, room: str) -> list[str]:
    """Return the imports of a file in `room` (a room's name, or "tests") that break the arrows."""
    allowed = set(ROOMS) if room == "tests" else MAY_IMPORT[room] | {room}

    def forbidden(module: str) -> bool:
        parts = module.split(".")
        if parts[0] == "medverkan":
            return len(parts) > 1 and parts[1] in ROOMS and parts[1] not in allowed
        if room == "tests":
            return parts[0] in {"bot", "matching", "storage"}
        # Relative, from the tests, or a room imported from the root of the repository instead of through medverkan.
        return parts[0] in {"", "tests", "bot", "matching", "storage"}

    return [module for module in _imported_modules(source) if forbidden(module)]


@pytest.mark.parametrize("file", _sources(), ids=_shown)
def test_a_room_imports_only_what_the_arrows_allow(file: Path) -> None:
    room = file.relative_to(ROOT).parts[0]
    assert _forbidden_imports(file.read_text(encoding="utf-8"), room) == []


def test_tests_import_the_rooms_through_medverkan() -> None:
    broken = {_shown(f): _forbidden_imports(f.read_text("utf-8"), "tests") for f in _files("tests", suffix=".py")}
    assert {file: modules for file, modules in broken.items() if modules} == {}


@pytest.mark.parametrize(
    ("room", "source", "forbidden"),
    [
        ("mailbox", "import mailbox", False),
        ("mailbox", "from medverkan.mailbox.values import Letter", False),
        ("mailbox", "from medverkan.storage import store", True),
        ("mailbox", "from medverkan import storage", True),
        ("mailbox", "import medverkan.bot.ports", True),
        ("matching", "def f():\n    from medverkan.mailbox.values import Letter", True),
        ("storage", "from .tables import Row", True),
        ("storage", "from matching.values import Need", True),
        ("storage", "from tests.postgres import fresh_database", True),
        ("bot", "from medverkan.storage import store", False),
        ("bot", "from bot.ports import Source", True),
        ("tests", "from medverkan.bot.ports import Source", False),
        ("tests", "from storage.tables import Row", True),
    ],
)
def test_the_arrows_are_read_from_every_form_of_import(room: str, source: str, forbidden: bool) -> None:
    assert bool(_forbidden_imports(source, room)) is forbidden


def test_import_mailbox_at_the_root_is_the_standard_librarys() -> None:
    script = "import mailbox; print(mailbox.Maildir.__module__, mailbox.__file__)"
    answer = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    module, file = answer.stdout.split(maxsplit=1)
    assert module == "mailbox"
    assert ROOT / "mailbox" not in Path(file).parents


def test_no_folder_has_an_init_file() -> None:
    assert [_shown(f) for f in _files(*ROOMS, "tests") if f.name == "__init__.py"] == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_a_relative_link_in_the_package(room: str) -> None:
    link = ROOT / "src/medverkan" / room
    assert link.is_symlink()
    assert str(link.readlink()) == f"../../{room}"


@pytest.mark.parametrize("file", _sources(), ids=_shown)
def test_a_file_is_short_and_says_what_it_is_for(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_FILE
    assert ast.get_docstring(ast.parse(source)), "the module docstring is missing"


def test_every_folder_in_a_room_can_be_a_package() -> None:
    # setuptools leaves out a folder whose name is no identifier, and everything in it.
    folders = {part for file in _files(*ROOMS) for part in file.relative_to(ROOT).parts[:-1]}
    assert [folder for folder in sorted(folders) if not folder.isidentifier()] == []


def test_every_file_in_a_room_is_shipped() -> None:
    patterns = PYPROJECT["tool"]["setuptools"]["package-data"]["*"]
    left_out = [f for f in _files(*ROOMS) if f.suffix != ".py" and not any(fnmatch(f.name, p) for p in patterns)]
    assert [_shown(file) for file in left_out] == []


def _locked() -> list[str]:
    return re.findall(r"^\S.*(?:\n\s+.*)*", LOCK, flags=re.MULTILINE)


def test_every_locked_requirement_has_one_version_and_hashes() -> None:
    shape = re.compile(r"[a-z0-9.-]+==\S+(?: ; [^\\\n]+)?(?: \\\n    --hash=sha256:[0-9a-f]{64})+")
    assert [entry.splitlines()[0] for entry in _locked() if not shape.fullmatch(entry)] == []


@pytest.mark.parametrize("address", ["http://", "https://", "--index", "--extra-index", "--find-links", " @ ", "file:"])
def test_the_lock_names_no_index(address: str) -> None:
    assert address not in LOCK


def test_every_dependency_is_in_the_lock() -> None:
    project = PYPROJECT["project"]
    wanted = [*project["dependencies"], *(r for extra in project["optional-dependencies"].values() for r in extra)]
    names = {re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower() for requirement in wanted}
    assert names - {entry.split("==")[0] for entry in _locked()} == set()
