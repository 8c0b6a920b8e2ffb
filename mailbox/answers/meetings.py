"""What a lead's words tell of a meeting with one person: booked, moved, cancelled, missed or held, when and where.

Pure and total. A meeting is booked or moved only with one day and one clock time that nobody can take in two ways;
else `question` says in Swedish what must be told. Whether the day has been, and what was booked before, is not known
here.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from medverkan.mailbox.answers.meeting_places import place_in
from medverkan.mailbox.answers.spoken_days import MONTH, dated, spoken_day
from medverkan.mailbox.forms.values.dates import When, read_when

MAX_WORDS = 4000
FAR_AHEAD = timedelta(days=200)


class MeetingNews(StrEnum):
    """What has become of a meeting."""

    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MISSED = "missed"  # the person did not come
    HELD = "held"


@dataclass(frozen=True, slots=True)
class MeetingTold:
    """What is told of one meeting. `news` None: nothing is told. With a `question` nothing may be acted on."""

    news: MeetingNews | None = None
    day: date | None = None  # None beside MOVED: the day stays
    start: str = ""  # "13:00"; "" beside MOVED: the time stays
    end: str = ""
    place: str = ""
    question: str = ""


_NOT = r"(?:inte|ej|aldrig|inget|ingen|inga|ännu inte)"
_HELD = re.compile(
    r"\bgenomför[dt]a?\b|\bhar (?:nu |just |vi )?(?:setts|träffats|mötts|varit här)\b|"
    r"\bhaft (?:\w+ ){0,2}(?:introduktion\w*|introt?|mötet|möte)\b|\bhåll[ie]t\b|"
    r"\bäg(?:de|t) rum\b|\bdök upp\b|\bklar med (?:sin |hela )?intro\w*|\b(?:vi |har vi )?(?:sågs|träffades|möttes)\b|"
    r"\bhöll\w* (?:mötet|introduktion\w*)|\bhölls\b|\b(?:mötet|introduktionen|introt) (?:är |blev |gick )?"
    r"(?:nu )?(?:klart?|gjort|gjord|av|avklara[dt]|bra|fint|väl)\b|\b(?:är )?introducera(?:d|ts|t)\b|"
    r"\b(?:mötet|introduktionen|introt|träffen) (?:blev|var|gick)\b"
    r"(?! (?:inte|ej|inställ|flytta|uppskj|bok|avbok|tänkt|planer|bestäm))|"
    r"\b(?:hon|han|hen) kom(?: (?:hit|till mötet|som (?:vi )?(?:avtalat|bestämt|planerat)))?(?=[ ,.]|$)",
    re.I,
)
_NOT_HELD = re.compile(
    rf"\b{_NOT} (?:\w+ )?(?:genomför\w*|hållit\w*|av\b|setts|träffats|introducera\w*|haft)|"
    r"\b(?:ska|skall|kommer att|måste|bör|innan|tills|när|om|ifall) (?:\w+ ){0,3}(?:genomför\w*|introducera\w*|"
    r"hålla\w*|setts|träffats)|\bkom (?:in )?på\b|\bkom (?:inte|ej|aldrig|överens|fram|igång|från)\b",
    re.I,
)
_MISSED = re.compile(
    r"\b(?:kom|dök|infann sig) (?:inte|ej|aldrig)\b(?! (?:ihåg|överens|fram|åt|på|igång|vidare|till (?:telefon|tals)))|"
    r"\b(?:inte|aldrig|ej) (?:kom|dök upp|dykt upp|infunnit sig)\b|\butebl(?:ev|ivit|i)\b|"
    r"\b(?:missade|missat|glömde|glömt)(?: (?:bort|av))?(?: (?:hela |bort )?(?:mötet|tiden|det|introduktionen))?\b|"
    r"\bingen (?:som )?kom\b|\bkom ingen\b",
    re.I,
)
_CANCELLED = re.compile(
    r"\bavboka\w*|\bboka\w* av\b|\bställ\w* in (?=möte|introd|det)|\bställ\w* in\b(?! sig)|"
    r"\binställ[dt]a?\b(?! på)|\b(?:blir|blev|bli|blivit) (?:det )?(?:inte|ej|inget) (?:av\b|möte|något)|"
    r"\båterbud\b|\b(?:fick|fått|har) förhinder\b|\bstryk (?:mötet|tiden)\b|\btagit bort (?:mötet|tiden)\b",
    re.I,
)
_MOVED = re.compile(
    r"\bflytta\w*|\bombok\w*|\bboka\w* om\b|\bny (?:tid|dag)\b|\bnytt (?:möte|datum)\b|\bnya tiden\b|"
    r"\bändra\w* (?:\w+ )?(?:tid|dag|möte|datum|plats|lokal)|\b(?:tiden|dagen|mötet|platsen|lokalen) "
    r"(?:är |har |blev )?ändra\w*|\bbyt(?:t|te|a|er)\b (?:\w+ )?(?:tid|dag|datum|plats|lokal)|"
    r"\bsk(?:ju\w*|öts?) (?:\w+ )?(?:upp|fram|på)\b|\buppskju\w*|\bsenarelagt\b|\b(?:byt(?:t|te|er)|ändra[dt]?) till\b|"
    r"\bi ?stället för (?:kl|den|på|\d|\w+dag)|\btidigarelagt\b",
    re.I,
)
# "Hon har flyttat till Växjö" is of no meeting.
_OF_A_MEETING = re.compile(r"möte|\btid|introdu|träff|plats|lokal|datum|dag\b|\bkl|veck|\d", re.I)
_BOOKED = re.compile(
    r"\b(?:in)?boka(?:t|d|de|r)\b|\bbestäm(?:t|de)\b|\b(?:vi|och) (?:ses|träffas|möts)\b|"
    r"\bses (?:vi|på|den|i)\b|"
    r"\b(?:möte|mötet|introduktion|introduktionen|introt|introduktionsmöte|träff)\b[^.?!\n]{0,20}(?:\d|dag\b|morgon)|"
    r"\bkom(?:mer|mit)? (?:överens|hit)\b|\böverenskommet\b|\bavtala(?:t|d)\b|\bhar (?:fått )?en tid\b",
    re.I,
)
_NOT_BOOKED = re.compile(
    rf"\b{_NOT} (?:\w+ ){{0,2}}(?:boka\w*|bestämt|inbokad)|\b(?:ska|skall|vill|ville|måste|försöker|försökte|tänker|"
    rf"kan|får|hinner|hann|återkommer|gärna) (?:\w+ ){{0,3}}(?:boka|bestämma|om tid)\b|"
    rf"\bboka\w* (?:{_NOT})\b|\bbokar (?:senare|sen|en annan)|"
    rf"\bbokar (?:vi|jag|hon|han) (?:då|sen|sedan|senare|in det)",
    re.I,
)
# What is agreed on is a call, and no meeting: "bestämt att jag ringer igen på torsdag kl 10".
_CALL = re.compile(
    r"\b(?:ring|ringer|ringa|ringas|hörs|höras|hör|återkom|återkommer|nås|nåbar|anträffbar|tillgänglig|söker?|försöker?|"
    r"telefontid|jobbar|arbetar|ledig|upptagen|bortrest|hemma efter)\b",
    re.I,
)
_IS_MEETING = re.compile(
    r"möte|introduk|\bintro|träff|\bses\b|\bsågs\b|möts|\bboka|inboka|komm(?:er|a) (?:hit|till oss)", re.I
)
_HEDGE = re.compile(
    r"\b(?:kanske|eventuellt|preliminär\w*|troligen|antagligen|förmodligen|möjligen|tror jag|jag tror|ska kolla|"
    r"återkommer om|får se|hoppas|om (?:hon|han|hen|det) (?:kan|passar|går|vill))\b",
    re.I,
)
# "flyttat från 15 dec kl 10 till 18 dec kl 13", "i stället för torsdag".
_INSTEAD = re.compile(
    r"\b(?:i ?stället för|istf\.?|och inte|inte(?= (?:den )?\d|(?: \w+)?dag\b))\b[^,.;\n]{0,40}?"
    r"(?=\btill\b|[,;\n]|\. |$)",
    re.I,
)
_FROM_TO = re.compile(rf"\bfrån (?:den |kl\.? )?[^,.;\n]{{0,40}}?\btill (?=(?:den )?\d|\w*dag|{MONTH}|kl)", re.I)
_MOVED_TO = re.compile(r"\b(?:flytta\w*|om(?:bokat|bokad)|bokat om|ändra\w*|skjut\w*)\b[^.\n]{0,60}?\btill\b", re.I)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zåäö])|\n+")
_DAYS = re.compile(
    rf"\b(?:mån|tis|ons|tors|fre|lör|sön)(?:dag\w*)?\b|\d{{1,2}}/\d{{1,2}}\b|\b\d{{1,2}}(?::e)? {MONTH}", re.I
)
_OF_PLACE = re.compile(r"\b(?:platsen|lokalen|plats|lokal|adressen|rummet)\b", re.I)

WHICH_DAY = "Vilken dag och vilken tid är mötet? Skriv till exempel: bokat 15 december kl. 13.00 på biblioteket."
WHICH_TIME = "Vilken tid är mötet? Skriv till exempel: bokat 15 december kl. 13.00."
NEW_TIME = "Till vilken dag och tid är mötet flyttat? Skriv till exempel: flyttat till 15 december kl. 13.00."
TWO_MEETINGS = "Jag ser två tider i svaret. Skriv den som gäller, till exempel: bokat 15 december kl. 13.00."
NOT_SURE = "Är mötet bestämt? Skriv i så fall dag och tid, till exempel: bokat 15 december kl. 13.00."


def meeting_told(words: str, today: date) -> MeetingTold:
    """Return what a lead's own words tell of one meeting. `today` is the day they were written."""
    said = " ".join(one for one in _SENTENCE.split(words[:MAX_WORDS]) if not one.rstrip().endswith("?"))
    news = _news(said)
    if news in (MeetingNews.MISSED, MeetingNews.CANCELLED, MeetingNews.HELD):
        when = read_when(dated(said, today), today)
        # "Fick förhinder, ny tid 18 december kl. 10" is no cancellation.
        if news is MeetingNews.HELD or not (when.start and when.time_start and _rebooks(said)):
            return MeetingTold(news)
        news = MeetingNews.MOVED
    text = dated(_instead(said), today)
    when = read_when(text, today)
    place = place_in(said, today)
    if news is None:
        return _untold(said, when, today, place)
    question = NOT_SURE if _HEDGE.search(said) else _asked(when, today, news)
    if news is MeetingNews.MOVED and question == NEW_TIME and (place or when.time_start) and not _DAYS.search(said):
        # Only the time of day or the place is another.
        question = ""
    return MeetingTold(news, when.start, when.time_start, when.time_end, place, question)


def _news(said: str) -> MeetingNews | None:
    """Return what kind of news it is, by the words; None where the words tell of no meeting."""
    if _MISSED.search(said):
        return MeetingNews.MISSED
    if _MOVED.search(said) and _OF_A_MEETING.search(said) and not _NOT_BOOKED.search(said):
        return MeetingNews.MOVED
    if _CANCELLED.search(said):
        return MeetingNews.CANCELLED
    if _is_of_a_call(said):
        return None
    if _BOOKED.search(said) and not _NOT_BOOKED.search(said) and not _is_over(said):
        return MeetingNews.BOOKED
    return MeetingNews.HELD if _is_over(said) else None


def _is_of_a_call(said: str) -> bool:
    """Tell whether the day that is named is for a call only."""
    return bool(_CALL.search(said)) and not _IS_MEETING.search(said)


def _is_over(said: str) -> bool:
    return bool(_HELD.search(said)) and not _NOT_HELD.search(said)


def _untold(said: str, when: When, today: date, place: str) -> MeetingTold:
    """Take a day and a time for a booking where no call is spoken of; a place alone only where it is named as one."""
    if when.start and when.time_start and not (_NOT_BOOKED.search(said) or _is_of_a_call(said)):
        question = NOT_SURE if _HEDGE.search(said) else _asked(when, today, MeetingNews.BOOKED)
        return MeetingTold(MeetingNews.BOOKED, when.start, when.time_start, when.time_end, place, question)
    if place and _OF_PLACE.search(said):
        return MeetingTold(MeetingNews.MOVED, place=place)
    return MeetingTold()


def _asked(when: When, today: date, news: MeetingNews) -> str:
    """Return what must be told before the meeting can be written down, "" where all of it was."""
    if when.mismatches:
        return f"”{when.mismatches[0]}” stämmer inte: veckodag och datum passar inte ihop. Vilken dag gäller?"
    if when.impossible:
        return f"”{when.impossible[0]}” finns inte. Vilken dag gäller?"
    if when.past:
        return f"{spoken_day(when.past[0])} har redan varit. Vilken dag gäller?"
    if when.unclear:
        return f"”{when.unclear[0]}” kan vara två olika dagar. Vilket datum gäller?"
    if when.occasions or (when.end and when.end != when.start and when.exact):
        return TWO_MEETINGS
    if when.start is None or not when.exact:
        return NEW_TIME if news is MeetingNews.MOVED else WHICH_DAY
    if when.next_year or when.start - today > FAR_AHEAD:
        return f"Menar du {spoken_day(when.start)}? Skriv i så fall datumet med år."
    return "" if when.time_start else WHICH_TIME


def _rebooks(said: str) -> bool:
    return bool(_MOVED.search(said) or re.search(r"\bboka(?:t|de|d)\b|\bi ?stället\b|\bses\b", said, re.I))


def _instead(said: str) -> str:
    """Return the words without the day that no longer holds."""
    without = _FROM_TO.sub(" till ", _INSTEAD.sub(" ", said))
    moved = _MOVED_TO.search(without)
    return without[moved.end() :] if moved and _DAYS.search(without[moved.end() :]) else without
