"""The few things that most tests of this room put into a store, at one fixed moment and with one fixed key."""

from datetime import UTC, datetime
from typing import Any, Protocol

from medverkan.storage.books import Books
from medverkan.storage.store import Store
from medverkan.storage.values import Invitation, Mail, Member, Outgoing, Proposal, Request

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
MASTER = bytes(range(32))


class OpenStore(Protocol):
    """Opens one more store on the test's database, as another worker would."""

    def __call__(self, master: bytes = MASTER) -> Store: ...


def add_member(books: Books, **fields: object) -> Member:
    """Register one resident."""
    known = {"first_name": "Ines", "last_name": "Palm", "email": "ines@post.example", "phone": "+46701740605"}
    return books.members.add(known | fields, (), NOW)


def add_request(books: Books, **fields: object) -> Request:
    """Open one case."""
    return books.requests.add(
        {"people_wanted": 2} | fields,
        sender="enheten@region.example",
        vouched=True,
        now=NOW,
        mail_id=None,
        message_id="<1@region.example>",
        subject="Förfrågan",
    )


def add_mail(books: Books, raw: bytes = b"Hej", uid: int | None = 1, *, uidvalidity: int = 7) -> Mail:
    """Take in one mail that is new."""
    mail = books.mails.add(raw, NOW, "bank@region.example", "INBOX", uidvalidity, uid)
    assert mail
    return mail


def add_proposal(books: Books, request: Request) -> Proposal:
    """Put one more list before the lead."""
    return books.proposals.add(request, [{"score": 1}], (), {}, matcher="m1", inputs_sha256="0" * 64, now=NOW)


def add_invitation(books: Books, request: Request, member: Member) -> Invitation:
    """Put one person before the lead."""
    return books.invitations.add(request, member.id, add_proposal(books, request), 1, NOW)


def add_outgoing(books: Books, key: str = "receipt:1", kind: str = "receipt", **given: Any) -> bool:
    """Write one message into the outbox."""
    letter = {"to": "enheten@region.example", "subject": "Mottaget", "text": "Tack.", "message_id": f"<{key}@x>"}
    return books.outgoing.add(key, kind, **(letter | {"due": NOW} | given))


def claimed(books: Books, now: datetime = NOW) -> Outgoing:
    """Claim the next message."""
    message = books.outgoing.claim(now)
    assert message
    return message
