"""Postfix for tests: with a tree of its own in a temporary folder, in front of a server of ours.

It must run as root. Only what is started here is ended here.
"""

import contextlib
import grp
import os
import pwd
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mailbox.servers import free_port

_DAEMONS = Path("/usr/lib/postfix/sbin")
_START_S = 30.0
_QUEUES = (
    "active", "bounce", "corrupt", "defer", "deferred", "flush", "hold", "incoming", "maildrop", "pid", "private",
    "public", "saved", "trace",
)  # fmt: skip

_MAIN = """
compatibility_level = 3.6
queue_directory = {home}/queue
data_directory = {home}/data
command_directory = /usr/sbin
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.region.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
relay_domains = region.example
transport_maps = inline:{{ {{ region.example = {nexthop} }} }}
default_transport = error:nothing leaves here
local_transport = error:nothing is local
smtpd_recipient_restrictions = permit_mynetworks, reject
alias_maps =
alias_database =
maillog_file = {home}/log
maillog_file_prefixes = {home}
minimal_backoff_time = 1s
maximal_backoff_time = 2s
queue_run_delay = 1s
smtputf8_enable = yes
"""

_MASTER = """
127.0.0.1:{listen} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


@dataclass
class Postfix:
    """A running Postfix that hands what comes on `port` over to us."""

    port: int
    home: Path

    def log(self) -> str:
        """Return what it has logged."""
        file = self.home / "log"
        return file.read_text("utf-8") if file.exists() else ""

    def waiting(self) -> int:
        """Return how many mails are in its queues."""
        queues = ("incoming", "active", "deferred", "maildrop")
        return sum(1 for queue in queues for file in (self.home / "queue" / queue).rglob("*") if file.is_file())


@contextlib.contextmanager
def postfix(protocol: str, port: int) -> Iterator[Postfix]:
    """Run a Postfix in front of what listens on `port`; the test is skipped where there is none."""
    if not (_DAEMONS / "master").exists():
        pytest.skip("postfix is not installed")
    if os.geteuid() != 0:
        pytest.skip("postfix runs only as root")
    # Not pytest's tmp_path: its processes are not root, and must be able to walk to their folder.
    with tempfile.TemporaryDirectory(prefix="postfix-", ignore_cleanup_errors=True) as name:
        home, listen = Path(name), free_port()
        _lay_out(home)
        (home / "etc").mkdir()
        nexthop = {"lmtp": f"lmtp:inet:[127.0.0.1]:{port}", "smtp": f"smtp:[127.0.0.1]:{port}"}[protocol]
        (home / "etc" / "main.cf").write_text(_MAIN.format(home=home, daemons=_DAEMONS, nexthop=nexthop))
        (home / "etc" / "master.cf").write_text(_MASTER.format(listen=listen))
        # Each of its processes waits until a changed file is two seconds old.
        os.utime(home / "etc" / "main.cf", (0, 0))
        command = [str(_DAEMONS / "master"), "-c", str(home / "etc"), "-d"]
        master = subprocess.Popen(command, start_new_session=True)
        try:
            running = Postfix(listen, home)
            _await(running, master)
            yield running
        finally:
            _end(master)


def _lay_out(home: Path) -> None:
    """Make the folders as `postfix set-permissions` would."""
    home.chmod(0o755)
    owner, drop = pwd.getpwnam("postfix"), grp.getgrnam("postdrop").gr_gid
    (home / "queue").mkdir(mode=0o755)
    (home / "data").mkdir(mode=0o700)
    os.chown(home / "data", owner.pw_uid, owner.pw_gid)
    for queue in _QUEUES:
        folder = home / "queue" / queue
        folder.mkdir(mode=0o700)
        if queue == "pid":
            folder.chmod(0o755)
        elif queue in ("maildrop", "public"):
            os.chown(folder, owner.pw_uid, drop)
            folder.chmod(0o1730 if queue == "maildrop" else 0o2710)
        else:
            os.chown(folder, owner.pw_uid, owner.pw_gid)


def _await(running: Postfix, master: "subprocess.Popen[bytes]") -> None:
    pause = threading.Event()
    for _ in range(int(_START_S / 0.02)):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", running.port), 5.0) as sock:
            if sock.recv(4) == b"220 ":
                return
        assert master.poll() is None, running.log()
        pause.wait(0.02)
    raise TimeoutError(running.log())


def _end(master: "subprocess.Popen[bytes]") -> None:
    # Its own session, so that the group is exactly what was started here.
    for sign in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(master.pid, sign)
        with contextlib.suppress(subprocess.TimeoutExpired):
            master.wait(5)
