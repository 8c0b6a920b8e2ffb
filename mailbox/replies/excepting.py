"""Read "utan Bo" and "Bo undantagen" as whom a reply leaves out; "utan" that tells of being without is asked about.

After a denial the word begins what is chosen instead ("inte Eva utan Bo"): that is left as it stands.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.replies.cues import YES, judge
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.sentences import Sentence
from medverkan.mailbox.replies.vocabulary import harmless

_WITHOUT = re.compile(
    r"(?:[,;] ?)?(?:\b(?:men|fast|och|nu|då|bara|dock) ){0,2}\butan(?: att ha med)? (?=[A-ZÅÄÖ\d]|nr )", re.I
)
_DENIED = re.compile(
    r"\b(?:inte|ej|icke|ingen|inga|inget|aldrig|varken|nej|nä|nix|knappast|kan|vill|inte heller)\b", re.I
)
_LEFT_OUT = re.compile(
    r"(?P<who>(?-i:[A-ZÅÄÖ])[\w-]{1,30}(?: (?-i:[A-ZÅÄÖ])[\w-]{1,30})?|(?:nr )?\d{1,2}) (?:är |blir )?"
    r"(?:undanta(?:gen|get|gna)|o(?:räkn|medräkn)ad|exkluderad|borträknad|frånräknad|utesluten|ej inräknad)\b",
    re.I,
)
_THIS_TIME = re.compile(r"(?: (?:den här|denna|just den här) gången| nu| då| tack| idag| i år)?\W*", re.I)
_WORD = re.compile(r"[^\W\d_]+")


def with_exceptions(found: Sequence[Sentence], people: People) -> list[Sentence] | None:
    """Return the sentences with "utom" and "inte" for such words; None where what they say must be asked about."""
    told: list[Sentence] = []
    for sentence in found:
        text = _LEFT_OUT.sub(
            lambda match: f"utom {match['who']}" if _is_named(match["who"], people) else match[0], sentence.text
        )
        without = _WITHOUT.search(text)
        whom = mark(text[without.end() :], people) if without else None
        if without and whom and whom.text.startswith("§0") and whom.mentions[0].who is Who.NAMED:
            before = text[: without.start()]
            if not _DENIED.search(before):
                if not _chooses(before, people) or (not before.strip() and not _THIS_TIME.fullmatch(whom.text[2:])):
                    return None
                text = f"{before.rstrip()} {_except(before, people)} {text[without.end() :]}".strip()
        told.append(replace(sentence, text=text))
    return told


def _is_named(words: str, people: People) -> bool:
    return any(mention.who is Who.NAMED for mention in mark(words, people).mentions)


def _except(before: str, people: People) -> str:
    everybody = any(mention.who is Who.ALL for mention in mark(before, people).mentions)
    return "utom" if everybody else ", inte" if before.strip() else "inte"


def _chooses(before: str, people: People) -> bool:
    """Tell whether what goes before "utan" names people and says nothing of them but that they are wanted."""
    text = mark(before, people).text
    words = [word for word in _WORD.findall(text) if word not in harmless()]
    return not words or judge(text) == {YES}
