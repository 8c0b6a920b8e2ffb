"""Submitting one finished letter for one recipient: the port Sender of `bot`, spoken with smtplib.

What the server says often quotes the recipient's address, so only its codes are passed on, and smtplib's own exceptions
(which carry addresses) are cut off with `from None`. Once the server has taken the letter, nothing that follows raises.
"""

import base64
import contextlib
import re
import smtplib
import socket
import ssl
from collections.abc import Iterator

from medverkan.mailbox.oauth import Token, TokenHolder, xoauth2
from medverkan.mailbox.transport import LoginRefusedError, check_security, tune, why_unreachable
from medverkan.mailbox.values import GiveUpError, MailboxError, TryLaterError

_ENHANCED = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}\b")
# One bare address and nothing else: smtplib would pick an address out of whatever it is given.
_ADDRESS = re.compile(r"[^\s\x00-\x1f\x7f<>()\[\],;:\"\\@]+@[^\s\x00-\x1f\x7f<>(),;\"\\@]+")
_LINE_END = re.compile(rb"\r\n|\r|\n")


class SmtpSender:
    """One identity that mail is submitted as; a fresh connection for each letter."""

    def __init__(
        self,
        *,
        host: str,
        port: int,
        security: str,
        username: str = "",
        password: str = "",
        address: str,
        timeout_s: float = 60.0,
        ssl_context: ssl.SSLContext | None = None,
        tokens: TokenHolder | None = None,
    ) -> None:
        check_security(host, security)
        self.address = address
        self._host = host
        self._port = port
        self._security = security
        self._username = username
        self._password = password
        self._timeout_s = timeout_s
        self._ssl_context = ssl_context
        self._tokens = tokens

    def __repr__(self) -> str:
        return f"SmtpSender({self.address!r}, host={self._host!r})"

    def send(self, to: str, raw: bytes) -> None:
        """Hand one finished letter to the submission server for one recipient.

        Raises TryLaterError (4xx, connection), LoginRefusedError or another GiveUpError (5xx). Where the connection
        breaks after the last byte and before the answer, it is TryLaterError too: rather twice than never.
        """
        if not _ADDRESS.fullmatch(to):
            raise GiveUpError("Mottagarens adress går inte att skicka till.")
        letter = _LINE_END.sub(b"\r\n", raw)  # a bare line feed could end the letter early (SMTP smuggling)
        with self._session() as client:
            options = _options(client, self.address + to, letter)
            try:
                client.sendmail(self.address, [to], letter, mail_options=options)
            except smtplib.SMTPRecipientsRefused as error:
                code, text = next(iter(error.recipients.values()))
                raise _refused(self._host, code, text) from None
            except smtplib.SMTPResponseException as error:
                raise _refused(self._host, error.smtp_code, error.smtp_error) from None
            except ValueError:
                # What cannot be encoded; smtplib quotes the address in what it raises.
                raise GiveUpError("Mottagarens adress går inte att skicka till.") from None

    def check(self) -> None:
        """Connect, secure and log in, send nothing. Raises as `send`."""
        with self._session() as client:
            client.noop()

    @contextlib.contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        """Hand out a client that is connected, secured and logged in, and turn connection errors into ours."""
        client: smtplib.SMTP | None = None
        try:
            client = self._connect()
            self._log_in(client)
            yield client
        except MailboxError:
            raise
        except smtplib.SMTPNotSupportedError as error:
            raise GiveUpError(f"{self._host} kan inte det som behövs: {_missing(error)}.") from None
        except smtplib.SMTPResponseException as error:
            if error.smtp_code < 0:
                raise TryLaterError(f"{self._host}:{self._port} är ingen SMTP-server; kontrollera port.") from None
            # Said before any letter was offered, so no letter is to blame, whatever the code.
            status = _status(error.smtp_code, error.smtp_error)
            raise TryLaterError(f"{self._host} tar inte emot brev just nu ({status}).") from None
        except OSError as error:  # smtplib's own errors are OSErrors too
            raise TryLaterError(why_unreachable(self._host, self._port, error)) from None
        finally:
            if client is not None:
                _leave(client)

    def _connect(self) -> smtplib.SMTP:
        context = self._ssl_context or (None if self._security == "none" else ssl.create_default_context())
        # Given a name, smtplib does not ask the name service for ours, which can take many seconds.
        name = socket.gethostname() if "." in socket.gethostname() else "[127.0.0.1]"
        if self._security == "tls":
            client: smtplib.SMTP = smtplib.SMTP_SSL(
                self._host, self._port, name, timeout=self._timeout_s, context=context
            )
        else:
            client = smtplib.SMTP(self._host, self._port, name, timeout=self._timeout_s)
        try:
            if client.sock is not None:
                tune(client.sock)
            client.ehlo_or_helo_if_needed()
            if self._security == "starttls":
                # Raises where STARTTLS is not offered: no falling back to clear text.
                client.starttls(context=context)
                client.ehlo()
        except BaseException:
            client.close()
            raise
        return client

    def _log_in(self, client: smtplib.SMTP) -> None:
        if not self._username:
            return
        try:
            if self._tokens:
                self._log_in_with_token(client, self._tokens)
            elif (self._username + self._password).isascii():
                client.login(self._username, self._password)
            else:
                self._log_in_plain(client)
        except smtplib.SMTPResponseException as error:
            status = _status(error.smtp_code, error.smtp_error)
            if error.smtp_code < 500:
                raise TryLaterError(f"{self._host} kan inte ta emot inloggningar just nu ({status}).") from None
            mend = (
                "Appen behöver rättigheten SMTP.SendAsApp i Entra, och SMTP AUTH ska vara på för brevlådan i Exchange."
                if self._tokens
                else "Kontrollera användarnamn och lösenord."
            )
            raise LoginRefusedError(
                f"{self._host} godtar inte inloggningen för {self._username} ({status}). {mend}"
            ) from None
        except (smtplib.SMTPServerDisconnected, smtplib.SMTPNotSupportedError):
            raise
        except (smtplib.SMTPException, ValueError):
            raise GiveUpError(f"{self._host} erbjuder inget inloggningssätt som stöds.") from None

    def _log_in_plain(self, client: smtplib.SMTP) -> None:
        # smtplib logs in with ASCII only; AUTH PLAIN is UTF-8 (RFC 4616).
        token = base64.b64encode(f"\0{self._username}\0{self._password}".encode()).decode()
        code, text = client.docmd("AUTH", f"PLAIN {token}")
        if code != 235:
            raise smtplib.SMTPAuthenticationError(code, text)

    def _log_in_with_token(self, client: smtplib.SMTP, tokens: TokenHolder) -> None:
        if "XOAUTH2" not in client.esmtp_features.get("auth", "").upper().split():
            raise smtplib.SMTPException
        token = tokens.current()
        try:
            _say_token(client, self._username, token)
        except smtplib.SMTPAuthenticationError as error:
            if error.smtp_code < 500:
                raise
            _say_token(client, self._username, tokens.renewed(token))


def _say_token(client: smtplib.SMTP, username: str, token: Token) -> None:
    # To what the server says about a token it refuses (334 and a reason) the answer is an empty line.
    client.auth("XOAUTH2", lambda challenge=None: xoauth2(username, token) if challenge is None else "")


def _options(client: smtplib.SMTP, addresses: str, letter: bytes) -> list[str]:
    options = []
    if not letter.isascii() and client.has_extn("8bitmime"):
        options.append("BODY=8BITMIME")
    if not addresses.isascii():
        options.append("SMTPUTF8")
    return options


def _refused(host: str, code: int, text: bytes | str) -> MailboxError:
    message = f"{host} tog inte emot brevet ({_status(code, text)})."
    return GiveUpError(message) if code >= 500 else TryLaterError(message)


def _status(code: int, text: bytes | str) -> str:
    """Return the reply code and the enhanced status (RFC 3463), nothing of what else the server said."""
    enhanced = _ENHANCED.match(text if isinstance(text, bytes) else text.encode(errors="replace"))
    return f"{code} {enhanced.group().decode()}" if enhanced else str(code)


def _missing(error: smtplib.SMTPNotSupportedError) -> str:
    words = str(error).upper()
    return next((name for name in ("STARTTLS", "AUTH", "SMTPUTF8") if name in words), "ett SMTP-tillägg")


def _leave(client: smtplib.SMTP) -> None:
    # Also after a letter was taken: an error in QUIT must not make it look unsent.
    with contextlib.suppress(OSError):
        client.quit()
    client.close()
