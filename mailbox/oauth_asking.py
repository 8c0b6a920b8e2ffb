"""Asks the sign-in service for one token; run as a process of its own by `oauth`, which says why.

The question comes as JSON on standard input, and so does the answer on standard output: {"token", "expires_in"}, or
{"refused": [codes]}, or {"later": why}. Nothing else is ever written: a traceback could hold the secret.
"""

import json
import logging
import sys
from pathlib import Path
from typing import Any

_TRANSIENT = ("temporarily_unavailable", "server_error", "timeout")


def ask(asked: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to one question. Total."""
    import msal
    import requests

    try:
        credential = _credential(asked)
    except (OSError, ValueError):
        return {"refused": ["certificate"]}
    try:
        app = msal.ConfidentialClientApplication(
            asked["client_id"],
            client_credential=credential,
            authority=f"{asked['authority']}/{asked['tenant']}",
            # The authority is ours or Microsoft's own; asking Microsoft whether it is known would be one trip more.
            instance_discovery=False,
            timeout=asked["timeout_s"],
        )
    except requests.RequestException:
        return {"later": "network"}
    except (ValueError, KeyError, TypeError) as error:
        return {
            "refused": ["certificate" if asked["certificate"] and "certificate" in str(error).lower() else "tenant"]
        }
    try:
        return _answer(app.acquire_token_for_client(scopes=[asked["scope"]]))
    except requests.RequestException:
        return {"later": "network"}
    except (ValueError, KeyError, TypeError, RuntimeError):
        return {"later": "answer"}


def _credential(asked: dict[str, Any]) -> Any:
    if not asked["certificate"]:
        return asked["client_secret"]
    from cryptography.hazmat.primitives.serialization import load_pem_private_key
    from cryptography.x509 import load_pem_x509_certificate

    pem = Path(asked["certificate"]).read_text("ascii")
    load_pem_private_key(pem.encode(), None)
    load_pem_x509_certificate(pem.encode())
    begin, end = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
    # The first certificate is the app's own; msal computes its thumbprint.
    certificate = begin + pem.partition(begin)[2].partition(end)[0] + end
    return {"private_key": pem, "public_certificate": certificate}


def _answer(said: Any) -> dict[str, Any]:
    if not isinstance(said, dict):
        return {"later": "answer"}
    if "access_token" in said:
        return {"token": said["access_token"], "expires_in": int(said.get("expires_in", 0))}
    if said.get("error") in _TRANSIENT:
        return {"later": "service"}
    codes = said.get("error_codes")
    return {"refused": [str(code) for code in codes] if isinstance(codes, list) else [str(said.get("error", ""))]}


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    try:
        answer = ask(json.loads(sys.stdin.read()))
    except Exception:  # noqa: BLE001 - whatever it is, its text must not get out
        answer = {"later": "unexpected"}
    sys.stdout.write(json.dumps(answer))
