"""How a document crosses the pipe to the process that reads it, and what comes back.

A request is a length, a JSON head and the bytes of the document; an answer is a length and JSON. JSON and not pickle:
what answers has touched hostile bytes.
"""

import json
import struct
from dataclasses import asdict, dataclass
from typing import BinaryIO

MAX_HEAD = 64 * 1024
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Request:
    """What is said of a document before its bytes."""

    filename: str
    content_type: str
    size: int
    timeout_s: float


def frame(request: Request) -> bytes:
    """Return the head of a request; the document's bytes follow it."""
    head = json.dumps(asdict(request)).encode()
    return _LENGTH.pack(len(head)) + head


def read_frame(stream: BinaryIO) -> tuple[Request, bytes] | None:
    """Return the next request and its document, None at the end of the stream."""
    start = _exactly(stream, _LENGTH.size)
    if len(start) < _LENGTH.size:
        return None
    size = min(_LENGTH.unpack(start)[0], MAX_HEAD)
    head = _exactly(stream, size)
    if len(head) < size:
        return None
    request = Request(**json.loads(head))
    content = _exactly(stream, request.size)
    return (request, content) if len(content) == request.size else None


def answer(payload: bytes) -> bytes:
    """Return an answer as it crosses the pipe."""
    return _LENGTH.pack(len(payload)) + payload


def answer_size(start: bytes) -> int:
    """Return how many bytes follow the four that an answer starts with."""
    return int(_LENGTH.unpack(start)[0])


def _exactly(stream: BinaryIO, size: int) -> bytes:
    """Return that many bytes, fewer at the end of the stream."""
    chunks: list[bytes] = []
    left = size
    while left > 0 and (chunk := stream.read(min(left, 1 << 20))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)
