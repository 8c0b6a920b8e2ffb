"""Tell whether a letter is a request, a registration or neither, by weighing signs (signs_for.py, signs_against.py).

What a careful colleague looks at: who speaks (a unit at work, or somebody of their own life), what they do (ask for
people now, offer themselves now – or ask how it works, thank, sell, complain, apply, leave), and with whom. No sign
decides alone. Where a sentence seeks people or offers somebody in so many words, that is one sign more.
"""

import re

from medverkan.mailbox.prose.illness import experience_of, told_in_nouns
from medverkan.mailbox.prose.sentences import LetterText
from medverkan.mailbox.prose.signs import Sign
from medverkan.mailbox.prose.signs_against import OF_NEITHER
from medverkan.mailbox.prose.signs_for import OF_REGISTRATIONS, OF_REQUESTS
from medverkan.mailbox.prose.writer import GENERIC, unit_of
from medverkan.mailbox.values import Kind

MAX_TEXTS = 60
MAX_SENTENCE = 1_500
SIGNS = (*OF_REQUESTS, *OF_REGISTRATIONS, *OF_NEITHER)
# What must be outweighed: a letter is neither until it says that it is one.
REQUEST_BAR = 1.5
REGISTRATION_BAR = 3.0
NAMES_ITS_UNIT = 1.0
SAID_PLAINLY = 1.5
LIVED = 1.5
TOLD_ALL = 3.0
_ANSWERS = re.compile(r"\s*(?:re|sv|aw|svar)\s*:", re.I)
# "… undrar var man ansöker": a question without its mark.
_WONDERS = re.compile(r"\bundrar (?:\w+ )?(?:var|hur|vem|vart|när|om (?:man|ni|det|jag)|vilken|vad)\b", re.I)
_SELF = re.compile(r"\b(?:jag|mig|min|mitt|mina|själv)\b", re.I)
# Who tells of their birth, home and life, and asks nothing, introduces themselves.
_INTRODUCED = frozenset(("born", "lives", "reached"))


def signs_in(letter: LetterText) -> list[Sign]:
    """Return the signs that a sentence of the letter shows."""
    # The subject of an answer is another letter's.
    subject = "" if _ANSWERS.match(letter.subject) else letter.subject
    texts = [subject, *(s.text for s in letter.sentences[:MAX_TEXTS]), *letter.signature]
    both = [(text, text.lower()) for text in texts]
    return [sign for sign in SIGNS if any(sign.is_in(text, small, MAX_SENTENCE) for text, small in both)]


def kind_of(letter: LetterText, *, seeks: bool, joins: bool) -> Kind | None:
    """Return the kind that the signs speak for, None for neither; `seeks` and `joins` where it says so plainly."""
    shown = signs_in(letter)
    names = {sign.name for sign in shown}
    texts = [s.text for s in letter.sentences[:MAX_TEXTS]]
    unit = unit_of(letter)
    works = bool(unit) and not GENERIC.fullmatch(unit)
    told = [*experience_of(texts, own=True), *told_in_nouns(texts)]
    lived, of_self = bool(told), any(_SELF.search(text) for text in told)
    asks = any("?" in text or _WONDERS.search(text) for text in texts)
    introduced = lived and not asks and len(names & _INTRODUCED) >= 2 and "born" in names
    wants = seeks or any(sign.is_act and sign.request > 0 for sign in shown)
    offers = joins or introduced or any(sign.is_act and sign.registration > sign.request for sign in shown)
    request = sum(sign.request for sign in shown) + SAID_PLAINLY * seeks + NAMES_ITS_UNIT * works - REQUEST_BAR
    # Who tells of their own illness and works nowhere asks for nobody on behalf of a unit.
    request -= LIVED * (of_self and not works)
    registration = sum(sign.registration for sign in shown) + SAID_PLAINLY * joins + LIVED * lived - REGISTRATION_BAR
    if offers and lived and names >= _INTRODUCED and "asks first" in names:
        # Whoever tells all that a form asks for registers, curious or not.
        registration += TOLD_ALL
    if wants and request > max(0, registration):
        return Kind.REQUEST
    return Kind.REGISTRATION if offers and registration > max(0, request) else None
