"""Read a rich-text document as lines; table rows come as cells."""

from collections.abc import Sequence

from striprtf.striprtf import rtf_to_text

from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.rows import Row, gapped, tidy

MAX_BYTES = 10 * 1024 * 1024


def rows_of_rtf(content: bytes) -> Sequence[Row]:
    """Return the rows of the text. Raises UnreadableError."""
    if not content.lstrip()[:5] == b"{\\rtf" or len(content) > MAX_BYTES:
        raise UnreadableError
    text = rtf_to_text(content.decode("cp1252", "replace"), encoding="cp1252", errors="replace")
    rows = []
    for line in text.split("\n"):
        if line.endswith("|"):
            rows.append(Row(tuple(tidy(cell).strip() for cell in line[:-1].split("|")), 1))
        else:
            rows.append(Row((gapped(line),)))
    return rows
