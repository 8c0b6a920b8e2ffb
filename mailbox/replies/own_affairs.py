"""Take out of a report of calls what somebody does for themselves: "funderar på att flytta", "svarade inte på brevet".

Read before the ways of telling how a call went, whose verbs these are. Behind each preposition only words known to be
of the call, of the assignment or of a time (own_affairs.txt) keep the statement; anything else makes it another matter.
"""

import re
from functools import cache

from medverkan.mailbox.replies.phrases import lists_in

_BETWEEN = (
    r"(?: (?:inte|ej|aldrig|lite|mer|mycket|bara|gärna|först|nog|själv|också|ju|sig|mest|riktigt|helt|fortfarande))*"
)
_AFFAIR = re.compile(
    rf"\b(?:(?:fundera\w*|tänk(?:er|te|t|a)|grubbla\w*|klura\w*|drömmer){_BETWEEN} (?P<thinks>på|över|om)"
    rf"|(?:prata\w*|tala(?:r|de|t)?|snacka\w*|berätta\w*|diskutera\w*){_BETWEEN} (?P<talks>om|på)"
    rf"|(?:kolla\w*|titta\w*){_BETWEEN} (?P<looks>på|om|efter)"
    rf"|(?:hör|höra|hörde) av sig{_BETWEEN} (?P<turns>till|om)|(?:vänta\w*|inväntar){_BETWEEN} (?P<waits>på)"
    rf"|bestäm(?:t|ma|mer|de) sig{_BETWEEN} (?P<decides>för|om)|(?:o?säker|tveksam|tvekar){_BETWEEN}"
    rf" (?P<doubts>på|i|om|att)"
    rf"|behöver (?:mer |lite )?tid{_BETWEEN} (?P<needs>för|till|med)"
    rf"|(?:svara\w*|svar){_BETWEEN} (?P<answers>på)|fick (?:inte|aldrig|ej) tag (?P<gets>på|i)"
    rf"|(?:kom|kommer|kommit) (?:inte |ej )?fram{_BETWEEN} (?P<arrives>till)|(?:lämna\w*|prata\w*|tala\w*) (?:in )?"
    r"(?:ett )?meddelande (?:(?P<leaves>om)|(?P<to>hos|till|åt))"
    rf"|(?:bad|ber|bett){_BETWEEN} (?P<asks>om)|(?:fick|fått) (?:ja|nej) (?P<on>på)"
    rf"|lagt av{_BETWEEN} (?P<stops>med)|går inte (?P<cannot>att)|upp sig{_BETWEEN} (?P<quits>från)"
    rf"|inte råd (?P<affords>med|till)|fullt upp{_BETWEEN} (?P<busy>med)"
    rf"|(?:prata|tala|snacka|rådgöra|diskutera|bolla|stämma av){_BETWEEN} (?P<confers>med)"
    rf"|nekade?r?{_BETWEEN} (?P<denies>till)"
    rf"|(?:inte|ingen|knappt) (?:\w+ )?(?:tid|lust|ork|energi){_BETWEEN} (?P<lacks>att|till|för))"
    r"(?P<object>(?: (?!(?:och|o|men|så|eftersom|innan|när|som|då|fast|medan|att (?:hon|han|hen|de|det))\b)"
    r"[\w¤☏-]+(?![\w¤☏-]))+)(?! §)"
)
# What these may be followed by stands under a heading of its own.
_HEADINGS = {
    "busy": "keeps busy",
    "confers": "asked for advice",
    "denies": "the assignment",
    "lacks": "what time is for",
}
# Who leaves a message with the writer was not sought.
_WITH_THE_WRITER = re.compile(r" (?:mig|mej|oss)\b")
_QUITS = re.compile(r" (?:banken|intressebanken|registret|listan|uppdrag\w*|gruppen|allt|det|alltihop)\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def without_own_affairs(text: str) -> str:
    """Return a sentence, in lower case with its people as marks, without what is no part of the call."""
    return _AFFAIR.sub(lambda found: found[0] if _is_of_the_call(found) else "berördes", text)


def _is_of_the_call(found: re.Match[str]) -> bool:
    kind = found.lastgroup if found.lastgroup != "object" else None
    kind = kind or next(name for name, part in found.groupdict().items() if part and name != "object")
    if kind == "quits":
        return _QUITS.match(found["object"]) is not None
    if kind == "leaves":
        return found["object"].startswith(" att ")
    if kind == "to":
        return not _WITH_THE_WRITER.match(found["object"])
    words = _WORD.findall(found["object"])
    if kind in _HEADINGS:
        # "med jobbet, trädgården och …": what stands first tells.
        first = next((word for word in words if not _in(word, "beside it")), "")
        return _in(first, _HEADINGS[kind]) if first else kind != "denies"
    return all(_in(word, "of the call") for word in words)


def _in(word: str, heading: str) -> bool:
    exact, begins, ends = _known(heading)
    return word in exact or word.startswith(begins) or word.endswith(ends)


@cache
def _known(heading: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return the words under a heading, and how others begin and end."""
    words = [word for line in lists_in("own_affairs.txt")[heading] for word in line.split()]
    return (
        frozenset(words),
        tuple(word[:-1] for word in words if word.endswith("*")),
        tuple(word[1:] for word in words if word.startswith("*")),
    )
