"""Establish how labels are set where hardly any is worded as the registry knows it.

Lines that are set alike are put to `placed_label`; where enough of them are likely to ask for different fields of ours,
this is a form in words of its own. Costly, so it is tried only where the known wordings established nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import islice

from medverkan.mailbox.forms.finding.shapes import Line, Sign, Split, is_capitals, may_be_label, splits
from medverkan.mailbox.forms.naming.labels import Label, Strength
from medverkan.mailbox.forms.naming.placing import placed_label
from medverkan.mailbox.forms.naming.value_kinds import tells_of_a_form
from medverkan.mailbox.forms.values.fit import BAR
from medverkan.mailbox.values import Kind

MIN_LINES = 6
MIN_FIELDS = 4
MAX_LINES = 80
MIN_HEADS = 8
MIN_TELLING = 5
MAX_WORDS = 12
_SHARE = 0.3

Read = tuple[Split, Label]


def voted(lines: Sequence[Line], sure: Mapping[int, Read], signs: Set[Sign], kind: Kind) -> dict[int, Read]:
    """Return the labels of a form in words of its own, with those that are known among them; {} for any other.

    `signs` are those that known labels have established.
    """
    if not signs and (votes := elected(lines, sure, kind)):
        return {**sure, **votes}
    if signs - {Sign.NONE} or not (plain := apparent(lines, kind)):
        return {}
    known = {at: sure[at] for at in plain if at in sure}
    return plain | known if len(plain) >= 2 * len(known) else {}


def elected(lines: Sequence[Line], sure: Mapping[int, Read], kind: Kind) -> dict[int, Read]:
    """Return the lines of the best shape with the labels they are likely to be; {} where no shape has enough."""
    by_sign: dict[Sign, dict[int, Split]] = defaultdict(dict)
    for at, line in enumerate(lines):
        for split in _ways(line):
            by_sign[split.sign].setdefault(at, split)
    best: dict[int, Read] = {}
    for shaped in by_sign.values():
        if not MIN_LINES <= len(shaped) <= MAX_LINES:
            continue
        votes = {at: read for at, split in shaped.items() if (read := sure.get(at) or _vote(lines, at, split, kind))}
        fields = {label.key for _, label in votes.values()}
        if len(fields) >= MIN_FIELDS and len(votes) >= _SHARE * len(shaped) and len(votes) > len(best):
            best = votes
    return best


def apparent(lines: Sequence[Line], kind: Kind) -> dict[int, Read]:
    """Return the lines that plainly are labels by how they are set, each above its value, whatever they say.

    {} unless enough of the values below are of kinds that forms ask for.
    """
    for sets_apart in _SET_APART:
        apart = {at for at, line in enumerate(lines) if sets_apart(line)}
        if len(apart) < MIN_HEADS:
            continue
        heads = [at for at in sorted(apart) if at + 1 not in apart and _heads_a_value(lines, at)]
        if not MIN_HEADS <= len(heads) <= MAX_LINES or len(apart) - len(heads) > len(heads) // 2:
            continue
        telling = (at for at in heads if tells_of_a_form(lines[at + 1].text))
        if sum(1 for _ in islice(telling, MIN_TELLING)) >= MIN_TELLING:
            return {at: _named(lines, at, kind) for at in heads}
    return {}


_SET_APART: tuple[Callable[[Line], bool], ...] = (
    lambda line: bool(line.text) and line.strong,
    lambda line: bool(line.text) and line.mark in {"digit", "letter", "code"},
    lambda line: bool(line.text) and line.indent == 0,
    lambda line: bool(line.text) and line.after_blank and line.before_text,
)


def _heads_a_value(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].bare.rstrip(": ")
    worded = may_be_label(text, small=True) and len(text.split()) <= MAX_WORDS
    return worded and at + 1 < len(lines) and bool(lines[at + 1].text)


def _named(lines: Sequence[Line], at: int, kind: Kind) -> Read:
    text = lines[at].bare.rstrip(": ")
    split = Split(text, "", Sign.NONE)
    return split, placed_label(text, kind, lines[at + 1].text) or Label("_other", Strength.GUESSED, text=text)


def _ways(line: Line) -> list[Split]:
    if not line.text:
        return []
    ways = [split for split in splits(line.bare, loose=True) if may_be_label(split.text)]
    alone = line.bare.rstrip(": ")
    apart = alone.endswith("?") or line.strong or line.mark or is_capitals(alone) or line.after_blank
    if not ways and apart and line.before_text and may_be_label(alone) and len(alone.split()) <= 12:
        ways = [Split(alone, "", Sign.NONE)]
    return ways


def _vote(lines: Sequence[Line], at: int, split: Split, kind: Kind) -> Read | None:
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    label = placed_label(split.text, kind, split.value or below)
    return (split, label) if label and label.sure >= BAR else None
