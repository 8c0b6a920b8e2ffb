"""Give every clause of a report of calls to the persons it speaks of, in the order it was told."""

import re
from collections.abc import Set
from dataclasses import dataclass, field, replace
from functools import cache

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.clauses import ALSO, NEITHER, NOT_THEM, TURNED, UNKNOWN, Said, Spoken
from medverkan.mailbox.replies.complements import answers_yes
from medverkan.mailbox.replies.counted_answers import counted
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.names import People, fold
from medverkan.mailbox.replies.outcomes import (
    ACCEPTED,
    CORE,
    DECLINED,
    EXCUSE,
    NO_ANSWER,
    NO_SHARE,
    RETRY,
    SHARE,
    is_silent,
)
from medverkan.mailbox.replies.vocabulary import either, first_names, men

_NOT_STILL_NOBODY = re.compile(r"\b(?:än|ännu)\b")
_NOBODY_REACHED = re.compile(
    r"\b(?:svar|nå|anträffbar|kontaktbar|svarat|tag (?:på|i)|fram|hemma|lyft|luren|ring\w* (?:tillbaka|upp|åter))"
)
_SAID_NEITHER = re.compile(r"\bsvara\w* (?:ja|nej)\b")
_ONE_PERSONS = re.compile(r"\b(?:hennes|hans|hens|henne|honom|hon|han|hen|numret|nummer)\b")
_UNDECIDED = re.compile(r"\b(?:bestämt sig|kunnat ge besked|kunde ge besked|svarat definitivt|sagt varken)\b")
_COULD = re.compile(
    r"\b(?:tid|möjlighet|lust|ork|intresserad\w*|kan|vill|ville|kunde|orkar|hinner)(?: tyvärr| alls| dessvärre"
    r"| vara med| delta| den här gången| denna gång| nu| i år)*$"
)
_OF_THEM = re.compile(r"§\d+ (?:av (?:dem|dom)|av de (?:två|tre|båda))\b")
# "Ingen av dem jag ringt har tid": perhaps not everybody has been called.
_OF_THOSE_CALLED = re.compile(
    r"§\d+ (?:av (?:dem|dom) )?(?:som )?(?:jag|vi) (?:har |hade |hittills )*(?:ringt|nått|pratat|talat|fått)\b"
)
_SAID_OF = re.compile(r"(?:^|\batt )(?:och |så |men |sen )?(han|hon)\b")
_TOO = re.compile(r"§\d+(?: \w+)? (?:också|med|likaså|även|heller|dito|detsamma|samma)\b|\b(?:även|likaså) §")
_JOINS_IN = re.compile(r"\b(?:är|var|vara|blir|kommer)\b.*\bmed\b")
_IS_WITH = re.compile(r"§\d+ med")
_ANY_OF_THEM = frozenset(("någon", "nån"))
_SOME_OF_ALL = re.compile(r"\b(?:inte|ej)\b")


@dataclass(slots=True)
class Heard:
    """What was told of each person, and the first reason not to act on it."""

    told: dict[int, list[tuple[float, Said]]] = field(default_factory=dict)
    about: list[set[int]] = field(default_factory=list)  # of each clause with a mention: whom it means
    summaries: list[str] = field(default_factory=list)  # "två ja", of nobody by name
    unplaced: list[frozenset[str]] = field(default_factory=list)  # answers that nobody is named for
    problem: str = ""

    def of(self, number: int) -> list[Said]:
        """Return what was told of one person, in order."""
        return [said for _, said in sorted(self.told[number], key=lambda placed: placed[0])]

    def add(self, number: int, place: float, said: Said) -> None:
        """Add a clause that was told at a place in the report."""
        self.told.setdefault(number, []).append((place, said))

    def core_of(self, numbers: Set[int]) -> frozenset[str]:
        """Return how the calls to all of them ended so far, nothing where they differ."""
        cores = {frozenset().union(*(said.cues for _, said in self.told.get(number, []))) & CORE for number in numbers}
        return cores.pop() if len(cores) == 1 else frozenset()


def attach(spoken: Spoken, people: People) -> Heard:
    """Give every clause to whom it is about; "resten" and "båda" are whoever was not, or was just, named."""
    heard = Heard()
    named = {n for said in spoken.said if said.mention.who is Who.NAMED for n in said.mention.numbers}
    before: Said | None = None
    for place, said in enumerate(spoken.said):
        numbers, said = _whom(place, before, spoken, people, named, heard)  # noqa: PLW2901 - perhaps turned round
        heard.about.append(numbers)
        said = Said(said.mention, _in_full(said, before), said.text, said.sentence)  # noqa: PLW2901
        if len(numbers) == 1 and said.cues & CORE and _is_another(said.text, people.first.get(min(numbers), "")):
            heard.problem = heard.problem or questions.NOBODY_NAMED
        for number in numbers:
            heard.add(number, place, said)
        before = said
    for loose, place in zip(spoken.loose, spoken.places, strict=True):
        if counted(loose[2]) and not any(said.sentence == loose[0] for said in spoken.said[:place]):
            heard.summaries.append(loose[2])  # "två ja: …" counts and answers for nobody
            continue
        if not _attach_loose(*loose, spoken, place, heard) and loose[1] & CORE:
            heard.unplaced.append(loose[1])
    return heard


def _is_another(text: str, first_name: str) -> bool:
    """Tell whether "han" cannot be the one named: "Ida ringde och sa att han inte kan"."""
    pronoun = _SAID_OF.search(text)
    if pronoun is None or first_name not in _sexes():
        return False
    return _sexes()[first_name] != ("han" if pronoun[1] in {"han", "honom"} else "hon")


@cache
def _sexes() -> dict[str, str]:
    """Return "han" or "hon" for every first name that only men or only women have."""
    names = dict.fromkeys(map(fold, first_names()), "hon") | dict.fromkeys(map(fold, men()), "han")
    return {name: pronoun for name, pronoun in names.items() if name not in set(map(fold, either()))}


def _whom(
    place: int, before: Said | None, spoken: Spoken, people: People, named: set[int], heard: Heard
) -> tuple[set[int], Said]:
    said = _of_those_named(place, spoken)
    numbers = set(said.mention.numbers)
    who = said.mention.who
    if who is Who.ALL:
        numbers -= _excepted(spoken)
        if _SOME_OF_ALL.search(said.text) and said.cues & {DECLINED, NO_ANSWER}:
            # "alla kan inte": none of them, or not every one?
            heard.problem = heard.problem or questions.EITHER_OR
    silent = is_silent(said.cues) and (numbers or who is Who.STRANGER)
    if said.mention.problem and not silent and not _only_adds(said, heard):
        heard.problem = heard.problem or said.mention.problem
    if who is Who.REST:
        heard.problem = heard.problem or ("" if named else questions.NOBODY_NAMED)
        numbers = set(people.numbers) - named
    elif who is Who.THEM:
        numbers = _the_two(spoken.said[:place], said.sentence)
        heard.problem = heard.problem or ("" if numbers else questions.NOBODY_NAMED)
    elif who is Who.NONE:
        said, numbers = _nobody(place, spoken, named, heard)
    return numbers, said


def _of_those_named(place: int, spoken: Spoken) -> Said:
    """Return what is said of "alla" with those whom it only counts: "Anna, Bo och Eva: alla ja", "… alla tre"."""
    said = spoken.said[place]
    before = [one for one in spoken.said[:place] if one.sentence == said.sentence and one.mention.numbers]
    if said.mention.who is not Who.ALL or not before or before[-1].mention.who is not Who.NAMED:
        return said
    named = before[-1].mention.numbers
    repeats = is_silent(said.cues) or is_silent(before[-1].cues)
    if len(named) < 2 or not repeats or said.mention.words not in {"alla", f"alla {len(named)}"}:
        return said
    return replace(said, mention=replace(said.mention, numbers=named, who=Who.NAMED, problem=""))


def _the_two(before: list[Said], sentence: int) -> set[int]:
    """Return whom "båda" means: the two named together just before, or the only two of the sentence."""
    if before and len(before[-1].mention.numbers) == 2:
        return set(before[-1].mention.numbers)
    named = {number for said in before if said.sentence == sentence for number in said.mention.numbers}
    if len(named) == 2:
        return named
    earlier = [said.mention for said in before if said.sentence == sentence - 1 and said.mention.who is Who.NAMED]
    named = {number for mention in earlier for number in mention.numbers}
    return named if len(named) == 2 else set()


def _only_adds(said: Said, heard: Heard) -> bool:
    """Tell whether "hon ska opereras" after two who said no is only one's reason: it changes nobody's answer."""
    core = heard.core_of(said.mention.numbers)
    return said.mention.problem == questions.NOBODY_NAMED and bool(core) and said.cues <= core | {EXCUSE}


def _in_full(said: Said, before: Said | None) -> frozenset[str]:
    """Return what "också", "inte heller" and "inte 3" leave unsaid, from what was said just before."""
    cues = said.cues
    earlier = before.cues & CORE if before is not None else frozenset()
    if NOT_THEM in cues:
        # "alla kan utom 4 som är bortrest"
        return frozenset({DECLINED}) if EXCUSE in cues and earlier == {ACCEPTED} else cues - {NOT_THEM}
    if cues == {ALSO} and _JOINS_IN.search(said.text):
        return frozenset({UNKNOWN})  # "är så klart med" is no "too"
    if cues == {ALSO}:  # "1 med!" says it of the first one
        alone = frozenset({UNKNOWN if "likaså" in said.text else ACCEPTED})
        if before is None and not _TOO.search(said.text):
            return frozenset({UNKNOWN})  # "först med §0"
        if before is not None and _IS_WITH.fullmatch(said.text) and before.sentence != said.sentence:
            # "3) nej" and "4) med", each on its line; "Bo med." after "Anna sa nej." is anybody's guess
            return before.cues if before.cues == {ACCEPTED} else alone if said.mention.words.isdigit() else frozenset()
        return before.cues if before is not None else alone
    if cues == {TURNED}:
        return frozenset({DECLINED}) if earlier == {ACCEPTED} else frozenset({UNKNOWN})
    if cues == {NEITHER}:
        return earlier if earlier in ({DECLINED}, {NO_ANSWER}) else frozenset({UNKNOWN})
    return cues


def _attach_loose(sentence: int, cues: frozenset[str], clause: str, spoken: Spoken, place: int, heard: Heard) -> bool:
    """Give "uppgifterna får lämnas ut" and "ringer igen imorgon" to whom the words before were about."""
    places = range(len(spoken.said))
    earlier = (
        [at for at in places[:place] if spoken.said[at].sentence == sentence]
        or [at for at in places if spoken.said[at].sentence == sentence]
        or [at for at in places if spoken.said[at].sentence == sentence - 1]
    )
    everybody = frozenset().union(*(said.mention.numbers for said in spoken.said))
    if not earlier and len(everybody) == 1:  # the whole reply is about one person
        earlier = [at for at in places if spoken.said[at].sentence < sentence][-1:]
    if not earlier:
        return not cues
    cues = cues or frozenset({UNKNOWN})
    everyones = cues <= {SHARE, NO_SHARE} and not (NO_SHARE in cues and _ONE_PERSONS.search(clause))
    # "har sökt Anna på jobbet och Bo hemma, inget svar"
    unanswered = cues == {NO_ANSWER} and is_silent(spoken.said[earlier[-1]].cues)
    last = [at for at in earlier if unanswered and spoken.said[at].text == spoken.said[earlier[-1]].text]
    for at in earlier if everyones else last or earlier[-1:]:
        for number in heard.about[at]:
            heard.add(number, place - 0.5, Said(spoken.said[at].mention, cues, clause, sentence))
    return True


def _nobody(place: int, spoken: Spoken, named: set[int], heard: Heard) -> tuple[Said, set[int]]:
    """Turn "ingen svarade" and "ingen vill" round; beside names it is said of those named just before."""
    said = spoken.said[place]
    numbers = set(said.mention.numbers)
    if not named and _OF_THOSE_CALLED.search(said.text):
        heard.problem = heard.problem or questions.NOBODY_NAMED
    if "§" not in said.text:  # "de vill fundera" after "ingen av dem har bestämt sig"
        return said, heard.about[-1] if heard.about else numbers
    if _excepted(spoken):
        numbers -= _excepted(spoken)
    elif named:
        by_name = [one for one in spoken.said if one.mention.who is Who.NAMED]
        same = [one for one in by_name if one.sentence == said.sentence]
        earlier = [one for one in spoken.said[:place] if one in by_name and one.sentence >= said.sentence - 1]
        near = [one for one in earlier if one in same] or same or earlier
        of_them = (
            [one for one in near if is_silent(one.cues)]
            if said.mention.words in _ANY_OF_THEM or _OF_THEM.search(said.text)
            else []
        )
        numbers = {number for one in of_them or near[-1:] for number in one.mention.numbers}
    cues: frozenset[str] = frozenset()
    if _NOT_STILL_NOBODY.search(said.text) and ACCEPTED in said.cues:
        numbers = set()
    elif _UNDECIDED.search(said.text):
        cues = frozenset()
    elif _SAID_NEITHER.search(said.text):
        numbers = set()  # "ingen har svarat ja"
    elif _NOBODY_REACHED.search(said.text):
        cues = frozenset({NO_ANSWER})
    elif ACCEPTED in said.cues and not answers_yes([said.text]):
        numbers = set()  # "ingen är med i körens styrelse"
    elif (ACCEPTED in said.cues or (_COULD.search(said.text) and RETRY not in said.cues)) and (
        not named or _excepted(spoken)
    ):
        cues = frozenset({DECLINED})
    else:
        numbers = set()
    if not numbers:
        heard.problem = heard.problem or questions.NOT_UNDERSTOOD
    return Said(said.mention, cues, said.text, said.sentence), numbers


def _excepted(spoken: Spoken) -> set[int]:
    """Return whom "alla utom …" leaves out; what they said must be told by itself."""
    return {number for said in spoken.said if NOT_THEM in said.cues for number in said.mention.numbers}
