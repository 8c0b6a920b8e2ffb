"""Asking a gateway over HTTP, and what its answers mean to us: try again, mend the sign-in, or tell a person.

Whether a request that was never answered had an effect nobody knows. Such an SMS is not sent again: rather one too
few than the same one to somebody many times. The one thing never to put into an error is the address asked: it can
hold the password, the number and the text.
"""

import httpx

from medverkan.bot.ports import UncertainError
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, TryLaterError

REFUSED = (401, 402, 403)


def asked(request: httpx.Request, timeout_s: float, *, proxies: bool = True) -> httpx.Response:
    """Send one request; return the answer of success. Raises TryLaterError, LoginRefusedError, GiveUpError."""
    answer = answered(request, timeout_s, proxies=proxies)
    if answer.is_success:
        return answer
    if answer.status_code in REFUSED:
        raise LoginRefusedError("SMS-växeln släpper inte in oss: fel användarnamn eller lösenord, eller tomt konto")
    if answer.status_code == httpx.codes.GATEWAY_TIMEOUT:
        raise UncertainError(f"SMS-växeln svarade {answer.status_code}")
    if answer.status_code == httpx.codes.TOO_MANY_REQUESTS or answer.is_server_error:
        raise TryLaterError(f"SMS-växeln svarade {answer.status_code}")
    raise GiveUpError(f"SMS-växeln svarade {answer.status_code}")


def answered(request: httpx.Request, timeout_s: float, *, proxies: bool = True) -> httpx.Response:
    """Send one request; return the answer, whatever it is. Raises TryLaterError, UncertainError, GiveUpError."""
    try:
        with httpx.Client(timeout=timeout_s, trust_env=proxies) as client:
            return client.send(request)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError):
        raise TryLaterError("SMS-växeln går inte att nå") from None
    except (httpx.TransportError, httpx.DecodingError):
        raise UncertainError("SMS-växeln svarade inte som den ska") from None
    except httpx.HTTPError as error:
        raise GiveUpError(f"SMS-växeln går inte att fråga ({type(error).__name__})") from None
