"""Tell whether a plain choice that names nobody comes behind what only tells, asks or quotes: "… så kör på dem"."""

import re
from collections.abc import Sequence

from medverkan.mailbox.replies.mentions import Marked

_AND_SO = re.compile(r" ?[,;:.!] ?| men | och (?=det )| så (?=(?:henne|honom|hon|han|dem|dom|de|ta|kör) )")
_CONCLUDES = re.compile(
    r"(?:(?:så|och|men|alltså|ja|jo|japp|då) )*(?:kör(?: på| vi)?(?: på)?(?: (?:henne|honom|dem|dom|det|båda))?$|(?:ta"
    r"|boka|ring|kontakta|välj|tar|väljer"
    r"|bokar|godkänn\w*)(?: (?:vi|jag))? (?:henne|honom|dem|dom|båda)\b|(?:henne|honom|dem|dom)(?: (?:alltså|tack"
    r"|gärna|då))?$"
    r"|det (?:är|går|blir|känns) (?:också |\w*)?(?:ok|okej|bra|fint) (?:för|med) (?:mig|oss)|(?:henne|honom|dem"
    r"|dom) (?:tar|kör|väljer|bokar|vill (?:jag|vi) ha|ska (?:jag|vi) ha)"
    r"|(?:hon|han|de|dom) får (?:det|den|uppdraget|chansen|frågan|jobbet|platsen)|de två$|(?:det"
    r"|vilket) (?:håller )?(?:jag|vi) (?:håller )?(?:helt )?med"
    r"|det (?:säger|gör|tar|blir) (?:vi|jag)$|det tycker (?:jag|vi)(?: också)? är (?:\w*bra|fint|ok|okej|utmärkt"
    r"|perfekt|toppen)\b)"
)


def is_settled_after(marked: Sequence[Marked]) -> bool:
    """Tell whether a plain choice without names comes behind: "… så kör på dem", "Ja, det säger vi"."""
    clauses = [clause.strip(" .") for one in marked for clause in _AND_SO.split(one.text)]
    return any(_CONCLUDES.match(clause) and "?" not in clause for clause in clauses[1:])
