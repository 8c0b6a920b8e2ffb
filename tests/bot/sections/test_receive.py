"""[receive]: what may be listened on, and by whom; the rest is refused in a line that says what to write."""

from pathlib import Path

import pytest

from medverkan.bot.settings import Settings, SettingsError, load
from medverkan.mailbox.receiving_values import Listen

GUARDED = 'certificate = "cert.pem"\nrelays = ["192.0.2.25", "2001:db8::/64"]'


def loaded(home: Path, *lines: str) -> Settings:
    """Read a file with these lines of the section."""
    file = home / "medverkan.toml"
    file.write_text("[receive]\n" + "\n".join(lines), "utf-8")
    return load(file, home=home)


@pytest.mark.parametrize(
    ("listen", "expected"),
    [
        ("lmtp://127.0.0.1:8024", Listen("lmtp", "127.0.0.1", 8024)),
        ("smtp://127.0.0.1:8025/", Listen("smtp", "127.0.0.1", 8025)),
        ("smtp://localhost:8025", Listen("smtp", "localhost", 8025)),
        ("LMTP://[::1]:8024", Listen("lmtp", "::1", 8024)),
    ],
)
def test_this_machine_may_be_listened_on_without_more(tmp_path: Path, listen: str, expected: Listen) -> None:
    receive = loaded(tmp_path, f'listen = "{listen}"').receive
    assert receive.listener(tmp_path) == expected
    assert receive.protocol == expected.protocol


@pytest.mark.parametrize(
    "listen",
    [
        "127.0.0.1:8024",
        "lmtp://127.0.0.1",
        "lmtp://127.0.0.1:0",
        "lmtp://127.0.0.1:99999",
        "lmtp://:8024",
        "smtps://127.0.0.1:465",
        "imap://127.0.0.1:143",
        "lmtp://bot@127.0.0.1:8024",
        "lmtp://127.0.0.1:8024/inbox",
        "lmtp://mx.region.example:8024",
        "lmtp://[::1:8024",
        "hemligt",
    ],
)
def test_what_is_no_address_is_refused_with_an_example_and_not_repeated(tmp_path: Path, listen: str) -> None:
    with pytest.raises(SettingsError, match=r"\[receive\] listen: ska skrivas som") as refused:
        loaded(tmp_path, f'listen = "{listen}"')
    assert listen not in str(refused.value).replace("lmtp://127.0.0.1:8024", "")


@pytest.mark.parametrize("more", ["", 'certificate = "cert.pem"', 'relays = ["192.0.2.25"]'])
@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.10", "[::]"])  # noqa: S104
def test_other_machines_need_a_certificate_and_to_be_named(tmp_path: Path, host: str, more: str) -> None:
    with pytest.raises(SettingsError, match="den egna datorn"):
        loaded(tmp_path, f'listen = "smtp://{host}:8025"', more)


def test_with_both_the_files_are_looked_for_in_the_home(tmp_path: Path) -> None:
    receive = loaded(tmp_path, 'listen = "smtp://0.0.0.0:8025"', GUARDED, 'key_file = "key.pem"').receive
    relays = ("192.0.2.25", "2001:db8::/64")
    expected = Listen("smtp", "0.0.0.0", 8025, relays, tmp_path / "cert.pem", tmp_path / "key.pem")  # noqa: S104
    assert receive.listener(tmp_path) == expected


def test_a_relay_that_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"\[receive\] relays: ska vara en lista med ip-adresser"):
        loaded(tmp_path, 'listen = "lmtp://127.0.0.1:8024"', 'relays = ["mx.region.example"]')


def test_without_the_section_nothing_is_pushed(tmp_path: Path) -> None:
    assert loaded(tmp_path).receive.protocol == ""
