"""Forgeries of what the mail system says: verdicts that came with the mail, or say something else than they seem to."""

from collections.abc import Callable
from datetime import UTC, datetime

from medverkan.bot.settings import Trust
from tests.bot.forging import EVIL, EXCHANGE, FAIL, KARIN, MX, PASS, RESULTS, RFC8601, SIGNATURES, Scene
from tests.mailbox.signing import USUAL, signed

Forgery = tuple[Callable[[Scene], bytes], Trust]
GOOD = "dmarc=pass header.from=region.example"
MICROSOFT = f"{RESULTS}: spf=pass smtp.mailfrom=region.example; dkim=none; {GOOD};compauth=pass reason=100"
INTERNAL = "X-MS-Exchange-Organization-AuthAs: Internal"
ANONYMOUS = "X-MS-Exchange-Organization-AuthAs: Anonymous"


def _top(top: str, trust: Trust = RFC8601, more: str = "") -> Forgery:
    return (lambda scene: scene.mail(top=top, more=more)), trust


def _says(verdict: str) -> Forgery:
    return _top(f"{RESULTS}: {verdict}")


def _nested(inner_top: str, trust: Trust = RFC8601) -> Forgery:
    """Wrap a perfect answer in a stranger's mail."""

    def forge(scene: Scene) -> bytes:
        inner = scene.mail(top=inner_top).decode()
        body = f"--b\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--b--\r\n"
        stamp = f"{RESULTS}: {MX}; dmarc=pass header.from=evil.test"
        return scene.mail(top=stamp, sender=EVIL, kind="multipart/mixed; boundary=b", body=body)

    return forge, trust


def _signed(change: Callable[[bytes], bytes] = lambda raw: raw, **how: object) -> Forgery:
    def forge(scene: Scene) -> bytes:
        right = signed(scene.mail(top="", quote=False), **how)  # type: ignore[arg-type]
        return change(right)

    return forge, SIGNATURES


def _swapped(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def swap(raw: bytes) -> bytes:
        assert old in raw
        return raw.replace(old, new, 1)

    return swap


_EXPIRED = b"x=%d; bh=" % (datetime(2026, 1, 1, tzinfo=UTC).timestamp())

VERDICTS: dict[str, Forgery] = {
    "a verdict below ours": _top(f"{FAIL}\r\n{PASS}"),
    "a verdict below ours and below a Received": _top(f"{FAIL}\r\nReceived: from a by {MX}; x\r\n{PASS}"),
    "a verdict above ours that contradicts it": _top(f"{PASS}\r\n{FAIL}"),
    "our name in capitals": _says(f"MX.REGION.EXAMPLE; {GOOD}"),
    "our name in capitals above ours": _top(f"{RESULTS}: MX.REGION.EXAMPLE; {GOOD}\r\n{FAIL}"),
    "our name after a comment": _says(f"(x) {MX}; {GOOD}"),
    "our name before a comment": _says(f"{MX} (x); {GOOD}"),
    "our name with a version behind a stroke": _says(f"{MX}/1; {GOOD}"),
    "our name with another version": _says(f"{MX} 2; {GOOD}"),
    "our name with a dot": _says(f"{MX}.; {GOOD}"),
    "our name within a longer one": _says(f"{MX}.evil.test; {GOOD}"),
    "our name in quotation marks": _says(f'"{MX}"; {GOOD}'),
    "our name with a Cyrillic letter": _says(f"mх.region.example; {GOOD}"),
    "a stranger's name": _says(f"mx.evil.test; {GOOD}"),
    "no name": _says(GOOD),
    "an encoded name": _says(f"=?utf-8?q?{MX}?=; {GOOD}"),
    "a verdict below what the author writes": _top("", more=PASS),
    "a verdict below the Subject": _top("X-Mailer: x", more=PASS),
    "pass and fail in one": _says(f"{MX}; {GOOD}; dmarc=fail header.from=region.example"),
    "pass for another domain": _says(f"{MX}; dmarc=pass header.from=evil.test"),
    "pass for a domain below": _says(f"{MX}; dmarc=pass header.from=x.region.example"),
    "pass for a domain above": _says(f"{MX}; dmarc=pass header.from=example"),
    "a guess": _says(f"{MX}; dmarc=bestguesspass header.from=region.example"),
    "none": _says(f"{MX}; none"),
    "a signature of another domain": _says(f"{MX}; dkim=pass header.d=evil.test"),
    "a signature of a domain below": _says(f"{MX}; dkim=pass header.d=x.region.example"),
    "a signature of a whole top domain": _says(f"{MX}; dkim=pass header.d=example"),
    "a signature of nobody": _says(f"{MX}; dkim=pass"),
    "the sender's server only": _says(f"{MX}; spf=pass smtp.mailfrom={KARIN}"),
    "a login of somebody": _says(f"{MX}; auth=pass smtp.auth={KARIN}"),
    "a known address": _says(f"{MX}; iprev=pass policy.iprev=192.0.2.1"),
    "a chain of forwarders": _says(f"{MX}; arc=pass (i=1 dmarc=pass header.from=region.example)"),
    "a verdict in a comment": _says(f"{MX}; dmarc=fail ({GOOD})"),
    "a verdict in a reason": _says(f'{MX}; dmarc=fail reason="; {GOOD}" header.from=region.example'),
    "a verdict in an address": _says(f'{MX}; spf=fail smtp.mailfrom="; {GOOD} "@evil.test'),
    "a verdict of eight thousand letters": _says(f"{MX}; {'spf=pass; ' * 900}{GOOD}"),
    "a verdict that is folded away": _top(f"{FAIL};\r\n {GOOD}"),
    "a verdict behind an encoded line break": _top(
        f"X-A: =?utf-8?q?x=0D=0A{RESULTS}=3A_{MX}=3B_{GOOD.replace('=', '=3D')}?="),
    "a verdict in the words": (lambda s: s.mail(f"{PASS}\r\nJA 1 2", top=FAIL), RFC8601),
    "a verdict in the words, before a line that looks like the end": (
        lambda s: s.mail(f"{PASS}\r\n\r\nJA 1 2", top=f"{FAIL}\r\n \r\n", quote=False), RFC8601),
    "ARC says that it passed": _top(
        f"ARC-Authentication-Results: i=1; {MX}; {GOOD}\r\nARC-Seal: i=1; cv=none; d=region.example"),
    "another header says so": _top(f"X-{PASS}\r\n{RESULTS}-Original: {MX}; {GOOD}\r\nX-Spam-Status: No, DKIM_VALID_AU"),
    "an answer within a stranger's mail": _nested(PASS),
    "an answer from Exchange within a stranger's mail": _nested(INTERNAL, EXCHANGE),
    "Exchange: nothing": _top("", EXCHANGE),
    "Exchange: the stamp below what the author writes": _top("", EXCHANGE, INTERNAL),
    "Exchange: the stamp twice": _top(f"{INTERNAL}\r\n{INTERNAL}", EXCHANGE),
    "Exchange: the stamp above and below": _top(INTERNAL, EXCHANGE, INTERNAL),
    "Exchange: both stamps": _top(f"{ANONYMOUS}\r\n{INTERNAL}", EXCHANGE),
    "Exchange: another stamp": _top(
        f"{ANONYMOUS}\r\nX-MS-Exchange-Organization-AuthSource: ex1.region.example", EXCHANGE),
    "Exchange: the stamp with more behind it": _top(f"{INTERNAL}ly", EXCHANGE),
    "Exchange: a stamp of a stranger's making": _top("X-MS-Exchange-AuthAs: Internal", EXCHANGE),
    "Exchange: a verdict below a failed one": _top(
        f"{MICROSOFT.replace('dmarc=pass', 'dmarc=fail')}\r\n{MICROSOFT}", EXCHANGE),
    "Exchange: a verdict below a stranger's": _top(f"{RESULTS}: evil.test; none\r\n{MICROSOFT}", EXCHANGE),
    "Exchange: a verdict below what the author writes": _top("", EXCHANGE, MICROSOFT),
    "Exchange: a verdict on a server of one's own": _top(
        f"Received: from evil.test by ex1.region.local; x\r\n{MICROSOFT}", EXCHANGE),
    "Exchange: a verdict with a name": _top(f"{RESULTS}: evil.test; {GOOD}", EXCHANGE),
    "Exchange: the stamp where the provider is another": _top(INTERNAL),
    "Microsoft's verdict where the provider is another": _top(MICROSOFT),
    "unsigned, where signatures are checked": _top("", SIGNATURES),
    "a server's verdict, where signatures are checked": _top(PASS, SIGNATURES),
    "signed by another domain": _signed(domain=b"evil.test"),
    "signed, and then changed": _signed(_swapped(b"JA 1 2", b"JA 3 4")),
    "signed, and written on in front": _signed(_swapped(b"JA 1 2", b"JA 3\r\nJA 1 2")),
    "signed in part, and written on": _signed(lambda raw: raw + b"JA 3 4\r\n", length=True),
    "signed in part": _signed(length=True),
    "signed without the subject": _signed(include_headers=[name for name in USUAL if name != b"subject"]),
    "signed without how to read it": _signed(include_headers=[name for name in USUAL if name != b"content-type"]),
    "signed, with another way to read it": _signed(lambda raw: b"Content-Type: text/html\r\n" + raw),
    "signed, with a second subject": _signed(lambda raw: b"Subject: JA 3 4\r\n" + raw),
    "signed, with a second From": _signed(lambda raw: f"From: {KARIN}\r\n".encode() + raw),
    "signed, with lines that only we read": _signed(_swapped(b"MIME-Version", b"From x\r\nJA: 3 4\r\nMIME-Version")),
    "signed, and said to have ended": _signed(_swapped(b"bh=", _EXPIRED)),
    "signed with a key that cannot be found": _signed(_swapped(b"s=s1", b"s=s2")),
    "signed with an old algorithm": _signed(_swapped(b"rsa-sha256", b"rsa-sha1")),
    "signed, and our server says no": ((lambda s: f"{FAIL}\r\n".encode() + signed(s.mail(top=""))),
                                       Trust(authserv_id=MX, dkim_domains=("region.example",))),
}  # fmt: skip
