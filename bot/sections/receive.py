"""The section [receive]: mail pushed to us. Who may reach the port can claim to be our border server.

So it listens on this machine only, unless a certificate and the servers that may connect are named.
"""

import ipaddress
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, field_validator, model_validator

from medverkan.mailbox.receiving_values import Listen

FORM = 'ska skrivas som "lmtp://127.0.0.1:8024" eller "smtp://127.0.0.1:8025"'


class Receive(BaseModel):
    """Where mail is pushed to us; `listen` "" takes none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    listen: str = ""
    certificate: str = ""
    key_file: str = ""
    relays: tuple[str, ...] = ()

    @field_validator("listen")
    @classmethod
    def _address(cls, value: str) -> str:
        value = value.strip()
        if value:
            _parts(value)
        return value

    @field_validator("relays")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for relay in value:
            try:
                ipaddress.ip_network(relay, strict=False)
            except ValueError:
                raise ValueError('ska vara en lista med ip-adresser, till exempel ["10.20.0.25"]') from None
        return value

    @model_validator(mode="after")
    def _guarded(self) -> "Receive":
        if self.listen and not _is_loopback(_parts(self.listen)[1]) and not (self.certificate and self.relays):
            raise ValueError(
                "listen på en annan adress än den egna datorn (127.0.0.1) går bara med certificate, och med relays: "
                "de servrar som får lämna mejl"
            )
        return self

    @property
    def protocol(self) -> str:
        """Return "lmtp" or "smtp", "" where no mail is pushed to us."""
        return _parts(self.listen)[0] if self.listen else ""

    def listener(self, home: Path) -> Listen:
        """Return what the server is to do; files are relative to `home`."""
        protocol, host, port = _parts(self.listen)
        return Listen(
            protocol,
            host,
            port,
            relays=self.relays,
            certificate=home / self.certificate if self.certificate else None,
            key=home / self.key_file if self.key_file else None,
        )


def _parts(listen: str) -> tuple[Literal["lmtp", "smtp"], str, int]:
    try:
        url = urlsplit(listen)
        host, port, protocol = url.hostname, url.port, url.scheme
    except ValueError:
        raise ValueError(FORM) from None
    plain = not (url.path.strip("/") or url.query or url.fragment or url.username)
    if protocol not in ("lmtp", "smtp") or not host or not port or not plain:
        raise ValueError(FORM)
    if host != "localhost":
        try:
            ipaddress.ip_address(host)
        except ValueError:
            raise ValueError(f"{FORM}; datorn anges med ip-adress") from None
    return ("lmtp" if protocol == "lmtp" else "smtp"), host, port


def _is_loopback(host: str) -> bool:
    return host == "localhost" or ipaddress.ip_address(host).is_loopback
