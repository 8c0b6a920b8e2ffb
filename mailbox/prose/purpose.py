"""Why a unit asks: the sentence that says what the assignment is good for, the plainest way of saying it first."""

import re
from itertools import pairwise

from medverkan.mailbox.forms.values.numbers import NUMBER
from medverkan.mailbox.prose.sentences import LetterText
from medverkan.mailbox.prose.signs import UNKNOWN_PEOPLE

MIN_REASON = 22
_SOME = rf"(?:{NUMBER}|någon|några|en|ett|ett par|folk|personer|patienter|brukare|anhöriga|närstående)"
_PURPOSES = (
    re.compile(
        r"\b(?:syftet|syfte|målet|vårt mål|mål är|målsättningen|tanken (?:är (?!en\b|ett\b|två\b|\d)|med)|"
        r"tanken bakom|avsikten|"
        r"ambition(?:en|erna)?|strävan|(?:vår|min|den) (?:stora )?önskan är|drömmen är|visionen|vinsten (?:är|med)|"
        r"nyttan (?:är|med)|(?:kan|ska|skall) leda till|resultatet (?:ska|blir|kommer)|"
        r"meningen (?:är|med)|(?<!med )(?<!av den )anledning(?:en)?(?! av)|bakgrunden är|"
        r"syftar till|ytterst|i slutänden|(?:vår )?tro(?:n)? är att|vitsen är|handlar (?:det )?(?:ytterst |"
        r"egentligen )?om att|förhoppning(?:en)?|förhoppningsvis|"
        r"(?:det )?(?:allra )?viktigast(?:e)?(?: för oss)? är att|"
        r"(?:rådet|gruppen|panelen|projektet|uppdraget|detta|det här) (?:finns|är) (?:till )?för att|"
        r"(?:med|genom) (?:er|deras|deltagarnas|den|brukarnas|patienternas) (?:hjälp|medverkan)|"
        r"poäng(?:en)?|vits(?:en)?|idén (?:är|med|bakom)|det är därför|därför (?:gör|frågar|skriver) (?:vi|jag)|"
        r"ändamålet|det vi (?:är ute efter|vill (?:upp)?nå|hoppas)|"
        r"resultatet (?:används|(?:ska|kommer att) användas)|(?:vad|det) (?:vi|jag) (?:egentligen |helst |mest |"
        r"verkligen |"
        r"gärna )?(?:vill|hoppas|"
        r"önskar|vill uppnå|hoppas på) (?:är|med det här))\b",
        re.I,
    ),
    re.compile(
        r"\bför att (?:de|dem|vi|alla|fler|ingen|man|hen|\w+(?:na|en|et)) (?:ska|skall|lättare|bättre|inte)\b|"
        r"^(?:och )?på (?:så|det|detta|det här) (?:sätt|vis)(?:et)? (?:hoppas|vill|kan|blir|får|tror|ska)\b|"
        r"^(?:det|vad|något) [^.!?]{3,40}? ska (?:ta med sig|få med sig|lära sig|gå härifrån|förstå|känna)\b|"
        r"\bhjälpa (?:oss|till) att (?:förstå|se|bli|lära|förbättra|undvika)\b|"
        r"\b(?:vi gör (?:det|detta)\b[^.!?]{0,40}?(?:för att|därför|eftersom)|detta för att|det här för att|"
        r"^(?:jo,? )?för att\b|(?<!och )därför att|så här för att|vi har \w+ för att|"
        r"för oss är det (?:\w+ )?viktigt att|det är (?:\w+ )?viktigt för oss att)",
        re.I,
    ),
    # "Med passet vill vi ge deltagarna ett ansikte på det …": what the whole is to give.
    re.compile(r"^(?:med|genom) [^.!?,]{3,60}? (?:vill|hoppas|önskar) (?:vi|jag)\b(?! (?:\w+ )?ha\b)", re.I),
    re.compile(r"\briskerar (?:vi|man|det)\b|\b(?:vi|man) riskerar\b|^annars (?:blir|kan|får|bygger|gör) ", re.I),
    re.compile(
        # "Med testet vill vi ta reda på …", "Vi vill mest att de andra ska våga …": whom they want is another sentence.
        rf"(?:\b(?:vi|jag) (?:(?!inte\b)[\wåäö]+ ){{0,2}}?(?:vill|hoppas|önskar)|\b(?:vill|hoppas|önskar) (?:vi|jag)|"
        rf"\b(?:vi|jag)\b[^.!?]{{3,60}} (?:men|och) vill)\b"
        rf"(?:(?! inte\b| ha\b) [\wåäö]+){{0,3}}? (?:att (?!(?:ni|du)\b|{_SOME} )|(?:kunna|bli|förbättra|lära|"
        rf"förstå|höra hur|höra vad|"
        rf"veta|göra|minska|öka|utveckla|ta reda|fånga|säkerställa|undvika|slippa|skapa|ändra|nå (?:fler|ut)|"
        rf"se (?:till|om|hur|"
        rf"vad)|pröva om|lägga|sluta|komma (?:åt|till rätta))\b)",
        re.I,
    ),
    re.compile(
        r"^(?:vill|hoppas|önskar) (?:bara |ju |gärna |verkligen )?att\b|"
        r"\b(?:vi|jag) (?:vill|hoppas|önskar|behöver) (?:gärna |på (?:det|så|det här) (?:sättet|sätt|vis) |"
        r"genom detta |därmed |verkligen |"
        r"nu )?(?:att\b(?! (?:någon|några|en|ett|ett par|två|tre|fyra|fem|sex|\d+) (?:\w+ )?(?:person|patient|brukar|"
        r"närstående|anhörig|förälder|föräldrar|unga|ungdom|kvinn|män\b)|"
        r" (?:någon|några|en|ett|två|tre|fyra) [a-zåäö]+ (?:kommer|berättar|läser|deltar|är med|"
        r"medverkar|föreläser|granskar|testar|svarar)\b)|inte (?:missa|längre|att)|slippa|det är (?:viktigt|bra)|"
        r"kunna|bli|förbättra|lära|förstå|höra|veta|göra|få (?:veta|bättre|syn|en bättre)|"
        r"minska|öka|utveckla|ta reda|kunna|fånga|säkerställa|undvika|komma till rätta|skriva|skapa|bygga|ta fram|"
        r"få fram|"
        r"ändra|hitta|slippa|så att)",
        re.I,
    ),
)
_NO_PURPOSE = re.compile(
    r"\b(?:hör av (?:er|dig|dej|mig)|höra av (?:er|dig)|hör av oss|svar\b|"
    r"(?:ni|du|vi|jag) svarar|svarar (?:ni|du|snabbt|snart|senast)|"
    r"(?:få|ge|lämna|ha|"
    r"snabbt) besked|besked (?:senast|före|innan|om)|återkommer|anmäl|höra om ni|"
    r"hitta (?:en|ett|någon|några|två|tre|fyra|fler) |att ni (?:kan|vill|har|hittar|hjälper|hör)|veta om ni|"
    r"höra ifall|hittar någon|"
    r"hjälpa oss att hitta)\b",
    re.I,
)
# "Filmen ska få fler att söka vård", "på så vis slipper nästa patient det"; who takes part has a task and no purpose.
_DOES_GOOD = re.compile(
    r"^(?!(?:person\w*|deltag\w*|den|de|ni|du|hen|man|patienterna|brukarna|vi|jag)\b)[^.!?]{3,60}? (?:ska|"
    r"skall) (?:få (?:fler|dem|"
    r"alla|patienter|folk|oss|personal\w*)|göra (?:att|det)|hjälpa|leda till|bidra till|underlätta|förbättra|minska|"
    r"öka|ge dem|ge den|ge "
    r"(?:oss|fler|alla)|användas (?:för|till|i)|bli (?:lättare|enklare|bättre|tryggare))\b|\bpå (?:så|det) (?:vis|"
    r"sätt)et?\b|"
    r"^(?:ingen|alla|fler|vem som helst) (?:ska|skall)\b|\b(?:slipper|slippa|slippa att)\b",
    re.I,
)
_BELIEVES = re.compile(
    r"\b(?:vi|jag) (?:tror|tänker|menar) att (?:det|allt|\w{3,20}) (?:blir|skulle bli|kan bli) (?:\w+ )?"
    r"(?:bättre|lättare|tryggare|enklare|lugnare|tydligare|roligare|fler|mer|mindre)\b|"
    r"\b(?:vi|jag) tror (?:på det sättet |därmed |verkligen |nu )?(?:att\b|på)(?! (?:vi|jag|det) behöver)|"
    r"^det (?:ska|skall) (?:gå att|vara (?:möjligt|lätt))|\bfå (?:reda på|veta) (?:om|hur|vad|varför)|"
    r"\bvill (?:jag |vi )?(?:inte bara|att (?!ni\b|någon|några|en\b|ett\b|två|tre|fyra|fem|\d))|"
    r"\b(?:ska|skall) (?:lära sig|våga|förstå|slippa|kunna|känna sig)\b",
    re.I,
)
_SOUGHT_WORD = re.compile(r"person|patient|brukar|anhörig|närstående|deltag|representant|någon|några", re.I)
_WISHES_FOR = re.compile(
    r"^(?:vi|jag) vill (?:gärna )?ha (?!med\b|in\b|hjälp\b|kontakt\b|svar\b)|"
    r"\bska (?:\w+ ){0,3}kunna\b",
    re.I,
)
# "Vi vill helt enkelt inte bygga in samma fel i det nya huset."
_WANTS_NOT = re.compile(
    r"\b(?:vi|jag) vill (?:\w+ ){0,3}?(?:inte|aldrig|sluta|slippa) (?!ha\b|att (?:ni|du)\b)[a-zåäö]{2,}", re.I
)
_PEOPLE = re.compile(UNKNOWN_PEOPLE, re.I)
_SO_THAT = re.compile(r"(?<!till )\bså att (?:vi|de|våra|alla|fler|ingen|man|patient|brukar|folk)\b", re.I)


# "För att kraven ska bli rätt vill vi ha med …", "Enheten vill förstå hur …"
_SOUGHT_FOR = re.compile(
    r"^(?P<why>för att [^.!?,]{10,150}?),? (?:vill|behöver|söker|skulle|önskar) (?:vi|jag)\b", re.I
)
# "Besluten blir bättre när någon frågar. Det är hela poängen."
_WAS_THE_POINT = re.compile(
    r"(?:och )?(?:det|detta) är (?:\w+ ){0,2}(?:poängen|syftet|tanken|målet|meningen|vitsen)\W*$", re.I
)
_ASKED_WHY = re.compile(r"(?:och |men )?(?:varför|poängen|syftet|målet|vitsen|anledningen)\b[^.!?]{0,40}\?", re.I)
_WANTS_TO_KNOW = re.compile(
    r"\bvill (?:bättre )?(?:förstå|veta|få veta|ta reda på|undersöka) (?:hur|vad|varför|vilka)\b", re.I
)


def purpose_of(letter: LetterText, seeking: str) -> str:
    """Return the sentence that says why, "" where none does; the one that seeks (`seeking`) only where it says so."""
    every = [sentence.text for sentence in letter.sentences]
    if told := next((said for said, named in pairwise(every) if _WAS_THE_POINT.match(named)), ""):
        return told
    if answer := next((answer for asked, answer in pairwise(every) if _ASKED_WHY.match(asked)), ""):
        return answer
    texts = [text for text in letter.having("purpose") if not _NO_PURPOSE.search(text) and len(text) > MIN_REASON]
    # Whom they want to do it is told beside what they want: the sentence on the people says less of why.
    plain_first = sorted(texts, key=lambda text: bool(_PEOPLE.search(text)))
    for pattern in _PURPOSES:
        for text in texts if pattern is _PURPOSES[0] else plain_first:
            if pattern.search(text) and (text != seeking or pattern is not _PURPOSES[1]):
                return text
    if before := next((found["why"] for text in texts if (found := _SOUGHT_FOR.match(text))), ""):
        return before
    for pattern in (_SO_THAT, _DOES_GOOD, _BELIEVES, _WANTS_TO_KNOW):
        if text := next((text for text in texts if text != seeking and pattern.search(text)), ""):
            return text
    # "Vi vill ha en chef som patienterna litar på."
    wished = (text for text in texts if text != seeking and (_WISHES_FOR.search(text) or _WANTS_NOT.search(text)))
    wish = next((text for text in wished if not _SOUGHT_WORD.search(text.partition(" som ")[0][:40])), "")
    return next((text for text in texts if _SO_THAT.search(text)), "") or wish
