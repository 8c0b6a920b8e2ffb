"""Which consents a label or a ticked sentence is about.

Every form words its consents differently, and they must not be mixed up: only a text that names matching, search or
health with a consent is the explicit consent of GDPR 9.2 a. A bare "Samtycke" is none of them, nor is a consent to
newsletters, pictures or cookies; and a sentence that says "samtycker inte" gives nothing.
"""

import re
from functools import lru_cache

from medverkan.mailbox.forms.naming.concepts import fold

# Texts are folded before they are looked at: small letters, no diacritics, no hyphens.
_CONSENT = re.compile(
    r"samtyck|godkann|medge|tillat|tillstand|accepter|consent|permission|agree|"
    r"far (?:vi|ni|intressebanken)\b|\bni far\b|"
    r"\b(?:gar|ar|ger|sager|sagt|later) (?:\w+ ){0,2}(?:bra|ok|okej|med pa|lov|ja)\b|\bja till|"
    r"\bok(?:ej)? (?:att|med|for|om)|\bok(?:ej)?\W{0,3}$|"
    r"\bfar (?:\w+ )?(?:registrer|anvand|spara|lagra|behandla|sok|match|finnas)|"
    r"\bkan (?:vi|ni) |\bbekraftar? |(?:gar|ar) (?:bra|ok|okej)\b|\bvill bli match"
)
# "Jag vill ha sms" agrees to them; "jag vill helst ha kontakt via sms" chooses a channel.
_WANTS = re.compile(r"\bvill (?:\w+ ){0,2}(?:fa|ha)\b")
# "Förslag per sms: ja" says what is sent, and how.
_SENT = re.compile(
    r"(?:forslag|forfragning(?:ar)?|forfragan|utskick|meddelanden?|paminnelser?|inbjudning(?:ar)?|inbjudan|"
    r"avisering(?:ar)?)"
    r" (?:om (?:nya )?uppdrag )?(?:per|via|med|som|genom) (?:sms|epost|mejl|e?mail)\b"
)
_PREFERS = re.compile(r"\bkontakt|\bhelst\b|foredra|\breach|\bbast\b")
_REFUSED = re.compile(
    r"\b(?:samtycker|godkanner|medger|tillater|accepterar|vill|far|ger|gar|ar) (?:\w+ )?(?:inte|ej|inget)\b|"
    r"\binte (?:samtyck|godkann|att ni|att jag)|\bavbojer|\bavstar|\bnej\b|\bnekar"
)
# "Samtycker du? (ja/nej)" shows both answers and gives none.
_CHOICE = re.compile(r"\bja ?(?:/|,|eller) ?nej\b|\bnej ?(?:/|,|eller) ?ja\b")
_ASKS_HOW = re.compile(r"^\W*(?:pa )?(?:hur|vilke[nt]|vilka|vart|var|vem|nar|vad)\b")
_OTHERS_BUSINESS = re.compile(
    r"nyhetsbrev|newsletter|cookie|\bkakor|\bfoto|\bbild(?:er)?\b|\bfilm|publicer|inspelning|spelas in|\bvillkor|"
    r"\bjournal|marknadsfor|\breklam|sociala medier|\bforskning|hemsida|erbjudande"
)
_WHERE_IT_STANDS = re.compile(r"\bpa (?:er|var|\w{3,20}s) (?:hemsida|webbplats|webbsida|sida)\b")
_GUARDIAN = re.compile(r"vardnadshav|malsman|foralder|foraldrar|guardian|parent|\bmamma|\bpappa")
_SIGNED = re.compile(r"underskr|undertecknat|namnteckning|skrivit (?:under|pa)|signatur|signed")
_SAYS_YES = re.compile(r"\b(?:ja|ok|okej)\b")
_HEALTH = re.compile(
    r"match|\bhalso(?:uppgift|data|tillstand|information|relaterad)|\bhalsan?\b|\bsokning|\bsoka?\b|\bsoks\b|kansliga|"
    r"9\.2|\bhealth\b|\bdiagnos|\bsjukdom"
)
# "Ni får använda det jag skrivit för att hitta rätt uppdrag" is matching on what the form says of their health.
_MY_ANSWERS = re.compile(r"\buppgifter|\bdet jag (?:har )?skriv|\bmina svar|\bmin berattelse")
_TO_FIND = re.compile(r"\bletar? efter\b|\b(?:hitta|foresla) (?:\w+ ){0,2}uppdrag")
_NOTICE = re.compile(
    r"personuppgift|personal data|gdpr|integritet|dataskydd|privacy|"
    r"(?:hanter|behandl|anvand)\w* (?:av )?(?:mina|dina|era|vara)? ?uppgifter|uppgifter (?:hanter|behandl|anvand)"
)
_READ = re.compile(
    r"\blast\b|\blaser\b|\bta(?:git|r)? del|informer|information|\binfo|\bread\b|forstatt|kanner till|"
    r"\bvet (?:hur|om|att)\b|\bfatt\b"
)
# "Skicka mig informationen om personuppgifter": who wants it has not read it.
_WANTS_IT = re.compile(
    r"\b(?:skicka|mejla|maila|posta|sand)\b|hemskickad|\b(?:vill|onskar) (?:\w+ ){0,2}(?:ha|fa|bestalla|lasa)\b"
)
_HAS_READ = re.compile(r"\blast\b|\btagit del|\bfatt\b|\bread\b|forstatt")
# What is given to others, or only told of on the phone, is not what is kept and searched.
_GIVEN_OUT = re.compile(
    r"\blamna(?:s|r)? (?:\w+ )?(?:ut|vidare|till)\b|\bdelas? med\b|\bskickas till\b|\boverfor|\bvidarebefordra|"
    r"\b(?:ring\w*|kontakta\w*) (?:\w+ ){0,3}om\b"
)
_KEPT = re.compile(r"registrer|\bspara|\blagra|\banvand|\bmatch(?:a|ar|as)\b|for matchning|\bsok")
_SMS = re.compile(r"\bsms|\btextmeddelande|\btext message")
_MAIL = re.compile(r"\be ?post|\bmejl|\be?mail")


def consent_key(text: str) -> str:
    """Return the consent field a text is first of all about, given or refused; "" for none."""
    found = _about(text)
    return found[0] if found else ""


def consents_in(text: str) -> tuple[str, ...]:
    """Return every consent a label or sentence asks for or gives, the gravest first; () for a refusal too."""
    return () if is_refusal(text) else _about(text)


def is_refusal(text: str) -> bool:
    """Tell whether a sentence says no to what it is about: a tick before it is no consent."""
    return bool(_REFUSED.search(_CHOICE.sub(" ", fold(text[:600]))))


@lru_cache(maxsize=2048)
def _about(text: str) -> tuple[str, ...]:
    said = _WHERE_IT_STANDS.sub(" ", fold(text[:600]).replace("_", " "))
    if _OTHERS_BUSINESS.search(said) or _ASKS_HOW.match(said):
        return ()
    asks = bool(_CONSENT.search(said)) or bool(_WANTS.search(said) and not _PREFERS.search(said))
    asks = asks or bool(_SENT.search(said))
    if _GUARDIAN.search(said) and (asks or _SIGNED.search(said) or _SAYS_YES.search(said)):
        return ("guardian_consent",)
    found = []
    matched = _HEALTH.search(said) or (_MY_ANSWERS.search(said) and _TO_FIND.search(said))
    if asks and matched and not (_GIVEN_OUT.search(said) and not _KEPT.search(said)):
        found.append("consent_matching")
    if _NOTICE.search(said) and _READ.search(said) and not (_WANTS_IT.search(said) and not _HAS_READ.search(said)):
        found.append("privacy_notice_read")
    if not found and asks:
        found += ["consent_sms"] if _SMS.search(said) else []
        found += ["consent_email"] if _MAIL.search(said) else []
    return tuple(found)
