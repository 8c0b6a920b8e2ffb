"""Who writes a letter: the unit, by what the letter says of it.

A unit is named where the writer says "vi" or "jag" and where they work, where the unit itself does something ("Enheten
ska …"), or in the signature.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from medverkan.mailbox.prose.organisation import without_organisation
from medverkan.mailbox.prose.sentences import LetterText, Sentence
from medverkan.mailbox.prose.signed_units import below_role, unit_in_line
from medverkan.mailbox.prose.unit_names import ANY_UNIT, named_at

# "vi på …", "jag arbetar som kurator på …", "nu vill vi som arbetar på …"
_WE_AT = re.compile(
    r"(?:\b(?:vi|jag|oss|undertecknad)\b|^(?:sitter|jobbar|arbetar|skriver)\b)(?P<between>(?: (?!att\b|för\b|"
    r"och (?:vi|jag)\b)[\wåäö-]+){0,12}?) (?:på|"
    r"vid|från|inom|i|åt|hos) (?=(?P<unit>.{3,160}))",
    re.I,
)
# "Vi träffas på …", "jag fick tipset av en kollega på …"
_NOT_AT_WORK = re.compile(
    r"\b(?:träffas|ses|möts|sitter|kör|komma|kommer|håller|har|kolleg\w+|bekant|vän|väninna|tips\w*|läste|såg|hörde|"
    r"pratade|talade|chef på annan)\b",
    re.I,
)
# "På Ekskolans vårdprogram läser eleverna …": a name, and not "på mottagningen finns".
_AT_NAMED = re.compile(r"^(?:här )?(?:på|vid|inom|hos) (?P<unit>(?=[A-ZÅÄÖ])[^.!?]{3,110})")
# "Vi på Lokalförsörjningen", "samordnare på Stödet": no word says that it is a unit, only how it is named.
_AT_PROPER = re.compile(
    r"\b(?:[Vv]i|[Jj]ag|oss|\w*chef|\w*ledare|\w*samordnare|\w*strateg|\w*utvecklare|\w*handläggare|förstudien|"
    r"projektet|"
    r"arbetar|"
    r"jobbar|här) (?:som (?:jobbar|arbetar|finns) )?(?:på|inom|hos) "
    r"(?P<unit>[A-ZÅÄÖ][a-zåäö]{5,}\b(?! (?:kommun|[Ss]tad)\b)(?: [A-ZÅÄÖ][a-zåäö]+| (?:och|för) [a-zåäö]+){0,2})"
)
# A finite verb: nearly all end in r in the present tense, and these do not.
_VERB = (
    r"(?:[a-zåäö]{2,}[aeoåäyiu]r|[a-zåäö]*(?:gör|ser|tar|ber|får|går|står|hör|kör|bär|har)|vill|ska|skall|skulle|"
    r"kan|kunde|bör|"
    r"måste|hade|fick|tänkte|sökte|behövde|fattas|saknas|planeras|byggs|hålls)"
)
_AT_WE = re.compile(
    rf"^(?:här )?(?:på|vid|inom|hos|i) (?P<unit>[^.!?]{{3,100}}?),? {_VERB} (?:nu |"
    rf"just nu )?vi\b",
    re.I,
)
_DOES = re.compile(
    rf"^(?:(?:Vid|Inom|På) )?(?P<unit>[A-ZÅÄÖ][^.!?]{{2,110}}?),? (?:nu |just nu |härmed )?(?!är\b|heter\b|deltar\b|"
    rf"innebär\b|består\b|säger\b|menar\b|tycker\b|anser\b|"
    rf"handlar\b|blir\b|kommer (?:och|hit|in)\b){_VERB}\b"
)
_WE_ARE = re.compile(r"\b(?:vi är|jag är på|jag är) (?:en |ett )(?P<unit>[^.!?]{3,100})", re.I)
# "Kim på Ungdomens hus här", "överläkare på kärlkirurgen": how a hurried letter begins.
_HERE_AT = re.compile(
    r"^(?:(?!vi\b|att\b|som\b|tack\b|er\b|ni\b|du\b)[\wåäöÅÄÖ-]+,? ){1,5}?(?:på|vid|från|inom) "
    r"(?=(?P<unit>.{3,100}))",
    re.I,
)
# "Vi som skriver är Familjerådgivningen": said in so many words.
_WHO_WRITES = re.compile(
    r"\b(?:vi|jag|den|de) som (?:skriver|frågar|söker|hör av (?:oss|mig|sig)|ber om det(?:ta| här)?|har frågan)"
    r"(?: till er| nu| detta| här)? är (?P<unit>[^.!?]{3,110})",
    re.I,
)
# "I vår kör ambulansen en utbildning"
# "Dagcentralen Björken i Brunna kommun här", "Funktionsstöd i Hedlunda kommun ska …"
_ITSELF_HERE = re.compile(
    r"^(?P<unit>(?:(?!vi\b|jag\b|det\b|så\b|om\b|har\b|är\b|finns\b|ni\b|er\b|den\b|"
    r"att\b)[A-ZÅÄÖa-zåäö][^.!?, ]*(?: |(?= här))){1,6}?) ?här\b"
    r"(?! (?:på|i|hos|vid)\b)"
)
_OF_ORGANISATION = re.compile(
    r"^(?!(?:Vi|Jag|Nu|Här|Under|Inför|Till|Efter|Sedan|Tack|Hej|Som|Kan|Det|Den|De|Vård|Hälsningar)\b)"
    r"(?P<unit>[A-ZÅÄÖ][a-zåäö]{4,}(?: (?:och|för) [a-zåäö]+| [A-ZÅÄÖ][a-zåäö]+)?)(?: (?:i|på|vid|inom)|,) "
    r"(?:[A-ZÅÄÖ][a-zåäö]+ (?:[A-ZÅÄÖ][a-zåäö]+ )?(?:kommun|[Ss]tad\b)|Region [A-ZÅÄÖ])"
)
_FROM_ITSELF = re.compile(
    r"\b(?:skriver|hör av (?:mig|oss)|mejlar|"
    r"ringer)(?: till er)? från (?P<unit>[A-ZÅÄÖ][a-zåäö]{3,}(?: [A-ZÅÄÖ][a-zåäö]+)?)"
    r"(?=,? (?:som|i|på|vid)\b)"
)
# "… ett projekt vid Sols universitet, Institutionen för socialt arbete, …"
_PROJECT = re.compile(
    r"\b(?:leder|i|inom|på|för) (?:ramen för )?(?P<unit>(?:programmet|projektet|"
    r"satsningen) [A-ZÅÄÖ][a-zåäö]+(?: (?:vård|liv|skola|hälsa|stöd|psykiatri|hemgång|start|mat))?)"
)
_AT_INSTITUTION = re.compile(
    r"\b(?P<unit>(?:[Ii]nstitutionen|[Aa]vdelningen|[Ee]nheten|[Cc]entrum|"
    r"[Ff]örvaltningen) för [a-zåäö][^.!?,]{3,60})"
)
# "Primärvården säger att de inte får …": whom the writer tells of.
_TOLD_OF = re.compile(r"\b(?:att|säger|menar|tycker|inte|de)\b", re.I)
_DOES_IT = re.compile(
    r"^(?:i|på|under|till|nu|just|snart) ?[^.!?,]{2,30}? (?:kör|håller|ordnar|ska|startar|planerar|"
    r"anordnar|behöver|har|gör) "
    r"(?=(?P<unit>[a-zåäö-]+.{3,90}))",
    re.I,
)
# "Funktionsrätt Tunby ska …": an association by its name, and what it does.
_NAMED_ACTS = re.compile(
    r"^(?P<unit>(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]{2,}|[A-ZÅÄÖ]{3,6})(?: (?:i|och|för|[A-ZÅÄÖ][\wåäö-]+)){1,4}),? (?:nu |"
    r"just nu )?"
    r"(?:ska|skall|har|söker|planerar|behöver|startar|driver|arbetar|ordnar|anordnar|arrangerar|håller)\b"
)
_FOR_BOARD = re.compile(r"\bpå uppdrag av (?P<unit>[^.!?]{3,100})", re.I)
_CONCERNS = re.compile(r"^(?:det|det här|mitt ärende|brevet) gäller (?P<unit>[^.!?]{3,100})", re.I)
_CHIEF_OF = re.compile(
    r"\b(?:\w*chef|ansvarig|\w*ledare|samordnare|\w*utvecklare|\w*sköterska|\w*kurator|\w*läkare|\w*terapeut|"
    r"\w*psykolog|"
    r"\w*handläggare|\w*strateg|barnmorska) (?:för|på|vid|inom|i) (?P<unit>[^.!?]{3,100})",
    re.I,
)
_HELP_US = re.compile(
    r"\b(?:hjälpa(?! (?:oss|mig|till)\b)|till oss på|oss på|hos oss på|vår\w* \w+ på|här på) (?P<unit>[^.!?]{3,90})",
    re.I,
)
_OUR = re.compile(r"\bv[åa]r(?:t|a)? (?P<unit>[^.!?]{3,100})", re.I)
_HOLDS_AT = re.compile(
    r"\bvi (?:kör|har|ordnar|håller|planerar|startar|gör|ska ha|arrangerar)\b[^.!?]{0,60}? (?:på|vid|"
    r"i) (?P<unit>[^.!?]{3,80})",
    re.I,
)
_NOT_A_UNIT = re.compile(
    r"^(?:vi|jag|det|den|de|nu|här|målet|syftet|därför|i|på|under|till|ni|dagen|mötet|tanken|uppdraget|meningen|vår|"
    r"vårt|våra|alla|deltagarna|lokalen|gruppen|personen|efter|avsikten|som|hej|region\w*|ett|en|fokusgruppen|"
    r"projektet|rådet|referensgruppen)\b",
    re.I,
)
_NO_UNIT = re.compile(r"(?:Teams|Zoom|Skype|Öland|Gotland|Gotlands|Intressebank|Facebook|Instagram|Region)", re.I)
GENERIC = re.compile(
    r"(?:mottagningen|kliniken|enheten|avdelningen|förvaltningen|sjukhuset|boendet|verksamheten|skolan|kontoret|"
    r"centret|"
    r"teamet|projektet|sektionen|kommunen|regionen)",
    re.I,
)


@lru_cache(maxsize=2)  # which kind a letter is and what it says both ask
def unit_of(letter: LetterText) -> str:
    """Return the writer's unit, with its place where that is said, without the organisation; "" where none is named."""
    introduced = [s for s in letter.sentences[:12] if "unit" in s.cues]
    ways = (
        (named_at(found["unit"], near=0) for s in introduced if (found := _WHO_WRITES.search(s.text))),
        (unit for sentence in introduced if (unit := _introduced(sentence))),
        _after_organisation(introduced),
        _begun(letter.sentences[:3]),
        (unit for line in letter.signature if (unit := unit_in_line(line))),
        _by_name(letter.sentences[:12]),
        (named_at(held["unit"], near=0) for s in introduced if (held := _HOLDS_AT.search(s.text))),
        _acting(letter),
        below_role(letter.signature),
        _proper_name([s for s in letter.sentences[:8] if "unit" in s.cues]),
        # A shared mailbox bears the unit's name.
        iter([without_organisation(letter.name)] if re.search(r" [a-zåäö]", letter.name) else []),
    )
    named = (unit for way in ways for unit in way if unit)
    # "Hos oss på mottagningen" says less than the signature does.
    first = next(named, "")
    return next((unit for unit in (first, *named) if not GENERIC.fullmatch(unit)), first) if first else ""


# "… i Tunby kommun, vård- och omsorgsförvaltningen", "Tunby kommun, äldreomsorgen, bjuder in"
_ORGANISATIONS_UNIT = re.compile(
    r"\b(?:[A-ZÅÄÖ][a-zåäö]+ (?:kommun|[Ss]tad)|Region [A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?|"
    r"[A-ZÅÄÖ][a-zåäö]+regionen|"
    r"[A-ZÅÄÖ][a-zåäö]+ (?:universitet|högskola)), (?P<unit>(?!(?:som|vi|jag|och|där|har|"
    r"är)\b)[^.!?,]{4,70})(?=[.,]|$)"
)


# "Barnsjukhuset, Region Sol.": a sentence that only says from where.
_BEFORE_ORGANISATION = re.compile(
    r"(?P<unit>[A-ZÅÄÖ][^.!?,]{3,60}), (?:[A-ZÅÄÖ][a-zåäö]+ kommun|"
    r"Region [A-ZÅÄÖ][a-zåäö]+(?: [A-ZÅÄÖ][a-zåäö]+)?)[.!]?$"
)


def _after_organisation(sentences: Sequence[Sentence]) -> Iterator[str]:
    for found in (found for sentence in sentences for found in _ORGANISATIONS_UNIT.finditer(sentence.text)):
        yield named_at(found["unit"], near=0)
    for sentence in sentences:
        if before := _BEFORE_ORGANISATION.match(sentence.text):
            yield named_at(before["unit"], near=0)


# "… samlar Hälsoförvaltningen i Region Sol alla chefer": only its capital tells that it is one of theirs.
_STRONG_UNIT = re.compile(
    r"förvaltning|mottagning|klinik|enhet|avdelning|team|(?:hälso|vård)central|nämnd|psykiatri|habilitering", re.I
)


def _proper_name(sentences: Sequence[Sentence]) -> Iterator[str]:
    for text in (sentence.text for sentence in sentences):
        for found in ANY_UNIT.finditer(text):
            if found.start() and found[0][0].isupper() and _STRONG_UNIT.search(found[0]):
                yield named_at(text[found.start() :], near=0)


def _begun(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yield what a hurried letter begins with: "på Ekskolan läser vi …", "Kim på Ungdomens hus här"."""
    for sentence in sentences[:2]:
        if found := _AT_NAMED.match(sentence.text[:1].lower() + sentence.text[1:]):
            yield named_at(found["unit"], near=0)
    for at, sentence in enumerate(sentences):
        first = _HERE_AT.match(sentence.text) if at < 2 else None
        for found in (first, _DOES_IT.match(sentence.text)):
            if found:
                yield named_at(found["unit"], near=-20)


def _by_name(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yield what only its place in the sentence shows to be a unit: "vi på Lokalförsörjningen"."""
    for at in (at for sentence in sentences[:4] for at in _AT_INSTITUTION.finditer(sentence.text)):
        yield named_at(at["unit"], near=0)
    for at in (at for sentence in sentences[:4] for at in _PROJECT.finditer(sentence.text)):
        yield at["unit"]
    for sentence in sentences[:3]:
        for pattern in (_ITSELF_HERE, _OF_ORGANISATION, _FROM_ITSELF):
            if found := pattern.search(sentence.text):
                yield without_organisation(found["unit"])
    for found in (found for sentence in sentences for found in _AT_PROPER.finditer(sentence.text)):
        unit = without_organisation(found["unit"])
        if not _NO_UNIT.match(unit):
            yield unit


def _acting(letter: LetterText) -> Iterator[str]:
    """Yield who acts by a name that no word shows to be a unit's ("Funktionsrätt Tunby ska …"); never the writer."""
    for sentence in letter.sentences[:3]:
        found = _NAMED_ACTS.match(sentence.text)
        if found and not set(found["unit"].split()) & set(letter.name.split()):
            yield without_organisation(found["unit"])


_NO_NAME = re.compile(r"\b(?:av|för|till|med|om|från|som|att)\b|\b[a-zåäö]{3,}(?:as|ar|er|ades?|des?)\b")


MAX_FIRST = 40


def _introduced(sentence: Sentence) -> str:
    text = sentence.text
    first = ANY_UNIT.match(text)
    # "färdtjänstenheten i Tunby bygger …": who writes small letters only names a unit first as well.
    text = text[:1].upper() + text[1:] if first and first.end() < MAX_FIRST else text
    does = _DOES.match(text)
    if (
        does
        and not _TOLD_OF.search(does["unit"])
        and not ((noun := ANY_UNIT.search(does["unit"])) and _NO_NAME.search(does["unit"][: noun.start()]))
        and not _NOT_A_UNIT.match(text)
        and (unit := named_at(does["unit"], near=30))
    ):
        return unit
    for pattern, near in (
        (_AT_WE, 30),
        (_WE_ARE, 0),
        (_WE_AT, 0),
        (_CHIEF_OF, 0),
        (_HELP_US, 0),
        (_FOR_BOARD, 0),
        (_CONCERNS, 0),
    ):
        for found in pattern.finditer(text):
            if pattern is _WE_AT and _NOT_AT_WORK.search(found["between"]):
                continue
            if unit := named_at(found["unit"], near=near):
                return unit
    return named_at(our["unit"], near=0) if (our := _OUR.match(text)) else ""
