"""Take away what stands around label and value line after line: "Fråga 1:" and "Svar:", quotes, dashes, drawn lines."""

import re
from collections import Counter
from collections.abc import Sequence

from medverkan.mailbox.forms.finding.entries import Entry

MIN_PROMPTS = 4
MIN_VALUES = 4
MAX_ASKED = 120
_SHARE = 0.8
_PROMPT = re.compile(
    r"^(?:(?:fråga|question|(?:ert |ditt )?svar|answer|response)\s*\d{0,2}\s*(?:[.:)–-]\s*|$)|"
    r"[FQSA]\s?\d{0,2}\s?:\s*)",
    re.IGNORECASE,
)
# "F7" on a line of its own: only the number of what is asked below.
_NUMBER = re.compile(r"(?:(?:fråga|question|[FQ]) ?\d{1,2}|\d{1,2}[.)])[.:]?", re.IGNORECASE)
_MAY_PROMPT = frozenset("fqsaedrFQSAEDR")  # what a prompt may begin with
_ANSWER = re.compile(r"^(?:(?:ert |ditt )?svar|answer|response|[SA])\s?\d{0,2}\s?[.:)–-]\s*", re.IGNORECASE)
_INLINE_ANSWER = re.compile(r"\s+(?:svar|answer|response)\s*\d{0,2}\s*:\s*", re.IGNORECASE)
_WRAPS = (("\"", "\""), ("”", "”"), ("“", "”"), ("'", "'"), ("«", "»"), ("- ", ""), ("– ", ""), ("• ", ""), ("> ", ""),
          ("", ";"), ("", ","), ("", "|"))  # fmt: skip


def without_prompts(lines: Sequence[str]) -> list[str]:
    """Take "Fråga:" and "Svar:" off lines that carry them one after the other: what is asked, a tab, the answer.

    The lines stay as many. The star that marks a question as required goes too.
    """
    lines = [line.removesuffix(" *") for line in lines]
    if sum(bool(_NUMBER.fullmatch(line)) for line in lines) >= MIN_PROMPTS:
        lines = ["" if _NUMBER.fullmatch(line) else line for line in lines]
    if sum(bool(_PROMPT.match(line)) for line in lines if line[:1] in _MAY_PROMPT) < MIN_PROMPTS:
        return list(lines)
    # "Fråga: Enhet Svar: Akuten" on one line.
    bare = [_INLINE_ANSWER.sub("\t", _PROMPT.sub("", line)) for line in lines]
    for at, line in enumerate(lines):
        above = bare[at - 1] if at else ""
        asked = above.rstrip(" .:")
        is_pair = bool(bare[at]) and bool(_ANSWER.match(line)) and not _ANSWER.match(lines[at - 1] if at else "")
        if is_pair and 1 < len(asked) <= MAX_ASKED and "\t" not in above:
            bare[at - 1], bare[at] = "", f"{asked}\t{bare[at]}"
    return bare


def unwrapped(entries: Sequence[Entry]) -> list[Entry]:
    """Take off what is around nearly every value, such as quotation marks or a dash in front."""
    values = [entry.value for entry in entries if entry.value]
    if len(values) < MIN_VALUES:
        return list(entries)
    firsts, lasts = Counter(value[0] for value in values), Counter(value[-1] for value in values)
    for before, after in _WRAPS:
        if firsts[before[:1]] < MIN_VALUES and lasts[after] < MIN_VALUES:
            continue
        around = [value for value in values if _is_wrapped(value, before, after)]
        if len(around) >= MIN_VALUES and len(around) >= _SHARE * len(values):
            return [e._replace(value=_unwrap(e.value, before, after)) for e in entries]
    return list(entries)


def _is_wrapped(value: str, before: str, after: str) -> bool:
    if before == after and value == before + after:
        # Nothing stands between the quotation marks.
        return True
    return len(value) > len(before) + len(after) and value.startswith(before) and value.endswith(after)


def _unwrap(value: str, before: str, after: str) -> str:
    if not _is_wrapped(value, before, after):
        return value
    lines = value.removesuffix(after).split("\n")
    return (
        "\n".join(line.removeprefix(before) for line in lines).strip() if before else value.removesuffix(after).strip()
    )
