"""Tell a yes that is given on a condition from a plain one: "Ja, men bara digitalt" consents to nothing yet.

A consent must be unambiguous (GDPR 4.11), so whatever may be a condition is asked about; a plain extra ("Ja, gärna!")
is none. The text of a form itself, ticked, counts only where the condition follows the yes at once.
"""

import re

from medverkan.mailbox.forms.finding.rows import TICKED
from medverkan.mailbox.forms.values.stating import is_put_off

_LONGEST = 600
_AGREES = (
    r"(?:ja|jo|jadå|japp|jajamän|yes|ok|okej|okay|visst|absolut|självklart|gärna|godkänner|samtycker|godkänt|accepterar|"
    r"tillåter|medger|jag (?:godkänner|samtycker|accepterar|medger|tillåter))"
)
_BEGINS = re.compile(rf"\W*{_AGREES}\b", re.I)
# "Ja men absolut!", "ja, varför inte", "inga problem": warmer still; "Om du är …" is the form's own.
_WARMER = re.compile(
    r"\bom (?:du|din|ditt|dina)\b[^.!?]*|"
    r"\bmen (?=(?:absolut|visst|javisst|självklart|såklart|naturligtvis|givetvis|gärna|jo|ja|det går bra|det är klart|"
    r"för all del)\b)|"
    r"\b(?:varför inte|inga? (?:problem|konstigheter|bekymmer|fara|invändningar)|inte (?:mig|oss) emot|"
    r"inget emot|utan (?:problem|tvekan|vidare|förbehåll|villkor)|utan några (?:problem|förbehåll|villkor)|"
    r"inte (?:bara|minst)|det är bara att|bara (?:bra|bra det|roligt|kul)|"
    r"(?:om|så länge) (?:det|ni|jag) (?:behövs|vill|önskar|är med|finns med|står kvar)(?=\W*$))",
    re.I,
)
# "… uppgifter om min hälsa", "läst om …": what something is about.
_ABOUT = re.compile(
    r"\b(?:\w*uppgift\w*|\w*information\w*|info|data|läs(?:t|a|er)|förslag\w*|påminn\w*|frågor|\w*förfrågning\w*|"
    r"förfrågan|\w*samtycke\w*|del|kunskap\w*|sms|veta|vet|upplysning\w*|mejl|e-?post|brev|det|den|texten|allt|mer|"
    r"tänkt|bryr mig|handlar|sköter|vad|påminna|påminnelse|meddelande\w*|utskick|inbjudan|kontakta mig|höra|hört)"
    r" om\b(?! (?:jag|ni|hon|han|hen|vi|man|de|inte|ingen|inget)\b)|"
    # "… att uppgifterna, även om min hälsa, registreras"
    r"\bom (?:(?:min|mitt|mina|ens) )?(?:hälsa|hälsotillstånd|diagnos(?:er)?|sjukdom(?:ar)?)\b"
    r"(?! (?:är|blir|kan|ska|inte)\b)",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:men|fast|dock|om|ifall|såvida|förutsatt|förutsättning\w*|villkor\w*|förbehåll\w*|undantag\w*|undantaget|utom|"
    r"förutom|utan|så länge|i så fall|bara|endast|enbart|enkom|inte|ej|aldrig|inga|ingen|inget|först|innan|"
    r"efter att|med krav|på prov|begränsat|delvis|tills (?!vidare)|däremot)\b",
    re.I,
)
_SOFT = re.compile(r"\b(?:inte|ej|aldrig|inga|ingen|inget|utan)\b", re.I)
_TAKEN_BACK = re.compile(
    r"[^.!?;,]*\b(?:ta(?:r|s)? tillbaka|återkalla\w*|ångra\w*|dra (?:till|in)\w*|frivillig\w*)\b[^.!?;]*", re.I
)
_AT_ONCE = re.compile(
    rf"\W*{_AGREES}\W{{1,3}}(?:(?:men|fast|dock|om|ifall|såvida|förutsatt|under|så länge|bara|endast|enbart|utom|"
    r"förutom|inte|ej|däremot)\b)",
    re.I,
)


def condition_in(said: str, *, printed: bool = False) -> str:
    """Return a yes with the condition that it is given on, as written; "" for a plain yes and for anything else.

    `printed`: the words are the form's own, so that only what follows the yes at once can be a condition.
    """
    said = " ".join(said[:_LONGEST].split())
    begun = _BEGINS.match(said)
    if not begun or said.isalpha():
        # A single word is a plain yes.
        return ""
    plain = _WARMER.sub(" ", _ABOUT.sub(" ", _TAKEN_BACK.sub(" ", said)))
    if printed:
        return said if _AT_ONCE.match(_WARMER.sub(" ", said)) else ""
    if is_put_off(plain):
        return said
    return said if any(not _is_refusal(plain, found) for found in _CONDITION.finditer(plain)) else ""


def _is_refusal(text: str, found: re.Match[str]) -> bool:
    """Tell whether a "not" belongs to the yes itself: "Jag samtycker inte" is a no."""
    before = text[: found.start()].rstrip()
    return bool(_SOFT.fullmatch(found[0])) and bool(
        re.search(r"(?:samtycker|godkänner|accepterar|medger|tillåter|vill)(?: jag)?$", before, re.I)
    )


def conditional(value: str, chosen: str) -> str:
    """Return the conditional yes in a box, as written, "" for none; `chosen` is what is ticked in it."""
    printed = TICKED in value and len(chosen.split()) > _PRINTED
    return next((said for line in chosen.split("\n") if (said := condition_in(line, printed=printed))), "")


_PRINTED = 8
