"""What a gateway tells us by HTTP, as values: an SMS that came, or how one of ours fared. Pure; total on any input."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl

from medverkan.mailbox.forms.values.phones import e164

MOST_CHARACTERS = 2000
MOST_FIELDS = 40
_ID = re.compile(r"[0-9a-f]{32}")
_CODINGS = {"UTF-8": "utf-8", "UTF8": "utf-8", "8-BIT": "latin-1", "ISO-8859-1": "latin-1", "UTF-16BE": "utf-16-be"}


class Fate(StrEnum):
    """How an SMS of ours fared."""

    ARRIVED = "arrived"
    LOST = "lost"
    ON_ITS_WAY = "on_its_way"


# In the words of 46elks, and the numbers of Kannel (dlr-mask).
FATES = {"delivered": Fate.ARRIVED, "1": Fate.ARRIVED, "failed": Fate.LOST, "2": Fate.LOST, "16": Fate.LOST}


@dataclass(frozen=True, slots=True)
class Came:
    """One SMS that came. `phone` is E.164 where it is a number at all, as written where it is not."""

    provider_id: str
    phone: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a gateway tells of one SMS of ours, by our own id of it and by its own."""

    outgoing_id: str
    provider_id: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class CallEnd:
    """How a call that we let a gateway connect went, by the id of the task that it was about."""

    task_id: str
    provider_id: str
    result: str  # success | busy | failed


def fields_of(query: str) -> dict[str, str]:
    """Return the fields of a query string or a form, read in the character set that it names (Kannel's %C)."""
    named = dict(_pairs(query, "latin-1"))
    coding = _CODINGS.get(named.get("charset", "").upper(), "utf-8")
    # Only the text is in it; digits in UTF-16 would not be digits.
    text = dict(_pairs(query, coding)).get("text")
    return dict(_pairs(query, "utf-8")) | ({} if text is None else {"text": text})


def sms_of(fields: Mapping[str, str]) -> Came | None:
    """Return the SMS that a gateway hands over: 46elks (`message`) or Kannel (`text`); None where it is none."""
    written = fields.get("from", "").strip()[:40]
    text = fields.get("message", fields.get("text"))
    if not written or text is None or fields.get("direction", "incoming") != "incoming":
        return None
    phone = e164(written) or written
    told = fields.get("id", "").strip()
    # Without an id the same words from the same number at the same time are the same SMS.
    same = "\0".join((written, text, fields.get("time", ""), fields.get("created", "")))
    provider_id = told[:200] or hashlib.sha256(same.encode("utf-8", "replace")).hexdigest()
    return Came(provider_id, phone, _clean(text))


def report_of(fields: Mapping[str, str]) -> Report | None:
    """Return what a gateway reports of an SMS of ours; None where it is no such thing."""
    outgoing_id = fields.get("m", "")
    if not _ID.fullmatch(outgoing_id):
        return None
    fate = FATES.get(fields.get("status", "").strip().lower(), Fate.ON_ITS_WAY)
    return Report(outgoing_id, fields.get("id", "").strip()[:200], fate)


def call_end_of(fields: Mapping[str, str]) -> CallEnd | None:
    """Return what 46elks tells when a connected call is over; None where it is no such thing."""
    task_id, provider_id = fields.get("t", ""), fields.get("callid", "").strip()[:200]
    if not _ID.fullmatch(task_id) or not provider_id:
        return None
    return CallEnd(task_id, provider_id, fields.get("result", "").strip().lower())


def _pairs(query: str, coding: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(query, keep_blank_values=True, encoding=coding, errors="replace", max_num_fields=MOST_FIELDS)
    except ValueError:
        return []


def _clean(text: str) -> str:
    kept = "".join(one for one in text if one == "\n" or not unicodedata.category(one).startswith("C"))
    return kept.strip()[:MOST_CHARACTERS]
