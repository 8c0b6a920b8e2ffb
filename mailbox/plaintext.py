"""Make HTML mail readable as text.

`render` walks the tree once without recursion and lets the caller mark elements: that is how a reply's quoted parts
become ">" lines. The number of tags is bounded before parsing, because deeply nested HTML is quadratic in the parser.
"""

import re
from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MAX_HTML = 2_000_000
_MAX_TAGS = 20_000
_DROPPED = frozenset(
    ("head", "style", "script", "title", "template", "noscript", "svg", "math", "object", "xml", "select", "textarea")
)
_MAY_HIDE = re.compile(r"none|hid|visibility|opacity|&#|(?:size|height)\s{0,9}:\s{0,9}0", re.IGNORECASE)
_HIDES = re.compile(r"display:none|visibility:(?:hidden|collapse)|mso-hide:all|opacity:0(?:\.0*)?(?![.\d])")
_SHRINKS = re.compile(r"(?:font-size|max-height):0(?:\.0*)?(?![.\d])")
_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "legend", "li", "main"),
        *("nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul", "hr"),
    )
)
_SPACED = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\0]")
_TAG = re.compile(r"<[A-Za-z]")
_WHITE = " \t\r\n\f"
# What a page must know of when it is entered; of the blocks also when it is left.
_MEANT = _BLOCKS | {"br", "td", "th"}


class Mark(Enum):
    """What a caller may say of an element."""

    KEEP = "keep"
    QUOTE = "quote"  # it and what is in it: lines that begin with ">"
    QUOTE_REST = "quote rest"  # it and all that follows in the mail
    DROP = "drop"


# Looked up once, for every element is asked about.
_KEEP, _QUOTE, _QUOTE_REST, _DROP = Mark


def keep_all(node: LexborNode) -> Mark:
    """Mark nothing: the whole mail is wanted."""
    return _KEEP


def html_text(html: str) -> str:
    """Return HTML as readable text: paragraphs, line breaks, list dashes, table cells parted by tabs."""
    return render(html, keep_all)


def render(html: str, mark: Callable[[LexborNode], Mark]) -> str:
    """Return HTML as text with the marked elements quoted or left out. Total; "" for nothing."""
    body = body_of(html)
    if body is None:
        return ""
    page = _Page()
    # A style that hides is looked for only where one may be.
    _walk(body, mark, page, may_hide=_MAY_HIDE.search(html) is not None)
    return page.text()


# A mail's HTML is read as rows and as text; the last one only is remembered, for it can be large.
@lru_cache(maxsize=1)
def body_of(html: str) -> LexborNode | None:
    """Return the body of an HTML text, which nobody may change; None for nothing."""
    return LexborHTMLParser(_bounded(html)).body if html.strip() else None


def _bounded(html: str) -> str:
    html = html[:_MAX_HTML].replace("\0", "").encode("utf-8", "replace").decode("utf-8")
    if html.count("<") <= _MAX_TAGS:
        return html
    for count, tag in enumerate(_TAG.finditer(html)):
        if count >= _MAX_TAGS:
            return html[: tag.start()]
    return html


def _walk(body: LexborNode, mark: Callable[[LexborNode], Mark], page: "_Page", *, may_hide: bool) -> None:
    node: LexborNode | None = body
    level, quote_levels = 0, []
    while node is not None:
        child, what = None, _KEEP
        if node.is_text_node:
            page.add(node.text_content or "")
        else:
            what = _enter(node, mark, page, may_hide=may_hide)
            if what is _QUOTE:
                quote_levels.append(level)
            child = None if what is _DROP else node.child
        if child is not None:
            node, level = child, level + 1
            continue
        while True:
            if what is not _DROP and (tag := node.tag) in _BLOCKS:
                page.leave(tag)
            if quote_levels and quote_levels[-1] == level:
                quote_levels.pop()
                page.quote(-1)
            if level == 0:
                return
            following = node.next
            if following is not None:
                node = following
                break
            parent = node.parent
            if parent is None:
                return
            node, level, what = parent, level - 1, _KEEP


def _enter(node: LexborNode, mark: Callable[[LexborNode], Mark], page: "_Page", *, may_hide: bool) -> Mark:
    tag = node.tag or ""
    if tag in _DROPPED or not node.is_element_node or (may_hide and _is_hidden(node)):
        return _DROP
    what = mark(node)
    if what is _DROP:
        return what
    if tag in _MEANT:
        page.enter(tag)
    if what is _QUOTE or what is _QUOTE_REST:
        page.end_line()
        page.quote(1)
    return what


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes:
        return True
    style = "".join((attributes.get("style") or "").split()).lower()
    # Some programs write a size of nothing around what has a size of its own.
    return _HIDES.search(style) is not None or (_SHRINKS.search(style) is not None and _is_text_only(node))


def _is_text_only(node: LexborNode) -> bool:
    child = node.child
    while child is not None:
        if child.is_element_node:
            return False
        child = child.next
    return True


class _Page:
    """The text so far: whole lines with their quote depth, and the line being written."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._depth = 0
        self._pre = 0

    def add(self, text: str) -> None:
        if self._pre:
            for index, line in enumerate(_visible(text).split("\n")):
                if index:
                    self._write()
                self._line.append(line)
            return
        if not text.strip(_WHITE):
            text = text and " "
        elif not text.isprintable():
            text = _SPACE.sub(" ", _visible(text))
        elif "  " in text:
            text = _SPACE.sub(" ", text)
        if text != " " or self._line:
            self._line.append(text)

    def enter(self, tag: str) -> None:
        if tag == "br":
            self._write()
        elif tag in {"td", "th"}:
            if self._line and "".join(self._line).strip():
                self._line.append("\t")
        else:
            if self._line:
                self.end_line()
            if tag == "li":
                self._line.append("- ")
            elif tag == "hr":
                self._line.append("_" * 32)
            elif tag == "pre":
                self._pre += 1

    def leave(self, tag: str) -> None:
        if self._line:
            self.end_line()
        if tag in _SPACED:
            self._write()
        elif tag == "pre":
            self._pre -= 1

    def quote(self, step: int) -> None:
        self.end_line()
        self._depth += step

    def end_line(self) -> None:
        """End the line being written, if anything stands on it."""
        if self._line and "".join(self._line).strip():
            self._write()
        self._line = []

    def _write(self) -> None:
        line = "".join(self._line).strip(" ") if not self._pre else "".join(self._line).rstrip()
        self._line = []
        self._lines.append(">" * self._depth + " " + line if self._depth else line)

    def text(self) -> str:
        self.end_line()
        lines = [line.rstrip() for line in self._lines]
        return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")


def _visible(text: str) -> str:
    return _INVISIBLE.sub("", text).replace("\u00a0", " ")
