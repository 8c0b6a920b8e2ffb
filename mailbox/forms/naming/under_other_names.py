"""Find what a request asks for under another name: whom they seek tells of the experience, what is done of the task.

Only where the form asks for no other; a label that is there and left empty was asked in vain.
"""

import re
from collections.abc import Sequence

from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.finding.rows import TICKED, UNTICKED
from medverkan.mailbox.forms.naming.concepts import meaning
from medverkan.mailbox.forms.naming.labels import label_of_text
from medverkan.mailbox.forms.naming.offered import is_perspective_alone
from medverkan.mailbox.forms.values.fit import BAR
from medverkan.mailbox.forms.values.numbers import NUMBER, people
from medverkan.mailbox.values import Kind

_A_SENTENCE = 8


def under_other_names(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return the entries of a request with what stands under another label where no label asks for it."""
    return _titled(_lived(_acting(_described(_counted(entries)))))


def _counted(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Take a bare number of participants for how many are wanted, where a form asks for no other: "Deltagare: 3"."""
    if any("people_wanted" in (entry.key, *entry.extra) for entry in entries):
        return entries
    told = [at for at, e in enumerate(entries) if e.key == "other_participants" and _PARTICIPANTS.fullmatch(e.asked)]
    told = [at for at in told if _COUNT.match(entries[at].value) and people(entries[at].value)]
    return [e._replace(key="people_wanted") if at in told[:1] else e for at, e in enumerate(entries)]


_PARTICIPANTS = re.compile(r"(?:antal )?deltagare(?: \(?antal\)?)?\W*", re.I)
_COUNT = re.compile(
    rf"\W*(?:ca\.? |cirka |minst |max |högst )?{NUMBER}(?:\s*[-–]\s*{NUMBER})?(?:\W*$|\s+[a-zåäö]{{2,20}}\W*$)", re.I
)


def _described(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Take what the participants will do for the description, where a form asks for no other."""
    if any("description" in (entry.key, *entry.extra) for entry in entries):
        return entries
    does = [at for at, entry in enumerate(entries) if _says_what_is_done(entry)]
    if len(does) != 1:
        return entries
    return [entry._replace(key="description") if at in does else entry for at, entry in enumerate(entries)]


def _acting(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Take how people are to contribute for the activity, where a form asks for no other: "Hur kan man bidra?"."""
    if any("activity" in (entry.key, *entry.extra) for entry in entries):
        return entries
    told = [at for at, e in enumerate(entries) if e.key == "expectations" and e.value and _HOW.search(e.asked)]
    return [e._replace(key="activity", sure=max(e.sure, BAR)) if at in told[:1] else e for at, e in enumerate(entries)]


_HOW = re.compile(r"\b(?:på vilket sätt|hur)\b.{0,40}\b(?:bidra|hjälpa|medverka|delta)", re.I)


def tasked(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Take a longer answer to what kind of task it is for that, where another label asks for the description."""
    named = [entry.key for entry in entries if entry.value]
    if "activity" in named or named.count("description") < 2:
        return entries
    return [_as_task(entry) if entry.key == "description" and entry.value else entry for entry in entries]


def _as_task(entry: Entry) -> Entry:
    label = label_of_text(entry.asked, Kind.REQUEST)
    return entry._replace(key="activity", sure=label.sure) if label and label.key == "activity" else entry


def _lived(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Take whom they seek in words of a life for the experience too, where a form asks for no other: "Vi söker"."""
    if any("experience" in (entry.key, *entry.extra) for entry in entries):
        return entries
    asked = {entry.key for entry in entries if entry.value}
    sought = [at for at, entry in enumerate(entries) if _says_whom(entry)]
    if len(sought) != 1:
        return entries
    bare = any(entry.key == "perspectives" and entry.value and not _says_whom(entry) for entry in entries)
    extra = (() if bare else ("perspectives",)) + (() if "people_wanted" in asked else ("people_wanted",))
    return [e._replace(key="experience", extra=extra) if at in sought else e for at, e in enumerate(entries)]


def _says_whom(entry: Entry) -> bool:
    asked = entry.key == "perspectives" or bool(_WHICH.fullmatch(entry.asked))
    plain = entry.value[:1] not in {TICKED, UNTICKED} and bool(_OF_A_LIFE.search(entry.value))
    return asked and plain and not is_perspective_alone(entry.value)


_WHICH = re.compile(r"(?:vilka|vem)(?: (?:då|söks|söker ni))?\W*", re.I)
_OF_A_LIFE = re.compile(
    r"\b(?:som|med|vars|till|hos|har|haft|vårdats|levt|varit|upplevt|genomgått|fått|with|who|whose|having)\b", re.I
)


def _titled(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Take "Uppdrag: Ny app" for the title where another label asks for a description."""
    named = {entry.key for entry in entries if entry.value}
    told = [at for at, entry in enumerate(entries) if entry.key == "description" and entry.value]
    if "title" in named or len(told) < 2 or not _ASSIGNMENT.fullmatch(entries[told[0]].asked):
        return entries
    short = len(entries[told[0]].value.split()) < _A_SENTENCE
    return [e._replace(key="title") if at == told[0] and short else e for at, e in enumerate(entries)]


_TASKS = re.compile(r"(?:arbets)?uppgift(?:er(?:na)?)?\W*", re.I)
_ASSIGNMENT = re.compile(r"uppdrag(?:et)?\W*", re.I)


def _says_what_is_done(entry: Entry) -> bool:
    does = "do" in meaning(entry.asked).concepts or bool(_TASKS.fullmatch(entry.asked))
    asked = entry.key == "expectations" and does
    return asked and len(entry.value.split()) >= _A_SENTENCE
