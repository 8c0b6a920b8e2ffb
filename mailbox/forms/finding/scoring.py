"""Decide whether rows are a form, and of which kind: both vocabularies are tried, the one that explains more wins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.find import find
from medverkan.mailbox.forms.finding.rows import Row
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.finding.several import forms_of
from medverkan.mailbox.forms.naming.labels import MAX_LABEL, folded, wordings_of
from medverkan.mailbox.forms.naming.remaining import in_context
from medverkan.mailbox.forms.values.fit import BAR
from medverkan.mailbox.forms.values.written import is_placeholder
from medverkan.mailbox.values import Kind

_KINDS = (Kind.REQUEST, Kind.REGISTRATION)
_TELLING = {
    Kind.REQUEST: frozenset((
        "unit", "organisation", "contact_name", "activity", "description", "purpose", "people_wanted", "place",
        "reply_by", "reimbursement", "feedback", "when_text",
    )),
    Kind.REGISTRATION: frozenset((
        "first_name", "last_name", "_name", "municipality", "birth_year", "contact_preference", "unwilling",
        "activities", "care_met", "privacy_notice_read", "consent_matching", "guardian_name", "guardian_consent",
    )),
}  # fmt: skip
# What a mail must speak of to be a form at all; a time, a place and a phone number are in any invitation.
_CORE = {
    Kind.REQUEST: frozenset((
        "unit", "organisation", "activity", "description", "purpose", "perspectives", "experience", "people_wanted",
    )),
    Kind.REGISTRATION: frozenset((
        "first_name", "last_name", "_name", "birth_year", "municipality", "perspectives", "experience", "activities",
        "privacy_notice_read", "consent_matching", "contact_preference",
    )),
}  # fmt: skip
# What somebody also tells who wants to leave, or to know what is kept.
_OF_ANYBODY = frozenset((
    "first_name", "last_name", "_name", "_first_name", "_last_name", "birth_year", "_personal_number", "municipality",
    "phone", "email", "_contact", "postal_address", "_postcode", "_other",
))  # fmt: skip
_HINTS = {
    Kind.REQUEST: ("förfrågan", "uppdragsblankett", "beställning"),
    Kind.REGISTRATION: ("anmälan", "registrering", "anmäla mig", "registration"),
}
_OF_A_COURSE = frozenset(("activity", "description", "purpose", "experience"))
_COURSE_CORE = 2
_MIN_KEYS = 4
_HINT_SCORE = 2.0
_PLAIN = 4
_PLAIN_CORE = 6
_FEW_KEYS = 3
_LEAST_SETTLED = 2
_MANY_KEYS = 9
_MUCH_CORE = 5
_UNSIGNED = re.compile(r"[^:\t?→=|]*")


@dataclass(frozen=True, slots=True)
class Found:
    """The forms that one vocabulary finds in one segment."""

    kind: Kind
    forms: tuple[tuple[Entry, ...], ...]
    score: float
    keys: int  # distinct filled or empty fields in the fullest form
    core: int  # those of them that make it a form
    hinted: bool  # whether subject or heading say so too
    segment: Segment

    def is_form(self, *, strictly: bool) -> bool:
        """Tell whether this is a form and not a letter with a colon in it; strictly for replies and machine mail."""
        least_core = 2 if self.hinted else 3
        return self.keys >= (6 if strictly else 4) and self.core >= (4 if strictly else least_core)

    def only_names(self) -> bool:
        """Tell whether it says who somebody is, and nothing that they have lived through or want."""
        filled = (entry for form in self.forms for entry in form if _is_filled(entry))
        return self.kind is Kind.REGISTRATION and all({e.key, *e.extra} <= _OF_ANYBODY for e in filled)

    def may_be_form(self) -> bool:
        """Tell whether a few fields under a telling subject are worth asking about."""
        return self.hinted and self.keys >= 2 and self.core >= 1


def best_form(segment: Segment, subject: str) -> Found | None:
    """Return what the better of the two vocabularies finds, None where neither finds a field."""
    hint = f"{subject}\n" + "\n".join(row.cells[0] for row in segment.rows[:12] if row.cells and len(row.cells) == 1)
    hint = hint.casefold()
    # What the heading says is tried first.
    kinds = sorted(_likely_kinds(segment.rows), key=lambda kind: not _is_hinted(hint, kind))
    best = _found(segment, kinds[0], hint)
    for kind in kinds[1:]:
        # The other vocabulary never finds so much of what makes a form of its kind.
        if best.core < _PLAIN_CORE:
            best = max(best, _found(segment, kind, hint), key=lambda found: found.score)
    return best if best.keys else None


def _is_hinted(hint: str, kind: Kind) -> bool:
    return any(word in hint for word in _HINTS[kind])


def _likely_kinds(rows: Sequence[Row]) -> tuple[Kind, ...]:
    """Return the vocabularies worth trying: one alone where labels are there that only it has, and none of the other's.

    "Telefon" and "Namn" are in both and say nothing.
    """
    of_requests, of_registrations = map(wordings_of, _KINDS)
    own: tuple[set[str], set[str]] = (set(), set())
    for row in rows:
        line = row.cells[0] if row.cells else ""
        if not line or not (found := _UNSIGNED.match(line)) or not 0 < found.end() <= MAX_LABEL:
            continue
        words = folded(found[0])
        one, other = of_requests.get(words), of_registrations.get(words)
        if one and not other:
            own[0].add(one)
        elif other and not one:
            own[1].add(other)
    enough = max(_PLAIN, 5 * min(map(len, own)))
    return tuple(kind for kind, keys in zip(_KINDS, own, strict=True) if len(keys) >= enough) or _KINDS


def _found(segment: Segment, kind: Kind, hint: str) -> Found:
    forms = forms_of(find(segment.rows, kind, segment.sender_name))
    found = _weighed(segment, kind, hint, forms)
    if found.keys >= _FEW_KEYS and not found.is_form(strictly=True) and max(map(len, found.forms)) >= _MANY_KEYS:
        # A form whose labels are in words of its own shows by its values, if there are many.
        named = _weighed(segment, kind, hint, [list(in_context(form, kind, _LEAST_SETTLED)) for form in found.forms])
        found = named if named.keys >= _MANY_KEYS and named.core >= _MUCH_CORE else found
    return found


def _weighed(segment: Segment, kind: Kind, hint: str, forms: Sequence[Sequence[Entry]]) -> Found:
    keyed = [(tuple(form), _keys(form)) for form in forms]
    largest = max((len(keys) for _, keys in keyed), default=0)
    # A signature with phone and mail under a form is no second form.
    keyed = [(form, keys) for form, keys in keyed if len(keys) >= max(1, min(_MIN_KEYS + 1, largest))]
    kept = tuple(form for form, _ in keyed)
    every = set().union(*(keys for _, keys in keyed))
    core = max((_core(keys, kind) for _, keys in keyed), default=0)
    entries = [entry for form in kept for entry in form if entry.key != "_other"]
    filled = sum(entry.sure * (1.0 if _is_filled(entry) else 0.4) for entry in entries)
    hinted = bool(kept) and _is_hinted(hint, kind)
    score = filled + len(every & _TELLING[kind]) + (_HINT_SCORE if hinted else 0.0)
    return Found(kind, kept, score, largest, core, hinted, segment)


def _core(keys: set[str], kind: Kind) -> int:
    """Return how many fields make it a form; a course has an aim, a description and a target group as well."""
    core = keys & _CORE[kind]
    return len(core) if core - _OF_A_COURSE else min(len(core), _COURSE_CORE)


def _keys(form: Sequence[Entry]) -> set[str]:
    sure = [entry for entry in form if entry.sure >= BAR and entry.key != "_other"]
    return {key for entry in sure for key in (entry.key, *entry.extra)}


def _is_filled(entry: Entry) -> bool:
    return bool(entry.value) and not is_placeholder(entry.value)
