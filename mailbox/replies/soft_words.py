"""Ask where a pick rests on one word of agreement that may belong to something else: "Viveka talar perfekt arabiska".

A clause that chooses in one of the known ways, or holds nothing but names, is firm. Of any other every word must be
known to stand beside a choice (soft_words.txt); what is missing there costs a question back.
"""

import re
from collections.abc import Set
from functools import cache

from medverkan.mailbox.replies.accounting import words_about
from medverkan.mailbox.replies.choosing import chosen_in, plainly
from medverkan.mailbox.replies.clauses import ALSO, BARE, Said
from medverkan.mailbox.replies.cues import YES, without_yes
from medverkan.mailbox.replies.phrases import lists_in
from medverkan.mailbox.replies.stances import Stances
from medverkan.mailbox.replies.vocabulary import harmless

# Why, and for what: behind these anything may be told that the other rules do not ask about.
_REASON = re.compile(
    # An announcement of what follows the colon is no part of it.
    r"^jag kan (?:ge )?(?:svara|svar|besked|bestämma)(?: (?:mig|dig|er|redan|nu|direkt|på en gång|idag))* ?:"
    r"|(?<=\w) (?:hon|han|de) (?:är|har|kan|vet) (?:så|ju)\b.*"
    r"|\b(?:eftersom|därför att|för att|med tanke på|tack vare|på grund av|så att|då (?=hon|han|hen|de|det|vi|jag)"
    r"|som (?!vald)"
    r"|(?:mvh|vh|hälsn\w*|vänligen)\b|ring (?:mig|oss)\b|för (?!sig|henne|honom|dem|dom|en annan|ett annat|andra"
    r"|nästa|sin)).*"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GROUPS = re.compile(
    r"\w{2,}(?:grupp|gruppen|mötet|möte|träffen|träff|projektet|rådet|panelen|dialogen|uppdraget|uppdrag)"
)
# Here the word of agreement has an object of its own.
_OWN_AFFAIR = re.compile(
    r"^(?:jag|vi) (?:ska|skall|tänker|kan) (?:själv )?(?:ringa|kontakta|höra med|fråga) §\d+$|§\d+ har det (?:\w+ )?bra"
    r"|\b(?:skicka|lämna|ge)\w* (?:mig |över )?§\d+ \w*(?:uppgifter|nummer|adress)\w*|röstade? på (?:mig|oss|dig)"
    r"|^(?:ja )?§\d+ (?:har|hade) (?:valt|röstat|godkänt|tagit|bokat|kontaktat|ringt)\b(?! (?:jag|vi)\b)"
    r"|\b(?:borde|skulle|kunde|hade) (?:\w+ ){0,2}?(?:valt|tagit|frågat|haft|kört|bokat)\b|\bdet går bra för §\d+"
    r"|\b(?:skicka|mejla|ge)\w* (?:mig|oss) §\d+"
)


# What somebody is good as must be what is sought: "passar som tomte", "godkänd som god man".
_AS = re.compile(
    r"\b(?:passar|bra|perfekt|bäst|toppen|duger|lämplig|utmärkt|godkänd|funkar|fungerar|rätt) som (?:en |ett )?"
    r"(?P<role>god man|[^\W\d_]+)"
)
_ROLE = re.compile(
    r"\w*(?:representant|röst|företrädare|deltagare|ledamot|komplement|kandidat|brukare|patient|anhörig|närstående|bollplank"
    r"|resurs|gruppmedlem|ordinarie|person|hand|handen|gjuten|gjutna|\w(?:ar|er|ör|år|ade|dde|tte))(?:er|a|s)?"
)
# What somebody is good for must be what is sought, too: "godkänd för färdtjänst" picks nobody.
_FOR = re.compile(
    r"\b(?:passar|bra|perfekt|bäst|toppen|lämplig|utmärkt|godkänd|rätt|aktuell|given) (?:för|till) "
    r"(?:(?:en|ett|den|det|sin|sitt"
    r"|vår|vårt|min|mitt|ny|nya|nytt|egen|egna|just|stora|lilla|andra) )*(?P<what>[^\W\d_]+)"
)
_SOUGHT = re.compile(
    r"\w*(?:uppdrag|grupp|möte|träff|intervju|samtal|projekt|dialog|råd|panel|workshop|ändamål|sammanhang|enhet|mottagning"
    r"|verksamhet|avdelning|klinik|boende|arbete|uppgift|syfte|tema|fråg|ämne|del|roll|profil|målgrupp|dem|dom|oss|mig|er|mej"
    r"|det|detta|här|denna|hon|han|de|jag|vi|att|alla|båda|gång|tillfäll|utbildning|föreläsning|vandring|visning|seminari|konferens|rundtur|undersökning|enkät|studie"
    r"|studiebesök|besök|\w*sjuk\w*|vård\w*|ung\w*|äldre|barn|kvinn|män|patient|brukar|anhörig)\w*"
)
_AGREES = re.compile(r"\b(?:ja|okej|ok|klartecken|grönt ljus|tummen upp|👍) (?:till|för|på|åt)\b")


def rests_on_a_word(read: Stances) -> bool:
    """Tell whether somebody is picked only in a clause with words that are not known to stand beside a choice."""
    firm: set[int] = set()
    soft: set[int] = set()
    for said in read.spoken.said:
        told = words_about(said, read.spoken)
        if said.cues <= {BARE, ALSO} or (said.cues == {YES} and (_is_command(said) or _is_firm(told))):
            firm |= said.mention.numbers
        elif said.cues == {YES}:
            soft |= said.mention.numbers
    return bool((soft & read.picks) - firm)


def _is_command(said: Said) -> bool:
    """Tell whether it is "JA 2 3", as the letter asks for."""
    return said.text.startswith("ja §") and re.fullmatch(r"[\d ]+", said.mention.words) is not None


def _is_firm(clause: str) -> bool:
    if _OWN_AFFAIR.search(clause) or _AGREES.search(clause):
        return _OWN_AFFAIR.search(clause) is None
    role = _AS.search(clause)
    sought = _FOR.search(clause)
    if sought and not (_SOUGHT.fullmatch(sought["what"]) or sought["what"] in _known() | harmless()):
        return False
    if role and not (_ROLE.fullmatch(role["role"]) or role["role"] in _known() | harmless()):
        return False
    if sought:
        clause = clause[: sought.start("what")] + "uppdraget" + clause[sought.end("what") :]
    words, _ = plainly(clause)
    ways = ("chooses", "praises", "sums up", "goes on")
    if any(True for way in ways for _ in chosen_in(words, way)):
        return True
    # "är den som bäst kan berätta" and "fastnar för honom": the reason may begin before the word of agreement or after.
    return any(map(_is_known, (_REASON.sub(" ", without_yes(clause)), without_yes(_REASON.sub(" ", clause)))))


def _is_known(text: str) -> bool:
    return all(
        word in _known() or word in harmless() or _GROUPS.fullmatch(word) is not None for word in _WORD.findall(text)
    )


@cache
def _known() -> Set[str]:
    return frozenset(word for lines in lists_in("soft_words.txt").values() for line in lines for word in line.split())
