"""The section [sms]: nothing in the clear over a network, and an address that nobody can guess."""

import pytest
from pydantic import ValidationError

from medverkan.bot.sections.sms import Incoming, Sms

PATH = "c9t3mz8q4w1n7r5k"
WHERE = f"http://vaxel:kanarie-losenord@127.0.0.1:8046/{PATH}"


def test_nothing_is_sent_unless_it_is_set_up() -> None:
    assert Sms().provider == "none"
    assert Sms().listens is None


@pytest.mark.parametrize(
    ("incoming", "where"),
    [
        (WHERE, Incoming("127.0.0.1", 8046, f"/{PATH}", "vaxel", "kanarie-losenord")),
        (f" {WHERE}/ ", Incoming("127.0.0.1", 8046, f"/{PATH}", "vaxel", "kanarie-losenord")),
        (WHERE.replace("127.0.0.1", "[::1]"), Incoming("::1", 8046, f"/{PATH}", "vaxel", "kanarie-losenord")),
        (WHERE.replace("losenord", "l%C3%B6sen%40rd"), Incoming("127.0.0.1", 8046, f"/{PATH}", "vaxel",
                                                               "kanarie-lösen@rd")),
        (WHERE.replace(PATH, f"sms/{PATH}"), Incoming("127.0.0.1", 8046, f"/sms/{PATH}", "vaxel", "kanarie-losenord")),
    ],
)  # fmt: skip
def test_where_we_listen_is_one_url(incoming: str, where: Incoming) -> None:
    assert Sms(incoming=incoming).listens == where


@pytest.mark.parametrize(
    "incoming",
    [
        WHERE.replace("http:", "https:"),
        WHERE.replace("127.0.0.1", "0.0.0.0"),  # noqa: S104
        WHERE.replace("127.0.0.1", "10.0.0.4"),
        WHERE.replace("127.0.0.1", "sms.region.example"),
        WHERE.replace(":8046", ""),
        WHERE.replace(":8046", ":99999"),
        WHERE.replace(PATH, ""),
        WHERE.replace(PATH, "sms"),
        WHERE.replace(PATH, f"{PATH}/sms"),
        WHERE.replace(PATH, f"{{{PATH}}}"),
        WHERE.replace("vaxel:kanarie-losenord@", ""),
        WHERE.replace("kanarie-losenord", "kort"),
        f"{WHERE}?x=1",
        "127.0.0.1:8046",
        "http://[",
    ],
)
def test_an_address_that_can_be_reached_or_guessed_by_others_is_refused_and_not_shown(incoming: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Sms(incoming=incoming)
    assert "kanarie-losenord" not in str([error["msg"] for error in refusal.value.errors(include_input=False)])


def test_no_password_is_shown() -> None:
    sms = Sms(provider="kannel", password="kanarie-losenord", incoming=WHERE, public=WHERE.replace("http", "https"))
    assert "kanarie" not in repr(sms)
    assert "kanarie" not in repr(sms.listens)


@pytest.mark.parametrize(
    ("provider", "url", "fine"),
    [
        ("46elks", "", True),
        ("46elks", "https://api.46elks.com/a1", True),
        ("46elks", "http://127.0.0.1:8000/a1", True),
        ("46elks", "http://api.46elks.com/a1", False),
        ("46elks", "api.46elks.com/a1", False),
        ("kannel", "http://kannel.region.example:13013/cgi-bin/sendsms", True),
        ("kannel", "ftp://kannel.region.example", False),
        ("file", "sms.jsonl", True),
    ],
)
def test_the_password_leaves_in_the_clear_on_the_own_network_only(provider: str, url: str, fine: bool) -> None:
    if fine:
        assert Sms(provider=provider, url=url).url == url
        return
    with pytest.raises(ValidationError, match="url ska börja"):
        Sms(provider=provider, url=url)


@pytest.mark.parametrize(
    ("sender", "kept"), [("+46 70-174 06 99", "+46701740699"), ("Medverkan", "Medverkan"), ("71456", "71456"), ("", "")]
)
def test_a_sender_is_a_number_or_a_short_name(sender: str, kept: str) -> None:
    assert Sms(sender=sender).sender == kept


@pytest.mark.parametrize("sender", ["Invånarmedverkan", "Åsa", "070-174 06 99", "+0", "12345678901234567"])
def test_a_sender_that_no_gateway_takes_is_refused(sender: str) -> None:
    with pytest.raises(ValidationError, match="ska vara ett nummer"):
        Sms(sender=sender)
