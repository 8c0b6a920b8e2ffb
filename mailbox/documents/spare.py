"""A process that waits for one document, reads it, and ends; forked by the worker before the document is there.

It is limited from its first moment on. While nothing comes it reads a document of our own, so that the memory that it
shares with the worker is its own by the time that it matters.
"""

import contextlib
import gc
import os
import select
import signal

from medverkan.mailbox.documents.child import die_with_parent, limit_resources, read_into
from medverkan.mailbox.documents.formats import warm_up
from medverkan.mailbox.documents.frames import Request, frame, read_frame

ENDS_ITSELF = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# A document that follows on the last one at once is not kept waiting.
QUIET_S = 0.03
_MAX_FILES = 256


class Spare:
    """The worker's side of one such process."""

    def __init__(self) -> None:
        """Fork; the child never returns from here."""
        requests, self._to_child = os.pipe()
        self.answers, to_worker = os.pipe()
        # What is here now is never looked at by a collection in the child, which would copy it all.
        gc.freeze()
        self.pid = os.fork()
        if self.pid == 0:
            _be_child(requests, to_worker)
        os.close(requests)
        os.close(to_worker)
        with contextlib.suppress(OSError):
            os.setpgid(self.pid, self.pid)

    def take(self, request: Request, content: bytes) -> None:
        """Hand the document over."""
        # One that is gone already is found by its missing answer.
        with contextlib.suppress(BrokenPipeError):
            for data in (frame(request), content):
                left = memoryview(data)
                while left:
                    left = left[os.write(self._to_child, left) :]
        os.close(self._to_child)
        self._to_child = -1

    def end(self) -> int:
        """End the process and what it has started, and return how it ended."""
        for end in (os.killpg, os.kill):
            with contextlib.suppress(OSError):
                end(self.pid, signal.SIGKILL)
        status = os.waitpid(self.pid, 0)[1]
        os.close(self.answers)
        if self._to_child >= 0:
            os.close(self._to_child)
        return status


def _be_child(requests: int, answers: int) -> None:
    """Read one document and leave; what a library prints, or raises, goes nowhere."""
    try:
        os.setpgid(0, 0)
        die_with_parent()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nowhere, number)
        # Among the others is the way to the worker's other child.
        low, high = sorted((requests, answers))
        for start, end in ((3, low), (low + 1, high), (high + 1, _MAX_FILES)):
            os.closerange(start, end)
        # It ends before there is much to collect, and its memory is limited.
        gc.disable()
        for ends in ENDS_ITSELF:
            signal.signal(ends, signal.SIG_DFL)
        limit_resources()
        if not select.select([requests], [], [], QUIET_S)[0]:
            warm_up()
        with os.fdopen(requests, "rb", buffering=0) as stream:
            taken = read_frame(stream)
        if taken:
            with os.fdopen(answers, "wb") as out:
                read_into(out, *taken)
    finally:
        os._exit(0)
