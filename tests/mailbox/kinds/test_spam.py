"""What looks like spam is left alone; what only sounds eager is not."""

import pytest

from medverkan.mailbox.kinds.bulk import is_spam_like
from medverkan.mailbox.mime import parse, plain_text


def spam(subject: str, body: str, *headers: str) -> bool:
    letter = parse("\n".join(["From: x@y.example", f"Subject: {subject}", *headers, "", body]).encode())
    return is_spam_like(letter, plain_text(letter))


@pytest.mark.parametrize(
    ("subject", "body", "header"),
    [
        ("Hej", "Erbjudande", "X-Spam-Flag: YES"),
        ("Hej", "Erbjudande", "X-Spam-Status: Yes, score=9.1 required=5.0"),
        ("Hej", "Erbjudande", "X-MS-Exchange-Organization-SCL: 6"),
        ("Hej", "Erbjudande", "X-Forefront-Antispam-Report: CIP:192.0.2.1;CTRY:US;SCL:9;SRV:;CAT:HPHISH;"),
        ("Improve your website ranking", "We offer SEO services and guest post on high DA sites. Interested? Price "
         "list?", "X-A: b"),
        ("Congratulations", "You have won 1,500,000 USD in the lottery. Send your bank account details to "
         "claim.", "X-A: b"),
        ("Ditt paket väntar", "Ditt paket kunde inte levereras. Betala tullavgiften på 19 kr genom att klicka här "
         "http://p.example", "X-A: b"),
        ("Urgent: verify your account", "Your mailbox storage is full. Click here to verify your password.", "X-A: b"),
        ("Tjäna pengar hemifrån", "Investera i bitcoin i dag och få garanterad avkastning. Klicka här: "
         "http://b.example", "X-A: b"),
    ],
)  # fmt: skip
def test_spam_is_known(subject: str, body: str, header: str) -> None:
    assert spam(subject, body, header)


@pytest.mark.parametrize(
    ("subject", "body", "header"),
    [
        ("Fråga", "Jag vill gärna hjälpa till. Får man betalt? Klicka på länken för min berättelse "
         "http://b.example", "X-Spam-Flag: NO"),
        ("Samtal om spelberoende", "Vi vill prata om casino och lån med personer som har spelat bort "
         "pengar.", "X-A: b"),
        ("Hej", "Grattis till ett fint register! Jag vill vara med.", "X-Spam-Status: No, score=-2"),
        ("Hej", "Mitt konto för arvode är ändrat.", "X-Forefront-Antispam-Report: SCL:1;CAT:NONE;"),
    ],
)  # fmt: skip
def test_an_eager_person_is_no_spam(subject: str, body: str, header: str) -> None:
    assert not spam(subject, body, header)
