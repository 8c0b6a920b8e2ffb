"""Name the field of a text that is known to be a label, because its place in the layout says so.

Elsewhere the words must show that a text is a label at all (`labels.label_of_text`); here they only choose the field.
"""

import re
from collections.abc import Sequence, Set
from functools import cache

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.naming import combined
from medverkan.mailbox.forms.naming.concepts import meaning
from medverkan.mailbox.forms.naming.consents import consent_key
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import OTHER, Label, Strength, label_of_text, worded_label
from medverkan.mailbox.forms.naming.likely import Likely, likely, sure_of
from medverkan.mailbox.forms.naming.offered import (
    asked_by_activities,
    asked_by_options,
    asks_for_consents,
    is_channel_alone,
    is_perspective_alone,
)
from medverkan.mailbox.forms.naming.registry import FIELDS, field
from medverkan.mailbox.forms.naming.suits import is_activity, is_address, is_dated, is_phone, suits
from medverkan.mailbox.forms.values.fit import BAR
from medverkan.mailbox.forms.values.options import yes_no
from medverkan.mailbox.values import Kind

# Looked up once: a member is slow to ask an enumeration for, and every line is asked about.
_GUESSED, _REGISTRATION = Strength.GUESSED, Kind.REGISTRATION
# Under this nothing is known, and the label is as good as unknown.
_LEAST = 0.4
_DOUBTED = 0.55
_PART = 0.75
_BY_VALUE = 0.85
_DESCRIBED = frozenset(("describe", "background"))
_SORTED = frozenset(("type", "form", "way", "how"))
_FEW_WORDS = 12
_CONSENTS = re.compile(r"(?:[☒☐] ?)?(?:(?:ja|nej)[,.]? )?jag (?:samtycker|godkänner|medger)\b", re.IGNORECASE)
_YES = re.compile(r"ja,? (?:jag vill|ni får|gärna|tack)\b(?= ?\w)", re.IGNORECASE)
_BY_WAY = re.compile(r"\b(?:via|per|genom|med|på) (?:sms|e-?post|mejl|mail)\b|^sms\W*$", re.IGNORECASE)
_BARE = 8  # letters of a yes or a no
_AGE, _YEAR = re.compile(r"(?:din |min )?ålder\b", re.IGNORECASE), re.compile(r"\b(?:19|20)\d\d\b")
_GATHERS = re.compile(r"\b(?:ses|träffas|möts|sker|hålls)\b", re.IGNORECASE)
_UNITS = re.compile(
    r"förvaltning(?:en)?$|mottagning(?:en)?$|klinik(?:en)?$|\benhet(?:en)?$|nämnd(?:en)?$|\bteamet$", re.I
)
_TAKEN_PART_IN = frozenset(("activity", "activities"))
# The name of the form, beside "Form".
_OF_A_FORM = re.compile(r"(?:intresse|an)?anmälan(?: .{0,30})?$|förfrågan(?: om medverkan)?$|kontaktformulär", re.I)
_SOCIETY = re.compile(r"fören|organis|förbund", re.IGNORECASE)
_WHEN = frozenset(("daytime", "when", "clock"))
_TAKES_PART = frozenset(("can", "take_part"))
_OF_PEOPLE = frozenset(("perspectives", "focus_areas", "people_wanted"))
_HOURS = {"_date": "_time", "_date_end": "_time_end"}
_CLOCK = re.compile(r"(?:kl\.? ?|klockan )?\d{1,2}[.:]\d\d\Z", re.IGNORECASE)
_OF_SENDER = frozenset(("contact_name", "contact_email", "contact_phone", "_contact"))
_REACHED = frozenset(("contact", "address", "reach", "reply", "person", "responsible"))
# A field that usually follows the one above it gains a little.
_FOLLOWS = 1.05
# Where these are asked for, options are of that field; consents and guardians have options of their own.
_OF_OPTIONS = frozenset((
    Type.PERSPECTIVES, Type.CHANNEL, Type.FOCUS, Type.FORMAT, Type.CONSENT, Type.YES_NO, Type.MONTHS, Type.NUMBER,
))  # fmt: skip
_SAYS_ITSELF = frozenset(
    ("place", "guardian_name", "guardian_phone", "unwilling", "_consent", "gender", "associations")
)
# "Målgrupp" and "Roll" ask for a perspective as often as for an experience.
_OF_WHOM = frozenset(("experience", "expectations", "activity", "_other"))
_ASKED_OF_WHOM = frozenset(("who", "role", "as", "experience", "participant"))
_AHEAD = 4


def placed_label(text: str, kind: Kind, value: str = "", before: str = "") -> Label | None:
    """Return the likeliest field for a label; None where it asks for something that is no field of ours.

    `value` is what stands beside the label, `before` the key of the field above it. `Label.sure` is 0–1: under
    `fit.BAR` the value is to be asked about instead of taken.
    """
    found = worded_label(text, kind) or _together(text, kind) or _weighed(text, kind, value, before)
    sure = found is not None and found.key != OTHER and found.sure >= BAR
    if not sure and (consent := consented(text, kind, value)):
        return Label(consent, Strength.GUESSED, (), " ".join(text.split()).strip(" :*"), _BY_VALUE)
    if key := _by_options(found, text, kind, value):
        return Label(key, Strength.GUESSED, (), " ".join(text.split()).strip(" :*"), _BY_VALUE)
    return found and _of_block(_by_value(found, kind, value), kind, before)


def consented(text: str, kind: Kind, value: str) -> str:
    """Return the consent whose matter the label names: "Hälsouppgifter: Jag samtycker"; "" for none."""
    if kind is not _REGISTRATION or not value:
        return ""
    if _CONSENTS.match(value):
        return consent_key(f"Samtycke: {text}")
    if _YES.match(value):
        # Beside "Utskick" the answer itself says to what.
        return consent_key(value)
    if len(value) <= _BARE and yes_no(value) is not None:
        # A bare answer to "Ja till sms" or "Kontakt om uppdrag via sms".
        return consent_key(text) or (consent_key(f"Samtycke: {text}") if _BY_WAY.search(text) else "")
    return ""


def _by_options(found: Label | None, text: str, kind: Kind, value: str) -> str:
    """Return the field that the answers to choose from belong to, where the label does not say as much; "" else."""
    if not value or (found and found.key in _SAYS_ITSELF):
        # Whom somebody speaks for may be asked with the perspectives to choose from.
        whose = (
            found is not None
            and found.key == "associations"
            and (asked_by_options(value, kind) == "perspectives" or is_perspective_alone(value))
        )
        return "perspectives" if whose and not _SOCIETY.search(value) else ""
    asked = field(kind, found.key) if found else None
    guessed = found is None or found.strength is _GUESSED
    boxes = TICKED in value or UNTICKED in value
    if boxes and guessed and asks_for_consents(value, kind):
        return "_consent"
    if asked and asked.type in _OF_OPTIONS:
        return ""
    if key := asked_by_options(value, kind) if boxes else "":
        return key
    if (found is None or found.sure < BAR) and kind is _REGISTRATION and is_channel_alone(value):
        return "contact_preference"
    of_whom = found.key in _OF_WHOM if found else bool(set(meaning(text).concepts) & _ASKED_OF_WHOM)
    if of_whom and is_perspective_alone(value):
        return "perspectives"
    of_text = (boxes or guessed) and asked is not None and asked.type is Type.TEXT
    return asked_by_activities(value, kind) if found is None or of_text else ""


def _by_value(found: Label, kind: Kind, value: str) -> Label:
    """Let the value decide what a vague label means: "Kontakt: a@b.example", "Tillfällen: 3 mars kl. 14"."""
    if meant := _told_by_value(found, kind, value):
        return Label(meant, Strength.GUESSED, (), found.text, _BY_VALUE)
    key = found.key
    if key == "occasions" and is_dated(value) and "how_many" not in _about(found):
        key = "when_text"
    elif key in _HOURS and _CLOCK.match(value.strip()):
        key = _HOURS[key]
    elif key == "activity" and len(value.split()) > _FEW_WORDS and not _about(found) & _SORTED:
        key = "description"
    elif key == "description" and (_is_chosen(value) or is_activity(value.strip(" _"))):
        key = "activity" if _is_chosen(value) or not _about(found) & _DESCRIBED else key
    elif kind is _REGISTRATION and _asks_whether(found) and _WHEN & meaning(value[:80]).concepts.keys():
        return Label("availability", Strength.GUESSED, (), found.text, max(found.sure, _BY_VALUE))
    elif key == OTHER and kind is Kind.REQUEST and _is_sender(found.text, value):
        key = "unit"
    elif key == "contact_preference" and is_address(value) and kind is _REGISTRATION:
        key = "email"
    elif key == "contact_preference" and is_phone(value) and kind is _REGISTRATION:
        key = "phone"
    elif (is_address(value) or is_phone(value)) and _about(found) <= _REACHED:
        ours = ("contact_email", "contact_phone") if kind is Kind.REQUEST else ("email", "phone")
        key = ours[0] if is_address(value) else ours[1]
    return found if key == found.key else Label(key, Strength.GUESSED, (), found.text, _BY_VALUE)


def _told_by_value(found: Label, kind: Kind, value: str) -> str:
    """Return the field that a value shows to be meant by a label that mostly asks for another; "" for none."""
    key = found.key
    if kind is Kind.REQUEST:
        if key == "format" and is_dated(value) and _GATHERS.search(found.text):
            # "Vi ses" asks for how, when and where.
            return "when_text"
        if key == "contact_name" and _names_a_unit(value):
            return "unit"
    elif key == "support_needs" and "access" in _about(found) and _WHEN & meaning(value[:80]).concepts.keys():
        return "availability"
    elif key == OTHER and _AGE.match(found.text) and _YEAR.search(value):
        return "birth_year"
    return OTHER if key in _TAKEN_PART_IN and _OF_A_FORM.match(value) else ""


def _names_a_unit(value: str) -> bool:
    """Tell whether "Uppdragsgivare" is a unit or an authority, and nobody in it."""
    return bool(_UNITS.search(value)) and "@" not in value and not any(map(str.isdigit, value)) and "," not in value


def _is_chosen(value: str) -> bool:
    """Tell of options to choose from, which no description is."""
    return value[:1] in {TICKED, UNTICKED}


def _about(label: Label) -> Set[str]:
    """Return the concepts of a label's words, looked up only where something hangs on them."""
    return meaning(label.text).concepts.keys()


def _asks_whether(label: Label) -> bool:
    about = _about(label)
    return bool(about) and about <= _TAKES_PART


def _is_sender(text: str, value: str) -> bool:
    """Tell whether "Från" stands before the unit that asks: no address, and no day or hour."""
    plain = "@" not in value and not any(map(str.isdigit, value))
    return plain and text.casefold() == "från" and "unit" in meaning(value[:80]).concepts


def _weighed(text: str, kind: Kind, value: str, before: str) -> Label | None:
    """Let the value and the field above decide between the fields that the words leave open."""
    fields = sorted(
        (
            Likely(one.key, one.score * suits(field(kind, one.key), value) * _order(kind, before, one.key))
            for one in likely(text, kind)
        ),
        key=lambda one: -one.score,
    )
    sure = sure_of(fields)
    if sure < _LEAST or fields[0].key == OTHER:
        return None
    return Label(fields[0].key, Strength.GUESSED, (), " ".join(text.split()).strip(" :*"), sure)


def _together(text: str, kind: Kind) -> Label | None:
    """Read a combined label whose parts are worded in their own way; parts that nothing reads together are doubted."""
    pieces = combined.pieces_of(text)
    if not 2 <= len(pieces) <= combined.MAX_PARTS:
        return None
    keys = [_part(piece, kind) for piece in pieces]
    if "" in keys or OTHER in keys or len(set(keys)) < 2:
        return None
    written = " ".join(text.split()).strip(" :*")
    if found := combined.of_keys(tuple(dict.fromkeys(keys))):
        return Label(found[0], Strength.GUESSED, found[1], written, 0.85)
    return Label(keys[0], Strength.GUESSED, (), written, _DOUBTED)


def _part(piece: str, kind: Kind) -> str:
    found = label_of_text(piece, kind)
    return found.key if found and (found.strength > Strength.GUESSED or found.sure >= _PART) else ""


@cache
def _places(kind: Kind) -> dict[str, int]:
    return {f.key: at for at, f in enumerate(FIELDS[kind])}


def _order(kind: Kind, before: str, key: str) -> float:
    at = _places(kind)
    return _FOLLOWS if before in at and 0 < at.get(key, 0) - at[before] <= _AHEAD else 1.0


def _of_block(found: Label, kind: Kind, before: str) -> Label | None:
    """Return whose name or number a bare "Telefon" asks for: that of whom the field above is about."""
    if found.key == OTHER:
        return None
    key = _IN_BLOCK.get((before, found.key), found.key)
    if key == "expectations" and before in _OF_SENDER and set(meaning(found.text).concepts) == {"role"}:
        # The role of the one who asks, at work.
        return Label(OTHER, Strength.GUESSED, (), found.text, _BY_VALUE)
    if key == "description" and before in _OF_PEOPLE and set(meaning(found.text).concepts) == {"background"}:
        # The background of those who are sought.
        key = "experience"
    if key == OTHER:
        return None
    return found if key == found.key else Label(key, Strength.GUESSED, (), found.text, 0.8)


def _blocks() -> dict[tuple[str, str], str]:
    guardian = {"phone": "guardian_phone", "_name": "guardian_name", "email": OTHER, "postal_address": OTHER}
    place = {"organisation": "place", "_date": "_date"}
    signed = {"_date": OTHER}
    groups: Sequence[tuple[tuple[str, ...], dict[str, str]]] = (
        (("guardian_name", "guardian_phone"), guardian),
        (("place", "format"), place),
        (("feedback", "reply_by", "cost_centre", "minors_wanted"), signed),
    )
    return {(before, key): meant for befores, moved in groups for before in befores for key, meant in moved.items()}


_IN_BLOCK = _blocks()
