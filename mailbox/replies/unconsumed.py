"""Refuse to act where words that no rule consumed may still change what was decided.

The other rules find what a reply says. Here every clause left over is looked at: greetings, reasons and wishes are let
through, while a take-back, a hedge of the writer's own, or a word that points at one more person is asked about.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.clauses import Spoken
from medverkan.mailbox.replies.outcomes import AGAIN, CORE
from medverkan.mailbox.replies.vocabulary import NUMBER_WORDS

_OPENS_WITH_OR = re.compile(
    r"^(?:eller|eller så|eller kanske|nja|njae|tja|hm+|fast eller)\b(?! (?:hur|förresten)\b)", re.I
)
_TURNS_ROUND = re.compile(
    r"\b(?:tvärt ?om|omvänt|förväxl\w{0,6}|rörde? ihop|blanda\w{0,3} (?:jag )?ihop|kastat om|bytt plats)\b", re.I
)
_NOT_REMEMBERED = re.compile(
    r"\b(?:minns|kommer|vet|hittar|ser|har|hade) (?:jag )?(?:\w{1,12} ){0,2}?(?:inte|ej) (?:\w{1,12} ){0,2}?"
    r"(?:ihåg|riktigt|säkert|exakt|lapp\w{0,4}|anteckning\w{0,5}|papper\w{0,3}|listan|framför|vem|vilken|vilka|vilket)\b"
    r"|\bminns (?:jag )?(?:inte|ej)\b"
    r"|\b(?:om (?:jag )?(?:inte )?minns|glömt|glömde) (?:bort )?(?:rätt|fel|vem|vilke\w)\b"
    r"|\bpå rak arm\b|\butan (?:lappen|anteckning\w{0,5}|listan)\b|\bmed reservation\b",
    re.I,
)
_SEARCH = r"(?:leta|dubbelkolla|kontrollera|se efter|läsa på)"
_UNSURE = re.compile(
    r"^(?:\w{1,10} )?(?:(?:inte|ej) (?:helt |riktigt |hundra |100 ){0,2}säker|osäker)\b"
    r"|\b(?:jag|vi) (?:\w{1,10} ){0,2}?osäk\w{1,4}\b"
    r"|\b(?:jag|vi) (?:\w{1,10} ){0,2}?(?:inte|ej) (?:\w{1,10} ){0,2}?säk(?:er|ra)\b"
    rf"|\b(?:jag|vi) (?:måste|ska|får|behöver|bör) (?:\w{{1,10}} ){{0,2}}?{_SEARCH}\b"
    rf"|\b(?:måste|ska|får|behöver|bör) (?:jag|vi) (?:\w{{1,10}} ){{0,2}}?{_SEARCH}\b"
    r"|\bdubbelkollar\b",
    re.I,
)
_LOOKS_UP = re.compile(r"^(?:jag |vi )?(?:måste |ska |får )?(?:kolla|kollar|letar|tittar|dubbelkollar)\b", re.I)
_HEDGE = re.compile(
    r"\b(?:kanske|möjligen|möjligtvis|eventuellt|tveksam\w{0,2}|tvekar|velar|lutar åt|preliminärt?|hesiterar"
    r"|vet (?:inte|ej)|ändra\w{0,2} mig|ångra\w{0,2} mig|om jag inte ändrar)\b"
)
_ONE_MORE = re.compile(
    r"^(?:och|samt|plus|även|också|sen|sedan)(?: så| även| också| gärna| sen)* (?:han|hon|hen|honom|henne|den|dem|dom"
    r"|en|ett|nån|någon|killen|tjejen|mannen|kvinnan|damen|herrn|tanten|farbrorn|[a-zåäö])(?: |$)"
)
_POINTS_AT_PLACE = re.compile(
    r"\b(?i:han|hon|hen|honom|henne|den|killen|tjejen|mannen|kvinnan|damen|herrn)(?: där)?(?: uppe| nere| borta)?"
    r" (?:i|från|på|vid|utanför) [A-ZÅÄÖ]"
)
_POINTED_AT = re.compile(
    r"\b(?i:han|hon|hen|honom|henne|den|killen|tjejen|mannen|kvinnan|damen|herrn)"
    r"(?: (?:den|där|här|lång\w{0,2}|kort\w{0,2}|ung\w{0,2}|äldre|yngre|nya?|trevlig\w?|glada?|rolig\w?)){1,3}"
    r" (?:från|i|på|med) "
)
_CONDITION = re.compile(
    r"\b(?:beror (?:helt |lite |ju )?på|beroende på|förutsatt|förutsättning\w{0,4}|villkor\w{0,4}|såvida|givet att"
    r"|i så fall|i annat fall)\b"
)
_ONE_OF = re.compile(r"\bden en[ae]\b|\b(?:en|nån|någon) till av\b|\bytterligare (?:en|nån|någon) av\b")
_STRIKES_ONE = re.compile(
    r"\b(?:stryk|ta bort|skippa|hoppa över)\b[^.]{0,30}\b(?:den|det)"
    r" (?:första|sista|andra|tredje|siste|förste)\b"
)
_BROKEN_OFF = re.compile(r"(?:\b(?:och|samt|plus|eller)|[&+])[\s.!]{0,5}$", re.I)
_NUMBER_BESIDE_NAME = re.compile(
    r"(?<!\d, )(?<!\d )\b\d{1,2}, [A-ZÅÄÖ][\w-]{1,30}(?: [A-ZÅÄÖ][\w-]{1,30})?,?"
    r" (?:är|blir|passar|verkar|känns|låter|får|kan)\b"
)
_POINTS_BY_LOOK = re.compile(
    r"\b(?:killen|tjejen|damen|herrn|tanten|farbrorn|kvinnan|mannen) (?:i|från|på|med|som)\b"
    r"|\b(?:han|hon|honom|henne|den) (?:där )?(?:från|med (?!på\b|i\b|om\b|oss\b)|som (?:bor|är|har|jobbar|kommer))\b"
)
_GROUP = re.compile(
    r"\b(?:de|dom) (?:två|tre|fyra|fem|yngsta|äldsta|kvinnliga|manliga|förstnämnda|sistnämnda)\b"
    r"|\b(?:en|ett|två|tre|fyra|någon|nån|några|endera) av (?:dem|dom|dessa|de)\b"
    r"|\b(?:kvinnorna|männen|tjejerna|killarna|damerna|herrarna)\b"
)
_SO_THOSE = re.compile(r"(?:^| )(?:så|alltså|då|just) (?:blir det |ta |tar vi |vi tar )?(?:de|dom) (?:två|tre|fyra)\b")
_SHORT_LIST = re.compile(r"(?:och|samt|plus|även|också|,| )*([^\W\d_]{1,30})")
_NAME_ADDED = re.compile(r"^(?:Och|Samt|Plus|Även)(?: så| även)? ([A-ZÅÄÖ][\w-]{0,30})\W*$")


def open_beside_picks(told: Sequence[str], spoken: Spoken) -> str:
    """Return why a reply with picks must not be acted on, "" when every clause left over is harmless."""
    if problem := _taken_back(told) or _unfinished(told):
        return problem
    if disagrees(told, spoken):
        return questions.NOT_UNDERSTOOD
    if any(_names_one_more(sentence) for sentence in told):
        return questions.ONE_MORE
    earlier = [(-1, frozenset(), ""), *spoken.loose]
    for (_, _, before), (_, cues, clause), place in zip(earlier, spoken.loose, spoken.places, strict=False):
        if _HEDGE.search(clause):
            return questions.HESITATION
        if _CONDITION.search(clause):
            return questions.CONDITION
        if cues:
            continue
        if _adds_somebody(clause, before):
            return questions.ONE_MORE
        if any(f"så {clause}" in sentence.lower() for sentence in told):
            clause = f"så {clause}"  # noqa: PLW2901 - as it was written
        # "Killarna! Jamal och Tobias" announces who is named next.
        if place and _GROUP.search(_SO_THOSE.sub(" ", clause)):
            return questions.EITHER_OR
    return ""


def disagrees(told: Sequence[str], spoken: Spoken) -> bool:
    """Tell whether "Nr 4, Linnea, är rätt" may say one person twice, wrongly, though 4 is somebody else."""
    return any(
        len(said.mention.numbers) == 2 and said.sentence < len(told) and _NUMBER_BESIDE_NAME.search(told[said.sentence])
        for said in spoken.said
    )


def open_beside_calls(told: Sequence[str], spoken: Spoken) -> str:
    """Return why a report of calls must not be acted on, "" when every clause left over is harmless."""
    if problem := _taken_back(told):
        return problem
    if any(_NOT_REMEMBERED.search(sentence) for sentence in told):
        return questions.WHO_GUESSED
    if any(_names_one_more(sentence) for sentence in told):
        return questions.ONE_MORE
    with_people = {said.sentence for said in spoken.said}
    for at, cues, clause in spoken.loose:
        if at not in with_people and not cues & CORE and (_HEDGE.search(clause) or _GROUP.search(clause)):
            return questions.WHO_GUESSED
        before = [said.cues & CORE for said in spoken.said if said.sentence < at and said.cues & CORE]
        if at not in with_people and _LOOKS_UP.match(clause) and before and AGAIN not in before[-1]:
            return questions.WHO_GUESSED
    return ""


def _unfinished(told: Sequence[str]) -> str:
    if any(_ONE_OF.search(sentence.lower()) for sentence in told):
        return questions.EITHER_OR
    if any(_STRIKES_ONE.search(sentence.lower()) for sentence in told[1:]):
        return questions.CORRECTION
    return questions.NOT_UNDERSTOOD if told and _BROKEN_OFF.search(told[-1]) else ""


def _taken_back(told: Sequence[str]) -> str:
    for index, sentence in enumerate(told):
        if (index and _OPENS_WITH_OR.match(sentence)) or _TURNS_ROUND.search(sentence):
            return questions.CORRECTION
        if _UNSURE.search(sentence):
            return questions.WHO_GUESSED
    return ""


def _adds_somebody(clause: str, before: str) -> bool:
    """Tell whether a clause goes on with "och så den nya"; a lone "och" was parted from it."""
    whole = f"{before} {clause}" if before in {"och", "samt", "plus"} else clause
    return bool(_ONE_MORE.match(whole)) or bool(_POINTS_BY_LOOK.search(clause)) or _is_number_word(clause)


def _names_one_more(sentence: str) -> bool:
    """Tell whether "Och Pelle." adds somebody that no rule found."""
    if _POINTS_AT_PLACE.search(sentence) or _POINTED_AT.search(sentence):
        return True
    added = _NAME_ADDED.match(sentence)
    return added is not None and len(added[1]) == 1


def _is_number_word(clause: str) -> bool:
    alone = _SHORT_LIST.fullmatch(clause)
    return alone is not None and alone[1] in NUMBER_WORDS and alone[1] not in {"en", "ett"}
