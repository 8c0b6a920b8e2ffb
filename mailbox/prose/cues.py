"""The cues that the words of a sentence give: hints of what it may be about ("seek", "pay").

They are looked up word by word, so that the costlier patterns are tried only on the few sentences that can hold what
they look for. A pattern that a sentence's words give no cue for never sees the sentence.
"""

import re
from functools import lru_cache

_CUES = {
    "seek": r"borde|bör|sakna[rs]|rekryterar|synpunkter|sök(?:er|es|s|te)|efter\w*|letar|leta|spanar|jagar|behöv\w*|"
    r"behov|önskemål|önska[rs]|"
    r"vill|vilja|ville|har|finns|undra[rn]?|få|ute|låna|bra|fint|kul|roligt|värdefullt|toppen|önskvärt|bäst|ser|"
    r"hoppas|drömmer|gärna|tänkte|fråga|utse|inbjuds|"
    r"hoppats|passa|fattas|uppskatta|nytta|diskutera|testa|tänkt|tänker|planerar|tacksam\w*|glad\w*|intresserad\w*|"
    r"försöker|ta|får|kunde|tanken|bolla|ska|skall|vore|ordnar|startar|bildar|samlar|"
    r"tanke|idén?|förslag|förslaget|planen?|förhoppning(?:en)?|meningen|kommer|"
    r"hitta|förmedla|föreslå|tipsa|hjälpa?|kontakt|tag|kan|skulle|känner|plats|fylla",
    "purpose": r"syft\w*|ambition\w*|strävan|önskan|drömmen|visionen|vinsten|nyttan|leda|genom|med|hjälpa|"
    r"poäng\w*|idén|"
    r"ändamål\w*|tror|tänker|menar|eftersom|mål|målet|målsättning\w*|tanken|avsikt\w*|mening\w*|anledning\w*|"
    r"bakgrund\w*|för|därför|"
    r"förhoppning\w*|hoppas|vill|så|ska|skall|slipper|slippa|tro|tron|ytterst|slutänden|vitsen|behöver|handlar|hjälp|"
    r"ute|resultat\w*",
    "meet": r"ses|träffas|möts|möte\w*|träff\w*|samlas|tillfälle\w*|gång\w*|dagen|dag|sammankomst\w*|mötena|"
    r"håller|hålls|rum|kör|sitter|start\w*|börjar|handlar|rör|intervjuerna|fokusgruppen|workshop\w*|gruppen|rådet|"
    r"kvällen|fokusgrupp\w*|sker|äger|blir|är|e|ska|planerad\w*|genomförs|tänker",
    "time": r"\d+|måndag\w*|tisdag\w*|onsdag\w*|torsdag\w*|fredag\w*|lördag\w*|söndag\w*|mån|tis?|ons?|tors?|fre|"
    r"lör|sön|kl|klockan|halv|imorgon|morgon|övermorgon|veck(?:a|or)\w*|v|jan\w*|feb\w*|mars?|april?|maj|"
    r"jun[i]?|jul[i]?|"
    r"aug\w*|sep\w*|okt\w*|nov\w*|dec\w*|höst\w*|vår|våren|vintern?|sommar\w*|idag|dag|månaden",
    "long": r"varannan|(?:mån|tis|ons|tors|fre|lör|sön)dagar|\w*minut\w*|min|timm\w*|tim|h|\w*halvtimme\w*|"
    r"kvart|gång\w*|ggr|möten|träffar|tillfällen|tillfälle|"
    r"workshop\w*|halvdagar|heldagar|förmiddagar|eftermiddagar|kvällar|dagar",
    "place": r"\w+gatan|\w+vägen|\w+torget|\w+huset|\w+gården|\w+parken|park|\w+kyrkan|bibliotek\w*|entrén?|"
        r"\w*entrén|promenad\w*|plats\w*|lokal\w*|adress\w*|mötesplats\w*|ses|träffas|träffar?|träffen|möts|samlas|"
        r"håller|sitter|"
    r"kör|teams\w*|zoom\w*|\w*länk\w*|skype|digital\w*|länk|video\w*|distans|hemma|hemifrån|\w*rum|\w*rummet|\w*sal|"
    r"\w*salen|aulan?|"
    r"hos|online|telefon|ses|rum|hålls|meet|webex|hus|huset",
    "access": r"\w*slinga\w*|rullstol\w*|hiss\w*|tillgänglig\w*|\w*tolk\w*|ramp\w*|ledsagar\w*|parkera|parkering\w*|"
    r"lättläst\w*|ledarhund\w*|punktskrift|teckenspråk\w*|markplan|entréplan|trapp\w*|hjälpmedel|handikapp\w*",
    "support": r"\w*behandlare|stödperson\w*|ledsagare|kontaktperson\w*|följeslagare|sällskap|följa|"
    r"stöd|hands|möta|möter|hämta|"
    r"hämtar|\w*terapeut\w*|\w*kurator\w*|processledare|psykolog\w*|sjuksköterska|diakon\w*|samtalsledare|"
    r"personal\w*|"
    r"ta|ha",
    "given": r"får|står|bekostar|bjuder|betalar|ersätter",
    "pay": r"timlön|lön|\w*arvod\w*|\w*ersätt\w*|reskostnad\w*|resor|resan|biocheck\w*|\w*biljett\w*|"
    r"presentkort\w*|kronor|kr|"
    r"milersättning|betalar|betalas|betalt|ersätts",
    "cost": r"projekt|ansvar|kostnadsställe\w*|kst|konto|bokförs|konteras|debiteras|belastar|projektnummer|"
    r"ansvarskod|ansvarsnummer|projektnr|kontering\w*",
    "feedback": r"återkoppl\w*|återför\w*|sammanfattning\w*|sammanställning\w*|rapport\w*|redovisa\w*|"
    r"resultat\w*|ändrat|ändrade|"
    r"\w*rapport\w*|\w*anteckning\w*|protokoll\w*|senare|visas|hör|ringer|delar|presentera\w*|publiceras|slut\w*|"
    r"skriftlig\w*|muntlig\w*|efter|efteråt|förslagen|utvärdering\w*|berättar|mejlar|skickar|skickas|brev|visar|bjuder",
    "prepare": r"förbered\w*|inläsning\w*|introduktion\w*|läsa|läser|utbildning|genomgång|underlag\w*|"
    r"handlingar\w*|förväg|förhand|innan|före|\w*frågor\w*|text\w*|material\w*|förmöte|program\w*|utkast\w*",
    "reply": r"svar\w*|säg|säga|tips\w*|kontakt|veta|besked|återkom\w*|höra?|hör|meddela\w*|anmäl\w*|"
    r"förslag|namn\w*|senast|veta|intresse\w*",
    "with": r"publiken|åhörarna|lyssnarna|salen|deltar|deltagare|delta|med|sitter|ingår|närvarar|medverkar|finns|"
        r"leds|utöver|förutom|består",
    "minor": r"minderårig\w*|18|ungdom\w*|barn|unga|tonåring\w*|elev\w*|tjejer|killar",
    "stop": r"ställ\w*|inställ\w*|avboka\w*|blir|behöver|längre|flytta\w*|skjut\w*|dra|återkall\w*|tillbaka|redan|"
    r"reporter|journalist|redakt\w*|reportage\w*|programledare|publicering\w*|tidning\w*|nyhet\w*|tv-\w*|"
    r"webbinari\w+|anmäl|offert\w*|erbjud\w*|rabatt\w*|kampanj\w*|demo\w*|plattform\w*|tjänst|produkt|lösning|"
    r"hjälper|avregistrera",
    "organisation": r"stad|kommunförbundet|\w+regionen|\w*universitet\w*|\w*högskola\w*",
    "unit": r"[\wåäö-]*(?:försörjning|bostad|bostäder|program|trafik|mottagning|klinik|enhet|avdelning|hälsocentral|"
    "vårdcentral|förvaltning|sjukhus|lasarett|"
    r"rådgivning|vård|centrum|center|team|boende|skola|psykiatri|habilitering|hemtjänst|folktandvård|"
    r"bibliotek|institution|psyk|kirurg|läkarhus|träffpunkt|hus|hem|gård|service|"
    r"anhörigstöd|elevhälsa|socialtjänst|räddningstjänst|polis|kansli|projekt|verksamhet|kommun|region|akut|"
    r"dialys|sektion|rehab|"
    r"universitet|högskola|grupp|jour|central|ambulans|omsorg|stab|nämnd|kontor)[a-zåäö]{0,4}|bup|iva|bvc|"
    r"mvc|bb|ava|ifo|region|kommun|vux|sis",
}  # fmt: skip
_CUE_OF = {cue: re.compile(words) for cue, words in _CUES.items()}
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+){0,3}")


@lru_cache(maxsize=8192)
def _cues_of_word(word: str) -> frozenset[str]:
    return frozenset(cue for cue, pattern in _CUE_OF.items() if pattern.fullmatch(word))


def cues_of(text: str) -> frozenset[str]:
    """Return the cues that the words of a text give."""
    return frozenset().union(*map(_cues_of_word, _WORD.findall(text.casefold())))


def names_a_unit(word: str) -> bool:
    """Tell whether a word may be part of the name of a unit or its organisation."""
    return "unit" in _cues_of_word(word.casefold())
