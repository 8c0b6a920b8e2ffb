"""Read a letter without a form: a request or a registration in a unit's or a person's own words.

Deliberately modest: each field has a few plain ways of being said, whole sentences are taken over, and what is not said
plainly is missing and asked about. A letter that is not clearly one of the two is neither.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from medverkan.mailbox.forms.closings import is_closing, names_of
from medverkan.mailbox.forms.contact import person_name
from medverkan.mailbox.forms.prose_registration import registration_fields
from medverkan.mailbox.forms.prose_request import request_fields
from medverkan.mailbox.forms.segments import Segment
from medverkan.mailbox.values import Form, Kind

MAX_LETTER = 12_000

_GREETING = re.compile(
    r"^(?:hej|hejsan|god (?:dag|morgon|kväll)|tjena|hallå|till|bästa|kära|dear|hello|hi)\b[^.?]{0,60}[!,.]?$", re.I
)
_END = re.compile(
    r"(?<=[.!?])(?<!\bkl\.)(?<!\bca\.)(?<!\bex\.)(?<!\bbl\.)(?<!\ba\.)(?<!\bdr\.)(?<!\btel\.)(?<!\bnr\.)"
    r"\s+(?=[A-ZÅÄÖ\d”\"])"
)
_REQUEST_SIGNS = (
    re.compile(
        r"\b(?:söker|efterfrågar|letar efter|behöver|behöva|hjälp av|"
        r"önskar|skulle vilja ha|vill (?:gärna )?ha|vill bjuda in|"
        r"undrar om (?:ni|det) (?:har|finns))\b",
        re.I,
    ),
    re.compile(
        r"\b(?:vi (?:på|i|vid|planerar|ordnar|startar|håller|arrangerar|ska|söker|behöver|genomför|gör|vill|har|"
        r"är|utvecklar)|vår(?:t|a)? (?:mottagning|enhet|klinik|verksamhet|projekt|avdelning))\b",
        re.I,
    ),
    re.compile(
        r"\b(?:fokusgrupp|projekt(?:grupp)?|workshop|föreläs|utbildning|brukarråd|intervju|referensgrupp|"
        r"arbetsgrupp|temadag|konferens)",
        re.I,
    ),
    re.compile(
        r"\b(?:som kan (?:berätta|komma|vara med|delta|medverka|prata)|en person|två personer|tre personer|några "
        r"personer|tidigare patient)",
        re.I,
    ),
)
_REGISTRATION_SIGNS = (
    re.compile(
        r"\b(?:jag heter|mitt namn är|jag är född|född (?:år )?(?:19|20)\d\d|jag bor|bor i [A-ZÅÄÖ]|bosatt i)", re.I
    ),
    re.compile(
        r"\bjag (?:vill|skulle (?:gärna )?vilja|kan tänka mig|önskar)(?: gärna)? (?:att )?(?:vara med|bidra|delta|"
        r"medverka|anmäla|hjälpa|ställa upp)",
        re.I,
    ),
    re.compile(
        r"\b(?:anmäl(?:er|a) (?:mig|mitt intresse|intresse)|intresseanmälan|intresserad av att (?:vara med|bidra|"
        r"medverka|delta))",
        re.I,
    ),
    re.compile(
        r"\b(?:min|mitt) (?:son|dotter|man|fru|make|maka|mamma|pappa|bror|syster|barn) (?:har|lever|fick|är)\b|"
        r"\b(?:jag|min|mitt|mina)\b[^.!?]{0,80}\b(?:erfarenhet|levt med|lever med|diagnos|sjuk|vårdats|opererad|"
        r"opererats|anhörig|behandl)",
        re.I,
    ),
    re.compile(r"\bjag (?:samtycker|godkänner)|\bsamtycker till\b", re.I),
)
_LEAST_SIGNS = 2
_SOMEBODY = re.compile(
    r"\b(?:person|patient|brukar|närstå|anhörig|någon|några|deltagare|representant|förälder|föräldrar|invånare|ungdom)",
    re.I,
)
_FAREWELL = re.compile(r"^(?:(?:med )?(?:vänlig\w*|bästa|varma|många)? ?(?:hälsning\w*|mvh|vh|tack)[ ,!.]*)+", re.I)


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter cut into sentences, without greeting and signature."""

    sentences: tuple[str, ...]
    signature: tuple[str, ...]
    name: str  # from the signature, else the sender's
    subject: str

    @property
    def body(self) -> str:
        return " ".join(self.sentences)

    @property
    def everything(self) -> str:
        return "\n".join((*self.sentences, *self.signature))


def prose_form(segment: Segment, subject: str, when: datetime | None) -> Form | None:
    """Return what a letter in prose says, None where it is neither a request nor a registration."""
    letter = letter_text(segment, subject)
    if len(letter.body) < 60:
        return None
    text = f"{subject}\n{letter.body}"
    # The first sign of each kind says most: "vi söker", "jag heter".
    request = sum(bool(sign.search(text)) for sign in (_REQUEST_SIGNS[0], *_REQUEST_SIGNS))
    registration = sum(bool(sign.search(text)) for sign in (_REGISTRATION_SIGNS[0], *_REGISTRATION_SIGNS))
    if max(request, registration) < _LEAST_SIGNS or request == registration:
        return None
    if registration > request:
        fields = registration_fields(letter.sentences, letter.everything, letter.name, when)
        reachable = bool(fields.keys() & {"phone", "municipality", "birth_year"})
        enough = "first_name" in fields and reachable and bool(fields.keys() & {"experience", "perspectives"})
        return Form(Kind.REGISTRATION, fields) if enough else None
    fields = request_fields(letter.sentences, letter.signature, letter.name, when)
    sought = any(_REQUEST_SIGNS[0].search(s) and _SOMEBODY.search(s) for s in letter.sentences)
    enough = sought and len(fields.keys() & {"people_wanted", "perspectives", "experience", "activity"}) >= 2
    return Form(Kind.REQUEST, fields) if enough else None


def letter_text(segment: Segment, subject: str) -> LetterText:
    """Cut a segment into sentences and signature."""
    lines = [" ".join(row.cells).strip() for row in segment.rows]
    names = names_of(segment.sender_name)
    end = next((i for i, line in enumerate(lines) if line and is_closing(line, names)), len(lines))
    body, signature = lines[:end], [line for line in lines[end:] if line][:8]
    if end == len(lines) and (signed := _signed_line(body, segment.sender_name)) is not None:
        body, signature = body[:signed], [line for line in body[signed:] if line]
    paragraphs = "\n".join(line for line in body if not _GREETING.match(line))[:MAX_LETTER].split("\n")
    sentences = [s.strip() for paragraph in paragraphs for s in _END.split(paragraph) if s.strip()]
    named = next(
        (name for line in signature if len((name := person_name(_FAREWELL.sub("", line.strip("/ ")))).split()) >= 2), ""
    )
    return LetterText(tuple(sentences), tuple(signature), named or segment.sender_name, subject)


def _signed_line(lines: list[str], sender_name: str) -> int | None:
    """Return where a letter without a greeting is signed: a late line that begins with the sender's name."""
    filled = [i for i, line in enumerate(lines) if line]
    for i in filled[-4:]:
        if sender_name and lines[i].casefold().startswith(sender_name.casefold()) and len(lines[i]) < 100:
            return i
    return None
