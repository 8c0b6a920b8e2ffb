"""Find which part of a reply counts: what stands after the last correction, or where a long reasoning ends."""

import re
from dataclasses import replace

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.availability import is_unavailable
from medverkan.mailbox.replies.corrections import taken_back
from medverkan.mailbox.replies.cues import YES
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.hazards import read_stances
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.stances import Stances

_ADDS = re.compile(r"\b(?:också|även|dessutom|lägg till|(?:ta|tar|ha|bjud) (?:\w+ ){1,3}med)\b")
_INSTEAD = re.compile(r"\bi ?stället\b", re.I)
_SWAPS = re.compile(r"\b(?:byt|byter|byta|ersätt|ersätter)\b(?! rum| sal| lokal| tid| dag).{1,60}\b(?:mot|med)\b", re.I)
_ONLY = re.compile(r"\b(?:bara|endast|enbart|räcker(?: det)? med)\b")
_LANDS = re.compile(
    r"\b(?:landar|landade|stannar|fastnar) (?:jag |vi )?(?:i|på|för|vid)\b|\bdet (?:får )?blir? (?:alltså |därför "
    r"|nog )?(?=[A-ZÅÄÖ\d])"
    r"|\b(?:slutsats\w*|sammantaget|summa summarum|kort sagt|valet (?:blir|faller|föll)|mitt val|beslutet blir"
    r"|alltså tar)\b"
    r"|\b(?:bestämmer|bestämt) (?:jag )?mig för\b",
    re.I,
)
_STRONG = re.compile(
    r"\b(?:ja till|(?:vi|jag) tar|tar (?:vi|jag)|ta|kör|boka|godkänn\w*|ring|kontakta"
    r"|gå vidare)\b",
    re.I,
)


_NAMED = (
    r"(?:(?:nr )?\d{1,2}|(?:ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan)|"
    r"(?-i:[A-ZÅÄÖ])[\w-]{1,20}(?: (?-i:[A-ZÅÄÖ])[\w-]{1,20})?)"
)
# "oj förlåt, inte 2, ska vara 4": one of those chosen is changed for another.
_ONE_FOR_ANOTHER = re.compile(
    r"^\W*(?:(?:nej|nä|oj|ojdå|hoppsan|oops|ops|förlåt|sorry|ursäkta|fel|äsch|vänta|rättelse)[\s,.!:]+){1,3}"
    rf"inte (?P<out>{_NAMED}),?(?: utan|,? (?:det )?ska(?:ll)? (?:det )?(?:vara|stå))? (?P<into>{_NAMED})"
    r"(?: ska(?:ll)? det (?:vara|stå)| i ?stället)?\W*$",
    re.I,
)


# "trean skulle vara fyran"
_MEANT = re.compile(
    r"^\W*(?:(?:nej|nä|oj|ojdå|hoppsan|oops|ops|förlåt|sorry|ursäkta|fel|äsch|vänta|rättelse)[\s,.!:]+){0,3}"
    rf"(?P<out>{_NAMED}) (?:ska(?:ll)?|skulle)(?: det)?(?: egentligen| ju| förstås)? (?:vara|stå|ha varit|ha stått)"
    rf"(?: (?P<into>{_NAMED}))?(?: i ?stället)?\W*$",
    re.I,
)
# "Alltså 2 och 4." says once more what is chosen.
_SO = re.compile(r"^\W*(?:alltså|dvs\.?|det vill säga)\b[\s:,]*(?=\S)", re.I)
_MISTAKEN = re.compile(
    r"\b(?:förlåt|ursäkta|sorry|oj|ojdå|hoppsan|fel|ändrar|rättelse|skulle (?:vara|stå)|tvärtom)\b", re.I
)


def _said_once_more(told: list[str], people: People) -> Stances | None:
    """Read a reply whose last sentence sums up other people than the ones before; None where it does not."""
    summed = _SO.match(told[-1]) if len(told) > 1 else None
    if summed is None:
        return None
    end = read_stances([told[-1][summed.end() :]], people)
    before = read_stances(told[:-1], people)
    if end.problem or not (end.picks - before.picks and before.picks - end.picks):
        return None
    mistaken = any(map(_MISTAKEN.search, told[:-1]))
    return end if mistaken else replace(end, problem=questions.CORRECTION)


def _changed(told: list[str], people: People) -> Stances | None:
    """Read a list of picks whose last word changes one of them; None where it does not."""
    found = (_ONE_FOR_ANOTHER.match(told[-1]) or _MEANT.match(told[-1])) if len(told) > 1 else None
    if found is None:
        return None
    old = read_stances(told[:-1], people)
    out, into = (_one(found[name] or "", people) for name in ("out", "into"))
    if not found["into"] and out & old.picks:
        return replace(old, problem=questions.CORRECTION)
    if old.problem or len(old.picks) < 2 or not (out and into) or not out <= old.picks or into & old.picks:
        return None
    return replace(old, picks=(old.picks - out) | into, rejects=old.rejects - into)


def _one(words: str, people: People) -> frozenset[int]:
    mentions = mark(words, people).mentions
    one = mentions[0] if len(mentions) == 1 else None
    return one.numbers if one and one.who is Who.NAMED and not one.problem and len(one.numbers) == 1 else frozenset()


def with_corrections(told: list[str], people: People) -> Stances | None:
    """Read the reply as it stands after its last correction; None where that cannot be told."""
    if len(re.findall(r"\beller nej\b", " ".join(told), re.I)) > 1:
        return None
    if changed := _said_once_more(told, people) or _changed(told, people):
        return None if changed.problem else changed
    if any(_SWAPS.search(sentence) for sentence in told):
        read = read_stances(told, people)
        return read if read.swapped or not read.named else replace(read, problem=read.problem or questions.CORRECTION)
    for before, after, plain in taken_back(told):
        old, new = read_stances(before, people), read_stances(after, people)
        if not old.named or _ADDS.search(" ".join(after)):
            continue
        if not new.named:
            earlier = with_corrections(before, people) if plain and not old.picks else old
            if plain and (earlier is None or earlier.picks):
                return None
            continue
        if new.problem:
            return new
        if new.rejects & old.picks and not new.picks and _INSTEAD.search(" ".join(after)):
            return None
        if new.rejects & old.picks:
            return replace(new, picks=(old.picks - new.rejects) | new.picks, problem=old.problem)
        if replaced := _replaced(old, new, " ".join(after)):
            return replaced
        narrowed = new.picks < old.picks and _ONLY.search(" ".join(after))
        if new.picks and (len(new.picks) >= len(old.picks) or len(old.picks) <= 1 or narrowed):
            dropped = old.picks - new.picks if _INSTEAD.search(" ".join(after)) else set()
            return replace(new, rejects=new.rejects | dropped)  # "1. Nej, ta 2 i stället" is a no to 1
        return None
    return _landed(told, people) or read_stances(told, people)


def _replaced(old: Stances, new: Stances, after: str) -> Stances | None:
    """Read "1 och 4. Nej förresten, 4 är bortrest. Ta 5 i stället": one is lost, and others take the place."""
    lost = {
        number
        for said in new.spoken.said
        if said.mention.who is Who.NAMED and is_unavailable(said.text)
        for number in said.mention.numbers & old.picks
    }
    if not (lost and new.picks and _INSTEAD.search(after)) or new.picks & old.picks or old.problem:
        return None
    return replace(new, picks=(old.picks - lost) | new.picks)


def _landed(told: list[str], people: People) -> Stances | None:
    """Read only the end of a long reasoning that says where it ends: "… landar jag i 3 och 4"."""
    landing = [index for index in range(len(told) - 1, 0, -1) if _LANDS.search(told[index])]
    for index in landing[:3]:
        if any(_STRONG.search(sentence) for sentence in told[:index]):
            continue
        end = read_stances(told[index:], people)
        if any(said.sentence == 0 and YES in said.cues and said.mention.numbers for said in end.spoken.said):
            return end if end.picks and not end.problem else None
    return None
