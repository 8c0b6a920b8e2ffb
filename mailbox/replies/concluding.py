"""Conclude how one call ended from all that was told of it; the last word counts where it takes back the first."""

import re

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.clauses import Said
from medverkan.mailbox.replies.complements import answers_no, answers_yes
from medverkan.mailbox.replies.outcomes import (
    ACCEPTED,
    AGAIN,
    BUSY,
    CORE,
    DECLINED,
    EXCUSE,
    GUESS,
    NO_ANSWER,
    NO_SHARE,
    NOT_YET,
    RETRY,
    SHARE,
    WARM,
    WAVERS,
    is_silent,
    judge,
    outcome_of,
)
from medverkan.mailbox.values import Outcome

_AFTERWARDS = re.compile(
    r"\b(?:sen|sedan|därefter|till slut|till sist|senare|nu|idag|i dag|i morse|nyss|andra (?:gången|försöket)"
    r"|ringde upp|ringde tillbaka|hörde själv av sig|ringde själv)\b"
)
# Beside "ska fråga sin chef" these are the person's own answer and no guess of the lead's.
_MAYBE = re.compile(
    r"(?:§\d+ )?(?:är |var |sa |säger )?(?:lite )?(?:kanske|eventuellt|tveksam|osäker|velar|nja)"
    r"|(?:§\d+ )?(?:lät|låter|verkade|verkar|kändes) (?:lite |rätt |väldigt |ganska )?(?:osäker|tveksam|kluven"
    r"|stressad)"
)
_REACHED = re.compile(
    r"(?:^|§\d+ |\bhon |\bhan )(?:svarade|hann bara|pratade (?:bara|lite|kort)|lyfte|satt|stod|körde"
    r"|låg|åt|sov|höll|viskade|mumlade|skulle (?:just|precis)|hade (?!inte|ingen|inget|dålig|problem)\w+|var (?:ute"
    r"|på väg|hos"
    r"|mitt i|stressad|trött)"
    r"|kunde inte prata)\b(?! (?:inte|ej|aldrig)\b)"
)
_IN_SHORT = re.compile(
    r"(?:så|alltså|så alltså|dvs|summa summarum|kontentan|facit|resultat\w*|slutresultat\w*|slutsats\w*|kort sagt)\W*"
    r"(?:det )?(?:blir |blev )?(?:det )?(?:ett )?(?:ja|nej)"
)
_AT_FIRST = re.compile(r"\b(?:först|till en början|i början|initialt|inledningsvis)\b")
_AT_LAST = re.compile(
    r"\b(?:till slut|till sist|slutligen|i slutändan|efter (?:lite|en stunds?|några minuters) \w+|sen|sedan|ändå"
    r"|i alla fall"
    r"|trots det|därefter|landade i|slutade med)\b"
)
_FIRST_ANSWER = re.compile(
    r"\b(?:(?:sa|sade|tackade|svarade|ville|var|blev)(?: (?:hon|han|hen))? (?:först|till en början|i början"
    r"|inledningsvis)"
    r"|(?:först|till en början|i början) (?:sa|sade|tackade|svarade|ville|var|blev)|(?:ja|nej) först)\b"
)
_SEEMED_AT_FIRST = re.compile(
    r"\b(?:lät|verkade|var|kändes) (?:\w+ )?(?:tveksam|osäker|skeptisk|avvaktande|ljum|kluven|motvillig)"
    r" (?:först|i början|till en början)$"
)
_PROMISES = re.compile(r"\b(?:lova\w*|måste|ska|skulle|återkommer|besked|ringer|svar)\b")
_SO = re.compile(r"^(?:så|alltså|därför|men|däremot)\b|\b(?:ändå|alltså|trots det|i alla fall)\b")
_THAT_DAY = re.compile(r"\b(?:den (?:dagen|dan|tiden|veckan)|då|tyvärr|dessvärre)\b")
_RANG_BACK = re.compile(r"\b(?:ring\w+|hörde|hört|mejl\w+|mess\w+|skrev|skrivit|sms\w*)\b")
_BY_THE_LEAD = re.compile(r"\b(?:jag|vi) (?:ringer|hör|återkommer|kollar|tar|ska|försöker)\b")
_WAVERED = re.compile(r"\b(?:tvekade|velade|dröjde|var (?:\w+ )?(?:tveksam|osäker|kluven))\b")
_TODAY = re.compile(
    r"\b(?:fullt upp|för mycket|upptagen|hinner inte|hann inte|kan inte|kunde inte|orkade inte|(?:inte|ingen) tid)\b"
    r" (?:(?:prata|tala|svara|riktigt|alls) )?(?:i ?dag|just nu|just då|nu|den här veckan|i veckan)$"
)
_CHANGED_MIND = re.compile(r"\b(?:har |hade )?(?:ångra|ändra)\w* (?:hon |han |hen )?sig\b")
# Who rings up again, or says otherwise now, takes back what was told before.
_TAKES_BACK = re.compile(
    r"\b(?:ångra|ändra)\w* (?:hon |han |hen )?sig\b|\båterbud\b|\btog tillbaka\b|\bhoppa(?:r|de) av\b"
    r"|\b(?:ringde|ringt|hörde|hört|messade|smsade|mejlade|skrev)(?: (?:hon|han|hen|mig|själv|av sig)\b){0,3}"
    r" (?:precis|nyss|nu|idag|upp|tillbaka|själv|i morse|igen|alldeles|senare|efter)\b"
    r"|\bhar (?:nu|precis|nyss|sedan|idag|senare) (?:\w+ )?(?:ringt|hört|messat|smsat|mejlat|skrivit|ändrat|ångrat"
    r"|dragit"
    r"|hoppat|tackat|sagt)\b|\bhoppade av\b"
    r"|\b(?:ville|sa|sade|tackade|svarade|tvekade|var)(?: \w+)? (?:först|till en början|i början"
    r"|till att börja med)\b"
    r"|\b(?:först|till en början) (?:ville|sa|sade|tackade|svarade)\b"
    r"|\bhörde själv av sig\b|\b(?:först|tidigare)\b.{1,60}\b(?:sen|sedan|nu)\b"
)
_TOLD_OF_DETAILS = frozenset({SHARE, NO_SHARE, NO_ANSWER, NOT_YET, AGAIN, DECLINED})
_DETAILS = re.compile(r"\b(?:utlämn\w{2,8}|numret|numren|nummer|\w{0,12}uppgift\w{0,5}|\w{0,8}adress\w{0,5})\b")
_HARMLESS = re.compile(
    r"\b(?:vill|ville|behöver|önskar|skulle vilja)(?: gärna| bara| också)? (?:ha|få|veta) (?:\w+ )?(?:adress\w*"
    r"|num\w+|telefonnum\w+|\w*uppgift\w*)"
    r"(?: (?:till|dit|i god tid|i förväg|på|bara)\b[^.,;]*)?|"
    r"\b(?:inte|ej) (?:per|via|på|i|med) (?:telefon|mejl|mail|sms|post|brev)\w*|\b(?:dagen|veckan|kvällen|timmen"
    r"|dagarna|dan) (?:innan|före)\b|\b(?<!jag )(?<!vi )(?:undrar|undrade|frågade"
    r"|frågar|funderade)(?: bara| också| även| om| på| var| när| hur"
    r"| vad){1,3}\b[^,;]*|☏[^,;]{0,40}|\b(?:på|från|via|till|nytt|nya|fel|rätt|slog|hittade|sökte|har"
    r"|fick) (?:\w+ ){0,2}(?:num\w+"
    r"|adress\w*)"
    r"|\bmed (?:\w+ ){0,2}uppgift\w*|\b(?:inget|inga) (?:konstig\w*|problem|hinder|bekymmer|svårigheter|invändningar"
    r"|tveksamheter|krav|krångel|frågor|mer|annat|särskilt|svårt)\b|\binte minst\b"
    r"|\bring inte (?:då|på|före|efter|innan|kl)\b|\binte (?:alls )?(?:svår\w*|konstigt|fel|dumt)\b"
    r"|\bhar (?:ingen|inget|inte) (?:bil|körkort"
    r"|mejl|mail|dator|e-post|mobil|parkering)\b"
)
# After a yes these take some of it back; what they mean is asked where no rule knows.
_BEARS = re.compile(
    r"\b(?:inte|ej|aldrig|ingen|inget|inga|utan|innan|tills|fel|osäker\w*|ångra\w*|skeptisk\w*|orolig\w*"
    r"|rädd\w*|tvek\w*|svårt"
    r"|förutsatt|beror|motvillig\w*|ogärna|i värsta fall|i nödfall|föreslår|föreslog|annat datum|annan (?:tid"
    r"|dag)|flytta\w*|tveksam\w*)\b"
)
# "kan inte på torsdagar" may be no no at all.
_SOMETIMES = re.compile(
    r"\b(?:kan|vill|hinner|orkar|kunde) (?:\w+ )?inte (?:(?:på )?(?:\w+dagar|förmiddag\w*|eftermiddag\w*|kväll\w*"
    r"|morgn\w*)|förrän|före|innan)\b"
)
_OWN = re.compile(r"\b(?:jag|vi|mig|oss|mitt|min|mina)\b")
_THEIRS = re.compile(r"\b(?:hon|han|hen|de|dom|hennes|hans)\b")
# A yes to a part of what was asked for, or at a price.
_LIMITS = re.compile(
    r"\bskulle (?:gärna |mer än gärna )?(?:vilja |kunna |vara med|delta|komma)|\b(?:i nödfall|i värsta fall"
    r"|vid behov|som reserv|i reserv|om det behövs)\b|\b(?:på distans|digitalt"
    r"|via (?:teams|zoom|länk|telefon)|på teams)\b|\bmot (?:betalning|ersättning|arvode"
    r"|att)\b|\bförutsatt\b|\b(?:nästa|kommande) (?:termin|år|höst|vår|omgång)\b"
    r"|\btill (?:hösten|våren|sommaren|nästa (?:år|termin|gång))\b|\bfrån och med\b|\bom (?:ett par|några"
    r"|en) (?:dag|veck|månad)\w*|\bfrom \w+\b"
    r"|\b(?:kan|vill|kommer|med|upp|deltar|delta|komma|ja)(?: \w+)?(?: på| till| vid)?(?: den)? (?:första|andra"
    r"|sista|ena|halva)"
    r" (?:gången|mötet|träffen|dagen|tillfället|halvan|delen|timmen|passet)\b"
)


def conclude(said: list[Said], name: str) -> tuple[Outcome | None, str]:
    """Return how a call ended and why it must be asked about; neither where it is still to be made."""
    everything = said
    said = _last_word(_without_turns([one for one in said if not is_silent(one.cues)] or said))
    said = _settled_at_last(said)
    if any(AGAIN in one.cues for one in said):
        said = [one for one in said if not (one.cues <= {GUESS, WAVERS} and _MAYBE.fullmatch(one.text))]
    if _takes_a_yes_back(said) or _answers_after_waiting(said):
        return (Outcome.DECLINED, "") if _takes_a_yes_back(said) else (None, questions.both_ways(name))
    cues = frozenset().union(*(one.cues for one in said if not is_silent(one.cues)))
    if GUESS in cues:
        return None, questions.WHO_GUESSED
    core = cues & CORE
    if NO_ANSWER in core and len(core) > 1 and any(_AFTERWARDS.search(one.text) for one in everything):
        told = [one.cues for one in said if one.cues & CORE]
        # Reached at last; a yes that is followed by "svarar inte" stays a riddle.
        if told[0] & CORE == {NO_ANSWER} and NO_ANSWER not in told[-1]:
            cues = told[-1] | (cues & {NO_SHARE})
    core = cues & CORE
    if not core and BUSY in cues and not cues & {WARM, NO_SHARE, SHARE}:
        return Outcome.CALL_AGAIN, ""
    if not core and cues and cues <= {RETRY, NOT_YET} and any(_REACHED.search(one.text) for one in everything):
        return Outcome.CALL_AGAIN, ""  # "hann bara prata en minut, ny telefontid imorgon"
    if not core and NOT_YET in cues and not cues & {RETRY, WARM, WAVERS, NO_SHARE, SHARE}:
        return None, ""
    if not core and cues == {RETRY} and any(EXCUSE in one.cues for one in everything):
        return Outcome.CALL_AGAIN, ""  # "var upptagen, nytt försök på fredag"
    outcome = outcome_of(cues)
    if doubt := _doubt(outcome, everything, name):
        return None, doubt
    if outcome is Outcome.DECLINED and any(_SOMETIMES.search(one.text) for one in said):
        return None, questions.CONDITION
    if outcome is None:
        return None, questions.both_ways(name) if len(core) > 1 else questions.ending_unsure(name)
    return outcome, ""


def _doubt(outcome: Outcome | None, said: list[Said], name: str) -> str:
    """Return why an answer is not to be acted on: what is said after it, or of the details, is not understood."""
    if outcome in {Outcome.ACCEPTED, Outcome.DECLINED} and _is_only_the_first(said):
        return questions.ending_unsure(name)
    yes, no = ([one.text for one in said if cue in one.cues] for cue in (ACCEPTED, DECLINED))
    if (outcome is Outcome.ACCEPTED and not answers_yes(yes)) or (outcome is Outcome.DECLINED and not answers_no(no)):
        return questions.ending_unsure(name)
    if outcome is not Outcome.ACCEPTED:
        return ""
    last = max(place for place, one in enumerate(said) if one.cues & {ACCEPTED, WARM})
    for place, one in enumerate(said):
        text = _HARMLESS.sub(" ", one.text)
        if ACCEPTED in one.cues and _LIMITS.search(text):
            return questions.CONDITION
        if _DETAILS.search(text) and not one.cues & _TOLD_OF_DETAILS:
            return questions.DETAILS_UNSURE
        if (
            place > last
            and is_silent(one.cues)
            and _BEARS.search(text)
            and (_THEIRS.search(text) or not _OWN.search(text))
        ):
            return questions.ending_unsure(name)
    return ""


def is_partial(text: str) -> bool:
    """Tell whether a yes is one to a part of what was asked for, at a price or only at need."""
    return bool(_LIMITS.search(text))


def _without_turns(said: list[Said]) -> list[Said]:
    """Leave out "har ångrat sig" where the answer comes after it: "… så nej"."""
    if not said[-1].cues & CORE:
        return said
    return [one for one in said if not (one.cues == {GUESS} and GUESS not in judge(_without_turn(one.text)))]


def _settled_at_last(said: list[Said]) -> list[Said]:
    """Leave out "tvekade först" before an answer, and "har fullt upp i dag" before "hör av sig i morgon"."""
    last = said[-1].cues & CORE
    if last in ({ACCEPTED}, {DECLINED}):
        at_last = _AT_LAST.search(said[-1].text)
        waits = [
            one
            for one in said
            if _SEEMED_AT_FIRST.search(one.text)
            or (one.cues <= {AGAIN, WAVERS} and (at_last or _AT_FIRST.search(one.text) or _WAVERED.search(one.text)))
        ]
        return [one for one in said if one not in waits]
    if last == {AGAIN}:
        # "kommer förmodligen, men lovade ge besked i morgon"
        if _PROMISES.search(said[-1].text) and not _BY_THE_LEAD.search(said[-1].text):
            said = [one for one in said if GUESS not in one.cues or one.cues - {GUESS, ACCEPTED, WARM, WAVERS}]
        return [one for one in said if not (one.cues == {DECLINED} and _TODAY.search(one.text))]
    return said


def _is_only_the_first(said: list[Said]) -> bool:
    """Tell whether all that is understood is what somebody said at first: "sa först nej men ringde upp och …"."""
    answers = [one for one in said if one.cues & CORE]
    at_first = all(_FIRST_ANSWER.search(one.text) for one in answers)
    return bool(answers) and at_first and said[-1] is not answers[-1]


def _takes_a_yes_back(said: list[Said]) -> bool:
    """Tell whether it is "sa ja först men ringde upp och hade ångrat sig", after which nothing more is told."""
    before, last = said[:-1], said[-1]
    turns = (
        last.cues == {GUESS}
        and _RANG_BACK.search(last.text)
        and _CHANGED_MIND.search(last.text)
        and GUESS not in judge(_without_turn(last.text))
    )
    return bool(turns) and bool(before) and all(one.cues & CORE == {ACCEPTED} == one.cues for one in before)


def _without_turn(text: str) -> str:
    return _CHANGED_MIND.sub(" ", text)


def _answers_after_waiting(said: list[Said]) -> bool:
    """Tell whether a yes stands behind "vill fundera", and nothing says that it came of it."""
    kinds = [one.cues & CORE for one in said if one.cues & CORE]
    return len(kinds) > 1 and kinds[-1] == {ACCEPTED} and {AGAIN} in kinds[:-1] and {ACCEPTED} not in kinds[:-1]


def _last_word(said: list[Said]) -> list[Said]:
    """Keep what was told after the turn in "sa ja i tisdags men ringde nu och hoppade av"."""
    if _IN_SHORT.fullmatch(said[-1].text):
        return said[-1:]  # "… så: ja"
    if said[-1].cues & CORE == {ACCEPTED}:
        # "är på resa till den 12, alltså långt före mötet, så hon deltar gärna"
        so = _SO.search(said[-1].text)
        said = [one for one in said if not (one.cues >= {DECLINED, EXCUSE} and (so or not _THAT_DAY.search(one.text)))]
    cores = [(place, one.cues & CORE) for place, one in enumerate(said) if one.cues & CORE]
    kinds = [core for _, core in cores]
    if len(set(kinds)) != 2 or len(kinds[-1]) != 1 or NO_ANSWER in kinds[-1]:
        return said
    turn = kinds.index(kinds[-1])
    if any(kind != kinds[-1] for kind in kinds[turn:]) or not _TAKES_BACK.search(" ".join(one.text for one in said)):
        return said
    return said[cores[turn][0] :] + [one for one in said if NO_SHARE in one.cues and not one.cues & CORE]
