"""Score the reader on a folder of mails with truth: `python tests/mailbox/corpus/scoring.py forms_a [forms_b …]`.

Each folder holds `truth.json`: {file: {kind, fields, missing, …}} for forms, {file: {kind, decision, …}} for replies.
`-v` as the first word lists every miss.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations
from pathlib import Path
from typing import Any

from medverkan.bot.commands.reading import as_document
from medverkan.mailbox.reading import read
from medverkan.mailbox.values import Candidate, Stage
from tests.mailbox.corpus.comparing import Document, missing_is_right, verdicts

CORPUS = Path(__file__).parent
FORMS = ("request", "registration")
ACTS = ("approve", "reject_all", "outcomes")
MOST_FORMS = 6
# What a question about each matter must mention.
ABOUT = {
    "date_mismatch": r"(?:mån|tis|ons|tors|fre|lör|sön)dag|veckodag|datum",
    "date_past": r"datum|passerat|redan varit|20\d\d|\bår(?:et)?\b",
    "time_order": r"\btid|klock|\bkl\b|slut",
    "reply_after_start": r"svar|datum",
    "people_conflict": r"antal|hur många|person|deltag",
    "phone_invalid": r"telefon|nummer|siffr",
    "guardian": r"vårdnadshavare|målsman|förälder|samtycke|under 18",
}


class Score:
    """Counts over one folder, with the misses in words."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.misses: list[str] = []

    def count(self, what: str, right: bool, miss: str = "") -> None:
        """Count one thing as right or not, and remember the miss."""
        self.counts[f"{what} of"] += 1
        self.counts[what] += right
        if miss and not right:
            self.misses.append(miss)

    def share(self, what: str) -> float:
        """Return the share that is right, 1.0 of nothing."""
        return self.counts[what] / self.counts[f"{what} of"] if self.counts[f"{what} of"] else 1.0

    @property
    def precision(self) -> float:
        """Return how many of the values that were given are right."""
        given = self.counts["right"] + self.counts["wrong"] + self.counts["invented"]
        return self.counts["right"] / given if given else 1.0

    @property
    def recall(self) -> float:
        """Return how many of the values that stand in the mails were read right."""
        said = self.counts["right"] + self.counts["wrong"] + self.counts["lost"]
        return self.counts["right"] / said if said else 1.0

    def figures(self) -> dict[str, float]:
        """Return every figure that the folder gives."""
        shares = {
            name: self.share(name)
            for name in ("kind", "bounced", "missing", "question", "decision")
            if self.counts[f"{name} of"]
        }
        if any(self.counts[name] for name in ("right", "wrong", "lost")):
            shares |= {"precision": self.precision, "recall": self.recall, "invented": self.counts["invented"]}
        if self.counts["decision of"]:
            shares["wrong acts"] = self.counts["wrong act"]
        return {name: round(value, 3) for name, value in shares.items()}


def score(folder: Path) -> Score:
    """Read every mail of one folder and compare."""
    result = Score()
    for name, truth in json.loads((folder / "truth.json").read_text("utf-8")).items():
        if "decision" in truth:
            _reply(result, folder, name, truth)
        else:
            _mail(result, name, truth, as_document(read((folder / name).read_bytes())))
    return result


def _mail(result: Score, name: str, truth: Document, found: Document) -> None:
    kinds = [truth["kind"], *truth.get("kind_also", [])]
    result.count("kind", found["kind"] in kinds, f"{name}: kind {found['kind']}, not {truth['kind']}")
    if truth["kind"] in FORMS:
        for wanted, form in _paired(truth.get("forms") or [truth], found.get("forms") or [found]):
            _form(result, name, wanted, form)
    elif found["kind"] in FORMS and found["kind"] not in kinds:
        result.counts["invented"] += len(found["fields"])
    asked = [str(question) for form in (found, *found.get("forms", ())) for question in form["questions"]]
    if truth.get("bounced"):
        got = found.get("bounced", {})
        right = all(got.get(key) == value for key, value in truth["bounced"].items())
        result.count("bounced", right, f"{name}: bounced {got}")
    for pattern in truth.get("must_mention") or [ABOUT[code] for code in truth.get("must_question", ())]:
        right = any(re.search(pattern, question, re.IGNORECASE) for question in asked)
        result.count("question", right, f"{name}: no question about {pattern}")


def _form(result: Score, name: str, truth: Document, form: Document) -> None:
    for verdict in verdicts(truth, form.get("fields", {})):
        result.counts[verdict.what] += 1
        if verdict.what in {"wrong", "lost", "invented"}:
            said = f"{name}: {verdict.what} {verdict.key}: {verdict.got!r}, truth {verdict.truth!r}"
            result.misses.append(said)
    missing = form.get("missing", ())
    result.count(
        "missing", missing_is_right(truth, missing), f"{name}: missing {list(missing)}, not {truth['missing']}"
    )


def _paired(truths: list[Document], forms: list[Document]) -> Iterator[tuple[Document, Document]]:
    """Pair each true form with the read one that it shares most values with."""
    forms = [*forms[:MOST_FORMS], *[{}] * (len(truths) - len(forms))]

    def right(order: Iterable[Document]) -> int:
        pairs = zip(truths, order, strict=True)
        return sum(v.what == "right" for truth, form in pairs for v in verdicts(truth, form.get("fields", {})))

    return zip(truths, max(permutations(forms, len(truths)), key=right), strict=True)


def _reply(result: Score, folder: Path, name: str, truth: Document) -> None:
    listed, stage = candidates(folder / "candidates" / truth["candidates_file"].rpartition("/")[2])
    found = as_document(read((folder / "mails" / name).read_bytes(), candidates=listed, stage=stage))
    result.count("kind", found["kind"] == truth["kind"], f"{name}: kind {found['kind']}, not {truth['kind']}")
    if truth["kind"] != "reply":
        return
    got, want = found["decision"] or {"action": "unclear"}, truth["decision"]
    wanted = [want, *truth.get("also_ok", [])]
    right = any(_same_decision(got, one) for one in wanted)
    result.count("decision", right, f"{name}: {got}, not {want}")
    result.counts["wrong act"] += got["action"] in ACTS and not right


def candidates(file: Path) -> tuple[list[Candidate], Stage]:
    """Read the people on the letter that is answered."""
    found = json.loads(file.read_text("utf-8"))
    stage = Stage(found.get("stage", "proposal")) if isinstance(found, Mapping) else Stage.PROPOSAL
    rows = found["candidates"] if isinstance(found, Mapping) else found
    return [Candidate(row["number"], row["name"]) for row in rows], stage


def _same_decision(got: Document, want: Any) -> bool:
    want = want if isinstance(want, Mapping) else {"action": want}
    if got["action"] != want["action"]:
        return False
    picks = sorted(got.get("picks", ())) == sorted(want.get("picks", ()))
    rejects = not want.get("rejects") or sorted(got.get("rejects", ())) == sorted(want["rejects"])
    return picks and rejects and got.get("outcomes", {}) == want.get("outcomes", {})


def main() -> None:
    """Print one line of figures for each folder."""
    names = sys.argv[1:]
    for name in [word for word in names if word != "-v"]:
        found = score(CORPUS / name if (CORPUS / name).is_dir() else Path(name))
        if "-v" in names:
            sys.stdout.writelines(f"  {miss}\n" for miss in found.misses)
        sys.stdout.write(f"{name}: {json.dumps(found.figures())}\n")


if __name__ == "__main__":
    main()
