"""Notice what somebody else says or wishes of people, and what holds first when something has happened.

Read by `seeming`, when a reply to a proposal would act: "Viveka blir bra igen, sa läkaren" is the doctor's word. The
subject decides: what "jag" and "vi" say is the writer's own.
"""

import re

_SAYS = (
    r"(?:tycker|tyckte|tyckt|sa|sade|säger|sagt|menar|menade|menat|föreslår|föreslog|undrar|undrade|frågar|frågade"
    r"|frågat|tror|trodde|hoppas|hoppades|anser|ansåg|hävdar|hävdade|påstår|påstod|skrev|skriver|skrivit|berättar"
    r"|berättade|nämnde|lovar|lovade|bedömer|bedömde|meddelar|meddelade|rapporterade|försäkrade|intygar|intygade"
    r"|vill|ville|önskar|önskade|röstar|röstade|ringde|mejlade|hörde av sig)"
)
_THEIRS = (
    r"(?:§\d+|¶|hon|han|hen|de|dom|alla|folk|många|någon|nån|ingen|(?:min|mitt|mina|vår|vårt|våra|deras|hennes|hans|en"
    r"|ett|någon|nån) (?:\w+ )?(?!och\b|men\b|så\b)\w+|\w{3,}(?:n|et|na)|\w*chef)"
)
# "…, sa läkaren": behind what was said.
_NOT_OWN = r"(?!jag\b|vi\b|du\b|ni\b|man\b)(?:(?:ju|nog|själv|alltid|också) )*"
_TAG = re.compile(
    rf"§\d+ [^.!?]*?(?:, ?{_SAYS} {_NOT_OWN}{_THEIRS}(?: \w+){{0,2}}(?=\W*$|,)"
    rf"|(?<!jag)(?<!vi)(?<!och) {_SAYS} {_NOT_OWN}{_THEIRS}(?=\W*$))"
)
# "läkaren säger att …", "Rune frågade om …": before it.
_SUBJECT = re.compile(
    rf"(?:^|(?<=[ ,])){_THEIRS} (?:(?:har|hade|själv|också|ju|alltid|ofta|redan|bara|mycket|verkligen|gärna|mest) )*"
    rf"{_SAYS} (?!jag\b|vi\b|ja\b|nej\b)(?:\w+ ){{0,3}}?(?:att|om|ifall|huruvida) (?:\w+ ){{0,3}}?§(\d+)"
)
_MARK = re.compile(r"§(\d+)")
# "Rune röstar på Hodan" is his choice, "…, hörde jag" nobody's.
_CHOOSES = re.compile(
    r"^(?:och |men |ja |jo )?§(\d+) (?:röstar|röstade|håller|satsar|hejar|tror) (?:också |ju )?på §(\d+)"
)
_HEARSAY = re.compile(
    r"§\d+ .*\b(?:(?:har |hade )?(?:jag|vi) (?:har )?(?:hört|hörde) (?:att|av|från|om|sägas)"
    r"|(?:hört|hörde) (?:jag|vi)(?=\W*$)"
    r"|har (?:jag|vi) hört|sägs det|säger ryktet|ryktas det|påstås det|det sägs|lär (?:ju |visst )?(?:vara|bli|ha))\b"
    r"|\b(?:(?:jag|vi) (?:har )?(?:hört|hörde) att|det (?:sägs|påstås|ryktas) att|ryktet säger att) .*§\d+"
)
_JA_JA = re.compile(r"^(ja|jo|jaja|jaha|jaså|nej|åh|oj)(?: ,)? §(\d+)(?: ,)? (?:ja|jo|jaja|du) ?, ?\w")
_AGREES = re.compile(
    r"\b(?:håller (?:jag |vi )?(?:helt |absolut )?med|instämmer|(?:jag|vi) (?:tycker|säger|menar|vill) (?:det )?"
    r"(?:också|med|detsamma)|(?:tycker|säger|vill) (?:jag|vi) (?:också|med)|det är jag (?:helt )?med på|fine by me"
    r"|det är (?:okej|ok|bra|fint|lugnt) för (?:mig|oss)|det går bra för (?:mig|oss)|inget emot|på samma linje)\b"
)
# "… när hon är frisk", "… så fort han fått bil": not now. "Ring henne när hon är hemma" only says when to ring.
_WAITS = re.compile(
    r"§\d+ [^.!?]*?(?<!bara )\b(?:när|så fort|så snart|först när|den dag|den dagen|efter att|sedan|innan|tills|bara)"
    r" (?:väl )?(?:hon|han|hen|de|dom|§\d+|¶) (?:väl |nu |bara )?(?:är|har|blir|blivit|fått|får|kommer|kommit|slutat"
    r"|slutar|mår|orkar|känner|börjar|börjat|flyttar|flyttat|fyller|opererats|gått|blev)\b(?! (?:hemma|ledig|tid"
    r"|lust|anträffbar|nåbar|vaken|möjlighet|på (?:jobbet|plats)))"
)
# "… när båda föräldrarna skrivit på", "… så fort enheten är klar": whoever it is that something hangs on.
_WAITS_FOR = re.compile(
    r"\b(?:(?:först |så fort |så snart |direkt )?när|så fort|så snart|efter att|förrän|tills) (?!(?:du|ni|det|ha)\b)"
    r"(?:[^\W\d_§][\w-]*|§\d+)(?: (?!(?:jag|vi|hon|han|var|kom|fick|såg|hade|blev|gick|satt|stod)\b)[\w-]+){0,3}?"
    r" (?:är|har|blir|\w{2,}(?:it|rat|nat|kat|gat|dat|tat|lat|pat|sat|tt))\b(?! (?:hemma|ledig|tid|lust|anträffbar))"
)
# "… men fråga mig innan du ringer"
_ASK_ME_FIRST = re.compile(
    r"\b(?:fråga|hör|stäm|kolla|prata|snacka|ring|kontakta|mejla|checka|vänta)\b[^.!?§]{0,25}\b(?:mig|mej|oss)"
    r" (?:\w+ )?(?:först|innan (?:du|ni))\b"
)
_HOW_TO_REACH = re.compile(r"\b(?:ring\w*|nås|når|kontakta\w*|hör av|mejl\w*|mail\w*|sms\w*)\b")


def of_whom_another_speaks(text: str) -> tuple[list[int], str]:
    """Return the marks of those of whom a sentence tells what somebody else says or wishes, and what stands behind it.

    An exclamation ("Ja Viveka ja") is no word of the writer's either.
    """
    if _AGREES.search(text):
        return [], ""
    patterns = (_TAG, _CHOOSES, _JA_JA, _HEARSAY, _SUBJECT)
    found = next((match for pattern in patterns if (match := pattern.search(text))), None)
    if found is None:
        return [], ""
    told = found[0] if found.re is not _SUBJECT else f"§{found[1]}"
    return [int(place) for place in _MARK.findall(told)], text[found.end() :]


def waits(text: str) -> bool:
    """Tell whether what a sentence says of somebody holds first when something has happened to them."""
    found = _WAITS.search(text)
    return bool((found and not _HOW_TO_REACH.search(found[0])) or _WAITS_FOR.search(text))


def asks_back_first(text: str) -> bool:
    """Tell whether the writer wants to be asked before anything is done."""
    return _ASK_ME_FIRST.search(text) is not None
