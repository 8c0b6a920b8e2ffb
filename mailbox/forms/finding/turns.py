"""Tell labels from answers that are worded as labels, where both stand line below line and nothing sets them apart.

"Kontakt önskas genom" / "E-post" / "Ring mig på" / "070-…": by its words the second line is a label and the first is
none. The likeliest way to read all lines in turn decides (Viterbi's way, over label and value).
"""

from collections.abc import Mapping, Sequence

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.finding.shapes import Line, Sign, Split, is_rule, may_be_label
from medverkan.mailbox.forms.naming.field import Field, Type
from medverkan.mailbox.forms.naming.labels import Label, Strength
from medverkan.mailbox.forms.naming.placing import placed_label
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.naming.suits import is_activity
from medverkan.mailbox.forms.naming.value_kinds import tells_of_a_form
from medverkan.mailbox.forms.values.fit import BAR
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.values import Kind

MAX_LINES = 150
MIN_LABELS = 5
MIN_CLOSE = 3
_CLOSE = 0.8
MAX_ABOVE, MAX_BELOW = 40, 8
_NEVER = -50.0
_EXACT, _CLOSE, _LIKELY, _PERHAPS, _UNKNOWN = 2.0, 1.5, 1.0, 0.4, -0.3
_AS_VALUE, _AS_OPTION, _LIKELY_AS_VALUE, _AGAIN = -1.5, -0.2, -0.7, -1.5
_LEFT_OUT = 2.0
_TOLD = 0.4
_NO_ANSWER, _ANOTHER_LINE, _MORE_TEXT = -2.0, -1.0, -0.4
_MANY_LINES = frozenset((Type.TEXT, Type.LIST))

Sure = Mapping[int, tuple[Split, Label]]


def read_in_turn(
    lines: Sequence[Line], sure: Sure, kind: Kind, least: int = MIN_LABELS
) -> tuple[frozenset[int], frozenset[int]] | None:
    """Return the sure labels that are answers, and the other lines that are labels; None where all is in order.

    `least` labels must be sure. What stands above the first label belongs to no form.
    """
    if len(sure) < least:
        return None
    first, last = max(0, min(sure) - MAX_ABOVE), max(sure) + 1
    while last < len(lines) and last - max(sure) <= MAX_BELOW and (lines[last].text or least < MIN_LABELS):
        last += 1
    written = [at for at in range(first, last) if lines[at].text and not is_rule(lines[at].text)]
    if len(written) > MAX_LINES:
        return None
    return _Reader(lines, sure, kind, written).read()


def answers_are_close(lines: Sequence[Line], sure: Sure) -> bool:
    """Tell whether answers stand on the very next line, so that what a blank line parts from a label is none."""
    alone = [at for at, (split, _) in sure.items() if split.sign is Sign.NONE and not split.value]
    close = sum(lines[at].before_text and at + 1 not in sure for at in alone)
    apart = [at for at in alone if not lines[at].before_text]
    # A label that is followed by another one was left blank.
    below = (next((later for later in range(at + 1, len(lines)) if lines[later].text), -1) for at in apart)
    left = sum(at in sure for at in below)
    return close >= MIN_CLOSE and close >= _CLOSE * (len(alone) - left)


class _Reader:
    def __init__(self, lines: Sequence[Line], sure: Sure, kind: Kind, written: Sequence[int]) -> None:
        self.lines, self.sure, self.kind, self.written = lines, sure, kind, written
        self.labels = [self._label(n) for n in range(len(written))]

    def _label(self, n: int) -> Label | None:
        """Return what a line asks for if it is a label."""
        at = self.written[n]
        if at in self.sure:
            return self.sure[at][1]
        text = self.lines[at].bare.rstrip(": ")
        if self.lines[at].text[0] in (TICKED, UNTICKED) or not may_be_label(text) or len(text.split()) > 12:
            return None
        below = self.lines[self.written[n + 1]].text if n + 1 < len(self.written) else ""
        found = placed_label(text, self.kind, below)
        above = self.sure.get(self.written[n - 1]) if n else None
        if found and above and above[1].key == found.key:
            # "Plats" / "Sal 4": in words of its own question.
            found = None
        # What stands below may show that something is asked for at all.
        return found or Label("_other", Strength.GUESSED, sure=_TOLD if tells_of_a_form(below) else 0.1)

    def read(self) -> tuple[frozenset[int], frozenset[int]]:
        as_label, as_value, before = [self._as_label(0)], [_NEVER], 0.0
        asked = 0  # the label above the values that are open
        # Whether the line above is a label, for this line as label and as value; None where the form begins.
        ways: list[tuple[bool | None, bool]] = [(None, False)]
        for n in range(1, len(self.written)):
            after_label = as_label[-1] + (0.0 if self._has_value(n - 1) or self._is_headed(n) else _NO_ANSWER)
            after_value = as_value[-1]
            on_label = as_label[-1] + (_ANOTHER_LINE if self._has_value(n - 1) else 0.0) + self._as_value(n, n - 1)
            on_value = as_value[-1] + self._goes_on(n, asked) + self._as_value(n, asked)
            # The form may begin here; what stands above is then none of it, which no sure label likes.
            before -= _LEFT_OUT if self.written[n - 1] in self.sure else 0.0
            begins = max(after_label, after_value) < before
            ways.append((None if begins else after_label >= after_value, on_label >= on_value))
            as_label.append(max(after_label, after_value, before) + self._as_label(n))
            as_value.append(max(on_label, on_value))
            asked = n - 1 if on_label >= on_value else asked
        is_label = as_label[-1] + (0.0 if self._has_value(len(self.written) - 1) else _NO_ANSWER) > as_value[-1]
        found: set[int] = set()
        for n in range(len(self.written) - 1, -1, -1):
            if is_label:
                found.add(self.written[n])
            above = ways[n][0] if is_label else ways[n][1]
            if above is None:
                break
            is_label = above
        return frozenset(set(self.sure) - found), frozenset(found - set(self.sure))

    def _has_value(self, n: int) -> bool:
        at = self.written[n]
        return at in self.sure and bool(self.sure[at][0].value)

    def _as_label(self, n: int) -> float:
        label, at = self.labels[n], self.written[n]
        if label is None:
            return _NEVER
        again = self._is_again(n, label)
        if at in self.sure and self._is_numbered(n):
            return _PERHAPS
        if at in self.sure:
            return (_EXACT if label.strength is Strength.EXACT else _CLOSE) + (_AGAIN if again else 0.0)
        if again or is_activity(self.lines[at].text):
            return _UNKNOWN + _AGAIN / 2
        return _LIKELY if label.sure >= BAR and label.key != "_other" else _PERHAPS if label.sure >= 0.4 else _UNKNOWN

    def _as_value(self, n: int, above: int) -> float:
        """Return how well a line is a value of the label in a line above."""
        label, at = self.labels[n], self.written[n]
        if at in self.sure and self.sure[at][0].value:
            return _NEVER
        if self.lines[at].text.endswith("?"):
            return _AS_VALUE
        if label is None:
            return 0.3
        question = self._question(above)
        if question and is_option(question.type, self.lines[at].text):
            return _AS_OPTION
        if at in self.sure:
            return _AS_OPTION if self._is_numbered(n) else _AS_VALUE
        likely = label.sure >= BAR and label.key != "_other" and not self._is_again(n, label)
        return _LIKELY_AS_VALUE if likely else 0.0

    def _is_numbered(self, n: int) -> bool:
        """Tell whether a line is nearly a label but for the number at its end: "Avdelning 2"."""
        split, label = self.sure[self.written[n]]
        return split.text[-1:].isdigit() and label.strength < Strength.EXACT

    def _is_again(self, n: int, label: Label) -> bool:
        """Tell whether a sure label above asks for the same."""
        asked = {self.sure[at][1].key for at in self.written[:n] if at in self.sure}
        return label.key in asked and label.key != "_other" and not self._is_headed(n)

    def _is_headed(self, n: int) -> bool:
        """Tell whether the line above is a heading in words of the same question: "3. Medverkan"."""
        one, two = self.sure.get(self.written[n - 1]) if n else None, self.sure.get(self.written[n])
        return one is not None and two is not None and one[1].key == two[1].key

    def _goes_on(self, n: int, asked: int) -> float:
        """Return how likely a value takes one more line: options do, texts and lists may."""
        text, above = self.lines[self.written[n]].text, self.lines[self.written[n - 1]].text
        if text[0] in (TICKED, UNTICKED):
            return 0.0
        question = self._question(asked)
        if question and is_option(question.type, text) and is_option(question.type, above):
            return 0.0
        many = question is not None and question.type in _MANY_LINES
        if many and is_activity(text) and is_activity(above):
            return 0.0
        return _MORE_TEXT if many or len(above.split()) > 8 or text[0].islower() else _ANOTHER_LINE

    def _question(self, n: int) -> Field | None:
        label = self.labels[n]
        return field(self.kind, label.key) if label else None
