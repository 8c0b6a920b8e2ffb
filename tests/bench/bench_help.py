"""How long `medverkan --help` takes against the help of an empty typer program.

Run it as a script: `python tests/bench/bench_help.py [ROUNDS]`. Taken in turns, medians; the limit is twice.
"""

import statistics
import subprocess
import sys
import time

ROUNDS = 15
LIMIT = 2.0
BARE = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
@app.command()
def run(name: str = "") -> None:
    "Say nothing."
app()
"""
OURS = "from medverkan.bot.cli import main; main()"


def took_ms(program: str) -> float:
    """Return how long one help takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, "--help"], stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Measure both in turns."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    pairs = [(took_ms(OURS), took_ms(BARE)) for _ in range(rounds)]
    ours, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"--help: ours {ours:.0f} ms, bare typer {bare:.0f} ms, ratio {ours / bare:.2f} (limit {LIMIT})")


if __name__ == "__main__":
    main()
