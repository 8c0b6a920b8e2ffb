"""Who holds a home: `run` shares it with others that run, and a restore wants it alone.

A lock of the system (flock), which ends with its holder however that ends. Where there is none, nothing is held.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_NAME = "medverkan.lock"


class HeldError(Exception):
    """Somebody else holds the home in a way that excludes us."""


@contextmanager
def holding(home: Path, *, alone: bool) -> Iterator[None]:
    """Hold the home until the block ends. Raises HeldError at once where others hold it otherwise."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(home / FILE_NAME, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError as error:
            raise HeldError("hemmappen används av en annan medverkan") from error
        yield
    finally:
        os.close(handle)
