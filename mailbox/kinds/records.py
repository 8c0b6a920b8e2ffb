"""Recognise a request for public documents: by a journalist or a citizen, in a mail of its own or within one.

Such a request is dealt with by a person at once (tryckfrihetsförordningen 2 kap. 15 §, skyndsamt). Units speak of
documents all day, and every authority's footer says that mail is a public record: only who asks for them asks.
"""

import re
from functools import cache

_MAX_TEXT = 20_000
_SPACE = re.compile(r"\s+")

_RECORD = (
    r"(?:allmän(?:na)? handling|offentliga? handling|handling(?:ar|en|arna)?\b|dokument(?:en|et)?\b|diarie\w*|diariet|"
    r"protokoll\w*|korrespondens\w*|mejl(?:växling|konversation|korrespondens|en|et)?\w*|mail(?:växling|"
    r"konversation)\w*|"
    r"e-post(?:växling|loggen|logg|konversation)?\w*|postlista\w*|avtal(?:en|et)?\b|faktur\w+|kontrakt\w*|beslut(?:en|"
    r"et)?\b|"
    r"underlag\w*|ärende\w*|akt(?:en|er)?\b|statistik\w*|förfrågning\w*|listan?\b|listor\b|sammanställning\w*|"
    r"rapport\w*|"
    r"upphandling\w*|tjänsteanteckning\w*|delegationsbeslut\w*|minnesanteckning\w*|kopi(?:a|or) |inkomna|samtliga|"
    r"uppgifter)"
)
_STRICT_RECORD = (
    r"(?:allmän(?:na)? handling|offentliga? handling|diarie|diariet|korrespondens|mejlväxling|mailväxling|"
    r"e-postväxling|"
    r"mejlkonversation|mailkonversation|postlista|faktur|delegationsbeslut|samtliga (?:handlingar|dokument|mejl|"
    r"protokoll)|"
    r"alla (?:handlingar|dokument|mejl|protokoll)|(?:handlingar|dokument|protokoll|mejl|avtal|beslut|"
    r"e-post) (?:som (?:rör|gäller|avser|"
    r"handlar)|rörande|gällande|angående|avseende|i ärende|mellan|från 20|för 20|om intressebanken)|kopi(?:a|"
    r"or) (?:av|på)|"
    r"[a-zåäö]{3,30} (?:som|vilka) (?:har )?(?:kommit|inkommit|skickats|diarieförts|upprättats)|"
    r"protokollen?\b(?! inför)|protokoll från|"
    r"avtal\w* (?:(?:som )?(?:ni|de|regionen|kommunen) (?:har|slutit|tecknat) )?(?:med|mellan)|"
    r"kontrakt\w* med|beslut\w* (?:om|i|från)|"
    r"minnesanteckning|"
    r"tjänsteanteckning|registerförteckning|delegationsordning|arvodesbeslut|(?:betalat|betalats|betalar|"
    r"utbetalt) (?:i|ut|för)|utbetal\w+ (?:arvode|ersättning)|"
    r"utbetalning|inkomna "
    r"(?:förfrågningar|handlingar|ärenden|mejl)|utdrag ur|(?:mejl|mejlen|mail|mailen|brev|breven|papper|"
    r"papperen) (?:som|från|till|mellan|ni)|"
    r"list\w+ (?:över|på) (?:vilka|utbetal|alla|inkomna|de som|verksamheter)|handlingarna\b(?! (?:inför|till mötet|"
    r"i god tid)))"
)
# Only these may stand between who asks and what they want: "vi vill att deltagarna får ta del av" asks for nothing.
_GAP = (
    r"(?:\W+(?:härmed|att|få|kunna|gärna|nu|också|även|därför|ha|möjlighet|möjligheten|om|er|skyndsamt|snarast|som|"
    r"journalist|"
    r"privatperson|medborgare|jag|vi|undertecknad|ta|komma|och|behöva|omgående|omedelbart|genast|de|själva)){0,8}\W+"
)
_TAKE = (
    r"(?:del av|ta del|få ut|ut\b|begära ut|ha ut|få se|få tillgång till|få (?=handling|protokoll|diarie|kontrakt|"
    r"avtal\w* (?:som )?(?:ni|de|regionen|kommunen|mellan)\b)|"
    r"tillgång till|tillsänd\w*|få kopi\w+|"
    r"kopi(?:a|or)|"
    r"utlämn\w+|lämna ut|se\b|läsa|ta ut|beställa|begära|utdrag|maila över|mejla över)"
)
_I = r"(?:jag|vi(?: på [^.,!?\n]{1,40})?|undertecknad|vår redaktion|redaktionen|tidningen|mitt namn)"
# "När man begär ut sin journal": a subject to talk about, no request.
_NOT_THEY = "".join(
    f"(?<!{who} )"
    for who in ("man", "som", "de", "du", "ni", "den", "någon", "patienter", "personer", "invånare", "anhöriga",
                "medborgare",
                "journalister", "brukare", "närstående", "inte")
)  # fmt: skip
_UNMISTAKABLE = (
    r"\bbegäran? (?:om|avser|gäller)(?: att)?(?: få)?(?: ut)?(?: ta del av)?(?: utlämnande av| utlämning av| kopia av|"
    r" kopior av)? "
    r"?(?:allmän|offentlig|diarie|handling|utlämnande)",
    rf"{_NOT_THEY}\b(?:begär|begärs|begärde|begäres|yrkar|hemställer|anhåller)(?: {_I})?{_GAP}{_TAKE}",
    rf"{_NOT_THEY}\b(?:begär|begärs)\b[^.!?]{{0,40}}\b(?:ut|utlämnade|kopior|kopia)\b[^.!?]{{0,20}}{_RECORD}",
    rf"{_NOT_THEY}\b(?:begär|begärs)\b[^.!?]{{0,60}}(?:allmänna? handling|offentliga? handling)",
    rf"\b{_I}\b[^.!?]{{0,40}} begära ut\b[^.!?]{{0,40}}{_RECORD}",
    r"\b(?:framställan|framställning|anhållan|ansökan) om (?:utlämnande|utlämning|att få (?:ut|ta del av) )",
    r"\bbegäran? (?:enligt|med stöd av|i enlighet med) [^.!?]{0,30}(?:tryckfrihet|offentlighet|2 kap|tf\b)",
    r"\b(?:vill|önskar|begär|ber|yrkar)\b[^.!?]{0,60}\b(?:överklagbart|överklagningsbart|avslagsbeslut)|"
    r"\b(?:överklagbart|överklagningsbart) (?:avslags)?beslut (?:önskas|begärs)|^utläm(?:ning|nande) av (?:allmän|"
    r"handling)",
    r"\bfreedom of information\b|\bfoia?\b request|\bpublic (?:records?|documents?|"
    r"access to information)\b.{0,80}\brequest|"
    r"\brequest\w*\b[^.!?]{0,60}\b(?:public|official) (?:records?|documents?)|\bprinciple of public access\b",
    r"\butlämnande av (?:allmän|handling|protokoll|diarie|uppgift|korrespondens|mejl|mail)\w*[^.!?]{0,200}(?:jag|vi)\b|"
    r"\b(?:jag|vi)\b[^.!?]{0,60}\butlämnande av (?:allmän|handling|protokoll|diarie|korrespondens|mejl|mail)",
)
_LIKELY = (
    rf"\b(?:önskar|vill|behöver|begär|ber|hemställer|skulle) (?:jag|vi|"
    rf"undertecknad){_GAP}{_TAKE}[^.!?\n]{{0,60}}{_STRICT_RECORD}",
    r"\bcopies of\b[^.!?]{0,30}\b(?:official|public|all) (?:\w+ )?(?:documents|records|e-?mails|minutes)|"
    r"\b(?:handlingar|dokument)\b[^.!?]"
    r"{0,30}\bdiarieför",
    r"\b(?:handlingar|dokument|protokoll)\b[^.!?]{0,60}\bf(?:å|år) (?:jag |vi )?ut\b",
    rf"\b{_I}\W+(?:vill|önskar|skulle vilja|skulle önska|skulle behöva|ber|undrar|behöver|"
    rf"hoppas)\w*{_GAP}{_TAKE}[^.!?\n]{{0,60}}{_STRICT_RECORD}",
    rf"\b(?:kan|får|skulle|går det) (?:jag|vi|att|ni)?(?: kunna)?{_GAP}?{_TAKE}[^.!?\n]{{0,60}}{_STRICT_RECORD}",
    r"\b(?:skicka|mejla|maila|sänd|lämna ut|översänd)\b[^.!?\n]{0,30}(?:kopia|kopior|diarie|allmän|korrespondens|"
    r"mejlväxling|"
    r"(?:samtliga|alla) (?:handlingar|dokument|protokoll|mejl))",
    r"(?:^|[.:;!?,] ?|\b(?:vänligen|snälla|och|alltså|så) )(?:lämna ut|begär ut|skicka hit|ge mig)\b[^.!?]{0,40}"
    r"(?:diarie|handling|protokoll|list\w+ över|mejl|mail|korrespondens|avtal|faktur|beslut)",
    rf"\b(?:jag|vi)\W+(?:vill|önskar|skulle vilja){_GAP}(?:ut|få ut|ha ut)\b[^.!?\n]{{0,80}}{_RECORD}",
    r"\brequest\w*\b[^.!?]{0,60}\b(?:copies of|access to)\b[^.!?]{0,60}\b(?:records?|documents?|correspondence|"
    r"minutes|e-?mails)",
)
_LAW = re.compile(
    r"offentlighetsprincipen|offentlighets- och sekretesslagen|tryckfrihetsförordningen|handlingsoffentligheten|"
    r"\b(?:enligt|stöd av) "
    r"(?:tf|2 kap)\b|\b(?:det|de|den|detta|dessa) är (?:ju |väl |en |alla )*(?:allmän|offentlig)|"
    r"\bsom (?:en )?(?:allmän|offentlig)\w* handling|"
    r"\b(?:eftersom |att |då )?ni är en (?:offentlig )?myndighet"
)
_CLAIMS = re.compile(
    r"\b(?:jag|vi|undertecknad)\b[^.!?\n]{0,40}\b(?:begär|vill|önskar|ber|skulle vilja|har rätt|hemställer|åberopar|"
    r"hänvisar)|\b(?:har|vill|önskar|ber|yrkar) (?:jag|vi)\b|\bbegär "
    r"(?:jag|vi|härmed|att)|\bbegäran (?:görs|sker|avser|enligt)|\bskicka gärna|\b(?:med stöd av|med hänvisning till)|"
    r"\bmin (?:begäran|rätt)"
)
_PRESS = re.compile(
    r"\b(?:journalist|reporter|redaktion|nyhetschef|granskning|granskar|tidningen|lokaltidning|frilans)"
)
_PRESS_ASKS = re.compile(
    r"\b(?:ta del av|se|få|skicka|mejla|läsa|ut)\b[^.!?\n]{0,80}(?:handling|dokument|protokoll|diari|avtal|faktur|"
    r"mejl|statistik|"
    r"beslut|underlag|uppgifter om|kostnad)"
)
# Nobody who asks need say who they are or why (TF 2 kap. 18 §), and only they know that.
_NAMELESS = re.compile(
    r"\b(?:jag|vi) (?:behöver|måste|är) inte (?:skyldig att )?(?:tala om|uppge|ange|säga|berätta|skriva) (?:vem|"
    r"mitt namn|varför|vad jag|"
    r"syfte)"
)
_DOCUMENTS = re.compile(r"handling|diarie|protokoll|list\w+ över|mejl|korrespondens")
# One of these is in all that `_UNMISTAKABLE` finds.
_STEMS = (
    "begär", "offentlig", "tryckfrihet", "överklag", "avslagsbeslut", "utläm", "hemställ", "anhåll", "yrka", "freedom",
    "foi", "public", "official", "2 kap",
)  # fmt: skip
_TF = re.compile(r"\btf\b")
# One of these is in all that `_LAW` finds.
_OF_LAW = ("offentlig", "tryckfrihet", "allmän", "myndighet", " tf", " 2 kap")
# An authority's footer, and what a request form speaks of: no asking.
_FOOTER = re.compile(
    r"(?:e-post|e-postmeddelande\w*|mejl|mail|meddelande\w*|brev|uppgifter|information)\b[^.!?\n]{0,80}(?:blir|är|"
    r"kan bli|betraktas|kan "
    r"komma att|räknas|utgör)[^.!?\n]{0,60}(?:allmän|offentlig)[^.!?\n]{0,120}[.!?\n]?"
)
_NO_ASKING = re.compile(
    r"\b(?:min|sin|sina|deras) (?:journal\w*|handlingar|uppgifter|akt)|begärt ut|har tagit del av|begär (?:två|tre|"
    r"fyra|en |\d)|"
    r"(?:hantera\w*|handlägg\w*|besvara\w*|svara\w* på|får in|kring|fått|inkommen|gör man|processen för|rutin\w* för|"
    r"information om|"
    r"bemötande vid|vid|din|er|deras|hans|hennes|emot) (?:en |varje )?begäran om [a-zåäö]+ ?[a-zåäö]*"
)


def may_ask(text: str) -> bool:
    """Tell whether a word stands in a text without which `asks_for_records` says no to it, read strictly; quick."""
    return _has_stem(text[:_MAX_TEXT].lower())


def _has_stem(said: str) -> bool:
    return any(map(said.__contains__, _STEMS)) or ("tf" in said and bool(_TF.search(said)))


def asks_for_records(text: str, *, strictly: bool = False) -> bool:
    """Tell whether the writer asks for public documents; `strictly` where the text holds a form as well. Total."""
    said = _SPACE.sub(" ", text[:_MAX_TEXT].lower().replace("\n\n", ". "))
    said = _NO_ASKING.sub(" ", _FOOTER.sub(" ", said))
    if (_has_stem(said) and _any_of(_UNMISTAKABLE).search(said)) or _cites_the_law(said):
        return True
    if strictly:
        return False
    if _NAMELESS.search(said) and _DOCUMENTS.search(said):
        return True
    return bool(_any_of(_LIKELY).search(said) or (_PRESS.search(said) and _PRESS_ASKS.search(said)))


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Compile patterns that take long to compile and that most letters need not be held against."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def _cites_the_law(said: str) -> bool:
    """Tell whether the law is named by somebody who asks for something in the same breath."""
    if not any(stem in said for stem in _OF_LAW):
        return False
    laws = (match for _, match in zip(range(20), _LAW.finditer(said), strict=False))
    return any(_CLAIMS.search(said, max(0, law.start() - 160), law.end() + 160) for law in laws)
