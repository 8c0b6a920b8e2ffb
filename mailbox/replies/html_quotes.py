"""Know from its HTML which parts of a mail its writer did not type.

Each program leaves its own marks: ids and classes are surer than what the text looks like, so they are read first and
the text rules see ordinary ">" lines afterwards.
"""

import re

from selectolax.lexbor import LexborNode

from medverkan.mailbox.plaintext import Mark, render

_REST_IDS = frozenset(
    {"divrplyfwdmsg", "appendonsend", "isforwardcontent", "mail-editor-reference-message-container", "edo-original"}
)
_REST_CLASSES = frozenset(
    {"ms-outlook-mobile-reference-message", "outlookmessageheader", "yahoo_quoted", "protonmail_quote"}
)
_DROPPED_IDS = frozenset(
    {"signature", "ms-outlook-mobile-signature", "applemailsignature", "edo-signature", "composer_signature"}
)
_DROPPED_CLASSES = frozenset(
    {
        "gmail_attr",
        "gmail_signature",
        "moz-cite-prefix",
        "moz-signature",
        "apple-mail-signature",
        "protonmail_signature_block",
    }
)
_RULE_ABOVE = re.compile(r"border-top:\s*solid\s+(#[0-9a-f]{6}|windowtext|[a-z]+)\s+1(\.0)?pt")
_FROM = re.compile(r"\s*(från|from|fra)\s*:", re.I)


def html_with_quotes(html: str) -> str:
    """Return HTML as text in which quoted parts are ">" lines and marked signatures are left out."""
    return render(html, _mark)


def _mark(node: LexborNode) -> Mark:
    attributes = node.attributes
    if node.tag == "blockquote":
        return Mark.QUOTE
    if not attributes:
        return Mark.KEEP
    identity = (attributes.get("id") or "").lower().removeprefix("x_")
    classes = {name.removeprefix("x_") for name in (attributes.get("class") or "").lower().split()}
    name = attributes.get("name") or ""
    if name == "messageSignatureSection":
        return Mark.DROP
    if name == "messageReplySection" or identity in _REST_IDS or classes & _REST_CLASSES:
        return Mark.QUOTE_REST
    if identity in _DROPPED_IDS or classes & _DROPPED_CLASSES:
        return Mark.DROP
    if classes & {"gmail_quote", "gmail_extra"} and node.css_first("blockquote") is None:
        return Mark.QUOTE
    style = (attributes.get("style") or "").lower()
    if "border-top" in style and _RULE_ABOVE.search(style) and _FROM.match(node.text()[:200]):
        return Mark.QUOTE_REST
    return Mark.KEEP
