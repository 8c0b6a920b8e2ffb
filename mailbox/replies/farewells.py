"""Take the writer's own name off the beginning and the end of a reply, where nobody on the list is called so."""

import re

from medverkan.mailbox.replies.names import People

_SIGNED = re.compile(r"\n\s*/ ?[A-ZÅÄÖ][\w-]{0,20}[^\n]{0,60}\s*$")
_SLASHED = re.compile(r"(?<=\S) //\s?(?P<name>[^\W\d_][\w-]{1,20})\s*$")  # "… tack // mats"
# "… Trevlig helg! Bengt" on one line.
_FAREWELL = re.compile(
    r"\b(?:(?i:trevlig (?:helg|kväll|dag|vecka|sommar|påsk|fortsättning)|god (?:helg|jul|fortsättning)"
    r"|glad (?:påsk|sommar)|ha (?:det|en) (?:\w+ ?){1,3}|vi (?:hörs|ses|mejlas)|kram(?:ar)?|sköt om dig"
    r"|hej(?: då| hej| så länge| svejs)|allt gott)[ ,!.🙂😊]{1,4}"
    r"|(?i:tack(?: på förhand| för hjälpen| så mycket)?)[!.] )"
    r"(?P<name>[A-ZÅÄÖÉ][a-zåäöéü-]{1,20}(?: [A-ZÅÄÖÉ][a-zåäöéü-]{0,20})?)\s*$"
)
_LONE_NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéü-]{1,20}(?: [A-ZÅÄÖÉ][a-zåäöéü-]{0,20}){0,2}")

# "Hej det är Robin jag sitter i bilen", as somebody begins who speaks to a telephone.
# "Hej, Mats här. Ta 1 och 3" tells who writes, whoever is listed.
_HERE = re.compile(
    r"^\W*(?i:hej\w*|hallå|tjena\w*|god ?\w+)[,.!]? (?P<name>[A-ZÅÄÖÉ][\w-]{1,20}(?: [A-ZÅÄÖÉ][\w-]{1,20})?) här"
    r"(?: igen)?(?: (?:på|från|i) [\w-]{2,30}(?: [\w-]{2,30})?)?(?:[.!]+\s|,? (?=jag\b))"
)
_INTRODUCED = re.compile(
    r"^\W*(?i:(?:dikterat|intalat|inläst)[:,.]? )?(?P<hello>(?i:hej\w*|hallå|tjena\w*|god ?\w+)[,!.]? )?"
    r"(?i:det (?:här )?är|här är|detta är) (?P<name>[A-ZÅÄÖÉ][a-zåäöéü-]{1,20}(?: [A-ZÅÄÖÉ][a-zåäöéü-]{1,20})?)"
    r"(?P<here> här| igen| som (?:skriver|ringer|talar))?(?: ?[,.!]+ ?| (?=(?P<goes_on>(?:och )?(?:jag|vi)|så)\b))"
)


def unsigned(words: str, people: People) -> str:
    """Return the reply without a name that stands by itself at its end, where nobody on the list is called so."""
    words = _SIGNED.sub("", words)
    slashed = _SLASHED.search(words)
    if slashed and not _is_listed(slashed["name"], people):
        words = words[: slashed.start()]
    words = _HERE.sub("", words, count=1)
    begins = _INTRODUCED.match(words[:200])
    if begins and (begins["hello"] or begins["here"] or begins["goes_on"]) and not _is_listed(begins["name"], people):
        words = words[begins.end() :]
    farewell = _FAREWELL.search(words)
    if farewell and not _is_listed(farewell["name"], people):
        words = words[: farewell.start("name")].rstrip()
    above, _, last = words.rstrip().rpartition("\n")
    if _closes(above, last) and not _is_listed(last, people):
        return above.rstrip()
    block = above.rstrip().rpartition("\n\n")[2].strip()
    if not _LONE_NAME.fullmatch(last.strip()) or above == above.rstrip() or _LONE_NAME.fullmatch(block):
        return words
    return words if _is_listed(last, people) else above.rstrip()


def introduces_listed(words: str, people: People) -> bool:
    """Tell whether "Hej, det är Bo" begins the reply, and Bo may be its writer or whom it chooses."""
    begins = _INTRODUCED.match(words[:200])
    return bool(begins and begins["hello"] and _is_listed(begins["name"], people))


def _is_listed(name: str, people: People) -> bool:
    return any(people.called(part) or people.wordlike(part) for part in name.split())


def _closes(above: str, last: str) -> bool:
    """Tell whether a name stands under a line of several words that lists nobody: "Sol och värme från Öland"."""
    line = above.rpartition("\n")[2].strip()
    lists = not line or line[-1] in ":," or not line[-1].isalpha() or len(line.split()) < 3
    return not lists and _LONE_NAME.fullmatch(last.strip()) is not None and " " not in last.strip()
