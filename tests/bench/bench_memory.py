"""How much memory an idle `medverkan run` holds, with its children, after it has read mails: resident, in MB.

Run it as a script: `python tests/bench/bench_memory.py`. The limit is 150 MB.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mailboxes import fill, home, pymap, request_mails, running, until_moved

LIMIT_MB = 150


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process and its children."""
    status = Path(f"/proc/{pid}/status").read_text()
    own = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(resident_mb(int(child)) for child in children)


def main() -> None:
    """Measure after no, one and a hundred mails."""
    figures = []
    with pymap() as where, home() as folder, running(folder, where) as process:
        for count in (1, 100):
            fill(where, request_mails(count + 1)[1:] if count > 1 else request_mails(1))
            until_moved(where)
            figures.append(resident_mb(process.pid))
    after_one, after_many = figures
    print(
        f"idle run: {after_one:.0f} MB after one mail, {after_many:.0f} MB after 100 more (limit {LIMIT_MB} MB), "
        f"ratio {after_one / LIMIT_MB:.2f}"
    )


if __name__ == "__main__":
    main()
