"""Conclude how one call ended from all that was told of it; the last word counts where it takes back the first."""

import re

from medverkan.mailbox.replies import questions
from medverkan.mailbox.replies.clauses import Said
from medverkan.mailbox.replies.outcomes import (
    CORE,
    GUESS,
    NO_ANSWER,
    NO_SHARE,
    NOT_YET,
    RETRY,
    SHARE,
    WARM,
    is_silent,
    judge,
    outcome_of,
)
from medverkan.mailbox.values import Outcome

_AFTERWARDS = re.compile(
    r"\b(?:sen|sedan|därefter|till slut|till sist|senare|nu|idag|i dag|i morse|nyss|andra (?:gången|försöket)"
    r"|ringde upp|ringde tillbaka|hörde själv av sig|ringde själv)\b"
)
_CHANGED_MIND = re.compile(r"\b(?:har |hade )?(?:ångra|ändra)\w* (?:hon |han |hen )?sig\b")
# Who rings up again, or says otherwise now, takes back what was told before.
_TAKES_BACK = re.compile(
    r"\b(?:ångra|ändra)\w* (?:hon |han |hen )?sig\b|\båterbud\b|\btog tillbaka\b|\bhoppa(?:r|de) av\b"
    r"|\b(?:ringde|ringt|hörde|hört|messade|smsade|mejlade|skrev)(?: (?:hon|han|hen|mig|själv|av sig)){0,3}"
    r" (?:precis|nyss|nu|idag|upp|tillbaka|själv|i morse|igen|alldeles|senare|efter)\b"
    r"|\bhörde själv av sig\b|\b(?:först|tidigare)\b.{1,60}\b(?:sen|sedan|nu)\b"
)


def conclude(said: list[Said], name: str) -> tuple[Outcome | None, str]:
    """Return how a call ended and why it must be asked about; neither where it is still to be made."""
    said = _last_word(_without_turns(said))
    cues = frozenset().union(*(one.cues for one in said if not is_silent(one.cues)))
    if GUESS in cues:
        return None, questions.WHO_GUESSED
    core = cues & CORE
    if NO_ANSWER in core and len(core) > 1 and any(_AFTERWARDS.search(one.text) for one in said):
        told = [one.cues for one in said if one.cues & CORE]
        # Reached at last; a yes that is followed by "svarar inte" stays a riddle.
        if told[0] & CORE == {NO_ANSWER} and NO_ANSWER not in told[-1]:
            cues = told[-1] | (cues & {NO_SHARE})
    core = cues & CORE
    if not core and NOT_YET in cues and not cues & {RETRY, WARM, NO_SHARE, SHARE}:
        return None, ""
    outcome = outcome_of(cues)
    if outcome is None:
        return None, questions.both_ways(name) if len(core) > 1 else questions.ending_unsure(name)
    return outcome, ""


def _without_turns(said: list[Said]) -> list[Said]:
    """Leave out "har ångrat sig" where the answer comes after it: "… så nej"."""
    if not said[-1].cues & CORE:
        return said
    return [one for one in said if not (one.cues == {GUESS} and GUESS not in judge(_CHANGED_MIND.sub(" ", one.text)))]


def _last_word(said: list[Said]) -> list[Said]:
    """Keep what was told after the turn in "sa ja i tisdags men ringde nu och hoppade av"."""
    cores = [(place, one.cues & CORE) for place, one in enumerate(said) if one.cues & CORE]
    kinds = [core for _, core in cores]
    if len(set(kinds)) != 2 or len(kinds[-1]) != 1 or NO_ANSWER in kinds[-1]:
        return said
    turn = kinds.index(kinds[-1])
    if any(kind != kinds[-1] for kind in kinds[turn:]) or not _TAKES_BACK.search(" ".join(one.text for one in said)):
        return said
    return said[cores[turn][0] :] + [one for one in said if NO_SHARE in one.cues and not one.cues & CORE]
