"""What a lead's words tell after the follow-up call with somebody in the register: stays, rests until a day, or leaves.

Pure and total. Leaving takes a person out of everything, so only plain words count; what could be two things is asked.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from medverkan.mailbox.forms.values.dates import read_when
from medverkan.mailbox.forms.values.numbers import WORDS

MAX_WORDS = 4000
LONGEST_REST = timedelta(days=3 * 366)


class Staying(StrEnum):
    """What a person wants with their place in the register."""

    STAYS = "stays"
    RESTS = "rests"
    LEAVES = "leaves"


@dataclass(frozen=True, slots=True)
class StayingTold:
    """What is told. `what` None: nothing is. With a `question` nothing may be acted on."""

    what: Staying | None = None
    until: date | None = None  # the last day of a rest
    question: str = ""


_PART = r"(?:vara (?:med|kvar)|fortsätta|stå kvar|stanna(?: kvar)?|medverka|delta|va med)"
_LEAVES = re.compile(
    rf"\b(?:vill|orkar|kan|önskar|tänker|ska) (?:\w+ )?(?:inte|ej) (?:\w+ )?{_PART}\b(?! på| i | vid| dag| kväll)|"
    r"(?<!inte )\b(?:vill |ska |önskar |har bestämt sig för att )(?:nu )?(?:gå ur|hoppa av|lämna (?:banken|"
    r"intressebanken|registret|oss)|avsluta|bli struken|bli borttagen|avregistrera\w*)\b|\bvill ut\b|"
    r"(?<!inte )\b(?:vill |ska |önskar )(?:nu )?sluta\b(?! \w+a\b)|"
    r"\b(?:slutar|har slutat)\b(?=$|[.,!]| (?:nu|helt|hos|i (?:banken|intressebanken|registret|gruppen)|från)\b)|"
    r"\b(?:hoppar av|går ur|lämnar (?:banken|intressebanken|registret|oss))\b|"
    r"\b(?:ta|tas|stryk|radera)\b (?:bort|henne|honom|hen|personen|mig)\b|"
    r"\b(?:inte|ej) (?:vara )?med (?:längre|mer)\b|"
    r"\b(?:vill|kan|orkar|hinner) inte (?:längre|mera?)\b(?! (?:på|i|än|idag|nu|just|under|före|innan|av)\b)|"
    r"\b(?:vill|önskar) inte (?:längre )?(?:bli )?(?:uppringd|kontaktad|ringd)\b",
    re.I,
)
_RESTS = re.compile(
    r"\bvila(?:r|nde)?\b|\bpaus\w*|\buppehåll\b|\b(?:orkar|kan|vill|hinner) inte (?:just )?nu\b|\binte just nu\b|"
    r"\bvänta (?:till|tills|med)\b|\bta(?:r)? (?:det )?(?:lite )?lugnt\b",
    re.I,
)
_STAYS = re.compile(
    rf"\bfortsätter\b|\b(?:vill|kan) (?:\w+ ){{0,2}}{_PART}\b|\b(?:står|är|stannar) (?:\w+ )?kvar\b|\baktiv\b|"
    r"\b(?:är|vill) (?:gärna |fortfarande )+med\b|\bmed som (?:förut|vanligt|tidigare)\b|\binget nytt\b|"
    r"\bfler uppdrag\b|\bkör på\b|\bkvar\W*$|\bär på\W*$|\bsom förut\b",
    re.I,
)
_YES = re.compile(r"^\W*(?:ja|japp|jo|jajamän|ok|okej)\b[\W]*$", re.I)
_UNSURE = re.compile(
    r"\b(?:kanske|funderar|överväger|vet inte|osäker|tveksam|eventuellt|får se|återkommer|tror jag|hör av sig)\b", re.I
)
_NOT_LEAVING = re.compile(r"\b(?:inte|ej|aldrig) (?:\w+ )?(?:sluta|gå ur|hoppa av|avsluta|lämna)\b", re.I)
_FOR = re.compile(
    r"\b(?:i|vilar?|pausar?|paus) (ett halvår|ett kvartal|(\d{1,2}|"
    + "|".join(WORDS)
    + r") (månad|veck|år)\w*)\b|\b(halvår)\b",
    re.I,
)
_UNTIL = re.compile(r"\b(?:till(?:s)?|t\.?o\.?m\.?|fram till|till och med|över)\b", re.I)

ASK_WHICH = "Vill personen vara kvar, vila eller sluta? Skriv FORTSÄTTER, VILAR TILL och en dag, eller VILL SLUTA."
ASK_UNTIL = "Till vilken dag vill personen vila? Skriv till exempel: vilar till 1 mars."


def staying_told(words: str, today: date) -> StayingTold:
    """Return what a lead's own words tell that a person wants with their place in the register."""
    said = " ".join(line for line in words[:MAX_WORDS].splitlines() if not line.rstrip().endswith("?"))
    without = _NOT_LEAVING.sub(" fortsätter ", said)
    found = {
        what
        for what, pattern in ((Staying.LEAVES, _LEAVES), (Staying.RESTS, _RESTS), (Staying.STAYS, _STAYS))
        if pattern.search(without)
    }
    if not found:
        return StayingTold(Staying.STAYS) if _YES.match(said) else StayingTold()
    if _UNSURE.search(said) or {Staying.LEAVES, Staying.RESTS} <= found:
        return StayingTold(question=ASK_WHICH)
    if Staying.LEAVES in found:
        return StayingTold(question=ASK_WHICH) if _plainly_stays(without) else StayingTold(Staying.LEAVES)
    if Staying.RESTS in found:
        until = _until(said, today)
        return StayingTold(Staying.RESTS, until) if until else StayingTold(Staying.RESTS, question=ASK_UNTIL)
    return StayingTold(Staying.STAYS)


def _plainly_stays(said: str) -> bool:
    """Tell whether staying is said in other words than those that say leaving."""
    return bool(_STAYS.search(_LEAVES.sub(" ", said)))


def _until(said: str, today: date) -> date | None:
    """Return the last day of the rest; None where it is not said, has been, or is a season."""
    if found := _FOR.search(said):
        return _after(found, today)
    when = read_when(said, today)
    day = when.end or when.start
    if day is not None and not when.exact and not re.search(r"till och med|t\.?\s?o\.?\s?m", said, re.I):
        # "Till mars" is until March begins.
        day = when.start
    return day if day and today < day <= today + LONGEST_REST else None


def _after(found: re.Match[str], today: date) -> date:
    unit, number = (found[3] or "").lower(), (found[2] or "").lower()
    if unit == "veck":
        return today + timedelta(weeks=_number(number))
    months = _number(number) * (12 if unit == "år" else 1) if unit else 3 if "kvartal" in found[0].lower() else 6
    total = today.month - 1 + months
    year, month = today.year + total // 12, total % 12 + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def _number(word: str) -> int:
    return min(36, int(word) if word.isdigit() else WORDS.get(word, 1))
