"""Whether a letter registers somebody: whoever wants to take part, and says who they are and what they have lived.

A wish in plain words is enough together with a person and an experience; where nobody says "jag vill vara med" the
whole must tell it: an offer or a consent beside a name, a year, a town. Who asks, complains or is in already is not.
"""

import re
from typing import Any

from medverkan.mailbox.prose.consents import consents_of, is_consent
from medverkan.mailbox.prose.particulars import tells_birth
from medverkan.mailbox.prose.sentences import LetterText

_CONSENTS = frozenset(("consent_matching", "privacy_notice_read"))
_JOINS = re.compile(
    r"\b(?:(?<!ni )(?<!vi )(?<!som )(?<!någon )(?<!de )(?<!du )(?<!man )(?:vill|vilja|kan|önskar|tänka (?:mig|"
    r"sig) att|roligt att|kul att|intresserad av att|gärna|få|"
    r"fint att)(?: (?!ni\b|vi\b|någon\b|du\b)\w+){0,3}? (?:vara med|va med|bidra|delta|medverka|anmäla|hjälpa|"
    r"ställa upp|engagera|gå med|"
    r"bli med|dela (?:med|mina|min)|ge något tillbaka|ge tillbaka|påverka|berätta|komma med)|"
    r"anmäler (?:mig|mitt|härmed|henne|"
    r"honom|min|vår)|anmäla (?:mig|mitt|henne|honom|min)|intresseanmälan|min anmälan|kan tänka mig|"
    r"(?:ställer|svarar|medverkar|deltar|är|hjälper|berättar|sitter|bidrar|läser) (?:jag |hon |han )?gärna|"
    r"gärna (?:med|"
    r"upp)|är med gärna|(?:anmäler|meddelar) (?:jag |härmed )*(?:mitt|sitt) intresse|"
    r"(?:jag|hon|han) gärna (?:ställer|hjälper|berättar|deltar|bidrar|medverkar|är med)|anmäl mig|"
    r"bli (?:representant|medlem|\w*företrädare|brukarrepresentant)|"
    r"ställ\w+ mig till (?:förfogande|tjänst)|står (?:jag )?till (?:förfogande|tjänst)|"
    r"(?:skriv|sätt|lägg)(?: gärna)? (?:upp|in|till) mig|räkna(?: gärna)? med mig|ta(?: gärna)? med mig|"
    r"ja,? jag är med|"
    r"vara till (?:nytta|hjälp)|göra (?:\w+ )?nytta|göra något (?:\w+ )?av det)\b",
    re.I,
)
_NOT_JOINING = re.compile(
    r"\b(?:hur (?:gör man|går det till|anmäler|blir man|fungerar|funkar|kan man)|anmäler (?:mig|oss) inte|(?:vill|"
    r"kan) inte (?:\w+ )?anmäla|inte anmäla mig|innan jag (?:anmäler|bestämmer)|"
    r"inte (?:säker|bestämt mig)|funderar på att|vill veta mer|skulle vilja veta|avanmäl|stå kvar|"
    r"ta bort (?!lappen)|(?:anmäla mig|börja om) på nytt|finns kvar hos er|när man får höra|"
    r"(?:vill|kan|orkar|får) (?:jag )?inte längre(?=[.,!?]|$)|inte längre (?:vara|delta|medverka|stå|finnas|ställa)|"
    r"(?:vill|kan|orkar) (?:tyvärr )?inte (?:vara med|delta|medverka)(?: mer| längre)?(?=[.,!?]|$|"
    r" eftersom| då jag| på grund)|"
    r"vill (?:bara |mest |också |ju )?tacka\b|när är nästa|ingen (?:som )?(?:säger|svarar|ringer|hör av)|"
    r"tack för (?:att (?:jag|vi) fick|mötet|senast|träffen|fokusgruppen|i går|igår|"
    r"sist)|tacka för|redan med|är med i intressebanken)",
    re.I,
)
# A complaint or an errand, unless the letter is a registration in so many words: then it is what they have lived.
_COMPLAINS = re.compile(
    r"\b(?:ångra|missnöjd|klaga|klagomål|patientnämnden|min egen vård|få (?:en )?tid (?:hos|på|till)|ivo\b|felbehand|"
    r"vårdskad)",
    re.I,
)
# Beside a weaker word than a plain wish.
_DOUBT = re.compile(
    r"\?|\b(?:undrar|fråga|frågor om|uppsats|examensarbete|offert|betalt|kurator|handläggare|som ni vet|"
    r"byta|bytt|ändra|i går|senast)\b",
    re.I,
)
# Who is in already, or writes of a society: another errand, unless who writes also says what a form asks for.
_ERRAND = re.compile(
    r"\b(?:(?:finns|är|står) (?:jag )?(?:redan )?(?:i|med i) (?:ert|er) (?:register|bank)|adressändring|"
    r"(?:ny|nytt|ändrad|bytt) (?:adress|nummer|telefonnummer|mejladress)|har (?:nu )?flyttat|våra medlemmar|"
    r"journalist|reporter|redaktionen|(?:forsknings)?studien (?:om|som|ni)|"
    r"(?:vår|er) (?:lokal)?(?:förening|avdelning)|samarbete|(?:den|anmälan) (?:har )?kommit fram|"
    r"(?:skickade|gjorde) (?:\w+ )?(?:en|min) anmälan)\b",
    re.I,
)
_THE_BANK = re.compile(r"\b(?:\w*intresse ?bank\w*|banken|er bank|registret|ert register|intresseanmälan)\b", re.I)
_KNOWN = re.compile(
    r"\b(?:född|årgång|jag bor|vi bor|bor (?:jag|i|på|utanför)|bosatt|anmälan|samtyck\w*|jag heter|heter jag|"
    r"mitt namn)\b",
    re.I,
)


def may_join(letter: LetterText, *, seeks: bool) -> bool:
    """Tell whether nothing in a letter speaks against a registration; `seeks` where it also seeks people."""
    if any(_NOT_JOINING.search(s.text) and not is_consent(s.text) for s in letter.sentences):
        return False
    return not seeks or bool(_KNOWN.search(letter.body)) or tells_of_somebody(letter)


def tells_of_somebody(letter: LetterText) -> bool:
    """Tell whether a letter says what only a registration does: when somebody was born, and what they consent to."""
    given = consents_of([s.text for s in letter.sentences], own=True).keys()
    return bool(given & _CONSENTS) and tells_birth(letter.body)


def is_registration(letter: LetterText, fields: dict[str, Any]) -> bool:
    """Tell whether what was read in a letter is somebody who wants to be registered."""
    known = fields.keys()
    agrees = bool(known & _CONSENTS)
    if "first_name" not in known:
        return False
    if not agrees and any(_COMPLAINS.search(s.text) or _ERRAND.search(s.text) for s in letter.sentences):
        return False
    lived = bool(known & {"experience", "perspectives"})
    told = len(known & {"birth_year", "municipality", "phone", "postal_address"})
    text = f"{letter.subject}. {letter.body}"
    if _JOINS.search(text):
        reachable = bool(known & {"phone", "email", "postal_address", "municipality", "birth_year"})
        return (lived and reachable) or (told >= 3 and bool(_THE_BANK.search(text)) and not _DOUBT.search(text))
    if fields.get("consent_matching") or (agrees and "activities" in known):
        return told >= (2 if lived else 3)
    return lived and told >= 3 and "activities" in known and not _DOUBT.search(letter.body)
