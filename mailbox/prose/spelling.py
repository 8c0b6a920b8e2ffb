"""Read spoken spelling ("ja har haft prostatacanser å nåt me höften") as written Swedish, and give the words back.

Each word is replaced by one word, so that whatever is read in the plain text can be given back as it was written.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_SPOKEN: dict[str, str] = dict(
    re.findall(
        r"(\w+)=(\w+)",
        """
    mej=mig dej=dig sej=sig dom=de domm=de nån=någon nåt=något nåra=några nånting=någonting ngn=någon
    ngt=något ngra=några nagon=någon nagot=något oxå=också åxå=också okså=också åckså=också ochså=också e=är ä=är
    é=är me=med mé=med va=vara sku=skulle sen=sedan sån=sådan eran=er erat=ert våran=vår vårat=vårt
    snackar=pratar snacka=prata hälst=helst järna=gärna jerna=gärna gärne=gärna hafft=haft fåt=fått
    säjer=säger säjas=sägas pat=patienter sjukhuse=sjukhuset lasarette=lasarettet papprena=papperen
    messa=smsa medans=medan hjelpa=hjälpa hjelp=hjälp vell=vill sjelv=själv
    schuk=sjuk sjuck=sjuk konferensrumet=konferensrummet konfrum=konferensrum bibl=biblioteket inge=inte
    annmäla=anmäla anmela=anmäla annmäler=anmäler personupgifter=personuppgifter
    """,
    )
)
_AND = frozenset(("å", "o", "&", "åh"))
_AFTER_AA = frozenset(("andra", "ena", "hennes", "hans", "dennes"))  # "å andra sidan", "å hennes vägnar"
_VERBS_OF_WILL = frozenset(
    re.findall(
        r"\w+",
        "vill tänka kan skulle tänkt tänker orkar vågar roligt kul intresserad intresse lust mig mej sig sej van bra",
    )
)
# "Ja bor", "vill ja": before or after one of these "ja" is the writer and no yes.
_ACTS = frozenset(
    re.findall(
        r"\w+",
        """
heter är e ä bor har hade haft vill kan får ska skulle var vart blev gick går läste såg ser hör har tycker
tror vet gillar behöver jobbar ringde skriver samtycker godkänner anmäler ställer fick orkar känner minns nås
hoppas lever hjälper tar sitter kommer pratar talar klarar använder svarar säger
""",
    )
)
# Only a sentence with one of these is gone through word by word.
_TELLING = frozenset((*_SPOKEN, *_AND, "ja", "m"))
# A full stop inside a sentence would end it for whatever looks as far as the next one.
_DOTTED = {
    "t.ex.": "till exempel", "f.d.": "tidigare", "bl.a.": "bland annat", "d.v.s.": "det vill säga",
    "dvs.": "det vill säga",
    "p.g.a.": "på grund av", "pga.": "på grund av", "s.k.": "så kallad", "m.fl.": "med flera", "m.m.": "med mera",
    "o.s.v.": "och så vidare", "enl.": "enligt", "resp.": "respektive",
}  # fmt: skip
_LETTERS = re.compile(r"\w+|&")
_WORD = re.compile(r"\S+")
_BARE = re.compile(r"^(\W*)(.*?)(\W*)$", re.S)
# Pictures end a sentence where the next word begins one.
_PICTURE = re.compile(r"[ \t]*[\u2190-\u2bff\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]+")
_SMILEY = re.compile(r"(?<=[\w!?.]) [:;=]-?[)(DPp](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Edit:
    """One word of a plain text that was written otherwise."""

    start: int
    end: int
    written: str


def without_pictures(text: str) -> str:
    """Return a text without emojis and smileys; where one ended a sentence, a full stop stands."""
    if text.isascii() and not _SMILEY.search(text):
        return text
    return _SMILEY.sub(_stop, _PICTURE.sub(_stop, text)).strip()


def _stop(found: re.Match[str]) -> str:
    text = found.string
    before, after = text[: found.start()].rstrip()[-1:], text[found.end() :].lstrip()[:1]
    return "." if before.isalnum() and (after.isupper() or not after) else ""


def plain_spelling(text: str) -> tuple[str, tuple[Edit, ...]]:
    """Return a text in plain spelling, and what was written otherwise."""
    small = text.casefold()
    dotted = "." in small[:-1] and any(short in small for short in _DOTTED)
    if not dotted and _TELLING.isdisjoint(_LETTERS.findall(small)):
        return text, ()
    words = [(found.start(), found[0]) for found in _WORD.finditer(text)]
    bare = [_bare(word) for _, word in words]
    parts: list[str] = []
    edits: list[Edit] = []
    at = size = 0
    for index, (start, word) in enumerate(words):
        lead, core, trail = bare[index]
        before = bare[index - 1][1].casefold() if index and not bare[index - 1][2] else ""
        after = bare[index + 1][1].casefold() if index + 1 < len(words) and not trail else ""
        said = _said(core, before, after)
        gap = text[at:start]
        size += len(gap)
        new = f"{lead}{said}{trail}"
        if dotted and (short := word.rstrip(",;:)").casefold()) in _DOTTED:
            said, new = _DOTTED[short], _DOTTED[short] + word[len(short) :]
        if said != core:
            edits.append(Edit(size, size + len(new), word))
        parts += (gap, new)
        size += len(new)
        at = start + len(word)
    return "".join((*parts, text[at:])), tuple(edits)


@lru_cache(maxsize=8192)
def _bare(word: str) -> tuple[str, str, str]:
    found = _BARE.match(word)
    return (found[1], found[2], found[3]) if found and found[2] else ("", word, "")


def _said(word: str, before: str, after: str) -> str:
    lower = word.casefold()
    if lower == "ja" and after not in {"till", "tack"}:
        told = after in _ACTS or before in _ACTS or after in {"själv", "gärna", "också"}
        return ("Jag" if word[0] == "J" else "jag") if told else word
    if lower in _AND:
        if word == "O" or not before or not after or (lower == "å" and after in _AFTER_AA):
            return word
        return "att" if lower == "å" and before in _VERBS_OF_WILL else "och"
    if lower == "m":
        return "med" if word == "m" and before and after.isalpha() else word
    if lower == "va" and after not in {"med", "me", "i", "ett", "en", "på"}:
        return word
    if lower in {"e", "ä"} and not word.islower():
        return word
    found = _SPOKEN.get(lower, "")
    if not found:
        return word
    return found.capitalize() if word[0].isupper() else found


def as_written(text: str, plain: str, edits: tuple[Edit, ...]) -> str:
    """Return a value that was read in a plain sentence as it was written there."""
    at = plain.find(text)
    if at < 0:
        # The value holds the sentence and more.
        bare = plain.rstrip(".")
        return text.replace(bare, as_written(bare, bare, edits)) if bare and bare in text else text
    parts: list[str] = []
    last = at
    for edit in edits:
        if edit.start >= last and edit.end <= at + len(text) and edit.start < at + len(text):
            parts += (plain[last : edit.start], edit.written)
            last = edit.end
        elif edit.start >= last and edit.start < at + len(text):
            # Only the mark after the word was left out.
            parts += (plain[last : edit.start], _bare(edit.written)[1])
            last = at + len(text)
    return "".join((*parts, plain[last : at + len(text)]))
