"""Notice in a reasoned reply what leaves its choice open: a condition, a doubt, somebody more, somebody who cannot."""

import re
from collections.abc import Sequence, Set

from medverkan.mailbox.replies.availability import is_unavailable, picked_but_unavailable
from medverkan.mailbox.replies.choosing import says
from medverkan.mailbox.replies.clauses import is_limit
from medverkan.mailbox.replies.corrections import taken_back
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.doubts import IF, IF_PERSON, narrows
from medverkan.mailbox.replies.hazards import bars
from medverkan.mailbox.replies.leftover import strikes
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.named import strangers
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.stances import settle

# "bad om någon ung" and "vore fint om de fick veta det" put no condition.
_NO_CONDITION = re.compile(
    r"\b(?:bad|ber|be|bett|frågat?|frågade|frågar|tala\w*|prata\w*|berätta\w*|handla\w*|läst?e?|läser|tänk\w*|drömm\w*"
    r"|höra?|hörde|hört|skriv\w*|skrev|enas|enats|enades|överens|ense|eniga|runt|tycker|tyckte|tycka|och om"
    r"|gång|vet|veta"
    r"|påmin\w*|brinner|kämpa\w*|angående|kunskap|erfarenhet\w*|synpunkter|frågor|gott|illa|väl) om\b"
    r"|\b(?:vore|är|blir|skulle vara|uppskattar|tacksamma?|bra|fint|kul|skönt|glada?)(?: \w+)? om (?=(?:de|dom"
    r"|hon|han|du|ni"
    r"|enheten|verksamheten|mottagningen|det)\b)"
    r"|\b(?:hör|ring|svara|säg|mejla|maila|skriv|återkom|fråga|nås|meddela|hojta|slå)\b[^§]{0,40}\bom (?:det|du"
    r"|ni|något|nåt"
    r"|någon)\b.*"
    r"|\bom (?:du|ni|vi) (?:hörs|ses|träffas|pratas|pratar|springer|råkar|möts)\b"
    r"|\bom jag (?:inte )?(?:minns|förstår|förstått|förstod|missminner|missförstått|läser|läst|ser|får (?:säga"
    r"|välja))\b"
    r"|\bom (?:det|du|ni|något|nåt) (?:är|undrar|har|dyker|behöver)(?: \w+){0,3}$"
)
_SIGNS_OFF = re.compile(r"^(?:med )?(?:\w+ )?(?:hälsning\w*|hälsar|mvh|vänligen|allt gott|ha (?:det|en))\b")
_REST_LATER = re.compile(
    r"^(?:jag |vi )?(?:hör av (?:mig|oss)|återkommer|skriver|svarar)(?: \w+)? (?:om|angående|kring|med|för) §\d+"
    r"(?: (?:sen|senare|imorgon|efter \w+|nästa vecka|på \w+dag|i veckan|när jag \w+(?: \w+)?))?\W*$"
)
# "funkar inte hon så Tomas"
_UNLESS = re.compile(
    r"(?:^|[,.;] |\b(?:men|och|fast) )(?:kan|vill|orkar|hinner|funkar|fungerar|går|passar|svarar|säger|tackar"
    r"|får|har|är|blir"
    r"|skulle|faller|hoppar|tar)(?: (?:inte|ej))? (?:hon|han|hen|de|dom|det|ingen|någon"
    r"|§\d+)\b[^.;]{0,50}\b(?:så|då|annars)\b"
)
_AND_ASK = re.compile(r"\boch (?:hör|höra|fråga|kolla|känn|känna)\b")
_LATER = re.compile(r"\b(?:återkommer|återkomma|hör av (?:mig|oss)|hörs igen|svarar (?:senare|imorgon|på|nästa))\b")
_BELIEVES_IN = re.compile(r" (?:(?:jag|vi) tror|tror (?:jag|vi)|tror) (?:mest |starkt |stenhårt )?på ")


def is_beside(sentence: Marked) -> bool:
    """Tell whether a sentence only signs off, or promises word of the others."""
    rest = all(mention.who is Who.REST for mention in sentence.mentions)
    return bool(_SIGNS_OFF.match(sentence.text) or (rest and _REST_LATER.match(sentence.text)))


def is_conditional(text: str, words: str) -> bool:
    """Tell whether a clause limits what is chosen or makes it hang on something."""
    plain = _NO_CONDITION.sub(" ", text)
    if is_limit(text) or IF.search(plain) or _AND_ASK.search(text):
        return True
    return says(words, "condition") if plain == text else says(f" {' '.join(plain.split())} ", "condition")


def is_undecided(words: str) -> bool:
    """Tell whether a clause doubts, puts off or leaves the choice to somebody else."""
    return says(_BELIEVES_IN.sub(" ", words), "undecided")


def stands_in_the_way(
    marked: Sequence[Marked], told: Sequence[str], begins: int, choosing: Set[int], picks: Set[int], people: People
) -> bool:
    """Tell whether anything speaks against acting, from sentence `begins` on; `choosing`: the sentences that choose."""
    for at in range(max(begins, min(choosing, default=0)), len(marked)):
        text = _NO_CONDITION.sub(" ", marked[at].text)
        if is_beside(marked[at]):
            continue
        if (
            IF_PERSON.search(text)
            or _UNLESS.search(text)
            or _LATER.search(text)
            or bars(marked[at], named=at in choosing)
        ):
            return True
        if at in choosing and (narrows(text) or next(strangers(told[at], people), "")):
            return True
    if len(people.numbers) == 1 and any(is_unavailable(sentence.text) for sentence in marked):
        return True
    if any(strikes(sentence) for sentence in told[begins + 1 :]):
        return True
    if any(plain and settle(before, people).picks for before, _, plain in taken_back(list(told[begins:]))):
        return True
    return picked_but_unavailable(list(marked[begins:]), picks)
