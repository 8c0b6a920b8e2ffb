"""Find the answers to our questions in a unit's free reply: by number, by label, or in words that can mean one thing.

A wrong value costs far more than asking again: what could answer two questions, hedges or asks us something is merged
nowhere but comes back in `left`, for a person to see.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from medverkan.mailbox.answers import said
from medverkan.mailbox.answers.asked import Asked
from medverkan.mailbox.answers.chatter import (
    is_hedged,
    is_no_answer,
    is_put_off,
    is_still_sought,
    sentences,
    without_chatter,
    without_greeting,
)
from medverkan.mailbox.answers.corrections import joined, named_fields
from medverkan.mailbox.answers.counted import roles, says_more_than_count
from medverkan.mailbox.answers.labelled import labelled
from medverkan.mailbox.answers.meaning import fitting, meaning
from medverkan.mailbox.answers.numbered import MAX_WORDS, pieces, without_aside
from medverkan.mailbox.answers.plain import bare, has_day, says_when
from medverkan.mailbox.answers.pointers import with_numbers
from medverkan.mailbox.answers.signoffs import is_name, is_only_a_name, with_name_apart, without_signature
from medverkan.mailbox.answers.smalltalk import without_opening
from medverkan.mailbox.answers.withdrawals import speaks_of_an_end
from medverkan.mailbox.forms.finding.closings import is_closing
from medverkan.mailbox.forms.finding.entries import Entry
from medverkan.mailbox.forms.naming.field import Type
from medverkan.mailbox.forms.naming.labels import Strength, label_of_text
from medverkan.mailbox.forms.naming.registry import FIELDS
from medverkan.mailbox.forms.naming.registry import field as field_of
from medverkan.mailbox.forms.values.dates import read_when
from medverkan.mailbox.forms.values.normalise import STOCKHOLM, normalised
from medverkan.mailbox.forms.values.options import format_of_place, yes_no
from medverkan.mailbox.values import Kind

# Our question about a value that we were not sure of, and a plain yes to it (`raised.unsure`, `when_questions`).
_READ_UNSURELY = re.compile(r"vi läser ”(.{1,300}?)” men är osäkra|Är det (\d{4}-\d\d-\d\d) som menas", re.DOTALL)
_CONFIRMS = re.compile(
    r"^(?:ja|japp|jo|jajamän|(?:det |det där )?(?:stämmer|är rätt|är riktigt)|rätt|riktigt|precis|exakt|korrekt|"
    r"just det)"
    r"(?:[ ,.!]+(?:det )?(?:stämmer|är rätt|rätt|det|bra|precis|så|som ni läser|det som ni läser))*[ .!]*$",
    re.IGNORECASE,
)
# How our question about a place and a format that do not agree ends (`contradictions`), and what we ask then.
HOW_ASKED = "Ska det vara digitalt eller på plats?"
WHERE_ASKED = "Plats: ni skriver att det är på plats. Var ska det vara?"
_BULLET = re.compile(r"^\s*[-–•*·]\s+")
# What nothing but its own kind of value can answer.
_PLAIN = frozenset(("people_wanted", "when_text", "contact_phone", "contact_email", "reply_by"))
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
    writer: Collection[str] = (),
) -> Answer:
    """Read a reply's own words, and what was typed between the lines of the letter that asked. Total.

    `asked` are the questions of the letter that is answered; `typed_between` is number → words; `writer` is how the
    writer may sign, in small letters.
    """
    if kind not in FIELDS:
        return Answer()
    whole = "\n".join([words, *(typed_between or {}).values()])
    if speaks_of_an_end(whole):
        return Answer(left=tuple(line for line in whole.split("\n") if line.strip()))
    reader = _Reader(kind, when, asked, writer)
    for number, text in (typed_between or {}).items():
        reader.numbered(number, text)
    for piece in pieces(with_numbers(words[:MAX_WORDS], asked), asked):
        if piece.number is None:
            reader.free(piece.text)
        else:
            reader.numbered(piece.number, piece.text)
    return reader.answer()


class _Reader:
    def __init__(self, kind: Kind, when: datetime | None, asked: Sequence[Asked], writer: Collection[str] = ()) -> None:
        self.kind, self.when, self.writer = kind, when, frozenset(writer)
        self.today: date | None = when.astimezone(STOCKHOLM).date() if when else None
        self.asked = [replace(one, key="format") if one.text.endswith(HOW_ASKED) else one for one in asked]
        self.open = [one for one in self.asked if one.is_open]
        self.entries: list[tuple[Entry, str]] = []  # with the words that gave it
        self.left: list[str] = []

    def numbered(self, number: int, text: str) -> None:
        """Read words that carry the number of a question."""
        one = next((one for one in self.asked if one.number == number), None)
        text, aside = without_aside(text)
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
        if aside:
            self.free(aside)
        if (one and one.key == "people_wanted" and value and says_more_than_count(text)) or (text and not value):
            self.left.append(f"{number}: {text}")

    def _value(self, one: Asked, text: str) -> str:
        """Return what words with a question's number say of its field; "" where they put off, hedge or ask back."""
        asked = field_of(self.kind, one.key)
        if self._is_of_another(one, text):
            return ""
        if (read := _READ_UNSURELY.search(one.text)) and _CONFIRMS.match(text):
            return read[1] or read[2]
        if asked is not None and asked.type is Type.TEXT:
            return "" if is_put_off(text) or _CONFIRMS.match(text) or yes_no(text) is False else text
        if asked is None or is_no_answer(text) or is_still_sought(text):
            return ""
        if one.key == "when_text":
            return self._day(one, text)
        if one.key == "format":
            first = sentences(text)[0] if sentences(text) else ""
            return said.fits("format", first, self.today)
        fits = said.fits(one.key, text, self.today)
        if fits or asked.type in (Type.NUMBER, Type.DATE):
            return fits
        return "" if is_hedged(text) and asked.type is Type.PERSPECTIVES else bare(text)

    def _is_of_another(self, one: Asked, text: str) -> bool:
        """Tell whether words answer another question of ours than the number says: "1: 2 personer", asked where."""
        plain = {other.key for other in self.asked} & _PLAIN
        if one.key in _PLAIN or not plain or len(text.split()) > 6 or said.fits(one.key, text, self.today):
            return False
        return any(said.fits(key, text, self.today) for key in plain)

    def _day(self, one: Asked, text: str) -> str:
        """Read an answer to a question about when: by itself, or leaning on the date that we quoted."""
        if not one.written and "gäller?" not in one.text:
            return bare(text)
        return fitting(one, text, self.today)

    def free(self, text: str) -> None:
        """Read words without a number: labelled lines first, then sentence by sentence."""
        keys = {one.key for one in self.open}
        begun = bool(self.entries)
        lines = text.split("\n")
        lines = without_signature(lines, begun=begun, names=self.writer, by_name="contact_name" not in keys)
        lines = [without_greeting(_BULLET.sub("", line)) for line in lines]
        found, rest = labelled("\n".join(lines), self.kind, keys)
        for one in found:
            entry, below = self._first_sentence(one)
            rest += below
            if self._is_no_value(entry):
                self.left.append(f"{entry.asked}: {entry.value}".strip())
            else:
                self._take(entry.key, entry.value, f"{entry.asked}: {entry.value}", entry)
                if entry.key == "people_wanted" and not said.fits(entry.key, entry.value, self.today):
                    # "3, varav en ung": what else is said of them must be seen.
                    self.left.append(f"{entry.asked}: {entry.value}")
        rest, name = with_name_apart(self._body(rest), begun=begun or bool(found))
        spoken = joined([plain for one in sentences("\n".join(rest)) if (plain := without_chatter(one))])
        if not name and len(spoken) > 1 and is_name(spoken[-1], self.writer):
            name = spoken.pop()
        self._sentences(spoken, self._waiting())
        put_off = {key for one in self.left if is_no_answer(one) for key in named_fields(one)}
        if without_chatter(name) and not is_only_a_name(
            name, {one.key for one in self._waiting()} - put_off, self.writer
        ):
            # "Inger", or the place that we asked about: not to be told, so it is merged nowhere.
            self.left.append(name)

    def _waiting(self) -> list[Asked]:
        given = {entry.key for entry, _ in self.entries}
        return [one for one in self.open if one.key not in given]

    def _first_sentence(self, entry: Entry) -> tuple[Entry, list[str]]:
        """Part "Antal: 2. Återkommer om platsen.", where the value is plain and what follows puts something off."""
        asked = field_of(self.kind, entry.key)
        parts = sentences(entry.value) or [""]
        counted = asked is not None and asked.type is Type.NUMBER and said.fits(entry.key, parts[0], self.today)
        puts_off = (asked is None or asked.type is not Type.TEXT) and is_no_answer(entry.value)
        if len(parts) > 1 and (counted or puts_off):
            return entry._replace(value=parts[0].rstrip(".")), parts[1:]
        return entry, []

    def _is_no_value(self, entry: Entry) -> bool:
        asked = field_of(self.kind, entry.key)
        put_off = is_put_off if asked is not None and asked.type is Type.TEXT else is_no_answer
        hedged = asked is not None and asked.type is Type.NUMBER and is_hedged(entry.value.split(",", maxsplit=1)[0])
        text_asked = asked is not None and asked.type is Type.TEXT
        if not text_asked and is_still_sought(entry.value):
            return True
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
            # "2" on a line of its own may be the number of a question.
            is_number = sentence.strip(" .)").isdecimal() and int(sentence.strip(" .)")) in numbers
            if is_number or not self._sentence(sentence, waiting):
                self.left.append(sentence)

    def _sentence(self, sentence: str, waiting: Sequence[Asked]) -> bool:
        """Take what a sentence says if it can mean one thing only; return whether all of it was taken."""
        opened = without_opening(sentence)
        if is_no_answer(opened) or is_put_off(opened):
            return False
        found, whole = meaning(sentence, waiting, self.today)
        for key, value in found.items():
            self._take(key, value, sentence)
        return whole

    def _take(self, key: str, value: str, words: str, entry: Entry | None = None) -> None:
        self.entries.append((entry or Entry(key, value), words))
        counted = roles(value) if key == "people_wanted" else []
        if len(counted) > 1 or (counted and any(one.key == "perspectives" for one in self._waiting())):
            # "Fyra brukare och två närstående" says who as well as how many.
            self.entries.append((Entry("perspectives", ", ".join(counted)), words))

    def answer(self) -> Answer:
        """Normalise what was found. A field that was said in two ways is said in none."""
        self._join_day_and_clock()
        clashing = {key for key in {e.key for e, _ in self.entries} if key not in _PARTS and self._clashes(key)}
        kept = [entry for entry, _ in self.entries if entry.key not in clashing]
        fields, questions = normalised(kept, self.kind, self.when)
        questions += self._where(fields)
        for entry, words in self.entries:
            read = entry.key in _PARTS or entry.key.startswith("_") or entry.key in fields
            asks = any(question for question in questions)
            if entry.key in clashing or not (read or asks):
                self.left.append(words)
        if any(question.startswith("Antal personer") for question in questions):
            fields.pop("people_wanted", None)
        return Answer(fields, tuple(questions), tuple(dict.fromkeys(self.left)))

    def _join_day_and_clock(self) -> None:
        """Make one of two answers about when, of which one says the day and the other the hour."""
        whens = [(entry, words) for entry, words in self.entries if entry.key == "when_text"]
        days = [one for one in whens if has_day(one[0].value, self.today)]
        clocks = [one for one in whens if one not in days and says_when(one[0].value, self.today)]
        if len(whens) != 2 or len(days) != 1 or len(clocks) != 1 or read_when(days[0][0].value, self.today).time_start:
            return
        self.entries = [one for one in self.entries if one not in whens]
        self._take(
            "when_text", f"{days[0][0].value.rstrip('. ')} {clocks[0][0].value}", f"{days[0][1]}\n{clocks[0][1]}"
        )

    def _where(self, fields: Mapping[str, Any]) -> list[str]:
        """Ask where it is when it is on the spot after all, and what we have for a place is none."""
        quoted = [one.written for one in self.asked if one.key == "format"]
        unknown = fields.get("format") == "onsite" and "place" not in fields
        return [WHERE_ASKED] if unknown and any(format_of_place(one) == "remote" for one in quoted) else []

    def _clashes(self, key: str) -> bool:
        values = [
            normalised([entry], self.kind, self.when)[0].get(key) for entry, _ in self.entries if entry.key == key
        ]
        asked = field_of(self.kind, key)
        if asked is not None and asked.type is Type.TEXT:
            return False
        return len({str(value).casefold() for value in values}) > 1
