"""What a person's words mean in some fifty bytes, for indexes of any size; nothing the ranking asks for is lost.

Layout: perspectives and focus areas (bits), number of strengths; each strength as concept (16 bits), side and float;
then each concept with marks, as concept and bits. Concepts are numbered as the vocabulary lists them.
"""

import struct
from collections.abc import Collection, Iterator, Sequence

from medverkan.matching.meaning import Meaning
from medverkan.matching.perspective import OWN, RELATED
from medverkan.matching.vocabulary import FOCUS_AREAS, Vocabulary

_SIDES = (OWN, RELATED)
_STRENGTH = struct.Struct("<HBf")
_MARK = struct.Struct("<HH")
_MARKS = ("denied", "passing", "past", "salient", "of_child", "of_parent", "of_partner", "of_sibling", "of_others")
_HEAD = 3
_DIGITS = 6  # a 32-bit float holds these, and strengths are products of two or three two-digit shares


def pack(meaning: Meaning, vocabulary: Vocabulary) -> bytes:
    """Return a meaning as bytes that `unpack` reads with the same vocabulary."""
    number = vocabulary.numbers
    strengths = sorted((concept, side, strength) for (side, concept), strength in meaning.strengths.items())
    marks: dict[str, int] = {}
    for bit, name in enumerate(_MARKS):
        for concept in getattr(meaning, name):
            marks[concept] = marks.get(concept, 0) | 1 << bit
    return b"".join(
        (
            bytes((_bits(meaning.perspectives, _SIDES), _bits(meaning.areas, FOCUS_AREAS), len(strengths))),
            *(_STRENGTH.pack(number[concept], _SIDES.index(side), value) for concept, side, value in strengths),
            *(_MARK.pack(number[concept], bits) for concept, bits in sorted(marks.items())),
        )
    )


def unpack(packed: bytes, vocabulary: Vocabulary) -> Meaning:
    """Return the meaning that was packed."""
    names = vocabulary.names
    end = _HEAD + packed[2] * _STRENGTH.size
    strengths = {
        (_SIDES[side], names[concept]): round(value, _DIGITS)
        for concept, side, value in _STRENGTH.iter_unpack(packed[_HEAD:end])
    }
    marked = list(_MARK.iter_unpack(packed[end:]))
    named = {
        name: frozenset(names[concept] for concept, bits in marked if bits >> bit & 1)
        for bit, name in enumerate(_MARKS)
    }
    sides, areas = frozenset(_of_bits(packed[0], _SIDES)), tuple(_of_bits(packed[1], FOCUS_AREAS))
    return Meaning(sides, strengths, areas=areas, **named)


def _bits(held: Collection[str], names: Sequence[str]) -> int:
    return sum(1 << bit for bit, name in enumerate(names) if name in held)


def _of_bits(bits: int, names: Sequence[str]) -> Iterator[str]:
    return (name for bit, name in enumerate(names) if bits >> bit & 1)
