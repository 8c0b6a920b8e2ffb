"""Signing in with OAuth as the settings say: who the app is, what is lacking, and what `doctor` tells of a token."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from medverkan.bot.settings import Server, Settings
from medverkan.mailbox.oauth import Credentials, TokenHolder, roles_of

RENEW_CERTIFICATE = timedelta(days=30)
# What each section needs its app to be allowed (Exchange Online).
ROLES = {"mailbox": "IMAP.AccessAsApp", "outgoing": "SMTP.SendAsApp", "outgoing.external": "SMTP.SendAsApp"}


def servers(settings: Settings) -> dict[str, Server]:
    """Return every section that signs in somewhere, by its name in the file."""
    outgoing = settings.outgoing
    return {"mailbox": settings.mailbox, "outgoing": outgoing, "outgoing.external": outgoing.external}


def tokens_of(server: Server, home: Path) -> TokenHolder | None:
    """Return what holds the section's token; None where it signs in with a password. Asks nobody yet."""
    oauth = server.oauth
    if oauth is None:
        return None
    certificate = str(home / oauth.certificate) if oauth.certificate else ""
    secret = oauth.client_secret.get_secret_value()
    return TokenHolder(Credentials(oauth.tenant, oauth.client_id, secret, certificate))


def lacking(settings: Settings) -> list[str]:
    """Return what is missing or too much in the sections for OAuth, one line each: the setting, the file, the mend."""
    return [
        f"[{section}.oauth] {fault} (fil: {settings.file})"
        for section, server in servers(settings).items()
        for fault in _faults(server, settings.home)
    ]


def _faults(server: Server, home: Path) -> list[str]:
    oauth = server.oauth
    if oauth is None:
        return []
    secret = bool(oauth.client_secret.get_secret_value())
    wanted = {"tenant": oauth.tenant, "client_id": oauth.client_id}
    faults = [f"{name}: saknas; lägg till raden" for name, value in wanted.items() if not value]
    if not secret and not oauth.certificate:
        faults.append("client_secret: saknas; lägg till raden, eller certificate med sökvägen till en PEM-fil")
    if secret and oauth.certificate:
        faults.append("certificate: bara ett av client_secret och certificate ska stå här; ta bort det andra")
    if oauth.certificate and not (home / oauth.certificate).is_file():
        faults.append(f"certificate: filen {home / oauth.certificate} finns inte")
    if server.password.get_secret_value():
        faults.append("tenant: password används inte när inloggningen sker med OAuth; ta bort den raden")
    return faults


def _lasts(certificate: Path, now: datetime) -> str:
    from cryptography.x509 import load_pem_x509_certificate

    last = load_pem_x509_certificate(certificate.read_bytes()).not_valid_after_utc
    soon = ". Obs: lägg upp ett nytt på appen i Entra före dess" if last - now < RENEW_CERTIFICATE else ""
    return f"; certifikatet gäller till {last:%Y-%m-%d}{soon}"


def token_found(section: str, settings: Settings) -> str:
    """Get a token for that section, and say which app got it and until when it lasts.

    Raises as `TokenHolder.current`.
    """
    tokens = tokens_of(servers(settings)[section], settings.home)
    if tokens is None:
        return "används inte"
    token = tokens.current()
    roles, wanted = roles_of(token), ROLES[section]
    ends = token.ends.astimezone(ZoneInfo(settings.hours.timezone))
    found = f"appen {tokens.client_id} är inloggad; beviset gäller till {ends:%H.%M} och förnyas av sig självt"
    if tokens.certificate:
        found += _lasts(Path(tokens.certificate), token.ends)
    if roles and wanted not in roles:
        return f"{found}. Obs: appen saknar rättigheten {wanted}; ge den i Entra och godkänn som administratör"
    return found
