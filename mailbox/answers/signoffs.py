"""Take the signature off an answer where nothing announces it: "- Eva", "Gun Alm / sekr.", "Med soliga hälsningar".

What may be the answer itself stays: a lone word is no signature while we wait for a place, a unit or a name, and no
words after a question of ours are, unless something was said before them.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from importlib import resources

from medverkan.mailbox.answers.plain import is_of_time
from medverkan.mailbox.answers.topics import ACTIVITY, ROLES
from medverkan.mailbox.answers.venues import NO_NAME, says_place

# While one of these is open, a name on a line of its own may be its answer.
NAMED_BY_A_WORD = frozenset(("place", "unit", "organisation", "contact_name", "title", "activity"))
_MOST_LINES = 8
_PART = r"[A-ZÅÄÖÉ][\w’'-]{0,20}\.?"
_NAME = re.compile(rf"{_PART}(?: {_PART}){{0,2}}[!.,]?$")
# A capital for a last name, or two words or more: a person, and no place.
_INITIALLED = re.compile(rf"{_PART} [A-ZÅÄÖ]\.?$")
_LOWER = re.compile(r"[a-zåäö]{2,15}(?: [a-zåäö])?$")
_SIGNED = re.compile(
    r"(?:[-–—~*/]{1,2} ?|\^|[Öö]nskar |[Hh]älsar )(?P<who>[^\W\d_][\w’'.-]{0,20}(?: [A-ZÅÄÖ][\w’'.-]{0,20}){0,3})$"
)
# Names and where they work: small letters only after a word that can begin nothing else ("mvh eva").
_WHO = r"(?:[,!]? (?:(?-i:[A-ZÅÄÖÉ])[\w’.-]{0,24}|från|på|i|vid|och|genom|gm|alla|/)){0,6}[.!,]?$"
_GREETED = re.compile(
    rf"(?:med )?(?:\w+ ){{0,2}}hälsn(?:ing(?:ar|en)?)?\b[.,!]?{_WHO}|"
    r"(?:mvh|m\.v\.h\.?|vh|hälsn(?:ingar)?|hlsn)[,.!/]{0,2}(?: [^\W\d_]{1,15}\.?){1,2}$|"
    rf"(?:mvh|m\.v\.h\.?|vh|hälsar|vänligen|vänligast|allt gott|må gott|ha det (?:fint|gott|bra|så gott|så bra)|"
    rf"tack på förhand|på återseende|kram|hlsn|tack|tack så mycket|hej så länge|vi hörs|hörs)[.!/]{{0,2}}{_WHO}|"
    r"med \w{3,20}(?:iga|sta|na|ma)[.,!]?$",
    re.I,
)
# What stands below a name at work: a title, a workplace, a number.
_AT_WORK = re.compile(
    r"chef|sekr|sköters|läkare|samordn|utveckl|ledare|handlägg|kurator|psykolog|terapeut|assist|administrat|koordinat|"
    r"strateg|pedagog|enhet|mottagning|kommun|region|rehab|avdelning|@|\d{3}",
    re.I,
)
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.?(?: ?[A-ZÅÄÖ]\.?)?$")
_FOOT = re.compile(
    r"[^.!?:]{1,60}$|(?:tfn|tel|telefon|mobil|e-?post|mejl|mail|www|http|direkt|växel)\b.{1,80}$|[\w/ -]{1,20}\.$", re.I
)


def without_signature(lines: Sequence[str], *, begun: bool, names: Collection[str], by_name: bool) -> list[str]:
    """Return lines up to the signature that surely ends them.

    `begun`: something was said before these lines; `names`: the writer's known names in small letters; `by_name`: a
    name alone may begin it, since nobody asked who.
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    for at in filled[-_MOST_LINES:]:
        below = [lines[one].strip() for one in filled if one > at]
        above = begun or at != filled[0]
        begins = _GREETED.match(lines[at].strip()) or (by_name and _begins(lines[at].strip(), below, names))
        if above and begins and all(map(_is_foot, below)):
            return list(lines[:at])
    return list(lines)


def with_name_apart(lines: Sequence[str], *, begun: bool) -> tuple[list[str], str]:
    """Part a last word that may be a name, or say something, from what stands above it; "" for none."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    if not filled or (len(filled) == 1 and not begun):
        return list(lines), ""
    last = filled[-1]
    line = lines[last].strip()
    apart = last == 0 or not lines[last - 1].strip()
    named = _NAME.match(line) or (apart and _LOWER.match(line))
    return (list(lines[:last]), line) if named and not _answers(line) else (list(lines), "")


def is_name(sentence: str, names: Collection[str]) -> bool:
    """Tell whether the last sentence of a line may be a signature: a first name, and no full stop."""
    return bool(_NAME.match(sentence)) and sentence[-1].isalpha() and _is_person(sentence, names)


def is_only_a_name(name: str, waiting: Collection[str], names: Collection[str]) -> bool:
    """Tell whether a last word is surely a signature: a first name, and no open question that a name may answer."""
    return _is_person(name, names) and not NAMED_BY_A_WORD & set(waiting)


def _begins(line: str, below: Sequence[str], names: Collection[str]) -> bool:
    if line.strip(" .,!/-–").casefold() in names or _INITIALLED.match(line):
        return True
    if signed := _SIGNED.match(line):
        # "- unga" goes on with the answer; "- Eva" ends it.
        return not below and _is_person(signed["who"], names)
    # "Gun Alm", and her title below.
    named = bool(below) and bool(_NAME.match(line)) and len(line.split()) > 1 and not says_place(line)
    return named and (_is_person(line, names) or any(map(_AT_WORK.search, below)))


def _answers(line: str) -> bool:
    """Tell whether a word alone says something of itself: a day, a role, a house, a kind of taking part, yes or no."""
    if _INITIAL.match(line):
        return False
    said = ROLES.search(line) or ACTIVITY.search(line) or NO_NAME.match(line)
    return bool(said) or is_of_time(line) or says_place(line)


def _is_person(line: str, names: Collection[str]) -> bool:
    """Tell whether words begin with a first name and name no house: any other lone word may say something."""
    if _INITIAL.match(line):
        return True
    first = line.strip(" .,!/-–").partition(" ")[0].casefold()
    return (first in names or first in given_names()) and not says_place(line)


@cache
def given_names() -> frozenset[str]:
    """Return the usual first names, in small letters."""
    text = resources.files("medverkan.mailbox.answers").joinpath("given_names.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _is_foot(line: str) -> bool:
    """Tell whether a line may stand below a name: a title, a number, a place of work; no sentence, no label."""
    return bool(_FOOT.match(line))
