"""Notice answers to another question than who takes part: "Behöver tolk: Siv ja, Bo nej", "Siv - taxi ja".

A yes beside a name is a yes to taking part only where nothing else was asked of them. What else it may have been stands
before a colon or a question mark, on a line above, or beside the yes itself.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.replies.names import People
from medverkan.mailbox.values import Candidate

_MATTER = (
    r"(?:\w*tolk\w*|taxi\w*|\w*skjuts\w*|lunch\w*|fika\w*|\w*kost|allergi\w*|\w*fritt|vegetari\w*|vegan\w*|\w*ersättning\w*|"
    r"arvode\w*|parkering\w*|rullstol\w*|ledsagare|hörslinga|nyhetsbrev\w*|bild|bilder|foto|dator\w*|mejl|mail|sms|e-?post|"
    r"brevet?|körkort|bil|buss\w*|vaccin\w*|hotell\w*|övernattning\w*|enkät\w*|kamera|wifi|teams|zoom|länk\w*|material\w*|"
    r"intyg\w*|blankett\w*|avtal\w*|julbord\w*|julfika|utbildning\w*)"
)
_BESIDE = re.compile(
    rf"\b{_MATTER}(?: (?:bokad|ok|behövs|funkar))?[ :=–-]{{1,4}}(?:ja|nej|jo|nä)\b(?! [a-zåäö])|"
    rf"\b{_MATTER} (?:ja|nej) till\b|\bhar fått \w+ (?:ja|nej)\b",
    re.I,
)
_ANSWER = r"(?:ja|nej|jo|nä|japp|nix|vill(?: inte)?|ok|okej)(?: tack)?"
# "Behöver tolk: Siv ja, Bo nej", the question and the first of the answers, either way round.
_HEADED = re.compile(
    rf"^\s*(?P<about>[^:?\n]{{2,50}})[:?]\s*(?P<told>[^:?\n]{{1,200}}?(?:\b{_ANSWER}\b)[^\n]{{0,100}})$", re.I | re.M
)
_FIRST = re.compile(
    rf"^(?P<who>[^\s,.;]+)(?-i: [A-ZÅÄÖ][^\s,.;]+)?[ :=–-]{{1,3}}{_ANSWER}\b|^{_ANSWER} från (?P<from>[^\s,.;]+)", re.I
)
_ALONE = re.compile(rf"^[ \t]*(?:{_MATTER})[ \t]*\n(?=[^\n:]{{2,40}}[ :=–-]{{1,3}}{_ANSWER}\b)", re.I | re.M)
# What stands before such a list where it is about taking part.
_OF_THE_ASSIGNMENT = re.compile(
    r"\b(?:hej\w*|god \w+|samtal\w*|resultat\w*|utfall\w*|läge\w*|status|rapport\w*|svar\w*|besked\w*|ring\w*|"
    r"prata\w*|tala[dt]\w*|nått|"
    r"telefon\w*|uppföljning\w*|återkoppling\w*|avstämning\w*|dagens|gick|blev|blir|här|nu|så|hittills|"
    r"sammanfattning\w*|summering\w*|kort|uppdrag\w*|medverka\w*|delta\w*|vara med|ställer upp|tackat|tackade|"
    r"beslut\w*|val|valet|listan?|namn\w*|följande|alltså|sagt|ps|obs|klart?|tack|mvh|rättelse)\b",
    re.I,
)
# "Enheten: ja till Bo", "Chefens kommentar: …": others speak.
_OTHERS_SAY = re.compile(
    r"^\s*(?:chefen|enheten|kommunen|mottagningen|verksamheten|kliniken|avdelningen|(?:min )?kollegan?)s?"
    r"(?: [a-zåäö]{3,20})?:\s",
    re.I | re.M,
)


def answers_something_else(words: str, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a yes or no beside a name answers a question about something else, or is told of another speaker."""
    if _BESIDE.search(words) or _ALONE.search(words) or _OTHERS_SAY.search(words):
        return True
    if ":" not in words and "?" not in words:
        return False
    people = People.of(candidates)
    return any(
        _names_somebody(found["told"], people)
        and not _OF_THE_ASSIGNMENT.search(found["about"])
        and not any(
            people.called(word, inside=True) or word.isdigit() for word in re.findall(r"[\w-]+", found["about"])
        )
        for found in _HEADED.finditer(words)
    )


def _names_somebody(told: str, people: People) -> bool:
    found = _FIRST.match(told.strip())
    who = (found["who"] or found["from"] or "").strip(":=-") if found else ""
    return (who.isdigit() and int(who) in people.numbers) or bool(who and people.called(who, inside=True))
