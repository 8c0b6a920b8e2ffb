"""Find the answers to our questions in a unit's free reply: by number, by label, or in words that can mean one thing.

A wrong value costs far more than asking again: what could answer two questions, hedges or asks us something is merged
nowhere but comes back in `left`, for a person to see.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from medverkan.mailbox.answers import said
from medverkan.mailbox.answers.asked import Asked
from medverkan.mailbox.answers.chatter import (
    is_hedged,
    is_no_answer,
    is_put_off,
    is_withdrawn,
    sentences,
    without_chatter,
    without_greeting,
    without_signature,
)
from medverkan.mailbox.answers.counted import is_bare_number, says_more_than_count
from medverkan.mailbox.answers.labelled import labelled
from medverkan.mailbox.answers.numbered import MAX_WORDS, pieces
from medverkan.mailbox.answers.plain import bare, has_day
from medverkan.mailbox.answers.quoted_day import resolved_day
from medverkan.mailbox.answers.venues import says_place
from medverkan.mailbox.forms.finding.closings import is_closing
from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import Strength, label_of_text
from medverkan.mailbox.forms.naming.registry import FIELDS
from medverkan.mailbox.forms.naming.registry import field as field_of
from medverkan.mailbox.forms.values.normalise import STOCKHOLM, normalised
from medverkan.mailbox.forms.values.options import yes_no
from medverkan.mailbox.values import Kind

# Fields whose answers can be any words at all.
_NAMED = frozenset(("unit", "organisation", "contact_name", "activity", "description", "purpose", "experience"))
# Our question about a value that we were not sure of, and a plain yes to it (`raised.unsure`, `when_questions`).
_READ_UNSURELY = re.compile(r"vi läser ”(.{1,300}?)” men är osäkra|Är det (\d{4}-\d\d-\d\d) som menas", re.DOTALL)
_CONFIRMS = re.compile(
    r"^(?:ja|japp|jo|jajamän|(?:det |det där )?(?:stämmer|är rätt|är riktigt)|rätt|riktigt|precis|exakt|korrekt|"
    r"just det)"
    r"(?:[ ,.!]+(?:det )?(?:stämmer|är rätt|rätt|det|bra|precis|så|som ni läser|det som ni läser))*[ .!]*$",
    re.IGNORECASE,
)
_LONG_SENTENCE = 10
_CLAUSE = re.compile(r",?\s+(?:och|samt|men)\s+|[,;]\s+")
_BULLET = re.compile(r"^\s*[-–•*·]\s+")
_PARTS = ("_date", "_date_end", "_time", "_time_end")
_OWN_LABEL = re.compile(r"^([^:\n]{3,60}):\s+(.*)$", re.S)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reply answers. `fields` as in `read --json`; `left` is what was said and went nowhere."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    questions: tuple[str, ...] = ()  # what the values themselves raise: "2–3", a number that cannot be called
    left: tuple[str, ...] = ()


def answers(words: str, kind: Kind, when: datetime | None, asked: Sequence[Asked] = ()) -> dict[str, Any]:
    """Return the fields that a reply's own words give; {} when there are none."""
    return dict(answer_of(words, kind, when, asked).fields)


def answer_of(
    words: str,
    kind: Kind,
    when: datetime | None,
    asked: Sequence[Asked] = (),
    typed_between: Mapping[int, str] | None = None,
) -> Answer:
    """Read a reply's own words, and what was typed between the lines of the letter that asked. Total.

    `asked` are the questions of the letter that is answered; `typed_between` is number → words.
    """
    if kind not in FIELDS:
        return Answer()
    whole = "\n".join([words, *(typed_between or {}).values()])
    if is_withdrawn(whole):
        return Answer(left=tuple(line for line in whole.split("\n") if line.strip()))
    reader = _Reader(kind, when, asked)
    for number, text in (typed_between or {}).items():
        reader.numbered(number, text)
    for piece in pieces(words[:MAX_WORDS], asked):
        if piece.number is None:
            reader.free(piece.text)
        else:
            reader.numbered(piece.number, piece.text)
    return reader.answer()


class _Reader:
    def __init__(self, kind: Kind, when: datetime | None, asked: Sequence[Asked]) -> None:
        self.kind, self.when, self.asked = kind, when, asked
        self.today: date | None = when.astimezone(STOCKHOLM).date() if when else None
        self.open = [one for one in asked if one.is_open]
        self.entries: list[tuple[Entry, str]] = []  # with the words that gave it
        self.left: list[str] = []

    def numbered(self, number: int, text: str) -> None:
        """Read words that carry the number of a question."""
        one = next((one for one in self.asked if one.number == number), None)
        text = text.strip()
        own = _OWN_LABEL.match(text)
        label = label_of_text(own[1], self.kind) if own else None
        if own and label and label.strength >= Strength.CLOSE:
            if one is None or label.key != one.key:
                # The number says one thing and the label another.
                self.left.append(f"{number}: {text}")
                return
            text = own[2].strip()
        value = self._value(one, text) if one else ""
        if one and not value and "\n" in text:
            # What stands on the lines below need not belong to it.
            text, _, below = text.partition("\n")
            value = self._value(one, text)
            self.free(below)
        if one and value:
            self._take(one.key, value, text)
        if (one and one.key == "people_wanted" and value and says_more_than_count(text)) or (text and not value):
            self.left.append(f"{number}: {text}")

    def _value(self, one: Asked, text: str) -> str:
        """Return what words with a question's number say of its field; "" where they put off, hedge or ask back."""
        asked = field_of(self.kind, one.key)
        if (read := _READ_UNSURELY.search(one.text)) and _CONFIRMS.match(text):
            return read[1] or read[2]
        if asked is not None and asked.type is Type.TEXT:
            return "" if is_put_off(text) or _CONFIRMS.match(text) or yes_no(text) is False else text
        if asked is None or is_no_answer(text):
            return ""
        if one.key == "when_text":
            return self._day(one, text)
        fitting = said.fits(one.key, text, self.today)
        if fitting or asked.type in (Type.NUMBER, Type.DATE):
            return fitting
        return "" if is_hedged(text) and asked.type is Type.PERSPECTIVES else bare(text)

    def _day(self, one: Asked, text: str) -> str:
        """Read an answer to a question about when: by itself, or leaning on the date that we quoted."""
        if not one.written and not _TIME_ASKED.search(one.text):
            return bare(text)
        return self._fitting(one, text)

    def free(self, text: str) -> None:
        """Read words without a number: labelled lines first, then sentence by sentence."""
        keys = {one.key for one in self.open}
        text = "\n".join(without_greeting(_BULLET.sub("", line)) for line in text.split("\n"))
        names_open = "contact_name" in keys
        lines = text.split("\n") if names_open else without_signature(text.split("\n"), begun=bool(self.entries))
        found, rest = labelled("\n".join(lines), self.kind, keys)
        for one in found:
            entry, below = self._first_sentence(one)
            rest += below
            if self._is_no_value(entry):
                self.left.append(f"{entry.asked}: {entry.value}".strip())
            else:
                self.entries.append((entry, f"{entry.asked}: {entry.value}"))
                if entry.key == "people_wanted" and not said.fits(entry.key, entry.value, self.today):
                    # "3, varav en ung": what else is said of them must be seen.
                    self.left.append(f"{entry.asked}: {entry.value}")
        given = {entry.key for entry, _ in self.entries}
        waiting = [one for one in self.open if one.key not in given]
        spoken = [plain for one in sentences("\n".join(self._body(rest))) if (plain := without_chatter(one))]
        self._sentences(spoken, waiting)

    def _first_sentence(self, entry: Entry) -> tuple[Entry, list[str]]:
        """Part "Antal: 2. Återkommer om platsen.", where the value is plain and what follows puts something off."""
        asked = field_of(self.kind, entry.key)
        parts = sentences(entry.value)
        if (asked is None or asked.type is not Type.TEXT) and len(parts) > 1 and is_no_answer(entry.value):
            return replace(entry, value=parts[0].rstrip(".")), parts[1:]
        return entry, []

    def _is_no_value(self, entry: Entry) -> bool:
        asked = field_of(self.kind, entry.key)
        put_off = is_put_off if asked is not None and asked.type is Type.TEXT else is_no_answer
        hedged = asked is not None and asked.type is Type.NUMBER and is_hedged(entry.value.split(",", maxsplit=1)[0])
        return entry.key == "_other" or not entry.value.strip() or hedged or put_off(entry.value)

    def _body(self, lines: Sequence[str]) -> list[str]:
        end = next((at for at, line in enumerate(lines) if at and is_closing(line, frozenset())), len(lines))
        return list(lines[:end])

    def _sentences(self, spoken: Sequence[str], waiting: Sequence[Asked]) -> None:
        if self.kind is not Kind.REQUEST:
            self.left += spoken
            return
        numbers = {one.number for one in self.asked} if len(self.asked) > 1 and len(spoken) > 1 else set()
        for sentence in spoken:
            # "2" on a line of its own, among others, may be the number of a question.
            is_number = sentence.strip(" .)").isdecimal() and int(sentence.strip(" .)")) in numbers
            if is_number or not self._sentence(sentence, waiting):
                self.left.append(sentence)

    def _sentence(self, sentence: str, waiting: Sequence[Asked]) -> bool:
        """Take what a sentence says if it can mean one thing only; return whether all of it was taken."""
        if is_no_answer(sentence):
            return False
        meant = self._meant(sentence, waiting)
        # "Vi söker tre deltagare, varav …": what else is said must be understood too, or seen by somebody.
        whole = meant is not None and not ("people_wanted" in meant and says_more_than_count(sentence))
        whole = whole and _covers(meant or {}, sentence)
        if not whole and (in_clauses := self._meant_in_clauses(sentence, waiting)):
            meant, whole = in_clauses, True
        for key, value in (meant or {}).items():
            self._take(key, value, sentence)
        return whole

    def _meant_in_clauses(self, sentence: str, waiting: Sequence[Asked]) -> dict[str, str]:
        """Return key → text where every clause of a sentence means one thing, each another; {} otherwise."""
        clauses = [part.strip() for part in _CLAUSE.split(sentence) if part.strip()]
        if not 1 < len(clauses) <= 6 or any(map(is_bare_number, clauses)):
            return {}
        parts = [found for part in clauses if (found := self._meant(part, waiting))]
        meant = {key: value for part in parts for key, value in part.items()}
        return meant if len(clauses) == len(parts) == len(meant) else {}

    def _meant(self, words: str, waiting: Sequence[Asked]) -> dict[str, str] | None:
        """Return key → text where words mean one thing, None where they mean nothing or may mean two."""
        if stated := said.stated(words, self.today):
            return stated
        fitting = {one.key: text for one in waiting if (text := self._fitting(one, words))}
        if set(fitting) == {"people_wanted", "perspectives"}:
            # "Två patienter" answers both.
            return fitting
        if "place" in fitting and not says_place(words) and _NAMED & {one.key for one in waiting}:
            # One bare word may name anything.
            return None
        return fitting if len(fitting) == 1 else None

    def _fitting(self, one: Asked, sentence: str) -> str:
        found = said.fits(one.key, sentence, self.today)
        if one.key != "when_text" or (found and has_day(found, self.today)):
            return found
        # The number of the day alone leans on what we quoted; so does "torsdag".
        return resolved_day(sentence, one.written, self.today) or found

    def _take(self, key: str, value: str, words: str) -> None:
        self.entries.append((Entry(key, value), words))

    def answer(self) -> Answer:
        """Normalise what was found. A field that was said in two ways is said in none."""
        clashing = {key for key in {e.key for e, _ in self.entries} if key not in _PARTS and self._clashes(key)}
        kept = [entry for entry, _ in self.entries if entry.key not in clashing]
        fields, questions = normalised(kept, self.kind, self.when)
        for entry, words in self.entries:
            read = entry.key in _PARTS or entry.key.startswith("_") or entry.key in fields
            asks = any(question for question in questions)
            if entry.key in clashing or not (read or asks):
                self.left.append(words)
        if any(question.startswith("Antal personer") for question in questions):
            fields.pop("people_wanted", None)
        return Answer(fields, tuple(questions), tuple(dict.fromkeys(self.left)))

    def _clashes(self, key: str) -> bool:
        values = [
            normalised([entry], self.kind, self.when)[0].get(key) for entry, _ in self.entries if entry.key == key
        ]
        asked = field_of(self.kind, key)
        if asked is not None and asked.type is Type.TEXT:
            return False
        return len({str(value).casefold() for value in values}) > 1


_TIME_ASKED = re.compile(r"gäller\?")


def _covers(meant: Mapping[str, str], sentence: str) -> bool:
    """Tell whether what was taken is most of a long sentence; else the rest of it would be lost."""
    words = re.findall(r"\w+", sentence)
    taken = set(re.findall(r"\w+", " ".join(meant.values())))
    return len(words) <= _LONG_SENTENCE or 2 * sum(word in taken for word in words) >= len(words)
