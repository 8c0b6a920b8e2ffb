"""`medverkan chat`: links a lead's private chat by a code that is told to them, and unlinks it."""

from datetime import UTC, datetime
from pathlib import Path

from medverkan.bot import show
from medverkan.bot.chat.links import CODE_LASTS, chat_of, new_code
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import Lead, SettingsError, load


def link(config: Path | None, address: str, as_json: bool) -> int:
    """Print a code that links the chat it is written in to that lead. Raises SettingsError."""
    parts = open_parts(load(config))
    try:
        lead = _lead(parts, address)
        if parts.settings.chat.provider == "none":
            raise SettingsError('[chat] provider: chatten är avstängd; skriv provider = "telegram" och token')
        if lead.telegram:
            raise SettingsError(f"[[leads]] telegram: chatten för {lead.email} står i filen; sätt 0 för att byta")
        with parts.store.transaction() as books:
            code = new_code(books, lead, datetime.now(UTC))
            books.audit.add("chat-code", "operator", datetime.now(UTC), detail={"lead": lead.email})
    finally:
        parts.close()
    minutes = int(CODE_LASTS.total_seconds() // 60)
    if as_json:
        show.document({"lead": lead.email, "code": code, "minutes": minutes})
        return 0
    show.lines([f"/start {code}"])
    show.say(
        f"Låt {lead.email} skriva raden i sin egen chatt med boten, inom {minutes} minuter. Tjänsten måste vara igång. "
        "Svarar boten inte är koden fel eller för gammal: ta då en ny."
    )
    return 0


def unlink(config: Path | None, address: str) -> int:
    """End the link to that lead's chat at once, also of somebody who is no lead any more. Raises SettingsError."""
    parts = open_parts(load(config))
    try:
        settings, now = parts.settings, datetime.now(UTC)
        with parts.store.transaction() as books:
            lead = settings.lead(address.strip())
            if lead and lead.telegram and chat_of(books, settings, lead):
                raise SettingsError(f"[[leads]] telegram: chatten för {lead.email} står i filen; ta bort den där")
            was_linked = books.chats.unlink(address)
            if was_linked:
                books.audit.add("chat-unlinked", "operator", now, detail={"lead": address.strip().lower()})
    finally:
        parts.close()
    show.say("Chatten är bortkopplad." if was_linked else "Ingen chatt var kopplad; en kod som väntade gäller inte.")
    return 0


def _lead(parts: Parts, address: str) -> Lead:
    lead = parts.settings.lead(address.strip())
    if lead is None:
        known = ", ".join(one.email for one in parts.settings.leads) or "ingen"
        raise SettingsError(f"[[leads]]: {address} är inte utvecklingsledare; i filen står {known}")
    return lead
