"""When and where a letter's meeting is: the day, the times, how often, how long, the place, the last day to answer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from medverkan.mailbox.forms.values import numbers
from medverkan.mailbox.forms.values.dates import When, read_when
from medverkan.mailbox.prose.sentences import LetterText, Sentence
from medverkan.mailbox.prose.timespans import of_the_evening, told_when

LONGEST = 9 * 60
MOST_OCCASIONS = 30  # "sjukskriven i nittio dagar" is no meeting
_DATED = re.compile(
    r"\d{1,2}[/:.]\d|\b(?:jan|feb|mars?\b|apr|maj\b|jun|jul|aug|sep|okt|nov|dec)|\bkl\b|klockan|\bi ?morgon|"
    r"övermorgon|\bnu på\b|"
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)(?:dag|\b)|\bhalv \w+|\bv(?:eck(?:a|or|orna))?\.? ?\d|\bmellan \d|"
    r"\d{1,2}\s?[-–]\s?\d{1,2}",
    re.I,
)
_RECURRING = re.compile(
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar|en|arna)?\b|\b(?:varje|varannan|var tredje|var fjärde) "
    r"(?:vecka|månad)\b|\bgång(?:er)? "
    r"(?:i månaden|per|"
    r"i veckan)\b",
    re.I,
)
_MEETS = re.compile(
    r"\b(?:ses|träffas|möts|sammanträder|mötet|mötena|möten|möte|träffen|träffarna|dagen|hålls|äger rum|sker|"
    r"samlas|intervjun|"
    r"intervjuerna|fokusgruppen|"
    r"workshop\w*|kvällen|tillfället|tillfällena|gången|första|börjar|startar|start|handlar om|rör sig om|"
    r"genomförs|planerad\w*|"
    r"gruppen|rådet|kör|\w+träffen|\w+dagen|\w+kvällen|\w+gruppen|\w+mötet|datum\w*|tid\w*|när|det blir|är det|"
    r"görs|gör vi)\b",
    re.I,
)
_COARSE = re.compile(
    r"\b(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\b|\b(?:i|under|till) (?:höst|vår|vinter|"
    r"sommar)(?:en)?\b|\bveck(?:a|or|orna) \d",
    re.I,
)
# "Allt ska vara gjort före påsk", "det behöver bli efter skoltid": between what, where no day is said.
_BOUNDS = re.compile(
    r"\b(?:ska|måste|behöver|bör|vill|kan)\b[^.!?]{0,60}\b(?:senast|före|innan|efter|under|inom|någon gång (?:i|"
    r"under))\b "
    r"(?:den \d|v\.? ?\d|\w*(?:lov|påsk|jul|midsommar|sommar|vår|höst|vinter|skoltid|veck|månad|januari|februari|"
    r"mars|april|maj|juni))",
    re.I,
)
_SOME_TIME = re.compile(
    r"\b(?:varje|varannan) (?:vecka|månad)\b|\bv(?:eck(?:a|or|orna)|\.)? ?\d|\b(?:jan|feb|mars|apr|maj|jun|jul|"
    r"aug|sep|okt|nov|dec)|(?:mån|tis|ons|"
    r"tors|fre)dag|"
    r"\b(?:nån|någon|en) (?:för|efter)middag|"
    r"\b(?:nån|någon|en) (?:kväll|dag)\b",
    re.I,
)
_BY_PHONE = re.compile(
    r"\b(?:ring\w*|nås|telefon\w*|nå mig|når|sms\w*|ledig\w*|semester|tillbaka|fick|har (?:haft|"
    r"varit|fått))\b",
    re.I,
)
_LIVED = re.compile(r"\bsom (?:\w+ )?(?:har|haft|fått|varit|legat|bott|gått)\b", re.I)
_LOOSELY = re.compile(r"\b(?:när som helst|n[åa](?:go)?n (?:gång|dag|vecka|kväll|\w+middag|vardag)|perioden)\b", re.I)
_NOT_YET = re.compile(
    r"\b(?:klar|färdig|redovisas|återkommer|publicer|trycks|skickar|sänder|brev i|tidigare|förra|i höstas|i våras)\b",
    re.I,
)
_REPLY = re.compile(
    r"\b(?:svar|svara|svarar|besked|få höra|höra från er|namnen|anmälan|återkom|återkomma|återkoppla|"
    r"hör (?:gärna )?av|höra av|meddela|anmäl\w*|"
    r"förslag|intresse\w*|veta|namn|säg(?:a)? (?:gärna )?till|tips\w*|kontakta?|hojta|ring|mejla|maila)\b"
    r"(?:[^.!?]|\.(?=\S)){0,110}?"
    r"\b(?:senast|inte senare än|före|innan|till den|till och med|fram till)\b(?P<day>(?:[^.!?]|\.(?=\d)){2,60})|"
    r"\b(?:senast|före|"
    r"innan) (?P<early>[^.!?]{3,40}?)"
    r" (?:vill|behöver|önskar) (?:vi|jag) (?:ha |få )?(?:svar|besked|veta|namn|förslag)",
    re.I,
)
# "Torsdag 4/3, 13.00", "tisdag 2 februari 10.15": a time right behind the day.
_BARE_TIME = re.compile(
    r"(/\d{1,2}|\b(?:båda|alla|samtliga)(?: dagarna| gångerna| tillfällena)?|\b(?:jan|feb|mars?|apr|maj|jun|jul|"
    r"aug|sept?|okt|nov|dec)(?:uari|ruari|il|i|usti|ember|tober)?),? "
    r"(?=\d{1,2}[.:]\d\d(?!\d|/|\.\d))",
    re.I,
)
_POINTED_DAY = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.?(?![\d.])")
_DAY = re.compile(r"\b(?:den )?\d{1,2}(?:/\d|:?e? (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))", re.I)
_DEADLINE = re.compile(r"\b(?:före|innan|senast|klart?)\b", re.I)
_CLOCK = re.compile(r"\bkl\b|klockan|\d[.:]\d\d|\bhalv \w|\d\s?[-–]\s?\d|\b(?:mellan|från|börjar) \d|\btill \d", re.I)
_OCCASIONS = re.compile(
    rf"\b(?P<n>{numbers.NUMBER})\s*(?:st\s+)?(?:möten|möte|tillfällen|tillfälle|gånger|ggr|träffar|träff|"
    rf"halvdagar|heldagar|förmiddagar|"
    r"eftermiddagar|kvällar|dagar|(?:mån|tis|ons|tors|fre|lör|sön)dagar|workshop\w*)\b(?!\s+(?:i (?:månaden|veckan)|"
    r"per (?:månad|vecka|år)|om året))",
    re.I,
)
_HELD = re.compile(
    r"\b(?:det är|det blir|vi (?:är|håller till|ses|börjar|träffas|är|sitter|möts)|"
    r"mötet|träffen|tiden?)\b(?=[^.!?]{0,80}\bkl)|\b(?:börjar|startar|start|slutar|pågår)\b|"
    r"^(?:max|högst|cirka|ca|ungefär)\b[^.!?]{0,40}\bkl\b|\b(?:minuter|min|timm\w+|halvtimme|kvart) (?:från|"
    r"med start) (?:kl|\d)",
    re.I,
)
_WHERE = re.compile(r"(?<=\d) (?:i|på|hos|vid) (?!jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|vår|höst).*$", re.I)
_SENT = re.compile(
    r"(?:,|\bsom\b)[^,;.]{0,60}\b(?:skickas|mejlas|sänds|delas ut|kommer (?:med|via|per) (?:e-?post|mejl|post|"
    r"brev))\b[^,;.]*",
    re.I,
)
_PAST = re.compile(r"\b(?:efter|redan|slutar|har varit|ett par|flera)\b", re.I)
_COURSE = re.compile(r"\b(?:utbildningen|kursen|skolan|programmet|serien|\w+skolan)\b[^.!?]{0,40}$", re.I)
_TAKES = re.compile(
    r"\b(?:säg|inklusive|totalt|tar|pågår|räknar?|beräknas|lång|långt|åt gången|per gång|tillfälle|max|ungefär|"
    r"cirka|ca|under|i|varje)\b",
    re.I,
)
_APART = re.compile(r"\bi förväg\b|handling|inläs|förbered|restid|allt som allt|\bpausen? (?:på|om)\b|åka|resa", re.I)


def when_fields(letter: LetterText, today: date | None) -> dict[str, Any]:
    """Return the fields of when, and the last day to answer."""
    fields: dict[str, Any] = {}
    timed = []
    for at, sentence in enumerate(letter.sentences):
        if not (sentence.cues & {"time", "long"}):
            continue
        if "reply" in sentence.cues and (found := _REPLY.search(sentence.text)):
            read = read_when(_POINTED_DAY.sub(r"\1/\2", found["day"] or found["early"]), today)
            last = read.end or read.start
            fields.setdefault("reply_by", last.isoformat() if last else "")
            continue
        timed.append(at)
    return fields | _when(letter.sentences, timed, today)


def _when(sentences: Sequence[Sentence], timed: Sequence[int], today: date | None) -> dict[str, Any]:
    best, most, read = -1, 0, When()
    for at in timed:
        text = sentences[at].text
        if not _DATED.search(text) and not (_COARSE.search(text) or _RECURRING.search(text)):
            continue
        found = read_when(_meant(text), today)
        unread = not (found.start or found.mismatches or found.past or found.impossible or _DEADLINE.search(text))
        if unread and _DAY.search(told := told_when(text)):
            # Words beside it can make a day unsure ("vi går runt torget torsdagen den 15 april").
            found = read_when(_meant(told), today) if read_when(_meant(told), today).start else found
        score = _score(text, found)
        if score > most:
            best, most, read = at, score, found
    if best < 0 or most < 3:
        bounds = next((s.text for s in sentences if _BOUNDS.search(s.text) and not _REPLY.search(s.text)), "")
        return (_loosely(sentences, timed, today) or {"when_text": bounds.rstrip(".")}) | _how_long(
            sentences, timed, best
        )
    chosen = [best]
    if not read.time_start and (beside := _times_beside(sentences, timed, best, today)) is not None:
        chosen = sorted((best, beside))
    elif not (read.start or read.mismatches or read.past or read.impossible):
        # "onsdagar kl 16" and the first day in the next sentence.
        near = (best + 1, best - 1, best - 2, best - 3)
        beside = next((i for i in near if i in timed and read_when(sentences[i].text, today).start), None)
        chosen = sorted((best, beside)) if beside is not None else chosen
    read = read_when(" ".join(sentences[at].text for at in chosen).rstrip("."), today) if len(chosen) > 1 else read
    read = _pinned(sentences[best : best + 3], read)
    return {
        "when_text": " ".join(
            told if at == best else _WHERE.sub("", told)
            for at in chosen
            for told in [told_when(sentences[at].text) or sentences[at].text.rstrip(".")]
        ),
        "date_start": read.start.isoformat() if read.start else "",
        "date_end": read.end.isoformat() if read.end else "",
        "time_start": of_the_evening(read.time_start, said := " ".join(sentences[at].text for at in chosen)),
        "time_end": of_the_evening(read.time_end, said),
    } | _how_long(sentences, timed, best, read.occasions)


# "… kursdagar 20–21 april. Andra dagen, alltså onsdag den 21, …": the one of them that is meant.
_PINNED = re.compile(
    r"\b(?P<wd>mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?,? (?:den )?(?P<day>[1-3]?\d)(?::?e)?\b"
    r"(?!\s*(?:[-–/.:]\s*\d|och|till|eller|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))",
    re.I,
)
_WEEKDAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")


def _pinned(sentences: Sequence[Sentence], read: When) -> When:
    """Return a period with the one day of it that is named by its number and its weekday alone."""
    if not read.start or not read.end:
        return read
    days = [read.start + timedelta(days=n) for n in range(min((read.end - read.start).days + 1, 28))]
    for found in (found for sentence in sentences for found in _PINNED.finditer(sentence.text)):
        weekday, number = _WEEKDAYS.index(found["wd"].casefold()), int(found["day"])
        if meant := [day for day in days if (day.day, day.weekday()) == (number, weekday)]:
            return replace(read, start=meant[0], end=None, occasions=None)
    return read


def _loosely(sentences: Sequence[Sentence], timed: Sequence[int], today: date | None) -> dict[str, Any]:
    """Return the week, month or part of a day that a hurried letter names, {} for none of the meeting's."""
    for at in timed:
        text = sentences[at].text
        told = told_when(text)
        if _SOME_TIME.search(told) and not any(p.search(text) for p in (_NOT_YET, _PAST, _DEADLINE, _BY_PHONE, _LIVED)):
            found = read_when(told, today)
            dates = {"date_start": found.start, "date_end": found.end}
            return {"when_text": told} | {key: day.isoformat() if day else "" for key, day in dates.items()}
    return {}


def _meant(text: str) -> str:
    """Return a text without the day when something is sent, and with "kl" before a bare time ("Torsdag 4/3, 13.00")."""
    return _BARE_TIME.sub(r"\1 kl ", _SENT.sub("", text))


def _score(text: str, found: When) -> int:
    """Say how surely a sentence says when: a day, a time, a meeting; not when something else is ready."""
    dated = bool(found.start or found.mismatches or found.past or found.impossible)
    told = told_when(text)
    # "2 dec eller 9 dec, förmiddag": nothing but the time is said, so it is the meeting's.
    alone = 3 * len(told) >= 2 * len(text)
    meets = alone or bool(_MEETS.search(text) or _LOOSELY.search(told))
    # "… när vi anställer två medarbetare i januari" says less than a day does.
    sure = 5 if any(c.isdigit() for c in told) or "dag" in told else 4
    score = sure * dated + 2 * bool(found.time_start) + bool(_RECURRING.search(text)) + 2 * meets
    coarse = alone or _COARSE.search(text) or _RECURRING.search(text)
    if not dated and not found.time_start and not (meets and coarse):
        return 0
    if not dated and not found.time_start:
        score += 1
    if found.past and not (meets or found.start):
        return 0
    if _NOT_YET.search(text) and not found.time_start:
        return 0
    return score - (0 if meets or found.time_start else 1)


def _times_beside(sentences: Sequence[Sentence], timed: Sequence[int], best: int, today: date | None) -> int | None:
    for at in (best - 1, best + 1):
        if (
            at in timed
            and _CLOCK.search(sentences[at].text)
            and (found := read_when(sentences[at].text, today)).time_start
            and not (found.start or found.past)
        ):
            return at
    for at in timed:
        # "Mötena är första onsdagen varje månad, 9–12": how every meeting is, wherever it stands.
        if (
            at != best
            and _RECURRING.search(sentences[at].text)
            and (found := read_when(sentences[at].text, today)).time_start
            and not (found.start or found.past)
        ):
            return at
    for at in range(best + 2, best + 7):
        # "Vi håller till i kommunhuset, kl 13 till 15", some way behind the day.
        if (
            at in timed
            and _HELD.search(sentences[at].text)
            and (found := read_when(sentences[at].text, today)).time_start
        ):
            return None if found.start or found.past else at
    return None


def _how_long(
    sentences: Sequence[Sentence], timed: Sequence[int], best: int, listed: int | None = None
) -> dict[str, Any]:
    """Return how many occasions and how many minutes each takes."""
    texts = [
        sentences[at].text for at in timed if "long" in sentences[at].cues and not _APART.search(sentences[at].text)
    ]
    meeting = sentences[best].text if best >= 0 else ""
    occasions, minutes = listed, None
    for text in texts:
        found = _OCCASIONS.search(text)
        if (
            found
            and occasions is None
            and not _PAST.search(text[: found.start()])
            and not _COURSE.search(text[: found.start()])
            and (
                _MEETS.search(text)
                or text == meeting
                or (found["n"].casefold() != "en" and not found[0].endswith(("gånger", "ggr", "dagar")))
            )
            and numbers.as_int(found["n"]) <= MOST_OCCASIONS
        ):
            occasions = numbers.as_int(found["n"])
        if minutes is None and (text == meeting or _MEETS.search(text) or _TAKES.search(text)):
            minutes = numbers.minutes(text)
            # "Allt som allt 25 timmar" is no meeting.
            minutes = minutes if minutes is None or minutes <= LONGEST else None
    return {"occasions": occasions, "minutes_per_occasion": minutes}
