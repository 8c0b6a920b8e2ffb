"""Which of the options in a box are ticked, whatever ticks them. An unticked one says nothing."""

import re

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED

MAX_SHORT = 6
_MARK = re.compile(f"[{TICKED}{UNTICKED}]")
_CROSSED = re.compile(r"^(?:[xX][ .:]\s*(\S.*)|(\S.*?)[ :]\s*[xX])$")
_OPTION_AFTER = re.compile(f"([{TICKED}{UNTICKED}])([^{TICKED}{UNTICKED}]*)")
_OPTION_BEFORE = re.compile(f"([^{TICKED}{UNTICKED}]*)([{TICKED}{UNTICKED}])")


def ticked(value: str) -> list[str] | None:
    """Return the ticked options; None where the value holds no boxes at all."""
    if TICKED not in value and UNTICKED not in value:
        return _crossed(value) if "\n" in value else None
    # "Ja ☒ Nej ☐": the box stands after its option when a text comes first and a box last.
    before = not _MARK.match(value.strip()) and _MARK.search(value.strip()[-1:])
    pairs = [(m, t) for t, m in _OPTION_BEFORE.findall(value)] if before else _OPTION_AFTER.findall(value)
    return [option for mark, text in pairs if mark == TICKED and (option := " ".join(text.split()).strip(" ,;"))]


def _crossed(value: str) -> list[str] | None:
    """Read options that are crossed with a bare x, one option a line; None where no line is."""
    lines = [line.strip() for line in value.split("\n") if line.strip()]
    crossed = [found[1] or found[2] for line in lines if (found := _CROSSED.match(line))]
    return crossed if crossed and len(lines) > 1 else None


def chosen(value: str) -> str:
    """Return what is said: the ticked options one per line, or the text itself where there are no boxes."""
    options = ticked(value)
    return value if options is None else "\n".join(options)


def listed(value: str) -> str:
    """Return what is said: short ticked options as a list on one line, longer ones one a line."""
    options = ticked(value)
    if options is None:
        return value
    return (", " if all(len(option.split()) <= MAX_SHORT for option in options) else "\n").join(options)
