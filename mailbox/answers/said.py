"""Recognise in one plain sentence what it says of one field: "Vi behöver fyra personer", "Lokalen blir Glasbruket".

`stated` reads what needs no question, since the words themselves say what they are about; `fits` reads a bare answer
("Tre.", "Region Exempel") for a field that was asked about. Both give "" where a person could hesitate.
"""

import re
from datetime import date

from medverkan.mailbox.answers.chatter import is_hedged
from medverkan.mailbox.answers.counted import ANY_COUNT, COUNTS, ROLES, changed_count, people
from medverkan.mailbox.answers.plain import MAX_BARE_WORDS, bare, contrasted, plain_time, says_when, trimmed
from medverkan.mailbox.answers.topics import ACTIVITY, EXPERIENCE, ORGANISATION, PURPOSIVE
from medverkan.mailbox.answers.venues import NO_PLACE, new_place, place
from medverkan.mailbox.forms.values import options
from medverkan.mailbox.forms.values.contact import person_name
from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.forms.values.written import email_in

_MOVED = re.compile(
    r"^(?:men |och |nu )?(?:tiden|datumet|dagen|mötet|träffen|mötestiden|starttiden|uppdraget|intervju\w*|fokusgruppen|"
    r"workshopen|vi)\s+(?:har |är |blir |blev |måste |behöver |tyvärr |nu |också )*"
    r"(?:flytta\w*|ändra\w*|skjut\w*|senarel\w*|"
    r"tidigarel\w*|framflytta\w*|bytt)\b(?:[^.\d]{0,30}?\b(?:till|upp till|fram till) |[,:–-] )(?P<what>[^?]{2,100})$",
    re.I,
)
_MOVE_IT = re.compile(
    r"^(?:please |snälla )?(?:flytta|move|reschedule|change|ändra) (?:gärna )?(?:det|den|mötet|träffen|datumet|tiden|"
    r"dagen|it|the (?:meeting|date|time|day)) (?:till|to) (?P<what>[^?]{2,60})$",
    re.I,
)
_TIME_IS = re.compile(
    r"^(?:men |och )?(?:tiden|datumet|dagen|mötestiden|starttiden) (?:är|blir|ska vara|gäller) (?:nu )?"
    r"(?P<what>[^?]{2,100})$",
    re.I,
)
_BARE_HOURS = re.compile(r"\d{1,2}(?:[.:]\d\d)?\s?[–-]\s?\d{1,2}(?:[.:]\d\d)?[ .!]*$")
# What stays as it was is merged by itself.
_AS_BEFORE = re.compile(
    r",? (?:men |och )?(?:på |i )?(?:samma|oförändrad) (?:tid|plats|klockslag|lokal|ställe|tider)"
    r"(?: (?:och|på) (?:samma )?(?:tid|plats|klockslag|lokal|ställe))?(?: som (?:förut|tidigare|innan))?[.! ]*$",
    re.I,
)
_REPLY_BY = re.compile(
    r"\b(?:svara?|besked|återkoppling från er)\b[^.?]{0,40}\b(?:senast|före|innan)\s+(?P<what>[^?]{3,40})$", re.I
)
_THE_MEETING = re.compile(
    r"^(?:mötet|träffen|uppdraget|intervju|fokusgruppen|workshopen|vi (?:ses|träffas|möts))", re.I
)
_HOLDS_ORGANISATION = re.compile(r"\bRegion [A-ZÅÄÖ]|\bkommun\b")
_UNIT = re.compile(r"^[A-ZÅÄÖ][^.!?]{2,70}$")
_UNIT_IS = re.compile(r"^(?:vår )?(?:enhet(?:en)?|verksamhet(?:en)?) (?:är|heter) ", re.I)
_I_AM = re.compile(
    r"^(?:(?:det )?är jag(?: själv)?(?: som är (?:er )?kontakt(?:person)?)?|jag själv|jag heter|jag|undertecknad|"
    r"kontaktperson(?:en)? är)[, ]+",
    re.I,
)
# "Lena Öberg och hon slutar i maj" says more than who.
_MORE_OF_THEM = re.compile(r"\b(?:hon|han|men|som|slutar|sjuk|till och med|tills|fram till|kommer|börjar)\b", re.I)
_PURPOSE_IS = re.compile(
    r"^(?:vårt |det )?(?:syftet|målet|syfte|mål|tanken|meningen|poängen|idén|avsikten|målsättningen)"
    r"(?: med [^.!?]{2,60}?)? är (?:att|en|ett|bättre|ökad|ökat|kortare|färre|fler)\b",
    re.I,
)
_AIMS = re.compile(
    r"^(?:för )?att (?!ni\b|du\b|vi\b|det är)\w+ \w+|"
    r"^vi (?:vill|hoppas|önskar) att (?!ni\b|du\b|någon|de\b|den\b|det\b|personen|deltag|mötet|träffen|tiden|"
    r"lokalen)[^.!?,]{3,80} (?:ska(?:ll)? |kan )?"
    r"(?:bli|blir|få|får|förstår?|känna|känner|vågar?|slippa|slipper|hitta|hittar)\b|"
    r"^vi (?:vill|hoppas|önskar|strävar efter)(?: gärna)? (?:kunna )?(?:att (?:fler|alla|ingen|färre|patient|brukar|"
    r"personal|vård|närstående|anhörig|barn|unga|äldre|människor|de som|den som)\w*|förbättra|förenkla|utveckla|öka|"
    r"veta (?:hur|vad|varför|om|vilka)|få höra|"
    r"minska|lära|förstå|veta mer|ta reda på|få (?:reda|veta|bättre|mer|kunskap|en bild|insikt|syn)|skapa|"
    r"göra [^.!?]{2,40} (?:bättre|lättare|tryggare|enklare)|"
    r"bli bättre|höra hur|undersöka|bidra|korta|ta till vara|ta vara)\b",
    re.I,
)
_BETTER = re.compile(
    r"^(?:en |ett )?(?:ökad|ökat|bättre|kortare|tryggare|enklare|minskad|minskat|färre|fler|förbättrad|förbättrat|mer |"
    r"jämlik|högre)\w* (?!om\b|att\b|är\b|blir\b)\w+",
    re.I,
)
_TO_YOU = re.compile(r"\b(?:ni|er|ert|era|du|dig|mig|blir|om (?:ni|du|vi|det|den|någon|möjligt))\b", re.I)
_WE_HOLD = re.compile(r"^vi (?:ska ha|ska hålla|vill ha|planerar|ordnar|håller) ", re.I)
_KIND_FIRST = re.compile(
    rf"^(?:(?:en|ett|två|tre|individuell\w*|enskild\w*|digital\w*) ){{0,2}}[a-zåäö]{{0,20}}{ACTIVITY.pattern}", re.I
)
_ASSIGNMENT = re.compile(
    r"\b(?:uppdraget (?:är|går|innebär|handlar|består)|går ut på|handlar om|deltagarna (?:ska|får|kommer)|personerna "
    r"(?:ska|får)|de(?:n)? som medverkar (?:ska|får))\b",
    re.I,
)


def stated(sentence: str, today: date | None) -> dict[str, str]:
    """Return key → text for what a sentence says by itself, as a correction of something nobody asked about."""
    sentence = contrasted(sentence)[0] or sentence
    if is_hedged(sentence) or len(sentence) > 300:
        return {}
    if count := changed_count(sentence):
        return {"people_wanted": count}
    if where := new_place(sentence, today):
        return {"place": where}
    if found := _MOVED.match(sentence) or _MOVE_IT.match(sentence) or _TIME_IS.match(sentence):
        what = _AS_BEFORE.sub("", found["what"])
        what = f"kl. {what}" if _BARE_HOURS.match(what) else what
        return {"when_text": time} if (time := plain_time(trimmed(what), today)) else {}
    found = _REPLY_BY.search(sentence)
    # "Mötet är den 3 mars, svar senast den 1": what stands before must say nothing of its own.
    day = plain_time(trimmed(found["what"]), today) if found else ""
    return {"reply_by": day} if found and day and not re.search(r"\d", sentence[: found.start()]) else {}


def fits(key: str, sentence: str, today: date | None) -> str:
    """Return the text in a sentence that can answer a question about that field; "" where it cannot."""
    reader = _FITS.get(key)
    return reader(sentence, today) if reader and len(sentence) <= 2000 else ""


def _when(sentence: str, today: date | None) -> str:
    said = stated(sentence, today)
    if "when_text" in said:
        return said["when_text"]
    return "" if _REPLY_BY.search(sentence) else plain_time(bare(sentence), today)


def _reply_by(sentence: str, today: date | None) -> str:
    said = stated(sentence, today)
    if said or _THE_MEETING.match(sentence):
        return said.get("reply_by", "")
    return plain_time(bare(re.sub(r"^senast ", "", sentence, flags=re.I)), today)


def _organisation(sentence: str, today: date | None) -> str:
    text = trimmed(re.sub(r"^(?:vår )?(?:organisation(?:en)?|huvudman(?:nen)?) är ", "", bare(sentence), flags=re.I))
    return text if ORGANISATION.match(text) else ""


def _unit(sentence: str, today: date | None) -> str:
    text = trimmed(_UNIT_IS.sub("", bare(sentence)))
    named = _UNIT.match(text) and not NO_PLACE.search(text) and not _HOLDS_ORGANISATION.search(text)
    return text if named and len(text.split()) <= 8 and not says_when(text, today) and not e164(text) else ""


def _name(sentence: str, today: date | None) -> str:
    text = _I_AM.sub("", bare(sentence) if not _I_AM.match(sentence) else sentence)
    name = person_name(text)
    parts = name.split()
    capital = all(part[0].isupper() for part in parts if part not in {"von", "af", "de"})
    if _MORE_OF_THEM.search(text):
        return ""
    return text if 2 <= len(parts) <= 4 and capital and len(text.split()) <= len(parts) + 6 else ""


def _phone(sentence: str, today: date | None) -> str:
    others = re.sub(r"[\d\s()+/–-]", "", bare(sentence))
    about = re.search(r"\b(?:numret|nummer|når|telefon|tfn|tel|mobil)\b", sentence, re.I)
    number = _PHONE_NUMBER.search(sentence)
    plain = len(others) <= 3 or (about and len(sentence.split()) <= 12)
    # The number alone: words beside it are no name.
    return number[0].strip() if plain and number and e164(sentence) else ""


_CALLED = re.compile(
    r"^(?:det|den|uppdraget|namnet) (?:ska(?:ll)? (?:stå|heta)|heter) [”\"]?(?P<what>(?-i:[A-ZÅÄÖ])[^?”\"]{2,80})",
    re.I,
)
_PHONE_NUMBER = re.compile(r"(?:\+|\b)\d[\d\s()/–-]{4,24}\d\b")


def _cost_centre(sentence: str, today: date | None) -> str:
    text = bare(sentence)
    named = re.fullmatch(r"[\w/ -]{2,24}", text) and re.search(r"\d{2}", text)
    return text if named and not says_when(text, today) else ""


def _title(sentence: str, today: date | None) -> str:
    found = _CALLED.match(sentence.strip())
    return trimmed(found["what"]) if found and not is_hedged(sentence) else ""


def _format(sentence: str, today: date | None) -> str:
    text = bare(sentence).strip(" .!,")
    plain = re.fullmatch(
        r"(?:helt |endast |bara |enbart )?(?:digital\w*|på plats|fysiskt?|via länk|på länk|online|på distans|på teams|"
        r"via teams|via zoom|teams|zoom)(?: möte| träff)?",
        text,
        re.I,
    )
    return text if plain else ""


def _email(sentence: str, today: date | None) -> str:
    return email_in(sentence) if sentence.count("@") == 1 and len(sentence.split()) <= 8 else ""


def _perspectives(sentence: str, today: date | None) -> str:
    text = bare(sentence)
    short = len(text.split()) <= 6 and not is_hedged(text)
    plain = not COUNTS.match(text) or ROLES.match(text)
    return text if short and plain and options.perspectives(text) else ""


def _purpose(sentence: str, today: date | None) -> str:
    text = sentence.strip()
    plain = _PURPOSE_IS.match(text) or _AIMS.match(text) or (_BETTER.match(text) and len(text.split()) <= 8)
    mixed = (
        EXPERIENCE.search(text) or ANY_COUNT.search(text) or _TO_YOU.search(re.sub(r"\bska(?:ll)? bli\w*", "", text))
    )
    return text if plain and len(text.split()) >= 2 and not mixed else ""


def _experience(sentence: str, today: date | None) -> str:
    text = sentence.strip()
    return text if EXPERIENCE.search(text) and not PURPOSIVE.search(text) and len(text.split()) >= 2 else ""


def _activity(sentence: str, today: date | None) -> str:
    text = _WE_HOLD.sub("", bare(sentence))
    tells = re.search(r"\b(?:är|har|ska|blir|var|fick|får|kan|kommer)\b", text, re.I)
    return text if not tells and _KIND_FIRST.match(text) and len(text.split()) <= MAX_BARE_WORDS else ""


def _description(sentence: str, today: date | None) -> str:
    return sentence.strip() if _ASSIGNMENT.search(sentence) else ""


_FITS = {
    "people_wanted": people, "when_text": _when, "reply_by": _reply_by, "place": place,
    "organisation": _organisation, "unit": _unit, "contact_name": _name, "contact_phone": _phone,
    "contact_email": _email, "perspectives": _perspectives, "purpose": _purpose, "experience": _experience,
    "activity": _activity, "description": _description, "cost_centre": _cost_centre, "format": _format, "title": _title,
}  # fmt: skip
