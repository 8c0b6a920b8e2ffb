"""`medverkan run` with SMS as people run it: in its own threads, with a gateway that posts to its address."""

import re
from pathlib import Path
from typing import Any

import httpx

from medverkan.bot.demo import cast
from medverkan.mailbox.mime import parse, plain_text
from tests.bot.living import LEAD, Place, medverkan, place, registration_mail, service, shown, until
from tests.mailbox.servers import free_port

KNOWN = ("vaxel", "kanarie-losenord")
PATH = "c9t3mz8q4w1n7r5k"
PHONE, STRANGER = "+46701740611", "+46701740699"


def with_sms(where: Place, port: int) -> None:
    """Let the settings name a file for SMS, and an address for those that come."""
    file = where.home / "medverkan.toml"
    incoming = f"http://{':'.join(KNOWN)}@127.0.0.1:{port}/{PATH}"
    file.write_text(file.read_text("utf-8") + f'\n[sms]\nprovider = "file"\nincoming = "{incoming}"\n', "utf-8")


def told(where: Place) -> list[str]:
    """Return what the lead has been written of SMS, oldest first."""
    letters = [parse(raw) for raw in where.sink.to(LEAD)]
    return [plain_text(letter) for letter in letters if letter.subject.startswith("Ett sms har kommit")]


def posted(port: int, auth: Any = KNOWN, path: str = PATH, **sms: str) -> int:
    """Post one SMS as the gateway does; return the status, 0 while nobody listens."""
    try:
        answer = httpx.post(f"http://127.0.0.1:{port}/{path}/sms", data=sms, auth=auth, trust_env=False)
    except httpx.ConnectError:
        return 0
    assert not answer.is_success or answer.text == ""  # some gateways send a text back as an SMS
    return answer.status_code


def test_a_day_of_sms_over_the_service_itself(tmp_path: Path) -> None:
    port = free_port()
    with place("pymap", tmp_path / "home") as where:
        with_sms(where, port)
        where.mailbox.append(registration_mail(0))
        with service(where.home) as running:
            until("somebody is registered", lambda: shown(where.home, "members", "list"))
            ring = {"id": "s1", "from": PHONE, "message": "Ring mig"}
            until("the address listens", lambda: posted(port, **ring) == httpx.codes.OK)
            until("the lead is told", lambda: told(where))
            # Told again by the gateway, by somebody without the password, at another address, and by a stranger.
            assert posted(port, **ring) == httpx.codes.OK
            stop = {"id": "s2", "from": PHONE, "message": "STOPP"}
            assert posted(port, ("vaxel", "fel"), **stop) == httpx.codes.UNAUTHORIZED
            assert posted(port, path="gissad", **stop) in (httpx.codes.UNAUTHORIZED, httpx.codes.NOT_FOUND)
            assert posted(port, id="s4", **{"from": STRANGER}, message="Vem är ni?") == httpx.codes.OK
            [known, unknown] = until("the lead is told of both", lambda: told(where) if len(told(where)) > 1 else None)
            [task] = re.findall(r"svara (T-\d{4}) klart", known)
            assert "| Ring mig" in known
            assert "Numret finns inte i registret" in unknown
            assert task in {one["id"] for one in shown(where.home, "tasks")}
            assert [one["kind"] for one in shown(where.home, "outbox") if one["channel"] == "sms"] == ["sms-we-call"]
            doctor = medverkan(where.home, "doctor").stdout
            assert "ok   [sms] incoming" in doctor
            assert running.stop() == 0
            log = running.said()
    for word in (PHONE, PHONE[3:], STRANGER[3:], "Ring mig", cast.registrations()[0][0][1]):
        assert word not in log
