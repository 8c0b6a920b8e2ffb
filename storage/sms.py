"""The SMS that came in, each taken in once by the gateway's own id; the words and the number are sealed.

A row whose `meaning` is "" waits to be understood: who takes it in only stores it, and a stage acts on it.
"""

from collections.abc import Iterator
from datetime import datetime

from sqlmodel import col, func, select

from medverkan.storage.book import Book
from medverkan.storage.tables import new_id
from medverkan.storage.tables_contact import SmsRow
from medverkan.storage.values import Sms


class SmsBook(Book):
    """What came by SMS."""

    def add(self, provider_id: str, phone: str, text: str, now: datetime) -> bool:
        """Write down one SMS from that number (E.164); return False where that one is known already."""
        row_id = new_id()
        return self.insert_values(
            SmsRow,
            {
                "id": row_id,
                "provider_key": self.vault.lookup("sms", provider_id),
                "phone_key": self.vault.lookup("phone", phone),
                "at": now,
                "meaning": "",
                "words": self.seal("sms.words", row_id, {"from": phone, "text": text}),
            },
        )

    def waiting(self) -> list[Sms]:
        """Return those that nobody has understood yet, oldest first."""
        return list(self._those(meaning=""))

    def of_member(self, member_id: str) -> list[Sms]:
        """Return what that person wrote, oldest first."""
        return list(self._those(member_id=member_id))

    def all(self) -> list[Sms]:
        """Return every one, oldest first."""
        return list(self._those())

    def count_from(self, phone: str, since: datetime) -> int:
        """Return how many came from that number since then."""
        theirs = SmsRow.phone_key == self.vault.lookup("phone", phone), col(SmsRow.at) >= since
        return self.session.exec(select(func.count()).select_from(SmsRow).where(*theirs)).one()

    def understood(self, sms: Sms, meaning: str, *, member_id: str | None, request_id: str | None) -> None:
        """Note what it meant, and whom and which case it was about. Raises StaleError where somebody else did."""
        about = {"meaning": meaning, "member_id": member_id, "request_id": request_id}
        self.update(SmsRow, sms.id, about, meaning="")

    def _those(self, **wanted: str) -> Iterator[Sms]:
        for row in self.rows(SmsRow, wanted, "at", "id"):
            words = self.open("sms.words", row.id, row.words)
            yield Sms(
                id=row.id,
                phone=words["from"],
                text=words["text"],
                at=row.at,
                meaning=row.meaning,
                member_id=row.member_id,
                request_id=row.request_id,
            )
