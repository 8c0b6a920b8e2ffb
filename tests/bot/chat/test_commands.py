"""`medverkan chat` and the section [chat]: codes, links, and what doctor says of them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from medverkan.bot.chat.links import lead_of, link
from medverkan.bot.commands import chatting, doctoring
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import SettingsError, load
from tests.bot.chat.bot_api import TOKEN, bot_api
from tests.bot.conftest import CONFIG

LEAD = "karin@region.example"
CHAT = f'\n[chat]\nprovider = "telegram"\ntoken = "{TOKEN}"\n'


def write(home: Path, chat: str = CHAT, old: str = "", new: str = "") -> Path:
    """Write medverkan.toml with that section, and one thing changed in the rest."""
    file = home / "medverkan.toml"
    file.write_text(CONFIG.replace(old, new) + chat if old else CONFIG + chat, "utf-8")
    return file


def test_a_code_is_shown_links_and_is_in_the_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path)
    assert chatting.link(file, " Karin@Region.Example ", as_json=True) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["lead"], shown["minutes"]) == (LEAD, 15)
    parts = open_parts(load(file))
    try:
        with parts.store.transaction() as books:
            assert link(books, parts.settings, shown["code"], "7", datetime.now(UTC))
            assert lead_of(books, parts.settings, "7") == parts.settings.leads[0]
            assert [event.what for event in books.audit.of()][-1] == "chat-code"
        assert chatting.unlink(file, LEAD) == 0
        assert "Chatten är bortkopplad." in capsys.readouterr().err
        assert chatting.unlink(file, "aldrig@region.example") == 0
        with parts.store.reading() as books:
            assert lead_of(books, parts.settings, "7") is None
            assert "chat-unlinked" in {event.what for event in books.audit.of()}
    finally:
        parts.close()


def test_the_code_is_what_is_to_be_written_and_what_to_do_is_said_beside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chatting.link(write(tmp_path), LEAD, as_json=False)
    told = capsys.readouterr()
    assert told.out.startswith("/start ")
    assert len(told.out.splitlines()) == 1
    assert "inom 15 minuter" in told.err


@pytest.mark.parametrize(
    ("chat", "old", "new", "who", "told"),
    [
        ("", "", "", LEAD, r"\[chat\] provider: chatten är avstängd"),
        (CHAT, "", "", "nagon@region.example", r"är inte utvecklingsledare; i filen står karin@region.example, ove"),
        (CHAT, f'email = "{LEAD}"', f'email = "{LEAD}"\ntelegram = 5', LEAD, r"\[\[leads\]\] telegram"),
    ],
)
def test_who_cannot_be_linked_is_told_why(tmp_path: Path, chat: str, old: str, new: str, who: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        chatting.link(write(tmp_path, chat, old, new), who, as_json=False)


def test_a_chat_that_the_settings_name_is_not_unlinked_here(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"står i filen"):
        chatting.unlink(write(tmp_path, CHAT, f'email = "{LEAD}"', f'email = "{LEAD}"\ntelegram = 5'), LEAD)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('provider = "icq"', "provider"),
        ('base_url = "http://bot.region.example"', "https://"),
        ('base_url = "bot.region.example"', "ska vara en adress"),
        ('base_url = "https://["', "ska vara en adress"),
        ('tokens = "x"', "tokens"),
    ],
)
def test_a_section_that_cannot_be_used_is_told(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as error:
        load(write(tmp_path, f"\n[chat]\n{line}\n"))
    assert TOKEN not in str(error.value)


@pytest.mark.parametrize("url", ["", "https://bot.region.example/", "http://127.0.0.1:8081", "http://localhost:8081/"])
def test_a_server_of_ones_own_is_reached_by_tls_or_on_this_machine(tmp_path: Path, url: str) -> None:
    assert load(write(tmp_path, f'{CHAT}base_url = "{url}"\n')).chat.base_url == url.rstrip("/")


def chat_line(file: Path, capsys: pytest.CaptureFixture[str]) -> tuple[bool, str]:
    """Return what doctor says of the chat."""
    doctoring.doctor(file, as_json=True)
    printed = capsys.readouterr().out
    assert TOKEN not in printed
    [found] = [one for one in json.loads(printed) if one["check"].startswith("[chat]")]
    return found["ok"], found["message"]


def test_doctor_signs_in_and_counts_linked_leads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctoring, "TIMEOUT_S", 2.0)
    with bot_api() as api:
        where = f'base_url = "{api.base_url}"\n'
        file = write(tmp_path, CHAT + where, f'email = "{LEAD}"', f'email = "{LEAD}"\ntelegram = 5')
        fine, told = chat_line(file, capsys)
        assert (fine, told.partition(";")[0]) == (True, "Telegram känner boten som @intressebot")
        assert "1 av 2 utvecklingsledare har kopplat sin chatt" in told
        write(tmp_path, CHAT.replace(TOKEN, "1:fel") + where)
        assert chat_line(file, capsys) == (False, f"Telegram känner inte igen [chat] token (fil: {file})")
    write(tmp_path, '\n[chat]\nprovider = "telegram"\n')
    assert chat_line(file, capsys)[0] is False
