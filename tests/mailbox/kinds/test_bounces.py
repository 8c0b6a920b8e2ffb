"""A delivery report is a bounce, and says which letter of ours did not reach whom, and whether that is final."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medverkan.mailbox.kinds.bounces import bounce_of
from medverkan.mailbox.mime import parse, plain_text
from medverkan.mailbox.values import Kind
from tests.mailbox.kinds import reports
from tests.mailbox.kinds.machines import machine_verdict
from tests.mailbox.kinds.reports import OURS

TO = "mats@kommun.example"


@pytest.mark.parametrize(
    ("name", "message_id", "permanent", "status"),
    [
        ("POSTFIX", OURS, True, "5.1.1"),
        ("POSTFIX_DELAY", OURS, False, "4.4.1"),
        ("POSTFIX_GAVE_UP", OURS, True, "4.4.7"),
        ("EXCHANGE_SWEDISH", OURS, True, "5.1.10"),
        ("EXCHANGE_POLICY", OURS, True, "5.7.133"),
        ("EXCHANGE_RETURNED_HEADERS", OURS, True, "5.1.10"),
        ("EXIM", OURS, True, "5.7.1"),
        ("EXIM_DELAY", "", False, ""),
        ("QMAIL", OURS, True, "550"),
        ("GMAIL", OURS, True, "5.2.2"),
        ("SENDMAIL", OURS, True, "553"),
        ("SWEDISH_TEXT", "", True, "5.2.2"),
        ("TWO_RECIPIENTS", OURS, True, "5.1.1"),
    ],
)
def test_a_report_names_letter_recipient_and_verdict(name: str, message_id: str, permanent: bool, status: str) -> None:
    letter = parse(getattr(reports, name))
    verdict = machine_verdict(letter)
    assert verdict is not None
    assert (verdict.kind, verdict.unless_form) == (Kind.BOUNCE, False)
    bounce = bounce_of(letter, plain_text(letter))
    assert (bounce.message_id, bounce.recipient, bounce.permanent, bounce.status) == (message_id, TO, permanent, status)


def test_a_report_that_all_went_well_is_no_bounce() -> None:
    letter = parse(reports.POSTFIX_DELIVERED)
    verdict = machine_verdict(letter)
    assert verdict is not None
    assert verdict.kind is Kind.AUTOMATIC


@pytest.mark.parametrize(
    ("subject", "body", "sender"),
    [
        ("Fråga om leveransfel", "Hej! Mitt brev till er kom tillbaka. Har ni ändrat adress?", "lo@post.example"),
        ("Fråga", "Vem sköter registret?", "postmaster@region.example"),
        ("SV: Förslag", "Jag fick ett felmeddelande: 550 5.1.1. Men ja till 1.", "karin@region.example"),
    ],
)
def test_a_person_who_writes_about_a_failed_delivery_is_a_person(subject: str, body: str, sender: str) -> None:
    letter = parse(f"From: {sender}\nSubject: {subject}\n\n{body}\n".encode())
    assert machine_verdict(letter) is None


@settings(max_examples=60)
@given(st.text(alphabet="abc<>@;: .\n50FinalRecptAocsu-rfMg", max_size=400))
def test_whatever_a_report_says_something_comes_back(text: str) -> None:
    head = "From: mailer-daemon@x.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
    letter = parse(f"{head}--b\nContent-Type: message/delivery-status\n\n{text}\n--b--\n".encode())
    assert isinstance(bounce_of(letter, plain_text(letter)).permanent, bool)
