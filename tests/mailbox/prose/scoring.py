"""Score the reading of letters without a form: `python tests/mailbox/prose/scoring.py [-v] [-r] [d h …]`.

Alone it asks the reader of letters; with `-r` the reader of mails, which first looks for everything else.

`letters/` holds a mail and its truth in each file: `key = value` is exact, `key ~ least | most` lies between
(without a most: the sentences that hold the least; `*`: the whole letter), `also` is as right, `optional` is free.
Letters whose name begins with h were kept aside while the reader was made.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from medverkan.bot.commands.reading import as_document
from medverkan.mailbox.forms.finding.rows import lines_of
from medverkan.mailbox.forms.finding.segments import segments_of
from medverkan.mailbox.forms.judging.judge import judge
from medverkan.mailbox.mime import parse, plain_text
from medverkan.mailbox.prose.letters import prose_form
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Kind
from tests.mailbox.corpus.comparing import Document, missing_is_right, verdicts

LETTERS = Path(__file__).parent / "letters"
LISTS = ("perspectives",)
WHOLE = ("people_wanted", "occasions", "minutes_per_occasion", "birth_year", "keep_months", "max_per_half_year")
YES_NO = {"true": True, "false": False}


def letter_of(text: str) -> tuple[bytes, dict[str, Any]]:
    """Return the mail and the truth that a file holds."""
    mail, _, told = text.partition("\n====\n")
    head, _, body = mail.partition("\n\n")
    message = EmailMessage()
    for line in head.split("\n"):
        name, _, value = line.partition(": ")
        message[name] = value
    message["To"] = "medverkan@region.example"
    message.set_content(body + "\n")
    return message.as_bytes(), truth_of(told, body)


def truth_of(told: str, body: str) -> dict[str, Any]:
    """Return the truth in the corpus's own shape."""
    truth: dict[str, Any] = {"kind": "", "fields": {}, "also": {}, "between": {}, "optional": {}, "missing": []}
    for line in told.strip().split("\n"):
        if found := re.match(r"(kind|missing|either|optional): ?(.*)", line):
            _listed(truth, found[1], found[2])
        elif found := re.match(r"(also )?(\w+) = (.*)", line):
            value = _value(found[2], found[3])
            if found[1]:
                truth["also"].setdefault(found[2], []).append(value)
            else:
                truth["fields"][found[2]] = value
        elif found := re.match(r"(\w+) ~ (.*)", line):
            least, _, most = found[2].partition(" | ")
            most = body if most == "*" else most or _sentences_with(least, body)
            truth["fields"][found[1]] = least
            truth["between"].setdefault(found[1], []).append([least, most])
    return truth


def _listed(truth: dict[str, Any], name: str, value: str) -> None:
    if name == "kind":
        truth["kind"] = value
    elif name == "optional":
        for pair in value.split():
            key, _, free = pair.partition("=")
            truth["optional"][key] = "*" if free == "*" else [_value(key, free)]
    else:
        truth["missing" if name == "missing" else "missing_either"] = value.split()


def _value(key: str, value: str) -> Any:
    if key in LISTS:
        return value.split()
    return int(value) if key in WHOLE else YES_NO.get(value, value)


def _sentences_with(least: str, body: str) -> str:
    flat = " ".join(body.split())
    return " ".join(s for s in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", flat) if least in s) or least


def judged(name: str, truth: Document, found: Document) -> tuple[Counter[str], list[str]]:
    """Return counts and misses of one letter."""
    counts: Counter[str] = Counter({"letters": 1, "kind": found["kind"] == truth["kind"]})
    misses = [] if counts["kind"] else [f"{name}: kind {found['kind']}, not {truth['kind']}"]
    if truth["kind"] == "unknown":
        counts["invented"] += len(found["fields"]) if found["kind"] in {"request", "registration"} else 0
        return counts, misses
    for verdict in verdicts(truth, found["fields"]):
        counts[verdict.what] += 1
        if verdict.what in {"wrong", "lost", "invented"}:
            misses.append(f"{name}: {verdict.what} {verdict.key}: {verdict.got!r}, truth {verdict.truth!r}")
    counts["forms"] += 1
    counts["missing"] += missing_is_right(truth, found["missing"])
    if not missing_is_right(truth, found["missing"]):
        misses.append(f"{name}: missing {found['missing']}, not {truth['missing']}")
    return counts, misses


def by_itself(raw: bytes) -> Document:
    """Read a mail as a letter in prose and as nothing else."""
    letter = parse(raw)
    own = replace(segments_of(lines_of(plain_text(letter)))[0], sender_name=letter.sender_name)
    form = prose_form(own, letter.subject, letter.date)
    if form is None:
        return {"kind": "unknown", "fields": {}, "missing": []}
    key = "contact_email" if form.kind is Kind.REQUEST else "email"
    fields = {key: letter.sender, **form.fields}
    return {"kind": str(form.kind), "fields": fields, "missing": list(judge(form.kind, fields, letter.date)[0])}


def by_reader(raw: bytes) -> Document:
    """Read a mail as it would be read on arrival."""
    return as_document(read(raw))


def score(which: str = "", reader: Callable[[bytes], Document] = by_itself) -> tuple[dict[str, float], list[str]]:
    """Return figures and misses of the letters whose name begins with `which`."""
    total: Counter[str] = Counter()
    misses: list[str] = []
    for file in sorted(LETTERS.glob(f"{which}*.txt")):
        raw, truth = letter_of(file.read_text("utf-8"))
        counts, missed = judged(file.stem, truth, reader(raw))
        total += counts
        misses += missed
    given = total["right"] + total["wrong"] + total["invented"]
    said = total["right"] + total["wrong"] + total["lost"]
    figures = {
        "kind": total["kind"] / max(1, total["letters"]), "precision": total["right"] / max(1, given),
        "recall": total["right"] / max(1, said), "invented": total["invented"], "wrong": total["wrong"],
        "missing": total["missing"] / max(1, total["forms"]),
    }  # fmt: skip
    return {key: round(value, 3) for key, value in figures.items()}, misses


def main() -> None:
    """Print one line of figures for each group of letters."""
    reader = by_reader if "-r" in sys.argv else by_itself
    for which in [word for word in sys.argv[1:] if not word.startswith("-")] or ["d", "h"]:
        figures, misses = score(which, reader)
        if "-v" in sys.argv:
            sys.stdout.writelines(f"  {miss}\n" for miss in misses)
        sys.stdout.write(f"{which}: {json.dumps(figures)}\n")


if __name__ == "__main__":
    main()
