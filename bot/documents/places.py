"""Where in a unit's own form the participant's contact details belong: decided from the labels alone. Pure.

Every word of a label must be one that such a label is made of, so that "Antal deltagare" and "Övriga deltagare" are
never taken for it. Where in doubt there is no place: the unit then gets our own document.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

MAX_LABEL = 120
_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])")
_E_POST = re.compile(r"\be[\s_-]?(?:post|mail|mejl)", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Each of them alone says that it is the participant who is meant.
_WHO = _words(
    "medverkande medverkandes medverkanden medverkandens medverkar deltagare deltagares deltagaren deltagarens deltar "
    "deltagarna deltagarnas representant representantens representanten företrädare företrädaren företrädarens "
    "brukarrepresentant brukarrepresentanten patientrepresentant patientrepresentanten patientföreträdare "
    "brukarföreträdare närståenderepresentant närståendeföreträdare invånare invånaren invånarens uppdragstagare "
    "uppdragstagaren uppdragstagarens"
)
# Who fills that part of the form in, which says the same of a heading, but never of a label.
_BY_US = _words("utvecklingsledare utvecklingsledaren samordnare samordnaren intressebanken")
_FILLED_IN = _words("ifylls fylls ifyllt")
_NAME = _words("namn namnet förnamn efternamn")
_PHONE = _words("telefon telefonnummer telefonnr tfn tel mobil mobilen mobilnummer mobiltelefon mobilnr tele phone")
_MAIL = _words("epost epostadress mejl mejladress mail mailadress epostadressen email emailadress")
_ALL = _words("kontaktuppgifter kontaktuppgift kontaktinformation uppgifter kontaktväg kontaktvägar")
_BETWEEN = _words(
    "till på om för av den de det som och samt eller från i ska skall kommer att in person personen personens personer "
    "personerna personernas utsedd utsedda vald valda utses aktuell är har via nr nummer 1 intressebanken "
    "intressebankens oss här nedan ev resp lämnas tomt"
)
_CONTACT = _NAME | _PHONE | _MAIL | _ALL


@dataclass(frozen=True, slots=True)
class Asked:
    """One label of a form in its order, and whether there is an empty place for an answer to it."""

    label: str
    room: bool


@dataclass(frozen=True, slots=True)
class Contact:
    """What is handed over of one person. `more` is what has no place of its own, such as a guardian's number."""

    first_name: str
    last_name: str = ""
    phone: str = ""
    email: str = ""
    more: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


def contact_of(first_name: str, last_name: str, lines: Sequence[tuple[str, str]]) -> Contact:
    """Return the contact details that a letter shows as (label, value), for a form."""
    given = dict(lines)
    more = tuple(f"{label}: {value}" for label, value in lines if label not in ("Namn", "Telefon", "E-post"))
    return Contact(first_name.strip(), last_name.strip(), given.get("Telefon", ""), given.get("E-post", ""), more)


def plan(asked: Sequence[Asked], contact: Contact) -> Mapping[int, str]:
    """Return what is to be written at which label; nothing where the form has no certain place for the name.

    All of the contact is in it: what has no place of its own stands below the phone number, or else below the name.
    """
    parts = tuple(_parts(asked))
    start = _first(parts, "name", 0)
    apart = _first(parts, "first", 0), _first(parts, "last", 0)
    written: dict[int, list[str]] = {}
    if start is None and None not in apart:
        start = min(at for at in apart if at is not None)
        for at, name in zip(apart, (contact.first_name, contact.last_name), strict=True):
            written[at or 0] = [name]
    elif start is None:
        start = _first(parts, "all", 0)
        if start is None:
            return {}
        written[start] = [contact.name]
    else:
        written[start] = [contact.name]
    rest = _first(parts, "all", start)
    rest = max(written) if rest is None else rest
    phone = _first(parts, "phone", start)
    email = _first(parts, "email", start)
    rest = rest if phone is None else phone
    for at, value in ((phone, contact.phone), (email, contact.email), *((None, line) for line in contact.more)):
        if value:
            written.setdefault(rest if at is None else at, []).append(value)
    return {at: "\n".join(filter(None, values)) for at, values in written.items()}


def _first(parts: Sequence[tuple[int, frozenset[str]]], wanted: str, start: int) -> int | None:
    return next((at for at, found in parts if wanted in found and at >= start), None)


def _parts(asked: Sequence[Asked]) -> Iterator[tuple[int, frozenset[str]]]:
    """Yield the places, and what is asked for at each."""
    open_section = False
    for at, one in enumerate(asked):
        words = words_of(one.label)
        if not words:
            continue
        about = is_about_participant(words)
        if not about and not (open_section and words <= _CONTACT | _BETWEEN and words & _CONTACT):
            # A sentence that explains ends no section; another label or heading does.
            open_section = open_section and not one.room and one.label.rstrip().endswith((".", ")"))
            continue
        open_section = open_section or about
        if one.room and (words & _WHO or not words & _FILLED_IN):
            yield at, _asked_for(words)


def _asked_for(words: frozenset[str]) -> frozenset[str]:
    kinds = (("phone", _PHONE), ("email", _MAIL), ("all", _ALL), ("name", _NAME))
    found = {part for part, of in kinds if words & of}
    if "name" in found and "förnamn" in words and not words & {"efternamn", "namn"}:
        found = found - {"name"} | {"first"}
    elif "name" in found and "efternamn" in words and not words & {"för", "förnamn", "namn"}:
        found = found - {"name"} | {"last"}
    return frozenset(found or {"all"})


def is_about_participant(words: frozenset[str]) -> bool:
    """Tell whether a label or heading of these words is about the participant, and about nothing else."""
    by_us = bool(words & _BY_US and words & _FILLED_IN)
    allowed = _WHO | _CONTACT | _BETWEEN | (_BY_US | _FILLED_IN if by_us or words & _FILLED_IN else frozenset())
    return bool(words & _WHO or by_us) and words <= allowed


def words_of(label: str) -> frozenset[str]:
    """Return the words of a label, "e-post" being one; nothing where it is too long to be one."""
    text = unicodedata.normalize("NFC", label)[: MAX_LABEL + 1]
    if len(text) > MAX_LABEL:
        return frozenset()
    text = _E_POST.sub("epost", _CAMEL.sub(" ", text).replace("_", " "))
    return frozenset(_WORD.findall(text.casefold()))
