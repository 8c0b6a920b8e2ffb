"""Put plainly what chooses or refuses in a roundabout way: "X ville ha 1 och 4, och det håller jag med om"."""

import re

from medverkan.mailbox.replies.cursor import Who
from medverkan.mailbox.replies.mentions import mark
from medverkan.mailbox.replies.names import People

# "Ulrika ville ha ettan och fyran och det håller jag med om"
_SHARED = re.compile(
    r"^[^.,;:?!]{1,40}? (?:ville ha|vill ha|föreslog|föreslår|röstade på|förordade|förordar|valde|tyckte vi skulle ta)"
    r" (?P<who>(?:(?!\b(?:inte|ej|eller|men|inga|ingen|om|kanske)\b)[^?;:.!]){1,80}?),?"
    r" (?:och det|vilket) (?:(?:håller|instämmer|tycker) (?:jag|vi)|(?:jag|vi) (?:håller|instämmer|tycker))"
    r"(?: helt| fullt)? (?:med(?: om| i)?|i|också)\W*$",
    re.I,
)
# "De med egen erfarenhet, det vill säga Anna och Bo"
# "Håller med Petter här nedan: Ebba och Bo ska det vara" chooses for itself, whoever it agrees with.
_AGREES = re.compile(
    r"^(?:(?:ja|jo),? )?(?:(?:jag|vi) )?(?:håller|instämmer)(?: helt| fullt| fullständigt| också| verkligen)? med"
    r" (?P<whom>(?-i:[A-ZÅÄÖ])[\w-]{1,30}(?: (?-i:[A-ZÅÄÖ])[\w-]{1,30})?|(?:min |vår )?(?:kollega|chef|vikarie)\w*)"
    r"(?: (?:här |där )?(?:nedan|ovan|nere|uppe|under|nedanför))?(?: (?:här|där))?(?: i (?:tråden|mejlet|mailet))?"
    r"\s?[:,–-]\s+(?=\S)",
    re.I,
)
# "det är väl bara att köra på Bo"
_JUST_DO = re.compile(
    r"\bdet är (?:väl |ju |nog |då )?bara att (?=köra på|ta |boka |ringa |kontakta |gå vidare|fråga |höra av)", re.I
)
# "Glöm det jag skrev om Bo" says no to him.
_NO_LONGER = re.compile(
    r"\b(?:glöm|bortse från|strunta i) (?:det |vad )?(?:som )?(?:jag|vi) (?:skrev|sa|sade|svarade|mejlade)"
    r"(?: nyss| tidigare| förut| i ?går| sist)? (?:om|angående) (?=[A-ZÅÄÖ]|(?:nr )?\d)",
    re.I,
)
_WE_SHALL_SEE = re.compile(r"(?<=\w),? så (?:får vi se|ser vi)(?: (?:vad|hur|vilka|då) [^.!?;§]{1,60})?(?=\W*$)", re.I)

# "Reidar passar jag på" is a no; "passar jag på att fråga" is not.
_PASSES = re.compile(r"\bpassar (jag|vi)(?: nog)? på\b(?! att\b| tillfället| och\b)", re.I)
# "Anna hade jag gärna haft med men hon går på kurs": wished for, and not chosen.
_WOULD_HAVE = re.compile(
    r"(?:^|(?<=[.,!] ))(?:och )?(?P<who>[A-ZÅÄÖ][\w-]{1,20}(?: [A-ZÅÄÖ][\w-]{1,20})?|\d) hade (?:jag|vi)"
    r" (?:(?:också|gärna|nog|helst|mycket|egentligen|jätte\w*) ){1,3}(?:haft|velat ha|tagit|valt|sett|frågat)"
    r"(?: också| även| med){0,2},? (?:men|fast) (?=(?:hon|han|hen|det)\b)",
    re.I,
)
# Who strikes out all but two has kept the two.
_STRUCK_ALL_BUT = re.compile(
    r"\b(?:(?:jag|vi) (?:har )?)?(?:strukit|strök|stryker|stryk)(?: (?:jag|vi))? (?:över )?"
    r"(?:alla|allihop|samtliga) (?:utom|förutom) (?=[A-ZÅÄÖ]|\d|nr)",
    re.I,
)

# "Bo är den enda som varit där, alltså han."
_SO_IT_IS = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][\w-]{1,20}(?: [A-ZÅÄÖ][\w-]{1,20})?) (?:är|har|kan|bor)\b"
    r"(?:(?!\b(?:inte|ej|eller|om|kanske|men)\b)[^.;?!]){1,100}, alltså (?:han|hon|honom|henne|hen)\W*$"
)


def restated(sentence: str, people: People) -> str:
    """Return a sentence of a reply to a proposal with such ways put as others write it."""
    sentence = _AGREES.sub(lambda found: found[0] if _is_listed(found["whom"], people) else "", sentence)
    sentence = _PASSES.sub(r"säger \1 nej till", _STRUCK_ALL_BUT.sub("ja till ", sentence))
    sentence = _WOULD_HAVE.sub(lambda found: f"inte {found['who']}, ", sentence)
    sentence = _SO_IT_IS.sub(r"\g<who>", sentence)
    sentence = _SHARED.sub(r"ja till \g<who>", sentence)
    return _WE_SHALL_SEE.sub("", _JUST_DO.sub("vi ska ", _NO_LONGER.sub("inte ", sentence)))


def _is_listed(name: str, people: People) -> bool:
    return any(mention.who is not Who.STRANGER for mention in mark(name, people).mentions)
