"""Read a lead's answer to the day's list: which tasks and cases it names by number, and what it says of each.

"T-0012 svarade inte, T-0013 klart", one a line or several; "klart: T-12 och T-13" says the same of both. A question
says nothing.
"""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\b(T|F)\s?[-–]?\s?(\d{4}-\d{4,8}|\d{1,7})\b", re.IGNORECASE)
_DONE = re.compile(
    r"\W*(?:(?:det )?(?:är|nu|redan|båda|alla|har|jag|kan|ska|bockas?|bocka) )*"
    r"(?:klar[ta]?|färdig[ta]?|gjor[dt]a?|fixa[dt]|ordna[dt]|löst?|avbockade?|bocka[sd]? av|av|skicka[dt]e?|ok(?:ej)?)"
    r"(?: nu| idag| i dag| bocka av| av)?\W*",
    re.IGNORECASE,
)
_END = re.compile(
    r"\W*(?:ärendet |kan |ska |nu )*(?:avslutas?|lägg ne[rd]|läggs? ned|stängs?|avbryts?|är inställt)(?: ärendet)?\W*",
    re.IGNORECASE,
)
# Why a case is ended adds nothing to that it is, but for what puts it off, or takes it back.
_REASON = re.compile(
    r"\s*[,.;:–-]?\s*(?:eftersom|då|för att|för|de|dom|vi|verksamheten|enheten|ingen|uppdraget|det|hon|han)\b"
    r"[^?]{0,200}",
    re.IGNORECASE,
)
_BUT = re.compile(
    r"\b(?:men|om|när|vänta\w*|förrän|först|efter|annars|senare|i ?morgon|på \w+dag|kanske|tror|nog|eller|nej|inte än|"
    r"förresten|ångra\w*|fråga\w*|såvida|ifall|ska(?:ll)?|bör|borde|kan|får)\b",
    re.IGNORECASE,
)
_NEW_DAY = re.compile(
    r"\W*(?:det blir )?(?:ny[at]?|nytt|ändra|flytta[std]?|byt)(?: \w+){0,2}? "
    r"(?:dag(?:en)?|datum(?:et)?|tid(?:en)?|till)\b(?: (?:är|blir|till))?[\s:]*(?=.*\d)",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(r"\W*(?:(?:hej|tack)\W+)?(?:bocka av|klar[ta]?|gjort|uppgift(?:en)?|ärendet)?\W*", re.IGNORECASE)
_SIGNED = re.compile(
    r"\W*(?:(?:hej|hejsan|tack|mvh|vh|hälsn\w*|med vänliga?)\b[\w ,!]{0,40}|/ ?\w[\w ]{0,30})?\W*", re.IGNORECASE
)
_NAME = re.compile(r"\s*(?!(?:Ja|Nej|Ok|Fler|Ingen|Alla|Båda|Pausa|Status)\b)[A-ZÅÄÖ][a-zåäö]{1,20}\s*")
_CALLED_OFF = re.compile(
    r"\W*(?:avboka[sdt]?|återbud|(?:har )?lämnat återbud|kan inte komma)\W*(?:tack\W*)?", re.IGNORECASE
)
_SPEAKS_OF_END = re.compile(r"avslut|lägg(?:a|s|er)? ne|stäng|avbryt|inställ", re.IGNORECASE)
_ASK = re.compile(
    r"\W*(?:(?:vad|kan jag få|skicka|visa|ge mig|mig|är) )*"
    r"(?:läget?|status|förslag(?:et)?|(?:ring)?listan?|hur (?:står|går) det(?: till)?)(?: i ärendet| nu| tack)?\W*",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[\s,.;:–-]+(?=\w)")
_BETWEEN = re.compile(r"[\s,;:&+]*(?:och|samt)?[\s,;:&+.!]*(?:tack|snälla|mvh|/ ?\w{1,30})?[\s.!]*", re.IGNORECASE)
MOST = 60


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one task ("T-0012") or case ("F-2027-0001"), in the writer's own words."""

    number: str
    words: str

    @property
    def is_done(self) -> bool:
        """Tell whether it is said to be done, and nothing else."""
        return "?" not in self.words and bool(_DONE.fullmatch(self.words))

    @property
    def ends(self) -> bool:
        """Tell whether it is said to be ended, and nothing else but why."""
        if "?" in self.words:
            return False
        return any(
            _END.fullmatch(self.words[:at]) and _is_reason(self.words[at:])
            for at in (len(self.words), *(found.start() for found in _PAUSE.finditer(self.words)))
        )

    @property
    def calls_off(self) -> bool:
        """Tell whether it is said that somebody cannot come, and nothing else."""
        return "?" not in self.words and bool(_CALLED_OFF.fullmatch(self.words))

    @property
    def new_day(self) -> str:
        """Return the words for the day that it is moved to: "ny dag: 25 mars kl. 13-15"; "" where it is not."""
        found = None if "?" in self.words else _NEW_DAY.match(self.words)
        return self.words[found.end() :].strip() if found else ""

    @property
    def speaks_of_end(self) -> bool:
        """Tell whether an end is spoken of in any way, such as in a question."""
        return bool(_SPEAKS_OF_END.search(self.words))

    @property
    def asks(self) -> bool:
        """Tell whether it is asked how it stands, and nothing else."""
        return bool(_ASK.fullmatch(self.words))


def by_number(words: str) -> tuple[Said, ...]:
    """Return what is said of each number, in the order they stand; none twice in one sentence. Total.

    What stands between two numbers belongs to the one before; what stands before the first belongs to all of the line
    where nothing follows the last.
    """
    said: list[Said] = []
    for line in words.splitlines():
        found = _of_line(line)
        if not found and line.strip() and said and not said[-1].words:
            # The number stands alone, and what is said of it on the line below.
            said[-1] = Said(said[-1].number, _bare(line))
        said += found
    return tuple(said[:MOST])


def only_line(words: str) -> str:
    """Return the one line that is neither greeting nor signature; "" where there are none or several."""
    lines = [line for line in words.strip().splitlines() if not _SIGNED.fullmatch(line)]
    if len(lines) > 1 and _NAME.fullmatch(lines[-1]):
        lines.pop()
    return lines[0].strip() if len(lines) == 1 else ""


def is_only_by_number(words: str) -> bool:
    """Tell whether all that is written is of tasks by their numbers, or that a case is ended, moved or asked about.

    Then it says the same in answer to any letter; other words belong to the letter that they answer. Total.
    """
    said = by_number(words)
    plain = all(one.number.startswith("T") or one.ends or one.asks or one.new_day for one in said)
    lines = words.rstrip().splitlines()
    if lines and _NAME.fullmatch(lines[-1]):
        lines.pop()
    return bool(said) and plain and all(_is_only_numbered(line) for line in lines)


def _is_only_numbered(line: str) -> bool:
    found = _NUMBER.search(line)
    if found is None:
        return bool(_SIGNED.fullmatch(line))
    before = line[: found.start()]
    return any(pattern.fullmatch(before) for pattern in (_LEAD_IN, _DONE, _END, _ASK))


def _is_reason(words: str) -> bool:
    return not words or bool(_REASON.fullmatch(words) and not _BUT.search(words))


def _of_line(line: str) -> list[Said]:
    line = line.rstrip()
    asked = "?" if line.endswith("?") else ""
    line = line.rstrip("?! ")
    found = list(_NUMBER.finditer(line))
    if not found:
        return []
    before = line[: found[0].start()].strip(" ,;:.-–")
    ends = [one.start() for one in found[1:]] + [len(line)]
    after = [line[one.end() : end] for one, end in zip(found, ends, strict=True)]
    told = ["" if _BETWEEN.fullmatch(text) else _bare(text) for text in after]
    # "T-12 och T-13 klara": what follows the last is said of those right before it too.
    for place in reversed(range(len(told) - 1)):
        told[place] = told[place] or told[place + 1]
    if not any(told):
        told = [before] * len(told)
    elif before and (not told[0] or (len(told) == 1 and _END.fullmatch(before) and _is_reason(told[0]))):
        told[0] = before
    return [Said(_number(one), text + asked) for one, text in zip(found, told, strict=True)]


def _bare(text: str) -> str:
    return re.sub(r"[\s,;]*\b(?:och|samt|men)?[\s,;]*$", "", text).strip(" ,;:.-–\t")


def _number(found: re.Match[str]) -> str:
    letter, digits = found[1].upper(), found[2]
    return f"T-{digits.zfill(4)}" if letter == "T" else f"F-{digits}"
