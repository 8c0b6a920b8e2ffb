"""A gateway of the tests' own on loopback, that answers as it is told and remembers what it was asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

# In place of an answer: the connection ends, or nothing is said until the test is over.
GONE, SILENT = (0, ""), (-1, "")


@dataclass
class Asked:
    """One request."""

    method: str
    path: str
    fields: dict[str, str]
    authorization: str


@dataclass
class Gateway:
    """What it is to answer, in order (the last one for ever), and what it was asked."""

    port: int = 0
    answers: list[tuple[int, str]] = field(default_factory=lambda: [(200, "{}")])
    asked: list[Asked] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def next(self) -> tuple[int, str]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def gateway() -> Iterator[Gateway]:
    """Run it meanwhile."""
    made = Gateway()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            url = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            told = {name: values[0] for name, values in parse_qs(f"{url.query}&{body}").items()}
            made.asked.append(Asked(self.command, url.path, told, self.headers.get("Authorization", "")))
            status, text = made.next()
            if (status, text) == SILENT:
                made.over.wait(30)
            if status <= 0:
                self.close_connection = True
                return
            self.send_response(status)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        do_GET = do_POST = _answer  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        made.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield made
        finally:
            made.over.set()
            server.shutdown()
            thread.join()
