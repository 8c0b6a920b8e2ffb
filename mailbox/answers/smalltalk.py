"""Small talk by its words: a sentence made of nothing but apologies, thanks, wishes and talk of the answer itself.

A word list reads what no list of sentences foresees; a word that could answer any question of ours, deny or ask
(figures, "inte", "ja", "stämmer", days, places) is in none of these, and lets the sentence stand.
"""

import re

_WORD = re.compile(r"[^\W\d_]+|\d+")
_MOST_WORDS = 24
# What the sentence is about, one of these: thanks and help, the answer itself, a fault of ours …
_THANKS = frozenset(
    re.findall(
        r"\w+",
        """
        beklagar besvär besväret bifogat hjälp hjälpen hjälper hjälpsam hjälpsamma hoppas komplettering
        kompletteringar kompletteringarna skriver tur frågade kompletterar mejl mejlet mail mailet meddelande
        meddelandet oj ojdå ojoj ojsan aj ajdå hoppsan hoppsansa hoppla oops sorry förlåt ursäkta ursäkt
        ursäkter tack tackar tacksam tacksamma påminnelse påminnelsen återkoppling återkopplingen tålamod
        tålamodet uppskattar uppskattas svar svaren svaret svarar svarat svara svarade besvarar besvarat
        frågorna frågan nedan nedanför inlagt ifyllt rött blått grönt fetstil kursivt understruket
        """,
    )
)
_WISHES = frozenset(
    re.findall(
        r"\w+",
        """
        helg helgen kväll kvällen vecka veckan dag dagen eftermiddag sommar jul fortsättning solen vädret önskar
        roligt trevligt kul fram ser
        """,
    )
)
_FAULTS = frozenset(
    re.findall(
        r"\w+",
        """
        fadäs fel felet felskrivet felskrivning förbiseende glömde glömska glömt klantig klantigt klumpigt
        missade missat miss missen misstag misstaget misstagen pinsamt skrev skrivfel skrivfelet slarv slarvade
        slarvat slarvfel slarvig slarvigt strul strulade strulat tabbe tabben tokigt galet virrig virrigt
        otydligt oklart krångel krånglet
        """,
    )
)
# … and no word that is not one of these either.
_AROUND = frozenset(
    re.findall(
        r"\w+",
        """
        absolut allt alltihop att av bara blev bli blivit bra bäst de den denna det detta där därför då dålig
        dåligt efter emot er era ert fin fina fint från för först förhand ganska genast gjort god goda gott ha
        hade hann han har hela helt hinner hittade hos här härligt i igen in innan jag jo jodå ju just kom
        kommer lagom lite litet lugnt man med mejla men mig min mina mitt mot mycket må ni nog nu nytt nämligen
        när nästan också ok okej om ordning oss otroligt på redan respektive riktigt rolig sedan skriva skrivit
        skynda sent dröjt snabb snabba snabbt snäll snälla som stor stora stort stund så sådär sånt såklart tagit till
        tillbaka toppen trevlig trevliga tyvärr under upp vilken direkt uppmärksamma uppmärksamheten ut var vara
        varit varje varm varmt varsågod varsågoda vi visst väl vår våra vårt väldigt vänliga vänligt även ännu
        är åt över svårt frågor funderingar långa lång fick får din ditt dina du dig ens nån någon något nått
        alltid verkligen jätte jättemycket jättebra samtidigt hastigt hast hasten farten fart fort gick lät hit
        dit inser ser nåväl nåja jaha jaså
        """,
    )
)
_ONE = frozenset(("en", "ett"))
_SAID_TO_US = frozenset(
    re.findall(
        r"\w+",
        """
        jag vi mig oss mina min mitt våra vår vårt er ert era hej oj ojdå ojoj ojsan aj ajdå hoppsan hoppsansa
        oops sorry förlåt ursäkta ursäkt ursäkter tack tackar tacksam tacksamma hoppas beklagar uppskattar nedan
        nedanför här vilken ha önskar trevlig fin skön
        """,
    )
)
_ANSWERS = re.compile(r"\bsvar\w*\b.{0,60}\b(?:är|blir)\b", re.I)
_BLAMES_US = re.compile(r"\b(?:ni|er|ert|era|du|din|ditt)\b", re.I)
_SET_PHRASES = re.compile(
    r"^(?:tveka inte|dröj inte)\b[^.!?\d]{0,80}|^(?:vid|har ni|om ni har|finns det) "
    r"(?:frågor|funderingar)\b[^.!?\d]{0,60}|"
    r"^(?:säg|skriv|ring|mejla|maila|hojta|hör)(?: bara| gärna)? (?:till|av er|av dig)? ?(?:om|vid|ifall)\b"
    r"[^.!?\d]{0,60}|"
    r"^(?:jag |vi )?(?:nås|finns) (?:på|via) (?:mejl\w*|mail\w*|telefon\w*)[^.!?\d]{0,30}|^det ska vi ordna|"
    r"^hej och god \w{3,12}[.! ]*$|^hör av (?:oss|mig) när vi vet[^.!?\d]{0,20}|"
    r"^hoppas (?:att )?(?:det|ni|detta)[^.!?,:\d]{0,60}|^med (?:\w+ ){0,2}hälsning\w*[^.!?\d]{0,30}",
    re.I,
)
# "Se mina svar i rött", "Har svarat under varje fråga": where the answers stand.
_WHERE = re.compile(
    r"^(?:se|jag|vi|har|mina?|våra?|här|hej|ni hittar|hittar ni|nedan\w*|skriver|skrev|lade|lägger|la|svar\w*)\b"
    r"[^.!?,:\d]{0,40}(?:\bsvar\w*\b|(?<=svar)|(?<=svaren)|(?<=svarat)|(?<=svarar))[^.!?,:\d]{0,40}$",
    re.I,
)
_THERE = re.compile(
    r"\bnedan|\bi (?:texten|rött|blått|grönt|färg|fetstil|kursiv\w*|mejlet|mailet)\b|\b(?:under|efter|vid|bredvid|i) "
    r"(?:varje|respektive|resp\.?|era|din|dina|frågorna|frågan)\b|\bmellan raderna\b|\binline\b|\bpå (?:era )?frågor",
    re.I,
)
# "tvåan var ett skrivfel", "det är bokat nu".
_SETTLED = re.compile(
    r"(?:(?:det|den|lokalen|rummet|salen) (?:är|har blivit) (?:redan |nu |visst )?(?:bokat?|bokad|klart?|bestämt|"
    r"spikat|fixat)(?: nu| redan)?|(?:[a-zåäö]{2,7}an|siffran|det andra) (?:är|blev|var) (?:bara )?(?:ett skrivfel|"
    r"en felskrivning|en miss|ett misstag|fel|gammalt))[.! ]*$",
    re.I,
)
# What opens a sentence without saying anything: "Nåväl, …", "ja precis …", "oj blev fel där …".
_OPENERS = frozenset(
    re.findall(
        r"\w+",
        """
        hej hejsan tjena hallå oj ojdå ojsan hoppsan aj ajdå usch ja japp jo jodå jadå jaså jaha javisst visst
        precis exakt just alltså nåväl nåja ok okej absolut såklart självklart naturligtvis förlåt ursäkta sorry
        obs ps men så nej jomen jamen tack javisstja juste förresten nu först sen sedan och
        """,
    )
)
_SLIP = re.compile(
    r"^(?:det |de )?(?:blev|blivit|var|är)? ?(?:lite |visst |ju |nog |tydligen )?(?:fel|tokigt|galet|knas)"
    r"(?: där| här| av (?:mig|oss)| i (?:blanketten|formuläret))?[,.:!–-]*\s+(?=\S)",
    re.I,
)
_SEE = re.compile(r"^(?:se|här är|här kommer) (?:mina |våra )?svar\w*(?: nedan\w*| i texten)?[,;:–-]\s+(?=\S)", re.I)
_AMENDS = re.compile(
    r"^(?:(?:en|ett) )?(?:liten |litet |snabb )?(?:ändring|rättelse|tillägg|korrigering|komplettering|sak till)"
    r"\s?[:,–-]\s+(?=\S)",
    re.I,
)
_FIRST = re.compile(r"^([^\W\d_]+)[,.!:–-]*\s+(?=\S)")


def is_small_talk(sentence: str) -> bool:
    """Tell whether a sentence says nothing of the request and asks nothing."""
    if "?" in sentence:
        return False
    if _SET_PHRASES.match(sentence.strip()) or (_WHERE.match(sentence.strip(" .!")) and _THERE.search(sentence)):
        return True
    words = {word.casefold() for word in _WORD.findall(sentence)}
    # "Fel dag" is no apology: with a fault, no other noun may stand.
    about = _FAULTS if words & _FAULTS else _THANKS | _WISHES
    blames = bool(words & _FAULTS) and bool(_BLAMES_US.search(sentence))
    known = words <= (_FAULTS | _THANKS | _AROUND | _ONE if words & _FAULTS else about | _AROUND)
    if not words & (_FAULTS | _SAID_TO_US):
        # "Snabb hjälp" and "på kvällen" may be answers.
        return False
    return known and bool(words & about) and not blames and not _ANSWERS.search(sentence) and len(words) <= _MOST_WORDS


def adds_nothing(clause: str) -> bool:
    """Tell whether a clause beside an answer only says why or that it is settled."""
    return bool(_SETTLED.match(clause.strip())) or is_small_talk(clause)


def without_opening(sentence: str) -> str:
    """Return a sentence without the words that only open it; the sentence itself where it is nothing else."""
    text = sentence.strip()
    for _ in range(5):
        found = _FIRST.match(text)
        if found and found[1].casefold() in _OPENERS:
            text = text[found.end() :]
        elif slip := _SLIP.match(text) or _SEE.match(text) or _AMENDS.match(text):
            text = text[slip.end() :]
        else:
            break
    return text
