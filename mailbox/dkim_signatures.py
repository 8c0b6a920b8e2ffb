"""Checking a mail's DKIM signatures ourselves (RFC 6376, 8301), for domains whose server writes no verdict.

dkimpy does the arithmetic; what it leaves open is closed here before it is asked. A signature counts only where it
covers From, the subject, the date and how the body is to be read, and where dkimpy cuts the mail into fields just as we
do: with two readings of one mail, a signed one could be shown and another one acted on. Total; no header is believed.
"""

import contextlib
import re
from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from medverkan.mailbox.headers import Fields, split_fields

# Returns the one TXT record at a name, its strings joined; None where there is none, or no answer in time.
TxtLookup = Callable[[str], bytes | None]

MAX_BYTES = 5_000_000
MAX_HEADER = 64_000
MAX_FIELDS = 500
MAX_SIGNATURE = 4_000
SIGNATURES_MOST = 3
# dkimpy strips line ends with a pattern whose time grows with the square of such a run.
_LONG_GAP = b" " * 100
_TABS = bytes.maketrans(b"\t", b" ")
_BARE_LINE_FEED = re.compile(rb"\r?\n")
_SELECTOR = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,100}[a-z0-9_])?")
_DOMAIN = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?")
# What decides who says what to whom when: where it is there it must be signed, and there once.
_SIGNED = ("from", "date", "subject", "content-type")
_ONCE = (*_SIGNED, "message-id", "mime-version", "content-transfer-encoding", "in-reply-to", "references")
_SIGNATURE = "dkim-signature"


def signed_by(raw: bytes, domains: Collection[str], lookup: TxtLookup, now: datetime) -> tuple[str, ...]:
    """Return which of the domains, or domains below them, have signed the mail as it stands, without doubles.

    An expired signature, one over part of the body (l=), with SHA-1, a key under 1024 bits or one in test does not
    count; nor does any on a mail over 5 MB.
    """
    fields, body_at = split_fields(raw[:MAX_HEADER])
    names = [name.lower() for name, _ in fields]
    if (
        len(raw) > MAX_BYTES
        or body_at >= MAX_HEADER
        or len(fields) > MAX_FIELDS
        or any(names.count(name) > 1 for name in _ONCE)
        or _LONG_GAP in raw.translate(_TABS)
        or not _is_cut_the_same(raw, fields, body_at)
    ):
        return ()
    signatures = [value for name, value in fields if name.lower() == _SIGNATURE]
    found = []
    tried = 0
    for place, value in enumerate(signatures):
        tags = _tags(value)
        if tried < SIGNATURES_MOST and _may_count(tags, names, domains, now):
            tried += 1
            if _is_right(raw, place, tags, lookup):
                found.append(tags["d"].lower())
    return tuple(dict.fromkeys(found))


def _is_cut_the_same(raw: bytes, fields: Fields, body_at: int) -> bool:
    import dkim

    try:
        headers, body = dkim.rfc822_parse(raw)
    except (dkim.DKIMException, IndexError, ValueError):
        return False
    ours = [name.lower().encode() for name, _ in fields]
    same_names = ours == [bytes(name).lower() for name, _ in headers]
    return same_names and body == _BARE_LINE_FEED.sub(b"\r\n", raw[body_at:])


def _tags(value: bytes) -> dict[str, str]:
    """Return the tags of a signature or a key record, {} where one is there twice or it is no such list."""
    tags: dict[str, str] = {}
    if len(value) > MAX_SIGNATURE:
        return {}
    for piece in value.decode("ascii", "replace").split(";"):
        name, equals, text = piece.partition("=")
        name = name.strip()
        if name in tags or (piece.strip() and not equals):
            return {}
        if equals:
            tags[name] = text.strip()
    return tags


def _may_count(tags: Mapping[str, str], names: list[str], domains: Collection[str], now: datetime) -> bool:
    domain = tags.get("d", "").lower()
    signed = {name.strip().lower() for name in tags.get("h", "").split(":")}
    expires = tags.get("x")
    return (
        any(domain == own or domain.endswith("." + own) for own in domains)
        and _DOMAIN.fullmatch(domain) is not None
        and _SELECTOR.fullmatch(tags.get("s", "").lower()) is not None
        and tags.get("a", "").lower() == "rsa-sha256"
        and "l" not in tags
        and (expires is None or _is_later(expires, now))
        and all(name in signed for name in _SIGNED if name in names)
    )


def _is_later(seconds: str, now: datetime) -> bool:
    return seconds.isascii() and seconds.isdigit() and len(seconds) <= 12 and int(seconds) > now.timestamp()


def _is_right(raw: bytes, place: int, tags: Mapping[str, str], lookup: TxtLookup) -> bool:
    import dkim

    name = f"{tags['s']}._domainkey.{tags['d']}".lower()
    record = lookup(name)
    if not record or not _key_may_be_used(_tags(record), tags):
        return False
    # What dkimpy raises on hostile bytes is more than its own errors, and none of it says more than no.
    with contextlib.suppress(Exception):
        return bool(dkim.DKIM(raw).verify(idx=place, dnsfunc=lambda _name, timeout=0: record))
    return False


def _key_may_be_used(key: Mapping[str, str], tags: Mapping[str, str]) -> bool:
    """Tell whether the key is no test (t=y), is for mail, and allows whom the signature names (t=s; RFC 6376 3.6.1)."""
    flags = {flag.strip() for flag in key.get("t", "").split(":")}
    services = {service.strip() for service in key.get("s", "*").split(":")}
    named = tags.get("i", "").rpartition("@")[2].lower() or tags["d"].lower()
    strict = "s" not in flags or named == tags["d"].lower()
    return bool(key.get("p")) and "y" not in flags and strict and bool(services & {"*", "email"})
