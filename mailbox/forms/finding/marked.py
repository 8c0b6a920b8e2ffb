"""Read what is chosen by its looks: "Ja / Nej" with one of them bold, underlined or marked, and boxes of Wingdings.

Only answers of one kind are options: what is bold in any other line is a label or a word that is stressed.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.values.options import is_option

MAX_LINE = 400
_OF_TYPES = (Type.YES_NO, Type.PERSPECTIVES, Type.CHANNEL, Type.FORMAT)
_LABEL_END = re.compile(r"^.*[:?]\s*|^.*\t", re.S)
_OPTION = re.compile(r"[^/\s](?:[^/\n]*[^/\s])?")
_BARE = re.compile(r"(?P<one>ja|yes)\s{1,9}(?P<other>nej|no)", re.I)
_SYMBOLS = str.maketrans(
    {"þ": TICKED, "ý": TICKED, "x": TICKED, "ü": TICKED, "¨": UNTICKED, "o": UNTICKED, "q": UNTICKED,
     "R": TICKED, "T": TICKED, "£": UNTICKED}
)  # fmt: skip
_IMAGE = re.compile(
    r"(?:kryssruta|checkbox|ruta|box)?[,: ]*(?:"
    r"(?P<no>(?:o|av)markerad|(?:ej|inte|not) (?:markerad|vald|checked)|unchecked|okryssad|tom(?: ruta)?|empty)|"
    r"markerad|ikryssad|förkryssad|kryssad|vald|checked|ticked|selected)\W*",
    re.I,
)


def chosen_by_looks(pieces: Sequence[tuple[str, bool]]) -> str:
    """Return a line whose options are ticked where they stand out (each piece with whether it does); "" for no such.

    What is said before the options stays as it is.
    """
    if len(pieces) < 2 or len({stands_out for text, stands_out in pieces if text.strip()}) < 2:
        return ""
    text = "".join(text for text, _ in pieces)
    if len(text) > MAX_LINE:
        return ""
    label = _LABEL_END.match(text)
    start = label.end() if label else 0
    if bare := _BARE.fullmatch(text[start:].strip()):
        lead = start + len(text[start:]) - len(text[start:].lstrip())
        spans = [(lead + bare.start(name), lead + bare.end(name)) for name in ("one", "other")]
    else:
        spans = [found.span() for found in _OPTION.finditer(text, start)]
    looks = [stands_out for text, stands_out in pieces for _ in text]
    return _ticked(text, start, spans, looks)


def _ticked(text: str, start: int, spans: Sequence[tuple[int, int]], looks: Sequence[bool]) -> str:
    said = [text[one:end] for one, end in spans]
    if len(said) < 2 or not any(all(is_option(kind, one) for one in said) for kind in _OF_TYPES):
        return ""
    marked = [{looks[at] for at in range(*span) if not text[at].isspace()} for span in spans]
    if any(len(one) != 1 for one in marked) or {True, False} != set().union(*marked):
        return ""
    options = (f"{TICKED if True in one else UNTICKED} {words}" for one, words in zip(marked, said, strict=True))
    return text[:start] + " ".join(options)


def symbols(text: str) -> str:
    """Return a text in Wingdings with the boxes that its letters look like."""
    return text.translate(_SYMBOLS) if len(text.strip()) <= 2 else text


def box_of_image(alt: str) -> str:
    """Return the box that a picture shows, by the words that stand for it; "" for any other picture."""
    found = _IMAGE.fullmatch(alt.strip())
    return "" if found is None else UNTICKED if found["no"] else TICKED
