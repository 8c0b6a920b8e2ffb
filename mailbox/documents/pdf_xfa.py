"""The data of an XFA form: a PDF whose pages only say that another program is needed."""

import ctypes
import re

import pypdfium2 as pdfium
from lxml import etree
from pypdfium2 import raw

from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.documents.xml import parsed
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row, tidy

MAX_PACKETS = 30
MAX_PACKET = 8 * 1024 * 1024
MAX_FIELDS = 1000
_DATA = "{http://www.xfa.org/schema/xfa-data/1.0/}"
_CAMEL = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])|_+")


def rows_of_xfa(document: pdfium.PdfDocument) -> list[Row]:
    """Return (caption, value) per filled-in field of the data. Raises UnreadableError."""
    packets = dict(_packets(document))
    data = packets.get("datasets", b"")
    if not data:
        return []
    captions, boxes = _template(packets.get("template", b""))
    rows: list[Row] = []
    filled = next(parsed(data).iter(f"{_DATA}data"), None)
    for leaf in filled.iter() if filled is not None else ():
        if not isinstance(leaf.tag, str) or len(leaf) or not (leaf.text or "").strip():
            continue
        name = etree.QName(leaf).localname
        label, value = captions.get(name, ""), (leaf.text or "").strip()
        if name in boxes:
            on = value.casefold() not in {"0", "off", "false", "nej", "no"}
            rows.append(Row(("", f"{TICKED if on else UNTICKED} {label or _spoken(name)}"), 1))
        else:
            rows.append(Row((label or _spoken(name), tidy(value)), 1))
    return rows[:MAX_FIELDS]


def _packets(document: pdfium.PdfDocument) -> list[tuple[str, bytes]]:
    found = []
    for index in range(min(max(raw.FPDF_GetXFAPacketCount(document), 0), MAX_PACKETS)):
        size = min(raw.FPDF_GetXFAPacketName(document, index, None, 0), 200)
        name = ctypes.create_string_buffer(size + 1)
        raw.FPDF_GetXFAPacketName(document, index, name, size)
        needed = ctypes.c_ulong()
        raw.FPDF_GetXFAPacketContent(document, index, None, 0, needed)
        if not 0 < needed.value <= MAX_PACKET:
            continue
        content = ctypes.create_string_buffer(needed.value)
        raw.FPDF_GetXFAPacketContent(document, index, content, needed.value, needed)
        found.append((name.value.decode("latin-1"), content.raw))
    # One stream may hold the whole form instead of a packet each.
    return found if len(found) != 1 else [("datasets", found[0][1]), ("template", found[0][1]), *found]


def _template(xml: bytes) -> tuple[dict[str, str], set[str]]:
    """Return the caption of each field by its name, and the names of those that are boxes."""
    captions: dict[str, str] = {}
    boxes: set[str] = set()
    try:
        root = parsed(xml)
    except UnreadableError:
        return captions, boxes
    for field in root.iter("{*}field", "{*}exclGroup"):
        name = field.get("name", "")
        caption = field.find("{*}caption")
        if caption is not None and name:
            captions.setdefault(name, " ".join("".join(map(str, caption.itertext())).split()).rstrip(":"))
        if field.find("{*}ui/{*}checkButton") is not None:
            boxes.add(name)
    return captions, boxes


def _spoken(name: str) -> str:
    """Return a field's name as words: "KontaktNamn" is "Kontakt namn"."""
    words = " ".join(word for word in _CAMEL.split(name) if word)
    return words[:1].upper() + words[1:].lower()
