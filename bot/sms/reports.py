"""The address that gateways tell us at, seen from outside: what it is called, and who answers there."""

import socket

import httpx

from medverkan.bot.sections.sms import Incoming
from medverkan.bot.sms.asking import answered
from medverkan.mailbox.values import MailboxError

CAME, REPORTS, CALLED = "sms", "delivered", "called"


def reports_address(base: str) -> str:
    """Return the address that a gateway is to tell at how an SMS fared; "" where it can tell nowhere."""
    return f"{base.rstrip('/')}/{REPORTS}" if base else ""


def calls_address(base: str) -> str:
    """Return the address that a gateway is to tell at how a call went; "" where it can tell nowhere."""
    return f"{base.rstrip('/')}/{CALLED}" if base else ""


def is_ours(where: Incoming, timeout_s: float) -> bool:
    """Tell whether the service answers there: who has no password is refused, on that path only."""
    host = f"[{where.host}]" if ":" in where.host else where.host
    request = httpx.Request("GET", f"http://{host}:{where.port}{where.path}/{CAME}")
    try:
        return answered(request, timeout_s, proxies=False).status_code == httpx.codes.UNAUTHORIZED
    except MailboxError:
        return False


def is_free(where: Incoming) -> None:
    """See that the port can be listened to. Raises OSError."""
    family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind((where.host, where.port))
