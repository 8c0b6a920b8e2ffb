"""When and where a letter's meeting is: the day, the times, how often, how long, the place, the last day to answer."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from medverkan.mailbox.forms import numbers, options
from medverkan.mailbox.forms.dates import When, read_when
from medverkan.mailbox.forms.prose_sentences import LetterText, Sentence

_DATED = re.compile(
    r"\d{1,2}[/:.]\d|\b(?:jan|feb|mars?\b|apr|maj\b|jun|jul|aug|sep|okt|nov|dec)|\bkl\b|klockan|\bi ?morgon|"
    r"övermorgon|\bnu på\b|"
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)(?:dag|\b)|\bhalv \w+|\bv(?:ecka)?\.? ?\d|\bmellan \d|\d{1,2}\s?[-–]\s?\d{1,2}",
    re.I,
)
_RECURRING = re.compile(
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar|en|arna)?\b|\bvarje vecka\b|\bgång(?:er)? (?:i månaden|per|"
    r"i veckan)\b",
    re.I,
)
_MEETS = re.compile(
    r"\b(?:ses|träffas|möts|mötet|mötena|möte|träffen|träffarna|dagen|hålls|äger rum|sker|samlas|intervjun|"
    r"intervjuerna|fokusgruppen|"
    r"workshop\w*|kvällen|tillfället|tillfällena|gången|första|börjar|startar|start|handlar om|rör sig om|"
    r"genomförs|planerad\w*|"
    r"gruppen|rådet|kör|\w+träffen|\w+dagen|\w+kvällen|\w+gruppen|\w+mötet|datum\w*|tid\w*|när|det blir|är det|"
    r"görs|gör vi)\b",
    re.I,
)
_COARSE = re.compile(
    r"\b(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\b|\b(?:i|under|till) (?:höst|vår|vinter|"
    r"sommar)(?:en)?\b|\bvecka \d",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:klar|färdig|redovisas|återkommer|publicer|trycks|skickar|sänder|brev i|tidigare|förra|i höstas|i våras)\b",
    re.I,
)
_REPLY = re.compile(
    r"\b(?:svar|svara|svarar|besked|återkom|återkomma|återkoppla|hör (?:gärna )?av|höra av|meddela|anmäl\w*|"
    r"förslag|intresse\w*|veta|namn)\b[^.!?]{0,60}?"
    r"\b(?:senast|före|innan|till den|till och med|fram till)\b(?P<day>[^.!?]{2,60})|\b(?:senast|före|"
    r"innan) (?P<early>[^.!?]{3,40}?)"
    r" (?:vill|behöver|önskar) vi (?:ha )?(?:svar|besked)",
    re.I,
)
_OCCASIONS = re.compile(
    rf"\b(?P<n>{numbers.NUMBER})\s*(?:st\s+)?(?:möten|möte|tillfällen|tillfälle|gånger|ggr|träffar|träff|"
    rf"halvdagar|heldagar|förmiddagar|"
    r"eftermiddagar|kvällar|dagar|workshops?)\b(?!\s+(?:i (?:månaden|veckan)|per (?:månad|vecka|år)|om året))",
    re.I,
)
_PAST = re.compile(r"\b(?:efter|redan|slutar|har varit|ett par|flera)\b", re.I)
_TAKES = re.compile(
    r"\b(?:tar|pågår|räknar|lång|långt|åt gången|per gång|tillfälle|max|ungefär|cirka|ca|under|i|varje)\b", re.I
)
_APART = re.compile(r"inläs|förbered|restid|paus|åka|resa", re.I)

_REMOTE = re.compile(
    r"\b(?:(?:alltid |helt |endast )?(?:via|på|genom|över|i) )?(?P<place>(?:microsoft |ms )?teams(?:-?möte)?|"
    r"zoom|skype|webex|google meet|videolänk|"
    r"videosamtal|videomöte|digitalt|distans|telefon(?=[,.]| och tar|$)|länk)\b",
    re.I,
)
_LABELLED = re.compile(
    r"\b(?:lokalen|lokal|platsen|plats|adressen|adress|mötesplatsen|mötesplats|var)\b(?: är| blir|:|"
    r" =) ?(?P<place>.{3,120})",
    re.I,
)
_HELD = re.compile(
    r"\b(?:ses|träffas|möts|samlas|hålls|äger rum|blir|sker|är vi|håller till|är|sitter|sitter vi|kör|kör vi|"
    r"bjuder in till|träffen|mötet|e|brukar (?:vara|ses|sitta|träffas|hålla till))"
    r"(?:\s+(?:vi|då|alltid|oftast|det|också|hos oss|fysiskt|här))*\s+(?:i|på|hos|vid) (?P<place>.{3,120})",
    re.I,
)
_GATHERS = re.compile(
    r"\b(?:ses|träffas|möts|hålls|äger rum|samlas|håller till|mötet|mötena|träffen|träffarna|går av stapeln)\b", re.I
)
_WHERE = frozenset(("i", "på", "vid", "hos", "plan", "våning", "rum", "sal", "ingång", "tredje", "andra", "första"))
_WORKPLACE = re.compile(
    r"(?:^|\b(?:vi|jag|oss|arbetar|jobbar|\w*chef|\w*sköterska|\w*kurator|\w*utvecklare)\b|"
    r"\bom (?:[\wåäö-]+ ){1,4}?)[ ,(]?$",
    re.I,
)
_AT = re.compile(r"(?:^|[\s,(])(?:i|på|hos|vid) (?=(?P<place>.{3,120}))", re.I)
_HOME = re.compile(r"\b(?:hemma|hemifrån)\b(?! hos| hos oss|\s+(?:efter|första|igen))", re.I)
_TEMPORAL = re.compile(
    r"^(?:\d{1,2} |mån|tis|ons|tors|fre[dk ]|lör|sön|jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec|höst|"
    r"vår(?:en)?\b|sommar|vinter|morgon|kväll|"
    r"eftermidd|förmidd|dag(?:en|tid)?\b|natt|helg|vardag|början|mitten|slutet|samband|ungefär|cirka|ca\b|lugn|"
    r"samma|en (?:timme|halv|grupp)|ett (?:par|tillfälle)|"
    r"det|den|dessa|detta|att|hur|vad|frågor|intervju|möten?\b|mötet|träff|gruppen|projekt|våra?\b|vårt|er\b|era|"
    r"ert|två|tre|fyra|fem|varje|plats\b|sikt|stället|"
    r"förväg|tid\b|mig\b|numret|telefon \d|sina?\b|livet|vården|hela|hand|regi|form|stort|alla|olika|ingen|bra|"
    r"svenska|nätet|\w+ minuter|våras|höstas|hemmet|"
    r"intressebank|framför|respirator|deltag)",
    re.I,
)
_PLACE_NOUN = re.compile(
    r"\b(?:[a-zåäö]*(?:rum|rummet|salen?|lokal(?:en)?|hus(?:et)?|mottagning(?:en)?|klinik(?:en)?|centrum|center|"
    r"centret|bibliotek(?:et)?|kontor(?:et)?|"
    r"skola(?:n)?|gård(?:en)?|sjukhus(?:et)?|lasarett(?:et)?|aula(?:n)?|matsal(?:en)?|central(?:en)?|"
    r"avdelning(?:en)?|stuga(?:n)?|(?:avdelning|klinik|mottagning|enhet|skola)ens|hem(?:met)?|\w+(?:avdelning|"
    r"klinik|mottagning|enhet)ens \w+|"
    r"kafé(?:et)?|café(?:et)?|hotell(?:et)?|kyrka(?:n)?|gata(?:n)?|gatan|vägen|torget|entré(?:n)?|"
    r"reception(?:en)?|boende(?:t)?|enhet(?:en)?|"
    r"restaurang(?:en)?|museet|teater(?:n)?|hall(?:en)?|mötesplats(?:en)?|träffpunkt(?:en)?))\b|(?<![.!?] )\b[A-ZÅÄÖ]",
)
_PLACE_ENDS = re.compile(
    r"\s+(?:och(?! \w+(?:rum|sal|hus))|som|där|när|så|men|kl\.?|klockan|mellan|från|med|för|för att|den \d|om|"
    r"under|efter|samt|utan|nu|varje|inte|igen|håller|har|ska|vill|är|kan|får|i (?:höst|vår|januari|februari|"
    r"mars|april|maj|juni|juli|augusti|september|oktober|november|december)|(?:en|två|tre|fyra|fem|sex|"
    r"\d+) (?:gång|gånger|ggr|timm\w+)|"
    r"tillsammans|och|eller per|vi|mån\w*|tis\w*|ons\w*|tors\w*|fredag\w*|fre|lör\w*|sön\w*|\d{1,2}[-–]\d{1,2}|"
    r"\d{1,2}[.:]\d\d|\d{1,2}/\d{1,2})\b.*|"
    r",(?!\s*(?:plan|våning|rum|sal|hus|ingång|entré|trapp|[A-ZÅÄÖ]|\d)).*|[;:!?(].*|\.(?:\s.*)?$",
    re.S,
)


def when_fields(letter: LetterText, today: date | None) -> dict[str, Any]:
    """Return the fields of when, and the last day to answer."""
    fields: dict[str, Any] = {}
    timed = []
    for at, sentence in enumerate(letter.sentences):
        if not (sentence.cues & {"time", "long"}):
            continue
        if "reply" in sentence.cues and (found := _REPLY.search(sentence.text)):
            read = read_when(found["day"] or found["early"], today)
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
        found = read_when(text, today)
        score = _score(text, found)
        if score > most:
            best, most, read = at, score, found
    if best < 0 or most < 3:
        return _how_long(sentences, timed, best)
    chosen = [best]
    if not read.time_start and (beside := _times_beside(sentences, timed, best, today)) is not None:
        chosen = sorted((best, beside))
    elif not (read.start or read.mismatches or read.past or read.impossible):
        # "onsdagar kl 16" and the first day in the next sentence.
        near = (best + 1, best - 1, best - 2, best - 3)
        beside = next((i for i in near if i in timed and read_when(sentences[i].text, today).start), None)
        chosen = sorted((best, beside)) if beside is not None else chosen
    written = " ".join(sentences[at].text for at in chosen).rstrip(".")
    read = read_when(written, today) if len(chosen) > 1 else read
    return {
        "when_text": written,
        "date_start": read.start.isoformat() if read.start else "",
        "date_end": read.end.isoformat() if read.end else "",
        "time_start": read.time_start,
        "time_end": read.time_end,
    } | _how_long(sentences, timed, best, read.occasions)


def _score(text: str, found: When) -> int:
    """Say how surely a sentence says when: a day, a time, a meeting; not when something else is ready."""
    dated = bool(found.start or found.mismatches or found.past or found.impossible)
    meets = bool(_MEETS.search(text))
    score = 4 * dated + 2 * bool(found.time_start) + bool(_RECURRING.search(text)) + 2 * meets
    if not dated and not found.time_start and not (meets and (_COARSE.search(text) or _RECURRING.search(text))):
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
            and (found := read_when(sentences[at].text, today)).time_start
            and not (found.start or found.past)
        ):
            return at
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
            and (
                _MEETS.search(text)
                or text == meeting
                or (found["n"].casefold() != "en" and not found[0].endswith(("gånger", "ggr", "dagar")))
            )
        ):
            occasions = numbers.as_int(found["n"])
        if minutes is None and (text == meeting or _MEETS.search(text) or _TAKES.search(text)):
            minutes = numbers.minutes(text)
    return {"occasions": occasions, "minutes_per_occasion": minutes}


def place_of(letter: LetterText, when_text: str) -> str:
    """Return where the meeting is, as it would be written beside "Plats"; "" where it is not plainly said."""
    meeting = [s for s in letter.sentences if s.text.rstrip(".") in when_text or "place" in s.cues]
    for pattern in (_LABELLED, _HELD):
        for sentence in meeting:
            for found in pattern.finditer(sentence.text):
                needs_noun = pattern is _HELD or ":" not in found[0][: found.start("place") - found.start()]
                if place := _place(found["place"], needs_noun=needs_noun):
                    return place
    for sentence in meeting:
        if remote := max(_REMOTE.finditer(sentence.text), key=lambda found: found["place"][0].isupper(), default=None):
            return remote["place"]
    for sentence in meeting:
        if sentence.text.rstrip(".") not in when_text and not _GATHERS.search(sentence.text):
            continue
        for found in _AT.finditer(sentence.text):
            if not _WORKPLACE.search(sentence.text[: found.start() + 1]) and (
                place := _place(found["place"], needs_noun=True)
            ):
                return place
    home = next(
        (
            s
            for s in meeting
            if _HOME.search(s.text) and re.search(r"\b(?:göra|görs|gör|läser?|sker|arbetar|arbetet)\b", s.text)
        ),
        None,
    )
    return "hemma" if home else ""


def _place(text: str, *, needs_noun: bool) -> str:
    text = re.sub(r"^(?:oss )?(?:i|på|vid|hos) ", "", text.strip())
    if _TEMPORAL.match(text) and not _PLACE_NOUN.match(text.split(",")[0].split(" ")[0]):
        return ""
    place = _PLACE_ENDS.sub("", text).strip(" .,")
    if needs_noun:
        place = _named_place(place)
    return place if 2 < len(place) <= 90 else ""


def _named_place(text: str) -> str:
    """Return a text up to where the name of a place ends, "" where it names none."""
    kept: list[str] = []
    words = text.split(" ")
    named = False
    for at, word in enumerate(words):
        before = kept[-1].casefold() if kept else ""
        goes_on = bool(_PLACE_NOUN.search(word)) or word[:1].isdigit() or before in _WHERE or before.endswith("ens")
        goes_on = (
            goes_on
            or (word.casefold() in _WHERE and at + 1 < len(words))
            or word in {"och", "plan", "våning", "rum", "sal"}
        )
        if named and not goes_on:
            break
        named = named or bool(_PLACE_NOUN.search(word))
        kept.append(word)
    return " ".join(kept).strip(" ,") if named else ""


def format_of(place: str) -> str:
    """Return remote or hybrid where the place says so."""
    return (
        "remote"
        if place.casefold() in {"länk", "videolänk", "distans", "videosamtal", "videomöte"}
        else options.format_of_place(place)
    )
