"""What a registration in prose says, field by field. A consent counts only where the person says to what."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from medverkan.mailbox.forms.values import numbers
from medverkan.mailbox.forms.values.normalise import STOCKHOLM
from medverkan.mailbox.forms.values.phones import e164
from medverkan.mailbox.forms.values.written import email_in
from medverkan.mailbox.prose.channel import channel_of, is_contact_refusal
from medverkan.mailbox.prose.consents import CONSENTS, consents_of
from medverkan.mailbox.prose.guardian import guardian_of, reached_of
from medverkan.mailbox.prose.illness import experience_of, perspectives_of
from medverkan.mailbox.prose.person import Person, own_words
from medverkan.mailbox.prose.sentences import LetterText

_TOWN = r"[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ]?[a-zåäö]+)?(?: [A-ZÅÄÖ][a-zåäö]+)?"
_COMMUNE = re.compile(rf"\b(?P<town>{_TOWN} kommun)\b")
_LIVES = re.compile(r"\b(?:bor|bosatt|boende|hemma|hemmahörande|kommer från|från|bott)\b", re.I)
_HOME = re.compile(
    rf"\b(?:[Bb]or|[Bb]osatt|[Bb]oende|[Hh]emmahörande|[Kk]ommer från)\b(?: (?!(?:i|på|"
    rf"hos)\b[^.]{{0,12}}\b(?:gruppbostad|äldreboende))[a-zåäö]+){{0,6}}? ?"
    rf"(?:i|på|från|utanför|nära|vid) (?P<town>{_TOWN})"
)
# "Bor på Solgården i Nybro", "i gruppbostad på Ekvägen i Nybro": the town stands after the house.
_HOUSE_IN_TOWN = re.compile(
    rf"\b(?:[Bb]or|[Bb]osatt|[Bb]oende)\b(?: (?!och\b|men\b)[a-zåäö]+){{0,3}}? (?:på|vid|hos)"
    rf"(?: (?!(?:och|men|som|där|jobbar|arbetar|född|går|ligger)\b)[\wåäö-]+){{1,5}}? i (?P<town>{_TOWN})"
)
_SMALL_TOWN = re.compile(
    r"\b(?:bor|bosatt|boende|hemma|kommer från)\b(?: (?!i\b|på\b)\w+){0,3} (?:i|på|från|"
    r"utanför) (?P<town>(?!(?:en|ett|hus|"
    r"villa|lägenhet|stan|staden|byn|närheten|samma|min|mitt|radhus|hyreshus|kommunen|särskilt|egen|eget|länet|"
    r"norra|södra|östra|västra|skogen|centrum|sverige|gruppbostad|gruppboende|stödboende|äldreboende)\b)"
    r"[a-zåäö]{3,}(?:-[a-zåäö]+)?)(?=[.,!?;)]|$| (?:sen|sedan|och|med|kommun|där|som|nu|i|utanför|född|mej|sjuk)\b)"
    r"|\b(?:i|på) (?P<there>[a-zåäöA-ZÅÄÖ][a-zåäö-]{2,}) där (?:jag|vi) bor\b",
    re.I,
)
# "Kim Ek, född 1960, Tunby", "47 år från Tunby": facts one after another.
_LISTED_TOWN = re.compile(
    rf"\b[Ff]ödd (?:år |i )?-?\d{{2,4}}\)?,? (?:i |från |bor i )?(?P<town>{_TOWN})(?=[.,;]|$)|"
    rf"(?:\bår|\bbast|\bårig|\)),? från (?P<from>{_TOWN})"
)
_BORN = re.compile(
    r"(?:\b(?:född|årgång|födelseår|född år|f)\b\.?)[^.!?\d-]{0,20}-?((?:19|20)\d\d|\d{2}(?:\d{4})?)(?!\d)", re.I
)
_MODEL = re.compile(r"\b((?:19|20)\d\d) års modell\b", re.I)
# The year in brackets after the age.
_BESIDE_AGE = re.compile(r"\b\d\d (?:år|bast|årig)\w*,? \((?:född )?-?((?:19|20)?\d\d)(?::an?)?\)", re.I)
_BORN_WITH_DAY = re.compile(r"\bfödd (?:den )?\d{1,2}(?::?e)? [a-zåäö]+ (?:år )?((?:19|20)\d\d)\b", re.I)
_ADDRESS = re.compile(rf"\b(?P<address>[A-ZÅÄÖ][\wåäö .-]{{2,40}}? \d{{1,4}} ?[A-Za-z]?,? \d{{3}} ?\d{{2}} {_TOWN})")
_UNWILLING = re.compile(
    r"\b(?:vill|orkar|tänker|klarar|vågar)(?: (?!att\b)[\wåäöA-Z]+){0,3}? (?:inte|ej)\b|\b(?:vill|orkar|tänker|"
    r"klarar) (?:inte|ej)\b|\bkan (?:absolut )?inte tänka (?:mig|sig)\b|\baldrig tänka (?:mig|sig)\b|"
    r"\b(?:helst inte|absolut inte|slipper (?:gärna|helst)|undviker)\b|\binte bekväm|\binget för (?:mig|henne|"
    r"honom)\b|\bsäger nej till\b|\bavstår\b|^inte (?:i (?:tidning|tv|media|radio|film|press)|på (?:bild|film|"
    r"scen)|framför|inför)",
    re.I,
)
_NO_MATTER = re.compile(
    r"\b(?:samtyck|godkänn|anmäl|uppringd|fått|bestämt|personuppgift|registrer|säger ja|hälsouppgift|ringa till|"
    r"att ni ringer)",
    re.I,
)
_HOURS = re.compile(
    r"\b(?:dagtid|kvällar(?:na)?|kvällstid|kväll(?:en)?|förmiddag\w*|eftermiddag\w*|morg(?:nar|on)\w*|helg(?:er|"
    r"en|erna)?|vardag\w*|lunch\w*|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*|"
    r"efter (?:klockan |kl\.? ?)?(?:\d{1,2}|fyra|fem|sex|sju|åtta)\b|före (?:klockan |kl\.? ?)?\d{1,2}|när som helst|"
    r"efter skolan|jämna veckor|udda veckor|varannan vecka|skoltid)\b",
    re.I,
)
_CAN = re.compile(
    r"\b(?:pass\w*|pling|signal|slå|kan|bäst|ledig\w*|helst|funkar|fungerar|går|träffas|chansen|tid|ring\w*|nås|når|"
    r"tillgänglig\w*|hinner|gärna|möjlig\w*|bra|lättast|upptagen|inga)\b",
    re.I,
)
_WHOLE_NUMBER = re.compile(r"\+?\d[\d ()/-]{6,18}\d\b(?=\D*$|[ ,.])")
_NUMBER = re.compile(r"@|\d{3}[ -]\d")
_TRAVEL = re.compile(r"\b(?:resa|reser|åka|åker|bil|bilen|körkort|buss\w*|färdtjänst\w*|tåg\w*|skjuts|mil)\b", re.I)
_SUPPORT = re.compile(
    r"\b(?:gott om tid|hjälp att|hjälp med att|lugnt tempo|tid på mig|hörslinga|slinga|tolk\w*|ledsagare|"
    r"rullstol\w*|pauser|paus|"
    r"stödperson|lättläst|hörapparat|barnvakt|"
    r"hör (?:så |lite |rätt |ganska |väldigt )*(?:dåligt|illa)|hörseln|ser (?:så |lite |väldigt )*dåligt|"
    r"prata (?:tydligt|högt)|dyslexi|"
    r"parkering\w*|hiss|ramp|ha med (?:mig|sig) (?:en|någon|min|sin))\b",
    re.I,
)
_NEEDS = re.compile(
    r"\b(?:dåligt?|prata|dyslexi|behöv\w*|bra|måste|krävs|kräver|vill ha|gärna|hör|ser|önskar|nära|ha med|"
    r"tillgänglig\w*|viktigt)\b",
    re.I,
)
_LANGUAGES = re.compile(
    r"\b(?:talar|pratar|prata|kan tala|modersmål är|hemspråk är|språk(?:en)? är)\s+((?:(?:och |, ?|flytande |lite |"
    r"även )*[a-zåäö]*(?:ska|farsi|dari|somali|tigrinja|hindi|urdu|teckenspråk)\b(?:, | och )?){1,6})",
    re.I,
)
_ASSOCIATION = re.compile(
    r"\b(?:medlem i|aktiv i|engagerad i|med i styrelsen (?:för|i)|ordförande (?:i|för)|sitter i styrelsen (?:för|"
    r"i)|kassör i|med i) (?P<said>[^.!?,]{0,40}(?:förening|förbund|riksförbund|organisation|NSPH|RSMH|Attention|"
    r"Hjärnkoll)[^.!?,]{0,40})",
    re.I,
)
_WISHES = re.compile(
    r"\b(?:vara med (?:i|på|vid)|va med (?:i|på)|delta i|deltar (?:\w+ )?i|medverka (?:i|på|vid)|"
    r"medverkar (?:\w+ )?(?:i|på|vid)|bidra med|bidra genom|tänka (?:mig|sig) att|tänka (?:mig|sig)|"
    r"ställa upp (?:på|i|med|för)|"
    r"ställer (?:\w+ )?upp (?:på|i|med|för)|hjälpa till (?:med|att)|hjälper (?:\w+ )?till (?:med|att)|med (?:på|"
    r"i)|gärna|skulle kunna|kan även|kan också|kan)\s+(?P<what>[^.!?\n]{3,160})",
    re.I,
)
_ACTIVITY = re.compile(
    r"(?:grupp|råd\b|intervju|enkät|föreläs|föredra|berätta|läsa|läser|granska|testa|workshop|möte|utbildning|"
    r"samtal|panel|revision|rekryter|remiss|studiebesök|konferens|broschyr|information|texter|material|"
    r"undervis|prata|konferens|erfarenhet|svara på|filma|podd|analys)",
    re.I,
)


def registration_fields(letter: LetterText, person: Person, when: datetime | None) -> dict[str, Any]:
    """Return what the sentences say of the person; nothing of whoever writes for them."""
    year = when.astimezone(STOCKHOLM).year if when else None
    texts = [s.text for s in person.sentences]
    foot = "\n".join(letter.signature) if person.is_writer else ""
    plain = [t for t in texts if not CONSENTS.search(t)]
    unwilling = [
        clause
        for text in plain
        for clause in _clauses(text)
        if _UNWILLING.search(clause) and not _NO_MATTER.search(clause) and not is_contact_refusal(clause)
    ]
    experience = experience_of(plain, own=person.is_writer)
    everything = "\n".join((*texts, foot))
    practical = [t for t in plain if t not in experience]
    fields: dict[str, Any] = {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "phone": e164(everything),
        "email": email_in(everything),
        "contact_preference": channel_of(plain),
        "postal_address": next(
            (a["address"] for t in texts if any(c.isdigit() for c in t) and (a := _ADDRESS.search(t))), ""
        ),
        "municipality": _municipality(texts),
        "birth_year": _birth_year(everything, year),
        "perspectives": perspectives_of(own_words(experience, person), own=person.is_writer),
        "experience": " ".join(experience),
        "activities": _activities(plain),
        "unwilling": " ".join(dict.fromkeys(unwilling)),
        "availability": _availability(practical, unwilling),
        "travel": _first_clause(practical, _TRAVEL),
        "support_needs": next((t for t in practical if _SUPPORT.search(t) and _NEEDS.search(t)), ""),
        "languages": next(
            (re.sub(r"(?: och|,)+$", "", f[1].strip(" ,")) for t in plain if (f := _LANGUAGES.search(t))), ""
        ),
        "associations": next((f["said"].strip() for t in plain if (f := _ASSOCIATION.search(t))), ""),
    }
    if person.is_writer:
        fields |= consents_of(texts)
    else:
        fields |= reached_of(letter, person, fields, year)
        fields |= consents_of([s.text for s in letter.sentences], own=False) | guardian_of(letter, person, fields, year)
    return {key: value for key, value in fields.items() if value not in ("", [], None)}


def _clauses(text: str) -> list[str]:
    """Cut a sentence where another main clause begins."""
    parts = re.split(
        r"[;,]?\s+(?=men\b)|,\s+(?:och |så )?(?=(?:jag|hon|han|det|däremot|helst)\b)|\s+och\s+(?=(?:jag|hon|han)\s)",
        text,
    )
    return [re.sub(r"^(?:men|och)\s+", "", part.strip()) for part in parts if part.strip()]


def _municipality(texts: Sequence[str]) -> str:
    for text in texts:
        if _LIVES.search(text) and (found := _COMMUNE.search(text)):
            words = found["town"].split()
            return (
                " ".join(words[-2:])
                if len(words) > 2 and words[0] in {"I", "Från", "Bor", "På"}
                else found["town"].removesuffix(" kommun")
            )
    for pattern in (_HOUSE_IN_TOWN, _HOME):
        if town := next((found["town"] for text in texts if (found := pattern.search(text))), ""):
            return town
    for pattern in (_LISTED_TOWN, _SMALL_TOWN):
        if found := next((found for text in texts if (found := pattern.search(text))), None):
            town = next(part for part in found.groups() if part)
            return town.title() if town.islower() else town
    for at, text in enumerate(texts):
        # A list of facts, one on each line: the name, the year, the town.
        near = (*texts[max(0, at - 1) : at], *texts[at + 1 : at + 2])
        if text.isalpha() and len(text) > 2 and any(_BORN.search(one) and one.count(" ") < 4 for one in near):
            return text.title() if text.islower() else text
    return ""


def _birth_year(text: str, latest: int | None) -> int | None:
    found = _BORN_WITH_DAY.search(text) or _BESIDE_AGE.search(text) or _MODEL.search(text) or _BORN.search(text)
    return numbers.birth_year(found[1], latest) if found else None


def _availability(texts: Sequence[str], unwilling: Sequence[str]) -> str:
    for text in texts:
        if _HOURS.search(text) and _CAN.search(text) and (said := _hours_of(text)) and said not in unwilling:
            return said
    return ""


def _hours_of(text: str) -> str:
    """Return a sentence on when somebody can, without a number or an address in it."""
    if not _NUMBER.search(text):
        return text
    # "Ring mig på 070-…, helst efter fem"
    parts = [part.strip() for part in re.split(r",\s+(?!\d)|\.\s|\s+(?=men\b)", text)]
    said = next((part for part in parts if _HOURS.search(part) and not _NUMBER.search(part)), "")
    if not said and (number := _WHOLE_NUMBER.search(text)):
        said = text[number.end() :].strip(" .,;") if _HOURS.search(text, number.end()) else ""
    return re.sub(r"^(?:helst|gärna|bäst|men)\s+", "", said)


def _first_clause(texts: Sequence[str], pattern: re.Pattern[str]) -> str:
    return next((text for text in texts if pattern.search(text)), "")


def _activities(texts: Sequence[str]) -> list[str]:
    for text in texts:
        for clause in _clauses(text):
            found = _WISHES.search(clause)
            if not found or _UNWILLING.search(clause) or not _ACTIVITY.search(found["what"]):
                continue
            parts = re.split(r",|\beller\b|\boch\b|\bo\b", found["what"])
            return [
                part
                for raw in parts
                if (
                    part := re.sub(
                        r"^(?:(?:en|ett|i|på|att|kan|gärna|vara med|sitter|till exempel)\s+)+", "", raw.strip(" .")
                    )
                )
            ]
    return []
