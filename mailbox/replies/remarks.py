"""Leave out a remark that sets a place, a day or an hour right: "mötet är i rum 3, inte rum 1".

Its "inte" refuses nobody. It begins with the meeting, and behind the "inte" stands only another such place or time.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People
from medverkan.mailbox.replies.sentences import Sentence

_MEETING = (
    r"(?:mötet|träffen|lokalen|tiden|datumet|salen|adressen|\w{2,20}(?:mötet|träffen|dagen)"
    r"|vi (?:ses|sitter|träffas|håller till|är)|det (?:är|blir) i)"
)
_WHERE_OR_WHEN = (
    r"(?:¤|(?:mån|tis|ons|tors|fre|lör|sön)dag\w{0,3}|(?:rum|sal|lokal)\w{0,4}|\w{2,20}(?:rummet|salen|huset|lokalen)"
    r"|huset|entrén|aulan|matsalen|[A-ZÅÄÖ])"
)
_SETS_RIGHT = re.compile(
    rf"^\W*(?:(?:obs|förresten|btw|ps)\b[ :,!]{{0,3}})?(?:att )?{_MEETING}\b[^?;§]{{1,60}}?[,(]? (?:och |alltså )?"
    rf"inte (?:längre )?(?:i |på |kl |klockan |den |till )?{_WHERE_OR_WHEN}(?: {_WHERE_OR_WHEN})?"
    r"(?:,? som (?:det|jag) \w{2,12}| som tidigare)?"
    r"(?: (?:förut|först|alltså|nu|tidigare|sist|här|där))?\W*$",
    re.I,
)


def without_remarks(found: Sequence[Sentence], people: People) -> list[Sentence]:
    """Return the sentences, with no words to decide from in one that only sets a place or a time right."""
    return [replace(one, text="") if at and _only_remarks(one, people) else one for at, one in enumerate(found)]


def _only_remarks(sentence: Sentence, people: People) -> bool:
    return _SETS_RIGHT.match(sentence.text[:200]) is not None and not mark(sentence.text, people).mentions
