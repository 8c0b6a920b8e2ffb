"""The parent's side of the process that reads attachments: started on first use, started again when it has died.

One worker for all threads, one document at a time; a lock keeps them apart. The environment is not handed down: it
holds passwords. On a system without fork each document gets a process of its own.
"""

import atexit
import contextlib
import os
import select
import subprocess
import sys
import threading
import time
from typing import IO

from medverkan.mailbox.documents.frames import Request, answer_size, frame

MODULE = "medverkan.mailbox.documents"
# What the worker may take beyond a document's own limit before it is taken to hang.
GRACE_S = 10
MAX_ANSWER = 9 * 1024 * 1024
_HANDED_DOWN = ("PATH", "TMPDIR", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "SYSTEMROOT", "TEMP", "TMP")


class WorkerDiedError(Exception):
    """The worker went away without an answer."""


class Worker:
    """One long-lived process that answers requests."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def ask(self, request: Request, content: bytes) -> bytes:
        """Return the JSON of the answer. Raises WorkerDiedError, TimeoutError, OSError."""
        with self._lock:
            # A worker that has gone to sleep for good is found only when it is written to.
            for again in (True, False):
                process = self._started()
                try:
                    return _asked(process, request, content)
                except (WorkerDiedError, BrokenPipeError):
                    self._stop()
                    if not again:
                        raise WorkerDiedError from None
                except BaseException:
                    self._stop()
                    raise
        raise WorkerDiedError

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._stop()

    @property
    def pid(self) -> int:
        """Return the id of the process, 0 when there is none."""
        process = self._process
        return process.pid if process and process.poll() is None else 0

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process and self._owner == os.getpid() and self._process.poll() is None:
            return self._process
        self._stop()
        self._owner = os.getpid()
        # A session of its own: a Ctrl-C at the terminal is for the parent, who lets the worker finish.
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-m", f"{MODULE}.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            bufsize=0,
            start_new_session=True,
        )
        # Somebody must wait for it, so that one that has ended for want of work is not left as a zombie.
        threading.Thread(target=self._process.wait, name="documents-worker", daemon=True).start()
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
        if self._owner == os.getpid():
            with contextlib.suppress(OSError):
                process.kill()
            process.wait()

    def after_fork(self) -> None:
        """Forget the parent's worker, in a process that was forked from it."""
        self._lock = threading.Lock()
        if self._process:
            self._process.returncode = 0
            self._stop()


def environment() -> dict[str, str]:
    """Return what the processes that read documents may know of ours."""
    return {name: os.environ[name] for name in _HANDED_DOWN if name in os.environ} | {"LC_ALL": "C.UTF-8"}


def _asked(process: "subprocess.Popen[bytes]", request: Request, content: bytes) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise WorkerDiedError
    for data in (frame(request), content):
        left = memoryview(data)
        while left:
            left = left[process.stdin.write(left) or 0 :]
    deadline = time.monotonic() + request.timeout_s + GRACE_S
    size = answer_size(_exactly(process.stdout, 4, deadline))
    if size > MAX_ANSWER:
        raise WorkerDiedError
    return _exactly(process.stdout, size, deadline)


def _exactly(stream: IO[bytes], size: int, deadline: float) -> bytes:
    chunks: list[bytes] = []
    while size:
        if not select.select([stream], [], [], max(0.0, deadline - time.monotonic()))[0]:
            raise TimeoutError
        chunk = os.read(stream.fileno(), min(size, 1 << 16))
        if not chunk:
            raise WorkerDiedError
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


def ask_once(request: Request, content: bytes) -> bytes:
    """Return the JSON of the answer, from a process of its own. Raises WorkerDiedError, TimeoutError, OSError."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-m", f"{MODULE}.child"],
            input=frame(request) + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            timeout=request.timeout_s,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    if not done.stdout or len(done.stdout) > MAX_ANSWER:
        raise WorkerDiedError
    return done.stdout


_WORKER = Worker()
atexit.register(_WORKER.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_WORKER.after_fork)


def worker_pid() -> int:
    """Return the id of the worker, 0 when there is none."""
    return _WORKER.pid


def ask(request: Request, content: bytes) -> bytes:
    """Return the JSON of the answer. Raises WorkerDiedError, TimeoutError, OSError."""
    return _WORKER.ask(request, content) if hasattr(os, "fork") else ask_once(request, content)
