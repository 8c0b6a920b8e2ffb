"""Find the condition on a consent that stands somewhere else than the yes: "Övrigt: men spara inget om min diagnos".

Looks at sentences, whatever box or letter they stand in. Only what speaks of a consent, or of what the register does
with what it knows, is a condition; when and how somebody can take part is none.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from medverkan.mailbox.forms.values.stating import is_put_off, is_taken_back

_LONGEST = 2_000
_STEMS = (
    "samtyck", "medgiv", "godkänn", "tillåt", "spar", "lagr", "registrer", "match", "använd", "lämna", "behandl",
    "hanter", "kryss", "bock", "ja:et", "läst", "läsa", "sms", "mejl", "mail", "post", "skriv", "sprid", "mess", "dela",
)  # fmt: skip
_SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n+")
_RESTRICTS = re.compile(
    r"\b(?:bara|endast|enbart|så länge|förutsatt|förutsättning\w*|villkor\w*|förbehåll\w*|såvida|ifall|undantag\w*|"
    r"utom|förutom|om (?:ni|jag|det|de|hon|han|man|vi|någon|ingen|inget|inte)|inte|ej|aldrig|ingen|inget|inga|"
    r"ingenting|först|innan|utan att)\b",
    re.I,
)
# One's own consent, not the form's word for it: "Uppgifter lämnas inte ut utan samtycke".
_CONSENT = re.compile(
    r"\bjag (?:\w+ ){0,3}(?:samtycker|godkänner|tillåter|medger)\b|\b(?:samtycker|godkänner|tillåter|medger) jag\b|"
    r"\b(?:mitt|vårt) (?:ja|godkännande|samtycke|medgivande)\b|\b(?:samtycket|ja:et) (?:\w+ )?gäller\b|"
    r"^\W*(?:samtycker|godkänner)\b",
    re.I,
)
_THE_FORMS_OWN = re.compile(r"\b(?:du|dig|din|ditt|dina)\b", re.I)
# What the register does: told as what "ni" do, as what is done, or as what is asked for.
_DOES = re.compile(
    r"\b(?:(?:o?registrer|spar|lagr|match|behandl|hanter|dokumenter)(?:a|ar|as|eras|erar|era|er)|"
    r"använd(?:a|er|s|as)|anteckna[rs]?|skriv(?:a|er|s) (?:in|upp|ner|något|ut)|lämna[rs]? (?:\w+ ){0,3}?(?:ut|"
    r"vidare)|"
    r"dela[rs]?(?! med (?:mig|sig|oss))|spri(?:d|da|der|ds)|för(?:a|s) vidare|sök(?:a|er) på)\b",
    re.I,
)
_KEEPS = re.compile(
    r"\b(?:(?:o?registrer|spar|lagr|match)(?:a|ar|as|eras|erar|era|er)|anteckna[rs]?|"
    r"skriv(?:a|er|s)? (?:inte |aldrig )?(?:in|upp|ner|något|inget|ingenting))\b",
    re.I,
)
_OF_ME = re.compile(r"\b(?:mig|något|inget|ingenting|allt)\b", re.I)
_KNOWN = re.compile(
    r"\b(?:\w*diagnos\w*|\w*sjukdom\w*|hälsa\w*|hälso\w*|\w*uppgift\w*|om mig|känslig\w*|"
    r"det jag (?:har )?(?:skrivit|skriver|berättat|berättar))\b",
    re.I,
)
# "Jag använder rullstol": what somebody does themselves is nothing that the register does.
_DO_MYSELF = re.compile(
    r"(?<!det )\bjag (?:\w+ ){0,2}?(?:använd|spar|lagr|dela|skriv|sök|hanter|behandl|registrer|dokumenter|"
    r"anteckn)\w*",
    re.I,
)
_ADDRESSED = re.compile(
    r"\b(?:ni|er|era|ert|intressebanken)\b|^\W*(?:(?:och|men|dock|fast|bara|snälla|vänligen|däremot)\W+)*"
    r"(?:registrera|spara|lagra|matcha|använd|anteckna|skriv|lämna|dela|sprid)\b|"
    r"\bvill (?:\w+ )?inte att (?:min|mina|mitt|något)\b",
    re.I,
)
_OF_THE_REGISTER = re.compile(
    r"\b(?:banken|registret)\b|\bfår (?:inte|ej|aldrig|bara|endast)\b|\bvill inte att\b|\bska (?:inte|ej|"
    r"bara)\b",
    re.I,
)
# What is not about the register: pictures, a way back that everybody has, and how long, which has a field.
_ANOTHER_MATTER = re.compile(
    r"\b(?:foto\w*|bild(?:er|en|erna)?|film\w*|inspelning\w*|nyhetsbrev\w*|kakor|cookies|publicer\w*|"
    r"återkalla\w*|ångra\w*|ta(?:r|s)? tillbaka|dra (?:till|in)\w*|frivillig\w*|när som helst|"
    r"\d+ ?(?:år|mån\w*)|(?:ett|två|tre|fyra|fem|tio) år|\w+ månader|längre än)\b",
    re.I,
)
# "Så länge jag orkar", "Endast dagtid" below a consent answer a question of their own.
_BEGINS = re.compile(
    r"\W*(?:(?:ja|jo|ok|okej)\W+)?(?:(?:men|fast|dock|däremot)\b|(?:det|detta|ja:et|samtycket) gäller\b|"
    r"(?:bara|endast|enbart) (?:om|ifall)\b|(?:förutsatt|såvida|under förutsättning|på villkor|med förbehåll)\b)",
    re.I,
)
# "Till sms, men inte till mejl" limits nothing.
_WHEN = r"(?:på|efter|före|under|mellan|när|om|för|från|innan|till(?! (?:att|sms|mejl|mail|e-?post|matchning)\b))"
_LIMITS = (
    r"(?:[^.!?;,\n]{0,40}?\b(?:bara|endast|enbart|såvida|förutsatt|så länge|om (?:det|ni|jag|inget|ingen)|"
    rf"(?:inte|ej|aldrig) {_WHEN})\b|"
    r"[^.!?;\n]{0,60}?\W(?:(?:men|fast|dock|och) (?:då )?(?:bara|endast|enbart|om (?:det|ni|jag)|"
    rf"(?:inte|ej|aldrig) {_WHEN})|"
    r"förutsatt|såvida|så länge|ifall)\b)"
)
_BY_WAY: Mapping[str, re.Pattern[str]] = {
    "consent_sms": re.compile(rf"\b(?:sms\w*|sms:a\w*|messa\w*){_LIMITS}", re.I),
    "consent_email": re.compile(rf"\b(?:e-?post|mejl\w*|mail\w*){_LIMITS}", re.I),
}
_NONE_BY_WAY: Mapping[str, re.Pattern[str]] = {
    "consent_sms": re.compile(
        r"\b(?:inga|slipp(?:a|er)|undvik) (?:\w+ )?sms\b|\binte (?:ha|få|skicka) (?:\w+ )?sms\b|\bskicka inte sms\b",
        re.I,
    ),
    "consent_email": re.compile(
        r"\b(?:inga|inget|slipp(?:a|er)|undvik) (?:\w+ )?(?:mejl|mail|e-?post)\b|"
        r"\binte (?:ha|få|skicka) (?:\w+ )?(?:mejl|mail|e-?post)\b|\bskicka inte (?:mejl|mail|e-?post)\b",
        re.I,
    ),
}


@dataclass(frozen=True, slots=True)
class Said:
    """A text that may set a condition: the consent it stands right below, and whether it tells of a life."""

    text: str
    beside: str = ""
    told: bool = False


def conditions_elsewhere(texts: Iterable[Said]) -> dict[str, str]:
    """Return consent → the sentence that sets a condition on it or takes it back; {} for none.

    "Men bara …" is about a consent where it stands right below one; in what tells of a life only what is said to the
    register counts.
    """
    found: dict[str, str] = {}
    for said in texts:
        text = said.text[:_LONGEST]
        if not (said.beside or _speaks(text)):
            continue
        for n, sentence in enumerate(_SENTENCES.split(text)):
            if key := _consent_limited(sentence, beside="" if n else said.beside, told=said.told):
                found.setdefault(key, sentence.strip())
    return found


def limits_the_way(sentence: str) -> str:
    """Return the consent to a way of being reached that a sentence limits or refuses; "" for none."""
    return next(
        (k for k in _BY_WAY if _BY_WAY[k].search(sentence) or _NONE_BY_WAY[k].search(sentence)),
        "",
    )


def _speaks(text: str) -> bool:
    folded = text.casefold()
    return any(stem in folded for stem in _STEMS)


def _consent_limited(sentence: str, *, beside: str, told: bool) -> str:
    if gone := _no_longer(sentence):
        return gone
    if _ANOTHER_MATTER.search(sentence) or _THE_FORMS_OWN.search(sentence):
        return ""
    if way := limits_the_way(sentence):
        return way
    if not _RESTRICTS.search(sentence):
        return ""
    begins = bool(_BEGINS.match(sentence))
    to_you = bool(_ADDRESSED.search(sentence)) or (not told and (begins or bool(_OF_THE_REGISTER.search(sentence))))
    if _CONSENT.search(sentence) or (to_you and _is_done_with_what_is_known(_DO_MYSELF.sub(" ", sentence))):
        return "consent_matching"
    return beside if begins else ""


# "Jag tar tillbaka samtycket", "Krysset om hälsa blev fel", "Jag har inte läst om personuppgifter än".
_YES_OF = re.compile(r"\b(?:samtyck\w*|medgivande\w*|godkännande\w*|kryss\w*|ja:et|bock\w*|matchning\w*)\b", re.I)
_MY_YES = re.compile(r"\bsamtyck(?:e|er|et)\b", re.I)
_WRONG = re.compile(
    r"\b(?:fel|misstag|av misstag|ska(?:ll|ulle)? (?:\w+ )?(?:vara|bli|stå) nej|inte kryssa\w*)\b", re.I
)
_ANOTHERS = re.compile(r"\b(?:datum|födelseår\w*|telefon\w*|nummer\w*|kommun\w*|adress\w*|perspektiv\w*)\b", re.I)
_NOT_READ = re.compile(
    r"\b(?:inte|ej|aldrig) (?:\w+ ){0,2}?(?:läst|läsa|tagit del|hunnit)\b[^.!?]{0,60}?(?:personup|information|"
    r"gdpr|dataskydd)|"
    r"(?:personup\w*|informationen)[^.!?]{0,40}\b(?:inte|ej|aldrig) (?:\w+ )?(?:läst|läsa|tagit)",
    re.I,
)


def _no_longer(sentence: str) -> str:
    """Return the consent that a sentence takes back, "" for none."""
    if _NOT_READ.search(sentence):
        return "privacy_notice_read"
    if not _YES_OF.search(sentence) or _THE_FORMS_OWN.search(sentence) or _ANOTHERS.search(sentence):
        return ""
    if not (is_taken_back(sentence) or _WRONG.search(sentence) or (_MY_YES.search(sentence) and is_put_off(sentence))):
        return ""
    ways = (("consent_sms", r"\bsms"), ("consent_email", r"\be-?post|\bmejl|\bmail"))
    return next((key for key, way in ways if re.search(way, sentence, re.I)), "consent_matching")


def _is_done_with_what_is_known(sentence: str) -> bool:
    about_me = _KEEPS.search(sentence) and _OF_ME.search(sentence)
    return bool(about_me or (_DOES.search(sentence) and _KNOWN.search(sentence)))
