"""Which reader reads which type of document. Imported only by the child process."""

from collections.abc import Callable, Sequence

from medverkan.mailbox.forms.rows import MAX_ROWS, Row


class UnreadableError(Exception):
    """The document is not what it says it is, or it is over a limit."""


def rows_of(kind: str, content: bytes) -> Sequence[Row]:
    """Return the rows of a document of that kind ("docx", "odt", "pdf", "rtf").

    Raises UnreadableError for anything that cannot be read.
    """
    try:
        return _reader(kind)(content)[:MAX_ROWS]
    except UnreadableError:
        raise
    except Exception as error:
        raise UnreadableError(type(error).__name__) from error


def _reader(kind: str) -> Callable[[bytes], Sequence[Row]]:
    if kind == "docx":
        from medverkan.mailbox.documents.docx import rows_of_docx as reader
    elif kind == "odt":
        from medverkan.mailbox.documents.odt import rows_of_odt as reader
    elif kind == "pdf":
        from medverkan.mailbox.documents.pdf import rows_of_pdf as reader
    elif kind == "rtf":
        from medverkan.mailbox.documents.rtf import rows_of_rtf as reader
    else:
        raise UnreadableError(kind)
    return reader
