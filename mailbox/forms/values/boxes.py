"""Read the boxes of one form, one after the other: each field by its type, then what needs several boxes at once.

`normalise` is the way in. A method of `Boxes` for each type of field gives a value, nothing, or a question.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.rows import tidy
from medverkan.mailbox.forms.judging.contradictions import means_questions
from medverkan.mailbox.forms.judging.doubts import when_questions
from medverkan.mailbox.forms.naming.combined import OF_ONE_TEXT, PERSONAL
from medverkan.mailbox.forms.naming.consents import consents_in
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.registry import field, label_of
from medverkan.mailbox.forms.values import numbers, one_box, options, personal, raised, two_in_one
from medverkan.mailbox.forms.values.agreed import consented, consented_to, contested
from medverkan.mailbox.forms.values.contact import person_name, somebody_else, split_contact, split_name
from medverkan.mailbox.forms.values.dates import read_when
from medverkan.mailbox.forms.values.fit import BAR, fit
from medverkan.mailbox.forms.values.names import last_name_first
from medverkan.mailbox.forms.values.one_box import PERSONAL_NUMBER, POSTCODE, TWO_OR_THREE
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.forms.values.unanswered import gives_none, is_unanswered
from medverkan.mailbox.forms.values.when_parts import PARTS, keep, together, two_dates, when_fields
from medverkan.mailbox.forms.values.written import email_in, is_placeholder, plain_value, without_placeholders
from medverkan.mailbox.values import Evidence, Kind

_HALF_NAMES = ("_first_name", "_last_name")
_TAKEN_TOGETHER = frozenset((*PARTS, *_HALF_NAMES))


class Boxes:
    """What has been read so far of one form; `take` each entry, then `finish`."""

    def __init__(self, kind: Kind, today: date | None, where: str = "") -> None:
        self.kind = kind
        self.today = today
        self.where = where
        self.fields: dict[str, Any] = {}
        self.evidence: dict[str, Evidence] = {}
        self.questions: list[str] = []
        self.contested: set[str] = set()
        self.parts: dict[str, Entry] = {}  # _date, _time, when_text … as written
        self.entry = Entry("")  # the one that is being read
        self.relative = False  # "närstående" is said, and not that it is an anhörig
        self.full: Entry | None = None  # a whole name, parted when the address is known
        self.born: Entry | None = None  # a personal number
        self.named_beside: Entry | None = None  # who stands beside a number

    def take(self, entry: Entry) -> None:
        """Read one entry."""
        value = without_placeholders(plain_value(tidy(entry.value)))
        # A single line that is a placeholder is gone already.
        if not value or ("\n" in value and is_placeholder(value)):
            return
        if entry.key == "experience" and options.is_bare_perspective(value):
            # "Vilken erfarenhet har du?", answered with a role.
            entry = entry._replace(key="perspectives", sure=max(entry.sure, BAR))
        before, self.entry = self.entry, entry if value == entry.value else entry._replace(value=value)
        if entry.key in _TAKEN_TOGETHER and not entry.extra:
            if not one_box.is_stamp(value, self.today) and not gives_none(value):
                keep(self.parts, self.entry, before)
            return
        if entry.extra and {entry.key, *entry.extra} <= PERSONAL:
            for key, said in personal.parted(value, (entry.key, *entry.extra)).items():
                self.take(entry._replace(key=key, value=said, extra=()))
            return
        if entry.key in _SPECIAL:
            _SPECIAL[entry.key](self, value)
            return
        asked = field(self.kind, entry.key)
        if asked is None or asked.type not in _READ or is_unanswered(value, asked):
            return
        if entry.extra:
            self._two_in_one(entry, value)
            return
        self.put(entry.key, _READ[asked.type](self, entry.key, value))

    def put(self, key: str, value: Any) -> None:
        """Keep the first value of a key; a second, different number of people is asked about."""
        if value is None or value in ("", []) or one_box.tells_nothing(key, value):
            return
        if key == "people_wanted" and key in self.fields and self.fields[key] != value:
            self.questions.append(raised.two_numbers(self.fields[key], value))
        if key == "postal_address" and key in self.fields and POSTCODE.match(str(value)):
            # The street in one box, postcode and town in the next.
            self.postcode(str(value))
            return
        if key == "place" and key in self.fields:
            self.fields[key], how = two_in_one.place_and_format(str(self.fields[key]), str(value))
            self.put("format", how)
        if value is (not self.fields.get(key, value)) or key in self.contested:
            contested(self, key)
            return
        if key in self.fields:
            if isinstance(value, list) and self.evidence[key].label == self.entry.asked:
                # "Perspektiv: patient", "Perspektiv: närstående", one line for each choice.
                self.fields[key] += [one for one in value if one not in self.fields[key]]
            return
        asked = field(self.kind, key)
        sure = round(self.entry.sure * fit(asked, value), 2)
        if sure < BAR:
            # What nobody needs is no reason for a question.
            self.ask(raised.unsure(label_of(self.kind, key), value) if asked and asked.required else "")
            return
        self.fields[key] = value
        self.evidence[key] = Evidence(self.entry.asked, self.entry.value, sure, self.where)

    def phone(self, key: str, value: str) -> str:
        number = e164(value, mobile_first=self.kind is Kind.REGISTRATION)
        if key == "contact_phone" and number and any(map(str.isalpha, value)) and (who := split_contact(value).name):
            # "Ring: Kim Exempel 070-174 06 05" names the person too.
            self.named_beside = self.named_beside or self.entry._replace(value=who)
        # "Mobil eller mejl" in the box of the phone: an address is no number that fails.
        if not number and re.search(r"\d", value) and not email_in(value):
            self.questions.append(raised.no_number(label_of(self.kind, key)))
        return number

    def email(self, key: str, value: str) -> str:
        found = email_in(value)
        self.ask("" if found else raised.no_address(label_of(self.kind, key), value))
        return found

    def name(self, key: str, value: str) -> str:
        found = split_contact(value)
        self.ask(raised.two_contacts(label_of(self.kind, key), found.name, somebody_else(value, found.name)))
        prefix = "guardian" if key.startswith("guardian") else "contact"
        if found.phone_text:
            self.put(f"{prefix}_phone", self.phone(f"{prefix}_phone", found.phone_text))
        if found.email and prefix == "contact":
            self.put("contact_email", found.email)
        return found.name

    def number(self, key: str, value: str) -> int | None:
        said = options.chosen(value)
        if key == "occasions" and (times := numbers.occasions(said)):
            return times
        if key == "people_wanted":
            low, high = numbers.people(said) or (None, None)
            self.ask(raised.a_range(said.strip()) if low != high else "")
            return low
        return numbers.per_half_year(said, self.entry.asked) if key == "max_per_half_year" else numbers.bare(said)

    def year(self, key: str, value: str) -> int | None:
        year = one_box.birth_year(self.entry.asked, value, self.today)
        self.ask("" if year else raised.no_birth_year(label_of(self.kind, key), value))
        return year

    def date(self, key: str, value: str) -> str:
        if one_box.is_stamp(value, self.today):
            return ""
        found = read_when(value, self.today)
        self.questions += when_questions(found, label_of(self.kind, key))
        day = found.end or found.start
        return day.isoformat() if day and found.exact else ""

    def channel(self, key: str, value: str) -> str:
        # "☒ Ni får skicka sms": what stands among the ways to be reached may be a consent instead.
        for option in options.ticked(value) or ():
            for consent in consents_in(option):
                self.put(consent, True)
                value = value.replace(option, "")
        return options.channel(value)

    def format(self, key: str, value: str) -> str:
        found = options.meeting_format(value) or options.format_of_place(value)
        if found:
            return found
        if options.yes_no(value) is None:
            # "Form: fokusgrupp" is the kind of participation, not how one meets.
            self.put("activity", one_box.one_line("activity", value))
        return ""

    def perspectives(self, key: str, value: str) -> list[str]:
        found = options.perspectives(value, kin=True)
        if "närstående" in found and re.search(r"\bnärstående", options.chosen(value), re.I):
            self.relative = not re.search(r"\banhörig", value, re.I)
        return found

    def duration(self, value: str) -> None:
        said = numbers.with_unit(options.chosen(value), self.entry.asked)
        bare = int(said) if self.entry.key == "minutes_per_occasion" and TWO_OR_THREE.match(said.strip()) else None
        self.put("minutes_per_occasion", numbers.minutes(said) or bare)
        self.put("occasions", numbers.occasions(said))

    def contact(self, value: str) -> None:
        found = split_contact(value)
        if self.kind is Kind.REQUEST:
            self.put("contact_name", found.name)
            keys = ("contact_phone", "contact_email")
        elif not found.phone_text and not found.email and is_option(Type.CHANNEL, value):
            # "Kontakt: telefon" in a registration is how, not who.
            self.put("contact_preference", options.channel(value))
            return
        else:
            self.full_name(found.name)
            keys = ("phone", "email")
        if found.phone_text:
            self.put(keys[0], self.phone(keys[0], found.phone_text))
        self.put(keys[1], found.email)

    def full_name(self, value: str) -> None:
        self.full = self.full or self.entry._replace(value=last_name_first(value, self.entry.asked))

    def personal_number(self, value: str) -> None:
        """Keep nothing of a personal number but the year, for where none is given."""
        if PERSONAL_NUMBER.match(value):
            self.born = self.entry._replace(value=value)

    def postcode(self, value: str) -> None:
        address = self.fields.pop("postal_address", "")
        self.put("postal_address", f"{address}, {value}".strip(", "))

    def _two_in_one(self, entry: Entry, value: str) -> None:
        first, second = entry.key, entry.extra[0]
        asked = [one for key in (first, *entry.extra) if (one := field(self.kind, key))]
        if {first, second} <= OF_ONE_TEXT or all(one.type is Type.CONSENT for one in asked):
            for one in asked:
                self.put(one.key, _READ[one.type](self, one.key, two_in_one.part_of(value, one.key)))
            return
        if second == "place":
            written, place = two_in_one.when_and_place(value, self.today)
            self.parts.setdefault("when_text", self.entry._replace(key="when_text", value=written))
            self.put("place", place)
            return
        upper, lower = two_in_one.halves(value, entry.extra)
        self.put(first, upper)
        self.put(second, lower)

    def finish(self) -> None:
        """Read what needs all entries: times, full names, and what speaks against what."""
        if self.full:
            self.entry = self.full
            first, last = split_name(self.full.value, str(self.fields.get("email", "")))
            self.put("first_name", first)
            self.put("last_name", last)
        if self.born and "birth_year" not in self.fields:
            self.entry = self.born._replace(value="")
            self.put("birth_year", self.year("birth_year", self.born.value))
        if self.kind is not Kind.REQUEST:
            one_box.complete(self.fields, self.evidence)
            # The sender's address may stand in for a missing one later; it must not hide that none was given.
            self.questions += means_questions(self.fields)
            return
        if halves_of_name := [self.parts.pop(key) for key in _HALF_NAMES if key in self.parts]:
            self.entry = together(halves_of_name)
            self.put("contact_name", person_name(" ".join(half.value for half in halves_of_name)))
        if self.named_beside and "contact_name" not in self.fields:
            self.entry = self.named_beside
            self.put("contact_name", person_name(self.named_beside.value))
        if self.parts:
            self.entry = together(list(self.parts.values()))
        for key, value in when_fields({key: e.value for key, e in self.parts.items()}, self.today).items():
            self.put(key, value)
        for entry, said in two_in_one.place_or_format(self.fields, self.evidence):
            self.entry = entry
            self.put(entry.key, said)
        self._compare()

    def _compare(self) -> None:
        """Ask where the wording of one box of a request speaks against another."""
        if self.relative and raised.is_kalmar(self.fields):
            self.questions.append(raised.whose_relative(label_of(self.kind, "perspectives")))
        self.ask(two_dates({key: e.value for key, e in self.parts.items()}, self.today))
        if "minutes_per_occasion" in self.evidence:
            written, label = self.evidence["minutes_per_occasion"].text, label_of(self.kind, "minutes_per_occasion")
            self.ask(raised.longer_than_the_meeting(label, written, self.fields))

    def ask(self, question: str) -> None:
        """Ask a question, if there is one."""
        self.questions += [question] if question else []


_READ: dict[Type, Callable[[Boxes, str, str], Any]] = {
    Type.TEXT: lambda r, k, v: options.listed(v).strip(), Type.FOCUS: lambda r, k, v: options.focus_areas(v),
    Type.LIST: lambda r, k, v: options.items(v), Type.CHANNEL: Boxes.channel,
    Type.MONTHS: lambda r, k, v: numbers.months(options.chosen(v)),
    Type.LINE: lambda r, k, v: one_box.one_line(k, v), Type.NAME: Boxes.name,
    Type.PHONE: Boxes.phone, Type.EMAIL: Boxes.email, Type.NUMBER: Boxes.number, Type.YEAR: Boxes.year,
    Type.DATE: Boxes.date, Type.FORMAT: Boxes.format,
    Type.YES_NO: lambda r, k, v: one_box.yes_no(k, v), Type.CONSENT: consented,
    Type.PERSPECTIVES: Boxes.perspectives, Type.MUNICIPALITY: lambda r, k, v: one_box.municipality(v),
}  # fmt: skip
_SPECIAL: dict[str, Callable[[Boxes, str], None]] = {
    "_extent": Boxes.duration,
    "minutes_per_occasion": Boxes.duration,
    "_contact": Boxes.contact,
    "_name": Boxes.full_name,
    "_postcode": Boxes.postcode,
    "_consent": consented_to,
    "_personal_number": Boxes.personal_number,
    **dict.fromkeys(("_call_time", "_other"), lambda r, v: None),
}
