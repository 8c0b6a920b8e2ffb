"""Find the fields of one vocabulary in rows: which text stands beside which label, and where a form begins and ends.

One pass over the rows. A line either names a field, goes on with the value that is open, or ends it; what decides is
spelled out in `_Scan.line`. Tables have their own rules (`tables`).
"""

import re
from collections.abc import Sequence
from itertools import groupby

from medverkan.mailbox.forms.finding.closings import (
    is_closing,
    is_heading,
    is_instruction,
    is_remark,
    is_ruled_title,
    is_section,
    names_of,
)
from medverkan.mailbox.forms.finding.columns import in_columns, parted, together
from medverkan.mailbox.forms.finding.counted import is_next_of_several
from medverkan.mailbox.forms.finding.crossed import uncrossed
from medverkan.mailbox.forms.finding.enclosed import without_enclosed
from medverkan.mailbox.forms.finding.entries import BREAK, PART, Entry
from medverkan.mailbox.forms.finding.helped import helped, without_help
from medverkan.mailbox.forms.finding.layout import layout_of
from medverkan.mailbox.forms.finding.prompts import unwrapped, without_prompts
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED, Row
from medverkan.mailbox.forms.finding.several import MIN_HEADINGS, is_form_heading
from medverkan.mailbox.forms.finding.shapes import Sign, is_rule, looks
from medverkan.mailbox.forms.finding.statements import joined_labels
from medverkan.mailbox.forms.finding.styles import MIN_SURE
from medverkan.mailbox.forms.finding.tables import table_entries
from medverkan.mailbox.forms.finding.ticks import with_ticks
from medverkan.mailbox.forms.finding.unanswered import without_labels
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import Label, Strength, label_of_text
from medverkan.mailbox.forms.naming.registry import field
from medverkan.mailbox.forms.naming.suits import is_activity
from medverkan.mailbox.forms.values.options import is_option, perspectives
from medverkan.mailbox.forms.values.ticks import answered_option
from medverkan.mailbox.values import Kind

_ONE_LINERS = frozenset(
    (Type.PHONE, Type.EMAIL, Type.NAME, Type.YEAR, Type.NUMBER, Type.MONTHS, Type.DATE, Type.MUNICIPALITY)
)
# A mail program breaks lines at the width of the longest, where that is between these.
WIDE, MAX_WIDE = 64, 100
_UNKNOWN_LABEL = re.compile(r"^[A-ZÅÄÖ][^:.!?,☒☐]{1,40}:(?:\s|$)")
_NUMBERED = re.compile(r"^\(?\d{1,2}[.):]\s")
# "Berätta om mina erfarenheter": what one wants to do, where "… dina erfarenheter" would ask.
_MINE = re.compile(r"(?:berätta|dela|föreläsa|prata|tala|skriva)\b.{0,30}\bmin[a ]", re.I)
# "Annat: gåtur": what stands beside the last of the options.
_ANOTHER = re.compile(r"(?:annat|annan|övrigt)(?:,? (?:nämligen|ange|vad|vilken|vilket))?\s?:\s?\S", re.I)
_ACTS = frozenset(("activity", "activities"))
_CHOSEN = frozenset((Type.LINE, Type.LIST))
# No answer begins so.
_ORDER = re.compile(r"(?:beskriv|ange|kryssa|fyll i|välj) [^.!?:]{2,150}\.?$", re.I)
_LOOKS_CONTACT = re.compile(r"@|\d[\d -]{5,}")


def find(rows: Sequence[Row], kind: Kind, sender_name: str = "") -> list[Entry]:
    """Return what stands beside each label, in order, with BREAK entries where a form may end."""
    entries: list[Entry] = []
    for is_table, group in groupby(
        uncrossed(in_columns(with_ticks(rows, kind), kind), kind), key=lambda row: row.table > 0
    ):
        if is_table:
            for table in together(group):
                entries += table_entries(table, kind)
        else:
            entries += _Scan(without_help(list(group), kind), kind, sender_name).entries()
    return without_labels(helped(unwrapped([*without_enclosed(entries, kind)]), kind), kind)


class _Scan:
    """The pass over a run of lines, with the value that is open."""

    def __init__(self, rows: list[Row], kind: Kind, sender_name: str) -> None:
        self.kind = kind
        lines = joined_labels(without_prompts([row.cells[0] if row.cells else "" for row in rows]), kind)
        parts = [(part, row) for line, row in zip(lines, rows, strict=True) for part in parted(line, kind)]
        parts = [part for at, part in enumerate(parts) if part[0] or (at and parts[at - 1][0])]
        self.lines = [part for part, _ in parts]
        self.names = names_of(sender_name)
        self.rules = [is_rule(line) for line in self.lines]
        seen = looks(self.lines, [row.strong for _, row in parts], [row.indent for _, row in parts])
        layout = layout_of(seen, kind, self.names)
        self.named, self.signs, self.unsigned = layout.named, layout.signs, layout.unsigned
        longest = max(map(len, self.lines), default=0)
        self.width = max(longest, WIDE) if longest <= MAX_WIDE else longest
        self.gaps_allowed = self._has_gaps()
        headings = [at for at, line in enumerate(self.lines) if is_form_heading(line)]
        self.bold_headings = self._bold([row.strong for _, row in parts])
        self.headings = frozenset(headings if len(headings) >= MIN_HEADINGS else ())
        self.underlined = self._is_underlined()
        self.inline = False  # whether the open value began beside its label
        self.found: list[Entry] = []
        self.open: Label | None = None
        self.value: list[str] = []
        self.blank = False

    def entries(self) -> list[Entry]:
        for at, line in enumerate(self.lines):
            if line and self.open and is_next_of_several(self.open.key, self.value, line, right_below=not self.blank):
                self.value.append(line)
                self.blank = False
            else:
                self._line(at)
        self._close()
        return self.found

    def _has_gaps(self) -> bool:
        """Tell whether values stand a blank line below their labels in this text."""
        inline = direct = gapped = 0
        for at, named in enumerate(self.named):
            if named and named[1]:
                inline += 1
            elif named and at + 1 < len(self.lines):
                if self.lines[at + 1]:
                    direct += self.named[at + 1] is None
                elif at + 2 < len(self.lines) and self.lines[at + 2]:
                    gapped += self.named[at + 2] is None
        return gapped >= 3 and gapped > inline + direct

    def _bold(self, strong: Sequence[bool]) -> frozenset[int]:
        """Return the bold lines that name no field, where labels are bold and hardly anything else is."""
        labels = [bold for bold, named in zip(strong, self.named, strict=True) if named]
        others = [at for at, named in enumerate(self.named) if not named and self.lines[at]]
        bold = frozenset(at for at in others if strong[at])
        plainly = len(labels) >= MIN_SURE and sum(labels) >= 0.8 * len(labels) and 4 * len(bold) <= len(others)
        return bold if plainly else frozenset()

    def _is_underlined(self) -> bool:
        """Tell whether labels are set apart from their values by a drawn line below each."""
        alone = [at for at, named in enumerate(self.named[:-1]) if named and not named[1]]
        drawn = sum(self.rules[at + 1] for at in alone)
        return drawn >= MIN_SURE and 2 * drawn >= len(alone)

    def _line(self, at: int) -> None:
        line, named = self.lines[at], self.named[at]
        if not line:
            self.blank = True
            return
        if at in self.headings:
            self._close()
            self.found.append(Entry(PART))
            return
        is_drawn, is_last = self.rules[at], at + 1 == len(self.lines)
        if is_drawn and self.underlined and at and self.named[at - 1]:
            return
        if is_drawn or is_ruled_title(line) or (not is_last and self.rules[at + 1] and self._is_heading(named)):
            self._close()
        elif named and not (self._is_value_of_open(line) or self._is_answered_option(line)):
            self._close()
            self.open, rest = named
            follows = not is_last and self.lines[at + 1] and self.named[at + 1] is None
            if rest and (_ORDER.match(rest) or (follows and self._asks_more(rest))):
                rest = ""
            self.value = [rest] if rest else []
            self.inline = bool(rest)
        elif self._is_unknown_question(line):
            self._close()
        elif self._ends_here(line):
            self._close()
            self.found.append(Entry(BREAK))
        elif self.open is not None:
            if self._is_instruction(at):
                return
            if self._goes_on(at):
                self.value.append(line)
            else:
                self._close()
        self.blank = False

    def _asks_more(self, rest: str) -> bool:
        """Tell whether what stands beside a label is no answer: how to give it, or what else is asked for."""
        if is_instruction(rest):
            return True
        if self.open is None or not self.open.text.endswith("?"):
            return False
        further = label_of_text(rest.rstrip(". "), self.kind)
        return further is not None and further.strength > Strength.GUESSED

    def _is_heading(self, named: tuple[Label, str] | None) -> bool:
        """Tell whether a line with a drawn line below it is a heading, and no label or value."""
        return not (named[1] or self.underlined) if named else not self.open or bool(self.value)

    def _is_value_of_open(self, line: str) -> bool:
        """Tell whether a line that could be a label ("Telefon") is an answer to the open question instead."""
        if self.open is None or self.value:
            return False
        asked = field(self.kind, self.open.key)
        if asked is not None and asked.type in _CHOSEN and not self.blank and _ANOTHER.match(line):
            return True
        if asked is not None and asked.type is Type.LIST and not self.blank and _MINE.match(line):
            return True
        # "Läst om personuppgifter: ja" answers a question of its own.
        own = asked is not None and asked.type is Type.CONSENT and ":" in line
        return asked is not None and not own and is_option(asked.type, line)

    def _is_answered_option(self, line: str) -> bool:
        """Tell whether a line answers one option of the open question: "Brukare: Nej"."""
        said = answered_option(line) if self.open is not None and not (self.inline or self.blank) else ""
        asked = field(self.kind, self.open.key) if said and self.open else None
        if asked is None:
            return False
        return bool(perspectives(said)) if asked.type is Type.PERSPECTIVES else asked.key in _ACTS and is_activity(said)

    def _is_unknown_question(self, line: str) -> bool:
        """Tell whether a line asks something this vocabulary does not know, where no layout tells."""
        if self.signs or not line.endswith("?") or len(line.split()) > 14 or (self.open is not None and not self.value):
            return False
        return bool(_NUMBERED.match(line)) or sum(named is not None and not named[1] for named in self.named) >= 3

    def _ends_here(self, line: str) -> bool:
        # A name right under a label is its value, also the sender's own.
        right_under = (
            self.open is not None
            and not self.value
            and (not self.blank or self.open.key.endswith(("name", "_contact")))
        )
        return is_closing(line, frozenset() if right_under else self.names)

    def _is_instruction(self, at: int) -> bool:
        """Tell whether a line right under a label says how to fill it in: brackets show it, or an answer follows."""
        line = self.lines[at]
        if self.value or self.inline or self.blank or not is_instruction(line):
            return False
        following = at + 1 < len(self.lines) and bool(self.lines[at + 1]) and self.named[at + 1] is None
        return line[0] == "(" or following or bool(_ORDER.match(line))

    def _goes_on(self, at: int) -> bool:
        """Tell whether a line that names no field belongs to the value that is open."""
        assert self.open is not None  # noqa: S101 - asked only while something is open
        line = self.lines[at]
        asked = field(self.kind, self.open.key)
        kind_of_value = asked.type if asked else Type.LINE
        if line[0] in {TICKED, UNTICKED} or self._is_answered_option(line):
            return True
        text_follows = kind_of_value is Type.TEXT and self._more_labels_after(at)
        if at in self.bold_headings or (is_section(line) and self._label_is_next(at)):
            return False
        if (not self.signs or Sign.COLON in self.signs) and _UNKNOWN_LABEL.match(line) and _few_words(line):
            return not self.value and kind_of_value is Type.TEXT and not self.blank
        if not self.value:
            return not self.blank or self.gaps_allowed or text_follows
        if self.blank:
            return text_follows and not self._is_heading_before_label(at)
        if is_heading(line):
            return False
        if self._is_remark(at, kind_of_value) or (self.unsigned and not self._is_wrapped(at)):
            return False
        if kind_of_value in _ONE_LINERS and not self.open.extra and self.open.key != "_contact":
            return kind_of_value is Type.NAME and bool(_LOOKS_CONTACT.search(line))
        return True

    def _more_labels_after(self, at: int) -> bool:
        for later in range(at + 1, min(at + 25, len(self.lines))):
            if self.named[later]:
                return True
            if is_closing(self.lines[later], self.names):
                return False
        return False

    def _is_heading_before_label(self, at: int) -> bool:
        line = self.lines[at]
        short = len(line.split()) <= 5 and line[-1] not in ".!?,;"
        return is_heading(line) or (short and self._label_is_next(at))

    def _label_is_next(self, at: int) -> bool:
        following = next((i for i in range(at + 1, len(self.lines)) if self.lines[i]), None)
        return following is not None and self.named[following] is not None

    def _is_remark(self, at: int, kind_of_value: Type) -> bool:
        """Tell whether a line under the last answer of a form is a remark of its own, not the answer's next line."""
        if is_remark(self.lines[at]) and not self._more_labels_after(at):
            return True
        if kind_of_value is not Type.LINE:
            return False
        return not self._is_wrapped(at) and not self._more_labels_after(at)

    def _is_wrapped(self, at: int) -> bool:
        """Tell whether a line goes on with the sentence above it, or with a value that did not begin beside a label."""
        line, above = self.lines[at], self.lines[at - 1] if at else ""
        if not self.inline or line[0].islower() or not line[0].isalpha() or above.endswith((",", "-", "och", "eller")):
            return True
        return len(above) + 1 + len(line.split()[0]) > self.width

    def _close(self) -> None:
        if self.open is not None:
            value = "\n".join(self.value).replace("\t", " ").strip()
            self.found.append(self.open.entry(value))
        self.open, self.value = None, []


def _few_words(line: str) -> bool:
    return len(line.partition(":")[0].split()) <= 4
