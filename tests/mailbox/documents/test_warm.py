"""The process that reads attachments: one for all threads, made again when it dies, and gone with its parent."""

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from medverkan.mailbox.documents import warm
from medverkan.mailbox.documents.frames import Request
from medverkan.mailbox.documents.warm import Worker, WorkerDiedError, ask_once
from tests.mailbox.documents.files import docx_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")

linux = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux lets a stranger's end be waited for")


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def asked(worker: Worker, text: str = "Enhet: Akuten", timeout_s: float = 30) -> object:
    content = docx_of(text)
    answer = json.loads(worker.ask(Request("a.docx", "", len(content), timeout_s), content))
    return answer["documents"][0]["rows"][0][1][0]


def test_one_process_reads_document_after_document(worker: Worker) -> None:
    assert asked(worker, "ett") == "ett"
    first = worker.pid
    assert asked(worker, "två") == "två"
    assert worker.pid == first != 0


def test_threads_get_each_its_own_answer(worker: Worker) -> None:
    texts = [f"Nummer {n}" for n in range(12)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: asked(worker, text), texts)) == texts


def test_a_worker_that_was_killed_is_made_again(worker: Worker) -> None:
    asked(worker)
    first = worker.pid
    os.kill(first, signal.SIGKILL)
    assert asked(worker) == "Enhet: Akuten"
    assert worker.pid != first


def test_a_worker_that_hangs_is_given_up_and_the_next_document_is_read(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(worker)
    os.kill(worker.pid, signal.SIGSTOP)
    monkeypatch.setattr(warm, "GRACE_S", 0.2)
    with pytest.raises(TimeoutError):
        asked(worker, timeout_s=0.0)
    assert asked(worker) == "Enhet: Akuten"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_is_meant_for_the_parent_does_not_end_the_worker(worker: Worker, number: signal.Signals) -> None:
    asked(worker)
    first = worker.pid
    os.kill(first, number)
    assert asked(worker) == "Enhet: Akuten"
    assert worker.pid == first


def descendants(pid: int) -> list[int]:
    children = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return children + [below for child in children for below in descendants(child)]


def has_ended(handle: int) -> bool:
    return bool(select.select([handle], [], [], 20)[0])


@linux
def test_a_worker_that_ended_leaves_no_zombie_and_no_child(worker: Worker) -> None:
    asked(worker)
    first = worker.pid
    handles = [os.pidfd_open(first)]
    for pid in descendants(first):
        # The one that has read the document may be gone by now.
        with contextlib.suppress(ProcessLookupError):
            handles.append(os.pidfd_open(pid))
    worker.close()
    assert all(map(has_ended, handles))
    assert worker.pid == 0
    with pytest.raises(ProcessLookupError):
        os.kill(first, 0)
    for handle in handles:
        os.close(handle)


PARENT = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background starts us deaf to it
from medverkan.mailbox.documents import warm
from medverkan.mailbox.documents.frames import Request
warm.ask(Request("a.txt", "", 3, 20.0), b"Hej")
print(warm.worker_pid(), flush=True)
sys.stdin.readline()
{end}
"""


@linux
@pytest.mark.parametrize(
    "end", ["sys.exit()", "os._exit(1)", "os.kill(os.getpid(), 9)", "os.killpg(0, signal.SIGINT); sys.stdin.read()"]
)
def test_the_worker_goes_with_its_parent_and_says_nothing(end: str, tmp_path: Path) -> None:
    with (tmp_path / "errors").open("w+") as errors:
        parent = subprocess.Popen(
            [sys.executable, "-c", PARENT.format(end=end)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
        assert parent.stdin is not None
        assert parent.stdout is not None
        handle = os.pidfd_open(int(parent.stdout.readline()))
        parent.stdin.write("now\n")
        parent.communicate(timeout=30)
        assert has_ended(handle)
        os.close(handle)
        errors.seek(0)
        said = errors.read()
    assert said.count("Traceback") == ("SIGINT" in end), said


def test_what_the_parent_knows_is_not_handed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDVERKAN_MAILBOX__PASSWORD", "hemligt")
    assert "hemligt" not in warm.environment().values()


def test_without_fork_each_document_gets_a_process_of_its_own() -> None:
    content = docx_of("Enhet: Akuten")
    answer = json.loads(ask_once(Request("a.docx", "", len(content), 30), content))
    assert answer["documents"][0]["rows"] == [[0, ["Enhet: Akuten"]]]
    with pytest.raises(TimeoutError):
        ask_once(Request("a.docx", "", len(content), 0.001), content)


def test_a_request_that_is_cut_short_is_no_answer() -> None:
    with pytest.raises(WorkerDiedError):
        ask_once(Request("a.docx", "", 100, 30), b"less")
