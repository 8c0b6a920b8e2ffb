"""The section [sms]: by which gateway text messages leave, and where we are told of those that come.

What comes is handed to us by HTTP on this machine only, on a path that cannot be guessed and with a password: a
gateway signs nothing, so these two are all that tells its word from anybody's. A reverse proxy in front has the TLS.
"""

import re
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator

from medverkan.mailbox.transport import is_loopback

ELKS = "https://api.46elks.com/a1"
FORM = 'ska skrivas som "http://namn:lösenord@127.0.0.1:8046/slumpad-sökväg"'
SHORTEST_PATH, SHORTEST_PASSWORD = 16, 12
_PATH = re.compile(r"/[A-Za-z0-9/_-]+")
_SENDER = re.compile(r"\+[1-9]\d{6,14}|(?=.*[A-Za-z])[A-Za-z0-9]{1,11}|\d{3,6}")


@dataclass(frozen=True, slots=True)
class Incoming:
    """Where the gateway tells us of SMS that came, and of those that arrived."""

    host: str
    port: int
    path: str
    username: str
    password: str = field(repr=False)


class Sms(BaseModel):
    """Text messages; `provider` "none" sends none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    provider: Literal["none", "file", "46elks", "kannel"] = "none"
    url: str = ""
    username: str = ""
    password: SecretStr = SecretStr("")
    sender: str = ""
    # Both may hold a password. `public` is the address that the gateway reaches `incoming` by.
    incoming: str = Field(default="", repr=False)
    public: str = Field(default="", repr=False)

    @field_validator("url", "public")
    @classmethod
    def _address(cls, value: str) -> str:
        return value.strip().rstrip("/")

    @field_validator("public")
    @classmethod
    def _secured(cls, value: str) -> str:
        if value and not value.startswith("https://"):
            raise ValueError("ska börja med https://")
        return value

    @field_validator("sender")
    @classmethod
    def _sender(cls, value: str) -> str:
        value = re.sub(r"[\s-]", "", value)
        if value and not _SENDER.fullmatch(value):
            raise ValueError('ska vara ett nummer som "+46…", eller högst elva bokstäver a–z och siffror')
        return value

    @field_validator("incoming")
    @classmethod
    def _guarded(cls, value: str) -> str:
        if value.strip():
            _parts(value.strip())
        return value.strip()

    @model_validator(mode="after")
    def _no_clear_text(self) -> "Sms":
        url = urlsplit(self.url) if self.provider in ("46elks", "kannel") else urlsplit("")
        if self.url and self.provider in ("46elks", "kannel") and url.scheme not in ("http", "https"):
            raise ValueError("url ska börja med https:// eller http://")
        if self.provider == "46elks" and url.scheme == "http" and not is_loopback(url.hostname or ""):
            raise ValueError("url ska börja med https://; http går bara mot den egna datorn")
        return self

    @property
    def listens(self) -> Incoming | None:
        """Return where we listen; None where nothing is taken in."""
        return _parts(self.incoming) if self.incoming else None


def _parts(value: str) -> Incoming:
    """Take the URL apart. Raises ValueError that repeats nothing of it."""
    try:
        url = urlsplit(value)
        host, port = url.hostname or "", url.port or 0
    except ValueError:
        raise ValueError(FORM) from None
    if url.scheme != "http" or not host or not port or not _PATH.fullmatch(url.path) or url.query or url.fragment:
        raise ValueError(FORM)
    if not is_loopback(host):
        raise ValueError("går bara på den egna datorn (127.0.0.1); sätt en omvänd proxy med TLS framför")
    path, password = url.path.rstrip("/"), unquote(url.password or "")
    if len(path.rpartition("/")[2]) < SHORTEST_PATH:
        raise ValueError(f"sökvägen ska sluta med minst {SHORTEST_PATH} slumpade bokstäver och siffror")
    if not url.username or len(password) < SHORTEST_PASSWORD:
        raise ValueError(f"{FORM}; lösenordet ska ha minst {SHORTEST_PASSWORD} tecken")
    return Incoming(host, port, path, unquote(url.username), password)
