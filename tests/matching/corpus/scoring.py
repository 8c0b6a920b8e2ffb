"""Score the ranking on a register with known truth: `python tests/matching/corpus/scoring.py [-v] [-c] [FOLDER …]`.

A folder holds `members/*.eml` and `requests/*.eml`, as people send them, `requests.json` (who is blocked, whether
nobody fits) and `relevance.csv` (request, member, grade 0–3; any other pair is 0). Prints the ranking's figures and, in
the same run, those of rapidfuzz's token_set_ratio, of BM25 over Swedish stems, and of both together. With `-c`: how
the scores shown compare with the share of people of grade 2 and 3, over all the folders together.
"""

import csv
import json
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from statistics import mean
from typing import Any

from rapidfuzz import fuzz

from medverkan.bot.propose import TEXTS, need_of
from medverkan.mailbox.reading import read
from medverkan.matching.evidence import Evidence
from medverkan.matching.index import Index
from medverkan.matching.values import Need, Profile

CORPUS = Path(__file__).parent
TODAY = date(2026, 11, 22)
SHOWN = 10
BINS = (0.0, 0.05, 0.2, 0.5, 0.8, 0.9, 0.96, 1.01)
SERIOUS = 2  # the grade from which a lead would seriously consider the person


@dataclass(frozen=True, slots=True)
class Answer:
    """Members in order, and whether it is said that nobody fits."""

    members: Sequence[str]
    no_match: bool


@dataclass(frozen=True, slots=True)
class Register:
    """Members, requests, the grades of each request, who is blocked for it, and whether nobody fits."""

    members: Mapping[str, Profile]
    needs: Mapping[str, Need]
    grades: Mapping[str, Mapping[str, int]]
    blocked: Mapping[str, frozenset[str]]
    nobody: frozenset[str]


def register_of(folder: Path) -> Register:
    """Read the mails of a folder as the product does, and their truth."""
    requests = json.loads((folder / "requests.json").read_text("utf-8"))
    listed = requests if isinstance(requests, list) else [{"id": key, **one} for key, one in requests.items()]
    grades: dict[str, dict[str, int]] = {one["id"]: {} for one in listed}
    with (folder / "relevance.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            grades[row["request_id"]][row["member_id"]] = int(row["grade"])
    return Register(
        {file.stem: _profile(file) for file in sorted((folder / "members").glob("*.eml"))},
        {file.stem: need_of(_fields(file)) for file in sorted((folder / "requests").glob("*.eml"))},
        grades,
        {one["id"]: frozenset(one["blocked"]) for one in listed},
        frozenset(one["id"] for one in listed if one["no_match"]),
    )


def _fields(file: Path) -> Mapping[str, Any]:
    return read(file.read_bytes()).forms[0].fields


def _profile(file: Path) -> Profile:
    fields = _fields(file)
    texts: dict[str, Any] = {key: str(fields.get(key) or "") for key in TEXTS}
    return Profile(
        id=file.stem,
        **texts,
        perspectives=tuple(fields.get("perspectives") or ()),
        focus_areas=tuple(fields.get("focus_areas") or ()),
        activities=tuple(fields.get("activities") or ()),
        birth_year=fields.get("birth_year"),
        max_per_half_year=fields.get("max_per_half_year"),
        consent_matching=fields.get("consent_matching") is True,
        guardian_consent=fields.get("guardian_consent") is True,
        introduced=True,
    )


def by_us(register: Register) -> Callable[[Need], Answer]:
    """Return the product's ranking."""
    index = Index(register.members.values())

    def ask(need: Need) -> Answer:
        ranking = index.rank(need, today=TODAY, top=SHOWN)
        return Answer([match.member for match in ranking.matches], ranking.no_match)

    return ask


def by_words(register: Register, fuzzy: float, bm25: float) -> Callable[[Need], Answer]:
    """Return a ranking by likeness of words alone: shares of token_set_ratio and of BM25, nobody held back."""
    members = list(register.members)
    texts = [f"{p.experience} {p.care_met} {' '.join(p.focus_areas)}" for p in register.members.values()]
    evidence = Evidence()
    for slot, text in enumerate(texts):
        evidence.add(slot, text)

    def ask(need: Need) -> Answer:
        asked = f"{need.experience} {need.title} {' '.join(need.focus_areas)}"
        words = evidence.scores(asked)
        score = {
            member: fuzzy * fuzz.token_set_ratio(asked.lower(), text.lower()) / 100 + bm25 * words.get(slot, 0.0)
            for slot, (member, text) in enumerate(zip(members, texts, strict=True))
        }
        return Answer(sorted(members, key=lambda member: (-score[member], member))[:SHOWN], no_match=False)

    return ask


def figures(register: Register, ask: Callable[[Need], Answer], *, verbose: bool = False) -> dict[str, float]:
    """Return ndcg@5, p@3, recall@10 over requests that somebody fits; blocked shown and no_match over all."""
    ndcg, precise, recalled, blocked, right = [], [], [], 0, 0
    for name, need in register.needs.items():
        answer, grades = ask(need), register.grades[name]
        blocked += len(register.blocked[name] & set(answer.members))
        right += answer.no_match == (name in register.nobody)
        got = [grades.get(member, 0) for member in answer.members]
        serious = {member for member, grade in grades.items() if grade >= SERIOUS}
        if name not in register.nobody:
            ndcg.append(_gain(got[:5]) / _gain(sorted(grades.values(), reverse=True)[:5]))
            precise.append(sum(grade >= SERIOUS for grade in got[:3]) / 3)
            recalled.append(len(serious & set(answer.members)) / len(serious))
        if verbose:
            found = [f"{member}:{grade}" for member, grade in zip(answer.members, got, strict=True)]
            lost = {member: grades[member] for member in sorted(serious - set(answer.members[:5]))}
            told = f"{ndcg[-1]:.2f}" if name not in register.nobody else f"nobody={answer.no_match}"
            print(f"  {name} {told} {' '.join(found)} | below 5: {lost} | {need.experience[:70]}")
    return {
        "ndcg@5": round(mean(ndcg), 3),
        "p@3": round(mean(precise), 3),
        "recall@10": round(mean(recalled), 3),
        "blocked shown": blocked,
        "no match": round(right / len(register.needs), 3),
    }


def shown(register: Register) -> list[tuple[float, bool]]:
    """Return the score of everybody listed for any request, and whether a lead would seriously consider them."""
    index = Index(register.members.values())
    everybody = len(register.members)
    return [
        (match.score, register.grades[name].get(match.member, 0) >= SERIOUS)
        for name, need in register.needs.items()
        for match in index.rank(need, today=TODAY, top=everybody).matches
    ]


def calibration(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int, float, float]]:
    """Return for each bin of scores: from, below, how many, their mean score, the share seriously considered."""
    rows = []
    for low, high in pairwise(BINS):
        within = [(score, serious) for score, serious in pairs if low <= score < high]
        if within:
            scores, serious = zip(*within, strict=True)
            rows.append((low, high, len(within), mean(scores), mean(serious)))
    return rows


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the mean square of how far the scores are from what a lead would do; 0.25 is what 0.5 for all gives."""
    return mean((score - serious) ** 2 for score, serious in pairs)


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, 1))


def main() -> None:
    """Print the figures of each folder."""
    names = [name for name in sys.argv[1:] if name not in {"-v", "-c"}]
    folders = [Path(name) for name in names] or sorted(file.parent for file in CORPUS.glob("*/relevance.csv"))
    if "-c" in sys.argv:
        pairs = [
            pair for folder in folders for pair in shown(register_of(folder if folder.exists() else CORPUS / folder))
        ]
        for low, high, many, score, serious in calibration(pairs):
            print(f"{low:.2f}–{min(high, 1):.2f}: {many:4}  mean score {score:.2f}  considered {serious:.2f}")
        print(f"Brier {brier(pairs):.3f} over {len(pairs)}")
        return
    for folder in folders:
        register = register_of(folder if folder.exists() else CORPUS / folder)
        print(folder.name, figures(register, by_us(register), verbose="-v" in sys.argv))
        for label, fuzzy, bm25 in (("token_set", 1.0, 0.0), ("BM25", 0.0, 1.0), ("both", 0.5, 0.5)):
            print(f"  {label}:", figures(register, by_words(register, fuzzy, bm25)))


if __name__ == "__main__":
    main()
