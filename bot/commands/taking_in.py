"""`medverkan intake`: mail from files – .eml, folders of .eml, mbox, Maildir – exactly as if it had arrived."""

import mailbox
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import SettingsError, load
from medverkan.bot.stages import run_stages
from medverkan.storage.lifecycle import MailState

BATCH = 50
FILE_ACCOUNT = "file"


def intake(config: Path | None, paths: list[Path], as_json: bool) -> int:
    """Take the mails in, run the stages until nothing moves, and say what became of them."""
    for path in paths:
        if not path.exists():
            raise SettingsError(f"{path} finns inte")
    parts = open_parts(load(config))
    try:
        counts = take_in(parts, [raw for path in paths for raw in mails_in(path)])
    finally:
        parts.close()
    if as_json:
        show.document(counts)
    else:
        show.say(
            f"{counts['found']} mejl: {counts['new']} nya, {counts['known']} redan intagna, "
            f"{counts['put_aside']} lagda åt sidan (medverkan review)."
        )
    return 0


def take_in(parts: Parts, raws: list[bytes]) -> dict[str, int]:
    """Store the mails that are new and run the stages; return how many were found, new, known and put aside."""
    with parts.store.reading() as books:
        aside_before = books.mails.count(MailState.ASIDE)
    new = 0
    for start in range(0, len(raws), BATCH):
        with parts.store.transaction() as books:
            batch = raws[start : start + BATCH]
            new += sum(books.mails.add(raw, _now(), FILE_ACCOUNT) is not None for raw in batch)
    with _progress(new) as step:
        run_stages(parts, _now, step)
    with parts.store.reading() as books:
        aside = books.mails.count(MailState.ASIDE) - aside_before
    return {"found": len(raws), "new": new, "known": len(raws) - new, "put_aside": aside}


def mails_in(path: Path) -> Iterator[bytes]:
    """Yield the bytes of every mail in a file or folder, in order of name.

    A folder with cur/ and new/ is a Maildir; another is searched for .eml. A file that begins with "From " is an mbox.
    """
    if path.is_dir() and (path / "cur").is_dir():
        folder = mailbox.Maildir(path, create=False)
        yield from (folder.get_bytes(key) for key in sorted(folder.keys()))
    elif path.is_dir():
        for file in sorted(path.rglob("*.eml")):
            yield file.read_bytes()
    elif path.open("rb").read(5) == b"From ":
        with _mbox(path) as box:
            yield from (box.get_bytes(key) for key in box.keys())  # noqa: SIM118 - a mailbox iterates over mails
    else:
        yield path.read_bytes()


@contextmanager
def _mbox(path: Path) -> Iterator[mailbox.mbox]:
    box = mailbox.mbox(path, create=False)
    try:
        yield box
    finally:
        box.close()


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """Show a bar on standard error; nothing where that is no terminal."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, disable=total == 0) as progress:
        task = progress.add_task("Läser mejl", total=total)
        yield lambda: progress.advance(task)
