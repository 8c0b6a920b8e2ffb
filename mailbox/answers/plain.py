"""What the readers of plain sentences share: an answer without its opening words, and a text that says when."""

import re
from datetime import date

from medverkan.mailbox.forms.values.dates import read_when
from medverkan.mailbox.forms.values.numbers import WORDS

MAX_BARE_WORDS = 12
_LEAD_IN = re.compile(
    r"^(?:(?:ja|jo|nej|och|men|alltså|svar|svaret är)[ ,:]+)*"
    r"(?:(?:det|den|de|dom|mötet|träffen|uppdraget|numret|datumet|dagen|tiden|platsen|lokalen|antalet) "
    r"(?:rätta (?:är )?)?(?:ska(?:ll)? (?:vara|bli|stå)|bör vara|blir|är|gäller)(?: alltså)?\s+|"
    r"(?:vi|jag) (?:har tänkt oss|tänkte oss|tänkte|tänker oss|föreslår|menar|menade|"
    r"ses|träffas|möts|håller till|vill ha|tillhör|är)\s+|"
    r"(?:i år |den här gången )?(?:tänker|tänkte|föreslår|önskar|ses|träffas|möts|håller) vi(?: oss| till)?\s+|"
    r"rätt (?:nummer|datum|dag|tid) är\s+)?(?:nog )?",
    re.I,
)
_TRAILING = re.compile(
    r"(?:,? (?:i stället|istället|går bra|passar bra|går fint|blir bra|gäller|som gäller|det gäller|tack|"
    r"blir lagom|är lagom|(?:ska|skall) de[tn]? vara|förstås|såklart|naturligtvis|blir det|"
    r"är det(?: planerat| tänkt| sagt| bokat| bestämt)?))*[\s.!,]*$",
    re.I,
)
# The only words that a text may hold that says when and nothing else.
_TIME_WORDS = frozenset((
    *("den", "på", "kl", "klockan", "mellan", "och", "till", "från", "i", "v", "vecka", "veckorna", "veckor", "samt"),
    *("t", "o", "m", "med", "helst", "gärna", "dag", "dagen", "em", "fm", "förmiddag", "förmiddagen", "eftermiddag"),
    *("eftermiddagen", "kväll", "kvällen", "lunch", "nästa", "nu", "kommande", "av", "under", "halv", "kvart", "över"),
    *("e", "a", "alltså", "tim", "timmar", "timme", "h", "heldag", "halvdag", "morgon", "övermorgon", "början"),
    *("slutet", "mitten", "gäller", "datum", "tid", "då", "cirka"),
    *WORDS,
))  # fmt: skip
_DAY_OR_MONTH = re.compile(
    r"(?:mån|tis|ons|tors|tor|fre|lör|sön)(?:dag(?:en|ar|arna)?)?$|"
    r"(?:jan(?:uari|uary)?|feb(?:r|ruari|ruary)?|mars|march|apr(?:il)?|maj|may|june?|juni|july?|juli|"
    r"aug(?:usti?)?|sept?(?:ember)?|o[kc]t(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)$"
)
_CONTRAST = re.compile(
    r"(?:,? i ?stället(?: för (?P<old>[^.!?]{1,80}))?|"
    r"(?:,|,? och|,? men) (?:inte|ej)(?: på| i)? "
    r"(?!boka|klar|bestäm|säker|spika|än\b|fast|helt|längre|heller|alls|riktigt|så\b|bara|min|fler|mer)"
    r"(?P<other>[^.!?]{1,80}))[.! ]*$",
    re.I,
)
_ASIDE = re.compile(r" ?\b(?:också|förresten|tyvärr|dock|däremot|även)\b", re.I)
_AS_WRITTEN = re.compile(
    r",? ?\(?som (?:det |vi |jag )?(?:står|stod|angavs|skrev|skrivit)\b[^,.!?]{0,40}|"
    r",? (?:sedan|efter att|än när) (?:vi|jag) (?:fyllde|skrev|skickade)[^,.!?]{0,40}|"
    r" (?:i|på) (?:den )?(?:bifogade )?(?:blanketten|formuläret|förfrågan|bilagan|anmälan|mejlet)\b",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]+")


def bare(text: str) -> str:
    """Return an answer without "Det ska vara …" before it and "… i stället" after it."""
    return trimmed(_LEAD_IN.sub("", text.strip(), count=1)) or text.strip()


def trimmed(text: str) -> str:
    """Return a text without what only ends a sentence, and without "i" before a name."""
    text = _TRAILING.sub("", text.strip())
    return re.sub(r"^(?:[Ii]|[Pp]å|[Öö]ver)\s+(?=[A-ZÅÄÖ])", "", text)


def says_when(text: str, today: date | None) -> bool:
    """Tell whether a text holds a day or a time, or something that should be one."""
    return has_day(text, today) or bool(read_when(text, today).time_start)


def has_day(text: str, today: date | None) -> bool:
    """Tell whether a text holds a day, or something that should be one."""
    found = read_when(text, today)
    return bool(found.start or found.end or found.mismatches or found.impossible or found.past)


def plain_time(text: str, today: date | None) -> str:
    """Return a text that says when and nothing else, "" for any other."""
    return text if is_of_time(text) and len(text) <= 120 and says_when(text, today) else ""


def is_of_time(text: str) -> bool:
    """Tell whether a text holds no other words than those of days and clocks."""
    words = _LETTERS.findall(text.casefold())
    return all(word in _TIME_WORDS or _DAY_OR_MONTH.match(word) for word in words)


def contrasted(sentence: str) -> tuple[str, str | None]:
    """Return a sentence without what it says is not so, and that; None where it sets nothing against it."""
    text = _ASIDE.sub("", _AS_WRITTEN.sub("", sentence)).strip(" .!,")
    old: str | None = None
    for _ in range(2):
        found = _CONTRAST.search(text)
        if not found:
            break
        old = found["old"] or found["other"] or old or ""
        text = text[: found.start()].strip(" ,.!")
    return text, old
