"""Signing in with a token instead of a password (OAuth 2.0 client credentials, as Exchange Online wants it).

A token lives about an hour and is renewed before it ends; one that a server refuses is replaced once. msal asks for it,
in a process that lives for a second: loaded here it would cost 12 MB for good, and secrets would lie in more places.
Neither a secret nor a token is in any repr, log line or exception.
"""

import base64
import binascii
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import MailboxError, TryLaterError

SCOPE = "https://outlook.office365.com/.default"
AUTHORITY = "https://login.microsoftonline.com"
TIMEOUT_S = 40.0
# Longer than the mailbox is left in one IDLE, so that no token ends in it.
MARGIN = timedelta(minutes=5)
# A secret that was refused is not tried again for every letter that waits.
REST = timedelta(seconds=50)
# What the sign-in service means, and what to mend (Microsoft's "AADSTS" codes).
WORDS = {
    "7000215": "client_secret är fel. Kopiera hemlighetens värde (Value) i Entra, inte dess id",
    "7000222": "client_secret har gått ut. Skapa en ny hemlighet för appen i Entra och skriv in dess värde",
    "700016": "appen finns inte i den katalogen. Kontrollera client_id och tenant",
    "700027": "certifikatet hör inte till appen eller har gått ut. Lägg upp det på appen i Entra",
    "700024": "certifikatets intyg godtas inte i tiden. Kontrollera datorns klocka",
    "700054": "appen får inte logga in på det här sättet. Kontrollera client_id",
    "7000112": "appen är avstängd i Entra. Slå på den",
    "7000218": "client_secret eller certificate saknas",
    "90002": "katalogen finns inte. Kontrollera tenant",
    "900023": "katalogen finns inte. Kontrollera tenant",
    "900021": "katalogen finns inte. Kontrollera tenant",
    "50034": "kontot finns inte i katalogen. Kontrollera tenant och username",
    "50059": "katalogen saknas. Skriv tenant",
    "53003": "en regel för villkorad åtkomst stoppar appen. Undanta den i Entra",
    "500011": "Exchange Online finns inte i katalogen. Kontrollera tenant",
    "500341": "kontot är borttaget ur katalogen",
    "tenant": "katalogen finns inte eller svarar inte. Kontrollera tenant",
    "certificate": "certifikatfilen kan inte läsas. Den ska vara PEM med både nyckel och certifikat",
}


def _authority() -> str:
    # The variable is for tests, which have no Microsoft; msal speaks TLS to whatever it names.
    return os.environ.get("MEDVERKAN_TEST_AUTHORITY") or AUTHORITY


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who the app is: a secret or a certificate (path of a PEM file that holds key and certificate)."""

    tenant: str
    client_id: str
    client_secret: str = field(repr=False, default="")
    certificate: str = ""
    authority: str = field(default_factory=_authority)


@dataclass(frozen=True, slots=True)
class Token:
    """One access token."""

    text: str = field(repr=False)
    ends: datetime
    renew_at: datetime


Ask = Callable[[Credentials], dict[str, Any]]


def utc_now() -> datetime:
    """Return now, aware, in UTC."""
    return datetime.now(UTC)


def ask_apart(credentials: Credentials) -> dict[str, Any]:
    """Ask for a token in a process of its own; return what `oauth_asking.ask` says. Secrets go through its input."""
    asked = {
        "tenant": credentials.tenant,
        "client_id": credentials.client_id,
        "client_secret": credentials.client_secret,
        "certificate": credentials.certificate,
        "authority": credentials.authority,
        "scope": SCOPE,
        "timeout_s": TIMEOUT_S / 2,
    }
    command = [sys.executable, "-P", "-m", "medverkan.mailbox.oauth_asking"]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=json.dumps(asked).encode(), capture_output=True, timeout=TIMEOUT_S, check=False
        )
        answer = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return {"later": "timeout"}
    return answer if isinstance(answer, dict) else {"later": "answer"}


class TokenHolder:
    """Holds one app's token for whoever signs in with it; thread-safe, and asks for one token at a time."""

    def __init__(
        self, credentials: Credentials, *, ask: Ask = ask_apart, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._credentials = credentials
        self._ask = ask
        self._now = now
        self._lock = threading.Lock()
        self._token: Token | None = None
        self._failed: tuple[MailboxError, datetime] | None = None

    def __repr__(self) -> str:
        return f"TokenHolder(client_id={self._credentials.client_id!r})"

    @property
    def client_id(self) -> str:
        """The app that signs in."""
        return self._credentials.client_id

    @property
    def certificate(self) -> str:
        """The path of the certificate that it signs in with; "" for a secret."""
        return self._credentials.certificate

    def current(self) -> Token:
        """Return a token that lasts for a while.

        Raises LoginRefusedError where the sign-in service refuses the app, TryLaterError where it cannot be asked; the
        latter is let pass while the old token still lasts.
        """
        with self._lock:
            token = self._token
            if token and self._now() < token.renew_at:
                return token
            try:
                return self._fetch()
            except TryLaterError:
                if token and self._now() < token.ends:
                    return token
                raise

    def renewed(self, refused: Token) -> Token:
        """Return another token than the one that a server refused. Raises as `current`.

        Of two that were refused the same token only the first makes us ask; the other gets the same new one.
        """
        with self._lock:
            if self._token and self._token.text != refused.text:
                return self._token
            self._token = None
            return self._fetch()

    def _fetch(self) -> Token:
        if self._failed and self._now() < self._failed[1]:
            raise self._failed[0]
        try:
            self._token = _token_of(self._ask(self._credentials), self._now())
        except MailboxError as error:
            self._failed = error, self._now() + REST
            raise
        self._failed = None
        return self._token


def _token_of(answer: dict[str, Any], now: datetime) -> Token:
    text, seconds = answer.get("token"), answer.get("expires_in")
    if isinstance(text, str) and text.isascii() and text.isprintable() and isinstance(seconds, int) and seconds > 0:
        life = timedelta(seconds=min(seconds, 86_400))
        return Token(text, now + life, now + life - min(MARGIN, life / 4))
    if "later" in answer:
        raise TryLaterError("Inloggningstjänsten (OAuth) går inte att nå just nu.")
    codes = [str(code) for code in answer.get("refused", ())]
    known = next((WORDS[code] for code in codes if code in WORDS), "")
    code = next((f" (AADSTS{code})" for code in codes if code.isdigit()), "")
    raise LoginRefusedError(f"Inloggningstjänsten (OAuth) godtar inte appen: {known or 'okänd orsak'}{code}.")


def roles_of(token: Token) -> tuple[str, ...]:
    """Return what a token lets the app do ("IMAP.AccessAsApp"), () where it does not say. To tell by, not to trust."""
    payload = token.text.split(".")[1] if token.text.count(".") == 2 else ""
    try:
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        return ()
    roles = claims.get("roles") if isinstance(claims, dict) else None
    return tuple(str(role) for role in roles) if isinstance(roles, list) else ()


def xoauth2(username: str, token: Token) -> str:
    """Return what a client says for AUTH XOAUTH2, before base64."""
    return f"user={username}\x01auth=Bearer {token.text}\x01\x01"
