"""A Word file as its parts: refused where it can do harm, and written anew without what it tells of those who made it.

Properties, comments, the list of people, custom XML and the path of the template go. What is bound to them keeps the
text it shows, since the binding goes too: Word would otherwise fetch the text again from what is no longer there.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from medverkan.bot.documents.unfilled import UnfilledError, Why
from medverkan.mailbox.documents import archive
from medverkan.mailbox.documents.unreadable import UnreadableError

MAXElementS = 200_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
Element: TypeAlias = etree._Element
_WHEN = (2026, 1, 1, 0, 0, 0)
_OLE = b"\xd0\xcf\x11\xe0"
_ABOUT_PEOPLE = re.compile(
    r"docprops/|customxml/|docmetadata/|word/(?:comments\w*|people|glossary/comments\w*)\.xml|word/printersettings/"
    r"|.*/customxml/|word/_rels/(?:comments\w*|people)\.xml\.rels"
)
_CAN_DO_HARM = re.compile(r".*(?:vbaproject|vbadata|activex|macrosheets|attachedtoolbars)")
_EMBEDDED = re.compile(r".*/embeddings/|.*/afchunk|.*\.(?:htm|html|mht|rtf|bin|exe)$")
_SIGNED = re.compile(r"_xmlsignatures/")
_CHANGES = frozenset(
    W + name
    for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange",
                 "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange", "numberingChange", "tblGridChange",
                 "tblPrExChange")
)  # fmt: skip
_DROPPED = frozenset(
    W + name
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "dataBinding", "attachedTemplate", "rsids",
                 "docVars", "mailMerge", "proofState", "writeProtection")
)  # fmt: skip
_BOUND = "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding"
_LINK = "/hyperlink"
_TEMPLATE, _DOCUMENT = "wordprocessingml.template.main", "wordprocessingml.document.main"
_MAY_POINT_OUT = ("/hyperlink", "/attachedTemplate")


@dataclass(frozen=True, slots=True)
class Package:
    """The parts that are kept, as bytes, and the ones with text, as trees."""

    parts: Mapping[str, bytes]
    trees: Mapping[str, Element]

    @property
    def body(self) -> Element:
        """The tree of the text itself. Raises UnfilledError."""
        found = self.trees[MAIN].find(f"{W}body")
        if found is None:
            raise UnfilledError(Why.BROKEN)
        return found

    def written(self) -> bytes:
        """Return the file."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as whole:
            for name, content in self.parts.items():
                tree = self.trees.get(name)
                data = content if tree is None else _bytes(tree)
                whole.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_DEFLATED)
        return held.getvalue()


def opened(content: bytes) -> Package:
    """Return a Word file without what it tells of people. Raises UnfilledError."""
    if content.startswith(_OLE):
        raise UnfilledError(Why.PASSWORD)
    try:
        archive.check(content)
        names = archive.names(content)
        parts = {name: archive.member(content, name) for name in names}
    except UnreadableError as error:
        raise UnfilledError(Why.BROKEN) from error
    _refuse(names, parts)
    kept = {name: data for name, data in parts.items() if not _ABOUT_PEOPLE.match(name.lower())}
    trees = {name: _tree(data) for name, data in kept.items() if name.lower().endswith((".xml", ".rels"))}
    for name, tree in trees.items():
        _clean(name, tree, kept)
    return Package(kept, trees)


def _refuse(names: tuple[str, ...], parts: Mapping[str, bytes]) -> None:
    lower = [name.lower() for name in names]
    if len(set(lower)) != len(names) or MAIN not in parts or "[Content_Types].xml" not in parts:
        raise UnfilledError(Why.BROKEN)
    for pattern, why in ((_CAN_DO_HARM, Why.MACROS), (_SIGNED, Why.SIGNED), (_EMBEDDED, Why.EMBEDDED)):
        if any(pattern.match(name) and not _ABOUT_PEOPLE.match(name) for name in lower):
            raise UnfilledError(why)
    if b"macroEnabled" in parts["[Content_Types].xml"]:
        raise UnfilledError(Why.MACROS)


def _tree(data: bytes) -> Element:
    if b"<!DOCTYPE" in data[:2000] or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnfilledError(Why.BROKEN)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnfilledError(Why.BROKEN) from error
    for count, _ in enumerate(tree.iter()):
        if count > MAXElementS:
            raise UnfilledError(Why.BROKEN)
    return tree


def _clean(name: str, tree: Element, kept: Mapping[str, bytes]) -> None:
    if name == "[Content_Types].xml":
        for one in tree:
            # A template that was filled in is a document.
            one.set("ContentType", str(one.get("ContentType") or "").replace(_TEMPLATE, _DOCUMENT))
        _drop(one for one in tree if _is_gone(str(one.get("PartName") or "/").lstrip("/"), kept, one.tag))
        return
    if name.endswith(".rels"):
        _relationships(name, tree)
        return
    for one in tree.iter():
        if one.tag in _CHANGES and name.startswith("word/"):
            raise UnfilledError(Why.CHANGES)
    _drop(one for one in tree.iter() if one.tag in _DROPPED or one.tag == _BOUND)


def _is_gone(part: str, kept: Mapping[str, bytes], tag: object) -> bool:
    return str(tag).endswith("}Override") and part not in kept


def _relationships(name: str, tree: Element) -> None:
    base = name.rpartition("_rels/")[0]
    gone = []
    for one in tree:
        kind, target = str(one.get("Type") or ""), str(one.get("Target") or "")
        if str(one.get("TargetMode") or "").lower() == "external":
            if not kind.endswith(_MAY_POINT_OUT):
                raise UnfilledError(Why.EMBEDDED)
            gone += [] if kind.endswith(_LINK) else [one]
        elif _ABOUT_PEOPLE.match(_part(base, target).lower()):
            gone.append(one)
    _drop(gone)


def _part(base: str, target: str) -> str:
    """Return the name of the part that a relationship of a part in `base` points to."""
    if target.startswith("/"):
        return target.lstrip("/")
    folders = base.strip("/").split("/") if base.strip("/") else []
    for piece in target.split("/"):
        if piece == "..":
            folders = folders[:-1]
        elif piece != ".":
            folders = [*folders, piece]
    return "/".join(folders)


def _drop(elements: Iterator[Element] | list[Element]) -> None:
    for one in list(elements):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)


def _bytes(tree: Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
