"""The servers of the settings, as ports: which class stands for which section. The one place that names adapters."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from medverkan.bot.chat.adapters import chat_channel, chat_lacking
from medverkan.bot.ports import Channel, Receiving, Sender, Source
from medverkan.bot.sections.bounces import bounce_box
from medverkan.bot.settings import Server, Settings, SettingsError
from medverkan.bot.sign_in import lacking, tokens_of
from medverkan.bot.sms.adapters import sms_channel, sms_lacking

if TYPE_CHECKING:
    from medverkan.bot.parts import Parts

TIMEOUT_S = 60.0


def source_of(settings: Settings, timeout_s: float = TIMEOUT_S) -> Source:
    """Return the watched mailbox. Raises SettingsError where it is not set up."""
    from medverkan.mailbox.imap import ImapSource

    mailbox = settings.mailbox
    username = _username(mailbox, mailbox.address)
    _require(settings, "mailbox", address=mailbox.address, host=mailbox.host, username=username)
    return ImapSource(
        host=mailbox.host,
        port=mailbox.port,
        security=mailbox.security,
        username=username,
        password=mailbox.password.get_secret_value(),
        inbox=mailbox.inbox,
        account=f"{username}@{mailbox.host}",
        timeout_s=timeout_s,
        tokens=tokens_of(mailbox, settings.home),
    )


def bounces_of(settings: Settings, timeout_s: float = TIMEOUT_S) -> Source | None:
    """Return the mailbox where bounces to the external identity arrive; None where that is the functional one."""
    from medverkan.mailbox.imap import ImapSource

    box = bounce_box(settings)
    if box is None:
        return None
    return ImapSource(
        host=box.host,
        port=box.port,
        security=box.security,
        username=box.username,
        password=box.password,
        inbox=box.inbox,
        account=box.account,
        timeout_s=timeout_s,
    )


def has_mailbox(settings: Settings) -> bool:
    """Tell whether a mailbox is to be watched: always, unless mail is pushed to us and none is named."""
    return bool(settings.mailbox.host or not settings.receive.listen)


def receiving_of(settings: Settings) -> Receiving | None:
    """Return the server that takes mail pushed to us; None where [receive] is not set up."""
    if not settings.receive.listen:
        return None
    from medverkan.mailbox.receiving import receiving

    return partial(receiving, settings.receive.listener(settings.home), settings.address)


def internal_sender(settings: Settings, timeout_s: float = TIMEOUT_S) -> Sender | None:
    """Return the mailbox's own identity; None where [outgoing] is not set up."""
    own = settings.outgoing
    return _sender(own, settings.mailbox.address, settings.home, timeout_s) if own.host else None


def external_sender(settings: Settings, timeout_s: float = TIMEOUT_S) -> Sender | None:
    """Return the identity for other domains; None where there is none, or drafts are made instead."""
    external = settings.outgoing.external
    is_used = external.host and external.mode == "send"
    return _sender(external, external.address, settings.home, timeout_s) if is_used else None


def channels_of(settings: Settings, parts: "Parts") -> dict[str, Channel]:
    """Return what messages leave by besides mail, by the channel in the outbox."""
    channels = {"sms": sms_channel(settings), "chat": chat_channel(settings, parts)}
    return {name: channel for name, channel in channels.items() if channel}


def _username(server: Server, address: str) -> str:
    # With a token the mailbox itself is named; whose token it is the token says.
    return server.username or (address if server.oauth else "")


def _sender(server: Server, address: str, home: Path, timeout_s: float) -> Sender:
    from medverkan.mailbox.smtp import SmtpSender

    return SmtpSender(
        host=server.host,
        port=server.port,
        security=server.security,
        username=_username(server, address),
        password=server.password.get_secret_value(),
        address=address,
        timeout_s=timeout_s,
        tokens=tokens_of(server, home),
    )


def check_complete(settings: Settings) -> list[str]:
    """Return what a service cannot do without and is not set, one line each: the setting, the file, the mend."""
    outgoing, external = settings.outgoing, settings.outgoing.external
    wanted = {
        "[mailbox] address": settings.mailbox.address,
        "[outgoing] host": outgoing.host,
        "[outgoing] internal_domains": outgoing.internal_domains,
        "[[leads]] name, email": settings.leads,
    }
    if has_mailbox(settings) or external.mode == "draft":
        wanted |= {
            "[mailbox] host": settings.mailbox.host,
            "[mailbox] username": _username(settings.mailbox, settings.address),
        }
    if settings.trust.provider == "rfc8601" and not settings.trust.dkim_domains:
        wanted["[trust] authserv_id"] = settings.trust.authserv_id
    if external.mode == "send":
        wanted |= {"[outgoing.external] address": external.address, "[outgoing.external] host": external.host}
    lines = [f"{name}: saknas; lägg till raden (fil: {settings.file})" for name, value in wanted.items() if not value]
    if external.mode == "send" and external.address and external.address.lower() == settings.mailbox.address.lower():
        lines.append(
            f"[outgoing.external] address: får inte vara brevlådans egen adress, den får inte skicka externt "
            f"(fil: {settings.file})"
        )
    lines += _same_folders(settings)
    lines += lacking(settings)
    lines += sms_lacking(settings)
    try:
        bounce_box(settings)
    except SettingsError as error:
        lines.append(str(error))
    return lines + chat_lacking(settings)


def _same_folders(settings: Settings) -> list[str]:
    """Return the lines on folders that would be one: what is moved there would be read as new, or be mixed up."""
    own = settings.mailbox
    folders = {"inbox": own.inbox, "handled": own.handled, "review": own.review}
    names = list(folders)
    lines = [
        f"[mailbox] {name}: får inte vara tom; skriv mappens namn (fil: {settings.file})"
        for name in names
        if not folders[name].strip()
    ]
    return lines + [
        f"[mailbox] {name}: får inte vara samma mapp som {other} (fil: {settings.file})"
        for at, name in enumerate(names)
        for other in names[:at]
        if folders[name].strip() and folders[name].casefold() == folders[other].casefold()
    ]


def _require(settings: Settings, section: str, **values: str) -> None:
    for name, value in values.items():
        if not value:
            raise SettingsError(f"[{section}] {name}: saknas; lägg till raden (fil: {settings.file})")
