"""Read how phone calls ended from what is said of each person."""

import re

from medverkan.mailbox.replies import handing_over
from medverkan.mailbox.replies.another_time import ANOTHER_TIME
from medverkan.mailbox.replies.answers import ACCEPTS, DECLINES, NOT_NOW
from medverkan.mailbox.replies.clauses import BARE, UNKNOWN
from medverkan.mailbox.replies.excuses import EXCUSES, SETTLES
from medverkan.mailbox.replies.reaching import (
    ANOTHER_MATTER,
    ASKS_FOR_CALL,
    DEAD_LINE,
    NO_DECISION,
    NOT_CALLED,
    TRIES_AGAIN,
    UNREACHED,
    WANTS_TIME,
)
from medverkan.mailbox.values import Outcome

ACCEPTED, DECLINED, NO_ANSWER, AGAIN = "accepted", "declined", "no answer", "again"
NOT_YET, GUESS = "not yet", "guess"
SHARE, NO_SHARE = handing_over.SHARE, handing_over.NO_SHARE
OFFER = "offer"  # can at another time than the one asked for
WARM = "warm"  # interested; no answer yet
WAVERS = "wavers"  # unsure: with time to think it is "call again", beside a yes it is no yes
EXCUSE = "excuse"  # ill, away, a new job: by itself neither a no nor a later
BUSY = "busy"  # was reached and had no time for the call
RETRY = "retry"  # the lead will try again; says nothing of how the call went
CORE = frozenset({ACCEPTED, DECLINED, NO_ANSWER, AGAIN})

_GUESS = re.compile(
    r"\b(?:säger|svarar|tackar) alltid\b|(?<!som )\b(?:alltid|oftast|jämt)\b"
    r"|\b(?:nästan|ungefär|halvt|halvhjärtat|så gott som|i princip|delvis|mer eller mindre|näst intill) (?:ett |tackat "
    r"|tackade )?(?:ja|nej)\b|\b(?:nästan|svagt|svajigt|tveksamt|försiktigt|halv\w*|ljumt|litet|sorts|slags"
    r"|motvilligt) (?:ett )?ja\b"
    r"|\b(?:inte|ej|aldrig|svårt? att|varken) (?:\w+ )?(?:säga|svara|tacka) (?:\w+ )?nej\b"
    r"|\bönska\w* att (?:hon|han|hen|de) (?:kunde|hade|orkade|fick|vore)\b"
    r"|\bnej på (?:allt|det mesta)\b|\btrodde (?:ja|nej)\b|\bi teorin\b|\b(?:tidigare|förut) sagt\b|\bsagt (?:ja"
    r"|nej) (?:förut|tidigare)\b"
    r"|\b(?:jag|vi) (?:\w+ )?att (?:hon|han|hen)\b|"
    r"\btyp\b|\b(?:inte|ej) (?:\w+ )?(?:kollat|stämt av)\b|\bja till (?:en |ett )?(?:kopp|kaffe|fika|lunch)\b|"
    r"\bmed till ¤|\b((?:vill|ville) (?:\w+ )?att(?! (?:jag|vi) (?:ringer|hör av|återkommer|ska ringa))"
    r"|reservation\w*|lät (?:\w+ )?(?:trött|tveksam\w*|osäker\w*|svävande|ljum\w*|sådär|stressad|som)|lär|väl"
    r"|säkert|tror|kanske|nog|hellre|ja till (?:\w+ )?(?:annat|annan|andra)"
    r"|säkert (?:vill"
    r"|kan|kommer)|(?:vill|kan|kommer) säkert"
    r"|(?:man|fru|maka|make|sambo|dotter|son|mamma|pappa|mor|far|anhörig|syster|bror|kollega|kontaktperson|chef"
    r"|läkare|boende)(?:en)?"
    r" (?:sa|säger|sade|svarade|hälsade|trodde|tror|lovade|menade)|verkar|verkade|antar|gissar|förmodligen|troligen"
    r"|troligtvis|antagligen|borde|möjligen"
    r"|eventuellt|uppfattade"
    r"|(?:sa|sade|säger|svarade|tackade|tackat) (?:inte|aldrig|ej|varken) (?:blankt |rakt |direkt |ett )?(?:ja|nej)"
    r"|(?:inte|aldrig"
    r"|ej) (?:\w+ )?(?:sagt|fått|sa|tackat|fick) (?:\w+ )?(?:ja|nej)"
    r"|preliminär\w*|förbehåll\w*|villkor\w*|kan (?:\w+ )?inte (?:säga"
    r"|lova|svara på)"
    r"|lutar|lutade|låter som|(?:ångra|ändra)\w* sig|nja|hoppas|brukar)\b"
)
# Said of somebody who wants time to think these are no guess of the lead's.
_WAVERS = re.compile(r"\b(?:osäker\w*|tvek\w*|vet (?:inte|ej)|kluven)\b")
_SPEAKER = re.compile(r"\b(?:jag|vi|min|enheten|chefen|hennes|hans|mitt|vår)\b")
_GOES_WELL = re.compile(
    r"\bdet (?:går|passar|funkar|skulle passa)(?: för)?(?: §| henne| honom| hen)? (?:\w+ )?"
    r"(?:\w*bra|utmärkt|finfint|fint|galant|strålande)(?! att)\b"
    r"|\b(?:går|passar|funkar) (?:\w+ )?\w*bra för §|^§ går (?:\w+ )?bra$"
)
_SUBJECT_LACKS_TIME = re.compile(
    r"(?:^(?:\w+ ){0,2}§|\b(?:hon|han|hen|de))(?: (?!jag\b|vi\b)\w+){0,5}? hinner (?!jag|vi)(?:\w+ ){0,2}?(?:inte"
    r"|ej)\b(?! ringa)"
)


_BUSY = re.compile(r"\bträffades olägligt\b")
_NEITHER = re.compile(r"\b(?:varken|vare sig)\b")
_LEADING_NO = re.compile(r"^(?:nej|nä|nää)\b")
_TURNED_TO = re.compile(r"\b(?:ångra|ändra)\w* (?:hon |han |hen )?sig(?=(?: \w+){0,6}? (?:och|så|till)\b)")
_TURNED = re.compile(r"\b(?:ångra|ändra)\w* sig\b")
# "ring henne på 070-…" gives a number; the number itself has been masked.
_FILLER = re.compile(
    r"\b(?:tyvärr|tydligen|faktiskt|iallafall|i alla fall)\b|\bring(?:a|er)? (?:\w+ )?på ☏(?: i ?stället)?"
)
_QUITS = re.compile(
    r"\b(?:vill|ville|ska) (?:inte|ej|aldrig) (?:längre |mer )?(?:bli |vara )?(?:upp)?(?:kontakta[ds]|ring[ds]"
    r"|ringas|störd)\b"
    r"(?: (?:mer|längre|igen|alls))*|\b(?:har |hade )?(?:slutat|gått ur|lämnat) (?:\w+ ){0,2}(?:intressebank\w*"
    r"|register\w*|bank\w*)"
)
_OFFER = re.compile(
    r"\bkan(?! inte| ej)(?: \w+){0,2} (?:¤|(?:mån|tis|ons|tors|fre|lör|sön)dag\w*|vecka\w*|en annan dag|andra dagar"
    r"|efter|före|innan|från|tidigast|först)(?= |$)|¤ (?:funkar|fungerar|går|passar|är ok|blir)\b(?! inte| ej)"
)
_WARM = re.compile(r"\b\w*(intresserade?|positiva?|nyfiken|nyfikna|sugen|sugna|lockad)\b")


def _of_the_number(text: str, cues: set[str]) -> str:
    """Take out what is said of the telephone and of handing over the details, lest its "nej" be the person's."""
    text = " ".join(_FILLER.sub(" ", text).split())
    if _QUITS.search(text):
        cues.add(DECLINED)
        text = _QUITS.sub(" ", text)
    for pattern, cue in ((NO_DECISION, AGAIN), (DEAD_LINE, NO_ANSWER)):
        if pattern.search(text):
            cues.add(cue)
            text = _LEADING_NO.sub(" ", pattern.sub(" ", text).strip())
    found, text = handing_over.told(text)
    cues |= found
    return text


# What the lead or the unit wants or cannot is nobody's answer.
_OTHERS_SPEAK = re.compile(
    r"\b(?:jag|vi|enheten|verksamheten|mottagningen|chefen) (?:\w+ )?(?:vill|ville|kan|kunde|orkar|orkade|sa|säger"
    r"|behöver)\b"
    r"|\b(?:tackar|tackade|säger|sa|sade|svarade) (?:jag|vi)\b|\b(?:jag|vi) (?:hoppar|stryker|skippar|avvaktar|står"
    r"|väntar)\b"
    r"|\b(?:vill|ville|kan|kunde|orkar) (?:jag|vi|enheten)\b"
    r"|\b(?:är|var|blev) (?:jag|vi)\b"
    r"|^(?:och |men |så )?(?:skicka|ring|mejla|maila|skriv|hör|säg|meddela|påminn|hälsa|lägg|notera|fixa|kolla|tacka"
    r"|berätta"
    r"|fråga|uppdatera|boka|ge)(?: (?:dem|dom|henne|honom|dit|då|oss|mig))? gärna\b|\b(?:du|ni) (?:får"
    r"|kan) (?:\w+ )?gärna\b"
)
_MAYBE = re.compile(r"\b(?:väl|nog|tror|kanske|typ)\b")
_ONLY_TELLS = re.compile(
    r"^(?:ja|jo) (?:hon|han|hen|det) (?:var|verkade|är) "
    r"(?!med|ok|bra|fint|klart|lugnt|självklart|på|intresserad|positiv|gärna|jätte)"
)
_WILL_NOT_ANSWER = re.compile(
    r"\bsvara\w*(?: \w+)? (?:inte|ej) (?:riktigt|ordentligt|tydligt|klart|rakt|på frågan)\b"
    r"|\b(?:vill|ville|kunde|tänker) (?:\w+ )?(?:inte|ej) svara\b"
)
_NOT_DECIDED = re.compile(
    r"^(?:§ )?nej inte (?:än|ännu)\b|\bhar (?:inte|ingen) tid i ?dag$|\b(?:kan|vill"
    r"|orkar)(?: \w+)? (?:inte|ej) (?:än|ännu)\b"
)
_NEGATION = re.compile(r"\b(?:inte|ej|aldrig)\b")
_ONLY_MODAL = re.compile(r"^\W*(?:\w+ )?(?:vill|ville|kan)\W*$")


def judge(text: str) -> frozenset[str]:
    """Return everything a piece of a clause says about how a call went; "§" marks where the person is named."""
    text = " ".join(text.split())
    busy = frozenset({BUSY}) if _BUSY.search(text) else frozenset()
    cues = busy | _judged(" ".join(_BUSY.sub(" ", text).split()))
    return cues | {GUESS} if cues & {ACCEPTED, DECLINED} and ANOTHER_TIME.match(text) else cues


def _judged(text: str) -> frozenset[str]:
    if _WILL_NOT_ANSWER.search(text):
        return frozenset({GUESS})
    cues: set[str] = set()
    rest = _of_the_call(_of_the_number(_of_the_subject(text, cues), cues), cues)
    if handing_over.UNSURE in cues:
        cues.remove(handing_over.UNSURE)
        cues.add(GUESS)
    if SHARE in cues and _MAYBE.search(text):
        cues.add(GUESS)
    negated_elsewhere = _ONLY_MODAL.match(rest) and _NEGATION.search(text) and cues
    if _OTHERS_SPEAK.search(text) or negated_elsewhere:
        return frozenset(cues | ({GUESS} if _GUESS.search(rest) else set()))
    _of_the_answer(rest, cues)
    if _WAVERS.search(text):
        cues.add(WAVERS)
        cues.discard(RETRY)  # "jag vet inte om det blir nytt försök"
    if not cues & CORE and EXCUSES.search(text) and not _SPEAKER.search(text):
        cues |= {DECLINED, EXCUSE} if SETTLES.search(text) else {EXCUSE}
    return frozenset(cues)


def _of_the_subject(text: str, cues: set[str]) -> str:
    """Take out what depends on where in the clause the person stands."""
    if _SUBJECT_LACKS_TIME.search(text):
        cues.add(DECLINED)
        text = _SUBJECT_LACKS_TIME.sub(" ", text)
    elif _GOES_WELL.search(text):
        cues.add(ACCEPTED)
        text = _GOES_WELL.sub(" ", text)
    return " ".join(text.replace("§", " ").split())


def _of_the_call(text: str, cues: set[str]) -> str:
    """Take out whether somebody was reached, and what is still to be done."""
    if ASKS_FOR_CALL.search(text):
        cues.add(AGAIN)
        text = ASKS_FOR_CALL.sub(" ", text)
    if UNREACHED.search(text):
        cues.add(NO_ANSWER)
        text = _LEADING_NO.sub(" ", UNREACHED.sub(" ", text).strip())
    elif NOT_CALLED.search(text):
        cues.add(NOT_YET)
        text = NOT_CALLED.sub(" ", text)
    if TRIES_AGAIN.search(text):
        cues.add(RETRY)
        text = TRIES_AGAIN.sub(" ", text)
    if WANTS_TIME.search(text) and not ANOTHER_MATTER.search(text):
        cues.add(AGAIN)
        text = re.sub(r"\b(vill|ville|gärna)\b", " ", WANTS_TIME.sub(" ", text))
    return " ".join(text.split())


def _of_the_answer(text: str, cues: set[str]) -> None:
    """Add what the person answered."""
    text = _ONLY_TELLS.sub(" ", text)
    turned = bool(_TURNED.search(text))
    guess = bool(_GUESS.search(_TURNED_TO.sub(" ", text))) or bool(_NOT_DECIDED.search(text))
    if DECLINES.search(text):
        cues.add(DECLINED)
        # "har ångrat sig och vill inte" is no guess.
        guess = bool(_GUESS.search(_TURNED.sub(" ", text))) or bool(_NOT_DECIDED.search(text))
        text = DECLINES.sub(" ", text)
    found = ((OFFER, _OFFER.search(text)), (WARM, _WARM.search(text)), (GUESS, guess))
    cues.update(cue for cue, said in found if said)
    if ACCEPTS.search(NOT_NOW.sub(" ", text).strip(" .,!")):
        cues.add(GUESS if _NEITHER.search(text) else ACCEPTED)
    if turned and not cues & {ACCEPTED, DECLINED}:
        cues.add(GUESS)  # to what they turned is not told


def outcome_of(cues: frozenset[str]) -> Outcome | None:
    """Return the one outcome the cues amount to; None where they do not agree or tell nothing."""
    core = cues & CORE
    if WAVERS in cues and not core and cues & {RETRY, NOT_YET}:
        return Outcome.CALL_AGAIN
    if WAVERS in cues and core not in ({AGAIN}, {NO_ANSWER}, {AGAIN, ACCEPTED}):
        return None
    if not core and {WARM, NO_SHARE} <= cues:
        return Outcome.CALL_AGAIN
    if not core and {WARM, SHARE} <= cues:
        return Outcome.ACCEPTED  # glad to, and the details may be handed over
    if not core and {WARM, RETRY} <= cues:
        return Outcome.CALL_AGAIN
    if core in ({NO_ANSWER}, {NO_ANSWER, AGAIN}):
        return Outcome.NO_ANSWER
    if core in ({AGAIN}, {AGAIN, ACCEPTED}):
        return Outcome.CALL_AGAIN
    if core == {ACCEPTED}:
        return Outcome.CALL_AGAIN if NO_SHARE in cues else Outcome.ACCEPTED
    return Outcome.DECLINED if core == {DECLINED} and OFFER not in cues else None


def is_silent(cues: frozenset[str]) -> bool:
    """Tell whether a clause says nothing about how the call went."""
    return cues <= {BARE, UNKNOWN, EXCUSE}
