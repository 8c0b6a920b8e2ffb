"""Take the writer's own name off the end of a reply, where nobody on the list is called so."""

import re

from medverkan.mailbox.replies.names import People

_SIGNED = re.compile(r"\n\s*/ ?[A-ZÅÄÖ][\w-]{0,20}[^\n]{0,60}\s*$")
# "… Trevlig helg! Bengt" on one line.
_FAREWELL = re.compile(
    r"\b(?:(?i:trevlig (?:helg|kväll|dag|vecka|sommar|påsk|fortsättning)|god (?:helg|jul|fortsättning)"
    r"|glad (?:påsk|sommar)|ha (?:det|en) (?:\w+ ?){1,3}|vi (?:hörs|ses|mejlas)|kram(?:ar)?|sköt om dig"
    r"|hej(?: då| hej| så länge| svejs)|allt gott)[ ,!.🙂😊]{1,4}"
    r"|(?i:tack(?: på förhand| för hjälpen| så mycket)?)[!.] )"
    r"(?P<name>[A-ZÅÄÖÉ][a-zåäöéü-]{1,20}(?: [A-ZÅÄÖÉ][a-zåäöéü-]{0,20})?)\s*$"
)
_LONE_NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéü-]{1,20}(?: [A-ZÅÄÖÉ][a-zåäöéü-]{0,20}){0,2}")


def unsigned(words: str, people: People) -> str:
    """Return the reply without a name that stands by itself at its end, where nobody on the list is called so."""
    words = _SIGNED.sub("", words)
    farewell = _FAREWELL.search(words)
    if farewell and not any(people.called(part) or people.wordlike(part) for part in farewell["name"].split()):
        words = words[: farewell.start("name")].rstrip()
    above, _, last = words.rstrip().rpartition("\n")
    if _closes(above, last) and not any(people.called(part) or people.wordlike(part) for part in last.split()):
        return above.rstrip()
    block = above.rstrip().rpartition("\n\n")[2].strip()
    if not _LONE_NAME.fullmatch(last.strip()) or above == above.rstrip() or _LONE_NAME.fullmatch(block):
        return words
    return words if any(people.called(part) or people.wordlike(part) for part in last.split()) else above.rstrip()


def _closes(above: str, last: str) -> bool:
    """Tell whether a name stands under a line of several words that lists nobody: "Sol och värme från Öland"."""
    line = above.rpartition("\n")[2].strip()
    lists = not line or line[-1] in ":," or not line[-1].isalpha() or len(line.split()) < 3
    return not lists and _LONE_NAME.fullmatch(last.strip()) is not None and " " not in last.strip()
