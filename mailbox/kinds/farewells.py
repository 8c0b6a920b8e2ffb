"""Hear who wants out of the register, in the many ways there are to say so.

Read sentence by sentence: the same words about an assignment ("inte vara med på kvällar"), a mailing list or a copy
mean something else. Whoever writes about somebody else is kept apart: they must not be restricted in that one's place.
"""

import re
from collections.abc import Iterator
from enum import Enum

_MAX_TEXT = 6_000
_MAX_SENTENCE = 400


class Leaver(Enum):
    """Who is to be taken out."""

    WRITER = "writer"
    SOMEBODY = "somebody"


# Slips and speech, as whole words.
_SLIPS = (
    (re.compile(r"\bta ?b(?:or|å|år|o)t\b|\btag bort\b|\btabort\b"), "ta bort"),
    (re.compile(r"\bme[jg]\b|\bmi\b"), "mig"),
    (re.compile(r"\bva\b(?= (?:med|kvar)\b)"), "vara"),
    (re.compile(r"\b(?:vil|vikk|viil)\b"), "vill"),
    (re.compile(r"\b(?:int|intte|ite|ej|icke|aldrig)\b"), "inte"),
    (re.compile(r"\berat\b|\beran\b"), "ert"),
    (re.compile(r"\b(?:uppgifer|upgifter|uppgiftr|uppgifterna)\b"), "uppgifter"),
    (re.compile(r"\bpersonuppgifter\b"), "uppgifter"),
    (re.compile(r"\b(?:rejister|registet|registre|registeret)\b"), "registret"),
    (re.compile(r"\bintresse ?banke?n?s?\b"), "intressebanken"),
    (re.compile(r"\b(?:tyvärr|gärna|snälla|tack|härmed|längre fram|nog|bara|nu|genast|omedelbart|snarast|helt|också|"
                r"vänligen|faktiskt|egentligen|absolut)\b ?"), ""),
)  # fmt: skip
_BREAK = re.compile(r"\n(?=[^\n]{0,3}[a-zåäö])")
_SENTENCE_END = re.compile(r"[.!?;\n]+|(?<= )[-–—](?= )|, (?=(?:men|så|utan|och (?:jag|vi|kan|ni|radera|ta bort))\b)")
_SPACE = re.compile(r"\s+")

_REGISTER = r"(?:intressebanken|registret|register|banken|ert|er|listan|era? lista|hos er|gruppen intressebanken)"
_STAY = (
    r"(?:vara (?:med|kvar|registrerad|medlem|anmäld|aktiv|en del)|stå (?:kvar|med|på)|finnas (?:med|kvar)|"
    r"ligga kvar|medverka|delta|ingå|ha kvar|bli (?:kontaktad|uppringd))"
)
_ENOUGH = (
    rf"(?= (?:längre|mera?)\b(?! (?:än|i (?!intressebanken|registret|banken|er))| på )|"
    rf" (?:i|på|ur|hos|av|för) (?:ert? )?{_REGISTER}|\s*(?:$|[:)]|, (?:det|jag|så|ni|för|då|och)\b))"
)
_MINE = (
    r"(?:mig\b|(?:alla |allt )?(?:mina|min|mitt) (?:uppgifter|anmälan|registrering|profil|namn|data|konto|medlemskap)|"
    r"alla uppgifter (?:om|ni har om) mig|allt (?:om|ni har om|ni har på|som (?:rör|gäller|handlar om)) mig|"
    r"det ni har om mig)"
)
# The sentence speaks of a copy, a list of addresses, a newsletter or one assignment: not of the register.
_OTHER_THING = re.compile(
    r"sändlist|maillist|mejllist|mailinglist|e-postlist|mailing ?list|distributionslist|utskickslist|kopia|"
    r"\bcc\b|nyhetsbrev|newsletter|utskick|som (?:kontaktperson|mottagare|avsändare|deltagare i)|"
    r"(?:från|ur) (?:det här|detta|den här|ärendet|uppdraget|mötet|kallelsen|tråden|konversationen|fokusgruppen|"
    r"chatten)|"
    r"i (?:det här|detta) (?:ärendet|uppdraget)|webbinari|prenumer"
)
_WRITER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!inte )(?:ta|tar|plocka|plockar|stryk|stryker|stryka|radera|raderar|rensa|rensar|sudda|släng|slänga|"
        rf"avregistrera|avregistrerar|avanmäl|avanmäla|avför|avföra|slopa|makulera|avsluta)(?: (?:bort|ut|"
        rf"ur))? {_MINE}",
        r"(?<!inte )(?:ta|tar|plocka|stryk|kryssa) mig (?:bort|ut|ur)\b",
        rf"(?<!vi )(?<!ni )\b(?:vill|önskar|orkar|tänker|skulle vilja)(?: jag)? inte(?: längre| mer| fortsätta|"
        rf" fortsätta att)*"
        rf" {_STAY}{_ENOUGH}",
        rf"(?<!vi )(?<!ni )\b(?:vill|önskar|orkar|tänker|kan|ska|kommer)(?: jag)? inte (?:längre|mer) (?:kunna |"
        rf"att )?{_STAY}"
        r"(?! (?:på|den|under)\b)",
        rf"(?<!vi )(?<!ni )\b(?:kan|ska|kommer)(?: jag)? inte (?:att )?(?:kunna )?{_STAY}"
        rf" (?:(?:längre|mera?)\b(?! (?:än|på|i (?!intressebanken|registret|banken|er)))|"
        rf"i (?:ert? )?(?:intressebanken|registret|register))",
        r"(?<!inte )\b(?:bli|blir|att bli|vara) (?:borttagen|struken|raderad|avregistrerad|avförd|avanmäld|bortglömd|"
        r"glömd enligt)\b",
        r"\b(?:avregistrer|avanmäl)\w* (?:jag )?mig\b|^\s*(?:min )?(?:avanmälan|avregistrering|utträde)\b(?! (?:till|"
        r"av) )|"
        r"\bavanmälan (?:från|till|ur) (?:intressebanken|registret)|\b(?:min|anmäla) (?:avanmälan|utträde)\b",
        r"(?<!inte )\bavsluta (?:mitt|min) (?:medverkan|medlemskap|deltagande|registrering|engagemang|plats|anmälan)",
        r"\b(?:vill|önskar|tänker|skulle vilja|har bestämt mig för att|väljer att)(?: jag)? (?!inte)(?:gå ur|hoppa av|"
        r"kliva av|"
        r"träda ur|lämna|sluta|dra mig ur|begära utträde)(?: (?:i|ur|från))?(?: (?:intressebanken|registret|banken|er|"
        r"ert "
        r"register)\b|\s*(?:$|[,:)]))",
        r"\b(?:återkalla|återkallar|dra|drar|ta|tar)(?: jag)?(?: tillbaka)? mitt (?:tidigare )?(?:samtycke|medgivande)|"
        r"\bmitt (?:samtycke|medgivande) (?:återkallas|dras|tas|gäller inte|upphör)",
        r"\b(?:ni )?får inte (?:längre )?(?:ha|spara|använda|behålla|lagra)(?: kvar)? mina uppgifter|"
        r"\b(?:uppgifter om mig|mina uppgifter)(?: \w+){0,4} (?:tas bort|raderas|raderade|borttagna|strykas|stryks|"
        r"avlägsnas)",
        r"\b(?:sluta|slutar)(?: upp)? (?:att )?(?:ringa|kontakta|mejla|maila|skriva|höra av er)(?: till)?(?: mig)?\b|"
        r"\b(?:ring|kontakta|mejla|maila) (?:mig )?inte (?:mig )?(?:mer|längre|igen)\b",
        r"\brätt (?:att|till att) (?:bli|få) (?:raderad|bortglömd|glömd|borttagen)|\brätten att bli (?:glömd|"
        r"bortglömd)",
        r"\b(?:remove|delete|erase|unregister|deregister) (?:me|my (?:data|details|information|name|registration|"
        r"personal data|record))\b(?! from (?:the|this|your) (?:mailing|distribution|cc|thread))|\bunsubscribe me\b",
        r"\b(?:no longer|don.?t|do not) (?:want|wish)(?: to)? (?:to )?(?:be (?:a )?(?:part|member|included|registered|"
        r"in (?:your|the) "
        r"register)|participate|take part)|\bwithdraw my (?:consent|registration)",
    )
)  # fmt: skip
_KIN = (
    r"(?:man|make|maka|fru|hustru|sambo|partner|mamma|pappa|mor|far|moder|fader|son|dotter|bror|syster|mormor|morfar|"
    r"farmor|farfar|faster|moster|morbror|farbror|barn|barnbarn|huvudman|klient|svärmor|svärfar|vän|väninna|granne|"
    r"kusin|"
    r"anhörig|förälder|brorsa|kompis|kollega)"
)
_SOMEBODY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!inte )\b(?:ta bort|radera|stryk|stryka|avregistrera|avanmäl|avanmäla|plocka bort)(?: (?:min|vår|mitt|"
        rf"våra|mina))?"
        rf" (?:honom|henne|hen|hans|hennes|dennes|{_KIN}s?)\b",
        rf"\b(?:han|hon|hen|(?:min|vår|mitt) {_KIN})(?: \w+){{0,2}} (?:vill|orkar|ska|kan|önskar|bör)(?: \w+)? inte"
        rf"(?: längre| mer)? {_STAY}{_ENOUGH}",
        r"\b(?:han|hon|hen|hans|hennes)(?: \w+){0,3} (?:vill|ska|önskar|behöver)(?: \w+)? (?:tas bort|bli borttagen|"
        r"bli struken|bli raderad|strykas|raderas)\b",
        r"\b(?:remove|delete) (?:him|her|them|his|their|my (?:late )?(?:husband|wife|mother|father|son|daughter|"
        r"brother|sister))\b",
    )
)  # fmt: skip
_DEAD = re.compile(
    r"\b(?:avlidit|avliden|avlidna|avled|dött|död|dog|gått bort|gick bort|gått ur tiden|somnat in|somnade in|bortgång|"
    r"bortgången|dödsbo|dödsboet|dödsfall|passed away|died|deceased|finns inte (?:längre )?i livet)\b"
)
_AFTER_DEATH = re.compile(
    r"ta bort|radera|avregistr|avanmäl|stryk|plocka bort|ska inte|inte (?:få|ringa|kontakta|skicka|bli)|sluta|"
    r"ni (?:ringde|"
    r"ringer|skickade|skickar|har ringt|kontaktade|kan avsluta)|(?:fler|flera) (?:samtal|brev|mejl|mail)|"
    r"(?:stod|står|fanns|finns|var|är) (?:kvar |med |anmäld |registrerad |medlem )+(?:i|hos|på)|avsluta|remove|delete"
)
_JOINS = re.compile(
    r"anmäla |anmäler |hjälpa andra|egen erfarenhet|erfarenhet av|vill (?:bidra|medverka|vara med|delta|hjälpa|"
    r"dela)|"
    r"intresserad av"
)


def leaver(text: str) -> Leaver | None:
    """Return who is to be taken out of the register, None where nobody is. Only for a person's own words. Total."""
    sentences = list(_sentences(text))
    about_register = [sentence for sentence in sentences if not _OTHER_THING.search(sentence)]
    whole = " ".join(about_register)
    if _DEAD.search(whole) and _AFTER_DEATH.search(whole) and not _JOINS.search(whole):
        return Leaver.SOMEBODY
    if any(pattern.search(sentence) for sentence in about_register for pattern in _SOMEBODY):
        return Leaver.SOMEBODY
    if any(pattern.search(sentence) for sentence in about_register for pattern in _WRITER):
        return Leaver.WRITER
    return None


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences in lower case, slips mended; a line that goes on in the next one is one with it."""
    text = _BREAK.sub(" ", text[:_MAX_TEXT].replace("\r", ""))
    for piece in _SENTENCE_END.split(text.lower()):
        sentence = _SPACE.sub(" ", piece[:_MAX_SENTENCE]).strip()
        for slip, right in _SLIPS:
            sentence = slip.sub(right, sentence)
        if sentence:
            yield _SPACE.sub(" ", sentence).strip()
