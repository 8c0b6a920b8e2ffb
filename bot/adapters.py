"""The servers of the settings, as ports: which class stands for which section. The one place that names adapters."""

from functools import partial

from medverkan.bot.ports import Receiving, Sender, Source
from medverkan.bot.settings import Server, Settings, SettingsError

TIMEOUT_S = 60.0


def source_of(settings: Settings, timeout_s: float = TIMEOUT_S) -> Source:
    """Return the watched mailbox. Raises SettingsError where it is not set up."""
    from medverkan.mailbox.imap import ImapSource

    mailbox = settings.mailbox
    _require(settings, "mailbox", address=mailbox.address, host=mailbox.host, username=mailbox.username)
    return ImapSource(
        host=mailbox.host,
        port=mailbox.port,
        security=mailbox.security,
        username=mailbox.username,
        password=mailbox.password.get_secret_value(),
        inbox=mailbox.inbox,
        account=f"{mailbox.username}@{mailbox.host}",
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
    return _sender(settings.outgoing, settings.mailbox.address, timeout_s) if settings.outgoing.host else None


def external_sender(settings: Settings, timeout_s: float = TIMEOUT_S) -> Sender | None:
    """Return the identity for other domains; None where there is none, or drafts are made instead."""
    external = settings.outgoing.external
    return _sender(external, external.address, timeout_s) if external.host and external.mode == "send" else None


def _sender(server: Server, address: str, timeout_s: float) -> Sender:
    from medverkan.mailbox.smtp import SmtpSender

    return SmtpSender(
        host=server.host,
        port=server.port,
        security=server.security,
        username=server.username,
        password=server.password.get_secret_value(),
        address=address,
        timeout_s=timeout_s,
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
        wanted |= {"[mailbox] host": settings.mailbox.host, "[mailbox] username": settings.mailbox.username}
    if settings.trust.provider == "rfc8601":
        wanted["[trust] authserv_id"] = settings.trust.authserv_id
    if external.mode == "send":
        wanted |= {"[outgoing.external] address": external.address, "[outgoing.external] host": external.host}
    lines = [f"{name}: saknas; lägg till raden (fil: {settings.file})" for name, value in wanted.items() if not value]
    if external.mode == "send" and external.address and external.address.lower() == settings.mailbox.address.lower():
        lines.append(
            f"[outgoing.external] address: får inte vara brevlådans egen adress, den får inte skicka externt "
            f"(fil: {settings.file})"
        )
    servers = {"mailbox": settings.mailbox, "outgoing": outgoing, "outgoing.external": external}
    lines += [
        f"[{section}.oauth]: inloggning med OAuth finns inte i den här versionen än; använd username och password "
        f"och ta bort avsnittet (fil: {settings.file})"
        for section, server in servers.items()
        if server.oauth is not None
    ]
    coming = {
        "[sms] provider": settings.sms.provider != "none",
        "[chat] provider": settings.chat.provider != "none",
        "[trust] dkim_domains": settings.trust.dkim_domains,
        "[outgoing.external] bounces": external.bounces,
    }
    lines += [
        f"{name}: stöds inte i den här versionen; ta bort raden (fil: {settings.file})"
        for name, value in coming.items()
        if value
    ]
    return lines


def _require(settings: Settings, section: str, **values: str) -> None:
    for name, value in values.items():
        if not value:
            raise SettingsError(f"[{section}] {name}: saknas; lägg till raden (fil: {settings.file})")
