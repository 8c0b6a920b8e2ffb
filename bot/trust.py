"""Whether the mail system vouches that a mail's From is true. Without that, no mail causes anything but a question.

Only what our own receiving server wrote counts: the topmost Authentication-Results with its name (RFC 8601 4.1, 5),
or what Exchange stamps. SPF alone never counts, since it says nothing about From.
"""

import re

import authres

from medverkan.bot.settings import Trust
from medverkan.mailbox.addresses import domain_of
from medverkan.mailbox.values import Letter

# Enough for every real header; a longer one is somebody's try.
HEADER_CAP = 8_000
_COMMENT = re.compile(r"\([^()]*\)")
AUTHOR_HEADERS = frozenset({"from", "to", "subject", "date", "message-id", "mime-version"})


def is_vouched(letter: Letter, trust: Trust) -> bool:
    """Tell whether the mail system vouches for the one address in From. False where there is not exactly one."""
    if not letter.sender:
        return False
    domain = domain_of(letter.sender)
    if trust.provider == "exchange":
        return _is_internal_submission(letter) or _passes(_exchange_results(letter), domain)
    return bool(trust.authserv_id) and _passes(_own_results(letter, trust.authserv_id), domain)


def _own_results(letter: Letter, authserv_id: str) -> str:
    """Return our server's topmost header; one further down may have come with the mail."""
    for value in letter.header_all("Authentication-Results"):
        name = _COMMENT.sub(" ", value[:HEADER_CAP]).split(";", 1)[0].split()
        if name and name[0].partition("/")[0].lower() == authserv_id.lower():
            return value
    return ""


def _exchange_results(letter: Letter) -> str:
    """Return Microsoft's topmost header, which has no authserv-id of its own."""
    topmost = letter.header("Authentication-Results")
    first = topmost.split(";", 1)[0]
    return f"exchange.invalid; {topmost}" if "=" in first else ""


def _is_internal_submission(letter: Letter) -> bool:
    """Tell whether Exchange stamped the mail as submitted by somebody logged in, once and above what the author wrote.

    Exchange removes such headers from mail that comes from outside ("header firewall"); the position guards where a
    relay before it does not.
    """
    stamps = letter.header_all("X-MS-Exchange-Organization-AuthAs")
    if [stamp.strip().lower() for stamp in stamps] != ["internal"]:
        return False
    for name, _ in letter.headers:
        if name.lower() == "x-ms-exchange-organization-authas":
            return True
        if name.lower() in AUTHOR_HEADERS:
            return False
    return False


def _passes(value: str, domain: str) -> bool:
    if not value or len(value) > HEADER_CAP:
        return False
    try:
        # Some servers end the header with a semicolon, which the grammar does not know.
        results = authres.AuthenticationResultsHeader.parse_value(value.rstrip("; \t\r\n")).results
    except (authres.AuthResError, ValueError, IndexError, AttributeError, RecursionError):
        return False
    if any(_said(result) == ("dmarc", "fail") for result in results):
        # Whatever else passed: the owner of the domain does not accept it as theirs.
        return False
    return any(_vouches(result, domain) for result in results)


def _said(result: "authres.AuthenticationResult") -> tuple[str, str]:
    # "none" stands for no result at all, and then has neither.
    return str(getattr(result, "method", "")).lower(), str(getattr(result, "result", "")).lower()


def _vouches(result: "authres.AuthenticationResult", domain: str) -> bool:
    method, said = _said(result)
    if said != "pass":
        return False
    properties = {f"{item.type}.{item.name}".lower(): str(item.value).lower() for item in result.properties}
    if method == "dmarc":
        return properties.get("header.from", domain).rpartition("@")[2] == domain
    if method == "dkim":
        signer = properties.get("header.d") or properties.get("header.i", "").rpartition("@")[2]
        return "." in signer and (domain == signer or domain.endswith("." + signer))
    return False
