"""Where a letter's meeting is, as it would be written beside "Plats", and so in which format."""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.forms.values import options
from medverkan.mailbox.forms.values.negated import without_negated
from medverkan.mailbox.prose.sentences import LetterText, Sentence
from medverkan.mailbox.prose.tasks import GATHERING
from medverkan.mailbox.prose.timespans import told_when

_ALSO_REMOTE = re.compile(
    r"\b(?:också|även|går bra|möjligt|alternativt|annars|koppla upp|i stället|den som|"
    r"får vara med)\b",
    re.I,
)
_BEHIND_TIME = re.compile(r"(?<=\d) (?:i|på|hos|vid) .*$")
_DIGITAL = r"(?:teams\w*|zoom\w*|skype|webex|videolänk|länk\w*|teamslänk\w*|distans|digital\w*|online|nätet)"
# "Det går också bra att vara med på Teams.", "Digitalt går också bra.", "För den som bor långt bort ordnar vi en länk."
_LINKED = re.compile(
    rf"\b(?:också|även|går bra|går det bra|möjligt|möjlighet|alternativt|annars|hellre|den som|dem som|de som|"
    rf"koppla upp|"
    rf"vara med|delta|finns)\b[^.!?]{{0,60}}\b{_DIGITAL}\b|^(?:via |på )?{_DIGITAL}\b[^.!?]{{0,40}}\b(?:också|även|"
    r"går bra|fungerar|för den som|för de som)\b",
    re.I,
)
_COMES_TO = re.compile(r"\b(?:komma|kommer|kom|välkom\w+) (?:hit )?till (?P<place>.{3,120})", re.I)
_OUR = re.compile(r"^(?:vår|vårt|våra) (?=(?P<next>[\w-]+))", re.I)
_NO_ROOM = re.compile(
    r"\w*(?:grupp|råd|projekt|arbete|möte|team|verksamhet|studie|utbildning|panel|ledning|workshop|kommun|region|"
    r"län|dag|kväll|träff|patient|brukar|"
    r"process|kurs|program|broschyr|film)\w{0,4}$",
    re.I,
)
_REMOTE = re.compile(
    r"\b(?:(?:alltid |helt |endast )?(?:via|på|genom|över|i) )?(?P<place>(?:microsoft |ms )?teams(?:-?möte)?|"
    r"zoom|skype|webex|google meet|videolänk|"
    r"videosamtal|videomöte|digitalt|digitala (?:möten|träffar)|distans|telefon eller (?:video\w*|teams|zoom|länk)|"
    r"(?:video\w*|teams|zoom) eller telefon|telefon(?=[,.]| och tar| under| den| kl|$)|länk)\b",
    re.I,
)
# "Vi går igenom upplägget i förväg, på telefon": not the meeting.
_APART = re.compile(
    r"\b(?:i förväg|på förhand|innan|dessförinnan|efteråt|nås|når|ring\w*|frågor|svar|besked|hör av|boka\w*)\b", re.I
)
# "… på Folkets hus eller via Teams", "via Teams eller hos oss på Storgatan", "hemma hos er eller i vårt rum".
_OR_REMOTE = re.compile(
    r",?\s(?:eller|och|alternativt|samt|men även|och även|eller också)(?: dels| även| också)? "
    r"(?P<remote>(?:digitalt |helt )?(?:via |på |över |per |genom )?(?:en )?(?:teams|zoom|skype|webex|distans|länk|"
    r"videolänk|videosamtal|videomöte|telefon|digitalt|online|nätet))\b",
    re.I,
)
_OR_HERE = re.compile(r"(?:via |på |över |per )?$", re.I)
_HERE = re.compile(
    r"\b(?:antingen |både |dels )?(?:på plats|fysiskt|hos oss|hos er|här|hemma hos \w+)"
    r"(?:,? (?:i|på|vid|hos) .{2,60})?$",
    re.I,
)
_THERE = re.compile(r",? (?:eller|och|alternativt)(?: även)? (?=(?:på plats|fysiskt|hos|hemma|i|på|vid) )", re.I)
_AT_HOME = re.compile(
    r"(?<!eller )\b(?:antingen )?(?P<place>hemma hos (?!oss\b)\w+(?: av (?:dem|er|deltagarna))?)"
    r"(?P<or>,? (?:eller|och) (?=(?:i|på|hos|vid) (?P<other>.{3,90})))?",
    re.I,
)
_LABELLED = re.compile(
    r"\b(?:lokalen|lokal|platsen|plats|adressen|adress|mötesplatsen|mötesplats|var)\b(?: är| blir| heter|:|"
    r" =) ?(?P<place>.{3,120})",
    re.I,
)
_HERE_IN = re.compile(
    r"\bhos oss,? (?P<place>(?:(?:i|på|vid) )?(?:ingång|entré|rum|sal|plan|våning|lokal|"
    r"avdelning|hus|\w+rummet|\w+salen)\b.{1,80})",
    re.I,
)
_ROOM = re.compile(
    r"\b(?:lokal|sal) (?P<place>(?-i:[A-ZÅÄÖ\d]).{1,80})|^(?P<room>(?:rum|sal|lokal|"
    r"ingång) \d.{0,60})",
    re.I,
)
_HELD = re.compile(
    r"\b(?:ses|träffas|möts|samlas|sammanträder|hålls|äger rum|blir|(?<=huset )ligger|(?<=lokalen )ligger|"
    r"(?<=vi )ligger|sker|görs|"
    r"är vi|håller till|är|(?<!jag )sitter|(?<=lokalen )heter|sitter vi|kör|"
    r"kör vi|har vi varit|vi har varit|har vi suttit|"
    r"bjuder in till|träffen|mötet|e|brukar (?:vara|ses|sitta|träffas|hålla till)|samling|start|startar|börjar)"
    r"(?:\s+(?:vi|då|alltid|oftast|det|också|hos oss|fysiskt|här|den|kl\.?|klockan|till|mellan|och|preliminärt|"
    r"cirka|ca|"
    r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag\w*)?|\d[\d.:/–-]*,?|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|"
    r"dec)\w*))*"
    r",?\s+(?:i|på|hos|vid) (?P<place>.{3,120})",
    re.I,
)
# "Kommunhuset i Tunby, rum Vänern.": a sentence that only names a place.
_ONLY_A_PLACE = re.compile(
    r"^(?:(?:samling |start |träff )?(?:i|på|vid|hos) )?(?P<place>[\wåäöÅÄÖ][^.!?;:]{4,80})[.!]?$", re.I
)
_VERB = re.compile(
    r"\b(?:är|ska|har|vill|kan|blir|finns|söker|behöver|tar|får|går|ser|gör|jag|vi|ni|som|hälsar|tack\w*|hej)\b|"
    r"\b[a-zåäö]{3,}(?:ar|(?<!cent)(?<!teat)er|ade|des|as)\b",
    re.I,
)
# "en föreläsning på Campus", "workshop i Folkets hus": what is held, and behind it where.
_GATHERING_AT = re.compile(rf"\b[a-zåäö-]*{GATHERING} (?:i|på|hos|vid) (?P<place>.{{3,120}})", re.I)
_BARE_PLACE = re.compile(r"(?:\w*lokal(?:en|erna|er)?|rummet|salen|huset|plats|här|hallen|byggnaden|skolan)$", re.I)
_GATHERS = re.compile(
    r"\b(?:ses|träffas|möts|hålls|äger rum|samlas|håller till|mötet|mötena|träffen|träffarna|går av stapeln)\b", re.I
)
_WHERE = frozenset(("i", "på", "vid", "hos", "plan", "våning", "rum", "sal", "ingång", "tredje", "andra", "första"))
_ADJECTIVES = frozenset(
    re.findall(r"\w+", "röda gröna blå blåa vita gula stora lilla gamla nya östra västra norra södra")
)
_WORKPLACE = re.compile(
    r"(?:^|\b(?:vi|jag|oss|arbetar|jobbar|\w*chef|\w*sköterska|\w*kurator|\w*utvecklare)\b|"
    r"\bom (?:[\wåäö-]+ ){1,4}?)[ ,(]?$",
    re.I,
)
_AT = re.compile(r"(?:^|[\s,(])(?:i|på|hos|vid) (?=(?P<place>.{3,120}))", re.I)
_HOUR = re.compile(r"\bkl\b|klockan|\d[.:]\d\d|\d\s?[-–]\s?\d", re.I)
_HOME = re.compile(r"\b(?:hemma|hemifrån)\b(?! hos| hos oss|\s+(?:efter|första|igen))", re.I)
_THANKS = re.compile(
    r"\bförra (?:månaden|veckan|året)\b|^(?:det var|hej igen|tack för|som (?:vi|jag) (?:sa|pratade|"
    r"nämnde))",
    re.I,
)
_DONE = re.compile(r"\b(?:göra|görs|gör|läsa?|läser|sker|arbetar|arbetet|svarar|fylls|fyller)\b", re.I)
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
_AUTHORITY = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]+ ){1,2}kommun(?:en)?\b|[Rr]egion(?:en)?\b(?!ens)|[A-ZÅÄÖ]\w+regionen\b|kommunen\b"
)
_PLACE_NOUN = re.compile(
    r"\b(?:[a-zåäö]*(?:rum|rummet|sal(?:en)?|lokal(?:en|er|erna)?|hus(?:et)?|mottagning(?:en)?|klinik(?:en)?|centrum|"
    r"center|"
    r"centret|bibliotek(?:et)?|kontor(?:et)?|"
    r"skola(?:n)?|gård(?:en)?|sjukhus(?:et)?|lasarett(?:et)?|aula(?:n)?|matsal(?:en)?|central(?:en)?|"
    r"avdelning(?:en)?|stuga(?:n)?|(?:avdelning|klinik|mottagning|enhet|skola)ens|hem(?:met)?|\w+(?:avdelning|"
    r"klinik|mottagning|enhet)ens \w+|"
    r"kafé(?:et)?|café(?:et)?|hotell(?:et)?|kyrka(?:n)?|gata(?:n)?|gatan|vägen|torget|entré(?:n)?|"
    r"reception(?:en)?|boende(?:t)?|enhet(?:en)?|ingång(?:en)?|station(?:en)?|torg(?:et)?|foajé(?:n)?|"
    r"park(?:en)?|restaurang(?:en)?|museet|studion?|magasinet|torget|teater(?:n)?|hall(?:en)?|mötesplats(?:en)?|"
    r"träffpunkt(?:en)?))\b|(?<![.!?] )\b[A-ZÅÄÖ]",
)
_PLACE_ENDS = re.compile(
    r"\s+(?:och(?! \w+(?:rum|sal|hus))|som|där|när|så|men|kl\.?|klockan|mellan|från|med|för|för att|den \d|om|"
    r"under|efter|samt|utan|nu|varje|inte|igen|håller|har|ska|vill|är|kan|får|i (?:höst|vår|januari|februari|"
    r"mars|april|maj|juni|juli|augusti|september|oktober|november|december)|(?:en|två|tre|fyra|fem|sex|"
    r"\d+) (?:gång|gånger|ggr|timm\w+)|"
    r"tillsammans|och|eller per|vi|mån\w*|tis\w*|ons\w*|tors\w*|fredag\w*|fre|lör\w*|sön\w*|\d{1,2}[-–]\d{1,2}|"
    r"\d{1,2}[.:]\d\d|\d{1,2}/\d{1,2})\b.*|"
    r",(?!\s*(?:plan|våning|rum|sal|hus|ingång|entré|trapp|(?:(?:i|på|vid) )?[A-ZÅÄÖ]|"
    r"\d{1,4}\w?\b(?! ?(?:/|jan|feb|mars|april|maj|jun|jul|aug|sep|okt|nov|dec)))).*|[;:!?(].*|\.(?:\s.*)?$",
    re.S,
)


def place_of(letter: LetterText, when_text: str) -> str:
    """Return where the meeting is, as it would be written beside "Plats"; "" where it is not plainly said."""
    meeting = [
        replace(s, text=without_negated(s.text))
        for s in letter.sentences
        if ("place" in s.cues or _tells_when(s.text, when_text)) and not _THANKS.search(s.text)
    ]
    either = next((place for s in meeting if (place := _either(s.text))), "")
    place = either or _and_remote(meeting, when_text) or _one_place(meeting, when_text)
    if place and not _BARE_PLACE.match(place):
        return place
    # "Vi bygger om lokalen": a house without a name says less than the name of another.
    return _named_alone(letter) or place or _beside_gathering(letter)


def _named_alone(letter: LetterText) -> str:
    for sentence in letter.sentences:
        found = _ONLY_A_PLACE.match(sentence.text)
        if found and not _VERB.search(found["place"]) and _PLACE_NOUN.search(found["place"].split(",")[0][1:]):
            return _place(found["place"], needs_noun=True)
    return ""


def _beside_gathering(letter: LetterText) -> str:
    for sentence in letter.sentences:
        for found in _GATHERING_AT.finditer(sentence.text):
            if not _WORKPLACE.search(sentence.text[: found.start()]) and (
                place := _place(found["place"], needs_noun=True)
            ):
                return place
    return ""


def _and_remote(meeting: Sequence[Sentence], when_text: str) -> str:
    """Return a place with the sentence behind it that says that one may be there by a link as well; "" for none."""
    also = next((s for s in meeting if _LINKED.search(s.text) and not _tells_when(s.text, when_text)), None)
    if also is None:
        return ""
    others = [s for s in meeting if s is not also and not _REMOTE.search(s.text)]
    here = _one_place(others, when_text)
    return f"{here}. {also.text}" if here and here != "hemma" else ""


def _one_place(meeting: Sequence[Sentence], when_text: str) -> str:
    for pattern in (_LABELLED, _HERE_IN, _HELD, _COMES_TO):
        for found in (found for sentence in meeting for found in pattern.finditer(sentence.text)):
            labelled = pattern is _LABELLED and ":" in found[0][: found.start("place") - found.start()]
            if place := _place(found["place"], needs_noun=not labelled):
                return place
    # "Går bra på Teams också" comes after a place.
    meeting = [s for s in meeting if not (_APART.search(s.text) and "telefon" in s.text.casefold())]
    spare = [s for s in meeting if _ALSO_REMOTE.search(s.text)]
    here = _at_the_meeting(meeting, when_text) if any(_REMOTE.search(s.text) for s in spare) else ""
    if here and not any(_REMOTE.search(s.text) for s in meeting if s not in spare):
        return here
    for sentence in sorted(meeting, key=lambda one: one in spare):
        if remote := max(_REMOTE.finditer(sentence.text), key=lambda found: found["place"][0].isupper(), default=None):
            return remote["place"]
    return _at_the_meeting(meeting, when_text) or _room_or_home(meeting)


def _at_the_meeting(meeting: Sequence[Sentence], when_text: str) -> str:
    """Return the first place "i", "på" or "hos" which those meet who are said to."""
    for sentence in meeting:
        if not _tells_when(sentence.text, when_text) and not _GATHERS.search(sentence.text):
            continue
        # What stands behind the hour is where: "På skolan håller vi möte kl. 18 i aulan".
        hour = max((at.end() for at in _HOUR.finditer(sentence.text)), default=0)
        for found in sorted(_AT.finditer(sentence.text), key=lambda at: at.start() < hour):
            if not _WORKPLACE.search(sentence.text[: found.start() + 1]) and (
                place := _place(found["place"], needs_noun=True)
            ):
                return place
    return ""


def _room_or_home(meeting: Sequence[Sentence]) -> str:
    for found in (found for sentence in meeting for found in _ROOM.finditer(sentence.text)):
        if place := _place(found["place"] or found["room"], needs_noun=found["room"] is None):
            return place
    return "hemma" if any(_HOME.search(s.text) and _DONE.search(s.text) for s in meeting) else ""


def _either(text: str) -> str:
    """Return two places of a sentence, between which one may choose, as written; "" where it names no two."""
    for found in _OR_REMOTE.finditer(text):
        head = text[: found.start()]
        if here := _HERE.search(head):
            return text[here.start() : found.end()]
        for at in _AT.finditer(head):
            place = _place(at["place"], needs_noun=True)
            if place and head.endswith(place) and not _WORKPLACE.search(head[: at.start() + 1]):
                return text[at.start("place") : found.end()]
    for found in _REMOTE.finditer(text):
        if there := _THERE.match(text, found.end()):
            led = _OR_HERE.search(text[: found.start()])
            return text[led.start() if led else found.start() : there.end()] + _PLACE_ENDS.sub(
                "", text[there.end() :]
            ).strip(" .")
    if home := _AT_HOME.search(text):
        other = _place(home["other"], needs_noun=True) if home["or"] else ""
        end = text.find(other, home.end()) + len(other) if other else home.end("place")
        return text[home.start("place") : end]
    return ""


def _tells_when(text: str, when_text: str) -> bool:
    told = told_when(text) or text.rstrip(".")
    return bool(when_text) and (told in when_text or _BEHIND_TIME.sub("", told) in when_text)


def _place(text: str, *, needs_noun: bool) -> str:
    text = re.sub(r"^(?:oss )?(?:i|på|vid|hos) ", "", text.strip())
    if (our := _OUR.match(text)) and not _NO_ROOM.match(our["next"]):
        text = text[our.end() :]
    if _AUTHORITY.match(text):
        return ""
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
        goes_on = (
            before in _ADJECTIVES
            or bool(_PLACE_NOUN.search(word))
            or word[:1].isdigit()
            or before in _WHERE
            or before.endswith("ens")
            or (named and kept[-1][:1].isupper() and before.endswith("s") and word.startswith("lokal"))
        )
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
    if re.fullmatch(r"(?:telefon|video\w*|teams|zoom|länk) eller (?:telefon|video\w*|teams|zoom|länk)", place, re.I):
        return "remote"
    if re.match(r"telefon(?: eller|,? alternativt) \w", place, re.I):
        return "hybrid"
    if _LINKED.search(place.partition(". ")[2]):
        return "hybrid"
    return (
        "remote"
        if place.casefold() in {"länk", "videolänk", "distans", "videosamtal", "videomöte"}
        else options.format_of_place(place)
    )
