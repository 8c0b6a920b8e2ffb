"""Asking the name service for a TXT record, as DKIM keys are published. Never raises: no answer is no key.

dnspython is loaded at the first question; a register that has no need of this never pays for it.
"""

from functools import cache
from typing import Any

TIMEOUT_S = 5.0
MAX_BYTES = 4_000


def txt_record(name: str) -> bytes | None:
    """Return the one TXT record at that name, its strings joined; None where there is none, several, or no answer."""
    import dns.exception

    try:
        answer = _resolver().resolve(name + ".", "TXT", lifetime=TIMEOUT_S, search=False)
        records = [b"".join(record.strings) for record in answer]
    except (dns.exception.DNSException, OSError, ValueError):
        return None
    return records[0] if len(records) == 1 and len(records[0]) <= MAX_BYTES else None


@cache
def _resolver() -> Any:
    import dns.resolver

    resolver = dns.resolver.Resolver()
    resolver.cache = dns.resolver.LRUCache(100)
    return resolver
