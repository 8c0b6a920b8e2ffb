"""The real Kannel: sent, delivered, answered, with å, ä and ö both ways. Skipped where it is not installed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bot.sms.kannel_play import FAKE_SMSC, KEEPER, OUR_NUMBER, PHONE, SAID

ROOT = Path(__file__).resolve().parents[3]
# As root, and as an ordinary user where that is allowed.
OWN_NETWORK = (("unshare", "-n"), ("unshare", "-rn"))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Play it once, in a network of its own."""
    if not (shutil.which("bearerbox", path="/usr/sbin") and Path(FAKE_SMSC).exists()):
        pytest.skip("kannel is not installed")
    own = next((one for one in OWN_NETWORK if subprocess.run([*one, "true"], check=False).returncode == 0), None)
    if own is None:
        pytest.skip("a network of its own cannot be made here")
    home = tmp_path_factory.mktemp("kannel")
    command = [*own, sys.executable, "-m", "tests.bot.sms.kannel_play", str(home)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told | {"log": done.stderr + "\n".join(done.stdout.splitlines()[:-1])}


def test_an_sms_leaves_as_it_was_written_and_is_told_to_have_arrived(played: dict[str, Any]) -> None:
    assert played["sent"] == 1
    assert f"<+{OUR_NUMBER} {PHONE} text {played['text']}>" in played["seen"]
    assert {"å", "ä"} <= set(played["text"])
    assert played["arrived"]


def test_an_answer_comes_with_its_letters_whole(played: dict[str, Any]) -> None:
    assert played["came"]
    assert played["sms"] == [[PHONE, SAID, "other"]]


def test_doctor_tells_a_kannel_that_answers_from_one_that_refuses_us(played: dict[str, Any]) -> None:
    assert played["check"] == f"Kannel svarar, avsändare +{OUR_NUMBER}"
    assert played["refused"]
    assert played["incoming"].startswith("tjänsten lyssnar på port")


def test_nothing_of_it_is_logged(played: dict[str, Any]) -> None:
    for word in (PHONE, PHONE[1:], SAID, "hemligt-hos-kannel", "kanarie-losenord", KEEPER, "Siri"):
        assert word not in played["log"]
