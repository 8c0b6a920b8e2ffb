"""The warm process that reads attachments: `python -m medverkan.mailbox.documents.worker`, started by `warm`.

It holds the readers in memory and gives every document a process of its own that was forked ahead (`spare`), so that a
document costs neither a start of Python nor a fork, and can still only kill itself. One thread, so that fork is safe.
It looks at nothing in a document itself. It ends when its standard input does, or after IDLE_S without work; it prints
nothing.

Not `multiprocessing`'s forkserver: that runs the caller's main module again in each child, keeps a second process for
resources, and hands results over as pickles, which a child that a document has taken over could write.
"""

import codecs
import contextlib
import json
import os
import select
import signal
import sys
import time
from types import ModuleType
from typing import cast

from medverkan.mailbox.documents.child import kernel_call
from medverkan.mailbox.documents.formats import import_reader
from medverkan.mailbox.documents.frames import answer, read_frame
from medverkan.mailbox.documents.kinds import kind_of
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.spare import ENDS_ITSELF, Spare

IDLE_S = 60
MAX_OUTPUT = 8 * 1024 * 1024


def main() -> int:
    """Answer requests until there are no more."""
    # The parent decides when this ends; a Ctrl-C or a stop of the service reaches the parent as well.
    for number in ENDS_ITSELF:
        signal.signal(number, signal.SIG_IGN)
    # Where numpy is installed for something else, openpyxl would load it: twenty megabytes of the limit for nothing.
    sys.modules.setdefault("numpy", cast(ModuleType, None))
    _import_ahead()
    requests = os.fdopen(0, "rb", buffering=0, closefd=False)
    spare: Spare | None = None
    try:
        while select.select([requests], [], [], IDLE_S)[0]:
            frame = read_frame(requests)
            if frame is None:
                break
            request, content = frame
            if import_reader(kind_of(request.filename, request.content_type, content), request.filename) and spare:
                # It was made before this reader was loaded, and would have to load it by itself.
                spare.end()
                spare = None
            busy = spare or Spare()
            busy.take(request, content)
            del frame, content
            # Made while the document is being read, so that the next one does not wait for it.
            spare = Spare()
            if not _answered(busy, request.timeout_s):
                break
    finally:
        if spare:
            spare.end()
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


def _answered(busy: Spare, timeout_s: float) -> bool:
    """Send the answer to the document that is being read; False when the parent is gone."""
    try:
        output, problem = _output(busy.answers, time.monotonic() + timeout_s)
        if output:
            _send(answer(output))
    finally:
        status = busy.end()
    if problem is Problem.BROKEN and os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
        problem = Problem.SLOW
    if problem and not output:
        _send(answer(_problem(problem)))
    return problem is not None


def _output(read_end: int, deadline: float) -> tuple[bytes, Problem | None]:
    """Return all that the child writes, or b"" and the reason why it was cut short (None: the parent is gone)."""
    chunks: list[bytes] = []
    size = 0
    while True:
        left = deadline - time.monotonic()
        ready = select.select([read_end, 0], [], [], left)[0] if left > 0 else []
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


if __name__ == "__main__":
    sys.exit(main())
