"""What went wrong, told so that somebody can mend it: the kind of error and the line of ours, never what it says.

The text of an error may hold what somebody wrote.
"""

from pathlib import Path
from traceback import walk_tb

_OURS = Path(__file__).parents[1]


def failure(error: BaseException) -> str:
    """Return the kind of an error, and the innermost line of ours that it came through: "KeyError propose.py:91"."""
    places = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    ours = [f"{file.name}:{line}" for file, line in places if file.is_relative_to(_OURS)]
    return " ".join([type(error).__name__, *ours[-1:]])
