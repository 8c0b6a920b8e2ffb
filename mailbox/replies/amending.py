"""Put plainly, before a reply is cut into sentences, answers told of another: "dito", "ändra Bo till Eva", "el."."""

import re

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People

_NAME = r"(?:(?-i:[A-ZÅÄÖÉ])[\w-]{1,30}(?: (?-i:[A-ZÅÄÖÉ])[\w-]{1,30})?|(?:nr )?\d{1,2})"
_OR = re.compile(r"\bell?\.(?= ?(?:[A-ZÅÄÖ]|\d))", re.I)
_AND_IN_RESERVE = re.compile(
    r",? (?:och|samt|o|&|plus) (?=(?:som|i) (?:reserv\w*|ersättare|back-?up|andra hand)\b)", re.I
)
_DITTO = re.compile(r"(?<=\w[ :])(?:ditt?o|d:o)\b", re.I)
_ANSWER = re.compile(r"\b(?:ja|nej)\b", re.I)
_CHANGES = re.compile(rf"\b(?:ändrar?|byt(?:er|a)?)(?: från)? (?P<out>{_NAME}) till (?={_NAME})", re.I)
_RATHER = re.compile(rf"(?P<first>{_NAME}) ?(?:\.{{2,3}}|…) ?(?:öh |eh |äh )?nej,? (?={_NAME}\W*$)", re.I | re.M)
_NO = re.compile(
    rf"^(?:(?:hej|ja|ok|vi tar|jag tar|ta)[ ,]+)?(?P<first>{_NAME}), nej (?P<last>{_NAME})\W*$", re.I | re.M
)
_SAME_AS = re.compile(rf"\b(?:samma|likadant|detsamma) som (?:för |med )?(?P<whom>{_NAME})", re.I)
# Numbers behind this heading are the questions'.
_ANSWERS = re.compile(
    r"(?:^|\n)\W*(?:svar(?:en|ar)?|besvarar)(?: (?:på|till|om))? (?:\w+ )?fråg(?:a|an|or|orna)\b[^:\n]{0,30}:", re.I
)


def amended(words: str, people: People) -> str | None:
    """Return the words put plainly; None where they say an answer that is given elsewhere, or may be read both ways."""
    if any(_is_listed(found["whom"], people) for found in _SAME_AS.finditer(words)) or _ANSWERS.search(words):
        return None
    if any(_is_listed(found["first"], people) and _is_listed(found["last"], people) for found in _NO.finditer(words)):
        return None
    words = _AND_IN_RESERVE.sub(", ", _OR.sub("eller", words))
    words = _RATHER.sub(r"\g<first>, nej förresten ", words)
    words = _CHANGES.sub(
        lambda found: f"byt {found['out']} mot " if _is_listed(found["out"], people) else found[0], words
    )
    return "\n".join(_without_ditto(line) for line in words.split("\n"))


def _without_ditto(line: str) -> str:
    """Put the answer just before it for "dito"."""

    def answer(found: re.Match[str]) -> str:
        before = _ANSWER.findall(line[: found.start()])
        return before[-1].lower() if before else found[0]

    return _DITTO.sub(answer, line)


def _is_listed(name: str, people: People) -> bool:
    return any(mention.who is Who.NAMED for mention in mark(name, people).mentions)
