"""The warm process that reads attachments: `python -m medverkan.mailbox.documents.worker`, started by `warm`.

It holds the readers in memory and forks for every document, so that a document costs a fork and not a start of Python,
and can still only kill a process of its own. One thread, so that fork is safe. It looks at nothing in a document
itself. It ends when its standard input does, or after IDLE_S without work; it prints nothing.

Not `multiprocessing`'s forkserver: that runs the caller's main module again in each child, keeps a second process for
resources, and hands results over as pickles, which a child that a document has taken over could write.
"""

import codecs
import contextlib
import gc
import json
import os
import select
import signal
import sys
import time
from typing import BinaryIO

from medverkan.mailbox.documents.child import die_with_parent, kernel_call, read_into
from medverkan.mailbox.documents.formats import import_reader
from medverkan.mailbox.documents.frames import Request, answer, read_frame
from medverkan.mailbox.documents.kinds import kind_of
from medverkan.mailbox.documents.problems import Problem

IDLE_S = 120
MAX_OUTPUT = 8 * 1024 * 1024
_ENDS_ITSELF = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    """Answer requests until there are no more."""
    # The parent decides when this ends; a Ctrl-C or a stop of the service reaches the parent as well.
    for number in _ENDS_ITSELF:
        signal.signal(number, signal.SIG_IGN)
    _import_ahead()
    requests = os.fdopen(0, "rb", buffering=0, closefd=False)
    while select.select([requests], [], [], IDLE_S)[0]:
        frame = read_frame(requests)
        if frame is None:
            break
        request, content = frame
        import_reader(kind_of(request.filename, request.content_type, content), request.filename)
        alive = _read_in_child(request, content)
        del frame, content
        if not alive:
            break
    return 0


def _import_ahead() -> None:
    """Load what every child needs, so that none of them does."""
    for codec in ("cp437", "cp1252", "utf-16-le"):
        codecs.lookup(codec)
    kernel_call()
    with contextlib.suppress(ImportError):
        import resource  # noqa: F401 - loaded for the children


def _send(data: bytes) -> None:
    with contextlib.suppress(BrokenPipeError):
        left = memoryview(data)
        while left:
            left = left[os.write(1, left) :]


def _problem(problem: Problem) -> bytes:
    return json.dumps({"problem": problem}).encode()


def _read_in_child(request: Request, content: bytes) -> bool:
    """Read a document and send the answer; False when the parent is gone."""
    read_end, write_end = os.pipe()
    gc.freeze()
    child = os.fork()
    if child == 0:
        _be_child(read_end, write_end, request, content)
    os.close(write_end)
    with contextlib.suppress(OSError):
        os.setpgid(child, child)
    try:
        output, problem = _output(read_end, time.monotonic() + request.timeout_s)
        if output:
            _send(answer(output))
    finally:
        os.close(read_end)
        status = _end(child)
    if problem is Problem.BROKEN and os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        problem = Problem.SLOW
    if problem and not output:
        _send(answer(_problem(problem)))
    return problem is not None


def _be_child(read_end: int, write_end: int, request: Request, content: bytes) -> None:
    """Read the document and leave; what a library prints, or raises, goes nowhere."""
    try:
        os.setpgid(0, 0)
        die_with_parent()
        os.close(read_end)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nowhere, number)
        for number in _ENDS_ITSELF:
            signal.signal(number, signal.SIG_DFL)
        out: BinaryIO
        with os.fdopen(write_end, "wb") as out:
            read_into(out, request, content)
    finally:
        os._exit(0)


def _output(read_end: int, deadline: float) -> tuple[bytes, Problem | None]:
    """Return all that the child writes, or b"" and the reason why it was cut short (None: the parent is gone)."""
    chunks: list[bytes] = []
    size = 0
    while True:
        ready = select.select([read_end, 0], [], [], max(0.0, deadline - time.monotonic()))[0]
        if not ready:
            return b"", Problem.SLOW
        if 0 in ready:
            return b"", None
        chunk = os.read(read_end, 1 << 16)
        if not chunk:
            return b"".join(chunks), Problem.BROKEN
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_OUTPUT:
            return b"", Problem.LARGE


def _end(child: int) -> int:
    """End the child and what it started, and return how it ended."""
    # It has closed its end of the pipe, so it is on its way out anyway, or it is over a limit.
    for end in (os.killpg, os.kill):
        with contextlib.suppress(OSError):
            end(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


if __name__ == "__main__":
    sys.exit(main())
