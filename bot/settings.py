"""The settings: `medverkan.toml` in MEDVERKAN_HOME, each overridable by MEDVERKAN_SECTION__NAME.

Read once, then frozen.

Problems are told in Swedish with the setting, the file and the mend, never with the value of a secret.
"""

import os
import tomllib
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from medverkan.bot.sections.chat import Chat
from medverkan.bot.sections.counterpart import Counterpart
from medverkan.bot.sections.fees import Fees
from medverkan.bot.sections.follow_up import FollowUp
from medverkan.bot.sections.leads import Presence
from medverkan.bot.sections.organisations import Organisations
from medverkan.bot.sections.problems import environment_problem, problem, toml_problem
from medverkan.bot.sections.receive import Receive
from medverkan.bot.sections.report import Report
from medverkan.bot.sections.retention import Retention
from medverkan.bot.sections.sms import Sms

Security = Literal["tls", "starttls", "none"]
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
FILE_NAME = "medverkan.toml"


class SettingsError(Exception):
    """A setting that cannot be used; the message names the setting, the file and the mend."""


def _mail_address(value: str) -> str:
    local, at, domain = value.strip().lower().rpartition("@")
    if not (local and at and "." in domain) or " " in value.strip():
        raise ValueError("ska vara en e-postadress, till exempel namn@region.example")
    return value.strip().lower()


Address = Annotated[str, AfterValidator(_mail_address)]
Domains = Annotated[
    tuple[str, ...],
    AfterValidator(lambda value: tuple(own for domain in value if (own := domain.strip().lower().strip("@.")))),
]
AddressOrNone = Annotated[str, AfterValidator(lambda value: _mail_address(value) if value else "")]


class Section(BaseModel):
    """What every section is: frozen, and a misspelt name is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Oauth(Section):
    """Sign-in with a token instead of a password."""

    tenant: str = ""
    client_id: str = ""
    client_secret: SecretStr = SecretStr("")
    certificate: str = ""


class Server(Section):
    """One server to connect to."""

    host: str = ""
    port: int = Field(default=0, ge=0, le=65535)
    security: Security = "tls"
    username: str = ""
    password: SecretStr = SecretStr("")
    oauth: Oauth | None = None

    @model_validator(mode="after")
    def _no_clear_text(self) -> "Server":
        if self.security == "none" and self.host and self.host not in LOOPBACK:
            raise ValueError('security = "none" går bara mot den egna datorn; välj tls eller starttls')
        return self


class Mailbox(Server):
    """The functional mailbox."""

    address: AddressOrNone = ""
    port: int = Field(default=993, ge=0, le=65535)
    inbox: str = "INBOX"
    handled: str = "Hanterat"
    review: str = "Att granska"
    delete_registrations: bool = True
    retention_rule: str = "Praktiska anvisningar, Intressebanken 4"


class External(Server):
    """The identity that mail to other domains is sent as, since the mailbox itself may not."""

    port: int = Field(default=587, ge=0, le=65535)
    security: Security = "starttls"
    mode: Literal["send", "draft"] = "send"
    address: AddressOrNone = ""
    # The URL may hold a password.
    bounces: str = Field(default="", repr=False)


class OutgoingServer(Server):
    """Where mail to our own domains is handed over."""

    port: int = Field(default=587, ge=0, le=65535)
    security: Security = "starttls"
    internal_domains: Domains = ()
    undo_minutes: int = Field(default=10, ge=0, le=24 * 60)
    external: External = External()


class Lead(Presence):
    """One utvecklingsledare: the first in the file is asked first."""

    name: str
    email: Address
    phone: str = ""
    telegram: int = 0

    @field_validator("name")
    @classmethod
    def _named(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("saknas; skriv för- och efternamn")
        return " ".join(value.split())


class Trust(Section):
    """Whose word counts that a reply is from the lead."""

    provider: Literal["rfc8601", "exchange"] = "rfc8601"
    authserv_id: str = ""
    dkim_domains: Domains = ()


class Storage(Section):
    """Where the register lies, and its key."""

    # The URL may hold a password.
    url: str = Field(default="sqlite:///medverkan.db", repr=False)
    key_file: str = "medverkan.key"
    key: SecretStr = SecretStr("")


class Matching(Section):
    """How people are proposed."""

    only_introduced: bool = False
    synonyms: str = ""


class Hours(Section):
    """When participants may be written to."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    timezone: str = "Europe/Stockholm"
    start: time = Field(default=time(8), alias="from")
    end: time = Field(default=time(16, 30), alias="to")

    @field_validator("timezone")
    @classmethod
    def _known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(f"tidszonen {value!r} finns inte; skriv till exempel Europe/Stockholm") from error
        return value

    @model_validator(mode="after")
    def _order(self) -> "Hours":
        if self.start >= self.end:
            raise ValueError("from ska vara före to")
        return self


class Settings(BaseSettings):
    """Everything that can be set. `home` is where the database, the key and the spool lie."""

    model_config = SettingsConfigDict(
        env_prefix="MEDVERKAN_", env_nested_delimiter="__", frozen=True, extra="forbid", env_ignore_empty=True
    )

    home: Path = Path()
    file: Path = Path(FILE_NAME)
    mailbox: Mailbox = Mailbox()
    receive: Receive = Receive()
    outgoing: OutgoingServer = OutgoingServer()
    leads: tuple[Lead, ...] = ()
    trust: Trust = Trust()
    storage: Storage = Storage()
    matching: Matching = Matching()
    sms: Sms = Sms()
    chat: Chat = Chat()
    hours: Hours = Hours()
    fees: Fees = Fees()
    follow_up: FollowUp = FollowUp()
    retention: Retention = Retention()
    counterpart: Counterpart = Counterpart()
    report: Report = Report()
    organisations: Organisations = Organisations()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Let the environment win over the file, which comes in as init values."""
        return env_settings, init_settings

    @property
    def zone(self) -> ZoneInfo:
        """The zone that people's clocks show."""
        return ZoneInfo(self.hours.timezone)

    @property
    def address(self) -> str:
        """The functional mailbox's address; a placeholder where nothing is set up yet."""
        return self.mailbox.address or "intressebanken@localhost.invalid"

    def is_internal(self, domain: str) -> bool:
        """Tell whether mail to that domain may be sent from the mailbox's own address."""
        domain = domain.lower()
        return any(domain == own or domain.endswith("." + own) for own in self.outgoing.internal_domains)

    def lead(self, address: str) -> Lead | None:
        """Return the lead with that address."""
        return next((lead for lead in self.leads if lead.email == address.lower()), None)


def home_folder() -> Path:
    """Return MEDVERKAN_HOME, or the platform's folder for a user's data."""
    if home := os.environ.get("MEDVERKAN_HOME"):
        return Path(home).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("medverkan", appauthor=False)


def load(config: Path | None = None, **overrides: Any) -> Settings:
    """Read the settings. `config` names the file; without it, medverkan.toml in the home folder where there is one.

    Raises SettingsError that names the setting, the file and the mend.
    """
    home = config.absolute().parent if config and "MEDVERKAN_HOME" not in os.environ else home_folder()
    path = config.absolute() if config else home / FILE_NAME
    written: dict[str, Any] = {}
    if config or path.exists():
        written = _read(path)
    try:
        settings = Settings(**(written | overrides))
    except ValidationError as error:
        raise SettingsError("\n".join(problem(item, path) for item in error.errors(include_input=False))) from None
    except ValueError as error:
        raise SettingsError(environment_problem(error, os.environ)) from None
    # Last, since the environment's own MEDVERKAN_HOME would win with its "~" unread.
    return settings.model_copy(update={"home": home, "file": path} | overrides)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise SettingsError(f"inställningsfilen {path} finns inte") from None
    except OSError as error:
        raise SettingsError(f"inställningsfilen {path} kan inte läsas: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"inställningsfilen {path} kan inte läsas: spara den som UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"inställningsfilen {path} kan inte läsas: {toml_problem(error)}") from None
