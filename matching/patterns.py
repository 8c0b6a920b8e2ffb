"""How one term of the vocabulary is found among words: inflections, compounds, abbreviations, gaps.

A term is written as it is read. `/` parts alternatives, a trailing `*` opens the word's end, a leading `=` takes the
word as it stands, `..` lets up to three other words stand between, `@barn` is any word of a list in words.csv:
"gått/gick .. väggen", "@barn .. epilepsi". Short words never match inside others; an abbreviation in capitals matches
only as written where the small letters are an ordinary word (the list `as_written`). docs/vocabulary.md tells leads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from medverkan.matching.text import Word, plain, stem
from medverkan.matching.wordlists import listed

STEM_LETTERS = 5
# A root shorter than this begins too many other words: "struma" is not "strumpa".
LONG_ROOT = 7
GAP_WORDS = 3
ROOT_SHARE = 0.65
LONGEST_ABBREVIATION = 6
# FaR, FoU: as written only.
MIXED_CASE = 4
_ENDINGS = frozenset(
    [
        "n",
        "en",
        "et",
        "t",
        "s",
        "ar",
        "er",
        "or",
        "na",
        "r",
        "e",
        "a",
        "arna",
        "erna",
        "orna",
        "ens",
        "ets",
        "ns",
        "ade",
        "at",
    ]
) | {""}


@dataclass(frozen=True, slots=True)
class Piece:
    """One word of a term with what it may match as."""

    text: str
    low: str
    flat: str
    stem: str
    exact: bool
    capital: bool
    open: bool
    among: frozenset[str] = frozenset()

    def matches(self, word: Word) -> bool:
        """Tell whether the word is this piece, inflected, compounded or without its diacritics."""
        if self.among:
            return word.low in self.among
        if self.exact:
            return word.raw == self.text or (self.text == self.low == word.low)
        if self.capital and not word.raw[:1].isupper():
            return False
        if word.low == self.low:
            return True
        flat = plain(word.low)
        if len(self.low) < STEM_LETTERS:
            if self.open:
                return word.low.startswith(self.low)
            return word.low.startswith(self.low) and word.low[len(self.low) :] in _ENDINGS and len(self.low) > 2
        if word.low.startswith(self.low) or (flat == word.low and flat.startswith(self.flat)):
            return True
        if self.open or len(self.stem) < STEM_LETTERS:
            return False
        # Without its diacritics a word is compared by plain letters throughout.
        low, root = (word.low, self.stem) if flat != word.low else (flat, plain(self.stem))
        return low.startswith(root) and (len(root) >= LONG_ROOT or low[len(root) :] in _ENDINGS)


@lru_cache(maxsize=20_000)
def piece(text: str) -> Piece:
    """Read one word of a term."""
    if text.startswith("@"):
        return Piece(text, text, text, text, False, False, False, listed(text[1:]))
    opened = text.endswith("*")
    bare = text.rstrip("*").lstrip("=")
    low = bare.lower()
    short = bare.isupper() and len(bare) <= LONGEST_ABBREVIATION
    mixed = len(bare) <= MIXED_CASE and bare not in {low, bare.capitalize(), bare.upper()}
    exact = text.startswith("=") or mixed or (short and (len(bare) < 3 or bare in listed("as_written")))
    capital = not short and bare[:1].isupper() and len(bare) < LONGEST_ABBREVIATION
    root = stem(low)
    # The stemmer cuts "ensamheten" to "ensam": too short a root means another word.
    kept = root if len(root) >= ROOT_SHARE * len(low) else low
    return Piece(bare, low, plain(low), kept, exact, capital, opened)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term ready to be looked for; each piece may be any of its alternatives."""

    concept: str
    weight: float
    first: tuple[Piece, ...]
    further: tuple[tuple[tuple[Piece, ...], int], ...]  # pieces, each with how many words may stand before it
    letters: int
    needs: frozenset[str] = frozenset()  # keys of its rarest further piece: the sentence must hold one of them

    @property
    def gapped(self) -> bool:
        """Whether other words may stand between its pieces."""
        return any(gap for _, gap in self.further)

    def begins_with(self, word: Word) -> bool:
        """Tell whether a word is its first piece."""
        return any(piece.matches(word) for piece in self.first)

    def end(self, words: Sequence[Word], start: int) -> int:
        """Return the index after the last word of the term whose first piece is the word at `start`; -1 for none."""
        at = start + 1
        for alternatives, gap in self.further:
            for skipped in range(gap + 1):
                here = at + skipped
                if here < len(words) and any(piece.matches(words[here]) for piece in alternatives):
                    at = here + 1
                    break
            else:
                return -1
        return at


def pattern(concept: str, term: str, weight: float) -> Pattern | None:
    """Read a term of the vocabulary; None when it holds no words, or a list that there is not."""
    pieces: list[tuple[Piece, ...]] = []
    gaps: list[int] = []
    gap = 0
    for part in term.replace("-", " ").replace(",", " ").split():
        if part == "..":
            gap = GAP_WORDS
            continue
        try:
            pieces.append(tuple(piece(one) for one in part.split("/") if one.strip("*=@")))
        except KeyError:
            return None
        gaps.append(gap if len(pieces) > 1 else 0)
        gap = 0
    if not pieces or not all(pieces):
        return None
    letters = sum(max(len(p.low) for p in alternatives) for alternatives in pieces)
    further = tuple(zip(pieces[1:], gaps[1:], strict=True))
    return Pattern(concept, weight, pieces[0], further, letters, _rarest(pieces[1:]))


def filed_as(low: str) -> str:
    """Return what a word is filed under: its first letters without diacritics, two of a short word."""
    flat = plain(low)
    return flat[:STEM_LETTERS] if len(flat) >= STEM_LETTERS else flat[:2]


def filings(alternatives: Sequence[Piece]) -> frozenset[str]:
    """Return what the words that a piece may match are filed under; a longer word also under its first two letters."""
    return frozenset(filed_as(low) for one in alternatives for low in one.among or (one.low,))


def _rarest(pieces: Sequence[Sequence[Piece]]) -> frozenset[str]:
    # Most terms begin with an everyday word ("går", "inte"): that a long word is missing tells at once.
    filed = [filings(alternatives) for alternatives in pieces]
    return max(filed, key=lambda k: (min(len(one) for one in k), -len(k)), default=frozenset())
