"""What all commands share: `--json`, how they end, and help that is Swedish throughout.

The library's own English words are translated where the pieces are handed over, not in the finished text, so that
the columns still stand straight.
"""

import re
from collections.abc import Sequence
from typing import Annotated, Any

import typer
import typer.core

Json = Annotated[bool, typer.Option("--json", help="Ett JSON-dokument på standard ut, inget annat.")]

_HEADINGS = {"Arguments": "Argument", "Options": "Val", "Commands": "Kommandon"}
_TYPES = {
    "str": "text", "int": "tal", "float": "tal", "int range": "tal", "path": "sökväg", "Path": "sökväg",
    "file": "fil", "directory": "mapp",
}  # fmt: skip
_PIECES = {"[OPTIONS]": "[VAL]", "COMMAND [ARGS]...": "KOMMANDO [ARGUMENT]..."}
_SENTENCES = {"Show this message and exit.": "Visa den här hjälpen."}
_TYPE = re.compile(r"<(?:list\[)?([\w ]+)\]?>")
_EXTRA = re.compile(r"\[[^\[\]]*\]$")
_RANGE = re.compile(r"(\d+)<=x<=(\d+)")


class _Swedish:
    """A formatter that says the library's words in Swedish and hands everything on."""

    def __init__(self, formatter: Any) -> None:
        self._formatter = formatter

    def __getattr__(self, name: str) -> Any:
        return getattr(self._formatter, name)

    def section(self, name: str) -> Any:
        return self._formatter.section(_HEADINGS.get(name, name))

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for piece, ours in _PIECES.items():
            args = args.replace(piece, ours)
        self._formatter.write_usage(prog, args, prefix or "Användning: ")

    def write_dl(self, rows: Sequence[tuple[str, str]], *rest: Any, **named: Any) -> None:
        self._formatter.write_dl([(_typed(name), _explained(text)) for name, text in rows], *rest, **named)


class SwedishCommand(typer.core.TyperCommand):
    """A command whose help is Swedish throughout."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of one command."""
        super().format_help(ctx, _Swedish(formatter))  # type: ignore[arg-type]


class SwedishGroup(typer.core.TyperGroup):
    """A group of commands whose help is Swedish throughout."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of a group and the list of its commands."""
        super().format_help(ctx, _Swedish(formatter))  # type: ignore[arg-type]


def _typed(name: str) -> str:
    if not name.startswith("-"):
        # The name of an argument says what it is.
        return _TYPE.sub("", name).strip()
    return _TYPE.sub(lambda found: f"<{_TYPES.get(found[1], found[1])}>", name)


def _explained(text: str) -> str:
    text = _SENTENCES.get(text, text)
    return _EXTRA.sub(
        lambda found: _RANGE.sub(r"\1–\2", found[0].replace("default: ", "annars ").replace("required", "krävs")), text
    )


def ended(status: int) -> None:
    """End the process with that status, where it is not 0."""
    if status:
        raise typer.Exit(status)
