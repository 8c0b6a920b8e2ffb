"""Forgeries of who writes: From in every odd form, and headers that name a lead beside it."""

from collections.abc import Callable

from medverkan.bot.settings import Trust
from tests.bot.forging import EVIL, EVIL_PASS, FAIL, KARIN, MX, OVE, PASS, RESULTS, RFC8601, Scene

Forgery = tuple[Callable[[Scene], bytes], Trust]


def _from(sender: str | None, top: str = PASS, more: str = "") -> Forgery:
    return (lambda scene: scene.mail(sender=sender, top=top, more=more)), RFC8601


def _passing(domain: str) -> str:
    return f"{RESULTS}: {MX}; dmarc=pass header.from={domain}"


# Those with PASS are the worst case: the receiving server has let itself be fooled about the very same From.
SENDERS: dict[str, Forgery] = {
    "the lead's address, and nothing more": _from(f"Karin Exempel <{KARIN}>", FAIL),
    "the lead's address, and no verdict at all": _from(f"Karin Exempel <{KARIN}>", ""),
    "the other lead's address": _from(f"<{OVE}>", FAIL),
    "the lead's address as display name": _from(f'"{KARIN}" <{EVIL}>', EVIL_PASS),
    "the lead's name as display name": _from(f"Karin Exempel <{EVIL}>", EVIL_PASS),
    "the lead's address before another's": _from(f"{KARIN} <{EVIL}>"),
    "the lead's address, a comment, another's": _from(f"{KARIN} (x) <{EVIL}>"),
    "another's address in a comment": _from(f"{KARIN} ({EVIL})"),
    "two pairs of brackets": _from(f"<{KARIN}> <{EVIL}>"),
    "brackets within brackets": _from(f"<<{KARIN}>{EVIL}>"),
    "a list, the lead first": _from(f"{KARIN}, {EVIL}"),
    "a list, the lead last": _from(f"{EVIL}, {KARIN}"),
    "a list with semicolons": _from(f"{EVIL}; {KARIN}"),
    "a group": _from(f"Utvecklingsledare: {KARIN};"),
    "a group before an address": _from(f"Utvecklingsledare: {KARIN}; <{EVIL}>"),
    "a route": _from(f"<@evil.test:{KARIN}>"),
    "an unclosed quotation mark": _from(f'"Karin <{KARIN}> <{EVIL}>'),
    "an escaped quotation mark": _from(f'"Karin\\" <{KARIN}> " <{EVIL}>', EVIL_PASS),
    "a quoted local part": _from('"karin.exempel"@region.example'),
    "a local part with a space": _from("karin.exempel @region.example"),
    "nobody": _from("<>"),
    "an empty From": _from(""),
    "no From": _from(None),
    "only Sender": _from(None, more=f"Sender: {KARIN}"),
    "two From headers, the lead's first": _from(f"{KARIN}\r\nFrom: {EVIL}"),
    "two From headers, the lead's last": _from(f"{EVIL}\r\nFrom: {KARIN}"),
    "two From headers, both the lead's": _from(f"{KARIN}\r\nFrom: {KARIN}"),
    "two From headers, one with a space before the colon": _from(f"{EVIL}\r\nFrom : {KARIN}"),
    "two From headers, one in capitals at the end": _from(EVIL, EVIL_PASS, f"FROM: {KARIN}"),
    "a From folded over another": _from(f"{EVIL}\r\n {KARIN}"),
    "a carriage return in From": _from(f"{EVIL}\rFrom: {KARIN}", EVIL_PASS),
    "a line feed and an encoded From": _from(f"=?utf-8?q?x=0D=0AFrom=3A_{KARIN}?= <{EVIL}>", EVIL_PASS),
    "a null byte after the lead's address": _from(f"{KARIN}\x00@evil.test"),
    "a null byte within": _from(f"karin.exempel@region.example\x00 <{EVIL}>"),
    "a tab and a bell": _from(f"{KARIN}\x07"),
    "an encoded word as the address": _from("=?utf-8?q?karin.exempel=40region.example?="),
    "an encoded word in brackets": _from("<=?utf-8?q?karin.exempel?=@region.example>"),
    "an encoded word that opens a bracket": _from(f"=?utf-8?q?Karin_=3C{KARIN}=3E?= <{EVIL}>", EVIL_PASS),
    "a Cyrillic letter": _from("kаrin.exempel@region.example"),
    "a Cyrillic domain": _from("karin.exempel@rеgion.example"),
    "a domain in punycode": _from("karin.exempel@xn--rgion-4ve.example", _passing("xn--rgion-4ve.example")),
    "full-width letters": _from("ｋarin.exempel@region.example"),
    "an invisible letter": _from("karin\u200b.exempel@region.example"),
    "letters from right to left": _from(f"\u202e{EVIL}\u202c <{EVIL}> {KARIN}"),
    "a domain below": _from("karin.exempel@evil.region.example", _passing("evil.region.example")),
    "a domain that begins alike": _from(f"{KARIN}.evil.test", _passing("region.example.evil.test")),
    "a domain that ends alike": _from("karin.exempel@enregion.example", _passing("enregion.example")),
    "a dot after the domain": _from(f"{KARIN}."),
    "a plus address": _from("karin.exempel+ja@region.example"),
    "an address literal": _from("karin.exempel@[192.0.2.7]"),
    "a colleague": _from("Kim Kollega <kim.kollega@region.example>"),
    "a colleague with the lead as Sender": _from("kim.kollega@region.example", more=f"Sender: {KARIN}"),
    "a colleague with the lead as Reply-To": _from("kim.kollega@region.example", more=f"Reply-To: {KARIN}"),
    "a stranger with the lead as Reply-To": _from(EVIL, EVIL_PASS, f"Reply-To: {KARIN}"),
    "a stranger who resends": _from(EVIL, EVIL_PASS, f"Resent-From: {KARIN}\r\nResent-Sender: {KARIN}"),
    "a stranger with headers that programs make": _from(
        EVIL, EVIL_PASS, f"X-Original-From: {KARIN}\r\nX-Sender: {KARIN}\r\nReturn-Path: <{KARIN}>\r\nX-Lead: {KARIN}"
    ),
    "a list that rewrote From": _from(
        '"Karin Exempel via lista" <lista@region.example>', more=f"Reply-To: {KARIN}\r\nList-Id: <lista.region.example>"
    ),
    "the unit, with the lead's letter": _from("Eva Lindstam <eva.lindstam@region.example>"),
    "the functional mailbox itself": _from("invanarmedverkan@region.example"),
    "a header of two thousand letters": _from(f'"{"x" * 2000}" <{KARIN}>'),
}
