"""Open one member of a zip container without being filled up by it."""

import io
import zipfile

from medverkan.mailbox.documents.formats import UnreadableError

MAX_UNCOMPRESSED = 20 * 1024 * 1024
MAX_RATIO = 100
MAX_MEMBERS = 2000


def member(content: bytes, name: str) -> bytes:
    """Return a member's bytes. Raises UnreadableError for a bomb, a container without it, or no container at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            infos = container.infolist()
            if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_UNCOMPRESSED:
                raise UnreadableError("too large")
            if any(info.file_size > MAX_RATIO * max(info.compress_size, 1024) for info in infos):
                raise UnreadableError("ratio")
            # The sizes in the directory may lie, so the stream is cut as well.
            with container.open(name) as stream:
                data = stream.read(MAX_UNCOMPRESSED + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableError(type(error).__name__) from error
    if len(data) > MAX_UNCOMPRESSED:
        raise UnreadableError("too large")
    return data
