"""Join the lines of a letter to paragraphs: a broken line goes on in the next, a point of a list begins anew."""

import re
from collections.abc import Iterator, Sequence

MAX_LETTER = 12_000
WRAPPED = 55
LISTED = 48
MAX_WRAPPED = 100
NARROW = 0.4
SLACK = 6
# "Kriterier: …", "Tid: …": begins anew, however long the line before is.
_LABEL = re.compile(r"[A-ZÅÄÖ][\wåäö/ ]{1,30}:\s")
# "- Tid: …", "• tre som …": a point of a list is a sentence of its own.
_POINT = re.compile(r"^(?:[-–—•*·▪◦►>]|\d{1,2}[.)]|[a-e]\))\s+(?=[\wåäö(\"”])")
# "Vi söker:" and below it "två patienter", "Jag kan:" and below it "läsa texter"; whole statements stay by themselves.
_LEADS_TO_LIST = re.compile(
    r"\b(?:sök\w*|behöv\w*|hitta|vilka|vem|önskar|tänka|vill|kan|gärna|bidra|letar|vara med)\b", re.I
)
# "Jag kan tänka mig" and points below it, without a colon.
_BARE_LEAD = re.compile(
    r"\b(?:tänka mig(?: att)?|vill gärna|söker|behöver|kan|hjälpa till med|vara med (?:i|på))$", re.I
)
_LISTED_THING = re.compile(
    r"(?!(?:vi|jag|det|de|den|man|ni)\b)(?:\d{1,2}|en|ett|två|tre|fyra|fem|sex|någon|några|minst|gärna|helst|"
    r"personer|"
    r"patienter|brukare|närstående|anhöriga|föräldrar|[a-zåäö]{2,}[aå])\b[^:]{2,110}$",
    re.I,
)
GREETING = re.compile(
    r"^(?:(?:hej|hejsan|hejhej|hallå|tjena|tja|god ?(?:dag|morgon|kväll)|goddag|hello|hi)\b"
    r"(?: (?:hej|igen|alla|allihop\w*|på er|på dig|där|intressebanken|till er|"
    r"[\wåäö]+ och tack för (?:senast|sist|samtalet|pratstunden|mötet|svar\w*|hjälpen)))*"
    r"(?:(?: (?!jag\b|vi\b|här\b|kan\b|har\b|är\b|nu\b|det\b|vill\b)[\wåäö-]+){1,4}!|"
    r" (?!jag\b|vi\b|här\b|kan\b|har\b|är\b|nu\b|det\b|vill\b)[\wåäö-]+,)?[ !,.:]*|"
    r"(?:bästa|kära|dear|till) [\wåäö/]+(?: [\wåäö/]+){0,3}[!,]?$)",
    re.I,
)


def listed(lines: Sequence[str]) -> list[str]:
    """Return lines with the points of a list behind what leads to it ("Vi söker:"), unless each has its own label."""
    kept: list[str] = []
    for line in lines:
        point = _POINT.match(line)
        last = next((at for at in range(len(kept) - 1, max(-1, len(kept) - 3), -1) if kept[at]), None)
        leads = last is not None and (kept[last].endswith((":", "\x1f")) or _BARE_LEAD.search(kept[last]))
        if point and last is not None and leads:
            told = line[point.end() :]
            if _LISTED_THING.match(told) and (kept[last].endswith("\x1f") or _LEADS_TO_LIST.search(kept[last])):
                lead = kept[last].rstrip("\x1f")
                lead = lead if kept[last].endswith((":", "\x1f")) else f"{lead}:"
                kept[last] = f"{lead}{'' if lead.endswith(':') else ','} {told.rstrip(' .,;')}\x1f"
                del kept[last + 1 :]
                continue
        kept.append(line)
    return [line.rstrip("\x1f") for line in kept]


def paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs; a line that was broken by its length goes on in the next."""
    current = ""
    size = 0
    # Who writes small letters only begins every line with one.
    terse = not any(line[:1].isupper() for line in lines if not GREETING.fullmatch(line))
    # A letter of short lines only is a list: each tells one thing.
    listed = sum(map(bool, lines)) > 3 and max(map(len, lines)) < LISTED
    widest = min(max(map(len, lines), default=0), MAX_WRAPPED)
    for written in lines:
        point = _POINT.match(written)
        line = written[point.end() :] if point else written
        if size < NARROW * widest and not line[:1].islower():
            # Far shorter than the widest line: ended by hand, and the next begins anew.
            size = 0
        if terse and size + 1 + len(line.split(" ", 1)[0]) <= widest:
            # The next word would have found room: the line was ended, not broken.
            size = 0
        runs_on = (
            not listed and current and (WRAPPED <= size <= MAX_WRAPPED or (not terse and current[-1] not in ".!?"))
        )
        ended = size < NARROW * widest and current.count(" ") < 4
        full = size + 1 + len(line.split(" ", 1)[0]) > widest - SLACK
        flows = (line[:1].islower() and not ended) or (
            size >= WRAPPED and full and current[-1:] not in ".!?:" and not _LABEL.match(line)
        )
        goes_on = runs_on and line and flows and not point
        # A line that ends with an address is a whole one.
        ends = current.endswith(("!", "?")) or ("@" in current.rsplit(" ", 1)[-1] and line[:1].isupper())
        if goes_on and not ends:
            current = f"{current} {line}"
        else:
            if current:
                yield current
            current = line
        size = len(line)
        if len(current) > MAX_LETTER:
            break
    if current:
        yield current[:MAX_LETTER]
