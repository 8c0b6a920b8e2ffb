"""The gateway of the settings, as a port, and where it tells us what came. The one place that names its classes."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import TYPE_CHECKING

from medverkan.bot.parts import Parts
from medverkan.bot.ports import Beside, Channel, Telephony
from medverkan.bot.settings import Settings

if TYPE_CHECKING:
    from medverkan.bot.sms.elks import Elks

GATEWAYS = ("46elks", "kannel")
FILE = "sms.jsonl"
TIMEOUT_S = 30.0


def sms_channel(settings: Settings, timeout_s: float = TIMEOUT_S) -> Channel | None:
    """Return what SMS leave by; None where there are none."""
    own = settings.sms
    if own.provider == "none":
        return None
    if own.provider == "file":
        from medverkan.bot.sms.file import SmsFile

        return SmsFile(settings.home / (own.url or FILE))
    if own.provider == "46elks":
        return _elks(settings, timeout_s)
    from medverkan.bot.sms.kannel import Kannel
    from medverkan.bot.sms.reports import reports_address

    password = own.password.get_secret_value()
    reports = reports_address(own.public or own.incoming)
    return Kannel(own.url, own.username, password, own.sender, reports, timeout_s)


def telephony(settings: Settings, timeout_s: float = TIMEOUT_S) -> Telephony | None:
    """Return what can connect a call; None where [sms] has no telephony."""
    return _elks(settings, timeout_s) if settings.sms.provider == "46elks" else None


def _elks(settings: Settings, timeout_s: float) -> "Elks":
    from medverkan.bot.sections.sms import ELKS
    from medverkan.bot.sms.elks import Elks
    from medverkan.bot.sms.reports import calls_address, reports_address

    own = settings.sms
    return Elks(
        url=own.url or ELKS,
        username=own.username,
        password=own.password.get_secret_value(),
        sender=own.sender,
        reports=reports_address(own.public),
        calls=calls_address(own.public),
        timeout_s=timeout_s,
    )


def sms_beside(settings: Settings, parts: Parts, now: Callable[[], datetime]) -> list[Beside]:
    """Return the server that the gateway tells what came, as something beside the service; [] where none is."""
    where = settings.sms.listens
    if where is None or settings.sms.provider == "none":
        return []

    def beside(arrived: Callable[[], None]) -> AbstractAsyncContextManager[object]:
        from medverkan.bot.sms.webhook import listening

        return listening(parts, where, now, arrived)

    return [beside]


def sms_lacking(settings: Settings) -> list[str]:
    """Return what [sms] cannot do without and is not set, one line each: the setting, the mend, the file."""
    own = settings.sms
    if own.provider not in GATEWAYS:
        return []
    wanted = {"username": own.username, "password": own.password.get_secret_value(), "sender": own.sender,
              "incoming": own.incoming}  # fmt: skip
    wanted |= {"url": own.url} if own.provider == "kannel" else {}
    lines = [f"[sms] {name}: saknas; lägg till raden" for name, value in wanted.items() if not value]
    if own.sender and not own.sender.lstrip("+").isdigit():
        lines.append("[sms] sender: ska vara ett nummer; på ett namn går det inte att svara STOPP")
    return [f"{line} (fil: {settings.file})" for line in lines]


def sms_found(settings: Settings, timeout_s: float) -> str:
    """Return what `doctor` finds of [sms], in one line. Raises as Channel.check."""
    channel = sms_channel(settings, timeout_s)
    if channel is None:
        return "används inte"
    found = channel.check()
    if settings.sms.provider == "46elks" and not settings.sms.public:
        return f"{found}; utan public får vi inte veta om sms kommer fram"
    return found


def incoming_found(settings: Settings, timeout_s: float) -> str:
    """Return what `doctor` finds of [sms] incoming: whether the service listens, or could. Raises OSError."""
    from medverkan.bot.sms.reports import is_free, is_ours

    where = settings.sms.listens
    if where is None:
        return "används inte"
    listens = is_ours(where, timeout_s)
    if not listens:
        is_free(where)
    able = "tjänsten lyssnar på" if listens else "det går att lyssna på"
    return f"{able} port {where.port} för sms som kommer"
