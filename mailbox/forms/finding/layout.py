"""Learn how one form sets its labels from those that are known; then every line that is set that way is a label.

Without this, a question in unknown words is swallowed by the answer before it. A first pass finds the sure labels and
counts how they are set (`shapes`); where at least three are set alike, `placed_label` names the others, and one that
asks for nothing of ours becomes `_other`, which ends the value before it and is dropped.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from medverkan.mailbox.forms.finding.alternation import in_turn
from medverkan.mailbox.forms.finding.closings import is_closing, is_remark, is_ruled_title
from medverkan.mailbox.forms.finding.known import known_label, ticked_sentence
from medverkan.mailbox.forms.finding.languages import in_two_languages
from medverkan.mailbox.forms.finding.prefixes import prefixed, typed
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.finding.shapes import LOOSE, Line, Sign, Split, each_split, is_rule, may_be_label
from medverkan.mailbox.forms.finding.statements import declared, stated
from medverkan.mailbox.forms.finding.styles import MIN_SURE, are_questions, styles_of
from medverkan.mailbox.forms.finding.turns import MIN_LABELS, answers_are_close, read_in_turn
from medverkan.mailbox.forms.finding.votes import voted
from medverkan.mailbox.forms.naming.field import Field
from medverkan.mailbox.forms.naming.labels import Label, Strength
from medverkan.mailbox.forms.naming.placing import placed_label
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.values.fit import BAR
from medverkan.mailbox.forms.values.options import is_option
from medverkan.mailbox.values import Kind

Named = tuple[Label, str]

OTHER = "_other"
MAX_ABOVE = 24  # lines above the first known label
_BOXES = (TICKED, UNTICKED)
# Looked up once, for every line is asked about.
_NONE, _GUESSED = Sign.NONE, Strength.GUESSED


@dataclass(frozen=True, slots=True)
class Layout:
    """What was learnt of a run of lines.

    For each line the label it is or begins with and what follows on it, None where it holds none; the signs that are
    established; and whether labels and values stand side by side without any.
    """

    named: Sequence[Named | None]
    signs: frozenset[Sign]
    unsigned: bool


def layout_of(lines: Sequence[Line], kind: Kind, names: frozenset[str]) -> Layout:
    """Learn the layout; `names` are the folded names that, alone on a line, are a signature."""
    learner = _Learner(lines, kind, names)
    return Layout(learner.named(), frozenset(learner.styles), learner.unsigned)


class _Learner:
    def __init__(self, lines: Sequence[Line], kind: Kind, names: frozenset[str]) -> None:
        self.lines = lines
        self.kind = kind
        self.names = names
        self.result: list[Named | None] = [None] * len(lines)
        self.sure: dict[int, tuple[Split, Label]] = {}
        self.unsigned = False

    def named(self) -> list[Named | None]:
        for at, line in enumerate(self.lines):
            if line.text[:1] in _BOXES and line.text:
                self.result[at] = ticked_sentence(line.text, self.kind)
            elif found := known_label(line, self.kind) or stated(self.lines, at, self.kind):
                self.sure[at] = found
        self.sure |= in_two_languages(self.lines, self.kind)
        self.styles = styles_of((self.lines[at], split, label) for at, (split, label) in self.sure.items())
        for at in [at for at, found in self.sure.items() if found[0].sign in LOOSE - self.styles.keys()]:
            again = known_label(self.lines[at], self.kind, loose=False)
            del self.sure[at]
            self.sure |= {at: again} if again else {}
        if self.styles:
            self._drop_guesses()
            self._drop_plain_among_bold()
        self.turns = self._in_turn()
        self._drop_answers()
        if votes := voted(self.lines, self.sure, self.styles.keys(), self.kind):
            self.sure = {at: read for at, read in self.sure.items() if read[0].sign is not _NONE} | votes
            self.styles = styles_of(((self.lines[at], *read) for at, read in votes.items()), guessed=True)
        beside = {} if votes else prefixed(self.lines, self.sure, self.kind)
        self.unsigned = bool(beside)
        self.sure |= beside or typed(self.lines, self.sure, self.kind)
        for at, (split, label) in self.sure.items():
            self.result[at] = (label, split.answer)
        if Sign.COLON in self.styles and _NONE not in self.styles:
            self.result = declared([line.text for line in self.lines], self.result, self.kind)
        if len(self.sure) >= MIN_SURE:
            self._name_the_others()
        return self.result

    def _drop_guesses(self) -> None:
        """Take away labels that are only likely: in the form its layout finds them again, and elsewhere are none."""
        guessed = [at for at, (_, label) in self.sure.items() if label.strength is _GUESSED]
        for at in guessed:
            split = self.sure[at][0]
            if split.plain or (split.sign in self.styles and not split.text.endswith("?")):
                del self.sure[at]

    def _in_turn(self) -> frozenset[int] | None:
        """Return the unknown labels of a form in which nothing but their turn sets labels apart; drop the answers."""
        style = self.styles.get(_NONE)
        if style is None or style.strong or style.capitals or style.mark:
            return None
        if style.after_blank and (style.value_follows or answers_are_close(self.lines, self.sure)):
            return None
        # With a blank line below every line, nothing else tells labels and values apart.
        least = MIN_SURE if style.after_blank else MIN_LABELS
        read = read_in_turn(self.lines, self.sure, self.kind, least)
        for at in read[0] if read else ():
            del self.sure[at]
        return read[1] if read else None

    def _drop_plain_among_bold(self) -> None:
        """Take away what is worded as a label but stands in plain type under a bold one: "Kommun" / "Vikens kommun"."""
        style = self.styles.get(_NONE)
        if style is None or not style.strong:
            return
        first = min(self.sure)
        if self.lines[first].strong and self.sure[first][0].value and self.sure[first][0].sign not in self.styles:
            # The title of a form, in bold as its labels are: "Underlag: invånare i vårt arbete".
            del self.sure[first]
        for at in [at for at, (split, _) in self.sure.items() if at and split.sign is _NONE]:
            above = self.lines[at - 1]
            if not self.lines[at].strong and above.strong and style.fits(above, above.bare.rstrip(": ")):
                del self.sure[at]

    def _drop_answers(self) -> None:
        """Take away what only looks like a label: an answer in words of its own question, or of another one."""
        written = [at for at, line in enumerate(self.lines) if line.text and not is_rule(line.text)]
        seen: set[str] = set()
        for above, at, below in zip(written, written[1:], [*written[2:], -1], strict=False):
            asked, said = self.sure.get(above), self.sure.get(at)
            if asked:
                seen.add(asked[1].key)
            if not asked or not said or asked[0].value or said[0].sign is not _NONE:
                continue
            if self._is_heading(above, at):
                del self.sure[above]
            elif self._is_answer(at, below, seen, field(self.kind, asked[1].key)):
                del self.sure[at]

    def _is_heading(self, above: int, at: int) -> bool:
        """Tell whether a label heads a part of the form: right below it stands another, with its one line of value."""
        style, label = self.styles.get(_NONE), self.sure[at][1]
        if style is None or not style.after_blank or label.strength < Strength.EXACT:
            return False
        asked, (said, *value) = field(self.kind, self.sure[above][1].key), [x.text for x in self.lines[at : at + 3]]
        alone = any(value[:1]) and at + 1 not in self.sure and not any(value[1:])
        return alone and above + 1 == at and style.value_follows and not (asked and is_option(asked.type, said))

    def _is_answer(self, at: int, below: int, seen: set[str], question: Field | None) -> bool:
        """Tell whether a label that stands under a question without an answer so far is that answer."""
        (split, label), line = self.sure[at], self.lines[at]
        if split.text.endswith("?"):
            return False
        if question and is_option(question.type, line.text):
            return True
        nearly = label.strength < Strength.EXACT and below in self.sure
        # A field that has been asked for is hardly asked for again.
        again = label.key in seen and not self._has_value_below(at)
        style = self.styles.get(_NONE)
        return nearly or again or (style is not None and not line.after_blank and not style.fits(line, split.text))

    def _has_value_below(self, at: int) -> bool:
        """Tell whether the very next line can be a value, so that the label above this one is only a heading."""
        if at + 1 in self.sure or not self.lines[at].before_text:
            return False
        below = self.lines[at + 1].text
        return not is_rule(below) and not is_remark(below) and not is_closing(below, self.names)

    def _name_the_others(self) -> None:
        """Name the lines that are set as the sure labels are, and let `placed_label` look at the sure ones too."""
        turns = self.turns
        if turns is None:
            turns = in_turn(self.lines, self.result, self.kind) if _NONE in self.styles else frozenset()
        before = ""
        for at in self._reach():
            split = self.sure[at][0] if at in self.sure else self._unknown(at, turns)
            if split is None:
                continue
            known = self.sure[at][1] if at in self.sure else None
            label = placed_label(split.text, self.kind, self._beside(at, split) or self._below(at), before)
            if label is None or (known and known.strength > _GUESSED and label.sure < BAR):
                label = known or Label(OTHER, Strength.GUESSED, text=split.text)
            self.result[at] = (label if label.text else replace(label, text=split.text), split.answer)
            before = label.key

    def _reach(self) -> Iterable[int]:
        """Give the lines of the form in order: from where its labels begin to its end, or to a greeting."""
        first, last = min(self.sure), max(self.sure)
        airy = any(style.after_blank for style in self.styles.values())
        above = first - 1
        while above >= max(0, first - 3) and (not self.lines[above].text or self._inline(self.lines[above])):
            first = above if self.lines[above].text else first
            above -= 1
        first = min(self._first_alone(first), *(self.turns or ()), first)
        inside = True
        for at in range(first, len(self.lines)):
            line = self.lines[at]
            if at in self.sure:
                inside = True
            elif line.text and self._is_end(at):
                inside = False
            elif at > last and not line.text and not airy:
                return
            if inside and line.text:
                yield at

    def _first_alone(self, first: int) -> int:
        """Return where the labels begin that stand alone above the first that is known, each with a value below."""
        style = self.styles.get(_NONE)
        if (
            style is None
            or not (style.strong or style.after_blank or style.mark)
            or not (style.value_follows or style.mark)
        ):
            return first
        for at in range(first - 1, max(-1, first - MAX_ABOVE), -1):
            line = self.lines[at]
            if line.text and style.fits(line, line.bare.rstrip(": ")) and line.before_text and not self._is_end(at):
                first = at
        return first

    def _is_end(self, at: int) -> bool:
        above = self.result[at - 1] if at else None
        return is_closing(self.lines[at].text, frozenset() if above and not above[1] else self.names)

    def _unknown(self, at: int, turns: frozenset[int]) -> Split | None:
        line = self.lines[at]
        if line.text[0] in _BOXES or is_rule(line.text) or is_ruled_title(line.text):
            return None
        return self._inline(line) or self._alone(at, turns)

    def _inline(self, line: Line) -> Split | None:
        """Read an unknown label with its value on the line."""
        for split in each_split(line.bare, loose=bool(LOOSE & self.styles.keys())):
            style = self.styles.get(split.sign)
            if style and style.fits(line, split.text) and not split.is_time:
                return split
            boxes = split.value.count(TICKED) + split.value.count(UNTICKED)
            if split.sign is Sign.BOXES and boxes >= 2 and may_be_label(split.text):
                return split
        return None

    def _alone(self, at: int, turns: frozenset[int]) -> Split | None:
        """Read an unknown label that is all there is on its line."""
        line, style = self.lines[at], self.styles.get(_NONE)
        text = line.bare.rstrip(": .…") if line.bare.endswith(("...", "…")) else line.bare.rstrip(": ")
        if self._has_options_below(at) and may_be_label(text.rstrip("?")) and len(text.split()) <= 14:
            return Split(text, "", _NONE)
        if (
            style is None
            or not may_be_label(text, small=style.small or style.strong or bool(style.mark))
            or len(text.split()) > 14
        ):
            return None
        split = Split(text, "", _NONE)
        if style.mark or style.capitals or style.strong:
            return split if style.fits(line, text) else None
        above = self.result[at - 1] if at else None
        awaited = above is not None and not above[1]
        if text.rstrip(" *").endswith("?"):
            return (
                split
                if (not awaited or are_questions(self.sure.values())) and (line.after_blank or not style.after_blank)
                else None
            )
        following = self.lines[at + 1].text if at + 1 < len(self.lines) else ""
        if style.after_blank and style.value_follows:
            return split if style.fits(line, text) and following and len(text.split()) <= 8 else None
        return split if at in turns else None

    def _has_options_below(self, at: int) -> bool:
        """Tell whether the next written line is an option with a box, and no question of its own."""
        below = at + 1 if at + 1 < len(self.lines) and self.lines[at + 1].text else at + 2
        return below < len(self.lines) and self.lines[below].text[:1] in _BOXES and self.result[below] is None

    def _beside(self, at: int, split: Split) -> str:
        """Return what stands beside a label, with the next line where the sentence goes on there."""
        below = self.lines[at + 1].text if at + 1 < len(self.lines) and self.result[at + 1] is None else ""
        return f"{split.value} {below}" if split.value and below[:1].islower() else split.value

    def _below(self, at: int) -> str:
        """Return the line below a label that has nothing beside it, all lines of options; "" for another label."""
        for below in range(at + 1, min(at + 3, len(self.lines))):
            if self.lines[below].text:
                return "" if self.result[below] else self._options_from(below) or self.lines[below].text
        return ""

    def _options_from(self, at: int) -> str:
        return "\n".join(takewhile(lambda text: text and text[0] in _BOXES, (x.text for x in self.lines[at:][:20])))
