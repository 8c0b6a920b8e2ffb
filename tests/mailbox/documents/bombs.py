"""Documents built to take a program down; small, or made in a moment. None of them does harm."""

import struct
import zlib
from collections.abc import Callable

from tests.mailbox.documents.files import zip_of

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _word(body: str, head: str = "") -> bytes:
    return zip_of(
        ("word/document.xml", f'{head}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'.encode())
    )


def zip_bomb() -> bytes:
    """Return a document of 30 MB of spaces, in 30 kB."""
    return zip_of(("word/document.xml", b" " * 30_000_000))


def paragraphs() -> bytes:
    """Return a document of three million empty paragraphs."""
    return zip_of(("word/document.xml", f'<w:document xmlns:w="{_WORD}">{"<w:p/>" * 2_900_000}</w:document>'.encode()))


def laughs() -> bytes:
    """Return a document whose entities grow tenfold nine times."""
    grow = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return _word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", f'<!DOCTYPE w [<!ENTITY a0 "ha">{grow}]>')


def hidden_laughs() -> bytes:
    """Return the same where a search for its first signs finds nothing: in UTF-16."""
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    body = f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    return zip_of(("word/document.xml", (xml + body).encode("utf-16")))


def deep() -> bytes:
    """Return a document of content controls in content controls."""
    return _word("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000)


def _pdf(*objects: bytes) -> bytes:
    body = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))


def _stream(data: bytes, filters: int = 1) -> bytes:
    for _ in range(filters):
        data = zlib.compress(data, 9)
    names = b"/FlateDecode " * filters
    return b"<</Length %d /Filter [%s]>>\nstream\n%s\nendstream" % (len(data), names, data)


def _page_with(stream: bytes) -> bytes:
    font = b"<</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>"
    return _pdf(
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s>>" % font,
        stream,
    )


def page_loop() -> bytes:
    """Return a document whose tree of pages bites its tail."""
    return _pdf(
        b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 /Parent 2 0 R>>"
    )


def table_loop() -> bytes:
    """Return a document whose table of objects names itself as the one before."""
    content = _pdf(b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Kids [] /Count 0>>")
    at = int(content.rpartition(b"startxref\n")[2].split()[0])
    return content.replace(b"/Root", b"/Prev %d /Root" % at)


def operators() -> bytes:
    """Return a page that writes the same word two million times."""
    return _page_with(_stream(b"BT /F1 9 Tf " + b"(a) Tj " * 2_800_000 + b"ET"))


def nested_streams() -> bytes:
    """Return a page of 400 MB, packed twice."""
    return _page_with(_stream(b" " * 400_000_000, 2))


def picture() -> bytes:
    """Return a picture of 40 000 by 40 000 points."""
    return _png(40_000, 40_000, b"\0" * 50_000)


def large_picture() -> bytes:
    """Return a picture within the limit that is white all over, with a lie about its length."""
    return _png(7000, 7000, zlib.compress(b"\xff" * 2_000_000, 0))


def _png(width: int, height: int, data: bytes) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def lying_tnef() -> bytes:
    """Return a winmail.dat whose parts are longer than the file."""
    return struct.pack("<IH", 0x223E9F78, 1) + struct.pack("<BII", 1, 0x00069003, 0xFFFFFFF0) + b"\xff\xff\xff\x7f" * 40


def endless_tnef() -> bytes:
    """Return a winmail.dat of so many parts that a library which copies the rest for each takes hours."""
    return struct.pack("<IH", 0x223E9F78, 1) + (struct.pack("<BII", 1, 0x00069999, 1) + b"\0\0\0") * 900_000


def lying_doc() -> bytes:
    """Return an OLE container whose tables of sectors name themselves."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    numbers = struct.pack("<IIIIIIIII", 0, 1, 0, 0, 4096, 0, 1, 0, 1)
    name = "WordDocument".encode("utf-16-le").ljust(64, b"\0")
    return (head + bytes(6) + numbers).ljust(76, b"\0") + struct.pack("<109I", *[0] * 109) + name * 8 + bytes(4096)


def sheet() -> bytes:
    """Return a spreadsheet that says it has a million rows."""
    cells = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 400_000))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zip_of(
        ("[Content_Types].xml", f'<Types xmlns="{package}/content-types"><Override PartName="/xl/workbook.xml" '
         f'ContentType="{office}.sheet.main+xml"/></Types>'.encode()),
        ("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{rels}"><sheets><sheet name="a" sheetId="1" '
         f'r:id="r1"/></sheets></workbook>'.encode()),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
         f'Type="{rels}/worksheet" Target="worksheets/a.xml"/></Relationships>'.encode()),
        ("xl/worksheets/a.xml", f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'.encode()),
    )  # fmt: skip


# By what they are: the name of the file, and how it is made.
BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "zip bomb": ("a.docx", zip_bomb),
    "empty paragraphs": ("a.docx", paragraphs),
    "billion laughs": ("a.docx", laughs),
    "entity in another encoding": ("a.docx", hidden_laughs),
    "deep XML": ("a.docx", deep),
    "loop of pages": ("a.pdf", page_loop),
    "loop of tables": ("a.pdf", table_loop),
    "operators": ("a.pdf", operators),
    "packed twice": ("a.pdf", nested_streams),
    "huge picture": ("a.png", picture),
    "large picture": ("a.png", large_picture),
    "lying winmail.dat": ("winmail.dat", lying_tnef),
    "lying Word document": ("a.doc", lying_doc),
    "spreadsheet": ("a.xlsx", sheet),
}
# These cost a whole limit of time.
SLOW_BOMBS: dict[str, tuple[str, Callable[[], bytes]]] = {"endless winmail.dat": ("winmail.dat", endless_tnef)}
