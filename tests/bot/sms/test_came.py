"""What gateways tell us: forms of 46elks, addresses of Kannel, and whatever else somebody sends to that address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.sms.came import Came, Fate, Report, fields_of, report_of, sms_of

PHONE = "+46701740642"
OWN = "18ea6236c9deb0cf33cf42648e46c131"
ELKS = "direction=incoming&id=s17a6dafb12d6b1cabc053d57dac2b9d8&created=2026-02-10T08%3A30%3A00&to=%2B46700000000"


@pytest.mark.parametrize(
    ("told", "came"),
    [
        (f"{ELKS}&from=%2B46701740642&message=Ja+tack%2C+p%C3%A5+%C3%B6n", Came("s17a6dafb12d6b1cabc053d57dac2b9d8",
                                                                               PHONE, "Ja tack, på ön")),
        ("from=46701740642&to=46700000000&text=hej+%C3%A5&charset=UTF-8&coding=0&id=7-8&time=x", Came("7-8", PHONE,
                                                                                                    "hej å")),
        ("from=0701740642&text=hej+%E5&charset=8-BIT&coding=1&id=9", Came("9", PHONE, "hej å")),
        ("from=%2B46701740642&text=%00h%00%E5&charset=UTF-16BE&coding=2&id=9", Came("9", PHONE, "hå")),
        ("from=Telia&text=Saldo&id=9", Came("9", "Telia", "Saldo")),
        ("from=4512345678&text=Hej&id=9", Came("9", "4512345678", "Hej")),
        ("from=%2B46701740642&text=%E5%E4&id=9", Came("9", PHONE, "\ufffd\ufffd")),
        ("from=%2B46701740642&text=a%00b%0Ac%1B&id=9", Came("9", PHONE, "ab\nc")),
        ("from=%2B46701740642&text=&id=9", Came("9", PHONE, "")),
    ],
)  # fmt: skip
def test_an_sms_is_read_as_either_gateway_tells_it(told: str, came: Came) -> None:
    assert sms_of(fields_of(told)) == came


@pytest.mark.parametrize(
    "told", ["", "from=%2B46701740642", "text=hej", "id=9", f"{ELKS.replace('incoming', 'outgoing')}&from=1&message=x"]
)
def test_what_is_no_sms_is_none(told: str) -> None:
    assert sms_of(fields_of(told)) is None


def test_without_an_id_the_same_words_at_the_same_time_are_the_same_sms() -> None:
    first, again, later = (
        sms_of(fields_of(f"from=%2B46701740642&text=Ja&time={time}")) for time in ("08:30", "08:30", "08:31")
    )
    assert first == again
    assert first != later


@pytest.mark.parametrize(
    ("told", "report"),
    [
        (f"m={OWN}&id=s17&status=delivered&delivered=2026-02-10T08:31:00", Report(OWN, "s17", Fate.ARRIVED)),
        (f"m={OWN}&id=s17&status=failed", Report(OWN, "s17", Fate.LOST)),
        (f"m={OWN}&id=s17&status=sent", Report(OWN, "s17", Fate.ON_ITS_WAY)),
        (f"m={OWN}&status=1", Report(OWN, "", Fate.ARRIVED)),
        (f"m={OWN}&status=2", Report(OWN, "", Fate.LOST)),
        (f"m={OWN}&status=8", Report(OWN, "", Fate.ON_ITS_WAY)),
        (f"m={OWN}&status=16", Report(OWN, "", Fate.LOST)),
        ("m=1&status=1", None),
        ("status=1", None),
        (f"m={OWN}'--&status=1", None),
    ],
)
def test_a_report_names_our_own_id(told: str, report: Report | None) -> None:
    assert report_of(fields_of(told)) == report


@given(st.one_of(st.text(max_size=300), st.binary(max_size=300).map(lambda raw: raw.decode("latin-1"))))
def test_nothing_that_is_told_brings_the_reading_down(told: str) -> None:
    for query in (told, f"from=1&text={told}", f"from={told}&message={told}&charset={told}", f"m={told}&status={told}"):
        fields = fields_of(query)
        sms_of(fields)
        report_of(fields)


def test_a_flood_of_fields_is_none() -> None:
    assert fields_of("&".join(f"a{number}=1" for number in range(500))) == {}
    came = sms_of(fields_of("id=1&from=1&text=" + "x" * 100_000))
    assert came is not None
    assert len(came.text) == 2000
