"""A sign-in service like Microsoft's, on loopback: hands out tokens over TLS, and tells mail servers which are good."""

import contextlib
import json
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from medverkan.mailbox.oauth import Credentials, TokenHolder, utc_now
from tests.mailbox.servers import Certificate

TENANT, APP, SECRET = "contoso.example", "11111111-2222-3333-4444-555555555555", "kanarie-hemlighet-7"
BOX = "invanarmedverkan@region.example"
START = datetime(2027, 2, 1, 8, tzinfo=UTC)
LASTS = timedelta(days=900)


class Clock:
    """Now, until it is moved."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **delta: float) -> None:
        self.now += timedelta(**delta)


class SignIn:
    """What the service has been asked, and what it will answer."""

    def __init__(self) -> None:
        self.authority = ""
        self.introspection = ""
        self.asked: list[dict[str, str]] = []  # the forms that were posted for a token
        self.active: set[str] = set()
        self.lasts_s = 3599
        self.refusal: tuple[int, dict[str, Any]] | None = None
        self._lock = threading.Lock()

    def credentials(self, **other: str) -> Credentials:
        """Return the app's credentials here."""
        given = {"tenant": TENANT, "client_id": APP, "client_secret": SECRET, "authority": self.authority} | other
        return Credentials(**given)

    def refuse(self, code: int, error: str = "invalid_client", status: int = 401) -> None:
        """Refuse from now on, as Microsoft does."""
        words = {"error": error, "error_description": f"AADSTS{code}: x {SECRET}", "error_codes": [code]}
        self.refusal = status, words

    def is_token(self, user: str, token: str) -> bool:
        """Tell a mail server whether that token lets that user in."""
        return user == BOX and token in self.active

    def revoke(self) -> None:
        """Let every token end now."""
        self.active.clear()

    def answer(self, _credentials: Credentials) -> dict[str, Any]:
        """Answer as the process that asks for a token would, without one."""
        status, words = self.token({})
        if status == 200:
            return {"token": words["access_token"], "expires_in": words["expires_in"]}
        return {"refused": [str(code) for code in words["error_codes"]]}

    def holder(self, now: Callable[[], datetime] = utc_now) -> TokenHolder:
        """Return what holds this app's token, asking here and not in a process of its own."""
        return TokenHolder(self.credentials(), ask=self.answer, now=now)

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """Answer one request for a token."""
        with self._lock:
            self.asked.append(form)
            if self.refusal:
                return self.refusal
            text = f"kanarie-token-{len(self.asked)}"
            self.active.add(text)
        return 200, {"token_type": "Bearer", "expires_in": self.lasts_s, "access_token": text}


def _handler(service: SignIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if TENANT not in self.path:
                self._answer(400, {"error": "invalid_tenant", "error_codes": [90002]})
                return
            base = f"{service.authority}/{TENANT}"
            self._answer(200, {"token_endpoint": f"{base}/oauth2/v2.0/token", "issuer": f"{base}/v2.0",
                               "authorization_endpoint": f"{base}/oauth2/v2.0/authorize"})  # fmt: skip

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            if self.path == "/introspect":
                good = form["token"] in service.active
                self._answer(200, {"active": good, "username": BOX} if good else {"active": False})
            else:
                self._answer(*service.token(form))

        def _answer(self, status: int, said: dict[str, Any]) -> None:
            text = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_arguments: object) -> None:
            pass

    return Handler


@contextlib.contextmanager
def sign_in_service(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Iterator[SignIn]:
    """Run the service until left, and let the process that asks it trust its certificate."""
    service = SignIn()
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate.cert))
    with _serving(service, certificate.server_context()) as port, _serving(service, None) as plain:
        service.authority = f"https://localhost:{port}"
        service.introspection = f"http://127.0.0.1:{plain}/introspect"
        yield service


@contextlib.contextmanager
def _serving(service: SignIn, tls: ssl.SSLContext | None) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(service))
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def app_certificate(folder: Path, ends: datetime = START + LASTS) -> Path:
    """Return a PEM file with an app's key and its certificate, which ends then."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "medverkan")])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, ends - LASTS, ends)
    encoding = serialization.Encoding.PEM
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "app.pem"
    path.write_bytes(private + made.sign(key, hashes.SHA256()).public_bytes(encoding))
    return path
