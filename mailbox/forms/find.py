"""Find the fields of one vocabulary in rows: which text stands beside which label, and where a form begins and ends.

One pass over the rows. A line either names a field, goes on with the value that is open, or ends it; what decides is
spelled out in `_Scan.line`. Tables have their own rules (`tables`).
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from medverkan.mailbox.forms.closings import is_closing, is_heading, is_rule, is_ruled_title, names_of
from medverkan.mailbox.forms.consents import consent_key
from medverkan.mailbox.forms.entries import BREAK, Entry, split_label
from medverkan.mailbox.forms.field import Type
from medverkan.mailbox.forms.labels import Label, Strength, label_of_text
from medverkan.mailbox.forms.options import is_option
from medverkan.mailbox.forms.registry import field
from medverkan.mailbox.forms.rows import TICKED, UNTICKED, Row
from medverkan.mailbox.forms.tables import table_entries
from medverkan.mailbox.values import Kind

_ONE_LINERS = frozenset(
    (Type.PHONE, Type.EMAIL, Type.NAME, Type.YEAR, Type.NUMBER, Type.MONTHS, Type.DATE, Type.MUNICIPALITY)
)
_UNKNOWN_LABEL = re.compile(r"^[A-ZÅÄÖ][^:.!?,☒☐]{1,40}:(?:\s|$)")
_PROMPT = re.compile(r"^(?:fråga|question|svar|answer)\s*\d{0,2}\s*:\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"^\(?\d{1,2}[.):]\s")
_LOOKS_CONTACT = re.compile(r"@|\d[\d -]{5,}")


def find(rows: Sequence[Row], kind: Kind, sender_name: str = "") -> list[Entry]:
    """Return what stands beside each label, in order, with BREAK entries where a form may end."""
    entries: list[Entry] = []
    for table, group in groupby(rows, key=lambda row: row.table):
        if table:
            entries += table_entries(list(group), kind)
        else:
            entries += _Scan([row.cells[0] if row.cells else "" for row in group], kind, sender_name).entries()
    return entries


class _Scan:
    """The pass over a run of lines, with the value that is open."""

    def __init__(self, lines: list[str], kind: Kind, sender_name: str) -> None:
        self.kind = kind
        self.lines = lines = [part for line in _without_prompts(lines) for part in self._parted(line)]
        self.names = names_of(sender_name)
        # A dash parts label and value only where a text does so line after line.
        self.dashed = sum(" - " in line or " – " in line for line in lines) >= 4
        self.named = [self._label(line) for line in lines]
        self.gaps_allowed = self._has_gaps()
        self.found: list[Entry] = []
        self.open: Label | None = None
        self.value: list[str] = []
        self.blank = False

    def entries(self) -> list[Entry]:
        for at in range(len(self.lines)):
            self._line(at)
        self._close()
        return self.found

    def _parted(self, line: str) -> list[str]:
        """Part a line of several ticked consents; a line of options ("☒ sms ☐ brev") stays whole."""
        if self.kind is not Kind.REGISTRATION or line.count(TICKED) + line.count(UNTICKED) < 2:
            return [line]
        parts = [part.strip() for part in re.findall(f"[{TICKED}{UNTICKED}][^{TICKED}{UNTICKED}]*", line)]
        return parts if line[0] in {TICKED, UNTICKED} and all(consent_key(part) for part in parts) else [line]

    def _label(self, line: str) -> tuple[Label, str] | None:
        """Return the label a line begins with and the rest of the line."""
        if not line or is_rule(line) or is_ruled_title(line):
            return None
        if line[0] in {TICKED, UNTICKED}:
            return self._ticked_sentence(line)
        for text, value, plain in split_label(line, dashes=self.dashed):
            label = label_of_text(text, self.kind)
            if label and (label.strength > Strength.GUESSED or (plain and _like_a_label(text))):
                return label, f"{value} Ja" if value in {TICKED, UNTICKED} else value
        asked = line.endswith((":", "?"))
        if not asked and not _like_a_label(line):
            return None
        label = label_of_text(line.rstrip(": "), self.kind)
        return (label, "") if label and (asked or label.strength > Strength.GUESSED) else None

    def _ticked_sentence(self, line: str) -> tuple[Label, str] | None:
        """Read "☒ Jag samtycker till …" as a field of its own; other ticked lines are options of the open one."""
        text = line[1:].strip()
        if self.kind is not Kind.REGISTRATION or TICKED in text or UNTICKED in text:
            return None
        key = consent_key(text)
        if not key:
            label = label_of_text(text, self.kind)
            found = field(self.kind, label.key) if label and label.strength is Strength.EXACT else None
            key = found.key if found and found.type is Type.CONSENT else ""
        return (Label(key, Strength.EXACT, text=text), f"{line[0]} Ja") if key else None

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

    def _line(self, at: int) -> None:
        line, named = self.lines[at], self.named[at]
        following = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        if not line:
            self.blank = True
            return
        if is_rule(line) or is_ruled_title(line) or (following and is_rule(following) and not (named and named[1])):
            self._close()
        elif named and not self._is_value_of_open(line):
            self._close()
            self.open, rest = named
            self.value = [rest] if rest else []
        elif self._is_unknown_question(line):
            self._close()
        elif self._ends_here(line):
            self._close()
            self.found.append(Entry(BREAK))
        elif self.open is not None:
            if self._goes_on(at):
                self.value.append(line)
            else:
                self._close()
        self.blank = False

    def _is_value_of_open(self, line: str) -> bool:
        """Tell whether a line that could be a label ("Telefon") is an answer to the open question instead."""
        if self.open is None or self.value:
            return False
        asked = field(self.kind, self.open.key)
        return asked is not None and is_option(asked.type, line)

    def _is_unknown_question(self, line: str) -> bool:
        """Tell whether a line asks something this vocabulary does not know, in a form whose labels are questions."""
        if not line.endswith("?") or len(line.split()) > 14 or (self.open is not None and not self.value):
            return False
        return bool(_NUMBERED.match(line)) or sum(named is not None and not named[1] for named in self.named) >= 3

    def _ends_here(self, line: str) -> bool:
        waiting_for_name = self.open is not None and not self.value and self.open.key.endswith(("name", "_contact"))
        return is_closing(line, frozenset() if waiting_for_name else self.names)

    def _goes_on(self, at: int) -> bool:
        """Tell whether a line that names no field belongs to the value that is open."""
        assert self.open is not None  # noqa: S101 - asked only while something is open
        line = self.lines[at]
        asked = field(self.kind, self.open.key)
        kind_of_value = asked.type if asked else Type.LINE
        if line[0] in {TICKED, UNTICKED}:
            return True
        text_follows = kind_of_value is Type.TEXT and self._more_labels_after(at)
        if _UNKNOWN_LABEL.match(line) and len(line.split(":")[0].split()) <= 4:
            return not self.value and kind_of_value is Type.TEXT and not self.blank
        if not self.value:
            return not self.blank or self.gaps_allowed or text_follows
        if self.blank:
            return text_follows and not self._is_heading_before_label(at)
        if is_heading(line):
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
        following = next((i for i in range(at + 1, len(self.lines)) if self.lines[i]), None)
        short = len(line.split()) <= 5 and line[-1] not in ".!?,;"
        return is_heading(line) or (short and following is not None and self.named[following] is not None)

    def _close(self) -> None:
        if self.open is not None:
            value = "\n".join(self.value).replace("\t", " ").strip()
            self.found.append(self.open.entry(value))
        self.open, self.value = None, []


def _without_prompts(lines: list[str]) -> list[str]:
    """Take "Fråga:" and "Svar:" off lines that carry them one after the other, so that label and value remain."""
    if sum(bool(_PROMPT.match(line)) for line in lines) < 4:
        return lines
    return [_PROMPT.sub("", line) for line in lines]


def _like_a_label(text: str) -> bool:
    """Tell whether a text is written as labels are: few words, a capital or a number first, no full stop."""
    first = next((c for c in text if c.isalpha()), "a")
    return first.isupper() and len(text.split()) <= 10 and not text.endswith((".", ",", ";", "!"))


def forms_of(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Cut entries into forms: at breaks, and where the first field of a form comes again."""
    forms: list[list[Entry]] = [[]]
    found = list(entries)
    for at, entry in enumerate(found):
        current = forms[-1]
        if entry.key == BREAK or (
            entry.key in {e.key for e in current[:2]} and _comes_again(found[at : at + 4], current)
        ):
            forms.append([])
        if entry.key != BREAK:
            forms[-1].append(entry)
    return [form for form in forms if form]


def _comes_again(ahead: Sequence[Entry], current: Sequence[Entry]) -> bool:
    """Tell whether the next fields repeat those of a form that is long enough to be whole."""
    keys = {entry.key for entry in current}
    return len(keys) >= 5 and sum(entry.key in keys for entry in ahead) >= 3
