"""docs/chat.md shows settings that can be used, commands that exist, and messages as they are."""

import re
import tomllib
from pathlib import Path

import pytest

from medverkan.bot.chat import telling
from medverkan.bot.sections.chat import Chat
from tests.bot.chat.room import room

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "chat.md").read_text("utf-8")


def test_the_settings_can_be_used() -> None:
    [block] = re.findall(r"^ {3}```toml\n(.*?)^ {3}```", TEXT, re.MULTILINE | re.DOTALL)
    settings = Chat.model_validate(tomllib.loads(block)["chat"])
    assert settings.provider == "telegram"
    assert settings.token.get_secret_value()


def test_the_commands_and_messages_are_those_of_the_chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = re.findall(r"^\| `(/[^`]+)` \|", TEXT, re.MULTILINE)
    assert len(commands) == len(re.findall(r"^/\w+", telling.HELP, re.MULTILINE))
    with room(tmp_path, monkeypatch) as here:
        for command in commands:
            said = here.say(command.replace("F-2026", "F-2027"))
            assert (said == telling.HELP) == (command == "/hjalp"), command
        here.say("[Gruppen: 1 och 2]")
        here.say("> 2 ja")
        sent = {line for message in here.chat.sent for line in message.text.splitlines()}
        labels = {label for message in here.chat.sent for row in message.buttons for label, _ in row}
    shown = re.findall(r"^> (?!`|F-)(.*)$", TEXT, re.MULTILINE)
    told = " ".join(sent)
    assert [line for line in shown if not all(part.strip(" .") in told for part in line.split(". "))] == []
    assert [label for line in re.findall(r"^> (`.*)$", TEXT, re.MULTILINE) for label in re.findall(r"`([^`]+)`", line)
            if label not in labels] == []  # fmt: skip
