"""Machine mail, replies and forwards are told apart by headers and subject."""

import pytest

from medverkan.mailbox.classify import is_forward, is_reply, is_unattended, wants_to_leave
from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Kind, Letter
from tests.mailbox.kinds.machines import machine_verdict


def letter(subject: str = "Hej", body: str = "Text", sender: str = "lo@post.example", **headers: str) -> Letter:
    lines = [f"From: {sender}", f"Subject: {subject}", "Date: Mon, 12 Jan 2026 09:00:00 +0100"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return parse(("\n".join(lines) + "\n\n" + body + "\n").encode())


def verdict(mail: Letter) -> tuple[Kind, bool] | None:
    found = machine_verdict(mail)
    return (found.kind, found.unless_form) if found else None


@pytest.mark.parametrize(
    "mail",
    [
        letter(Auto_Submitted="auto-replied"),
        letter(Auto_Submitted="auto-replied; owner-email=x@y.example"),
        letter("Automatiskt svar: Förfrågan"),
        letter("Frånvarande: Förfrågan"),
        letter("SV: Frånvaro"),
        letter("Out of Office: request"),
        letter("Accepterat: Möte 3 mars"),
        letter("Läst: Förslag"),
        letter(X_Autoreply="yes"),
        letter(Content_Type="multipart/report; report-type=disposition-notification; boundary=b"),
    ],
)
def test_what_answers_by_itself_is_automatic_whatever_it_holds(mail: Letter) -> None:
    assert verdict(mail) == (Kind.AUTOMATIC, False)


@pytest.mark.parametrize(
    "mail",
    [
        letter(Auto_Submitted="auto-generated"),
        letter(Precedence="bulk"),
        letter(List_Id="<nyheter.kurs.example>"),
        letter("[Ärende #12345] Förfrågan", "Vi har tagit emot ditt ärende."),
    ],
)
def test_what_a_web_form_could_have_sent_is_automatic_unless_it_carries_a_form(mail: Letter) -> None:
    assert verdict(mail) == (Kind.AUTOMATIC, True)


@pytest.mark.parametrize(
    "mail",
    [
        letter("Olevererbart: Förslag", sender="postmaster@region.example", body="Det gick inte att leverera brevet."),
        letter("Undelivered Mail Returned to Sender", sender="MAILER-DAEMON@mx.example", body="550 5.1.1 unknown"),
        letter(Content_Type='multipart/report; report-type="delivery-status"; boundary=b'),
        letter(X_Failed_Recipients="x@y.example"),
    ],
)
def test_a_delivery_report_is_a_bounce(mail: Letter) -> None:
    assert verdict(mail) == (Kind.BOUNCE, False)


def test_a_postmaster_who_writes_a_letter_is_a_person() -> None:
    assert verdict(letter("Fråga", "Hej, vem har hand om registret?", "postmaster@region.example")) is None


def test_the_header_that_only_suppresses_answers_proves_nothing() -> None:
    assert verdict(letter(X_Auto_Response_Suppress="All")) is None


@pytest.mark.parametrize(
    ("subject", "reply", "forward"),
    [
        ("SV: Förslag", True, False),
        ("Re: Förslag", True, False),
        ("VB: Förfrågan", False, True),
        ("Fwd: Förfrågan", False, True),
        ("Förfrågan", False, False),
        ("Resor till mötet", False, False),
    ],
)
def test_the_subject_says_whether_a_mail_answers_or_passes_on(subject: str, reply: bool, forward: bool) -> None:
    assert (is_reply(letter(subject)), is_forward(letter(subject))) == (reply, forward)


def test_a_mail_that_names_the_mail_it_answers_is_a_reply() -> None:
    assert is_reply(letter("Förslag", In_Reply_To="<a@b.example>"))


@pytest.mark.parametrize(
    "words",
    [
        "Ta bort mig ur registret, tack.",
        "Jag vill inte längre vara med.",
        "jag vill inte vara med längre",
        "Kan ni radera mina uppgifter?",
        "Jag återkallar mitt samtycke.",
        "Jag vill bli borttagen.",
        "Stryk mig från listan",
    ],
)
def test_whoever_asks_to_be_taken_off_the_register_is_understood(words: str) -> None:
    assert wants_to_leave(words)


@pytest.mark.parametrize(
    "words",
    [
        "Jag vill inte vara med i fokusgrupper.",
        "Jag vill gärna vara med.",
        "Vi vill inte ta bort stödet.",
        "Jag vill inte stå på scen.",
    ],
)
def test_a_wish_about_an_assignment_is_no_farewell(words: str) -> None:
    assert not wants_to_leave(words)


@pytest.mark.parametrize(
    "address", ["no-reply@region.example", "svara-ej@region.example", "noreply-formular@x.example"]
)
def test_an_address_nobody_reads_is_known(address: str) -> None:
    assert is_unattended(address)
    assert not is_unattended("eva.reply@region.example")
