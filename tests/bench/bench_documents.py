"""How long a filled-in form takes to read, against the usual library opening the same file in a warm process.

Run it as a script: `python tests/bench/bench_documents.py`. Ours is the whole way: over the pipe to the worker, a
process of its own with its limits, and back as rows. Also: what the worker and the processes it makes hold at most,
with a form and with bombs. Limits: 3 times as long, 200 MB.
"""

import functools
import io
import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import docx
import pypdf

from medverkan.mailbox.documents import warm
from medverkan.mailbox.documents.reader import Document, read_documents
from medverkan.mailbox.values import Part
from tests.mailbox.documents.bombs import BOMBS, SLOW_BOMBS
from tests.mailbox.documents.files import docx_form, pdf_form

ROUNDS = 60
LIMIT = 3.0
LIMIT_MB = 200


def median_ms(act: Callable[[], object]) -> float:
    """Return what something takes, in milliseconds, after it has been done a few times."""
    for _ in range(5):
        act()
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        took.append(time.perf_counter() - start)
    return statistics.median(took) * 1000


def held_mb(pid: int) -> float:
    """Return the resident memory of a process and of those it has started, 0 for one that is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)
    return max([own, *(held_mb(int(child)) for child in children)])


class Watch:
    """Looks at the worker's processes while they work, and keeps the largest figure of any one of them."""

    def __init__(self) -> None:
        self.most = 0.0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._look)

    def __enter__(self) -> "Watch":
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()

    def _look(self) -> None:
        while not self.over.wait(0.005):
            if pid := warm.worker_pid():
                self.most = max(self.most, held_mb(pid))


def read(content: bytes, filename: str) -> Document:
    """Read one document."""
    return read_documents(Part("application/octet-stream", filename, "", content))[0]


def compare(name: str, filename: str, content: bytes, usual: Callable[[], object]) -> float:
    """Print one line and return the ratio."""
    assert read(content, filename).rows
    theirs, ours = median_ms(usual), median_ms(lambda: read(content, filename))
    ratio = ours / theirs
    print(f"{filename}: ours {ours:.1f} ms, {name} {theirs:.1f} ms, ratio {ratio:.2f} (limit {LIMIT:.0f})")
    return ratio


def get_fields(content: bytes) -> object:
    """Read a form with pypdf."""
    return pypdf.PdfReader(io.BytesIO(content)).get_fields()


def main() -> None:
    """Measure."""
    form = docx_form()
    compare("python-docx opening it", "form.docx", form, lambda: docx.Document(io.BytesIO(form)))
    for name, fields in (("labels in print.pdf", pdf_form()), ("labels as tooltips.pdf", pdf_form(tooltips=True))):
        compare("pypdf get_fields", name, fields, functools.partial(get_fields, fields))
    print(f"worker at rest: {held_mb(warm.worker_pid()):.0f} MB")
    for name, (filename, bomb) in (BOMBS | SLOW_BOMBS).items():
        content = bomb()
        with Watch() as watch:
            start = time.perf_counter()
            problem = read(content, filename).problem
            took = time.perf_counter() - start
        after = read(form, "form.docx").problem or "read"
        ratio = watch.most / LIMIT_MB
        print(
            f"{name}: {took:.1f} s, at most {watch.most:.0f} MB in a process, ratio {ratio:.2f} (limit {LIMIT_MB} MB); "
            f"{problem or 'read'} Next document: {after}"
        )


if __name__ == "__main__":
    main()
