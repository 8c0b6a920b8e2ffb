"""Reasons for and against in plain Swedish: one sentence each, naming concepts, never quoting the person.

Every sentence is true of the register's own fields; nothing here decides anything.
"""

from datetime import date

from medverkan.matching.experience import Answer
from medverkan.matching.gates import is_minor
from medverkan.matching.perspective import OWN
from medverkan.matching.refusals import CAMERA, CROWDS, SCREENS, TELEPHONE, refusals
from medverkan.matching.roles import ONLY_RELATED
from medverkan.matching.scoring import TENTATIVE, Fit
from medverkan.matching.values import Need, Profile
from medverkan.matching.wish import Wish

_WISHES = {
    TELEPHONE: "Vill helst slippa telefon.",
    CROWDS: "Vill helst slippa stora grupper.",
    SCREENS: "Vill helst slippa datorer och digitala verktyg.",
    CAMERA: "Vill inte synas på bild eller film.",
}

_CONCERNS = (
    ("time_clash", "Tiden passar inte de tider som personen har angett."),
    (TENTATIVE, "Är också aktuell för ett annat uppdrag samma dag, som inte är bestämt än."),
    ("too_old", "Erfarenheten ligger några år tillbaka i tiden."),
    ("old", "Erfarenheten ligger några år tillbaka i tiden."),
    ("no_eid", "Använder kanske inte e-legitimation eller digitala tjänster."),
)
# From here on a request names more experiences than one person is likely to have.
MANY = 6
# Concepts that name a role, which a person is rather than has met.
ROLES = ONLY_RELATED | {
    "barn som anhöriga",
    "multisjuka äldre",
    "äldre utrikes födda",
    "våldsutövare",
    "demens hos yngre personer",
    "vuxen med medfödd funktionsnedsättning",
    "ensamkommande barn",
    "unga som varken arbetar eller studerar",
    "placerade barn och unga",
}


def _experience(answer: Answer) -> str:
    if answer.speaks:
        return "Talar det språk som söks."
    if answer.told in ROLES:
        return f"Erfarenheten gäller {answer.told}."
    whose = "Har egen erfarenhet av" if answer.side == OWN else "Har erfarenhet som närstående av"
    return f"{whose} {answer.told}."


def remarks(wish: Wish) -> tuple[str, ...]:
    """Return the sentences about the request itself: what it leaves unsaid, or names that nobody can look up."""
    said = []
    if wish.unspecified:
        said.append("Förfrågan säger inte vilken erfarenhet som söks. Jag har utgått från verksamheten och uppdraget.")
    if wish.unnamed:
        names = ", ".join(wish.unnamed)
        said.append(
            f"Ordlistan känner inte till det som söks ({names}). Jag har jämfört ord för ord, och utgått "
            "från verksamheten och uppdraget."
        )
    if len(wish.core) >= MANY:
        said.append(
            f"Förfrågan nämner många erfarenheter ({len(wish.core)}). Jag har letat efter dem som har någon av dem."
        )
    return tuple(said)


def reasons(profile: Profile, need: Need, answer: Answer, found: Fit) -> tuple[str, ...]:
    """Return the sentences that speak for the person."""
    said = []
    if answer.told:
        said.append(_experience(answer))
        if answer.sought != answer.told and answer.strength < 0.9:
            said.append(f"Det ligger nära det som söks: {answer.sought}.")
        others = [c for c in dict.fromkeys(answer.others) if c != answer.told and c not in ROLES]
        if others:
            said.append(f"Har också mött {' och '.join(others[:2])}.")
    elif answer.strength > 0:
        said.append("Beskriver sin erfarenhet med ord som liknar förfrågans.")
    notes = found.notes
    if "activity" in notes:
        said.append("Har kryssat för den sortens medverkan eller en som liknar den.")
    if "same_town" in notes:
        said.append("Bor i kommunen där uppdraget är.")
    elif "travels" in notes:
        said.append("Kan ta sig till platsen.")
    if "remote" in notes:
        said.append("Uppdraget går att göra på distans.")
    if "time_fits" in notes:
        said.append("Tiden passar.")
    if "current" in notes:
        said.append("Erfarenheten är aktuell.")
    return tuple(said)


def concerns(profile: Profile, need: Need, answer: Answer, found: Fit, today: date) -> tuple[str, ...]:
    """Return the sentences that speak against the person, or that the lead should know."""
    said = []
    notes = found.notes
    if not answer.fits_side:
        side = "egen erfarenhet" if answer.side == OWN else "närstående"
        said.append(f"Perspektivet är {side}, inte det som söks.")
    if answer.strength < 0.5:
        said.append("Erfarenheten svarar bara delvis mot det som söks.")
    if "activity_not_ticked" in notes:
        said.append("Har inte kryssat för den sortens medverkan.")
    if notes & {"far", "cannot_travel"}:
        away = f"Bor ungefär {found.km} km bort och" if found.km else "Personen"
        said.append(f"{away} vill helst inte resa så långt.")
    elif "long_way" in notes:
        said.append(f"Bor ungefär {found.km} km bort.")
    said += dict.fromkeys(sentence for note, sentence in _CONCERNS if note in notes)
    said += [_WISHES[w] for w in sorted(refusals(profile.unwilling).wishes) if w in _WISHES]
    if profile.support_needs.strip():
        said.append("Har angett behov av stöd som behöver ordnas.")
    if is_minor(profile, today.year) and not profile.guardian_document:
        said.append("Vårdnadshavarens underskrivna samtycke är inte registrerat.")
    if "asked_lately" in notes:
        said.append("Har blivit tillfrågad eller deltagit under det senaste halvåret.")
    if not profile.introduced:
        said.append("Ingen har ringt upp personen ännu.")
    return tuple(said)
