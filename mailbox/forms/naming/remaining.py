"""Name the labels whose words leave it open, all of one form at once: by what is still missing, the values, the order.

A form asks for each thing once, and mostly in the same order. So a label in words that nobody knows, between "typ av
medverkan" and "syfte", with three sentences beside it, asks for the description. A label that its words make sure is
never touched; what stays open stays as it was, and is asked about.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming.likely import likely
from medverkan.mailbox.forms.naming.placing import placed_label
from medverkan.mailbox.forms.naming.registry import FIELDS
from medverkan.mailbox.forms.naming.under_other_names import tasked, under_other_names
from medverkan.mailbox.forms.naming.usual_values import BY_WORDS, MUST, USUAL
from medverkan.mailbox.forms.naming.value_kinds import kinds_of
from medverkan.mailbox.forms.values.fit import BAR
from medverkan.mailbox.values import Kind

OTHER = "_other"
MIN_SETTLED = 5
MAX_OPEN = 25
_EXACT, _SETTLED = 0.97, 0.9
_KNOWN_OTHER = 0.8
_HARD = frozenset((
    "mail", "phone", "count", "digits", "dated", "yes_no", "perspective", "focus", "channel", "year", "clock",
    "duration", "contact",
))  # fmt: skip
# Whether a value is one of these can be seen without knowing what it says.
_PLAIN_TO_SEE = frozenset((
    "contact_name", "contact_email", "contact_phone", "_contact", "email", "phone", "unit", "people_wanted",
    "description",
    "perspectives", "focus_areas", "reply_by", "minors_wanted", "birth_year", "_name", "guardian_phone",
))  # fmt: skip
_ADDRESSES = frozenset(("mail", "phone"))
_WRONG_KIND, _NO_SUCH_KIND = 0.05, 0.02
_MISFIT, _GROSS_MISFIT = 0.35, 0.11
_HALF = 0.5
_WORDS = 5.0  # how much the words of a label weigh against everything else
_MOST_OF_OTHERS = 0.3
_IN_ORDER, _NEXT = 1.6, 1.4
_OUT_OF_ORDER = {Kind.REQUEST: 0.55, Kind.REGISTRATION: 0.8}
_REQUIRED, _OPTIONAL = 1.5, 0.5
_NONE_OF_OURS = 2.0
_SOMETHING = 0.12
_SURE = 0.85
# A street, and then a postcode and a town.
_IN_TWO_BOXES = frozenset(("postal_address",))
# What is filled when one of these is.
_FILLS: Mapping[str, tuple[str, ...]] = {
    "_contact": ("contact_name", "contact_email", "contact_phone", "phone", "email"),
    "contact_name": ("_contact",), "phone": ("_contact",),
    "_name": ("first_name", "last_name", "_name"), "first_name": ("_name",), "last_name": ("_name",),
    "_first_name": ("contact_name",), "_last_name": ("contact_name",),
    "when_text": ("when_text", "_date", "_time"), "_date": ("when_text", "_date"), "_time": ("_time",),
    "_extent": ("minutes_per_occasion", "_extent"), "minutes_per_occasion": ("_extent",),
    "_personal_number": ("birth_year",),
}  # fmt: skip


def in_context(entries: Sequence[Entry], kind: Kind, least: int = MIN_SETTLED) -> Sequence[Entry]:
    """Return the entries of one form with the open labels named where the rest of the form leaves no other choice.

    Nothing is named where fewer than `least` labels are sure.
    """
    entries = _told_apart(entries, kind)
    entries = tasked(entries) if kind is Kind.REQUEST else entries
    if kind in USUAL:
        settled = {at for at, entry in enumerate(entries) if _is_settled(entry, kind)}
        entries = _Form(entries, kind, settled).named() if len(settled) >= least else entries
    return _surest(under_other_names(entries) if kind is Kind.REQUEST else entries)


# "Uppdragsgivare (enhet)": who asks is a unit, and no person.
_OF_A_UNIT = re.compile(r"\((?:enhet|verksamhet|avdelning|klinik|verksamhet/enhet|enhet/verksamhet)\)\W*$", re.I)


def _told_apart(entries: Sequence[Entry], kind: Kind) -> Sequence[Entry]:
    """Name labels that begin alike by what their brackets say: "Avsändare (enhet)", "Avsändare (e-post)"."""
    heads = Counter(entry.asked.partition("(")[0].strip() for entry in entries if entry.asked.endswith(")"))
    entries = [_by_brackets(e, kind) if e.key == "contact_name" and _OF_A_UNIT.search(e.asked) else e for e in entries]
    if max(heads.values(), default=0) < 2:
        return entries
    return [_by_brackets(e, kind) if heads[e.asked.partition("(")[0].strip()] >= 2 else e for e in entries]


def _by_brackets(entry: Entry, kind: Kind) -> Entry:
    inside = entry.asked.partition("(")[2].rstrip(") ")
    label = placed_label(inside, kind, entry.value) if inside else None
    return Entry(label.key, entry.value, label.extra, entry.asked, label.sure) if label else entry


def _surest(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return a form without guesses at fields that a known label asks for."""
    plain = {entry.key for entry in entries if entry.value and entry.sure >= _SETTLED}
    return [entry for entry in entries if entry.sure >= _SURE or entry.key not in plain - _IN_TWO_BOXES]


def _is_settled(entry: Entry, kind: Kind) -> bool:
    if entry.key == OTHER or not entry.value:
        return entry.sure >= _EXACT
    if entry.sure < BAR:
        return False
    if entry.sure >= _EXACT or entry.key not in USUAL[kind]:
        return True
    if kinds_of(entry.value) & _ADDRESSES and not USUAL[kind][entry.key].keys() & _ADDRESSES:
        return False
    if entry.sure >= _SETTLED and entry.key not in _PLAIN_TO_SEE:
        return True
    return _fit(entry.key, entry.value, kind) >= (_MISFIT if entry.sure < _SETTLED else _GROSS_MISFIT)


def _fit(key: str, value: str, kind: Kind) -> float:
    """Return how much likelier than others a value of these looks is in that field."""
    looks = kinds_of(value)
    usual = USUAL[kind][key]
    factor = math.prod(usual.get(look, _WRONG_KIND if look in _HARD else 1.0) for look in looks)
    must = MUST.get(key)
    return factor * (_NO_SUCH_KIND if must and not looks & must else 1.0)


class _Form:
    def __init__(self, entries: Sequence[Entry], kind: Kind, settled: set[int]) -> None:
        self.entries = list(entries)
        self.kind = kind
        self.settled = settled
        # What a sure label asks for in vain was left out, and is asked for by no other; a heading asks for nothing.
        empty = [entry for entry in entries if not entry.value and entry.sure >= _SETTLED]
        self.left_out = {entry.key for entry in empty if not entry.asked.isupper()}
        self._free_the_lesser_of_two()
        self.open = [at for at, e in enumerate(entries) if at not in self.settled and e.value][:MAX_OPEN]

    def _free_the_lesser_of_two(self) -> None:
        """Open a label that is only guessed where a sure one asks for the same."""
        # A heading in words of a label asks for nothing.
        sure = {e.key for at in self.settled if (e := self.entries[at]).sure >= _SETTLED and e.value}
        for at in list(self.settled):
            entry = self.entries[at]
            if entry.sure < _SETTLED and entry.key in sure and entry.value:
                self.settled.discard(at)

    def named(self) -> Sequence[Entry]:
        while self.open and (best := max(map(self._best, self.open), default=None)) and best[0] >= BAR:
            self._name(*best)
        for at in sorted(self.settled):
            self._look_again(at)
        return self.entries

    def _name(self, sure: float, at: int, key: str) -> None:
        self.open = [one for one in self.open if one != at]
        self.settled.add(at)
        if key != OTHER:
            entry = self.entries[at]
            self.entries[at] = entry._replace(key=key, extra=(), sure=max(min(entry.sure, _SURE), min(sure, _SURE)))

    def _look_again(self, at: int) -> None:
        """Take a guess back that asks for what need not be said, or is said elsewhere, for what is still lacking."""
        entry, places = self.entries[at], _places(self.kind)
        if not entry.value or entry.extra or entry.sure >= _EXACT or entry.key not in USUAL[self.kind]:
            return
        beside = (self.entries[i] for i in self.settled - {at})
        others = {key for one in beside if one.value and one.sure >= BAR for key in _filled_by(one)}
        lacking = {key for key, (_, required) in places.items() if required and key not in others} - {entry.key}
        lacking -= self.left_out
        if entry.key not in others and (places[entry.key][1] or not lacking):
            return
        self.settled.discard(at)
        sure, _, key = self._best(at)
        if key not in {OTHER, entry.key} and sure >= (_SURE if entry.sure >= _SETTLED else BAR):
            self._name(sure, at, key)
        self.settled.add(at)

    def _best(self, at: int) -> tuple[float, int, str]:
        """Return the likeliest field for one open label, with how sure it is."""
        entry = self.entries[at]
        said = {one.key: one.score for one in likely(entry.asked, self.kind)}
        if entry.key != OTHER:
            said[entry.key] = max(said.get(entry.key, 0.0), _HALF * entry.sure)
        taken = {key for i in self.settled if self.entries[i].value for key in _filled_by(self.entries[i])}
        if "when_text" not in taken:
            # The only day of a form is no last one.
            taken.add("_date_end")
        taken |= self.left_out - {entry.key}
        odds = {OTHER: _NONE_OF_OURS * math.exp(_WORDS * min(said.get(OTHER, 0.0), _MOST_OF_OTHERS))}
        plain = entry.key != OTHER or entry.sure < _KNOWN_OTHER
        for key in USUAL[self.kind] if plain else MUST.keys() & USUAL[self.kind].keys():
            if key not in taken and (key not in BY_WORDS or said.get(key, 0.0) >= _SOMETHING):
                odds[key] = self._odds(at, key, said.get(key, 0.0))
        key = max(odds, key=lambda one: odds[one])
        return odds[key] / sum(odds.values()), at, key

    def _odds(self, at: int, key: str, said: float) -> float:
        prior = _REQUIRED if _places(self.kind)[key][1] else _OPTIONAL
        return prior * math.exp(_WORDS * said) * _fit(key, self.entries[at].value, self.kind) * self._order(at, key)

    def _order(self, at: int, key: str) -> float:
        places = _places(self.kind)
        place = places[key][0]
        factor = 1.0
        for step in (-1, 1):
            seen = 0
            i = at + step
            while 0 <= i < len(self.entries) and seen < 2:
                beside = places.get(self.entries[i].key)
                if i in self.settled and beside:
                    gap = (beside[0] - place) * step
                    factor *= _IN_ORDER if gap > 0 else _OUT_OF_ORDER[self.kind]
                    factor *= _NEXT if not seen and 0 < gap <= 2 else 1.0
                    seen += 1
                i += step
        return factor


def _filled_by(entry: Entry) -> tuple[str, ...]:
    return (entry.key, *entry.extra, *_FILLS.get(entry.key, ()))


@cache
def _places(kind: Kind) -> dict[str, tuple[int, bool]]:
    """Return where in a form each field usually stands, and whether it is required."""
    return {f.key: (at, f.required == "*") for at, f in enumerate(FIELDS[kind])}
