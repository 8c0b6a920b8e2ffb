"""Kannel: an SMS gateway of one's own, on the own network (kannel.org, "sendsms" over HTTP).

Kannel gives no id for what it takes; we are told how an SMS fared by our own id, which stands in the address it calls.
"""

from dataclasses import dataclass, field

import httpx

from medverkan.bot.sms.asking import answered, asked
from medverkan.mailbox.transport import LoginRefusedError
from medverkan.storage.values import Outgoing

ARRIVED_OR_LOST = "3"


@dataclass(frozen=True, slots=True)
class Kannel:
    """One smsbox. `reports` is where it tells us how an SMS fared, "" for nowhere."""

    url: str  # of sendsms, such as http://127.0.0.1:13013/cgi-bin/sendsms
    username: str
    password: str = field(repr=False)
    sender: str
    reports: str = field(default="", repr=False)
    timeout_s: float = 30.0

    def send(self, message: Outgoing) -> str:
        """Hand over one SMS. Raises as Channel.send."""
        said = {"to": message.to, "text": message.text, "charset": "UTF-8", "coding": "0"}
        if self.reports:
            # %d is Kannel's own: it writes there how it went.
            said |= {"dlr-mask": ARRIVED_OR_LOST, "dlr-url": f"{self.reports}?m={message.id}&status=%d"}
        asked(self._request(said), self.timeout_s, proxies=False)
        return ""

    def check(self) -> str:
        """Ask for an SMS to nobody: it is refused, and why tells whether we are let in. Raises as Channel.check."""
        answer = answered(self._request({"text": "x"}), self.timeout_s, proxies=False)
        if answer.status_code == httpx.codes.FORBIDDEN:
            raise LoginRefusedError("Kannel släpper inte in oss: fel användarnamn eller lösenord")
        return f"Kannel svarar, avsändare {self.sender}"

    def _request(self, said: dict[str, str]) -> httpx.Request:
        signed = {"username": self.username, "password": self.password, "from": self.sender}
        return httpx.Request("GET", self.url, params=signed | said)
