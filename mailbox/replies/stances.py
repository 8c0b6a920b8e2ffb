"""Read which of the proposed people a reply says yes to, says no to, or leaves for later.

What a rule does not understand is never a yes: it either does not matter, because somebody else was plainly picked, or
it makes the reply unclear.
"""

import re
from dataclasses import dataclass, field

from medverkan.mailbox.replies import questions, refusals
from medverkan.mailbox.replies.availability import picked_but_unavailable
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
    limits,
    listen,
)
from medverkan.mailbox.replies.cues import HOLD, NO, RESERVE, YES, judge
from medverkan.mailbox.replies.cursor import Mention, Who
from medverkan.mailbox.replies.doubts import HEDGE, IF, IF_PERSON, narrows
from medverkan.mailbox.replies.mentions import Marked, mark, strangers
from medverkan.mailbox.replies.names import People

_COURTESY = re.compile(
    r"\b(hör av|säg till|ring mig|ring oss|mejla|maila|återkom|nås|når mig|fråga|undrar|meddela|skriv|tack)\b"
)
_CITES = re.compile(
    r"\b(?:guiden?|exempel\w*|instruktion\w*|ni skrev|du skrev|menas|betyder)\b"
    r"|\b(?:mejlet|mailet|brevet|listan) (?:\w+ )?(?:står|stod|säger)\b|\b(?:står|stod) (?:det )?i (?:mejlet"
    r"|mailet|brevet)\b"
)
_MAYBE = re.compile(r"\b(kanske|eventuellt|möjligen|möjligtvis|ev)\b")
_EITHER = re.compile(
    r"§\d+ (?:el|eller|alternativt|alt|kontra|vs) (?:\w+ ){0,2}§\d+|\bantingen\b|(?:\b(?:en|ett|två|tre|fyra"
    r"|någon|nån|några|ena)|§\d+|¤) av (?:§|dem|dom|dessa|er)"
    r"|\bden ena\b|\bden (?:av dem |av dessa )?som (?!du\b|ni\b|jag\b|vi\b)|\bvem som helst\b|\bvilken som\b"
    r"|\bjag och §|§\d+ och jag\b"
)
_OPENS_QUESTION = re.compile(
    r"^(?:är|har|kan (?!du|ni)|ska|skall|borde|får|skulle|vill|vet|vem|vad|vilken|vilka|hur|när|var|varför"
    r"|finns|går|tror|tycker|kommer|bor|passar)\b"
)
_YOU_CHOOSE = re.compile(
    r"\bdu (?:får |kan )?(?:gärna )?(?:väljer|välja|tycker|bestämmer|bestämma|bedömer|vill)\b|\bvälj själv\b"
    r"|\bvalfri\w*|\bspelar ingen roll\b"
)
_FEWER = re.compile(
    r"\b(?:behöv\w*|räck\w*|vill ha|ska ha|max|högst)\b(?: \w+){0,2} (?:¤|en|ett|två|tre|fyra|§\d+)|\b(?:minst"
    r"|högst)\b|¤ (?:räcker"
    r"|behövs)"
)
_HOW_MANY = re.compile(r"\b(?:vill ha|ha|behöver|önskar|söker) (§\d+)$")
_ORDER = re.compile(
    r"§\d+ (?:\w+ )?(?:före|innan|efter|framför|under|över|hellre än|snarare än|bättre än) (?:§|⁇)"
    r"|§\d+ först(?! och| (?:efter|på|i|om|kl)\b)|\bi (?:tur och )?ordning\b|§\d+ (?:, |och )?(?:därefter|därnäst) §|\bi prioritetsordning\b"
)
_FIRST_ELSE = re.compile(r"\b(?:men|fast)\b.{0,80}\b(?:först|innan)\b(?! (?:efter|på|i|om|kl|¤))")
_OBJECTS = re.compile(
    r"\b(?:men|fast)\b (?:hon|han|hen|de|dom|det|§\d+) (?:\w+ ){0,3}(?:ju|nog|kanske|långt|för (?!att|oss)\w+)\b|\blät\b"
)
_ASKS_BACK = re.compile(
    r"\b(?:vad|hur) (?:tycker|säger|tror|tänker|menar) (?:du|ni)\b|\beller(?: hur| inte)?\s*\?|\b(?:okej|ok|va) ?\?$"
)
# A word that points at somebody and was not understood: better ask than leave the person out.
_LEFT_OVER = re.compile(
    r"\b(?:första|förste|sista|siste|tredje|fjärde|femte|sjätte|översta|nedersta|understa|mitten|mittersta|näst)\b"
    r"(?! (?:gång\w*|hand|sida\w*|mötet|träff\w*|tillfälle\w*|vecka\w*|dag\w*|steg\w*|tiden|möte\w*|halvår\w*|termin\w*))"
)
# What may be told of somebody besides the picks without asking for them.
_REMARK = re.compile(
    r"\b(?:är|var|har|hade|känner|kände|träffa\w*|fråga\w*|bor|jobba\w*|arbeta\w*|kan|kunde|vill|ville|brukar|verkar"
    r"|vet|minns|tog|fick|får|deltog|medverka\w*|kom|kommer|gick|sitter|satt|ring\w*|prata\w*|såg|blev|blir|behöver|svara\w*"
    r"|tackade|sa|sade|låter|ser|avvakta\w*|återkom\w*|tillfråga\w*|funder\w*|hälsa\w*|tycker|tror)\b"
)
_ADDS_MORE = re.compile(r"^(?:och|samt|plus|även|sen|sedan|också|dessutom) (?:så |även |också |gärna )*§")
_ON_SECOND_THOUGHT = re.compile(r"\b(?:förresten|vid närmare eftertanke|trots allt|kom på att|ändrar)\b")
_SWAP_DOUBTED = re.compile(r"\b(?:inte|kan|bad|ber|ville|skulle|kanske|vet|om|gärna|eller)\b|\?")
_EXCEPTS = re.compile(r"§\d+ (?:, )?(?:utom|förutom|minus|undantaget|bortsett från) §")
_AGREED = re.compile(r"\b(?:enades|enats|eniga|överens|ense) om\b")
_SWAP = re.compile(r"\b(?:byt|byter|byta|ersätt|ersätter)(?: ut)? §(\d+) (?:mot|med) §(\d+)")
_PRAISE = re.compile(r"\b(?:ser|verkar|låter)\b|\bhelst\b")
_ACTS = re.compile(r"\b(?:kör|ta|tar|gå|går vidare|godkänn\w*|boka\w*|kontakta|ring)\b")
_WONDERS = re.compile(r"\b(?:vet (?:du|ni)|(?:jag )?undrar(?: bara| också)?) om\b")
_ONLY = re.compile(r"\binte bara\b|\binte alla\b|\binte båda\b|\binte §\d+ eller\b")


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


def read_stances(sentences: list[str], people: People) -> Stances:
    """Read who is meant and how; the first problem found is kept."""
    marked = [mark(sentence, people) for sentence in sentences]
    swaps = [_take_swaps(sentence) for sentence in marked]
    stances = Stances(spoken=listen(marked, judge), marked=marked)
    stances.named = any(sentence.mentions for sentence in marked)
    _settle(stances, people)
    stances.swapped = any(swaps)
    for out, into in (swap for found in swaps for swap in found):
        _swap(stances, out, into)
    if stances.named:
        stances.problem = stances.problem or _hazard(sentences, stances, people)
    return stances


def _take_swaps(sentence: Marked) -> list[tuple[Mention, Mention]]:
    """Take "byt 3 mot 5" out of a sentence: it changes what was said and says nothing by itself."""
    found = [] if _SWAP_DOUBTED.search(sentence.text) else _SWAP.findall(sentence.text)
    if found:
        sentence.text = _SWAP.sub("bytet", sentence.text)
    return [(sentence.mentions[int(out)], sentence.mentions[int(into)]) for out, into in found]


def _swap(stances: Stances, out: Mention, into: Mention) -> None:
    """Change one pick for another; nothing else can be swapped."""
    plain = not (out.problem or into.problem) and out.who is into.who is Who.NAMED
    if plain and out.numbers <= stances.picks and not into.numbers & stances.picks:
        stances.picks = (stances.picks - out.numbers) | into.numbers
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
            _nobody(cues, stances, everybody)
        elif cues in ({YES}, {NO}) and _ON_SECOND_THOUGHT.search(said.text):
            stances.picks -= numbers
            stances.rejects -= numbers
            (stances.picks if cues == {YES} else stances.rejects).update(numbers)
        elif cues == {YES}:
            (wide_picks if said.mention.who is Who.ALL else stances.picks).update(numbers)
        elif cues == {NO}:
            stances.rejects |= numbers
        elif cues and cues <= {HOLD, RESERVE}:
            stances.set_aside |= numbers
        if cues in ({YES}, {NO}):
            stances.understood.add(said.sentence)
    stances.picks |= wide_picks - stances.rejects - stances.set_aside
    if stances.picks & stances.rejects:
        stances.problem = stances.problem or questions.CONTRADICTION
    if stances.picks & stances.set_aside:
        stances.problem = stances.problem or questions.RESERVE_UNCLEAR


def _problem(said: Said, cues: frozenset[str], before: Said | None) -> str:
    """Return what makes one clause unsafe to act on."""
    if said.mention.problem and cues != {UNKNOWN}:
        return said.mention.problem
    if TORN in cues or said.mention.who is Who.SOMEBODY or _denies_some_of_all(said, cues):
        return questions.EITHER_OR
    # "nej till alla utom 2": whether 2 is a yes is not said.
    same = before is not None and before.sentence == said.sentence
    if (
        said.cues in ({NOT_THEM}, {TURNED})
        and same
        and before is not None
        and (NO in before.cues or before.mention.who is Who.NONE)
    ):
        return questions.EITHER_OR if before.mention.who is not Who.NAMED else ""
    if cues >= {YES, NO} and said.mention.who is not Who.NONE:
        return questions.CONTRADICTION
    return questions.RESERVE_UNCLEAR if RESERVE in cues and len(said.mention.numbers) > 1 else ""


def _denies_some_of_all(said: Said, cues: frozenset[str]) -> bool:
    """Tell whether it is "inte alla": neither a yes nor a no to each of them."""
    wide = said.mention.who in {Who.ALL, Who.THEM}
    return wide and cues == {NO} and not re.search(r"\b(nej|nix|nä|stryk|avstå|avböj|neka|avslå|tyvärr)", said.text)


def _final_cues(said: Said, before: Said | None, stances: Stances) -> frozenset[str]:
    """Turn bare names, "också" and "inte 2" into a yes or a no, as far as that is sure."""
    if said.cues in ({NOT_THEM}, {TURNED}, {NEITHER}):
        return frozenset({NO})
    if said.cues == {ALSO}:
        return before.cues if before is not None else frozenset({YES})
    if said.cues != {BARE}:
        if said.cues == {YES}:
            stances.plain = True
        return said.cues
    moods = [cues for index, cues, _ in stances.spoken.loose if said.sentence - 1 <= index <= said.sentence and cues]
    if any(NO in cues for cues in moods):
        return frozenset({YES, NO})
    same_sentence = before is not None and before.sentence == said.sentence
    if same_sentence and before is not None and before.cues & {NO, UNKNOWN} and not re.search(r"\butan\b", said.text):
        after_exception = NO in before.cues and before.mention.who is Who.NAMED and not moods
        return frozenset({YES, NO}) if after_exception else frozenset({UNKNOWN})
    return frozenset({YES})


def _numbers(said: Said, before: Said | None, everybody: set[int], named: set[int], stances: Stances) -> set[int]:
    if said.mention.who is Who.REST and not named:
        stances.problem = stances.problem or questions.NOBODY_NAMED
    if said.mention.who is Who.REST:
        return everybody - named
    if said.mention.who is Who.THEM:
        if before is not None and len(before.mention.numbers) == 2:
            return set(before.mention.numbers)
        stances.problem = stances.problem or f"Det står {len(everybody)} personer på listan. Vilka två menar du?"
    return set(said.mention.numbers)


def _denied(said: Said, spoken: Spoken) -> bool:
    """Tell whether a "nej" goes before "ingen har varit där" or "alla bor för långt bort"."""
    if said.mention.who is Who.NONE and refusals.is_lacking(said.text):
        return True
    no_before = any(at == said.sentence and cues == {NO} for at, cues, _ in spoken.loose)
    if not no_before or refusals.is_about_contact(said.text):
        return False
    return said.mention.who is Who.NONE or (said.mention.who is Who.ALL and refusals.is_against_all(said.text))


def _nobody(cues: frozenset[str], stances: Stances, everybody: set[int]) -> None:
    """Read "ingen passar": what is denied of everybody."""
    if YES in cues or cues <= {BARE, ALSO} or NO in cues:
        stances.rejects |= everybody
    else:
        stances.problem = stances.problem or questions.NOT_UNDERSTOOD


def _hazard(sentences: list[str], stances: Stances, people: People) -> str:
    """Return why a reply that names people must not be acted on, "" when nothing stands in the way."""
    wide = any(said.mention.who is Who.ALL and YES in said.cues for said in stances.spoken.said)
    for index, sentence in enumerate(stances.marked):
        text = _AGREED.sub(" ", _WONDERS.sub(" ", sentence.text))
        if _ASKS_BACK.search(text):
            return questions.ASKED
        if wide and (_FEWER.search(text) or _YOU_CHOOSE.search(text) or _admires(text)):
            return questions.EITHER_OR
        conditional = sentence.mentions and IF.search(text) and not _COURTESY.search(text)
        if narrows(text) or limits(stances.spoken, index, YES) or IF_PERSON.search(text) or conditional:
            return questions.CONDITION
        if sentence.mentions and _ORDER.search(text):
            return questions.ORDER
        if index in stances.understood and (_FIRST_ELSE.search(text) or _OBJECTS.search(text)):
            return questions.HESITATION
        if index in stances.understood and _LEFT_OVER.search(text):
            return questions.NOT_UNDERSTOOD
        if sentence.mentions:
            relevant = index in stances.understood or not stances.picks
            problem = _doubt(sentence, relevant=relevant) or _stranger(sentences[index], people, relevant=relevant)
            if problem:
                return problem
    if picked_but_unavailable(stances.marked, stances.picks):
        return questions.CONTRADICTION
    if left_out := [said for said in stances.spoken.said if _is_left_out(said, stances)]:
        return questions.who_else([people.names[number] for number in sorted(left_out[0].mention.numbers)])
    if any(_goes_on_unknown(said, stances) for said in stances.spoken.said):
        return questions.NOT_UNDERSTOOD
    if stances.plain or not stances.picks:
        return ""
    # Bare numbers are a pick; what is told of others in a sentence of its own does not change that.
    unknown = [said for said in stances.spoken.said if said.cues == {UNKNOWN}]
    apart = all(
        said.sentence not in stances.understood and not said.mention.numbers & stances.picks for said in unknown
    )
    return "" if apart else questions.NOT_UNDERSTOOD


def _is_left_out(said: Said, stances: Stances) -> bool:
    """Tell whether somebody is named beside the picks in words that may well ask for them too."""
    settled = stances.picks | stances.rejects | stances.set_aside
    other = said.cues == {UNKNOWN} and stances.picks and said.mention.numbers and not said.mention.numbers <= settled
    if said.text.startswith("hälsning"):
        return False
    return bool(other) and (bool(_ADDS_MORE.match(said.text)) or not _REMARK.search(said.text))


def _goes_on_unknown(said: Said, stances: Stances) -> bool:
    """Tell whether a list goes on in words that are not understood: "5 för hon är ung, och 1 för erfarenheten"."""
    return said.cues == {UNKNOWN} and said.sentence in stances.understood and said.text.startswith(("och §", "samt §"))


def _doubt(sentence: Marked, *, relevant: bool) -> str:
    """Return what is not settled in a sentence that names people."""
    text = sentence.text
    if _CITES.search(text):
        return questions.NOT_UNDERSTOOD
    if _EITHER.search(text) or _ONLY.search(text) or _YOU_CHOOSE.search(text):
        return questions.EITHER_OR
    hedged = any("§" in clause and HEDGE.search(clause) for clause in re.split(r"[,;]| men ", text))
    if _MAYBE.search(text) or (hedged and relevant):
        return questions.HESITATION
    if _is_question(text):
        return questions.ASKED
    count = _HOW_MANY.search(text.rstrip(" .!"))
    words = sentence.mentions[int(count[1][1:])].words if count else ""
    return f"Menar du nummer {words}, eller så många personer?" if re.fullmatch(r"\d", words) else ""


def _stranger(sentence: str, people: People, *, relevant: bool) -> str:
    stranger = next(strangers(sentence, people), "") if relevant else ""
    return f"”{stranger}” finns inte på listan." if stranger else ""


def _admires(text: str) -> bool:
    """Tell whether "alla ser bra ut" or "båda, men helst Anna" praises without deciding."""
    return "§" in text and bool(_PRAISE.search(text)) and not _ACTS.search(text)


def _is_question(text: str) -> bool:
    if not text.rstrip().endswith("?"):
        return False
    return ("§" in re.split(r"[,;:]", text)[-1] and not re.search(r"\bkan (?:du|ni)\b", text)) or bool(
        _OPENS_QUESTION.match(text.strip())
    )
