"""One request over registers of growing size, beside BM25 with a fuzzy re-rank of its first 200 on the same texts.

Run it as a script: `python tests/bench/bench_matching.py [SIZE …]` (10 000 and 100 000; a million takes ten minutes and
2 GB). It needs two more packages: `.venv/bin/uv pip install bm25s matplotlib`. Draws cost against size to
`matching-cost.svg` in the folder it is run from.
"""

import gc
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import register

from medverkan.matching import rank as ranking
from medverkan.matching import team
from medverkan.matching.index import Index
from medverkan.matching.meaning import understand
from medverkan.matching.text import words
from medverkan.matching.values import Need, Profile
from medverkan.matching.vocabulary import load

TIMES_PEER = 25
KB_EACH = 1.5
GROUP_S = 0.2
NEEDS = register.needs(40)
ROUNDS = 3
# What the first bring with them (words met, patterns) is held whatever the size; memory is counted from here on.
FIRST = 2_000


def resident_kb() -> float:
    """Return what this process holds in memory."""
    status = Path("/proc/self/status").read_text()
    return next(float(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def median_ms(work: Callable[[Need], object]) -> float:
    """Return the median over requests of the best of ROUNDS."""
    taken = []
    for need in NEEDS:
        rounds = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            work(need)
            rounds.append(time.perf_counter() - start)
        taken.append(1000 * min(rounds))
    return statistics.median(taken)


def peer(texts: Sequence[str]) -> Callable[[Need], object]:
    """Return bm25s over stems and a rapidfuzz re-rank, ready to be asked."""
    import bm25s
    import numpy as np
    from rapidfuzz import fuzz, process

    index = bm25s.BM25()
    index.index([[w.stem for w in words(text)] for text in texts], show_progress=False)

    def ask(need: Need) -> object:
        asked = [[w.stem for w in words(need.experience)]]
        found, _ = index.retrieve(asked, k=min(200, len(texts)), show_progress=False)
        first = [texts[int(at)] for at in found[0]]
        scores = process.cdist([need.experience], first, scorer=fuzz.token_set_ratio)[0]
        return np.argsort(-scores)[:10]

    return ask


def measured(size: int) -> tuple[int, float, float]:
    """Measure one size; return it with our and the peer's time in ms."""
    understand(Profile(id="", experience="Jag har astma."), load())
    before, start = 0.0, time.perf_counter()
    index = Index()
    for number, profile in enumerate(register.profiles(size)):
        if number == FIRST:
            gc.collect()
            before = resident_kb()
        index.put(profile)
        if number % 20_000 == 0 and number:
            print(f"  {number} read", file=sys.stderr, flush=True)
    built = time.perf_counter() - start
    ranking.forget()
    gc.collect()
    kb = (resident_kb() - before) / (size - FIRST)
    ours = median_ms(partial(index.rank, today=register.TODAY, top=10))
    worst = max(_once_ms(index, need) for need in NEEDS)
    named = median_ms(partial(index.fingerprint, today=register.TODAY))
    change = _change_ms(index, next(register.profiles(1, seed=99)))
    theirs = median_ms(peer([profile.experience for profile in register.profiles(size)]))
    print(
        f"{size} members: {ours:.1f} ms (worst {worst:.0f}), BM25 and re-rank {theirs:.1f} ms, "
        f"ratio {ours / theirs:.1f} (limit {TIMES_PEER}); {kb:.2f} KB each (limit {KB_EACH}); "
        f"one changed {change:.1f} ms; fingerprint {named:.3f} ms; read in {built:.0f} s",
        flush=True,
    )
    return size, ours, theirs


def _once_ms(index: Index, need: Need) -> float:
    start = time.perf_counter()
    index.rank(need, today=register.TODAY, top=10)
    return 1000 * (time.perf_counter() - start)


def _change_ms(index: Index, profile: Profile) -> float:
    taken = []
    for number in range(0, len(index), max(1, len(index) // 50)):
        changed = replace(profile, id=f"M-{number:07d}")
        start = time.perf_counter()
        index.put(changed)
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def group() -> None:
    """Measure the choice of 6 among 200 nearly as good, with three parts of a wish and twelve municipalities."""
    chance = random.Random(5)  # noqa: S311
    people = [
        team.Candidate(
            person.id,
            round(1 - chance.choice((0, 1, 2, 3, 5)) / 50, 4),
            team.traits(
                replace(person, municipality=chance.choice("abcdefghijkl")), chance.choice("xyz"), register.TODAY.year
            ),
        )
        for person in register.profiles(200)
    ]
    people.sort(key=lambda one: (-one.score, one.member))
    start = time.perf_counter()
    found = team.choose(people, 6)
    print(f"a group of 6 of 200: {time.perf_counter() - start:.3f} s (limit {GROUP_S}), gap {found.gap:.3f}")
    start = time.perf_counter()
    found = team.choose(people[:48], 6)
    print(f"a group of 6 of the 48 best: {time.perf_counter() - start:.3f} s, gap {found.gap:.3f}")


def draw(rows: Sequence[tuple[int, float, float]]) -> None:
    """Draw cost against size."""
    import matplotlib as mpl

    mpl.use("svg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 4.5))
    sizes = [size for size, _, _ in rows]
    axes.loglog(sizes, [ours for _, ours, _ in rows], "o-", label="Medverkan: gates, score, reasons, group")
    axes.loglog(sizes, [theirs for _, _, theirs in rows], "s--", label="BM25 and fuzzy re-rank of 200")
    axes.loglog(sizes, [rows[0][1] * size / sizes[0] for size in sizes], ":", color="grey", label="linear")
    axes.set(xlabel="members", ylabel="one request, ms (median)", title="Cost of a request against the register's size")
    axes.grid(visible=True, which="both", alpha=0.3)
    axes.legend()
    figure.tight_layout()
    figure.savefig("matching-cost.svg")


def main() -> None:
    """Measure every size."""
    sizes = [int(size) for size in sys.argv[1:]] or [10_000, 100_000]
    group()
    draw([measured(size) for size in sizes])


if __name__ == "__main__":
    main()
