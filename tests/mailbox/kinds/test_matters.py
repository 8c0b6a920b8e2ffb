"""What in a mail cannot wait for anything else in it, and why there was nothing to read."""

import pytest

from medverkan.mailbox.kinds import matters
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind, Matter
from tests.mailbox.kinds import reports
from tests.mailbox.test_reading import REGISTRATION, REQUEST, mail

ASKS = "Jag begär att få ta del av alla allmänna handlingar om arvoden under 2026."
QUOTED = "\n\nDen 9 jan. 2026 skrev Invånarmedverkan <bank@region.example>:\n> Hej!\n> Tack för er förfrågan.\n"


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        (ASKS, "Hej"),
        (f"Tack, det gick bra.\n\n{ASKS}{QUOTED}", "SV: Vi har tagit emot er förfrågan"),
        (f"{ASKS}\n\nHär är också vår förfrågan:\n\n{REQUEST}", "Förfrågan"),
        (
            f"Se nedan.\n\nFrån: Rut <rut@blad.example>\nSkickat: den 9 januari 2026\nTill: Kim\nÄmne: "
            f"Handlingar\n\n{ASKS}",
            "VB: Handlingar",
        ),
        ("Se nedan.", "Begäran om allmän handling"),
    ],
)
def test_a_request_for_documents_is_put_before_a_person_whatever_else_the_mail_holds(body: str, subject: str) -> None:
    found = read(bytes(mail(body, subject)))
    assert (found.kind, found.matter, found.reason) == (Kind.UNKNOWN, Matter.RECORDS, matters.RECORDS)
    assert found.forms == ()


@pytest.mark.parametrize(
    "body",
    [
        REQUEST.replace("Samtal om första året.", "Deltagarna får ta del av handlingar och protokoll en vecka innan."),
        REQUEST.replace("Samtal om första året.", "Hur det är när man begär ut allmänna handlingar hos oss."),
        REQUEST
        + "\nE-post till Region Exempel blir allmän handling och kan lämnas ut enligt offentlighetsprincipen.\n",
        REQUEST.replace("Samtal om första året.", "För personer som inte längre vill vara med i föreningar."),
    ],
)
def test_a_request_that_mentions_documents_is_a_request(body: str) -> None:
    assert read(bytes(mail(body))).kind is Kind.REQUEST


def test_a_registration_that_says_what_one_does_not_want_is_a_registration() -> None:
    body = REGISTRATION + "Vad vill du inte göra?: Jag vill inte vara med på kvällar. Jag vill inte vara med på bild.\n"
    assert read(bytes(mail(body, "Ny anmälan"))).kind is Kind.REGISTRATION


@pytest.mark.parametrize(
    ("body", "subject", "reason"),
    [
        ("Ta bort mig ur registret.", "Hej", matters.LEAVES),
        ("Hälsningar Lo", "Avanmälan från Intressebanken", matters.LEAVES),
        (f"Jag orkar inte vara med längre.{QUOTED}", "SV: Ett uppdrag vi pratat om", matters.LEAVES),
        ("Min man har gått bort. Ta bort hans uppgifter.", "Dödsfall", matters.SOMEBODY_LEAVES),
        (
            "Från: Lo\nSkickat: den 9 januari 2026\nTill: Kim\nÄmne: Hej\n\nTa bort mig ur registret.",
            "VB: Hej",
            matters.SOMEBODY_LEAVES,
        ),
    ],
)
def test_who_wants_to_leave_cannot_wait(body: str, subject: str, reason: str) -> None:
    found = read(bytes(mail(body, subject, "Lo <lo@post.example>")))
    assert (found.kind, found.matter, found.reason) == (Kind.UNKNOWN, Matter.FAREWELL, reason)


def test_a_wish_to_leave_above_ones_own_registration_passed_on_wins_over_it() -> None:
    head = "Från: svara-ej@formular.example\nSkickat: den 6 december 2025\nTill: Lo\nÄmne: Kopia av din anmälan\n\n"
    body = f"Jag har ångrat mig. Jag vill inte stå med i ert register.\n\n/Lo\n\n{head}{REGISTRATION}"
    found = read(bytes(mail(body, "VB: Kopia av din anmälan", "Lo <lo@post.example>")))
    assert (found.kind, found.matter, found.reason) == (Kind.UNKNOWN, Matter.FAREWELL, matters.LEAVES)


def test_what_we_wrote_ourselves_and_is_quoted_is_nobodys_farewell() -> None:
    words = "Det passar bra.\n\nDen 9 jan. 2026 skrev Bank <b@r.example>:\n> Vill du inte vara med längre? Skriv: ta "
    "bort mig.\n"
    assert read(bytes(mail(words, "SV: Hej"))).kind is Kind.REPLY


@pytest.mark.parametrize("body", ["", "\n \n", "Skickat från min iPhone", "\u200b"])
def test_an_empty_mail_says_so(body: str) -> None:
    assert read(bytes(mail(body, "Hej"))).reason == matters.EMPTY


def test_a_mail_with_a_picture_only_says_so() -> None:
    message = mail("", "Bild")
    message.add_attachment(b"\xff\xd8\xff\xe0" + b"\0" * 200, maintype="image", subtype="jpeg", filename="IMG_0412.jpg")
    assert read(bytes(message)).reason == matters.ONLY_PICTURE


def test_an_invitation_is_for_a_person_and_an_answer_to_one_for_nobody() -> None:
    for method, kind in (("REQUEST", Kind.UNKNOWN), ("CANCEL", Kind.UNKNOWN), ("REPLY", Kind.AUTOMATIC)):
        message = mail("Välkommen på planeringsmöte.", "Planeringsmöte")
        calendar = f"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nEND:VCALENDAR\r\n".encode()
        message.add_attachment(calendar, maintype="text", subtype="calendar", filename="invite.ics")
        assert read(bytes(message)).kind is kind


def test_a_bounce_says_what_bounced() -> None:
    found = read(reports.POSTFIX)
    assert found.bounce is not None
    assert (found.bounce.message_id, found.bounce.permanent) == (reports.OURS, True)
    assert read(reports.POSTFIX_DELIVERED).bounce is None


def test_spam_without_a_form_is_left_alone_and_a_form_is_read_in_spite_of_a_filter() -> None:
    assert read(bytes(mail("Buy now", "Offer", X_Spam_Flag="YES"))).kind is Kind.AUTOMATIC
    assert read(bytes(mail(REQUEST, X_Spam_Flag="YES"))).kind is Kind.REQUEST
