"""Why an attachment could not be read, in the lead's words.

The process that reads sends a word from here; only the parent, which has never seen the document, makes it a sentence.
So nothing that a document says can stand in a reason.
"""

from enum import StrEnum

_RESEND = "Be avsändaren skicka den som Word eller PDF, eller skriva svaren i mejlet."


class Problem(StrEnum):
    """What went wrong, as it crosses the pipe."""

    BROKEN = "broken"
    KIND = "kind"
    PASSWORD = "password"  # noqa: S105 - a word of ours, no secret
    LARGE = "large"
    SLOW = "slow"
    BUSY = "busy"
    SCANNED = "scanned"
    SCANNED_BLANK = "scanned-blank"
    OLD_WORD = "old-word"
    OUTLOOK = "outlook"
    NESTED = "nested"
    MANY = "many"
    EMPTY = "empty"


SENTENCES = {
    Problem.BROKEN: "Bilagan gick inte att läsa.",
    Problem.KIND: f"Bilagan är av ett slag som inte kan läsas. {_RESEND}",
    Problem.PASSWORD: "Bilagan är lösenordsskyddad. "
    "Be avsändaren skicka den utan lösenord, eller skriva svaren i mejlet.",
    Problem.LARGE: "Bilagan är för stor för att läsas. "
    "Be avsändaren skicka en mindre fil, eller skriva svaren i mejlet.",
    Problem.SLOW: "Bilagan tog för lång tid att läsa.",
    Problem.BUSY: "Bilagan kunde inte läsas just nu.",
    Problem.SCANNED: "Bilagan är inskannad, och programmet som läser inskannad text (tesseract) är inte installerat. "
    + _RESEND,
    Problem.SCANNED_BLANK: f"Bilagan är inskannad, och det gick inte att läsa någon text i den. {_RESEND}",
    Problem.OLD_WORD: f"Bilagan är ett Word-dokument av en gammal sort som inte kan läsas. {_RESEND}",
    Problem.OUTLOOK: "Bilagan är ett mejl i Outlooks eget format och kunde inte läsas. "
    "Be avsändaren vidarebefordra mejlet, eller bifoga formuläret som Word eller PDF.",
    Problem.NESTED: "Bilagan är en zip-fil med en zip-fil i. "
    "Be avsändaren skicka formuläret för sig, som Word eller PDF.",
    Problem.EMPTY: f"Bilagan innehåller ingen text. {_RESEND}",
    Problem.MANY: "Zip-filen innehåller fler än tio dokument, och bara de tio första lästes.",
}

# The same, to stand behind "Bilagan x.pdf kunde inte läsas:".
_BECAUSE = {
    Problem.BROKEN: "filen är skadad eller något annat än den heter",
    Problem.KIND: "den är av ett slag som inte kan läsas",
    Problem.PASSWORD: "den är lösenordsskyddad",
    Problem.LARGE: "den är för stor",
    Problem.SLOW: "det tog för lång tid",
    Problem.BUSY: "det gick inte just nu",
    Problem.SCANNED: "den är inskannad, och programmet som läser inskannad text är inte installerat",
    Problem.SCANNED_BLANK: "den är inskannad, och ingen text gick att läsa i den",
    Problem.OLD_WORD: "den är ett Word-dokument av en gammal sort",
    Problem.OUTLOOK: "den är ett mejl i Outlooks eget format",
    Problem.NESTED: "den är en zip-fil med en zip-fil i",
    Problem.MANY: "zip-filen innehåller fler än tio dokument, och bara de tio första lästes",
    Problem.EMPTY: "den innehåller ingen text",
}


def unread(name: str, told: str) -> str:
    """Return "Bilagan x.pdf kunde inte läsas: …" for an attachment whose problem is told in a sentence of ours."""
    because = next((why for problem, why in _BECAUSE.items() if SENTENCES[problem] == told), _BECAUSE[Problem.BROKEN])
    return " ".join(f"Bilagan {name} kunde inte läsas: {because}.".split())


def sentence(problem: str) -> str:
    """Return the Swedish sentence for a word that came over the pipe; "" for no problem."""
    if not problem:
        return ""
    try:
        return SENTENCES[Problem(problem)]
    except ValueError:
        return SENTENCES[Problem.BROKEN]
