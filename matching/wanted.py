"""The field Önskad erfarenhet: what is needed, welcome, an example, a circumstance, shut out, or no matter.

Each mention is weighed by its own words, its clause and, last, its whole sentence; something must be needed before a
sentence can only welcome.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from medverkan.matching import demands
from medverkan.matching.roles import CAPACITIES
from medverkan.matching.scope import goes_on
from medverkan.matching.text import Word, sentences
from medverkan.matching.vocabulary import Hit, Vocabulary

NEEDED, WELCOME, EXAMPLE, QUALIFIER, CONTEXT = 1.0, 0.65, 0.5, 0.5, 0.3
KNOWN_AT = 0.6
_WELCOMES = re.compile(
    r"komplettera|i andra hand|av intresse|intressant|kan (också|även|vara aktuell|bli aktuell)|"
    r"kan ibland|välkomn|meriterande|"
    r"en fördel|är ett plus|är bra om|bonus|som komplement|också aktuell|även (den|de|personer|motsvarande)"
)
_QUALIFIES = re.compile(
    r"(vänta\w*( \w+){0,6} på|till följd av|på grund av|i samband med|där det|orsakad\w* av|vid|efter|hos|"
    r"som (har |haft |har haft |fått )?(kontakt|stöd) (med|av|från)|i kombination med|samtidigt som|"
    r"parallellt med|utöver|"
    r"samt|dessutom|och (haft|har|fått|samtidigt|erfarenhet|kontakt)|både( \w+){1,4} och)"
    r"( \w+){0,3}$"
)
_FROM_HERE = frozenset(["gärna", "helst", "även", "också", "meriterande", "plus", "eventuellt", "möjligen"])
_EXAMPLES = re.compile(r"till exempel|t\.? ?ex|exempelvis|såsom|som exempel|oavsett|alla former|bland annat|bl\.? ?a")


def joined(words: Sequence[Word]) -> str:
    """Return the words in lower case as one text."""
    return " ".join(w.low for w in words)


def add_most(table: dict[str, float], concept: str, weight: float) -> None:
    """Keep the greater weight of a concept."""
    table[concept] = max(table.get(concept, 0.0), weight)


def _qualifies(words: Sequence[Word], start: int) -> bool:
    before = " ".join(w.low for w in words[max(0, start - 10) : start])
    return bool(_QUALIFIES.search(before))


# "Autism, men inte ADHD": what stands between the word and what it shuts out.
_SHUTS_OUT = re.compile(
    r"\b(inte|ej|exklusive|exkl|förutom|utom)"
    r"(( (av|för|med|till|om|de|dem|har|haft|personer|erfarenhet|diagnos|diagnosen|enbart|bara|egen|eget|egna)){0,3}|"
    r" (av|för|om|från|till|på)( \w+){0,3})$"
)
# "Syrgas är inget krav": it makes no difference, whatever is said before it.
_NO_MATTER = re.compile(
    r"\b(inget|inte något|inte ett|inte|ej) (krav|hinder|nödvändig\w*|avgörande)|"
    r"ingen förutsättning|krävs (inte|ej)|behövs (inte|ej)"
)
# "Utan att ha fått någon diagnos", but "med eller utan demens", "inte depression utan ångest".
_WITHOUT = re.compile(
    r"\butan( (att|ha|haft|få|fått|vara|själv|tidigare|diagnosen|erfarenhet|"
    r"av|egen|eget|egna|någon|något|några|pågående|känd|samtidig)){0,5}$"
)
_BUT_ALSO = re.compile(r"\b(inte|ej|varken|eller|och) (\w+ ){0,3}utan\b|\butan (även|också)\b")
# "Orsaken (tumör, skada) är oviktig": nothing in the sentence is asked for.
_CAUSE_NO_MATTER = re.compile(
    r"^(själva )?(orsak|diagnos|bakgrund|skäl|anledning|grundsjukdom|sjukdom|typ|form|varför|vilke[nt]|om |huruvida)"
    r".{0,200}\b(oviktig\w*|ointressant\w*|egal\w*|ingen roll|(ingen|utan|saknar) betydelse|mindre viktig\w*|"
    r"inte (viktig\w*|avgörande|intressant\w*)|kvittar|oväsentlig\w*)"
)
_NOT_ONLY = re.compile(r"\b(inte|ej) (bara|enbart|endast)\b")
_REGARDLESS = re.compile(
    r"\b(med (eller|och) utan|både med och utan|oavsett|oberoende av|(ingen|utan|saknar) betydelse|spelar ingen roll)"
    r"( \w+){0,6}$"
)
# What takes up the sentence again after the examples in it.
_TAKES_UP = frozenset({"som", "vilka", "vilken", "där", "när", "under", "någon", "oavsett", "inom", "och"})
_GOES_WITH = frozenset({"med", "men", "samt", "gärna", "helst"})
_EXAMPLE_WORDS = (("till", "exempel"), ("som", "exempel"), ("t", "ex"))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with what holds for all of it; `settled` where something was asked for before it."""

    words: Sequence[Word]
    welcomes: bool
    settled: bool
    opening: int
    examples: tuple[int, int]
    idle: tuple[int, int]

    def only_welcome(self, hit: Hit) -> bool:
        """Tell whether what is named is welcome; a whole sentence only where something is needed already."""
        if hit.start >= self.opening > 0:
            return True
        return self.welcomes and (self.settled or bool(_WELCOMES.search(_clause_of(self.words, hit.start))))

    def matters_not(self, hit: Hit) -> bool:
        """Tell whether what is named is said to be no demand."""
        if self.idle[0] <= hit.start < self.idle[1]:
            return True
        return not self.welcomes and bool(_NO_MATTER.search(_clause_of(self.words, hit.start)))


@dataclass(slots=True)
class Asked:
    """The field of experience as far as it is read."""

    vocabulary: Vocabulary
    concepts: dict[str, float] = field(default_factory=dict)
    excluded: set[str] = field(default_factory=set)
    related_welcome: bool = False
    qualifiers: set[str] = field(default_factory=set)
    exemplified: set[str] = field(default_factory=set)
    examples: set[str] = field(default_factory=set)

    def read(self, text: str) -> None:
        """Add what each sentence asks for."""
        for words in sentences(text):
            low = joined(words)
            excludes, welcomes = bool(demands.EXCLUDES.search(low)), bool(_WELCOMES.search(low))
            if welcomes and not excludes and demands.RELATED_WORDS.search(low):
                self.related_welcome = True
            hits = [hit for hit in self.vocabulary.find(words) if hit.concept not in CAPACITIES]
            if excludes and not self.concepts and len({w.clause for w in words}) > 1:
                # "Föräldrar till barn med autism, de med egen diagnos får en egen grupp."
                out = [hit for hit in hits if demands.EXCLUDES.search(_clause_of(words, hit.start))]
                self.excluded.update(hit.concept for hit in out)
                self._sentence(words, [hit for hit in hits if hit not in out], welcomes)
            elif excludes:
                self.excluded.update(hit.concept for hit in hits if hit.concept not in self.concepts)
            else:
                self._sentence(words, hits, welcomes)
                self._weigh_examples()
        telling = {c for c in self.excluded if self.vocabulary.breadth(c) >= 1.0}
        self.excluded = telling - set(self.concepts)

    def _sentence(self, words: Sequence[Word], hits: Sequence[Hit], welcomes: bool) -> None:
        low = joined(words)
        sentence = _Sentence(
            words,
            welcomes,
            settled=bool(self.concepts),
            opening=next((i for i, w in enumerate(words) if w.low in _FROM_HERE), len(words)),
            examples=_examples_from(words),
            idle=_idle_from(words),
        )
        aside, ended = "", 0
        for hit in hits:
            if not (aside and goes_on(words, ended, hit.start)):
                aside = _aside(words, hit.start)
            ended = hit.end
            if aside == "excluded":
                self.excluded.add(hit.concept)
                continue
            if hit.concept not in self.concepts and _EXAMPLES.search(low):
                self.exemplified.add(hit.concept)
            share = CONTEXT if aside or sentence.matters_not(hit) else self._share(sentence, hit)
            add_most(self.concepts, hit.concept, hit.weight * share)

    def _share(self, sentence: "_Sentence", hit: Hit) -> float:
        if sentence.only_welcome(hit):
            return WELCOME
        if sentence.examples[0] <= hit.start < sentence.examples[1]:
            self.examples.add(hit.concept)
        elif _qualifies(sentence.words, hit.start) and set(self.concepts) - {hit.concept}:
            if hit.concept not in self.concepts:
                self.qualifiers.add(hit.concept)
            return QUALIFIER
        return NEEDED

    def _weigh_examples(self) -> None:
        # Examples stand for the wish only where it has no name of its own.
        if any(weight >= KNOWN_AT for c, weight in self.concepts.items() if c not in self.examples):
            for c in self.examples:
                self.concepts[c] = min(self.concepts[c], EXAMPLE)


def _clause_of(words: Sequence[Word], at: int) -> str:
    return " ".join(w.low for w in words if w.clause == words[at].clause)


def _aside(words: Sequence[Word], start: int) -> str:
    """Return whether what begins at `start` is shut out ("excluded") or makes no difference ("idle")."""
    number = words[start].clause
    before = " ".join(w.low for w in words[max(0, start - 9) : start] if w.clause == number)
    if _WITHOUT.search(before) and not _BUT_ALSO.search(before):
        return "excluded"
    if _SHUTS_OUT.search(before) and not _NOT_ONLY.search(before):
        return "excluded"
    return "idle" if _REGARDLESS.search(before) else ""


def _examples_from(words: Sequence[Word]) -> tuple[int, int]:
    """Return where the examples of a sentence begin and end; past its end where it gives none."""
    for at, word in enumerate(words):
        if word.low in {"exempelvis", "såsom", "tex"} or (word.low, _low(words, at + 1)) in _EXAMPLE_WORDS:
            later = range(at + 2, len(words))
            ends = (i for i in later if words[i].clause != words[i - 1].clause and words[i].low in _TAKES_UP)
            return at, next(ends, len(words))
    return len(words), len(words)


def _idle_from(words: Sequence[Word]) -> tuple[int, int]:
    """Return where "oavsett skäl (ålder, språk, MS)" begins and ends; past the end where nothing is said to be idle."""
    if _CAUSE_NO_MATTER.search(joined(words)):
        return 0, len(words)
    for at, word in enumerate(words):
        if at and (word.low == "oavsett" or (word.low, _low(words, at + 1)) == ("oberoende", "av")):
            ends = (
                i
                for i in range(at + 2, len(words))
                if words[i].clause != words[i - 1].clause and words[i].low in _TAKES_UP | _GOES_WITH
            )
            return at, next(ends, len(words))
    return len(words), len(words)


def _low(words: Sequence[Word], at: int) -> str:
    return words[at].low if at < len(words) else ""


def read_experience(text: str, vocabulary: Vocabulary) -> Asked:
    """Return what a field of experience asks for."""
    read = Asked(vocabulary)
    read.read(text)
    return read
