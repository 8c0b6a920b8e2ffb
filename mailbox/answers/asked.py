"""What a letter asks of a unit: numbered questions, written into the letter and read back out of it.

The letter that was sent is the only record of its numbers: `asked_in` reads what `asked_of` wrote, so that "2" in an
answer means the second question of the very letter that is answered, whatever the case has become since.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from medverkan.mailbox.forms.naming.registry import label_of, labels_for
from medverkan.mailbox.values import Kind

MAX_ASKED = 40
# How the line below the last question begins, in every letter that asks.
BELOW = "Svara på det här mejlet"
_NUMBERED = re.compile(r"^(\d{1,2})\. (\S.*)$")
_QUOTED = re.compile(r"”([^”]{1,200})”")
_TIMES = re.compile(r"\b(?:datum|datumet|datumen|veckodag|tid|tiden|starttid|sluttiden|när)\b", re.I)
_ASKS_FOR = {
    "unit": "Vilken verksamhet eller enhet gäller det?",
    "organisation": "Vilken region, kommun eller annan organisation hör ni till?",
    "contact_name": "Vem är kontaktperson?",
    "contact_email": "Vilken e-postadress når vi er på?",
    "activity": "Vad ska personen vara med i, till exempel en fokusgrupp, en intervju eller ett råd?",
    "description": "Vad går uppdraget ut på?",
    "purpose": "Varför gör ni det här, och vad ska det leda till?",
    "perspectives": "Söker ni brukare, patienter eller närstående?",
    "experience": "Vad ska personen ha erfarenhet av?",
    "people_wanted": "Hur många personer söker ni?",
    "when_text": "Vilken dag och vilken tid?",
    "place": "Var ska det vara, eller sker det digitalt?",
}
_EXAMPLES = {
    "contact_email": "fornamn.efternamn@enheten.example", "activity": "fokusgrupp",
    "perspectives": "patienter och närstående", "people_wanted": "3 personer", "when_text": "18 mars klockan 13–15",
    "place": "biblioteket i Nybro", "reply_by": "1 mars", "contact_phone": "08-465 004 00",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """One numbered question. `key` is the field it is about, "" where that is not a field of the form."""

    number: int
    key: str
    text: str
    is_open: bool = True  # False: it has been answered since the letter was written

    @property
    def written(self) -> str:
        """What the question quotes of the unit's own words, "" for nothing."""
        found = _QUOTED.search(self.text)
        return found[1] if found else ""


def asked_of(kind: Kind, missing: Iterable[str], questions: Iterable[str]) -> tuple[Asked, ...]:
    """Number what must be asked: missing fields first, then questions, in the order given."""
    questions = list(questions)
    about = {key_of(kind, question) for question in questions}
    # "Ni skriver 2–3, hur många?" asks for what is missing better than the plain question.
    keys = [key for key in missing if key not in about]
    texts = [(key, f"{label_of(kind, key)}: {_ASKS_FOR.get(key, 'Den uppgiften saknas.')}") for key in keys]
    texts += [(key_of(kind, question), " ".join(question.split())) for question in questions]
    return tuple(Asked(number, key, text) for number, (key, text) in enumerate(texts[:MAX_ASKED], 1))


def asked_in(kind: Kind, letter: str) -> tuple[Asked, ...]:
    """Read the numbered questions back out of a letter of ours; () where it asks nothing."""
    lines = letter.split("\n")
    below = next((at for at, line in enumerate(lines) if line.startswith(BELOW)), 0)
    found: list[tuple[int, str]] = []
    for line in reversed(lines[:below]):
        if numbered := _NUMBERED.match(line):
            found.insert(0, (int(numbered[1]), numbered[2]))
        elif line.strip():
            break
    in_order = [number for number, _ in found] == list(range(1, len(found) + 1))
    return tuple(Asked(number, key_of(kind, text), text) for number, text in found) if in_order else ()


def key_of(kind: Kind, question: str) -> str:
    """Return the field that a question of ours is about, "" where it is none."""
    start = question.casefold()
    named = [(label, key) for key, label in labels_for(kind).items() if start.startswith(label.casefold())]
    following = {label: start[len(label) : len(label) + 1] for label, _ in named}
    named = [(label, key) for label, key in named if following[label] in {":", ",", " "}]
    key = max(named)[1] if named else ""
    if key in {"date_start", "date_end", "time_start", "time_end"}:
        return "when_text"
    ours = question.startswith("”") or _TIMES.match(question)
    return key or ("when_text" if ours and kind is Kind.REQUEST else "")


def example(asked: Iterable[Asked]) -> str:
    """Return how one of the questions may be answered ("2: Kalmar"), the easiest first; "" for no questions."""
    found = list(asked)
    plain = next((one for one in found if one.key in _EXAMPLES), None)
    if plain:
        return f"{plain.number}: {_EXAMPLES[plain.key]}"
    return f"{found[0].number}: ert svar" if found else ""
