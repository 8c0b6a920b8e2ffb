"""Whether the mail system vouches that a mail's From is true. Without that, no mail causes anything but a question.

Only what our own receiving server wrote counts: the topmost Authentication-Results with its name (RFC 8601 4.1, 5),
spelt just as the server spells it and above all that the author wrote, or what Exchange stamps. SPF alone never counts,
since it says nothing about From; nor does ARC, which says what a stranger saw. For domains where our server writes no
verdict the signature is checked here (`proven`). The border server must take away headers in its own name (RFC 8601 5).
"""

import re
from dataclasses import replace
from datetime import datetime

import authres

from medverkan.bot.settings import Trust
from medverkan.mailbox.addresses import domain_of
from medverkan.mailbox.dkim_signatures import TxtLookup, signed_by
from medverkan.mailbox.values import Letter

# Enough for every real header; a longer one is somebody's try.
HEADER_CAP = 8_000
HEADERS_MOST = 20
_COMMENT = re.compile(r"\([^()]*\)")
_BY = re.compile(r"\bby\s{1,9}([a-z0-9.-]{1,253})", re.IGNORECASE)
_MICROSOFT = (".outlook.com", ".office365.com")
_NAME = re.compile(r"[A-Za-z0-9._-]{1,253}(?: [0-9])?")
_DOMAIN_ALONE = re.compile(r"\s*[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}\s*", re.IGNORECASE)
_RESULTS, _AUTH_AS = "authentication-results", "x-ms-exchange-organization-authas"
AUTHOR_HEADERS = frozenset({"from", "to", "subject", "date", "message-id", "mime-version"})


def is_vouched(letter: Letter, trust: Trust) -> bool:
    """Tell whether the mail system vouches for the one address in From. False where there is not exactly one."""
    if not letter.sender:
        return False
    domain = domain_of(letter.sender)
    if not _has_verdict(letter, trust):
        return any(_is_aligned(signer, domain) for signer in letter.signed_by)
    if trust.provider == "exchange":
        return _is_internal_submission(letter) or _passes(_exchange_results(letter), domain)
    return _passes(_own_results(letter, trust.authserv_id), domain)


def proven(letter: Letter, raw: bytes, trust: Trust, lookup: TxtLookup, now: datetime) -> Letter:
    """Return the letter with who signed it, looked into only where the answer may count.

    That is where the sender is of one of `dkim_domains` and our server wrote no verdict. Asks the name service.
    """
    domain = domain_of(letter.sender)
    if not any(domain == own or domain.endswith("." + own) for own in trust.dkim_domains):
        return letter
    if _has_verdict(letter, trust):
        return letter
    return replace(letter, signed_by=signed_by(raw, trust.dkim_domains, lookup, now))


def written_by(letter: Letter) -> tuple[str, ...]:
    """Return who each Authentication-Results header says that it is from, as spelt, topmost first; "" for nobody.

    Only what could be a name: the text is for a person to read.
    """
    names = (value[:HEADER_CAP].split(";", 1)[0].strip() for value in letter.header_all(_RESULTS)[:HEADERS_MOST])
    return tuple(name if _NAME.fullmatch(name) else "" for name in names)


def _has_verdict(letter: Letter, trust: Trust) -> bool:
    """Tell whether there is anything that our server may have written, whatever it says and however it is spelt."""
    if trust.provider == "exchange":
        # "Anonymous" only says that it came from outside.
        internal = any(stamp.strip().lower() == "internal" for stamp in letter.header_all(_AUTH_AS))
        return internal or bool(letter.header_all(_RESULTS))
    own = trust.authserv_id.lower()
    return bool(own) and any(_server(value) == own for value in letter.header_all(_RESULTS))


def _server(value: str) -> str:
    """Return who a header says that it is from, leniently: comments, versions and capitals left out."""
    name = _COMMENT.sub(" ", value[:HEADER_CAP]).split(";", 1)[0].split()
    return name[0].partition("/")[0].lower() if name else ""


def _own_results(letter: Letter, authserv_id: str) -> str:
    """Return our server's topmost header, "" where it is not spelt as the server does, or below what an author writes.

    Our server writes one spelling and writes on top. Capitals, comments or versions are what somebody tries who knows
    that the server takes away its own name where a stranger has used it. Where two in its name contradict each other,
    one of them is false.
    """
    ours = [value for value in letter.header_all(_RESULTS) if _server(value) == authserv_id.lower()]
    if not ours or not _stands_on_top(letter, ours[0]) or any(_refuses(value) for value in ours[:HEADERS_MOST]):
        return ""
    spelt = ours[0].split(";", 1)[0].strip()
    return ours[0] if spelt in (authserv_id, f"{authserv_id} 1") else ""


def _stands_on_top(letter: Letter, value: str) -> bool:
    """Tell whether that Authentication-Results header stands above everything that an author writes."""
    for name, written in letter.headers:
        if name.lower() == _RESULTS and written == value:
            return True
        if name.lower() in AUTHOR_HEADERS:
            return False
    return False


def _exchange_results(letter: Letter) -> str:
    """Return Microsoft's topmost header, which has no authserv-id of its own; "" where it may be somebody else's.

    Exchange on servers of one's own writes none, so that there the topmost would have come with the mail: every server
    that has carried it since must be Microsoft's.
    """
    for name, value in letter.headers:
        lower = name.lower()
        if lower in AUTHOR_HEADERS or (lower == "received" and not _is_microsofts(value)):
            return ""
        if lower == _RESULTS:
            # The receiving domain once stood between the results, alone.
            pieces = [piece for piece in value.split(";") if not _DOMAIN_ALONE.fullmatch(piece)]
            return f"exchange.invalid; {';'.join(pieces)}" if "=" in value.split(";", 1)[0] else ""
    return ""


def _is_microsofts(received: str) -> bool:
    """Tell whether a server of Microsoft's wrote that Received header; what its client says of itself stands first."""
    hosts = _BY.findall(received[:HEADER_CAP])
    return bool(hosts) and str(hosts[-1]).lower().endswith(_MICROSOFT)


def _is_internal_submission(letter: Letter) -> bool:
    """Tell whether Exchange stamped the mail as submitted by somebody logged in, once and above what the author wrote.

    Exchange removes such headers from mail that comes from outside ("header firewall"); the position guards where a
    relay before it does not.
    """
    stamps = letter.header_all(_AUTH_AS)
    if [stamp.strip().lower() for stamp in stamps] != ["internal"]:
        return False
    for name, _ in letter.headers:
        if name.lower() == _AUTH_AS:
            return True
        if name.lower() in AUTHOR_HEADERS:
            return False
    return False


def _passes(value: str, domain: str) -> bool:
    results = _results(value)
    # Whatever else passed: where DMARC failed, the owner of the domain does not accept it as theirs.
    return not _refuses(value) and any(_vouches(result, domain) for result in results)


def _refuses(value: str) -> bool:
    return any(_said(result) == ("dmarc", "fail") for result in _results(value))


def _results(value: str) -> "list[authres.AuthenticationResult]":
    """Return what a header says, [] where it is no such header."""
    if not value or len(value) > HEADER_CAP:
        return []
    try:
        # Some servers end the header with a semicolon, which the grammar does not know.
        return list(authres.AuthenticationResultsHeader.parse_value(value.rstrip("; \t\r\n")).results)
    except (authres.AuthResError, ValueError, IndexError, AttributeError, RecursionError):
        return []


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
        return _is_aligned(signer, domain)
    return False


def _is_aligned(signer: str, domain: str) -> bool:
    """Tell whether who signed may speak for the domain in From: itself, or a domain that it is part of."""
    return "." in signer and (domain == signer or domain.endswith("." + signer))
