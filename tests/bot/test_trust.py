"""Whose word counts: what the receiving server wrote about From, never what came along with the mail."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medverkan.bot.settings import Trust
from medverkan.bot.trust import is_vouched, proven
from medverkan.mailbox.dkim_signatures import TxtLookup
from medverkan.mailbox.mime import parse
from medverkan.mailbox.values import Letter
from tests.mailbox.signing import NOW, record, signed

OURS = Trust(authserv_id="mx.region.example")
EXCHANGE = Trust(provider="exchange")
DMARC = "mx.region.example; dmarc=pass header.from=region.example"
DKIM = "mx.region.example; dkim=pass header.d="
MICROSOFT = (
    "spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=region.example; dkim=pass (signature was verified)"
    " header.d=region.example;dmarc=pass action=none header.from=region.example;compauth=pass reason=100"
)
MICROSOFT_FAILED = (
    "spf=fail (sender IP is 192.0.2.66) smtp.mailfrom=region.example; dkim=none (message not signed)"
    " header.d=none;dmarc=fail action=quarantine header.from=region.example;compauth=fail reason=000"
)
INTERNAL = "X-MS-Exchange-Organization-AuthAs: Internal"


def letter(*above: str, sender: str = "Karin Exempel <karin@region.example>", below: tuple[str, ...] = ()) -> Letter:
    """Return the mail as it lies in the mailbox: what servers wrote on top, then what the author wrote."""
    written = [f"From: {sender}", "To: bank@region.example", "Subject: SV: förslag", *below]
    return parse("\r\n".join([*above, *written, "", "JA 1", ""]).encode())


def results(*values: str, sender: str = "karin@region.example", below: tuple[str, ...] = ()) -> Letter:
    return letter(*(f"Authentication-Results: {value}" for value in values), sender=sender, below=below)


@pytest.mark.parametrize(
    ("value", "vouched"),
    [
        (DMARC, True),
        ("mx.region.example; dmarc=pass", True),
        ("mx.region.example; dmarc=pass (p=REJECT sp=NONE dis=NONE) header.from=region.example", True),
        ("mx.region.example; dmarc=pass policy.dmarc=reject header.from=karin@region.example", True),
        ("mx.region.example; dmarc=pass header.from=evil.test", False),
        ("mx.region.example; dmarc=pass header.from=region.example.evil.test", False),
        (DKIM + "region.example", True),
        ("mx.region.example; dkim=pass (2048-bit key; unprotected) header.i=@region.example header.b=ab12", True),
        ('mx.region.example; dkim=pass reason="1024-bit key; insecure" header.d=region.example', True),
        (DKIM + "sjukhus.region.example", False),
        (DKIM + "evil.test", False),
        (DKIM + "enregion.example", False),
        (DKIM + "example", False),
        ("mx.region.example; dkim=pass", False),
        ("mx.region.example; dkim=fail header.d=region.example; dkim=pass header.d=evil.test", False),
        ("mx.region.example; dkim=fail header.d=evil.test; dkim=pass header.d=region.example", True),
        ("mx.region.example; dmarc=none; dkim=pass header.d=region.example", True),
        ("mx.region.example; spf=pass smtp.mailfrom=karin@region.example", False),
        ("mx.region.example; spf=pass smtp.mailfrom=region.example; dmarc=fail header.from=region.example", False),
        ("mx.region.example; dmarc=fail header.from=region.example; dkim=pass header.d=evil.test", False),
        ("mx.region.example; dmarc=pass header.from=region.example; dmarc=fail header.from=region.example", False),
        ("mx.region.example; arc=pass (i=1 dkim=pass dkdomain=region.example)", False),
        ("mx.region.example; auth=pass smtp.auth=karin@region.example", False),
        ("mx.region.example; iprev=pass policy.iprev=192.0.2.1", False),
        ("mx.region.example; none", False),
        ("mx.region.example", False),
        ("mx.region.example; dmarc=pass header.from=region.example;", True),
        ("mx.region.example 1; dmarc=pass header.from=region.example", True),
        # Not as our server spells itself: somebody hopes that it takes away only its own spelling.
        ("mx.region.example/1; dmarc=pass header.from=region.example", False),
        ("(from the relay) mx.region.example (v2); dmarc=pass header.from=region.example", False),
        ("mx.region.example (v2); dmarc=pass header.from=region.example", False),
        ("mx.region.example;\r\n\tspf=pass smtp.mailfrom=x.test;\r\n\tdmarc=pass header.from=region.example", True),
        ("MX.Region.Example; dmarc=pass header.from=region.example", False),
        ("mx.region.example; DMARC=PASS Header.From=REGION.EXAMPLE", True),
        ("other.example; dmarc=pass header.from=region.example", False),
        ("mx.region.example.evil.test; dmarc=pass header.from=region.example", False),
        ("dmarc=pass header.from=region.example", False),
        ("; dmarc=pass header.from=region.example", False),
        (" ", False),
        ("mx.region.example; " + "spf=pass; " * 2000 + "dmarc=pass header.from=region.example", False),
        ("mx.region.example; dkim=pass header.d=(((((((", False),
        ("mx.region.example; spf=pass; none", False),
        ("mx.region.example 2; dmarc=pass header.from=region.example", False),
        ('mx.region.example; spf=fail smtp.mailfrom="a; dmarc=pass header.from=region.example"@evil.test', False),
        ("mx.region.example; dmarc=passed header.from=region.example", False),
    ],
)
def test_dmarc_or_aligned_dkim_vouches_and_nothing_else(value: str, vouched: bool) -> None:
    assert is_vouched(results(value), OURS) is vouched


def test_a_parent_domains_signature_is_aligned_with_its_subdomain() -> None:
    assert is_vouched(results(DKIM + "region.example", sender="karin@ledning.region.example"), OURS)


@pytest.mark.parametrize(
    ("values", "vouched"),
    [
        ((DMARC, "mx.region.example; dmarc=fail header.from=region.example"), False),
        ((DMARC, "MX.REGION.EXAMPLE; dmarc=fail header.from=region.example"), False),
        ((DMARC, "mx.region.example; dkim=fail header.d=region.example"), True),
        ((DMARC, DMARC), True),
        (("MX.REGION.EXAMPLE; dmarc=pass header.from=region.example", DMARC), False),
        (("mx.region.example; dmarc=fail header.from=region.example", DMARC), False),
        (("mx.region.example; spf=pass smtp.mailfrom=region.example", DMARC), False),
        (("mx.region.example; (broken", DMARC), False),
        (("evil.test; dmarc=fail header.from=region.example", DMARC), True),
        (("evil.test; dmarc=pass header.from=region.example", "mx.region.example; dmarc=fail"), False),
    ],
)
def test_only_our_servers_topmost_header_counts(values: tuple[str, ...], vouched: bool) -> None:
    assert is_vouched(results(*values), OURS) is vouched


def test_a_verdict_below_what_the_author_wrote_came_with_the_mail() -> None:
    assert not is_vouched(letter(below=(f"Authentication-Results: {DMARC}",)), OURS)
    assert not is_vouched(letter("Message-ID: <1@evil.test>", f"Authentication-Results: {DMARC}"), OURS)
    assert not is_vouched(letter(below=(f"Authentication-Results: {MICROSOFT}",)), EXCHANGE)
    assert is_vouched(letter("Received: from a by b", f"Authentication-Results: {DMARC}"), OURS)


@pytest.mark.parametrize(
    "header",
    [
        f"ARC-Authentication-Results: i=1; {DMARC}",
        f"Authentication-Results-Original: {DMARC}",
        f"X-Authentication-Results: {DMARC}",
        f"Authentication-Result: {DMARC}",
        "X-MS-Exchange-Authentication-Results: dmarc=pass header.from=region.example",
        "Received-SPF: pass",
        "ARC-Seal: i=1; cv=pass; d=region.example",
    ],
)
def test_no_other_header_vouches(header: str) -> None:
    assert not is_vouched(letter(header), OURS)
    assert not is_vouched(letter(header), EXCHANGE)


def lookup_of(asked: list[str]) -> TxtLookup:
    def lookup(name: str) -> bytes | None:
        asked.append(name)
        return record()

    return lookup


def trusted(raw: bytes, trust: Trust, asked: list[str] | None = None) -> bool:
    return is_vouched(proven(parse(raw), raw, trust, lookup_of([] if asked is None else asked), NOW), trust)


SIGNING = Trust(authserv_id="mx.region.example", dkim_domains=("region.example",))


def test_where_our_server_wrote_no_verdict_the_signature_is_checked_here() -> None:
    assert trusted(signed(), SIGNING)
    assert trusted(signed(), Trust(dkim_domains=("region.example",)))
    assert trusted(signed(), Trust(provider="exchange", dkim_domains=("region.example",)))
    assert trusted(
        b"X-MS-Exchange-Organization-AuthAs: Anonymous\r\n" + signed(),
        SIGNING.model_copy(update={"provider": "exchange"}),
    )
    assert not trusted(signed(), OURS)
    assert not trusted(signed().replace(b"JA 1", b"JA 3"), SIGNING)


@pytest.mark.parametrize(
    "verdict",
    [
        b"mx.region.example; dmarc=fail",
        b"mx.region.example; none",
        b"MX.REGION.EXAMPLE; dmarc=pass header.from=region.example",
        b"mx.region.example",
    ],
)
def test_a_verdict_of_our_server_goes_before_a_signature_and_the_name_service_is_not_asked(verdict: bytes) -> None:
    asked: list[str] = []
    assert not trusted(b"Authentication-Results: " + verdict + b"\r\n" + signed(), SIGNING, asked)
    assert asked == []


def test_only_senders_of_the_named_domains_are_looked_into() -> None:
    asked: list[str] = []
    stranger = signed().replace(b"karin@region.example", b"karin@evil.test")
    assert not trusted(stranger, SIGNING, asked)
    assert not trusted(signed().replace(b"From: ", b"From: x, "), SIGNING, asked)
    assert asked == []


def test_a_signature_of_a_part_of_the_organisation_does_not_speak_for_the_whole_nor_for_another() -> None:
    asked: list[str] = []
    for below in (b"sjukhus.region.example", b"enregion.example"):
        trust = Trust(dkim_domains=("region.example", "enregion.example"))
        assert not trusted(signed(domain=below), trust, asked)


def test_a_server_without_a_name_vouches_for_nobody() -> None:
    assert not is_vouched(results(DMARC), Trust())


@pytest.mark.parametrize(
    "sender",
    [
        "karin@region.example (x) <y@evil.test>",
        "karin@region.example, y@evil.test",
        "<karin@region.example> <y@evil.test>",
        "Karin: karin@region.example;",
        "",
        "karin",
        "karin@",
    ],
)
def test_nobody_is_vouched_for_where_from_is_not_exactly_one_mailbox(sender: str) -> None:
    mail = results(DMARC, sender=sender)
    assert not is_vouched(mail, OURS)
    assert not is_vouched(letter(f"Authentication-Results: {MICROSOFT}", INTERNAL, sender=sender), EXCHANGE)


def test_nobody_is_vouched_for_where_there_are_two_from_headers() -> None:
    mail = results(DMARC, below=("From: y@evil.test",))
    assert not is_vouched(mail, OURS)


def test_an_address_in_the_display_name_is_not_the_sender() -> None:
    mail = results("mx.region.example; dmarc=pass header.from=evil.test", sender='"karin@region.example" <y@evil.test>')
    assert mail.sender == "y@evil.test"
    assert is_vouched(mail, OURS)


@pytest.mark.parametrize(
    ("values", "vouched"),
    [
        ((MICROSOFT,), True),
        ((MICROSOFT.replace(";", ";\r\n "),), True),
        ((MICROSOFT_FAILED,), False),
        ((MICROSOFT_FAILED, MICROSOFT), False),
        ((MICROSOFT, MICROSOFT_FAILED), True),
        (("evil.test; none", MICROSOFT), False),
        ((f"evil.test; {MICROSOFT}",), False),
        (("spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=region.example; dkim=none; dmarc=none",), False),
        (("spf=pass smtp.mailfrom=region.example; dkim=none;dmarc=bestguesspass header.from=region.example",), False),
        (
            ("spf=softfail smtp.mailfrom=x.test; dkim=pass header.d=evil.test;dmarc=none header.from=region.example",),
            False,
        ),
        (("", MICROSOFT), False),
    ],
)
def test_microsofts_topmost_header_has_no_name_and_counts_for_exchange(values: tuple[str, ...], vouched: bool) -> None:
    assert is_vouched(results(*values), EXCHANGE) is vouched


BY_MICROSOFT = (
    "Received: from a.prod.outlook.com (2603:10a6::1) by b.eurprd02.prod.outlook.com (2603:10a6::2) with HTTPS; x"
)
BY_FRONTEND = (
    "Received: from c.eop-eur05.prod.protection.outlook.com (::1)\r\n by d.outlook.office365.com (::2) with SMTP; x"
)


@pytest.mark.parametrize(
    ("above", "vouched"),
    [
        ((BY_MICROSOFT, BY_FRONTEND), True),
        ((BY_MICROSOFT.replace("outlook.com (2603:10a6::2)", "outlook.com.evil.test"),), False),
        # Exchange on servers of one's own writes no verdict: the topmost came with the mail.
        (
            ("Received: from evil.test (192.0.2.66) by ex1.region.local (10.0.0.1) with Microsoft SMTP Server; x",),
            False,
        ),
        (("Received: from evil.test by ex1.region.local; x", BY_MICROSOFT), False),
        (("Received: from by x.outlook.com (192.0.2.66) by ex1.region.local (10.0.0.1); x",), False),
        (("Received: from evil.test (192.0.2.66); x",), False),
    ],
)
def test_microsofts_verdict_counts_where_only_microsoft_carried_the_mail_since(
    above: tuple[str, ...], vouched: bool
) -> None:
    assert is_vouched(letter(*above, f"Authentication-Results: {MICROSOFT}"), EXCHANGE) is vouched


def test_the_receiving_domain_between_microsofts_results_is_no_result() -> None:
    value = MICROSOFT.replace("; dkim=", "; mottagare.example; dkim=").replace(";dmarc=", ";mottagare.example; dmarc=")
    assert is_vouched(results(value), EXCHANGE)
    assert not is_vouched(results(value.replace("dmarc=pass", "dmarc=fail")), EXCHANGE)


@pytest.mark.parametrize(
    ("above", "below", "vouched"),
    [
        ((INTERNAL,), (), True),
        (("Received: from a by b; Tue, 10 Feb 2026 09:30:00 +0100", INTERNAL.upper()), (), True),
        ((), (INTERNAL,), False),
        ((INTERNAL,), (INTERNAL,), False),
        ((INTERNAL, INTERNAL), (), False),
        ((INTERNAL.replace("Internal", "Anonymous"),), (INTERNAL,), False),
        ((INTERNAL.replace("Internal", "Anonymous"),), (), False),
        ((INTERNAL + "ly",), (), False),
        (("Message-ID: <1@evil.test>", INTERNAL), (), False),
        ((), (), False),
    ],
)
def test_exchanges_stamp_counts_once_and_above_what_the_author_wrote(
    above: tuple[str, ...], below: tuple[str, ...], vouched: bool
) -> None:
    assert is_vouched(letter(*above, below=below), EXCHANGE) is vouched


def test_exchanges_stamp_counts_only_where_the_provider_is_exchange() -> None:
    assert not is_vouched(letter(INTERNAL), OURS)


PIECES = st.sampled_from(
    ["mx.region.example", "exchange", ";", "=", "dmarc", "dkim", "pass", "fail", "header.from", "header.d", "header.i",
     "region.example", "(", ")", '"', "\\", " ", "@", ".", "/", "1", "\x00", "å", "\ud800", "none", "<", ">", ","]
)  # fmt: skip


@given(value=st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200))
def test_no_header_makes_it_fail(value: str) -> None:
    for whole in (value, f"mx.region.example; {value}", f"spf=pass; {value}"):
        mail = Letter(sender="karin@region.example", headers=(("Authentication-Results", whole), ("From", "x")))
        assert is_vouched(mail, OURS) in (True, False)
        assert is_vouched(mail, EXCHANGE) in (True, False)


@given(raw=st.binary(max_size=400))
def test_no_mail_makes_it_fail(raw: bytes) -> None:
    top = b"Authentication-Results: mx.region.example; " + raw + b"\r\nFrom: karin@region.example\r\n\r\nJA"
    assert is_vouched(parse(top), OURS) in (True, False)
    assert is_vouched(parse(raw), EXCHANGE) in (True, False)


def test_a_mail_built_by_the_library_is_read_the_same() -> None:
    mail = EmailMessage()
    mail["Authentication-Results"] = DMARC
    mail["From"] = "Karin Exempel <karin@region.example>"
    mail.set_content("JA 1")
    assert is_vouched(parse(mail.as_bytes()), OURS)
