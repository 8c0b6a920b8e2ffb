"""What a registration in prose says, field by field. A consent counts only where the person says to what."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from medverkan.mailbox.forms import numbers, options
from medverkan.mailbox.forms.consents import consent_key
from medverkan.mailbox.forms.contact import person_name, split_name
from medverkan.mailbox.forms.normalise import STOCKHOLM
from medverkan.mailbox.forms.phones import e164
from medverkan.mailbox.forms.written import email_in

_NAME = re.compile(r"\b(?:jag heter|mitt namn är|jag,)\s+((?:[A-ZÅÄÖÉ][\w'’-]+\s*){1,4})", re.I)
_MUNICIPALITY = re.compile(
    r"\b(?:bor|bosatt|boende|hemma)\s+(?:nu |numera |sedan \w+ )?(?:utanför |i närheten av |i |på "
    r")+([A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)"
)
_BORN = re.compile(r"\b(?:född|årgång)\b[^.!?\d]{0,20}((?:19|20)\d\d|\d{2}(?:\d{4})?)", re.I)
_CHANNEL_SENTENCE = re.compile(r"\b(?:helst|ring|nå|nås|kontakta|skicka|mejla|maila|smsa|sms:a|hör av|bäst)\b", re.I)
_EXPERIENCE = re.compile(
    r"\b(?:erfarenhet|levt med|lever med|diagnos|sjukdom|sjuk\b|vårdat|vårdades|inlagd|opererad|opererat|"
    r"operation|anhörig|närstående|"
    r"behandl|(?:min|mitt|mina) (?:man|fru|make|maka|sambo|son|dotter|barn|mamma|pappa|mor|far|bror|syster|"
    r"mormor|morfar|farmor|farfar)|"
    r"hemtjänst|boendestöd|psykiatri|missbruk|beroende|funktionsneds|har (?:haft|fått)|drabba|stroke|cancer|"
    r"rullstol|assistan)",
    re.I,
)
_RELATIVE = re.compile(
    r"\b(?:(?:min|mitt|mina|vår|vårt|våra) (?:\w+ )?(?:man|fru|make|maka|sambo|son|dotter|barn|mamma|pappa|"
    r"mor|far|bror|syster|mormor|morfar|"
    r"farmor|farfar|föräldrar|syskon)|anhörig|närstående|förälder till|mamma till|pappa till)\b",
    re.I,
)
_OWN = re.compile(
    r"\b(?:jag (?:har|lever|fick|blev|är|var)|har (?:själv )?)(?: \w+){0,3} (?:levt med|lever med|haft|fått|"
    r"diagnos|sjuk|opererad|opererats|vårdats|inlagd|"
    r"behandlats|drabbats|med)\b|\bhar levt med\b|\begen erfarenhet\b|\blever med\b",
    re.I,
)
_SERVICE = re.compile(
    r"\bjag (?:har|bor|får)\b[^.!?]{0,40}\b(?:hemtjänst|boendestöd|personlig assistans|LSS|gruppbost|särskilt "
    r"boende|kontaktperson|daglig verksamhet|ekonomiskt bistånd)",
    re.I,
)
_WISH = re.compile(
    r"\b(?:vill|kan|skulle (?:gärna )?vilja|kan tänka mig|gärna)\b[^.!?]{0,30}?\b(?:vara med (?:i|på|och)|"
    r"delta i|medverka i|medverka på|bidra med|bidra genom|tänka mig att|"
    r"tänka mig|ställa upp (?:på|i|med)|hjälpa till (?:med|att))\s+([^.!?\n]{3,160})",
    re.I,
)
_UNWILLING = re.compile(
    r"\b(?:vill|orkar|tänker) (?:helst |absolut |gärna )?(?:inte|ej)\b|\bkan (?:absolut )?inte tänka mig\b|"
    r"\b(?:helst inte|aldrig)\b",
    re.I,
)
_HOURS = re.compile(
    r"\b(?:dagtid|kvällar|kvällstid|förmiddag|eftermiddag|helger|vardagar|måndag|tisdag|onsdag|torsdag|fredag)", re.I
)
_TRAVEL = re.compile(r"\b(?:resa|åka|bil\b|buss|färdtjänst|tåg)\b", re.I)
_SUPPORT = re.compile(
    r"\b(?:hörslinga|tolk|ledsagare|rullstol|pauser|stödperson|lättläst|behöver (?:hjälp|stöd))", re.I
)
_LANGUAGES = re.compile(r"\b(?:talar|pratar|språk(?:en)? (?:är)?)\s+((?:\w+(?:, | och )?){1,6})", re.I)
_CONSENTS = re.compile(r"\b(?:samtyck|godkänn|medge|personuppgift)", re.I)
_REFUSES = re.compile(r"\b(?:inte|ej)\b", re.I)


def registration_fields(sentences: Sequence[str], everything: str, name: str, when: datetime | None) -> dict[str, Any]:
    """Return what the sentences say."""
    body = " ".join(sentences)
    year = when.astimezone(STOCKHOLM).year if when else 2100
    said_name = _NAME.search(body)
    first, last = split_name(person_name(said_name[1]) if said_name else name)
    born = _BORN.search(body)
    plain = [s for s in sentences if not _CONSENTS.search(s)]
    unwilling = [s for s in plain if _UNWILLING.search(s)]
    experience = [s for s in plain if _EXPERIENCE.search(s) and s not in unwilling]
    home = _MUNICIPALITY.search(body)
    fields: dict[str, Any] = {
        "first_name": first,
        "last_name": last,
        "phone": e164(everything),
        "email": email_in(everything),
        "contact_preference": _channel(plain),
        "municipality": home[1] if home else "",
        "birth_year": numbers.birth_year(born[1], year) if born else None,
        "perspectives": _perspectives(" ".join(experience)),
        "experience": " ".join(experience),
        "activities": _activities(plain),
        "unwilling": " ".join(unwilling),
        "availability": next((s for s in plain if _HOURS.search(s) and s not in experience), ""),
        "travel": next((s for s in plain if _TRAVEL.search(s) and s not in experience), ""),
        "support_needs": next((s for s in plain if _SUPPORT.search(s) and s not in experience), ""),
        "languages": _said(_LANGUAGES, body),
    }
    fields |= _consents(sentences)
    return {key: value for key, value in fields.items() if value not in ("", [], None)}


def _said(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].strip(" ,;") if found else ""


def _channel(sentences: Sequence[str]) -> str:
    for sentence in sentences:
        if _CHANNEL_SENTENCE.search(sentence) and (channel := options.channel(sentence)):
            return channel
    return ""


def _perspectives(text: str) -> list[str]:
    roles = set(options.perspectives(text))
    if _SERVICE.search(text):
        roles.add("brukare")
    elif _OWN.search(text):
        roles.add("patient")
    if _RELATIVE.search(text):
        roles.add("närstående")
    return sorted(roles)


def _activities(sentences: Sequence[str]) -> list[str]:
    for sentence in sentences:
        found = _WISH.search(sentence)
        if found and not _UNWILLING.search(sentence):
            parts = re.split(r",|\beller\b|\boch\b", found[1])
            return [part for raw in parts if (part := re.sub(r"^(?:en|ett|i|på|att)\s+", "", raw.strip(" .")))]
    return []


def _consents(sentences: Sequence[str]) -> dict[str, bool]:
    given: dict[str, bool] = {}
    for sentence in sentences:
        for clause in re.split(r"\boch\b(?=\s+(?:jag\s+)?(?:samtyck|godkänn|har|tillåt))|;", sentence):
            if key := consent_key(clause):
                given.setdefault(key, not _REFUSES.search(clause))
    return given
