"""Labels in two languages, "Antal personer / Number of people", line after line in one form.

One part alone may be an answer; that both parts ask for the same, several times over, is how such a form is known.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from medverkan.mailbox.forms.finding.shapes import Line, Sign, Split, like_a_label
from medverkan.mailbox.forms.naming.labels import Label, worded_label
from medverkan.mailbox.values import Kind

MIN_BOTH = 3
MAX_LABEL = 90
_PARTED = re.compile(r"\s[/|–-]\s|/")


def in_two_languages(lines: Sequence[Line], kind: Kind) -> Mapping[int, tuple[Split, Label]]:
    """Return the lines that are a label in two languages and nothing else; {} where hardly any is."""
    parted = {
        at: parts
        for at, line in enumerate(lines)
        if " / " in line.text or " | " in line.text or " – " in line.text or " - " in line.text
        if len(line.text) <= MAX_LABEL and len(parts := _PARTED.split(line.bare.rstrip(": "), maxsplit=3)) == 2
    }
    if len(parted) < MIN_BOTH:
        return {}
    read = {at: [worded_label(part.strip(), kind) for part in parts] for at, parts in parted.items()}
    if sum(_agree(labels) for labels in read.values()) < MIN_BOTH:
        return {}
    return {
        at: (Split(text, "", Sign.NONE), replace(label, text=text))
        for at, labels in read.items()
        if (label := next(filter(None, labels), None))
        and (text := lines[at].bare.rstrip(": "))
        and all(like_a_label(part.strip()) for part in parted[at])
        and (None in labels or _agree(labels))
    }


def _agree(labels: Sequence[Label | None]) -> bool:
    keys = {label.key if label else "" for label in labels}
    return len(keys) == 1 and "" not in keys
