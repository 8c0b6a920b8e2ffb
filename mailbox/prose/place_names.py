"""The name of a place where a text begins with one, cut where the clause goes on."""

import re

_OUR = re.compile(r"^(?:vår|vårt|våra) (?=(?P<next>[\w-]+))", re.I)
_NO_ROOM = re.compile(
    r"\w*(?:grupp|råd|projekt|arbete|möte|team|verksamhet|studie|utbildning|panel|ledning|workshop|kommun|region|"
    r"län|dag|kväll|träff|patient|brukar|"
    r"process|kurs|program|broschyr|film)\w{0,4}$",
    re.I,
)
_WHERE = frozenset(("i", "på", "vid", "hos", "plan", "våning", "rum", "sal", "ingång", "tredje", "andra", "första"))
_ADJECTIVES = frozenset(
    re.findall(r"\w+", "röda gröna blå blåa vita gula stora lilla gamla nya östra västra norra södra")
)
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
AUTHORITY = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]+ ){1,2}kommun(?:en)?\b|[Rr]egion(?:en)?\b(?!ens)|[A-ZÅÄÖ]\w+regionen\b|kommunen\b"
)
PLACE_NOUN = re.compile(
    r"\b(?:[a-zåäöé]*(?:rum|rummet|sal(?:en)?|lokal(?:en|er|erna)?|hus(?:et)?|mottagning(?:en)?|klinik(?:en)?|"
    r"centrum|"
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
PLACE_ENDS = re.compile(
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


def place_at(text: str, *, needs_noun: bool) -> str:
    """Return the place that a text begins with, "" where it is none; `needs_noun` where no word before says so."""
    text = re.sub(r"^(?:oss )?(?:i|på|vid|hos) ", "", text.strip())
    if (our := _OUR.match(text)) and not _NO_ROOM.match(our["next"]):
        text = text[our.end() :]
    if AUTHORITY.match(text):
        return ""
    if _TEMPORAL.match(text) and not PLACE_NOUN.match(text.split(",")[0].split(" ")[0]):
        return ""
    place = PLACE_ENDS.sub("", text).strip(" .,")
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
            or bool(PLACE_NOUN.search(word))
            or word[:1].isdigit()
            or before in _WHERE
            or before.endswith("ens")
            or (word.endswith("s") and at + 1 < len(words) and bool(PLACE_NOUN.search(words[at + 1])))
            or (named and kept[-1][:1].isupper() and before.endswith("s") and word.startswith("lokal"))
        )
        goes_on = (
            goes_on
            or (word.casefold() in _WHERE and at + 1 < len(words))
            or word in {"och", "plan", "våning", "rum", "sal"}
        )
        if named and not goes_on:
            break
        named = named or bool(PLACE_NOUN.search(word))
        kept.append(word)
    return " ".join(kept).strip(" ,") if named else ""
