"""Read an old Word document (.doc).

Word 97 and later by our own reader, which keeps the check boxes; what is older, or broken, by antiword or LibreOffice
where one is installed.
"""

import contextlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

from medverkan.mailbox.documents.problems import Problem
from medverkan.mailbox.documents.programs import output_of, program
from medverkan.mailbox.documents.unreadable import UnreadableError
from medverkan.mailbox.forms.finding.rows import Row, gapped, tidy

_ANTIWORD_S, _ANTIWORD_BYTES = 5, 64 * 1024**2
_OFFICE_S, _OFFICE_BYTES = 30, 900 * 1024**2


def rows_of_doc(content: bytes) -> Sequence[Row]:
    """Return the rows of the document. Raises UnreadableError."""
    from medverkan.mailbox.documents.word97 import rows_of_word97

    try:
        return rows_of_word97(content)
    except UnreadableError as error:
        if error.problem is not Problem.BROKEN:
            raise
    except (IndexError, ValueError, TypeError, KeyError, OSError, ArithmeticError, AttributeError):
        pass
    for read in (_by_antiword, _by_office):
        with contextlib.suppress(UnreadableError):
            return read(content)
    raise UnreadableError(Problem.OLD_WORD)


def _by_antiword(content: bytes) -> list[Row]:
    antiword = program("antiword")
    if not antiword:
        raise UnreadableError(Problem.OLD_WORD)
    text = output_of(
        [antiword, "-m", "UTF-8.txt", "-w", "0", "-"], content, timeout_s=_ANTIWORD_S, memory_bytes=_ANTIWORD_BYTES
    ).decode("utf-8", "replace")
    if not text.strip():
        raise UnreadableError(Problem.OLD_WORD)
    return [_row(line) for line in text.split("\n")]


def _row(line: str) -> Row:
    """Return a line of antiword, which draws table rows as |a |b |."""
    if line.startswith("|") and line.rstrip().endswith("|"):
        return Row(tuple(tidy(cell).strip() for cell in line.strip().strip("|").split("|")), 1)
    return Row((gapped(line),))


def _by_office(content: bytes) -> Sequence[Row]:
    """Let LibreOffice make a docx of it, in a folder and with a profile that last for this one document."""
    from medverkan.mailbox.documents.docx import rows_of_docx

    office = program("soffice", "libreoffice")
    if not office:
        raise UnreadableError(Problem.OLD_WORD)
    with tempfile.TemporaryDirectory(prefix="medverkan-") as folder:
        old, new = Path(folder, "old.doc"), Path(folder, "old.docx")
        _write(old, content)
        output_of(
            [office, "--headless", "--norestore", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
             "--convert-to", "docx", "--outdir", folder, str(old)],
            timeout_s=_OFFICE_S,
            memory_bytes=_OFFICE_BYTES,
            variables={"HOME": folder},
        )  # fmt: skip
        if not new.is_file():
            raise UnreadableError(Problem.OLD_WORD)
        return rows_of_docx(new.read_bytes())


def _write(path: Path, content: bytes) -> None:
    """Write the one file for which the process may go beyond its limit of none."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    path.write_bytes(content)
