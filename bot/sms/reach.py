"""By which number a person may be sent SMS, if by any: asked when one is written, and again when it leaves."""

from datetime import datetime

from medverkan.mailbox.forms.judging import judge
from medverkan.mailbox.forms.values.phones import is_mobile
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MemberStatus
from medverkan.storage.values import Member

SMS = "sms"


def number_for(books: Books, member: Member, now: datetime) -> str:
    """Return the number (E.164) of a person who has agreed to SMS; "" for nobody who may or can get any.

    A minor is reached through the guardian (R44), and only when the guardian's signed paper has been seen (R40).
    """
    if member.status in (MemberStatus.RESTRICTED, MemberStatus.LEFT):
        return ""
    if books.consents.live(member.id, SMS) is None:
        return ""
    key = "phone"
    if judge.is_minor(member.fields, now.date()):
        if member.guardian_document_at is None or books.consents.live(member.id, "guardian") is None:
            return ""
        key = "guardian_phone"
    number = str(member.fields.get(key) or "")
    return number if number.startswith("+") and is_mobile(number) else ""
