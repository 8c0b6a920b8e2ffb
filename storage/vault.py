"""Sealing of what tells who somebody is and what they have told: AES-256-GCM per field, row and column bound in.

The master key never touches the database. Three keys are derived from it, so that a look-up value or a case token
tells nothing about the sealing key. Losing the key is losing the register: `doctor` and the handbook say so.
"""

import base64
import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

VERSION = b"\x01"
NONCE_BYTES = 12
# What sealing adds to a text: version, nonce and tag.
SEAL_BYTES = len(VERSION) + NONCE_BYTES + 16
KEY_BYTES = 32
TOKEN_BYTES = 16


class VaultError(Exception):
    """A key that cannot be used, or a sealed value that does not open; the message never holds either."""


class Vault:
    """Seals and opens fields, makes look-up values, and signs case tokens, all from one 32-byte master key."""

    def __init__(self, master: bytes) -> None:
        if len(master) != KEY_BYTES:
            raise VaultError("nyckeln ska vara 32 byte")
        self._aead = AESGCM(_derive(master, b"seal"))
        self._lookup_key = _derive(master, b"lookup")
        self._token_key = _derive(master, b"token")

    def seal(self, place: str, plain: bytes) -> bytes:
        """Return `plain` sealed for `place` ("table.column:row id"); it opens nowhere else."""
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + nonce + self._aead.encrypt(nonce, plain, VERSION + place.encode())

    def open(self, place: str, sealed: bytes) -> bytes:
        """Return what was sealed for `place`. Raises VaultError for another key, another place or a changed byte."""
        version, nonce, box = sealed[:1], sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        try:
            return self._aead.decrypt(nonce, box, version + place.encode())
        except (InvalidTag, ValueError) as error:
            raise VaultError(
                f"det förseglade fältet {place.split(':', maxsplit=1)[0]} går inte att öppna med nyckeln"
            ) from error

    def lookup(self, kind: str, value: str) -> str:
        """Return a keyed hash (HMAC-SHA256, hex) to find a sealed value by, e.g. kind "email"."""
        return hmac.new(self._lookup_key, _encoded(f"{kind}\0{value}"), hashlib.sha256).hexdigest()

    def sign(self, text: str) -> str:
        """Return a 128-bit signature of `text`: 26 characters of a–z and 2–7, safe in a Message-ID and a subject."""
        digest = hmac.new(self._token_key, _encoded(text), hashlib.sha256).digest()[:TOKEN_BYTES]
        return base64.b32encode(digest).decode().rstrip("=").lower()

    def signed(self, text: str, signature: str) -> bool:
        """Tell in constant time whether `signature` is ours for `text`."""
        return hmac.compare_digest(self.sign(text).encode(), _encoded(signature.lower()))


def _encoded(text: str) -> bytes:
    # What is looked up comes from mail too, and a broken header gives lone surrogates.
    return text.encode("utf-8", "surrogatepass")


def _derive(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"medverkan " + purpose).derive(master)


def read_key(text: str) -> bytes:
    """Return the master key written as base64 or hex. Raises VaultError without repeating the text."""
    text = text.strip()
    try:
        key = bytes.fromhex(text) if len(text) == 2 * KEY_BYTES else base64.b64decode(text, validate=True)
    except ValueError as error:
        raise VaultError("nyckeln är varken base64 eller hexadecimal") from error
    if len(key) != KEY_BYTES:
        raise VaultError("nyckeln ska vara 32 byte, skrivna som base64 eller hexadecimalt")
    return key


def load_or_make_key(path: Path) -> bytes:
    """Return the key in `path`, made with 0600 at the first start. Raises VaultError when it cannot be read.

    The key is written beside and then linked into place: of two that start at once both get the same whole key, and
    one that dies leaves no half of one.
    """
    try:
        return read_key(path.read_text("ascii", errors="replace"))
    except FileNotFoundError:
        _make_key(path)
    except OSError as error:
        raise VaultError(f"nyckelfilen {path} kan inte läsas: {error.strerror}") from error
    return read_key(path.read_text("ascii", errors="replace"))


def _make_key(path: Path) -> None:
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(base64.b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        # A link, unlike a rename, never takes the place of a key that another start has made meanwhile.
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise VaultError(f"nyckelfilen {path} kan inte skapas: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    # Without it the name of a key that has already sealed something could be lost with the power.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
