"""Read an OpenDocument text: paragraphs, tables, form fields. Same limits as for Word."""

from collections.abc import Sequence

from lxml import etree

from medverkan.mailbox.documents.archive import member, names
from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.documents.xml import parsed
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row, gapped, tidy

_MAX_DEPTH = 200
_MANIFEST = "META-INF/manifest.xml"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"
_FIELD = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
_EXTENDED = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"


def rows_of_odt(content: bytes) -> Sequence[Row]:
    """Return the rows of the document's text. Raises UnreadableError."""
    if _MANIFEST in names(content) and b"encryption-data" in member(content, _MANIFEST):
        raise UnreadableError(Problem.PASSWORD)
    root = parsed(member(content, "content.xml"))
    text = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise UnreadableError
    reader = _Reader(root)
    reader.block(text, 0)
    return reader.rows


class _Reader:
    def __init__(self, root: "etree._Element") -> None:
        self.rows: list[Row] = []
        self.tables = 0
        self.controls = {
            key: control for control in root.iter() if isinstance(control.tag, str) and (key := _control_id(control))
        }

    def block(self, parent: "etree._Element", depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise UnreadableError
        for node in parent:
            if node.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                heading = node.tag == f"{_TEXT}h"
                self.rows += [Row((line,), strong=heading) for line in gapped(self.inline(node)).split("\n")]
            elif node.tag == f"{_TABLE}table":
                self.table(node, depth + 1)
            elif isinstance(node.tag, str) and node.tag != f"{_OFFICE}forms":
                self.block(node, depth + 1)

    def table(self, table: "etree._Element", depth: int) -> None:
        self.tables += 1
        number = self.tables
        for row in table.iter(f"{_TABLE}table-row"):
            cells = [cell for cell in row if cell.tag == f"{_TABLE}table-cell"]
            if any(cell.find(f".//{_TABLE}table") is not None for cell in cells):
                for cell in cells:
                    self.block(cell, depth + 1)
            else:
                texts = ("\n".join(self.inline(p) for p in cell.iter(f"{_TEXT}p", f"{_TEXT}h")) for cell in cells)
                self.rows.append(Row(tuple(tidy(text).strip() for text in texts), number))

    def inline(self, node: "etree._Element") -> str:
        """Return the text of a paragraph with its breaks, tabs, boxes and filled-in fields."""
        parts = [node.text or ""]
        for child in node:
            if child.tag == f"{_TEXT}line-break":
                parts.append("\n")
            elif child.tag == f"{_TEXT}tab":
                parts.append("\t")
            elif child.tag == f"{_TEXT}s":
                parts.append(" ")
            elif child.tag == f"{_DRAW}control":
                parts.append(_state(self.controls.get(child.get(f"{_DRAW}control", ""))))
            elif child.tag == f"{_FIELD}fieldmark":
                parts.append(_mark(child))
            elif child.tag == f"{_TEXT}placeholder" or _shows_placeholder(child):
                pass
            elif isinstance(child.tag, str):
                parts.append(self.inline(child))
            parts.append(child.tail or "")
        return "".join(parts)


def _control_id(node: "etree._Element") -> str:
    return str(node.get(f"{_FORM}id") or "") if str(node.tag).startswith(_FORM) else ""


def _state(control: "etree._Element | None") -> str:
    """Return what stands in a form control: its box, or its value."""
    if control is None:
        return ""
    if control.tag in {f"{_FORM}checkbox", f"{_FORM}radio"}:
        on = control.get(f"{_FORM}current-state") == "checked" or control.get(f"{_FORM}current-selected") == "true"
        return f"{TICKED if on else UNTICKED} {control.get(f'{_FORM}label', '')}"
    return str(control.get(f"{_FORM}current-value") or control.get(f"{_FORM}value") or "")


def _shows_placeholder(node: "etree._Element") -> bool:
    """Tell whether a content control shows a text that nobody wrote."""
    return node.tag == f"{_EXTENDED}content-control" and node.get(f"{_EXTENDED}showing-place-holder") == "true"


def _mark(node: "etree._Element") -> str:
    """Return what a form field of Word shows that was kept when the document was converted."""
    values: dict[str, list[str]] = {}
    for parameter in node.iter(f"{_FIELD}param"):
        values.setdefault(parameter.get(f"{_FIELD}name", ""), []).append(parameter.get(f"{_FIELD}value", ""))
    if (node.get(f"{_FIELD}type") or "").endswith("FORMCHECKBOX"):
        return TICKED if "true" in values.get("Checkbox_Checked", ()) else UNTICKED
    entries, chosen = values.get("Dropdown_ListEntry", []), "".join(values.get("Dropdown_Selected", ()))
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen[:4]) < len(entries) else ""
