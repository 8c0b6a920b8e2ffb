"""What the IMAP and the SMTP adapter share: when a line may be in the clear, and what a refused login is called.

Change nothing here that would let a password leave in the clear: "none" is for loopback hosts only, and STARTTLS never
falls back.
"""

import ipaddress
import socket
import ssl

from medverkan.mailbox.values import GiveUpError

SECURITIES = ("tls", "starttls", "none")
# What OpenSSL calls an answer that is no TLS: most often the greeting of a server on its port in the clear.
_NO_TLS = frozenset({"WRONG_VERSION_NUMBER", "UNKNOWN_PROTOCOL", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG"})
_TLS_FIRST = frozenset({465, 993})
# Of X509_V_ERR_*: the ones that a mend is known for.
_CERTIFICATE_FAULTS = {
    9: "det gäller inte än; kontrollera datorns klocka",
    10: "det har gått ut",
    18: "det är egenutfärdat, och inte tillagt bland dem som den här datorn litar på",
    19: "det är egenutfärdat, och inte tillagt bland dem som den här datorn litar på",
    20: "utfärdaren är inte känd av den här datorn",
    21: "kedjan är inte hel; servern ska skicka hela kedjan",
    62: "det är inte utfärdat för det namn som står i host",
    64: "det är inte utfärdat för den adress som står i host",
}


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
        reason = _CERTIFICATE_FAULTS.get(error.verify_code, error.verify_message)
        return f"Certifikatet hos {where} godkändes inte: {reason}."
    if isinstance(error, ssl.SSLError):
        if error.reason in _NO_TLS:
            return (
                f"{where} talar inte TLS: pröva port 993 (utgående: 465) med security = tls, eller starttls på 143/587."
            )
        return f"Den krypterade förbindelsen med {where} gick inte att upprätta ({error.reason or 'TLS-fel'})."
    if isinstance(error, TimeoutError):
        hint = f" Port {port} talar TLS från början: pröva security = tls." if port in _TLS_FIRST else ""
        return f"{where} svarade inte i tid.{hint or ' Stämmer port och security?'}"
    if isinstance(error, ConnectionRefusedError):
        return f"{where} tar inte emot någon förbindelse."
    if isinstance(error, socket.gaierror):
        return f"Namnet {host} finns inte i namntjänsten."
    return f"Förbindelsen med {where} bröts."
