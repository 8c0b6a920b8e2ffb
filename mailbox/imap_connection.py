"""Getting a logged-in IMAP connection, and saying in Swedish what stood in the way.

The password, or the token, goes to the server and nowhere else: not into a repr, a log line or an exception.
"""

import contextlib
import logging
import ssl
from dataclasses import dataclass, field
from typing import Any

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, IMAPClientReadOnlyError, InvalidCriteriaError

from medverkan.mailbox.imap_asking import OddAnswerError, OversizeError
from medverkan.mailbox.imap_bounds import BoundedClient, TooMuchError
from medverkan.mailbox.oauth import TokenHolder, xoauth2
from medverkan.mailbox.transport import LoginRefusedError, tune, why_unreachable
from medverkan.mailbox.values import GiveUpError, MailboxError, TryLaterError

IMAPClient = Any  # imapclient carries no types

# Response codes of RFC 5530 and 3501 that time does not heal; every other NO may go through later.
_FOR_GOOD = ("NOPERM", "CANNOT", "NONEXISTENT", "ALREADYEXISTS", "CLIENTBUG", "CONTACTADMIN", "TOOBIG", "TRYCREATE")
_FOR_NOW = ("UNAVAILABLE", "INUSE", "SERVERBUG", "LIMIT")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to connect, and as whom."""

    host: str
    port: int
    security: str  # tls | starttls | none
    username: str
    password: str = field(repr=False)
    timeout_s: float
    most_bytes: int  # that are asked for in one question
    ssl_context: ssl.SSLContext | None = field(repr=False, default=None)
    tokens: TokenHolder | None = None  # sign in with a token; the password is not used then


def open_client(settings: Settings) -> IMAPClient:
    """Connect, secure and log in.

    Raises LoginRefusedError, GiveUpError (no STARTTLS offered), and what IMAPClient and sockets raise.
    """
    # At DEBUG these loggers write whole protocol lines, with folder names, addresses and subjects in them.
    logging.getLogger("imapclient").setLevel(logging.WARNING)
    context = settings.ssl_context or (None if settings.security == "none" else ssl.create_default_context())
    client = BoundedClient(
        settings.host,
        most_bytes=settings.most_bytes,
        port=settings.port,
        ssl=settings.security == "tls",
        ssl_context=context,
        timeout=settings.timeout_s,
    )
    try:
        client._imap.debug = 0
        tune(client.socket())
        if settings.security == "starttls":
            _secure(client, settings, context)
        if settings.tokens:
            _log_in_with_token(client, settings, settings.tokens)
        else:
            _log_in(client, settings)
    except BaseException:
        shut(client)
        raise
    return client


def shut(client: IMAPClient) -> None:
    """Close the socket without a word to the server."""
    with contextlib.suppress(IMAPClientError, OSError):
        client.shutdown()


# imaplib and IMAPClient raise these on an answer that is no IMAP; one bad answer must not stop the service.
NO_IMAP = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)


def our_error(settings: Settings, folder: str, error: BaseException) -> MailboxError:
    """Turn whatever went wrong in talking with the server into our error."""
    if isinstance(error, MailboxError):
        return error
    if isinstance(error, IMAPClientReadOnlyError):
        return GiveUpError(f"Kontot {settings.username} får inte skriva i mappen {folder}.")
    if isinstance(error, TooMuchError):
        return OversizeError(f"{settings.host} skickar mer än vad som kan tas emot.")
    if isinstance(error, IMAPClientAbortError | OSError):
        return TryLaterError(why_unreachable(settings.host, settings.port, error))
    if isinstance(error, IMAPClientError):
        return explain(settings, error)
    return OddAnswerError(f"{settings.host} svarade på ett sätt som inte går att tolka.")


def explain(settings: Settings, error: IMAPClientError) -> MailboxError:
    """Turn a NO or BAD of the server into our error, by its response code; the server's words are kept."""
    words = (str(error).splitlines() or [""])[0][:200]
    message = f"{settings.host} sade nej: {words}"
    if (
        isinstance(error, InvalidCriteriaError)
        or "command error: BAD" in words
        or any(f"[{code}" in words for code in _FOR_GOOD)
    ):
        return GiveUpError(message)
    return TryLaterError(message)


def _secure(client: IMAPClient, settings: Settings, context: ssl.SSLContext | None) -> None:
    # No falling back to clear text: a server (or somebody between) that hides STARTTLS gets no password.
    if not client.has_capability("STARTTLS"):
        raise GiveUpError(f"{settings.host} erbjuder inte STARTTLS; inget lösenord skickas i klartext.")
    client.starttls(context)


def _log_in(client: IMAPClient, settings: Settings) -> None:
    credentials = (settings.username, settings.password)
    # LOGIN takes ASCII only; AUTHENTICATE PLAIN takes å, ä and ö too (RFC 4616).
    plain = client.has_capability("AUTH=PLAIN") and (
        client.has_capability("LOGINDISABLED") or not "".join(credentials).isascii()
    )
    try:
        if plain:
            client.plain_login(*credentials)
        else:
            client.login(*credentials)
    except (IMAPClientError, UnicodeError) as error:
        _sort_out(error, settings)
        raise LoginRefusedError(
            f"{settings.host} godtar inte inloggningen för {settings.username}. Kontrollera användarnamn och lösenord."
        ) from None


def _log_in_with_token(client: IMAPClient, settings: Settings, tokens: TokenHolder) -> None:
    """Sign in with the token at hand; where the server refuses it, once more with a new one."""
    if not client.has_capability("AUTH=XOAUTH2"):
        raise GiveUpError(f"{settings.host} erbjuder inte inloggning med OAuth (XOAUTH2).")
    token = tokens.current()
    for is_last in (False, True):
        try:
            client.sasl_login("XOAUTH2", _Saying(xoauth2(settings.username, token)))
        except (IMAPClientError, UnicodeError) as error:
            _sort_out(error, settings)
        else:
            return
        if not is_last:
            token = tokens.renewed(token)
    raise LoginRefusedError(
        f"{settings.host} släpper inte in appen i brevlådan {settings.username}. Den behöver rättigheten "
        "IMAP.AccessAsApp i Entra, och full åtkomst till brevlådan i Exchange."
    )


class _Saying:
    """Says its words first, and nothing to what the server then has to say about them (a reason, as JSON)."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __call__(self, _challenge: bytes) -> bytes:
        words, self._words = self._words, ""
        return words.encode()


def _sort_out(error: Exception, settings: Settings) -> None:
    """Raise what a failed login means where it is no refusal: a lost connection, or a server that cannot for now."""
    if isinstance(error.__context__, IMAPClientAbortError):
        raise error.__context__ from None  # IMAPClient calls a connection lost at login a refused login too
    # From None: what the server or imaplib says about a login is not to be repeated anywhere.
    if any(f"[{code}" in str(error) for code in _FOR_NOW):
        raise TryLaterError(f"{settings.host} kan inte ta emot inloggningar just nu.") from None
