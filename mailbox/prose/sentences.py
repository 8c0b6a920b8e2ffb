"""Cut a letter in prose into sentences, each with the cues its words give, and into a signature.

The cues (cues.py) spare the costlier patterns the sentences that cannot hold what they look for.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from medverkan.mailbox.forms.finding.closings import is_closing, names_of
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.finding.segments import Segment
from medverkan.mailbox.forms.values.contact import person_name
from medverkan.mailbox.forms.values.options import ticked
from medverkan.mailbox.prose.clauses import clauses_of
from medverkan.mailbox.prose.cues import cues_of, names_a_unit
from medverkan.mailbox.prose.english import in_swedish, is_english
from medverkan.mailbox.prose.names import whole_name
from medverkan.mailbox.prose.paragraphs import GREETING, listed, paragraphs
from medverkan.mailbox.prose.spelling import Edit, as_written, plain_spelling, without_pictures

MAX_SENTENCES = 120

_END = re.compile(r"[.!?…]+[)\"”]?\s+(?=\S)")
# "… på 070-174 06 24. jag har läst": no ordinal, whatever follows.
_PHONE = re.compile(r"\d{2,3}[ -]\d\d[ -]?\d\d$")
_SHORTENED = (
    "kl ca cirka ex bl a dr tel tfn nr st m f t s o d bla osv resp ev inkl exkl max min jan feb febr apr aug sep sept "
    "okt nov dec mån tis ons tors fre lör sön adr mob avd pga dvs el kap sid fr v"
)
# "… i 2 mån. är med om …": behind a unit a verb begins anew.
_UNITS = frozenset(("mån", "min", "tim", "st", "år"))
_TELLS_ON = re.compile(r"(?:är med|har|kan|vill|bor|jag|ring|sms|mejla)\b", re.I)
_SHORT = frozenset(_SHORTENED.split())
_FAREWELL = re.compile(
    r"^(?:(?:med |många |bästa |allra )?(?:vänlig\w*|bästa|varma|många|soliga|hjärtliga|kära)? ?"
    r"(?:(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|(?:yours )?sincerely(?: yours)?|all the best|"
    r"hälsning\w*|hälsn|hälsar|mvh|vh|tack(?: på förhand)?|vänligen|allt gott|ha det (?:bra|gott|fint)|"
    r"kram(?:ar)?|"
    r"allt väl|högaktningsfullt)"
    r"(?: (?:på förhand|så länge|från))*[ ,!.]*)+",
    re.I,
)
_SIGNED = re.compile(r"^(?:(?:från |/ ?)?[A-ZÅÄÖÉ][\w-]*(?: [A-ZÅÄÖÉ][\w-]*){0,3}\b[^.!?]{0,60}|från .{1,40})?[.!]?$")
_NAMED_LINE = re.compile(
    r"^(?:/{1,2} ?[A-ZÅÄÖ][\w-]+.{0,80}|[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+){1,2}(?:$|(?:, | [-–|] |"
    r"/).{2,80}[^.?!]$| \+?\d[\d -]{6,14}$))"
)
_ENDING = re.compile(
    r"^(?:ski?cka(?:t|des) från|sänt från|sent (?:from|with|via)|(?:hämta|skaffa|få) outlook|get outlook|"
    r"så (?:här )?(?:hanterar|behandlar)|(?!jag |vi |ni |"
    r"har )[\wåäö ]{3,40} (?<!ni )(?<!vi )"
    r"(?:behandlar|hanterar) (?:dina |era )?personuppgifter|läs mer om hur|"
    r"information om (?:hur|personuppgift)(?![^.]{0,40}\bjag\b)|"
    r"när du (?:mejlar|skickar)|detta (?:e-post|mejl|meddelande)|tänk på miljön|_{3,}$|-{3,}$)",
    re.I,
)
_CONTACT_LINE = re.compile(r"^(?:tfn|tel\w*|mobil\w*|direkt\w*|e-?post|mejl|mail|växel|\+?\d[\d /-]{6,})\b", re.I)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in plain spelling, the cues that its words give, and what was written otherwise."""

    text: str
    cues: frozenset[str]
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter cut into sentences, without greeting and signature."""

    sentences: tuple[Sentence, ...]
    signature: tuple[str, ...]  # its lines, without the greeting and without what machines add
    name: str  # from the signature, else the sender's
    subject: str
    sender: str = ""  # the address
    english: bool = False  # read as Swedish, and less surely

    @property
    def body(self) -> str:
        texts = (sentence.text for sentence in self.sentences)
        return " ".join(text if text[-1:] in ".!?:,;…" else f"{text}." for text in texts)

    def having(self, cue: str) -> Iterator[str]:
        """Yield the sentences with a cue."""
        return (sentence.text for sentence in self.sentences if cue in sentence.cues)

    def as_written(self, value: Any) -> Any:
        """Return a value with its words spelled as the writer spelled them."""
        if isinstance(value, list):
            return [self.as_written(one) for one in value]
        if isinstance(value, str):
            if self.english and ". " in value:
                value = ". ".join(self.as_written(part) for part in value.split(". "))
            for sentence in self.sentences:
                if sentence.edits:
                    value = as_written(value, sentence.text, sentence.edits)
        return value


def letter_text(segment: Segment, subject: str) -> LetterText:
    """Cut a segment into sentences and signature."""
    lines = [without_pictures(_without_open(" ".join(row.cells).replace("\t", " ").strip())) for row in segment.rows]
    names = names_of(segment.sender_name)
    end = _signature_at(lines, names, segment.sender_name)
    signature = _signature(lines[end:])
    texts = [text for paragraph in paragraphs(listed(lines[:end])) for text in sentences_of(paragraph)]
    texts, last = _signed_in_text(texts, segment.sender_name)
    signature = signature or last
    named = next((name for line in signature if (name := _name_in(line)) and len(name.split()) >= 2), "")
    first = next((name for line in signature[:1] if (name := _name_in(line))), "")
    whole = whole_name(named, segment.sender_name, first, " ".join((*texts, *signature)))
    texts = texts[:MAX_SENTENCES]
    english = is_english(" ".join(texts))
    sentences = tuple(_sentence(text, in_swedish if english else plain_spelling) for text in texts)
    return LetterText(sentences, tuple(signature), whole, subject, segment.sender, english)


def _without_open(line: str) -> str:
    """Return a line without its open boxes and what they stand beside: nobody has said that."""
    if UNTICKED not in line:
        return line
    first = min(at for box in (TICKED, UNTICKED) if (at := line.find(box)) >= 0)
    # In running text, only the sentence with the box.
    begin = line.rfind(". ", 0, first) + 1
    asked, said = line[begin:first].strip(), ", ".join(ticked(line[begin:]) or ())
    said = said if not said or said.startswith(asked) else f"{asked} {said}"
    return f"{line[:begin]} {said}".strip()


def _sentence(text: str, plainly: Callable[[str], tuple[str, tuple[Edit, ...]]]) -> Sentence:
    plain, edits = plainly(text)
    return Sentence(plain, cues_of(plain), edits)


def sentences_of(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph, the greeting left out; small letters may begin one as well."""
    paragraph = GREETING.sub("", paragraph, count=1)
    found, start = [], 0
    for match in _END.finditer(paragraph):
        before = paragraph[start : match.start()]
        word = re.search(r"[^\W_]+$", before[-12:])
        after = paragraph[match.end()]
        if (
            match[0][0] == "."
            and word
            and not _PHONE.search(before[-12:])
            and _shortened(word[0], after)
            and not ((word[0] in _UNITS or word[0].isdigit()) and _TELLS_ON.match(paragraph, match.end()))
        ):
            continue
        found.append(paragraph[start : match.end()].strip())
        start = match.end()
    found.append(paragraph[start:].strip())
    bare = (GREETING.sub("", part, count=1) for text in found for part in clauses_of(text))
    return [text for text in bare if text and any(c.isalnum() for c in text)]


def _shortened(word: str, after: str) -> bool:
    # "… ungefär 30 min. Vi vill …"
    if word in _UNITS and after.isupper():
        return False
    if word.isdigit():
        return after.isdigit() or (after.islower() and len(word) <= 2)
    return word.casefold() in _SHORT


def _signature_at(lines: Sequence[str], names: frozenset[str], sender_name: str) -> int:
    """Return the line where the signature begins, the number of lines where there is none."""
    for at, line in enumerate(lines):
        if not line:
            continue
        farewell = _FAREWELL.match(line)
        signed = farewell is not None and _SIGNED.match(line[farewell.end() :].strip(" /"))
        # "Mejl är lättast: kim@…" in the middle of a letter is none.
        told_on = _CONTACT_LINE.match(line) and _says_more(lines[at + 1 :])
        closing = is_closing(line, names) and not told_on and not (not farewell and _tells_on(lines[at + 1 :]))
        if at and _ENDING.match(line):
            # "Skickat från min iPhone": the name stands above it, where there is one.
            lines = lines[:at]
            break
        if (signed or closing) and (at or len(lines) > 1):
            return at
    filled = [at for at, line in enumerate(lines) if line]
    for at in filled[-7:]:
        if at and _NAMED_LINE.match(lines[at]) and not _says_more(lines[at + 1 :]):
            return at
    for at in filled[-6:]:
        line = lines[at].lstrip("/ ")
        if (
            sender_name
            and line.casefold().startswith(sender_name.casefold())
            and len(line) < 100
            and len(_END.findall(line)) < 2
            and not _says_more(lines[at + 1 :])
        ):
            return at
    return len(lines)


# "Har haft bröstcancer och bor …": told without "jag", as the year and the town above it are.
_LIVED_LINE = re.compile(r"(?:har|hade|fick|är|går|lever) (?:haft|fått|varit|levt|gått|själv|egen|med)\b", re.I)
_OF_ONESELF = re.compile(r"\b(?:jag|mig|min|mitt|mina|gärna)\b", re.I)


def _tells_on(lines: Sequence[str]) -> bool:
    """Tell whether somebody goes on about themselves below their name, year and town."""
    filled = [line for line in lines if line.count(" ") >= 6 and not _ENDING.match(line)][:8]
    return sum(len(_OF_ONESELF.findall(line)) for line in filled) > 1 or any(map(_LIVED_LINE.match, filled))


def _says_more(lines: Sequence[str]) -> bool:
    """Tell whether sentences follow: then a name was no signature."""
    return any(line.count(" ") >= 8 and not _ENDING.match(line) for line in [line for line in lines if line][:5])


def _signature(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if _ENDING.match(line):
            break
        if bare := _FAREWELL.sub("", line).strip("/ –-"):
            kept.append(bare)
    # What follows eight lines below a name is no longer the writer's own.
    return kept[:9]


def _signed_in_text(texts: list[str], sender_name: str) -> tuple[list[str], list[str]]:
    """Take a signature off that stands on the letter's last line ("… 070-174 06 22. Anders Ek, kurator")."""
    first = sender_name.split(maxsplit=1)[0] if sender_name.strip() and "@" not in sender_name else ""
    if texts and first and (last := texts[-1].lstrip("/ –-")).startswith(first) and len(last) < 90 and len(texts) > 1:
        return texts[:-1], [last]
    # "… Mvh Joakim Lindvall 070-174 06 22" on the same line as all the rest.
    farewell = _FAREWELL.match(texts[-1]) if len(texts) > 1 and len(texts[-1]) < 90 else None
    if farewell and _SIGNED.match(rest := texts[-1][farewell.end() :].strip(" /")) and rest:
        return texts[:-1], [rest]
    return texts, []


def _name_in(line: str) -> str:
    """Return the person's name that a line of a signature begins with, "" for none."""
    if _CONTACT_LINE.match(line) or "@" in line.split(" ", maxsplit=1)[0]:
        return ""
    name = person_name(line)
    words = name.split()
    return name if 1 <= len(words) <= 4 and not any(names_a_unit(w) for w in words) else ""
