"""A Bot API server of the tests' own: what of it is used, faults on demand, and every byte that reached it."""

import contextlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "42:kanarie-token"
BOT = {"id": 42, "is_bot": True, "first_name": "Boten", "username": "intressebot"}
Json = dict[str, Any]


class BotApi:
    """One bot on one server. `faults`: by method, answers (status, body) given instead, once each."""

    def __init__(self) -> None:
        self.base_url, self.bytes = "", b""
        self.asked: list[str] = []
        self.sent: list[Json] = []
        self.updates: list[Json] = []
        self.faults: dict[str, list[tuple[int, bytes]]] = {}
        self.serial = 0
        self.something = threading.Condition()

    def write(self, text: str, chat: int = 7, **more: Any) -> Json:
        """Let somebody write; return the update."""
        return self.came(message=self.message(text, chat) | more)

    def press(self, data: str, chat: int = 7, **more: Any) -> Json:
        """Let somebody press a button."""
        self.serial += 1
        where = self.message("", chat) | {"from": BOT}
        query = {"id": f"q{self.serial}", "from": person(chat), "chat_instance": "1", "message": where, "data": data}
        return self.came(callback_query=query | more)

    def message(self, text: str, chat: int = 7, kind: str = "private") -> Json:
        """Return a message as Telegram tells of it."""
        self.serial += 1
        where = {"id": chat, "type": kind, "title": "Grupp"} if kind != "private" else {"id": chat, "type": kind}
        return {"message_id": self.serial, "date": 1, "chat": where, "from": person(chat), "text": text}

    def came(self, **update: Any) -> Json:
        """Let something come."""
        with self.something:
            self.serial += 1
            told = {"update_id": self.serial, **update}
            self.updates.append(told)
            self.something.notify_all()
        return told

    def data(self, label: str) -> str:
        """Return what the newest button whose label begins so holds."""
        return next(
            str(button["callback_data"])
            for message in reversed(self.sent)
            for row in json.loads(message.get("reply_markup", "{}")).get("inline_keyboard", [])
            for button in row
            if button["text"].startswith(label)
        )

    def answer(self, method: str, given: Json) -> tuple[int, Json]:
        """Answer one call as the server would."""
        match method:
            case "getMe":
                return 200, {"ok": True, "result": BOT}
            case "getUpdates":
                return 200, {"ok": True, "result": self._waited(int(given["offset"]), float(given["timeout"]))}
            case "sendMessage":
                self.sent.append(given)
                said = self.message(given["text"], int(given["chat_id"])) | {"from": BOT}
                return 200, {"ok": True, "result": said}
            case "answerCallbackQuery" | "deleteWebhook":
                return 200, {"ok": True, "result": True}
        return 404, {"ok": False, "error_code": 404, "description": "Not Found"}

    def _waited(self, offset: int, timeout_s: float) -> list[Json]:
        with self.something:
            self.updates = [update for update in self.updates if update["update_id"] >= offset]
            if not self.updates:
                self.something.wait(timeout_s)
            return list(self.updates)


def person(chat: int) -> Json:
    """Return somebody whose private chat has that id."""
    return {"id": chat, "is_bot": False, "first_name": "Karin"}


@contextlib.contextmanager
def bot_api() -> Iterator[BotApi]:
    """Run the server until left."""
    api = BotApi()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(urlsplit(self.path).query.encode())

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers.get("Content-Length") or 0)))

        def _answer(self, body: bytes) -> None:
            path = urlsplit(self.path).path
            method = path.rpartition("/")[2]
            api.bytes += self.path.encode() + b"\n" + body + b"\n"
            api.asked.append(method)
            status, said = 401, json.dumps({"ok": False, "error_code": 401, "description": "Unauthorized"}).encode()
            if faults := api.faults.get(method):
                status, said = faults.pop(0)
            elif path == f"/bot{TOKEN}/{method}":
                given = {name: values[0] for name, values in parse_qs(body.decode()).items()}
                status, answer = api.answer(method, given)
                said = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            with contextlib.suppress(OSError):
                self.wfile.write(said)

        def log_message(self, *_arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    api.base_url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield api
    finally:
        with api.something:
            api.something.notify_all()
        server.shutdown()
        server.server_close()
        thread.join(10)
