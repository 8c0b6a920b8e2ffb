"""Read an attached text or web page: what a form on the web or a simple program sends along."""

from collections.abc import Sequence

from medverkan.mailbox.charsets import decode
from medverkan.mailbox.forms.finding.rows import Row, lines_of


def rows_of_text(content: bytes) -> Sequence[Row]:
    """Return plain text as lines."""
    return lines_of(_decoded(content))


def rows_of_html(content: bytes) -> Sequence[Row]:
    """Return a web page, or an HTML text that calls itself a Word document, as lines and cells."""
    from medverkan.mailbox.forms.finding.html import rows_of_html as rows

    return rows(_decoded(content))


def _decoded(content: bytes) -> str:
    for mark, charset in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if content.startswith(mark):
            return content.decode(charset, "replace")
    return decode(content)[0].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
