"""The process that reads attachments: one for all threads, made again when it dies, and gone with its parent."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from medverkan.mailbox.documents import warm
from medverkan.mailbox.documents.frames import Request
from medverkan.mailbox.documents.warm import Worker, WorkerDiedError, ask_once
from tests.mailbox.documents.files import docx_of

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")


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


def test_a_worker_that_ended_leaves_no_zombie_and_no_child(worker: Worker) -> None:
    asked(worker)
    process = psutil.Process(worker.pid)
    children = process.children(recursive=True)
    worker.close()
    psutil.wait_procs([process, *children], timeout=20)
    assert not process.is_running()
    assert not any(child.is_running() for child in children)
    assert worker.pid == 0


PARENT = """
import os, signal, sys
from medverkan.mailbox.documents import warm
from medverkan.mailbox.documents.frames import Request
warm.ask(Request("a.txt", "", 3, 20.0), b"Hej")
print(warm.worker_pid(), flush=True)
{end}
"""


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
        with parent:
            assert parent.stdout is not None
            worker = int(parent.stdout.readline())
            try:
                process = psutil.Process(worker)
            except psutil.NoSuchProcess:
                process = None
            parent.wait(20)
        if process is not None:
            psutil.wait_procs([process], timeout=20)
            assert not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
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
