"""The questions that only the wording in a box can raise, in the words that a unit or a lead reads.

Each begins with the field's label, because an answer to it is taken for that field (`asked.key_of`).
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from medverkan.mailbox.forms.values.born import is_age

_NOTHING_THERE = re.compile(
    r"\b(?:ingen|inget|inte|saknas?|nej|ej|har ej|samma|se |ovan|nedan|via|per telefon|ring|vet)\b", re.I
)
_IN_ALL = re.compile(
    r"\b(?:inkl|förbered|inläs|resa|restid|total|samman|fördel|per månad|per vecka|i månaden|i veckan)", re.I
)


def two_numbers(one: object, other: object) -> str:
    """Ask which of two numbers of people counts."""
    return f"Antal personer står både som {one} och {other}. Hur många personer söker ni?"


def a_range(said: str) -> str:
    """Ask how many of a range of people."""
    return f"Antal personer: ni skriver ”{said}”. Hur många personer behöver ni?"


def unsure(label: str, value: object) -> str:
    """Ask for a value whose box may be another's."""
    read = ("ja" if value else "nej") if isinstance(value, bool) else value
    read = ", ".join(map(str, read)) if isinstance(read, list) else read
    return f"{label}: vi läser ”{read}” men är osäkra. Vad ska stå där?"


def on_condition(label: str, said: str) -> str:
    """Ask whether a yes that was given on a condition is one."""
    return f"{label}: ni skriver ”{said[:120]}”. Vi kan inte spara ett ja med villkor. Är svaret ja eller nej?"


def yes_and_no(label: str) -> str:
    """Ask what counts where two boxes answer the same thing against each other."""
    return f"{label}: ni svarar både ja och nej. Är svaret ja eller nej?"


def two_contacts(label: str, name: str, other: str) -> str:
    """Ask which of two people is to be contacted; "" where there is only one."""
    return f"{label}: ni skriver både {name} och {other}. Vem ska vi kontakta, och på vilket nummer?" if other else ""


def no_number(label: str) -> str:
    """Ask for a number that can be phoned."""
    return f"{label}: numret går inte att ringa. Vilket telefonnummer är rätt?"


def no_address(label: str, value: str) -> str:
    """Ask for a mail address where something was meant as one; "" where the text says that there is none."""
    said = " ".join(value.split())
    meant = "@" in said or re.fullmatch(r"[\w-]+(?:\.[\w-]+){2,5}", said)
    if not meant or (_NOTHING_THERE.search(said) and "@" not in said):
        return ""
    return f"{label}: ”{said[:80]}” är ingen hel e-postadress. Vilken adress är rätt?"


def no_birth_year(label: str, value: str) -> str:
    """Ask for a year of birth that can be; "" where no figure was written."""
    said = " ".join(value.split())[:40]
    if is_age(said) or re.fullmatch(r"\d{1,3}", said):
        return f"{label}: ni skriver ”{said}”. Vilket år är personen född?"
    return f"{label}: ”{said}” kan inte vara rätt. Vilket år är personen född?" if re.search(r"\d", said) else ""


def whose_relative(label: str) -> str:
    """Ask whom Kalmar kommun means: there "närstående" may be the one who gets the help (Överenskommelsen, note 1)."""
    return f"{label}: ni skriver ”närstående”. Menar ni anhöriga, eller den som själv får stödet?"


def is_kalmar(fields: Mapping[str, Any]) -> bool:
    """Tell whether a request comes from Kalmar kommun."""
    return bool(re.search(r"\bkalmars? kommun", f"{fields.get('organisation')} {fields.get('unit')}", re.IGNORECASE))


def longer_than_the_meeting(label: str, written: str, fields: Mapping[str, Any]) -> str:
    """Ask where an occasion is said to take longer than its clock leaves room for; "" where it does not."""
    minutes, start, end = (fields.get(key) for key in ("minutes_per_occasion", "time_start", "time_end"))
    if not minutes or not start or not end or _IN_ALL.search(written) or fields.get("date_end"):
        return ""
    room = _clock(str(end)) - _clock(str(start))
    times = fields.get("occasions") or 1
    if room <= 0 or minutes <= room + 15 or minutes == room * times:
        return ""
    said = " ".join(written.split())[:60]
    return f"{label}: ni skriver ”{said}”, men tiden är kl. {start}–{end}. Hur lång tid tar det?"


def _clock(written: str) -> int:
    at = datetime.strptime(written, "%H:%M")  # noqa: DTZ007 - a clock time has no zone
    return at.hour * 60 + at.minute
