"""People's names: out of titles and roles, and parted into first name and last name.

Where the middle one of three words belongs cannot be seen from the word alone. What tells: a mail address that is made
of the name, a hyphen, an initial, a last name's ending, and whether the word is one of the usual second first names.
"""

import re
import unicodedata

_NAME = re.compile(r"[A-ZÅÄÖÉÜÆØa-zåäöéü][\w’'´.-]*")
_PARTICLES = frozenset(
    ("von", "af", "de", "van", "der", "la", "le", "el", "al", "ten", "di", "da", "bin", "ibn", "den")
)
_TITLE_WORD = (
    r"(?:dr|doktor|prof|professor|docent|fru|herr|fröken|hr|mr|mrs|ms|leg|med|fil|kand|mag|ssk|usk|bma|sjg|at|st|"
    r"\w*(?:chef(?:en)?|sköterska|läkare|sekreterare|samordnare|utvecklare|ledare|handläggare|kurator|psykolog|terapeut|"
    r"konsulent|koordinator|assistent|rektor|strateg|pedagog|logoped|dietist|barnmorska|ansvarig|administratör|"
    r"planerare|controller|kontaktperson|sjukgymnast|stödjare|lärare|coach|konsult))\b\.?[:,]?"
)
_TITLE = re.compile(rf"^(?:{_TITLE_WORD}\s+){{1,3}}(?=\S)", re.I)
_ROLE = re.compile(rf"^{_TITLE_WORD}$", re.I)
_VOWEL = re.compile(r"[AEIOUYÅÄÖÉÜ]")
_LEAD_IN = re.compile(
    r"^(?:(?:jag|mitt namn) (?:heter|är)\s+|jag(?: själv)?[,:]\s*|jag själv\s+(?=\w)|namn\s*:\s*|"
    r"undertecknad,?\s+(?=[A-ZÅÄÖ]))",
    re.I,
)
_NICKNAME = re.compile(r"\s*[\"“”«»][^\"“”«»]{1,20}[\"“”«»]")
_NO_NAME = re.compile(
    r"^(?:undertecknad|se\b|mig\b|jag\b|samma\b|vi\b|ej\b|inte\b|ingen\b|okänd|vet\b|den\b|det\b|ovan|nedan|enligt|som\b|"
    r"avsändar\w*|ja\b|nej\b|inget|saknas|hej\b|oss\b|min\b|enheten|avdelningen|mottagningen)",
    re.I,
)
_LAST_NAME = re.compile(
    r"..(?:son|sen|gren|[qk]vist|berg|bergh|ström|lund|lundh|lind|lindh|holm|dahl|dal|stedt|stad|blad|ius|én|löf|mark|"
    r"strand|borg|fors|vall|sjö|ås|nder|rud|rot|hed|hage|back|bäck|feldt|hammar|mo|vik|sky|ska|ski|ovic|vić|vic)$",
    re.I,
)
# The usual second first names: what stands in the middle of three words and is none of these begins the last name.
_SECOND_NAMES = frozenset(
    re.findall(
        r"\w+",
        """
adam agneta ahmad ahmed albin alexander alfred ali alice allan amanda amin anders andreas anita ann anna anne annika
anton arne arvid astrid august axel barbro bengt berit bertil birgit birgitta björn bo britt britta camilla carin
carina carl carolina caroline cecilia charlotta charlotte christer christian christina claes daniel david edith
edvard einar elin elisabet elisabeth elsa emanuel emil emilia emma erik erika ester eva evert filip folke frans
fredrik fredrika frida gabriel georg gerd gudrun gunborg gunilla gunnar gunnel gustaf gustav göran göte hanna hans
harald harry hassan helen helena helene helge henrik henry hilda hilma hjalmar hugo håkan ida inga ingegerd ingegärd
ingemar inger ingrid ingvar irene isabella ivar jakob jan jenny joel johan johanna johannes john jonas josef josefin
josefina julia karin karl karolina katarina kent kerstin kim kjell kristina kurt lars leif lena lennart leo leonard
lina linda linn linnea linnéa lisa lisbeth louise lovisa magdalena magnus maj malin margareta margaretha margit
maria mariann marianne marie martin mary matilda mats mattias mikael mohamed mohammad monica monika märta nils ola
olof olov oscar oskar otto paul paula per pernilla peter petra pia ragnar rebecka reza richard robert roger roland
rolf rosa rose rune sara sebastian signe sigrid simon siv sofia sofie sonja stefan stig sture svante sven teresia
therese thomas tomas tommy tore torsten ulf ulla ulrika vera victoria viktor viktoria vilhelm viola viveka wilhelm
william yngve yvonne åke åsa östen
""",
    )
)


def person_name(text: str) -> str:
    """Return the name that a line begins with, without title, brackets or role; "" for none."""
    text = _LEAD_IN.sub("", _NICKNAME.sub("", text[:400].strip(' ,;:-–."“”<>[]')))
    text = _TITLE.sub("", text)
    text = re.split(r"[,;(/|–<]| - ", text)[0].strip(" .:")
    if _NO_NAME.match(text) or _ROLE.match(text):
        return ""
    words = text.split()
    kept: list[str] = []
    for at, word in enumerate(words[:9]):
        joins = word in {"och", "&"} and kept and at + 1 < len(words) and words[at + 1][0].isupper()
        if not joins and (not _NAME.fullmatch(word) or (kept and word[0].islower() and word not in _PARTICLES)):
            break
        kept.append(word)
    return " ".join(kept)


def turned(text: str) -> str:
    """Return "Ek, Anna" as "Anna Ek", any other text as it is."""
    found = re.fullmatch(
        r"([A-ZÅÄÖ][\w’-]+(?: [A-ZÅÄÖ][\w’-]+)?), ?([A-ZÅÄÖ][\w’-]+(?: [A-ZÅÄÖ][\w’.-]*)?)", text.strip()
    )
    if not found or any(_ROLE.match(part) or _NO_NAME.match(part) for part in found.groups()):
        return text
    return f"{found[2]} {found[1]}"


_LAST_FIRST = re.compile(r"efternamn\W{0,3}(?:och|&|/|,|\+)?\W{0,3}förnamn", re.I)


def last_name_first(text: str, asked: str) -> str:
    """Return "Ek Anna" as "Ek, Anna" where the label asks for the last name first and the first name after it."""
    words = text.split()
    if "," in text or len(words) < 2 or not _LAST_FIRST.search(asked):
        return text
    return f"{words[0]}, {' '.join(words[1:])}"


def is_of_name(email: str, name: str) -> bool:
    """Tell whether an address is made of somebody's first and last name: "kim.ek@…" of Kim Ek."""
    parts = re.split(r"[._-]", _folded(email.partition("@")[0]))
    words = re.split(r"[ -]", _folded(name))
    return len(words) > 1 and {words[0], words[-1]} <= set(parts)


def split_name(text: str, email: str = "") -> tuple[str, str]:
    """Return first and last name; "Ek, Anna" is turned round, and particles belong to the last name.

    `email` is an address of the person's, whose parts may say where the last name begins.
    """
    text = _NICKNAME.sub("", " ".join(text[:400].split()).strip(" ,."))
    text = re.split(r"\(|,[^,]*\d", _TITLE.sub("", _LEAD_IN.sub("", text)))[0].strip(" ,.")
    if turned(text) != text:
        last, _, first = text.partition(",")
        return _cased(first.strip(), last.strip())
    words = text.split(",")[0].split()
    if len(words) < 2:
        return (words[0] if words else ""), ""
    # "EK Anna" shouts the last name; "MB Ek" has initials.
    shouted = [word.isupper() and len(word.strip(".")) > 1 and bool(_VOWEL.search(word)) for word in words]
    if any(shouted) and not all(shouted):
        # "EK Anna", "Anna EK": what is in capitals is the last name.
        loud = [word for word, is_loud in zip(words, shouted, strict=True) if is_loud]
        quiet = [word for word, is_loud in zip(words, shouted, strict=True) if not is_loud]
        return " ".join(quiet), " ".join(word.capitalize() for word in loud)
    cut = _last_name_at(words, email)
    return _cased(" ".join(words[:cut]), " ".join(words[cut:]))


def _last_name_at(words: list[str], email: str) -> int:
    parts = re.split(r"[._-]", _folded(email.partition("@")[0]))
    for at in range(1, len(words) - 1):
        word = words[at]
        if word.casefold() in _PARTICLES or (len(parts) == 2 and parts[1] == _folded(word)):
            return at
        known = word.casefold() in _SECOND_NAMES
        if not (known or "-" in word or len(word.rstrip(".")) == 1) or (_LAST_NAME.search(word) and not known):
            return at
    return len(words) - 1


def _cased(first: str, last: str) -> tuple[str, str]:
    whole = first + last
    if whole.isupper() or whole.islower():
        return first.title(), " ".join(w if w.casefold() in _PARTICLES else w.title() for w in last.split())
    return first, last


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
