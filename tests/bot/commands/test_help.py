"""The help of every command is Swedish throughout, headings and all."""

import re
from collections.abc import Iterator

import pytest

from medverkan.bot.cli import app, main
from medverkan.bot.cli_members import members

ENGLISH = re.compile(
    r"\b(?:Usage|Options?|OPTIONS|Commands?|COMMAND|Arguments?:|ARGS|Show this|exit|required|default|str|int|range|"
    r"path|Path|list\[)\b"
)


def lines() -> Iterator[str]:
    yield ""
    yield from (str(one.name or one.callback.__name__) for one in app.registered_commands if one.callback)
    yield "members"
    yield from (
        f"members {str(one.name or one.callback.__name__).rstrip('_')}"
        for one in members.registered_commands
        if one.callback
    )


def helped(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr("sys.argv", ["medverkan", *line.split(), "--help"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("line", list(lines()))
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
