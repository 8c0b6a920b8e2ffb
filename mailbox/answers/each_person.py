"""Read from a short answer what is so of each person: "ja, men inte Anna", "Bo är klar, Anna inte än". Pure and total.

What is said of somebody by name wins over what is said of everybody. What contradicts itself says nothing, and is for
a person to read; so is every sentence about something else. What "yes" means is told by the cues of the question.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from medverkan.mailbox.answers.chatter import sentences, without_chatter
from medverkan.mailbox.answers.smalltalk import adds_nothing

MOST = 5_000
SHORT = 4  # words; so short a clause is about the question, whatever its words
LONG = 16  # words; so long a clause says more than its answer
_YES = re.compile(
    r"^(?:svar |ja |och |nu )*(?:ja|japp|jadå|jajamän|jajamensan|jo|jodå|yes|absolut|självklart|såklart|givetvis|"
    r"naturligtvis|visst|javisst|precis|stämmer|det stämmer|jo då)\b|"
    r"^det (?:har|gjorde) (?:vi|jag)(?: (?:gjort|redan|absolut|såklart|självklart))*[\s.!]*$",
    re.I,
)
_DONE = re.compile(
    r"\b(?:ja|klar[at]?|gjort|gjorda|ordnat|fixat|avklara[dt]e?|yes|alla|båda|bägge|samtliga|allihopa?)\b", re.I
)
_DENIES = re.compile(
    r"\b(?:nej|nä|näe|nepp|nope|inte|ej|icke|aldrig|varken|ingen|inga|inget|ingenting|utan|no)\b", re.I
)
_NO_FIRST = re.compile(r"^(?:(?:nej|nä|näe|nepp|no|tyvärr|men)\b[\s,]*)+", re.I)
_NOT_YET = re.compile(
    r"\b(?:inte|ej|inget|ingenting|ingen)\b[^.!?]{0,40}\bän(?:nu)?\b|\bän(?:nu)? (?:så länge )?(?:inte|ej)\b|"
    r"\b(?:inte|ej) hunnit\b|\bhinner (?:inte|ej)\b|\bpå gång\b|\btelefonsvar\w*|\bröstbrevlåd\w*|"
    r"\b(?:lämnat|lämnade|talat in) (?:ett )?meddelande",
    re.I,
)
_FAILED = re.compile(
    r"\bsvara\w* (?:inte|ej)\b|\b(?:inte|ej) svara\w*|\binget svar\b|\butan (?:att få )?svar\b|\b(?:inte|ej) "
    r"(?:\w+ )?(?:tag|kontakt|svar)\b|\b(?:inte|ej) (?:nått|kommit fram|anträffbar)|\bfel (?:nummer|telefon|adress)",
    re.I,
)
# Almost, perhaps, somebody else: nothing that may be taken for a yes or a no.
_HEDGED = re.compile(
    r"\b(?:nästan|de flesta|några av|en del av|delvis|tror|antar|kanske|förmodligen|antagligen|troligen|osäker|oklart|"
    r"vet (?:inte|ej)|vad jag vet)\b|\b\w+ av (?:två|tre|fyra|fem|sex)\b",
    re.I,
)
_SIGNED = re.compile(
    r"(?:^|[\s.!,])(?:(?:med )?vänliga? hälsning\w{0,4}|hälsning\w{0,4}|hälsn|mvh|vh|/) ?[A-ZÅÄÖ][\w-]{0,20}"
    r"(?: [A-ZÅÄÖ][\w-]{0,20})?[.!]?\s*$",
    re.I | re.M,
)
_HARMLESS = re.compile(
    r"\b(?:ing(?:a|et|en) (?:problem|fara|frågor|konstigheter|svårigheter)|utan (?:problem|svårigheter|dröjsmål)|"
    r"inte (?:bara|minst|heller några))\b",
    re.I,
)
_PART = re.compile(
    r"[,;:]|\s[-–—]\s|\b(?:men|fast|medan|dock)\b|\boch\b(?=[^,.]{0,60}\b(?:inte|ej|nej|ja)\b)|"
    r"\boch\b(?= (?:vi|jag|ni|det|den|hon|han|hen|de)\b)|\bsamt\b",
    re.I,
)
_EXCEPT = re.compile(r"\b(?:utom|förutom|undantaget|bortsett från|exklusive)\b", re.I)
_ALL = re.compile(r"\b(?:alla|båda|bägge|samtliga|allihopa?|varenda|var och en)\b", re.I)
_OTHERS = re.compile(r"\b(?:övriga|resten|(?:de|den) andr[ae]|andr[ae])\b", re.I)
_ONE_OF_THEM = re.compile(r"\b(?:hon|han|hen|henne|honom|hennes|hans)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


class Told(StrEnum):
    """What is so of one person."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of one question: what says that it has been done, that it is to come, and what speaks of it at all.

    A sentence with words `beside` it is about something that a person must know.
    """

    done: re.Pattern[str]
    later: re.Pattern[str]
    topic: re.Pattern[str]
    beside: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Each:
    """What an answer says: of each person by their place in the list, and what else stands in it."""

    of: Mapping[int, Told]
    unclear: bool = False
    rest: tuple[str, ...] = ()
    on_topic: bool = False  # it speaks of the matter, and does not only say yes or no


@dataclass(slots=True)
class _Heard:
    names: Sequence[str]
    general: set[str] = field(default_factory=set)
    named: dict[int, set[str]] = field(default_factory=dict)
    others: str = ""
    pending: set[int] = field(default_factory=set)
    last: set[int] = field(default_factory=set)
    rest: list[str] = field(default_factory=list)
    on_topic: bool = False


def told_of_each(words: str, names: Sequence[str], cues: Cues) -> Each:
    """Return what an answer says of each of those people (first names, as they were asked about)."""
    heard = _Heard([next(iter(name.casefold().split()), "") for name in names] or [""])
    for sentence in sentences(_SIGNED.sub("", words[:MOST])):
        said = without_chatter(sentence)
        heard.pending = set()
        if said and ("?" in said or cues.beside.search(said) or not _take(heard, said, cues)):
            heard.rest.append(sentence)
    return _summed(heard)


def _take(heard: _Heard, sentence: str, cues: Cues) -> bool:
    """Take in one sentence; return whether it says anything of the matter."""
    bare, taken, left = False, False, []
    for clause, is_excepted in _clauses(sentence):
        who = _who(heard, clause)
        stance = _stance(clause, cues, named=bool(who))
        if is_excepted and who:
            stance = "not_yet" if stance == "not_yet" else "no"
        heard.on_topic |= bool(stance and cues.topic.search(clause))
        if not stance:
            if who and bare:
                # "Ja, Anna och Bo": the yes was about those two.
                heard.general.discard("yes")
                _note(heard, who, "yes")
            elif who and _is_names_only(heard, clause):
                heard.pending |= who
            taken |= bool(who)
            if not who and _says_more(clause, SHORT):
                left.append(clause)
            continue
        taken = True
        if _says_more(clause, LONG):
            left.append(clause)
        if who and bare and stance == "yes":
            heard.general.discard("yes")
        _note(heard, who | heard.pending, stance, others=bool(_OTHERS.search(clause)) and not who)
        heard.pending = set()
        bare = not who and stance == "yes" and not cues.topic.search(clause) and not _ALL.search(clause)
    if taken:
        heard.rest += left
    return taken


def _says_more(clause: str, most: int) -> bool:
    """Tell whether a clause may hold something else, by its length: words that somebody wrote must not be lost."""
    return len(_WORD.findall(clause)) > most and not adds_nothing(clause)


def _clauses(sentence: str) -> list[tuple[str, bool]]:
    found = []
    for part in _PART.split(sentence):
        first, *excepted = _EXCEPT.split(part)
        found += [(first.strip(), False), *((one.strip(), True) for one in excepted)]
    return [(clause, is_excepted) for clause, is_excepted in found if clause.strip(" .!")]


def _who(heard: _Heard, clause: str) -> set[int]:
    """Return whom a clause names; nobody where there is only one, of whom everything is said."""
    if len(heard.names) == 1:
        return set()
    said = {word.casefold() for word in _WORD.findall(clause)}
    who = {at for at, name in enumerate(heard.names) if name and {name, f"{name}s"} & said}
    if not who and _ONE_OF_THEM.search(clause) and not _OTHERS.search(clause):
        return set(heard.last)
    heard.last = who or heard.last
    return who


def _is_names_only(heard: _Heard, clause: str) -> bool:
    """Tell whether a clause is only an item of a list: "Anna", "Anna och Bo"."""
    said = {word.casefold() for word in _WORD.findall(clause)}
    return said <= {*heard.names, "och", "å", "samt", "även", "med"}


def _stance(clause: str, cues: Cues, *, named: bool) -> str:
    text = _HARMLESS.sub(" ", clause)
    if _HEDGED.search(text):
        return "hedged"
    near = named or len(_WORD.findall(text)) <= SHORT or bool(cues.topic.search(text))
    if near and _NOT_YET.search(text):
        return "not_yet"
    if near and _FAILED.search(text):
        return "failed"
    if near and _DENIES.search(text):
        rest = _NO_FIRST.sub("", text)
        # "Nej vi ringer i nästa vecka" denies nothing but that it has been done.
        return "not_yet" if cues.later.search(rest) and not _DENIES.search(rest) else "no"
    if cues.done.search(text) or _YES.search(text) or (near and _DONE.search(text)):
        return "yes"
    return "later" if cues.later.search(text) else ""


def _note(heard: _Heard, who: set[int], stance: str, *, others: bool = False) -> None:
    if others:
        heard.others = stance
    elif not who:
        heard.general.add(stance)
    for at in who:
        heard.named.setdefault(at, set()).add(stance)


def _summed(heard: _Heard) -> Each:
    twice = {at for at, name in enumerate(heard.names) if heard.names.count(name) > 1}
    everybody = _settled({heard.others} if heard.others else heard.general)
    general_unclear = bool(heard.general) and _settled(heard.general) is None
    of: dict[int, Told] = {}
    unclear = general_unclear
    for at in range(len(heard.names)):
        told = heard.named.get(at)
        settled = _settled(told) if told else everybody
        unclear |= bool(told) and (settled is None or at in twice)
        if settled and not (told and at in twice):
            of[at] = settled
    return Each(of, unclear, tuple(heard.rest), heard.on_topic)


def _settled(stances: set[str]) -> Told | None:
    """Return what several words of one person come to; None where they say nothing, or both."""
    if "hedged" in stances:
        return None
    if "not_yet" in stances:
        return Told.NOT_YET
    if "failed" in stances:
        return Told.NO
    if {"yes", "no"} <= stances:
        return None
    if "yes" in stances:
        return Told.YES
    if "later" in stances:
        return Told.NOT_YET
    return Told.NO if "no" in stances else None
