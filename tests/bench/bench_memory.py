"""How much memory an idle `medverkan run` holds, with its children, after it has read mails: resident, in MB.

Run it as a script: `python tests/bench/bench_memory.py [MAILS]`, 100 unless told, a thousand at a time; 20 000 shows
whether it stays flat. The limit is 150 MB. With `--mixed` every hundredth is a request, whose case stays open, and the
rest are answers by machine, as a mailbox gets in some years; without it all are requests, more open at once than
there ever will be.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mailboxes import fill, home, request_mails, running, servers, until_moved

LIMIT_MB = 150
SETTLED = 2_000  # mails; from here on it should not grow
BATCH = 1000
FEW = 100
AWAY = (
    b"From: Eva Nummer <eva.%d@region.example>\r\nTo: invanarmedverkan@region.example\r\n"
    b"Subject: Automatiskt svar: semester\r\nAuto-Submitted: auto-replied\r\nMessage-ID: <away.%d@region.example>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\nJag \xc3\xa4r ledig till den 3 augusti.\r\n"
)


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process and its children."""
    status = Path(f"/proc/{pid}/status").read_text()
    own = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return own + sum(resident_mb(int(child)) for child in children)


def mixed(count: int) -> list[bytes]:
    """Return mails of which every hundredth is a request, the first one too, and the others come from machines."""
    requests = iter(request_mails(-(-count // FEW)))
    return [next(requests) if number % FEW == 0 else AWAY % (number, number) for number in range(count)]


def main() -> None:
    """Measure after one mail and after each further batch."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    batch = min(count, BATCH)
    figures = []
    with servers()[-1]() as where, home() as folder, running(folder, where) as process:
        raws = mixed(count + 1) if "--mixed" in sys.argv else request_mails(count + 1)
        for raw in (raws[:1], *(raws[start : start + batch] for start in range(1, count + 1, batch))):
            fill(where, raw)
            until_moved(where)
            figures.append(resident_mb(process.pid))
            print(f"  {figures[-1]:.1f} MB", file=sys.stderr)
    settled = figures[min(SETTLED // batch, len(figures) - 1)]
    after_one, after_many, most = figures[0], figures[-1], max(figures)
    print(
        f"idle run: {after_one:.0f} MB after one mail, {after_many:.0f} MB after {count} more, at most {most:.0f} MB "
        f"(limit {LIMIT_MB} MB), ratio {most / LIMIT_MB:.2f}; {after_many - settled:+.1f} MB after the first {SETTLED}"
    )


if __name__ == "__main__":
    main()
