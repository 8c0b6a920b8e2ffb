"""Lines that are not form: greetings at the end, signatures, ruled lines, section headings."""

import re

from medverkan.mailbox.forms.naming.labels import folded

_CLOSING = re.compile(
    r"^(?:(?:med )?(?:vänlig\w*|bästa|hjärtlig\w*|varma|soliga|många|kind|best|warm) ?)?"
    r"(?:hälsning\w*|hälsar|mvh|vh|m\.?v\.?h\.?|tack(?: så mycket| på förhand)?|regards|vi (?:ses|hörs)|allt "
    r"gott|ha det bra)"
    r"(?: (?:från|och|på|önskar)? ?[\w-]{0,30}){0,3}[,.! ]*$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^(?:/{1,2} ?[A-ZÅÄÖ][\w-]{1,30}(?: [A-ZÅÄÖ][\w-]{1,30})?[,.]?|--|__+)$")
_RULED_TITLE = re.compile(r"^[=_*~#–—-]{2,} ?[^=_*~#]{1,80}? ?[=_*~#–—-]{2,}$")
_DRAWN = frozenset("=_*~#–—-")
_DISCLAIMER = re.compile(
    r"^(?:detta|det här|innehållet i detta)? ?(?:e-post)?(?:meddelande\w*|mejl\w*|mail\w*) (?:kan|är|och|innehåller|"
    r"skicka\w+|har skickats|skapa\w+|genererades)|"
    r"^this (?:e-?mail|message)|^tänk på miljön|^skickat från min|^skapa ditt eget |"
    r"^sent from my|^när du skickar e-post|^hämta outlook",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^(?:jag |vi )?(?:hoppas\b|hör (?:gärna )?av (?:er|dig)|"
    r"(?:ring|mejla|maila|kontakta|återkom)\b.{0,30}\b(?:om|vid|med)\b|säg (?:gärna )?till om|tack (?:för|på|så)|"
    r"(?:jag|vi) (?:nås|ser fram|hörs)\b|(?:vid|har (?:ni|du)) frågor|"
    r"(?:blanketten|formuläret|anmälan|förfrågan) (?:skickas|mejlas|mailas|lämnas|sänds)|utskrift från|skickat från|"
    r"detta (?:formulär|meddelande|mejl)\b|this (?:form|e-?mail|message)\b|sent (?:from|via)\b)",
    re.IGNORECASE,
)
# No verb that is also an infinitive: "Berätta för personal" is an answer.
_INSTRUCTION = re.compile(
    r"^(?:\([^()]{3,200}\)[.:]?|(?:ange|beskriv|skriv|kryssa|sätt|fyll|välj) .{3,200}|"
    r"(?:t\.? ?ex\b|till exempel|exempelvis|exempel:|här (?:anger|skriver|beskriver) (?:ni|du)|max(?:imalt)? \d+ )"
    r".{0,200}|"
    # A question to whoever fills it in.
    r"(?:varför|vad|vilk(?:a|en|et)|hur|vem|när|var|är|finns|har|kan|ska|behöver)\b(?=.{0,60}\b(?:ni|er|ert|era|du|din|ditt)\b)"
    r".{3,110}\?)$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(?:\d{1,2}[.)]? |[A-H][.)] )?(?:(?:del|avsnitt|sektion|steg|sida|part|section) [\dA-HIVX]{1,3}\b.{0,50}|"
    r"(?:information |uppgifter )?om (?:er|oss|dig|mig|uppdraget|verksamheten|enheten|deltagaren)|"
    r"om (?:den|dem|de|personen|personerna) (?:(?:ni|vi) söker|som söks)|"
    r"praktiskt|praktisk(?:a uppgifter| information)|tid och plats|när och var|"
    r"övrigt|övriga (?:uppgifter|upplysningar)|(?:(?:allmänna|dina|mina|era) )?(?:kontakt|person)?uppgifter|"
    r"samtycken?|information(?: och samtycken?)?|uppdrag|underskrift(?:er)?|(?:din|min) erfarenhet|beställare|"
    r"uppdragsgivare|uppdraget|genomförande|ekonomi|"
    r"(?:vem|vilka|den) (?:ni|vi) söker|stöd och ersättning|vårdnadshavare|för (?:dig )?under 18(?: år)?)[ :.]*$",
    re.IGNORECASE,
)


# The first letters of greetings and of disclaimers in ASCII; "" stands for all others.
_MAY_CLOSE = frozenset(("", *"mvbhskwtraMVBHSKWTRA"))
_MAY_SIGN = frozenset("/-_")
_MAY_DISCLAIM = frozenset(("", *"diemtsnhDIEMTSNH"))


def is_ruled_title(line: str) -> bool:
    """Tell whether a line is a drawn heading: "--- DEL B ---"."""
    if line[:1] not in _DRAWN or len(line) > 120 or not _RULED_TITLE.match(line):
        return False
    # Two stars or underscores on either side make words bold, and draw nothing.
    bold = line[:2] in {"**", "__"} and line[2].isalnum() and line[:2] == line[-2:]
    return not bold and any(c.isalpha() for c in line)


def is_closing(line: str, names: frozenset[str]) -> bool:
    """Tell whether a line ends the letter: a greeting, "/Eva", a disclaimer, or the sender's own name alone."""
    line = line.strip()
    if not line or len(line) > 160:
        return False
    # Most lines begin with what none of these begins with.
    first = line[0] if line[0].isascii() else ""
    if len(line) <= 60 and (
        (first in _MAY_CLOSE and _CLOSING.match(line)) or (first in _MAY_SIGN and _SIGNED.match(line))
    ):
        return True
    return (first in _MAY_DISCLAIM and bool(_DISCLAIMER.match(line))) or (bool(names) and folded(line) in names)


def is_heading(line: str) -> bool:
    """Tell whether a line looks like a section heading: short, capitals only, no digits."""
    letters = [c for c in line if c.isalpha()]
    return (
        len(letters) >= 4
        and len(line) <= 60
        and all(c.isupper() for c in letters)
        and not any(c.isdigit() for c in line)
        and (" " in line or len(letters) >= 8)
    )


def is_remark(line: str) -> bool:
    """Tell whether a line speaks to the reader about the form itself: "Hör av er om något saknas", "Vid frågor …"."""
    return bool(_REMARK.match(line))


def is_instruction(line: str) -> bool:
    """Tell whether a line under a label says how to fill it in: "(namn och telefon)", "Beskriv kort …"."""
    return bool(_INSTRUCTION.match(line))


def is_section(line: str) -> bool:
    """Tell whether a line names a part of a form: "DEL 2. Om uppdraget", "Praktiskt", "Övriga uppgifter"."""
    return len(line) <= 60 and bool(_SECTION.match(line))


def names_of(*full_names: str) -> frozenset[str]:
    """Return the folded names that alone on a line are a signature: the whole name and the first name."""
    folded_names = {folded(name) for name in full_names if name and "@" not in name}
    firsts = {name.split()[0] for name in folded_names if name}
    return frozenset(name for name in folded_names | firsts if len(name) >= 2)
