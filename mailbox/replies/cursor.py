"""Who a reply speaks of, and a place in its words from which the readers of numbers, groups and names go on."""

import re
from dataclasses import dataclass
from enum import Enum

from medverkan.mailbox.replies.names import People

TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")


class Who(Enum):
    """How the people of a mention were named."""

    NAMED = "named"  # by number or name
    ALL = "all"
    NONE = "none"  # "ingen": what is said of it is said of nobody
    REST = "rest"  # all but those named elsewhere in the reply
    SOMEBODY = "somebody"  # "någon av dem"
    THEM = "them"  # "båda": the two just spoken of
    STRANGER = "stranger"  # a first name that nobody on the list has


@dataclass(frozen=True, slots=True)
class Mention:
    """People spoken of together."""

    numbers: frozenset[int]
    who: Who = Who.NAMED
    problem: str = ""  # Swedish, what cannot be told
    words: str = ""
    loose: frozenset[int] = frozenset()  # whoever was joined by a comma only: "1, 2" may also begin something new


class Cursor:
    """The words of one sentence and where reading has come to; a reader that finds nobody leaves it anywhere."""

    def __init__(self, sentence: str, people: People) -> None:
        """Begin at the first word."""
        self.tokens: list[str] = TOKEN.findall(sentence)
        self.low = [token.lower() for token in self.tokens]
        self.people = people
        self.at = 0

    def peek(self, offset: int = 0) -> str:
        """Return a word from here in lower case, "" outside the sentence."""
        index = self.at + offset
        return self.low[index] if 0 <= index < len(self.low) else ""
