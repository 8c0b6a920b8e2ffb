"""Read mail addresses out of header values, strictly where trust hangs on the answer.

`one_mailbox` decides whose mail it is. It has its own small grammar because `email.utils.parseaddr` reads
`lead@region.example (x) <y@evil.example>` as the lead (CVE-2023-27043); whatever is odd is nobody.
"""

import re

_MAX_HEADER = 2_000
_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,31}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDR_SPEC = re.compile(rf"({_LOCAL})@({_LABEL}(?:\.{_LABEL}){{0,30}})")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_LENIENT_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"?')
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_SPECIALS = re.compile(r'[()<>@,;:\\"\[\]]')
_SEPARATORS = re.compile(r"[,;]")
_IN_ANGLES = re.compile(r"<([^<>\s]{3,254})>")


def is_addr_spec(text: str) -> bool:
    """Tell whether the text is one plain ASCII addr-spec (RFC 5321 sizes; no quoted local parts, no literals)."""
    match = _ADDR_SPEC.fullmatch(text) if len(text) <= 254 else None
    return match is not None and len(match[1]) <= 64 and not match[1].startswith("=?")


def one_mailbox(header: str) -> str:
    """Return the one strict addr-spec of a From value, lower-cased, or "" where it is not exactly one.

    Comments, groups, lists, routes and unquoted addresses before the angle brackets all give "". A quoted display
    name may hold anything, also another address: only what stands in the brackets counts.
    """
    if len(header) > _MAX_HEADER or _CONTROL.search(header):
        return ""
    value = header.strip(" \t")
    if is_addr_spec(value):
        return value.lower()
    name, bracket, rest = _QUOTED.sub("Q", value).rpartition("<")
    if not bracket or not rest.endswith(">") or _SPECIALS.search(name):
        return ""
    # Taken from the value as written, so that a quoted string cannot have been folded into the address.
    spec = value[value.rfind("<") + 1 : -1]
    return spec.lower() if spec == rest[:-1] and is_addr_spec(spec) else ""


def mailboxes(header: str) -> tuple[str, ...]:
    """Return the addresses of a To or Cc value as far as they can be read, lower-cased; for reading, not for trust."""
    found: list[str] = []
    for piece in _SEPARATORS.split(_LENIENT_QUOTED.sub("", header)):
        angles = _IN_ANGLES.search(piece)
        spec = angles[1] if angles else piece.rpartition(":")[2].strip()
        if is_addr_spec(spec):
            found.append(spec.lower())
    return tuple(found)


def display_name(header: str) -> str:
    """Return what stands before the angle brackets, without its quotes; "" where there is none."""
    name, bracket, _ = header.rpartition("<")
    name = name.strip()
    if len(name) > 1 and name[0] == name[-1] == '"':
        name = re.sub(r"\\(.)", r"\1", name[1:-1])
    return name.strip() if bracket else ""


def domain_of(address: str) -> str:
    """Return the domain of an address, lower-cased; "" where it is not an addr-spec."""
    return address.rpartition("@")[2].lower() if is_addr_spec(address) else ""
