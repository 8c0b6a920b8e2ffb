"""Decide which words of a sentence are said of which people.

A sentence is cut into clauses; in a clause the cue stands either before its people ("ja till 1 och 3, inte 2") or after
them ("1 ja, 2 tackade nej"). What the cues are is the caller's: proposals and phone calls have different ones.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.cursor import Mention, Who
from medverkan.mailbox.replies.mentions import Marked
from medverkan.mailbox.replies.vocabulary import PRONOUNS, harmless

Judge = Callable[[str], frozenset[str]]

NOT_THEM = "not them"  # "inte 2", "alla utom 2"
BARE = "bare"  # named and nothing said
UNKNOWN = "unknown"  # something said that no rule understands
TORN = "torn"  # "ja till 2, 3 bor långt bort": where the list ends cannot be told
ALSO = "also"  # "3 också": as the one before
NEITHER = "neither"  # "inte 3 heller": no, as the one before
TURNED = "turned"  # "1 kan, inte 3" and "3 inte": the opposite of what was said before

_CUT = re.compile(
    r"\s*(?:[,;()]|(?<=\s)-(?=\s)|\bmen\b|\bfast\b(?! vid)|\beftersom\b|\bdärför att\b|\bmedan\b|\bdäremot\b"
    r"|\bdock\b(?= (?:inte|ej|bara|endast|§|hon|han|de|dom))|\butan\b(?=\s+(?:§|bara|ta"
    r"|i\s?stället))"
    r"|\boch\b(?=\s+(?:det|vi|jag|då) )|\bså\b(?=\s+(?:honom|henne|hen|dem|dom|hon|han|vi|de|jag|§"
    r"|(?:ta|kör på|boka|välj) §)))\s*"
)
_MARK = re.compile(r"§(\d+)")
_FORWARD_NOT = re.compile(
    r"(?:^|\s)(?:inte|ej|icke|utom|förutom|minus|exklusive|exkl|undantaget|bortsett från|med undantag (?:för"
    r"|av)|inte heller|i ?stället för"
    r"|ej heller|inte (?:med|ta|till))\s*$"
)
_EXCEPT = re.compile(r"(?:^|\s)(?:utom|förutom|minus|exklusive|undantaget|bortsett från|med undantag (?:för|av))\s*$")
_ALSO = re.compile(r"\b(också|oxå|med|likaså|även|detsamma|dito|samma|heller)\b")
_TURNED = re.compile(
    r"(?:men |fast |dock |däremot )?(?:§ )?(?:men |dock |däremot )?(?:inte|ej|icke)(?: heller)?(?: §)?(?P<too> heller)?"
    r"(?: tyvärr| dock| då)?"
)
_LIMIT = re.compile(
    r"(?:inte|ej|aldrig) (?!fler|flera|andra|någon|nån|sant|mer|minst|att|för)"
    r"|(?:kan |får |då |i så fall )?(?:först|tidigast|senast|bara|endast|enbart|helst)"
    r" (?:efter|från|om|när|i|på|då|vid|kl|¤|till|digital\w*|via|inte)\b"
)
_LIMIT_AFTER = re.compile(
    r"(?:men )?(?:inte|ej|bara|endast|enbart|först|tidigast|senast) (?:efter|före|innan|från|på|digital\w*|via"
    r"|kl|¤|om)(?= |$)"
)
_JOINS = re.compile(r"(?<=\w) (?:och|o|samt|&)\s*$")
# What is told before a colon may be anything that is no report of what somebody did or of what is asked.
_ANNOUNCES = re.compile(
    r"^(?!.*\b(?:inte|ej|utom|pratat|pratade|talat|träffat|träffade|känner|ringt|ringde|frågat|frågade|fråga"
    r"|tvekar|valet"
    r"|står|mellan|bland|om|två|tre|kanske|tror|någon|nån|undrar|hälsa|hälsning\w*|mvh|vänlig\w*|på|ps"
    r"|obs)\b).{1,80}:\s*$"
)
_OPENS = re.compile(r"(?:ja|nej|nä|jo|japp|okej|ok|tack)(?: tack)?")
_GOES_ON = frozenset({"eftersom", "därför", "som", "då", "vilka", "passande", "har", "enligt", "ihop", "tillsammans"})
_PRONOUN = re.compile(PRONOUNS)
_ONE_PERSON = re.compile(r"\b(?:honom|henne|hen|hon|han|hennes|hans|hens)\b")
_WORD = re.compile(r"[^\W\d_]+|¤|§\d+|👍")


@dataclass(slots=True)
class Said:
    """What one clause says of one mention."""

    mention: Mention
    cues: frozenset[str]
    text: str
    sentence: int


@dataclass(slots=True)
class Spoken:
    """Everything a reply says of people, in order, and the cues that stand for themselves."""

    said: list[Said] = field(default_factory=list)
    loose: list[tuple[int, frozenset[str], str]] = field(default_factory=list)  # sentence, cues, clause
    places: list[int] = field(default_factory=list)  # of each of `loose`: how much had been said before it
    clauses: list[tuple[int, str]] = field(default_factory=list)  # every one of them, with its sentence


def listen(sentences: list[Marked], judge: Judge, *, negates_people: bool = True) -> Spoken:
    """Go through the sentences and give every cue to its people.

    `negates_people`: "inte 2" is a no to 2; about phone calls "nådde inte Bertil" is said of him like anything else.
    """
    spoken = Spoken()
    forward = _FORWARD_NOT if negates_people else _EXCEPT
    for index, sentence in enumerate(sentences):
        first_of_sentence = len(spoken.said)
        for piece in _CUT.split(sentence.text):
            clause = piece.strip(" .!?:\"'*_")
            if not clause:
                continue
            spoken.clauses.append((index, clause))
            if _MARK.search(clause):
                spoken.said += _assign(clause, sentence.mentions, judge, forward, index)
            elif negates_people or not (
                sentence.mentions and _OPENS.fullmatch(clause) and len(spoken.said) == first_of_sentence
            ):
                # About calls "Ja, Anna ringde" does not begin with Anna's answer.
                _loose(clause, judge, spoken, index, first_of_sentence, negates_people=negates_people)
    return spoken


def _loose(clause: str, judge: Judge, spoken: Spoken, index: int, first: int, *, negates_people: bool) -> None:
    """Place a clause without names: on the people just named, or by itself."""
    cues = judge(clause)
    before = spoken.said[first:]
    awaiting = [said for said in before if said.cues <= {BARE, UNKNOWN, ALSO}]
    if cues and _PRONOUN.search(clause) and spoken.said:
        single = _ONE_PERSON.search(clause) and len(spoken.said[-1].mention.numbers) > 1
        people = _pointed_at(spoken) if _ONE_PERSON.search(clause) else before or spoken.said[-1:]
        whom = _merged(people)
        # "Ringde 2 och 3. Hon sa ja." – which of them?
        whom = replace(whom, problem=whom.problem or questions.NOBODY_NAMED) if single and not negates_people else whom
        spoken.said.append(Said(whom, cues, clause, index))
    elif cues and awaiting and awaiting[-1] is spoken.said[-1] and awaiting[-1].cues & {BARE, ALSO}:
        awaiting[-1].cues = cues
    else:
        spoken.loose.append((index, cues, clause))
        spoken.places.append(len(spoken.said))


def _pointed_at(spoken: Spoken) -> list[Said]:
    """Return what was last said of one person: "hon" is never "de andra"."""
    if spoken.said[-1].mention.who in {Who.NAMED, Who.STRANGER}:
        return spoken.said[-1:]
    return [said for said in spoken.said if len(said.mention.numbers) == 1][-1:] or spoken.said[-1:]


def _merged(said: list[Said]) -> Mention:
    last = said[-1].mention
    numbers = frozenset().union(*(one.mention.numbers for one in said if one.mention.who is last.who))
    return Mention(numbers, last.who, last.problem, last.words)


def _assign(clause: str, mentions: list[Mention], judge: Judge, forward: re.Pattern[str], index: int) -> list[Said]:
    marks = [int(number) for number in _MARK.findall(clause)]
    gaps = [_JOINS.sub("", gap).strip() if len(marks) > 1 else gap for gap in _MARK.split(clause)[::2]]
    gaps_written = gaps
    gaps = [gap.rstrip(" :") for gap in gaps]
    negates_people = forward is _FORWARD_NOT
    cues: list[frozenset[str]] = [frozenset()] * len(marks)
    for place in range(len(marks)):
        if match := forward.search(gaps[place]):
            gaps[place] = gaps[place][: match.start()]
            cues[place] = frozenset({NOT_THEM})
            if forward is _EXCEPT and gaps[place].strip():
                # "alla svarade ja utom 2 som inte svarade"; in "alla utom 2 svarade ja" the cue is that of "alla".
                cues[place] |= judge(gaps[place + 1])
            elif forward is _EXCEPT:
                gaps[place] = gaps[place + 1]
    open_places = [place for place in range(len(marks)) if not cues[place]]
    mention = mentions[marks[open_places[0]]] if len(open_places) == 1 else None
    if mention and (parted := _parted(mention, gaps, open_places[0], judge, unsaid=forward is _EXCEPT)):
        cues[open_places[0]] = parted[0]
        first = replace(mention, numbers=mention.numbers - mention.loose, loose=frozenset())
        last = Said(replace(mention, numbers=mention.loose, loose=frozenset()), parted[1], clause, index)
        others = [Said(mentions[mark], cue, clause, index) for mark, cue in zip(marks, cues, strict=True)]
        others[open_places[0]] = Said(first, parted[0], clause, index)
        return [*others, last]
    announced = _ANNOUNCES.search(gaps_written[0]) if len(marks) == 1 and not gaps[1].strip(" .!") else None
    if announced and negates_people and not judge(gaps[0]) and not cues[0]:
        cues[0] = frozenset({BARE})  # "Seniorgänget: Vera och Egon"
    elif len(open_places) == 1:
        own = " § ".join(gaps[open_places[0] : open_places[0] + 2])
        cues[open_places[0]] = _cues_of(own, judge)
        before, after = gaps[open_places[0]], gaps[open_places[0] + 1]
        torn = _begins_something(after, judge) or (judge(before) and judge(after) and judge(before) != judge(after))
        if mentions[marks[open_places[0]]].loose and torn:
            cues[open_places[0]] = frozenset({TORN})
    elif open_places:
        cue_first = bool(judge(gaps[open_places[0]])) or _tells_before_choosing(gaps, judge)
        for place in open_places if cue_first else reversed(open_places):
            cues[place] = _cues_of(gaps[place] if cue_first else gaps[place + 1], judge)
            neighbour = place - 1 if cue_first else place + 1
            beside = 0 <= neighbour < len(marks) and mentions[marks[neighbour]].who is not Who.NONE
            if cues[place] == {BARE} and beside and cues[neighbour] != {NOT_THEM}:
                cues[place] = cues[neighbour]
        trailing = judge(gaps[-1]) if cue_first else frozenset()
        if trailing and open_places[-1] == len(marks) - 1:
            cues[-1] = cues[-1] | trailing if judge(gaps[-2]) else trailing
    return [Said(mentions[mark], cue, clause, index) for mark, cue in zip(marks, cues, strict=True)]


def _parted(
    mention: Mention, gaps: list[str], place: int, judge: Judge, *, unsaid: bool
) -> tuple[frozenset[str], frozenset[str]] | None:
    """Part "inget svar från 1, 2 ja" at the comma: the cue before is the first ones', the one after the last one's."""
    before, after = judge(gaps[place]), _cues_of(gaps[place + 1], judge)
    if not mention.loose or mention.loose == mention.numbers or after <= {BARE, UNKNOWN, ALSO} or after == before:
        return None
    if not before and after <= {TURNED, NEITHER}:
        return frozenset({TORN}), frozenset({TORN})
    if not before and unsaid and _cues_of(gaps[place], judge) == {UNKNOWN}:
        before = frozenset({UNKNOWN})  # "pratade med 1, 2 tackade nej"
    return (before, after) if before else None


def _cues_of(text: str, judge: Judge) -> frozenset[str]:
    text = " ".join(text.split())
    if _TURNED.fullmatch(text):
        return frozenset({NEITHER if "heller" in text else TURNED})
    cues = judge(text)
    if cues:
        return cues
    words = [word for word in _WORD.findall(text) if word[0] != "§"]
    if _ALSO.search(text) and all(word in harmless() or _ALSO.fullmatch(word) for word in words):
        return frozenset({ALSO})
    return frozenset({BARE if all(word in harmless() for word in words) else UNKNOWN})


def _tells_before_choosing(gaps: list[str], judge: Judge) -> bool:
    """Tell whether it is "har läst om alla och fastnar för 2 och 3", where the yes is about the last ones."""
    told = _cues_of(gaps[0], judge) == {UNKNOWN} and not gaps[-1].strip(" .!")
    return told and bool(judge(gaps[-2])) and not judge(gaps[0])


def _begins_something(text: str, judge: Judge) -> bool:
    """Tell whether what follows a list is a statement of its own, perhaps about its last member only."""
    words = _WORD.findall(text)
    return bool(words) and words[0] not in _GOES_ON | harmless() and _cues_of(text, judge) == {UNKNOWN}


def limits(spoken: Spoken, index: int, yes: str) -> bool:
    """Tell whether a yes in the sentence is narrowed by a clause like "men inte på måndagar"."""
    said_yes = any(said.sentence == index and said.cues & {yes, BARE} for said in spoken.said)
    return said_yes and any(
        (at == index and not cues and _LIMIT.match(clause)) or (at == index + 1 and _LIMIT_AFTER.match(clause))
        for at, cues, clause in spoken.loose
    )


def is_limit(clause: str) -> bool:
    """Tell whether a clause by itself narrows what was said: "inte efter femton", "bara digitalt"."""
    return bool(_LIMIT.match(clause) or _LIMIT_AFTER.match(clause))


def is_harmless(text: str) -> bool:
    """Tell whether a text holds nothing but courtesy and small words."""
    return all(word in harmless() for word in _WORD.findall(text) if word[0] != "§")
