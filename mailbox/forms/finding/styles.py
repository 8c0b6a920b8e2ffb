"""What the sure labels of one form have in common, for each sign that parts them from their values."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from medverkan.mailbox.forms.finding.shapes import Line, Sign, Split, is_capitals, may_be_label
from medverkan.mailbox.forms.naming.labels import Label, Strength

MIN_SURE = 3
_SHARE = 0.8
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Style:
    """How labels of one sign are set; None and False where that varies."""

    count: int
    mark: str | None
    indent: int | None
    capitals: bool
    strong: bool
    after_blank: bool
    value_follows: bool  # the value begins on the very next line
    small: bool  # labels begin with small letters

    def fits(self, line: Line, text: str) -> bool:
        """Tell whether a line with this text as its label is set as these labels are."""
        return (
            self.mark in {None, line.mark}
            and (self.indent is None or abs(line.indent - self.indent) <= 1)
            and (not self.capitals or is_capitals(text))
            and (not self.strong or line.strong)
            and (not self.after_blank or line.after_blank)
            and may_be_label(text, small=self.small or self.strong or bool(self.mark))
        )


def styles_of(sure: Iterable[tuple[Line, Split, Label]], *, guessed: bool = False) -> dict[Sign, Style]:
    """Return the style of every sign that parts at least MIN_SURE sure labels from their values.

    `guessed`: labels that are only likely count too.
    """
    by_sign: dict[Sign, list[tuple[Line, Split]]] = defaultdict(list)
    weak = Strength.GUESSED
    for line, split, label in sure:
        if label.strength > weak or guessed or split.text.endswith("?"):
            by_sign[split.sign].append((line, split))
    return {sign: _style(found) for sign, found in by_sign.items() if len(found) >= MIN_SURE}


def are_questions(sure: Iterable[tuple[Split, Label]]) -> bool:
    """Tell whether most labels that stand alone are questions, so that a question is no answer to one."""
    asked = [split.text.rstrip(" *").endswith("?") for split, _ in sure if split.sign is Sign.NONE]
    return 2 * sum(asked) > len(asked)


def _style(found: Sequence[tuple[Line, Split]]) -> Style:
    lines = [line for line, _ in found]
    return Style(
        count=len(found),
        mark=_most([line.mark for line in lines]),
        indent=_most([line.indent for line in lines]),
        capitals=_share(is_capitals(split.text) for _, split in found),
        strong=_share(line.strong for line in lines),
        after_blank=_share(line.after_blank for line in lines[1:]),
        value_follows=_share(line.before_text for line in lines),
        small=_share((split.text[:1].islower() for _, split in found), 0.5),
    )


def _most(values: Sequence[_T]) -> _T | None:
    least = _SHARE * len(values)
    if values.count(values[0]) >= least:
        return values[0]
    value, count = Counter(values).most_common(1)[0]
    return value if count >= least else None


def _share(values: Iterable[bool], least: float = _SHARE) -> bool:
    said = list(values)
    return sum(said) >= least * len(said)
