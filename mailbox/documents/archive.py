"""Open one member of a zip container without being filled up by it."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError

MAX_UNCOMPRESSED = 20 * 1024 * 1024
MAX_RATIO = 100
MAX_MEMBERS = 2000


@dataclass(frozen=True, slots=True)
class Member:
    """One file in a container, or why it cannot be had."""

    name: str
    content: bytes = b""
    content_type: str = ""
    problem: Problem | None = None


def parts_of(content: bytes) -> Iterator[Member]:
    """Yield the files of an archive, without what programs hide in it. Raises UnreadableError."""
    for name in names(content):
        if name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith("."):
            continue
        try:
            yield Member(name, member(content, name))
        except UnreadableError as error:
            yield Member(name, problem=error.problem)


def check(content: bytes) -> None:
    """Refuse a container whose members are too large. Raises UnreadableError.

    For libraries that open the container themselves; `zipfile` gives them no more of a member than its declared size.
    """
    with _opened(content) as container:
        infos = container.infolist()
        for info in infos:
            _check(info)
        if sum(info.file_size for info in infos) > 2 * MAX_UNCOMPRESSED:
            raise UnreadableError(Problem.LARGE)


def _check(info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 1:
        raise UnreadableError(Problem.PASSWORD)
    if info.file_size > MAX_UNCOMPRESSED or info.file_size > MAX_RATIO * max(info.compress_size, 1024):
        raise UnreadableError(Problem.LARGE)


def names(content: bytes) -> tuple[str, ...]:
    """Return the names of all members that are no folders, in order. Raises UnreadableError."""
    with _opened(content) as container:
        return tuple(info.filename for info in container.infolist() if not info.is_dir())


def member(content: bytes, name: str) -> bytes:
    """Return a member's bytes. Raises UnreadableError for a bomb, a container without it, or no container at all."""
    with _opened(content) as container:
        info = container.getinfo(name)
        _check(info)
        # The sizes in the directory may lie, so the stream is cut as well.
        with container.open(info) as stream:
            data = stream.read(MAX_UNCOMPRESSED + 1)
    if len(data) > MAX_UNCOMPRESSED:
        raise UnreadableError(Problem.LARGE)
    return data


@contextmanager
def _opened(content: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            if len(container.infolist()) > MAX_MEMBERS:
                raise UnreadableError(Problem.LARGE)
            yield container
    except (
        zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error
    ) as error:  # fmt: skip
        raise UnreadableError from error
