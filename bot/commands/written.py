"""What a person writes about a resident, at the keyboard or in a sheet, turned into the register's fields.

Everything goes through the normaliser that reads forms, so that a value means the same however it came. Problems are
told without the value: it may be a phone number or a diagnosis.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from medverkan.bot.settings import SettingsError
from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import Label, Strength, folded, label_of_text
from medverkan.mailbox.forms.naming.registry import field, labels_for
from medverkan.mailbox.forms.values.normalise import normalised
from medverkan.mailbox.forms.values.written import is_placeholder
from medverkan.mailbox.values import Kind

# Labels that are parts of others, or that nothing is kept of.
PARTS = frozenset({"_name", "_postcode", "_contact"})
_PROBLEMS = {
    Type.PHONE: "är inget telefonnummer som går att ringa; skriv t.ex. 070-174 06 05",
    Type.EMAIL: "är ingen e-postadress; skriv t.ex. anna@post.example",
    Type.YEAR: "är inget födelseår; skriv fyra siffror, t.ex. 1961",
    Type.MONTHS: "är ingen tid i månader eller år; skriv t.ex. 24 månader",
    Type.NUMBER: "är inget antal; skriv t.ex. 2",
    Type.CONSENT: "är varken ja eller nej; skriv ja eller nej",
    Type.YES_NO: "är varken ja eller nej; skriv ja eller nej",
    Type.CHANNEL: "är inget kontaktsätt; skriv telefon, sms, e-post eller brev",
    Type.PERSPECTIVES: "är inget perspektiv; skriv brukare, patient eller närstående",
    Type.NAME: "är inget namn; skriv t.ex. Anna Ek",
}


@dataclass(frozen=True, slots=True)
class Written:
    """Fields that were understood, and one (label as written, what is wrong with its value) for each that was not."""

    fields: Mapping[str, Any]
    problems: tuple[tuple[str, str], ...] = ()


def key_named(text: str) -> Label | None:
    """Return the field that a key ("first_name") or a label ("Förnamn", "Mobil") names; None where it is not stored."""
    if field(Kind.REGISTRATION, text) and not text.startswith("_"):
        return Label(text, Strength.EXACT)
    label = label_of_text(text, Kind.REGISTRATION)
    return label if label and (not label.key.startswith("_") or label.key in PARTS) else None


def understand(pairs: Iterable[tuple[str, Label, str]], now: datetime) -> Written:
    """Read (label as written, its field, value): the first value of a field counts, empty ones say nothing."""
    fields: dict[str, Any] = {}
    problems = []
    # Postcode and town are added to the address, wherever their columns stand.
    for name, label, value in sorted(pairs, key=lambda pair: pair[1].key == "_postcode"):
        if not value.strip() or is_placeholder(value):
            continue
        read, questions = normalised([Entry(label.key, value, label.extra)], Kind.REGISTRATION, now)
        if label.key == "_postcode" and fields.get("postal_address"):
            fields["postal_address"] = f"{fields['postal_address']}, {read.get('postal_address', value.strip())}"
        elif not read or (questions and label.key not in read):
            problems.append((name, _problem(label)))
        else:
            fields = {**read, **fields}
    return Written(fields, tuple(problems))


def assignments(values: Sequence[str], now: datetime) -> tuple[dict[str, Any], list[str]]:
    """Return the fields that KEY=VALUE words set, and the keys that an empty value removes.

    Raises SettingsError that names every key that is unknown or whose value cannot be read; nothing is guessed.
    """
    pairs, removed, wrong = [], [], []
    for said in values:
        name, sign, value = said.partition("=")
        label = key_named(name.strip())
        if not sign:
            wrong.append(f"{_short(said)}: likhetstecknet saknas; skriv nyckel=värde, t.ex. first_name=Anna")
        elif label is None or label.strength is not Strength.EXACT:
            wrong.append(_unknown(name.strip()))
        elif not value.strip():
            removed += _keys_of(label)
        elif is_placeholder(value):
            wrong.append(f"{name.strip()}: är bara ett utfyllnadstecken; lämna tomt efter = för att ta bort")
        else:
            pairs.append((name.strip(), label, value))
    written = understand(pairs, now)
    wrong += [f"{name}: värdet {problem}" for name, problem in written.problems]
    if wrong:
        raise SettingsError("\n".join(wrong))
    return dict(written.fields), [key for key in removed if key not in written.fields]


def _keys_of(label: Label) -> list[str]:
    parts = {"_name": ["first_name", "last_name"], "_postcode": ["postal_address"], "_contact": ["phone", "email"]}
    return parts.get(label.key, [label.key, *label.extra])


def _problem(label: Label) -> str:
    found = field(Kind.REGISTRATION, label.key)
    default = "kan inte läsas; skriv som i anmälningsblanketten"
    return _PROBLEMS.get(found.type, default) if found else default


def _unknown(name: str) -> str:
    from rapidfuzz import process

    known = labels_for(Kind.REGISTRATION)
    near = process.extractOne(folded(name), [*known, *known.values()], processor=folded, score_cutoff=70)
    hint = f"menade du {near[0]}?" if near else f"nycklarna är {', '.join(known)}"
    return f"{_short(name)}: nyckeln finns inte; {hint}"


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:30] + "…"
