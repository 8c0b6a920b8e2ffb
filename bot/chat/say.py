"""What is said in a chat becomes a row in the outbox, and its buttons rows of their own, in the same transaction.

The chat service gets a nonce for each button and nothing else; what it does, whose it is and which version of the
list it belongs to stays here. A button lasts two weeks and is good for one press.
"""

import json
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from medverkan.bot.chat.links import chat_of
from medverkan.bot.chat.values import Said
from medverkan.bot.parts import Parts
from medverkan.bot.post import Desk
from medverkan.bot.settings import Lead
from medverkan.storage.values import Outgoing

CHAT, BUTTONS = "chat", "buttons"
ANSWER = "lead-chat"  # the kind of what answers something in the chat; a notice has that of its letter
BUTTON_LASTS = timedelta(days=14)
MESSAGE_LASTS = timedelta(hours=12)
NONCE_BYTES = 16
Labels = Sequence[Sequence[tuple[str, str]]]


def say(desk: Desk, lead: Lead, said: Said, key: str, *, kind: str = ANSWER, due: datetime | None = None) -> bool:
    """Write that to the lead's chat, with its buttons; return whether: not without a chat, nor twice under a key."""
    hidden = hidden_key(desk.parts, f"{key}:{lead.email}")
    if not chat_of(desk.books, desk.parts.settings, lead) or desk.books.outgoing.has(hidden):
        return False
    desk.books.chats.forget(desk.now)
    labels = [[(button.label, _offer(desk, lead, said, button.action, button.member_id)) for button in row]
              for row in said.rows]  # fmt: skip
    return desk.books.outgoing.add(
        hidden, kind, to=lead.email, subject="", text=said.text, message_id=f"chat {hidden[:32]}",
        due=due or desk.now, until=desk.now + MESSAGE_LASTS, channel=CHAT, request_id=said.request_id,
        attachments=[(BUTTONS, "application/json", json.dumps(labels, ensure_ascii=False).encode())],
    )  # fmt: skip


def hidden_key(parts: Parts, key: str) -> str:
    """Return a key as the outbox may hold it: it can contain an address."""
    return parts.store.vault.lookup("chat-message", key)


def labels_of(message: Outgoing) -> Labels:
    """Return the rows of buttons of a message: label and nonce of each."""
    written = next((content for name, _, content in message.attachments if name == BUTTONS), b"[]")
    return [[(label, nonce) for label, nonce in row] for row in json.loads(written)]


def _offer(desk: Desk, lead: Lead, said: Said, action: str, member_id: str | None) -> str:
    nonce = secrets.token_urlsafe(NONCE_BYTES)
    desk.books.chats.offer(
        nonce, lead.email, action, desk.now + BUTTON_LASTS, request_id=said.request_id, member_id=member_id,
        version=said.version,
    )  # fmt: skip
    return nonce
