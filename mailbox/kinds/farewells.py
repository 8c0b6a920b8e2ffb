"""Hear who wants out of the register, in the many ways there are to say so.

Read sentence by sentence: the same words about an assignment ("inte vara med på kvällar"), a mailing list or a copy
mean something else. Whoever writes about somebody else is kept apart: they must not be restricted in that one's place.
"""

import re
from collections.abc import Sequence
from enum import Enum

from medverkan.mailbox.kinds.mended import sentences


class Leaver(Enum):
    """Who is to be taken out."""

    WRITER = "writer"
    SOMEBODY = "somebody"


_REGISTER = r"(?:intressebanken|registret|register|banken|er bank|er lista|listan|hos er|gruppen)"
_MEMBER = (
    r"(?:vara(?: \w+){1,3} i (?:intressebanken|registret)|vara (?:med|kvar|registrerad|medlem|anmäld|aktiv|en del)|"
    r"är med|stå (?:kvar|med|på)|står kvar|kvarstå|"
    r"finnas (?:med|kvar)|"
    r"ligga kvar|medverka|delta|deltaga|ingå|ha kvar|fortsätta(?! \w)|fortsätt(?:a|er) (?:i|med|hos|som|vara)|"
    r"engagera mig|bli (?:kontaktad|uppringd))"
)
_NOT_ME = r"vi|ni|man|de|dem|hon|han|hen|som|deltagarna|patienterna"
_GAP = rf"(?: (?!(?:{_NOT_ME})\b)\w+)"
_MODAL = r"(?:vill|önskar|orkar|tänker|kan|ska|kommer|passar|tillåter|klarar|mäktar|hinner|skulle vilja|behöver|tänkt)"
_WANTS = r"(?:vill|önskar|orkar|tänker|klarar|mäktar|skulle vilja)"
_FILL = r"(?: (?:alla|allt|ut|bort|upp|tillbaka|hela|att|ni|er|jag|av|ur|ifrån))"
_MINE = (
    r"(?:mig\b|undertecknad\b|mitt ja\b|anmälan\b|(?:alla |allt )?(?:mina|min|mitt) (?:uppgifter|anmälan|"
    r"intresseanmälan|registrering|profil|namn|konto|"
    r"medlemskap|"
    r"medverkan|deltagande|engagemang|plats|samtycke|medgivande)|alla uppgifter (?:om|ni har om) mig|allt (?:om|"
    r"ni har om|ni har på|"
    r"som (?:rör|gäller|handlar om)) mig|det ni har om mig)"
)
_REMOVE = (
    r"(?:återta|återtar|ha bort|ta bort|tar bort|ta väck|tar väck|få bort|lyft bort|plocka bort|plockar bort|"
    r"plocka ut|stryk|stryker|stryka|"
    r"radera|raderar|rensa|rensar|sudda|"
    r"släng|slänga|"
    r"avregistrera|avregistrerar|avanmäl|avanmäla|avanmäler|avför|avföra|makulera|avsluta|avslutar|återkalla|"
    r"återkallar|dra tillbaka|"
    r"drar tillbaka|tar tillbaka|ta tillbaka|säga upp|säger upp|säger jag upp|drar jag tillbaka|tar jag tillbaka)"
)
_LEAVE = (
    r"(?:lämna|lämnar|hoppa av|hoppar av|gå ur|går ur|kliva av|kliver av|träda ur|träder ur|dra mig ur|drar mig ur)"
)
_KEEP = (
    r"(?:har|ha|sparar|spara|behandlar|behandla|använder|använda|behåller|behålla|lagrar|lagra|registrerar|"
    r"har kvar|ha kvar)"
)
_CONTACT = r"(?:ring\w*|kontakt\w*|mejla\w*|maila\w*|samtal|brev|mejl|mail|höra? av er|skriv\w*|sms\w*|meddelanden)"
_NO_MORE = r"(?:mer|mera|längre|igen|alls|i fortsättningen|framöver)"
# The sentence speaks of a copy, a list of addresses, a newsletter or one assignment: not of the register.
_OTHER_THING = re.compile(
    r"sändlist|maillist|mejllist|mailinglist|e-postlist|mailing ?list|distributionslist|utskickslist|deltagarlist|"
    r"anmälningslist|"
    r"väntelist|listan (?:för|över|till|med) |kopia|\bcc\b|nyhetsbrev|newsletter|utskick|som (?:kontaktperson|"
    r"mottagare|avsändare)|"
    r"(?:från|ur|av) (?:det här|detta|den här|ärendet|uppdraget|mötet|kallelsen|tråden|konversationen|fokusgruppen|"
    r"chatten)|"
    r"i (?:det här|detta) (?:ärendet|uppdraget)|webbinari|prenumer|uppdraget|förfrågan"
)
# A time, a place or a way to take part: a wish about that, and not about the register.
_ONCE = re.compile(
    r"\bpå (?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|kväll|dag|helg|förmiddag|eftermiddag|bild|film|scen|"
    r"det |detta|den |"
    r"möte|plats)|\bden \d|\bmötet|fokusgrupp|\bi grupp\b|\bdenna gång|\bden här gången|\bjust (?:det|den)|\bvecka \d|"
    r"\bi (?:studier|"
    r"forskning|enkät|intervju|styrgrupp|brukarråd)|\bmed läkemedel|\bkl\b|\d{1,2} (?:jan|feb|mar|apr|maj|jun|jul|aug|"
    r"sep|okt|nov|dec)|"
    r"vet inte (?:om|hur)|inte (?:säker|bara)"
)
_ENDS = re.compile(
    r"\binte (?:längre|mer)\b|\b(?:vill|önskar|orkar|kan|ska)\b.{0,30}\binte\b|\b(?:vill|tänker|ska|måste|"
    r"få)\b.{0,30}\b(?:sluta|avsluta|lämna|"
    r"slippa|bort|utträda)\b|\b(?:radera\w*|ångrar|ångrat|avregistrera\w*|avanmäla\w*|upphör|avslutas|försvinna|"
    r"tackar för mig|nej till)\b"
)
_MY_PLACE = re.compile(
    rf"\b(?:{_REGISTER}|mina uppgifter|uppgifter om mig|min (?:medverkan|plats|anmälan|registrering)|mitt (?:samtycke|"
    rf"medlemskap|namn))\b"
)
_STAYS = re.compile(
    r"\b(?:vill|hoppas|önskar) (?:\w+ )?(?:vara|stå|finnas) kvar|\b(?:fått|får|hört|hittar?|kommer|vet|förstår|fick|"
    r"säker|anmält|skickat)\b|"
    r"\bändra\b|\blämnar? ut\b|\blogga\b|\bläsa\b|\bhur länge\b|\bstämmer\b|\bfel\b"
)


def _with_stems(patterns: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    return tuple((tuple(stems.split("|")), re.compile(pattern)) for stems, pattern in patterns)


# Before each pattern stand stems: one of them is in all that it finds, so that most letters are spared most patterns.
_WRITER = _with_stems((
        ("återta|återkalla|bort|väck|plocka|stryk|radera|rensa|sudda|släng|avregistrer|avanmäl|avför|makulera|"
         "avsluta|tillbaka| upp",
         rf"(?<!inte )\b{_REMOVE}{_FILL}{{0,3}} {_MINE}"),
        ("samtycke|medgivande",
         r"(?<!inte )\b(?:ta|tar|dra|drar) (?:jag )?(?:tillbaka )?mitt (?:tidigare )?(?:samtycke|medgivande)"),
        ("samtycke|medgivande",
         r"(?<!inte )\b(?:återkallar|drar|tar) (?:jag )?(?:tillbaka )?(?:det|de) (?:samtycke|medgivande)(?:n|t)?"
         r" (?:som )?jag(?: har)? (?:gett|givit|gav|lämnat|lämnade)\b(?!.{0,60}\b(?:sms|e-?post|mejl|utskick|bild))"),
        # Not one of two that another takes the place of.
        ("kasta|annullera|strunta|bortse",
         r"^(?!.*\b(?:ny|nya|rätta|rättad|nedan|i ?stället|ersätter)\b).*(?<!inte )\b(?:kastar?|annullerar?|strunta i|"
         r"bortse från) (?:(?:min )?anmälan|mina uppgifter)\b(?! (?:jag|som|från|i ?går))"),
        ("mig bort|mig ut|mig ur", r"(?<!inte )\b(?:ta|tar|plocka|stryk|kryssa) mig (?:bort|ut|ur)\b"),
        ("bort|struken|raderad|avregistrerad|avförd|avanmäld|glömd",
         r"(?<!inte )\b(?:bli|blir|vara) (?:borttagen|bortplockad|struken|raderad|avregistrerad|avförd|avanmäld|"
         r"bortglömd|glömd)\b"),
        ("avregistrer|avanmäl|utträde",
         r"\b(?:avregistrer|avanmäl)\w* (?:jag )?mig\b|^(?:min )?(?:avanmälan|avregistrering|utträde)\b(?! (?:till|"
         r"av) )|"
         r"\bavanmälan (?:från|till|ur) (?:intressebanken|registret)|\b(?:min|anmäla|begära|begär) (?:avanmälan|"
         r"utträde)\b"),
        ("avsluta", r"\bavsluta (?:det här|detta|allt)\s*$"),
        ("lämna|hoppa|gå ur|går ur|kliv|träd|mig ur",
         rf"(?<!inte )(?<!\bvi )\b{_LEAVE}(?: (?:i|ur|från|er|det))* {_REGISTER}"),
        ("hoppa|gå ur|går ur|kliver av|mig ur|utträd",
         r"(?<!inte )(?<!\bvi )\b(?:hoppa av|hoppar av|gå ur|går ur|kliver av|dra mig ur|drar mig ur|utträda|"
         r"utträder)\s*(?:$|[,:)])"),
        ("slippa", rf"\bslippa {_MEMBER}"),
        ("mina uppgifter|allt om mig",
         r"\b(?:mina uppgifter|allt om mig)(?: (?!inte\b)\w+){0,3} (?:bort|försvinn\w*)\b"),
        ("upphör|avslutas|sägs upp",
         r"\b(?:min|mitt) (?:medverkan|deltagande|engagemang|medlemskap|plats)(?: (?!inte\b)\w+){0,4} (?:upphör|"
         r"avslutas|sägs upp)\b"),
        ("deltar inte|medverkar inte|ställer inte",
         r"\b(?:deltar|medverkar|ställer) inte (?:upp |med )?(?:mer|längre)\b"),
        ("mitt samtycke|mitt medgivande", r"\bmitt (?:samtycke|medgivande) (?:återkallas|dras|tas|gäller inte|upphör)"),
        ("mina uppgifter|min anmälan|uppgifter om mig|invänder",
         rf"\binte(?: \w+){{0,4}} {_KEEP}(?: \w+){{0,2}} (?:mina uppgifter|min anmälan|uppgifter om mig)|"
         rf"\binvänder mot(?: \w+){{0,5}} uppgifter"),
        ("sluta|nej till|inte mer|inte längre",
         rf"\bslutar? (?:(?:i|hos|med) {_REGISTER}|som (?:intresseb|deltagare|medlem))|"
         rf"\bnej till fortsatt (?:medverkan|deltagande)|\b{_WANTS} inte (?:mer|"
         rf"längre)\s*$"),
        ("uppgifter om mig|mina uppgifter|mitt namn|min anmälan|min registrering",
         r"\b(?:uppgifter om mig|mina uppgifter|mitt namn|min anmälan|min registrering)(?: \w+){0,4} (?:tas bort|"
         r"raderas|raderade|borttagna|strykas|stryks|"
         r"avlägsnas)"),
        (" mer| längre| igen| alls|fortsättningen|framöver",
         rf"\b(?:inte|slippa|undanber mig|sluta|slutar)(?: \w+){{0,4}} {_CONTACT}(?: \w+){{0,3}} {_NO_MORE}\b"),
        ("undanber|sluta|slippa",
         rf"\b(?:undanber mig|sluta|slutar|slippa)(?: (?:att|upp|få|fler|flera|alla|era?))* {_CONTACT}"),
        ("raderad|glömd|borttagen",
         r"\brätt(?:en)? (?:att|till att)(?: bli| få)? (?:raderad|bortglömd|glömd|borttagen)"),
        ("ångra", r"\b(?:ångrar|ångrat) (?:min (?:anmälan|intresseanmälan|registrering)|att jag anmälde mig)"),
        ("intresserad", r"\binte längre intresserad\b|\binte(?: \w+){0,2} intresserad(?: \w+){0,5} (?:längre|mer)\b"),
        ("remove|delete|erase|unregister|deregister|unsubscribe|take me off",
         r"\b(?:would like|want) to be (?:removed|deleted|unregistered)|\b(?:remove|delete|erase|unregister|"
         r"deregister) (?:me|(?:all )?my (?:data|details|information|name|registration|"
         r"personal data|uppgifter|record))\b(?! from (?:the|this|your) (?:mailing|distribution|cc|thread))|"
         r"\bunsubscribe me\b|"
         r"\btake me off (?:your|the) (?:list|register)"),
        ("no longer|don|do not|withdraw",
         r"\b(?:no longer|don.?t|do not) (?:want|wish)(?: to)? (?:to )?(?:be (?:a )?(?:part|member|included|registered|"
         r"in (?:your|the) "
         r"register)|participate|take part)|\bwithdraw my (?:consent|registration)"),
    ))  # fmt: skip
# No longer wanting, or being able, to take part: with a word for the register or for "no longer", or as the last word.
_NO_MEMBER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_MODAL}{_GAP}{{0,3}} inte{_GAP}{{0,4}} {_MEMBER}\b",
        rf"\b{_MODAL} inte{_GAP}{{0,4}} {_MEMBER}\b",
        rf"\binte {_MODAL}{_GAP}{{0,3}} {_MEMBER}\b",
        rf"\batt jag inte{_GAP}{{0,2}} (?:finns|står|är) (?:kvar|med)\b|\bför \w+ för att {_MEMBER}",
        rf"\bhar inte(?: längre)? (?:tid|ork|orken|lust|möjlighet|kraft|krafter|råd){_GAP}{{0,4}} {_MEMBER}\b",
    )
)
_WANTS_OUT = re.compile(
    rf"(?:\b{_WANTS}{_GAP}{{0,2}} inte|\binte {_WANTS}){_GAP}{{0,3}} {_MEMBER}\s*(?:$|[:)]|, (?:det|jag|så|ni|för|"
    rf"och)\b)"
)
_FOR_GOOD = re.compile(
    rf"\b(?:längre|mera?|kvar|kvarstå|aldrig)\b(?! än)|\b(?:i|på|ur|hos|för) {_REGISTER}|\b{_REGISTER}\b"
)
_KIN = (
    r"(?:man|make|maka|fru|hustru|sambo|partner|mamma|pappa|mor|far|moder|fader|son|dotter|bror|syster|mormor|morfar|"
    r"farmor|farfar|faster|moster|morbror|farbror|barn|barnbarn|huvudman|klient|svärmor|svärfar|vän|väninna|granne|"
    r"kusin|"
    r"anhörig|förälder|brorsa|kompis|kollega)"
)
_OF_OTHERS = re.compile(
    rf"\b(?:{_NOT_ME}|(?:min|vår|mitt|våra) {_KIN}) (?:inte )?{_MODAL}\b|\b{_MODAL} (?:{_NOT_ME}|min {_KIN})\b"
)
_SOMEBODY = _with_stems((
        ("bort|radera|stryk|avregistrera|avanmäl",
         rf"(?<!inte )\b(?:ta bort|radera|stryk|stryka|avregistrera|avanmäl|avanmäla|plocka bort)(?: (?:min|vår|mitt|"
         rf"våra|mina))?"
         rf" (?:honom|henne|hen|hans|hennes|dennes|{_KIN}s?)\b(?! (?:gamla )?(?:nummer|telefon|mobil|adress|mejl|"
         rf"e-post))"),
        (" inte",
         rf"\b(?:han|hon|hen|(?:min|vår|mitt) {_KIN})(?: \w+){{0,2}} (?:vill|orkar|ska|kan|önskar|bör)(?: \w+)? inte"
         rf"(?: \w+){{0,3}} {_MEMBER}(?:(?: \w+){{0,3}}?(?: (?:längre|mera?)\b| (?:i|på|ur|hos) {_REGISTER})|"
         # "Han vill inte vara med på kvällar" is about the evenings.
         rf"(?: (?!(?:på|i|vid|när|om|inför)\b)\w+){{0,3}}?$)"),
        (" som ", rf"\b{_KIN} som (?:inte )?{_MODAL}(?: inte)?(?: \w+){{0,2}} {_MEMBER} (?:längre|mer|i {_REGISTER})"),
        ("tas bort|bli borttagen|bli struken|bli raderad|strykas|raderas",
         r"\b(?:han|hon|hen|hans|hennes|huvudmannen|klienten|brukaren|sonen|dottern|min \w+)(?: \w+){0,3} (?:vill|ska|"
         r"önskar|behöver)(?: \w+)? (?:tas bort|bli borttagen|"
         r"bli struken|bli raderad|strykas|raderas)\b"),
        ("remove|delete",
         r"\b(?:remove|delete) (?:him|her|them|his|their|my (?:late )?(?:husband|wife|mother|father|son|daughter|"
         r"brother|sister))\b"),
    ))  # fmt: skip
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
    about_register = [sentence for sentence in sentences(text) if not _OTHER_THING.search(sentence)]
    whole = " ".join(about_register)
    if _DEAD.search(whole) and _AFTER_DEATH.search(whole) and not _JOINS.search(whole):
        return Leaver.SOMEBODY
    somebody = _of_use(_SOMEBODY, whole)
    if any(pattern.search(sentence) for sentence in about_register for pattern in somebody):
        return Leaver.SOMEBODY
    writer = _of_use(_WRITER, whole)
    if any(_wants_out(sentence, writer) for sentence in about_register):
        return Leaver.WRITER
    return None


def _of_use(patterns: Sequence[tuple[tuple[str, ...], re.Pattern[str]]], text: str) -> list[re.Pattern[str]]:
    """Return the patterns that may find something in a text, quickly."""
    return [pattern for stems, pattern in patterns if any(stem in text for stem in stems)]


def may_leave(text: str) -> bool:
    """Tell whether a mail may be a farewell in words that `leaver` does not know: something of theirs ends."""
    said = (sentence.replace("kan ni ", "") for sentence in sentences(text))
    about = (s for s in said if not (_OTHER_THING.search(s) or _ONCE.search(s) or _OF_OTHERS.search(s)))
    return any(_ENDS.search(s) and _MY_PLACE.search(s) and not _STAYS.search(s) for s in about)


def _wants_out(sentence: str, writer: Sequence[re.Pattern[str]]) -> bool:
    if any(pattern.search(sentence) for pattern in writer):
        return True
    # One of these is in all that the patterns below find.
    if "inte" not in sentence and "för att" not in sentence:
        return False
    if _ONCE.search(sentence) or _OF_OTHERS.search(sentence):
        return False
    if _WANTS_OUT.search(sentence):
        return True
    return bool(_FOR_GOOD.search(sentence)) and any(pattern.search(sentence) for pattern in _NO_MEMBER)
