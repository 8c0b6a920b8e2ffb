"""Which server stands for which section, and what `run` and `doctor` say is lacking."""

from contextlib import closing
from pathlib import Path

import pytest

from medverkan.bot.adapters import (
    check_complete,
    external_sender,
    has_mailbox,
    internal_sender,
    receiving_of,
    source_of,
)
from medverkan.bot.settings import Settings, SettingsError, load


def with_lines(config: Path, *lines: str) -> Settings:
    config.write_text(config.read_text("utf-8") + "\n" + "\n".join(lines), "utf-8")
    return load(config)


def test_a_whole_configuration_lacks_nothing(settings: Settings) -> None:
    assert check_complete(settings) == []


def test_each_thing_a_service_cannot_do_without_is_named_with_the_file(tmp_path: Path) -> None:
    empty = tmp_path / "medverkan.toml"
    empty.write_text("")
    lines = check_complete(load(empty))
    for name in ("[mailbox] address", "[mailbox] host", "[outgoing] host", "[[leads]]", "[trust] authserv_id"):
        assert any(line.startswith(name) and str(empty) in line for line in lines)


OAUTH = ('tenant = "t"', 'client_id = "c"', 'client_secret = "hemligt"')


@pytest.mark.parametrize("section", ["mailbox", "outgoing", "outgoing.external"])
@pytest.mark.parametrize(
    ("without", "told"), [(0, "tenant: saknas"), (1, "client_id: saknas"), (2, "client_secret: saknas")]
)
def test_what_oauth_lacks_is_told_with_section_and_file(config: Path, section: str, without: int, told: str) -> None:
    drop_password(config)
    lines = [line for at, line in enumerate(OAUTH) if at != without]
    settings = with_lines(config, f"[{section}.oauth]", *lines)
    assert check_complete(settings) == [line for line in check_complete(settings) if str(config) in line]
    (line,) = check_complete(settings)
    assert line.startswith(f"[{section}.oauth] {told}")
    assert "hemligt" not in line


def test_one_of_secret_and_certificate_is_wanted_and_the_file_must_be_there(config: Path) -> None:
    drop_password(config)
    settings = with_lines(config, "[mailbox.oauth]", *OAUTH, 'certificate = "app.pem"')
    both, missing = check_complete(settings)
    assert "bara ett av" in both
    assert f"{config.parent / 'app.pem'} finns inte" in missing


def test_a_password_beside_oauth_is_told(config: Path) -> None:
    (line,) = check_complete(with_lines(config, "[mailbox.oauth]", *OAUTH))
    assert "password används inte" in line


def test_with_oauth_the_mailbox_is_its_own_user_name(config: Path) -> None:
    drop_password(config)
    config.write_text(config.read_text("utf-8").replace('username = "bank"\n', ""), "utf-8")
    settings = with_lines(config, "[mailbox.oauth]", *OAUTH)
    assert check_complete(settings) == []
    with closing(source_of(settings)) as source:
        assert source.account == "bank@region.example@imap.region.example"


def test_signatures_checked_by_ourselves_need_no_name_of_a_server(config: Path) -> None:
    text = config.read_text("utf-8").replace('authserv_id = "mx.region.example"', 'dkim_domains = ["region.example"]')
    config.write_text(text, "utf-8")
    assert check_complete(load(config)) == []


def drop_password(config: Path) -> None:
    config.write_text(config.read_text("utf-8").replace('password = "kanarie-losenord-1"\n', ""), "utf-8")


def test_the_mailbox_itself_cannot_be_the_external_identity(config: Path) -> None:
    config.write_text(config.read_text("utf-8").replace("utskick@post.example", "BANK@region.example"), "utf-8")
    (line,) = check_complete(load(config))
    assert line.startswith("[outgoing.external] address: får inte vara brevlådans egen adress")


def test_a_chat_without_a_token_is_told(config: Path) -> None:
    (line,) = check_complete(with_lines(config, "[chat]", 'provider = "telegram"'))
    assert line.startswith("[chat] token: saknas")


def test_no_mailbox_is_needed_where_mail_is_pushed_to_us(config: Path) -> None:
    text = config.read_text("utf-8").replace('host = "imap.region.example"\nusername = "bank"', "")
    config.write_text(text, "utf-8")
    assert [line.partition(":")[0] for line in check_complete(load(config))] == ["[mailbox] host", "[mailbox] username"]
    settings = with_lines(config, "[receive]", 'listen = "lmtp://127.0.0.1:8024"')
    assert check_complete(settings) == []
    assert not has_mailbox(settings)
    assert receiving_of(settings)


def test_drafts_need_a_mailbox_also_where_mail_is_pushed_to_us(config: Path) -> None:
    text = config.read_text("utf-8").replace('host = "imap.region.example"\n', "")
    config.write_text(text.replace('address = "utskick@post.example"', 'mode = "draft"'), "utf-8")
    (line,) = check_complete(with_lines(config, "[receive]", 'listen = "lmtp://127.0.0.1:8024"'))
    assert line.startswith("[mailbox] host: saknas")


def test_drafts_need_no_external_server(config: Path) -> None:
    text = config.read_text("utf-8").replace('address = "utskick@post.example"', 'mode = "draft"')
    config.write_text(text.replace('host = "smtp.post.example"', ""), "utf-8")
    settings = load(config)
    assert check_complete(settings) == []
    assert external_sender(settings) is None


def test_each_identity_sends_from_its_own_address(settings: Settings) -> None:
    internal, external = internal_sender(settings), external_sender(settings)
    assert internal
    assert external
    assert (internal.address, external.address) == ("bank@region.example", "utskick@post.example")


def test_a_mailbox_that_is_not_set_up_is_told(tmp_path: Path) -> None:
    empty = tmp_path / "medverkan.toml"
    empty.write_text("")
    with pytest.raises(SettingsError, match=r"\[mailbox\] address: saknas"):
        source_of(load(empty))
    assert internal_sender(load(empty)) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('handled = "Inbox"', "[mailbox] handled: får inte vara samma mapp som inbox"),
        ('review = "INBOX"', "[mailbox] review: får inte vara samma mapp som inbox"),
        ('review = "Hanterat"', "[mailbox] review: får inte vara samma mapp som handled"),
        ('review = ""', "[mailbox] review: får inte vara tom"),
    ],
)
def test_the_three_folders_are_three(config: Path, line: str, told: str) -> None:
    config.write_text(config.read_text("utf-8").replace("[mailbox]", f"[mailbox]\n{line}"), "utf-8")
    (found,) = check_complete(load(config))
    assert found.startswith(told)
    assert str(config) in found


@pytest.mark.parametrize(
    ("url", "is_refused"),
    [
        ("imaps://bank:x@IMAP.Region.example/INBOX", True),
        ("imaps://bank:x@imap.region.example", True),
        ("imaps://Bank:x@imap.region.example./inbox", True),
        ("imap://bank%40region.example:x@imap.region.example/Hanterat", True),
        ("imaps://bank:x@imap.region.example/Studsar", False),
        ("imaps://studs:x@imap.region.example/INBOX", False),
        ("imaps://bank:x@imap.post.example/INBOX", False),
    ],
)
def test_bounces_are_not_looked_for_in_the_functional_mailbox_itself(config: Path, url: str, is_refused: bool) -> None:
    text = config.read_text("utf-8").replace("[outgoing.external]", f'[outgoing.external]\nbounces = "{url}"')
    config.write_text(text, "utf-8")
    told = check_complete(load(config))
    assert [line.partition(";")[0] for line in told] == (
        ["[outgoing.external] bounces: får inte vara funktionsbrevlådan"] if is_refused else []
    )
