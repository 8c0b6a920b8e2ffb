"""Where a letter's meeting is, as it would be written beside "Plats", and so in which format."""

import re
from collections.abc import Sequence
from dataclasses import replace

from medverkan.mailbox.forms.values import options
from medverkan.mailbox.forms.values.negated import without_negated
from medverkan.mailbox.prose.place_names import AUTHORITY, PLACE_ENDS, PLACE_NOUN, place_at
from medverkan.mailbox.prose.sentences import LetterText, Sentence
from medverkan.mailbox.prose.tasks import GATHERING
from medverkan.mailbox.prose.timespans import told_when

_ALSO_REMOTE = re.compile(
    r"\b(?:också|oxå|även|går bra|möjligt|alternativt|annars|koppla upp|i stället|den som|"
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
_REMOTE = re.compile(
    r"\b(?:(?:alltid |helt |endast )?(?:via|på|genom|över|i) )?(?P<place>(?:microsoft |ms )?teams(?:-?möte)?|"
    r"zoom|skype|webex|google meet|videolänk|"
    r"videosamtal|videomöte|digitalt|digitala (?:möten|träffar)|distans|telefon eller (?:video\w*|teams|zoom|länk)|"
    r"(?:video\w*|teams|zoom) eller telefon|telefon(?=[,.]| och tar| under| den| kl| eller (?:hemma|hos|på plats|"
    r"fysiskt)\b|$)|länk)\b",
    re.I,
)
# "Vi tar fram ett kort digitalt test": a thing, and not how one meets.
_DIGITAL_THING = re.compile(
    r"\b(ett|det|vårt|ert|detta|något|nytt)((?: (?!är\b|blir\b|sker\b|går\b)\w+){0,2}) digitalt "
    r"(?=(?!möte|samtal|alternativ|också|även|via|eller|och|den|på|med|kl|om|för|från|torsdag|i\b)[a-zåäö]{3,})",
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
    r"\b(?:lokalen|lokal|platsen|plats|adressen|adress|mötesplatsen|mötesplats|var|samling(?=:))\b(?: är| blir|"
    r" heter|:|"
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
_WORKPLACE = re.compile(
    r"(?:^|\b(?:vi|jag|oss|arbetar|jobbar|\w*(?:chef|sköterska|kurator|utvecklare|handläggare|ledare|samordnare|läkare|"
    r"terapeut|psykolog|strateg|stödjare))\b|"
    r"\bom (?:[\wåäö-]+ ){1,4}?)[ ,(]?$",
    re.I,
)
_AT = re.compile(r"(?:^|[\s,(])(?:i|på|hos|vid) (?=(?P<place>.{3,120}))", re.I)
_HOUR = re.compile(r"\bkl\b|klockan|\d[.:]\d\d|\d\s?[-–]\s?\d", re.I)
_FROM_HOME = re.compile(
    r"\b(?P<home>(?:hemifrån|hemma(?: hos sig)?),? )(?P<how>(?:via|på|över|genom|vid|med|framför) "
    r"(?=[^.!?]{0,30}(?:länk|dator|telefon|mobil|platta|skärm|teams|zoom|video|nätet|webb)).{3,120})",
    re.I,
)
_HOME = re.compile(r"\b(?:hemma|hemifrån)\b(?! hos| hos oss|\s+(?:efter|första|igen))", re.I)
_THANKS = re.compile(
    r"\bförra (?:månaden|veckan|året)\b|^(?:det var|hej igen|tack för|som (?:vi|jag) (?:sa|pratade|"
    r"nämnde))",
    re.I,
)
_DONE = re.compile(r"\b(?:göra|görs|gör|läsa?|läser|sker|arbetar|arbetet|svarar|fylls|fyller)\b", re.I)

# "… en rundvandring i de nya lokalerna på Industrigatan 9": where one can only go.
_STREET = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+(?:gatan|vägen|gränd|torget|stigen|allén|plan) \d{1,3}(?: ?[A-D]\b)?(?![\d ]*\d{3})"
)


def place_of(letter: LetterText, when_text: str) -> str:
    """Return where the meeting is, as it would be written beside "Plats"; "" where it is not plainly said."""
    meeting = [
        replace(s, text=_DIGITAL_THING.sub(r"\1\2 ", without_negated(s.text)))
        for s in letter.sentences
        if ("place" in s.cues or _tells_when(s.text, when_text)) and not _THANKS.search(s.text)
    ]
    either = next((place for s in meeting if (place := _either(s.text))), "")
    place = either or _and_remote(meeting, when_text) or _one_place(meeting, when_text)
    if place and not _BARE_PLACE.match(place):
        return place
    # "Vi bygger om lokalen": a house without a name says less than the name of another.
    named = _named_alone(letter) or place or _between_commas(letter, when_text) or _beside_gathering(letter)
    return named or next((found[0] for s in letter.having("place") if (found := _STREET.search(s))), "")


def _named_alone(letter: LetterText) -> str:
    for sentence in letter.sentences:
        found = _ONLY_A_PLACE.match(sentence.text)
        if (
            found
            and not (_VERB.search(found["place"]) or AUTHORITY.search(found["place"]))
            and PLACE_NOUN.search(found["place"].split(",")[0][1:])
        ):
            return place_at(found["place"], needs_noun=True)
    return ""


def _between_commas(letter: LetterText, when_text: str) -> str:
    """Return a place that only stands between the time and what follows: "Imorgon kl 9.30, Rosensalen, 20 minuter"."""
    for sentence in letter.sentences:
        if not _tells_when(sentence.text, when_text):
            continue
        for part in sentence.text.rstrip(".").split(", "):
            bare = part[:1].isupper() and part.count(" ") < 4 and not _VERB.search(part) and not told_when(part)
            if bare and PLACE_NOUN.search(part[:1].lower() + part[1:]) and not AUTHORITY.search(part):
                return place_at(part, needs_noun=True)
    return ""


def _beside_gathering(letter: LetterText) -> str:
    for sentence in letter.sentences:
        for found in _GATHERING_AT.finditer(sentence.text):
            if not _WORKPLACE.search(sentence.text[: found.start()]) and (
                place := place_at(found["place"], needs_noun=True)
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
    if home := next((found for s in meeting if (found := _FROM_HOME.search(s.text))), None):
        return home["home"] + PLACE_ENDS.sub("", home["how"]).strip(" .,")
    for pattern in (_LABELLED, _HERE_IN, _HELD, _COMES_TO):
        for found in (found for sentence in meeting for found in pattern.finditer(sentence.text)):
            labelled = pattern is _LABELLED and ":" in found[0][: found.start("place") - found.start()]
            if place := place_at(found["place"], needs_noun=not labelled):
                return place
    # "Går bra på Teams också" comes after a place.
    meeting = [s for s in meeting if not (_APART.search(s.text) and "telefon" in s.text.casefold())]
    spare = [s for s in meeting if _ALSO_REMOTE.search(s.text)]
    here = _at_the_meeting(meeting, when_text) if any(_REMOTE.search(s.text) for s in spare) else ""
    if here and not any(_REMOTE.search(s.text) for s in meeting if s not in spare):
        return here
    for sentence in sorted(meeting, key=lambda one: one in spare):
        if sentence in spare and _LINKED.search(sentence.text):
            # "Digitalt funkar också": as well as a place that is not said.
            continue
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
                place := place_at(found["place"], needs_noun=True)
            ):
                return place
    return ""


def _room_or_home(meeting: Sequence[Sentence]) -> str:
    for found in (found for sentence in meeting for found in _ROOM.finditer(sentence.text)):
        if place := place_at(found["place"] or found["room"], needs_noun=found["room"] is None):
            return place
    # "Ni läser utkastet hemma, och sedan ses vi": where one meets is not said.
    meets = any(_GATHERS.search(s.text) for s in meeting)
    return "hemma" if not meets and any(_HOME.search(s.text) and _DONE.search(s.text) for s in meeting) else ""


def _either(text: str) -> str:
    """Return two places of a sentence, between which one may choose, as written; "" where it names no two."""
    for found in _OR_REMOTE.finditer(text):
        head = text[: found.start()]
        if here := _HERE.search(head):
            return text[here.start() : found.end()]
        for at in _AT.finditer(head):
            place = place_at(at["place"], needs_noun=True)
            if place and head.endswith(place) and not _WORKPLACE.search(head[: at.start() + 1]):
                return text[at.start("place") : found.end()]
    for found in _REMOTE.finditer(text):
        if there := _THERE.match(text, found.end()):
            led = _OR_HERE.search(text[: found.start()])
            return text[led.start() if led else found.start() : there.end()] + PLACE_ENDS.sub(
                "", text[there.end() :]
            ).strip(" .")
    if home := _AT_HOME.search(text):
        other = place_at(home["other"], needs_noun=True) if home["or"] else ""
        end = text.find(other, home.end()) + len(other) if other else home.end("place")
        return text[home.start("place") : end]
    return ""


def _tells_when(text: str, when_text: str) -> bool:
    told = told_when(text) or text.rstrip(".")
    return bool(when_text) and (told in when_text or _BEHIND_TIME.sub("", told) in when_text)


def format_of(place: str) -> str:
    """Return remote or hybrid where the place says so."""
    if re.fullmatch(r"(?:telefon|video\w*|teams|zoom|länk) eller (?:telefon|video\w*|teams|zoom|länk)", place, re.I):
        return "remote"
    if _FROM_HOME.match(place):
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
