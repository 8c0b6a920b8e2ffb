"""Which of the options in a box are ticked, whatever ticks them. An unticked one says nothing."""

import re

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED

MAX_SHORT = 6
_MARK = re.compile(f"[{TICKED}{UNTICKED}]")
_CROSSED = re.compile(r"^(?:[xX][ .:]\s*(\S.*)|(\S.*?)[ :]\s*[xX])$")
_OPTION_AFTER = re.compile(f"([{TICKED}{UNTICKED}])([^{TICKED}{UNTICKED}]*)")
_OPTION_BEFORE = re.compile(f"([^{TICKED}{UNTICKED}]*)([{TICKED}{UNTICKED}])")
# "Brukare - nej", "Patient: ja", "Närstående = 1", "Enkät (ja)".
_LONGEST, _LONGEST_OPTION, _LEAST = 600, 60, 2
_MAY_ANSWER = re.compile(r"(?:[-–—:=(]|\s)\s*(?:ja|nej|yes|no|true|false|sant|falskt|[01])\b", re.I)
_BETWEEN = re.compile(r"[\n;,]|\s/\s")
_ANSWERED = re.compile(
    r"(?P<option>[^\W\d_][^:=\n]{1,60}?)\s*(?:[-–—:=(]\s*|\s)(?P<answer>ja|nej|yes|no|true|false|sant|falskt|[01])[).!]?",
    re.I,
)
_YES = frozenset(("ja", "yes", "true", "sant", "1"))


def ticked(value: str) -> list[str] | None:
    """Return the ticked options; None where the value holds no boxes at all."""
    if TICKED not in value and UNTICKED not in value:
        return (_crossed(value) if "\n" in value else None) or answered_each(value)
    # "Ja ☒ Nej ☐": the box stands after its option when a text comes first and a box last.
    before = not _MARK.match(value.strip()) and _MARK.search(value.strip()[-1:])
    pairs = [(m, t) for t, m in _OPTION_BEFORE.findall(value)] if before else _OPTION_AFTER.findall(value)
    return [option for mark, text in pairs if mark == TICKED and (option := " ".join(text.split()).strip(" ,;"))]


def _crossed(value: str) -> list[str] | None:
    """Read options that are crossed with a bare x, one option a line; None where no line is."""
    lines = [line.strip() for line in value.split("\n") if line.strip()]
    crossed = [found[1] or found[2] for line in lines if (found := _CROSSED.match(line))]
    return crossed if crossed and len(lines) > 1 else None


def answered_each(value: str) -> list[str] | None:
    """Return the options that are answered with a yes where each has an answer ("Brukare - nej"); None elsewhere."""
    if len(value) > _LONGEST or not _MAY_ANSWER.search(value):
        return None
    parts = [part.strip() for part in _BETWEEN.split(value.strip()) if part.strip()]
    answered = [_ANSWERED.fullmatch(part) for part in parts]
    if len(parts) < _LEAST or not all(answered):
        return None
    return [found["option"].strip() for found in answered if found and found["answer"].casefold() in _YES]


def answered_option(line: str) -> str:
    """Return the option that a line answers with a colon ("Brukare: Nej"), "" where it does no such thing."""
    if ":" not in line or len(line) > _LONGEST_OPTION or not _MAY_ANSWER.search(line):
        return ""
    found = _ANSWERED.fullmatch(line.strip())
    return found["option"] if found else ""


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
