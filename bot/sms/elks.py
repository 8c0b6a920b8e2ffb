"""46elks: SMS over HTTPS (46elks.com/docs/send-sms). The texts are never kept at the provider (`dontlog=message`)."""

import json
from dataclasses import dataclass, field

import httpx

from medverkan.bot.sms.asking import asked
from medverkan.mailbox.values import GiveUpError
from medverkan.storage.values import Outgoing

FAILED = "failed"
RINGS_S = "40"


@dataclass(frozen=True, slots=True)
class Elks:
    """An account with 46elks. `reports` is where they tell us how an SMS fared, "" for nowhere."""

    url: str
    username: str
    password: str = field(repr=False)
    sender: str
    reports: str = field(default="", repr=False)
    calls: str = field(default="", repr=False)  # and how a call went
    timeout_s: float = 30.0

    def send(self, message: Outgoing) -> str:
        """Hand over one SMS; return 46elks' id of it. Raises as Channel.send."""
        form = {"from": self.sender, "to": message.to, "message": message.text, "dontlog": "message"}
        if self.reports:
            form["whendelivered"] = f"{self.reports}?m={message.id}"
        answer = asked(self._request("POST", "sms", form), self.timeout_s)
        told = _document(answer)
        if told.get("status") == FAILED:
            raise GiveUpError("46elks tog inte emot sms:et")
        return str(told.get("id") or "")

    def connect(self, mine: str, theirs: str, task_id: str) -> None:
        """Ring the first number, and connect it to the second when it answers (46elks.se/docs/voice-connect).

        Raises as Channel.send.
        """
        action = {"connect": theirs, "callerid": self.sender}
        if self.calls:
            action["next"] = f"{self.calls}?t={task_id}"
        form = {"from": self.sender, "to": mine, "voice_start": json.dumps(action), "timeout": RINGS_S}
        asked(self._request("POST", "calls", form), self.timeout_s)

    def check(self) -> str:
        """Ask for our account. Raises as Channel.check."""
        asked(self._request("GET", "me"), self.timeout_s)
        return f"inloggad hos 46elks, avsändare {self.sender}"

    def _request(self, method: str, path: str, form: dict[str, str] | None = None) -> httpx.Request:
        request = httpx.Request(method, f"{self.url}/{path}", data=form)
        return next(httpx.BasicAuth(self.username, self.password).auth_flow(request))


def _document(answer: httpx.Response) -> dict[str, object]:
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
