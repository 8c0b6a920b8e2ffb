"""The gateways, asked the same questions: what we hand over, and what is made of every way not to answer."""

import base64
import json
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from medverkan.bot.ports import Channel, UncertainError
from medverkan.bot.sms.elks import Elks
from medverkan.bot.sms.file import SmsFile
from medverkan.bot.sms.kannel import Kannel
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.mailbox.values import GiveUpError, MailboxError, TryLaterError
from medverkan.storage.lifecycle import OutgoingState
from medverkan.storage.values import Outgoing
from tests.bot.clock import START
from tests.bot.sms.gateway import GONE, SILENT, Gateway, gateway
from tests.mailbox.servers import free_port

PHONE, TEXT = "+46701740642", "Hej! Åk på ön & säg ”nej” + {ja}?"
SECRETS = (PHONE, PHONE[1:], "Åk", "kanarie-losenord")
SMS = Outgoing(
    id="18ea6236c9deb0cf33cf42648e46c131", key="k", kind="sms-thanks", channel="sms", request_id=None, member_id="m",
    state=OutgoingState.WAITING, attempts=1, due=START, sent_at=None, error="", message_id="<1@region.example>",
    to=PHONE, subject="", text=TEXT, in_reply_to="", references="",
)  # fmt: skip
Making = Callable[[str], Channel]


def elks(url: str) -> Channel:
    reports = "https://sms.region.example/x/delivered"
    return Elks(f"{url}/a1", "konto", "kanarie-losenord", "+46700000000", reports, timeout_s=5.0)


def kannel(url: str) -> Channel:
    return Kannel(
        f"{url}/cgi-bin/sendsms", "bot", "kanarie-losenord", "+46700000000", "http://127.0.0.1:1/x/delivered", 5.0
    )


def quick(channel: Channel) -> Channel:
    """Return it with no patience."""
    from dataclasses import replace

    assert isinstance(channel, Elks | Kannel)
    return replace(channel, timeout_s=0.3)


@pytest.fixture
def there() -> Iterator[Gateway]:
    with gateway() as made:
        yield made


both = pytest.mark.parametrize("making", [elks, kannel])


def test_46elks_is_asked_not_to_keep_the_text_and_to_tell_how_it_went(there: Gateway) -> None:
    there.answers = [(200, json.dumps({"id": "s70df59406a1b4643b96f3f91e0bfb7b0", "status": "created", "parts": 1}))]
    assert elks(there.url).send(SMS) == "s70df59406a1b4643b96f3f91e0bfb7b0"
    (asked,) = there.asked
    assert (asked.method, asked.path) == ("POST", "/a1/sms")
    assert asked.fields == {
        "from": "+46700000000", "to": PHONE, "message": TEXT, "dontlog": "message",
        "whendelivered": f"https://sms.region.example/x/delivered?m={SMS.id}",
    }  # fmt: skip
    assert base64.b64decode(asked.authorization.removeprefix("Basic ")) == b"konto:kanarie-losenord"


def test_kannel_is_told_our_own_id_since_it_gives_none(there: Gateway) -> None:
    there.answers = [(202, "0: Accepted for delivery")]
    assert kannel(there.url).send(SMS) == ""
    (asked,) = there.asked
    assert asked.path == "/cgi-bin/sendsms"
    assert asked.fields | {"password": ""} == {
        "username": "bot", "password": "", "from": "+46700000000", "to": PHONE, "text": TEXT, "charset": "UTF-8",
        "coding": "0", "dlr-mask": "3", "dlr-url": f"http://127.0.0.1:1/x/delivered?m={SMS.id}&status=%d",
    }  # fmt: skip


def test_46elks_rings_the_lead_first_and_then_the_person_from_the_registers_number(there: Gateway) -> None:
    phone = Elks(f"{there.url}/a1", "konto", "p", "+46700000000", calls="https://sms.region.example/x/called")
    phone.connect("+4684650041", PHONE, SMS.id)
    (asked,) = there.asked
    assert (asked.method, asked.path) == ("POST", "/a1/calls")
    assert (asked.fields["from"], asked.fields["to"]) == ("+46700000000", "+4684650041")
    assert json.loads(asked.fields["voice_start"]) == {
        "connect": PHONE, "callerid": "+46700000000", "next": f"https://sms.region.example/x/called?t={SMS.id}",
    }  # fmt: skip


def test_a_file_holds_one_sms_a_line_for_its_owner_only(tmp_path: Path) -> None:
    channel = SmsFile(tmp_path / "sms.jsonl")
    assert channel.check() == "sms skickas inte, de skrivs i filen sms.jsonl"
    assert channel.send(SMS) == channel.send(SMS) == SMS.id
    lines = (tmp_path / "sms.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [{"id": SMS.id, "to": PHONE, "text": TEXT}] * 2
    assert stat.S_IMODE((tmp_path / "sms.jsonl").stat().st_mode) == 0o600


@both
@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        ((400, "nej"), GiveUpError),
        ((401, "nej"), LoginRefusedError),
        ((403, "Authorization failed for sendsms"), LoginRefusedError),
        ((404, ""), GiveUpError),
        ((429, ""), TryLaterError),
        ((500, ""), TryLaterError),
        ((502, "<html>"), TryLaterError),
        ((503, "Temporal failure, try again later."), TryLaterError),
        ((504, ""), UncertainError),
        ((302, ""), GiveUpError),
        (GONE, UncertainError),
    ],
)
def test_every_refusal_is_to_try_later_to_mend_or_to_tell(
    there: Gateway, making: Making, answer: tuple[int, str], wanted: type[MailboxError]
) -> None:
    there.answers = [answer]
    with pytest.raises(wanted) as refusal:
        making(there.url).send(SMS)
    assert type(refusal.value) is wanted
    assert not [word for word in SECRETS if word in f"{refusal.value!r} {refusal.value.__cause__!r}"]
    assert len(there.asked) == 1


@both
def test_a_gateway_that_is_away_is_tried_again_later(making: Making) -> None:
    with pytest.raises(TryLaterError):
        making(f"http://127.0.0.1:{free_port()}").send(SMS)


@both
def test_a_gateway_too_slow_to_answer_may_have_sent_it_and_is_not_asked_again(there: Gateway, making: Making) -> None:
    there.answers = [SILENT]
    with pytest.raises(UncertainError):
        quick(making(there.url)).send(SMS)
    assert len(there.asked) == 1


@pytest.mark.parametrize("said", ["", "[]", "<html>", '{"id": null}', "\udce5"])
def test_46elks_is_believed_to_have_taken_what_it_answers_oddly_about(there: Gateway, said: str) -> None:
    there.answers = [(200, said.encode("utf-8", "replace").decode())]
    assert elks(there.url).send(SMS) == ""


def test_46elks_that_says_at_once_that_it_failed_is_told(there: Gateway) -> None:
    there.answers = [(200, '{"id": "s1", "status": "failed"}')]
    with pytest.raises(GiveUpError):
        elks(there.url).send(SMS)


@both
def test_a_check_sends_nothing(there: Gateway, making: Making) -> None:
    there.answers = [(200, "{}")] if making is elks else [(400, "Missing receiver number, rejected")]
    assert "avsändare +46700000000" in making(there.url).check()
    (asked,) = there.asked
    assert "to" not in asked.fields


@both
def test_a_check_tells_of_a_wrong_password(there: Gateway, making: Making) -> None:
    there.answers = [(403, "Authorization failed for sendsms")]
    with pytest.raises(LoginRefusedError):
        making(there.url).check()
