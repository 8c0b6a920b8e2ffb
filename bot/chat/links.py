"""Whose chat it is: a listed lead's, linked by a one-time code, or named in the settings. Asked anew every time.

A lead who is taken out of the settings has no chat any more, whatever the register says.
"""

import secrets
from datetime import datetime, timedelta

from medverkan.bot.settings import Lead, Settings
from medverkan.storage.books import Books

CODE_LASTS = timedelta(minutes=15)
# Neither 0 and o nor 1, i and l: it is read from one screen and typed on another.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 12


def new_code(books: Books, lead: Lead, now: datetime) -> str:
    """Return a code that links the chat it is written in to that lead, once, within fifteen minutes."""
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    books.chats.expect(lead.email, code, now + CODE_LASTS)
    return "-".join(code[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def link(books: Books, settings: Settings, code: str, chat: str, now: datetime) -> Lead | None:
    """Link that chat to the lead whose code it is; None where it is nobody's, or too old."""
    plain = "".join(letter for letter in code.lower() if letter in LETTERS)
    # Whose chat the settings name is told there.
    leads = {lead.email: lead for lead in settings.leads if not lead.telegram}
    return leads.get(books.chats.link(leads, plain, chat, now))


def chat_of(books: Books, settings: Settings, lead: Lead) -> str:
    """Return where that lead is reached in chat; "" where nowhere."""
    if settings.chat.provider == "none" or settings.lead(lead.email) is None:
        return ""
    return str(lead.telegram) if lead.telegram else books.chats.chat_of(lead.email)


def lead_of(books: Books, settings: Settings, chat: str) -> Lead | None:
    """Return the lead whose chat it is; None where it is a stranger's."""
    return next((lead for lead in settings.leads if chat and chat_of(books, settings, lead) == chat), None)
