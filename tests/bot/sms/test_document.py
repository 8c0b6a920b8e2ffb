"""docs/sms.md shows the SMS as they are, and settings that can be used."""

import re
import tomllib
from datetime import date
from pathlib import Path

from medverkan.bot import letters
from medverkan.bot.sections.sms import Sms
from medverkan.bot.sms.gsm import normalised

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "sms.md").read_text("utf-8")
WAYS = ("sms-call-announced", "sms-day-before", "sms-thanks", "sms-feedback")


def test_the_stream_that_a_participant_gets_is_shown_as_it_is_sent() -> None:
    values = {"sms-day-before": {"day": date(2026, 9, 30), "time": "13.30"}}
    sent = [normalised(letters.render(name, **values.get(name, {}))[1]) for name in WAYS]
    assert re.findall(r"^> (.+)$", TEXT, re.MULTILINE) == sent


def test_what_is_answered_is_quoted_as_it_is_sent() -> None:
    quoted = re.search(r'Svar: "(.+?)"', TEXT)
    assert quoted
    assert quoted[1] in letters.render("sms-we-call")[1]


def test_the_settings_shown_can_be_used() -> None:
    blocks = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    shown = [Sms(**tomllib.loads(re.sub(r"^ +", "", block, flags=re.MULTILINE))["sms"]) for block in blocks]
    assert [sms.provider for sms in shown] == ["46elks", "kannel"]
    assert all(sms.listens for sms in shown)
