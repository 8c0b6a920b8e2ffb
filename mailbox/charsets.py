"""Turn bytes into text the way mail needs it: labels lie, and nothing may raise.

Valid UTF-8 wins over a single-byte label, latin-1 means cp1252, and a codec that is not a plain character set
(`unicode_escape`, `idna`, `zip`) is never run on a stranger's bytes.
"""

import codecs
import re
from functools import lru_cache

_MAX_LABEL = 100
_PLAIN = re.compile(
    r"(iso8859-\d{1,2}|cp\d{3,4}|koi8-[rut]|mac-[a-z]+|gb2312|gbk|gb18030|big5|big5hkscs|shift_jis|euc_(jp|kr)"
    r"|iso2022_(jp|kr)|utf-(16|32)(-[lb]e)?|ascii|utf-8)"
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MULTI_BYTE = re.compile(r"utf-(16|32)|gb|big5|shift_jis|euc_|iso2022")
_LOOKS_BROKEN = re.compile("[ÃÂâ][\x80-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def decode(content: bytes, label: str = "") -> tuple[str, bool]:
    """Return the text and whether anything was lost on the way. Total; line ends are left as they are."""
    for bom, name in _BOMS:
        if content.startswith(bom):
            return _decode(content[len(bom) :], name)
    name = _codec_name(label[:_MAX_LABEL]) if label else ""
    if not _MULTI_BYTE.match(name):
        try:
            return repair(content.decode("utf-8")), False
        except UnicodeDecodeError:
            pass
    if name in {"", "utf-8"}:
        text = content.decode("utf-8", "replace")
        # Some valid sequences: it is UTF-8 with a broken spot. None: the label was wrong.
        if any(char > "\x7f" and char != "\ufffd" for char in text):
            return text, True
        name = "cp1252"
    return _decode(content, "cp1252" if name in {"iso8859-1", "ascii"} else name)


def repair(text: str) -> str:
    """Undo UTF-8 once read as cp1252 ("Ã¥Ã¤Ã¶"), line by line and only where it can be undone exactly."""
    # Three quick looks for what every broken letter begins with.
    if ("Ã" not in text and "Â" not in text and "â" not in text) or not _LOOKS_BROKEN.search(text):
        return text
    return "\n".join(map(_repair_line, text.split("\n")))


def _repair_line(line: str) -> str:
    if not _LOOKS_BROKEN.search(line):
        return line
    try:
        return b"".join(map(_byte_of, line)).decode("utf-8")
    except UnicodeError:
        return line


def _byte_of(char: str) -> bytes:
    # cp1252 leaves five bytes undefined; programs that mangle mail map them to the control of the same number.
    return char.encode("latin-1") if "\x80" <= char <= "\x9f" else char.encode("cp1252")


@lru_cache(maxsize=64)
def _codec_name(label: str) -> str:
    """Return the codec's canonical name, "" where it is unknown or no plain character set."""
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    return name if _PLAIN.fullmatch(name) else ""


def _decode(content: bytes, name: str) -> tuple[str, bool]:
    try:
        return content.decode(name), False
    except UnicodeError:
        return content.decode(name, "replace"), True
