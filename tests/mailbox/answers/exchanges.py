"""Read the answers in `exchanges/*.txt`: what was asked, what is true, and below a blank line what was typed.

`fields` is what is plain, `might` what may be merged or left, `people` is what must stay readable for somebody: asked
again, put before the lead, or kept within a field. Anything else that is left over is noise, but for `may`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.mailbox.answers.dialogues import NUMBER, PHONE, REPLY_BY, WEEKDAY

FOLDER = Path(__file__).parent / "exchanges"
QUESTIONS = {
    "NUMBER": NUMBER,
    "PHONE": PHONE,
    "REPLY_BY": REPLY_BY,
    "WEEKDAY": WEEKDAY,
    "PLACE_FORMAT": "Plats är ”Digitalt via Teams”, men mötet ska vara på plats. Ska det vara digitalt eller på plats?",
    "UNSURE_TITLE": "Uppdragets namn: vi läser ”Rehab vuxen” men är osäkra. Vad ska stå där?",
    "PAST_DAY": "Datumet 2027-01-19 har redan passerat. Vilket datum gäller?",
    "BACKWARDS": "Sluttiden kl. 09:00 ligger inte efter starttiden kl. 13:00. Vilken tid gäller?",
    "TWO_NUMBERS": "Antal personer står både som 2 och 3. Hur många personer söker ni?",
}


@dataclass(frozen=True)
class Exchange:
    """One answer: what was asked, what was typed on top and below our numbered questions, and the truth."""

    asked: tuple[str, ...]
    words: str
    fields: Mapping[str, Any]
    people: tuple[str, ...] = ()
    inline: Mapping[int, str] = field(default_factory=dict)
    might: Mapping[str, Any] = field(default_factory=dict)
    may: tuple[str, ...] = ()


def exchanges(name: str) -> list[Exchange]:
    """Return the answers of one file, in its order."""
    return [_exchange(part) for part in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n=====\n")]


def names() -> list[str]:
    return sorted(file.stem for file in FOLDER.glob("*.txt"))


def _exchange(text: str) -> Exchange:
    head, _, words = text.partition("\n\n")
    said: dict[str, str] = {}
    inline: dict[int, str] = {}
    for line in head.splitlines():
        key, _, value = line.partition(": ")
        if key.startswith("below "):
            inline[int(key.removeprefix("below "))] = value
        else:
            said[key.rstrip(":")] = value.strip()
    return Exchange(
        tuple(QUESTIONS.get(one, one) for one in _listed(said.get("asked", ""))),
        words.strip("\n"),
        json.loads(said["fields"]),
        _listed(said.get("people", "")),
        inline,
        json.loads(said.get("might", "{}")),
        _listed(said.get("may", "")),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(" | ") if one.strip())
