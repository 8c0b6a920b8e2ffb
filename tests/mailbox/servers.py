"""Real servers for tests: Dovecot on loopback with a fresh port and folder, and throw-away certificates.

Dovecot runs as root and as an ordinary user alike. Only processes started here are ended here.
"""

import contextlib
import functools
import grp
import os
import pwd
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from imapclient import IMAPClient

_NOBODY = 65534
_START_S = 20.0

_CONFIG = """
protocols = imap
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
{tls}
disable_plaintext_auth = no
listen = 127.0.0.1
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {internal}
first_valid_uid = 0
first_valid_gid = 0
auth_failure_delay = 0 secs
auth_mechanisms = plain login {mechanisms}
mail_location = maildir:{home}/mail/%u
{capability}
namespace inbox {{
  inbox = yes
  separator = {separator}
  prefix = {prefix}
  {drafts}
  {trash}
}}
{plugins}
passdb {{
  driver = static
  args = password={password}
  {only_passwords}
}}
{tokens}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%u allow_all_users=yes
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
"""

_TOKENS = """
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {home}/oauth2.conf.ext
}}
"""
_INTROSPECTION = """
introspection_mode = post
introspection_url = {url}
active_attribute = active
active_value = true
username_attribute = username
force_introspection = yes
"""


class Dovecot:
    """A Dovecot server. Any user name with `password` is a user with a mailbox of their own."""

    host = "127.0.0.1"
    user = "bot"
    password = "hemligt-ord"

    def __init__(self, home: Path, config: str, port: int, tls_port: int) -> None:
        self.port = port
        self.tls_port = tls_port
        self._home = home
        self._process: subprocess.Popen[bytes] | None = None
        (home / "dovecot.conf").write_text(config)

    def start(self) -> None:
        """Start, and return when it takes connections."""
        self._process = subprocess.Popen(
            [_dovecot(), "-F", "-c", str(self._home / "dovecot.conf")], start_new_session=True
        )
        pause = threading.Event()
        for _ in range(int(_START_S / 0.01)):
            with contextlib.suppress(OSError), socket.create_connection((self.host, self.port), 1.0) as sock:
                if sock.recv(4) == b"* OK":
                    return
            assert self._process.poll() is None, (self._home / "log").read_text()
            pause.wait(0.01)
        raise TimeoutError((self._home / "log").read_text())

    def stop(self) -> None:
        """End it and all its connections; harmless when it is not running."""
        process, self._process = self._process, None
        if process is None:
            return
        # Its own session, so that the group is exactly what was started here.
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, sign)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)

    def mail(self, user: str = "") -> Path:
        """Return the folder on the disk where a user's mail lies, with its UIDs."""
        return self._home / "mail" / (user or self.user)

    def append(self, folder: str, raw: bytes, user: str = "", flags: Sequence[bytes] = ()) -> None:
        """Put a mail into a folder, as another mail program would."""
        with self.client(user) as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            client.append(folder, raw, flags)

    def messages(self, folder: str, user: str = "") -> list[bytes]:
        """Return the mails in a folder, oldest first; [] when there is no such folder."""
        with self.client(user) as client:
            if not client.folder_exists(folder):
                return []
            client.select_folder(folder, readonly=True)
            answer = client.fetch(client.search(), ["BODY.PEEK[]"])
            return [answer[uid][b"BODY[]"] for uid in sorted(answer)]

    def client(self, user: str = "") -> Any:
        """Return a logged-in connection of another mail program; a context manager."""
        return other_client(self.host, self.port, user or self.user, self.password)


def other_client(host: str, port: int, user: str, password: str) -> Any:
    """Return a logged-in connection, as another mail program would have; a context manager."""
    client = IMAPClient(host, port=port, ssl=False, timeout=30)
    client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client.plain_login(user, password)  # LOGIN would take ASCII only
    return client


@contextlib.contextmanager
def dovecot(
    *,
    capability: str = "",
    separator: str = "/",
    prefix: str = "",
    special_use: bool = False,
    keep_deleted: str = "",
    tls: "Certificate | None" = None,
    introspection: str = "",
) -> Iterator[Dovecot]:
    """Run a Dovecot until left; the test is skipped where there is none.

    `capability` replaces what the server says it can; `keep_deleted` names a folder that what is expunged elsewhere is
    put into, as some providers do; with `tls` it speaks TLS on `tls_port` and STARTTLS on `port`;
    with the URL of an `introspection` service (RFC 7662) it takes the tokens that this says are active.
    """
    require_dovecot()
    # Not pytest's tmp_path: Dovecot's mail processes are not root, and must be able to walk to their folder.
    with tempfile.TemporaryDirectory(prefix="dovecot-", ignore_cleanup_errors=True) as name:
        home = Path(name)
        home.chmod(0o755)
        (home / "mail").mkdir()
        root = os.geteuid() == 0
        uid, gid = (_NOBODY, _NOBODY) if root else (os.getuid(), os.getgid())
        if root:
            os.chown(home / "mail", uid, gid)
        port, tls_port = free_port(), free_port() if tls else 0
        (home / "oauth2.conf.ext").write_text(_INTROSPECTION.format(url=introspection))
        server = Dovecot(
            home,
            _CONFIG.format(
                home=home,
                internal="dovenull" if root else pwd.getpwuid(uid).pw_name,
                group="dovenull" if root else grp.getgrgid(gid).gr_name,
                uid=uid,
                gid=gid,
                port=port,
                tls_port=tls_port,
                tls=f"ssl = yes\nssl_cert = <{tls.cert}\nssl_key = <{tls.key}" if tls else "ssl = no",
                capability=f"imap_capability = {capability}" if capability else "",
                separator=separator,
                prefix=prefix,
                drafts="mailbox Skisser {\n    special_use = \\Drafts\n    auto = create\n  }" if special_use else "",
                trash=f"mailbox {keep_deleted} {{\n    special_use = \\Trash\n    auto = create\n  }}"
                if keep_deleted
                else "",
                plugins=f"mail_plugins = lazy_expunge\nplugin {{\n  lazy_expunge = {keep_deleted}\n}}"
                if keep_deleted
                else "",
                password=Dovecot.password,
                mechanisms="xoauth2" if introspection else "",
                only_passwords="mechanisms = plain login" if introspection else "",
                tokens=_TOKENS.format(home=home) if introspection else "",
            ),
            port,
            tls_port,
        )
        try:
            server.start()
            yield server
        finally:
            server.stop()


def require_dovecot() -> None:
    """Skip the test where Dovecot is absent, or of a version whose configuration is written otherwise."""
    if not _dovecot():
        pytest.skip("dovecot is not installed")
    if not _version().startswith("2.3."):
        pytest.skip(f"dovecot {_version()} wants another configuration than 2.3")


def free_port() -> int:
    """Return a port on loopback that nobody listens on now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


class Certificate:
    """A self-signed certificate for localhost and 127.0.0.1, in two files."""

    def __init__(self, folder: Path) -> None:
        self.cert = folder / "cert.pem"
        self.key = folder / "key.pem"
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
        now = datetime.now(UTC)
        names = [x509.DNSName("localhost")]
        made = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=2))
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256())
        )
        self.cert.write_bytes(made.public_bytes(serialization.Encoding.PEM))
        private = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        self.key.write_bytes(key.private_bytes(*private))

    def server_context(self) -> ssl.SSLContext:
        """Return the context of a server that shows this certificate."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.cert, self.key)
        return context

    def client_context(self) -> ssl.SSLContext:
        """Return the context of a client that trusts this certificate and no other."""
        return ssl.create_default_context(cafile=str(self.cert))


def _dovecot() -> str:
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin") or ""


@functools.cache
def _version() -> str:
    return subprocess.run([_dovecot(), "--version"], capture_output=True, text=True, check=True).stdout
