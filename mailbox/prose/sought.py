"""Who a letter seeks: how many, with which perspective and experience, for what.

One sentence seeks ("vi skulle behöva två patienter som … och som kan …"). Its clauses have roles: the number and the
people, the relative clause that says what they have lived through, and the clause that says what they are to do. What
a clause does not say is looked for in the sentences that set conditions ("de ska ha …"); never anywhere else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from medverkan.mailbox.forms.values.raised import a_range, two_numbers
from medverkan.mailbox.prose.conditions import lived_by, set_conditions, subject_of_day, subject_of_work
from medverkan.mailbox.prose.count import (
    COUNT,
    open_range,
    people_added,
    people_in,
    people_to_join,
    sum_in_doubt,
    told_otherwise,
)
from medverkan.mailbox.prose.experience import (
    LIVED,
    PATIENTS,
    being_in,
    experience_in,
    says_little,
    tells_a_life,
)
from medverkan.mailbox.prose.lives import SERVICE, perspectives_of_experience, roles_in
from medverkan.mailbox.prose.seeking import FRAGMENT, MAX_CLAUSE, SEEKS, WHO, seeking_clauses
from medverkan.mailbox.prose.sentences import Sentence
from medverkan.mailbox.prose.signs import UNKNOWN_PEOPLE
from medverkan.mailbox.prose.tasks import TASK, gathering_in, task_in, who_part

MAX_CLAUSES = 20
_PEOPLE = re.compile(UNKNOWN_PEOPLE, re.I)
_ALSO = re.compile(
    r"\bär tänkt för\b|\b(?:går|funkar|passar) lika bra\b|\blika (?:gärna|välkom)|\b(?:även|också|gärna också|"
    r"likaså)\b[^.!?]{0,40}\b(?:välkom|med\b|gärna|gå bra|"
    r"går bra)",
    re.I,
)

_COUNCIL_OF = re.compile(r"\b(?:patient|brukar|närstående|anhörig|föräldra)(?:råd|grupp|panel|rådet)\b", re.I)
_OF_WHOM = re.compile(
    r"\b(?:brukarnas|patienternas|(?:de )?närståendes|(?:de )?anhörigas) (?:egn?a |eget )?(?:ord|röst|röster|"
    r"upplevelser?|erfarenhet(?:er)?|perspektiv|synpunkter|bild|berättelser)\b|\b(?:brukar|patient|"
    r"närstående)perspektiv",
    re.I,
)

_ADDS_WHO = re.compile(r"(?:gärna|helst|allra helst|det (?:ska|kan|får gärna) vara|alltså) (?!att\b|om\b)", re.I)
# "fyra äldre med hemtjänst och två anhöriga": the first are known by what they live with.
_OF_ANY_ROLE = re.compile(r"(?:äldre|vuxn\w*|unga|ung|kvinn\w*|män|man|tjej\w*|kill\w*)$", re.I)
_HAS_IT = re.compile(r"\b(?:har|haft|får|fått|använder|använt) (?:stödet|insatsen|hjälpen|tjänsten|biståndet)\b", re.I)
# "… som har fått cytostatika och gärna någon som stått bredvid"
_SOMEBODY_ELSE = re.compile(
    r",?\s(?:och|samt|plus|eller)\s(?:gärna |även |också |helst )?(?=(?:någon|en|ett|två|tre)\b)"
)

_ROLE = r"(?:patient\w*|brukare|närstående|anhörig\w*|förälder|föräldrar|make|maka|partner|sambo|syskon|mamma|pappa)"
# "… som väntat länge, som patient eller närstående"
_IN_ROLES = re.compile(
    rf"\bsom (?:antingen )?{_ROLE}(?:(?:,| (?:eller|och|respektive|och/eller))(?: som)? {_ROLE}){{1,2}}", re.I
)

# "… unga vuxna som varit hemma mycket, och några föräldrar"
_AND_THEIR = re.compile(
    r"\b(?:och|samt|plus|eller) (?:gärna |även |också )?(?:(?:några|deras|någon av deras) "
    r"(?:föräldrar|anhöriga|närstående)|(?:en|någon) (?:förälder|anhörig|närstående)(?=[.,!]|$))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Sought:
    """Who is sought, as far as it is said."""

    sentence: str
    people: int | None
    perspectives: tuple[str, ...]
    experience: str
    task: str
    before: str = ""  # what stands between the word that seeks and the people: "en panel med …"
    gathering: str = ""  # what they are sought for, where no word says that it is a gathering: "till en provsmakning"
    task_elsewhere: str = ""  # what another sentence that seeks says they are to do
    doubt: str = ""  # the question how many, where the letter says two numbers


def sought(sentences: Sequence[Sentence]) -> Sought | None:
    """Read the first sentence that seeks people, and those that add to it; None where none seeks."""
    clauses = [(sentence, rest) for sentence in sentences[:60] for rest in seeking_clauses(sentence)][:MAX_CLAUSES]
    if not clauses and any("seek" in s.cues and SEEKS.search(s.text) for s in sentences[:60]):
        # "Det vi saknar är den andra sidan. Någon som …"
        clauses = [(s, s.text) for s in sentences[:60] if FRAGMENT.match(s.text)]
    return _read(sentences, clauses) if clauses else None


def sought_loosely(sentences: Sequence[Sentence]) -> Sought:
    """Read a request that seeks nobody in so many words: its people are those it names and does not know."""
    clauses = [
        (sentence, sentence.text[people.start() :])
        for sentence in sentences[:60]
        if (people := _PEOPLE.search(sentence.text))
    ][:MAX_CLAUSES]
    if not clauses:
        clauses = [(sentence, sentence.text) for sentence in sentences[:1]]
    return _read(sentences, clauses) if clauses else Sought("", None, (), "", "")


def _read(sentences: Sequence[Sentence], clauses: Sequence[tuple[Sentence, str]]) -> Sought:
    """Read what clauses on people say, and what the other sentences add to it."""
    sentence, rest = max(clauses, key=lambda one: _fullness(one[1]))
    task = task_in(rest)
    elsewhere = next((t for _, other in clauses if (t := task_in(other))), "")
    lived = [e for other in (rest, *(one for _, one in clauses)) if (e := experience_in(other))]
    if not any(map(tells_a_life, lived)):
        # "Helst folk vars mamma redan bor på …": said apart of whom a sentence before seeks.
        lived += [e for one in sentences if _ADDS_WHO.match(one.text) and (e := experience_in(one.text))]
    told = lived and says_little(lived[0])
    experience = next((e for e in lived if tells_a_life(e)), "") or (_of_the_unknown(sentences) if told else "")
    said_apart = set_conditions(sentences)
    experience = experience or (said_apart if tells_a_life(said_apart) else "") or next(iter(lived), "")
    experience = experience or being_in(sentence.text) or said_apart
    experience = experience or next((e for s in sentences if (e := being_in(s.text))), "") or lived_by(sentences)
    experience = experience or subject_of_day(sentences) or _of_the_unknown(sentences)
    people = next((n for other in (rest, *(one for _, one in clauses)) if (n := people_in(who_part(other)))), None)
    if people in (None, 1):
        others = [other for other in sentences if other is not sentence]
        people = people_added(others, rest, sentence.text, unsaid=people is None) or people
    if people in (None, 1):
        people = people_to_join(sentences) or people
    doubt = a_range(choice) if (choice := open_range(who_part(rest))) else ""
    if parted := sum_in_doubt(rest):
        doubt = two_numbers(*parted)
    if people and (other := told_otherwise(sentences, people)):
        people, doubt = None, two_numbers(people, other)
    who = WHO.search(rest)
    before = rest[: who.start()] if who else ""
    perspectives = _perspectives(rest, [other for _, other in clauses], sentences, experience)
    experience = experience or subject_of_work(sentences)
    gathering = next((to for other in (rest, *(one for _, one in clauses)) if (to := gathering_in(other))), "")
    return Sought(sentence.text, people, perspectives, experience, task, before, gathering, elsewhere, doubt)


def _of_the_unknown(sentences: Sequence[Sentence]) -> str:
    """Return what people have lived through whom a letter names and does not know, "" for none that tells."""
    founds = (found for sentence in sentences for found in islice(_PEOPLE.finditer(sentence.text), MAX_CLAUSES))
    named = (found.string[found.start() : found.start() + MAX_CLAUSE] for found in founds)
    return next((said for text in named if (said := experience_in(text)) and tells_a_life(said)), "")


def _fullness(rest: str) -> int:
    """Say how much a seeking clause tells: "vi behöver tre personer" may follow the one that tells more."""
    who = who_part(rest)
    lived = experience_in(rest)
    return (
        2 * bool(lived and not says_little(lived))
        + bool(TASK.search(rest))
        + bool(roles_in(who))
        + 2 * bool(people_in(who))
    )


def _named(rest: str) -> tuple[set[str], list[re.Match[str]]]:
    """Return the roles that a seeking clause names, and those it counts."""
    part = who_part(rest)
    lived = LIVED.search(part)
    said = set(roles_in(part[: lived.start()] if lived else part))
    counted = [
        found for found in COUNT.finditer(part) if not re.search(r"\b(?:till|med|av|för) $", part[: found.start()])
    ]
    said |= {role for found in counted for role in roles_in(part[found.start() : found.end() + 8].split(",")[0])}
    return said, counted


def _perspectives(rest: str, others: Sequence[str], sentences: Sequence[Sentence], experience: str) -> tuple[str, ...]:
    part = who_part(rest)
    said, counted = _named(rest)
    by_anybody = any((found["noun"] or "").casefold().startswith(("som", "person", "st")) for found in counted)
    by_anybody = by_anybody or any(_OF_ANY_ROLE.search(found["noun"] or "") for found in counted)
    by_anybody = by_anybody or bool(re.match(r"\W*(?:\w+ ){0,2}(?:någon|stycken|par|folk|st) (?:som|med)\b", part))
    elsewhere = set() if said else {role for other in others for role in _named(other)[0]}
    if elsewhere:
        said = elsewhere
    elif not said or by_anybody:
        said |= {role for lived in _SOMEBODY_ELSE.split(experience) for role in perspectives_of_experience(lived)}
    said |= {role for text in (rest, experience) for found in _AND_THEIR.finditer(text) for role in roles_in(found[0])}
    if in_roles := _IN_ROLES.search(rest):
        said |= set(roles_in(in_roles[0]))
    if not said and (sort := PATIENTS.search(part)):
        said |= set(perspectives_of_experience(sort["lived"]))
    if re.search(r"\b(?:fött|gravid\w*|förlossning\w*)\b", experience) and re.search(r"\b(?:mamm|kvinn)", part, re.I):
        # Who gave birth was the patient, mother or not.
        said = (said - {"närstående"}) | {"patient"}
    if not said:
        # "Det är brukarnas egna ord vi är ute efter."
        said = {role for one in sentences for found in _OF_WHOM.finditer(one.text) for role in roles_in(found[0])}
    if not said and (council := _COUNCIL_OF.search(" ".join(one.text for one in sentences))):
        # "… startar vi ett närståenderåd"
        said = set(roles_in(council[0]))
    if not said and _HAS_IT.search(experience) and any(SERVICE.search(one.text) for one in sentences):
        # "… på boendestödet … någon som har stödet"
        said = {"brukare"}
    if said:
        for sentence in sentences:
            if _ALSO.search(sentence.text):
                said |= set(roles_in(sentence.text))
    return tuple(sorted(said))
