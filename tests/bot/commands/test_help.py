"""The help of every command is Swedish throughout, headings and all."""

import re

import pytest
import typer

from medverkan.bot.cli import app, main

ENGLISH = re.compile(
    r"\b(?:Usage|Options?|OPTIONS|Commands?|COMMAND|Arguments?:|ARGS|Show this|exit|required|default|str|int|range|"
    r"path|Path|list\[)\b"
)


def lines() -> list[str]:
    """Return every command, groups and what is in them, as it is typed."""
    groups = [("", typer.main.get_command(app))]
    found = []
    for name, command in groups:
        found.append(name)
        groups += [(f"{name} {one}".strip(), below) for one, below in getattr(command, "commands", {}).items()]
    return found


def helped(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr("sys.argv", ["medverkan", *line.split(), "--help"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("line", lines())
def test_no_word_of_the_library_is_english(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = helped(line, monkeypatch, capsys)
    assert told.startswith("Användning: medverkan")
    assert "\nVal:\n" in told
    assert "Visa den här hjälpen." in told
    own = re.sub(r"--[\w-]+|medverkan [\w ]+|\b(?:members|import|list|export|cases)\b", "", told)
    assert not ENGLISH.search(own.replace("Argument:", "")), ENGLISH.findall(own)


def test_what_a_value_is_and_what_counts_without_it_are_swedish(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "--top <tal>  Hur många personer som visas.  [annars 5; 1–1000]" in helped("match", monkeypatch, capsys)
    assert "FIL  En .eml-fil, eller - för standard in.  [krävs]" in helped("read", monkeypatch, capsys)
    assert "Kommandon:\n  list " in helped("members", monkeypatch, capsys)
