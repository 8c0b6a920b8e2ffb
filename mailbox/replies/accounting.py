"""Hold an act back until every word that may mean a person is accounted for.

The other rules say what was understood. This one asks what was not: a number beside picks by name, a group word, a name
that nobody has, a limit in a sentence of its own. One question back costs little, a wrong pick costs a lot.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.clauses import ALSO, BARE, Said, Spoken
from medverkan.mailbox.replies.cues import YES, judge
from medverkan.mailbox.replies.cursor import TOKEN
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.outcomes import CORE
from medverkan.mailbox.replies.outcomes import judge as judge_call
from medverkan.mailbox.replies.vocabulary import common, harmless

_NUMBERS = re.compile(r"(?:\d{1,2} ?)+")
_UNDECIDED = re.compile(
    r"^\W*(?:\w{1,10} )?(?:svårt|svårt att välja|kan inte välja|svårt val|har svårt att bestämma)[^§]{0,20}$"
)
_PRAISE = re.compile(
    r"\b(?:är|var|vore|verkar|låter|ser|känns) (?:\w+ ){0,2}?(?:\w*bra|fina?|fint|duktig|vettig\w*|klok\w*"
    r"|lämplig\w*|toppen"
    r"|kanon|perfekt|rätt)\b"
)
_PARTLY = re.compile(r"\b(?:bara|endast|enbart|delvis|vissa|en del av|inte alla|inte hela|till vem som helst)\b")
_DETAILS = re.compile(r"\b(?:mejl\w*|mail\w*|e-?post\w*|num\w+|telefon\w*|adress\w*|\w*uppgift\w*|kontakten)\b")
_JUST = re.compile(r"\bbara\W*$")
_TAKE_CARE = re.compile(r"\b(?:svarare|telefonsvarar\w*|mobilsvar\w*|röstbrevlåd\w*|signaler|\w*meddelande|svar)\b")
_NUMBER_BESIDE_NAME = re.compile(
    r"(?<!\d, )(?<!\d )\b\d{1,2}, [A-ZÅÄÖ][\w-]{1,30}(?: [A-ZÅÄÖ][\w-]{1,30})?,?"
    r" (?:är|blir|passar|verkar|känns|låter|får|kan)\b"
)
_ONLY_IN_BRACKETS = re.compile(r"(?<!§\d )(?:ja|nej|svar|inte|igen|vill) \( §\d+ \)")
_ONLY_COUNTS = re.compile(r"§\d+ ja (?:, )?(?:och )?§\d+ nej[ .!]*")
_THING = re.compile(
    r"(?:Linje|Telefon|Lure|Mobil|Num|Samtal|Svarar|Signal|Noll|Inge|Tyst|Röst|Abonnent|Upptag|Total|Kompakt|Ring"
    r"|Dagens)"
)
_LABELLED = re.compile(
    r"^([A-ZÅÄÖ][a-zåäöé]{2,20})(?: [A-ZÅÄÖ]\w{0,20})?\s?"
    r"(?:[-:=]|(?:ja|nej|vill|svarar|svarade|sa|tackade|kan|kunde|är|var|ej|inget|har|hade|blev|blir)\b"
    r"| [a-zåäö]{2,}\b)"
)


def open_in_proposal(
    told: Sequence[str], marked: Sequence[Marked], spoken: Spoken, picks: set[int], people: People
) -> str:
    """Return what in a reply with picks is not accounted for, "" when everything is."""
    if _disagrees(told, spoken):
        return questions.NOT_UNDERSTOOD
    picking = [said for said in spoken.said if said.mention.numbers & picks and said.cues <= {YES, BARE, ALSO}]
    by_name = {n for said in picking if not _by_number(said) for n in said.mention.numbers}
    last = max((said.sentence for said in picking), default=0)
    first = min((said.sentence for said in picking), default=0)
    for said in picking:
        stray = said.cues == {BARE} and _by_number(said) and said.sentence > first
        if by_name and stray and not said.mention.numbers <= by_name:
            return f"Jag vet inte om ”{said.mention.words}” är en person på listan."
    if _counts(spoken, people) and any(_ONLY_COUNTS.fullmatch(sentence.text) for sentence in marked):
        return questions.NOBODY_NAMED
    if praised := _only_praised(picking, spoken):
        return questions.who_else([people.names[number] for number in sorted(praised)])
    if any(_UNDECIDED.search(sentence.text) for sentence in marked[last + 1 :]):
        return questions.HESITATION
    return ""


def _disagrees(told: Sequence[str], spoken: Spoken) -> bool:
    """Tell whether "Nr 4, Linnea, är rätt" may say one person twice, wrongly, though 4 is somebody else."""
    return any(
        len(said.mention.numbers) == 2 and said.sentence < len(told) and _NUMBER_BESIDE_NAME.search(told[said.sentence])
        for said in spoken.said
    )


def _only_praised(picking: list[Said], spoken: Spoken) -> set[int]:
    """Return who is called good in a sentence of its own where others are asked for outright."""
    praise = [
        said for said in picking if said.cues == {YES} and YES not in judge(_PRAISE.sub(" ", words_about(said, spoken)))
    ]
    others = [said for said in picking if said not in praise]
    asked_for = {number for said in others for number in said.mention.numbers}
    apart = [said for said in praise if others and all(one.sentence != said.sentence for one in others)]
    return {number for said in apart for number in said.mention.numbers} - asked_for


def words_about(said: Said, spoken: Spoken) -> str:
    """Return the clause, with the one behind it where that holds what is said of them: "Anna, helt klart"."""
    here = (said.sentence, said.text)
    if judge(said.text) or here not in spoken.clauses:
        return said.text
    after = spoken.clauses[spoken.clauses.index(here) + 1 :][:1]
    return " ".join([said.text, *(text for at, text in after if at == said.sentence)])


def _by_number(said: Said) -> bool:
    return bool(_NUMBERS.fullmatch(said.mention.words))


def open_in_calls(told: Sequence[str], marked: Sequence[Marked], spoken: Spoken, people: People) -> str:
    """Return what in a report of calls is not accounted for, "" when everything is."""
    for sentence in marked:
        for half in re.split(r"[;]|(?<=\w) (?:och|o) (?=§)", sentence.text):
            half = _JUST.sub("", half)  # noqa: PLW2901 - "hon vill ha adressen i god tid bara"
            if _PARTLY.search(half) and _DETAILS.search(half) and not _TAKE_CARE.search(half):
                return questions.DETAILS_UNSURE
        if _ONLY_IN_BRACKETS.search(sentence.text):
            return questions.NOT_UNDERSTOOD
    if _counts(spoken, people):
        return questions.NOBODY_NAMED
    if any(_side_by_side(written, people) for written in told):
        return questions.NOT_UNDERSTOOD
    with_cues = {at for at, cues, _ in spoken.loose if cues & CORE}
    for index, (written, sentence) in enumerate(zip(told, marked, strict=True)):
        label = _LABELLED.match(written)
        first = next((text for at, text in spoken.clauses if at == index), "")
        told_first = any(at == index and cues & CORE and text == first for at, cues, text in spoken.loose)
        if label is None or index not in with_cues or len(people.numbers) == 1:
            continue
        if sentence.mentions and not told_first:
            continue
        # "Krockar med jobbet" begins with what is told.
        if judge_call(label[1].lower()) & CORE:
            continue
        if not _THING.match(label[1]) and label[1].lower() not in common() | harmless() | {"han", "hon", "hen"}:
            return f"Jag vet inte vem du menar med ”{label[1]}”."
    return ""


def _side_by_side(written: str, people: People) -> bool:
    """Tell whether two people stand with nothing between them: "Anna ja Bo Eva nej"."""
    who = [people.called(token) if token[0].isupper() else frozenset() for token in TOKEN.findall(written)]
    return any(len(a) == len(b) == 1 and a != b for a, b in pairwise(who))


def _counts(spoken: Spoken, people: People) -> bool:
    """Tell whether "2 ja, 1 nej" about three people may as well count the answers."""
    if not all(_by_number(said) and len(said.mention.numbers) == 1 for said in spoken.said):
        return False
    numbers = [min(said.mention.numbers) for said in spoken.said]
    answers = [said.cues for said in spoken.said]
    if len(set(answers)) < len(answers):
        return False
    in_order = numbers == list(range(1, len(numbers) + 1))
    return 1 < len(numbers) < len(people.numbers) == sum(numbers) and not in_order
