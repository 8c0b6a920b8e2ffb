"""Read which of the proposed people a reply says yes to, says no to, or leaves for later.

What a rule does not understand is never a yes: it either does not matter, because somebody else was plainly picked, or
it makes the reply unclear.
"""

import re
from dataclasses import dataclass, field

from medverkan.mailbox.replies import questions, refusals
from medverkan.mailbox.replies.clauses import (
    ALSO,
    BARE,
    NEITHER,
    NOT_THEM,
    TORN,
    TURNED,
    UNKNOWN,
    Said,
    Spoken,
    listen,
)
from medverkan.mailbox.replies.cues import HOLD, NO, RESERVE, YES, judge
from medverkan.mailbox.replies.cursor import Mention, Who
from medverkan.mailbox.replies.leftover import concedes
from medverkan.mailbox.replies.mentions import Marked, mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.phrases import phrases, words_of
from medverkan.mailbox.replies.reasons import tightened
from medverkan.mailbox.replies.swapping import take_swaps

_ON_SECOND_THOUGHT = re.compile(r"\b(?:förresten|vid närmare eftertanke|trots allt|kom på att|ändrar)\b")
_CONCLUDES = re.compile(r"^(?:så|alltså|därför|så alltså|alltså då) (?:det blir |då )?§\d+$")
_AND_SO = re.compile(r"(?:och|samt|plus) (?:så |sen |sedan |även |också |gärna )?§\d+ (?:för|eftersom|som)\b[^,;?§]*$")
_AND_NOT = re.compile(r"\b(?:inte|ej|nej|men|fast|kanske|nog|om|vet|tror|sjuk|bort|frågan|vänta\w*|reserv\w*|senare)\b")
_AND_TO = re.compile(r"(?:och|samt)(?: även| också)? (i|på|för|till|med) §\d+(?: som\b|$)")
_EXCEPTS = re.compile(r"§\d+ (?:, )?(?:utom|förutom|minus|undantaget|bortsett från) §")
_ALL_RESERVES = re.compile(r"\breserver(?:na)?\b|§\d+ (?:får|kan|ska) (?:gärna |alla |båda )?(?:stå|vara|ligga)\b")
# "Ingen är perfekt" denies the best of everybody, and refuses nobody.
_NOT_THE_BEST = re.compile(
    r"\b(?:är|blir|var) (?:ju |väl )?(?:perfekt|felfri|bäst|toppen|super|kanon|strålande|utmärkt|given|givna"
    r"|självskriven|klockren|jättebra|superbra|kanonbra|självklar)\b"
)


@dataclass(slots=True)
class Stances:
    """Who was picked, refused, or left for later, and what stands in the way of acting on it."""

    picks: set[int] = field(default_factory=set)
    rejects: set[int] = field(default_factory=set)
    set_aside: set[int] = field(default_factory=set)
    problem: str = ""
    named: bool = False
    swapped: bool = False
    plain: bool = False  # a pick with a yes of its own, not only a bare number
    understood: set[int] = field(default_factory=set)  # indexes of sentences that said it
    spoken: Spoken = field(default_factory=Spoken)
    marked: list[Marked] = field(default_factory=list)


def settle(sentences: list[str], people: People) -> Stances:
    """Read who is meant and how, before it is asked what speaks against acting on it."""
    marked = [tightened(mark(sentence, people)) for sentence in sentences]
    swaps = take_swaps(marked)
    stances = Stances(spoken=listen(marked, judge), marked=marked)
    stances.named = any(sentence.mentions for sentence in marked)
    _settle(stances, people)
    stances.swapped = bool(swaps)
    for out, into in swaps:
        _swap(stances, out, into)
    return stances


def _swap(stances: Stances, out: Mention, into: Mention) -> None:
    """Change one pick for another; nothing else can be swapped."""
    plain = not (out.problem or into.problem) and out.who is into.who is Who.NAMED
    if plain and out.numbers <= stances.picks and not into.numbers & stances.picks:
        stances.picks = (stances.picks - out.numbers) | into.numbers
        stances.rejects |= out.numbers
    else:
        stances.problem = stances.problem or questions.CORRECTION


def _settle(stances: Stances, people: People) -> None:
    everybody = set(people.numbers)
    named = {n for said in stances.spoken.said if said.mention.who is Who.NAMED for n in said.mention.numbers}
    before: Said | None = None
    wide_picks: set[int] = set()
    for said in stances.spoken.said:
        cues = _final_cues(said, before, stances)
        numbers = _numbers(said, before, everybody, named, stances)
        problem = _problem(said, cues, before)
        before = Said(said.mention, cues, said.text, said.sentence)
        stances.problem = stances.problem or problem
        if said.cues == {NOT_THEM} and _EXCEPTS.search(said.text) and numbers <= stances.picks:
            stances.picks -= numbers  # "de tre första utom 2"
        if cues == {UNKNOWN} and _denied(said, stances.spoken):
            stances.rejects |= everybody
            cues = frozenset({NO})
        elif said.mention.who is Who.NONE:
            _nobody(said, cues, stances, everybody)
        elif cues in ({YES}, {NO}) and _ON_SECOND_THOUGHT.search(said.text):
            stances.picks -= numbers
            stances.rejects -= numbers
            (stances.picks if cues == {YES} else stances.rejects).update(numbers)
        elif cues == {YES} and said.mention.who is Who.ALL and _only_praises(said, stances):
            pass  # "Bra förslag allihop! Ja till 2 och 3."
        elif cues == {YES} and said.mention.who is Who.REST and _only_concedes(said, stances):
            pass
        elif cues == {YES}:
            (wide_picks if said.mention.who is Who.ALL else stances.picks).update(numbers)
        elif cues == {NO}:
            stances.rejects |= numbers
        elif cues and cues <= {HOLD, RESERVE}:
            stances.set_aside |= numbers
        if cues in ({YES}, {NO}):
            stances.understood.add(said.sentence)
    stances.picks |= wide_picks - stances.rejects - stances.set_aside
    _compare(stances, named)


def _compare(stances: Stances, named: set[int]) -> None:
    """Say whom "resten" leaves out, and find who is both picked and refused."""
    rest = [said for said in stances.spoken.said if said.mention.who is Who.REST and said.cues == {YES}]
    if any(not _only_concedes(said, stances) for said in rest):
        stances.rejects |= named - stances.picks - stances.set_aside  # "1 vill inte längre, så ta resten"
    if stances.picks & stances.rejects:
        stances.problem = stances.problem or questions.CONTRADICTION
    if stances.picks & stances.set_aside:
        stances.problem = stances.problem or questions.RESERVE_UNCLEAR


def _only_praises(said: Said, stances: Stances) -> bool:
    """Tell whether everybody is praised where some are picked by name in another sentence."""
    if phrases("leftover.txt")["picks outright"].search(words_of(said.text)):
        return False
    return any(
        one.mention.who is Who.NAMED and one.sentence != said.sentence and one.cues & {YES, BARE}
        for one in stances.spoken.said
    )


def _only_concedes(said: Said, stances: Stances) -> bool:
    """Tell whether it is "resten är också bra, men …" beside somebody picked by name."""
    return concedes(stances.marked[said.sentence].text, said.text) and _only_praises(said, stances)


def _problem(said: Said, cues: frozenset[str], before: Said | None) -> str:
    """Return what makes one clause unsafe to act on."""
    if said.mention.problem and cues != {UNKNOWN}:
        return said.mention.problem
    if TORN in cues or said.mention.who is Who.SOMEBODY or _denies_some_of_all(said, cues):
        return questions.EITHER_OR
    # "nej till alla utom 2": whether 2 is a yes is not said.
    same = before is not None and before.sentence == said.sentence
    if said.cues == {NOT_THEM} and same and before is not None and YES in before.cues and _list_may_go_on(said):
        return questions.EITHER_OR
    if (
        said.cues in ({NOT_THEM}, {TURNED})
        and same
        and before is not None
        and (NO in before.cues or before.mention.who is Who.NONE)
    ):
        return questions.EITHER_OR if before.mention.who is not Who.NAMED else ""
    if cues >= {YES, NO} and said.mention.who is not Who.NONE:
        return questions.CONTRADICTION
    several = len(said.mention.numbers) > 1 and not _ALL_RESERVES.search(said.text)
    return questions.RESERVE_UNCLEAR if RESERVE in cues and several else ""


def _list_may_go_on(said: Said) -> bool:
    """Tell whether in "1, inte 2, 3" the last one may belong to the first again."""
    return bool(said.mention.loose) and re.search(r"\b(?:och|eller|samt)\b", said.mention.words) is None


def _denies_some_of_all(said: Said, cues: frozenset[str]) -> bool:
    """Tell whether it is "inte alla": neither a yes nor a no to each of them."""
    wide = said.mention.who in {Who.ALL, Who.THEM}
    return (
        wide
        and cues == {NO}
        and not re.search(
            r"\b(nej|nix|nä|stryk|avstå|avböj|neka|avsl|tyvärr|skippa"
            r"|hoppa|bort\b|underkänn|olämplig)",
            said.text,
        )
    )


def _final_cues(said: Said, before: Said | None, stances: Stances) -> frozenset[str]:
    """Turn bare names, "också" and "inte 2" into a yes or a no, as far as that is sure."""
    if said.cues in ({NOT_THEM}, {TURNED}, {NEITHER}):
        return frozenset({NO})
    if said.cues == {ALSO}:
        return before.cues if before is not None else frozenset({YES})
    if said.cues == {UNKNOWN} and (_goes_on(said, before) or _adds(said, stances)):
        said.cues = frozenset({YES})
        return said.cues
    if said.cues != {BARE}:
        if said.cues == {YES}:
            stances.plain = True
        return said.cues
    moods = [cues for index, cues, _ in stances.spoken.loose if said.sentence - 1 <= index <= said.sentence and cues]
    if any(NO in cues for cues in moods):
        return frozenset({YES, NO})
    if said.mention.words == "de två" and before is not None and before.cues == {UNKNOWN}:
        stances.plain = True
        return frozenset({YES})  # "Anna är ung och Bo har åkt permobil, de två tack"
    same_sentence = before is not None and before.sentence == said.sentence
    if (
        same_sentence
        and before is not None
        and before.cues & {NO, UNKNOWN}
        and not re.search(r"\butan\b|^(?:så|alltså|därför|då)\b", said.text)
    ):
        if said.mention.who is Who.REST and before.cues == {NO} and before.mention.who is Who.NAMED:
            return frozenset({YES})  # "inte 2, men de andra"
        after_exception = NO in before.cues and before.mention.who is Who.NAMED and not moods
        return frozenset({YES, NO}) if after_exception else frozenset({UNKNOWN})
    if _CONCLUDES.match(said.text):
        stances.plain = True  # "… Så Anna." ends what was weighed before it
    return frozenset({YES})


def _adds(said: Said, stances: Stances) -> bool:
    """Tell whether it is "Och så Bo för bredden." behind a pick, where only a reason is added."""
    sentence = stances.marked[said.sentence].text
    return bool(_AND_SO.match(sentence) and said.sentence - 1 in stances.understood and not _AND_NOT.search(sentence))


def _goes_on(said: Said, before: Said | None) -> bool:
    """Tell whether it is the second half of "landar i Anna eftersom …, och i Bo som har tid"."""
    opening = _AND_TO.match(said.text)
    same = before is not None and before.sentence == said.sentence
    return bool(opening and same and before and before.cues == {YES} and f" {opening[1]} §" in f" {before.text}")


def _numbers(said: Said, before: Said | None, everybody: set[int], named: set[int], stances: Stances) -> set[int]:
    if said.mention.who is Who.REST and not named:
        stances.problem = stances.problem or questions.NOBODY_NAMED
    if said.mention.who is Who.REST:
        return everybody - named
    if said.mention.who is Who.THEM:
        if before is not None and len(before.mention.numbers) == 2:
            return set(before.mention.numbers)
        if len(named) == 2:
            return set(named)
        stances.problem = (
            stances.problem
            or f"{questions.listed(len(everybody))}. {'Vem' if len(everybody) == 1 else 'Vilka två'} menar du?"
        )
    return set(said.mention.numbers)


def _denied(said: Said, spoken: Spoken) -> bool:
    """Tell whether a "nej" goes before "ingen har varit där" or "alla bor för långt bort"."""
    if said.mention.who is Who.NONE and refusals.is_lacking(said.text):
        return True
    no_before = any(at == said.sentence and cues == {NO} for at, cues, _ in spoken.loose) or any(
        one.sentence == said.sentence and one.mention.who is Who.ALL and one.cues == {NO} and one is not said
        for one in spoken.said
    )
    if not no_before or refusals.is_about_contact(said.text):
        return False
    return said.mention.who is Who.NONE or (said.mention.who is Who.ALL and refusals.is_against_all(said.text))


def _nobody(said: Said, cues: frozenset[str], stances: Stances, everybody: set[int]) -> None:
    """Read "ingen passar": what is denied of everybody."""
    if (YES in cues and not _NOT_THE_BEST.search(said.text)) or cues <= {BARE, ALSO} or NO in cues:
        stances.rejects |= everybody
    else:
        stances.problem = stances.problem or questions.NOT_UNDERSTOOD
