"""A worker that is killed at every statement in turn, in the middle of its work; run by test_killed.py.

Prints, for each time, what of its transaction was found afterwards: nothing, all, or something between.
"""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import event

from medverkan.storage import schema
from medverkan.storage.books import Books
from medverkan.storage.lifecycle import MailState
from medverkan.storage.store import Store, open_engine
from medverkan.storage.vault import Vault
from tests.storage.rows import MASTER, NOW, add_mail, add_outgoing, add_request


def work(books: Books, number: int) -> None:
    """Take in a mail, open its case, answer, and write it down."""
    mail = add_mail(books, f"mail {number}".encode(), number)
    add_request(books)
    add_outgoing(books, f"receipt:{number}")
    books.audit.add("taken_in", "bot", NOW, mail_id=mail.id)


def found(store: Store) -> tuple[int, int, int, int]:
    """Return how many of each there are."""
    with store.reading() as books:
        counts = books.mails.count(MailState.STORED), len(books.requests.in_state())
        return *counts, len(books.outgoing.all()), len(books.audit.of())


def in_a_child(act: Callable[[], None]) -> int:
    """Do something in a process of its own; return its exit code, negative for a signal."""
    child = os.fork()
    if not child:
        try:
            act()
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def work_until(url: str, number: int, last: int) -> None:
    """Do the work in a transaction and die before statement `last`, or before or after the commit."""
    store = Store(open_engine(url, Path.cwd()), Vault(MASTER))
    left = last

    def count(*_: Any) -> None:
        nonlocal left
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    event.listen(store.engine, "before_cursor_execute", count)
    event.listen(store.engine, "commit", count)
    with store.transaction() as books:
        work(books, number)
    os._exit(0)


def main(url: str) -> None:
    """Die at every statement until one worker comes through."""
    store = Store(open_engine(url, Path.cwd()), Vault(MASTER))
    schema.upgrade(store.engine)
    store.close()
    code, last = -1, 0
    while code:
        code = in_a_child(lambda: work_until(url, 1, last))  # noqa: B023 - called at once
        store = Store(open_engine(url, Path.cwd()), Vault(MASTER))
        print(code, *found(store), *schema.differences(store.engine))
        store.close()
        last += 1


if __name__ == "__main__":
    main(sys.argv[1])
