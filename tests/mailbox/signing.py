"""A key, the record that publishes it, and mails signed with it."""

import base64
from datetime import UTC, datetime
from functools import cache

import dkim
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

NOW = datetime.now(UTC)
MAIL = (
    b"From: Karin <karin@region.example>\r\nTo: bank@region.example\r\nSubject: SV: hej\r\n"
    b"Date: Mon, 1 Feb 2027 09:00:00 +0100\r\nMessage-ID: <1@region.example>\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\nIn-Reply-To: <2@region.example>\r\n\r\nJA 1 2\r\n\r\n> NEJ\r\n"
)
USUAL = [b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"content-type"]


@cache
def key(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def pem(bits: int = 2048) -> bytes:
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL
    return key(bits).private_bytes(encoding, form, serialization.NoEncryption())


def record(bits: int = 2048, more: str = "") -> bytes:
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    public = key(bits).public_key().public_bytes(serialization.Encoding.DER, form)
    return f"v=DKIM1; k=rsa;{more} p=".encode() + base64.b64encode(public)


def signed(raw: bytes = MAIL, domain: bytes = b"region.example", bits: int = 2048, **more: object) -> bytes:
    """Return the mail with that domain's signature on top."""
    given = {"include_headers": USUAL} | more
    return bytes(dkim.sign(raw, b"s1", domain, pem(bits), **given)) + raw
