"""What one cell of a table is: a label, a label with an instruction, a label with its value, or something else."""

from medverkan.mailbox.forms.finding.entries import Entry, split_label
from medverkan.mailbox.forms.finding.shapes import may_be_label
from medverkan.mailbox.forms.finding.table_layout import BOXES
from medverkan.mailbox.forms.naming.labels import Label, label_of_text, worded_label
from medverkan.mailbox.forms.naming.placing import placed_label
from medverkan.mailbox.forms.values.fit import BAR
from medverkan.mailbox.values import Kind


class Cells:
    """Reads cells by one vocabulary, and remembers what it read: each cell is asked about many times."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.labels: dict[str, Label | None] = {}
        self.likely: dict[str, bool] = {}

    def pure(self, cell: str) -> Label | None:
        """Return the label that is all there is in a cell, None otherwise; each cell is asked about many times."""
        if cell not in self.labels:
            self.labels[cell] = self._label(cell)
        return self.labels[cell]

    def _label(self, cell: str) -> Label | None:
        text = " ".join(cell.split())
        if not text or text[0] in BOXES:
            return None
        first, _, rest = cell.strip().partition("\n")
        if rest and not first.endswith(("/", ",", "-")) and self.pure(first):
            return None
        asked = cell.rstrip().endswith((":", "?"))
        return (label_of_text if asked else worded_label)(text.rstrip(": "), self.kind)

    def begins(self, cell: str) -> bool:
        """Tell whether the first line of a cell is a label."""
        return bool(self.pure(cell) or self.instructed(cell))

    def is_likely(self, cell: str) -> bool:
        """Tell whether a cell is likely to ask for one of our fields, whatever its wording."""
        if cell not in self.likely:
            text = " ".join(cell.strip().partition("\n")[0].split()).rstrip(": ")
            label = placed_label(text, self.kind) if may_be_label(text) else None
            self.likely[cell] = label is not None and label.sure >= BAR
        return self.likely[cell]

    def instructed(self, cell: str) -> Label | None:
        """Return the label of a cell that goes on with an instruction ("Syfte" / "Beskriv kort varför")."""
        first, _, rest = cell.strip().partition("\n")
        return self.pure(first) if rest else None

    def inside(self, cell: str) -> list[Entry]:
        """Read label and value out of one cell: "Label: value", or the label on its first line."""
        lines = [line for line in cell.split("\n") if line.strip()]
        if not lines:
            return []
        if len(lines) >= 2 and (label := self.pure(lines[0])):
            return [label.entry("\n".join(lines[1:]).strip())]
        found: list[Entry] = []
        for line in lines:
            entry = self._inline(line)
            if entry:
                found.append(entry)
            elif found:
                found[-1] = found[-1]._replace(value=f"{found[-1].value}\n{line}".strip())
        return found

    def _inline(self, line: str) -> Entry | None:
        if line[0] in BOXES:
            return None
        for text, value, _ in split_label(line):
            if label := worded_label(text, self.kind):
                ticked = value in BOXES
                return label.entry(f"{value} Ja" if ticked else value)
        return None

    def is_label(self, cell: str) -> bool:
        """Tell whether a cell is or holds a label."""
        return bool(self.pure(cell) or self.inside(cell))
