"""A piece of text at its place on a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A run of text without a wide gap; y grows downwards. Each is only equal to itself."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Return the height on the page at which it stands."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Return how high it is, never 0."""
        return max(self.bottom - self.top, 0.1)

    @property
    def centre(self) -> float:
        """Return the middle from left to right."""
        return (self.left + self.right) / 2
