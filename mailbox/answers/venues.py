"""The place that a plain sentence gives: "Lokalen blir Glasbruket", "via Teams", "Rådhuset, sal 3"."""

import re
from datetime import date

from medverkan.mailbox.answers.chatter import is_hedged
from medverkan.mailbox.answers.counted import COUNT
from medverkan.mailbox.answers.plain import MAX_BARE_WORDS, bare, is_of_time, says_when, trimmed
from medverkan.mailbox.answers.topics import ACTIVITY, EXPERIENCE, ORGANISATION, PURPOSIVE
from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.forms.values.written import email_in

_PLACE_IS = re.compile(
    r"^(?:men |och |nu )?(?:(?:lokalen|platsen|plats|lokal|mötesplatsen|adressen|mötesrummet|rummet) "
    r"(?:är (?:nu )?(?:ändrad|flyttad|bytt) till|är nu|är|blir|ska vara|ändras till|flyttas till|har ändrats till|"
    r"har blivit)|"
    r"(?:ändra|byt|byta) (?:lokal|plats|lokalen|platsen) till|"
    r"vi (?:byter|har bytt|bytte|ändrar|har ändrat) (?:lokal|plats|lokalen|platsen) till) (?P<what>[^?]{2,120})$",
    re.I,
)
_MEETS = re.compile(
    r"^(?:det |mötet |träffen |uppdraget |intervjun |fokusgruppen |vi )?(?:är|blir|ses|träffas|möts|håller till|hålls|"
    r"sker|äger rum|kommer (?:att |vi att )?(?:hållas|vara|äga rum|ske|ses|träffas|mötas|bli))(?: då)? "
    r"(?P<what>(?:(?:på|i|hos|via|över|genom|vid) |digital)[^?]{2,100})$",
    re.I,
)
_REMOTELY = re.compile(
    r"^(?:helt |endast |via |på |över |genom )?(?:digital\w*|teams|zoom|online|videolänk|länk)\b", re.I
)
_PREPOSITION = re.compile(r"^(?:i|på|hos|vid) (?:oss\b|vår\w* |(?-i:[A-ZÅÄÖ]))", re.I)
_PLACE_WORD = re.compile(
    r"(?:sjukhus|bibliotek|biblioteket|hus|huset|sal|salen|rum|rummet|lokal|lokalen|cent(?:er|rum)|skola|skolan|kyrka|kyrkan|gård|gården|"
    r"gata|gatan|väg|vägen|hall|hallen|mottagning|mottagningen|central|centralen|torg|torget|hotell|hotellet|park|"
    r"parken|plan|våning|vån|kontor|kontoret|gränd|gränden|entré|entrén|sjukhuset|boende|boendet|kansli|kansliet|"
    r"borg|slott|bruk|bruket|villa|villan|klinik|kliniken|avdelning|avd|hamn|hamnen|plats|platsen)$",
    re.I,
)
# "biblioteket i Nybro", "vår stora sal": what is named first is a house or a room.
_HOUSE_FIRST = re.compile(
    r"^(?:i |på |hos |vid )?(?:(?:vår|vårt|våra|den|det|gamla|nya|stora|lilla) ){0,2}\w{0,24}"
    r"(?:sjukhus|bibliotek|hus|huset|sal|salen|rum|"
    r"rummet|centralen|central|skola|skolan|kyrkan|gården|gård|hall|hallen|mottagning|mottagningen|kontor|kontoret|hotell|"
    r"hotellet|entrén|kansli|kansliet|kliniken|klinik|avdelningen|boende|boendet)(?:et)?\b",
    re.I,
)
_IN = re.compile(r"^(?:i|på|hos|vid) ", re.I)
_JOINS = frozenset(
    ("och", "i", "på", "vid", "av", "för", "nr", "eller", "via", "samt", "gamla", "nya", "stora", "lilla")
)
_AT_HOME = re.compile(r"^hemma hos \w+\.?$", re.I)
# One word with a capital that answers something, but is no place.
NO_NAME = re.compile(
    r"^(?:stämmer|samma|precis|exakt|självklart|visst|ingen|inget|inga|alla|båda|valfritt|senare|nedan|bifogat|bifogad|"
    r"okänd|okänt|snart|klart|klar|rätt|fel|korrekt|ja|nej|jo|se|svar|enligt|tack|hej|okej|ok|bra|absolut|gärna|"
    r"spelar|valfri|vilken|var|när|hur|vem|som|ibland|båda|tyvärr|fungerar|passar|återkommer|funkar|japp|inte|mvh|"
    r"enhetschef\w*|verksamhets\w*|projektledare|samordnare|sjuksköterska|läkare|kurator|handläggare|utvecklare)\b",
    re.I,
)
NO_PLACE = re.compile(
    r"\b(?:är|var|blev|förra|sist|har|hade|ska|skall|kommer|vill|vet|får|måste|kan|hör|letar|bokar|behöver|söker|gör|blir|vi|jag|ni|man|att|"
    r"syftet|målet|personer|deltagare|person|patienter|närstående|brukare|erfarenhet\w*)\b",
    re.I,
)


def new_place(sentence: str, today: date | None) -> str:
    """Return the place that a sentence by itself says is the right one; "" for none."""
    found = _PLACE_IS.match(sentence)
    return named_place(trimmed(found["what"]), today, stated=True) if found else ""


def place(sentence: str, today: date | None) -> str:
    """Return the place in a sentence that can answer where it is; "" for none."""
    if found := new_place(sentence, today):
        return found
    if is_hedged(sentence):
        return ""
    meets = _MEETS.match(sentence)
    return named_place(trimmed(meets["what"]) if meets else bare(sentence), today)


def named_place(text: str, today: date | None, *, stated: bool = False) -> str:
    """Return a text that is the name of a place and cannot be anything else, "" for any other.

    `stated`: the sentence says that it is a place ("Platsen är biblioteket i Nybro"); small letters will do.
    """
    text = trimmed(text)
    words = text.split()
    if is_of_time(text) or len(words) > MAX_BARE_WORDS or NO_PLACE.search(text) or NO_NAME.match(text):
        return ""
    named = _AT_HOME.match(text) or _REMOTELY.match(text) or _PREPOSITION.match(text) or _is_name(text)
    inside = _IN.match(text) and any(map(_PLACE_WORD.search, re.findall(r"[\w’'-]+", text)))
    if not named and not inside and not (stated and _HOUSE_FIRST.match(text)):
        return ""
    alike = (
        says_when(text, today) or ORGANISATION.match(text) or email_in(text) or e164(text) or COUNT.match(text)
        or (ACTIVITY.search(text) and not says_place(text)) or PURPOSIVE.search(text) or EXPERIENCE.search(text)
    )  # fmt: skip
    return "" if alike or not re.search(r"\w{3}", text) else text


def says_place(text: str) -> bool:
    """Tell whether words speak of a place by themselves, not only by standing there."""
    plain = bare(text)
    words = re.findall(r"[\w’'-]+", plain)
    meets = _PREPOSITION.match(plain) or _REMOTELY.match(plain) or _MEETS.match(text) or _PLACE_IS.match(text)
    return bool(meets) or any(map(_PLACE_WORD.search, words))


def _is_name(text: str) -> bool:
    """Tell whether words read as the name of a place: capitals, numbers, and words such as "sal"; no person's name."""
    words = re.findall(r"[\w’'-]+", text)
    plain = [word for word in words if word[0].islower() and not _PLACE_WORD.search(word) and word not in _JOINS]
    named = any(_PLACE_WORD.search(word) or word[0].isdigit() for word in words) or "," in text
    # "Emmaboda folkets hus", "Hemma hos deltagaren".
    owned = len(plain) == 1 and plain[0].endswith("s") and bool(_PLACE_WORD.search(words[-1]))
    return bool(words) and words[0][0].isupper() and (owned or not plain) and (named or len(words) == 1)
