"""Tell what a yes or a no without names is about: the people listed, or a mail, a meeting, the writer's own day.

"Ja, jag har fått mejlet" and "Nej, det är ingen brådska" answer something else than who is to be asked.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.replies.cues import NO, YES, judge
from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import Marked

_OPENS = re.compile(
    r"(?:ja|jo|japp|jajamän|okej|ok|oki|absolut|utmärkt|toppen|perfekt|bra|fint|visst|självklart|kanon|super|jaha"
    r"|gärna)"
)
_ONLY_OPENS = re.compile(rf"{_OPENS.pattern}(?: (?:bra|tack))?|tack\w*(?: så mycket)?|hej\w*")
# "Ja, hon bor nära": a reason; what else is told behind "ja," is what the yes answers.
_MAY_FOLLOW = re.compile(
    r"(?:hon|han|hen|det|henne|honom) (?:är|har|bor|blir|kan|passar|verkar|låter|känns|vill|brukar|kommer|får|ska"
    r"|duger)\b"
    r"|(?:fråga|ring|kontakta|boka|kör|ta|gå|sätt|bjud|välj|anlita|hör|prova|låt|starta|fixa|ordna)\b"
    r"|det (?:tycker|tror|säger|gör|vill|tar) (?:jag|vi)\b|(?:tack|gärna|varför inte|absolut|självklart|så klart|för"
    r"|eftersom|om (?:hon|han|hen)|gör (?:så|det)|då|vi|jag|hälsning|mvh|ha)\b"
)
# What the writer does or has done, when they are to be phoned, and what is said of another day.
_CHOOSES = (
    r"(?!(?:kör|tar|väljer|väljar|säger|godkänn\w*|vill|tycker|röstar|håller|är|går|bokar|satsar|föreslår|gillar|tror"
    r"|köper|litar|önskar"
    r"|tackar|bestäm\w*|har (?:inget|bestämt|valt|ingenting)|skulle|ser)\b)"
)
_OWN_DAY = re.compile(
    rf"(?:då |så |nu |men |sen |sedan |och )*(?:jag|vi) {_CHOOSES}\w+|(?:då |så |nu |sen "
    rf"|sedan )+{_CHOOSES}\w+r (?:jag|vi)\b"
    r"|(?:då |så |nu |sen |sedan )*(?:tittar|kollar|läser|återkommer|svarar|ringer|skickar|funderar|fixar|noterat"
    r"|noterar|mottaget|inväntar|väntar|avvaktar"
    r"|hörs|ses|syns|vi hörs|förstår|uppfattat|mottagit|läst|sett)\b"
    r"|(?:ring|mejla|maila|skriv|messa|skicka|påminn)(?: gärna)? (?:till )?(?:mig|oss)\b(?! (?:gärna )?om\b)"
    r"|(?:henne|honom|hon|han|hen|dem) (?:\w+ )?(?:tog|hade|valde|ringde|träffade|känner|minns|har|kände|frågade|körde"
    r"|pratade|mötte) (?:vi|jag)\b"
    r"|(?:det|den|tiden|dagen|\w+dag\w*|klockan|¤|lunch\w*|mötet) (?:passar|går|funkar|fungerar|blir|är|låter"
    r"|stämmer) (?:\w+ ){0,3}(?:att (?!ringa|fråga|kontakta|ta\b|boka|gå vidare|köra|välja)|på \w+dag|kl |¤)"
    r"|det (?:är|var) (?:jag|vi|mitt|min|vår|rätt \w+|fel \w+|sant|riktigt|korrekt)\b|(?:det|den) (?:går|är"
    r"|blir) (?:\w+ )?(?:bra|fint|ok|okej) med (?!henne|honom|mig|oss|det|den|hen)\w"
    r"|jag är (?!med|nöjd|positiv|för\b|glad|säker|helt)\w|det stämmer\b|vad (?:ska|kan|var|är|säger)\b"
    r"|kör (?:försiktigt|lugnt|sakta|hem|bil\w*|så det)\b"
    r"|(?:hon|han) (?:är|var|har|bor|hade) (?:ju |också )?(?:gift|släkt|jävig|syster|bror|fru|son|dotter)|visst (?:ja"
    r"|ju|sjutton)|just (?:det|ja)|den (?:hade|har) jag\b"
)
# A time in the answer puts it off, or is that of another matter.
_SOME_TIME = re.compile(
    r"\b(?:i ?morgon|imorrn|i ?kväll|i eftermiddag|efter lunch|på \w+dag|nästa vecka|senare|¤ ?e?$"
    r"|den ¤)(?![^.]*\b(?:ring|kontakta|kör)\b)"
)
_SPEAKS_AGAINST = re.compile(
    r"\b(?:så )?det går (?:ju )?(?:inte|ej)\b|\bjäv\w*|\bgår bort\b|\bär gift med\b|\bdet funkar (?:inte|ej)\b"
)
# A no that refuses something else: a meeting, a hurry, an attachment, an opinion.
_LIST = (
    r"(?:sist\b|slut\b|både\b|alla|allesamman|samtliga|det|detta|dem|dom|de|den|dessa|förslag\w*|hela|båda|bägge"
    r"|uppdrag\w*|allt|allihop\w*|listan|er|person\w*|kandidat\w*"
    r"|namn\w*|någon|nån|några|denna|förfråg\w*|§|att (?:gå vidare|ta|använda|anlita|välja|kontakta)|mig|oss|min|vår"
    r"|samma|den här|deltag\w*|medverk\w*|ärende\w*|en|ett|och med)"
)
_REFUSES_ELSE = re.compile(
    rf"\b(?:avstår|avböjer|tackar nej|tackar (?:jag|vi) nej|säger nej|säga nej|tacka nej|nej(?: tack)?|avstå"
    rf"|avböja)(?: (?:jag|vi|tyvärr|helst|dock))?"
    rf" (?:från|till) (?!{_LIST})\w"
    r"|\bdet (?:är|var|finns|gör|blir|har) (?:väl |ju |verkligen |alls )?(?:ingen|inget|inga|inte någon) (?!av\b|som\b"
    r"|här\b|med\b|idé\b|ide\b|mening|passande|lämplig\w*|bra|för\b|aktuell\w*|rätt|§)\w+"
    r"|^nej ?,? (?:det är|det var) inte (?:bråttom|så|kallt|försent|för sent|problem|farligt|svårt|mitt|min|jag|du"
    r"|konstigt|sant)\b|^nej då\b"
    r"|^nej ?,? (?:inte|inget|inga|ingen) (?:än|ännu|problem|fara|brådska|stress|panik|frågor|nytt|svar|besked)\b"
    r"|\b(?:går|gick|passar|passade|funkar|funkade|fungerar|lyckas|kan|kunde|fick) (?:jag )?(?:inte"
    r"|ej) (?:att )?(?:öppna|läsa|prata|ses\b|träffas|höras|mötas|se|komma in|logga|ladda|skriva ut|hitta|nå|få upp"
    r"|visa|svara|ringa|skicka|få)\b"
    r"|^nej men (?:hej|så|vad|oj|gud|va|se|snälla|hallå|usch|herregud)\b|\bdet är (?!min|vår)\w+s (?:ärende|bord|sak"
    r"|uppdrag|beslut|fråga|jobb)\b"
    r"|\binte (?:mitt|vårt|min|vår) (?:bord|ärende|sak|beslut|fråga)\b"
    r"|\bkan (?:jag |vi )?inte säga nej\b|\bmen inte (?:ett |heller )?ja\b|\bvarken ja eller nej\b|\binte ja heller\b"
    r"|^nej ?,? (?:det )?(?:jag|vi) (?:har|hade|hann|fick|är|såg|vet|minns|känner|hittar|ser|kan|ska) (?:\w+ )?(?:inte"
    r"|ej|ingen|inget|aldrig) (?!säga|någon (?:som|av)|ta|använd|gå|välj|nytta|behov|av|passande|lämplig\w*)\w*"
    r"|^(?:nej|nix|nä) ?,? §\d+ (?:är|var|har|bor|bodde|heter|känner|jobbar|hade|kör) (?:inte|ej|inga|ingen"
    r"|aldrig) (?!lämplig|aktuell|rätt|bra|det|något|intress|kvar|tillräcklig|erfar|passande"
    r"|vad|den|dem|de\b|de \w+|någon|nån|som|möjlig|tid|ork|bo\b|längre (?:aktuell|intress|med))"
    r"|\b(?:inte|ej) intresserade? av (?!dem|dom|dessa|någon|nån|de\b|förslag\w*|kandidat\w*|person\w*|namn\w*|det"
    r"|detta|uppdrag\w*|att|henne|honom)\w+"
)


def agrees_to_else(marked: Sequence[Marked]) -> bool:
    """Tell whether the only yes of a reply that names nobody is about something else than the one listed."""
    if any(_SPEAKS_AGAINST.search(one.text) or _SOME_TIME.search(one.text.rstrip(" .!")) for one in marked):
        return True
    return not any(YES in judge(clause) for clause in _of_people(marked))


def refuses_else(marked: Sequence[Marked]) -> bool:
    """Tell whether a no is to something else than the people, and nothing beside it refuses them."""
    rest = [sentence for sentence in marked if not _REFUSES_ELSE.search(sentence.text)]
    nobody = any(whom.who is Who.NONE for sentence in rest for whom in sentence.mentions)
    return len(rest) < len(marked) and not nobody and not any(NO in judge(sentence.text) for sentence in rest)


def _of_people(marked: Sequence[Marked]) -> list[str]:
    """Return the clauses that may say yes to somebody; an opening "ja" goes with what comes behind it."""
    kept: list[str] = []
    for one in marked:
        begins = len(kept)
        for clause in filter(None, (part.strip(" .!?:") for part in re.split(r" ?[,;(!] ?| men ", one.text))):
            opening = _OPENS.match(clause)
            told = clause[opening.end() :].strip() if opening else clause
            own = _OWN_DAY.match(told) or _OWN_DAY.match(clause)
            answered = (
                len(kept) > begins
                and _OPENS.fullmatch(kept[-1])
                and not (YES in judge(told) or _MAY_FOLLOW.match(told))
            )
            if not (own or answered):
                kept.append(clause)
                continue
            while kept and _ONLY_OPENS.fullmatch(kept[-1]):
                kept.pop()
    return kept
