"""Measure how units' answers are read: each as a real mail that quotes our letter, against its truth.

A wrong merge is a field that the truth does not have, or with another value; loss is words that reach nobody.
Run: PYTHONPATH=. python tests/mailbox/answers/exchanging.py [-v] [NAME ...]
"""

import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from medverkan.mailbox.answers.answers import Answer, answer_of
from medverkan.mailbox.answers.asked import BELOW, Asked, asked_of
from medverkan.mailbox.answers.numbered import between, without_between
from medverkan.mailbox.mime import parse, plain_text
from medverkan.mailbox.replies.own_words import own_words
from medverkan.mailbox.values import Kind
from tests.mailbox.answers.exchanges import Exchange, exchanges, names

SENT = datetime(2027, 2, 3, 9, tzinfo=UTC)
# What follows from other fields, or is only written otherwise: compared where the truth names it.
DERIVED = frozenset({"date_start", "date_end", "time_start", "time_end", "format", "occasions", "minutes_per_occasion",
                     "focus_areas", "minors_wanted"})  # fmt: skip
LOOSE_WORDS = 8


def questions(what: Sequence[str]) -> tuple[Asked, ...]:
    found = (asked_of(Kind.REQUEST, *(((one,), ()) if " " not in one else ((), (one,))))[0] for one in what)
    return tuple(Asked(number, one.key, one.text) for number, one in enumerate(found, 1))


def mail(one: Exchange) -> bytes:
    """Return the answer as it arrives: typed on top, our letter quoted below, inline answers under the questions."""
    message = EmailMessage()
    message["From"] = "En enhet <enheten@region.example>"
    message["To"] = "medverkan@region.example"
    message["Subject"] = "SV: F-2027-0001: vi behöver veta lite mer om er förfrågan"
    message["Date"] = format_datetime(SENT)
    message["Message-ID"] = "<svar-1@region.example>"
    message["In-Reply-To"] = "<fraga-1@region.example>"
    lines = [one.words, "", "Den 2027-02-02 kl. 09:13 skrev Intressebanken <medverkan@region.example>:"]
    lines += ["> Hej!", ">", "> Innan vi kan leta efter personer behöver vi veta:", ">"]
    for asked in questions(one.asked):
        lines.append(f"> {asked.number}. {asked.text}")
        if asked.number in one.inline:
            lines += [one.inline[asked.number], ""]
    lines += [">", f"> {BELOW}. Skriv numret först och sedan svaret, till exempel:", ">", "> 1: 3 personer", ">",
              "> Vänliga hälsningar", "> Intressebanken"]  # fmt: skip
    message.set_content("\n".join(lines))
    return message.as_bytes()


def answer_to(one: Exchange) -> Answer:
    letter = parse(mail(one))
    asked, body = questions(one.asked), plain_text(letter)
    typed = between(body, asked, BELOW)
    words = without_between(own_words(letter), typed, body)
    return answer_of(words, Kind.REQUEST, SENT, asked, typed)


def is_same(key: str, said: Any, true: Any) -> bool:
    """Tell whether a value is the truth; text may carry some more words."""
    if isinstance(true, str) and isinstance(said, str) and not true[:4].isdigit() and "@" not in true:
        said, true = said.casefold(), true.casefold()
        return true in said and len(said.split()) <= len(true.split()) + LOOSE_WORDS
    if isinstance(true, list):
        return bool(isinstance(said, list) and set(said) == set(true))
    return bool(said == true)


def faults(one: Exchange, found: Answer) -> dict[str, list[str]]:
    """Return what is wrong with one reading: wrong merges, what is missing, lost words, noise."""
    truth: Mapping[str, Any] = {**one.might, **one.fields}
    wrong = [f"{key}={value!r}" for key, value in found.fields.items() if _is_wrong(key, value, truth)]
    missing = [key for key in one.fields if not is_same(key, found.fields.get(key), one.fields[key])]
    seen = "\n".join([*found.left, *found.questions, *map(str, found.fields.values())]).casefold()
    lost = [words for words in one.people if words.casefold() not in seen]
    known = [words.casefold() for words in (*one.people, *one.may)]
    noise = [line for line in found.left if not any(words in line.casefold() for words in known)]
    if one.people and not found.fields:
        # All of it is asked again or read by the lead.
        noise = []
    return {"wrong": wrong, "missing": missing, "lost": lost, "noise": noise}


def _is_wrong(key: str, value: Any, truth: Mapping[str, Any]) -> bool:
    if key in truth:
        return not is_same(key, value, truth[key])
    if key == "when_text":
        return not ({"date_start", "time_start"} & set(truth))
    if key in DERIVED:
        times = {"time_start", "time_end"}
        days = {"date_start", "date_end"}
        return key in times | days and not ({"when_text"} & set(truth)) and key not in truth
    return True


def report(name: str, *, verbose: bool) -> tuple[int, int, int]:
    """Print how one file is read; return how many there are, are right, and have a wrong merge."""
    right = wrong = 0
    for one in exchanges(name):
        found = answer_to(one)
        bad = {kind: what for kind, what in faults(one, found).items() if what}
        right += not bad
        wrong += "wrong" in bad
        if bad and verbose:
            print(f"--- {one.asked}\n{one.words}\n{dict(one.inline) or ''}\n  FOUND {dict(found.fields)}")
            print(f"  LEFT {list(found.left)} Q {list(found.questions)}\n  FAULT {bad}\n")
    return len(exchanges(name)), right, wrong


if __name__ == "__main__":
    wanted = [one for one in sys.argv[1:] if one != "-v"] or names()
    counts = {name: report(name, verbose="-v" in sys.argv) for name in wanted}
    for name, (count, right, wrong) in counts.items():
        print(f"{name}: {right} of {count} right, {wrong} with a wrong merge")
    print("all:", *map(sum, zip(*counts.values(), strict=True)))
