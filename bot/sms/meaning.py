"""What somebody means who answers one of our SMS: JA, NEJ, RING or STOPP, in their own spelling. Pure and total.

Only what says nothing else counts as JA or NEJ: whatever has more in it is for a person to read. STOPP is heard more
readily, since it harms nobody.
"""

import re
import unicodedata
from enum import StrEnum

from rapidfuzz.distance import OSA

from medverkan.mailbox.kinds.farewells import Leaver, leaver
from medverkan.mailbox.kinds.protected import may_be_protected

MOST_CHARACTERS = 1000
FEW_WORDS = 4


class Meaning(StrEnum):
    """What an SMS to us means."""

    YES = "yes"
    NO = "no"
    CALL = "call"
    STOP = "stop"
    PROTECTED = "protected"  # somebody may have a protected identity, whatever else it says
    LEAVE = "leave"  # the register, and not only the SMS
    OTHER = "other"
    QUIET = "quiet"  # as OTHER, and to be left unanswered: a telephone answers by itself, or nobody is to ring


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


# Each with the spellings that one slip of the thumb does not explain.
_YES = _words(
    "ja jaa j yes y jo japp jepp jadå jodå jajamän jajamensan jajjemen absolut ok oki okej okey okay visst javisst "
    "självklart gärna givetvis"
)
_NO = _words("nej nejj neej nä nää näe nejdå n no ne nope nix tyvärr")
_STOP = _words("stopp stop stoppa stopa sluta slutt avsluta avregistrera unsubscribe")
_CALL = _words("ring ringa ringer uppringd påringning")
# Near a word above, and another word.
_OTHERS = _words(
    "stor stod stopps stoppar stoppat stolp stöp slut sluts slita snutt sputa ringar rings kring bring king ting näst"
)
_POLITE = _words(
    "tack tackar tusen snälla hej hejsan hallå hälsningar hälsn mvh vänliga vänligen bästa det går bra fint utmärkt "
    "jag vi kan vill kommer passar är så mycket då för mig med på den dagen detta här idag nu att vara gör inga "
    "problem ska"
)
_NOT = _words("inte ej icke aldrig inget inga ingen")
_CANNOT = _words("kan vill går passar hinner orkar kommer tid möjlighet har intresserad")
_MESSAGES = r"(?:sms|mess|meddelande|textmeddelande)\w*"
_NO_SMS = re.compile(
    rf"\b(?:inga|inte|inget) (?:fler|mera?)\b[^.!?\n]{{0,20}} {_MESSAGES}|"
    rf"\bskickar? inte\b[^.!?\n]{{0,20}} {_MESSAGES}|"
    rf"\b(?:vill|önskar) (?:inte|ej|slippa)\b[^.!?\n]{{0,20}} {_MESSAGES}|\b(?:sluta|stoppa?|avsluta|slippa)\b"
    rf"[^.!?\n]{{0,30}} {_MESSAGES}|\bta bort (?:mitt|detta|det här) (?:mobil|telefon)?nummer"
)
_REGISTER = re.compile(r"\b(?:registret|intressebanken|uppgifter|(?:ta bort|radera|stryk) mig)\b")
_AUTOMATIC = re.compile(
    r"\bauto(?:matiskt?)?[ -]?(?:svar|meddelande|reply|response)|\bautosvar|\bautomatic (?:reply|response)|"
    r"\bdetta (?:är|sms är) ett automatiskt|\bkör (?:bil )?just nu\b|\bi'?m driving\b|\bstör ej[- ]läge"
)
_SIGNED = re.compile(r"(?:\n|\s/|\b(?:mvh|hälsningar|hälsn|/)\b)[\s\S]{0,80}\Z")


def meaning_of(text: str) -> Meaning:
    """Return what an SMS means; OTHER where a person must read it."""
    said = unicodedata.normalize("NFC", text[:MOST_CHARACTERS]).lower().strip()
    if may_be_protected(text[:MOST_CHARACTERS]):
        return Meaning.PROTECTED
    if _AUTOMATIC.search(said):
        return Meaning.QUIET
    words = [_mended(word) for word in re.findall(r"[\wåäö]+", said)]
    stops = _stops(words, said)
    if leaver(said) is Leaver.WRITER and (not stops or _REGISTER.search(said)):
        return Meaning.LEAVE
    if stops:
        return Meaning.STOP
    unsigned = re.findall(r"[\wåäö]+", _SIGNED.sub("", said)) or words
    return _answer([_mended(word) for word in unsigned], said)


def _stops(words: list[str], said: str) -> bool:
    if words and words[0] in _STOP and re.match(r"\w+ ?[.!\n]", said):
        return True
    if words and len(words) <= FEW_WORDS and words[0] in _STOP and not _NOT.intersection(words):
        return True
    if words and len(words) <= FEW_WORDS and words[-1] in _STOP and set(words[:-1]) <= _POLITE | _NO:
        return True
    return bool(_NO_SMS.search(said))


def _answer(words: list[str], said: str) -> Meaning:
    told = set(words)
    negated = bool(told & _NOT) and "inga problem" not in said
    if told & _CALL:
        if not negated:
            # Who has more to say than that is read by a person.
            return Meaning.CALL if len(words) <= 2 * FEW_WORDS else Meaning.OTHER
        # "Ring inte" must not be answered with a promise to ring.
        return Meaning.NO if len(words) <= FEW_WORDS else Meaning.QUIET
    if not told and re.search("[\U0001f44d\U0001f44c\u2705]", said):
        return Meaning.YES
    yes, no = bool(told & _YES), bool(told & _NO)
    only = told <= _YES | _NO | _POLITE | _NOT | _CANNOT
    if not only or (yes and (no or negated)):
        return Meaning.OTHER
    if no or (negated and told & _CANNOT):
        return Meaning.NO
    if yes or "inga problem" in said:
        return Meaning.YES if not (told & _CANNOT) or not negated else Meaning.OTHER
    return Meaning.OTHER


def _mended(word: str) -> str:
    """Return the word that one slip of the thumb made of it, where that is one we listen for."""
    known = _YES | _NO | _STOP | _CALL
    if word in known or word in _OTHERS or word in _POLITE or word in _CANNOT or word in _NOT or len(word) < 3:
        return word
    shrunk = re.sub(r"(\w)\1{2,}", r"\1\1", word[:40])
    if shrunk in known:
        return shrunk
    single = re.sub(r"(\w)\1+", r"\1", word[:40])
    if single in known:
        return single
    for wanted in ("stopp", "sluta", "ring", "nej"):
        if word[0] == wanted[0] and len(word) >= len(wanted) - 1 and OSA.distance(word, wanted) <= 1:
            return wanted
    return word
