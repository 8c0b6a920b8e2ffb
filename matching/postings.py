"""Which slots hold a key, each with a small amount: the lists that an index is made of, changed one slot at a time.

A slot is a person's place in the index. Arrays, not lists: five bytes an entry, so that a million people fit.
"""

from array import array
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
MOST = 255


class Postings(Generic[Key]):
    """For every key the slots that hold it, with an amount of 0–255 each, in no order."""

    __slots__ = ("_held",)

    def __init__(self) -> None:
        self._held: dict[Key, tuple[array[int], array[int]]] = {}

    def add(self, key: Key, slot: int, amount: int = 0) -> None:
        """Say that a slot holds a key; larger amounts are cut to 255."""
        slots, amounts = self._held.setdefault(key, (array("I"), array("B")))
        slots.append(slot)
        amounts.append(min(MOST, amount))

    def discard(self, key: Key, slot: int) -> None:
        """Say that a slot holds a key no more."""
        slots, amounts = self._held[key]
        at = slots.index(slot)
        last, amount = slots.pop(), amounts.pop()
        if at < len(slots):
            slots[at], amounts[at] = last, amount
        elif not slots:
            del self._held[key]

    def of(self, key: Key) -> Iterator[tuple[int, int]]:
        """Yield (slot, amount) of a key."""
        return zip(*self._held.get(key, ((), ())), strict=True)

    def slots(self, key: Key) -> "array[int] | tuple[()]":
        """Return the slots that hold a key."""
        return self._held.get(key, ((), ()))[0]

    def count(self, key: Key) -> int:
        """Return how many slots hold a key."""
        return len(self.slots(key))

    def __iter__(self) -> Iterator[Key]:
        return iter(self._held)
