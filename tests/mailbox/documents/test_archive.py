"""A zip container cannot fill the process up."""

import io
import zipfile

import pytest

from medverkan.mailbox.documents.archive import MAX_MEMBERS, member
from medverkan.mailbox.documents.unreadable import UnreadableError


def archive(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members:
            container.writestr(name, content)
    return buffer.getvalue()


def test_a_member_is_read() -> None:
    assert member(archive(("a.xml", b"<a/>")), "a.xml") == b"<a/>"


@pytest.mark.parametrize(
    "content",
    [
        archive(("a.xml", b" " * 30_000_000)),
        archive(("a.xml", b" " * 1_000_000)),
        archive(("b.xml", b"")),
        archive(*((f"{n}.xml", b"") for n in range(MAX_MEMBERS + 1))),
        b"no container",
    ],
)
def test_a_bomb_and_a_container_without_the_member_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        member(content, "a.xml")
