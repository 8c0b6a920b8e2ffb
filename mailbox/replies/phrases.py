"""Read lists of Swedish phrases from a text file, so that a new way of saying something is one line and no pattern.

A phrase is matched against words with one space between them; how it is written stands at the top of the file.
"""

import re
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[§¶¤?]|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
_NUMBERED = re.compile(r"§\d+")
_PARTS = re.compile(r"\([^)]*\)|\S+")
_SHORT = {
    "<p>": "§/¶/hon/han/hen/honom/henne/de/dom/dem",
    "<we>": "jag/vi",
    "<can>": "kan/kunde/vill/ville/orkar/orkade/hinner/får/fick/ska/skulle/klarar/vågar/törs/passar",
    "<says>": "sa/sade/säger/skrev/skriver/tycker/tyckte/menar/menade/föreslog/föreslår/nämnde/rekommenderar"
    "/rekommenderade/bestämmer/beslutar/vill/ville/önskar/önskade/tror/trodde/hälsade/valde/väljer/gillar/gillade",
    "<not>": "inte/ej/aldrig/icke/knappast",
}


def words_of(text: str) -> str:
    """Return the words of a text in lower case, one space around each; marks lose their number."""
    return f" {' '.join(_WORD.findall(_NUMBERED.sub('§', text.lower())))} "


def lists_in(file: str) -> dict[str, list[str]]:
    """Return the lines under each [heading] of a file of words beside this one; "#" begins a remark."""
    lists: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = lists.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return lists


@cache
def phrases(file: str) -> dict[str, re.Pattern[str]]:
    """Return the pattern for each heading of a phrase file."""
    return {
        heading: re.compile(f"(?<= )(?:{'|'.join(map(pattern_of, lines))})")
        for heading, lines in lists_in(file).items()
    }


def pattern_of(phrase: str) -> str:
    """Return the pattern that one line stands for."""
    for short, full in _SHORT.items():
        phrase = phrase.replace(short, full)
    begins = r"(?<=\A )" if phrase.startswith("^") else ""
    return begins + "".join(_one(word) for word in _PARTS.findall(phrase.removeprefix("^")))


def _one(word: str) -> str:
    if word == "…":
        return r"(?:\S+ ){0,3}?"
    if word == "<x>":
        return "[a-zåäö] "
    if word == "$":
        return r"\Z"
    if word.startswith("("):
        return f"(?:{''.join(_one(part) for part in word.strip('()').split())})?"
    either = "|".join(re.escape(one).replace(r"\*", r"\S*") for one in word.split("/"))
    return f"(?:{either}) "
