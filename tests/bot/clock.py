"""A clock that tests move by hand. It stands on a working morning."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

# A Tuesday, 09.30 in Stockholm, far from every red day.
START = datetime(2026, 2, 10, 8, 30, tzinfo=UTC)


@dataclass
class Clock:
    """The time, moved by hand. Call it for now."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> datetime:
        """Move on by timedelta(**step)."""
        self.now += timedelta(**step)
        return self.now
