"""Why a unit's own form is not filled in. The process that opens it says a word from here, and nothing else of it."""

from enum import StrEnum


class Why(StrEnum):
    """What stands in the way, as it crosses the pipe."""

    NO_PLACE = "no-place"
    MACROS = "macros"
    CHANGES = "changes"
    PASSWORD = "password"  # noqa: S105 - a word of ours, no secret
    EMBEDDED = "embedded"
    SIGNED = "signed"
    BROKEN = "broken"


class UnfilledError(Exception):
    """The form cannot be filled in."""

    def __init__(self, why: Why) -> None:
        """Say why."""
        super().__init__(why)
        self.why = why
