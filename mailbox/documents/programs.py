"""Run another program on a document: in the child, with limits of its own, without a shell, and with a time limit.

What is not installed is simply not there; the readers say so in their problem.
"""

import contextlib
import functools
import os
import shutil
import subprocess

from medverkan.mailbox.documents.child import PROGRAM_FILE_BYTES, die_with_parent
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError

MAX_OUTPUT = 4 * 1024 * 1024


@functools.cache
def program(*names: str) -> str:
    """Return the path of the first of these programs that is installed, "" for none."""
    return next((path for name in names if (path := shutil.which(name))), "")


def output_of(
    arguments: list[str],
    stdin: bytes = b"",
    *,
    timeout_s: float,
    memory_bytes: int,
    variables: dict[str, str] | None = None,
) -> bytes:
    """Return what a program writes to standard output. Raises UnreadableError."""
    try:
        done = subprocess.run(  # noqa: S603 - a program of ours, an argument list, no shell
            arguments,
            input=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=timeout_s,
            check=False,
            env=os.environ | (variables or {}),
            preexec_fn=functools.partial(_limit, memory_bytes),
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(Problem.SLOW) from error
    except OSError as error:
        raise UnreadableError from error
    if done.returncode or len(done.stdout) > MAX_OUTPUT:
        raise UnreadableError
    return done.stdout


def _limit(memory_bytes: int) -> None:
    die_with_parent()
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (PROGRAM_FILE_BYTES, PROGRAM_FILE_BYTES))
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
