"""How well what stands beside a label suits a field: soft evidence for which field the label means."""

import re
from collections.abc import Callable, Sequence

from medverkan.mailbox.forms.naming.field import Field, Type
from medverkan.mailbox.forms.values import options
from medverkan.mailbox.forms.values.written import is_placeholder

_SUITS, _SAME, _MISFITS = 1.12, 1.0, 0.75
_LONG = 60
_ADDRESS = re.compile(r"\S@\S")
_DIGITS = re.compile(r"\d")
_PHONE = re.compile(r"^\W*(?:\+|0)[\d ()/.–-]{6,20}$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COUNT = re.compile(
    r"^\W*(?:\d{1,3}\b|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|minst|högst|max|cirka|ca)\b", re.I
)
_DAY = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|mån|tis|ons|tors|fre|lör|sön|vecka|våren|hösten)", re.I
)
_NAME = re.compile(r"^[A-ZÅÄÖ][\w'’-]+(?: [A-ZÅÄÖ][\w'’-]+){1,3}$")


_BARE_ADDRESS = re.compile(r"^(?:mailto:)?\S{1,80}@\S{1,80}$")
_DATED = re.compile(
    r"\bkl\b|klockan|\d[./:]\d|\d ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|"
    r"\b(?:mån|tis|ons|tors?|fre|lör|sön)(?:dag\w*|\b)|\bvecka \d|\bv\.? ?\d",
    re.I,
)
_ACTIVITY = re.compile(
    r"grupp|intervju|workshop|verkstad|enkät|dialog|\bråd|råd$|panel|föreläs|utbildning|träff|möte|test|granska|gransk|"
    r"revision|analys|rundvandring|samtal|\bkafé|seminari|konferens|upphandling|rekrytering|projekt|referens",
    re.I,
)
# One of these is in all that it finds.
_OF_ACTIVITIES = (
    "grupp", "intervju", "workshop", "verkstad", "enkät", "dialog", "råd", "panel", "föreläs", "utbildning", "träff",
    "möte", "test", "gransk", "revision", "analys", "rundvandring", "samtal", "kafé", "seminari", "konferens",
    "upphandling", "rekrytering", "projekt", "referens",
)  # fmt: skip
_FEW = 3


def is_address(value: str) -> bool:
    """Tell whether a value is a mail address and nothing else."""
    return bool(_BARE_ADDRESS.match(value.strip()))


def is_phone(value: str) -> bool:
    """Tell whether a value is a phone number and nothing else."""
    return bool(_PHONE.match(value.strip()))


def is_dated(value: str) -> bool:
    """Tell whether a value names a day or a time of day."""
    return bool(_DATED.search(value[:400]))


def holds_any(said: str, words: Sequence[str]) -> bool:
    """Tell whether one of some words stands in a text, in whatever case; much quicker than a pattern of them all."""
    return any(map(said.casefold().__contains__, words))


def is_activity(value: str) -> bool:
    """Tell whether a few words name a form of participation ("Dialogmöte"), and describe nothing."""
    said = value.strip()
    if not 0 < len(said.split()) <= _FEW or "\n" in said:
        return False
    return holds_any(said, _OF_ACTIVITIES) and bool(_ACTIVITY.search(said))


def suits(field: Field | None, value: str) -> float:
    """Return a factor: over 1 where a value is of the field's kind, under 1 where it can hardly be."""
    said = value.strip()[:400]
    if field is None or is_placeholder(said):
        return _SAME
    fits = _FITS.get(field.type)
    plain = bool(_PHONE.match(said) or (_ADDRESS.search(said) and " " not in said))
    if fits is None:
        # A line or a text may be anything but a bare number or address; "ja" answers another question.
        short = plain or (field.type is not Type.TEXT and options.yes_no(said) is not None and len(said) < 6)
        return _MISFITS if short and field.key != "cost_centre" else _SAME
    return _SUITS if fits(said) else _MISFITS


def _is_count(said: str) -> bool:
    return bool(_COUNT.match(said)) and not _PHONE.match(said)


_FITS: dict[Type, Callable[[str], bool]] = {
    Type.EMAIL: lambda said: bool(_ADDRESS.search(said)),
    Type.PHONE: lambda said: len(_DIGITS.findall(said)) >= 6 and "@" not in said,
    Type.NUMBER: _is_count,
    Type.MONTHS: lambda said: bool(_DIGITS.search(said) or re.search(r"månad|år|tills", said, re.I)),
    Type.YEAR: lambda said: bool(_YEAR.search(said)) and not _PHONE.match(said),
    Type.DATE: lambda said: bool(_DAY.search(said)) and len(said) < _LONG,
    Type.YES_NO: lambda said: options.yes_no(said) is not None,
    Type.CONSENT: lambda said: options.yes_no(said) is not None,
    Type.CHANNEL: lambda said: bool(options.channel(said)),
    Type.FORMAT: lambda said: bool(options.meeting_format(said) or options.format_of_place(said)),
    Type.PERSPECTIVES: lambda said: bool(options.perspectives(said)),
    Type.NAME: lambda said: bool(_NAME.match(said.split("\n")[0].split(",")[0].strip())),
    Type.MUNICIPALITY: lambda said: not _DIGITS.search(said) and len(said.split()) <= 4,
}
