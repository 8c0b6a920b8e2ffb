"""Read a reply to a proposal that reasons before it chooses: what is told of people, and whom it takes outright.

The other rules ask whenever something is told that they do not know. This one is tried where they ask: it acts only on
ways of choosing that leave nothing open, and asks too where anybody else may be meant, or anything is undecided.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from medverkan.mailbox.replies.choosing import chosen_in, says
from medverkan.mailbox.replies.clauses import is_harmless
from medverkan.mailbox.replies.cues import HOLD, NO, RESERVE, YES, judge
from medverkan.mailbox.replies.cursor import Mention, Who
from medverkan.mailbox.replies.cutting import ANOTHER_TIME, SAYS, Clause, cut
from medverkan.mailbox.replies.leftover import is_open
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.open_choices import is_conditional, is_undecided, stands_in_the_way
from medverkan.mailbox.replies.referring import Referents

_NOT = re.compile(r" (?:inte|ej|aldrig|icke|knappast|inga|ingen|inget|varken|vare sig) ")
_AGAINST = re.compile(r"\b(?:men|fast|dock|tyvärr|redan|däremot|emellertid|trots|problemet|nackdelen)\b")
_ALSO = re.compile(r"^(?:och|samt|plus|med) |\b(?:också|även|likaså|dessutom|eller)\b")
_I_DID = re.compile(
    r" (?:jag|vi) (?:\w+(?:ade|de|te|tt)|såg|fick|var|har|känner|minns|vet|hade|satt|åt|gick|kom|tog|höll|bad"
    r"|läste|läser"
    r"|skrev|sa|ser|förstår|hör|hörde|noterar)"
    r" | (?:\w+(?:ade|de|te)|såg|fick|var|har|känner|minns|vet|hade|läser) (?:jag|vi) "
)
_I_DO = re.compile(r" (?:jag|vi) ")
_OTHERS_SAY = re.compile(
    r"\b(?:chef\w*|enhetschef\w*|kolleg\w*|enheten|verksamheten|mottagningen|avdelningen|någon|nån|hon|han|de|dom|man|¶"
    r"|§\d+)(?: \w+){0,2} (?:säger|sa|sade|tycker|tyckte|vill|ville|menar|menade|föreslår|föreslog|hälsar|hoppas|önskar"
    r"|anser|lutar)(?: \w+){0,2} (?:att|vi|ha)\b"
)
_VERB = re.compile(
    r" (?!för )(?:\w+(?:ar|er|år|ör|ir|yr|or|as|ade|dde|tte|kte|pte|lde|rde|nde)|är|var|vet|kan|vill|ska|skulle"
    r"|hade|blev|fick"
    r"|kom|gick|sa|såg|minns|finns|hoppas|tycks|satt|låg|stod|åt|höll|tog|gav|la) "
)
_PLAIN_NO = re.compile(r"(?:nej|nä|nix|nope|nej tack|tyvärr|tyvärr inte|inte)")
_BARE_NOT = re.compile(r"^ (?:inte|ej|icke) § $|^ § (?:inte|ej|icke) $")
_LINKED = re.compile(r"§ (?:och |samt |plus |med |\w+ )(?:\w+ ){0,2}§")
_REQUEST = re.compile(r"^(?:kan|kunde|skulle|vill|hinner|får) (?:du|ni|jag be dig)\b")
_OWN_ANSWER = re.compile(r"^(?:nej|nä|ja|jo)\b.{0,12}\b(?:det (?:är|gör|går|var|har|kan)|inte)\b")
_SUMS_UP = re.compile(r"\b(?:alltså|därmed|sammantaget|slutligen|då)\b.*\b(?:alltså|därmed)\b|^alltså\b")
_OPINION = re.compile(
    r"^(?:ja|japp|jo|ok|okej|kör|absolut)\b|\b(?:tack|gärna|absolut|självklart|definitivt)$|\b(?:tycker|säger"
    r"|anser) (?:jag|vi)\b|\balltså\b|\b(?:jag|vi) (?:tycker|säger|anser)\b"
)


@dataclass(slots=True)
class Reasoned:
    """Whom a reply chooses and refuses when it is read to its end."""

    picks: set[int] = field(default_factory=set)
    rejects: set[int] = field(default_factory=set)
    set_aside: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)  # spoken of, and neither chosen nor refused
    praised: set[int] = field(default_factory=set)
    sung: set[int] = field(default_factory=set)  # praised in words that choose where nothing else does
    unsure: set[int] = field(default_factory=set)  # named in words that may well choose them
    open: bool = False
    concluded: bool = False  # a sentence says that it is the last word
    outright: bool = False  # somebody is chosen in words that can mean nothing else
    refuses: bool = False  # somebody is refused in words that can mean nothing else
    refuses_all: bool = False  # the list as a whole, without pointing at anybody
    tells: bool = False
    loose: set[int] = field(default_factory=set)  # sentences with a clause that names nobody and is no mere courtesy
    sentences: set[int] = field(default_factory=set)  # those that choose
    first: int = 999  # the first clause that chooses, among those that count
    last: dict[int, set[int]] = field(default_factory=dict)  # who was named last in each sentence

    def settled(self) -> set[int]:
        """Return all of whom it is said what is to be done."""
        return self.picks | self.rejects | self.set_aside


def reasoned(marked: Sequence[Marked], told: Sequence[str], people: People) -> Reasoned | None:
    """Read the sentences, given as marked and as written; None where anything is open."""
    begins = _concludes_at(marked)
    if any(_asks(marked, at) for at in range(begins, len(marked))):
        return None
    read = Reasoned(concluded=begins > 0)
    lone = set(people.numbers) if len(people.numbers) == 1 else set()
    spoken: list[Clause] = []
    for clause in cut(marked, Referents(people)):
        conclusive = clause.at >= begins
        if conclusive and is_conditional(clause.text, clause.words):
            return None
        if conclusive:
            spoken.append(clause)
        _take_in(clause, read, conclusive=conclusive)
        if lone and says(clause.words, "says yes") and not _NOT.search(clause.words):
            _pick(lone, clause, read)
            read.outright = True
        if (lone and says(clause.words, "says no")) or (conclusive and says(clause.words, "refuses all")):
            read.refuses_all = read.refuses = not clause.mentions or bool(lone)
            read.open = read.open or ANOTHER_TIME.search(clause.lead) is not None
        read.first = min(read.first, len(spoken) - 1 if read.sentences or read.refuses else read.first)
        if read.open:
            return None
    if not _is_settled(read, set(people.numbers)) or any(
        _is_doubted(clause, read, decided=place >= read.first) for place, clause in enumerate(spoken)
    ):
        return None
    return None if stands_in_the_way(marked, told, begins, read.sentences, read.picks, people) else read


def _concludes_at(marked: Sequence[Marked]) -> int:
    """Return the sentence that says that it is the last word, 0 where none does."""
    for at in range(len(marked) - 1, 0, -1):
        words = " ".join(re.findall(r"§(?=\d)|[^\W\d_]+", marked[at].text))
        if says(f" {words} ", "decides at last") and "§" in words:
            return at
    return 0


def _asks(marked: Sequence[Marked], at: int) -> bool:
    text = marked[at].text
    if not text.rstrip().endswith("?") or _REQUEST.match(text) or text.startswith("ps "):
        return False
    answered = at + 1 < len(marked) and _OWN_ANSWER.match(marked[at + 1].text)
    return not answered


def _is_doubted(clause: Clause, read: Reasoned, *, decided: bool) -> bool:
    """Tell whether a clause doubts those chosen, or comes after they were (`decided`) and doubts anything."""
    of_picks = any(mention.numbers & (read.picks or read.rejects) for mention in clause.mentions)
    others = clause.mentions and not of_picks and all(mention.numbers for mention in clause.mentions)
    if others or not decided:
        here = clause.at in read.sentences and (of_picks or not clause.mentions)
        return is_undecided(clause.words) and (here or clause.text.startswith("kanske"))
    if is_undecided(clause.words):
        return True
    if clause.after.lstrip().startswith(":"):
        return False
    return is_open(clause.pointing, of_picks=of_picks and clause.at not in read.sentences, several=len(read.picks) > 1)


def _take_in(clause: Clause, read: Reasoned, *, conclusive: bool) -> None:
    """Add what one clause says; what may choose somebody and is not understood leaves the reply open."""
    if not clause.mentions:
        _take_loose(clause, read)
        if not is_harmless(clause.text):
            read.loose.add(clause.at)
        return
    read.last[clause.at] = set(clause.mentions[-1].numbers)
    chosen = _chosen(clause, read, conclusive=conclusive) if conclusive else set()
    read.tells = read.tells or (conclusive and not chosen and _I_DO.search(clause.words) is not None)
    denied = _NOT.search(clause.words) is not None
    refused = set(chosen_in(clause.words, "refuses")) if conclusive else set()
    chosen -= refused
    if refused and (read.refuses or ANOTHER_TIME.search(clause.lead)):
        read.open = read.open or bool(clause.lead)
    read.refuses = read.refuses or bool(refused)
    for place, mention in enumerate(clause.mentions):
        if place in chosen and not denied:
            _choose(mention, clause, read)
        elif place in chosen:
            read.rejects |= mention.numbers
        elif (
            mention.who is Who.SOMEBODY
            or (mention.who is Who.REST and conclusive and not denied and place not in refused and not _waits(clause))
            or (denied and place in refused and mention.who is Who.ALL)
        ):
            read.open = True
        elif mention.who is Who.NAMED or (mention.who is Who.ALL and place in refused):
            _tell(mention, clause, read, refused=place in refused, conclusive=conclusive)


def _waits(clause: Clause) -> bool:
    """Tell whether it is "övriga står kvar till ett annat tillfälle"."""
    cues = judge(clause.text)
    return bool(cues) and cues <= {HOLD, RESERVE}


def _chosen(clause: Clause, read: Reasoned, *, conclusive: bool) -> set[int]:
    chosen = set(chosen_in(clause.words))
    if _SUMS_UP.search(clause.text):
        chosen |= set(chosen_in(clause.words, "sums up"))
    if not chosen and (praised := set(chosen_in(clause.words, "praises"))):
        _sing([clause.mentions[place] for place in praised], clause, read)
    if chosen and not all(clause.mentions[place].numbers <= read.picks for place in chosen):
        if _OTHERS_SAY.search(clause.text):
            if not _AGAINST.search(clause.after):
                read.unsure |= {number for mention in clause.mentions for number in mention.numbers}
            return set()
        if ANOTHER_TIME.search(f"{clause.lead} {clause.text}"):
            read.open = True
        if any(mention.who is Who.STRANGER for mention in clause.mentions) or SAYS.search(clause.lead):
            read.open = True
        if len(chosen) < len(clause.mentions) and _LINKED.search(clause.words):
            read.open = True
    read.outright = read.outright or bool(chosen)
    if clause.at in read.sentences or clause.at - 1 in read.sentences:
        chosen |= set(chosen_in(clause.words, "goes on"))
    if clause.whole and is_harmless(clause.words) and len({mention.numbers for mention in clause.mentions}) == 1:
        read.open = read.open or bool(read.rejects and _ALSO.search(clause.text))  # "Bo nej. Eva också."
        read.outright = read.outright or not clause.opens or clause.points or bool(_OPINION.search(clause.text))
        return {0}
    return chosen


def _sing(mentions: list[Mention], clause: Clause, read: Reasoned) -> None:
    for mention in mentions:
        lead = SAYS.search(clause.lead) or ANOTHER_TIME.search(clause.lead)
        if lead or mention.problem or _OTHERS_SAY.search(clause.text) or " att §" in clause.words:
            read.open = True
        elif mention.who in {Who.NAMED, Who.ALL} and not _NOT.search(clause.words):
            read.sung |= mention.numbers
            read.sentences.add(clause.at)


def _take_loose(clause: Clause, read: Reasoned) -> None:
    """Give a no that stands by itself to those named just before it: "Simone däremot: nej"."""
    if not _PLAIN_NO.fullmatch(clause.text):
        return
    if clause.at in read.last and not read.last[clause.at] <= read.picks:
        read.rejects |= read.last[clause.at]
    else:
        read.open = read.open or bool(read.picks)


def _choose(mention: Mention, clause: Clause, read: Reasoned) -> None:
    asks = re.fullmatch(r"[\d ]+", mention.words) is not None and " fråga § " in clause.words
    # "Nr 4, Linnea" may be one person, said twice and wrongly.
    twice = len(mention.numbers) == 2 and mention.loose and re.fullmatch(r"nr \d+ \D+", mention.words)
    if mention.who not in {Who.NAMED, Who.ALL} or mention.problem or not mention.numbers or asks or twice:
        read.open = True
        return
    _pick(set(mention.numbers), clause, read)


def _pick(numbers: set[int], clause: Clause, read: Reasoned) -> None:
    read.picks |= numbers
    read.sentences.add(clause.at)


def _tell(mention: Mention, clause: Clause, read: Reasoned, *, refused: bool, conclusive: bool) -> None:
    cues = judge(clause.text)
    if mention.problem and YES in cues:
        read.open = True  # "Hedqvist känns given" where two are called so
    if refused or ((cues == {NO} or _BARE_NOT.search(clause.words)) and len(clause.mentions) == 1):
        read.rejects |= mention.numbers
        return
    if cues & {HOLD, RESERVE}:
        read.set_aside |= mention.numbers
        return
    read.told |= mention.numbers
    if YES in cues and not _AGAINST.search(clause.after) and not _AGAINST.search(clause.text):
        read.praised |= mention.numbers
    does = _I_DO.search(clause.words) and not _I_DID.search(clause.words)
    added = _ALSO.search(clause.text) and YES in cues
    if conclusive and (does or added or not _VERB.search(clause.words)):
        read.unsure |= mention.numbers


def _is_settled(read: Reasoned, everybody: set[int]) -> bool:
    if read.sung & read.rejects:
        return False
    if sung := read.sung - read.set_aside:
        if read.picks - sung:
            return sung <= read.picks
        read.picks |= sung
        read.outright = True
    if not read.picks and read.refuses and read.rejects >= everybody:
        return not (read.set_aside or read.unsure - read.rejects)
    if read.refuses_all and not (read.picks | read.sung | read.unsure | read.set_aside) and not read.tells:
        read.rejects |= everybody
        read.refuses = True
        return True
    if not read.outright and (read.tells or read.loose & read.sentences):
        return False  # "Anna! Henne minns jag." may only cheer
    if not read.picks or read.picks & (read.rejects | read.set_aside) or read.unsure - read.settled():
        return False
    return read.concluded or not read.praised - read.settled()
