"""What a request in prose says, field by field."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from medverkan.mailbox.forms import numbers, options
from medverkan.mailbox.forms.dates import When, read_when
from medverkan.mailbox.forms.normalise import STOCKHOLM
from medverkan.mailbox.forms.phones import e164
from medverkan.mailbox.forms.written import email_in

_UNIT_WORD = (
    r"mottagning|klinik|enhet|avdelning|hälsocentral|vårdcentral|förvaltning|sjukhus|centrum|team|boende|"
    r"skola|psykiatri|rehab|verksamhet|"
    r"habilitering|hemtjänst|folktandvård|bup\b|iva\b|kommun|region|bibliotek|anhörigstöd|elevhälsa|"
    r"socialtjänst|förskola|kansli|projekt"
)
_WE_AT = re.compile(
    r"\b(?:Vi|Jag)(?: (?:som |jag )?(?:arbetar|jobbar|är|sitter|heter|skriver|hör av oss)"
    r"(?: som| \w+ och \w+)?(?: \w+)?)?(?: här)?"
    r" (?:på|vid|i|från) "
    r"((?:(?!\b(?:ordnar|planerar|ska|söker|vill|behöver|startar|håller|har|är|arbetar|undrar|skulle|och vi|genomför|"
    r"gör|som|tänker|utvecklar|bygger|funderar|kommer)\b)[^.,!?\n\d]){3,80})"
)
_SUBJECT = re.compile(
    r"^([A-ZÅÄÖ][^.,!?\n]{2,60}?) (?:planerar|ordnar|ska|söker|startar|håller|arrangerar|utvecklar|bygger|"
    r"genomför|behöver|vill|skulle vilja|"
    r"efterfrågar|önskar)\b"
)
_NOT_A_UNIT = re.compile(r"^(?:vi|jag|det|den|de|nu|här|målet|syftet|därför|i|på|under|till|ni|dagen|mötet)\b", re.I)
_ORGANISATION = re.compile(
    r"\b((?:[A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?) kommun\b|Region [A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ]\w+)?(?: "
    r"län)?|Kommunförbundet [A-ZÅÄÖ]\w+(?: län)?)"
)
_SEEKS = re.compile(
    r"\b(?:söker|efterfrågar|letar efter|behöver|behöva|önskar|skulle vilja (?:ha|ha in|få|ha med|bjuda in|träffa)|"
    r"vill (?:gärna )?(?:ha|träffa|bjuda in|komma i kontakt|ha med|få)|"
    r"undrar (?:jag |vi )?om (?:ni|det)|har ni någon|finns det någon|någon i intressebanken|hjälp av)\b",
    re.I,
)
_WHO_CAN = re.compile(
    r"\bsom (?:kan|vill|skulle kunna|kan tänka sig)(?: att)?(?: komma och| vara med och)? ([^.!?\n]{5,200})", re.I
)
_ACTIVITY = re.compile(
    r"\b(?:projektgrupp|fokusgrupp|referensgrupp|arbetsgrupp|styrgrupp|ledningsgrupp|förbättringsteam|"
    r"workshop|föreläs|intervju|brukarråd|patientråd|"
    r"anhörigråd|ungdomsråd|brukarrevision|riskanalys|händelseanalys|panelsamtal|panel|dialogmöte|utbildning|"
    r"enkät|upphandling|remiss|"
    r"granska|testa|temadag|konferens|rådslag|studiecirkel|berätta)[a-zåäö]*",
    re.I,
)
_PURPOSE = re.compile(
    r"\b(?:syftet|målet|målsättningen|tanken är|avsikten|vi vill att|vi hoppas|meningen är|vi vill (?:kunna "
    r")?förbättra|för att (?:vi|kunna|bli|göra|förbättra))\b",
    re.I,
)
_EXPERIENCE = (
    re.compile(r"\b(?:egen |egna |lång |personlig )?erfarenhet(?:er)? (?:av|kring|från|som) ([^.!?\n]{3,200})", re.I),
    re.compile(
        r"\b(?:att (?:vara|bli|leva)|som är|är du) ((?:förälder|anhörig|närstående|make|maka|sambo|syskon|partner|"
        r"vuxet barn|med)\b[^.!?\n]{3,160})",
        re.I,
    ),
    re.compile(
        r"\bsom ((?:själva? )?(?:har|haft|lever|levt|legat|varit|fått|går|gått|vårdats|genomgått|behandlats|"
        r"opererats|drabbats|bor|bott|väntat|använder|sökt|blivit)\b[^.!?,\n]{3,160})",
        re.I,
    ),
    re.compile(
        r"\b(?:patienter|personer|brukare|anhöriga|närstående|någon|ungdomar|föräldrar) med ([^.!?,\n]{3,120})", re.I
    ),
)
_ROLE = (
    rf"({numbers.NUMBER})\s+(?:(?:tidigare|nuvarande|före detta|äldre|yngre|unga?|vuxna?|erfarna?|ny|nya)\s+)?"
    r"(?:patient|anhörig|närstående|brukare|förälder|föräldrar|ungdom)"
)
_ROLES = re.compile(rf"\b{_ROLE}", re.I)
_PEOPLE = re.compile(
    rf"\b({numbers.NUMBER})(?:\s*(?:-|–|till|eller)\s*({numbers.NUMBER}))?\s+(?:\w+\s+)?(?:person|deltagare|"
    rf"representant|st\b|medverkande|invånare)",
    re.I,
)
_WEEKDAYS = re.compile(
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar|en|arna)?\b|\bvarje vecka\b|\bgång i månaden\b|\b(?:vår|"
    r"höst)en\b|\bvecka \d",
    re.I,
)
_PLACE = (
    re.compile(r"\b(?:lokalen|platsen|plats|adressen|mötesplatsen) (?:är|blir|:) ?([^.!?\n]{3,100})", re.I),
    re.compile(
        r"\b(?:(?:alltid|helt|endast) )?((?:via|på|genom) (?:microsoft )?(?:teams|zoom|länk|skype|video))\b", re.I
    ),
    re.compile(
        r"\b(?:ses|träffas|möts|hålls|äger rum|blir|sker|är vi|håller till|mötena är|mötet är) (?:då )?((?:i|på|"
        r"hos) [A-ZÅÄÖ][^.!?,\n]{2,80}|digitalt)",
        re.I,
    ),
    re.compile(r"\b(digitalt)\b", re.I),
)
_ACCESS = re.compile(r"hörslinga|teleslinga|rullstol|hiss\b|tillgänglig|tolk|\bramp\b|ledsagar", re.I)
_PAY = re.compile(r"\barvod|\bersättning|\breseersättning|\bbetal(?:ar|t)\b", re.I)
_FEEDBACK = re.compile(r"återkoppl|skicka(?:r)? (?:en )?(?:rapport|sammanfattning)", re.I)
_REPLY_BY = re.compile(
    r"\b(?:svar|besked|återkom|hör av (?:er|dig)|anmäl)[^.!?]{0,40}\b(?:senast|före|innan)\b([^.!?\n]{3,60})", re.I
)
_LASTS = re.compile(r"\b(?:tar|pågår|räknar med|lång|långt)\b", re.I)
_PREPARATION = re.compile(r"förbered|läsa in sig|introduktion", re.I)


def request_fields(
    sentences: Sequence[str], signature: Sequence[str], name: str, when: datetime | None
) -> dict[str, Any]:
    """Return what the sentences say; the contact comes from the signature."""
    today = when.astimezone(STOCKHOLM).date() if when else None
    body, foot = " ".join(sentences), "\n".join(signature)
    seeking = [s for s in sentences if _SEEKS.search(s)]
    fields: dict[str, Any] = {
        "unit": _unit(sentences, signature),
        "organisation": _first(_ORGANISATION, f"{body}\n{foot}"),
        "contact_name": name,
        "contact_email": email_in(f"{body}\n{foot}"),
        "contact_phone": e164(body) or e164(foot),
        "activity": _activity(sentences, seeking),
        "description": _description(sentences),
        "purpose": next((s for s in sentences if _PURPOSE.search(s)), ""),
        "perspectives": options.perspectives(" ".join(seeking)) or options.perspectives(body),
        "experience": _experience(seeking) or _experience(sentences),
        "people_wanted": _people(seeking) or _people(sentences),
        "place": next((p for pattern in _PLACE if (p := _first(pattern, body))), ""),
        "accessibility": next((s for s in sentences if _ACCESS.search(s)), ""),
        "reimbursement": next((s for s in sentences if _PAY.search(s)), ""),
        "feedback": next((s for s in sentences if _FEEDBACK.search(s)), ""),
        "preparation": next((s for s in sentences if _PREPARATION.search(s)), ""),
    }
    fields |= _when(sentences, today)
    fields["format"] = options.format_of_place(fields["place"])
    return {key: value for key, value in fields.items() if value not in ("", [], None)}


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1].strip(" ,;") if found else ""


def _unit(sentences: Sequence[str], signature: Sequence[str]) -> str:
    for sentence in sentences:
        if found := _WE_AT.search(sentence):
            unit = _ORGANISATION.sub("", found[1]).strip()
            return re.sub(r"\s+(?:i|på|vid|inom|hos)$", "", unit)
    for sentence in sentences:
        found = _SUBJECT.match(sentence)
        if found and not _NOT_A_UNIT.match(found[1]):
            return found[1]
    for line in signature:
        for part in re.split(r"[,|]", line):
            if re.search(_UNIT_WORD, part, re.I) and "@" not in part:
                return part.strip()
    return ""


def _activity(sentences: Sequence[str], seeking: Sequence[str]) -> str:
    for group in (seeking, sentences):
        for sentence in group:
            if found := _WHO_CAN.search(sentence):
                return found[1].strip(" ,;")
            if found := _ACTIVITY.search(sentence):
                return found[0]
    return ""


def _description(sentences: Sequence[str]) -> str:
    """Take the letter up to and with the sentence that says who is sought."""
    last = next((i for i, s in enumerate(sentences) if _SEEKS.search(s)), None)
    return " ".join(sentences[: last + 1]) if last is not None and last < 8 else ""


def _experience(sentences: Sequence[str]) -> str:
    text = " ".join(sentences)
    return next((found for pattern in _EXPERIENCE if (found := _first(pattern, text))), "")


def _people(sentences: Sequence[str]) -> int | None:
    for sentence in sentences:
        if (found := _PEOPLE.search(sentence)) and found[1]:
            return max(numbers.as_int(found[1]), numbers.as_int(found[2]) if found[2] else 0)
        roles = _ROLES.findall(sentence)
        if roles:
            return sum(numbers.as_int(role) for role in roles)
    return None


def _when(sentences: Sequence[str], today: date | None) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    best, best_score = "", 0
    for sentence in sentences:
        if found := _REPLY_BY.search(sentence):
            day = read_when(found[1], today)
            last = day.end or day.start
            fields["reply_by"] = last.isoformat() if last else ""
            continue
        read = read_when(sentence, today)
        score = 4 * bool(read.start or read.mismatches or read.past) + 2 * bool(read.time_start)
        score += bool(_WEEKDAYS.search(sentence))
        if score > best_score:
            best, best_score = sentence, score
    if not best:
        return fields
    found_when = read_when(best, today)
    fields |= {
        "when_text": best.rstrip("."),
        "date_start": found_when.start.isoformat() if found_when.start else "",
        "date_end": found_when.end.isoformat() if found_when.end else "",
        "time_start": found_when.time_start,
        "time_end": found_when.time_end,
        "occasions": found_when.occasions if found_when != When() else None,
        "minutes_per_occasion": numbers.minutes(best) or _lasts(sentences),
    }
    return fields


def _lasts(sentences: Sequence[str]) -> int | None:
    return next((minutes for s in sentences if _LASTS.search(s) and (minutes := numbers.minutes(s))), None)
