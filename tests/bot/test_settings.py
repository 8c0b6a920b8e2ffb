"""Settings: what is accepted, what is refused and how it is told, and that no secret is ever shown."""

from pathlib import Path

import pytest

from medverkan.bot.settings import Settings, SettingsError, load

# Every setting of the outer interface, as it is written there.
WHOLE = """
[mailbox]
address = "invanarmedverkan@region.example"
host = "imap.region.example"
port = 993
security = "tls"
username = "bank"
password = "hemligt-1"
inbox = "INBOX"
handled = "Hanterat"
review = "Att granska"
delete_registrations = true
retention_rule = "Praktiska anvisningar, Intressebanken 4"

[mailbox.oauth]
tenant = "region"
client_id = "medverkan"
client_secret = "hemligt-2"

[receive]
listen = "lmtp://127.0.0.1:8024"

[outgoing]
host = "smtp.region.example"
port = 587
security = "starttls"
username = "bank"
internal_domains = ["region.example"]
undo_minutes = 10

[outgoing.oauth]
tenant = "region"
client_id = "medverkan"
certificate = "medverkan.pem"

[outgoing.external]
mode = "send"
address = "intressebanken@utskick.example"
host = "smtp.utskick.example"
port = 587
security = "starttls"
username = "utskick"
password = "hemligt-3"
bounces = "imaps://utskick:hemligt-4@imap.utskick.example/INBOX"

[[leads]]
name = "Karin Exempel"
email = "lead@region.example"
phone = "+46701740605"
telegram = 0

[trust]
provider = "rfc8601"
authserv_id = "mx.region.example"
dkim_domains = []

[storage]
url = "postgresql+psycopg://medverkan:hemligt-5@localhost/medverkan"
key_file = "medverkan.key"
key = "hemligt-6"

[matching]
only_introduced = false

[sms]
provider = "kannel"
url = "http://localhost:13013/"
username = "sms"
password = "hemligt-7"
sender = "Region"
incoming = "http://vaxel:hemligt-9-med-mera@127.0.0.1:8046/c9t3mz8q4w1n7r5k/"
public = "https://vaxel:hemligt-9-med-mera@sms.region.example/c9t3mz8q4w1n7r5k"

[chat]
provider = "telegram"
token = "hemligt-8"
base_url = "https://api.telegram.org"

[hours]
timezone = "Europe/Stockholm"
from = "08:00"
to = "16:30"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "medverkan.toml"
    path.write_text(text, "utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        load(path)
    return str(caught.value)


def test_every_setting_of_the_interface_is_accepted(tmp_path: Path) -> None:
    settings = load(written(tmp_path, WHOLE))
    assert settings.mailbox.oauth
    assert settings.mailbox.oauth.tenant == "region"
    assert settings.outgoing.oauth
    assert settings.outgoing.oauth.certificate == "medverkan.pem"
    assert settings.outgoing.external.address == "intressebanken@utskick.example"
    assert (settings.hours.start.hour, settings.hours.end.minute) == (8, 30)


def test_no_secret_is_shown_when_settings_are_printed(tmp_path: Path) -> None:
    settings = load(written(tmp_path, WHOLE))
    assert "hemligt" not in f"{settings!r} {settings} {settings.mailbox!r} {settings.storage!s}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[mailbox]\nhots = 'x'", "[mailbox] hots: finns inte; kontrollera stavningen eller ta bort raden"),
        ("[mailboxen]\nhost = 'x'", "[mailboxen]: finns inte"),
        ("[mailbox]\nport = 'åtta'", "[mailbox] port: ska vara ett heltal"),
        ("[mailbox]\nport = 99999", "[mailbox] port: ska vara högst 65535"),
        ("[outgoing]\nundo_minutes = -1", "[outgoing] undo_minutes: ska vara minst 0"),
        ("[mailbox]\ndelete_registrations = 'kanske'", "[mailbox] delete_registrations: ska vara true eller false"),
        ("[mailbox]\nhost = 4", "[mailbox] host: ska vara text inom citattecken"),
        ("mailbox = 4", "[mailbox]: ska vara ett eget avsnitt i filen"),
        ("[mailbox]\nsecurity = 'ssl'", "[mailbox] security: ska vara 'tls', 'starttls' eller 'none'"),
        ("[mailbox]\nhost = 'imap.region.example'\nsecurity = 'none'", '[mailbox]: security = "none" går bara mot'),
        ("[outgoing.external]\nhost = 'a.example'\nsecurity = 'none'", '[outgoing.external]: security = "none"'),
        ("[outgoing]\ninternal_domains = 'region.example'", "[outgoing] internal_domains: ska vara en lista"),
        ("[hours]\ntimezone = 'Europe/Stokholm'", "[hours] timezone: tidszonen 'Europe/Stokholm' finns inte"),
        ("[hours]\ntimezone = 'Europe'", "[hours] timezone: tidszonen 'Europe' finns inte"),
        ("[hours]\nfrom = '16:30'\nto = '08:00'", "[hours]: from ska vara före to"),
        ("[hours]\nfrom = '08:00'\nto = '08:00'", "[hours]: from ska vara före to"),
        ("[hours]\nfrom = 'åtta'", "[hours] from: ska vara ett klockslag"),
        ("[[leads]]\nemail = 'a@region.example'", "[[leads]] nr 1 name: saknas; lägg till raden"),
        ("[[leads]]\nname = ' '\nemail = 'a@region.example'", "[[leads]] nr 1 name: saknas"),
        ("[[leads]]\nname = 'A B'\nemail = 'a.region.example'", "[[leads]] nr 1 email: ska vara en e-postadress"),
        ("[leads]\nname = 'A B'\nemail = 'a@region.example'", "[[leads]]: skrivs med dubbla hakparenteser"),
        ("[mailbox]\naddress = 'bank'", "[mailbox] address: ska vara en e-postadress"),
        ("[sms]\nprovider = 'twilio'", "[sms] provider: ska vara"),
    ],
)
def test_a_wrong_setting_gives_one_line_with_setting_mend_and_file(tmp_path: Path, text: str, told: str) -> None:
    message = refusal(written(tmp_path, text))
    assert message.startswith(told)
    assert str(tmp_path / "medverkan.toml") in message
    assert len(message.splitlines()) == 1


def test_every_wrong_setting_is_told_at_once(tmp_path: Path) -> None:
    message = refusal(written(tmp_path, "[mailbox]\nport = 'x'\nhots = 'y'\n[chatt]\n"))
    assert len(message.splitlines()) == 3


def test_unreadable_toml_is_told_with_its_line_and_without_what_stands_there(tmp_path: Path) -> None:
    message = refusal(written(tmp_path, "[mailbox]\nhost = 'x'\npassword = hemligt\n"))
    assert "rad 3" in message
    assert "hemligt" not in message


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "medverkan.toml"
    path.write_bytes("[mailbox]\nreview = 'Åtgärd'".encode("latin-1"))
    assert "UTF-8" in refusal(path)


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    path = tmp_path / "medverkan.toml"
    path.write_bytes(b"\xef\xbb\xbf[mailbox]\nhost = 'a.example'\n")
    assert load(path).mailbox.host == "a.example"


def test_a_named_file_that_does_not_exist_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "saknas.toml").endswith("saknas.toml finns inte")


@pytest.mark.parametrize(
    "text",
    [
        "[mailbox]\npassword = 4711001",
        "[mailbox]\npassword = ['4711001']",
        "[mailbox]\nhost = 'imap.region.example'\nsecurity = 'none'\npassword = '4711001'",
        "[chat]\ntoken = 4711001",
        "[storage]\nkey = 4711001\nurl = 4711001",
    ],
)
def test_a_secret_in_a_wrong_setting_is_not_repeated(tmp_path: Path, text: str) -> None:
    assert "4711001" not in refusal(written(tmp_path, text))


def test_an_unusable_database_url_is_told_without_its_password(tmp_path: Path) -> None:
    from medverkan.bot.parts import open_parts

    for url in ("postgresql+psycopg://u:4711001@localhost:port/x", "mysql://u:4711001@h/x", "4711001"):
        with pytest.raises(SettingsError, match="storage") as caught:
            open_parts(load(written(tmp_path, f"[storage]\nurl = '{url}'")))
        assert "4711001" not in str(caught.value)


def test_the_environment_wins_over_the_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDVERKAN_MAILBOX__HOST", "annan.region.example")
    monkeypatch.setenv("MEDVERKAN_LEADS", '[{"name": "Siv Exempel", "email": "Siv@region.example"}]')
    monkeypatch.setenv("MEDVERKAN_OUTGOING__EXTERNAL__ADDRESS", "bank@annat.example")
    monkeypatch.setenv("MEDVERKAN_OUTGOING__INTERNAL_DOMAINS", '["kommun.example"]')
    monkeypatch.setenv("MEDVERKAN_HOURS__FROM", "09:15")
    settings = load(config)
    assert settings.mailbox.host == "annan.region.example"
    assert settings.mailbox.username == "bank"
    assert [lead.email for lead in settings.leads] == ["siv@region.example"]
    assert settings.outgoing.external.address == "bank@annat.example"
    assert settings.outgoing.external.host == "smtp.post.example"
    assert settings.is_internal("sjukhus.kommun.example")
    assert settings.hours.start.strftime("%H:%M") == "09:15"


@pytest.mark.parametrize(
    "name",
    ["MEDVERKAN_LEADS", "MEDVERKAN_OUTGOING__INTERNAL_DOMAINS", "MEDVERKAN_OUTGOING__EXTERNAL"],
)
def test_broken_json_in_the_environment_is_told_by_the_name_of_the_variable(
    config: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, '[{"hemligt')
    message = refusal(config)
    assert f"{name} är inte riktig JSON" in message
    assert "hemligt" not in message


def test_a_wrong_value_in_the_environment_names_its_variable(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDVERKAN_MAILBOX__PORT", "x")
    assert "MEDVERKAN_MAILBOX__PORT" in refusal(config)


def test_other_variables_with_our_prefix_upset_nothing(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDVERKAN_TRACE", "1")
    monkeypatch.setenv("MEDVERKAN_HOME", str(config.parent))
    assert load().mailbox.host == "imap.region.example"


def test_the_home_folder_comes_from_the_environment(
    tmp_path: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MEDVERKAN_HOME", "~/hemma")
    settings = load(config)
    assert settings.home == tmp_path / "hemma"
    assert settings.file == config


def test_a_named_file_makes_its_folder_the_home(config: Path) -> None:
    assert load(config).home == config.parent


def test_without_a_file_everything_has_a_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDVERKAN_HOME", str(tmp_path / "ny"))
    settings = load()
    assert settings.leads == ()
    assert settings.storage.key_file == "medverkan.key"
    assert not (tmp_path / "ny").exists()


@pytest.mark.parametrize(
    ("domain", "internal"),
    [
        ("region.example", True),
        ("Region.Example", True),
        ("sjukhus.region.example", True),
        ("enregion.example", False),
        ("region.example.evil.test", False),
        ("example", False),
        ("", False),
    ],
)
def test_only_our_own_domains_and_their_subdomains_are_internal(
    settings: Settings, domain: str, internal: bool
) -> None:
    assert settings.is_internal(domain) is internal


def test_an_empty_internal_domain_makes_nothing_internal(tmp_path: Path) -> None:
    settings = load(written(tmp_path, "[outgoing]\ninternal_domains = ['', '@Region.example', '.']"))
    assert settings.outgoing.internal_domains == ("region.example",)
    assert not settings.is_internal("annat.example")


def test_a_lead_is_found_by_address_in_any_case(settings: Settings) -> None:
    lead = settings.lead("KARIN@region.example")
    assert lead
    assert lead.name == "Karin Exempel"
    assert settings.lead("karin@region.example.evil.test") is None


def test_domains_are_read_however_they_are_written(config: Path) -> None:
    text = config.read_text("utf-8").replace(
        "authserv_id =", 'dkim_domains = [" Region.Example", "@b.example", ""]\nauthserv_id ='
    )
    config.write_text(text, "utf-8")
    assert load(config).trust.dkim_domains == ("region.example", "b.example")
