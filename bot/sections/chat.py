"""The section [chat]: by which service leads are reached in chat. Whose chat it is, is not told here but by a code.

A chat service is somebody else's machine: only case numbers, counts and buttons ever go there (see chat/telling.py).
"""

from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, SecretStr, field_validator

from medverkan.mailbox.transport import is_loopback

TELEGRAM = "https://api.telegram.org"


class Chat(BaseModel):
    """Chat with the leads; `provider` "none" is off. `base_url` is where the bot's server is, "" for Telegram's own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    provider: Literal["none", "telegram"] = "none"
    token: SecretStr = SecretStr("")
    base_url: str = ""

    @field_validator("base_url")
    @classmethod
    def _secured(cls, value: str) -> str:
        value = value.strip().rstrip("/")
        try:
            url = urlsplit(value)
            host = url.hostname or ""
        except ValueError:
            raise ValueError(f'ska vara en adress som "{TELEGRAM}"') from None
        if value and (url.scheme not in ("http", "https") or not host):
            raise ValueError(f'ska vara en adress som "{TELEGRAM}"')
        # The token stands in every address that is asked.
        if url.scheme == "http" and not is_loopback(host):
            raise ValueError("ska börja med https://; http går bara mot den egna datorn")
        return value
