"""The mailbox where bounces to the external identity arrive: watched beside the other, and nothing in it may act."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.sections.bounces import bounce_box
from medverkan.bot.send import Senders
from medverkan.bot.service import serve
from medverkan.bot.settings import SettingsError, load
from medverkan.mailbox.memory import MemorySender, MemorySource
from medverkan.mailbox.values import GiveUpError
from medverkan.storage.lifecycle import MailState
from tests.bot.living import ADDRESS, USER, registration_mail, request_mail, until, write_settings
from tests.mailbox.kinds.reports import POSTFIX

URL = "imap://studs:hemligt%40ord@localhost/Studsar"


def written(folder: Path, url: str = URL) -> Path:
    """Write the settings with that URL."""
    file = write_settings(folder, 1, 1)
    text = file.read_text("utf-8").replace('mode = "draft"', f'mode = "draft"\nbounces = "{url}"')
    file.write_text(text, "utf-8")
    return file


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    with closing(open_parts(load(written(tmp_path), home=tmp_path))) as opened:
        yield opened


def run_with(parts: Parts, source: MemorySource, bounces: MemorySource) -> None:
    """Serve until both mailboxes are empty."""

    async def main() -> None:
        stop = asyncio.Event()
        serving = asyncio.create_task(serve(parts, source, Senders(MemorySender(ADDRESS)), stop, bounces=bounces))
        left = [source.folders["INBOX"], bounces.folders["Studsar"]]
        await asyncio.to_thread(until, "both are empty", lambda: serving.done() or not any(left))
        stop.set()
        await serving

    asyncio.run(main())


def test_the_url_is_taken_apart_and_its_password_never_shown(tmp_path: Path) -> None:
    box = bounce_box(load(written(tmp_path), home=tmp_path))
    assert box
    assert (box.host, box.port, box.security) == ("localhost", 143, "none")
    assert (box.username, box.password, box.inbox) == ("studs", "hemligt@ord", "Studsar")
    assert "hemligt" not in repr(box)
    away = bounce_box(load(written(tmp_path, "imaps://a:b@imap.utskick.example"), home=tmp_path))
    assert away
    assert (away.port, away.security, away.inbox) == (993, "tls", "INBOX")
    clear = bounce_box(load(written(tmp_path, "imap://a:b@imap.utskick.example"), home=tmp_path))
    assert clear
    assert clear.security == "starttls"


@pytest.mark.parametrize("url", ["studs@utskick.example", "pop3://a:b@x.example", "imaps://x.example", "imaps://a@x:y"])
def test_what_is_no_such_url_is_refused_without_repeating_it(tmp_path: Path, url: str) -> None:
    with pytest.raises(SettingsError, match="ska vara som imaps://konto") as refused:
        bounce_box(load(written(tmp_path, url), home=tmp_path))
    assert url not in str(refused.value)


def test_bounces_there_are_understood_and_everything_else_is_put_aside(parts: Parts) -> None:
    source, bounces = MemorySource(f"{USER}@127.0.0.1"), MemorySource("studs@localhost", inbox="Studsar")
    source.deliver(request_mail(1))
    for raw in (POSTFIX, request_mail(2), registration_mail(0)):
        bounces.deliver(raw)
    run_with(parts, source, bounces)
    with parts.store.reading() as books:
        assert len(books.requests.in_state()) == 1
        assert list(books.members.all()) == []
        aside = books.mails.in_state(MailState.ASIDE)
    assert len([mail for mail in aside if "adressen för utskick" in mail.reason]) == 2
    assert len(source.folders["Hanterat"]) == 1
    assert len(bounces.folders["Att granska"]) + len(bounces.folders.get("Hanterat", {})) == 3


def test_a_mailbox_for_bounces_that_refuses_us_holds_the_other_up_not_at_all(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, bounces = MemorySource(f"{USER}@127.0.0.1"), MemorySource("studs@localhost", inbox="Studsar")

    def refuse() -> int:
        raise GiveUpError("fel lösenord")

    monkeypatch.setattr(bounces, "uidvalidity", refuse)
    source.deliver(request_mail(1))
    run_with(parts, source, bounces)
    assert len(source.folders["Hanterat"]) == 1
    with parts.store.reading() as books:
        told = [task.note for task in books.tasks.open_tasks(kinds=["failed"])]
    assert [note for note in told if note.startswith("Inloggningen i [outgoing.external] bounces")] == []
