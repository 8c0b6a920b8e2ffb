"""Leads' private chats, and the buttons offered in them. A chat, a code and a button are found by their hashes alone.

A button is good for one press: `press` is what makes it so, and belongs in the transaction of what the press does.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import col, delete

from medverkan.storage.book import Book
from medverkan.storage.tables import new_id
from medverkan.storage.tables_contact import ChatLinkRow, ChatPressRow
from medverkan.storage.values import Press

WORDS = "words"  # the action of what was not a button but written


class ChatBook(Book):
    """The links between leads and chats, and the buttons."""

    def expect(self, lead: str, code: str, until: datetime) -> None:
        """Let that code link a chat to that lead until then; an earlier code counts no more, an earlier link does."""
        values: dict[str, Any] = {"code_key": self._key("code", code), "code_until": until}
        row = self._link(lead)
        if row is None:
            row_id = new_id()
            new = ChatLinkRow(
                id=row_id, lead_key=self._key("lead", lead), chat=self.seal("chat_link.chat", row_id, ""), **values
            )
            if self.insert_new(new):
                return
            row = self._link(lead)
        self.update(ChatLinkRow, row.id, values)

    def link(self, leads: Iterable[str], code: str, chat: str, now: datetime) -> str:
        """Link that chat to the lead whose code it is, once; return which lead, "" where the code is nobody's.

        A chat belongs to one lead, and a lead has one chat: what either was linked to before is not any more.
        """
        code_key = self._key("code", code)
        for lead in leads:
            row = self._link(lead)
            if row is None or row.code_key != code_key or row.code_until is None or row.code_until <= now:
                continue
            for other in self.rows(ChatLinkRow, {"chat_key": self._key("chat", chat)}):
                if other.id != row.id:
                    self._let_go(other)
            chat_key = self._key("chat", chat)
            linked = {"chat_key": chat_key, "chat": self.seal("chat_link.chat", row.id, chat), "linked_at": now}
            done = {"code_key": "", "code_until": None, **linked}
            self.update(ChatLinkRow, row.id, done, code_key=code_key)
            return lead
        return ""

    def unlink(self, lead: str) -> bool:
        """End that lead's link and code; return whether a chat was linked."""
        row = self._link(lead)
        if row is None:
            return False
        was_linked = bool(row.chat_key)
        self._let_go(row)
        return was_linked

    def end_all(self) -> None:
        """End every link, code and button: of an older register nobody knows which of them still hold."""
        self.run(delete(ChatLinkRow))
        self.run(delete(ChatPressRow))

    def chat_of(self, lead: str) -> str:
        """Return the chat linked to that lead, "" where none is."""
        row = self._link(lead)
        return str(self.open("chat_link.chat", row.id, row.chat)) if row and row.chat_key else ""

    def offer(
        self,
        nonce: str,
        lead: str,
        action: str,
        until: datetime,
        *,
        request_id: str | None = None,
        member_id: str | None = None,
        version: int = 0,
    ) -> None:
        """Write down one button that is offered to that lead."""
        self.insert(ChatPressRow, self._offered(nonce, lead, action, until, request_id, member_id, version))

    def press(self, nonce: str, lead: str, now: datetime) -> tuple[Press, bool] | None:
        """Use up that lead's button; return it, and whether this was its first press. None: the lead has no such.

        Raises StaleError where another worker presses it at this moment.
        """
        row = self._pressable(nonce, lead)
        if row is None:
            return None
        if row.pressed_at is not None or row.until <= now:
            return self._value(row), False
        return self._value(self.update(ChatPressRow, row.id, {"pressed_at": now}, pressed_at=None)), True

    def take_words(self, mark: str, lead: str, now: datetime, until: datetime) -> bool:
        """Note that a written message, told by its mark, is acted on; return False where it has been already."""
        values = self._offered(mark, lead, WORDS, until, None, None, 0)
        return self.insert_values(ChatPressRow, values | {"pressed_at": now})

    def said(self, nonce: str, lead: str, text: str) -> None:
        """Keep what was answered, to be shown when the same is pressed once more."""
        row = self._pressable(nonce, lead)
        if row:
            self.update(ChatPressRow, row.id, {"said": self.seal("chat_press.said", row.id, text)})

    def forget(self, before: datetime) -> None:
        """Delete the buttons that were good until before then."""
        self.run(delete(ChatPressRow).where(col(ChatPressRow.until) < before))

    def _offered(
        self, nonce: str, lead: str, action: str, until: datetime, request: str | None, member: str | None, version: int
    ) -> dict[str, Any]:
        row_id = new_id()
        return {
            "id": row_id,
            "nonce_key": self._key("nonce", nonce),
            "lead_key": self._key("lead", lead),
            "request_id": request,
            "member_id": member,
            "proposal_version": version,
            "action": action,
            "until": until,
            "pressed_at": None,
            "said": self.seal("chat_press.said", row_id, ""),
        }

    def _key(self, kind: str, value: str) -> str:
        return self.vault.lookup(f"chat-{kind}", value.strip().lower() if kind == "lead" else value)

    def _link(self, lead: str) -> Any:
        return self.row(ChatLinkRow, lead_key=self._key("lead", lead))

    def _let_go(self, row: Any) -> None:
        nothing = self.seal("chat_link.chat", row.id, "")
        gone = {"code_key": "", "code_until": None, "chat_key": "", "chat": nothing, "linked_at": None}
        self.update(ChatLinkRow, row.id, gone)

    def _pressable(self, nonce: str, lead: str) -> Any:
        return self.row(ChatPressRow, nonce_key=self._key("nonce", nonce), lead_key=self._key("lead", lead))

    def _value(self, row: Any) -> Press:
        return Press(
            id=row.id,
            request_id=row.request_id,
            member_id=row.member_id,
            version=row.proposal_version,
            action=row.action,
            until=row.until,
            pressed_at=row.pressed_at,
            said=self.open("chat_press.said", row.id, row.said),
        )
