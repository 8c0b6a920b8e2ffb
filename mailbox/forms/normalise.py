"""Turn what stands beside the labels into values, and say what cannot be.

`normalised` gives the fields and the questions that only the written text can raise (an invalid number, two different
numbers of people). Whatever is a placeholder, empty or unticked gives no field.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from medverkan.mailbox.forms import numbers, options
from medverkan.mailbox.forms.contact import person_name, split_contact, split_name
from medverkan.mailbox.forms.dates import When, read_when
from medverkan.mailbox.forms.doubts import when_questions
from medverkan.mailbox.forms.entries import Entry
from medverkan.mailbox.forms.field import Type
from medverkan.mailbox.forms.fit import BAR, DERIVED, fit
from medverkan.mailbox.forms.options import is_option
from medverkan.mailbox.forms.phones import e164
from medverkan.mailbox.forms.registry import FIELDS, field, label_of
from medverkan.mailbox.forms.rows import tidy
from medverkan.mailbox.forms.when_parts import PARTS, together, when_fields
from medverkan.mailbox.forms.written import email_in, is_placeholder, without_placeholders
from medverkan.mailbox.values import Evidence, Kind

STOCKHOLM = ZoneInfo("Europe/Stockholm")

_NO_COUNT = re.compile(r"\b(?:ålder|år gammal|timm|min(?:uter)?\b)", re.I)


@dataclass(frozen=True, slots=True)
class Values:
    """What one form says: its fields, the questions that its wording raises, and where each value was found."""

    fields: Mapping[str, Any]
    questions: tuple[str, ...]
    evidence: Mapping[str, Evidence]


def normalised(entries: Sequence[Entry], kind: Kind, when: datetime | None) -> tuple[dict[str, Any], list[str]]:
    """Return the fields of one form, in the order of the registry, and the questions its text raises."""
    found = values_of(entries, kind, when)
    return dict(found.fields), list(found.questions)


def values_of(entries: Sequence[Entry], kind: Kind, when: datetime | None) -> Values:
    """Return what one form says, in the order of the registry, with the evidence for each value."""
    today = when.astimezone(STOCKHOLM).date() if when else None
    reader = _Reader(kind, today)
    for entry in entries:
        reader.take(entry)
    reader.finish()
    order = [f.key for f in FIELDS[kind] if f.key in reader.fields]
    return Values(
        {key: reader.fields[key] for key in order},
        tuple(dict.fromkeys(reader.questions)),
        {key: reader.evidence[key] for key in order},
    )


class _Reader:
    def __init__(self, kind: Kind, today: date | None) -> None:
        self.kind = kind
        self.today = today
        self.fields: dict[str, Any] = {}
        self.evidence: dict[str, Evidence] = {}
        self.questions: list[str] = []
        self.parts: dict[str, Entry] = {}  # _date, _time, when_text … as written
        self.entry = Entry("")  # the one that is being read

    def take(self, entry: Entry) -> None:
        value = without_placeholders(tidy(entry.value))
        if is_placeholder(value):
            return
        self.entry = replace(entry, value=value)
        if entry.key in PARTS and not entry.extra:
            self.parts.setdefault(entry.key, self.entry)
            return
        if entry.key in _SPECIAL:
            _SPECIAL[entry.key](self, value, entry.extra)
            return
        asked = field(self.kind, entry.key)
        if asked is None or asked.type is Type.DERIVED:
            return
        if entry.extra:
            self._two_in_one(entry, value)
            return
        self.put(entry.key, _READ[asked.type](self, entry.key, value))

    def put(self, key: str, value: Any) -> None:
        """Keep the first value of a key; a second, different number of people is asked about."""
        if value is None or value in ("", []):
            return
        if key == "people_wanted" and key in self.fields and self.fields[key] != value:
            self.questions.append(
                f"Antal personer står både som {self.fields[key]} och {value}. Hur många personer söker ni?"
            )
        if key in self.fields:
            return
        sure = round(self.entry.sure * fit(field(self.kind, key), value), 2)
        if sure < BAR:
            self.questions.append(f"{label_of(self.kind, key)}: vi läser ”{value}” men är osäkra. Vad ska stå där?")
            return
        self.fields[key] = value
        self.evidence[key] = Evidence(self.entry.asked, self.entry.value, sure)

    def text(self, key: str, value: str) -> str:
        return options.chosen(value).strip()

    def line(self, key: str, value: str) -> str:
        said = options.ticked(value)
        if said is not None:
            return ", ".join(said)
        if key == "activity" and key in self.fields:
            return ""
        return value.strip()

    def phone(self, key: str, value: str) -> str:
        number = e164(value)
        if not number and re.search(r"\d", value):
            self.questions.append(
                f"{label_of(self.kind, key)}: numret går inte att ringa. Vilket telefonnummer är rätt?"
            )
        return number

    def email(self, key: str, value: str) -> str:
        return email_in(value)

    def name(self, key: str, value: str) -> str:
        found = split_contact(value)
        prefix = "guardian" if key.startswith("guardian") else "contact"
        if found.phone_text and prefix == "contact":
            self.put("contact_phone", self.phone("contact_phone", found.phone_text))
        elif found.phone_text:
            self.put("guardian_phone", self.phone("guardian_phone", found.phone_text))
        if found.email and prefix == "contact":
            self.put("contact_email", found.email)
        return found.name

    def number(self, key: str, value: str) -> int | None:
        said = options.chosen(value)
        if key == "occasions" and (times := numbers.occasions(said)):
            return times
        if key == "occasions" and not re.match(r"\D{0,12}\d{1,3}\b|\w+$", said):
            return None
        low, high = numbers.span(_NO_COUNT.split(said)[0] or said) or (None, None)
        if key == "people_wanted" and low != high:
            self.questions.append(f"Antal personer: ni skriver ”{said.strip()}”. Hur många personer behöver ni?")
        return low

    def months(self, key: str, value: str) -> int | None:
        return numbers.months(options.chosen(value))

    def year(self, key: str, value: str) -> int | None:
        return numbers.birth_year(value, self.today.year if self.today else 2100)

    def date(self, key: str, value: str) -> str:
        found = read_when(value, self.today)
        self.ask_about(found, label_of(self.kind, key))
        day = found.end or found.start
        return day.isoformat() if day else ""

    def yes_no(self, key: str, value: str) -> bool | None:
        said = options.yes_no(value)
        # "Vårdnadshavares underskrift: Kim Exempel": the name is the signature.
        signed = key == "guardian_consent" and " " in value.strip() and person_name(value) == value.strip()
        return True if said is None and signed else said

    def channel(self, key: str, value: str) -> str:
        return options.channel(value)

    def format(self, key: str, value: str) -> str:
        found = options.meeting_format(value) or options.format_of_place(value)
        if found:
            return found
        if options.yes_no(value) is None:
            # "Form: fokusgrupp" is the kind of participation, not how one meets.
            self.put("activity", self.line("activity", value))
        return ""

    def perspectives(self, key: str, value: str) -> list[str]:
        return options.perspectives(value)

    def focus(self, key: str, value: str) -> list[str]:
        return options.focus_areas(value)

    def list(self, key: str, value: str) -> list[str]:
        return options.items(value)

    def municipality(self, key: str, value: str) -> str:
        said = options.chosen(value).split("\n")[0]
        return re.sub(r"\s+kommun$", "", said.strip(" ."), flags=re.I)

    def duration(self, value: str, extra: tuple[str, ...]) -> None:
        del extra
        said = options.chosen(value)
        self.put("minutes_per_occasion", numbers.minutes(said))
        self.put("occasions", numbers.occasions(said))

    def contact(self, value: str, extra: tuple[str, ...]) -> None:
        found = split_contact(value)
        if self.kind is Kind.REQUEST:
            self.put("contact_name", found.name)
            keys = ("contact_phone", "contact_email")
        elif not found.phone_text and not found.email and is_option(Type.CHANNEL, value):
            # "Kontakt: telefon" in a registration is how, not who.
            self.put("contact_preference", options.channel(value))
            return
        else:
            self.full_name(found.name, extra)
            keys = ("phone", "email")
        if found.phone_text:
            self.put(keys[0], self.phone(keys[0], found.phone_text))
        self.put(keys[1], found.email)

    def full_name(self, value: str, extra: tuple[str, ...]) -> None:
        del extra
        first, last = split_name(value)
        self.put("first_name", first)
        self.put("last_name", last)

    def postcode(self, value: str, extra: tuple[str, ...]) -> None:
        del extra
        address = self.fields.pop("postal_address", "")
        self.put("postal_address", f"{address}, {value}".strip(", "))

    def consent(self, value: str, extra: tuple[str, ...]) -> None:
        """Read a bare "Samtycke": only an answer that says to what is a consent to it."""
        from medverkan.mailbox.forms.consents import consent_key

        del extra
        for said in options.ticked(value) or value.split("\n"):
            key = consent_key(f"samtycke {said}")
            if key:
                self.put(key, options.yes_no(said) is not False)

    def _two_in_one(self, entry: Entry, value: str) -> None:
        first, second = entry.key, entry.extra[0]
        if second == "consent_email":
            for key in (first, second):
                self.put(key, options.yes_no(value))
            return
        if second == "place":
            self._when_and_place(value)
            return
        upper, _, lower = value.partition("\n")
        if not lower:
            upper, _, lower = value.rpartition(",")
        if not lower or not upper:
            upper, lower = value, ""
        self.put(first, upper.strip())
        self.put(second, lower.strip())

    def _when_and_place(self, value: str) -> None:
        parts = [part.strip() for part in re.split(r"\n|,(?!\s*(?:kl|därefter|och|samt)\b)", value) if part.strip()]
        timed = [p for p in parts if read_when(p, self.today) != When() or re.search(r"\d", p)]
        placed = [p for p in parts if p not in timed]
        written = ", ".join(timed) if placed else value
        self.parts.setdefault("when_text", replace(self.entry, key="when_text", value=written))
        self.put("place", ", ".join(placed))

    def finish(self) -> None:
        if self.kind is not Kind.REQUEST:
            return
        if self.parts:
            self.entry = together(list(self.parts.values()))
        for key, value in when_fields({key: e.value for key, e in self.parts.items()}, self.today).items():
            self.put(key, value)
        if "format" not in self.fields and (place := self.fields.get("place", "")):
            self.entry = Entry("format", place, (), self.evidence["place"].label, DERIVED)
            self.put("format", options.format_of_place(place))

    def ask_about(self, found: When, label: str) -> None:
        """Ask about a date beside a label; what stands in `when_text` is asked about by `judge`."""
        if label:
            self.questions += when_questions(found, label)


_READ: dict[Type, Callable[[_Reader, str, str], Any]] = {
    Type.TEXT: _Reader.text, Type.LINE: _Reader.line, Type.NAME: _Reader.name, Type.PHONE: _Reader.phone,
    Type.EMAIL: _Reader.email, Type.NUMBER: _Reader.number, Type.MONTHS: _Reader.months, Type.YEAR: _Reader.year,
    Type.DATE: _Reader.date, Type.YES_NO: _Reader.yes_no, Type.CONSENT: _Reader.yes_no, Type.CHANNEL: _Reader.channel,
    Type.FORMAT: _Reader.format, Type.PERSPECTIVES: _Reader.perspectives, Type.FOCUS: _Reader.focus,
    Type.LIST: _Reader.list, Type.MUNICIPALITY: _Reader.municipality,
}  # fmt: skip
_SPECIAL: dict[str, Callable[[_Reader, str, tuple[str, ...]], None]] = {
    "_extent": _Reader.duration,
    "minutes_per_occasion": _Reader.duration,
    "_contact": _Reader.contact,
    "_name": _Reader.full_name,
    "_postcode": _Reader.postcode,
    "_consent": _Reader.consent,
    "_call_time": lambda r, v, e: None,
    "_other": lambda r, v, e: None,
}
