"""Read one attachment in a process that may die of it, and write what was found as JSON.

It limits itself before it reads a byte, so that a document, however built, can only kill this process. The warm worker
comes to `read_into` by way of `spare`; where there is no fork, each document gets `python -m …child < frame > json`.
"""

import contextlib
import functools
import json
import os
import sys
from collections.abc import Callable
from typing import BinaryIO, cast

from medverkan.mailbox.documents.frames import Request, read_frame
from medverkan.mailbox.documents.problems import Problem

CPU_S = 10
MEMORY_BYTES = 130 * 1024**2
# Address space is what remains on a system that does not count private memory (RLIMIT_DATA); libraries are in it.
ADDRESS_BYTES = 1024**3
# An outside program (antiword, tesseract, soffice) may be given this much, see `programs`.
PROGRAM_FILE_BYTES = 64 * 1024**2
MAX_FILES = 64
_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _SIGKILL = 1, 38, 9


def limit_resources() -> None:
    """Limit memory, processor time and files where the platform can."""
    with contextlib.suppress(ImportError):
        import resource as system

        limits = [
            (system.RLIMIT_CORE, 0, 0),
            (system.RLIMIT_CPU, CPU_S, CPU_S + 1),
            (system.RLIMIT_DATA, MEMORY_BYTES, ADDRESS_BYTES),
            (system.RLIMIT_FSIZE, 0, PROGRAM_FILE_BYTES),
            (system.RLIMIT_NOFILE, MAX_FILES, MAX_FILES),
        ]
        if not sys.platform.startswith("linux"):
            limits.append((system.RLIMIT_AS, ADDRESS_BYTES, ADDRESS_BYTES))
        for limit, soft, hard in limits:
            with contextlib.suppress(ValueError, OSError):
                system.setrlimit(limit, (soft, hard))


def die_with_parent() -> None:
    """Let the kernel end this process when the one that made it ends (Linux), and let it gain no rights by exec."""
    prctl = kernel_call()
    if prctl:
        prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
        prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


@functools.cache
def kernel_call() -> Callable[..., int] | None:
    """Return prctl(2), None where there is none."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    try:
        return cast("Callable[..., int]", ctypes.CDLL(None).prctl)
    except (OSError, AttributeError):
        return None


def read_into(out: BinaryIO, request: Request, content: bytes) -> None:
    """Read a document and write the answer: {"documents": [{"name", "rows", "problem", "scanned"}, …]}."""
    out.write(json.dumps(_answer(request, content), ensure_ascii=False).encode("utf-8", "replace"))
    out.flush()


def _answer(request: Request, content: bytes) -> dict[str, object]:
    from medverkan.mailbox.documents.formats import documents_of
    from medverkan.mailbox.documents.unreadable import UnreadableError

    try:
        found = documents_of(request.filename, request.content_type, content)
        return {
            "documents": [
                {
                    "name": document.name,
                    "rows": [
                        [row.table, row.cells, 1] if row.strong else [row.table, row.cells] for row in document.rows
                    ],
                    "problem": document.problem,
                    "scanned": document.scanned,
                }
                for document in found
            ]
        }
    except UnreadableError as error:
        return {"problem": error.problem}
    except MemoryError:
        return {"problem": Problem.LARGE}
    except Exception:  # noqa: BLE001 - whatever a library makes of hostile bytes: nothing of it may reach a log
        return {"problem": Problem.BROKEN}


def main() -> int:
    """Read one frame from standard input."""
    limit_resources()
    frame = read_frame(sys.stdin.buffer)
    if frame is None:
        return 2
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        read_into(out, *frame)
    return 0


if __name__ == "__main__":
    sys.exit(main())
