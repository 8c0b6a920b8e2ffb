"""Put a ";" between two people named side by side where one statement ends and the next begins.

"nej från Bo och Eva har jag inte ringt" tells of Bo before him and of Eva after her; read as one pair it would tell of
both. Only an answer that stands before its people ("nej från", "nådde inte") can end like that.
"""

import re
from itertools import pairwise

from medverkan.mailbox.replies.cursor import TOKEN
from medverkan.mailbox.replies.names import People

ANSWER_BEFORE = re.compile(
    r"\b(?:(?:ja|nej|svar|besked|klartecken|napp|nobben|tummen (?:upp|ner)|kontakt|meddelande) (?:från|av|ifrån"
    r"|hos|till|med)"
    r"|(?:nådde|når|nått|ringt|ringde|svarar) (?:jag )?(?:inte|ej)|(?:inte|ej) (?:\w+ )?(?:tag (?:på|i)|nått"
    r"|fram till|kontakt med))$"
)
_BETWEEN = frozenset((",", "och", "o", "&", "samt"))
_GOES_ON = re.compile(
    r"(?:som|så|de|dom|båda|bägge|för|eftersom|då|när|trots|och|men|fast|i|på|efter|med|utan|den|denna|det|idag"
    r"|igår|nu|tyvärr|än"
    r"|ännu|heller|också|båda|alls|direkt|hittills|fortfarande|tills|till|om|vid|under|via|också|,"
    r"|\.|\(|:|!|\?|$)(?:\W|$)"
)


def parted_people(sentence: str, people: People) -> str:
    """Return the sentence with ";" before the last one of a list that an answer precedes and a statement follows."""
    tokens = [(match[0], match.start(), match.end()) for match in TOKEN.finditer(sentence)]
    spans: list[tuple[int, int, int]] = []  # person, start, end
    for place, (token, start, end) in enumerate(tokens):
        who = people.called(token, inside=place > 0) if token[0].isalpha() else frozenset()
        if len(who) == 1:
            number = min(who)
            if spans and spans[-1][0] == number and not sentence[spans[-1][2] : start].strip():
                spans[-1] = (number, spans[-1][1], end)
            else:
                spans.append((number, start, end))
    for first, last in reversed(list(pairwise(spans))):
        between = sentence[first[2] : last[1]].lower().strip(" ,") or ","
        if first[0] == last[0] or between not in _BETWEEN:
            continue
        if _ends_and_begins(sentence, spans, first, last):
            sentence = f"{sentence[: first[2]]} ; {sentence[last[1] :]}"
    return sentence


def _ends_and_begins(
    sentence: str, spans: list[tuple[int, int, int]], first: tuple[int, int, int], last: tuple[int, int, int]
) -> bool:
    following = spans[spans.index(last) + 1][1] if last is not spans[-1] else len(sentence)
    after = re.split(r"[,;.]", sentence[last[2] : following], maxsplit=1)[0].strip().lower()
    before = sentence[: first[1]].rstrip().lower()
    return bool(ANSWER_BEFORE.search(before)) and not _GOES_ON.match(after)
