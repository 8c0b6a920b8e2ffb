"""What the IMAP and the SMTP adapter share: when a line may be in the clear, and what a refused login is called.

Change nothing here that would let a password leave in the clear: "none" is for loopback hosts only, and STARTTLS never
falls back.
"""

import ipaddress
import socket
import ssl

from medverkan.mailbox.values import GiveUpError

SECURITIES = ("tls", "starttls", "none")


class LoginRefusedError(GiveUpError):
    """The server does not accept the user name and password; nothing is wrong with the mail at hand."""


def is_loopback(host: str) -> bool:
    """Tell whether `host` names this machine itself, without asking any name server."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def check_security(host: str, security: str) -> None:
    """Refuse settings that would send a password in the clear over a network.

    Raises ValueError with a Swedish sentence.
    """
    if security not in SECURITIES:
        raise ValueError(f"security = {security!r} finns inte; välj tls, starttls eller none.")
    if security == "none" and not is_loopback(host):
        raise ValueError(f"security = 'none' får bara användas mot den egna datorn, inte mot {host}.")


def tune(sock: socket.socket) -> None:
    """Make small commands go at once and a dead peer be noticed.

    Without TCP_NODELAY every APPEND, SEARCH and MOVE waits about 44 ms for a delayed acknowledgement.
    """
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)


def why_unreachable(host: str, port: int, error: BaseException) -> str:
    """Say in one Swedish sentence why the server could not be talked with; never quotes what the server said."""
    where = f"{host}:{port}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"Certifikatet hos {where} godkändes inte ({error.verify_message})."
    if isinstance(error, ssl.SSLError):
        return f"Den krypterade förbindelsen med {where} gick inte att upprätta ({error.reason or 'TLS-fel'})."
    if isinstance(error, TimeoutError):
        return f"{where} svarade inte i tid."
    if isinstance(error, ConnectionRefusedError):
        return f"{where} tar inte emot någon förbindelse."
    if isinstance(error, socket.gaierror):
        return f"Namnet {host} finns inte i namntjänsten."
    return f"Förbindelsen med {where} bröts."
