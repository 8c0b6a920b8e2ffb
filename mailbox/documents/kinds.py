"""What kind of document some bytes are: by their first bytes, and by name and type only where those say nothing.

Cheap and safe enough for the parent: nothing is parsed here. What a container (zip, OLE) holds is found in the child.
"""

from pathlib import PurePath

MIN_IMAGE = 40 * 1024

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x78\x9f\x3e\x22", "tnef"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
)
_TYPES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "zip",
    "application/vnd.ms-word.document.macroenabled.12": "zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template": "zip",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "zip",
    "application/vnd.oasis.opendocument.text": "zip",
    "application/zip": "zip",
    "application/x-zip-compressed": "zip",
    "application/msword": "ole",
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "application/x-rtf": "rtf",
    "application/ms-tnef": "tnef",
    "application/vnd.ms-tnef": "tnef",
    "text/plain": "text",
    "text/csv": "text",
    "text/html": "html",
}
_SUFFIXES = {
    ".docx": "zip", ".docm": "zip", ".dotx": "zip", ".dotm": "zip", ".xlsx": "zip", ".xlsm": "zip", ".odt": "zip",
    ".ott": "zip", ".zip": "zip", ".doc": "ole", ".dot": "ole", ".pdf": "pdf", ".rtf": "rtf", ".txt": "text",
    ".csv": "text", ".htm": "html", ".html": "html",
}  # fmt: skip
# What people send instead of a document that can be read; anything else that is unknown is no form, and no problem.
_NO_READER = frozenset(
    [".pages", ".numbers", ".xls", ".ods", ".odp", ".ppt", ".pptx", ".wps", ".wpd", ".one", ".onetoc2", ".heic",
     ".7z", ".rar", ".gz", ".tgz", ".msg", ".xps", ".oxps", ".epub", ".mht", ".mhtml", ".gdoc", ".indd",
     ".xfdf", ".fdf", ".xml"]
)  # fmt: skip
_IMAGES = frozenset((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".jfif"))
_UNTYPED = frozenset(("", "application/octet-stream", "application/x-download", "application/download"))


def suffix_of(filename: str) -> str:
    """Return the ending of a name, in lower case, "" when there is none."""
    return PurePath(filename.lower().strip().rstrip(".")).suffix


def magic_of(content: bytes) -> str:
    """Return the kind that the first bytes give away, "" for none."""
    if b"%PDF-" in content[:1024]:
        return "pdf"
    head = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    found = next((kind for start, kind in _MAGIC if head.startswith(start) or content.startswith(start)), "")
    page = head[:5].lower() == b"<html" or head[:14].lower() == b"<!doctype html"
    return found or ("html" if page else "")


def kind_of(filename: str, content_type: str, content: bytes) -> str:
    """Return "pdf", "rtf", "zip", "ole", "tnef", "image", "html" or "text"; "" for none of them.

    A name counts where the type says nothing; both count only where the first bytes say nothing.
    """
    named = _SUFFIXES.get(suffix_of(filename), "")
    return magic_of(content) or named or ("" if content_type in _UNTYPED else _TYPES.get(content_type, ""))


def is_worth_reading(filename: str, content_type: str, content: bytes) -> bool:
    """Tell whether a file is a document, or a picture large enough to be a scanned page."""
    kind = kind_of(filename, content_type, content)
    return kind != "" and (kind != "image" or len(content) > MIN_IMAGE)


def has_no_reader(filename: str, content: bytes) -> bool:
    """Tell whether a file is a document of a kind that cannot be read."""
    kind = magic_of(content)
    suffix = suffix_of(filename)
    return not kind and (suffix in _NO_READER or (suffix in _IMAGES and len(content) > MIN_IMAGE))
