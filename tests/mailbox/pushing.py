"""Both ends of mail that is pushed: our server with a list to keep it in, and a client that says what a test says."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from medverkan.mailbox.loop_thread import in_thread
from medverkan.mailbox.receiving import receiving
from medverkan.mailbox.receiving_values import Listen

ADDRESS = "invanarmedverkan@region.example"
SENDER = "ylva@enhet.example"
MAIL = b"From: ylva@enhet.example\r\nSubject: Hej\r\n\r\nHej!\r\n"
PATIENCE_S = 30.0


@dataclass
class Keeper:
    """Keeps what is pushed, unless it is told to fail or to wait."""

    port: int = 0
    kept: list[bytes] = field(default_factory=list)
    together: list[int] = field(default_factory=list)
    fail_together: bool = False
    refused: list[bytes] = field(default_factory=list)
    moods: list[Exception] = field(default_factory=list)
    reached: threading.Event = field(default_factory=threading.Event)
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """Let everything through at first."""
        self.gate.set()

    def keep(self, *raws: bytes) -> None:
        """Keep mails."""
        self.reached.set()
        assert self.gate.wait(PATIENCE_S)
        self.together.append(len(raws))
        if self.fail_together and len(raws) > 1:
            raise RuntimeError
        if self.moods:
            self.refused.extend(raws)
            raise self.moods.pop(0)
        self.kept.extend(raws)


@contextlib.contextmanager
def served(protocol: str = "lmtp", keeper: Keeper | None = None, **settings: Any) -> Iterator[Keeper]:
    """Run a server until left; settings are those of `Listen` and of `receiving`."""
    keeper = keeper or Keeper()
    names = {"host", "relays", "certificate", "key"}
    of_listen = {name: settings.pop(name) for name in names & settings.keys()}
    listen = Listen(protocol, port=0, **{"host": "127.0.0.1", **of_listen})
    with in_thread(receiving(listen, ADDRESS, keeper.keep, **settings), "receiving") as (_loop, port):
        keeper.port = port
        yield keeper


class Talker:
    """A client that says bytes and reads answers; each answer is its last line."""

    def __init__(self, port: int, greet: str = "LHLO", host: str = "127.0.0.1") -> None:
        self.socket: socket.socket = socket.create_connection((host, port), PATIENCE_S)
        self._unread = b""
        self.greeting = self.answer()
        self.able: list[str] = []
        if greet:
            self.say(f"{greet} client.example")
            self.able = self._answer_lines()

    def say(self, *lines: str | bytes) -> None:
        """Send lines, each ended by CRLF, in one piece."""
        self.raw(b"".join((line if isinstance(line, bytes) else line.encode()) + b"\r\n" for line in lines))

    def raw(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.socket.sendall(data)

    def answer(self) -> str:
        """Return the next answer; "" where the connection has ended."""
        return (self._answer_lines() or [""])[-1]

    def answers(self, count: int) -> list[str]:
        """Return the codes of the next answers."""
        return [self.answer()[:3] for _ in range(count)]

    def ask(self, *lines: str | bytes) -> list[str]:
        """Send lines and return the code of the answer to each."""
        self.say(*lines)
        return self.answers(len(lines))

    def mail(self, raw: bytes, *recipients: str, sender: str = SENDER) -> list[str]:
        """Hand over one mail; return the codes of what follows the lone dot, one per taken recipient."""
        wanted = recipients or (ADDRESS,)
        assert self.ask(f"MAIL FROM:<{sender}>") == ["250"]
        taken = self.ask(*(f"RCPT TO:<{recipient}>" for recipient in wanted)).count("250")
        assert self.ask("DATA") == ["354"]
        stuffed = (b"\r\n" + raw).replace(b"\r\n.", b"\r\n..")[2:]
        self.raw(stuffed + b".\r\n")
        return self.answers(taken)

    def start_tls(self, context: ssl.SSLContext) -> None:
        """Go on in TLS."""
        assert self.ask("STARTTLS") == ["220"]
        self.socket = context.wrap_socket(self.socket, server_hostname="localhost")

    def silent(self) -> bool:
        """Tell whether nothing more is said but the answer to one more command."""
        return self.ask("NOOP") == ["250"] and not self._unread

    def close(self) -> None:
        """Hang up."""
        self.socket.close()

    def __enter__(self) -> "Talker":
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up."""
        self.close()

    def _answer_lines(self) -> list[str]:
        lines: list[str] = []
        while True:
            line = self._line()
            if not line:
                return lines
            lines.append(line)
            if line[3:4] != "-":
                return lines

    def _line(self) -> str:
        while b"\r\n" not in self._unread:
            try:
                more = self.socket.recv(65_536)
            except ConnectionError:
                return ""
            if not more:
                return ""
            self._unread += more
        line, _, self._unread = self._unread.partition(b"\r\n")
        return line.decode()
