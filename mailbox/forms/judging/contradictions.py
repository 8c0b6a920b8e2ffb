"""What in the fields of one form speaks against something else in it, as questions; one function for each matter.

Works on normalised fields only, so that `judge` can ask again after answers have been merged. A near miss must not
raise a question: a person who is asked for nothing stops reading our questions.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from medverkan.mailbox.forms.judging.headcount import headcount_questions
from medverkan.mailbox.forms.judging.start_days import occasion_questions, start_questions
from medverkan.mailbox.forms.values.options import format_of_place
from medverkan.mailbox.forms.values.phones import is_mobile

ADULT_AGE = 18
_NEARLY = 31  # minutes: a break, or some time to arrive
_TEXTS = ("description", "purpose", "title", "activity", "expectations", "experience", "when_text")
_SPOT = re.compile(
    r"\b(?:rum|sal|salen|lokal|lokalen|plan|våning|aulan?|\w*(?:gatan|vägen|torget|biblioteket|sjukhuset|mottagningen|"
    r"kommunhuset|lasarettet|centralen|kyrkan))\b",
    re.I,
)
_AWAY = re.compile(r"\b(?:hemma|hemifrån|telefon|dator\w*|länk\w*|digital\w*|teams|zoom|valfri\w*|eller)\b", re.I)
# Who tells of something is there for a part of it, and so is who is seen one at a time.
_FOR_A_PART = re.compile(
    r"berätt|föreläs|inled|medverkar i|kväll|intervju|\btest|\bprov|drop|enskil|per person|en i taget|var och en|"
    r"hemma|någon gång|valfri|inläs|förbered|"
    r"\bpass\b|\bmellan\b|en timme var|minuter var",
    re.I,
)
_CHILDREN = re.compile(
    r"\b(?:tonåring|minderårig|högstadie|mellanstadie|lågstadie|barn\b(?!(?:- )? ?och )|ungdom|elev|tjej|kill|flick|"
    r"pojk|skolungdom)",
    re.I,
)
_SURELY_MINORS = re.compile(
    r"\b(?:tonåring|minderårig|högstadieelev|mellanstadieelev|lågstadieelev)|\bunder 18\b", re.I
)
_AGES = re.compile(r"(?<![\d.,])(\d{1,2})(?:\s*(?:-|–|till|och)\s*(\d{1,2}))?(?:\s*år\b(?! sedan)|-?åring)", re.I)
_SOMEBODY_ELSE = re.compile(
    r"\bföräld|\bmamm|\bpapp|\banhörig|\bnärstående|\bvårdnadshav|\bpersonal|\blärare|\bårskurs|\bsitt barn|"
    r"\bbarnets|\bsom (?:barn|tonåring|ung|liten)\b|\bvar \d|\bs ålder|\bårs ålder|\bförskol|\bsyskon till",
    re.I,
)
_ADULTS = re.compile(
    r"\b(?:över|minst|fyllda?|från) 18\b|\bmyndiga\b|\bvuxna (?:personer|patienter|brukare|över)\b", re.I
)
_OWN_AGE = re.compile(r"\b(?:jag är|är jag)\s+(\d{2})\s*år\b(?! sedan)", re.I)
_MEANS = {
    "e-post": ("email", "ingen e-postadress är angiven", "Vilken e-postadress gäller"),
    "telefon": ("phone", "inget telefonnummer är angivet", "Vilket telefonnummer gäller"),
    "brev": ("postal_address", "ingen postadress är angiven", "Vilken postadress gäller"),
    "sms": ("phone", "inget mobilnummer är angivet", "Vilket mobilnummer gäller"),
}
_CONSENTS = {"sms": "consent_sms", "e-post": "consent_email"}


def request_contradictions(fields: Mapping[str, Any], today: date | None) -> list[str]:
    """Return what must be asked about a request because its parts do not agree; [] for nothing."""
    text = "\n".join(str(fields.get(key, "")) for key in _TEXTS)
    title = str(fields.get("title", ""))
    return [
        *start_questions(text, title, fields, today),
        *occasion_questions(fields, today),
        *_length_questions(fields, text),
        *headcount_questions(text, title, fields),
        *_place_questions(fields),
        *_minors_questions(fields),
    ]


def registration_contradictions(fields: Mapping[str, Any], today: date | None) -> list[str]:
    """Return what must be asked about a registration because its parts do not agree; [] for nothing."""
    return [*means_questions(fields), *_wish_questions(fields), *_age_questions(fields, today)]


def means_questions(fields: Mapping[str, Any]) -> list[str]:
    """Ask where somebody wants to be reached in a way for which they give no means, or to which they say no."""
    wanted = fields.get("contact_preference")
    if wanted not in _MEANS:
        return []
    key, lacking, question = _MEANS[wanted]
    means = str(fields.get(key) or "")
    if wanted == "sms" and means and not is_mobile(means):
        lacking, means = "telefonnumret går inte till en mobil", ""
    if not means:
        return [f"Kontakt önskas via {wanted}, men {lacking}. {question}?"]
    if fields.get(_CONSENTS.get(wanted, "")) is False:
        return [f"Kontakt önskas via {wanted}, men svaret på frågan om {wanted} är nej. Hur ska kontakten ske?"]
    return []


def _wish_questions(fields: Mapping[str, Any]) -> list[str]:
    """Ask where one and the same activity is both wanted and not wanted."""
    unwilling = str(fields.get("unwilling", "")).casefold().strip(" .")
    listed = {part.strip(" .") for part in re.split(r"[,;\n]| och ", unwilling)}
    both = [one for one in fields.get("activities") or () if str(one).casefold().strip(" .") in listed]
    return [f"”{both[0]}” står både bland det som önskas och det som inte önskas. Vad gäller?"] if both else []


def _age_questions(fields: Mapping[str, Any], today: date | None) -> list[str]:
    born = fields.get("birth_year")
    said = _OWN_AGE.search(str(fields.get("experience", ""))[:5000])
    if not said or not isinstance(born, int) or today is None or abs(today.year - born - int(said[1])) <= 1:
        return []
    return [f"Födelseår är {born}, men i texten står {said[1]} år. Vilket år är personen född?"]


def _length_questions(fields: Mapping[str, Any], text: str) -> list[str]:
    """Ask where the clock says another length than the form does, unless somebody is there for a part of it."""
    minutes, ends = fields.get("minutes_per_occasion"), [fields.get("time_start"), fields.get("time_end")]
    if not isinstance(minutes, int) or not all(ends) or _FOR_A_PART.search(text):
        return []
    start, end = (int(hours) * 60 + int(rest) for hours, _, rest in (str(one).partition(":") for one in ends))
    if end <= start or abs(end - start - minutes) < _NEARLY:
        return []
    return [f"Klockslagen ger {_long(end - start)}, men det står {_long(minutes)}. Vilket gäller?"]


def _long(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    said = [f"{hours} {'timme' if hours == 1 else 'timmar'}"] if hours else []
    return " och ".join([*said, *([f"{rest} minuter"] if rest or not hours else [])])


def _place_questions(fields: Mapping[str, Any]) -> list[str]:
    """Ask where the place is a screen and the meeting is not, or the other way round."""
    place, how = str(fields.get("place", "")), fields.get("format")
    if how == "onsite" and format_of_place(place) == "remote":
        return [f"Plats är ”{place}”, men mötet ska vara på plats. Ska det vara digitalt eller på plats?"]
    if how == "remote" and _SPOT.search(place) and not _AWAY.search(place):
        return [f"Plats är ”{place}”, men mötet ska vara digitalt. Ska det vara digitalt eller på plats?"]
    return []


def _minors_questions(fields: Mapping[str, Any]) -> list[str]:
    """Ask where the people who are described are under 18 and minors are said not to be sought, or the other way."""
    wanted = fields.get("minors_wanted")
    if fields.get("perspectives") == ["närstående"]:
        return []
    if not isinstance(wanted, bool):
        # Nothing is said of it: only the wish for experience tells who is sought.
        sought = re.split(r"[.!?\n]", str(fields.get("experience", ""))[:5000])
        asked = "Minderårig deltagare söks: ni beskriver personer under 18 år. Söker ni någon under 18?"
        return [asked] if any(map(_describes_minors, sought)) else []
    texts = [str(fields.get(key, ""))[:5000] for key in ("title", "activity", "description", "experience")]
    sentences = [sentence for text in texts for sentence in re.split(r"[.!?\n]", text)]
    young = any(_describes_minors(sentence) for sentence in sentences)
    if not wanted and young:
        return [
            "Minderårig deltagare söks: svaret är nej, men ni beskriver personer under 18 år. Söker ni någon under 18?"
        ]
    if wanted and not young and any(_ADULTS.search(sentence) for sentence in sentences):
        return ["Minderårig deltagare söks: svaret är ja, men ni beskriver vuxna över 18 år. Söker ni någon under 18?"]
    return []


def _describes_minors(sentence: str) -> bool:
    if _SOMEBODY_ELSE.search(sentence):
        return False
    if _SURELY_MINORS.search(sentence):
        return True
    ages = [int(low) for low, _ in _AGES.findall(sentence)]
    return bool(_CHILDREN.search(sentence)) and any(2 < age < ADULT_AGE for age in ages)
