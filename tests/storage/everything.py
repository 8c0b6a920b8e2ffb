"""One of every kind of thing, stored and read through the books; the secret words in it are told by `CANARIES`."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import timedelta

from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MailState
from medverkan.storage.values import Member
from tests.storage.rows import NOW


@dataclass(frozen=True, slots=True)
class Canaries:
    """What must never be found in a copied database."""

    first_name: str = "Kanariella"
    last_name: str = "Fågelhägg"
    phone: str = "+46701740688"
    email: str = "kanariella.fagelhagg@hemma.example"
    address: str = "Burvägen 77, 999 99 Sittpinnsby"
    guardian: str = "Vårdnadsinnehavare Gulfjäder"
    guardian_phone: str = "+46701740699"
    experience: str = "Jag har levt i bur i nitton långa år"
    diagnosis: str = "fjäderfällningssyndrom"
    sender: str = "avsandaren@burenheten.example"
    subject: str = "Förfrågan om kvittrande deltagare"
    message_id: str = "<kvitter.20260302.abcdef@burenheten.example>"
    description: str = "Vi söker någon som kan berätta om voljärer"
    question: str = "Hur många sittpinnar behövs egentligen?"
    remark: str = "Voljärens startdag är för nära"
    release_to: str = "mottagaren@burenheten.example"
    reason_for: str = "Har egen erfarenhet av näbbhälsa"
    given_to: str = "Enhetschef Papegojsson"
    consent_by: str = "Utvecklingsledare Ugglesson"
    task_note: str = "Ring efter klockan sjutton, maken Kakadux svarar"
    call_note: str = "Hon har ruvat färdigt i april"
    recipient: str = "kvittret@hemma.example"
    letter_subject: str = "Ett uppdrag vi kvittrat om"
    letter_text: str = "Hej Kanariella, enheten når du på burtelefonen"
    token: str = "k4n4r13f4g3lt0k3ny4b2c3d4e"
    attachment: str = "BEGIN:VCALENDAR introduktion med Kanariella"
    meeting_place: str = "Voljären vid Näktergalsvägen 3"
    sms: str = "Ringer ni om fjädrarna? Jag sitter i buren"
    sms_phone: str = "+46701740677"
    chat: str = "4711170401742"
    chat_said: str = "Kanariella tackade ja i voljären"
    audit_detail: str = "Läste kortet för Kanariella F."
    merged: str = "Kanarinella Fågelhegg-Burman"
    raw_mail: str = "From: avsandaren. Jag heter Kanariella och kvittrar gärna."


CANARIES = Canaries()


def store_everything(books: Books, number: int = 1) -> None:
    """Store one of every kind of thing; `number` tells the second one from the first."""
    words = CANARIES
    sent = replace(words, message_id=f"{words.message_id}{number}")
    mail = books.mails.add(f"{words.raw_mail} {number}".encode(), NOW, "bank@region.example", "INBOX", 7, number)
    assert mail
    member = books.members.add(
        {
            "first_name": words.first_name,
            "last_name": words.last_name,
            "phone": words.phone,
            "email": words.email,
            "postal_address": words.address,
            "guardian_name": words.guardian,
            "guardian_phone": words.guardian_phone,
            "experience": words.experience,
            "diagnoses": [words.diagnosis],
        },
        ("birth_year",),
        NOW,
        mail.id,
    )
    member = books.members.edit(member, {**member.fields, "wishes": words.experience}, ())
    request = books.requests.add(
        {"description": words.description, "contact_email": words.sender, "date_start": "2026-04-01"},
        sender=words.sender,
        vouched=True,
        now=NOW,
        mail_id=mail.id,
        message_id=sent.message_id,
        subject=words.subject,
    )
    request = books.requests.edit(request, request.fields, ("place",), (words.question,), (words.remark,))
    request = books.requests.verify_unit(request, words.release_to)
    listed = [{"member": member.id, "for": [words.reason_for]}]
    proposal = books.proposals.add(request, listed, [member.id], {}, matcher="m1", inputs_sha256="0" * 64, now=NOW)
    books.invitations.add(request, member.id, proposal, 1, NOW)
    books.consents.give(
        member.id, "release", how="phone", by=words.consent_by, now=NOW, request_id=request.id, given_to=words.given_to
    )
    task = books.tasks.add(
        "call", f"call:{number}", NOW, request_id=request.id, member_id=member.id, note=words.task_note
    )
    books.tasks.called(member.id, "accepted", by=words.consent_by, now=NOW, task=task, note=words.call_note)
    books.outgoing.add(
        f"assignment:{number}",
        "assignment",
        to=words.recipient,
        subject=words.letter_subject,
        text=words.letter_text,
        message_id=f"<{words.token}.{number}@bank.example>",
        due=NOW,
        in_reply_to=sent.message_id,
        references=sent.message_id,
        attachments=[("intro.ics", "text/calendar", words.attachment.encode())],
    )
    books.meetings.add(
        "introduction", NOW, 60, words.meeting_place, domain="bank.example", member_id=member.id, request_id=request.id
    )
    books.sms.add(f"s{number}", words.sms_phone, words.sms, NOW)
    _store_chat(books, number)
    _store_merge(books, member)
    books.receipts.add(mail, "registration", NOW)
    books.audit.add("card_read", "lead", NOW, member_id=member.id, detail={"what": words.audit_detail})


def _store_chat(books: Books, number: int) -> None:
    lead, later = f"lead{number}@bank.example", NOW + timedelta(minutes=15)
    books.chats.expect(lead, f"code{number}", later)
    assert books.chats.link([lead], f"code{number}", f"{CANARIES.chat}{number}", NOW) == lead
    books.chats.offer(f"nonce{number}", lead, "group", later)
    assert books.chats.press(f"nonce{number}", lead, NOW)
    books.chats.said(f"nonce{number}", lead, CANARIES.chat_said)


def _store_merge(books: Books, member: Member) -> None:
    gone = books.members.add({"first_name": CANARIES.merged}, (), NOW)
    before = books.merges.rows_of(gone, member)
    books.merges.hand_over(gone, member)
    books.members.settle(member, member)
    books.merges.remember(gone, member, before, NOW)


def read_everything(books: Books) -> Iterator[object]:
    """Open everything there is."""
    for state in MailState:
        for mail in books.mails.in_state(state):
            yield books.mails.raw(mail).decode()
    yield from books.outgoing.all()
    yield from books.sms.all()
    yield from books.audit.of()
    yield from books.tasks.open_tasks()
    yield from books.merges.all()
    for number in (1, 2):
        yield books.chats.chat_of(f"lead{number}@bank.example")
        yield books.chats.press(f"nonce{number}", f"lead{number}@bank.example", NOW)
    for request in books.requests.in_state():
        yield request
        yield books.proposals.of(request)
    for member in books.members.all():
        yield member
        yield books.consents.of_member(member.id)
        yield books.tasks.calls(member.id)
        yield books.meetings.of_member(member.id)


def canary_words() -> list[str]:
    """Return every secret word."""
    return [getattr(CANARIES, field.name) for field in fields(CANARIES)]
