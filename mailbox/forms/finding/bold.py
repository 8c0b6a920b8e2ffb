"""Bring the pieces of a line, each bold or not, into text: bold type parts a label from the value that follows it."""

from collections.abc import Sequence

MAX_LABEL = 120


def line_of(pieces: Sequence[tuple[str, bool]], gap: str = "\t") -> tuple[str, bool]:
    """Return the text of a line, with a gap after a label that only its bold type parts from what follows.

    The second value tells whether all of the line is set apart.
    """
    written = [at for at, (text, _) in enumerate(pieces) if text.strip("\xa0 ")]
    if not written or not pieces[written[0]][1]:
        return "".join(text for text, _ in pieces), False
    end = next((at for at in written if not pieces[at][1]), None)
    if end is None:
        return "".join(text for text, _ in pieces), True
    label = "".join(text for text, _ in pieces[:end]).strip("\xa0 ")
    rest = "".join(text for text, _ in pieces[end:])
    signed = label.endswith((":", "?", "=")) or len(label) > MAX_LABEL or not rest.strip()[:1].isalnum()
    return f"{label}{' ' if signed else gap}{rest}", False
