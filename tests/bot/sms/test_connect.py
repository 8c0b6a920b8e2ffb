"""Click-to-call: the lead's phone first, then the person's; what came of it is noted and told as ever."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from medverkan.bot.commands import ringing
from medverkan.bot.parts import Parts, open_parts
from medverkan.bot.settings import SettingsError, load
from medverkan.bot.sms.came import CallEnd, call_end_of, fields_of
from medverkan.bot.sms.connect import ended, ring
from medverkan.storage.lifecycle import MemberEvent
from medverkan.storage.values import Member
from tests.bot.clock import Clock
from tests.bot.sms.gateway import Gateway, gateway
from tests.bot.sms.phones import RUT, Phones

LEAD = "+4684650041"
WITH_ELKS = """
[sms]
provider = "46elks"
url = "{url}/a1"
username = "konto"
password = "kanarie-losenord"
sender = "+46701740699"
incoming = "http://vaxel:kanarie-losenord@127.0.0.1:8046/c9t3mz8q4w1n7r5k"
public = "https://vaxel:kanarie-losenord@sms.region.example/c9t3mz8q4w1n7r5k"
"""


@pytest.fixture
def there() -> Iterator[Gateway]:
    with gateway() as made:
        yield made


@pytest.fixture
def parts(config: Path, there: Gateway) -> Iterator[Parts]:
    text = config.read_text("utf-8").replace(
        '"karin@region.example"', '"karin@region.example"\nphone = "08-465 00 41"', 1
    )
    config.write_text(text + WITH_ELKS.format(url=there.url), "utf-8")
    opened = open_parts(load(config))
    yield opened
    opened.close()


def to_call(phones: Phones, member: Member, kind: str = "call") -> str:
    """Make a call to somebody a task; return its number."""
    with phones.parts.store.transaction() as books:
        return books.tasks.add(kind, f"{kind}:1", phones.clock(), member_id=member.id).number


def test_the_lead_is_rung_and_connected(phones: Phones, there: Gateway) -> None:
    number = to_call(phones, phones.person())
    told = ring(phones.parts, number.lower(), phones.clock())
    assert told.startswith("08-465 00 41 ringer nu.")
    assert f"medverkan tasks {number} --outcome" in told
    (asked,) = there.asked
    assert asked.fields["to"] == LEAD
    assert json.loads(asked.fields["voice_start"])["connect"] == RUT


def test_a_child_is_rung_by_the_guardian(phones: Phones, there: Gateway) -> None:
    child = phones.person("+46701740650", birth_year=2012, guardian_phone=RUT)
    ring(phones.parts, to_call(phones, child), phones.clock())
    assert json.loads(there.asked[0].fields["voice_start"])["connect"] == RUT


def test_the_command_says_what_happens(phones: Phones, capsys: pytest.CaptureFixture[str]) -> None:
    number = to_call(phones, phones.person())
    assert ringing.ring_up(phones.parts.settings.file, number) == 0
    assert "ringer nu" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["decide", "fee", "failed"])
def test_what_is_no_call_is_not_rung(phones: Phones, there: Gateway, kind: str) -> None:
    with pytest.raises(SettingsError, match="inget samtal som väntar"):
        ring(phones.parts, to_call(phones, phones.person(), kind), phones.clock())
    assert there.asked == []


def test_nobody_is_rung_who_wants_out_or_has_no_number(phones: Phones, there: Gateway) -> None:
    rut = phones.person()
    number = to_call(phones, rut)
    with phones.parts.store.transaction() as books:
        books.members.move(rut, MemberEvent.RESTRICTED)
    with pytest.raises(SettingsError, match="är spärrad"):
        ring(phones.parts, number, phones.clock())
    with pytest.raises(SettingsError, match="inget telefonnummer"):
        ring(phones.parts, to_call(phones, phones.person(""), "contact"), phones.clock())
    with pytest.raises(SettingsError, match="inget samtal"):
        ring(phones.parts, "T-0999", phones.clock())
    assert there.asked == []


def test_a_gateway_that_refuses_is_told_without_a_secret(phones: Phones, there: Gateway) -> None:
    number = to_call(phones, phones.person())
    there.answers = [(403, "nej")]
    with pytest.raises(SettingsError, match=r"\[sms\]: SMS-växeln släpper inte in oss") as refusal:
        ring(phones.parts, number, phones.clock())
    assert "kanarie" not in str(refusal.value)


def test_without_telephony_the_setting_is_named(config: Path, clock: Clock) -> None:
    opened = open_parts(load(config))
    with pytest.raises(SettingsError, match=r'\[sms\] provider: bara "46elks"'):
        ring(opened, "T-0001", clock())
    opened.close()


@pytest.mark.parametrize(
    ("result", "noted"), [("success", "någon svarade"), ("busy", "upptaget"), ("failed", "inget svar"), ("odd", "")]
)
def test_how_the_call_went_is_noted_once(phones: Phones, result: str, noted: str) -> None:
    to_call(phones, phones.person())
    (task,) = phones.tasks("call")
    for _ in range(3):
        ended(phones.parts, CallEnd(task.id, "c1", result), phones.clock())
    assert phones.tasks("call")[0].note == (f"Uppringning 09.30: {noted}" if noted else "")
    assert phones.tasks("call")[0].attempts == 0


def test_a_call_about_no_task_is_of_nothing(phones: Phones) -> None:
    to_call(phones, phones.person())
    ended(phones.parts, CallEnd("f" * 32, "c1", "success"), phones.clock())
    assert phones.tasks("call")[0].note == ""


@pytest.mark.parametrize(
    ("told", "call"),
    [
        (f"t={'a' * 32}&callid=c1&result=success", CallEnd("a" * 32, "c1", "success")),
        (f"t={'a' * 32}&result=success", None),
        ("t=1&callid=c1&result=success", None),
        ("callid=c1", None),
    ],
)
def test_the_end_of_a_call_names_our_task(told: str, call: CallEnd | None) -> None:
    assert call_end_of(fields_of(told)) == call
