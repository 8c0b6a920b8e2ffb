"""Whether a letter says in so many words that somebody wants to take part, and nothing in it takes that back.

One sign among those that kind.py weighs: most people say it otherwise, and some say it of another errand.
"""

import re

from medverkan.mailbox.prose.consents import is_consent
from medverkan.mailbox.prose.sentences import LetterText

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
_KNOWN = re.compile(
    r"\b(?:född|årgång|jag bor|vi bor|bor (?:jag|i|på|utanför)|bosatt|anmälan|samtyck\w*|jag heter|heter jag|"
    r"mitt namn)\b",
    re.I,
)


def joins(letter: LetterText, *, seeks: bool) -> bool:
    """Tell whether a letter says plainly that somebody wants to take part; `seeks` where it also seeks people."""
    if any(_NOT_JOINING.search(s.text) and not is_consent(s.text) for s in letter.sentences):
        return False
    if seeks and not _KNOWN.search(letter.body):
        return False
    return bool(_JOINS.search(f"{letter.subject}. {letter.body}"))
