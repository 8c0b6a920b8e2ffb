"""What a request in prose says, field by field: who writes, who is sought, when and where, and what else is said."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from medverkan.mailbox.forms.values.contact import person_name
from medverkan.mailbox.forms.values.normalise import STOCKHOLM
from medverkan.mailbox.forms.values.written import email_in
from medverkan.mailbox.prose.assigned import ASSIGNED, activity_of
from medverkan.mailbox.prose.cues import names_a_unit
from medverkan.mailbox.prose.meeting import when_fields
from medverkan.mailbox.prose.names import named_by_address
from medverkan.mailbox.prose.organisation import organisation_of
from medverkan.mailbox.prose.phone import phone_of
from medverkan.mailbox.prose.place import format_of, place_of
from medverkan.mailbox.prose.promises import feeds_back, has_access, pays, prepares, supports
from medverkan.mailbox.prose.purpose import purpose_of
from medverkan.mailbox.prose.sentences import LetterText
from medverkan.mailbox.prose.sought import Sought
from medverkan.mailbox.prose.writer import unit_of

_OTHERS = re.compile(
    r"\b(?:från (?:oss|vår sida|verksamheten|vår enhet|kliniken|kommunen|förvaltningen|"
    r"enheten)(?: sett)? (?:deltar|kommer|medverkar|sitter|är|finns)(?: också| även)? "
    r"(?P<a>[^.!?]{3,160})|(?:utöver|förutom) [^.!?]{2,50}? (?:deltar|kommer|medverkar|sitter|är|"
    r"finns) (?:också |även )?(?P<b>[^.!?]{3,160})|"
    r"(?:med|närvarande|deltar) (?:på|vid|i) [\wåäö]+(?: \w+)? (?:är|kommer|blir|deltar|finns)(?: också| även|"
    r" dessutom)? (?P<c>[^.!?]{3,160})|"
    r"(?:övriga (?:deltagare|som deltar|i gruppen)(?: är|:)|i (?:\w*gruppen|\w*teamet|\w*rådet|panelen) (?:finns|"
    r"sitter|ingår|är)(?: i ?dag| redan|"
    r" också| även| annars)?|gruppen består (?:annars |i övrigt |redan )?av|deltar gör(?: också| även)?) "
    r"(?P<d>[^.!?]{3,160})|"
    r"\b(?:publiken|åhörarna|lyssnarna|i salen sitter|i publiken (?:finns|sitter))(?: är|"
    r" består av)? (?P<f>[^.!?]{3,160})|"
    r"\bvi är (?:redan )?[^.!?:]{0,40}: (?P<e>[^.!?]{3,160}))",
    re.I,
)
_TAIL = re.compile(r"\s+(?:med och \w+|med|också|även|på plats)(?:\s+och \w+)?$", re.I)
_ALSO_THERE = re.compile(
    r"^(?!(?:den|de|dem|alla|ni|det|deltag\w+|personen|vi|jag|du|tolk|stöd\w*|man|inga?|fika|hörslinga|"
    r"en kontaktperson|en stödperson)\b)"
    r"(?P<b>[^.!?,]{3,60}) (?:är|kommer att vara) (?:också )?(?:med och|på plats|närvarande)\b|"
    r"^(?!(?:det|den|de|vi|ni|man|alla)\b)(?P<a>[^.!?]{3,100}?) (?:deltar|medverkar|är|sitter|kommer) också (?:med|"
    r"på)?",
    re.I,
)
_COST = re.compile(
    r"\b(?:kostnadsställe\w*|ansvar(?:skod|snummer)?|konto|kst|bokförs på|konteras på|debiteras|"
    r"projektn(?:umme)?r|projektkod|projekt(?= (?:nr |nummer )?\d{4})|"
    r"kontering\w*)\b(?: nr| nummer| är)?\s*:?\s*(?P<code>\d[\d -]{1,14}\d)",
    re.I,
)
_COST_CLAUSE = re.compile(
    r",?\s*(?:\boch )?(?:\b(?:som |det )?(?:belastar|konteras på|bokförs på|betalas från|tas från|"
    r"debiteras)\s)?\s*\b(?:kostnadsställe\w*|ansvar(?:skod|snummer)?|konto|kst|projektn(?:umme)?r)\b[^.!?]{0,30}",
    re.I,
)
_PAID = re.compile(
    r"\b(?:kan ersätta|ersätter (?:en del|den|det|dagens)|inte fått|har ni|vem betalar|"
    r"hur mycket)\b",
    re.I,
)
_EXPECTS = re.compile(
    r"\b(?:vi|jag) förväntar\b|\bav \w+ förväntas\b|\bförväntar (?:vi|jag)\b|\b(?:vår|våra) förväntning|^av (?:den|"
    r"de|dem) som (?:deltar|"
    r"medverkar|är med)\b|\bvi (?:räknar|"
    r"utgår) (?:med|från) att "
    r"(?:den|de|personen|personerna|deltagarna)\b",
    re.I,
)
_MINORS = re.compile(r"\b(?:under 18|minderårig|(?:\d{1,2}\s*(?:-|–|till|och)\s*1[0-7])\s*år|1[0-7]-åring)", re.I)
_YOUNG_AGES = re.compile(
    r"\b(?:ungdom\w*|unga|tonåring\w*|elever|tjejer|killar)\b[^.!?\d]{0,25}(?P<low>\d{1,2}) ?(?:-|–|till|"
    r"och) ?\d{1,2}\b",
    re.I,
)
_SEEKING = re.compile(r"\b(?:söker|letar|behöver|vill|önskar|efterlyser|träffa)\b", re.I)
_YOUNGEST, _ADULT = 7, 18
_SHUT_OUT = re.compile(r"\b(?:inte|ej|ingen|inga|inget|icke|undantag|utom|aldrig)\b", re.I)
_CONTACT_IS = re.compile(
    r"\b(?:[Kk]ontaktperson|[Kk]ontakta|[Ff]rågor (?:till|besvaras av)|[Ss]vara till|[Hh]ör av er till|"
    r"[Kk]ontakt)(?: \w+){0,3}?(?: är|:)?"
    r"(?: därför| alltså| istället| i stället| vår| min| kollega| [a-zåäö]{4,}n| [a-zåäö]{4,}a(?:re|r)?){0,3},? "
    r"(?P<name>[A-ZÅÄÖ][\wåäöé-]+(?: (?:von|af|de))?(?: [A-ZÅÄÖ][\wåäöé-]+){1,2})"
)
# "Det är måndagen den 8 mars kl. 18": has fields of its own.
_WHEN_IT_IS = re.compile(
    r"(?:det är|det blir|vi (?:ses|träffas)|mötet (?:är|blir|hålls)|"
    r"träffen (?:är|blir)|tid|datum|plats)\b[^.!?]{0,30}\d",
    re.I,
)
_IN_A_ROOM = re.compile(r"\bpå plats (?:i|på|hos|vid) \w", re.I)
_TOPIC = re.compile(r"(?:ämnet|temat|rubriken) (?:är|blir)\b", re.I)
_IS_ABOUT = re.compile(r"\b(?:ska|skall|håller på|planerar|startar|ordnar)\b", re.I)
# "När: …": a fact by itself.
_LABEL = re.compile(r"[A-ZÅÄÖ][\wåäö]{1,20}: ")
_ASKS_THE_BANK = re.compile(
    r"(?:är det (?:hit|här|rätt|till er|ni|du)|kommer (?:jag|vi) rätt|har (?:jag|vi) kommit rätt)\b[^.!?]{0,50}\?$|"
    r"(?:har|kan|finns|vet|känner) (?:det |ni |du )?[^.!?]{0,30}\?$|"
    r"(?:saken|läget|det) är (?:den |det )?(?:här|så här|detta)\W*$|"
    r"(?:säg|hör|ring|mejla) (?:av |till )|vi är en (?:liten|stor|ny) ",
    re.I,
)
_CHAT = re.compile(
    r"^(?:här kommer (?:det|den|vår)|som (?:jag|vi) (?:sa|nämnde|skrev)|"
    r"tack för|hoppas|jag (?:ringde|skrev|hörde)|vi (?:sågs|pratade|"
    r"talades)|först (?:ett )?(?:stort )?tack|det (?:var|kom|gick) |ni sa |(?:jag heter|"
    r"mitt namn är) [^.!?]{3,60} och (?:jag )?(?:är|arbetar|jobbar)\b|"
    r"jag heter [\wåäö -]+\.?$|mitt namn är [\wåäö -]+\.?$)",
    re.I,
)


def request_fields(letter: LetterText, found: Sought, when: datetime | None) -> dict[str, Any]:
    """Return what the sentences say; the contact comes from the signature."""
    today = when.astimezone(STOCKHOLM).date() if when else None
    body, foot = letter.body, "\n".join(letter.signature)
    timed = when_fields(letter, today)
    place = place_of(letter, timed.get("when_text", ""))
    purpose = purpose_of(letter, found.sentence)
    fields: dict[str, Any] = {
        "unit": unit_of(letter),
        "organisation": organisation_of(letter),
        "contact_name": _named_contact(letter)
        or _of_a_person(letter.name)
        or named_by_address(email_in(f"{body}\n{foot}") or letter.sender, f"{body}\n{foot}"),
        "contact_email": email_in(f"{body}\n{foot}"),
        "contact_phone": phone_of(_clauses(body), letter.signature),
        "activity": activity_of(letter, found),
        "description": _description(letter, found, purpose),
        "purpose": purpose,
        "perspectives": list(found.perspectives),
        "experience": found.experience,
        "people_wanted": found.people,
        "place": place,
        "format": format_of(place) or ("onsite" if place and _IN_A_ROOM.search(body) else ""),
        "other_participants": _others(letter),
        "expectations": " ".join(s.text for s in letter.sentences if _EXPECTS.search(s.text)),
        "accessibility": _all(letter.having("access"), has_access, found.sentence, purpose),
        "personal_support": _all(letter.having("support"), supports, found.sentence, purpose),
        "preparation": _all(letter.having("prepare"), prepares, found.sentence, purpose),
        "reimbursement": _pay(letter),
        "cost_centre": next((" ".join(c["code"].split()) for s in letter.having("cost") if (c := _COST.search(s))), ""),
        "feedback": _all(letter.having("feedback"), feeds_back, found.sentence, purpose),
        "minors_wanted": _minors(letter),
        **timed,
    }
    return {key: value for key, value in fields.items() if value not in ("", [], None)}


def _minors(letter: LetterText) -> bool | None:
    """Tell whether people under 18 are sought; None where nothing is said. "Inga under 18" shuts them out."""
    told = [s for s in letter.having("minor") if _MINORS.search(s)]
    if not told:
        ages = (found for s in letter.having("minor") for found in _YOUNG_AGES.finditer(s) if _SEEKING.search(s))
        return True if any(_YOUNGEST <= int(found["low"]) < _ADULT for found in ages) else None
    return not any(_SHUT_OUT.search(s) for s in told)


def _named_contact(letter: LetterText) -> str:
    """Return the one whom the letter names as the contact, "" where it is its writer."""
    for sentence in letter.sentences:
        for found in _CONTACT_IS.finditer(sentence.text):
            name = _of_a_person(person_name(found["name"]))
            if len(name.split()) >= 2:
                return name
    return ""


_BETWEEN_NAMES = frozenset(("von", "af", "de", "van", "der", "la", "el", "al", "och"))


def _of_a_person(name: str) -> str:
    """Return a name, "" where it is a unit's ("Rehab Nybro")."""
    words = name.split()
    small = any(word[:1].islower() and word not in _BETWEEN_NAMES for word in words)
    return "" if small or names_a_unit(words[0] if words else "") else name


def _clauses(body: str) -> list[str]:
    return [body]


def _all(texts: Iterable[str], told: Callable[[str], bool], *others: str) -> str:
    # What the letter says of whom it seeks and of why is no promise.
    return " ".join(text for text in texts if text not in others and told(text))


def _description(letter: LetterText, found: Sought, purpose: str) -> str:
    """Take the letter up to and with the sentence that says who is sought, and what they are to do."""
    texts = [s.text for s in letter.sentences]
    last = texts.index(found.sentence)
    if last == 0 and len(texts) > 1 and not _IS_ABOUT.search(texts[0]):
        # The letter begins with whom it seeks: what it is about stands behind.
        beside = [
            text for text in texts[1:3] if text != purpose and not _says_nothing(text) and not _WHEN_IT_IS.match(text)
        ]
        return " ".join([found.sentence, *beside])
    kept = [text for text in texts[max(0, last - 5) : last + 1] if not _says_nothing(text) or text == found.sentence]
    return " ".join(
        [*kept, *(text for text in texts[last + 1 : last + 5] if ASSIGNED.search(text) or _TOPIC.match(text))]
    )


def _says_nothing(text: str) -> bool:
    """Tell whether a sentence tells nothing of the assignment: chat, a heading, a question to the bank."""
    return bool(_CHAT.match(text) or _LABEL.match(text) or _ASKS_THE_BANK.match(text)) or text.count(" ") < 2


def _others(letter: LetterText) -> str:
    for text in letter.having("with"):
        if found := _OTHERS.search(text) or _ALSO_THERE.match(text):
            said = next(part for part in found.groups() if part)
            return _TAIL.sub("", said.partition(", men ")[0].strip(" ,;:")).strip()
    return ""


def _pay(letter: LetterText) -> str:
    texts = [
        s.text
        for s in letter.sentences
        if ("pay" in s.cues and not _PAID.search(s.text)) or ("given" in s.cues and pays(s.text))
    ]
    return " ".join(_COST_CLAUSE.sub("", text).strip() for text in texts)
