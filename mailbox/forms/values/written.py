"""What a written value is before it is read: a placeholder that nobody wrote, a mail address in a text."""

import re

MAX_TEXT = 20_000
MAX_HINT = 150
_PLACEHOLDER = re.compile(
    r"^(?:[-–—_.…?*/ ]*|x{2,}|\(?(?:tomt?|blank|saknas|överhoppa[dt]|hoppa(?:des|t|de)? över|ej (?:ifyllt|angivet|"
    r"besvara[dt]?|svarat)|inget svar|inte "
    r"(?:ifyllt|angivet)|"
    r"(?:vi )?återkommer(?: (?:om|med|senare)[^\n]{0,40})?|"
    r"(?:meddelas|bestäms|kommer|bokas|beslutas)(?: senare| snart)?|"
    r"(?:vi )?(?:har |är )?(?:ännu )?(?:ej|inte) (?:bestäm[td]?a?|klara?t?|boka[td]|spika[td]|fastställ[td]|"
    r"besluta[td]|satt|utsett|planera[td])(?: än| ännu)?|att bestämma|tbd|t\.b\.d\.?|"
    r"(?:är |ännu )?o(?:klart?|känt|bestämt)(?: än| ännu| i nuläget| just nu)?|"
    r"(?:ska|skall|kommer att) (?:bestämmas|bokas|meddelas|beslutas)"
    r"(?: senare| snart)?|"
    r"ej angiven|vet (?:inte|ej)(?: ännu| än| riktigt)?|"
    r"n/?a|null|none|empty|ingen uppgift)\)?|[\[<({]?(?:klicka|tryck|klicka eller tryck|skriv|ange|"
    r"fyll i|välj|click|tap|"
    r"choose|enter|select)(?: (?:eller|or|här|here|tryck|tap|in|ett|en|an|a|din|ditt|dina|er|ert|to|text|"
    r"datum|date|item|objekt|alternativ|"
    r"svar|your|för|att|ange|enter|skriva|in|välja|namn|telefonnummer|e-postadress)){1,12}[.…]*[\]>)}]?)$",
    re.IGNORECASE,
)
# What a placeholder may begin with in ASCII but letters, "" for none at all, and how one of words begins.
_MAY_BEGIN = frozenset(("", *"-_.?*/([{<"))
_LONGEST = 400  # of words
_BEGINNINGS = frozenset((
    "to", "bl", "sa", "ej", "in", "vi", "me", "be", "ko", "bo", "at", "tb", "t.", "ve", "n/", "na", "nu", "no", "em",
    "kl", "tr", "sk", "åt", "än", "ok", "ob", "ha", "är", "an", "fy", "vä", "cl", "ta", "ch", "en", "se", "xx", "ho",
    "öv",
))  # fmt: skip
EMAIL = r"([A-Za-z0-9_+&'-][A-Za-z0-9._+&'-]{0,80}@[A-Za-zÅÄÖåäö0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){1,5})"
_EMAIL = re.compile(EMAIL)
# "kim(at)region.example", "kim @ region.example": the sign as it is written where machines are feared.
_MAYBE_AT = re.compile(r" @|@ |\(a|\[a|snabel", re.IGNORECASE)
_AT = re.compile(r"(?<=\w) ?(?:@|\(at\)|\[at\]|\(a\)|\bsnabel-?a\b) ?(?=[\wåäö-]{1,60}\.\w)", re.IGNORECASE)


# Lines to write on, and hints in front of what was written: "____4____", "(t.ex. råd) Panel".
_FILLER = re.compile(r"_{2,}|\.{4,}|…{2,}")
_EDGES = re.compile(r"^_+\s+|\s+_+$")
# "..Kim Ek...": on a dotted line; three dots behind a text alone are the writer's.
_DOTTED = re.compile(r"^\s*\.{2,}\s*(?=[^\s.])(.*?)[\s.]*$")
_HINT = re.compile(
    r"^\((?:t\.? ?ex\b|ex\b|exempelvis|till exempel|max\b|ange|skriv|kryssa|sätt|stryk|markera|välj|ja ?/ ?nej)"
    r"[^()]{0,150}\)[ :]*(?=\S)",
    re.IGNORECASE,
)


# "Ange antal, t.ex. 2", and a bare example: what the form shows where nobody has written.
_TOLD_HOW = re.compile(
    r"[\[(]?(?:ange|skriv|fyll i|välj|uppge|beskriv)\b[^\n]{0,60}?"
    r"(?:\bt\.? ?ex\b|\btill exempel\b|\bexempelvis\b|\bex[.:])"
    r"[^\n]{0,80}$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"[\[(]?(?:t\.? ?ex\b\.?|till exempel|exempelvis|exempel ?:|ex[.:])\s?"
    r"(?:(?=[^\n]{0,60}\d)[^\n]{1,60}|\S+(?: \S+){0,2})$",
    re.IGNORECASE,
)
# What a hint may begin with; "" for nothing.
_MAY_HINT = frozenset("([asfvubteASFVUBTE")


def is_hint(line: str) -> bool:
    """Tell whether a line only shows how to answer: "Ange antal, t.ex. 2", "T.ex. 3 mars kl 13-15"."""
    line = line.strip()
    return len(line) <= MAX_HINT and line[:1] in _MAY_HINT and bool(_TOLD_HOW.match(line) or _EXAMPLE.match(line))


def plain_value(value: str) -> str:
    """Return what was written: no filling lines, no hint in front, and the choices of `["…", "…"]` one a line."""
    if value[:2] in {'["', "['"} and value.rstrip()[-1:] == "]":
        return "\n".join(re.findall(r"[\"']([^\"']{1,300})[\"']", value[:MAX_TEXT]))
    if "_" in value or ".." in value or "…" in value:
        lines = (_DOTTED.sub(r"\1", line) for line in value.split("\n"))
        value = "\n".join(_EDGES.sub("", _FILLER.sub(" ", line)).strip() for line in lines)
    return _HINT.sub("", value) if value[:1] == "(" else value


# "[namn]", "<fyll i>": the words of a template.
_TEMPLATE = re.compile(r"[\[<][^\W\d][^\[\]<>@\d]{1,40}[\]>]")


def is_placeholder(value: str) -> bool:
    """Tell whether a text is what an empty form shows: nothing, dashes, "Klicka eller tryck här för att ange text."."""
    begun = value.lstrip()[:2]
    first = begun[:1]
    if first in {"[", "<"} and _TEMPLATE.fullmatch(value.strip()):
        return True
    if first.isalpha():
        if begun.lower() not in _BEGINNINGS or len(value) > _LONGEST:
            return False
    elif first.isascii() and first not in _MAY_BEGIN:
        return False
    return bool(_PLACEHOLDER.match(" ".join(value.split())))


def mended_address(text: str) -> str:
    """Return a text in which "(at)" and " @ " between the halves of an address are the sign itself."""
    return _AT.sub("@", text) if _MAYBE_AT.search(text) else text


def email_in(text: str) -> str:
    """Return the first mail address in a text, lower-cased; "" for none."""
    text = mended_address(text[:MAX_TEXT])
    found = _EMAIL.search(text) if "@" in text else None
    return found[0].lower().rstrip(".'") if found else ""


def without_placeholders(value: str) -> str:
    """Return a text without the lines that are placeholders."""
    if "\n" not in value:
        return "" if is_placeholder(value) or is_hint(value) else value.strip()
    lines = value.strip().split("\n")
    # What stands below an example is the answer; an example below an answer belongs to it.
    lines = lines[1:] if is_hint(lines[0]) else lines
    return "\n".join(line for line in lines if not line or not is_placeholder(line)).strip()
