"""`medverkan doctor` on [trust]: whether the mails that came bear what the settings wait for."""

from contextlib import closing
from pathlib import Path

import pytest

from medverkan.bot.commands.vouching import newest, vouched
from medverkan.bot.parts import open_parts
from medverkan.bot.settings import Settings, SettingsError, Trust, load
from medverkan.mailbox.memory import MemorySource
from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Letter
from tests.bot.living import request_mail, write_settings

RESULTS = "Authentication-Results"
PASS = f"{RESULTS}: mx.region.example; dmarc=pass header.from=region.example"
RFC8601 = Trust(authserv_id="mx.region.example")
EXCHANGE = Trust(provider="exchange")
MICROSOFT = f"{RESULTS}: spf=pass smtp.mailfrom=region.example; dmarc=pass action=none header.from=region.example"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load(write_settings(tmp_path, 1, 1), home=tmp_path)


def letter(*headers: str, sender: str = "eva.nummer@region.example") -> Letter:
    return parse("\r\n".join((*headers, f"From: {sender}", "Subject: Hej", "", "Hej", "")).encode())


def told(settings: Settings, trust: Trust, *letters: Letter) -> str:
    return vouched(settings.model_copy(update={"trust": trust}), letters)


def test_it_counts_the_mails_of_our_own_that_would_be_believed(settings: Settings) -> None:
    stranger = letter(sender="ylva@enhet.example")
    assert told(settings, RFC8601, letter(PASS), letter(), stranger).endswith("är 1 av 2 intygade")
    assert told(settings, EXCHANGE, letter("X-MS-Exchange-Organization-AuthAs: Internal")).endswith(
        "är 1 av 1 intygade"
    )


def test_without_a_mail_of_our_own_it_asks_for_one(settings: Settings) -> None:
    for letters in ([], [letter(PASS, sender="ylva@enhet.example")], [letter(sender="webben@region.example")]):
        assert "Skicka ett mejl hit från en utvecklingsledare" in told(settings, RFC8601, *letters)


@pytest.mark.parametrize(
    ("trust", "headers", "says"),
    [
        (RFC8601, [], "inget huvud Authentication-Results"),
        (RFC8601, [f"{RESULTS}: mx2.region.example; dmarc=pass"], "från mx2.region.example. Skriv namnet precis så"),
        (RFC8601, [f"{RESULTS}: MX.region.example; dmarc=pass"], "från MX.region.example. Skriv namnet precis så"),
        (RFC8601, [PASS.replace("pass", "fail")], "säger varken dmarc=pass eller dkim=pass"),
        (RFC8601, [f"{RESULTS}: mx.region.example; spf=pass"], "säger varken dmarc=pass eller dkim=pass"),
        (RFC8601, [MICROSOFT], 'Skriv provider = "exchange"'),
        (EXCHANGE, [PASS], 'Skriv provider = "rfc8601"'),
        (EXCHANGE, [], "inget huvud Authentication-Results"),
    ],
)
def test_where_no_answer_would_be_believed_it_says_what_the_mails_bear(
    settings: Settings, trust: Trust, headers: list[str], says: str
) -> None:
    with pytest.raises(SettingsError, match="inget svar skulle gälla") as raised:
        told(settings, trust, letter(*headers, sender=settings.leads[0].email))
    assert says in str(raised.value)


def test_two_verdicts_in_our_name_are_pointed_out(settings: Settings) -> None:
    assert "tar bort dem som kommer utifrån" not in told(settings, RFC8601, letter(PASS))
    assert "tar bort dem som kommer utifrån" in told(settings, RFC8601, letter(PASS, PASS))


def test_nothing_of_what_a_mail_says_is_repeated_but_a_servers_name(settings: Settings) -> None:
    with pytest.raises(SettingsError) as raised:
        told(settings, RFC8601, letter(f"{RESULTS}: Kanarina Kvist <k@x.example>; dmarc=pass"))
    assert "Kanarina" not in str(raised.value)


def test_the_newest_of_each_folder_are_read_and_left_where_they_lie(settings: Settings) -> None:
    inbox, handled = MemorySource("a@b"), MemorySource("c@d")
    for number in range(30):
        inbox.deliver(request_mail(number))
    handled.deliver(request_mail(99))
    with closing(open_parts(settings)) as parts:
        subjects = [letter.subject for letter in newest(parts, [inbox, handled])]
    assert len(subjects) == 21
    assert subjects[-2:] == ["Förfrågan 29", "Förfrågan 99"]
    assert len(inbox.folders["INBOX"]) == 30
