"""Answers that are chosen: ticked boxes, yes and no, channels, perspectives, focus areas, lists.

An unticked box says nothing: it is neither an answer nor a "nej".
"""

import re

from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.values import ticks
from medverkan.mailbox.forms.values.both_answers import marked_of_both, offers_both, shows_both
from medverkan.mailbox.forms.values.negated import refuses_onsite, refuses_remote, without_negated
from medverkan.mailbox.forms.values.roles import in_plain_words, of_all_or_none

# Asked for here by whoever reads an answer.
ticked, chosen, listed = ticks.ticked, ticks.chosen, ticks.listed

FOCUS_AREAS = ("äldre", "barn och unga", "psykisk hälsa och beroende", "funktionsnedsättning", "somatik")

MAX_ANSWER = 5000
MAX_WORDS = 12
_MARK = re.compile(f"[{TICKED}{UNTICKED}]")
_YES = re.compile(
    r"^(?:i (?:agree|consent|accept|have read)\b|"
    r"ja\b|jo\b|jadå|japp|jajamän|jajamen|yes\b|true\b|sant\b|x$|1$|på$|on$|ok\b|okej|okay|absolut|självklart|"
    r"gärna\b|visst|självfallet|givetvis|jag (?:godkänner|samtycker|har (?:läst|tagit|fått)|accepterar|medger|vill)|"
    r"(?:har )?(?:godkänner|samtycker|godkän[td]|godkännes|accepterar|accepterat|läst|tagit del|samtycke lämnat|"
    r"ikryssad|kryssad|markerad|informerad|checked|undertecknad|underskriven|påskriven|signerad)\b)"
)
# Plain as whole answers only: "det går bra med mejl" and "inga problem att gå" are none.
_PLAIN_YES = re.compile(
    r"(?:ja )?(?:javisst|ja visst|javäl|godkänns|samtycke (?:ges|lämnas|finns)|(?:ja,? )?det (?:går|är) (?:bra|"
    r"ok|okej)|"
    r"går bra|(?:det är )?inga problem(?: alls)?|j|y)(?: tack)?"
)
_NO = re.compile(
    r"^(?:nej\b|nä\b|nope|no\b|false\b|falskt|0$|av$|off$|ej\b|inte\b|inga?\b|aldrig|"
    r"(?:jag )?(?:vill|samtycker|godkänner|accepterar|önskar) (?:inte|ej)|helst inte|unchecked|avböjer|avstår)"
)
# Somebody who thinks about it has said neither.
_DOUBT = re.compile(
    r"\?|\bfundera|\bkanske|\bvet (?:ej|inte)|\bosäker|\båterkom|\btveksam|\bveta mer|\bberor på|\bberoende på"
)
# An unanswered "Ja / Nej" still shows both.
_BOTH_ANSWERS = re.compile(r"^(?:ja|yes)(?:[\s_/,.:|–-]*|\s+eller\s+)(?:nej|no)[\s_.:–-]*$")
_LOUD = re.compile(r"^(?:(JA|YES)\s*/\s*(?:nej|no)|(?:ja|yes)\s*/\s*(NEJ|NO))$")
_CHANNELS = (
    ("sms", re.compile(r"\bsms|\btext(?:a|meddelande| message)")),
    ("e-post", re.compile(r"\be-?post|\bmejl|\be?-?mail|\bmaila")),
    ("brev", re.compile(r"\bbrev(?!låd)|\bvanlig post\b|\bpost(?:en)?\b|\bletter")),
    ("telefon", re.compile(r"\btele|\bring|\bmobil|\btfn\b|\btel\b|\bsamtal|\bphone")),
)
_NOT_THIS_WAY = re.compile(
    r"\b(?:inte|ej|aldrig)\s+(?:via |på |per |med )?[\w-]{1,30}|"
    r"\b[\w-]{1,30} (?:inte|ej|aldrig)\b(?!\s+(?:sms|telefon|e-?post|mejl|brev))"
)
_RATHER = re.compile(r"\b(?:helst|i första hand|först och främst|gärna)\b")
_REMOTE = re.compile(
    r"\bdigital|\bteams\b|\bzoom\b|\bonline\b|\bvideo|\bdistans|\b(?:på|via|genom) länk|\bskype\b|"
    r"\bmeet\b|\bremote\b|\bwebb|\b(?:per|på|via|över) telefon\b|\btelefonintervju|\btelefonmöte|\btelefonsamtal",
    re.I,
)
_ONSITE = re.compile(r"\bfysisk|\bpå plats\b|\bi rummet\b|\bonsite\b|\bi lokalen\b|\bplatsmöte", re.I)
_BOTH = re.compile(r"\bhybrid|\bbåde\b|\bbåda\b|\bvalfritt\b", re.I)
_RELATIVE = r"n[äa]rst[åa]ende|anh[öo]rig\w*|relatives?|familjemedlem\w*|f[öo]r[äa]lder|f[öo]r[äa]ldrar\w*"
# In a box that asks who somebody is, these are answers; in running text they are anybody.
_KIN = (
    r"mamma|mammor|pappa|pappor|mor|far|make|maka|hustru|fru|sambo|partner|syskon|syster|bror|son|dotter|mormor|"
    r"morfar|"
    r"farmor|farfar|vårdnadshavare|målsman|barnbarn|family|families|carers?|parents?|next of kin|spouse"
)
_BARE_FORMAT = re.compile(
    r"(?:ja,? )?(?:på plats|digitalt|fysiskt(?: möte)?|på distans|distans|hybrid|online|både och|båda|"
    r"fysiskt på plats|"
    r"digitalt möte|på plats och digitalt|valfritt)",
    re.I,
)
_PERSPECTIVES = (
    ("brukare", re.compile(r"\b(?:brukar|klient\b|klienter\b|service user)", re.I)),
    ("patient", re.compile(r"\bpatient", re.I)),
    ("närstående", re.compile(rf"\b(?:{_RELATIVE})\b", re.I)),
)
_ROLE = re.compile(rf"(?:som )?(?:brukare|patient|klient|{_RELATIVE})", re.I)
_IN_BRACKETS = re.compile(rf"[^()]{{2,40}}\({_ROLE.pattern}\)", re.I)
_OF_SOMEBODY = re.compile(
    rf"\b({_RELATIVE}|{_KIN})\s+(?:till|åt|för|av)\s+(?:\w+\s+){{0,3}}?(?:patient|brukar|klient)\w*", re.I
)
_CARED_FOR = ("patient", "brukar", "klient")
_KINSHIP = re.compile(rf"\b(?:{_KIN})\b", re.I)
_NEGATED = re.compile(
    r"\b(?:inte|ej|utan|inga|exklusive)\s+(?:egna?\s+)?[\wåäö-]{1,30}|\b[\wåäö-]{1,30} ?[:=] ?nej\b", re.I
)
_NOT_MEANT = ("inte", "ej", "utan", "inga", "exklusive")
# "Patient: den som får vård" tells what the word means, not who somebody is.
_EXPLAINED = re.compile(r"\b[\wåäö]{1,30} ?(?::|=|–|är)\s*(?:den|de|en person|någon|personer)\s+som\b[^.\n]*", re.I)
_WHOLE_MENU = re.compile(r"\s*brukare\s*/\s*patient\s*/\s*närstående\s*", re.I)
_ALL_THREE = re.compile(r"\balla (?:tre|3)\b", re.I)
_BRACKETS = re.compile(r"\([^()]*\)")
_FOCUS = (
    ("äldre", re.compile(r"\b(?:äldre|aldre|senior)", re.I)),
    ("barn och unga", re.compile(r"\b(?:barn|unga|ungdom)", re.I)),
    ("psykisk hälsa och beroende", re.compile(r"\b(?:psyki|missbruk|beroende|skadligt bruk)", re.I)),
    ("funktionsnedsättning", re.compile(r"\b(?:funktion|lss\b|handikapp)", re.I)),
    ("somatik", re.compile(r"\b(?:somati|kroppslig)", re.I)),
)
_NUMBERED = re.compile(r"@|\d[ -]?\d[ -]?\d")
_LIST_SIGN = re.compile(r"^(?:[-–•·*]\s*|\d{1,2}[.)]\s*)")


def yes_no(value: str) -> bool | None:
    """Return True for a yes, False for a no, None where neither is plainly said."""
    if loud := _LOUD.match(value.strip()):
        return bool(loud[1])
    if value.strip() == TICKED:
        return True
    if shows_both(value):
        return marked_of_both(value)
    said = " ".join(chosen(value).casefold().split()).strip(" .!*_\"'-–•·")
    if _BOTH_ANSWERS.match(said) or (offers_both(value) and ticked(value) is None):
        return None
    if _PLAIN_YES.fullmatch(said):
        return True
    if _NO.match(said):
        return False
    # A single box that is ticked is a yes, whatever sentence stands beside it.
    alone = len(_MARK.findall(value)) == 1 and bool(said) and TICKED in value
    return True if (_YES.match(said) or alone) and not _DOUBT.search(said) else None


def channel(value: str) -> str:
    """Return telefon, sms, e-post or brev: the one that is preferred, else the first one named; "" for none."""
    wanted = _NOT_THIS_WAY.sub(" ", chosen(value[:MAX_ANSWER]).casefold())
    rather = next((clause for clause in re.split(r"[,;.\n]", wanted) if _RATHER.search(clause)), "")
    return _channel_in(rather) or _channel_in(wanted)


def _channel_in(said: str) -> str:
    hits = []
    for name, pattern in _CHANNELS:
        if found := pattern.search(said):
            hits.append((found.start(), name))
    hits = [
        (at, name)
        for at, name in hits
        if not (name == "brev" and any(n == "e-post" and abs(at - a) < 4 for a, n in hits))
    ]
    return min(hits)[1] if hits else ""


def meeting_format(value: str) -> str:
    """Return onsite, remote or hybrid as an answer to that question; "" where it says neither."""
    said = without_negated(chosen(value))
    remote, onsite = bool(_REMOTE.search(said)), bool(_ONSITE.search(said))
    if _BOTH.search(said) or (remote and onsite):
        return "hybrid"
    return "remote" if remote else "onsite" if onsite else _the_other_way(chosen(value))


def _the_other_way(said: str) -> str:
    """Return how one meets where only the opposite is named: "Inga digitala möten"; "" where neither is, or both."""
    remote, onsite = refuses_remote(said), refuses_onsite(said)
    return "" if remote == onsite else "onsite" if remote else "remote"


def is_bare_format(value: str) -> bool:
    """Tell whether a text says how one meets and nothing else: "På plats", "Digitalt"."""
    return bool(_BARE_FORMAT.fullmatch(chosen(value).strip(" .!")))


def format_of_place(place: str) -> str:
    """Return remote or hybrid where a place says so plainly ("Teams", "Biblioteket eller Teams"), else ""."""
    written, place = place, without_negated(place)
    if "hybrid" in place.casefold():
        return "hybrid"
    if not _REMOTE.search(place):
        return "onsite" if _ONSITE.search(place) else _the_other_way(written)
    if refuses_onsite(written) and not _ONSITE.search(place):
        return "remote"
    if _BOTH.search(place) or _ONSITE.search(place):
        return "hybrid"
    rest = _REMOTE.sub(" ", place)
    words = [w for w in re.findall(r"[^\W\d_]+", rest.casefold()) if w not in _REMOTE_FILLERS]
    alternative = re.search(r"\beller\b|\balternativt\b|/|\bmöjlighet\b|\bäven\b|\bgår bra\b|\bkan\b", place, re.I)
    return "hybrid" if words and (alternative or len(words) >= 2) else "remote"


_REMOTE_FILLERS = frozenset((
    "t", "via", "på", "i", "genom", "alltid", "helt", "endast", "bara", "microsoft", "ms", "google", "länk",
    "länken", "skickas", "kommer", "en", "ett", "vi", "möte", "mötet", "per", "och", "eller", "enbart", "sker",
    "hålls", "med", "en", "a", "samtal", "konferens", "länkar", "det", "är", "mötena", "alla", "al", "platsen",
    "ut", "mejl", "dator", "telefon",
))  # fmt: skip


def perspectives(value: str, *, kin: bool = False) -> list[str]:
    """Return brukare, patient, närstående as far as they are said; "anhörig" is närstående. [] for none.

    `kin`: the text answers who somebody is, so that "mamma", "make" and "dotter" say närstående as well.
    """
    value = in_plain_words(value[:MAX_ANSWER])
    if _WHOLE_MENU.fullmatch(value):
        return []
    if crossed := _crossed_on_a_line(value):
        return crossed
    said = _of_whom(chosen(value))
    if kin:
        said = of_all_or_none(said) or said
        said = _KINSHIP.sub(" anhörig ", said)
        if _ALL_THREE.search(said):
            return [name for name, _ in _PERSPECTIVES]
    hits: set[str] = set()
    for line in said.split("\n"):
        # "Patient (inte närstående)": what stands in brackets counts where nothing else does.
        for text in (_BRACKETS.sub(" ", line), line):
            if found := [name for name, pattern in _PERSPECTIVES if pattern.search(text)]:
                hits.update(found)
                break
    return [name for name, _ in _PERSPECTIVES if name in hits]


def is_bare_perspective(value: str) -> bool:
    """Tell whether a text says in which role somebody speaks and nothing else: "• Brukare", "patient, närstående"."""
    said = [part for one in items(value) for part in re.split(r"\s+(?:och|/)\s+|/", one)]
    # "Egen vård (patient)": the role stands in brackets.
    return bool(said) and all(_ROLE.fullmatch(part.strip()) or _IN_BRACKETS.fullmatch(part) for part in said)


def _of_whom(said: str) -> str:
    """Return a text without who is not meant, and with "mamma till en patient" as a relative; each where it can be."""
    small = said.casefold()
    if "som" in small:
        said = _EXPLAINED.sub(" ", said)
    if any(word in small for word in _NOT_MEANT):
        said = _NEGATED.sub(" ", said)
    return _OF_SOMEBODY.sub(" anhörig ", said) if any(word in small for word in _CARED_FOR) else said


def _crossed_on_a_line(value: str) -> list[str]:
    """Read "X Brukare Patient X Närstående" or "Brukare X Patient": which are crossed, [] where none is so."""
    words = value.replace("/", " ").replace(",", " ").split()[:MAX_WORDS]
    crosses = [at for at, word in enumerate(words) if word in {"X", "x", "(X)", "(x)"}]
    if not crosses or "\n" in value.strip():
        return []
    # Crosses stand before the options where the first word is one, else after them.
    step = 1 if crosses[0] == 0 else -1
    said = " ".join(words[at + step] for at in crosses if 0 <= at + step < len(words))
    return [name for name, pattern in _PERSPECTIVES if pattern.search(said)]


def focus_areas(value: str) -> list[str]:
    """Return the official spellings where they are recognised, the stated texts otherwise."""
    said = chosen(value)
    hits = [name for name, pattern in _FOCUS if pattern.search(said)]
    return hits or items(said)


def items(value: str) -> list[str]:
    """Return the parts of a list as written: ticked options, lines, or what commas part outside brackets."""
    options = ticked(value)
    if options is not None:
        return options
    lines = [_LIST_SIGN.sub("", line).strip() for line in value.split("\n")]
    parts = [part for line in lines for part in re.split(r"[,;|](?![^()]*\))| / ", line)]
    return [part for raw in parts if (part := raw.strip(" .").strip())]


def is_option(type_: Type, text: str) -> bool:
    """Tell whether a short text is an answer to a question of that type, though it could be a label as well."""
    said = text.strip(" .:").casefold()
    if len(said) > 40 or text.rstrip().endswith(":"):
        return False
    if type_ is Type.CHANNEL:
        # "E-post: kim@…" is the address itself.
        return bool(channel(said)) and len(said.split()) <= 4 and not _NUMBERED.search(said)
    if type_ is Type.PERSPECTIVES:
        return bool(perspectives(said))
    if type_ in {Type.CONSENT, Type.YES_NO}:
        return yes_no(said) is not None
    if type_ is Type.FORMAT:
        return bool(meeting_format(said))
    return False
