"""Part what somebody does not want to do from what they want, where one box holds both: "Enkät. Inte föreläsa."."""

import re
from collections.abc import Sequence

_LONGEST = 300
# "inte bara", "inte minst" refuse nothing; "om jag inte är trött" is a condition.
_NO = (
    r"(?:(?:men|dock|fast|däremot|och|absolut|helst|verkligen|gärna|definitivt|jag|vill|vill jag|kan|kan jag)\s+){0,5}"
    r"(?:inte|ej|aldrig|inga|ingen|inget|slippa|slipper|undvika|undviker|avstår|ogärna|nej till|nej tack till)\b"
    r"(?!\s+(?:bara|enbart|endast|minst|något emot|alls emot|emot|problem|hinder|krav|preferens\w*|särskild\w*))"
)
_REFUSED = re.compile(
    rf"(?:[.;:!(–—]\s*|\s-\s*|^|\s(?=(?:men|dock|fast|däremot|och|inte|ej|inga)\s))(?P<no>{_NO})", re.I
)
_EXCEPT = re.compile(
    r"\s*[,(–]?\s*\b(?:utom|förutom|med undantag (?:för|av)|dock (?:inte|ej))\s+(?P<what>[^.;]{2,120})", re.I
)
_GENERAL = re.compile(r"\W*(?:allt|alla|det mesta|vad som helst|allting)\b", re.I)
_ENDS = re.compile(r"[.;!)]\s*(?=\S)|\s(?=men\b)", re.I)
_DEPENDS = re.compile(r"\b(?:om|ifall|så länge|när|som|det är)\b[^.;,]*$", re.I)
_LEADS = re.compile(r"^(?:men|dock|fast|däremot|och)\s+", re.I)


def parted(items: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return what of a list is wanted and what is refused, as written; a refusal goes on until its "eller"."""
    wanted: list[str] = []
    refused: list[str] = []
    open_ended = False
    for at, item in enumerate(items):
        if open_ended and not _REFUSED.search(item) and _goes_on(items[at:]):
            refused[-1] += f", {item}"
            continue
        yes, no = _cut(item)
        wanted += [_LEADS.sub("", one) for one in yes]
        refused += no
        open_ended = bool(no) and item.endswith(no[-1])
    return wanted, refused


def _goes_on(rest: Sequence[str]) -> bool:
    """Tell whether an enumeration that began with a "not" has its "eller" in front of it still."""
    upto = next((n for n, item in enumerate(rest) if re.search(r"\beller\b", item, re.I)), None)
    return upto is not None and not any(re.search(r"[.!?]\s|\bmen\b", item, re.I) for item in rest[: upto + 1])


def _cut(item: str) -> tuple[list[str], list[str]]:
    text = item[:_LONGEST]
    if (left := _EXCEPT.search(text)) and (_GENERAL.match(text) or left.start()):
        all_but = text[: left.start()].strip(" .,(–-")
        return [all_but] if all_but else [], [f"inte {left['what'].strip(' .)')}"]
    found = _REFUSED.search(text)
    if not found or _DEPENDS.search(text[: found.start("no")]):
        return [item], []
    start = found.start("no")
    end = _ENDS.search(text, found.end())
    stop = end.start() if end else len(text)
    yes = [raw.strip(" .,;:!()–—-") for raw in (text[:start], text[stop:] + item[_LONGEST:])]
    yes = [part for part in yes if part]
    no = _LEADS.sub("", text[start:stop].strip(" .,;:!()–—-"))
    more_yes, more_no = _cut(_LEADS.sub("", yes.pop())) if end and yes and text[stop:].strip(" .)") else ([], [])
    return yes + more_yes, [no, *more_no]
