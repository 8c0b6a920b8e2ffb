"""What lies beside a readable form and cannot be read is told to the leads and the sender, and kept."""

from email.message import EmailMessage

import pytest

from medverkan.bot.demo import cast
from medverkan.bot.parts import Parts
from medverkan.bot.understand import understand
from medverkan.mailbox.mime import parse
from medverkan.storage.values import Outgoing
from tests.bot.clock import Clock

REGISTRATION = """Förnamn: Tuva
Efternamn: Testdal
Telefon: 070-174 06 58
Kommun: Nybro
Födelseår: 1979
Jag har erfarenhet som: Patient
Vad har du erfarenhet av?: Astma
Hur vill du medverka?: Intervju
"""


def mail(body: str, *names: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Pia Prov <pia@region.example>", "bank@region.example"
    message["Subject"], message["Message-ID"] = "Formulär", "<form-1@region.example>"
    message["Date"] = "Mon, 11 Jan 2027 09:00:00 +0100"
    message.set_content(body)
    for name in names:
        message.add_attachment(b"%PDF-1.7 kanarie", maintype="application", subtype="pdf", filename=name)
    return bytes(message)


def taken_in(parts: Parts, clock: Clock, raw: bytes, *, uid: int | None = 7) -> list[Outgoing]:
    """Return what is written to whom about a mail that lies in the mailbox, or without `uid` came from a file."""
    with parts.store.transaction() as books:
        if uid:
            assert books.mails.add(raw, clock(), "bank@region.example", "INBOX", 1, uid)
        else:
            assert books.mails.add(raw, clock(), "file")
    assert understand(parts, clock) == 1
    with parts.store.reading() as books:
        return books.outgoing.all()


def test_the_leads_read_which_attachment_of_a_request_could_not_be_read_and_why(parts: Parts, clock: Clock) -> None:
    form = "\n".join(f"{label}: {value}" for label, value in cast.HOME_CARE_FORM)
    letters = taken_in(parts, clock, mail(form, "Program för Kim.pdf"))
    told = [letter for letter in letters if letter.kind == "lead-unread"]
    assert {letter.to for letter in told} == {"karin@region.example", "ove@region.example"}
    assert "Bilagan Program för Kim.pdf kunde inte läsas: filen är skadad" in told[0].text
    assert "mappen Hanterat" in told[0].text
    assert "Kim" not in told[0].subject
    (receipt,) = [letter for letter in letters if letter.kind == "unit-received"]
    assert "Bilagan Program för Kim.pdf kunde inte läsas" in receipt.text


def test_what_lies_in_no_mailbox_comes_with_the_letter(parts: Parts, clock: Clock) -> None:
    raw = mail("\n".join(f"{label}: {value}" for label, value in cast.HOME_CARE_FORM), "a.pdf")
    told = next(letter for letter in taken_in(parts, clock, raw, uid=None) if letter.kind == "lead-unread")
    assert "är bifogat här" in told.text
    assert [content for _, _, content in told.attachments] == [raw]


def test_the_case_tells_that_something_was_not_read_and_the_mail_is_kept_whole(parts: Parts, clock: Clock) -> None:
    raw = mail("\n".join(f"{label}: {value}" for label, value in cast.HOME_CARE_FORM), "a.pdf", "b.pdf")
    taken_in(parts, clock, raw)
    with parts.store.reading() as books:
        (request,) = books.requests.in_state()
        (event,) = [one for one in books.audit.of(request_id=request.id) if one.what == "attachment-unread"]
        (kept,) = books.mails.of_request(request.id)
        assert books.mails.raw(kept) == raw
    assert event.detail == {"attachments": 2}
    assert kept.disposal == "handled"
    assert len(parse(raw).parts) > 2


def test_a_request_with_what_can_be_read_alone_is_told_nothing(parts: Parts, clock: Clock) -> None:
    letters = taken_in(parts, clock, mail("\n".join(f"{label}: {value}" for label, value in cast.HOME_CARE_FORM)))
    assert not [letter for letter in letters if letter.kind == "lead-unread"]


@pytest.mark.parametrize("name", ["intyg.pdf", "samtycke vårdnadshavare.pdf"])
def test_the_letter_on_a_new_person_names_what_could_not_be_read(parts: Parts, clock: Clock, name: str) -> None:
    letters = taken_in(parts, clock, mail(REGISTRATION, name))
    new = next(letter for letter in letters if letter.kind == "lead-new-registration")
    assert f"Att reda ut: Bilagan {name} kunde inte läsas" in new.text
