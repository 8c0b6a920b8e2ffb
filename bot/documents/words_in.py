"""What a file that we have sent says, so that somebody who is to be erased is found in it too. Total.

What we make of a case says nothing about anybody that the letter it goes with does not; a unit's own form may, and an
agreement, which goes with a short letter.
"""

import io
import re
import zipfile
import zlib
from html import unescape

from medverkan.bot.documents.pdf import PDF
from medverkan.bot.filled import WORD
from medverkan.mailbox.documents.reader import read_documents
from medverkan.mailbox.values import Part

MOST = 20 * 1024 * 1024
_BREAK = re.compile(r"</w:p>|<w:br ?/>|<w:tab ?/>")
_TAG = re.compile(r"<[^<>]{1,20000}>")
_OURS = re.compile(r"-svar\.pdf$|^(?:Ditt-uppdrag|Arvodesblankett)")


def words_in(name: str, kind: str, content: bytes) -> str:
    """Return the text of a Word file or a unit's PDF form, as it reads; anything else as its bytes say it."""
    if kind in (WORD, PDF) and _OURS.search(name):
        return ""
    if kind == WORD:
        return _of_word(content)
    if kind == PDF:
        documents = read_documents(Part(PDF, name, "", content))
        return "\n".join(" ".join(row.cells) for document in documents for row in document.rows)
    return content.decode("utf-8", "replace")


def _of_word(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as whole:
            parts = [one for one in whole.infolist() if one.filename.startswith("word/") and one.file_size <= MOST]
            texts = [whole.read(one).decode("utf-8", "replace") for one in parts if one.filename.endswith(".xml")]
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, ValueError, EOFError, KeyError):
        return content.decode("utf-8", "replace")
    return "\n".join(unescape(_TAG.sub("", _BREAK.sub("\n", text))) for text in texts)
